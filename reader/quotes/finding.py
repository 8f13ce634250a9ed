"""From an article's text to its quotes, with kind, utterance, speaker and cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from reader.quotes.attribution import (
    Attribution,
    after_quote,
    before_quote,
    in_sentence,
    sentence_end,
    sentence_start,
)
from reader.quotes.clauses import PRONOUNS, main_phrase, tokens_of
from reader.quotes.marks import Marked, marked_spans
from reader.quotes.names import Names
from reader.quotes.quote import Cue, Quote, QuoteKind, Speaker, SpeakerKind, Stance
from reader.quotes.vocabulary import vocabulary, word_class

_PER_QUOTE = 50
"""Characters of article there must be for each quote whose sentence is read: a flood of
marks is no report of speech."""
_BACK = 700
_UNCLOSED_SENTENCES = 4
_GAP = 1_000
_WORDS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ENDINGS = ".?!…,"
_ATTRIBUTED_TAIL = re.compile(r",\s(?P<said>[^\s,.!?\"“”]+(?: [^\s,.!?\"“”]+){1,5})\.?\s*$")


class _Place(NamedTuple):
    """A quote on its way, with what is known of its surroundings."""

    marked: Marked
    line_start: int
    line_end: int
    sentence: int
    """Where its sentence begins."""
    spans: tuple[tuple[int, int], ...]
    """The reporter's words before it in its sentence."""
    next_mark: int
    before: Attribution | None
    after: Attribution | None
    kind: QuoteKind


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


