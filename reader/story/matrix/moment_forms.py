"""The form in which a passage reports a moment: quoted, indirect, as a fact, as a plan.

What is judged is the telling words: those that the passages of other articles have, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.attribution_rules import SPEAKER_WEAK_VERB_NEARBY
from reader.quotes.quote import QuoteKind
from reader.story.matrix.coverage_matrix import MomentForm
from reader.story.matrix.planned_sentences import find_planned
from reader.text.quote_signs import UNMISTAKABLE_SIGNS
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.word_lists import WordLists
from reader.text.words import split_words

if TYPE_CHECKING:
    from reader.quotes.quote import Quote
    from reader.story.moment_words import Span, StoryWord, WordedPassage

FORM_RANKS = {form: rank for rank, form in enumerate(MomentForm)}
"""From the form that says most to the one that says least."""

_MOSTLY = 0.5
"""The share of the telling words, 0..1, from which on they are in a quotation, or in a clause."""
_WHOLE_SENTENCE = 0.25
"""The same for whole sentences between marks, which the reporter only introduces."""
_IN_PART = 0.15
"""The same for a quotation in part, and for sentences beside a plan that tell what is so."""
_SAID = 0.2
"""The share of the telling words, 0..1, that must be said and not say who speaks."""
_IN_PASSING = 0.15
"""A passage mentions a moment where its telling words are a smaller share of its words, 0..1,"""
_OF_FULLEST = 0.5
"""and a smaller part, 0..1, of what this share is in the article that has most of it."""
_OPENING = 4
"""and where none of so many words of weight, the first of its sentence, is one of them."""
_SPEECH_FRAME = re.compile(
    r"\b(?:according to|call(?:s|ed|ing)? (?:[^\s,;]+ )?(?:for|on|upon)|(?:accus|urg)(?:es|ed|ing)"
    r"|(?:was|were|been|be|is|are) told"
    r"|(?:allegation|claim|accusation|assertion|argument|suggestion)s? that"
    # Other forms may be nouns: "a state plan that".
    r"|(?P<verb>\w+ed|said|says|told|wrote)(?= (?:[^\s,;]+ ){0,3}?that\b)|(?P<gerund>\w+ing))\b",
    re.IGNORECASE,
)
"""Where speech is reported without a subject and a verb side by side."""
_MOST_VERBS = 3
"""So many reporting verbs of a sentence are tried."""
_CLOSING = 0.3
"""What follows an attribution that ends a sentence is a smaller part of it, 0..1."""
_BEFORE_CLOSING = (",", "”", '"')
_MARKS = '.,;:—–“”"('
_CONTRAST = re.compile(r", (?:while|whereas) ")
"""Before what the reporter says besides."""
_ACTS = WordLists(__file__, "performed_acts")


def judge_form(
    worded: WordedPassage,
    telling: Collection[str],
    quotes: Sequence[Quote],
    fullest: float = 1.0,
) -> MomentForm:
    """Return the form in which a passage reports a moment.

    Args:
        worded: the passage.
        telling: the stems that the other articles' passages of the moment have, too; all of its
            own where no other article reports it.
        quotes: those of its paragraph.
        fullest: the highest share of telling words that an article has.
    """
    words = _list_telling(worded, telling)
    if not words:
        return MomentForm.MENTIONED
    if (quoted := _judge_quoted(worded, words, quotes)) is not None:
        return quoted
    text = worded.passage.paragraph.text
    start, end = max(worded.sentences, key=lambda span: _weigh(words, (span,)))
    for speech in _read_speech(text, start, end):
        said = _said(worded, words, [speech.attribution])
        if _weigh(said, [speech.governed]) >= _MOSTLY * _total(said):
            return MomentForm.INDIRECT
    if _is_governed(text, start, end, words):
        return MomentForm.INDIRECT
    is_small = share_told(worded, telling) < min(_IN_PASSING, _OF_FULLEST * fullest)
    if is_small and _is_about_else(worded, (start, end), telling):
        return MomentForm.MENTIONED
    return MomentForm.PLANNED if _is_plan(worded, words) else MomentForm.REPORTED


def has_quoted_form(
    worded: WordedPassage, telling: Collection[str], quotes: Sequence[Quote]
) -> bool:
    """Return whether the form of a passage is quoted or partly quoted, read from its quotes alone.

    The arguments are those of `judge_form`.
    """
    words = _list_telling(worded, telling)
    return bool(words) and _judge_quoted(worded, words, quotes) is not None


def _list_telling(worded: WordedPassage, telling: Collection[str]) -> list[StoryWord]:
    return [word for word in worded.words if word.weight and word.stem in telling]


def _judge_quoted(
    worded: WordedPassage, words: Sequence[StoryWord], quotes: Sequence[Quote]
) -> MomentForm | None:
    """Return in which form telling words are quoted; None where too few of them are."""
    beside = [span for quote in quotes for span in _attribution(quote)]
    return _judge_quotes(_said(worded, words, beside), quotes)


def _is_about_else(worded: WordedPassage, sentence: Span, telling: Collection[str]) -> bool:
    """Return whether a sentence neither begins with telling words nor has quotation marks."""
    start, end = sentence
    weighty = [word.stem for word in worded.words if word.weight and start <= word.start < end]
    text = worded.passage.paragraph.text[start:end]
    is_quoting = any(sign in text for sign in UNMISTAKABLE_SIGNS)
    return not is_quoting and not any(stem in telling for stem in weighty[:_OPENING])


def share_told(worded: WordedPassage, telling: Collection[str]) -> float:
    """Return the share, 0..1, of the weight of a passage that its telling words have."""
    total = sum(word.weight for word in worded.words)
    told = sum(word.weight for word in worded.words if word.stem in telling)
    return told / total if total else 0.0


def _judge_quotes(words: Sequence[StoryWord], quotes: Sequence[Quote]) -> MomentForm | None:
    """Return the form of what is quoted; None where it is too little."""
    whole: list[Span] = []
    parts: list[Span] = []
    for quote in quotes:
        if quote.passage is None or quote.kind is QuoteKind.TITLE:
            continue
        # Words set off are speech where somebody is said to have said something.
        if quote.kind is not QuoteKind.SCARE or quote.cue is not None or _follows_speech(quote):
            spans = whole if quote.kind is QuoteKind.DIRECT else parts
            spans.append((quote.passage.start, quote.passage.end))
    total = _total(words)
    direct = _weigh(words, whole)
    quoted = direct + _weigh(words, parts)
    is_quoted = quoted >= _MOSTLY * total or direct >= _WHOLE_SENTENCE * total
    if is_quoted and 2 * direct >= quoted:
        return MomentForm.QUOTED
    return MomentForm.PARTLY_QUOTED if quoted >= _IN_PART * total else None


def _follows_speech(quote: Quote) -> bool:
    """Return whether a verb of speech, of whatever form, is before a quote in its sentence."""
    passage = quote.passage
    if passage is None:
        return False
    paragraph = passage.paragraph
    starts = [span.start for span in paragraph.sentences if span.start <= passage.start]
    before = paragraph.text[max(starts, default=0) : passage.start]
    if before.rstrip(UNMISTAKABLE_SIGNS + " ").lower().endswith("so-called"):
        return False
    return not load_reporting_verbs().single.keys().isdisjoint(split_words(before.lower()))


def _attribution(quote: Quote) -> Iterator[Span]:
    """Yield the reporter's words that say who says a quote and how, in its paragraph."""
    if quote.passage is None:
        return
    begin = quote.start - quote.passage.start
    parts = (quote.speaker, quote.cue, quote.addressee, quote.setting)
    spans = [(part.start - begin, part.end - begin) for part in parts if part is not None]
    length = len(quote.passage.paragraph.text)
    inside = [(start, end) for start, end in spans if start >= 0 and end <= length]
    # What is between speaker and verb belongs to them: "Smith, a spokeswoman of the party, said".
    before = [span for span in inside if span[1] <= quote.passage.start]
    after = [span for span in inside if span[0] >= quote.passage.end]
    text = quote.passage.paragraph.text
    for beside in (before, after):
        if beside:
            first = min(start for start, _ in beside)
            yield _phrase_start(text, first), max(end for _, end in beside)


