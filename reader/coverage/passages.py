"""The words of a paragraph for its evidence: quoted words, names, figures and speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reader.coverage.speaking_names import reports_speech
from reader.coverage.word_rarity import WordRarity
from reader.linking.synonym_groups import find_synonym_group
from reader.quotes.quotation_marks import find_marked_spans
from reader.text.quote_signs import QUOTE_SIGNS
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values.digits import language_format
from reader.text.word_alignment import Run, Word, WordIndex, find_words

MOST_CAPITALS = 0.9
"""In a passage with a larger part of its words in capitals, 0..1, these are no sign of a name."""
_NOT_NAMES = frozenset({"he", "she", "they", "it", "we", "i", "the", "a", "an", "this", "that"})
_AMBIGUOUS_LETTERS = 3
"""A name of a month or day with so many letters or fewer may be another word."""
_WITHIN_NAME = (" ", ". ", "-")
_BEFORE_SENTENCE = " \u00a0([—–-" + QUOTE_SIGNS


@dataclass(frozen=True, eq=False)
class PassageWords:
    """The words of one paragraph, and those of its sentences that match.

    The values for the reasons are computed once, since a paragraph has many links.
    """

    text: str
    index: WordIndex
    is_quoted: Sequence[bool]
    """For every word whether it is inside quotation marks."""
    calendar: frozenset[int]
    """The starts of the words that name the month or the day of a date."""
    sentences: Sequence[slice]
    sentence_of: Sequence[int]
    """For every word the position of its sentence."""
    weights: Sequence[float]
    """For every sentence the sum of the weights of its words."""
    language: str | None
    """ISO 639-1 code, None if unknown."""
    rarity: WordRarity
    passage: Sequence[Word] = ()
    """The words of the sentences that match."""

    @classmethod
    def read(
        cls, text: str, sentences: Sequence[slice], language: str | None, rarity: WordRarity
    ) -> PassageWords:
        """Find the words of a paragraph; no sentence matches yet."""
        words = find_words(text, rarity.common_words(language))
        calendar = _find_calendar_words(text, words, language or "en")
        sentence_of = []
        weights = [0.0] * len(sentences)
        number, last = 0, len(sentences) - 1
        for word in words:
            while number < last and word.start >= sentences[number].stop:
                number += 1
            sentence_of.append(number)
            if not word.is_common:
                weights[number] += rarity.weight(word.key)
        is_quoted = _find_quoted(text, words)
        index = WordIndex(words)
        return cls(
            text, index, is_quoted, calendar, sentences, sentence_of, weights, language, rarity
        )

    def with_passage(self, sentences: Set[int]) -> PassageWords:
        """The same with the words of these sentences as its passage."""
        numbered = zip(self.words, self.sentence_of, strict=True)
        return replace(self, passage=[word for word, number in numbered if number in sentences])

    @property
    def words(self) -> Sequence[Word]:
        """All words of the paragraph."""
        return self.index.words

    def printed(self, words: Sequence[Word]) -> str:
        """The text from the first to the last of some words."""
        return self.text[words[0].start : words[-1].end]

    @cached_property
    def has_quotation(self) -> bool:
        """Whether any word of the paragraph is inside quotation marks."""
        return any(self.is_quoted)

    @cached_property
    def names(self) -> Sequence[Sequence[Word]]:
        """The names of the passage, as `find_names` finds them."""
        return list(find_names(self, self.rarity))

    @cached_property
    def capitals(self) -> Mapping[str, Sequence[int]]:
        """The positions in the passage of the words with a capital, by their keys."""
        capitals: dict[str, list[int]] = {}
        for position, word in enumerate(self.passage):
            if word.has_capital:
                capitals.setdefault(word.key, []).append(position)
        return capitals

    @cached_property
    def figures(self) -> Mapping[str, Word]:
        """The words of the passage that are a number, a day or a month, by their keys."""
        return {word.key: word for word in find_figures(self)}

    @cached_property
    def speakers(self) -> Mapping[str, str]:
        """The names beside a verb of speech, as `find_speakers` finds them; none if nothing is
        quoted."""
        return find_speakers(self) if self.has_quotation else {}

    @cached_property
    def synonyms(self) -> Sequence[GroupedWord]:
        """The words of the passage that are in a synonym group."""
        starts = {word.start for word in self.passage if not word.is_common}
        found = []
        for number, word in enumerate(self.words):
            if word.start in starts:
                grouped = find_synonym_group(self.text[word.start : word.end], self.language)
                if grouped is not None:
                    found.append(GroupedWord(number, word, *grouped))
        return found


class GroupedWord(NamedTuple):
    """A word of a synonym group."""

    position: int
    """Among the words of its paragraph."""
    word: Word
    group: int
    stem: str


def find_names(side: PassageWords, rarity: WordRarity) -> Iterator[list[Word]]:
    """Yield words in a row that are names, as far as capitals show.

    A word that is printed without its capital elsewhere ("Court") can be part of a name,
    but not where a sentence begins or a heading has capitals throughout.
    """
    content = [word for word in side.passage if not word.is_common]
    is_heading = sum(word.has_capital for word in content) > MOST_CAPITALS * len(content)
    sequence: list[Word] = []
    for word in side.passage:
        is_name = _is_in_name(side, word, rarity, is_heading=is_heading)
        if sequence and not (is_name and side.text[sequence[-1].end : word.start] in _WITHIN_NAME):
            yield sequence
            sequence = []
        if is_name:
            sequence.append(word)
    if sequence:
        yield sequence


def _is_in_name(side: PassageWords, word: Word, rarity: WordRarity, *, is_heading: bool) -> bool:
    printed = side.printed([word])
    if not printed[0].isupper() or word.is_common or word.start in side.calendar:
        return False
    return rarity.is_name(printed) or not (is_heading or _opens_sentence(side.text, word))


def is_name_or_number(word: Word) -> bool:
    """Whether a word is printed as a name or a number is."""
    return word.has_capital or word.key[0].isdigit()


def find_figures(side: PassageWords) -> list[Word]:
    """The words of the passage that are a number, a day or a month."""
    calendar = side.calendar
    return [word for word in side.passage if word.key[0].isdigit() or word.start in calendar]


def find_in_passage(
    name: Sequence[Word], passage: Sequence[Word], capitals: Mapping[str, Sequence[int]]
) -> Iterator[list[Word]]:
    """Yield the longest parts of a name that are in a row in a passage too.

    Args:
        name: the words of the name.
        passage: the words of the passage.
        capitals: the positions of those with a capital, by their keys.
    """
    begin = 0
    while begin < len(name):
        length = 0
        for place in capitals.get(name[begin].key, ()):
            size = 1
            while (
                begin + size < len(name)
                and place + size < len(passage)
                and name[begin + size].key == passage[place + size].key
                and passage[place + size].has_capital
            ):
                size += 1
            length = max(length, size)
        if length:
            yield list(name[begin : begin + length])
        begin += max(length, 1)


def find_synonyms(
    side: PassageWords, shared: Set[int]
) -> tuple[dict[int, dict[str, Word]], set[int]]:
    """Find the words of a passage that are in a synonym group.

    Args:
        side: the paragraph.
        shared: the positions of the words that the other side has too.

    Returns:
        The words by group and stem; and the groups of words that the other side has too.
    """
    groups: dict[int, dict[str, Word]] = {}
    shared_groups = set()
    for position, word, group, stem in side.synonyms:
        groups.setdefault(group, {}).setdefault(stem, word)
        if position in shared:
            shared_groups.add(group)
    return groups, shared_groups


def find_speakers(side: PassageWords) -> dict[str, str]:
    """The names beside a verb of speech: how they are printed, by their keys."""
    found = {}
    verbs = load_reporting_verbs().single
    for word, following in pairwise(side.words):
        if word.has_capital and reports_speech(following):
            name = word
        elif reports_speech(word) and verbs[word.key].lemma == "say":
            name = following
        else:
            continue
        printed = side.printed([name])
        is_name = name.has_capital and name.key not in _NOT_NAMES and not name.key[0].isdigit()
        if is_name and not printed.endswith(("'s", "’s")):
            found[name.key] = printed
    return found


def count_quoted(here: PassageWords, there: PassageWords, run: Run) -> int:
    """How many words of a run are in quotation marks on both sides."""
    return sum(
        here.is_quoted[run.here + offset] and there.is_quoted[run.there + offset]
        for offset in range(run.length)
    )


def _find_quoted(text: str, words: Sequence[Word]) -> list[bool]:
    """For every word whether it is between quotation marks of the paragraph."""
    flags = [False] * len(words)
    starts = [word.start for word in words]
    for span in find_marked_spans(text):
        for number in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            flags[number] = True
    return flags


def _find_calendar_words(text: str, words: Sequence[Word], language: str) -> frozenset[int]:
    """The starts of the words for months and days; short ones ("May", "Sun") are so in dates."""
    form = language_format(language)
    if form is None:
        return frozenset()
    named = [
        word
        for word in words
        if word.has_capital and (word.key in form.months or word.key in form.weekdays)
    ]
    short = {word.start for word in named if len(word.key) <= _AMBIGUOUS_LETTERS}
    if short:
        # Imported here: few paragraphs have such a word, and the first frame waits for this.
        from reader.text.values import find_dates

        for date in find_dates(text, language=language):
            short.difference_update(range(date.start, date.end))
    return frozenset(word.start for word in named).difference(short)


def _opens_sentence(text: str, word: Word) -> bool:
    """Whether a word is the first of its sentence, where every word has a capital."""
    before = text[max(0, word.start - 8) : word.start].rstrip(_BEFORE_SENTENCE)
    return not before or before[-1] in ".?!:…\n"