def _places(text: str, top: list[Marked]) -> list[_Place]:
    places: list[_Place] = []
    line_start = line_end = 0
    for index, marked in enumerate(top):
        if marked.opened >= line_end or not places:
            line_start = text.rfind("\n", 0, marked.opened + 1) + 1
            line_end = text.find("\n", marked.end)
            line_end = len(text) if line_end < 0 else line_end
        following = top[index + 1].opened if index + 1 < len(top) else len(text)
        next_mark = min(following, line_end)
        spans = _spans_before(text, top, index, line_start)
        sentence = spans[0][0]
        before = before_quote(text, marked, list(spans))
        after = after_quote(text, marked, next_mark)
        place = _Place(
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
        places.append(place._replace(kind=_kind(text, place)))
    return places


def _spans_before(
    text: str, top: list[Marked], index: int, line_start: int
) -> tuple[tuple[int, int], ...]:
    """The reporter's words between the start of the sentence and a quote."""
    marked = top[index]
    end = marked.opened
    spans: list[tuple[int, int]] = []
    lowest = max(line_start, end - _BACK)
    position = index - 1
    while True:
        previous = top[position] if position >= 0 and top[position].after > line_start else None
        begin = max(lowest, previous.after if previous else line_start)
        begin = min(begin, end)
        start = sentence_start(text, begin, end)
        if start > begin or previous is None or len(spans) >= 3 or begin == lowest:
            spans.append((start, end))
            break
        gap = text[begin:end].lstrip()
        ends = text[previous.end - 1] in ".?!…" and (not gap or gap[0].isupper())
        if ends or not gap:
            spans.append((start, end))
            break
        spans.append((start, end))
        end = previous.opened
        position -= 1
    return tuple(reversed(spans))


def _kind(text: str, place: _Place) -> QuoteKind:
    marked = place.marked
    words = _WORDS.findall(text, marked.start, min(marked.end, marked.start + 400))
    lead = text[place.spans[-1][0] : place.spans[-1][1]].rstrip(" \u00a0")
    opens_sentence = not lead.strip(" \u00a0–—-([•*") and len(place.spans) == 1
    first = text[marked.start]
    last = text[marked.end - 1]
    said_after = bool(
        place.after and place.after.close and place.after.cue and _apart(text, marked)
    )
    introduced = lead.endswith((",", ":")) and place.before is not None and place.before.close
    if marked.resumed or not marked.closed:
        return QuoteKind.DIRECT if len(words) > 2 or place.before else QuoteKind.SCARE
    if opens_sentence and said_after:
        return QuoteKind.DIRECT
    verb_follows = place.after and place.after.cue and place.after.cue.start <= marked.after + 2
    if opens_sentence and verb_follows and len(words) == 3 and not _capitals(text, marked, words):
        return QuoteKind.DIRECT
    if opens_sentence and place.after and place.after.close and len(words) >= 4:
        return QuoteKind.TITLE if _capitals(text, marked, words) else QuoteKind.DIRECT
    at_once = introduced and _cue_distance(text, place) <= 12
    if introduced and (at_once or first.isupper() or lead.endswith(":") or not first.isalpha()):
        return QuoteKind.DIRECT if not _is_title(text, marked, words, place) else QuoteKind.TITLE
    if opens_sentence:
        return _kind_alone(text, place, words)
    cue_beside = (
        place.before is not None
        and place.before.cue is not None
        and not text[_cue_end(place.before) : marked.opened].strip(" \u00a0,:")
    )
    if cue_beside and place.before and place.before.cue and len(words) >= 2:
        if place.before.cue.stance is Stance.FEELING:
            return QuoteKind.DIRECT
    if _is_title(text, marked, words, place):
        return QuoteKind.TITLE
    whole = first.isupper() and len(words) >= 3 and (last in ".?!" or said_after)
    if whole and (cue_beside or not lead or lead[-1] in ",:.?!—–-" or lead.endswith(" that")):
        return QuoteKind.DIRECT
    if lead.endswith(":") and len(words) >= 3 and (first.isupper() or last in ".?!"):
        return QuoteKind.DIRECT
    if (
        said_after
        and last in ",?!"
        and (first.isupper() or lead.endswith((",", ":")))
        and len(words) >= 2
    ):
        return QuoteKind.DIRECT
    if cue_beside and first.isupper() and last in ".?!," and len(words) >= 2:
        return QuoteKind.DIRECT
    if (
        said_after
        and last in ",?!"
        and len(words) >= 3
        and words[0].replace("’", chr(39)).lower() in _SELF
    ):
        if previous_word(text, place) not in _BINDING:
            return QuoteKind.DIRECT
    if previous_word(text, place) in _NAMING and len(words) <= 3:
        return QuoteKind.TITLE if _capitals(text, marked, words) else QuoteKind.SCARE
    if cue_beside and place.before and place.before.cue and len(words) >= 2:
        spoken = place.before.cue.stance in (Stance.FEELING, Stance.ASKING)
        spoken = spoken or words[0].replace("’", "'").lower() in _SELF
        if spoken or (first.isupper() and len(words) >= 3):
            return QuoteKind.DIRECT
    if re.search(r"[.?!] [^\sa-z]", text[marked.start : marked.end]) and len(words) >= 4:
        return QuoteKind.DIRECT
    sourced = place.before is not None or (place.after is not None and place.after.confidence > 0.5)
    if len(words) == 1:
        return QuoteKind.SCARE
    if sourced or len(words) >= 5:
        return QuoteKind.PARTIAL
    return QuoteKind.SCARE


def _cue_end(attribution: Attribution) -> int:
    """Where the verb ends, or the person spoken to who follows it."""
    ends = [part.end for part in (attribution.cue, attribution.addressee) if part]
    return max(ends, default=0)


def _cue_distance(text: str, place: _Place) -> int:
    """Characters between the reporting verb before a quote and its opening mark."""
    cue = place.before.cue if place.before else None
    return place.marked.opened - cue.end if cue else 1_000


def previous_word(text: str, place: _Place) -> str:
    """The reporter's last word before a quote, in lower case."""
    lead = text[max(place.line_start, place.marked.opened - 30) : place.marked.opened]
    words: list[str] = _WORDS.findall(lead)
    return words[-1].lower() if words else ""


def _apart(text: str, marked: Marked) -> bool:
    """Whether a comma or a stop parts the quote from what follows, as an attribution wants it."""
    return text[marked.end - 1] in ",?!…—–-." or text[marked.after : marked.after + 2].strip()[
        :1
    ] in (",", "—", "–", "-")


def _kind_alone(text: str, place: _Place, words: list[str]) -> QuoteKind:
    """A quote that opens its sentence and has no attribution after it."""
    marked = place.marked
    rest = text[marked.after : place.next_mark].lstrip(" \u00a0")
    whole_line = not text[marked.after : place.line_end].strip()
    last = text[marked.end - 1]
    ends = last in ".?!…" or (last == "," and not rest)
    if ends and (len(words) > 1 or whole_line):
        lower_follows = rest[:1].islower()
        if not lower_follows or last in "?!":
            return QuoteKind.DIRECT
    if whole_line and len(words) >= 4:
        return QuoteKind.DIRECT
    inside_stop = re.search(r"[.?!] ", text[marked.start : marked.end])
    if len(words) >= 7 and (inside_stop or last == ","):
        return QuoteKind.DIRECT
    if _capitals(text, marked, words):
        return QuoteKind.TITLE
    if len(words) >= 3 and words[0].replace("’", "'").lower() in _SELF:
        return QuoteKind.DIRECT
    if rest[:1] in (".",) and len(words) >= 4:
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if len(words) >= 4 else QuoteKind.SCARE


_NAMING = word_class("naming")
_SELF = word_class("clause_subjects")
_BINDING = word_class("phrase_ends") - {"but", "then", "so", "yet", "nor"}
_SMALL = word_class("small_title_words")


def _capitals(text: str, marked: Marked, words: list[str]) -> bool:
    return bool(words) and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words
    )


