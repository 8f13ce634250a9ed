"""Speakers that are no named persons: bodies, offices, groups, documents, persons without a name.

One of them may be called by its whole name and by a short one: "the House Ethics Committee" and
"that committee", "American Road Union" and "ARU".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.quotes import SpeakerKind
from reader.quotes.speaker_kinds import find_head
from reader.story.reported_speech.speech import Speech
from reader.text.words import word_key

OtherKey = tuple[SpeakerKind, str]
"""The kind of a speaker, one for all bodies, and its words without an article."""

NEAR_CHARS = 600
"""Between what a speaker says and what it is given to say by a shorter name."""
_ARTICLES = ("the ", "a ", "an ", "that ", "this ", "another ")
_INDEFINITE = ("a ", "an ", "another ", "one ")
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.OFFICE, SpeakerKind.UNKNOWN)
_JOINED = (
    *(SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION, SpeakerKind.SPOKESPERSON, SpeakerKind.ROLE),
    SpeakerKind.GROUP,
)
"""Kinds of which one word with "the" is the longer name before."""
_LONG = r"(?:[A-Z][\w.’'&-]*(?:,? (?:(?:of|for|and|on|to|in|against|the|&) )*)){1,8}"
_SHORT = re.compile(r"\(((?:[A-Z]\.?){2,8})\)")
"""A short form in brackets, with the name before it: "the American Road Union (ARU)"."""
_BEFORE_SHORT = re.compile(rf"(?<!\w){_LONG}$")
_LONGEST_NAME = 200
"""Characters before a short form in which the name is read."""
_LEAST_LETTERS, _MOST_LETTERS = 2, 8
"""Letters of a short form."""
_STATES = frozenset(("u.s", "us", "u.k", "uk", "united", "states", "american", "national"))
"""Words that a short form may leave out at the start of a name."""


@dataclass(slots=True)
class OtherSpeaker:
    """A speaker of one article that is no named person, with the words for it."""

    name: str
    kind: SpeakerKind
    speeches: list[Speech] = field(default_factory=list)


def make_key(name: str, kind: SpeakerKind) -> OtherKey:
    """Return the key under which the speeches of a speaker are counted."""
    lower = name.lower()
    for article in _ARTICLES:
        lower = lower.removeprefix(article)
    words = " ".join(word_key(word).replace(".", "") for word in lower.split())
    return SpeakerKind.ORGANISATION if kind in _BODIES else kind, words


def join_short_names(others: dict[OtherKey, OtherSpeaker]) -> None:
    """Count what "the report" says for the only report of the article with a longer name near.

    A name with a capital that ends a longer one is the same body anywhere: "Courier" of "Ashford
    Courier".
    """
    for key in list(others):
        short = others[key]
        if key[0] not in _JOINED or " " in key[1] or short.name.lower().startswith(_INDEFINITE):
            continue
        fuller = [each for each in others if each != key and _is_longer(each, key, others)]
        if len(fuller) == 1:
            whole = others[fuller[0]]
            whole.speeches += others.pop(key).speeches
            whole.speeches.sort(key=lambda speech: speech.spans[0])


def _is_longer(key: OtherKey, short: OtherKey, others: Mapping[OtherKey, OtherSpeaker]) -> bool:
    """Return whether a speaker's name is the longer one of a short name."""
    if key[0] is not short[0] or " " not in key[1]:
        return False
    one, other = others[key], others[short]
    if other.name[:1].isupper() and not other.name.startswith(("The ", "That ", "This ")):
        return key[1].endswith(f" {short[1]}")
    is_head = key[1].endswith(f" {short[1]}") or find_head(one.name) == short[1]
    return is_head and _is_near(one, other)


def _is_near(one: OtherSpeaker, other: OtherSpeaker) -> bool:
    """Return whether two speakers say something one right after the other."""
    distances = (
        abs(second.spans[0][0] - first.spans[-1][1])
        for first in one.speeches
        for second in other.speeches
    )
    return min(distances) <= NEAR_CHARS


def find_row_keys(
    texts: Sequence[str], others: Sequence[Mapping[OtherKey, OtherSpeaker]]
) -> dict[OtherKey, OtherKey]:
    """Return the key of the row of each speaker: short forms have that of the whole name.

    A short form is explained in brackets somewhere, or its letters are the first ones of the
    words of one name alone.

    Args:
        texts: the texts of the articles.
        others: the speakers of each.
    """
    explained = dict(pair for text in texts for pair in _find_explained(text))
    names = {key: other.name for each in others for key, other in each.items()}
    by_letters: dict[str, set[OtherKey]] = defaultdict(set)
    for key, name in names.items():
        if key[0] is SpeakerKind.ORGANISATION:
            for letters in _list_letters(name):
                by_letters[letters].add(key)
    rows: dict[OtherKey, OtherKey] = {}
    for key, name in names.items():
        letters = _read_letters(name)
        found = by_letters.get(letters, set()) - {key} if letters else set()
        whole = explained.get(letters)
        if whole is not None and make_key(whole, key[0]) in names:
            rows[key] = make_key(whole, key[0])
        else:
            rows[key] = found.pop() if len(found) == 1 else key
    return rows


def _find_explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield the short forms in brackets, as letters, with the names before them."""
    for match in _SHORT.finditer(text):
        name = _BEFORE_SHORT.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is None:
            continue
        letters = match.group(1).replace(".", "").lower()
        words = name.group().split()
        for first in range(len(words)):
            if letters in _list_letters(" ".join(words[first:])):
                yield letters, " ".join(words[first:])
                break


def _read_letters(name: str) -> str:
    """Return the letters of a short form in lower case; empty for another name."""
    word = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    is_short = word.isalpha() and word.isupper() and _LEAST_LETTERS <= len(word) <= _MOST_LETTERS
    return word.lower() if is_short else ""


def _list_letters(name: str) -> set[str]:
    """Return the short forms that a name of several words may have, in lower case."""
    words = [word for word in name.split() if word[0].isupper() and word != "The"]
    found: set[str] = set()
    while len(words) >= _LEAST_LETTERS:
        found.add("".join(word[0].lower() for word in words))
        if words[0].rstrip(".").lower() not in _STATES:
            break
        words = words[1:]
    return {letters for letters in found if len(letters) > _LEAST_LETTERS}
