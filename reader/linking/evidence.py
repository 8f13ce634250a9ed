"""Why two paragraphs are linked: the passages that match, the words they share, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.linking.aligning import Run, Word, align, lit, words_of
from reader.linking.coverage import Evidence, Link, Place
from reader.linking.rarity import Rarity

if TYPE_CHECKING:
    from reader.linking.coverage import Coverage

REASONS = 3
"""At most so many reasons are given."""
NOTHING_SHARED = "no word of weight in both; alike in what they resemble"
LONG_RUN = 4
"""So many words in a row are worth telling."""
PRINTED_CHARACTERS = 48
"""A shorter run of words is printed whole, a longer one by its ends."""
PRINTED_WORDS = 12
"""A longer run of words is only counted."""
WEAK = 2.0
"""A reason of common words below this strength is given only where there is no other."""
MOST_WORDS = 0.7
"""From this part of the shorter paragraph on, the shared words are told as a share of it."""
NAMED = 3
"""At most so many names, numbers or words are listed in one reason."""
SIDES_KEPT = 256
TELLING_SHARE = 0.25
"""A sentence belongs to the passage if it shares at least this part of its own weight, or
of the weight of a sentence of the other side."""


class _Reason(NamedTuple):
    strength: float
    words: str
    telling: bool = True


class _Side(NamedTuple):
    """One paragraph taken apart."""

    text: str
    words: Sequence[Word]
    quoted: Sequence[bool]
    """For every word whether it stands inside quotation marks."""
    sentences: Sequence[slice]
    sentence_of: Sequence[int]
    """For every word the position of its sentence."""
    weights: Sequence[float]
    """For every sentence how much its words say."""


class Explainer:
    """Works out the evidence of the links of one coverage."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._rarity = Rarity(coverage.articles)
        self._side = lru_cache(maxsize=SIDES_KEPT)(self._take_apart)

    def explain(self, link: Link) -> Evidence:
        """The evidence of a link, oriented as the link is; below a millisecond.

        The same from both ends: it is worked out from the earlier article.
        """
        if link.here.article > link.there.article:
            turned = self.explain(link._replace(here=link.there, there=link.here))
            return Evidence(
                turned.reasons,
                turned.shared_there,
                turned.shared_here,
                turned.passage_there,
                turned.passage_here,
            )
        here, there = self._side(link.here), self._side(link.there)
        alignment = align(here.words, there.words)
        sentences_here, sentences_there = self._matching_sentences(link, here, there, alignment)
        runs = [
            run
            for run in alignment
            if here.sentence_of[run.here] in sentences_here
            and there.sentence_of[run.there] in sentences_there
        ]
        return Evidence(
            reasons=self._reasons(link, here, there, runs or alignment),
            shared_here=lit(here.words, ((run.here, run.length) for run in runs)),
            shared_there=lit(there.words, ((run.there, run.length) for run in runs)),
            passage_here=tuple(here.sentences[i] for i in sorted(sentences_here)),
            passage_there=tuple(there.sentences[j] for j in sorted(sentences_there)),
        )

    def _take_apart(self, place: Place) -> _Side:
        article = self._coverage.articles[place.article]
        paragraph = article.paragraphs[place.paragraph]
        sentences = paragraph.sentences
        words = words_of(paragraph.text, self._rarity.common_words(article.language))
        sentence_of = []
        weights = [0.0] * len(sentences)
        number, last = 0, len(sentences) - 1
        for word in words:
            while number < last and word.start >= sentences[number].stop:
                number += 1
            sentence_of.append(number)
            if not word.common:
                weights[number] += self._rarity.weight(word.key)
        quoted = _quoted(paragraph.text, words)
        return _Side(paragraph.text, words, quoted, sentences, sentence_of, weights)

    def _matching_sentences(
        self, link: Link, here: _Side, there: _Side, runs: Sequence[Run]
    ) -> tuple[set[int], set[int]]:
        """The sentences of both sides that match, the best scored ones always among them."""
        shared: dict[tuple[int, int], float] = {}
        for run in runs:
            for word, i, j in zip(
                here.words[run.here : run.here + run.length],
                here.sentence_of[run.here :],
                there.sentence_of[run.there :],
                strict=False,
            ):
                if not word.common:
                    shared[i, j] = shared.get((i, j), 0.0) + self._rarity.weight(word.key)
        matching = {
            (i, j)
            for (i, j), weight in shared.items()
            if weight >= TELLING_SHARE * min(here.weights[i], there.weights[j])
        }
        best = self._coverage.best_sentences(link)
        if best and best[0] < len(here.sentences) and best[1] < len(there.sentences):
            matching.add(best)
        if not matching:
            matching = {
                (i, j) for i in range(len(here.sentences)) for j in range(len(there.sentences))
            }
        return {i for i, _ in matching}, {j for _, j in matching}

    def _reasons(
        self, link: Link, here: _Side, there: _Side, runs: Sequence[Run]
    ) -> tuple[str, ...]:
        told: set[str] = set()
        reasons = [
            *self._same_words(here, there, runs, told),
            *self._quoted_fragment(here, there, runs, told),
            *(self._names(here, there, told) if self._has_named_capitals(link) else ()),
            *self._figures(here, there, told),
            *self._speaker(here, there),
            *self._neighbours(link),
            *self._rare_words(here, runs, told),
        ]
        strongest = sorted(reasons, key=lambda reason: -reason.strength)[:REASONS]
        if len(strongest) > 1 and strongest[-1].strength < WEAK and not strongest[-1].telling:
            strongest.pop()
        return tuple(reason.words for reason in strongest) or (NOTHING_SHARED,)

    def _weight(self, words: Iterable[Word]) -> float:
        return sum(self._rarity.weight(word.key) for word in words if not word.common)

    def _same_words(
        self, here: _Side, there: _Side, runs: Sequence[Run], told: set[str]
    ) -> Iterator[_Reason]:
        if not runs or runs[0].length < LONG_RUN:
            return
        longest = runs[0]
        words = here.words[longest.here : longest.here + longest.length]
        told.update(word.key for word in words)
        strength = 1.5 * self._weight(words)
        shortest = min(len(here.words), len(there.words))
        shared = sum(run.length for run in runs)
        if longest.length == len(here.words) == len(there.words):
            yield _Reason(strength, f"word for word the same, {longest.length} words")
        elif shared > longest.length >= LONG_RUN and shared >= MOST_WORDS * shortest:
            told.update(
                word.key for run in runs for word in here.words[run.here : run.here + run.length]
            )
            strength += sum(
                self._weight(here.words[run.here : run.here + run.length]) for run in runs[1:]
            )
            most = "all" if shared == shortest else f"{shared} of"
            in_a_row = f"{longest.length} in a row{_marks(here, there, longest)}"
            yield _Reason(strength, f"{most} {shortest} words shared, {in_a_row}")
        else:
            yield _Reason(strength, _run_in_words(here, there, longest))

    def _quoted_fragment(
        self, here: _Side, there: _Side, runs: Sequence[Run], told: set[str]
    ) -> Iterator[_Reason]:
        """A few words, or one, in quotation marks on both sides."""
        for run in runs:
            words = here.words[run.here : run.here + run.length]
            if run.length >= LONG_RUN or all(word.key in told for word in words):
                continue
            rare = any(self._rarity.is_rare(word.key) for word in words if not word.common)
            if rare and _quoted_on_both(here, there, run) == run.length:
                told.update(word.key for word in words)
                printed = here.text[words[0].start : words[-1].end]
                yield _Reason(1.5 * self._weight(words), f"both quote “{printed}”")
                return

    def _has_named_capitals(self, link: Link) -> bool:
        """Whether a capital tells a name in both languages; in German every noun has one."""
        languages = {self._coverage.articles[end.article].language for end in link[:2]}
        return "de" not in languages

    def _names(self, here: _Side, there: _Side, told: set[str]) -> Iterator[_Reason]:
        capital_there = {word.key for word in there.words if word.capital}
        names = []
        for sequence in self._capitalised(here):
            shared = [w for w in sequence if w.key in capital_there and w.key not in told]
            if shared and any(self._rarity.is_rare(word.key) for word in shared):
                names.append((self._weight(shared), shared))
        kept: list[str] = []
        strength = 0.0
        for weight, shared in sorted(names, key=lambda name: -name[0]):
            if len(kept) < NAMED and not any(word.key in told for word in shared):
                told.update(word.key for word in shared)
                kept.append(_unpossessed(here.text[shared[0].start : shared[-1].end]))
                strength += 1.2 * weight
        if kept:
            yield _Reason(strength, f"both name {_listed(kept)}")

    def _capitalised(self, side: _Side) -> Iterator[list[Word]]:
        """Words in a row that are names, as far as capitals tell."""
        sequence: list[Word] = []
        for word in side.words:
            printed = side.text[word.start : word.end]
            named = (
                printed[0].isupper()
                and not word.common
                and word.key not in _DATES
                and self._rarity.is_name(printed)
            )
            if sequence and not (named and side.text[sequence[-1].end : word.start] in _WITHIN):
                yield sequence
                sequence = []
            if named:
                sequence.append(word)
        if sequence:
            yield sequence

    def _figures(self, here: _Side, there: _Side, told: set[str]) -> Iterator[_Reason]:
        """Numbers, days and months that both sides give."""
        there_given = {word.key for word in there.words if _is_figure(word)}
        shared = {
            word.key: here.text[word.start : word.end]
            for word in here.words
            if word.key in there_given and word.key not in told
        }
        if shared:
            told.update(shared)
            chosen = sorted(shared, key=lambda key: (key in _DATES, -self._rarity.weight(key)))[
                :NAMED
            ]
            strength = sum(self._rarity.weight(key) for key in chosen)
            printed = [words for key, words in shared.items() if key in chosen]
            yield _Reason(strength, f"both give {_listed(printed)}")

    def _speaker(self, here: _Side, there: _Side) -> Iterator[_Reason]:
        """Somebody named beside a reporting verb, where something is quoted, on both sides."""
        if any(here.quoted) and any(there.quoted):
            speakers = _speakers(here)
            for key in sorted(speakers.keys() & _speakers(there).keys())[:1]:
                strength = 1.0 + self._rarity.weight(key)
                yield _Reason(strength, f"same speaker, {speakers[key]}")

    def _neighbours(self, link: Link) -> Iterator[_Reason]:
        before, after = self._linked(link, -1), self._linked(link, 1)
        if before and after:
            yield _Reason(3.0, "neighbours on both sides link too")
        elif before or after:
            yield _Reason(1.0, f"the paragraphs {'before' if before else 'after'} them link too")

    def _linked(self, link: Link, step: int) -> bool:
        here, there = link.here, link.there
        paragraphs = self._coverage.articles[here.article].paragraphs
        if not 0 <= here.paragraph + step < len(paragraphs):
            return False
        neighbour = Place(there.article, there.paragraph + step)
        links = self._coverage.links_from(Place(here.article, here.paragraph + step))
        return any(other.there == neighbour for other in links)

    def _rare_words(self, here: _Side, runs: Sequence[Run], told: set[str]) -> Iterator[_Reason]:
        shared: dict[str, str] = {}
        for run in sorted(runs):
            for word in here.words[run.here : run.here + run.length]:
                if not word.common and word.key not in told:
                    shared.setdefault(word.key, here.text[word.start : word.end])
        rare = [key for key in shared if self._rarity.is_rare(key)]
        chosen = sorted(rare or shared, key=lambda key: -self._rarity.weight(key))[:NAMED]
        if chosen:
            printed = ", ".join(shared[key] for key in shared if key in chosen)
            kind = "rare words" if rare else "words"
            strength = sum(map(self._rarity.weight, chosen)) * (1.0 if rare else 0.5)
            yield _Reason(strength, f"{kind} in both: {printed}", telling=bool(rare))


