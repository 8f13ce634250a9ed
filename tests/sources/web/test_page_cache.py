"""The cache of fetched pages."""

from __future__ import annotations

import errno
import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.web.page_cache import (
    CachedPage,
    CacheError,
    PageCache,
    clear_page_cache,
    parse_page_file,
)

CACHED = CachedPage(
    "https://news.test/b", "text/html", "utf-8", 1_700_000_000.5, b"<p>\x00\n\xff the page"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "pages"


@pytest.fixture
def cache(folder: Path) -> PageCache:
    return PageCache(folder)


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_page_that_was_put_in_is_returned(cache: PageCache, folder: Path) -> None:
    assert cache.get("https://news.test/a") is None
    cache.put("https://news.test/a", CACHED)
    assert cache.get("https://news.test/a") == CACHED
    assert cache.get("https://news.test/b") is None
    newer = replace(CACHED, charset=None, content_type=None, data=b"")
    cache.put("https://news.test/a", newer)
    assert cache.get("https://news.test/a") == newer
    assert len(files(folder)) == 1


@pytest.mark.skipif(os.name == "nt", reason="no such modes")
def test_the_cache_is_private(cache: PageCache, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    cache.put("a", CACHED)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in files(folder)] == [0o600]
    assert all("news" not in file.name for file in files(folder))


def test_a_damaged_file_counts_as_absent(cache: PageCache, folder: Path) -> None:
    cache.put("a", CACHED)
    (file,) = files(folder)
    whole = file.read_bytes()
    for wrong in (
        b"", b"\n", b"{}", b"{}\n", b"[]\n", b"null\nabc", b"[" * 100_000, whole[:-1], whole + b"x",
        whole[: len(whole) // 2], whole.replace(b"the page", b"the pagf"),
        whole.replace(b'"form": 1', b'"form": 2'), whole.replace(b'"utf-8"', b"5"),
        whole.replace(b'"https://news.test/b"', b"null"), os.urandom(500),
    ):  # fmt: skip
        file.write_bytes(wrong)
        assert cache.get("a") is None, wrong
    cache.put("a", CACHED)
    assert cache.get("a") == CACHED


@given(st.binary(max_size=300))
def test_any_bytes_in_a_file_give_a_page_or_an_error(data: bytes) -> None:
    try:
        parse_page_file(data)
    except ValueError:
        return
    pytest.fail("taken for an entry")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_pipes_and_folders_in_the_place_of_a_file_are_not_read(
    cache: PageCache, folder: Path, tmp_path: Path
) -> None:
    cache.put("a", CACHED)
    (file,) = files(folder)
    other = tmp_path / "other"
    file.rename(other)
    file.symlink_to(other)
    assert cache.get("a") is None
    file.unlink()
    os.mkfifo(file)
    assert cache.get("a") is None
    file.unlink()
    file.mkdir()
    assert cache.get("a") is None


def test_the_least_recently_used_are_removed_when_there_are_too_many(folder: Path) -> None:
    cache = PageCache(folder, max_entries=3)
    for age, name in enumerate("abc"):
        cache.put(name, CACHED)
        os.utime(cache.path_of(name), (1000 + age, 1000 + age))
    assert cache.get("a") == CACHED
    cache.put("d", CACHED)
    assert [name for name in "abcd" if cache.get(name)] == ["a", "c", "d"]


def test_the_least_recently_used_are_removed_when_they_are_too_large(folder: Path) -> None:
    cache = PageCache(folder, max_bytes=3000)
    for age, name in enumerate("abc"):
        cache.put(name, replace(CACHED, data=b"x" * 1000))
        os.utime(cache.path_of(name), (1000 + age, 1000 + age))
    cache.put("d", replace(CACHED, data=b"x" * 1000))
    assert [name for name in "abcd" if cache.get(name)] == ["c", "d"]


def test_an_old_unfinished_file_is_removed(cache: PageCache, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "old.part").write_bytes(b"half")
    os.utime(folder / "old.part", (1000, 1000))
    (folder / "new.part").write_bytes(b"half")
    (folder / "note.txt").write_text("of somebody else")
    cache.put("a", CACHED)
    assert {file.name for file in files(folder)} == {
        "new.part", "note.txt", cache.path_of("a").name,
    }  # fmt: skip


def test_clearing_removes_the_files_of_the_cache_and_no_others(
    cache: PageCache, folder: Path
) -> None:
    assert cache.clear() == 0
    cache.put("a", CACHED)
    cache.put("b", CACHED)
    (folder / "left.part").write_bytes(b"half")
    (folder / "note.txt").write_text("of somebody else")
    assert cache.clear() == 2
    assert [file.name for file in files(folder)] == ["note.txt"]
    assert cache.get("a") is None


def test_a_failed_write_leaves_the_cached_page(
    cache: PageCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put("a", CACHED)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CacheError, match=r"could not be stored.*: no space left on device$"):
        cache.put("a", replace(CACHED, data=b"new"))
    assert cache.get("a") == CACHED
    assert len(files(folder)) == 1


def test_a_cache_without_a_folder_raises(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = PageCache(tmp_path / "file" / "pages")
    assert cache.get("a") is None
    with pytest.raises(CacheError, match="could not be stored"):
        cache.put("a", CACHED)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_pages_in_a_read_only_folder_are_returned(cache: PageCache, folder: Path) -> None:
    cache.put("a", CACHED)
    folder.chmod(0o500)
    try:
        assert cache.get("a") == CACHED
        with pytest.raises(CacheError, match="permission denied"):
            cache.put("b", CACHED)
    finally:
        folder.chmod(0o700)


def test_the_default_folder_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if os.name == "nt" or not Path("/usr").exists():
        pytest.skip("the system defines another folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    PageCache().put("a", replace(CACHED, fetched=time.time()))
    assert tmp_path in PageCache().folder.parents
    assert clear_page_cache() == 1
