"""Names, roles, negations, modal verbs and opposites in which two sentences part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.linking.stated_facts import Fact, read_places
from reader.story.differences.difference import DifferenceKind
from reader.story.differences.gap_contexts import (
    NEAR,
    are_of_two_persons,
    are_of_two_subjects,
    are_two_forms,
    asks_once,
)
from reader.story.differences.marker_kinds import is_denied, list_doubts
from reader.story.differences.modal_contexts import is_asked, is_governed, tells_limit
from reader.story.differences.name_pairs import find_names
from reader.story.differences.paragraph_facts import ParagraphFacts
from reader.story.differences.role_pairs import ELDER, Finding, find_roles
from reader.story.differences.sentence_parts import (
    add_next,
    find_offsets,
    print_words,
    state_words,
    widen,
)
from reader.story.differences.stated_pairs import StatedPair, Statement
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import Modality
from reader.text.values.opposites import are_opposites

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import SentencePair, TextSentence
    from reader.text.values import ClauseMarker, PersonName

_LEAST_AROUND = 2
_NEAR_COPY = 0.6
"""Other persons and opposites count only in sentences that share so large a part, 0..1, of their
words: in freer ones they may bear on something else."""
_COPY = 0.75
"""The same for negations, modal verbs and other words."""
_WHOLE = 0.9
"""In sentences that share so large a part one word of weight beside a gap is enough."""
_LONGEST_GAP = 6
_LONGEST_WORDING = 3
_CONDITIONAL, _WOULD = Modality.CONDITIONAL.value, Modality.WOULD.value
_DENIED = ("affirmed", "denied")
_AS_A_FACT = "as a fact"
_SOURCES = frozenset({"according", "statement"})
"""Words that name a source, which the other sentence may name with a verb beside it."""
_FORMS_OF_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_TENSES = _FORMS_OF_BE | {"has", "have", "had", "'ve"}


def pair_gaps(
    pair: SentencePair, facts: tuple[ParagraphFacts, ParagraphFacts]
) -> Iterator[StatedPair]:
    """Yield what differs in the gaps between the words that two sentences share.

    Args:
        pair: the sentences.
        facts: what was read of their paragraphs.
    """
    if pair.shared < _NEAR_COPY and not (facts[0].names and facts[1].names):
        # In so free sentences nothing but names, and roles beside them, is compared.
        return
    plain = facts[0].plain_words(pair.here), facts[1].plain_words(pair.there)
    for here, there in pair.gaps:
        count, other_count = here.stop - here.start, there.stop - there.start
        if count > _LONGEST_GAP or other_count > _LONGEST_GAP:
            continue
        if not (count and other_count):
            # Words that only one sentence has differ in nothing but negations, modal verbs, and
            # parts of a name.
            has_marker = True not in (plain[0][here] if count else plain[1][there])
            if not has_marker and not _is_within_name(pair, (here, there), facts):
                continue
        found = _Gap(pair, here, there, facts).find()
        if found is None:
            continue
        around = pair.shared_around(here, there)
        needed = _LEAST_AROUND if pair.shared < _WHOLE else 1
        if len(around) >= needed or pair.is_one_change:
            about = pair.shared_words(here, around)
            yield StatedPair(*found, True, pair.shared, about)


def _is_within_name(
    pair: SentencePair,
    gap: tuple[slice, slice],
    facts: tuple[ParagraphFacts, ParagraphFacts],
) -> bool:
    """Return whether the empty side of a gap is inside a name."""
    side = int(gap[0].start < gap[0].stop)
    names = facts[side].names
    if not names:
        return False
    _, offset = find_offsets(pair.there if side else pair.here, gap[side])
    return any(name.start < offset < name.end for name in names)


class _Gap(NamedTuple):
    """Stretches of two sentences between words that they share."""

    pair: SentencePair
    here: slice
    there: slice
    facts: tuple[ParagraphFacts, ParagraphFacts]

    def find(self) -> Finding | None:
        """Return what the sentences state otherwise there."""
        sides, names = self._sides(), self._names()
        shared = self.pair.shared
        found = find_names(sides, names, shared)
        if found and found[0] is DifferenceKind.NAME and self._is_one_denied():
            # "Kolbe was cleared", "Ozols was not cleared".
            return None
        found = found or find_roles(sides, names, shared)
        if found is None and self.pair.shared >= _NEAR_COPY:
            found = self.opposites()
        if found is None and self.pair.shared >= _COPY:
            found = self.clauses() or self.places() or self.wording()
        return found

    def _is_one_denied(self) -> bool:
        """Return whether one sentence denies something and the other one nothing."""
        one, other = (
            is_denied(_kinds_within(facts.markers, side.start, side.end))
            for facts, (side, _) in zip(self.facts, self._sides(), strict=True)
        )
        return one != other

    def opposites(self) -> Finding | None:
        """Return two words of which one can't be true where the other is."""
        for at, word in enumerate(self.pair.here.words[self.here], self.here.start):
            for other_at, other in enumerate(self.pair.there.words[self.there], self.there.start):
                if are_opposites(word, other) and not self._is_active_defeat(at, other_at):
                    gap = self.here, self.there
                    if (
                        self._is_otherwise_put()
                        or are_of_two_subjects(self.pair, gap, (at, other_at))
                        or are_of_two_persons(self._sides(), self._names())
                    ):
                        return None
                    one, counterpart = self.pair.here.tokens[at], self.pair.there.tokens[other_at]
                    return (
                        DifferenceKind.OPPOSITE,
                        Statement(one.start, one.end, word),
                        Statement(counterpart.start, counterpart.end, other),
                    )
        return None

    def _is_otherwise_put(self) -> bool:
        """Return whether one sentence alone denies or leaves open: "not more", "whether less"."""
        # "Rejected" denies, and is an opposite itself.
        is_denied_here, is_denied_there = (
            _kinds_within(facts.markers, side.start, side.end).count("negation") % 2
            for facts, (side, _) in zip(self.facts, self._sides(), strict=True)
        )
        is_open = ["whether" in side.words for side, _ in self._sides()]
        return is_denied_here != is_denied_there or is_open[0] != is_open[1]

    def _is_active_defeat(self, at: int, other_at: int) -> bool:
        """Return whether somebody defeated somebody in one sentence, which is a victory."""
        sides = ((self.pair.here, at), (self.pair.there, other_at))
        return any(
            side.words[place] == "defeated" and not _FORMS_OF_BE & set(side.words[:place][-1:])
            for side, place in sides
        )

    def clauses(self) -> Finding | None:
        """Return clauses of which one denies the other, or takes it as less or more certain."""
        markers = [
            _markers_in(facts, side, gap)
            for facts, (side, gap) in zip(self.facts, self._sides(), strict=True)
        ]
        one, other = markers
        if one is None or other is None or self._is_tense():
            return None
        # At the beginning of a sentence stands whose words it is, which may follow it, too.
        is_beginning = not self.here.start or not self.there.start
        denials = [is_denied(each) for each in (one, other)]
        # "No one is above" says what "he is not above" says.
        kinds = [
            _kinds_within(facts.markers, side.start, side.end)
            for facts, (side, _) in zip(self.facts, self._sides(), strict=True)
        ]
        wholes = [is_denied(each) for each in kinds]
        doubts = [list_doubts(each) for each in (one, other)]
        if denials[0] != denials[1] and doubts[0] != doubts[1]:
            return None
        is_conditional = any(_CONDITIONAL in each for each in kinds)
        if is_conditional and _WOULD in (*one, *other):
            # What would be so under a condition is stated as a fact by neither.
            return None
        if denials[0] != denials[1]:
            if wholes[0] == wholes[1] or self._is_denied_beside(denials):
                return None
            if self._is_denied_near(denials.index(False)) or asks_once(self.pair):
                return None
            if are_of_two_subjects(self.pair, (self.here, self.there)):
                return None
            if are_of_two_persons(self._sides(), self._names()):
                return None
            kind, values = DifferenceKind.NEGATION, [_DENIED[denied] for denied in denials]
        elif doubts[0] != doubts[1] and (
            are_two_forms(self.pair, (self.here, self.there))
            or self._report_speech()
            or list_doubts(kinds[0]) == list_doubts(kinds[1])
        ):
            # Which verb reports the words is compared with the quotation itself; a doubt that
            # is elsewhere in the sentence ("allegedly was", "was allegedly") is the same.
            return None
        elif doubts[0] != doubts[1] and not is_beginning and not denials[0]:
            if self._may_be_as_sure(doubts):
                return None
            # Whom an article has something from tells nothing of whether it is so.
            kind = DifferenceKind.MODALITY
            if set(doubts[0]) ^ set(doubts[1]) == {Modality.REPORTED.value}:
                kind = DifferenceKind.WORDING
            values = [" ".join(d) or _AS_A_FACT for d in doubts]
        else:
            return None
        return (
            kind,
            state_words(self.pair.here, widen(self.here), values[0]),
            state_words(self.pair.there, widen(self.there), values[1]),
        )

    def _may_be_as_sure(self, doubts: Sequence[Sequence[str]]) -> bool:
        """Return whether what stands beside makes the sentences equally sure."""
        if tells_limit(self.pair, (self.here, self.there)) or any(
            is_asked(*side) for side in self._sides()
        ):
            return True
        return any(
            not own and is_governed(*side, facts.markers)
            for own, side, facts in zip(doubts, self._sides(), self.facts, strict=True)
        )

    def _is_denied_beside(self, denials: Sequence[bool]) -> bool:
        """Return whether what one sentence denies is denied beside the other, in the same words.

        "Don't ask me. Ask the pilot", "Don't ask me, ask the pilot".
        """
        denied = denials.index(True)
        side, gap = self._sides()[denied]
        start, end = find_offsets(side, add_next(gap))
        other = self._sides()[not denied][0].text
        return _without_marks(side.text[start:end]) in _without_marks(other)

    def _is_denied_near(self, at: int) -> bool:
        """Return whether the sentence that denies nothing in the gap does so near it.

        "Shows no sign", "does not show any sign".
        """
        side, gap = self._sides()[at]
        near = slice(max(0, gap.start - NEAR), gap.stop + NEAR)
        return "negation" in _kinds_within(self.facts[at].markers, *find_offsets(side, near))

    def _is_tense(self) -> bool:
        """Return whether nothing but grammar is exchanged.

        Forms of "be" and "have" alone, which headlines leave out: "is expected", "was expected",
        "expected"; or the adjective "possible", which is of a noun: "possible options".
        """
        words = [set(print_words(side, gap)) for side, gap in self._sides()]
        if {"possible"} in words and set() in words:
            return True
        return all(forms <= _TENSES for forms in words)

    def _report_speech(self) -> bool:
        """Return whether a verb of saying stands in one of the gaps."""
        verbs = load_reporting_verbs().single
        return any(
            word in verbs or word in _SOURCES
            for side, gap in self._sides()
            for word in print_words(side, gap)
        )

    def _name_source(self) -> bool:
        """Return whether a verb of saying, and no weak one, or a text stands in one of the gaps."""
        verbs = load_reporting_verbs().single
        words = {word for side, gap in self._sides() for word in print_words(side, gap)}
        return any(
            word in _SOURCES or (word in verbs and not verbs[word].is_weak) for word in words
        )

    def places(self) -> Finding | None:
        """Return two names after "in", "at" or "near" that neither paragraph has in common."""
        texts = [side.text for side, _ in self._sides()]
        ours, theirs = read_places(texts[0]), read_places(texts[1])
        if not ours or not theirs:
            return None
        spans = [find_offsets(side, gap) for side, gap in self._sides()]
        for place in ours:
            for other in theirs:
                # The names may share a word: South Velmont, North Velmont.
                if not _covers(place, spans[0]) or not _covers(other, spans[1]):
                    continue
                # A name before another sentence is read with the first word of that.
                ends = min(place.end, self.pair.here.end), min(other.end, self.pair.there.end)
                names = [texts[0][place.start : ends[0]], texts[1][other.start : ends[1]]]
                if names[0] in texts[1] or names[1] in texts[0]:
                    continue
                return (
                    DifferenceKind.PLACE,
                    Statement(place.start, ends[0], names[0]),
                    Statement(other.start, ends[1], names[1]),
                )
        return None

    def wording(self) -> Finding | None:
        """Return other words in the same place of two sentences that are nearly one.

        At the beginning of a sentence and beside a verb of saying stands whose words it is.
        """
        if not self.here.start or not self.there.start or self._name_source():
            return None
        if max(self.here.stop - self.here.start, self.there.stop - self.there.start) > (
            _LONGEST_WORDING
        ):
            return None
        sides = [side.tokens[gap] for side, gap in self._sides()]
        if any(token.value is not None for tokens in sides for token in tokens):
            return None
        if not all(any(not token.is_common for token in tokens) for tokens in sides):
            return None
        words = [" ".join(print_words(side, gap)) for side, gap in self._sides()]
        if ELDER.issuperset(words) or self._is_order():
            return None
        if words[0].startswith(words[1]) or words[1].startswith(words[0]):
            # An abbreviation: Ark., Arkansas.
            return None
        return (
            DifferenceKind.WORDING,
            state_words(self.pair.here, self.here, words[0]),
            state_words(self.pair.there, self.there, words[1]),
        )

    def _is_order(self) -> bool:
        """Return whether both sentences have the words of the gaps, equally often."""
        one, other = (
            {
                word
                for token, word in zip(side.tokens[gap], side.words[gap], strict=True)
                if not token.is_common
            }
            for side, gap in self._sides()
        )
        counts = [Counter(side.words) for side, _ in self._sides()]
        return all(counts[0][word] == counts[1][word] for word in one | other)

    def _sides(self) -> tuple[tuple[TextSentence, slice], tuple[TextSentence, slice]]:
        return (self.pair.here, self.here), (self.pair.there, self.there)

    def _names(self) -> tuple[tuple[PersonName, ...], tuple[PersonName, ...]]:
        return self.facts[0].names, self.facts[1].names


def _without_marks(text: str) -> str:
    return text.lower().replace("’", "'")


def _covers(place: Fact, span: tuple[int, int]) -> bool:
    """Return whether a name has all words of a gap, of which there is at least one."""
    return span[0] < span[1] and place.start <= span[0] and span[1] <= place.end


def _kinds_within(markers: Sequence[ClauseMarker], start: int, end: int) -> list[str]:
    return [marker.kind for marker in markers if start <= marker.start and marker.end <= end]


def _markers_in(facts: ParagraphFacts, sentence: TextSentence, gap: slice) -> list[str] | None:
    """Return the kinds of the markers in a gap; None where it has other words, too."""
    if any(facts.plain_words(sentence)[gap]):
        return None
    if gap.start == gap.stop:
        # A phrase around it, such as "are expected", is in both sentences.
        return []
    start, end = find_offsets(sentence, gap)
    return [marker.kind for marker in facts.markers if marker.start < end and start < marker.end]
