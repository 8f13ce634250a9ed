"""The cache of extracted pages."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.processes.page_parser import PageParserError
from reader.sources.formats.extraction_cache import clear_extraction_cache, extract_cached

PAGE = b"<p>The ferry did not come."


class Parser:
    """Answers with the number of the question."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(
        self, task: str, payload: bytes, options: Mapping[str, object]
    ) -> dict[str, object]:
        self.count += 1
        return {"count": self.count, "words": "\u202e\ud800é"}


def test_the_same_question_is_asked_once_only() -> None:
    parser = Parser()
    first = extract_cached("page", PAGE, {"address": None}, parser)
    assert extract_cached("page", PAGE, {"address": None}, parser) == first
    assert parser.count == 1


def test_another_page_task_or_address_is_another_question() -> None:
    parser = Parser()
    extract_cached("page", PAGE, {}, parser)
    extract_cached("page", PAGE + b".", {}, parser)
    extract_cached("feed", PAGE, {}, parser)
    extract_cached("page", PAGE, {"address": "http://news.test/"}, parser)
    assert parser.count == 4


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\x00", b"[" * 100_000, b"1" * 9999])
def test_a_damaged_file_counts_as_absent(own_cache: Path, content: bytes) -> None:
    parser = Parser()
    extract_cached("page", PAGE, {}, parser)
    (file,) = own_cache.rglob("*.json")
    file.write_bytes(content)
    assert extract_cached("page", PAGE, {}, parser)["count"] == 2
    assert extract_cached("page", PAGE, {}, parser)["count"] == 2


def test_where_nothing_can_be_written_the_answer_is_given(own_cache: Path) -> None:
    own_cache.write_text("a file in the place of the folder")
    assert extract_cached("page", PAGE, {}, Parser())["count"] == 1


def test_a_failure_is_not_kept() -> None:
    def fail(*_: object) -> dict[str, object]:
        raise PageParserError("stopped after 10 seconds")

    with pytest.raises(PageParserError):
        extract_cached("page", PAGE, {}, fail)
    assert extract_cached("page", PAGE, {}, Parser())["count"] == 1


def test_files_are_the_users_alone_and_can_be_removed(own_cache: Path) -> None:
    extract_cached("page", PAGE, {}, Parser())
    (file,) = own_cache.rglob("*.json")
    assert not stat.S_IMODE(file.stat().st_mode) & 0o077
    assert clear_extraction_cache() == 1
    assert not list(own_cache.rglob("*.json"))
