"""List files, and several articles on the standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from reader.errors import NothingToReadError, SourceError
from reader.sources import list_files, open_articles, standard_input
from reader.sources.list_files import read_list_file
from reader.sources.standard_input import read_standard_input, split_articles

TEXT = "The ferry company will halve its timetable from Monday, the harbour board said on Sunday."


def listed(
    path: Path, content: str | bytes, most_listed: int = list_files.MAX_LISTED
) -> tuple[list[str], list[str]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    problems: list[SourceError] = []
    names = read_list_file(path, on_problem=problems.append, most_listed=most_listed)
    return names, [problem.message for problem in problems]


def test_a_list_names_files_relative_to_itself_and_addresses(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    names, problems = listed(
        folder / "today.txt", "# today\n\n  a.txt \r\n/b c.txt\nhttps://example.org/#x\n../d*.md"
    )
    assert problems == []
    assert names == [
        str(folder / "a.txt"),
        str(Path("/b c.txt")),
        "https://example.org/#x",
        str(folder / "../d*.md"),
    ]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_list_may_begin_with_a_byte_order_mark(tmp_path: Path, codec: str) -> None:
    names, _ = listed(tmp_path / "list", "Köln.txt\nb.txt\n".encode(codec))
    assert names == [str(tmp_path / "Köln.txt"), str(tmp_path / "b.txt")]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_in_a_list_need_not_be_utf8(tmp_path: Path) -> None:
    names, _ = listed(tmp_path / "list", b"caf\xe9.txt")
    assert os.fsencode(names[0]).endswith(b"/caf\xe9.txt")


def test_a_list_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it names nothing; write one file or address a line"):
        listed(tmp_path / "list", "# nothing\n\n")


def test_a_list_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    names, problems = listed(tmp_path / "list", "a\nb\nc\nd", most_listed=2)
    assert names == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert problems == [f"{tmp_path / 'list'}: more than 2 names, only the first 2 are used"]
    with pytest.raises(SourceError, match="more than the 1024 kB it may have"):
        listed(tmp_path / "list", b"x" * (list_files.MAX_LIST_BYTES + 1))


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"one\n===\ntwo\n", [b"one\n", b"two\n"]),
        (b"===\n\n===\none\r\n=== \t\r\ntwo\n===", [b"one\r\n", b"two\n"]),
        (b"title\n=====\nnot === here\n ===\n", [b"title\n=====\nnot === here\n ===\n"]),
        ("é\n===\nü\n".encode("utf-16"), ["é\n".encode(), "ü\n".encode()]),
    ],
)
def test_a_line_of_three_equals_signs_separates_articles(data: bytes, parts: list[bytes]) -> None:
    assert split_articles(data) == parts


def test_no_article_and_too_many_articles_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="nothing came from the standard input"):
        split_articles(b" \n===\n")
    with pytest.raises(SourceError, match="-: a PNG picture on the standard input, not text"):
        split_articles(b"\x89PNG\r\n\x1a\n\x00\n===\n")
    monkeypatch.setattr(standard_input, "MAX_ARTICLES", 2)
    with pytest.raises(SourceError, match="more than 2 articles"):
        split_articles(b"a\n===\nb\n===\nc")


class Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_the_standard_input_is_one_of_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    page = f"<!doctype html><html><body><article><h1>A page</h1><p>{TEXT} {TEXT}</p></article>"
    data = f"{TEXT}\n===\n# Not a heading\n\n{TEXT}\n===\n{page}".encode()
    monkeypatch.setattr(sys, "stdin", Input(data))
    names = [tmp_path / "a.txt", "-", tmp_path / "b.txt"]
    articles = open_articles(names, standard_input=read_standard_input)
    assert [article.name for article in articles] == [
        "a",
        "standard input 1",
        "standard input 2",
        "standard input 3",
        "b",
    ]
    assert articles[2].paragraphs[0].text == "# Not a heading"
    assert "A page" in (articles[3].title or "")


def test_one_article_needs_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(TEXT.encode()))
    (article,) = open_articles(["-"], standard_input=read_standard_input)
    assert (article.source, article.name) == ("standard input", "standard input")


def test_the_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standard_input, "MAX_FILE_BYTES", 1024 * 1024)
    monkeypatch.setattr(sys, "stdin", Input(b"a" * 2_000_000))
    with pytest.raises(SourceError, match="the standard input is longer than 1 MB"):
        read_standard_input()


def test_a_missing_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="there is no standard input"):
        read_standard_input()


def test_the_standard_input_is_not_read_while_a_screen_uses_it() -> None:
    problems: list[SourceError] = []
    with pytest.raises(NothingToReadError):
        open_articles(["-"], on_problem=problems.append)
    assert [problem.message for problem in problems] == [
        "-: the standard input can be read at the start only"
    ]
