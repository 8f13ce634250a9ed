"""Utterances that an article prints twice: in its body, and in a headline or a pull quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.quotes.quote import Speaker, Utterance
from reader.text.words import word_keys

LEAST_REPEATED = 5
"""Words in a row that nobody says twice by chance."""
_MOST_HOLDERS = 20
"""Utterances that share a run of words and are compared."""


def find_repeated(text: str, utterances: Sequence[Utterance]) -> frozenset[int]:
    """Return the numbers of the utterances whose words another one has in a row.

    Of two with the same words the first one with a stated speaker remains. Those of two stated
    speakers are two utterances.

    Args:
        text: the article.
        utterances: its utterances, in order.
    """
    words = [word_keys(utterance.words(text)) for utterance in utterances]
    printed = [_join(keys) for keys in words]
    # The fullest first, then those with a speaker: the others of a row repeat them.
    order = sorted(
        range(len(words)),
        key=lambda n: (-len(printed[n]), not _is_stated(utterances[n].first.speaker)),
    )
    holders: dict[str, list[int]] = defaultdict(list)
    repeated: set[int] = set()
    for number in order:
        runs = dict.fromkeys(_runs_of(words[number]))
        first = next(iter(runs), None)
        if first is not None and any(
            printed[number] in printed[other] and _may_be_one(utterances[number], utterances[other])
            for other in holders[first][:_MOST_HOLDERS]
        ):
            repeated.add(utterances[number].number)
            continue
        for run in runs:
            holders[run].append(number)
    return frozenset(repeated)


def _may_be_one(one: Utterance, other: Utterance) -> bool:
    """Whether two utterances are not stated of two speakers."""
    speaker, another = one.first.speaker, other.first.speaker
    if speaker is None or another is None or not (speaker.is_stated and another.is_stated):
        return True
    are_named = speaker.is_named and another.is_named
    return not are_named or speaker.name.split()[-1] == another.name.split()[-1]


def _is_stated(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.is_stated


def _runs_of(keys: Sequence[str]) -> Iterator[str]:
    """Yield the runs of as many words as nobody says twice by chance, in order."""
    for first in range(len(keys) - LEAST_REPEATED + 1):
        yield _join(keys[first : first + LEAST_REPEATED])


def _join(keys: Sequence[str]) -> str:
    return f" {' '.join(keys)} "
