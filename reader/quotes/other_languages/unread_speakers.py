"""Which languages of some articles are those in which speakers are not read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reader.articles import Article
from reader.quotes.offsets import join_paragraphs
from reader.quotes.other_languages.speech_words import LANGUAGES_WITH_SPEAKERS
from reader.quotes.other_languages.text_language import UNDETERMINED, find_speech_language
from reader.text.word_lists import WordLists

_NAMES = WordLists(__file__, "names")


def name_unread_languages(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the English names of the languages in which no speaker is read, each once.

    Args:
        articles: any number; those in a language that is not recognised count as "another
            language".
    """
    found = (find_speech_language(join_paragraphs(article)) for article in articles)
    codes = dict.fromkeys(code for code in found if code not in LANGUAGES_WITH_SPEAKERS)
    return tuple(map(language_name, codes))


def language_name(code: str) -> str:
    """Return the English name of a language by its code, "another language" if unknown."""
    return _language_names().get(code, "another language")


@lru_cache(maxsize=1)
def _language_names() -> dict[str, str]:
    pairs = (line.partition(": ") for line in _NAMES.lines[""])
    return {code: name for code, _, name in pairs} | {UNDETERMINED: "another language"}