def _phrase_start(text: str, name: int) -> int:
    """Return where the words that introduce a name begin: its titles and roles."""
    before = text[:name]
    return max(before.rfind(mark) for mark in _MARKS) + 1


def _said(
    worded: WordedPassage, words: Sequence[StoryWord], attributions: Sequence[Span]
) -> Sequence[StoryWord]:
    """Return the telling words that don't say who speaks; all others where there are few of them.

    Two articles may share little but who said something to whom.
    """
    if not attributions:
        return words
    said = _without(words, attributions)
    if _total(said) >= _SAID * _total(words):
        return said
    return _without([word for word in worded.words if word.weight], attributions) or words


def _without(words: Sequence[StoryWord], spans: Sequence[Span]) -> list[StoryWord]:
    """Return the words outside some spans."""
    return [
        word
        for word in words
        if not any(start <= word.start and word.end <= end for start, end in spans)
    ]


def _total(words: Sequence[StoryWord]) -> float:
    return sum(word.weight for word in words)


def _weigh(words: Sequence[StoryWord], spans: Sequence[Span]) -> float:
    """Return the weight of the words inside some spans."""
    weight = 0.0
    for start, end in spans:
        for word in words:
            if start <= word.start and word.end <= end:
                weight += word.weight
    return weight


def _is_governed(text: str, start: int, end: int, words: Sequence[StoryWord]) -> bool:
    """Return whether most of the telling words follow words that report speech."""
    verbs = load_reporting_verbs().single
    for frame in _SPEECH_FRAME.finditer(text, start, end):
        key = frame["verb"] or frame["gerund"]
        verb = verbs.get(key.lower()) if key else None
        is_act = verb is not None and frame["gerund"] and verb.lemma in _ACTS.words[""]
        if key and (verb is None or verb.is_weak or is_act):
            continue
        contrast = _CONTRAST.search(text, frame.end(), end)
        said = (frame.end(), contrast.start() if contrast else end)
        if _weigh(words, [said]) >= _MOSTLY * _total(words):
            return True
    return False


