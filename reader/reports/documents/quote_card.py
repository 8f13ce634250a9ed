"""A picture (SVG) of one quotation in all its versions.

SVG with text: the words can be copied and read aloud, and the picture needs no font of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from reader.articles import Article, show_date
from reader.errors import ReaderError
from reader.linking.links import SAME_FLOOR
from reader.reports.documents.passage_groups import group_versions
from reader.reports.documents.report import Report, ReportedQuote, ReportedVersion
from reader.reports.documents.text_fitting import (
    StyledRun,
    StyledWord,
    break_lines,
    measure,
)
from reader.reports.documents.wording import count
from reader.reports.quote_phrases import describe_cue, describe_speaker
from reader.text.printed_shares import print_share

_WIDTH = 1080
_EDGE = 72
_TEXT_LEFT = 100
"""Left of the text beside the bars of the rungs."""
_ROOM = _WIDTH - _TEXT_LEFT - _EDGE
_TITLE, _NAME, _WORDS, _SMALL = 42, 24, 28, 20
"""Sizes of the fonts; all lengths are units of the picture."""
_LINE = 1.42
"""Height of a line, in sizes of its font."""
_MOST_RUNGS = 6
_BAR = 150
"""Width of the bar that shows how much is left."""

_GROUND, _TEXT, _QUIET, _LINES = "#fbfaf6", "#23262b", "#5a5e66", "#d9d4c7"
_DROPPED, _ADDED = "#8a2f00", "#00593f"
_HUES = (
    "#8f5400", "#0a659e", "#00694f", "#6e6000", "#98407a",
    "#ab4300", "#2546c4", "#5e5641", "#6a45b8", "#006a77",
)  # fmt: skip
_SERIF = "Charter, 'Bitstream Charter', 'Iowan Old Style', Cambria, Georgia, serif"
_SANS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_WIDER = {
    (_SERIF, 400): 1.0,
    (_SERIF, 600): 1.1,
    (_SANS, 400): 1.0,
    (_SANS, 600): 1.15,
    (_SANS, 700): 1.2,
}
"""How much wider than usual the widest font of each kind is."""
_STYLES = {
    "": "",
    "dropped": f' fill="{_DROPPED}" text-decoration="line-through"',
    "added": f' fill="{_ADDED}" text-decoration="underline"',
    "indirect": ' font-style="italic"',
}
_LEGEND = (
    "Compared with the fullest version in these articles. Struck out: left out. Underlined: other "
    "words. Italic: in the reporter’s words."
)


def format_report_as_card(report: Report) -> Iterator[str]:
    """Yield the lines of the picture of a quotation: the first one of the report.

    Raises:
        ReaderError: no quotation is in several articles.
    """
    if not report.quotes:
        raise ReaderError("no quotation is in several articles, so there is no card to draw")
    return _Card(report, report.quotes[0]).draw()


class _Card:
    """Draws from top to bottom; the height is known at the end."""

    def __init__(self, report: Report, quote: ReportedQuote) -> None:
        self._report = report
        self._quote = quote
        self._top = float(_EDGE)
        self._shapes: list[str] = []

    def draw(self) -> Iterator[str]:
        """Yield the lines of the picture."""
        self._draw_head()
        groups = [group for group in self._group() if group[0].version.certainty >= SAME_FLOOR]
        for first, *more in groups[:_MOST_RUNGS]:
            self._draw_rung(first, more)
        shown = {version.version.article for group in groups for version in group}
        others = [each for each in self._quote.versions if each.version.article not in shown]
        self._draw_names(
            "In other words", [each for group in groups[_MOST_RUNGS:] for each in group]
        )
        self._draw_names("Perhaps also", others)
        self._draw_foot()
        height = round(self._top + _EDGE * 0.6)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
            f'viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="title description">'
        )
        yield f'<title id="title">{escape(self._title())}</title>'
        yield f'<desc id="description">{escape(self._describe())}</desc>'
        yield f'<rect width="{_WIDTH}" height="{height}" fill="{_GROUND}"/>'
        yield from self._shapes
        yield "</svg>"

    def _group(self) -> Sequence[Sequence[ReportedVersion]]:
        wordings = group_versions(self._report, self._quote)
        return (*wordings.shown, wordings.others) if wordings.others else wordings.shown

    def _draw_names(self, heading: str, versions: Sequence[ReportedVersion]) -> None:
        """Draw who carries versions that are not drawn."""
        names = dict.fromkeys(version.passage.article.label for version in versions)
        if names:
            self._write(f"{heading}: {', '.join(names)}", _SMALL, _EDGE, _QUIET)
            self._top += 14

    def _title(self) -> str:
        return f"{describe_speaker(self._quote.quote.speaker)}: {self._count_outlets()}"

    def _count_outlets(self) -> str:
        return f"one quotation, {count(len(self._quote.quote.articles), 'outlet')}"

    def _describe(self) -> str:
        return " ".join(
            f"{version.passage.article.label}: {' '.join(version.version.text.split())}"
            for version in self._quote.versions
        )

    def _draw_head(self) -> None:
        kicker = self._count_outlets()
        self._write(kicker[:1].upper() + kicker[1:], _SMALL, _EDGE, _QUIET, weight=600)
        self._top += 6
        speaker = describe_speaker(self._quote.quote.speaker)
        self._write(speaker, _TITLE, _EDGE, _TEXT, weight=600, family=_SERIF)
        self._top += 18
        self._draw_line()

    def _draw_rung(self, reported: ReportedVersion, more: Sequence[ReportedVersion]) -> None:
        start = self._top
        article = reported.passage.article
        hue = _HUES[reported.version.article % len(_HUES)]
        self._draw_name(reported, article.label, hue)
        style = "" if reported.is_quoted else "indirect"
        for line in break_lines(_list_words(reported, style), _ROOM / _WORDS):
            self._draw_text(line, _WORDS, _TEXT_LEFT, _TEXT, family=_SERIF)
        self._top += 4
        self._write(_cite(article, reported), _SMALL, _TEXT_LEFT, _QUIET)
        for alteration in reported.alterations:
            self._write(f"▲ {alteration.words}", _SMALL, _TEXT_LEFT, _TEXT)
        if more:
            names = dict.fromkeys(version.passage.article.label for version in more)
            self._write(f"The same: {', '.join(names)}", _SMALL, _TEXT_LEFT, _QUIET)
        height = round(self._top - start)
        self._shapes.append(
            f'<rect x="{_EDGE}" y="{round(start)}" width="7" height="{height}" fill="{hue}"/>'
        )
        self._top += 30

    def _draw_name(self, reported: ReportedVersion, label: str, hue: str) -> None:
        """Draw the outlet and how much of the quotation it has."""
        retained = min(1.0, reported.version.retained)
        middle = round(self._top + _NAME * 0.8)
        left = _WIDTH - _EDGE - _BAR
        share = print_share(retained)
        for width, colour in ((_BAR, _LINES), (round(_BAR * retained), hue)):
            self._shapes.append(
                f'<rect x="{left}" y="{middle - 5}" width="{width}" height="10" rx="5" '
                f'fill="{colour}"/>'
            )
        self._shapes.append(
            f'<text x="{left - 14}" y="{middle + 7}" font-family={quoteattr(_SANS)} '
            f'font-size="{_SMALL}" fill="{_QUIET}" text-anchor="end">{share}</text>'
        )
        room = _ROOM - _BAR - 14 - measure(share) * _SMALL - 20
        self._write(label, _NAME, _TEXT_LEFT, _TEXT, weight=700, room=room)

    def _draw_foot(self) -> None:
        self._draw_line()
        self._write(_LEGEND, _SMALL, _EDGE, _QUIET)

    def _draw_line(self) -> None:
        self._shapes.append(
            f'<rect x="{_EDGE}" y="{round(self._top)}" width="{_WIDTH - 2 * _EDGE}" height="1" '
            f'fill="{_LINES}"/>'
        )
        self._top += 26

    def _write(
        self,
        text: str,
        size: int,
        left: int,
        colour: str,
        *,
        weight: int = 400,
        family: str = _SANS,
        room: float | None = None,
    ) -> None:
        """Draw words of one style, on as many lines as they need."""
        width = _WIDTH - _EDGE - left if room is None else room
        words = (StyledWord(word, "") for word in text.split())
        for line in break_lines(words, width / (size * _WIDER[family, weight])):
            self._draw_text(line, size, left, colour, weight=weight, family=family)

    def _draw_text(
        self,
        line: Sequence[StyledRun],
        size: int,
        left: int,
        colour: str,
        *,
        weight: int = 400,
        family: str = _SANS,
    ) -> None:
        runs = "".join(_write_span(run) if run.style else escape(run.text) for run in line)
        baseline = round(self._top + size * 1.06)
        self._shapes.append(
            f'<text x="{left}" y="{baseline}" font-family={quoteattr(family)} font-size="{size}" '
            f'font-weight="{weight}" fill="{colour}">{runs}</text>'
        )
        self._top += size * _LINE


def _list_words(reported: ReportedVersion, style: str) -> Iterator[StyledWord]:
    """Yield the words of a version with their styles, in quotation marks where it has them."""
    words = [
        StyledWord(word, part_style)
        for piece in reported.pieces
        for text, part_style in (
            (piece.dropped, "dropped"),
            (piece.words, style if piece.is_same else "added"),
        )
        for word in text.split()
    ]
    if reported.is_quoted and words:
        words[0] = words[0]._replace(is_glued=True)
        words = [StyledWord("“", ""), *words, StyledWord("”", "", is_glued=True)]
    return iter(words)


def _write_span(run: StyledRun) -> str:
    """Return words of a style; a space at their end is not marked."""
    words = run.text.rstrip(" ")
    return f"<tspan{_STYLES[run.style]}>{escape(words)}</tspan>{run.text[len(words) :]}"


def _cite(article: Article, reported: ReportedVersion) -> str:
    """Return who reports it with which verb, where, and when: `Karn insisted · ¶6 · 26 April`."""
    version = reported.version
    said = describe_speaker(version.speaker)
    if version.cue:
        said = f"{said} {describe_cue(version.cue)}"
    if version.setting:
        said = f"{said}, {version.setting.text}"
    title = article.title if article.title and not article.is_called_by_heading else None
    facts = (said, title and f"“{title}”", show_date(article.published))
    return " · ".join((*(fact for fact in facts if fact), f"¶{reported.passage.number}"))
