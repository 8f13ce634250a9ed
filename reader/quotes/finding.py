"""From an article's text to its quotes, with kind, utterance, speaker and cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from reader.quotes.attribution import (
    Attribution,
    after_quote,
    before_quote,
    in_sentence,
    next_line,
    over_title,
)
from reader.quotes.grouping import utterance_groups
from reader.quotes.marks import Marked, marked_spans
from reader.quotes.name_resolution import Names
from reader.quotes.quote import Cue, Quote, QuoteKind, Speaker, SpeakerKind, Stance
from reader.quotes.quote_context import REACH_BACK, Occurrence, words_before
from reader.quotes.quote_kinds import kind_of
from reader.quotes.reporting_vocabulary import vocabulary
from reader.quotes.sentence_bounds import sentence_end, sentence_start
from reader.quotes.speakers import speaker_of

_PER_QUOTE = 50
"""Characters of article there must be for each quote whose sentence is read: a flood of
marks is no report of speech."""
_UNCLOSED_SENTENCES = 4
_LONGEST_TITLE = 80
_ANSWER = 300
"""Characters between a question and who answers it."""
_AFTERWARDS = 0.45
"""How sure it is that a quote which opens its article is spoken by who speaks after it."""
_INTRODUCES = re.compile('[:“„«"‘]')
_BETWEEN = " \u00a0\n\"”’'»"
_OTHER_PARAGRAPH = 0.35
"""How sure the subject of a paragraph that reports no speech is the speaker of the next one."""
_ATTRIBUTED_TAIL = re.compile(r",\s(?P<said>[^\s,.!?\"“”]+(?: [^\s,.!?\"“”]+){1,5})\.?\s*$")


def find_quotes(text: str) -> list[Quote]:
    """Find the quotes of an article.

    Args:
        text: the whole article, paragraphs separated by line breaks.

    Returns:
        The quotes in the order of their opening marks. Spans lie within one paragraph
        and nest or are apart. Time is linear in the length of `text`.
    """
    marked = _without_attribution(text, marked_spans(text))
    if not marked:
        return []
    names = Names(text, [(m.start, m.end) for m in marked if m.depth == 0])
    top = [m for m in marked if m.depth == 0]
    budget = len(text) // _PER_QUOTE + 200
    quotes = _attributed(text, _places(text, top[:budget]), names)
    number = len(top)
    quotes += (
        Quote(item.start, item.end, QuoteKind.SCARE, number + extra, 0, item.closed)
        for extra, item in enumerate(top[budget:])
    )
    return _with_nested(text, marked, quotes, names)


def _without_attribution(text: str, marked: list[Marked]) -> list[Marked]:
    """Cut the attribution off a quote whose closing mark is missing."""
    kept: list[Marked] = []
    for item in marked:
        if not item.closed and not item.resumed:
            begin = item.start
            for _ in range(_UNCLOSED_SENTENCES):
                end = sentence_end(text, begin, item.end)
                tail = _ATTRIBUTED_TAIL.search(text, max(begin, end - 90), end)
                if tail and _reports(tail.group("said")):
                    item = item._replace(end=tail.start() + 1, after=tail.start() + 1)
                    break
                begin = end
                if begin >= item.end:
                    break
        kept.append(item)
    return kept


def _reports(words: str) -> bool:
    known = vocabulary().cues
    tokens = words.split()
    for position in (len(tokens) - 1, 0, len(tokens) - 2):
        cue = known.get(tokens[position].lower())
        if cue and not cue.weak and not cue.gerund:
            return any(token[0].isupper() or token in ("he", "she", "they") for token in tokens)
    return False


def _places(text: str, top: list[Marked]) -> list[Occurrence]:
    places: list[Occurrence] = []
    line_start = line_end = 0
    for index, marked in enumerate(top):
        if marked.opened >= line_end or not places:
            line_start = text.rfind("\n", 0, marked.opened + 1) + 1
            line_end = text.find("\n", marked.end)
            line_end = len(text) if line_end < 0 else line_end
        following = top[index + 1].opened if index + 1 < len(top) else len(text)
        next_mark = min(following, line_end)
        spans = words_before(text, top, index, line_start)
        sentence = spans[0][0]
        before = before_quote(text, marked, list(spans))
        after = after_quote(text, marked, next_mark)
        if after is None and next_mark == line_end:
            after = next_line(text, marked, line_end, following)
        elif after is None and top[index + 1].end - top[index + 1].start <= _LONGEST_TITLE:
            later = top[index + 2].opened if index + 2 < len(top) else len(text)
            after = over_title(text, marked, top[index + 1], min(later, line_end))
        place = Occurrence(
            marked,
            line_start,
            line_end,
            sentence,
            spans,
            next_mark,
            before,
            after,
            QuoteKind.DIRECT,
        )
        places.append(place._replace(kind=kind_of(text, place)))
    return places


def _attributed(text: str, places: list[Occurrence], names: Names) -> list[Quote]:
    """Join the parts of utterances and give each the attribution of one of them."""
    groups = utterance_groups(text, places)
    quotes: list[Quote] = []
    previous: tuple[Speaker | None, Quote | None] = (None, None)
    for number, (group, own) in enumerate(groups):
        members = [places[index] for index in group]
        direct = any(place.kind is QuoteKind.DIRECT for place in members)
        kind = QuoteKind.DIRECT if direct else members[0].kind
        attribution = own
        if attribution is None and kind is QuoteKind.DIRECT:
            attribution = _around(text, places, group, previous[1])
        if attribution is None and kind is QuoteKind.DIRECT and previous[1] is None:
            attribution = _following(text, members[-1])
        speaker = cue = addressee = setting = None
        if attribution is not None and _wants_source(members[0], kind, attribution):
            speaker = speaker_of(text, attribution, names, previous[0])
            cue, addressee, setting = attribution.cue, attribution.addressee, attribution.setting
            if speaker is not None and previous[1] is not None:
                speaker = _who_answers(speaker, cue, previous[1], names)
        unsaid = attribution is None or attribution.confidence >= 0.5
        if speaker is None and unsaid and kind is QuoteKind.DIRECT and previous[1] is not None:
            speaker = _carried(members[0], previous[1])
        for place in members:
            item = place.marked
            quotes.append(
                Quote(
                    item.start,
                    item.end,
                    kind,
                    number,
                    item.depth,
                    item.closed,
                    speaker,
                    cue,
                    addressee,
                    setting,
                )
            )
        if kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL) and speaker is not None:
            previous = (speaker, quotes[-1])
    quotes.sort(key=lambda quote: quote.start)
    return quotes


def _wants_source(place: Occurrence, kind: QuoteKind, attribution: Attribution) -> bool:
    if kind is QuoteKind.TITLE:
        return False
    if kind is QuoteKind.SCARE:
        cue = attribution.cue
        return cue is not None and attribution.close and cue.end <= place.marked.opened
    return True


def _carried(place: Occurrence, previous: Quote) -> Speaker | None:
    """The speaker of the quote before, where nothing else tells."""
    speaker = previous.speaker
    if speaker is None or place.marked.opened - previous.end > 1500:
        return None
    return replace(speaker, confidence=min(speaker.confidence, 0.4))


def _who_answers(speaker: Speaker, cue: Cue | None, previous: Quote, names: Names) -> Speaker:
    """Whom the quote before was said to, where he or she replies to it."""
    pronoun = speaker.mention.lower() in ("he", "she")
    asked = previous.addressee
    if not pronoun or cue is None or cue.stance is not Stance.REPLYING or asked is None:
        return speaker
    same = previous.speaker is not None and previous.speaker.name == speaker.name
    name = names.fullest(asked.text, asked.start)
    somebody = name[0].isupper() and names.kind(name) is not SpeakerKind.ORGANISATION
    if not same or not somebody or speaker.start - asked.end > _ANSWER:
        return speaker
    return replace(speaker, name=name, confidence=0.5)


def _around(
    text: str, places: list[Occurrence], group: list[int], previous: Quote | None
) -> Attribution | None:
    """What the sentence before a quote without attribution says of its speaker."""
    first = places[group[0]]
    lowest = max(0, first.sentence - 600)
    if group[0] > 0:
        lowest = max(lowest, places[group[0] - 1].marked.after)
    stretch = text[lowest : first.sentence]
    end = lowest + len(stretch.rstrip())
    if end <= lowest or not stretch.strip(" \u00a0\n.,;"):
        return None
    line = text.rfind("\n", lowest, end) + 1
    begin = sentence_start(text, max(lowest, line), end)
    if text[end - 1] in ":," and len(first.spans) == 1:
        announcing = [(begin, end)]
        if group[0] > 0 and begin == lowest:
            announcing = [*_spans_before(text, places, group[0] - 1, begin), (begin, end)]
        announced = before_quote(text, first.marked._replace(opened=end), announcing)
        if announced is not None:
            return announced._replace(confidence=min(announced.confidence, 0.8))
    found = in_sentence(text, begin, end)
    if found and found.cue is None and "\n" in text[end : first.marked.opened]:
        found = found._replace(confidence=min(found.confidence, _OTHER_PARAGRAPH))
    if (
        found
        and found.cue is None
        and previous is not None
        and first.marked.opened - previous.end < 800
    ):
        return None if previous.speaker and previous.speaker.confidence >= 0.4 else found
    return found


def _following(text: str, place: Occurrence) -> Attribution | None:
    """What the sentence after a quote that opens its article says of its speaker."""
    begin = place.marked.after
    while begin < len(text) and text[begin] in _BETWEEN:
        begin += 1
    line_end = text.find("\n", begin, begin + REACH_BACK)
    limit = line_end if line_end >= 0 else min(len(text), begin + REACH_BACK)
    end = sentence_end(text, begin, limit)
    if _INTRODUCES.search(text, begin, end + 1):
        return None
    found = in_sentence(text, begin, end)
    if found is None or found.cue is None or found.confidence <= 0.5:
        return None
    return found._replace(confidence=_AFTERWARDS)


def _spans_before(
    text: str, places: list[Occurrence], index: int, end: int
) -> list[tuple[int, int]]:
    """The reporter's words of a sentence before the quote in it after which it goes on at `end`."""
    place = places[index]
    ended = text[place.marked.end - 1] in ".?!…" or place.marked.after != end
    return [] if ended or place.kind is QuoteKind.DIRECT else list(place.spans)


