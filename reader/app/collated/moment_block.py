"""Draws one moment: the articles that report it, its words, and how other versions differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.app.ladder.styled_text import StyledText
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part, fit
from reader.articles import Passage, clean_line
from reader.quote_versions import Version, VersionForm
from reader.reports.collated_report import count_folded
from reader.reports.moment_variants import MomentVariant, VariantKind, list_variants
from reader.reports.possible_articles import describe_possible
from reader.story import CollatedMoment

_NARROW_BELOW = 100
"""Columns of a screen below which the differing versions are below the words."""
_MOST_PLACES = 12
"""With more articles, only the number of those that report a moment is shown."""
_WORDS_SHARE = 0.63
"""The part of a wide line, 0..1, that the words take of what the first column leaves."""
_LONGEST_STRETCH = 72
"""Characters of one article's words beside those shown."""
_FEWEST_VARIANTS = 8
"""Lines for differing versions that a moment has even where its own words take fewer; the selected
moment has room for all."""
_INDENT = 3
_HANGING = 2


_SAME_WORDS = {
    VariantKind.SAME: "same words",
    VariantKind.SHORTER: "shorter, no other words",
    VariantKind.REORDERED: "same words, other order or form",
}


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """The widths of the columns of the screen."""

    width: int
    """Cells of a line."""
    articles: int
    """How many there are."""
    signs: Signs

    @property
    def is_wide(self) -> bool:
        """Whether the three columns are side by side."""
        return self.width >= _NARROW_BELOW

    @property
    def carriers(self) -> int:
        """Cells of the first column of a wide screen."""
        return max(13, 2 * min(self.articles, _MOST_PLACES) + 4)

    @property
    def words(self) -> int:
        """Cells of the words, a space on both sides left out."""
        if not self.is_wide:
            return max(8, self.width - _INDENT - 1)
        return int((self.width - self.carriers - 2) * _WORDS_SHARE) - 2

    @property
    def variants(self) -> int:
        """Cells of the differing versions, a space on both sides left out."""
        if not self.is_wide:
            return max(8, self.width - _INDENT - 3)
        return self.width - self.carriers - self.words - 6


@dataclass(frozen=True, slots=True)
class BlockView:
    """How a moment is shown."""

    article: int | None = None
    """The article, by position, whose words are shown; None: the fullest."""
    is_open: bool = False
    """Whether all versions are shown."""
    is_selected: bool = False
    """Whether all differing versions are shown, however many lines they take."""


FULLEST = BlockView()


def draw_moment(
    moment: CollatedMoment, layout: BlockLayout, view: BlockView = FULLEST
) -> list[Line]:
    """Return the lines of a moment, an empty one last; the first part of each is for the bar."""
    words = [
        line for text in _write_words(moment, layout, view) for line in text.lines(layout.words)
    ]
    room = None if view.is_selected else max(len(words), _FEWEST_VARIANTS)
    variants = _lay_variants(moment, layout, room)
    if layout.is_wide:
        left = [_mark_carriers(moment, layout), [("  ", ""), *_name_shown(moment, view)]]
        return _set_columns(left, words, variants, layout)
    head: list[Part] = [
        *_mark_carriers(moment, layout),
        ("  ", ""),
        *_name_shown(moment, view),
    ]
    room = layout.width - 1
    indent: Part = (" " * (_INDENT - 1), "")
    rail: Part = (f"{layout.signs.rail} ", "rail")
    lines = [
        (_BAR, *pad(head, room)),
        *((_BAR, *pad([indent, *line], room)) for line in words),
        *((_BAR, *pad([indent, rail, *line], room)) for line in variants),
    ]
    return [*lines, (_BAR, *pad([], room))]


def _lay_variants(moment: CollatedMoment, layout: BlockLayout, room: int | None) -> list[Line]:
    """Return the lines of the differing versions; only the first where not all fit."""
    lines: list[Line] = []
    written = write_variants(moment, layout.signs)
    for at, text in enumerate(written):
        more = list(_hang(text, layout.variants))
        is_last = at + 1 == len(written)
        if room is not None and len(lines) + len(more) > room - (not is_last):
            count = len(written) - at
            lines.append(((f"{layout.signs.ellipsis} {count} more", "muted"),))
            break
        lines += more
    return lines


def draw_fold(moments: Sequence[CollatedMoment], layout: BlockLayout) -> list[Line]:
    """Return the lines of moments in a row that are in one article only and folded."""
    styled = StyledText()
    styled.write(f"{count_folded(moments)}:", "muted")
    for article, own in groupby(moments, lambda moment: moment.article):
        numbers = dict.fromkeys(number for each in own for number in each.paragraph_numbers)
        styled.write(" ")
        styled.write(article_mark(article), f"{hue_name(article)} strong")
        styled.write(" " + " ".join(f"¶{number}" for number in numbers), "muted")
    sign: Part = (f"{_sign_once(moments, layout.signs)}  ", "key")
    if layout.is_wide:
        return _set_columns([[sign]], styled.lines(layout.words), (), layout)
    room = layout.width - 1
    lines = styled.lines(layout.words)
    drawn = [
        (_BAR, *pad([sign if not at else ("   ", ""), *line], room))
        for at, line in enumerate(lines)
    ]
    return [*drawn, (_BAR, *pad([], room))]