def _is_title(text: str, marked: Marked, words: list[str], place: _Place) -> bool:
    if len(words) > 12 or not _capitals(text, marked, words) or words == ["I"]:
        return False
    if previous_word(text, place) in _NAMING:
        return True
    last = text[marked.end - 1]
    lead = text[max(place.line_start, marked.opened - 40) : marked.opened].rstrip(" \u00a0")
    cue_before = place.before is not None and place.before.close and place.before.cue is not None
    if cue_before and lead.endswith((",", ":")):
        return False
    if last in ".?!" and len(words) < 3 and cue_before:
        return False
    previous = _WORDS.findall(lead)[-1:] or [""]
    if len(words) == 1:
        following = text[marked.after : marked.after + 2].strip()
        between = previous[0][:1].isupper() and following[:1].isupper()
        return between or previous[0] in _NAMING or previous[0] in ("as", "in")
    return True


def _attributed(text: str, places: list[_Place], names: Names) -> list[Quote]:
    """Join the parts of utterances and give each the attribution of one of them."""
    groups = _groups(text, places)
    quotes: list[Quote] = []
    previous: tuple[Speaker | None, Quote | None] = (None, None)
    for number, (group, own) in enumerate(groups):
        members = [places[index] for index in group]
        kind = members[0].kind
        attribution = own
        if attribution is None and kind is QuoteKind.DIRECT:
            attribution = _around(text, places, group, previous[1])
        speaker = cue = addressee = setting = None
        if attribution is not None and _wants_source(members[0], attribution):
            speaker = _speaker(text, attribution, names, previous[0])
            cue, addressee, setting = attribution.cue, attribution.addressee, attribution.setting
        if speaker is None and kind is QuoteKind.DIRECT and previous[1] is not None:
            speaker = _carried(members[0], previous[1])
        for place in members:
            item = place.marked
            own_kind = kind if place.kind is not QuoteKind.DIRECT else QuoteKind.DIRECT
            quotes.append(
                Quote(
                    item.start,
                    item.end,
                    own_kind,
                    number,
                    item.depth,
                    item.closed,
                    speaker,
                    cue,
                    addressee,
                    setting,
                )  # fmt: skip
            )
        if kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL) and speaker is not None:
            previous = (speaker, quotes[-1])
    quotes.sort(key=lambda quote: quote.start)
    return quotes


def _wants_source(place: _Place, attribution: Attribution) -> bool:
    if place.kind is QuoteKind.TITLE:
        return False
    if place.kind is QuoteKind.SCARE:
        cue = attribution.cue
        return cue is not None and attribution.close and cue.end <= place.marked.opened
    return True


def _carried(place: _Place, previous: Quote) -> Speaker | None:
    """The speaker of the quote before, where nothing else tells."""
    speaker = previous.speaker
    if speaker is None or place.marked.opened - previous.end > 1500:
        return None
    return replace(speaker, confidence=min(speaker.confidence, 0.4))


