"""The story with each moment once in words alone, for lines that are read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.reports.collated_report import (
    DIFFERS,
    describe_versions,
    list_heading,
    name_shown,
)
from reader.reports.place_names import name_article
from reader.reports.possible_articles import describe_possible
from reader.reports.quote_phrases import add_quotation_marks
from reader.story import CollatedMoment, CollatedStory


def format_collated_in_words(
    story: CollatedStory, moments: Sequence[CollatedMoment]
) -> Iterator[str]:
    """Yield every moment: who has it, its words as printed, and how the others have it.

    Args:
        story: the story.
        moments: its moments, in the order in which they are read.
    """
    yield from list_heading(story, moments)
    for moment in moments:
        yield f"{name_shown(moment)}{_name_others(moment)}:"
        yield from (" ".join(passage.text.split()) for passage in moment.shown)
        for words in moment.only_shown:
            yield f"Only here of this quotation: {add_quotation_marks(words.text)}."
        for line in describe_versions(moment):
            yield line.replace(f"{DIFFERS} ", "differs: ")


def _name_others(moment: CollatedMoment) -> str:
    """Return which other articles have a moment, and whether any of them shares its words."""
    others = [article for article in moment.articles if article != moment.article]
    parts = [f"also in {' '.join(map(name_article, others))}"] if others else []
    if moment.perhaps_in and not moment.is_in_one_article:
        parts.append(describe_possible(moment, name_article))
    if moment.copy:
        parts.append("in shared words")
    return "".join(f", {part}" for part in parts)
