"""Why two paragraphs are linked: the passages that match, the words they share, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import ParagraphKind, Place
from reader.coverage.passages import (
    DATES,
    Side,
    families_in,
    in_both,
    is_figure,
    is_named,
    names_in,
    quoted_on_both,
    quoted_words,
    speakers_in,
)
from reader.coverage.word_rarity import Rarity
from reader.linking.candidates import FAMILY_WEIGHT
from reader.linking.features import REASONS as MEASURES
from reader.linking.link_table import PART_STEPS
from reader.linking.links import Link
from reader.linking.score_model import PARTS
from reader.text.word_alignment import Run, Word, align, lit, words_of

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.link_table import LinkTable

REASONS = 3
"""At most so many reasons are given."""
NOTHING_SHARED = "no word of weight in both; alike in what they resemble"
LEAST_SHARE = 0.12
"""A reason that made less than this part of what is told of the score is left out."""
TELLING_STRENGTH = 0.75
"""What holds for two articles as a whole is told where it added at least this."""
LEAD = 4
"""So many paragraphs from the top are the lead of an article."""
ASSUMED = {"words": 1.0, "happening": 1.0, "names": 0.5, "neighbours": 0.3}
"""What the measures added to a score of which that is not known."""
LONG_RUN = 4
"""So many words in a row are worth telling."""
PRINTED_CHARACTERS = 48
"""A shorter run of words is printed whole, a longer one by its ends."""
PRINTED_WORDS = 12
"""A longer run of words is only counted."""
MOST_WORDS = 0.7
"""From this part of the shorter paragraph on, the shared words are told as a share of it."""
NAMED = 3
"""At most so many names, numbers or words are listed in one reason."""
SIDES_KEPT = 256
TELLING_SHARE = 0.25
"""A sentence belongs to the passage if it shares at least this part of its own weight, or
of the weight of a sentence of the other side."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a link exists. Slices index into the text of the paragraph on their side."""

    reasons: tuple[str, ...]
    """At most three, strongest first, in plain words ("32 words in a row")."""
    shared_here: tuple[slice, ...]
    """The words that both sides have, in order, not overlapping."""
    shared_there: tuple[slice, ...]
    passage_here: tuple[slice, ...]
    """The sentences that match, in order."""
    passage_there: tuple[slice, ...]

    def __repr__(self) -> str:
        return f"<Evidence: {'; '.join(self.reasons)}>"


class _Reason(NamedTuple):
    strength: float
    """What it added to the score, in the units of `LinkTable.parts`."""
    words: str


class _Akin(NamedTuple):
    """Two words of one family, one of each passage."""

    here: Word
    there: Word
    weight: float


class _Shared:
    """The words that both passages have, and what the measures of words added to the score."""

    def __init__(
        self,
        words: Iterable[Word],
        akin: Sequence[_Akin],
        parts: dict[str, float],
        rarity: Rarity,
    ) -> None:
        self._rarity = rarity
        self.akin = akin
        self._words = {word.key: word for word in words if not word.common}
        self._parts = parts
        self.whole = sum(parts.get(name, 0.0) for name in _OF_WORDS)
        """What all measures of words added to the score."""
        self._totals = {name: self._weight(name, self._words.values()) for name in _OF_WORDS}
        for name in _OF_AKIN:
            self._totals[name] += sum(pair.weight for pair in akin)
        self.told: set[str] = set()
        """Keys of the words that a reason has named already."""

    def strength(self, words: Iterable[Word]) -> float:
        """How much of the score is due to these words."""
        distinct = {word.key: word for word in words if not word.common}.values()
        return sum(
            self._parts.get(name, 0.0) * min(1.0, self._weight(name, distinct) / total)
            for name, total in self._totals.items()
            if total > 0
        )

    def strength_of_akin(self) -> float:
        """How much of the score is due to words of one family."""
        weight = sum(pair.weight for pair in self.akin)
        return sum(
            self._parts.get(name, 0.0) * weight / self._totals[name]
            for name in _OF_AKIN
            if self._totals[name] > 0
        )

    def _weight(self, name: str, words: Iterable[Word]) -> float:
        return sum(
            self._rarity.weight(word.key)
            for word in words
            if name == "words" or (name == "names") == is_named(word)
        )


_OF_WORDS = ("words", "happening", "names")
_OF_AKIN = ("words", "happening")


