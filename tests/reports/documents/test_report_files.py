"""Reports in files: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.reports.documents.report_files import ReportFileError, write_report

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and links as POSIX has them")


def test_a_new_file_has_the_lines(tmp_path: Path) -> None:
    write_report(str(tmp_path / "new.md"), ["one", "“two”"])
    assert (tmp_path / "new.md").read_bytes() == "one\n“two”\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["new.md"]


def test_a_file_that_exists_is_replaced_only_if_wanted(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ReportFileError, match="exists already"):
        write_report(str(path), ["after"], replace=False)
    assert path.read_text(encoding="utf-8") == "before"
    write_report(str(path), ["after"])
    assert path.read_text(encoding="utf-8") == "after\n"


def test_lines_that_fail_leave_the_old_file(tmp_path: Path) -> None:
    def fail() -> Iterator[str]:
        yield "half"
        raise ZeroDivisionError

    path = tmp_path / "old.md"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write_report(str(path), fail())
    assert path.read_text(encoding="utf-8") == "before"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportFileError, match="is a folder"):
        write_report(str(tmp_path), ["x"])


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportFileError, match="could not be written: there is no folder"):
        write_report(str(tmp_path / "nowhere" / "x.md"), ["x"])


@POSIX
def test_permissions_and_a_link_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "kept.md", tmp_path / "link.md"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_report(str(link), ["after"])
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "after\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_report(str(tmp_path / "new.md"), ["x"])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o640
