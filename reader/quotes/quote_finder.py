"""From an article's text to its quotes, with kind, utterance, speaker and cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.transcripts import find_turns
from reader.quotes.article_names import ArticleNames
from reader.quotes.attribution import Attribution
from reader.quotes.attribution_after import read_after, read_next_line, read_over_title
from reader.quotes.attribution_before import read_before
from reader.quotes.editor_notes import skip_editor_note
from reader.quotes.lost_paragraphs import end_open_quotes, find_article_line, part_sentences
from reader.quotes.offsets import ArticleText, join_paragraphs
from reader.quotes.other_languages.foreign_quotes import find_foreign_quotes
from reader.quotes.other_languages.text_language import ENGLISH, find_speech_language
from reader.quotes.quotation_marks import MarkedSpan, find_marked_spans
from reader.quotes.quote import Quote, QuoteKind
from reader.quotes.quote_context import REACH_BACK, QuoteContext, find_spans_before
from reader.quotes.quote_kinds import classify_quote
from reader.quotes.run_on_headlines import part_headline
from reader.quotes.speakers import resolve_speaker
from reader.quotes.transcript_quotes import quote_turns
from reader.quotes.unclosed_quotes import cut_attributions
from reader.quotes.utterance_attribution import attribute_utterances
from reader.text.sentences import find_sentence_start

if TYPE_CHECKING:
    from reader.articles import Article

_CHARS_PER_QUOTE = 50
_LEAST_READ = 200
"""Of a text, so many quotes and one more per `_CHARS_PER_QUOTE` characters are attributed: a flood
of marks is no report of speech."""
_TITLE_CHARS = 80
"""Characters of a title that can be inside an attribution."""


def find_quotes(source: Article | str) -> list[Quote]:
    """Find the quotes of an article.

    Args:
        source: an article, or its whole text with paragraphs separated by line breaks.

    Returns:
        The quotes in the order of their opening marks; their offsets are those of the text, of
        an article those of `join_paragraphs`. Spans lie within one paragraph and nest or are
        apart. Time is linear in the length of the text.
    """
    article = None if isinstance(source, str) else ArticleText(source)
    text = source if isinstance(source, str) else join_paragraphs(source)
    quotes = _find_in_text(part_headline(text))
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    numbers: dict[int, int] = {}
    return [
        replace(
            quote,
            utterance=numbers.setdefault(quote.utterance, len(numbers)),
            text=text[quote.start : quote.end],
            passage=article.passage(quote.start, quote.end) if article else None,
        )
        for quote in quotes
    ]


def _find_in_text(text: str) -> list[Quote]:
    """Find the quotes of a text, in any order and with any numbers of utterances.

    Those of a transcript are its turns, and what is quoted before the first of them.
    """
    turns = find_turns(text)
    if not turns:
        return _find_between_marks(text)
    before = _find_between_marks(text[: text.rfind("\n", 0, turns[0].start) + 1])
    count = max((quote.utterance for quote in before), default=-1) + 1
    return [*before, *quote_turns(text, turns, count)]


def _find_between_marks(text: str) -> list[Quote]:
    language = find_speech_language(text)
    if language != ENGLISH:
        return find_foreign_quotes(text, language)
    marked = [
        span._replace(after=skip_editor_note(text, span.after))
        for span in cut_attributions(text, find_marked_spans(text))
    ]
    if not marked:
        return []
    line = find_article_line(text)
    if line is not None:
        marked = list(end_open_quotes(text, marked))
        text = part_sentences(text, line, marked)
    top = [span for span in marked if span.depth == 0]
    names = ArticleNames(text, [(span.start, span.end) for span in top])
    budget = len(text) // _CHARS_PER_QUOTE + _LEAST_READ
    quotes = attribute_utterances(text, _read_contexts(text, top[:budget]), names)
    quotes += (
        Quote(span.start, span.end, QuoteKind.SCARE, number, 0, span.closed)
        for number, span in enumerate(top[budget:], len(top))
    )
    nested = [span for span in marked if span.depth > 0][:budget]
    return quotes + _find_nested_quotes(text, nested, quotes, names, first_number=len(marked))


def _read_contexts(text: str, quotes: Sequence[MarkedSpan]) -> list[QuoteContext]:
    """Read the reporter's words around quotes that are in no other, and judge their kinds."""
    contexts: list[QuoteContext] = []
    line_start = line_end = -1
    for index, marked in enumerate(quotes):
        if marked.opened >= line_end:
            line_start = text.rfind("\n", 0, marked.opened + 1) + 1
            line_end = text.find("\n", marked.end)
            line_end = len(text) if line_end < 0 else line_end
        spans = find_spans_before(text, quotes, index, line_start)
        context = QuoteContext(
            marked,
            line_start,
            line_end,
            sentence=spans[0][0],
            spans=spans,
            next_mark=min(_find_next_mark(text, quotes, index), line_end),
            before=read_before(text, spans),
            after=_read_after(text, quotes, index, line_end),
            kind=QuoteKind.DIRECT,
        )
        contexts.append(context._replace(kind=classify_quote(text, context)))
    return contexts


def _read_after(
    text: str, quotes: Sequence[MarkedSpan], index: int, line_end: int
) -> Attribution | None:
    """Read the attribution after a quote, also on the next line and around a title."""
    marked, following = quotes[index], _find_next_mark(text, quotes, index)
    after = read_after(text, marked, min(following, line_end))
    if after is not None:
        return after
    if following >= line_end:
        return read_next_line(text, marked, line_end, following)
    title = quotes[index + 1]
    if title.end - title.start > _TITLE_CHARS:
        return None
    limit = min(_find_next_mark(text, quotes, index + 1), line_end)
    return read_over_title(text, marked, title, limit)


def _find_next_mark(text: str, quotes: Sequence[MarkedSpan], index: int) -> int:
    """Return the opening mark of the next quote, or the end of the text."""
    return quotes[index + 1].opened if index + 1 < len(quotes) else len(text)


def _find_nested_quotes(
    text: str,
    nested: Sequence[MarkedSpan],
    quotes: Sequence[Quote],
    names: ArticleNames,
    *,
    first_number: int,
) -> list[Quote]:
    """Build the quotes inside quotes; their speaker is stated inside or not at all."""
    starts = [quote.start for quote in quotes]
    return [
        _build_nested_quote(text, span, quotes[bisect_right(starts, span.start) - 1], names, number)
        for number, span in enumerate(nested, first_number)
    ]


def _build_nested_quote(
    text: str, span: MarkedSpan, outer: Quote, names: ArticleNames, number: int
) -> Quote:
    begin = find_sentence_start(text, max(outer.start, span.opened - REACH_BACK), span.opened)
    spans = ((begin, span.opened),)
    before = read_before(text, spans)
    context = QuoteContext(
        span,
        line_start=outer.start,
        line_end=outer.end,
        sentence=begin,
        spans=spans,
        next_mark=outer.end,
        before=before,
        after=None,
        kind=QuoteKind.PARTIAL,
    )
    kind = classify_quote(text, context)
    quote = Quote(span.start, span.end, kind, number, span.depth, span.closed)
    is_speech = kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)
    if before is None or not before.is_adjacent or not is_speech:
        return quote
    speaker = resolve_speaker(text, before, names, None, outer.speaker)
    if speaker and outer.speaker and speaker.mention.lower() in ("i", "we"):
        speaker = replace(speaker, name=outer.speaker.name, kind=outer.speaker.kind)
    return replace(quote, speaker=speaker, cue=before.cue, rule=before.rule.name)
