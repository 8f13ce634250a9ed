"""Articles with the kinds of paragraphs that the user corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.articles import Article, ParagraphKind, replace_kinds
from reader.errors import ReaderError
from reader.notebook.notebook_file import Notebook, NotebookError
from reader.notebook.text_keys import hash_text


def apply_corrections(
    articles: Iterable[Article],
    notebook: Notebook,
    on_problem: Callable[[ReaderError], None],
) -> tuple[Article, ...]:
    """Return the articles with the corrections of a notebook.

    Args:
        articles: the articles as they were opened.
        notebook: the notebook with the corrections.
        on_problem: called once if the notebook cannot be read, or was damaged.
    """
    if not notebook.exists:
        return tuple(articles)
    corrected = []
    is_readable = True
    for article in articles:
        kinds: dict[int, ParagraphKind] = {}
        if is_readable:
            try:
                kinds = notebook.read_corrections(hash_text(article))
            except NotebookError as error:
                is_readable = False
                on_problem(error)
        numbers = {paragraph.number for paragraph in article.paragraphs}
        kinds = {number: kind for number, kind in kinds.items() if number in numbers}
        corrected.append(replace_kinds(article, kinds) if kinds else article)
    if notice := notebook.take_notice():
        on_problem(NotebookError(notice))
    return tuple(corrected)
