"""The metadata of an article as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from reader.articles import Article, ParagraphKind, list_dates, show_date
from reader.errors import ReaderError
from reader.story.shared_copy.stated_sources import source_in_dateline

_NAME_CELLS = 11
"""Cells of the column of the names."""


def article_facts(
    article: Article, problems: Sequence[ReaderError], copy: Sequence[str] = ()
) -> Content:
    """Return the metadata of an article as text: what its source states, and how it was read.

    Args:
        article: the article.
        problems: what could not be opened.
        copy: which other articles carry the same copy, and how that was found.
    """
    body = [p for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    furniture = sum(p.kind is ParagraphKind.FURNITURE for p in article.paragraphs)
    words = sum(len(paragraph.text.split()) for paragraph in body)
    facts = [
        ("Title", article.title),
        *((("Standfirst", article.standfirst),) if article.standfirst else ()),
        ("Outlet", article.outlet),
        ("Agency", article.agency or _name_in_dateline(article)),
        ("By", article.byline),
        ("Filed from", article.dateline),
        *_date_facts(article),
        *(("Correction", note) for note in article.corrections),
        *(("Copy", line) for line in copy),
        *(("Credit", credit) for credit in article.credits),
        ("Source", article.source),
        ("Language", article.language),
        ("Encoding", article.encoding),
        ("Story", f"{len(body):,} paragraphs, {words:,} words"),
        (
            "Furniture",
            f"{furniture:,} paragraphs; . shows or folds them, a comma corrects one"
            if furniture
            else "none",
        ),
        *(("Note", note) for note in article.notes),
    ]
    parts: list[str | tuple[str, str]] = []
    for name, value in facts:
        printed = f" {value}\n" if value else " not said in the text\n"
        parts += [(name.ljust(_NAME_CELLS), "bold"), printed]
    if problems:
        parts.append(("\nMessages when opening\n", "bold $accent"))
        parts += [f"{problem.message}\n" for problem in problems]
    return Content.assemble(*parts)


def _name_in_dateline(article: Article) -> str | None:
    """Return the name in the brackets of a dateline, which is of no agency that is known."""
    source = source_in_dateline(article)
    return f"{source}, named in the dateline; not among the agencies known here" if source else None


def _date_facts(article: Article) -> Iterator[tuple[str, str | None]]:
    """Yield the dates that the text states, with the printed form where it differs."""
    for name, printed in list_dates(article):
        shown = show_date(printed)
        if printed and shown != printed:
            yield name.capitalize(), f"{shown}, printed as “{printed}”"
        elif printed or name == "published":
            yield name.capitalize(), printed
