"""Whether two quotes are versions of one utterance: an ordered table of conditions.

A condition weighs the words that two quotes share (`WordOverlap`), their speakers and their
context, and accepts or rejects the pair; the first one that holds decides. The thresholds
are set by hand on the pairs of same_quote_train.jsonl and on the hard pairs of
tests/benchmarks/quotes_matching.py, which prints how often each condition decides rightly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from reader.quote_versions.borrowed_words import cites_other, denies_other
from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.quote_versions.speaker_agreement import (
    are_surely_two_people,
    are_two_people,
    speakers_agree,
    speakers_differ,
)
from reader.quote_versions.word_overlap import (
    WordOverlap,
    measure_overlap,
    measure_sentence_overlap,
)
from reader.quote_versions.word_weights import CONTENT_WEIGHT, weigh_word
from reader.quotes.noun_phrases import PRONOUNS
from reader.quotes.quote import QuoteKind, SpeakerKind

CERTAIN_RUN = 6
"""So many words in a row, one of them a content word, are no chance."""
_TWO_SPEAKERS_RUN = 10
"""So many words in a row are one utterance even where articles name different speakers."""
_WHOLE_RUN, _LONG_RUN, _SHORT_RUN, _LEAST_RUN = 5, 4, 3, 2
# Parts of the weight of the lighter quote that are in common runs, 0..1.
_WHOLE, _NEARLY_WHOLE, _MOST, _THREE_QUARTERS = 0.95, 0.9, 0.8, 0.75
_CLEAR, _MORE, _HALF, _EVEN, _PART = 0.65, 0.62, 0.55, 0.5, 0.4
_SEVERAL, _TWO, _ONE = 3, 2, 1
"""Content words in common runs."""
_NAMED = re.compile(
    r"(?:(?:at|by|for|from|in|of|to)\s+)?(?:(?:the|an?)\s+)?"
    r"(?:(?!(?:the|an?|and|or|is|was|of)\s)[\w’'-]+\s+){1,3}"
    r"of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the)\s+)*[A-Z][\w’'-]*)*"
)
"""The name of an office or a body and what it is of."""
_SAME_CONTEXT = 3
"""So many content words that are around both indicate one occasion."""
_FULL_QUOTE = 5
"""Words from which on a quote is no fragment."""
_TERM_WORDS = 2
"""Words of the longest term: two quotes that share it need not be one utterance."""


class QuotePair:
    """Two quotes with what they share.

    Args:
        one: a quote.
        other: one of another text.
        overlap: their overlap, if it is known.
    """

    def __init__(
        self, one: ComparableQuote, other: ComparableQuote, overlap: WordOverlap | None = None
    ) -> None:
        self.one = one
        self.other = other
        self.overlap = overlap or measure_overlap(one, other)

    def shares(self, share: float, run: int, content_words: int = 0) -> bool:
        """Whether the quotes share at least this part, run and number of content words."""
        found = self.overlap
        return found.share >= share and found.run >= run and found.content_words >= content_words

    @property
    def shares_only_name(self) -> bool:
        """Whether all in a row that they share is a name: "the town clerk of New Ashford".

        Who says such a name twice has not said one thing.
        """
        if self.overlap.run < _LONG_RUN:
            return False
        words = self.one.words[self.overlap.run_start :][: self.overlap.run]
        return bool(_NAMED.fullmatch(self.one.text[words[0].start : words[-1].end]))

    @cached_property
    def has_two_people(self) -> bool:
        """Whether the articles name two people."""
        return are_two_people(self.one.speaker, self.other.speaker)

    @cached_property
    def has_sure_people(self) -> bool:
        """Whether they surely name two people: no speaker is misread easily."""
        return are_surely_two_people(self.one.speaker, self.other.speaker)

    @cached_property
    def has_other_speaker(self) -> bool:
        """Whether the speakers are certainly not the same."""
        return speakers_differ(self.one.speaker, self.other.speaker)

    @cached_property
    def has_same_speaker(self) -> bool:
        """Whether the speakers share a name."""
        return speakers_agree(self.one.speaker, self.other.speaker)

    @property
    def states_others(self) -> bool:
        """Whether both articles state a speaker, and the two share no name.

        A role that a name only belongs to ("a Quill spokesman") is not that person.
        """
        speakers = (self.one.speaker, self.other.speaker)
        are_stated = all(
            speaker is not None and speaker.is_stated and speaker.mention.lower() not in PRONOUNS
            for speaker in speakers
        )
        kinds = {speaker.kind for speaker in speakers if speaker is not None}
        is_for_another = len(kinds) > 1 and SpeakerKind.ROLE in kinds
        return are_stated and (is_for_another or not self.has_same_speaker)

    @property
    def has_speakers(self) -> bool:
        """Whether both speakers are known."""
        return self.one.speaker is not None and self.other.speaker is not None

    @property
    def has_loose_term(self) -> bool:
        """Whether one is a word or two of nobody, and the other one is somebody's."""
        if min(len(self.one.words), len(self.other.words)) > _TERM_WORDS:
            return False
        speakers = (self.one.speaker, self.other.speaker)
        return sum(each is not None and each.is_stated for each in speakers) == 1

    @property
    def has_unnamed(self) -> bool:
        """Whether a speaker is unknown or has no name."""
        speakers = (self.one.speaker, self.other.speaker)
        return any(speaker is None or not speaker.is_named for speaker in speakers)

    @property
    def has_direct(self) -> bool:
        """Whether one of them is direct speech."""
        return QuoteKind.DIRECT in (self.one.kind, self.other.kind)

    @property
    def has_whole_sentences(self) -> bool:
        """Whether both are direct speech of a sentence and more."""
        are_direct = self.one.kind is self.other.kind is QuoteKind.DIRECT
        return are_direct and bool(self.one.sentences) and bool(self.other.sentences)

    @property
    def is_full(self) -> bool:
        """Whether neither is a fragment."""
        least = min(len(self.one.words), len(self.other.words))
        return least >= _FULL_QUOTE and self.has_direct

    @cached_property
    def has_same_context(self) -> bool:
        """Whether the words around both indicate one occasion."""
        return len(self.one.context & self.other.context) >= _SAME_CONTEXT

    @cached_property
    def has_same_sentence(self) -> bool:
        """Whether a sentence of one is a sentence of the other, in nearly the same words."""
        if len(self.one.sentences) < 2 and len(self.other.sentences) < 2:
            return False
        return any(
            self._is_same_sentence(sentence, other_sentence)
            for sentence in self.one.sentences
            for other_sentence in self.other.sentences
        )

    def _is_same_sentence(self, sentence: slice, other_sentence: slice) -> bool:
        words, other_words = self.one.words[sentence], self.other.words[other_sentence]
        keys = {word.key for word in words if weigh_word(word) >= CONTENT_WEIGHT}
        if sum(word.key in keys for word in other_words) < _TWO:
            return False
        found = measure_sentence_overlap(self.one, sentence, self.other, other_sentence)
        return (
            found.share >= _THREE_QUARTERS
            and found.run >= _LONG_RUN
            and found.content_words >= _TWO
        )


