"""What stands beside a modal verb that one of two sentences lacks, and says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values import Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story.differences.sentence_pairs import SentencePair, TextSentence
    from reader.text.values import ClauseMarker

_LIMITS = ("up to", "as much as", "as many as", "at most", "maximum")
_LIMIT_REACH = 6
"""Words after a verb in which what it is at most stands."""
_ASKING = frozenset({"whether", "how", "why"})
_ASKED_REACH = 6
"""Words before a verb in which the word is that makes it a question."""
_JOINING = frozenset({"and", "or"})
_POSSIBLE = frozenset({Modality.POSSIBLE.value, Modality.ABLE.value})


def tells_limit(pair: SentencePair, gap: tuple[slice, slice]) -> bool:
    """Return whether both say how much may come: "faces up to six years", "could face up to"."""
    return all(
        _has_limit(side.words[part.start : part.stop + _LIMIT_REACH])
        for side, part in ((pair.here, gap[0]), (pair.there, gap[1]))
    )


def is_governed(sentence: TextSentence, gap: slice, markers: Sequence[ClauseMarker]) -> bool:
    """Return whether a verb after "and" has the modal of the verb before it: "can harm and send".

    Args:
        sentence: the one without a modal in the gap.
        gap: where the other sentence has one.
        markers: the negations and modal verbs of its paragraph.
    """
    beside = sentence.words[max(0, gap.start - 1) : gap.stop]
    if not gap.start or _JOINING.isdisjoint(beside):
        return False
    end = sentence.tokens[gap.start - 1].end
    return any(
        marker.kind in _POSSIBLE and sentence.start <= marker.start and marker.end <= end
        for marker in markers
    )


def is_asked(sentence: TextSentence, gap: slice) -> bool:
    """Return whether it is told as a question and not as a fact: "whether the ferry sank"."""
    return not _ASKING.isdisjoint(sentence.words[max(0, gap.start - _ASKED_REACH) : gap.start])


def _has_limit(words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {limit} " in text for limit in _LIMITS)
