"""Correction notes: found by their words, and their dates taken for nothing else."""

from __future__ import annotations

import pytest

from reader.articles import ParagraphKind, parse_article
from reader.articles.metadata.correction_notes import find_correction_date, is_correction

STORY = (
    "The bridge across the sound was closed on Tuesday after divers found a crack in a pier.\n"
    "Engineers said that lorries would have to use the ferry until the pier was repaired.\n"
    "“Nobody likes the ferry in March,” said Ole Strand, who drives the school bus.\n"
)


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article gave the wrong name for the pier.",
        "Correction (7 March 2029): The bridge has nine piers, not eight.",
        "CLARIFICATION — The ferry is run by the county, not by the state.",
        "This article was amended on 7 March 2029 to correct the age of the bridge.",
        "This story has been corrected to show that the bridge has nine piers.",
        "Editor’s note: An earlier version of this story misspelled the name of the sound.",
        "Berichtigung: Die Brücke hat neun Pfeiler, nicht acht.",
        "In einer früheren Version dieses Artikels hieß es, die Brücke habe acht Pfeiler.",
        "Une version antérieure de cet article indiquait huit piles.",
        "Fe de errores: el puente tiene nueve pilares.",
        "訂正：橋脚の数は九本です。初出時は八本としていました。",
    ],
)
def test_a_note_is_known_by_its_words(note: str) -> None:
    assert is_correction(note)


@pytest.mark.parametrize(
    "text",
    [
        "The correction in share prices began on 7 March 2029.",
        "An earlier version of this bill would have banned lorries.",
        "Corrections and clarifications",
        "Editor’s note: Ole Strand is the writer of three books on bridges.",
        "Correction:",
    ],
)
def test_other_text_is_no_note(text: str) -> None:
    assert not is_correction(text)


@pytest.mark.parametrize(
    ("note", "date"),
    [
        ("This article was amended on 7 March 2029. It said eight piers.", "7 March 2029"),
        ("Correction, March 7, 2029: The bridge has nine piers.", "March 7, 2029"),
        ("Wir haben das am 9. März 2029 korrigiert.", "9. März 2029"),
        ("Correction: The crack was found on 5 March 2029, not on 4 March.", None),
        ("An earlier version of this article said the bridge opened on 2 May 1954.", None),
    ],
)
def test_a_date_is_that_of_the_correction_or_none(note: str, date: str | None) -> None:
    assert find_correction_date(note) == date


@pytest.mark.parametrize("is_above", [True, False])
def test_a_note_is_a_field_and_never_the_date_of_publication(is_above: bool) -> None:
    note = "Correction: This article was amended on 7 March 2029. The bridge has nine piers.\n"
    title = "Bridge across the sound closed after divers find crack\n"
    text = f"{title}{note}{STORY}" if is_above else f"{title}{STORY}{note}"
    article = parse_article(text, source="note", name="note")
    assert article.published is None
    assert article.corrected == "7 March 2029"
    assert article.corrections == (note.strip(),)
    kinds = {p.kind for p in article.paragraphs if p.text == note.strip()}
    assert kinds == {ParagraphKind.FURNITURE}


def test_published_and_updated_are_two_fields() -> None:
    line = "Updated 9 March 2029, 9.00am. First published 7 March 2029, 5.30pm\n"
    article = parse_article(
        f"Bridge closed after divers find crack in pier\nBy Mira Holt\n{line}{STORY}",
        source="line",
        name="line",
    )
    assert article.published == "7 March 2029, 5.30pm"
    assert article.updated == "9 March 2029, 9.00am"
    assert article.byline == "Mira Holt"
    assert article.corrected is None


def test_an_update_stands_in_for_no_date_of_publication() -> None:
    article = parse_article(
        f"Bridge closed after divers find crack in pier\nUpdated 9 March 2029\n{STORY}",
        source="line",
        name="line",
    )
    assert (article.published, article.updated) == (None, "9 March 2029")


def test_the_source_of_a_pull_quote_is_no_byline() -> None:
    quote = (
        "“We knew about the crack and we said nothing.”\n— Tore Lind, Sound Council, 2 May 2027\n"
    )
    article = parse_article(
        f"Bridge closed after divers find crack in pier\n{quote}{STORY}", source="q", name="q"
    )
    assert (article.byline, article.published) == (None, None)
