"""The form in which a passage reports a moment: quoted, indirect, as a fact, as a plan."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.quotes.quote import QuoteKind
from reader.quotes.speakers import read_sentence_speaker
from reader.story.matrix import MomentForm
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import Modality, find_clauses

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.quotes.quote import Quote
    from reader.story.moment_words import StoryWord

FORM_RANKS = {form: rank for rank, form in enumerate(MomentForm)}
"""From the form that says most to the one that says least."""

_MOSTLY = 0.5
"""The share of what is shared, 0..1, from which on it is in a quotation, or in a clause."""
_IN_PART = 0.15
"""The same for a quotation in part."""
_IN_PASSING = 0.2
"""A passage of whose words the other articles share a smaller part only mentions the moment."""
_PLANS = frozenset((Modality.FUTURE, Modality.PLANNED, Modality.LIKELY))


def judge_form(
    passage: Passage,
    words: Sequence[StoryWord],
    shared: Collection[str],
    quotes: Sequence[Quote],
) -> MomentForm:
    """Return the form in which a passage reports a moment.

    Args:
        passage: the passage.
        words: its words.
        shared: the stems that the other articles' passages of the moment have, too; all of its
            own where no other article reports it.
        quotes: those of its paragraph.
    """
    telling = [word for word in words if word.weight and word.stem in shared]
    total = sum(word.weight for word in telling)
    if not total:
        return MomentForm.MENTIONED
    speech = [quote for quote in quotes if quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)]
    quoted = _share(telling, [_span(quote) for quote in speech]) / total
    if quoted >= _MOSTLY:
        return MomentForm.QUOTED if _is_whole(speech, telling) else MomentForm.PARTLY_QUOTED
    if quoted >= _IN_PART:
        return MomentForm.PARTLY_QUOTED
    text = passage.paragraph.text
    sentence = _main_sentence(passage, telling)
    if _share(telling, _governed(text, *sentence)) / total >= _MOSTLY:
        return MomentForm.INDIRECT
    if total < _IN_PASSING * sum(word.weight for word in words):
        return MomentForm.MENTIONED
    return _read_modality(text, telling)


def _span(quote: Quote) -> tuple[int, int]:
    assert quote.passage is not None
    return quote.passage.start, quote.passage.end


def _share(words: Sequence[StoryWord], spans: Sequence[tuple[int, int]]) -> float:
    """Return the weight of the words inside some spans."""
    return sum(
        word.weight
        for word in words
        if any(start <= word.start and word.end <= end for start, end in spans)
    )


def _is_whole(speech: Sequence[Quote], telling: Sequence[StoryWord]) -> bool:
    """Return whether most of what is quoted is whole clauses."""
    whole = _share(telling, [_span(q) for q in speech if q.kind is QuoteKind.DIRECT])
    return 2 * whole >= _share(telling, [_span(q) for q in speech])


def _main_sentence(passage: Passage, telling: Sequence[StoryWord]) -> tuple[int, int]:
    """Return the sentence of the passage in which most of the shared words are."""
    best = max(
        (slice(max(s.start, passage.start), min(s.stop, passage.end))
         for s in passage.paragraph.sentences
         if s.start < passage.end and s.stop > passage.start),
        key=lambda s: _share(telling, [(s.start, s.stop)]),
        default=slice(passage.start, passage.end),
    )  # fmt: skip
    return best.start, best.stop


@lru_cache(maxsize=1024)
def _governed(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the words of a sentence that its reporting verb governs, as spans."""
    lowered = text[start:end].lower()
    verbs = load_reporting_verbs().single
    if "according" not in lowered and verbs.keys().isdisjoint(lowered.split()):
        return ()
    found = read_sentence_speaker(text, start, end)
    if found is None:
        return ()
    speaker, cue = found
    begin, after = min(speaker.start, cue.start), max(speaker.end, cue.end)
    is_closing = begin - start > end - after
    return ((start, begin),) if is_closing else ((cue.end, end),)


def _read_modality(text: str, telling: Sequence[StoryWord]) -> MomentForm:
    """Return whether the clause that has most of the shared words speaks of a plan."""
    clauses = find_clauses(text)
    main = max(clauses, key=lambda c: _share(telling, [(c.start, c.end)]), default=None)
    if main is not None and main.modalities & _PLANS:
        return MomentForm.PLANNED
    return MomentForm.REPORTED
