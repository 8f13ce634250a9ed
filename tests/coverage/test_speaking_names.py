"""Names beside verbs of speech."""

from __future__ import annotations

import pytest

from reader.coverage.speaking_names import find_speaking_names
from reader.text.word_alignment import find_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Holm said the wall would be mended.", {"holm"}),
        ("Holm had repeatedly said the wall would be mended.", {"holm"}),
        ("“The wall will be mended,” said Ann Holm on Friday.", {"holm"}),
        ("Holm said it would, and Mayor Piet Dorn denied it.", {"holm", "dorn"}),
        ("The wall, which Holm mended, fell.", set()),
        ("He said so in 1998 said 40 others.", set()),
    ],
)
def test_names_that_speak(text: str, names: set[str]) -> None:
    assert find_speaking_names(find_words(text)) == names
