"""Groups of English words for the same kind of happening or thing: quake, tremor."""

from __future__ import annotations

from functools import lru_cache

from reader.linking.word_terms import word_terms
from reader.text.word_lists import WordLists
from reader.text.words import stem_word

LANGUAGES_WITH_SYNONYMS = (None, "en")
"""The list is English; it is also used where the language is not known."""
SYNONYM_WEIGHT = 0.7
"""Two words of one group weigh this share, 0..1, of a word that is as rare as the whole
group. Chosen by cross-validation on the labelled articles."""

_GROUPS = WordLists(__file__, "synonym_groups")


@lru_cache(maxsize=1)
def synonym_groups() -> dict[str, int]:
    """For the stem of each word in `data/synonym_groups.txt` the number of its group."""
    words = [word for group in _GROUPS.groups for word in group]
    numbers = [number for number, group in enumerate(_GROUPS.groups) for _ in group]
    return dict(zip([stem_word(word, "en") for word in words], numbers, strict=True))


@lru_cache(maxsize=1 << 14)
def find_synonym_group(printed: str, language: str | None) -> tuple[int, str] | None:
    """The synonym group of a printed word, and its stem; None for a word of no group."""
    if language not in LANGUAGES_WITH_SYNONYMS or not printed[0].isalnum():
        return None
    stem = word_terms(printed, language)[0]
    group = synonym_groups().get(stem)
    return None if group is None else (group, stem)