def _with_nested(text: str, marked: list[Marked], quotes: list[Quote], names: Names) -> list[Quote]:
    """Add the quotes inside quotes; their speaker is stated inside or not at all."""
    nested = [item for item in marked if item.depth > 0]
    number = len(marked)
    starts = [quote.start for quote in quotes]
    found = list(quotes)
    for item in nested[: len(text) // _PER_QUOTE + 200]:
        outer = quotes[bisect_right(starts, item.start) - 1]
        begin = sentence_start(text, max(outer.start, item.opened - REACH_BACK), item.opened)
        before = before_quote(text, item, [(begin, item.opened)])
        place = Occurrence(
            item,
            outer.start,
            outer.end,
            begin,
            ((begin, item.opened),),
            outer.end,
            before,
            None,
            QuoteKind.PARTIAL,
        )
        kind = kind_of(text, place)
        speaker = cue = None
        if before is not None and before.close and kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL):
            speaker, cue = speaker_of(text, before, names, None), before.cue
            if speaker and outer.speaker and speaker.mention.lower() in ("i", "we"):
                speaker = replace(speaker, name=outer.speaker.name, kind=outer.speaker.kind)
        found.append(
            Quote(item.start, item.end, kind, number, item.depth, item.closed, speaker, cue)
        )
        number += 1
    found.sort(key=lambda quote: (quote.start, -quote.end))
    order: dict[int, int] = {}
    return [
        replace(quote, utterance=order.setdefault(quote.utterance, len(order))) for quote in found
    ]