def write_variants(moment: CollatedMoment, signs: Signs) -> list[StyledText]:
    """Return how the other passages of a moment differ, and what its signs mean."""
    written = [_write_line(line, signs) for line in list_variants(moment)]
    if moment.is_in_one_article:
        written.append(_write_once(moment, signs))
    if moment.only_shown:
        key = StyledText()
        key.write(f"{' '.join(_brackets(signs))} stands in no other version", "muted")
        written.append(key)
    return written


def _write_once(moment: CollatedMoment, signs: Signs) -> StyledText:
    """Return the words for a moment that one article alone has, or that others perhaps have."""
    once = StyledText()
    if moment.is_only_here:
        once.write(f"{signs.only_here} only in ", "muted")
        once.write(article_mark(moment.article), f"{hue_name(moment.article)} strong")
        return once
    where = describe_possible(moment, article_mark)
    if not moment.left_out_by and not moment.probably_in:
        where = "perhaps elsewhere"
    once.write(f"{signs.perhaps} in one article, {where}", "muted")
    return once


def _sign_once(moments: Sequence[CollatedMoment], signs: Signs) -> str:
    """Return the sign of moments of one article: whether no other has them, or perhaps one."""
    return signs.only_here if all(each.is_only_here for each in moments) else signs.perhaps


_BAR: Part = (" ", "")


def _set_columns(
    left: Sequence[Sequence[Part]],
    words: Sequence[Line],
    variants: Sequence[Line],
    layout: BlockLayout,
) -> list[Line]:
    """Return the lines of three columns, an empty one last."""
    rail: Part = (layout.signs.rail, "rail")
    left_width, middle_width, right_width = (
        layout.carriers - 1,
        layout.words + 2,
        layout.variants + 2,
    )
    lines: list[Line] = []
    for at in range(max(len(left), len(words), len(variants)) + 1):
        first = left[at] if at < len(left) else ()
        middle = words[at] if at < len(words) else ()
        right = variants[at] if at < len(variants) else ()
        lines.append(
            (
                _BAR,
                *pad(first, left_width),
                rail,
                *pad([(" ", ""), *middle], middle_width),
                rail,
                *pad([(" ", ""), *right], right_width),
            )
        )
    return lines


def _mark_carriers(moment: CollatedMoment, layout: BlockLayout) -> list[Part]:
    """Return the mark of each article that has a moment, at its place, then that of copy."""
    signs = layout.signs
    sign = _sign_once([moment], signs) if moment.is_in_one_article else " "
    # A wider gap than between the places, so that it is not read as one of them.
    parts: list[Part] = [(f"{sign}  ", "key")]
    copy: list[Part] = [(signs.shared_copy, "muted")] if moment.copy else []
    if layout.articles > _MOST_PLACES:
        return [*parts, (f"{len(moment.articles)}/{layout.articles}", "strong"), *copy]
    for article in range(layout.articles):
        space = " " if article else ""
        if article in moment.articles:
            parts.append((space + article_mark(article), f"{hue_name(article)} strong"))
        else:
            parts.append((space + _mark_absent(moment, article, signs), "muted"))
    return parts + copy


def _mark_absent(moment: CollatedMoment, article: int, signs: Signs) -> str:
    """Return the sign of an article that is not known to have a moment."""
    if article in moment.probably_in:
        return signs.probably
    return signs.perhaps if article in moment.perhaps_in else signs.dot


def _name_shown(moment: CollatedMoment, view: BlockView) -> list[Part]:
    """Return whose words are shown, with the paragraph."""
    article = moment.article if view.article is None else view.article
    passages = moment.shown if view.article is None else moment.passages_of(article)
    numbers = " ".join(f"¶{number}" for number in dict.fromkeys(each.number for each in passages))
    part = " part" if moment.is_part and view.article is None else ""
    return [
        (article_mark(article), f"{hue_name(article)} strong"),
        (f" {numbers}{part}", "muted"),
    ]


def _write_words(
    moment: CollatedMoment, layout: BlockLayout, view: BlockView
) -> Iterator[StyledText]:
    """Yield the words of a moment, a text for each paragraph."""
    signs = layout.signs
    if view.article is not None:
        yield from (_write_passage(each, (), ("", "")) for each in moment.passages_of(view.article))
    else:
        yield from (
            _write_passage(each, moment.only_shown, _brackets(signs)) for each in moment.shown
        )
    if not view.is_open:
        return
    for version in moment.versions:
        numbers = dict.fromkeys(passage.number for passage in version.passages)
        head = StyledText()
        head.write(article_mark(version.article), f"{hue_name(version.article)} strong")
        head.write(" " + " ".join(f"¶{number}" for number in numbers), "muted")
        yield StyledText()
        yield head
        for passage in version.passages:
            yield _write_passage(passage, version.own_words, signs.added)


