"""The check of a draft's quotations against its sources, word by word.

For every quotation of the draft the passage of the sources that has most of its words in order is
found, inside marks or not, and judged by its differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from reader.articles import Article, Passage
from reader.quote_check.differing_sources import find_differing_source
from reader.quote_check.draft_verdicts import Verdict
from reader.quote_check.given_speakers import read_as_in_draft
from reader.quote_check.passage_choice import (
    FoundPassages,
    depends_on_place,
    is_line_of,
    prefer_speaker,
    prefer_spelling,
)
from reader.quote_check.passage_judgement import (
    DraftQuote,
    judge_fuller,
    judge_passage,
    take_source_writing,
)
from reader.quote_check.quote_surroundings import (
    read_claimed_speaker,
    read_reporter_words,
    read_sentence_behind,
)
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.source_search import MOST_SHORT_WORDS, SourceSearch
from reader.quote_check.speaker_findings import (
    find_contradicting_source,
)
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, count_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import MAX_WORDS, QuoteWord, read_quote_words
from reader.quote_versions.word_edits import Edit, build_edit_script
from reader.quotes.offsets import ArticleText, join_paragraphs
from reader.quotes.quotation_marks import LONGEST
from reader.quotes.quote import (
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Utterance,
    group_utterances,
)
from reader.quotes.quote_finder import find_quotes
from reader.text.excerpts import excerpt
from reader.text.sentences import ends_sentence
from reader.text.words import split_words

_SMALL_LETTERS = 3
"""Letters of a word that may be without a capital in a title."""
_FEW_WORDS = 3
"""A quotation of fewer words may be anybody's."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quotation of a draft and the passage that it comes from."""

    spans: tuple[tuple[int, int], ...]
    """Its parts in the draft's text."""
    text: str
    kind: QuoteKind
    speaker: Speaker | None
    verdict: Verdict
    source: int | None = None
    """Position of the source, from 0, or None if none has it."""
    source_span: tuple[int, int] | None = None
    """The passage in the source's text."""
    source_text: str | None = None
    source_speaker: Speaker | None = None
    """Its speaker in the source, where the passage is a quotation."""
    edits: tuple[Edit, ...] = ()
    """From the source's passage (base) to the draft's words (version)."""
    base_words: tuple[QuoteWord, ...] = ()
    words: tuple[QuoteWord, ...] = ()
    reasons: tuple[CheckReason, ...] = ()
    """What differs, those that need a look first; empty where nothing does."""
    passages: tuple[Passage, ...] = field(default=(), compare=False)
    """Its parts in the draft; empty where that is a plain text."""
    source_passages: tuple[Passage, ...] = field(default=(), compare=False)
    """The passage in the source, one for each paragraph and each pair of marks; empty where
    the source is a plain text."""

    @property
    def needs_review(self) -> bool:
        """Whether a person should look."""
        return any(reason.needs_review for reason in self.reasons)

    def __repr__(self) -> str:
        return f"<QuoteCheck, {self.verdict.value}: {excerpt(self.text)!r}>"