class _Speech(NamedTuple):
    """Speech that a sentence reports."""

    attribution: Span
    governed: Span
    """What is said."""


@lru_cache(maxsize=1 << 12)
def _read_speech(text: str, start: int, end: int) -> tuple[_Speech, ...]:
    """Return the speech that a sentence reports; the matrix and the collated story ask for it."""
    return tuple(_find_speech(text, start, end))


def _find_speech(text: str, start: int, end: int) -> Iterator[_Speech]:
    """Yield the speech that a sentence reports, by its reporting verbs."""
    begin = start
    for _ in range(_MOST_VERBS):
        if not _may_report(text[begin:end]):
            return
        found = read_sentence(text, begin, end)
        if found is None or found.cue is None or found.mention is None:
            return
        if found.rule is SPEAKER_WEAK_VERB_NEARBY:
            begin = max(found.mention[1], found.cue.end)
            continue
        cue, (first, last) = found.cue, found.mention
        opening, after = min(first, cue.start), max(last, cue.end)
        is_short = end - after < _CLOSING * (end - start)
        if is_short and text[start:opening].rstrip().endswith(_BEFORE_CLOSING):
            yield _Speech((opening, end), (start, opening))
        elif cue.lemma not in _ACTS.words[""] or text[cue.end : end].lstrip().startswith("that "):
            contrast = _CONTRAST.search(text, after, end)
            said_end = contrast.start() if contrast else end
            yield _Speech((max(start, _phrase_start(text, opening)), after), (cue.end, said_end))
        begin = after


def _may_report(sentence: str) -> bool:
    """Return whether a sentence has a word that reports speech."""
    return not _reporting_words().isdisjoint(split_words(sentence.lower()))


@lru_cache(maxsize=1)
def _reporting_words() -> frozenset[str]:
    verbs = load_reporting_verbs()
    single = (key for key, verb in verbs.single.items() if not (verb.is_weak or verb.is_gerund))
    return frozenset(("according", *single, *(first for first, _ in verbs.double)))


def _is_plan(worded: WordedPassage, words: Sequence[StoryWord]) -> bool:
    """Return whether what a passage tells is to come, and no sentence of it tells what is so."""
    planned: list[Span] = []
    rest: list[Span] = []
    for sentence in worded.sentences:
        if found := find_planned(worded, sentence):
            planned += found
        else:
            rest.append(sentence)
    total = _total(words)
    return bool(planned) and (
        _weigh(words, planned) >= _MOSTLY * total and _weigh(words, rest) < _IN_PART * total
    )
