"""The user's own themes, from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.themes.theme_files import read_themes


def test_a_theme_has_the_colours_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "paper.toml").write_text(
        'dark = false\nprimary = "#224466"\nbackground = "white"\n'
        '[variables]\narticle-0 = "#aa0000"\n'
    )
    (theme,) = read_themes(tmp_path, lambda problem: pytest.fail(problem.message))
    assert (theme.name, theme.dark, theme.primary) == ("paper", False, "#224466")
    assert theme.variables == {"article-0": "#AA0000"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('primary = "no colour"', "primary is no colour"),
        ('colour = "red"', "no colour colour"),
        ("dark = true", "needs a primary"),
        ('primary = "red"\ndark = 3', "dark must be"),
        ("primary", "no theme"),
    ],
)
def test_a_file_that_is_no_theme_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.toml").write_text(text)
    (tmp_path / "good.toml").write_text('primary = "red"')
    problems: list[str] = []
    themes = read_themes(tmp_path, lambda problem: problems.append(problem.message))
    assert [theme.name for theme in themes] == ["good"]
    assert len(problems) == 1
    assert "bad.toml" in problems[0]
    assert said in problems[0]


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert read_themes(tmp_path / "none", lambda problem: pytest.fail(problem.message)) == []