_SPEAKS = frozenset(
    {
        *("said", "says", "told", "added", "stressed", "emphasized", "emphasised", "insisted"),
        *("continued", "warned", "claimed", "noted", "announced", "stated", "argued", "promised"),
        *("explained", "replied"),
    }
)
_SPEAKS_BEFORE_NAME = frozenset({"said", "says"})
_NOT_NAMES = frozenset({"he", "she", "they", "it", "we", "i", "the", "a", "an", "this", "that"})
_WITHIN = (" ", ". ", "-")
_DATES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    }
)
_NO_MARKS = str.maketrans("", "", '“”„«»「」『』"')
_OPENING, _CLOSING = "“„«「『", "”»」』"


def _speakers(side: _Side) -> dict[str, str]:
    """Names that stand beside a reporting verb: how they are printed, by their keys."""
    found = {}
    for word, following in pairwise(side.words):
        if word.capital and following.key in _SPEAKS:
            name = word
        elif word.key in _SPEAKS_BEFORE_NAME and following.capital:
            name = following
        else:
            continue
        if name.key not in _NOT_NAMES and not name.key[0].isdigit():
            found[name.key] = side.text[name.start : name.end]
    return found


def _is_figure(word: Word) -> bool:
    return word.key[0].isdigit() or (word.capital and word.key in _DATES)


