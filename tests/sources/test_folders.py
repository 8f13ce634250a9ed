"""The files of a folder that are opened, and the matches of a pattern."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import NothingToReadError, SourceError
from reader.sources import folders, open_articles
from reader.sources.folders import expand_pattern, find_article_files

TEXT = "The ferry company will halve its timetable from Monday, the harbour board said on Sunday."


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def found(folder: Path, *, recursive: bool = True) -> tuple[list[str], list[str]]:
    """The files found, relative to the folder, and what was said."""
    problems: list[SourceError] = []
    files = find_article_files(folder, recursive=recursive, on_problem=problems.append)
    names = [file.relative_to(folder).as_posix() for file in files]
    return names, [problem.message for problem in problems]


def test_folders_below_are_searched_only_if_recursive(tmp_path: Path) -> None:
    for name in ("b.txt", "below/a.txt", "below/further/c.md", "z/d.html", "a.txt"):
        write(tmp_path / name)
    assert found(tmp_path, recursive=False) == (["a.txt", "b.txt"], [])
    assert found(tmp_path) == (
        ["a.txt", "b.txt", "below/a.txt", "below/further/c.md", "z/d.html"],
        [],
    )


def test_the_problem_of_an_empty_folder_names_recursive(tmp_path: Path) -> None:
    write(tmp_path / "below" / "a.txt")
    assert found(tmp_path, recursive=False)[1] == [
        f"{tmp_path}: no articles in this folder itself (--recursive looks further)"
    ]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", ".git/c.txt"):
        write(tmp_path / name)
    assert found(tmp_path) == (["a.txt"], [])


@pytest.mark.parametrize("word", ["_files", "-Dateien", "_fichiers", ".files", "_файлы"])
def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path, word: str) -> None:
    write(tmp_path / "The talks_end.html")
    write(tmp_path / f"The talks_end{word}" / "saved_resource.html")
    write(tmp_path / "other_files" / "a.html")
    assert found(tmp_path) == (["The talks_end.html", "other_files/a.html"], [])


def test_a_link_in_a_circle_is_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "below" / "a.txt")
    (tmp_path / "below" / "up").symlink_to(tmp_path)
    (tmp_path / "same").symlink_to(tmp_path / "below")
    assert found(tmp_path) == (["below/a.txt"], [])


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    write(inside / "a.txt")
    write(tmp_path / "outside" / "b.txt")
    (inside / "out").symlink_to(tmp_path / "outside")
    (inside / "out.txt").symlink_to(tmp_path / "outside" / "b.txt")
    names, problems = found(inside)
    assert names == ["a.txt"]
    assert problems == [f"{inside / 'out.txt'}: a link out of the folder; name it itself"]


def test_many_problems_in_a_folder_are_counted_not_reported(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    write(inside / "a.txt")
    write(tmp_path / "outside.txt")
    for number in range(25):
        (inside / f"out{number:02}.txt").symlink_to(tmp_path / "outside.txt")
    names, problems = found(inside)
    assert names == ["a.txt"]
    assert len(problems) == 21
    assert problems[-1] == f"{inside}: 5 more inside it could not be opened"


def test_a_folder_that_is_a_link_itself_is_opened(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert found(tmp_path / "link") == (["a.txt"], [])


def test_the_search_of_a_folder_stops_at_the_depth_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MAX_DEPTH", 2)
    for name in ("a.txt", "1/b.txt", "1/2/c.txt", "1/2/3/d.txt"):
        write(tmp_path / name)
    names, problems = found(tmp_path)
    assert names == ["a.txt", "1/b.txt", "1/2/c.txt"]
    assert problems == [f"{tmp_path / '1/2/3'}: more than 2 folders deep; name it itself"]


def test_a_huge_folder_is_searched_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_ENTRIES", 5)
    for number in range(9):
        write(tmp_path / f"{number}.txt")
    names, problems = found(tmp_path)
    assert len(names) == 5
    assert problems == [
        f"{tmp_path}: more than 5 files, not all were looked at; name the folders inside it"
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_below_without_permission_is_named_and_the_others_open(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "shut" / "b.txt")
    (tmp_path / "shut").chmod(0)
    names, problems = found(tmp_path)
    (tmp_path / "shut").chmod(0o700)
    assert names == ["a.txt"]
    assert problems == [
        f"{tmp_path / 'shut'}: no permission to read it; change its mode or ask its owner"
    ]


def test_a_pattern_gives_the_matching_files_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt", "c.md", ".d.txt", "x/e.txt"):
        write(tmp_path / name)
    assert expand_pattern(str(tmp_path / "*.txt")) == [tmp_path / "a.txt", tmp_path / "b.txt"]
    monkeypatch.chdir(tmp_path)
    articles = open_articles(["c.*", "[ab].txt", "?"])
    assert [article.name for article in articles] == ["c", "a", "b", "e"]


def test_a_file_with_the_signs_of_a_pattern_in_its_name_is_that_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    if os.name != "nt":
        write(tmp_path / "*.txt")
        assert [article.name for article in open_articles([tmp_path / "*.txt"])] == ["*"]
    write(tmp_path / "[a].txt")
    assert [article.name for article in open_articles([tmp_path / "[a].txt"])] == ["[a]"]


def test_a_pattern_that_nothing_matches_is_named(tmp_path: Path) -> None:
    problems: list[SourceError] = []
    with pytest.raises(NothingToReadError):
        open_articles([tmp_path / "*.txt"], on_problem=problems.append)
    assert [problem.message for problem in problems] == [
        f"{tmp_path / '*.txt'}: no file has such a name; check the pattern"
    ]


@pytest.mark.parametrize(
    "pattern", ["[", "[[[[", "**/" * 50 + "*", "*" * 300 + "a", "[!", "a[\x00"]
)
def test_a_pattern_of_any_characters_without_a_match_is_one_problem(
    tmp_path: Path, pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / ("a" * 200 + ".txt"))
    monkeypatch.chdir(tmp_path)
    problems: list[SourceError] = []
    with pytest.raises(NothingToReadError):
        open_articles([pattern], on_problem=problems.append)
    assert len(problems) == 1
