"""Finds the places of entries in the articles that are open.

An entry belongs to words. Its article is the one with the same text; else the one that is the same
article, moved or edited: from the same file or address, or with more than half of its paragraphs.
There it is at the paragraph with the same words.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from reader.articles import Article, Clean, Passage, Place, clean_line
from reader.notebook.entries import (
    KNOWN_DIGITS,
    LONGEST_NAME,
    LONGEST_WORDS,
    MOST_ANCHORS,
    MOST_IN_STORY,
    MOST_PARAGRAPHS,
    Anchor,
    Entry,
    KnownArticle,
)
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_keys import hash_paragraphs, hash_text, hash_words

SAME_ARTICLE_SHARE = 0.5
"""Two states of one article have more than this share, 0..1, of the paragraphs of the shorter one
in common: with less, two outlets that print parts of one report would be one article."""


class TextIndex:
    """The paragraphs of open articles by the keys of their words, worked out when first used.

    Args:
        articles: the articles, in the order of their positions.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)

    @cached_property
    def text_keys(self) -> tuple[str, ...]:
        """The keys of the texts of the articles."""
        return tuple(map(hash_text, self.articles))

    @property
    def paragraph_keys(self) -> tuple[str, ...]:
        """The keys of the words of all paragraphs, each once."""
        return tuple(self._positions)

    def place_entries(
        self, entries: Iterable[Entry], known: Mapping[str, KnownArticle]
    ) -> PlacedEntries:
        """Return the entries of which something is open, at their places.

        Args:
            entries: the entries.
            known: the articles that they are about, by the key of their text.
        """
        placed = [
            PlacedEntry(entry, tuple(self._find(anchor, known) for anchor in entry.anchors))
            for entry in entries
        ]
        return PlacedEntries(
            replace(each, written_on=self._name_others(each, known))
            for each in placed
            if any(each.places)
        )

    def _name_others(
        self, placed: PlacedEntry, known: Mapping[str, KnownArticle]
    ) -> tuple[Clean, ...]:
        """Return the labels of the articles of an entry that are called otherwise here."""
        found: dict[Clean, None] = {}
        for anchor, place in zip(placed.entry.anchors, placed.places, strict=True):
            before = known.get(anchor.text_key)
            if place is not None and before is not None and self._is_other(place.article, before):
                found[before.label] = None
        return tuple(found)

    def _is_other(self, number: int, before: KnownArticle) -> bool:
        """Return whether an open article has another name and another source than one before."""
        article = self.articles[number]
        label = clean_line(article.base_label, LONGEST_NAME)
        # What distinguishes open articles of one name follows it.
        has_name = before.label == label or before.label.startswith(f"{label}, ")
        return not has_name and _absolute(article.source) != before.source

    def find_states(self, known: Mapping[str, KnownArticle]) -> frozenset[str]:
        """Return the keys of the articles that are open, as they are now or as they were before.

        An article with another text is one of these, edited, where it has paragraphs in common
        with it and the same file or address, or more than half of them and the same label: copy
        of an agency in two outlets is two articles.

        Args:
            known: articles by the key of their text.
        """
        open_now = {key[:KNOWN_DIGITS] for keys in self._paragraphs for key in keys}
        found = set(known.keys() & set(self.text_keys))
        for text_key, before in known.items():
            is_possible = text_key not in found and not open_now.isdisjoint(before.paragraphs)
            if is_possible and any(
                self._is_edited(number, before) for number in range(len(self.articles))
            ):
                found.add(text_key)
        return frozenset(found)

    def _is_edited(self, number: int, before: KnownArticle) -> bool:
        """Return whether an open article is one that had another text before."""
        article, share = self.articles[number], self._share_in_common(number, before)
        if share > SAME_ARTICLE_SHARE and clean_line(article.label, LONGEST_NAME) == before.label:
            return True
        return share > 0 and _absolute(article.source) == before.source

    def find_lost(
        self, entries: Iterable[Entry], known: Mapping[str, KnownArticle]
    ) -> tuple[Entry, ...]:
        """Return the entries that are about the open articles, but about none of their paragraphs.

        Args:
            entries: the entries.
            known: the articles that they are about, by the key of their text.
        """
        states = self.find_states(known)
        return tuple(
            entry
            for entry in entries
            if any(anchor.text_key in states for anchor in entry.anchors)
            and not any(self._find(anchor, known) for anchor in entry.anchors)
        )

    def make_anchor(self, passage: Passage) -> Anchor:
        """Return the anchor of a passage of one of the articles."""
        return Anchor(
            text_key=self.text_keys[passage.article_position],
            paragraph_key=hash_words(passage.paragraph.text),
            number=passage.number,
            words=Clean(passage.text[:LONGEST_WORDS]),
            is_whole=len(passage.text) == len(passage.paragraph.text),
        )

    def make_entry(
        self, entry: Entry, passages: Sequence[Passage], words: Sequence[str] = ()
    ) -> Entry:
        """Return an entry with the anchors of passages of the articles.

        Args:
            entry: the entry, without anchors.
            passages: paragraphs or parts of them, at most `MOST_ANCHORS`.
            words: the words of the first passages, where they continue beyond these.
        """
        anchors = [self.make_anchor(passage) for passage in passages[:MOST_ANCHORS]]
        for position, meant in enumerate(words[: len(anchors)]):
            anchors[position] = replace(
                anchors[position], words=Clean(meant[:LONGEST_WORDS]), is_whole=False
            )
        return replace(entry, anchors=tuple(anchors), story=self.text_keys[:MOST_IN_STORY])

    def describe_articles(self) -> tuple[KnownArticle, ...]:
        """Return the descriptions of the articles that are stored beside entries about them."""
        return tuple(
            KnownArticle(
                text_key,
                clean_line(article.label, LONGEST_NAME),
                clean_line(article.heading, LONGEST_NAME),
                _absolute(article.source),
                tuple(key[:KNOWN_DIGITS] for key in keys[:MOST_PARAGRAPHS]),
            )
            for article, text_key, keys in zip(
                self.articles, self.text_keys, self._paragraphs, strict=True
            )
        )

    @cached_property
    def _paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the paragraphs of every article."""
        return tuple(map(hash_paragraphs, self.articles))

    @cached_property
    def _positions(self) -> Mapping[str, Sequence[Place]]:
        """Where the paragraphs with each key are."""
        positions: dict[str, list[Place]] = defaultdict(list)
        for article, keys in enumerate(self._paragraphs):
            for paragraph, key in enumerate(keys):
                positions[key].append(Place(article, paragraph))
        return positions

    def _find(self, anchor: Anchor, known: Mapping[str, KnownArticle]) -> Place | None:
        """Return the paragraph of an anchor: in its article, nearest to where it was."""
        places = self._positions.get(anchor.paragraph_key, ())
        article = self._find_article(anchor.text_key, known, {place.article for place in places})
        return min(
            (place for place in places if place.article == article),
            key=lambda place: abs(place.paragraph + 1 - anchor.number),
            default=None,
        )

    def _find_article(
        self, text_key: str, known: Mapping[str, KnownArticle], candidates: Iterable[int]
    ) -> int | None:
        """Return which of some articles is the one with a text, or the same one edited."""
        among = sorted(candidates)
        for article in among:
            if self.text_keys[article] == text_key:
                return article
        before = known.get(text_key)
        if before is None:
            return None
        likeness = {article: self._share_in_common(article, before) for article in among}
        same = [
            article
            for article in among
            if likeness[article] > SAME_ARTICLE_SHARE
            or _absolute(self.articles[article].source) == before.source
        ]
        return max(same, key=lambda article: likeness[article], default=None)

    def _share_in_common(self, article: int, before: KnownArticle) -> float:
        now = {key[:KNOWN_DIGITS] for key in self._paragraphs[article]}
        then = set(before.paragraphs)
        return len(now & then) / max(1, min(len(now), len(then)))


def means_words(anchor: Anchor, words: str) -> bool:
    """Return whether an anchor means these words, however they are printed."""
    return hash_words(anchor.words) == hash_words(words[:LONGEST_WORDS])


def _absolute(source: str) -> Clean:
    """Return the absolute path of a file, and any other source as it is."""
    if "://" not in source and os.path.exists(source):
        source = os.path.abspath(source)
    return clean_line(source, LONGEST_NAME)