class QuoteSources:
    """The texts that quotations are checked against, read and indexed once.

    Immutable, and safe to use from several threads.

    Args:
        sources: articles, or their whole texts with paragraphs separated by line breaks; one
            alone or several.
    """

    __slots__ = ("_search",)

    def __init__(self, sources: Article | str | Iterable[Article | str]) -> None:
        listed = [sources] if isinstance(sources, (Article, str)) else sources
        self._search = SourceSearch(listed)

    def __len__(self) -> int:
        return len(self._search.sources)

    def __repr__(self) -> str:
        return f"<QuoteSources, {len(self)} text{'' if len(self) == 1 else 's'}>"

    def check_quote(self, text: str, speaker: Speaker | str | None = None) -> QuoteCheck:
        """Check one quotation; see `check_quote`."""
        spans = ((0, len(text)),)
        words = tuple(read_quote_words(text, spans))
        if not words:
            raise ValueError("there is no word in the quotation")
        if len(words) == MAX_WORDS and len(split_words(text)) > MAX_WORDS:
            raise ValueError(f"more than {MAX_WORDS:,} words; check parts of the quotation")
        stated = _state_speaker(speaker) if isinstance(speaker, str) else speaker
        read = read_as_in_draft(stated) if stated else None
        named, speaker_text = read or (stated, "")
        quoted = DraftQuote(PrintedWords(text, words), named, speaker_text)
        check = self._check_best(quoted, spans, QuoteKind.DIRECT, self._find(quoted))
        return replace(check, speaker=stated)

    def check_quotes(self, draft: Article | str) -> tuple[QuoteCheck, ...]:
        """Check every quotation of a draft; see `check_quotes`."""
        checks = []
        known: dict[tuple[object, ...], FoundPassages] = {}
        article = None if isinstance(draft, str) else ArticleText(draft)
        whole = draft if isinstance(draft, str) else join_paragraphs(draft)
        for utterance in group_utterances(find_quotes(whole)):
            if utterance.first.depth > 0 or _is_title(utterance):
                continue
            found = self._check_utterance(whole, utterance, known)
            if any(_is_cut_short(whole, part) for part in utterance.parts):
                reason = _explain_overlong(f"{LONGEST:,} characters")
                found = tuple(replace(one, reasons=(reason, *one.reasons)) for one in found)
            checks += [
                replace(check, passages=article.passages(check.spans)) if article else check
                for check in found
            ]
        return tuple(checks)

    def _check_utterance(
        self, text: str, utterance: Utterance, known: dict[tuple[object, ...], FoundPassages]
    ) -> tuple[QuoteCheck, ...]:
        """Check a quotation as a whole, and if that needs a look its parts that are apart.

        Args:
            text: the draft.
            utterance: the quotation.
            known: the passages that were found for quotations before.
        """
        spans = tuple((part.start, part.end) for part in utterance.parts)
        words = tuple(read_quote_words(text, spans))
        if not words:
            return ()
        quoted = _read_draft_quote(text, utterance, words)
        key = _make_key(words, quoted.speaker)
        if key not in known:
            known[key] = self._find(quoted)
        check = self._check_best(quoted, spans, utterance.kind, known[key])
        if not check.needs_review:
            return (check,)
        stretches = tuple(_split_at_paragraphs(text, utterance))
        if len(stretches) > 1:
            found = (self._check_utterance(text, stretch, known) for stretch in stretches)
            return tuple(chain.from_iterable(found))
        parts = self._check_parts(text, utterance) if _is_apart(text, utterance) else ()
        return parts or (check,)

    def _check_best(
        self,
        draft: DraftQuote,
        spans: tuple[tuple[int, int], ...],
        kind: QuoteKind,
        passages: FoundPassages,
    ) -> QuoteCheck:
        """Check a quotation by the place of its source that asks for no look, if there is one."""
        check, best = self._check(draft, spans, kind, passages), passages.best
        if best is None or best.faults or not check.needs_review:
            return check
        is_open = depends_on_place(check.reasons)
        for place in self._search.find_places(draft.printed.words, best):
            if is_open or is_line_of(draft, place):
                other = self._check(draft, spans, kind, FoundPassages(place, passages.others))
                if not other.needs_review:
                    return other
        return check

    def _check_parts(self, text: str, utterance: Utterance) -> tuple[QuoteCheck, ...]:
        """Check the parts of a quotation one by one; nothing where none is verified by itself.

        Marks that are closed and opened again need not hold one quotation.
        """
        found = []
        for part in utterance.parts:
            spans = ((part.start, part.end),)
            words = tuple(read_quote_words(text, spans))
            if words:
                quoted = _read_draft_quote(text, Utterance(part.utterance, (part,)), words)
                found.append(self._check(quoted, spans, part.kind, self._find(quoted)))
        return () if all(check.needs_review for check in found) else tuple(found)

    def _find(self, draft: DraftQuote) -> FoundPassages:
        """Find the passage of a quotation, and those of other sources with all its words."""
        words, speaker = draft.printed.words, draft.speaker
        best = self._search.find_passage(words, speaker)
        if best is None:
            return FoundPassages(self._find_respelled(draft), ())
        others = self._search.find_other_passages(words, speaker, best)
        found = prefer_spelling(draft, FoundPassages(best, others))
        return prefer_speaker(draft, found)

    def _find_respelled(self, draft: DraftQuote) -> SourcePassage | None:
        """Find a quotation as the sources write its words, or without those in brackets."""
        words = self._search.spelling.rewrite(draft.printed) or _drop_bracketed(draft.printed)
        found = self._search.find_passage(words, draft.speaker) if words else None
        if found is None:
            return None
        return replace(found, edits=build_edit_script(found.base, draft.printed.words))

    def _check(
        self,
        draft: DraftQuote,
        spans: tuple[tuple[int, int], ...],
        kind: QuoteKind,
        passages: FoundPassages,
    ) -> QuoteCheck:
        """Check one quotation by the passage that it comes from, if one is found."""
        text = " ".join(draft.printed.text[start:end] for start, end in spans)
        words = tuple(draft.printed.words)
        found = passages.best
        if found is None:
            reason = _explain_missing(text, len(words))
            return QuoteCheck(
                spans, text, kind, draft.speaker, Verdict.NOT_FOUND, words=words, reasons=(reason,)
            )
        verdict, reasons, alignment = judge_passage(draft, found, self._locate)
        if len(words) == MAX_WORDS:
            reasons = (_explain_overlong(f"{MAX_WORDS:,} words"), *reasons)
        fuller = judge_fuller(draft, found, passages.others)
        if fuller is not None:
            reasons = (fuller, *reasons) if fuller.needs_review else (*reasons, fuller)
            verdict = Verdict.TRIMMED if verdict is Verdict.EXACT else verdict
        if len(words) > MOST_SHORT_WORDS and not any(one.needs_review for one in reasons):
            printed = take_source_writing(alignment)
            same = draft._replace(printed=printed) if printed else draft
            versions = self._search.find_versions(tuple(same.printed.words), found)
            differing = find_differing_source(same, found, versions)
            reasons = (differing, *reasons) if differing else reasons
        sources = self._search.sources
        if not any(one.needs_review for one in reasons):
            other = find_contradicting_source(draft.speaker, draft.speaker_text, found, sources)
            reasons = (other, *reasons) if other else reasons
            verdict = Verdict.OTHER_SPEAKER if other else verdict
        return QuoteCheck(
            spans,
            text,
            kind,
            draft.speaker,
            verdict,
            source=found.source.number,
            source_span=found.span,
            source_text=found.text,
            source_speaker=found.speaker,
            edits=alignment.edits,
            base_words=tuple(alignment.base.words),
            words=tuple(alignment.version.words),
            reasons=reasons,
            source_passages=found.source.passages_of(found.base),
        )

    def _locate(self, words: Sequence[QuoteWord]) -> SourcePassage | None:
        return self._search.find_passage(words, None)


