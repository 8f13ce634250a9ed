"""Sentences in no moment that say again what is shown of the moment beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.articles import Passage, Place
from reader.text.stop_words import is_stop_word
from reader.text.words import stem_word, word_spans

_REPEATS = 0.8
"""A sentence says again what another says that has at least this part, 0..1, of its words."""
_REPEATS_QUOTE = 0.6
"""The same where both are versions of one quotation."""
_FEWEST_WORDS = 3
"""Of a sentence with fewer words that say something nothing is known."""


class RepeatedSentences:
    """The sentences that are shown of moments, to be found again in other paragraphs.

    A link ties two paragraphs by the sentences that match best, so that a moment may lack
    others that both have.

    Args:
        shown: the passages shown of every moment, by its number.
        passages: all passages of every moment.
        list_quotes: returns the numbers of the quotations of a passage.
        tells_again: returns whether a sentence is a version of words quoted in some passages.
    """

    def __init__(
        self,
        shown: Mapping[int, Sequence[Passage]],
        passages: Mapping[int, Sequence[Passage]],
        list_quotes: Callable[[Passage], set[int]],
        tells_again: Callable[[Passage, Sequence[Passage]], bool],
    ) -> None:
        self._shown = shown
        self._list_quotes = list_quotes
        self._tells_again = tells_again
        self._quoting: dict[int, list[int]] = defaultdict(list)
        """The moments in which a quotation is shown, by its number."""
        for number, own in shown.items():
            for quote in {quote for passage in own for quote in list_quotes(passage)}:
                self._quoting[quote].append(number)
        self._moments_at: dict[Place, list[int]] = defaultdict(list)
        for number in shown:
            for passage in passages[number]:
                self._moments_at[passage.place].append(number)

    def take_from(
        self, rest: Mapping[Place, tuple[Passage, ...]]
    ) -> tuple[dict[Place, tuple[Passage, ...]], dict[int, tuple[Passage, ...]]]:
        """Divide passages in no moment.

        One is compared with what is shown of the moments in its paragraph, and with the
        quotations shown of all.

        Returns:
            What says nothing again, by its place; and what does, by the number of the moment.
        """
        left: dict[Place, tuple[Passage, ...]] = {}
        again: dict[int, tuple[Passage, ...]] = {}
        for place, passages in rest.items():
            numbers = dict.fromkeys(self._moments_at.get(place, ()))
            own: list[Passage] = []
            for passage in passages:
                for number, part in self._divide(passage, list(numbers)):
                    if number is None:
                        own.append(part)
                    else:
                        again[number] = (*again.get(number, ()), part)
            if own:
                left[place] = tuple(own)
        return left, again

    def _divide(
        self, passage: Passage, numbers: Sequence[int]
    ) -> Iterator[tuple[int | None, Passage]]:
        """Yield the sentences of a passage; those in a row that say nothing again as one."""
        start = passage.start
        for part in split_passage(passage) if numbers or self._list_quotes(passage) else ():
            found = self._find_moment(part, numbers)
            if found is not None:
                if passage.paragraph.text[start : part.start].strip():
                    yield None, replace(passage, start=start, end=part.start)
                yield found, part
                start = part.end
        if passage.paragraph.text[start : passage.end].strip():
            yield None, replace(passage, start=start)

    def _find_moment(self, sentence: Passage, numbers: Sequence[int]) -> int | None:
        stems = _read_stems(sentence)
        quoting = sorted(
            {
                number
                for quote in self._list_quotes(sentence)
                for number in self._quoting.get(quote, ())
            }
        )
        for number in quoting:
            # Another sentence of one utterance is no repetition.
            if self._repeats(sentence, stems, number, _REPEATS_QUOTE) or (
                not self._is_beside(sentence, number)
                and self._tells_again(sentence, self._shown[number])
            ):
                return number
        if len(stems) < _FEWEST_WORDS:
            return None
        return next(
            (each for each in numbers if self._repeats(sentence, stems, each, _REPEATS)), None
        )

    def _repeats(self, sentence: Passage, stems: set[str], number: int, share: float) -> bool:
        """Return whether a sentence has so large a part of its words in one that is shown."""
        if self._is_beside(sentence, number):
            return False
        return any(
            len(stems & _read_stems(other)) >= share * len(stems)
            for passage in self._shown[number]
            for other in split_passage(passage)
        )

    def _is_beside(self, sentence: Passage, number: int) -> bool:
        """Return whether a sentence is in a paragraph that is shown of a moment."""
        return any(passage.place == sentence.place for passage in self._shown[number])


def split_passage(passage: Passage) -> Iterator[Passage]:
    """Yield the sentences that are in a passage as a whole."""
    for sentence in passage.paragraph.sentences:
        if passage.start <= sentence.start and sentence.stop <= passage.end:
            yield replace(passage, start=sentence.start, end=sentence.stop)


def _read_stems(passage: Passage) -> set[str]:
    text, language = passage.text, passage.article.language
    words = (text[start:end] for start, end in word_spans(text))
    return {stem_word(word, language) for word in words if not is_stop_word(word, language)}
