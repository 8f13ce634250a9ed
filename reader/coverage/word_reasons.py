"""The reasons for a link that name words of the two passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.coverage.passages import PassageWords, count_quoted, find_in_passage
from reader.coverage.score_shares import ScoreShares
from reader.coverage.word_rarity import WordRarity
from reader.text.quote_signs import UNMISTAKABLE_SIGNS
from reader.text.word_alignment import Run, Word

LONG_RUN = 4
"""The fewest words in a row that make a reason."""
PRINTED_CHARACTERS = 48
"""A shorter run of words is printed whole, a longer one by its ends."""
PRINTED_WORDS = 12
"""A longer run of words is only counted."""
MOST_WORDS = 0.7
"""From this part, 0..1, of the shorter paragraph on, the shared words are given as a share."""
_CONTENT_WORDS = 2
"""Of some quoted words so many are not common: "of history has" says nothing."""
MOST_NAMED = 3
"""At most so many names, numbers or words are listed in one reason."""

_NO_MARKS = str.maketrans("", "", UNMISTAKABLE_SIGNS)


class Reason(NamedTuple):
    """A reason for a link."""

    strength: float
    """Its part in the score, before calibration."""
    words: str
    names_text: bool = True
    """Whether it names words of the two passages."""


@dataclass(frozen=True, slots=True)
class WordReasons:
    """Finds the reasons that name words of the two passages.

    The order matters: a word that one reason names is left out of the later ones.
    """

    here: PassageWords
    there: PassageWords
    runs: Sequence[Run]
    """The words in a row that both passages have, longest first."""
    shares: ScoreShares
    rarity: WordRarity
    has_capital_names: bool
    """Whether a capital is a sign of a name in both languages."""

    def __iter__(self) -> Iterator[Reason]:
        yield from self._same_words()
        yield from self._quoted_fragment()
        if self.has_capital_names:
            yield from self._names()
        yield from self._figures()
        yield from self._speaker()
        yield from self._rare_words()
        yield from self._unspaced_words()
        yield from self._synonyms()

    def _words(self, run: Run) -> Sequence[Word]:
        return self.here.words[run.here : run.here + run.length]

    def _same_words(self) -> Iterator[Reason]:
        """The longest run of words, or the share of the paragraph in all runs."""
        if not self.runs or self.runs[0].length < LONG_RUN:
            return
        shortest = min(len(self.here.words), len(self.there.words))
        printed, words = self._describe_same(shortest)
        self.shares.named.update(word.key for word in words)
        strength = self.shares.of_words(words)
        if all(word.is_common for word in words):
            strength = self.shares.whole * len(words) / shortest
        yield Reason(strength, printed)

    def _describe_same(self, shortest: int) -> tuple[str, list[Word]]:
        """Describe how much is the same, and which words; `shortest` is the length of one side."""
        longest = self.runs[0]
        words = list(self._words(longest))
        count = sum(run.length for run in self.runs)
        unit = "characters" if all(w.end - w.start == 1 for w in words) else "words"
        if longest.length == len(self.here.words) == len(self.there.words):
            return f"word for word the same, {longest.length} {unit}", words
        if count > longest.length and count >= MOST_WORDS * shortest:
            shared = [word for run in self.runs for word in self._words(run)]
            return self._describe_share(count, shortest, unit), shared
        return self._describe_run(longest, unit), words

    def _describe_share(self, count: int, shortest: int, unit: str) -> str:
        """Describe how many words of the shorter side are shared, and how many in a row."""
        longest = self.runs[0]
        most = "all" if count == shortest else f"{count} of"
        in_a_row = f"{longest.length} in a row{self._quoted_share(longest)}"
        return f"{most} {shortest} {unit} shared, {in_a_row}"

    def _quoted_fragment(self) -> Iterator[Reason]:
        """A few words, or one, in quotation marks on both sides."""
        for run in self.runs if self.here.has_quotation and self.there.has_quotation else ():
            words = self._words(run)
            if run.length >= LONG_RUN or all(word.key in self.shares.named for word in words):
                continue
            is_rare = any(self.rarity.is_rare(word.key) for word in words if not word.is_common)
            is_letter_by_letter = all(
                word.key == other.key
                for word, other in zip(words, self.there.words[run.there :], strict=False)
            )
            is_quoted = count_quoted(self.here, self.there, run) == run.length
            if run.length > 1 and sum(not word.is_common for word in words) < _CONTENT_WORDS:
                continue
            if is_rare and is_letter_by_letter and is_quoted:
                self.shares.named.update(word.key for word in words)
                printed = self.here.printed(words)
                yield Reason(self.shares.of_words(words), f"both quote “{printed}”")
                return

    def _names(self) -> Iterator[Reason]:
        """The names that both passages have."""
        chosen: list[list[Word]] = []
        for words in sorted(self._shared_names(), key=lambda words: -self.shares.of_words(words)):
            is_named = any(word.key in self.shares.named for word in words)
            if len(chosen) < MOST_NAMED and not is_named:
                self.shares.named.update(word.key for word in words)
                chosen.append(words)
        if chosen:
            printed = [_without_possessive(self.here.printed(words)) for words in chosen]
            strength = self.shares.of_words(word for words in chosen for word in words)
            yield Reason(strength, f"both name {_join_items(printed)}")

    def _shared_names(self) -> list[list[Word]]:
        """The names of both passages that are surely names and have a rare word."""
        passage, capitals = self.there.passage, self.there.capitals
        if self.here.capitals.keys().isdisjoint(capitals):
            return []
        return [
            words
            for sequence in self.here.names
            for words in find_in_passage(sequence, passage, capitals)
            if any(self.rarity.is_name(self.here.printed([word])) for word in words)
            and any(self.rarity.is_rare(word.key) for word in words)
        ]

    def _figures(self) -> Iterator[Reason]:
        """Numbers, days and months that both passages give."""
        there_given = self.there.figures
        given = {
            key: word
            for key, word in self.here.figures.items()
            if key in there_given and key not in self.shares.named
        }
        if given:
            self.shares.named.update(given)
            ranked = sorted(given, key=lambda key: (not key[0].isdigit(), -self.rarity.weight(key)))
            words = [word for key, word in given.items() if key in ranked[:MOST_NAMED]]
            printed = [self.here.printed([word]) for word in words]
            yield Reason(self.shares.of_words(words), f"both give {_join_items(printed)}")

    def _speaker(self) -> Iterator[Reason]:
        """A name beside a verb of speech, where something is quoted, on both sides."""
        speakers = self.here.speakers
        for key in sorted(speakers.keys() & self.there.speakers.keys())[:1]:
            words = [word for word in self.here.passage if word.key == key]
            yield Reason(self.shares.of_words(words), f"same speaker, {speakers[key]}")

    def _rare_words(self) -> Iterator[Reason]:
        """The rarest of the words that no other reason names."""
        found: dict[str, Word] = {}
        for run in sorted(self.runs):
            for word in self._words(run):
                if not word.is_common and word.key not in self.shares.named:
                    found.setdefault(word.key, word)
        chosen = sorted(found, key=lambda key: -self.rarity.weight(key))[:MOST_NAMED]
        if chosen:
            words = [word for key, word in found.items() if key in chosen]
            printed = ", ".join(self.here.printed([word]) for word in words)
            kind = "rare word" if all(map(self.rarity.is_rare, chosen)) else "word"
            plural = "s" if len(words) > 1 else ""
            strength = self.shares.of_words(found.values())
            yield Reason(strength, f"{kind}{plural} in both: {printed}")

    def _unspaced_words(self) -> Iterator[Reason]:
        """Runs of writing without spaces, where every character counts as a word."""
        if self.shares.named:
            return
        printed = []
        for run in self.runs:
            words = self._words(run)
            if len(words) > 1 and all(word.is_common for word in words):
                printed.append(self.here.printed(words))
        if printed:
            listed = ", ".join(dict.fromkeys(printed[:MOST_NAMED]))
            yield Reason(self.shares.whole, f"in both: {listed}")

    def _synonyms(self) -> Iterator[Reason]:
        """Words of the same synonym groups."""
        if self.shares.synonyms:
            printed = ", ".join(
                f"{self.here.printed([one])} / {self.there.printed([other])}"
                for one, other, _ in self.shares.synonyms[:MOST_NAMED]
            )
            yield Reason(self.shares.of_synonyms(), f"akin: {printed}")

    def _quoted_share(self, run: Run) -> str:
        quoted = count_quoted(self.here, self.there, run)
        if quoted == run.length:
            return ", all in quotation marks"
        return f", {quoted} of them in quotation marks" if quoted >= LONG_RUN else ""

    def _describe_run(self, run: Run, unit: str) -> str:
        """Count a run, and print it if it is short, shortened if it is not too long."""
        counted = f"{run.length} {unit} in a row{self._quoted_share(run)}"
        if run.length > PRINTED_WORDS:
            return counted
        words = self._words(self._quoted_part(run))
        printed = self.here.printed(words)
        if len(printed) > PRINTED_CHARACTERS:
            printed = f"{self.here.printed(words[:3])} … {self.here.printed(words[-2:])}"
        return f"{counted}: “{printed.translate(_NO_MARKS)}”"

    def _quoted_part(self, run: Run) -> Run:
        """Return what is printed of a run: of one that is partly quoted the longest quotation.

        A word of the reporter between the same marks would read as one of the quotation.
        """
        flags = [
            count_quoted(
                self.here,
                self.there,
                run._replace(here=run.here + at, there=run.there + at, length=1),
            )
            for at in range(run.length)
        ]
        if sum(flags) < LONG_RUN:
            return run
        ends = [at for at, is_quoted in enumerate(flags) if not is_quoted]
        first, end = max(
            pairwise([-1, *ends, run.length]), key=lambda bounds: bounds[1] - bounds[0]
        )
        start = first + 1
        return run._replace(here=run.here + start, there=run.there + start, length=end - start)


def _without_possessive(printed: str) -> str:
    return printed[:-2] if printed.endswith(("’s", "'s")) else printed


def _join_items(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
