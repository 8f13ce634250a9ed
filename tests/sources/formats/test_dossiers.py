"""Dossiers as lines: written, read back, refused where they are not whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean, clean_line
from reader.errors import ReaderError, SourceError
from reader.sources.formats.content_types import ContentKind, detect_content_kind
from reader.sources.formats.dossiers import Dossier, format_dossier, parse_dossier, strip_folders
from reader.sources.source_content import SourceContent, read_dossier

NOTES = {"format": "reader-notes", "version": 1}
SOURCE = Clean("ferry.dossier")


def article(name: str = "herald", text: str = "The ferry sank.") -> Article:
    paragraphs = (Paragraph(1, ParagraphKind.BODY, Clean(text)),)
    return Article(source=Clean(f"{name}.txt"), name=Clean(name), paragraphs=paragraphs)


DOSSIER = Dossier((article(), article("courier", "It did not.")), NOTES, (1, None), 0)


def lines_of(dossier: Dossier = DOSSIER) -> list[str]:
    return list(format_dossier(dossier))


def parse(lines: list[str]) -> Dossier:
    return parse_dossier("".join(f"{line}\n" for line in lines), source=SOURCE)


words = some.text(min_size=1, max_size=60).map(lambda text: clean(text).replace("\n", " ").strip())
lines = some.text(max_size=40).map(lambda text: clean_line(text, 200))
paragraphs = some.lists(
    some.tuples(some.sampled_from(ParagraphKind), words.filter(bool)), min_size=1, max_size=5
)
articles = some.builds(
    lambda name, parts, title, notes: Article(
        source=Clean(f"{name or 'x'}.txt".lstrip("/~\\")),
        name=Clean(name or "x"),
        paragraphs=tuple(
            Paragraph(number, kind, Clean(text)) for number, (kind, text) in enumerate(parts, 1)
        ),
        title=title or None,
        credits=tuple(filter(None, notes)),
    ),
    lines,
    paragraphs,
    lines,
    some.lists(lines, max_size=3),
)


@given(some.lists(articles, min_size=1, max_size=4))
def test_what_is_written_is_read_back(written: list[Article]) -> None:
    dossier = Dossier(tuple(written), NOTES, tuple(1 for _ in written), len(written) - 1)
    read = parse(list(format_dossier(dossier)))
    stripped = tuple(replace(each, source=strip_folders(each.source)) for each in written)
    assert read.articles == stripped
    assert (read.notes, read.places, read.last) == (NOTES, dossier.places, dossier.last)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert lines_of() == lines_of(replace(DOSSIER, articles=tuple(DOSSIER.articles)))
    assert all(line.isascii() and "\n" not in line for line in lines_of())


def test_the_content_tells_what_it_is_and_not_the_suffix() -> None:
    data = "\n".join(lines_of()).encode()
    for suffix in (".dossier", ".txt", ".json", ".html", ""):
        assert detect_content_kind(data, suffix=suffix) is ContentKind.DOSSIER
    assert detect_content_kind(data, content_type="application/json") is ContentKind.DOSSIER
    other = b'{"format": "reader-article/1", "text": "{\\"format\\": \\"reader-dossier/1\\""}'
    assert detect_content_kind(other) is ContentKind.JSON


@pytest.mark.parametrize("end", range(0, len("".join(lines_of())) + 3, 7))
def test_a_dossier_that_is_cut_off_is_refused_wherever_it_is(end: int) -> None:
    whole = "".join(f"{line}\n" for line in lines_of())
    assert end < len(whole)
    with pytest.raises(SourceError) as refused:
        parse_dossier(whole[:end], source=SOURCE)
    assert refused.value.message.startswith("ferry.dossier: ")
    assert "\n" not in refused.value.message


def header(**changes: object) -> Callable[[list[str]], list[str]]:
    def change(lines: list[str]) -> list[str]:
        return [json.dumps(json.loads(lines[0]) | changes), *lines[1:]]

    return change


def record(**changes: object) -> Callable[[list[str]], list[str]]:
    def change(lines: list[str]) -> list[str]:
        return [lines[0], json.dumps(json.loads(lines[1]) | changes), *lines[2:]]

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (header(format="reader-dossier/2"), "newer version of reader; update"),
        (header(format="reader-dossier/99999999999999999999"), "no dossier that reader save wrote"),
        (header(format=["reader-dossier/1"]), "no dossier that reader save wrote"),
        (header(articles=10**9), "from 1 to 200 articles"),
        (header(articles=-1), "from 1 to 200 articles"),
        (header(articles=True), "from 1 to 200 articles"),
        (header(articles="2"), "from 1 to 200 articles"),
        (header(articles=1, places=[1]), "there is more in it"),
        (header(articles=2, places=[1]), '"places" must'),
        (header(places=[1, "x"]), '"places" must'),
        (header(places=[1, 1.5]), '"places" must'),
        (header(places=[0, None]), '"places" must'),
        (header(last=2), '"last" must'),
        (header(last=-1), '"last" must'),
        (header(filler="x" * 20_000), "line 1 is longer"),
        (record(format="reader-article/7"), "line 2: the format is not"),
        (record(paragraphs=[]), 'line 2: "paragraphs" must'),
        (record(paragraphs={"number": 1}), 'line 2: "paragraphs" must'),
        (record(title=["x"]), 'line 2: "title" must'),
        (record(source=None), 'line 2: "source" must'),
        (lambda lines: [*lines, lines[1]], "line 5: there is more in it"),
        (lambda lines: [lines[0], "[" * 100_000, *lines[2:]], "line 2 is no JSON"),
        (lambda lines: [lines[0], '{"a": ' + "9" * 5000 + "}", *lines[2:]], "line 2 is no JSON"),
        (lambda lines: [lines[0], '{"a": NaN}', *lines[2:]], "line 2 is no JSON"),
        (lambda lines: [lines[0], "[1]", *lines[2:]], "line 2 must be an object"),
        (lambda lines: [*lines[:-1], "null"], "line 4 must be an object"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(
    change: Callable[[list[str]], list[str]], said: str
) -> None:
    with pytest.raises(SourceError) as refused:
        parse(change(lines_of()))
    message = refused.value.message
    assert message.startswith("ferry.dossier: ")
    assert said in message
    assert message == clean_line(message)
    assert len(message) < 300


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.replace(b"sank", b"s\xe4nk"), "line 2 has a byte that is not ASCII"),
        (lambda data: data.replace(b"herald", "héraut".encode(), 1), "line 2 has a byte"),
        (lambda data: data.replace(b"sank", b"s\xff\xfenk"), "line 2 has a byte"),
        (lambda data: b"\xef\xbb\xbf" + data, "line 1 has a byte that is not ASCII"),
        (lambda data: b"\xef\xbb\xbf" + data.replace(b"dossier/1", b"dossier/2"), "newer version"),
        (lambda data: data.decode().encode("utf-16"), "line 1 is no JSON"),
    ],
)
def test_what_is_not_ascii_is_damaged(change: Callable[[bytes], bytes], said: str) -> None:
    data = "".join(f"{line}\n" for line in lines_of()).encode()
    with pytest.raises(SourceError) as refused:
        read_dossier(SourceContent(change(data), SOURCE, SOURCE))
    assert refused.value.message.startswith("ferry.dossier: ")
    assert said in refused.value.message
    assert refused.value.message == clean_line(refused.value.message)


def test_only_the_last_line_end_may_lack() -> None:
    whole = "".join(f"{line}\n" for line in lines_of())
    assert parse_dossier(whole[:-1], source=SOURCE) == parse_dossier(whole, source=SOURCE)
    with pytest.raises(SourceError, match="cut off after 2 of 2 articles"):
        parse_dossier(whole[:-2], source=SOURCE)


@given(some.binary(max_size=200), some.integers(0, 2000), some.booleans())
def test_altered_bytes_are_read_or_refused_and_nothing_else(
    noise: bytes, at: int, replaces: bool
) -> None:
    data = "".join(f"{line}\n" for line in lines_of()).encode()
    altered = data[:at] + noise + data[at + (len(noise) if replaces else 0) :]
    read, said = None, ""
    try:
        read = parse_dossier(altered.decode("latin-1"), source=SOURCE)
    except SourceError as refused:
        said = refused.message
    assert said == clean_line(said, 1000)
    assert (read is None) == bool(said)
    assert all(
        paragraph.text == clean(paragraph.text)
        for each in (read.articles if read else ())
        for paragraph in each.paragraphs
    )


def test_control_characters_and_markup_of_a_dossier_are_those_of_any_input() -> None:
    text = "\x1b]52;c;eA==\x07[/] [b]sic[/b] \u202eevil"
    change = record(
        title=text, source=f"../../etc/{text}", paragraphs=[{"kind": "body", "text": text}]
    )
    read = parse(change(lines_of())).articles[0]
    assert read.title is not None
    for shown in (read.title, read.source, read.paragraphs[0].text):
        assert not any(sign in shown for sign in "\x1b\x07\u202e")
    assert "[b]sic[/b]" in read.paragraphs[0].text


def test_the_folders_of_a_disk_stay_at_home() -> None:
    away = replace(
        article(),
        source=Clean("/home/anna/leak/herald.txt"),
        notes=(Clean("also named as /home/anna/x"), Clean("read as cp1252")),
    )
    text = "\n".join(lines_of(replace(DOSSIER, articles=(away,), places=(), last=None)))
    assert "anna" not in text
    assert "read as cp1252" in text
    assert strip_folders("C:\\Users\\anna\\x.txt") == "x.txt"
    for source in ("drafts/x.txt", "https://example.org/a/b", "standard input"):
        assert strip_folders(source) == source


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(ReaderError, match="at most 200 articles"):
        lines_of(Dossier((article(),) * 201, NOTES))
    with pytest.raises(ReaderError, match="MB of a dossier"):
        lines_of(Dossier((article(text="word " * 1_700_000),), NOTES))
