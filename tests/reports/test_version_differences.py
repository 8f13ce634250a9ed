"""Differences between two versions in words."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.quote_versions import shared_quotes
from reader.reports.shared_quote_report import format_shared_quotes_as_text


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
    notes = [
        line.strip() for line in format_shared_quotes_as_text(articles, shared_quotes(articles))
    ]
    assert note in notes


STATEMENT = "For the sake of the valley the guild must win this fight"
OPENING = "There is no question that the mill must win"


def list_notes(*texts: str) -> list[str]:
    articles = [
        parse_article(text, source=f"{name}.txt", name=name)
        for name, text in zip("abc", texts, strict=False)
    ]
    shared = shared_quotes(articles)
    return [line.strip() for line in format_shared_quotes_as_text(articles, shared)]


def test_what_the_fullest_lacks_at_its_end_is_more_and_not_inserted() -> None:
    more = "because nobody ever did"
    notes = list_notes(
        f"“We went to every house of the old town. {STATEMENT},” Ann Lee said.",
        f"“{STATEMENT}, {more},” Ann Lee said.",
    )
    assert f"more at the end: “{more}”" in notes
    assert not [note for note in notes if note.startswith("inserted")]


def test_a_sentence_that_the_other_prints_elsewhere_is_neither_inserted_nor_left_out() -> None:
    notes = list_notes(
        f"“{OPENING},” Ann Lee said.\n\nThe day was long, and the hall was full.\n\n“{STATEMENT}. "
        "It was a hard winter for all of us in this town,” she said.",
        f"“{OPENING}. ... And, {STATEMENT.lower()},” Ann Lee said.\n\nNobody left the hall.\n\n"
        "“It was a hard winter for all of us in this town,” Lee said.",
    )
    assert any(note.startswith("in ¶1 of the article of the fullest, not here") for note in notes)
    assert any(note.startswith("in ¶3 of this article, not here at the end") for note in notes)
    assert not [note for note in notes if note.startswith(("inserted", "left out"))]


def test_what_is_hidden_of_a_long_end_is_counted_in_brackets() -> None:
    end = "and then the choir of Gosund sang in the rain until the ferry came"
    whole = f"We will rebuild the old harbour of Leith before the winter {end}"
    articles = [
        parse_article(f"“{said},” Ann Lee said on Monday.", source=f"{name}.txt", name=name)
        for name, said in (("a", whole), ("b", whole.removesuffix(f" {end}")))
    ]
    text = "\n".join(format_shared_quotes_as_text(articles, shared_quotes(articles)))
    assert "“and then the choir of [… 4 words] rain until the ferry came”" in text


def test_words_that_are_not_printed_are_counted_as_words() -> None:
    kept = "and we all saw it with our own eyes"
    dropped = "The old mill – the one by the weir – was closed in March, after a fire broke out"
    base = f"{dropped}, {kept}"
    notes = list_notes(*(f"“{said},” Ann Lee said on Monday." for said in (base, kept)))
    (note,) = (each for each in notes if each.startswith("left out"))
    assert note.startswith("left out at the start: 17 words")
    assert "[… 8 words]" in note


def test_a_sentence_that_begins_as_the_next_does_is_left_out_and_not_elsewhere() -> None:
    opening = "It is a pity that the board saw fit to sell the old mill"
    rest = f"{opening} without asking the miller or any of the people who live in the valley"
    notes = list_notes(
        f"“{opening} in a storm. {rest},” Ann Lee said.", f"“{rest},” Ann Lee said.\n\nNobody left."
    )
    assert not [note for note in notes if "not here" in note]
    assert any(note.startswith("left out at the start") for note in notes)
