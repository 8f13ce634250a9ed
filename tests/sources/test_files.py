"""Opening files and folders, whatever is in them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reader.articles import Article, parsing
from reader.errors import NothingToReadError, SourceError, StoppedError
from reader.sources import article_from_text, files, folders, open_articles
from reader.sources.folders import find_seeds_folder

TEXT = (
    "The ferry company will halve its timetable from Monday, after talks with the harbour board "
    "about berthing fees collapsed late on Sunday night."
)


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def opened(*names: str | Path) -> tuple[list[str], list[str]]:
    """The names of the articles that open, and the messages about the others."""
    problems: list[SourceError] = []
    try:
        articles: tuple[Article, ...] = open_articles(names, on_problem=problems.append)
    except NothingToReadError:
        articles = ()
    return [article.name for article in articles], [problem.message for problem in problems]


def test_without_names_the_seeds_are_opened() -> None:
    assert [article.name[:3] for article in open_articles()] == ["000", "001", "002", "003", "004"]
    assert find_seeds_folder().is_dir()


def test_articles_come_in_the_order_given(tmp_path: Path) -> None:
    names = [write(tmp_path / name) for name in ("b.txt", "a.txt", "c.md", "plain")]
    assert opened(*names) == (["b", "a", "c", "plain"], [])


def test_a_folder_gives_its_articles_by_name_and_skips_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "picture.png", "C.TXT"):
        write(tmp_path / name)
    (tmp_path / "below").mkdir()
    write(tmp_path / "below" / "d.txt")
    assert opened(tmp_path) == (["C", "a", "b"], [])


def test_an_article_knows_its_source_encoding_and_notes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"{TEXT} Besançon’s \x1b harbour.".encode("cp1252"))
    (article,) = open_articles([path])
    assert article.source == str(path)
    assert article.encoding == "windows-1252"
    assert article.notes == ("read as windows-1252 (a guess)", "1 hidden character replaced")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file holds no text"),
        (b"\xef\xbb\xbf", "the file holds no text"),
        (b"%!PS-Adobe-3.0", "a PostScript document; save its text as a .txt file and open that"),
        (b"PK\x03\x04....", "the document is damaged; open it in an office program and save it"),
        (b"PK\x05\x06" + bytes(18), "an empty ZIP archive; there is nothing in it to open"),
        (b"{\\rtf1\\ansi x}", "an RTF document; open it in an office program and save it as .docx"),
        (b"WARC/1.0\r\nWARC-Type: response", "a web archive (WARC); save the pages in it as .html"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"\x7fELF....", "a program"),
        (b"\x1f\x8b....", "a gzip archive"),
        (b"\x00 \xff\xa9\x81 not UTF-8, " + b"and a single zero " * 8, "binary data"),
        (b"so\x00me\x00 te\x00xt\x00 an\x00d more", "binary data"),
        (bytes(range(1, 256)) * 20, "binary data"),
    ],
)
def test_other_files_are_refused_and_the_articles_open(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    bad = write(tmp_path / "bad.txt", content)
    good = write(tmp_path / "good.txt")
    names, problems = opened(bad, good)
    assert names == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith(f"{bad}: {reason}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing.txt"
    assert opened(path) == ([], [f"{path}: no such file; check the name"])


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert opened(tmp_path) == ([], [f"{tmp_path}: no articles in this folder"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert opened(path)[1] == [
        f"{path}: no permission to read it; change its mode or ask its owner"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_devices_and_sockets_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        names, problems = opened("pipe.txt", "/dev/zero", "socket.txt")
    assert names == []
    assert problems[0] == "pipe.txt: a pipe, not a file of text"
    assert problems[1] == "/dev/zero: a device, not a file of text"
    assert problems[2].startswith("socket.txt: ")


def test_a_file_over_the_limit_is_refused_with_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 3 * 1024 * 1024)
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(5 * 1024 * 1024)
    (problem,) = opened(path)[1]
    assert problem == f"{path}: 5 MB are more than the 3 MB an article may have; split the file"


def test_a_file_that_grows_while_it_is_read_stays_bounded() -> None:
    reads = iter([b"a" * 10] * 1000)
    assert len(files.read_bounded(lambda size: next(reads)[:size], 95)) == 95


def test_a_file_named_twice_is_opened_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    problems: list[SourceError] = []
    (article,) = open_articles([path, path, link], on_problem=problems.append)
    assert len(problems) == 2
    assert article.notes == (
        f"also named as {path}; opened once",
        f"also named as {link}; opened once",
    )
    assert len(open_articles([path, path])) == 1


def test_links_that_leave_a_folder_are_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    write(inside / "a.txt")
    (inside / "b.txt").symlink_to(write(tmp_path / "outside.txt"))
    (inside / "c.txt").symlink_to(inside / "c.txt")
    (inside / "d.txt").symlink_to(inside)
    names, problems = opened(inside)
    assert names == ["a"]
    assert problems[0] == f"{inside / 'b.txt'}: a link out of the folder; name it itself"
    assert len(problems) == 2


def test_a_folder_with_too_many_articles_is_a_problem_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MAX_FOLDER_FILES", 2)
    for name in "abc":
        write(tmp_path / f"{name}.txt")
    names, problems = opened(tmp_path)
    assert names == ["a", "b"]
    assert problems == [
        f"{tmp_path}: more than 2 articles, only the first 2 are opened; name the others themselves"
    ]


def test_articles_with_the_same_name_are_named_with_their_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "story.txt")
    write(tmp_path / "other.txt")
    names, _ = opened(tmp_path / "one", tmp_path / "two", tmp_path / "other.txt")
    assert names == ["one/story", "two/story", "other"]


@pytest.mark.parametrize(
    "name", ["-rf.txt", "[red]x.txt", "new\nline.txt", "esc\x1b[31m.txt", "\u202etxt", "a" * 250]
)
def test_any_name_is_shown_harmlessly(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    (article,) = open_articles([path])
    for shown in (article.source, article.name):
        assert shown.isprintable()
    missing = opened(tmp_path / f"no{name}"[:200])[1][0]
    assert missing.isprintable()


def test_a_name_that_is_not_utf8_opens(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("names are UTF-8 here")
    (article,) = open_articles([os.fsdecode(path)])
    assert article.name == "caf\ufffd"


@pytest.mark.parametrize("name", ["a\x00b", "", "a" * 5000])
def test_an_impossible_name_is_a_problem_in_one_line(name: str) -> None:
    names, problems = opened(name)
    assert names == []
    assert len(problems) == 1
    assert problems[0].isprintable()


def test_without_on_problem_the_first_problem_of_opening_is_raised(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        open_articles([tmp_path / "missing.txt", write(tmp_path / "a.txt")])


def test_nothing_opened_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError):
        open_articles([tmp_path], on_problem=lambda problem: None)


def test_progress_is_reported_and_grows(tmp_path: Path) -> None:
    reports: list[tuple[float, str]] = []
    paths = [write(tmp_path / f"{name}.txt", f"{TEXT}\n" * 3000) for name in "ab"]
    open_articles(paths, on_progress=lambda share, activity: reports.append((share, activity)))
    shares = [share for share, _ in reports]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1)
    assert len(shares) > 10
    assert {activity for _, activity in reports} == {"reading a.txt", "reading b.txt"}


def test_opening_stops_when_cancelled(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"{TEXT}\n" * 3000)
    answers = iter([False, False, False, True])
    with pytest.raises(StoppedError):
        open_articles([path], is_cancelled=lambda: next(answers))


HOSTILE = {
    "escapes": "\x1b]52;c;aGk=\x07\x1b]0;t\x07\x1b[6n\x1bP+q\x1b\\ \x9b31m \u202eabc\n",
    "markup": "[/] [sic] [red]x[/red] [@click=app.quit]y[/] [link=file:///etc]z[/link]\n",
    "zero width": "a\u200b\u200d\u2060\ufeff" * 2000,
    "stacked": "Z" + "\u0335" * 20_000,
    "one word": "x" * 800_000,
    "many lines": "a\n" * 20_000,
    "blank lines": "\n" * 500_000 + "end",
    "spaces": " " * 1_000_000 + "x",
    "openers": "“" * 200_000,
    "brackets": "([" * 100_000,
    "dots": "." * 150_000,
    "dashes": "— " * 200_000,
    "dates": "1/1/2024 " * 100_000,
    "by": "By " * 200_000,
    "capitals": "A. " * 60_000,
    "colons": "a: " * 100_000,
    "short lines then prose": "Menu item\n" * 8_000 + TEXT * 2,
    "cut off": "Some title that was cut off...\n" * 4_000 + TEXT * 2,
    "old line ends": "a\rb\rc\u2028d\x0ce\x85f" * 1000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_and_harmless(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "hostile.txt", HOSTILE[name])
    (article,) = open_articles([path])
    assert article.paragraphs
    for paragraph in article.paragraphs:
        assert paragraph.text
        assert all(
            character.isprintable() or character in "\u00a0\u3000" for character in paragraph.text
        )
    for paragraph in article.paragraphs[:100]:
        assert all(paragraph.text[sentence] for sentence in paragraph.sentences)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_read(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "hostile.md", HOSTILE[name][:20_000] + "\n\nend")
    (article,) = open_articles([path])
    assert article.paragraphs[-1].text.endswith("end")


def test_markup_stays_in_the_text(tmp_path: Path) -> None:
    (article,) = open_articles([write(tmp_path / "a.txt", HOSTILE["markup"])])
    assert article.paragraphs[0].text == HOSTILE["markup"].strip()


def test_pasted_text_becomes_an_article() -> None:
    article = article_from_text(f"A title\n\n{TEXT}\x1b", name="pasted\n1")
    assert (article.source, article.name) == ("pasted 1", "pasted 1")
    assert article.paragraphs[-1].text == f"{TEXT}␛"
    with pytest.raises(SourceError, match="there is no text"):
        article_from_text(" \n", name="pasted")


def test_a_text_of_too_many_paragraphs_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parsing, "MAX_PARAGRAPHS", 3)
    enough, too_many = tmp_path / "enough.txt", tmp_path / "many.txt"
    enough.write_text("One.\n\nTwo.\n\nThree.\n")
    too_many.write_text("One.\n\nTwo.\n\nThree.\n\nFour.\n")
    problems = []
    articles = open_articles([too_many, enough], on_problem=problems.append)
    assert [article.name for article in articles] == ["enough"]
    assert "many.txt: more than the 3 paragraphs" in str(problems[0])


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x14\x00 damaged",
        b"\x00" * 300,
        bytes(range(256)) * 40,
        TEXT.encode(),
        b'{"form',
        b"<html><title>Talks</title><p>The ferry sank.</html>",
        b"%PDF-1.4 damaged",
    ],
)
def test_a_damaged_dossier_is_one_line_and_never_text(tmp_path: Path, content: bytes) -> None:
    for name in ("ferry.dossier", "FERRY.DOSSIER"):
        path = write(tmp_path / name, content)
        names, problems = opened(path)
        assert names == []
        assert len(problems) == 1
        assert problems[0].startswith(f"{path}: ")
        assert "no dossier that reader save wrote, or a damaged one" in problems[0]
