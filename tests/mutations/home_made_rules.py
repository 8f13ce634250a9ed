"""Rules by which programs commonly verify quotations, to measure beside the check.

Each says whether a quotation counts as verified by texts. They know no speakers. Where a rule
compares the quotation with a passage, it gets every run of as many words as the quotation has, and
the best one counts, which is the most that can be made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio

Rule = Callable[[str, Sequence[str]], bool]

_JACCARD = 0.9
_RATIO = 0.85
_PARTIAL_RATIO = 85
_BEST_RUNS = 3
"""How many runs, those with the most words in common, are compared letter by letter."""


def is_substring(quotation: str, texts: Sequence[str]) -> bool:
    """Exact substring after white space and quotation marks are made the same."""
    words = _normal(quotation)
    return any(words in _normal(text) for text in texts)


def has_most_words(quotation: str, texts: Sequence[str]) -> bool:
    """Jaccard index of the sets of words of at least 0.9."""
    return any(likeness >= _JACCARD for likeness, _ in _best_runs(quotation, texts))


def is_similar(quotation: str, texts: Sequence[str]) -> bool:
    """Ratio of difflib's SequenceMatcher of at least 0.85."""
    words = _normal(quotation).lower()
    return any(
        SequenceMatcher(None, words, run, autojunk=False).ratio() >= _RATIO
        for _, run in _best_runs(quotation, texts)
    )


def is_partially_similar(quotation: str, texts: Sequence[str]) -> bool:
    """RapidFuzz's partial_ratio of at least 85."""
    words = _normal(quotation).lower()
    return any(
        partial_ratio(words, _normal(text).lower()) >= _PARTIAL_RATIO
        for text in texts
        if len(text) >= len(words)
    )


RULES: dict[str, Rule] = {
    "substring": is_substring,
    "Jaccard ≥ .9": has_most_words,
    "SequenceMatcher ≥ .85": is_similar,
    "partial_ratio ≥ 85": is_partially_similar,
}

_SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


@lru_cache(maxsize=512)
def _normal(text: str) -> str:
    return " ".join(text.translate(_SIGNS).split())


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words as printed, and as they are compared by sets."""
    printed = tuple(_normal(text).lower().split())
    return printed, tuple(re.sub(r"^\W+|\W+$", "", word) for word in printed)


def _best_runs(quotation: str, texts: Sequence[str]) -> list[tuple[float, str]]:
    quoted = {word for word in _words(quotation)[1] if word}
    length = len(_words(quotation)[0])
    runs = []
    for text in texts:
        printed, keys = _words(text)
        for start in range(max(1, len(printed) - length + 1)):
            passage = {word for word in keys[start : start + length] if word}
            common = len(quoted & passage)
            if common:
                likeness = common / len(quoted | passage)
                runs.append((likeness, " ".join(printed[start : start + length])))
    return sorted(runs, reverse=True)[:_BEST_RUNS]