def check_quotes(
    draft: Article | str, sources: QuoteSources | Article | str | Iterable[Article | str]
) -> tuple[QuoteCheck, ...]:
    """Check every quotation of a draft, titles of works left out.

    Args:
        draft: the draft, or its whole text with paragraphs separated by line breaks.
        sources: what it may quote from: articles or texts, or `QuoteSources`.
    """
    return _prepare(sources).check_quotes(draft)


def check_quote(
    text: str,
    sources: QuoteSources | Article | str | Iterable[Article | str],
    speaker: Speaker | str | None = None,
) -> QuoteCheck:
    """Check one quotation.

    Args:
        text: the quoted words, with or without quotation marks around them.
        sources: what it may be quoted from: articles or texts, or `QuoteSources`, with which
            many quotations are checked and the sources read only once.
        speaker: who is given as the speaker, None if nobody is.

    Raises:
        ValueError: there is no word in the quotation, or more than `MAX_WORDS`.
    """
    return _prepare(sources).check_quote(text, speaker)


def _prepare(
    sources: QuoteSources | Article | str | Iterable[Article | str],
) -> QuoteSources:
    return sources if isinstance(sources, QuoteSources) else QuoteSources(sources)


def _state_speaker(name: str) -> Speaker:
    return Speaker(name, name, 0, 0, SpeakerKind.UNKNOWN, confidence=1.0)


