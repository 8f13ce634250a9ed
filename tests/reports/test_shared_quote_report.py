"""The quotes that several articles carry, version by version."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from reader.articles import Article, parse_article
from reader.quote_versions import SharedQuote, shared_quotes
from reader.reports.shared_quote_report import (
    build_shared_quote_tables,
    format_shared_quotes_as_json,
    format_shared_quotes_as_text,
)


@pytest.fixture(scope="module")
def quotes(seeds: list[Article], seeds_shared: tuple[SharedQuote, ...]) -> list[dict[str, Any]]:
    """The shared quotes as JSON."""
    return [json.loads(line) for line in format_shared_quotes_as_json(seeds, seeds_shared)]


def test_a_shared_quote_lists_its_versions_from_fullest_to_slightest(
    quotes: list[dict[str, Any]],
) -> None:
    engagement = quotes[0]
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


def test_a_version_says_what_was_cut_and_who_says_so(quotes: list[dict[str, Any]]) -> None:
    base, version, *_ = quotes[0]["versions"]
    assert base["edits"] == []
    assert base["kept"] == 1.0
    assert version["counts"] == {
        "cut_inside_signed": 0,
        "cut_inside_unsigned": 3,
        "left_out_between": 0,
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
    assert same == [True, False, False, None]


def test_every_part_of_every_version_is_where_it_says(
    quotes: list[dict[str, Any]], paragraphs: dict[tuple[str, int], str]
) -> None:
    assert len(quotes) > 3
    for quote in quotes:
        for version in quote["versions"]:
            for part in version["parts"]:
                text = paragraphs[version["article"], part["paragraph"]]
                assert text[part["start"] : part["end"]] == part["text"]
            words = version["text"].replace("” … “", " ")
            assert " ".join(part["text"] for part in version["parts"]) == words
            for key in ("speaker", "cue", "setting", "addressee"):
                if phrase := version[key]:
                    text = paragraphs[version["article"], phrase["paragraph"]]
                    words = phrase["mention"] if key == "speaker" else phrase["text"]
                    assert text[phrase["start"] : phrase["end"]] == words


def test_an_edit_script_holds_every_word_of_both_versions(quotes: list[dict[str, Any]]) -> None:
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


def test_blocks_of_text_report_every_change(
    seeds: list[Article], seeds_shared: tuple[SharedQuote, ...]
) -> None:
    lines = list(format_shared_quotes_as_text(seeds, seeds_shared))
    assert sum(line == "" for line in lines) == len(seeds_shared) - 1
    assert lines[0] == "1. Antony Blinken, 46 words, in 4 articles"
    block = [line.strip() for line in lines[: lines.index("")]]
    assert block[3] == "fullest here"
    assert "cut inside without ellipsis: “of sustained engagement”" in block
    assert "other verb: said, not emphasized (neutral, not asserting)" in block
    assert any(line.startswith("in the reporter's words, certainty 0.") for line in block)


def test_the_same_words_are_reported_as_the_same(
    seeds: list[Article], seeds_shared: tuple[SharedQuote, ...]
) -> None:
    assert "        word for word the same" in format_shared_quotes_as_text(seeds, seeds_shared)


def test_the_tables_mark_dropped_and_added_words(
    seeds: list[Article], seeds_shared: tuple[SharedQuote, ...], draw_table: Callable[..., str]
) -> None:
    tables = list(build_shared_quote_tables(seeds, seeds_shared))
    assert len(tables) == len(seeds_shared)
    assert "[-of sustained engagement,-]" in draw_table(tables[0], width=600)
    assert "cut inside without ellipsis" in draw_table(tables[0], width=600)


def test_other_speakers_and_brackets_are_reported() -> None:
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
    notes = [line.strip() for line in format_shared_quotes_as_text(articles, shared)]
    assert "other speaker: Bob Ray" in notes
    assert "other verb: claimed, not said (doubting, not neutral)" in notes
    assert "changed inside, in brackets: “old” is “city's”" in notes
