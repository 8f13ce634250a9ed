"""Names in brackets in the place of pronouns."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes

SOURCE = (
    "Senator Emil Vasko and Mayor Ada Quill met in Riga.\n"
    "Emil Vasko came with a friend. “He’s been to the mill, and I am sure of it. We know that he "
    "sold it, and you never saw her,” Governor Otto Brand of the Harbour Board told the reporter "
    "Ines Hold.\n"
    "“Ada Quill was there. She’d sold the ferry,” Brand said."
)


def needs_a_look(words: str) -> bool:
    (check,) = check_quotes(f"“{words},” Brand said.", [SOURCE])
    return check.needs_review


@pytest.mark.parametrize(
    "words",
    [
        "[Vasko has] been to the mill, and I am sure of it",
        "[Vasko’s] been to the mill, and I am sure of it",
        "[Senator Vasko has] been to the mill, and I am sure of it",
        "He’s been to the mill, and [Brand is] sure of it",
        "He’s been to the mill, and [the governor is] sure of it",
        "We know that [Vasko] sold it",
        "[The Harbour Board] know that he sold it",
        "We know that he sold it, and [Hold] never saw her",
        "Ada Quill was there. [Quill had] sold the ferry",
    ],
)
def test_a_name_that_a_pronoun_means_is_harmless(words: str) -> None:
    assert not needs_a_look(words)


@pytest.mark.parametrize(
    "words",
    [
        "[Quill has] been to the mill, and I am sure of it",
        "[Brand has] been to the mill, and I am sure of it",
        "[Vasko is] been to the mill, and I am sure of it",
        "[Vasko hasn’t] been to the mill, and I am sure of it",
        "He’s been to the mill, and [Vasko is] sure of it",
        "He’s been to the mill, and [the senator is] sure of it",
        "[Vasko] know that he sold it",
        "We know that he sold it, and [Brand] never saw her",
        "We know that he sold it, and you never saw [Vasko]",
        "Ada Quill was there. [Quill would] sold the ferry",
    ],
)
def test_a_name_that_a_pronoun_cannot_mean_needs_a_look(words: str) -> None:
    assert needs_a_look(words)
