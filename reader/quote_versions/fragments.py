"""Quoted fragments that stand alone, tied to the fuller quote that has their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from reader.quote_versions.utterance_matching import Spoken, is_content_word, speakers_agree
from reader.quote_versions.versions import MAX_FRAGMENT_WORDS, Version, stem_key, version_of
from reader.quote_versions.word_edits import printed_words, word_key
from reader.quotes import Speaker

_ASK_EVERY = 64
_MOST_HOLDERS = 400
"""A fragment of words that are all in more fuller quotes than this can be of any of them."""
_REACH = 12
"""Words of the fuller quote within which all words of a fragment stand."""


def add_fragments(
    texts: Sequence[str],
    items: Sequence[Sequence[Spoken]],
    groups: list[list[Spoken]],
    versions: list[list[Version]],
    pause: Callable[[], None],
) -> None:
    """Tie fragments that stand alone to the one fuller quote that has their words.

    A fragment needs the same speaker, stated or named in its paragraph, and all its
    heavier words close together in the fuller quote. `pause` is called often; it may raise an
    error to stop the work.
    """
    alone = {id(group[0]): number for number, group in enumerate(groups) if len(group) == 1}
    fuller = [
        number for number, group in enumerate(groups) if len(group[0].words) > MAX_FRAGMENT_WORDS
    ]
    stems: dict[int, list[str]] = {}
    holders: dict[str, set[int]] = defaultdict(set)
    for number in fuller:
        if number % _ASK_EVERY == 0:
            pause()
        stems[number] = [stem_key(word.key) for word in groups[number][0].words]
        for stem in stems[number]:
            holders[stem].add(number)
    for place, item in enumerate(item for found in items for item in found):
        if place % _ASK_EVERY == 0:
            pause()
        if len(item.words) > MAX_FRAGMENT_WORDS or (len(item.words) > 1 and id(item) not in alone):
            continue
        wanted = [stem_key(word.key) for word in item.words if is_content_word(word)]
        if not wanted or (len(item.words) == 1 and len(item.words[0].key) < 6):
            continue
        held = sorted((holders.get(stem, set()) for stem in set(wanted)), key=len)
        if len(held[0]) > _MOST_HOLDERS:
            continue
        fitting = (
            number
            for number in set.intersection(*held)
            if groups[number][0].document != item.document
            and _within_reach(stems[number], wanted)
            and _spoken_by(item, groups[number][0].speaker)
        )
        only = list(islice(fitting, 2))
        if len(only) != 1:
            continue
        certainty = 0.7 if len(wanted) > 1 else 0.4
        versions[only[0]].append(version_of(texts[item.document], [item], certainty))
        if id(item) in alone:
            versions[alone[id(item)]].clear()


def _within_reach(stems: list[str], wanted: list[str]) -> bool:
    places = [[i for i, stem in enumerate(stems) if stem == want] for want in wanted]
    for first in places[0]:
        if all(any(abs(i - first) <= _REACH for i in other) for other in places[1:]):
            return True
    return False


def _spoken_by(item: Spoken, speaker: Speaker | None) -> bool:
    if speaker is None:
        return False
    if item.speaker is not None:
        return speakers_agree(item.speaker, speaker)
    return _surname(speaker.name) in item.context


@lru_cache(maxsize=4_096)
def _surname(name: str) -> str:
    return word_key((printed_words(name, 0, len(name)) or [""])[-1])