class Explainer:
    """Works out the evidence of the links of one coverage."""

    def __init__(self, articles: Sequence[Article], table: LinkTable) -> None:
        self._articles = articles
        self._table = table
        self._rarity = Rarity(articles)
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
        if not runs:
            runs = list(alignment)
        for run in runs:
            places = slice(run.here, run.here + run.length)
            sentences_here.update(here.sentence_of[places])
            places = slice(run.there, run.there + run.length)
            sentences_there.update(there.sentence_of[places])
        return Evidence(
            reasons=self._reasons(
                link, here.within(sentences_here), there.within(sentences_there), runs
            ),
            shared_here=lit(here.words, ((run.here, run.length) for run in runs)),
            shared_there=lit(there.words, ((run.there, run.length) for run in runs)),
            passage_here=tuple(here.sentences[i] for i in sorted(sentences_here)),
            passage_there=tuple(there.sentences[j] for j in sorted(sentences_there)),
        )

    def _take_apart(self, place: Place) -> Side:
        article = self._articles[place.article]
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
        quoted = quoted_words(paragraph.text, words)
        return Side(paragraph.text, words, quoted, sentences, sentence_of, weights)

    def _matching_sentences(
        self, link: Link, here: Side, there: Side, runs: Sequence[Run]
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
        best = self._table.best_sentences(link)
        if best and best[0] < len(here.sentences) and best[1] < len(there.sentences):
            matching.add(best)
        if not matching:
            matching = {
                (i, j) for i in range(len(here.sentences)) for j in range(len(there.sentences))
            }
        return {i for i, _ in matching}, {j for _, j in matching}

    def _reasons(self, link: Link, here: Side, there: Side, runs: Sequence[Run]) -> tuple[str, ...]:
        """Strongest first, each with what it added to the score."""
        parts = self._parts(link)
        third = list(self._third(link, parts))
        if not third:
            # Without a third article, a pair's own words stand in for what one would say.
            parts["words"] = parts.get("words", 0.0) + parts.pop("third", 0.0)
        parts["words"] = parts.get("words", 0.0) + parts.pop("company", 0.0)
        in_runs = (word for run in runs for word in here.words[run.here : run.here + run.length])
        akin = self._akin(link, here, there, runs)
        shared = _Shared(in_runs, akin, parts, self._rarity)
        reasons = [
            *self._same_words(here, there, runs, shared),
            *self._quoted_fragment(here, there, runs, shared),
            *(self._names(here, there, shared) if self._has_named_capitals(link) else ()),
            *self._figures(here, there, shared),
            *self._speaker(here, there, shared),
            *self._rare_words(here, runs, shared),
            *_unspaced_words(here, runs, shared),
            *_akin_words(here, there, shared),
            *third,
            *self._neighbours(link, parts),
            *self._lead(link, parts),
            *_others(parts),
        ]
        reasons.sort(key=lambda reason: -reason.strength)
        least = LEAST_SHARE * sum(reason.strength for reason in reasons)
        told = [r.words for r in reasons[:REASONS] if r.strength >= least and r.strength > 0]
        told = told or [reason.words for reason in reasons[:1]]
        return tuple(dict.fromkeys(told)) or (NOTHING_SHARED,)

    def _akin(self, link: Link, here: Side, there: Side, runs: Sequence[Run]) -> list[_Akin]:
        """The first words of every family that both passages have without a common word."""
        shared_here = {n for run in runs for n in range(run.here, run.here + run.length)}
        shared_there = {n for run in runs for n in range(run.there, run.there + run.length)}
        language, language_there = (self._articles[end.article].language for end in link[:2])
        families, told = families_in(here, language, shared_here)
        families_there, told_there = families_in(there, language_there, shared_there)
        pairs = []
        for family in families.keys() & families_there.keys() - told - told_there:
            stems, stems_there = families[family], families_there[family]
            if not stems.keys() & stems_there.keys():
                word, other = next(iter(stems.values())), next(iter(stems_there.values()))
                weight = min(map(self._rarity.weight, (word.key, other.key)))
                pairs.append(_Akin(word, other, FAMILY_WEIGHT * weight))
        return sorted(pairs, key=lambda pair: (-pair.weight, pair.here))

    def _parts(self, link: Link) -> dict[str, float]:
        """What every measure added to the score of a link beyond what it adds to most pairs."""
        steps = self._table.parts_of(link)
        if len(steps) != len(PARTS):
            return dict(ASSUMED)
        parts = {name: step / PART_STEPS for name, step in zip(PARTS, steps, strict=True)}
        # Both say that other articles tell it too, which is shown at one of their paragraphs.
        parts["third"] += parts.pop("retold")
        return parts

    def _third(self, link: Link, parts: dict[str, float]) -> Iterator[_Reason]:
        """The paragraph of a third article that links most surely to both."""
        if not parts.get("third"):
            return
        to_there = {other.there: other.score for other in self._table.links_from(link.there)}
        both = [
            (min(other.score, to_there[other.there]), other.there)
            for other in self._table.links_from(link.here)
            if other.there in to_there
        ]
        if both:
            place = max(both, key=lambda found: (found[0], -found[1].article, -found[1].paragraph))
            article = self._articles[place[1].article]
            number = article.paragraphs[place[1].paragraph].number
            yield _Reason(parts["third"], f"both link to ¶{number} of {article.label}")

    def _lead(self, link: Link, parts: dict[str, float]) -> Iterator[_Reason]:
        if parts.get("lead") and all(map(self._in_lead, (link.here, link.there))):
            yield _Reason(parts["lead"], MEASURES["lead"])

    def _in_lead(self, place: Place) -> bool:
        before = self._articles[place.article].paragraphs[: place.paragraph]
        return sum(p.kind is not ParagraphKind.FURNITURE for p in before) < LEAD

    def _same_words(
        self, here: Side, there: Side, runs: Sequence[Run], shared: _Shared
    ) -> Iterator[_Reason]:
        if not runs or runs[0].length < LONG_RUN:
            return
        longest = runs[0]
        words = here.words[longest.here : longest.here + longest.length]
        count = sum(run.length for run in runs)
        unit = "characters" if all(w.end - w.start == 1 for w in words) else "words"
        shortest = min(len(here.words), len(there.words))
        if longest.length == len(here.words) == len(there.words):
            said = f"word for word the same, {longest.length} {unit}"
        elif count > longest.length and count >= MOST_WORDS * shortest:
            words = [w for run in runs for w in here.words[run.here : run.here + run.length]]
            most = "all" if count == shortest else f"{count} of"
            in_a_row = f"{longest.length} in a row{_marks(here, there, longest)}"
            said = f"{most} {shortest} {unit} shared, {in_a_row}"
        else:
            said = _run_in_words(here, there, longest, unit)
        shared.told.update(word.key for word in words)
        strength = shared.strength(words)
        if all(word.common for word in words):
            strength = shared.whole * len(words) / shortest
        yield _Reason(strength, said)

    def _quoted_fragment(
        self, here: Side, there: Side, runs: Sequence[Run], shared: _Shared
    ) -> Iterator[_Reason]:
        """A few words, or one, in quotation marks on both sides."""
        for run in runs:
            words = here.words[run.here : run.here + run.length]
            if run.length >= LONG_RUN or all(word.key in shared.told for word in words):
                continue
            rare = any(self._rarity.is_rare(word.key) for word in words if not word.common)
            letter_by_letter = all(
                word.key == other.key
                for word, other in zip(words, there.words[run.there :], strict=False)
            )
            if rare and letter_by_letter and quoted_on_both(here, there, run) == run.length:
                shared.told.update(word.key for word in words)
                printed = here.text[words[0].start : words[-1].end]
                yield _Reason(shared.strength(words), f"both quote “{printed}”")
                return

    def _has_named_capitals(self, link: Link) -> bool:
        """Whether a capital tells a name in both languages; in German every noun has one."""
        languages = {self._articles[end.article].language for end in link[:2]}
        return "de" not in languages

    def _names(self, here: Side, there: Side, shared: _Shared) -> Iterator[_Reason]:
        names = []
        for sequence in names_in(here, self._rarity):
            for words in in_both(sequence, there.passage):
                sure = any(self._rarity.is_name(here.text[w.start : w.end]) for w in words)
                if sure and any(self._rarity.is_rare(word.key) for word in words):
                    names.append((shared.strength(words), words))
        kept: list[list[Word]] = []
        for _, words in sorted(names, key=lambda name: -name[0]):
            if len(kept) < NAMED and not any(word.key in shared.told for word in words):
                shared.told.update(word.key for word in words)
                kept.append(words)
        if kept:
            printed = [_unpossessed(here.text[w[0].start : w[-1].end]) for w in kept]
            strength = shared.strength(word for words in kept for word in words)
            yield _Reason(strength, f"both name {_listed(printed)}")

    def _figures(self, here: Side, there: Side, shared: _Shared) -> Iterator[_Reason]:
        """Numbers, days and months that both passages give."""
        there_given = {word.key for word in there.passage if is_figure(word)}
        given = {
            word.key: word
            for word in here.passage
            if word.key in there_given and is_figure(word) and word.key not in shared.told
        }
        if given:
            shared.told.update(given)
            chosen = sorted(given, key=lambda key: (key in DATES, -self._rarity.weight(key)))
            words = [word for key, word in given.items() if key in chosen[:NAMED]]
            printed = [here.text[word.start : word.end] for word in words]
            yield _Reason(shared.strength(words), f"both give {_listed(printed)}")

    def _speaker(self, here: Side, there: Side, shared: _Shared) -> Iterator[_Reason]:
        """Somebody named beside a reporting verb, where something is quoted, on both sides."""
        if any(here.quoted) and any(there.quoted):
            speakers = speakers_in(here)
            for key in sorted(speakers.keys() & speakers_in(there).keys())[:1]:
                words = [word for word in here.passage if word.key == key]
                yield _Reason(shared.strength(words), f"same speaker, {speakers[key]}")

    def _neighbours(self, link: Link, parts: dict[str, float]) -> Iterator[_Reason]:
        before, after = self._linked(link, -1), self._linked(link, 1)
        strength = parts.get("neighbours", 0.0)
        if before and after:
            yield _Reason(strength, "neighbours on both sides link too")
        elif before or after:
            which = "before" if before else "after"
            yield _Reason(strength, f"the paragraphs {which} them link too")

    def _linked(self, link: Link, step: int) -> bool:
        here, there = link.here, link.there
        paragraphs = self._articles[here.article].paragraphs
        if not 0 <= here.paragraph + step < len(paragraphs):
            return False
        neighbour = Place(there.article, there.paragraph + step)
        links = self._table.links_from(Place(here.article, here.paragraph + step))
        return any(other.there == neighbour for other in links)

    def _rare_words(self, here: Side, runs: Sequence[Run], shared: _Shared) -> Iterator[_Reason]:
        found: dict[str, Word] = {}
        for run in sorted(runs):
            for word in here.words[run.here : run.here + run.length]:
                if not word.common and word.key not in shared.told:
                    found.setdefault(word.key, word)
        chosen = sorted(found, key=lambda key: -self._rarity.weight(key))[:NAMED]
        if chosen:
            words = [word for key, word in found.items() if key in chosen]
            printed = ", ".join(here.text[word.start : word.end] for word in words)
            kind = "rare word" if all(map(self._rarity.is_rare, chosen)) else "word"
            plural = "s" if len(words) > 1 else ""
            yield _Reason(shared.strength(found.values()), f"{kind}{plural} in both: {printed}")


def _unspaced_words(here: Side, runs: Sequence[Run], shared: _Shared) -> Iterator[_Reason]:
    """What is shared in writing without spaces, where every character counts as a word."""
    if shared.told:
        return
    printed = []
    for run in runs:
        words = here.words[run.here : run.here + run.length]
        if len(words) > 1 and all(word.common for word in words):
            printed.append(here.text[words[0].start : words[-1].end])
    if printed:
        yield _Reason(shared.whole, f"in both: {', '.join(dict.fromkeys(printed[:NAMED]))}")


def _akin_words(here: Side, there: Side, shared: _Shared) -> Iterator[_Reason]:
    """Words of different stems that tell the same kind of happening."""
    if shared.akin:
        printed = ", ".join(
            f"{here.text[one.start : one.end]} / {there.text[other.start : other.end]}"
            for one, other, _ in shared.akin[:NAMED]
        )
        yield _Reason(shared.strength_of_akin(), f"akin: {printed}")


def _others(parts: dict[str, float]) -> Iterator[_Reason]:
    """Measures that need no words of the passages to be told."""
    for name, strength in parts.items():
        if name not in _TOLD_IN_WORDS and strength >= TELLING_STRENGTH:
            yield _Reason(strength, MEASURES[name])


_NO_MARKS = str.maketrans("", "", '“”„«»「」『』"')
_TOLD_IN_WORDS = frozenset({*_OF_WORDS, "third", "company", "neighbours", "lead"})


def _marks(here: Side, there: Side, run: Run) -> str:
    quoted = quoted_on_both(here, there, run)
    if quoted == run.length:
        return ", all in quotation marks"
    return f", {quoted} of them in quotation marks" if quoted >= LONG_RUN else ""


def _run_in_words(here: Side, there: Side, run: Run, unit: str) -> str:
    """The run counted, and printed where it is short, shortened where it is not too long."""
    said = f"{run.length} {unit} in a row{_marks(here, there, run)}"
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
