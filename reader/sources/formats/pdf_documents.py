"""Reads PDF documents as articles, if the extra `pdf` is installed."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

from reader.articles.article import Article
from reader.articles.parsing import parse_article
from reader.errors import SourceError
from reader.extras import extra_command
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.documents import personal_name
from reader.text.cleaning import Clean, clean_line

# Characters at the beginning among which the title is.
_TITLE_REACH = 3000


def read_pdf(data: bytes, *, source: Clean, name: Clean, notes: tuple[Clean, ...] = ()) -> Article:
    """Return the article of a PDF document.

    Its lines are joined as those of every printed text. The title in its properties is that of
    the article where the first page has it; the date there is that of printing and not used.

    Args:
        data: the document.
        source: the path or address to show.
        name: a short name.
        notes: what is known of the source, one line each.

    Raises:
        SourceError: the extra is missing, or the document cannot be read or has no text.
    """
    if find_spec("pypdf") is None:
        raise SourceError(
            f"{source}: a PDF document; install what reads it ({extra_command('pdf')}), "
            "or save its text as a .txt file and open that"
        )
    try:
        answer = parse_in_sandbox("pdf", data, {})
    except PageParserError as problem:
        raise SourceError(
            f"{source}: the PDF document could not be read ({clean_line(str(problem))}); "
            "save its text as a .txt file"
        ) from problem
    if refusal := answer.get("refusal"):
        raise SourceError(f"{source}: {clean_line(str(refusal))}")
    text = str(answer.get("text") or "")
    article = parse_article(text, source=source, name=name, notes=notes)
    if not article.paragraphs:
        raise SourceError(
            f"{source}: the PDF document holds no text, only pictures; have its text recognised "
            "and save that as a .txt file"
        )
    return _add_properties(article, answer)


def _add_properties(article: Article, answer: dict[str, object]) -> Article:
    title = clean_line(str(answer.get("title") or ""))
    beginning = " ".join(paragraph.text for paragraph in article.paragraphs[:20])[:_TITLE_REACH]
    is_title = len(title.split()) > 1 and title in " ".join(beginning.split())
    author = personal_name(str(answer.get("author") or ""))
    if author and not (article.byline or article.agency):
        note = clean_line("from the properties of the file, not from its text: author")
        article = replace(article, byline=clean_line(author), notes=(*article.notes, note))
    return replace(article, title=title) if is_title else article
