"""`reader.toml`: the user's corrections to the articles in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind
from reader.errors import NothingToReadError, SourceError
from reader.sources import open_articles, sidecar

TEXT = """A title that is guessed

By Ann Lee

GENEVA (Reuters) - The talks on the harbour bridge ended on Monday without a result, he said.

Nobody at the airport had expected the minister to speak so soon after the meeting was over.

Read more about it
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def opened(folder: Path, toml: str | bytes, *names: str) -> tuple[list[Article], list[str]]:
    """The articles of the folder, or those named, and what was said."""
    data = toml.encode() if isinstance(toml, str) else toml
    (folder / "reader.toml").write_bytes(data)
    problems: list[SourceError] = []
    where = [folder / name for name in names] or [folder]
    articles = open_articles(where, on_problem=problems.append)
    return list(articles), [problem.message for problem in problems]


def test_a_sidecar_takes_precedence_over_the_text(folder: Path) -> None:
    articles, problems = opened(
        folder,
        """
        [articles."b.txt"]
        title = "The talks"
        outlet = "Daily Star"
        agency = ""
        byline = "Bob Ray"
        dateline = "Basel"
        published = 2024-04-26
        credits = ["Photo: Eve Moss"]
        language = "de"
        """,
    )
    assert problems == []
    assert [article.outlet for article in articles] == [None, "Daily Star", None]
    b = articles[1]
    assert (b.title, b.agency, b.byline, b.dateline) == ("The talks", None, "Bob Ray", "Basel")
    assert (b.published, b.credits, b.language) == ("2024-04-26", ("Photo: Eve Moss",), "de")
    assert articles[0].agency == "Reuters"
    assert articles[0].byline == "Ann Lee"


def test_a_sidecar_applies_to_a_file_that_is_named_itself(folder: Path) -> None:
    articles, _ = opened(folder, '[articles."b.txt"]\noutlet = "Daily Star"', "c.txt", "b.txt")
    assert [article.outlet for article in articles] == [None, "Daily Star"]


def test_the_order_is_that_of_the_list_then_of_the_names(folder: Path) -> None:
    (folder / "d.txt").write_text(TEXT)
    articles, problems = opened(folder, 'order = ["c.txt", "missing.txt", "b.txt"]')
    assert [article.name for article in articles] == ["c", "b", "a", "d"]
    assert problems == []


def test_named_files_come_in_the_order_named(folder: Path) -> None:
    articles, _ = opened(folder, 'order = ["c.txt", "b.txt"]', "a.txt", "b.txt", "c.txt")
    assert [article.name for article in articles] == ["a", "b", "c"]


def test_every_folder_has_its_own_sidecar(folder: Path) -> None:
    below = folder / "below"
    below.mkdir()
    for name in ("a.txt", "b.txt"):
        (below / name).write_text(TEXT)
    (below / "reader.toml").write_text('order = ["b.txt"]\n[articles."a.txt"]\noutlet = "Below"')
    (folder / "reader.toml").write_text('[articles."a.txt"]\noutlet = "Above"')
    articles = open_articles([folder], recursive=True)
    assert [(article.name, article.outlet) for article in articles] == [
        (f"{folder.name}/a", "Above"),
        (f"{folder.name}/b", None),
        ("c", None),
        ("below/b", None),
        ("below/a", "Below"),
    ]


