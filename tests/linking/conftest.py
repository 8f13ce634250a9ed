"""Articles made of their paragraphs, without the doubts of parsing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("name", "first paragraph", …)`; `furniture=(1,)` by paragraph number."""

    def make(
        name: str, *texts: str, furniture: tuple[int, ...] = (), headings: tuple[int, ...] = ()
    ) -> Article:
        def kind(number: int) -> ParagraphKind:
            if number in furniture:
                return ParagraphKind.FURNITURE
            return ParagraphKind.HEADING if number in headings else ParagraphKind.BODY

        return Article(
            source=Clean(f"{name}.txt"),
            name=Clean(name),
            paragraphs=tuple(
                Paragraph(number, kind(number), clean(text)) for number, text in enumerate(texts, 1)
            ),
        )

    return make
