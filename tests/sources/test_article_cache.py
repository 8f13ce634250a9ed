"""Parsed articles stored from one start to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind
from reader.articles.article import Paragraph
from reader.sources import open_articles
from reader.sources.article_cache import LONGEST_SOURCE, ArticleCache
from reader.sources.cache_folder import CacheFolder
from reader.sources.source_content import SourceContent, read_articles

TEXT = """The Harbour Gazette

By Ida Vance

WESTHAVEN (Harbour News) – The ferry “Ágnes” ran aground on Monday, the harbour master said.

“We lost twelve boats in the storm,” he told the council\u200b on Tuesday.

Share this story
"""


@pytest.fixture
def files(tmp_path: Path) -> CacheFolder:
    return CacheFolder(
        "articles", ".article", max_entries=20, max_bytes=9_999_999, folder=tmp_path / "kept"
    )


def content(text: str = TEXT, **options: object) -> SourceContent:
    given = {"source": "ferry.txt", "name": "ferry", "suffix": ".txt", **options}
    return SourceContent(text.encode(), **given)  # type: ignore[arg-type]


def refuse() -> tuple[Article, ...]:
    raise AssertionError("parsed again")


def keep(files: CacheFolder, source: SourceContent) -> tuple[Article, ...]:
    cache = ArticleCache(files)
    articles = cache.read_articles(source, lambda: read_articles(source))
    cache.write()
    return articles


def test_a_kept_article_is_the_one_that_was_parsed(files: CacheFolder) -> None:
    parsed = keep(files, content())
    assert any(paragraph.kind is ParagraphKind.FURNITURE for paragraph in parsed[0].paragraphs)
    assert ArticleCache(files).read_articles(content(), refuse) == parsed


@pytest.mark.parametrize(
    "other",
    [
        content(TEXT.replace("twelve", "eleven")),
        content(source="other.txt"),
        content(name="other"),
        content(suffix=".md"),
        content(charset="latin-1"),
        content(notes=("replaced",)),
    ],
)
def test_what_differs_in_anything_is_parsed(files: CacheFolder, other: SourceContent) -> None:
    keep(files, content())
    with pytest.raises(AssertionError, match="parsed again"):
        ArticleCache(files).read_articles(other, refuse)


@pytest.mark.parametrize("position", [0, 20, -1])
def test_a_damaged_file_counts_as_absent(files: CacheFolder, position: int) -> None:
    keep(files, content())
    [path] = files.path.iterdir()
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)
    with pytest.raises(AssertionError, match="parsed again"):
        ArticleCache(files).read_articles(content(), refuse)


def test_large_sources_and_pages_are_parsed_each_time(files: CacheFolder) -> None:
    large = content("word " * (LONGEST_SOURCE // 5 + 1))
    page = content("<!doctype html><p>The ferry ran aground.</p>", suffix=".html")
    cache = ArticleCache(files)
    for source in (large, page):
        cache.read_articles(source, lambda: (Article("a", "a", ()),))  # type: ignore[arg-type]
    assert not cache.has_new


def test_what_cannot_be_parsed_is_not_kept(files: CacheFolder) -> None:
    cache = ArticleCache(files)
    with pytest.raises(AssertionError, match="parsed again"):
        cache.read_articles(content(), refuse)
    assert not cache.has_new


def test_what_is_kept_is_cleaned_when_it_is_read(files: CacheFolder) -> None:
    source = content()
    [parsed] = read_articles(source)
    raw = Paragraph(1, ParagraphKind.BODY, "one\x1b[2J two")  # type: ignore[arg-type]
    cache = ArticleCache(files)
    cache.read_articles(source, lambda: (replace(parsed, paragraphs=(raw,)),))
    cache.write()
    [article] = ArticleCache(files).read_articles(source, refuse)
    assert article.paragraphs[0].text == "one\u241b[2J two"


def test_opened_articles_are_kept(files: CacheFolder, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    cache = ArticleCache(files)
    opened = open_articles(path, read_cached=cache.read_articles)
    cache.write()
    again = ArticleCache(files)
    assert open_articles(path, read_cached=again.read_articles) == opened
    assert not again.has_new
    path.write_text(TEXT.replace("twelve", "eleven"), encoding="utf-8")
    assert "eleven" in str(
        open_articles(path, read_cached=again.read_articles)[0].paragraphs[-2].text
    )
    assert again.has_new


def test_a_folder_that_cannot_be_used_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder", encoding="utf-8")
    files = CacheFolder(
        "articles", ".article", max_entries=9, max_bytes=9_999_999, folder=tmp_path / "kept"
    )
    assert keep(files, content()) == read_articles(content())
