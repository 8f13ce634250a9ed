"""Headlines over several lines, at the top of texts that were saved from printed pages."""

from __future__ import annotations

from functools import cache

from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.dates import find_date
from reader.text.word_lists import WordLists

_UNFINISHED = WordLists(__file__, "unfinished_words")

# Characters; words.
_LONGEST_HEADLINE = 90
_FEWEST_HEADLINE_WORDS, _FEWEST_WORDS_BELOW = 3, 2
_MOST_NAME_WORDS = 4
_CLAUSE_ENDS = ".!?…"


def may_be_headline(text: str) -> bool:
    """Return whether a line may be the first of a headline."""
    return (
        len(text) <= _LONGEST_HEADLINE
        and text[0].isupper()
        and len(text.split()) >= _FEWEST_HEADLINE_WORDS
    )


def headline_goes_on(above: str, below: str) -> bool:
    """Return whether a headline goes on: within a clause, or after a word that ends none."""
    words = below.split()
    if len(below) > _LONGEST_HEADLINE or above[-1] in _CLAUSE_ENDS:
        return False
    is_word = words[0].rstrip(",:;").isalpha()
    begins_small = is_word and below[0].islower() and len(words) >= _FEWEST_WORDS_BELOW
    return begins_small or above.split()[-1].lower() in _unfinished_words()


def fills_headline(above: str, below: str) -> bool:
    """Return whether two lines with capitals are one headline, as wide as its column.

    The first word below would not have fitted above. A date is no headline, and neither is what may
    be the name of a writer: some words with capitals and none between.
    """
    texts = (above, below)
    return (
        len(above) + 1 + len(below.split(None, 1)[0]) >= len(below)
        and all(len(text) <= _LONGEST_HEADLINE and _has_title_case(text) for text in texts)
        and not any(find_date(text) or find_byline(text) for text in texts)
        and not _may_be_name(below)
    )


def _has_title_case(text: str) -> bool:
    """Return whether all words but small ones begin with a capital."""
    return text[-1] not in _CLAUSE_ENDS and all(
        not word[0].islower() or word.lower() in _unfinished_words() for word in text.split()
    )


def _may_be_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_NAME_WORDS and not any(
        word.lower() in _unfinished_words() or any(map(str.isdigit, word)) for word in words
    )


@cache
def _unfinished_words() -> frozenset[str]:
    return frozenset[str]().union(*_UNFINISHED.words.values())
