"""Rows are painted once for each appearance."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reader.app.themes.paragraph_style import (
    Highlight,
    HighlightRole,
    LensParagraphs,
    ParagraphStyle,
)
from reader.app.widgets.article_painter import ArticlePainter
from reader.app.widgets.article_view import ArticleView, Row
from reader.articles import Article, Clean, Paragraph, ParagraphKind

RAIL = (" ", Style.null())
READING = Highlight(HighlightRole.READING, 0)


class Painted:
    """Notes what is painted, in the place of a `LinePainter`."""

    def __init__(self) -> None:
        self.roles: list[HighlightRole] = []

    def paint_line(self, text: str, span: tuple[int, int], line: int, style: ParagraphStyle):
        self.roles.append(style.role)
        return Strip.blank(20)

    def paint_gap(self, style: ParagraphStyle, lines: int) -> Strip:
        return Strip.blank(20)


def make_painter() -> ArticlePainter:
    paragraphs = (
        Paragraph(1, ParagraphKind.BODY, Clean("The ferry ran aground.")),
        Paragraph(2, ParagraphKind.BODY, Clean("Nobody was hurt.")),
    )
    article = Article(source=Clean("a.txt"), name=Clean("a"), paragraphs=paragraphs)
    return ArticlePainter(ArticleView(article), lambda paragraph: (), has_numbers=True)


def test_a_paragraph_left_and_read_again_is_not_painted_again():
    painter, painted = make_painter(), Painted()
    rows = [Row(0, 0), Row(1, 0)]
    for reading in (0, 1, 0, 1, 0):
        painter.set_highlights({reading: READING})
        for row in rows:
            painter.paint(row, RAIL, painted, None)
    assert sorted(role.value for role in painted.roles) == ["plain"] * 2 + ["reading"] * 2


def test_another_look_is_painted():
    painter, painted = make_painter(), Painted()
    first = painter.paint(Row(0, 0), RAIL, painted, None)
    assert painter.paint(Row(0, 0), RAIL, painted, None) is first
    painter.set_lens(LensParagraphs({0: ((0, 3, "quote"),)}))
    assert painter.paint(Row(0, 0), RAIL, painted, None) is not first
    painter.clear()
    painter.set_lens(LensParagraphs())
    assert painter.paint(Row(0, 0), RAIL, painted, None) is not first
    assert len(painted.roles) == 3