def _quoted(text: str, words: Sequence[Word]) -> list[bool]:
    """For every word whether it stands between quotation marks of the paragraph."""
    flags = []
    depth, straight, position = 0, False, 0
    for word in words:
        for character in text[position : word.start]:
            if character in _OPENING:
                depth += 1
            elif character in _CLOSING:
                depth = max(0, depth - 1)
            elif character == '"':
                straight = not straight
        position = word.start
        flags.append(depth > 0 or straight)
    return flags


def _quoted_on_both(here: _Side, there: _Side, run: Run) -> int:
    """How many words of a run stand in quotation marks on both sides."""
    return sum(
        here.quoted[run.here + offset] and there.quoted[run.there + offset]
        for offset in range(run.length)
    )


def _marks(here: _Side, there: _Side, run: Run) -> str:
    quoted = _quoted_on_both(here, there, run)
    if quoted == run.length:
        return ", all in quotation marks"
    return f", {quoted} of them in quotation marks" if quoted >= LONG_RUN else ""


def _run_in_words(here: _Side, there: _Side, run: Run) -> str:
    """The run counted, and printed where it is short, shortened where it is not too long."""
    said = f"{run.length} words in a row{_marks(here, there, run)}"
    if run.length > PRINTED_WORDS:
        return said
    first, last = run.here, run.here + run.length - 1
    printed = here.text[here.words[first].start : here.words[last].end]
    if len(printed) > PRINTED_CHARACTERS:
        printed = (
            f"{here.text[here.words[first].start : here.words[first + 2].end]} … "
            f"{here.text[here.words[last - 1].start : here.words[last].end]}"
        )
    return f"{said}: “{printed.translate(_NO_MARKS)}”"


def _unpossessed(printed: str) -> str:
    return printed[:-2] if printed.endswith(("’s", "'s")) else printed


def _listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
