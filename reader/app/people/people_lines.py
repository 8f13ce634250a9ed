"""The rows of the people screen as lines: headings of sections, a person a line."""

from __future__ import annotations

from reader.app.people.listed_people import PeopleSection
from reader.app.people.people_layout import PeopleLayout
from reader.app.people.people_state import PeopleState
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, column_head, pad
from reader.app.widgets.line_widget import Line, Part, fit, parts_width
from reader.articles import clean_line
from reader.quotes import SpeakerKind
from reader.story.people.coverage_people import PeopleCell, PeopleRow

_LONGEST_CALLED = 60
"""Characters of a title or a description, in a row."""
_MOST_VERBS = 3
_GAP = "  "


def draw_heads(state: PeopleState, layout: PeopleLayout) -> Line:
    """Return the line with the articles above their columns."""
    count = state.article_count
    last = state.left + layout.visible
    some = f"{state.left + 1}–{last} of {count}"
    if not layout.signs.unicode:
        some = some.replace("–", "-")
    name = f"  {some if layout.visible < count else 'person'}"
    parts: list[Part] = list(pad([(name, "muted")], layout.name_width))
    for article in _visible(state, layout):
        is_selected = article == state.article
        mark: list[Part] = [
            (layout.signs.focus if is_selected else " ", "here"),
            (article_mark(article), f"{hue_name(article)} strong"),
        ]
        room = layout.column_width - 3
        label = column_head(state.people.articles[article].label, room - 1)
        mark += fit([(f" {label}", "strong" if is_selected else "muted")], room, "")
        parts += pad(mark, layout.column_width)
    if layout.called_width:
        parts.append((f"{_GAP}called, verbs", "muted"))
    return pad(parts, layout.width)


def draw_heading(section: PeopleSection, layout: PeopleLayout) -> Line:
    """Return the line above a section: what is in it, and how many."""
    rule = layout.signs.rule
    parts: list[Part] = [
        (rule, "rail"),
        (f" {section.heading} ", "strong"),
        (f"{len(section.rows)} ", "muted"),
    ]
    return pad([*parts, (rule * (layout.width - parts_width(parts)), "rail")], layout.width)


def draw_row(
    state: PeopleState, row: PeopleRow, layout: PeopleLayout, most: int, *, is_selected: bool
) -> Line:
    """Return the line of a person or another speaker.

    Args:
        state: what is shown.
        row: the row.
        layout: the columns.
        most: the number of words that a full bar represents.
        is_selected: whether it is the selected row.
    """
    name: list[Part] = [(clean_line(row.name), "strong" if is_selected else "")]
    if row.kind is not SpeakerKind.PERSON:
        name.append((f" {row.kind.value}", "muted"))
    parts: list[Part] = [
        (layout.signs.focus if is_selected else " ", "here"),
        (" ", ""),
        *pad(fit(name, layout.name_width - 3), layout.name_width - 2),
    ]
    for article in _visible(state, layout):
        is_cell = is_selected and article == state.article
        drawn = draw_cell(row.cell(article), article, layout, most, is_selected=is_cell)
        parts += [(" ", ""), *pad(drawn, layout.column_width - 1)]
    if layout.called_width:
        parts.append((_GAP, ""))
        parts += fit(describe_called(row), layout.called_width - len(_GAP))
    return pad(parts, layout.width, "bar" if is_selected else "")


def draw_cell(
    cell: PeopleCell | None, article: int, layout: PeopleLayout, most: int, *, is_selected: bool
) -> list[Part]:
    """Return a bar, the number of words and how often, or a sign where nothing is said."""
    signs, room = layout.signs, layout.column_width - 1
    current = " current" if is_selected else ""
    if cell is None:
        return [(" " * layout.bar_width, ""), (f"{signs.dot:>4}", f"muted{current}")]
    hue = hue_name(article)
    times = "×" if signs.unicode else "x"
    if not cell.is_heard:
        sign = signs.perhaps if cell.perhaps else signs.silent
        parts: list[Part] = [(" " * layout.bar_width, ""), (f"{sign:>4}", f"muted{current}")]
        if layout.has_times and not cell.perhaps:
            parts.append((f" {cell.mentions}{times}", "muted"))
        return list(fit(parts, room, ""))
    parts = _draw_bar(cell, layout.bar_width, most, hue, signs) if layout.bar_width else []
    more = "+" if cell.spoken.uncounted else ""
    parts.append((f"{str(cell.words or '') + more:>4}", f"{hue} strong{current}"))
    if layout.has_times:
        parts.append((f" {cell.spoken.times}{times}", "muted"))
    return parts


def _draw_bar(cell: PeopleCell, width: int, most: int, hue: str, signs: Signs) -> list[Part]:
    """Return a bar of the words quoted, then of those in indirect speech."""
    if not cell.words:
        return [(" " * width, "")]
    cells = max(1, round(width * cell.words / most))
    quoted = round(cells * cell.quoted.words / cell.words)
    return [
        (signs.full * quoted, hue),
        (signs.half * (cells - quoted), hue),
        (" " * (width - cells), ""),
    ]


def describe_called(row: PeopleRow) -> list[Part]:
    """Return the articles' descriptions of somebody, with their marks, then the commonest verbs."""
    called: dict[str, list[int]] = {}
    for cell in row.cells:
        if cell.called is not None:
            words = clean_line(cell.called.text, _LONGEST_CALLED)
            called.setdefault(words, []).append(cell.article)
    parts: list[Part] = []
    for title, articles in called.items():
        parts += [article_tag(article) for article in articles]
        parts.append((f" {title}  ", ""))
    if verbs := list_verbs(row):
        parts.append((", ".join(verbs[:_MOST_VERBS]), "muted"))
    return parts


def list_verbs(row: PeopleRow) -> list[str]:
    """Return the verbs of all articles, the most frequent first."""
    uses: dict[str, int] = {}
    for cell in row.cells:
        for verb in cell.verbs:
            uses[verb.lemma] = uses.get(verb.lemma, 0) + verb.times
    return sorted(uses, key=lambda lemma: -uses[lemma])


def _visible(state: PeopleState, layout: PeopleLayout) -> range:
    return range(state.left, state.left + layout.visible)
