"""The words of an article's quotations, one document for every utterance.

Stop words are included: a short quotation has few other words. This module uses neither a store
nor an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reader.archive.article_terms import LONGEST_TERM, article_language
from reader.articles import Article
from reader.quotes import Quote, QuoteKind, group_utterances
from reader.text.words import split_words, stem_word, word_key

QUERY_STEMS = 12
"""Most stems of a quotation in a query, the rarest. Among a million utterances they find
.982 of altered ones in the first 10, as all words do (.989), in an eighth of the time."""
FEWEST_WORDS = 2
"""An utterance of fewer words is no document."""
MOST_WORDS = 2_000
"""The words of an utterance that are read."""
_SPEECH = (QuoteKind.DIRECT, QuoteKind.PARTIAL, QuoteKind.SCARE)


class UtteranceWords(NamedTuple):
    """One utterance of an article as it is indexed."""

    number: int
    """From 0, in the order of the article: `Quote.utterance`."""
    stems: tuple[str, ...]
    """Of all its words, in order, repeated ones too."""
    speaker: str
    """As shown; empty where the article states none."""


def read_utterances(article: Article) -> tuple[UtteranceWords, ...]:
    """Read the utterances of an article, quotations inside of quotations and titles left out."""
    # Imported here: searches for similar articles do not need the rules that find quotes.
    from reader.quotes import find_quotes

    return utterances_of_quotes(find_quotes(article), article_language(article))


def utterances_of_quotes(
    quotes: Sequence[Quote], language: str | None
) -> tuple[UtteranceWords, ...]:
    """Return the utterances that quotes of one article are parts of.

    Args:
        quotes: all of the article, in its order.
        language: ISO 639-1 code, None if unknown.
    """
    found = []
    for utterance in group_utterances(quotes):
        first = utterance.first
        if first.depth > 0 or utterance.kind not in _SPEECH:
            continue
        stems = read_stems(" ".join(part.text for part in utterance.parts), language)
        if len(stems) >= FEWEST_WORDS:
            speaker = first.speaker
            name = speaker.display_name if speaker and speaker.is_stated else ""
            found.append(UtteranceWords(utterance.number, stems, name))
    return tuple(found)


def read_stems(text: str, language: str | None) -> tuple[str, ...]:
    """Return the stems of the first `MOST_WORDS` words of a text, in order."""
    words = split_words(text)[:MOST_WORDS]
    return tuple(stem for printed in words if (stem := _stem(printed, language)))


def choose_rarest(
    stems: Iterable[str], document_frequency: Callable[[str], int], limit: int = QUERY_STEMS
) -> list[str]:
    """Return the rarest stems that some utterance has, the rarest first.

    Args:
        stems: those of a quotation.
        document_frequency: returns the number of utterances that contain a stem.
        limit: at most so many.
    """
    frequency = {stem: document_frequency(stem) for stem in set(stems)}
    known = [stem for stem, count in frequency.items() if count > 0]
    return sorted(known, key=lambda stem: (frequency[stem], stem))[:limit]


def _stem(printed: str, language: str | None) -> str:
    return stem_word(printed, language)[:LONGEST_TERM] or word_key(printed)[:LONGEST_TERM]