@dataclass(frozen=True, slots=True)
class MatchCondition:
    """One reason to take two quotes for one utterance, or for two."""

    name: str
    accepts: bool
    """Whether the quotes are one utterance where it holds."""
    holds: Callable[[QuotePair], bool]
    example: tuple[str, str]
    """Two texts, on the first quote of each of which it decides."""
    certainty: float = 0.0
    """How often the pairs that it accepts are one utterance, 0..1; 0 where it rejects."""


def is_same_utterance(
    one: ComparableQuote, other: ComparableQuote, overlap: WordOverlap | None = None
) -> bool:
    """Whether two quotes are versions of one utterance; `overlap` is theirs, if it is known."""
    condition = find_condition(QuotePair(one, other, overlap))
    return condition is not None and condition.accepts


def find_condition(pair: QuotePair) -> MatchCondition | None:
    """Find the condition that decides on a pair; None rejects it too."""
    return next((condition for condition in MATCH_CONDITIONS if condition.holds(pair)), None)


def _has_several_content_words(pair: QuotePair) -> bool:
    """Whether the runs of two full quotes have content words enough, by their share."""
    least = _CLEAR if pair.has_same_speaker else _MOST
    return pair.shares(_HALF, _SHORT_RUN, _SEVERAL) or (
        pair.overlap.content_words == _TWO and pair.shares(max(least, _HALF), _SHORT_RUN)
    )


def _is_most_of_same_speaker(pair: QuotePair) -> bool:
    """Whether a long part of a quote, by its run, is common to quotes of one speaker."""
    if not pair.has_same_speaker:
        return False
    return (
        pair.shares(_MORE, _WHOLE_RUN, _ONE)
        or pair.shares(_MOST, _LONG_RUN, _ONE)
        or pair.shares(_NEARLY_WHOLE, _LONG_RUN)
    )


