"""The drawer of the lens of shared copy: how much each pair of articles shares, and origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, parts_width
from reader.reports.origin_words import count_origins, list_joint_origins
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from reader.app.reading.lenses import LensSource
    from reader.articles import Article
    from reader.story.shared_copy.origins import Origin
    from reader.story.shared_copy.shared_runs import SharedCopy

_CELLS = 5
"""Cells of a share in the table."""
_FEWEST_FOR_PAIRS = 34
"""Cells that a line about a pair needs beside the table."""
_NOT_KNOWN = "shared, not copied: who wrote first is not known"


@dataclass(frozen=True, slots=True)
class CopyShares:
    """The copy that articles share, and its origins."""

    articles: tuple[Article, ...]
    copies: tuple[SharedCopy, ...]
    """Every pair that shares a run of so many words."""
    origins: tuple[Origin, ...]
    """The origins of the copy, from runs of every length."""
    fewest_words: int
    """The fewest words of a run that is shown."""

    @classmethod
    def of(cls, source: LensSource) -> CopyShares:
        """Return the copy that the articles of a lens share, with its origins."""
        from reader.story.shared_copy.origins import find_origins

        origins = find_origins(source.articles, source.all_copy)
        return cls(tuple(source.articles), source.shared_copy, origins, source.fewest_words)


def cut_copy_lines(lines: list[Line], height: int, *, is_whole: bool) -> list[Line]:
    """Return the lines of the drawer that there is room for; the last says how many more there are.

    Args:
        lines: all lines, the rule first.
        height: the lines shown, the rule included.
        is_whole: whether no key shows more of them.
    """
    hidden = len(lines) - height + 1
    if hidden < 2 or height < 2:
        return lines[:height]
    where = "reader copy lists all" if is_whole else "w shows more"
    return [*lines[: height - 1], ((f" {hidden} more lines: {where}", "key"),)]


def copy_lines(shares: CopyShares, width: int, signs: Signs) -> list[Line]:
    """Return the lines of the drawer: a table of shares, beside it or below the pairs."""
    if not shares.copies:
        none = f" No two articles share {shares.fewest_words} words in a row."
        count: Line = ((f" {count_origins(shares.origins)}", "strong"),)
        counts = [count] if list_joint_origins(shares.origins) else []
        return [_rule(width, signs), *counts, ((none, "muted"),)]
    table = list(_table_lines(shares, signs))
    pairs = list(_pair_lines(shares, signs))
    beside = max(map(parts_width, table)) + 3
    if width - beside < _FEWEST_FOR_PAIRS:
        lines = [*pairs, *table] if beside <= width else pairs
        return [_rule(width, signs), *(fit(line, width) for line in lines)]
    lines = []
    for number in range(max(len(table), len(pairs))):
        left = table[number] if number < len(table) else ()
        right = pairs[number] if number < len(pairs) else ()
        gap = " " * (beside - parts_width(left))
        lines.append(fit((*left, (gap, ""), *right), width))
    return [_rule(width, signs), *lines]


def _rule(width: int, signs: Signs) -> Line:
    title = " shared copy: words of the row that stand in the column "
    lead = signs.rule * 2
    shown = fit(((lead, "muted"), (title, "key")), width)
    return (*shown, (signs.rule * max(0, width - parts_width(shown)), "muted"))


def _table_lines(shares: CopyShares, signs: Signs) -> Iterator[Line]:
    """Yield a heading and a row for every article that shares something."""
    among = sorted({at for copy in shares.copies for at in (copy.here, copy.there)})
    found = {(copy.here, copy.there): copy.share_here for copy in shares.copies}
    found |= {(copy.there, copy.here): copy.share_there for copy in shares.copies}
    heading = [("    ", "")]
    heading += [(article_mark(at).rjust(_CELLS), f"{hue_name(at)} strong") for at in among]
    yield tuple(heading)
    for row in among:
        parts: list[Part] = [(f"  {article_mark(row)} ", f"{hue_name(row)} strong")]
        for column in among:
            share = found.get((row, column))
            shown = "" if row == column else signs.dot if share is None else print_share(share)
            parts.append((shown.rjust(_CELLS), "strong" if share else "muted"))
        yield tuple(parts)


def _pair_lines(shares: CopyShares, signs: Signs) -> Iterator[Line]:
    """Yield how many origins there are, then a line for every pair, the largest share first."""
    from reader.story.shared_copy.origins import find_direction

    yield (
        (count_origins(shares.origins), "strong"),
        (f" {signs.dot} {signs.at_least} {shares.fewest_words} words", "muted"),
    )
    ranked = sorted(shares.copies, key=lambda copy: -max(copy.share_here, copy.share_there))
    is_unknown = False
    for copy in ranked:
        direction = find_direction(shares.articles, copy)
        pair: list[Part] = [
            (article_mark(copy.here), f"{hue_name(copy.here)} strong"),
            (" + ", "muted"),
            (article_mark(copy.there), f"{hue_name(copy.there)} strong"),
        ]
        if direction is not None:
            words = f"  from [{article_mark(direction.article)}]: {direction.reason}"
        else:
            is_unknown = True
            words = f"  {_name_origin(shares, copy)}"
        yield (*pair, (words, ""))
    if is_unknown:
        yield ((_NOT_KNOWN, "muted"),)


def _name_origin(shares: CopyShares, copy: SharedCopy) -> str:
    """Return the common origin of two articles, else how many words they share."""
    for origin in shares.origins:
        if copy.here in origin.articles and copy.there in origin.articles:
            return (
                f"one origin: {origin.name}" if origin.name else f"one origin, {copy.words} words"
            )
    return f"{copy.words} words shared, too few for one origin"
