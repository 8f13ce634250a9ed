"""One utterance as several articles carry it: its versions and what was done to them.

Versions are found by words and not by marks. Quotes are matched in `reader.quotes.
matching`; here they are gathered round the fullest version, fragments and indirect
speech are added with their lower certainty, and every quoted version is compared with
the base word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from reader.articles import Article
from reader.errors import StoppedError
from reader.quote_versions.fragments import add_fragments
from reader.quote_versions.indirect_speech import add_paraphrases
from reader.quote_versions.utterance_matching import (
    MOST_PLACES,
    SURE_RUN,
    Spoken,
    likeness,
    runs_of_words,
    same_utterance,
    spoken,
)
from reader.quote_versions.versions import SharedQuote, Version, VersionForm, compared, version_of
from reader.quotes import Quote, find_quotes
from reader.quotes.offsets import ArticleText

__all__ = [
    "SharedQuote",
    "Version",
    "VersionForm",
    "all_quotes",
    "find_versions",
    "shared_quotes",
    "shared_quotes_of_texts",
]

_FINDING, _PAIRING, _TELLING = 0.5, 0.65, 0.95
"""Shares of the work that are done when a stage is."""
_ASK_EVERY = 64
_MOST_COMPARED = 50
"""A quote is compared with so many others at most, those that share most runs of words with it."""
_COMPARED, _COMPARED_OF_ONE = 8, 2
"""A quote is compared with so many of the fullest versions of an utterance, and of one article."""

Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


class Step(Protocol):
    """Told the share done and, where it is new, what is being done."""

    def __call__(self, done: float, doing: str = "", /) -> None: ...


def shared_quotes(
    articles: Sequence[Article],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """The utterances that at least two of the articles carry, in most articles first.

    Args:
        articles: any number, in any order.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.
    """
    found = all_quotes(articles, progress=progress, cancelled=cancelled)
    return tuple(quote for quote in found if len(quote.articles) > 1)


def shared_quotes_of_texts(
    texts: Sequence[str],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """`shared_quotes` for plain texts, paragraphs separated by line breaks."""
    found = _Gathering(texts, _asking(progress, cancelled)).compared()
    return tuple(quote for quote in found if len(quote.articles) > 1)


def all_quotes(
    articles: Sequence[Article],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Every utterance of two words and more, as `shared_quotes` gives those of several articles.

    Those that one article alone carries follow, in the order of the articles and of their
    text. Titles of works are left out. Numbers go on from 1 over all of them.
    """
    texts = [ArticleText(article, position) for position, article in enumerate(articles)]
    found = _Gathering([each.text for each in texts], _asking(progress, cancelled)).compared()
    return tuple(_with_passages(quote, texts) for quote in found)


def _with_passages(quote: SharedQuote, texts: Sequence[ArticleText]) -> SharedQuote:
    versions = (
        replace(version, passages=texts[version.article].passages(version.spans))
        for version in quote.versions
    )
    return SharedQuote(quote.number, tuple(versions))


def find_versions(
    texts: Sequence[str],
    step: Step,
    *,
    indirect: bool = True,
    sentences: Sequence[Sequence[tuple[int, int]]] | None = None,
) -> list[list[Version]]:
    """The versions of every utterance of plain texts, compared with nothing yet.

    Args:
        texts: paragraphs separated by line breaks.
        step: called often, with the share done and what is being done.
        indirect: whether those in the reporters' words are looked for.
        sentences: where the sentences of every text stand, in order, if that is known.
    """
    return _Gathering(texts, step, sentences).versions(indirect=indirect)


def _asking(progress: Progress | None, cancelled: Cancelled | None) -> Step:
    def step(done: float, doing: str = "") -> None:
        if cancelled is not None and cancelled():
            raise StoppedError
        if progress is not None and doing:
            progress(done, doing)

    return step