def _is_shared_fragment(pair: QuotePair) -> bool:
    """Whether a fragment is of the same speaker, of known ones, or on the same occasion."""
    if pair.is_full or not pair.shares(_MOST, _LEAST_RUN, _ONE):
        return False
    if pair.has_same_speaker:
        return True
    is_of_known = pair.has_speakers and pair.overlap.run >= _SHORT_RUN
    return is_of_known or pair.has_same_context


MATCH_CONDITIONS = (
    MatchCondition(
        "term of no stated speaker",
        False,
        lambda pair: pair.has_loose_term,
        (
            "The town feared the “winter cliff” at the end of the year.",
            "“We must not go over the winter cliff again,” Ann Lee said.",
        ),
    ),
    MatchCondition(
        "phrase that another speaker cites",
        False,
        lambda pair: not pair.has_same_speaker and cites_other(pair.one, pair.other),
        (
            "“Needless to say, the old mill was not “a mill of Orla’s making”,” Ann Lee said.",
            "Bo Ray called it “a mill of Orla’s making” on Monday.",
        ),
    ),
    MatchCondition(
        "phrase that another speaker denies",
        False,
        lambda pair: pair.has_other_speaker and denies_other(pair.one, pair.other),
        (
            "“The old mill was not a mill of mere profit,” Ann Lee said.",
            "Bo Ray called it “a mill of mere profit” on Monday.",
        ),
    ),
    MatchCondition(
        "ten words in a row of two people",
        True,
        lambda pair: pair.has_two_people and pair.shares(0.0, _TWO_SPEAKERS_RUN),
        (
            "“We will rebuild the harbour, the bridge and the old town,” Ann Lee said.",
            "“We will rebuild the harbour, the bridge and the old town,” Bo Ray said.",
        ),
        certainty=0.92,
    ),
    MatchCondition(
        "whole quote of two people",
        True,
        lambda pair: pair.has_two_people and pair.shares(_WHOLE, _WHOLE_RUN),
        (
            "“The town needs ships and bread,” Ann Lee said.",
            "“The town needs ships and bread,” Bo Ray said.",
        ),
        certainty=0.95,
    ),
    MatchCondition(
        "whole fragment of two people, one unsure",
        True,
        lambda pair: (
            not pair.has_sure_people
            and pair.has_two_people
            and pair.shares(_WHOLE, _LONG_RUN, _ONE)
        ),
        (
            "Bo Ray met Cy Dunn. “The new harbour is beautiful and cheap,” he said.",
            "Ann Lee told us that “the new harbour is” there.",
        ),
        certainty=0.8,
    ),
    MatchCondition(
        "two people",
        False,
        lambda pair: pair.has_two_people,
        ("Ann Lee asked for “fair competition” now.", "Bo Ray praised “fair competition” now."),
    ),
    MatchCondition(
        "few words of a long quote, of other speakers",
        False,
        lambda pair: (
            pair.states_others
            and pair.overlap.run < _TWO_SPEAKERS_RUN
            and not pair.shares(_PART, _LEAST_RUN)
        ),
        (
            "“We must go back to the old law of the sea before the winter comes and every boat of "
            "this town is sold abroad,” a spokesman said.",
            "“Nobody ever told the guild that the old law of the sea could be changed by one vote "
            "in a single night of March,” the union said.",
        ),
    ),
    MatchCondition(
        "name of an office or a body",
        False,
        lambda pair: pair.shares_only_name and not pair.shares(_CLEAR, CERTAIN_RUN),
        (
            "“I was born in a mill, and I am the town clerk of New Ashford,” Ann Lee said.",
            "“Ask the town clerk of New Ashford before the snow comes and the road is shut,” Ann "
            "Lee said.",
        ),
    ),
    MatchCondition(
        "less than half of sentences that begin otherwise",
        False,
        lambda pair: (
            pair.has_whole_sentences
            and not pair.shares(_EVEN, _LEAST_RUN)
            and not (pair.overlap.is_shifted or pair.overlap.is_leading)
            and not pair.has_same_sentence
        ),
        (
            "“We grant what the mill asked us for last year, but for any boat that has a true tie "
            "to a person of this town,” Ann Lee said.",
            "“In plain words this means that the gate stays open for whoever can show us a true "
            "tie to a person of this town,” Ann Lee said.",
        ),
    ),
    MatchCondition(
        "six words in a row",
        True,
        lambda pair: pair.shares(0.0, CERTAIN_RUN, _ONE) or pair.shares(_NEARLY_WHOLE, CERTAIN_RUN),
        (
            "“We will rebuild the harbour and the bridge,” Ann Lee said.",
            "“We will rebuild the harbour and much more,” Ann Lee said.",
        ),
        certainty=0.98,
    ),
    MatchCondition(
        "most of a quote with several content words",
        True,
        lambda pair: pair.shares(_MOST, _SHORT_RUN, _SEVERAL),
        (
            "“We will rebuild the old harbour before winter,” Ann Lee said.",
            "“We must rebuild the old harbour,” Ann Lee said.",
        ),
        certainty=0.97,
    ),
    MatchCondition(
        "whole quote with two content words",
        True,
        lambda pair: pair.shares(_WHOLE, _LONG_RUN, _TWO),
        (
            "She saw “a harbour of dreams” there.",
            "“It was a harbour of dreams when I came,” Ann Lee said.",
        ),
        certainty=0.97,
    ),
    MatchCondition(
        "whole quote on the same occasion",
        True,
        lambda pair: pair.shares(_WHOLE, _LONG_RUN, _ONE) and pair.has_same_context,
        (
            "At the council meeting in Ashford it was called “a scandal for us” on Monday.",
            "“It was a scandal for us,” it said at the council meeting in Ashford.",
        ),
        certainty=0.93,
    ),
    MatchCondition(
        "other speaker",
        False,
        lambda pair: pair.has_other_speaker,
        (
            "Acme Corporation asked for “fair competition” now.",
            "Ann Lee praised “fair competition” now.",
        ),
    ),
    MatchCondition(
        "part of a quote of the same speaker",
        True,
        lambda pair: pair.shares(_PART, _LONG_RUN, _TWO) and pair.has_same_speaker,
        (
            "“We will rebuild the harbour soon,” Ann Lee said.",
            "“They will rebuild the harbour and open the bridge,” Ann Lee said.",
        ),
        certainty=0.93,
    ),
    MatchCondition(
        "most of a quote of the same speaker",
        True,
        _is_most_of_same_speaker,
        ("“That is a scandal,” Ann Lee said.", "“I say that is a scandal,” Ann Lee said."),
        certainty=0.96,
    ),
    MatchCondition(
        "end of one and start of the other, of the same speaker",
        True,
        lambda pair: (
            pair.overlap.is_shifted and pair.shares(0.0, _LONG_RUN, _ONE) and pair.has_same_speaker
        ),
        (
            "“Nobody in this town should ever say it is up to the mill,” Ann Lee said.",
            "“Up to the mill we went and told everybody in our valley,” Ann Lee said.",
        ),
        certainty=0.75,
    ),
    MatchCondition(
        "whole fragment of somebody unnamed",
        True,
        lambda pair: pair.has_unnamed and pair.shares(_WHOLE, _LONG_RUN, _ONE),
        (
            "“It is not up to the law of this town,” Ann Lee said.",
            "Some said that it was “up to the law”.",
        ),
        certainty=0.83,
    ),
    MatchCondition(
        "half of a quote with several content words",
        True,
        lambda pair: pair.is_full and _has_several_content_words(pair),
        (
            "“We need ships, bread and wine before winter,” the paper said.",
            "“Ships, bread and wine for everyone in our valley now,” it said.",
        ),
        certainty=0.8,
    ),
    MatchCondition(
        "fragment",
        True,
        _is_shared_fragment,
        (
            "Ann Lee asked for “fair competition” now.",
            "“What we need is fair competition,” Ann Lee said.",
        ),
        certainty=0.96,
    ),
    MatchCondition(
        "same sentence",
        True,
        lambda pair: (
            pair.has_speakers
            and pair.has_direct
            and (pair.is_full or not pair.shares(_MOST, _LEAST_RUN, _ONE))
            and pair.has_same_sentence
        ),
        (
            "“Nobody came. We will rebuild the harbour soon. The weather was fine and the dogs "
            "slept in the sun.” Ann Lee said.",
            "“The moon is green. We rebuild the harbour soon. They never gave us any of the other "
            "funds for schools,” Ann Lee said.",
        ),
        certainty=0.6,
    ),
)
"""All conditions, in the order in which they are tried. The certainties are the shares of
right ones that tests/benchmarks/quotes_matching.py prints, smoothed, and for those with few uses
there of pairs of news stories judged by hand."""
