"""The text that is copied for a difference: each article's own words with the sources."""

from __future__ import annotations

from reader.app.themes.signs import article_mark
from reader.reports.citations import CitedQuote, cite_quote
from reader.story.differences.difference import Difference, DifferenceSide


def cite_difference(difference: Difference) -> str:
    """Return what differs, each article's sentence with its source, and articles without one."""
    head = f"{difference.kind.value}: {difference.about}" if difference.about else ""
    blocks = [head or difference.kind.value, *map(_cite_side, difference.sides)]
    if difference.silent:
        marks = " ".join(f"[{article_mark(article)}]" for article in difference.silent)
        is_one = len(difference.silent) == 1
        words = "has this and does not say" if is_one else "have this and do not say"
        blocks.append(f"{marks} {words}.")
    blocks.append("They differ; which is right is not known.")
    return "\n\n".join(blocks)


def _cite_side(side: DifferenceSide) -> str:
    passage = side.passage
    quote = CitedQuote(words=_mark_sentence(side), paragraphs=f"¶{passage.number}", is_marked=False)
    return f"[{article_mark(passage.article_position)}] {cite_quote(passage.article, quote)}"


def _mark_sentence(side: DifferenceSide) -> str:
    """Return the sentence with the words that differ, these in brackets."""
    passage = side.passage
    text = passage.paragraph.text
    inside = [
        part
        for part in passage.paragraph.sentences
        if part.start <= passage.start and passage.end <= part.stop
    ]
    start, end = (inside[0].start, inside[0].stop) if inside else (0, len(text))
    before, after = text[start : passage.start], text[passage.end : end]
    return f"{before}[{passage.text}]{after}".strip()
