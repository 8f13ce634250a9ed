"""The collated story for people: as lines of text, as a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.articles import Article, Passage
from reader.reports.moment_variants import (
    MomentVariant,
    VariantKind,
    describe_variant,
    list_variants,
)
from reader.reports.only_here_words import count_only_here
from reader.reports.place_names import name_article
from reader.reports.possible_articles import describe_possible
from reader.story import CollatedMoment, CollatedStory

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

NOTHING_TO_COLLATE = "No moment found: the articles have no paragraph of a story."
_ABSENT, _PERHAPS, _PROBABLY, DIFFERS, _ONLY_HERE, _COPY = "·", "┄", "≈", "▲", "◇", "░"
_KEY = (
    f"{_ABSENT} not told  {_PROBABLY} probably told  {_PERHAPS} perhaps told  "
    f"{_ONLY_HERE} only here  {_COPY} shares copy with another  "
    f"{DIFFERS} states something otherwise  ⟦ ⟧ stands in no other version of the quotation"
)
_OPENING, _CLOSING = "⟦", "⟧"
_NARROW = 96
"""On a terminal with fewer columns the differing versions are below the words."""


def format_collated_as_text(
    story: CollatedStory, moments: Sequence[CollatedMoment], *, is_whole: bool = True
) -> Iterator[str]:
    """Yield a block of lines for every moment, an empty line between two.

    The first line names the articles that report it and the one whose words follow; then these
    words, a line for each paragraph; then the differing versions, a line each.

    Args:
        story: the story.
        moments: its moments, in the order in which they are read.
        is_whole: whether what one article alone has is printed too, and not only counted.
    """
    yield from list_heading(story, moments)
    for group in group_moments(moments, is_whole=is_whole):
        yield ""
        if isinstance(group, str):
            yield group
            continue
        yield f"{mark_carriers(story.articles, group)}  {name_shown(group)}"
        yield from (f"    {mark_only_shown(passage, group)}" for passage in group.shown)
        yield from (f"        {line}" for line in describe_versions(group))


def list_heading(story: CollatedStory, moments: Sequence[CollatedMoment]) -> Iterator[str]:
    """Yield the lines above the moments: how many there are, and the articles."""
    if not moments:
        yield NOTHING_TO_COLLATE
        return
    yield summarize_collated(story)
    for position, article in enumerate(story.articles):
        yield f"{name_article(position)} {article.label_and_heading}"


def build_collated_tables(
    story: CollatedStory,
    moments: Sequence[CollatedMoment],
    *,
    is_whole: bool = True,
    columns: int = 120,
) -> Iterator[Table | Text]:
    """Yield the articles, a table of the moments, and a key of the signs.

    Args:
        story: the story.
        moments: its moments, in the order in which they are read.
        is_whole: whether what one article alone has is printed too, and not only counted.
        columns: the width of the terminal.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    yield from map(Text, list_heading(story, moments))
    if not moments:
        return
    is_narrow = columns < _NARROW
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 1, 0))
    table.add_column("told by", no_wrap=True)
    table.add_column("in the fullest words", ratio=2)
    if not is_narrow:
        table.add_column("otherwise", ratio=1)
    for group in group_moments(moments, is_whole=is_whole):
        if isinstance(group, str):
            table.add_row("", Text(group, style="dim"), *([""] if not is_narrow else []))
            continue
        carriers = Text(f"{mark_carriers(story.articles, group)}\n{name_shown(group)}")
        words = Text("\n").join(Text(mark_only_shown(each, group)) for each in group.shown)
        otherwise = Text("\n".join(describe_versions(group)), style="dim" if is_narrow else "")
        if not is_narrow:
            table.add_row(carriers, words, otherwise)
        else:
            table.add_row(carriers, Text("\n").join([words, otherwise]) if otherwise else words)
    yield table
    yield Text(_KEY)


def summarize_collated(story: CollatedStory) -> str:
    """Return how many moments a story has, and how many of them are in one article only."""
    once = describe_one_article(story)
    return f"{count_moments(story)}, each once, in its fullest version here; {once}."


def count_moments(story: CollatedStory) -> str:
    """Return how many moments there are, and how many parts of paragraphs that are in none."""
    count, parts = story.moment_count, story.part_count
    words = "1 moment" if count == 1 else f"{count} moments"
    return words + (f" and {parts} part{'' if parts == 1 else 's'}" if parts else "")


