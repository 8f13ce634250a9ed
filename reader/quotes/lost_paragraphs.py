"""Quotations of an article that is printed as one line, so that its paragraphs are lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.quotation_marks import MarkedSpan
from reader.quotes.reporting_vocabulary import load_word_class
from reader.text.sentences import find_sentence_end, split_sentences

_LEAST_SHARE = 0.8
"""Of a text without paragraphs, the share that its longest line has. In 290 articles of news the
longest paragraph has a third of the text, at most a half."""
_LEAST_CHARS = 600
_LEAST_SENTENCES = 4
"""Of a line that is more than one paragraph."""
_ATTRIBUTION_CHARS = 80
"""Between the two parts of an utterance: an attribution and no more."""
_WORD = re.compile(r"[^\W\d_]+")
_OF_SPEAKERS = frozenset(
    ("i", "me", "my", "we", "us", "our", "ours", "you", "your", "yours", "mine", "myself")
)
"""Words by which a sentence is somebody's own."""
_PERSONS = load_word_class("pronouns") & {"he", "she"}


def find_article_line(text: str) -> tuple[int, int] | None:
    """Return the line that is a whole article; None where a text has paragraphs."""
    start, end = max(_find_lines(text), key=lambda line: line[1] - line[0])
    return (start, end) if end - start >= max(_LEAST_CHARS, _LEAST_SHARE * len(text)) else None


def end_open_quotes(text: str, spans: Iterable[MarkedSpan]) -> Iterator[MarkedSpan]:
    """Yield the spans; those that are not closed end before a sentence of the reporter.

    In a text with paragraphs they end with their paragraph.
    """
    for span in spans:
        end = None if span.closed or span.depth else _find_report(text, span)
        yield span if end is None else span._replace(end=end, after=end)


def _find_report(text: str, span: MarkedSpan) -> int | None:
    """Return where the first sentence in a quote that reports what somebody else says begins."""
    begin = find_sentence_end(text, span.start, span.end)
    while begin < span.end:
        end = find_sentence_end(text, begin, span.end)
        if _is_report(text, begin, end):
            return len(text[:begin].rstrip())
        begin = end
    return None


def _is_report(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a person and a reporting verb, and no word of "I", "we" and "you"."""
    if not _OF_SPEAKERS.isdisjoint(_WORD.findall(text[start:end].lower())):
        return False
    found = read_sentence(text, start, end)
    if found is None or found.mention is None or found.rule is not rules.SPEAKER_VERB_NEARBY:
        return False
    return found.has_name or text[slice(*found.mention)].lower() in _PERSONS


def part_sentences(text: str, line: tuple[int, int], spans: Sequence[MarkedSpan]) -> str:
    """Return a text with a line break after each sentence of a line that is in no quote.

    Where a paragraph ended is not known; two sentences of one paragraph are seldom needed
    together to attribute a quotation, and two of different paragraphs lead it astray. All offsets
    stay as they are.
    """
    start, end = line
    top = [span for span in spans if span.depth == 0]
    sentences = split_sentences(text[start:end])
    if len(sentences) < _LEAST_SENTENCES:
        return text
    gaps = {start + earlier.stop for earlier, _ in pairwise(sentences)}
    gaps.update(_find_ends_of_utterances(text, top))
    quoted = iter(top)
    span = next(quoted, None)
    parts: list[str] = []
    begin = 0
    for gap in sorted(gaps):
        while span and span.after <= gap:
            span = next(quoted, None)
        if text[gap] == " " and (span is None or gap <= span.opened):
            parts.append(text[begin:gap])
            begin = gap + 1
    return "\n".join([*parts, text[begin:]])


def _find_ends_of_utterances(text: str, spans: Sequence[MarkedSpan]) -> Iterator[int]:
    """Yield where an utterance ends with its second part, after which no attribution follows.

    (“It is late,” Smith said. “What now?” Jones told reporters on Monday that …)
    """
    for first, second in pairwise(spans):
        between = text[first.after : second.opened].rstrip()
        splits = text[first.end - 1] in ",?!" and between.endswith(".") and first.closed
        ends = second.closed and text[second.end - 1] in ".?!"
        if splits and ends and len(between) <= _ATTRIBUTION_CHARS:
            limit = min(len(text), second.after + 2 * _ATTRIBUTION_CHARS)
            is_long = (
                find_sentence_end(text, second.after, limit) - second.after > _ATTRIBUTION_CHARS
            )
            if is_long and text[second.after + 1].isupper():
                yield second.after


def _find_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