def _groups(text: str, places: list[_Place]) -> list[tuple[list[int], Attribution | None]]:
    """The quotes that make one utterance each, with the attribution found beside one of them."""
    groups: list[tuple[list[int], Attribution | None]] = []
    for index, place in enumerate(places):
        own = _own(text, place)
        if own is None and (earlier := _resumed(text, places, groups, place)):
            earlier.append(index)
            continue
        if groups:
            members, attribution = groups[-1]
            last = places[members[-1]]
            bond = _bond(text, last, place, attribution, own)
            if bond == "" and own is not None and own.confidence <= 0.7 and own is place.after:
                bond = _bond(text, last, place, attribution, None)
            if bond == "same" or (bond == "open" and (own is None or attribution is None)):
                members.append(index)
                groups[-1] = (members, attribution or own)
                if place.kind is not QuoteKind.DIRECT:
                    places[index] = place._replace(kind=QuoteKind.DIRECT)
                continue
            if bond == "list" and attribution is not None:
                if place.kind is QuoteKind.PARTIAL:
                    places[index] = place._replace(kind=last.kind)
                groups.append(([index], attribution))
                continue
            if bond == "open" and own is not None and attribution is not None:
                tail = _unclosed_tail(places, members)
                if tail:
                    groups[-1] = (members[: len(members) - len(tail)], attribution)
                    groups.append(([*tail, index], own))
                    continue
        groups.append(([index], own))
    _pass_back(text, places, groups)
    return groups


def _resumed(
    text: str,
    places: list[_Place],
    groups: list[tuple[list[int], Attribution | None]],
    place: _Place,
) -> list[int] | None:
    """The utterance that goes on after words set off in its attribution (", known as “take,” …")."""
    if place.kind is not QuoteKind.DIRECT or not groups:
        return None
    skipped = 0
    for members, attribution in reversed(groups[-4:]):
        last = places[members[-1]]
        if last.line_start != place.line_start:
            return None
        if last.kind in (QuoteKind.SCARE, QuoteKind.TITLE, QuoteKind.PARTIAL):
            skipped += 1
            continue
        same = skipped and _bond(text, last, place, attribution, None) == "same"
        return members if same else None
    return None


def _pass_back(
    text: str, places: list[_Place], groups: list[tuple[list[int], Attribution | None]]
) -> None:
    """Give a fragment the attribution after the next one of its sentence ("“a” and “b,” he said")."""
    for number in range(len(groups) - 2, -1, -1):
        members, attribution = groups[number]
        following, later = groups[number + 1]
        index, place = members[-1], places[members[-1]]
        next_place = places[following[0]]
        if attribution is not None or later is None or later is not next_place.after:
            continue
        if place.kind not in (QuoteKind.PARTIAL, QuoteKind.SCARE) or len(place.spans) > 1:
            continue
        several = " " in text[place.marked.start : place.marked.end]
        if several and len(next_place.spans) > 1 and next_place.sentence == place.sentence:
            places[index] = place._replace(kind=QuoteKind.PARTIAL)
            groups[number] = (members, later)


def _unclosed_tail(places: list[_Place], members: list[int]) -> list[int]:
    """The members at the end that no closing mark and no attribution part from what follows."""
    tail: list[int] = []
    for index in reversed(members[1:]):
        place = places[index]
        if place.marked.closed or place.after is not None:
            break
        tail.insert(0, index)
    return tail


def _own(text: str, place: _Place) -> Attribution | None:
    """The attribution in a quote's own sentence that is its own."""
    before, after = place.before, place.after
    if place.kind is not QuoteKind.DIRECT:
        sure = before is not None and (before.confidence >= 0.7 or after is None)
        return before if sure else after or before
    follows = after is not None and _apart(text, place.marked)
    if before is not None and before.close and _introduces(text, place, before):
        ends_in_comma = text[place.marked.end - 1] == "," and before.confidence < 0.95
        later = follows and after is not None and after.close and after.cue is not None
        if not (later and (before.cue is None or ends_in_comma or len(place.spans) > 1)):
            return before
    return after if follows else before or after


def _introduces(text: str, place: _Place, before: Attribution) -> bool:
    """Whether nothing, a comma or a colon stands between a verb and the quote."""
    lead = text[place.spans[-1][0] : place.spans[-1][1]].rstrip(" \u00a0")
    if lead.endswith((",", ":")):
        return True
    return before.cue is not None and not text[before.cue.end : place.marked.opened].strip()


