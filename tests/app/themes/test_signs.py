from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.app.themes import signs as signs_module
from reader.app.themes.signs import ASCII, UNICODE, article_mark, signs_for_terminal
from reader.linking import Level


def all_of(signs) -> dict[str, str]:
    values = signs._asdict()
    return {name: value for name, value in values.items() if isinstance(value, str)}


def test_the_ascii_signs_are_ascii():
    assert all(sign.isascii() for sign in all_of(ASCII).values())
    assert [ASCII.place_mark("3", level) for level in Level] == ["3", "~", "-", "?"]


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_sign_takes_one_cell(signs):
    widths = {
        name: cell_len(sign)
        for name, sign in all_of(signs).items()
        if name not in {"ellipsis", "at_least"}
    }
    assert len(widths) > 10
    assert set(widths.values()) == {1}, widths


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_states_of_a_paragraph_differ(signs):
    levels = {signs.level(level) for level in Level}
    assert len(levels) == 4
    assert len({*levels, signs.here, signs.only_here, signs.dot, " "}) == 8
    assert len({signs.place_mark("2", level) for level in Level} | {signs.dot}) >= 4


def test_marks_are_one_cell_and_differ():
    marks = [article_mark(article) for article in range(35)]
    assert len(set(marks)) == 35
    assert {cell_len(article_mark(article)) for article in range(100)} == {1}
    assert marks[:9] == list("123456789"), "the mark is the key that shows the article"


def test_the_environment_may_choose_ascii(monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert signs_for_terminal() is ASCII


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("UTF-8", UNICODE), ("utf8", UNICODE), ("ANSI_X3.4-1968", ASCII), ("latin-1", ASCII)],
)
def test_signs_are_those_the_locale_can_write(monkeypatch, encoding, expected):
    monkeypatch.delenv("READER_ASCII", raising=False)
    monkeypatch.setattr(signs_module.locale, "getpreferredencoding", lambda _set: encoding)
    assert signs_for_terminal() is expected
