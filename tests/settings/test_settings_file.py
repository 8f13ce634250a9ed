"""The settings file: valid values are used, invalid ones are reported with their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import DEFAULTS, Settings, read_settings
from reader.settings.settings import EXPLANATIONS


def read(path: Path, text: str | bytes) -> tuple[Settings, list[str]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[str] = []
    settings = read_settings(lambda problem: problems.append(problem.message), path)
    return settings, problems


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_settings(lambda problem: pytest.fail(problem.message), path) == DEFAULTS


def test_everything_that_can_be_set_is_read(path: Path) -> None:
    settings, problems = read(
        path,
        'theme = "reader-light"\nfollow = false\nthreshold = 0.45\npanes = 2\nascii = true\n'
        "keep_places = false\nkeep_copies = false\nkeep_links = false\narchive = '~/news'\n"
        '[keys]\nnext = "j,n"\nwhy = ["w", "x"]\n',
    )
    assert problems == []
    assert settings == Settings(
        "reader-light",
        False,
        0.45,
        2,
        True,
        False,
        False,
        False,
        "~/news",
        {"next": "j,n", "why": "w,x"},
    )
    assert set(EXPLANATIONS) == set(Settings._fields) - {"keys"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("theme = 3", "name of a theme"),
        ("follow = 1", "true or false"),
        ("threshold = 2.0", "from 0.05 to 0.95"),
        ("threshold = true", "from 0.05 to 0.95"),
        ("panes = 0", "from 1 to 20"),
        ("panes = 2.5", "from 1 to 20"),
        ("archive = 3", "path of a folder"),
        ("colour = 'red'", "no such setting"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_rest_holds(
    path: Path, line: str, said: str
) -> None:
    settings, problems = read(path, f"ascii = true\n{line}\nkeep_copies = false\n")
    assert settings == Settings(ascii=True, keep_copies=False)
    (problem,) = problems
    assert str(path) in problem
    assert "line 2" in problem
    assert said in problem


@pytest.mark.parametrize(
    "text", ["theme = ", b"\xff\xfe\x00", "a = " + "[" * 5000, "x = 1\n" * 40_000, "= ="]
)
def test_a_file_that_is_no_toml_is_one_line(path: Path, text: str | bytes) -> None:
    settings, problems = read(path, text)
    assert settings == DEFAULTS
    (problem,) = problems
    assert str(path) in problem
    assert "\n" not in problem


def test_mistakes_are_named_in_the_order_of_their_lines_with_similar_names(path: Path) -> None:
    text = "panes = 0\nfolow = true\n[keys]\nnext = 3\n"
    _, problems = read(path, text)
    assert [problem.partition("line ")[2][0] for problem in problems] == ["1", "2", "4"]
    assert "folow: there is no such setting (did you mean follow?); the default" in problems[1]


def test_a_line_that_is_no_toml_is_left_out_and_the_others_hold(path: Path) -> None:
    settings, problems = read(path, "ascii = true\nfollow = maybe\npanes = 0\nthreshold = 0.5\n")
    assert settings == Settings(ascii=True, threshold=0.5)
    assert "line 2: " in problems[0]
    assert problems[0].endswith("the line is left out")
    assert "line 3: panes" in problems[1]


@pytest.mark.parametrize("last", ["panes = ", 'theme = "reader', "[keys"])
def test_a_line_that_does_not_end_is_the_last_one(path: Path, last: str) -> None:
    settings, (problem,) = read(path, f"ascii = true\n{last}\n\n")
    assert settings == Settings(ascii=True)
    assert "line 2: " in problem
    assert "end of document" not in problem


@given(st.text(max_size=200))
def test_no_file_ends_the_program(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings, problems = read(path, text.encode("utf-8", "replace"))
    assert isinstance(settings, Settings)
    assert all("\n" not in problem for problem in problems)