def describe_one_article(story: CollatedStory) -> str:
    """Return how many moments one article alone has, surely and perhaps."""
    sure = story.only_here_count
    return count_only_here(sure, story.one_article_count - sure)


def group_moments(
    moments: Sequence[CollatedMoment], *, is_whole: bool
) -> Iterator[CollatedMoment | str]:
    """Yield the moments, or in place of a run of those in one article only a line that names it.

    Args:
        moments: in the order in which they are read.
        is_whole: whether no paragraph is left out.
    """
    for is_folded, group in groupby(moments, lambda each: each.is_in_one_article and not is_whole):
        if is_folded:
            yield name_folded(list(group))
        else:
            yield from group


def name_folded(moments: Sequence[CollatedMoment]) -> str:
    """Return how many moments one article alone has, and where.

    `◇ 3 only here: [5] ¶4 ¶5, [1] ¶2 in part`.
    """
    places = [
        f"{name_article(article)} " + " ".join(dict.fromkeys(map(_name_numbers, own)))
        for article, own in groupby(moments, lambda each: each.article)
    ]
    return f"{_sign_once(moments)} {count_folded(moments)}: {', '.join(places)}"


def count_folded(moments: Sequence[CollatedMoment]) -> str:
    """Return how many of some moments that one article alone has are surely only there."""
    sure = sum(moment.is_only_here for moment in moments)
    return count_only_here(sure, len(moments) - sure)


def name_shown(moment: CollatedMoment) -> str:
    """Return whose words are shown: `[3] ¶4`, of a part of a paragraph `[3] ¶4 in part`."""
    return f"{name_article(moment.article)} {_name_numbers(moment)}"


def _name_numbers(moment: CollatedMoment) -> str:
    numbers = " ".join(f"¶{number}" for number in moment.paragraph_numbers)
    return numbers + (" in part" if moment.is_part else "")


def describe_versions(moment: CollatedMoment) -> list[str]:
    """Return the differing versions, in a line each: `[4] ¶9 also “hoping to resolve”`."""
    lines = [_describe_line(each) for each in list_variants(moment)]
    if moment.is_in_one_article:
        possible = describe_possible(moment, name_article)
        only = f"only in {name_article(moment.article)}"
        lines.append(f"in one article, {possible}" if possible else only)
    return lines


def mark_only_shown(passage: Passage, moment: CollatedMoment) -> str:
    """Return the words of a passage; those that no other version has of a quotation in brackets."""
    text, at, pieces = passage.paragraph.text, passage.start, []
    for words in sorted(moment.only_shown, key=lambda each: each.start):
        if words.place == passage.place and at <= words.start and words.end <= passage.end:
            pieces += [text[at : words.start], _OPENING, words.text, _CLOSING]
            at = words.end
    pieces.append(text[at : passage.end])
    return " ".join("".join(pieces).split())


def _describe_line(line: MomentVariant) -> str:
    numbers = " ".join(f"¶{number}" for number in line.paragraphs)
    sign = f"{DIFFERS} " if line.kind is VariantKind.FACT else ""
    return f"{name_article(line.article)} {numbers} {sign}{describe_variant(line)}"


def mark_carriers(articles: Sequence[Article], moment: CollatedMoment) -> str:
    """Return the numbers of the articles that have a moment, each in its place; last whether any
    of them shares its words with another."""
    places = (
        str(position + 1) if position in moment.articles else mark_absent(moment, position)
        for position in range(len(articles))
    )
    copy = _COPY if moment.copy else ""
    sign = _sign_once([moment]) if moment.is_in_one_article else " "
    return f"{sign} {' '.join(places)}{copy}"


def mark_absent(moment: CollatedMoment, article: int) -> str:
    """Return the sign of an article that is not known to have a moment."""
    if article in moment.probably_in:
        return _PROBABLY
    return _PERHAPS if article in moment.perhaps_in else _ABSENT


def _sign_once(moments: Sequence[CollatedMoment]) -> str:
    """Return the sign of moments of one article: whether no other has them, or perhaps one."""
    return _ONLY_HERE if all(moment.is_only_here for moment in moments) else _PERHAPS
