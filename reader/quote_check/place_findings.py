"""Where the words of a quotation are in its source: in one quotation, in several, or in none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.source_search import MOST_SHORT_WORDS
from reader.quote_check.source_sentences import SENTENCE_CHARS
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.speaker_agreement import are_two_people
from reader.quote_versions.word_edits import EditKind
from reader.quotes.quote import Quote
from reader.text.excerpts import excerpt
from reader.text.reporting_verbs import load_reporting_verbs

_LEAST_MOVED = 3
"""Words of a run that is searched elsewhere."""
_MOST_OF_RUN = 0.6
"""Part of some new words that must be in a row elsewhere in the passage to be moved ones."""

Locate = Callable[[Sequence[QuoteWord]], SourcePassage | None]


def find_place_findings(
    found: SourcePassage, base: PrintedWords, steps: Sequence[PrintedDifference]
) -> Iterator[Finding]:
    """Yield the findings on where the words are that the quotation has from its source.

    Args:
        found: the passage of the source.
        base: its words.
        steps: the differences from it.
    """
    words = [
        word
        for step in steps
        if step.kind is EditKind.SAME
        for word in base.words[step.base]
        if not word.bracketed
    ]
    source, is_short = found.source, len(words) <= MOST_SHORT_WORDS
    # A word or two of a line without a label are not known to be spoken.
    quotes = [
        None if is_short and source.may_be_told(word.start) else quote
        for word, quote in zip(words, source.find_quotes_of(words), strict=True)
    ]
    outside = [word for word, quote in zip(words, quotes, strict=True) if quote is None]
    if outside:
        yield _find_unquoted(found, outside, is_whole=len(outside) == len(words))
    inside = {quote.utterance: quote for quote in quotes if quote is not None}
    if len(inside) > 1:
        yield _find_joined(found, list(inside.values()))
    if inside and not outside and not is_short:
        yield from _find_nested(found, words)


def _find_unquoted(found: SourcePassage, words: Sequence[QuoteWord], *, is_whole: bool) -> Finding:
    """Return the finding that words are the reporter's, with the sentence that they are from."""
    text = found.source.text
    sentence = found.source.sentences.read_sentence(words[0])
    is_reported = _reports_speech(sentence)
    code = ReasonCode.INDIRECT_MADE_DIRECT if is_reported else ReasonCode.NOT_QUOTED
    what = "in the source, but not as a quotation"
    if not is_whole:
        what = f"not in quotation marks in the source: {mark_words(_print_runs(text, words))} in"
    shown = excerpt(sentence, SENTENCE_CHARS)
    reason = CheckReason(
        code,
        True,
        f"{what}: “{shown}”" if is_whole else f"{what} “{shown}”",
        "",
        sentence,
        passages=found.source.passages_of(words),
    )
    return Finding(Verdict.NOT_QUOTED, reason)


@lru_cache(maxsize=1 << 12)
def _reports_speech(sentence: str) -> bool:
    verbs = load_reporting_verbs().single
    return any(
        (verb := verbs.get(word.strip(".,;:").lower())) is not None and not verb.is_weak
        for word in sentence.split()
    )


def _find_nested(found: SourcePassage, words: Sequence[QuoteWord]) -> Iterator[Finding]:
    """Yield the finding that all words are those that the speaker quotes from somebody."""
    nested = found.source.find_nested_quote(words[0].start, words[-1].end)
    if nested is None:
        return
    is_all = nested.start <= found.base[0].start and found.base[-1].end <= nested.end
    if is_all:
        return
    text = excerpt(found.text, SENTENCE_CHARS)
    reason = CheckReason(
        ReasonCode.ATTRIBUTION, True, f"quoted from somebody else in “{text}”", "", found.text
    )
    yield Finding(Verdict.TRIMMED, reason)


def _print_runs(text: str, words: Sequence[QuoteWord]) -> str:
    """Return words as printed, without those between them."""
    return " ".join(text[word.start : word.end] for word in words)


def _find_joined(found: SourcePassage, quotes: Sequence[Quote]) -> Finding:
    places = [found.source.name_place(quote.start) for quote in quotes]
    return make_joined(quotes, places)


