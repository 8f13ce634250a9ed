"""Articles of any length for benchmarks: outlets that tell the same long story.

The words are made up, their frequencies are those of English prose: about half of the running
words are the commonest function words, the rest follow Zipf's law. Everything is drawn from a
fixed seed, so the same call always writes the same files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

OUTLETS = (
    "herald", "courier", "tribune", "observer", "gazette",
    "monitor", "chronicle", "dispatch", "examiner", "sentinel",
)  # fmt: skip
USUAL_OUTLETS = 5

CHAPTER = 100
"""Paragraphs after which the story's pattern repeats."""
TOLD_BY_ALL = 40
"""Paragraphs of a chapter that every outlet has, at its beginning."""
TOLD_BY_SOME = 30
"""Paragraphs of a chapter that an outlet has in common with one or two others."""

_COMMONEST_WORDS = """
the of to and a in that said for on with was is at by as it from has be have he but an are his
will not were had its they their who after which been would this about more also one when there
than or other up out into over last we if she her no between before during while
"""
_FUNCTION_WORDS = _COMMONEST_WORDS.split()
_SYLLABLES = [
    onset + vowel + coda
    for onset in ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "st", "pl")
    for vowel in "aeiou"
    for coda in ("", "n", "r", "s", "t", "l")
]
_VERBS = ("said", "told reporters", "added", "stressed", "insisted", "warned")


def write_articles(
    folder: Path,
    paragraphs: int,
    *,
    told_by_all: bool = False,
    short: bool = False,
    outlets: int = USUAL_OUTLETS,
) -> int:
    """Write one article of each outlet as a text file, a blank line between paragraphs.

    Args:
        folder: where to; it must exist.
        paragraphs: how many each article has.
        told_by_all: every paragraph is told by all outlets; else 40 of 100 are, 30 are
            shared by two or three outlets, and 30 stand in one article only.
        short: every paragraph is one sentence; else two to four, about 430 characters.
        outlets: how many there are, at most ten.

    Returns:
        The size of all files together in bytes.
    """
    names = OUTLETS[:outlets]
    tellers = [_Outlet(folder / f"{name}.txt", number) for number, name in enumerate(names)]
    story = _Story((1,) if short else (2, 3, 3, 4))
    for position in range(paragraphs):
        place = 0 if told_by_all else position % CHAPTER
        if place < TOLD_BY_ALL:
            shared = [(story.paragraph(), tellers)]
        elif place < TOLD_BY_ALL + TOLD_BY_SOME:
            mixed = story.random.sample(tellers, len(tellers))
            shared = [(story.paragraph(), mixed[:2]), (story.paragraph(), mixed[2:])]
        else:
            shared = [(story.paragraph(), [teller]) for teller in tellers]
        for sentences, having in shared:
            for teller in having:
                teller.tell(sentences)
    return sum(teller.write() for teller in tellers)


class _Story:
    """Makes up paragraphs of so many sentences, each a list of words."""

    def __init__(self, sentences: Sequence[int]) -> None:
        self._sentences = sentences
        self.random = random.Random(2024)
        content = self.random.sample(
            [first + second + third for first in _SYLLABLES[::3] for second in _SYLLABLES[1::7]
             for third in _SYLLABLES[2::19]],
            30_000,
        )  # fmt: skip
        self._words = _FUNCTION_WORDS + content
        half = sum(1 / (rank + 3) for rank in range(len(_FUNCTION_WORDS)))
        rest = sum(1 / (rank + 20) for rank in range(len(content)))
        self._weights = list(
            accumulate(
                [0.45 / half / (rank + 3) for rank in range(len(_FUNCTION_WORDS))]
                + [0.55 / rest / (rank + 20) for rank in range(len(content))]
            )
        )
        self._names = [
            f"{first.capitalize()} {last.capitalize()}"
            for first, last in zip(content[:400], content[-400:], strict=True)
        ]

    def paragraph(self) -> list[list[str]]:
        """The next paragraph; one sentence in ten is a quotation."""
        sentences = []
        for length in self.random.choices(range(14, 32), k=self.random.choice(self._sentences)):
            words = self.random.choices(self._words, cum_weights=self._weights, k=length)
            fate = self.random.random()
            if fate < 0.6:
                words[self.random.randrange(length)] = self.random.choice(self._names)
            if fate > 0.7:
                words[self.random.randrange(length)] = str(self.random.randrange(2, 3000))
            if fate > 0.9:
                speaker = self.random.choice(self._names)
                words = ["“" + words[0].capitalize(), *words[1:-1], words[-1] + ",”"]
                words += [speaker, self.random.choice(_VERBS)]
            else:
                words[0] = words[0][:1].upper() + words[0][1:]
            words[-1] += "."
            sentences.append(words)
        return sentences


class _Outlet:
    """One article in the making; it changes a word in ten of what it takes over."""

    def __init__(self, path: Path, number: int) -> None:
        self._path = path
        self._random = random.Random(number)
        self._paragraphs: list[str] = []

    def tell(self, sentences: list[list[str]]) -> None:
        told = list(sentences)
        if len(told) > 2 and self._random.random() < 0.3:
            del told[self._random.randrange(len(told))]
        self._paragraphs.append(" ".join(word for words in told for word in self._edited(words)))

    def write(self) -> int:
        data = ("\n\n".join(self._paragraphs) + "\n").encode()
        self._path.write_bytes(data)
        return len(data)

    def _edited(self, words: list[str]) -> Iterator[str]:
        for word in words:
            fate = self._random.random()
            if fate > 0.1 or not word.islower():
                yield word
            elif fate > 0.05:
                yield self._random.choice(_FUNCTION_WORDS)
