"""Articles written down as JSON and read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, Paragraph, ParagraphKind, clean, clean_line
from reader.errors import NothingToReadError, SourceError
from reader.sources import open_articles
from reader.sources.formats.article_records import FORMAT, article_to_record, parse_article_records

SOURCE = clean_line("records.json")
WHOLE = {
    "format": FORMAT,
    "source": "https://example.org/a",
    "name": "a",
    "title": "A title",
    "credits": ["Reporting by Ann Lee"],
    "language": "en",
    "encoding": "utf-8",
    "notes": [],
    "paragraphs": [
        {"number": 1, "kind": "furniture", "text": "A title"},
        {"number": 2, "kind": "body", "text": "The harbour bridge reopened on Monday."},
    ],
}

lines = st.text(min_size=1, max_size=20).map(clean_line).filter(bool)
texts = (
    st.text(min_size=1, max_size=40)
    .map(lambda text: clean(text).replace("\n", " ").strip())
    .filter(bool)
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    optional = st.none() | lines
    words = draw(st.lists(texts, min_size=1, max_size=4))
    return Article(
        source=draw(lines),
        name=draw(lines),
        paragraphs=tuple(
            Paragraph(number, draw(st.sampled_from(ParagraphKind)), clean(text))
            for number, text in enumerate(words, 1)
        ),
        title=draw(optional),
        outlet=draw(optional),
        agency=draw(optional),
        byline=draw(optional),
        dateline=draw(optional),
        published=draw(optional),
        credits=tuple(draw(st.lists(lines, max_size=2))),
        language=draw(st.none() | st.sampled_from(["en", "de", "zh"])),
        encoding=draw(lines),
        notes=tuple(draw(st.lists(lines, max_size=2))),
    )


@given(st.lists(articles(), min_size=1, max_size=3))
def test_records_are_read_back_unchanged(written: list[Article]) -> None:
    text = "\n".join(json.dumps(article_to_record(article)) for article in written)
    assert list(parse_article_records(text, source=SOURCE)) == written


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(WHOLE),
        json.dumps(WHOLE, indent=2),
        json.dumps([WHOLE]),
        f"\n{json.dumps(WHOLE)}\n\n",
    ],
    ids=["line", "indented", "list", "blank lines"],
)
def test_a_record_may_be_an_object_a_line_or_in_a_list(text: str) -> None:
    (article,) = parse_article_records(text, source=SOURCE)
    assert article.source == "https://example.org/a"
    assert article.title == "A title"
    assert article.byline is None
    assert [paragraph.kind.value for paragraph in article.paragraphs] == ["furniture", "body"]


def changed(**fields: object) -> str:
    return json.dumps({**WHOLE, **fields})


WRONG = {
    "": "no JSON that can be read (line 1, column 1)",
    "[]": "there is no article in it",
    "{": "no JSON that can be read (line 1, column 2)",
    "[" * 100_000: "no JSON that can be read (nested too deep)",
    '{"a": NaN}': "no JSON that can be read (NaN is no JSON)",
    '{"a": ' + "9" * 100_000 + "}": "no JSON that can be read (a number with too many digits)",
    "17": "no article as reader articles --json writes it",
    '{"name": "x"}': "line 1: no article as reader articles --json writes it",
    changed(format="reader-article/9"): 'line 1: the format is not "reader-article/1"',
    changed(source=None): 'line 1: "source" must be a text',
    changed(title=7): 'line 1: "title" must be a text or null',
    changed(credits="Ann Lee"): 'line 1: "credits" must be a list of texts',
    changed(notes=[1]): 'line 1: "notes" must be a list of texts',
    changed(notes=["x"] * 2000): 'line 1: "notes" has more than 1000 lines',
    changed(language="en; rm"): 'line 1: "language" must be the code of a language',
    changed(paragraphs=[]): 'line 1: "paragraphs" must be a list that is not empty',
    changed(paragraphs=["x"]): "line 1: paragraph 1 must be an object",
    changed(paragraphs=[{"kind": "verse", "text": "x"}]): 'line 1: paragraph 1: "kind" must be',
    changed(paragraphs=[{"kind": "body", "text": 1}]): 'line 1: paragraph 1: "text" must be',
    changed(paragraphs=[{"kind": "body", "text": " \u200b"}]): "line 1: paragraph 1 holds no text",
    changed(paragraphs=[{"number": 2, "kind": "body", "text": "x"}]): "line 1: paragraph 1 has",
    json.dumps(WHOLE) + "\n{}": "line 2: no article",
    json.dumps(WHOLE) + "\nx": "no JSON that can be read (line 2, column 1)",
}


@pytest.mark.parametrize(("text", "reason"), WRONG.items(), ids=range(len(WRONG)))
def test_an_invalid_record_is_described_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse_article_records(text, source=SOURCE)
    assert raised.value.message.startswith(f"records.json: {reason}")
    assert raised.value.message.isprintable()


def test_every_text_of_a_record_is_cleaned() -> None:
    evil = "a\x1b]0;t\x07\u202eb\ud800\x00[/]"
    fields: dict[str, Any] = dict.fromkeys(("source", "name", "title", "encoding"), evil)
    fields["credits"] = fields["notes"] = [evil]
    fields["paragraphs"] = [{"kind": "body", "text": evil}]
    (article,) = parse_article_records(changed(**fields), source=SOURCE)
    shown = (article.source, article.name, article.title, article.encoding, *article.credits)
    for text in (*shown, *article.notes, article.paragraphs[0].text):
        assert text == "a␛]0;t␇\ufffdb\ufffd␀[/]"


def test_a_file_of_records_opens_as_the_articles(tmp_path: Path) -> None:
    seeds = open_articles()
    path = tmp_path / "seeds.jsonl"
    path.write_text("\n".join(json.dumps(article_to_record(article)) for article in seeds))
    assert open_articles([path]) == seeds


def test_other_json_is_left_out_in_a_folder_and_refused_if_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "records.json").write_text(json.dumps(WHOLE))
    assert [article.name for article in open_articles([tmp_path])] == ["a"]
    problems: list[SourceError] = []
    with pytest.raises(NothingToReadError):
        open_articles([tmp_path / "package.json"], on_problem=problems.append)
    assert "no article as reader articles --json writes it" in problems[0].message