def make_joined(quotes: Sequence[Quote], places: Sequence[str]) -> Finding:
    """Return the finding that words of several quotations are given as one."""
    first = quotes[0]
    others = [quote for quote in quotes[1:] if are_two_people(first.speaker, quote.speaker)]
    where = " and ".join(dict.fromkeys(places))
    where = where if len(set(places)) > 1 else f"two quotations in {where}"
    if not others or first.speaker is None:
        reason = CheckReason(ReasonCode.JOINED, True, f"joined from {where}")
        return Finding(Verdict.JOINED, reason)
    names = [first.speaker.display_name]
    names += [quote.speaker.display_name for quote in others if quote.speaker]
    text = f"joins the words of {' and '.join(dict.fromkeys(names))}, {where}"
    return Finding(Verdict.JOINED, CheckReason(ReasonCode.CROSSES_SPEAKERS, True, text))


def find_moved_words(
    found: SourcePassage,
    base: PrintedWords,
    steps: Sequence[PrintedDifference],
    version: PrintedWords,
    locate: Locate,
) -> tuple[list[PrintedDifference], list[Finding]]:
    """Find new words of a quotation elsewhere in its source, or in another quotation.

    Args:
        found: the passage of the source.
        base: its words.
        steps: the differences from it.
        version: the words of the draft.
        locate: searches words in all sources.

    Returns:
        The differences that are left, and the findings on the words that were found.
    """
    left: list[PrintedDifference] = []
    findings: list[Finding] = []
    moved: list[tuple[int, int]] = []
    for step in steps:
        words = version.words[step.version]
        is_new = step.kind in (EditKind.INSERTED, EditKind.CHANGED) and step.code is None
        # A reporter's words in brackets may be anywhere else.
        is_new = is_new and not all(word.bracketed for word in words)
        if not is_new or len(words) < _LEAST_MOVED:
            left.append(step)
            continue
        place = _find_run(base.words, words)
        if place is not None:
            moved.append((place.start, place.stop))
            text = (
                f"moved: {mark_words(version.print_words(step.version))} is elsewhere in the source"
            )
            printed = version.print_words(step.version)
            reason = CheckReason(ReasonCode.MOVED, True, text, printed, printed)
            finding: Finding | None = Finding(Verdict.MOVED, reason)
        else:
            finding = _find_elsewhere(found, words, locate)
        if finding is None:
            left.append(step)
            continue
        findings.append(finding)
        if step.kind is EditKind.CHANGED:
            end = slice(step.version.stop, step.version.stop)
            left.append(step._replace(kind=EditKind.DROPPED, version=end))
    return _without_moved(left, moved), findings


def _find_run(base: Sequence[QuoteWord], words: Sequence[QuoteWord]) -> slice | None:
    """Return where the words of a passage are that most of some new words repeat in a row."""
    keys, run = [word.key for word in base], [word.key for word in words]
    match = SequenceMatcher(None, keys, run, autojunk=False).find_longest_match(
        0, len(keys), 0, len(run)
    )
    if match.size < max(_LEAST_MOVED, _MOST_OF_RUN * len(run)):
        return None
    return slice(match.a, match.a + match.size)


def _find_elsewhere(
    found: SourcePassage, words: Sequence[QuoteWord], locate: Locate
) -> Finding | None:
    """Return the finding that new words are those of another quotation."""
    other = locate(words)
    if other is None or other.quote is None or found.quote is None or not other.is_whole_quote:
        return None
    same = sum(edit.version_count for edit in other.edits if edit.kind is EditKind.SAME)
    is_same_quote = other.source is found.source and other.quote.utterance == found.quote.utterance
    if same < len(words) or other.faults or is_same_quote:
        return None
    both = sorted((found, other), key=lambda one: (one.source.number, one.span))
    is_apart = found.source is not other.source
    places = [one.source.name_place(one.span[0], with_source=is_apart) for one in both]
    return make_joined([one.quote for one in both if one.quote], places)


def _without_moved(
    steps: Sequence[PrintedDifference], moved: Sequence[tuple[int, int]]
) -> list[PrintedDifference]:
    """Take the words that are elsewhere in the quotation out of those that were left out."""
    left = []
    for step in steps:
        if step.kind is EditKind.DROPPED:
            start, stop = step.base.start, step.base.stop
            for first, last in moved:
                if first <= start < last:
                    start = min(last, stop)
                if first < stop <= last:
                    stop = max(first, start)
            if start >= stop:
                continue
            step = step._replace(base=slice(start, stop))
        left.append(step)
    return left
