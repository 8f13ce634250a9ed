"""Which of two labels of a moment says of whom or of what it speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.story.labels.finite_verbs import grammar_words

if TYPE_CHECKING:
    from reader.articles import Passage

_FIRST_WORD = re.compile(r"\w+")


def is_less_named(label: Passage, other: Passage) -> bool:
    """Return whether one label alone begins with a pronoun: "It looks like it"."""
    return _begins_with_pronoun(label.text) and not _begins_with_pronoun(other.text)


def _begins_with_pronoun(text: str) -> bool:
    # "It's" begins with "it".
    match = _FIRST_WORD.search(text.lower())
    return match is not None and match[0] in _personal_pronouns()


@lru_cache(maxsize=1)
def _personal_pronouns() -> frozenset[str]:
    # "This pump" names what "this" alone does not.
    pronouns = grammar_words("naming nothing") & grammar_words("subject pronouns")
    return pronouns | grammar_words("owners")