def test_kinds_of_paragraphs_are_corrected_by_number(folder: Path) -> None:
    (article, *_), problems = opened(
        folder, '[articles."a.txt"]\nfurniture = ["3-4"]\nbody = [1, 5]\nheading = [2]'
    )
    assert problems == []
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        ParagraphKind.BODY,
        ParagraphKind.HEADING,
        ParagraphKind.FURNITURE,
        ParagraphKind.FURNITURE,
        ParagraphKind.BODY,
    ]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("outlet = 'x'", 'outlet: no such key; there are "order" and "articles"'),
        ("order = 'a.txt'", "order: must be a list of names of files"),
        ("order = [1]", "order: must be a list of names of files"),
        ("[articles]\n'a.txt' = 1", "a.txt: must be a table"),
        ("outlets = 1\n", "outlets: no such key"),
        ("[articles.'a.txt']\noutlets = 'x'", "a.txt: outlets: no such key; there are title, "),
        ("[articles.'a.txt']\ntitle = 1", "a.txt: title: must be a text in quotation marks"),
        ("[articles.'a.txt']\npublished = 1", "a.txt: published: must be a date or a text"),
        ("[articles.'a.txt']\ncredits = 'x'", "a.txt: credits: must be a list of at most 100"),
        ("[articles.'a.txt']\nlanguage = 'english'", "a.txt: language: must be a code of two"),
        ("[articles.'a.txt']\nbody = 1", "a.txt: body: must be a list of at most 1000"),
        ("[articles.'a.txt']\nbody = [0]", "a.txt: body: must hold numbers of paragraphs"),
        ("[articles.'a.txt']\nbody = [true]", "a.txt: body: must hold numbers of paragraphs"),
        ("[articles.'a.txt']\nbody = ['4-2']", "a.txt: body: must hold numbers of paragraphs"),
        ("[articles.'a.txt']\nbody = ['1-2-3']", "a.txt: body: must hold numbers of paragraphs"),
    ],
)
def test_an_invalid_entry_is_one_line_and_the_rest_is_used(
    folder: Path, toml: str, said: str
) -> None:
    articles, problems = opened(folder, f"{toml}\n[articles.'b.txt']\noutlet = 'Star'")
    assert len(problems) == 1
    assert problems[0].startswith(f"{folder / 'reader.toml'}: {said}")
    assert articles[1].outlet == "Star"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (b"order = [", "no TOML that can be read"),
        (b"order = " + b"[" * 50_000, "no TOML that can be read"),
        (b"a." * 100_000 + b"a = 1", "no TOML that can be read (a line with more than 100"),
        (b"a = '\x1b[31m'", "no TOML that can be read"),
        ("title = 'Köln'".encode("cp1252"), "not written in UTF-8"),
        (b"", "the file is empty"),
        (b"a = 1\n" + b"#" * sidecar.MAX_SIDECAR_BYTES, "more than the 256 kB it may have"),
        (b"\x00\x01", "binary data"),
    ],
)
def test_an_unreadable_sidecar_is_a_problem_and_the_articles_open(
    folder: Path, toml: bytes, said: str
) -> None:
    articles, problems = opened(folder, toml)
    assert len(articles) == 3
    assert len(problems) == 1
    assert problems[0].startswith(f"{folder / 'reader.toml'}: {said}")
    assert problems[0].isprintable()


def test_a_number_without_a_paragraph_is_a_problem_and_the_others_are_corrected(
    folder: Path,
) -> None:
    (article, *_), problems = opened(folder, "[articles.'a.txt']\nfurniture = ['4-9']")
    assert problems == [f"{folder / 'reader.toml'}: a.txt has 5 paragraphs, none with number 9"]
    assert article.paragraphs[3].kind is ParagraphKind.FURNITURE


def test_covering_the_same_paragraphs_too_often_is_a_problem(folder: Path) -> None:
    runs = ", ".join(["'1-5'"] * 900)
    _, problems = opened(folder, f"[articles.'a.txt']\nfurniture = [{runs}]")
    assert problems == [
        f"{folder / 'reader.toml'}: a.txt has the same paragraphs corrected too often"
    ]


def test_many_mistakes_are_not_all_reported(folder: Path) -> None:
    _, problems = opened(folder, "\n".join(f"k{number} = 1" for number in range(500)))
    assert len(problems) == 20
    assert problems[-1].endswith("this is the last reported")


def test_the_values_of_a_sidecar_are_cleaned(folder: Path) -> None:
    articles, _ = opened(folder, '[articles."a.txt"]\noutlet = "\\u001b]0;x\\u0007\\u202e[/]"')
    assert articles[0].outlet == "␛]0;x␇\ufffd[/]"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_sidecar_that_is_no_file_is_a_problem(folder: Path) -> None:
    os.mkfifo(folder / "reader.toml")
    problems: list[SourceError] = []
    assert len(open_articles([folder], on_problem=problems.append)) == 3
    assert [problem.message for problem in problems] == [
        f"{folder / 'reader.toml'}: a pipe, not a file of text"
    ]


def test_without_on_problem_a_mistake_is_raised(folder: Path) -> None:
    (folder / "reader.toml").write_text("a = 1")
    with pytest.raises(SourceError, match="no such key"):
        open_articles([folder])


def test_a_folder_with_nothing_else_has_no_articles(tmp_path: Path) -> None:
    (tmp_path / "reader.toml").write_text("order = []")
    with pytest.raises(NothingToReadError):
        open_articles([tmp_path], on_problem=lambda problem: None)