def _split_at_paragraphs(text: str, utterance: Utterance) -> Iterator[Utterance]:
    """Yield the parts of an utterance of which each is a quotation by itself.

    Marks are closed and opened again in another paragraph, with a capital: an outlet that goes on
    with one quotation leaves it open.
    """
    parts: list[Quote] = []
    for part in utterance.parts:
        is_new = bool(parts) and parts[-1].closed and text[part.start].isupper()
        if is_new and "\n" in text[parts[-1].end : part.start]:
            yield Utterance(utterance.number, tuple(parts))
            parts = []
        parts.append(part)
    yield Utterance(utterance.number, tuple(parts))


def _is_apart(text: str, utterance: Utterance) -> bool:
    """Whether every part of a quotation begins a sentence of its own."""
    return len(utterance.parts) > 1 and all(
        text[part.start].isupper() and ends_sentence(text, before.end - 1, part.start)
        for before, part in pairwise(utterance.parts)
    )


def _read_draft_quote(text: str, utterance: Utterance, words: tuple[QuoteWord, ...]) -> DraftQuote:
    """Read a quotation of a draft with its speaker and the reporter's words around it."""
    around = [read_reporter_words(text, part.start, part.end) for part in utterance.parts]
    speaker = read_claimed_speaker(text, utterance.first)
    said = " ".join(words for sides in around for words in sides)
    beside = around[0][0], around[-1][1]
    last = utterance.parts[-1]
    behind = read_sentence_behind(text, last.start, last.end)
    return DraftQuote(PrintedWords(text, words), speaker, text, beside, said, behind)


def _is_title(utterance: Utterance) -> bool:
    """Whether a quotation is the name of a work: its words have capitals, the first one too."""
    words = [word for word in utterance.first.text.split() if len(word) > _SMALL_LETTERS]
    capitals = sum(word[0].isupper() for word in words)
    is_named = utterance.first.text[:1].isupper() and 2 * capitals >= len(words)
    return utterance.kind is QuoteKind.TITLE and is_named


def _make_key(words: Sequence[QuoteWord], speaker: Speaker | None) -> tuple[object, ...]:
    """Return the key of all that the passages of a quotation depend on."""
    source = (speaker.name, speaker.is_stated) if speaker else None
    return source, *(word[2:] for word in words)


def _drop_bracketed(printed: PrintedWords) -> tuple[QuoteWord, ...]:
    """Return the words that are not in brackets, nothing where all or none are."""
    said = tuple(word for word in printed.words if not word.bracketed)
    return said if len(said) < len(printed.words) else ()


def _is_cut_short(text: str, part: Quote) -> bool:
    """Return whether a quotation goes on behind the characters that are read of it."""
    if part.closed or part.end - part.start < LONGEST // 2:
        return False
    return bool(text[part.end : part.end + LONGEST].partition("\n")[0].strip())


def _explain_overlong(bound: str) -> CheckReason:
    """Return the reason for a quotation of which only the beginning is compared."""
    return CheckReason(ReasonCode.LEFT_OUT, True, f"compared up to {bound} only")


def _explain_missing(text: str, count: int) -> CheckReason:
    """Return the reason for a quotation that is in no source."""
    if count < _FEW_WORDS:
        return CheckReason(
            ReasonCode.SINGLE_WORD, True, f"{count_words(count)} found in no source", text
        )
    return CheckReason(ReasonCode.NOT_FOUND, True, "found in no source", text)