def _bond(
    text: str,
    last: _Place,
    place: _Place,
    attribution: Attribution | None,
    own: Attribution | None,
) -> str:
    """How a quote hangs on the one before: "same" utterance, "open" (its mark was missing), "" not."""
    if last.kind is not QuoteKind.DIRECT and last.marked.closed:
        return ""
    if place.marked.resumed:
        return "same"
    gap = text[last.marked.after : place.marked.opened]
    if _lists(gap, last, place):
        return "list"
    runs_out = last.marked.after >= last.line_end - 1 and own is None and len(gap) < _GAP
    if not last.marked.closed and (not gap.strip() or runs_out):
        near = place.marked.paragraph - last.marked.paragraph <= 4
        return "open" if near and place.kind is not QuoteKind.TITLE else ""
    if place.kind is QuoteKind.TITLE:
        return ""
    same_line = place.line_start == last.line_start
    both = last.kind is QuoteKind.DIRECT and place.kind is QuoteKind.DIRECT
    if both and attribution is None and own is place.after and same_line and not gap.strip():
        return "same"
    if own is None and not gap.strip():
        return "same" if place.kind is QuoteKind.DIRECT and (attribution or same_line) else ""
    if attribution is None or last.after is None or last.after.cue is None or not last.after.close:
        return ""
    end = sentence_end(text, last.marked.after, min(len(text), last.marked.after + 400))
    if own is not None and own is not place.before:
        return ""
    if place.marked.opened <= end:
        split = text[place.spans[-1][0] : place.marked.opened].rstrip()
        if split.endswith((",", "—", "–", "-", ":", ".")) and not _new_cue(place, last):
            return "same"
        return ""
    if (
        own is None
        and place.kind is QuoteKind.DIRECT
        and not text[end : place.marked.opened].strip(" \u00a0\n")
    ):
        return "same"
    return ""


def _lists(gap: str, last: _Place, place: _Place) -> bool:
    """Whether two quotes are joined as parts of a list ("read: “Out” and “Down with it”")."""
    if place.kind not in (QuoteKind.PARTIAL, last.kind) or not last.marked.closed:
        return False
    return gap.strip(" ,;") in ("and", "or", "but also") or gap.strip() in (",", ";")


def _new_cue(place: _Place, last: _Place) -> bool:
    """Whether the words between bring a verb of their own for what follows ("adding:")."""
    before = place.before
    if before is None or before.cue is None or last.after is None or last.after.cue is None:
        return False
    return before.cue.start != last.after.cue.start


