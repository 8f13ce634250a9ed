"""The whole ladder screen as lines: title, list of quotes, heading, rungs, what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.app.ladder.ladder_state import Differences, LadderState
from reader.app.ladder.quote_list import Outcome, QuoteCoverage
from reader.app.ladder.rungs import Pen, article_name, facts, padded, pair_lines, rung_lines
from reader.app.ladder.version_text import Writing
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.bars import Progress
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.shared_quotes import SharedQuote

WIDE_FROM = 100
"""From this width on the list of quotes stands beside the ladder."""
_ROOMY_FROM = 24
"""From this height on there are empty lines between the rungs."""
_MOST_MARKS = 12
"""Articles that have a mark each in the list; of more, they are counted."""
ALONE = -1
"""In the list, the line that tells of the quotes in one article only."""
_ENTRY = 2
"""Lines of a quote in the list."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines between the title and the key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    top: int
    """The first line of the ladder that is shown, kept within its lines."""
    list_top: int
    list_width: int
    """Cells of the list; 0 where it is not shown."""
    quotes: tuple[int | None, ...]
    """By line: the quote of the list that stands there."""
    rungs: tuple[int | None, ...]
    """By line: the rung that stands there."""


def title_line(
    state: LadderState, width: int, signs: Signs, progress: Progress | None = None
) -> Line:
    """The first line of the screen."""
    quotes = state.coverage.quotes
    listed = len(state.quotes)
    if progress is not None:
        share = "" if progress.share is None else f" {progress.share:.0%}"
        right: list[Part] = [(f" {progress.doing}{share} ", "strong")]
    else:
        right = [(f"{signs.rail} " if width >= 70 else "", "muted"), ("? keys ", "muted")]
    count = len(quotes)
    if width >= 120 and progress is None:
        right = [(f"sort: {state.order.value} {signs.rail} ", "muted"), ("? keys ", "muted")]
    if width < WIDE_FROM and not state.listing:
        place = f" Quote {state.quote + 1}/{listed} "
        speaker = _speaker(state.shared)
        left: list[Part] = [(place, "strong"), (f"{signs.dot} {speaker}", "")]
        return padded(justify(left, right, width), width)
    cut = sum(state.coverage.outcome(number) is Outcome.CUT for number in range(count))
    told = f"{count} quote{'s' if count != 1 else ''} in more than one article"
    if state.coverage.alone and width >= 120:
        told = f"{len(state.coverage.everything)} quotes, {count} in more than one article"
    if cut:
        told += f", {cut} cut inside" + (" with no ellipsis" if width >= WIDE_FROM else "")
    left = [(" reader ", "strong"), (f"{signs.rail} Quotes {signs.rail} ", "muted"), (told, "")]
    if width < 70:
        left = [(" Quotes ", "strong"), (f"{signs.dot} {count} shared", "")]
    return padded(justify(left, right, width), width)