class _Gathering:
    """The steps from texts to utterances, telling how far they are."""

    def __init__(
        self,
        texts: Sequence[str],
        step: Step,
        sentences: Sequence[Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self._texts = texts
        self._step = step
        self._sentences = sentences

    def versions(self, *, indirect: bool = True) -> list[list[Version]]:
        texts = self._texts
        found = self._found()
        items = []
        for number, text in enumerate(texts):
            self._step(_FINDING)
            items.append(spoken(number, text, found[number], short=True))
        groups, certainty = self._gathered(items)
        self._step(_PAIRING, "comparing the quotes")
        versions = []
        for number, group in enumerate(groups):
            if number % _ASK_EVERY == 0:
                self._step(_PAIRING)
            versions.append(_versions(texts, group, certainty))
        add_fragments(texts, items, groups, versions, lambda: self._step(_PAIRING))
        if indirect:
            self._step(_PAIRING, "looking for quotes in the reporters’ words")
            add_paraphrases(texts, versions, lambda: self._step(_PAIRING), self._sentences)
        return versions

    def compared(self) -> tuple[SharedQuote, ...]:
        versions = self.versions()
        self._step(_TELLING, "telling the versions apart")
        return self._compared(versions)

    def _found(self) -> list[list[Quote]]:
        whole = sum(len(text) for text in self._texts) or 1
        found: list[list[Quote]] = []
        before = 0
        for text in self._texts:
            self._step(_FINDING * before / whole, "finding the quotes")
            found.append(find_quotes(text))
            before += len(text)
        return found

    def _gathered(
        self, items: Sequence[Sequence[Spoken]]
    ) -> tuple[list[list[Spoken]], dict[int, float]]:
        """Groups of versions: every quote joins the fuller one it is most like.

        Those that share most with it are asked first, and none after one that surely is the same.
        With the groups, by the identity of a quote, how sure it is that it belongs there.
        """
        order = sorted(
            (item for found in items for item in found if len(item.words) > 1),
            key=lambda item: (-len(item.words), item.document, item.spans),
        )
        runs = []
        frequency: Counter[tuple[str, ...]] = Counter()
        for item in order:
            self._step(_FINDING, "comparing the quotes")
            runs.append(runs_of_words(item))
            frequency.update(runs[-1])
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        group_of: list[int] = []
        certainty: dict[int, float] = {}
        groups: list[list[Spoken]] = []
        known: list[list[int]] = []
        for number, item in enumerate(order):
            self._step(_FINDING)
            telling = [run for run in runs[number] if 1 < frequency[run] <= MOST_PLACES]
            shared = Counter(other for run in telling for other in holders[run])
            asked = sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_COMPARED]
            fuller: list[tuple[float, float, int]] = []
            for other in asked:
                found = _alike(order[other], item)
                if found is not None:
                    fuller.append((*found, -group_of[other]))
                    if found[1] == 1.0:
                        break
            if fuller:
                _, certainty[id(item)], negative = max(fuller)
                groups[-negative].append(item)
                group_of.append(-negative)
            else:
                group_of.append(len(groups))
                groups.append([item])
                known.append([])
            documents = known[group_of[number]]
            if len(documents) < _COMPARED and documents.count(item.document) < _COMPARED_OF_ONE:
                documents.append(item.document)
                for run in telling:
                    holders[run].append(number)
        return groups, certainty

    def _compared(self, versions: Sequence[Sequence[Version]]) -> tuple[SharedQuote, ...]:
        """Every group with its fullest version first and the others compared with it."""
        shared: list[tuple[Version, ...]] = []
        alone: list[tuple[Version, ...]] = []
        for number, group in enumerate(versions):
            if number % _ASK_EVERY == 0:
                self._step(_TELLING)
            if not group:
                continue
            base = max(
                group, key=lambda v: (v.form is VersionForm.DIRECT, len(v.words), -v.article)
            )
            others = [compared(version, base) for version in group if version is not base]
            several = any(version.article != base.article for version in others)
            ladder = (compared(base, base), *sorted(others, key=_rank))
            (shared if several else alone).append(ladder)
        shared.sort(key=lambda vs: (-len({v.article for v in vs}), -len(vs[0].words)))
        alone.sort(key=lambda vs: (vs[0].article, vs[0].spans))
        return tuple(SharedQuote(number, group) for number, group in enumerate(shared + alone, 1))


def _alike(one: Spoken, other: Spoken) -> tuple[float, float] | None:
    """The weight of what two versions of one utterance share, and how sure it is that they are.

    None where they are none, or stand in one article.
    """
    if one.document == other.document:
        return None
    like = likeness(one, other)
    if not same_utterance(one, other, like):
        return None
    weight = like.share * min(one.weight, other.weight)
    return weight, 1.0 if like.run >= SURE_RUN else min(1.0, 0.4 + 0.6 * like.share)


def _rank(version: Version) -> tuple[bool, float, bool, int]:
    indirect = version.form is VersionForm.INDIRECT
    return indirect, -version.retained, version.form is VersionForm.PARTIAL, version.article


def _versions(
    texts: Sequence[str], group: Sequence[Spoken], certainty: dict[int, float]
) -> list[Version]:
    """The versions of a group; paragraphs of one utterance are one version."""
    together: dict[tuple[int, int], list[Spoken]] = defaultdict(list)
    for item in group:
        together[item.document, item.quotes[0].utterance].append(item)
    return [
        version_of(
            texts[items[0].document], items, max(certainty.get(id(item), 1.0) for item in items)
        )
        for items in together.values()
    ]