def _around(
    text: str, places: list[_Place], group: list[int], previous: Quote | None
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
    found = in_sentence(text, begin, end)
    if (
        found
        and found.cue is None
        and previous is not None
        and first.marked.opened - previous.end < 800
    ):
        return None if previous.speaker and previous.speaker.confidence >= 0.4 else found
    return found


def _speaker(
    text: str, attribution: Attribution, names: Names, previous: Speaker | None
) -> Speaker | None:
    if attribution.mention is None or attribution.phrase is None:
        return None
    start, end = attribution.mention
    mention = text[start:end]
    lower = mention.lower()
    if attribution.has_name:
        printed = mention.strip("’'")
        name = names.fullest(printed, start)
        return Speaker(name, mention, start, end, names.kind(name), attribution.confidence)
    if lower in ("he", "she"):
        found = names.antecedent(lower, start)
        if found is not None:
            name = names.fullest(found.surname, found.start)
            return Speaker(
                name, mention, start, end, SpeakerKind.PERSON, min(attribution.confidence, 0.8)
            )
        fits = previous is not None and _gender_fits(lower, previous)
        if fits and previous and previous.start < start and start - previous.start < 1_500:
            return Speaker(previous.name, mention, start, end, previous.kind, 0.6)
        if role := _earlier_role(text, start):
            return Speaker(role, mention, start, end, SpeakerKind.ROLE, 0.5)
        return Speaker(mention, mention, start, end, SpeakerKind.PERSON, 0.3)
    if lower in ("it", "they") and (stated := _earlier_subject(text, start, previous, names)):
        return replace(stated, mention=mention, start=start, end=end)
    if lower in ("it", "they", "who") and previous is not None and start - previous.end < 1000:
        return Speaker(previous.name, mention, start, end, previous.kind, 0.55)
    holder = names.holder(mention, start) if lower.startswith("the ") else None
    name = holder or mention
    kind = SpeakerKind.PERSON if holder else SpeakerKind.ROLE
    return Speaker(name, mention, start, end, kind, min(attribution.confidence, 0.85))


def _gender_fits(pronoun: str, speaker: Speaker) -> bool:
    """Whether he or she can be this speaker, by given name or role ("his wife" is no he)."""
    gender = vocabulary().gender
    words = speaker.name.split()
    known = gender.get(words[-1].lower()) or gender.get(words[0])
    return not known or known == ("m" if pronoun == "he" else "f")


def _earlier_sentence(text: str, position: int) -> tuple[int, int]:
    """The sentence before the one at `position`, which may stand in the paragraph before."""
    line = text.rfind("\n", 0, position) + 1
    own = sentence_start(text, max(line, position - _BACK), position)
    end = len(text[max(0, own - _BACK) : own].rstrip()) + max(0, own - _BACK)
    lowest = max(text.rfind("\n", 0, end) + 1, end - _BACK)
    return sentence_start(text, lowest, end), end


def _earlier_role(text: str, position: int) -> str | None:
    """Who spoke in the sentence before the one at `position`, where no name is given."""
    found = in_sentence(text, *_earlier_sentence(text, position))
    if found is None or found.phrase is None:
        return None
    role = text[slice(*found.phrase)]
    people = role.lower().split()[-1] in vocabulary().roles
    return role if people and not found.has_name else None


def _earlier_subject(
    text: str, position: int, previous: Speaker | None, names: Names
) -> Speaker | None:
    """What "it" or "they" stands for: the subject of the sentence before, in the same paragraph."""
    begin, end = _earlier_sentence(text, position)
    same_paragraph = text.find("\n", begin, position) < 0
    if begin >= end or not same_paragraph or (previous and previous.start >= begin):
        return None
    tokens = tokens_of(text, begin, end)
    phrase = main_phrase(tokens, len(tokens))
    if phrase is None or tokens[phrase.first].lower in PRONOUNS:
        return None
    first = phrase.name if phrase.has_name else phrase.first
    name = text[tokens[first].start : tokens[phrase.last - 1].end]
    if phrase.has_name and names.is_person(name):
        return None
    kind = names.kind(name) if phrase.has_name else SpeakerKind.ROLE
    return Speaker(name, name, begin, end, kind, 0.55)


def speaker_of_sentence(text: str, start: int, end: int) -> tuple[Speaker, Cue] | None:
    """Who speaks in a sentence of indirect speech, and with which verb.

    None where it does not report speech. Names are resolved within 5,000 characters.
    """
    found = in_sentence(text, start, end)
    if found is None or found.cue is None or found.mention is None:
        return None
    begin = max(0, start - 4_000)
    window = text[begin : end + 1_000]
    quoted = [(m.start, m.end) for m in marked_spans(window) if m.depth == 0]
    first, last = found.mention
    moved = found._replace(
        mention=(first - begin, last - begin), phrase=(first - begin, last - begin)
    )
    speaker = _speaker(window, moved, Names(window, quoted), None)
    if speaker is None:
        return None
    return replace(speaker, start=first, end=last), found.cue


def _with_nested(text: str, marked: list[Marked], quotes: list[Quote], names: Names) -> list[Quote]:
    """Add the quotes inside quotes; their speaker is stated inside or not at all."""
    nested = [item for item in marked if item.depth > 0]
    number = len(marked)
    starts = [quote.start for quote in quotes]
    found = list(quotes)
    for item in nested[: len(text) // _PER_QUOTE + 200]:
        outer = quotes[bisect_right(starts, item.start) - 1]
        begin = sentence_start(text, max(outer.start, item.opened - _BACK), item.opened)
        before = before_quote(text, item, [(begin, item.opened)])
        place = _Place(
            item, outer.start, outer.end, begin, ((begin, item.opened),), outer.end, before, None,
            QuoteKind.PARTIAL,
        )  # fmt: skip
        kind = _kind(text, place)
        speaker = cue = None
        if before is not None and before.close and kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL):
            speaker, cue = _speaker(text, before, names, None), before.cue
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