def _write_passage(
    passage: Passage, marked: Sequence[Passage], brackets: tuple[str, str]
) -> StyledText:
    """Return the words of a passage as printed, some of them in brackets."""
    text, at = passage.paragraph.text, passage.start
    styled = StyledText()
    for words in sorted(marked, key=lambda each: each.start):
        if words.place == passage.place and at <= words.start and words.end <= passage.end:
            styled.write(_on_one_line(text[at : words.start]))
            styled.write(brackets[0], "muted")
            styled.write(_on_one_line(text[words.start : words.end]), "strong")
            styled.write(brackets[1], "muted")
            at = words.end
    styled.write(_on_one_line(text[at : passage.end]))
    return styled


def _shorten(words: str) -> str:
    """Return words on one line; of many the first, whole."""
    line = clean_line(words)
    if len(line) <= _LONGEST_STRETCH:
        return line
    return f"{line[:_LONGEST_STRETCH].rpartition(' ')[0] or line[:_LONGEST_STRETCH]} …"


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _brackets(signs: Signs) -> tuple[str, str]:
    """Return the brackets around words that stand in one version alone."""
    return signs.dropped[0].rstrip("-"), signs.dropped[1].lstrip("-")


def _write_line(line: MomentVariant, signs: Signs) -> StyledText:
    """Return how an article differs: `4 ¶9 ▲ “7.5 million” here “4.2 million”`."""
    styled = StyledText()
    styled.write(article_mark(line.article), f"{hue_name(line.article)} strong")
    styled.write(" " + " ".join(f"¶{number}" for number in line.paragraphs) + " ", "muted")
    words = " ".join(f"“{_shorten(each)}”" for each in line.words)
    if line.kind in (VariantKind.FACT, VariantKind.WORDING):
        is_fact = line.kind is VariantKind.FACT
        sign = signs.differs if is_fact else signs.other_words
        styled.write(f"{sign} ", "warning" if is_fact else "muted")
        styled.write(words, "strong" if is_fact else "")
        if line.shown_words:
            styled.write(f" here “{clean_line(line.shown_words)}”", "muted")
    elif line.kind is VariantKind.QUOTED and line.version is not None:
        _write_changes(styled, line.version, signs)
    elif line.kind in _SAME_WORDS:
        styled.write(_SAME_WORDS[line.kind], "muted")
    else:
        styled.write("indirect: " if line.kind is VariantKind.INDIRECT else "", "muted")
        styled.write(words)
        styled.write(f" +{line.more}" if line.more else "", "muted")
    return styled


def _write_changes(styled: StyledText, version: Version, signs: Signs) -> None:
    """Write what a version did to a quotation, in signs with counts of words, then its verb."""
    is_fragment = version.form is VersionForm.PARTIAL
    start, end = (0, 0) if is_fragment else version.trimmed_counts
    changes = (
        (signs.cut, version.count_cuts(signed=False), "warning"),
        (signs.ellipsis, version.count_cuts(signed=True) + version.dropped_between_count, "key"),
        (signs.trimmed_start, start, "key"),
        (signs.trimmed_end, end, "key"),
        (signs.other_words, version.changed_count, "warning"),
        (signs.more_words, version.inserted_count, "key"),
    )
    if is_fragment:
        styled.write(f"“{clean_line(version.text)}” ")
    for sign, count, style in changes:
        if count and not (is_fragment and sign not in (signs.other_words, signs.more_words)):
            styled.write(f"{sign}{count} ", style)
    if not is_fragment and not any(count for _, count, _ in changes):
        styled.write("= ", "muted")
    if version.cue:
        styled.write(version.cue.text)
    for phrase in (version.addressee, version.setting):
        if phrase is not None:
            styled.write(f" {clean_line(phrase.text)}", "muted")


def _hang(text: StyledText, width: int) -> Iterator[Line]:
    """Yield the lines of a text, all but the first indented."""
    lines = text.lines(width)
    if len(lines) < 2:
        yield from (fit(line, width) for line in lines)
        return
    first = lines[0]
    yield first
    taken = sum(len(part) for part, _ in first)
    rest = _without_beginning(text, taken)
    for line in rest.lines(width - _HANGING):
        yield ((" " * _HANGING, ""), *line)


def _without_beginning(text: StyledText, count: int) -> StyledText:
    """Return a text without its first characters and the white space after them."""
    while count < len(text.text) and text.text[count] == " ":
        count += 1
    styles = [
        (max(0, first - count), last - count, style)
        for first, last, style in text.styles
        if last > count
    ]
    return StyledText(text.text[count:], styles)