def page(state: LadderState, width: int, height: int, signs: Signs, *, bracketed: bool) -> Page:
    """Everything between the title and the key line.

    Args:
        state: what is compared.
        width: cells.
        height: lines.
        signs: the signs.
        bracketed: whether words that differ stand in `[-…-]` and `{+…+}`.
    """
    if state.listing and width < WIDE_FROM:
        lines, quotes, top = _list(state, width, height, signs)
        none = (None,) * height
        return Page(tuple(lines), state.top, top, width, tuple(quotes), none)
    pen = Pen(width, signs, bracketed, roomy=height >= _ROOMY_FROM)
    if width < WIDE_FROM or state.paired:
        lines, rungs, top = _ladder(state, pen, height, named=width >= WIDE_FROM)
        return Page(tuple(lines), top, state.list_top, 0, (None,) * height, tuple(rungs))
    list_width = min(48, max(36, width * 3 // 10))
    left, quotes, list_top = _list(state, list_width, height, signs)
    right, rungs, top = _ladder(
        state, replace(pen, width=width - list_width - 1), height, named=True
    )
    rail: Part = (signs.rail, "rail")
    both = tuple((*line, rail, *other) for line, other in zip(left, right, strict=True))
    return Page(both, top, list_top, list_width, tuple(quotes), tuple(rungs))


def sign_of(outcome: Outcome, signs: Signs) -> str:
    """The sign for what happened to a quote."""
    return {
        Outcome.CUT: signs.cut,
        Outcome.REWORDED: "~",
        Outcome.TRIMMED: signs.trimmed_end,
        Outcome.FRAGMENT: "1",
        Outcome.SAME: "=",
        Outcome.ALONE: signs.only_here,
    }[outcome]


def excerpt(quote: SharedQuote) -> str:
    """The base's words in the marks of the program, to be cut where there is no room."""
    return f"“{quote.base.text}”"


# The list


def _list(
    state: LadderState, width: int, height: int, signs: Signs
) -> tuple[list[Line], list[int | None], int]:
    """The quotes, two lines each, round the one compared; (lines, quote by line, first quote)."""
    coverage = state.coverage
    legend = _legend(signs, width) if height >= 30 else []
    rows = _list_rows(state)
    chosen = rows.index(ALONE if state.on_alone else state.quote)
    lines: list[Line] = [padded([(" QUOTES IN SEVERAL ARTICLES", "muted strong")], width)]
    targets: list[int | None] = [None]
    if height >= _ROOMY_FROM:
        lines.append(padded([], width))
        targets.append(None)
    room = max(1, (height - len(lines) - len(legend)) // _ENTRY)
    count = len(rows)
    top = max(0, min(state.list_top, count - room))
    top = min(max(top, chosen - room + 1), chosen)
    for place in range(top, min(count, top + room)):
        if rows[place] == ALONE:
            entry = _alone_entry(state, place == chosen, width, signs)
        else:
            entry = _entry(coverage, rows[place], place == chosen, width, signs)
        lines += entry
        targets += [rows[place]] * len(entry)
    if top + room < count and height - len(lines) - len(legend) >= 1:
        more = f"   {count - top - room} more below"
        lines.append(padded([(more, "muted")], width))
        targets.append(None)
    blank = height - len(lines) - len(legend)
    lines += [padded([], width)] * blank + legend
    targets += [None] * (height - len(targets))
    return lines[:height], targets[:height], top


def _list_rows(state: LadderState) -> list[int]:
    """What is listed: the shared quotes, the line of those in one article only, and they."""
    shared = len(state.coverage.quotes)
    rows = [*range(shared)]
    if state.coverage.alone:
        rows.append(ALONE)
    if state.alone_listed:
        rows += range(shared, len(state.coverage.everything))
    return rows


def _alone_entry(state: LadderState, chosen: bool, width: int, signs: Signs) -> list[Line]:
    """The line that opens the quotes of one article only."""
    ground = "bar" if chosen else ""
    count = len(state.coverage.alone)
    told = f" {count} quote{'' if count == 1 else 's'} in one article only"
    if width < 36:
        told = f" {count} in one article only"
    mark: list[Part] = [("- " if state.alone_listed else "+ ", "key")]
    left: list[Part] = [(signs.focus if chosen else " ", "here"), (told, "strong")]
    does = "   + hides them" if state.alone_listed else "   Enter or + lists them"
    return [
        padded(justify(left, mark, width), width, ground),
        padded([(does, "muted")], width, ground),
    ]


def _entry(
    coverage: QuoteCoverage, number: int, chosen: bool, width: int, signs: Signs
) -> list[Line]:
    quote = coverage.everything[number]
    ground = "bar" if chosen else ""
    outcome = coverage.outcome(number)
    right: list[Part] = [
        (f"{signs.warning} ", "warning") if coverage.disputed(number) else ("", ""),
        *_carriers(coverage, quote, signs),
        (
            f" {sign_of(outcome, signs)} ",
            "warning" if outcome in (Outcome.CUT, Outcome.REWORDED) else "key",
        ),
    ]
    who = (_speaker(quote), "strong" if quote.speaker else "muted")
    first = justify([(signs.focus if chosen else " ", "here"), who], right, width)
    second = fit([("   ", ""), (excerpt(quote)[: 2 * width], "" if chosen else "muted")], width - 1)
    return [padded(first, width, ground), padded(second, width, ground)]


def _carriers(coverage: QuoteCoverage, quote: SharedQuote, signs: Signs) -> list[Part]:
    """One mark for each article: its own where it carries the quote, else a dot."""
    count = len(coverage.articles)
    if count > _MOST_MARKS:
        return [(f"{len(quote.articles)}/{count}", "key")]
    carrying = set(quote.articles)
    return [
        (article_mark(article), f"hue-{article % 10} strong")
        if article in carrying
        else (signs.dot, "muted")
        for article in range(count)
    ]


def meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """What the signs of the list say, what most wants a look first."""
    outcomes = [(sign_of(outcome, signs), outcome.value) for outcome in Outcome]
    return (*outcomes, (signs.warning, "given to different speakers"))


def _legend(signs: Signs, width: int) -> list[Line]:
    lines = [
        padded([(f" {sign} ", "key"), (meaning, "muted")], width)
        for sign, meaning in meanings(signs)
    ]
    return [*lines, padded([], width)]


# The ladder


def _ladder(
    state: LadderState, pen: Pen, height: int, *, named: bool
) -> tuple[list[Line], list[int | None], int]:
    """Heading, rungs, what differs: (lines, rung by line, first line of the rungs shown).

    `named`: whether the heading names the speaker; else the title does.
    """
    heading = _heading(state, pen, height, named=named)
    drawer = _drawer(state, pen, height)
    room = max(1, height - len(heading) - len(drawer))
    if state.paired:
        lines = pair_lines(state, pen)
        targets: list[int | None] = [None] * len(lines)
        top = max(0, min(state.top, len(lines) - room))
    else:
        lines, targets, first, last = _rungs(state, pen)
        top = max(0, min(state.top, len(lines) - room))
        if not state.settled:
            top = min(max(top, last - room), first)
    shown, of_rung = lines[top : top + room], targets[top : top + room]
    below, above = len(lines) - top - room, top
    blank = padded([], pen.width)
    shown += [blank] * (room - len(shown))
    of_rung += [None] * (room - len(of_rung))
    if len(drawer) > 1 and (below > 0 or above > 0):
        drawer[0] = _rule(_more(above, below, pen.signs), pen)
    elif drawer and below > 0:
        drawer[0] = justify(fit(drawer[0], pen.width), [(f" {below} below", "muted")], pen.width)
    body = [*heading, *shown, *drawer][:height]
    rungs = [*[None] * len(heading), *of_rung, *[None] * len(drawer)][:height]
    return body, rungs, top


def _rungs(state: LadderState, pen: Pen) -> tuple[list[Line], list[int | None], int, int]:
    """All rungs, the rung of every line, and the lines of the one that is read."""
    lines: list[Line] = []
    targets: list[int | None] = []
    first = last = 0
    for rung in state.rungs:
        if pen.roomy and lines:
            lines.append(padded([], pen.width))
            targets.append(None)
        written = rung_lines(state, rung, pen)
        if rung.number == state.rung:
            first, last = len(lines), len(lines) + len(written)
        lines += written
        targets += [rung.number] * len(written)
    return lines, targets, first, last


def _heading(state: LadderState, pen: Pen, height: int, *, named: bool) -> list[Line]:
    """Who said it, who carries it, where it is fullest, who does not have it."""
    shared, coverage = state.shared, state.coverage
    carried = f" in {len(shared.articles)} of {len(coverage.articles)} articles"
    fullest = coverage.rungs(state.quote, None)[0]
    numbers: list[Part] = [(carried, "")]
    if pen.width >= 60:
        words = len(fullest.version.words)
        numbers += [
            (f" {pen.signs.dot} fullest here: ", "muted"),
            article_name(fullest.article),
            (f" {fullest.paragraphs}, {words} word{'' if words == 1 else 's'}", ""),
        ]
    missing = coverage.not_in(shared)
    if len(shared.articles) == 1:
        words = len(fullest.version.words)
        count = f"{words} word{'' if words == 1 else 's'}"
        numbers = [(" only in ", ""), article_name(fullest.article)]
        numbers.append((f" {fullest.paragraphs}, {count}", ""))
        missing = ()
    absent: list[Part] = []
    if missing:
        absent.append((" not in ", "muted"))
        for article in missing[:_MOST_MARKS]:
            absent += [article_name(article), (" ", "")]
        if len(missing) > _MOST_MARKS:
            absent.append((f"and {len(missing) - _MOST_MARKS} more", "muted"))
    together = [*numbers, (f" {pen.signs.dot}", "muted"), *absent] if absent else numbers
    if height < _ROOMY_FROM or parts_width(together) <= pen.width:
        lines = [padded(together, pen.width)]
    else:
        lines = [padded(numbers, pen.width), padded(absent, pen.width)]
    if named:
        speaker: list[Part] = [
            (f" {_speaker(shared)}", "strong"),
            (f" {pen.signs.dot} {excerpt(shared)[: 2 * pen.width]}", "muted"),
        ]
        lines = [padded(fit(speaker, pen.width - 1), pen.width), *lines]
    if height >= _ROOMY_FROM:
        lines.append(padded([], pen.width))
    elif height >= 18:
        lines.append(_rule("", pen))
    return lines


def _drawer(state: LadderState, pen: Pen, height: int) -> list[Line]:
    """What sets the rung that is read apart from the base, in words."""
    rung = state.opposite if state.paired else state.current
    rows = 3 if height >= 32 else 2 if height >= 18 else 1
    if height < 8:
        return []
    label: list[Part] = [(" ", ""), article_name(rung.article), (f" {rung.paragraphs}  ", "strong")]
    told = _flow(label, facts(state, rung, pen.signs), pen, rows)
    lines = [padded(fit(line, pen.width - 1), pen.width) for line in told]
    lines += [padded([], pen.width)] * (rows - len(lines))
    against = state.base_rung
    name = f"compared with [{article_mark(against.article)}] {against.paragraphs}"
    if len(state.rungs) == 1:
        name = ""
    elif state.differences is Differences.OFF:
        name += ", differences not shown"
    return lines if height < 15 else [_rule(name, pen), *lines]


def _flow(label: list[Part], told: list[Part], pen: Pen, rows: int) -> list[Line]:
    """Facts in as few lines as they need, each whole on its line if there are rows enough."""
    lines: list[list[Part]] = [[*label]]
    free = True
    for fact in told:
        more = [fact] if free else [(f"  {pen.signs.dot}  ", "muted"), fact]
        if not free and parts_width([*lines[-1], *more]) >= pen.width:
            lines.append([("    ", ""), fact])
        else:
            lines[-1] += more
        free = False
    if len(lines) <= rows and all(parts_width(line) < pen.width for line in lines):
        return [tuple(line) for line in lines]
    running = Writing()
    for number, (text, style) in enumerate([*label, *told]):
        if number > len(label):
            running.write(f" {pen.signs.dot} ", "muted")
        running.write(text, style)
    flowing = running.lines(max(4, pen.width - 4))
    shown = [line if number == 0 else ((" ", ""), *line) for number, line in enumerate(flowing)]
    if len(shown) > rows:
        shown[rows - 1] = (*shown[rows - 1], (" …", "muted"))
    return shown[:rows]


def _rule(label: str, pen: Pen) -> Line:
    lead = pen.signs.rule * 2 + (" " if label else pen.signs.rule)
    parts: list[Part] = [(lead, "rail"), (label, "muted")]
    rest = pen.width - parts_width(parts) - 1
    parts.append((" " if label else pen.signs.rule, "rail"))
    parts.append((pen.signs.rule * max(0, rest), "rail"))
    return padded(parts, pen.width)


def _more(above: int, below: int, signs: Signs) -> str:
    told = []
    if above > 0:
        told.append(f"{above} lines above")
    if below > 0:
        told.append(f"{below} lines below")
    return f" {signs.dot} ".join(told)


def _speaker(quote: SharedQuote) -> str:
    return quote.speaker.display_name if quote.speaker else "speaker not stated"
