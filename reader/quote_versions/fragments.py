"""Quoted fragments that are alone, tied to the fuller quote that has their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, pairwise

from reader.quote_versions.borrowed_words import cites
from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.quote_versions.speaker_agreement import speakers_agree
from reader.quote_versions.versions import MAX_FRAGMENT_WORDS, Version, make_version
from reader.quote_versions.word_weights import is_content_word
from reader.quotes import Speaker
from reader.text.words import stem_word, word_keys

_CHECK_EVERY = 64
_MOST_HOLDERS = 400
"""A fragment of words that are all in more fuller quotes than this can be of any of them."""
_REACH = 12
"""Words of the fuller quote within which all words of a fragment are."""
_TERM_WORDS = 2
"""Words of the longest term; with capitals it is a name, and nobody's statement."""
_LEAST_LETTERS = 6
"""Letters of a fragment of one word."""
_SEVERAL_WORDS_CERTAINTY, _ONE_WORD_CERTAINTY = 0.85, 0.75
_SEVERAL_UNSTATED_CERTAINTY, _ONE_UNSTATED_CERTAINTY = 0.7, 0.6
"""How sure it is that a fragment with so many content words is of the utterance, 0..1: of the same
speaker, and of one who is only named in its paragraph. Shares of right ones, judged by hand."""


def add_fragments(
    texts: Sequence[str],
    quotes_of: Sequence[Sequence[ComparableQuote]],
    groups: Sequence[Sequence[ComparableQuote]],
    versions: list[list[Version]],
    check_cancelled: Callable[[], None],
) -> None:
    """Tie fragments that are alone to the one fuller quote that has their words.

    A fragment needs the same speaker, stated or named in its paragraph, and all its content
    words close together in the fuller quote.

    Args:
        texts: those of the articles.
        quotes_of: the quotes of every text, single words too.
        groups: the quotes of every utterance, the fullest first.
        versions: those of every utterance, to which the fragments are added.
        check_cancelled: called often; it may raise an error to stop the work.
    """
    fuller = _FullerQuotes(groups, check_cancelled)
    alone = {id(group[0]): number for number, group in enumerate(groups) if len(group) == 1}
    for position, quote in enumerate(chain.from_iterable(quotes_of)):
        if position % _CHECK_EVERY == 0:
            check_cancelled()
        is_grouped = len(quote.words) > 1 and id(quote) not in alone
        stems = [] if is_grouped else _fragment_stems(quote)
        number = fuller.find_only(quote, stems) if stems else None
        if number is None:
            continue
        certainty = _rate_certainty(quote, stems)
        versions[number].append(make_version(texts[quote.document], [quote], certainty))
        if id(quote) in alone:
            versions[alone[id(quote)]].clear()


def _rate_certainty(quote: ComparableQuote, stems: Sequence[str]) -> float:
    if quote.speaker is None:
        return _SEVERAL_UNSTATED_CERTAINTY if len(stems) > 1 else _ONE_UNSTATED_CERTAINTY
    return _SEVERAL_WORDS_CERTAINTY if len(stems) > 1 else _ONE_WORD_CERTAINTY


def _fragment_stems(quote: ComparableQuote) -> list[str]:
    """Return the stems of the content words of a fragment; none for other quotes."""
    if len(quote.words) > MAX_FRAGMENT_WORDS:
        return []
    is_stated = quote.speaker is not None and quote.speaker.is_stated
    if len(quote.words) <= _TERM_WORDS and not is_stated and _is_name(quote):
        return []
    if len(quote.words) == 1 and len(quote.words[0].key) < _LEAST_LETTERS:
        return []
    return [stem_word(word.key) for word in quote.words if is_content_word(word)]


def _is_name(quote: ComparableQuote) -> bool:
    """Return whether all words of a quote begin with a capital, as those of a name do."""
    return all(quote.text[word.start].isupper() for word in quote.words)


class _FullerQuotes:
    """The quotes that are no fragments, with an index by stems."""

    def __init__(
        self, groups: Sequence[Sequence[ComparableQuote]], check_cancelled: Callable[[], None]
    ) -> None:
        self._quotes = [group[0] for group in groups]
        self._stems: dict[int, list[str]] = {}
        self._holders: dict[str, set[int]] = defaultdict(set)
        for number, quote in enumerate(self._quotes):
            if number % _CHECK_EVERY == 0:
                check_cancelled()
            if len(quote.words) > MAX_FRAGMENT_WORDS:
                self._stems[number] = [stem_word(word.key) for word in quote.words]
                for stem in self._stems[number]:
                    self._holders[stem].add(number)

    def find_only(self, quote: ComparableQuote, stems: Sequence[str]) -> int | None:
        """Return the number of the one fuller quote that a fragment fits, None if not one."""
        found = list(islice(self._find_fitting(quote, stems), 2))
        return found[0] if len(found) == 1 else None

    def _find_fitting(self, quote: ComparableQuote, stems: Sequence[str]) -> Iterator[int]:
        holders = sorted((self._holders.get(stem, set()) for stem in set(stems)), key=len)
        if len(holders[0]) > _MOST_HOLDERS:
            return
        for number in set.intersection(*holders):
            fuller = self._quotes[number]
            if (
                fuller.document != quote.document
                and (len(set(stems)) > 1 or _share_phrase(quote, fuller))
                and self._has_own(number, stems, is_same=quote.speaker is not None)
                and _is_spoken_by(quote, fuller.speaker)
            ):
                yield number

    def _has_own(self, number: int, stems: Sequence[str], *, is_same: bool) -> bool:
        """Whether a quote has all searched stems close together, and not as cited words.

        `is_same` says that the fragment has the speaker of the quote, who may cite himself.
        """
        if not _are_close(self._stems[number], stems):
            return False
        places = [n for n, stem in enumerate(self._stems[number]) if stem in stems]
        return is_same or not all(cites(self._quotes[number], n, n + 1) for n in places)


def _share_phrase(quote: ComparableQuote, fuller: ComparableQuote) -> bool:
    """Whether a fragment of several words shares two in a row, which one content word is not."""
    pairs = set(pairwise(quote.keys))
    return not pairs or not pairs.isdisjoint(pairwise(fuller.keys))


def _are_close(stems: Sequence[str], searched: Sequence[str]) -> bool:
    """Whether all searched stems are close together among some stems."""
    places = [[n for n, stem in enumerate(stems) if stem == search] for search in searched]
    return any(
        all(any(abs(n - first) <= _REACH for n in other) for other in places[1:])
        for first in places[0]
    )


def _is_spoken_by(quote: ComparableQuote, speaker: Speaker | None) -> bool:
    """Whether a quote is of a speaker, or its paragraph names one where it has none."""
    if speaker is None:
        return False
    if quote.speaker is not None:
        return speakers_agree(quote.speaker, speaker)
    return (word_keys(speaker.name) or [""])[-1] in quote.context
