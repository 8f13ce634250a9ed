"""Quotes one by one, and what several articles quote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console, RenderableType

from reader.articles import Article, parse_article
from reader.quote_versions import SharedQuote, shared_quotes
from reader.quotes import Speaker, SpeakerKind
from reader.reports.quote_report import json_quotes, plain_quotes, quotes_tables, speaker_words
from reader.reports.shared_quote_report import json_shared, plain_shared, shared_tables

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ARTICLES = [
    parse_article(path.read_text(encoding="utf-8"), source=path.name, name=path.name[:3])
    for path in SEEDS
]
PARAGRAPHS = {
    (article.source, paragraph.number): paragraph.text
    for article in ARTICLES
    for paragraph in article.paragraphs
}


@pytest.fixture(scope="module")
def shared() -> tuple[SharedQuote, ...]:
    return shared_quotes(ARTICLES)


@pytest.fixture(scope="module")
def engagement(shared: tuple[SharedQuote, ...]) -> dict[str, Any]:
    """The shared quote on direct engagement, as JSON."""
    first: dict[str, Any] = json.loads(next(json_shared(ARTICLES, shared)))
    return first


def drawn(table: RenderableType, width: int = 160) -> str:
    console = Console(width=width)
    with console.capture() as capture:
        console.print(table)
    return " ".join(capture.get().split())


def test_every_quote_is_where_its_object_says(shared: tuple[SharedQuote, ...]) -> None:
    lines = list(json_quotes(ARTICLES, shared))
    assert len(lines) > 20
    assert all(line.isascii() and "\n" not in line for line in lines)
    for item in map(json.loads, lines):
        text = PARAGRAPHS[item["article"], item["paragraph"]]
        assert text[item["start"] : item["end"]] == item["text"]


def test_quotes_of_one_utterance_have_the_number_of_the_shared_quote(
    shared: tuple[SharedQuote, ...],
) -> None:
    items = [json.loads(line) for line in json_quotes(ARTICLES, shared)]
    engagement = {(item["article"][:3], item["paragraph"]) for item in items if item["shared"] == 1}
    assert engagement == {("000", 3), ("001", 3), ("003", 12), ("004", 2), ("004", 8)}
    assert any(item["shared"] is None for item in items)


def test_a_plain_line_has_six_fields() -> None:
    lines = list(plain_quotes(ARTICLES[:1], ()))
    assert all(len(line.split("\t")) == 6 for line in lines)
    fields = lines[1].split("\t")
    assert fields[0] == f"{ARTICLES[0].source} ¶3"
    assert fields[1:5] == ["direct", "not shared", "Antony Blinken", "emphasized"]


def test_tables_hold_every_quote_and_its_brackets() -> None:
    article = parse_article(
        "A headline\n\n“They [bold]all[/bold] agreed to this,” Ann Lee said on Monday in Leith.\n",
        source="[/]a.txt",
        name="[/]a",
    )
    (table,) = quotes_tables([article], ())
    for words in ("[/]a: A headline", "“They [bold]all[/bold] agreed to this,”", "Ann Lee", "said"):
        assert words in drawn(table)


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.95, "Ann Lee"), (0.5, "Ann Lee"), (0.49, "probably Ann Lee")]
)
def test_an_inferred_speaker_is_called_probable(confidence: float, words: str) -> None:
    speaker = Speaker("Ann Lee", "Lee", 0, 3, SpeakerKind.PERSON, confidence)
    assert speaker_words(speaker) == words
    assert speaker_words(None) == "unknown"


def test_a_shared_quote_lists_its_versions_from_fullest_to_slightest(
    engagement: dict[str, Any],
) -> None:
    assert engagement["shared"] == 1
    assert engagement["speaker"] == "Antony Blinken"
    assert [source[:3] for source in engagement["articles"]] == ["000", "001", "003", "004"]
    versions = [(v["article"][:3], v["paragraph"], v["form"]) for v in engagement["versions"]]
    assert versions == [
        ("000", 3, "direct"),
        ("003", 12, "direct"),
        ("004", 8, "direct"),
        ("001", 3, "partial"),
        ("004", 2, "partial"),
        ("001", 4, "indirect"),
    ]


def test_a_version_says_what_was_cut_and_who_says_so(engagement: dict[str, Any]) -> None:
    base, version, *_ = engagement["versions"]
    assert base["edits"] == []
    assert base["kept"] == 1.0
    assert version["counts"] == {
        "cut_inside_signed": 0,
        "cut_inside_unsigned": 3,
        "trimmed_at_start": 0,
        "trimmed_at_end": 11,
        "inserted": 0,
        "changed": 0,
    }
    cut = version["edits"][1]
    assert cut == {
        "kind": "dropped",
        "place": "inside",
        "signed": False,
        "base": "of sustained engagement",
        "version": "",
    }
    assert (version["cue"]["text"], version["stance"]) == ("told", "neutral")
    assert version["setting"]["text"] == "as they started their meeting"
    same = [version[f"same_{part}"] for part in ("speaker", "cue", "stance", "setting")]
    assert same == [True, False, False, False]


def test_every_part_of_every_version_is_where_it_says(shared: tuple[SharedQuote, ...]) -> None:
    quotes = [json.loads(line) for line in json_shared(ARTICLES, shared)]
    assert len(quotes) > 3
    for quote in quotes:
        for version in quote["versions"]:
            for part in version["parts"]:
                text = PARAGRAPHS[version["article"], part["paragraph"]]
                assert text[part["start"] : part["end"]] == part["text"]
            assert " ".join(part["text"] for part in version["parts"]) == version["text"]
            for key in ("speaker", "cue", "setting", "addressee"):
                if phrase := version[key]:
                    text = PARAGRAPHS[version["article"], phrase["paragraph"]]
                    words = phrase["mention"] if key == "speaker" else phrase["text"]
                    assert text[phrase["start"] : phrase["end"]] == words


def test_an_edit_script_holds_every_word_of_both_versions(
    shared: tuple[SharedQuote, ...],
) -> None:
    quotes = [json.loads(line) for line in json_shared(ARTICLES, shared)]
    assert any(version["edits"] for quote in quotes for version in quote["versions"])
    for quote in quotes:
        for version in quote["versions"]:
            if not version["edits"]:
                continue
            for key, whole in (("base", quote["versions"][0]), ("version", version)):
                words = " ".join(edit[key] for edit in version["edits"])
                assert letters(words) == letters(whole["text"])


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_plain_blocks_say_what_became_of_a_quote(shared: tuple[SharedQuote, ...]) -> None:
    lines = list(plain_shared(ARTICLES, shared))
    assert sum(line == "" for line in lines) == len(shared) - 1
    assert lines[0] == "1. Antony Blinken, 46 words, in 4 articles"
    block = [line.strip() for line in lines[: lines.index("")]]
    assert block[3] == "fullest here"
    assert "cut inside without ellipsis: “of sustained engagement”" in block
    assert "other verb: said, not emphasized (neutral, not asserting)" in block
    assert any(line.startswith("in the reporter's words, certainty 0.") for line in block)


def test_word_for_word_the_same_is_said(shared: tuple[SharedQuote, ...]) -> None:
    assert "        word for word the same" in plain_shared(ARTICLES, shared)


def test_the_tables_sign_what_is_gone_and_what_is_new(shared: tuple[SharedQuote, ...]) -> None:
    tables = list(shared_tables(ARTICLES, shared))
    assert len(tables) == len(shared)
    assert "[-of sustained engagement,-]" in drawn(tables[0], width=600)
    assert "cut inside without ellipsis" in drawn(tables[0], width=600)


def test_other_speakers_and_brackets_are_told() -> None:
    texts = {
        "a.txt": "“We will rebuild the old harbour of Leith before the winter comes to us all,” "
        "Ann Lee said on Monday.",
        "b.txt": "“We will rebuild the [city's] harbour of Leith before the winter comes to us "
        "all,” Bob Ray claimed on Monday.",
    }
    articles: list[Article] = [
        parse_article(text, source=source, name=source[0]) for source, text in texts.items()
    ]
    shared = shared_quotes(articles)
    notes = [line.strip() for line in plain_shared(articles, shared)]
    assert "other speaker: Bob Ray" in notes
    assert "other verb: claimed, not said (doubting, not neutral)" in notes
    assert "changed inside, in brackets: “old” is “city's”" in notes


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (
            "We will rebuild the old harbour … before the winter comes to us all",
            "cut inside with ellipsis: “of Leith”",
        ),
        (
            "We will rebuild the old harbour … in Leith before the winter comes to us all",
            "changed inside, with ellipsis: “of” is “in”",
        ),
        (
            "We will rebuild the old harbour of Leith before the long winter comes",
            "inserted inside: “long”",
        ),
        (
            "rebuild the old harbour of Leith before the winter comes to us all",
            "left out at the start: 2 words, “We will”",
        ),
    ],
)
def test_every_sort_of_difference_has_its_words(words: str, note: str) -> None:
    whole = "We will rebuild the old harbour of Leith before the winter comes to us all"
    articles = [
        parse_article(f"“{said},” Ann Lee said on Monday.", source=f"{name}.txt", name=name)
        for name, said in (("a", whole), ("b", words))
    ]
    notes = [line.strip() for line in plain_shared(articles, shared_quotes(articles))]
    assert note in notes
