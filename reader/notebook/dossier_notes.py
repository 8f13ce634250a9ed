"""Selects the part of a notebook for a dossier: only entries about its articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.articles import Article, ParagraphKind, clean_line
from reader.notebook.entries import LONGEST_NAME, Entry, KnownArticle
from reader.notebook.exchange import Correction, NotesDocument
from reader.notebook.text_index import TextIndex
from reader.sources.formats.dossiers import strip_folders


class SelectedNotes(NamedTuple):
    """The entries about some articles, for a dossier."""

    document: NotesDocument
    left_out: int
    """Entries left out because they are also about other articles, whose words they contain."""


def select_notes(
    articles: Sequence[Article],
    entries: Iterable[Entry],
    known: Mapping[str, KnownArticle],
    corrections: Mapping[str, Mapping[int, ParagraphKind]],
) -> SelectedNotes:
    """Return the entries about some articles and no others, without the folders of this machine.

    Args:
        articles: the articles.
        entries: the user's notes and claims.
        known: the articles that the entries are about, by the key of their text.
        corrections: the kinds of paragraphs by their numbers from 1, by the key of a text.
    """
    entries = tuple(entries)
    index = TextIndex(articles)
    placed = index.place_entries(entries, known).entries
    complete = {each.entry.id: each.entry for each in placed if all(each.places)}
    lost = {entry.id: entry for entry in index.find_lost(entries, known)}
    chosen = (complete | lost).values()
    described = {each.text_key: each for each in index.describe_articles()}
    keys = {*described, *(anchor.text_key for entry in chosen for anchor in entry.anchors)}
    shown = {_absolute(article.source): article.source for article in articles}
    about = dict(known) | described
    return SelectedNotes(
        NotesDocument(
            tuple(
                replace(entry, story=tuple(key for key in entry.story if key in keys))
                for entry in chosen
            ),
            tuple(_without_folders(about[key], shown) for key in keys if key in about)
            if chosen
            else (),
            (),
            tuple(
                Correction(key, number, kind)
                for key in described
                for number, kind in corrections.get(key, {}).items()
            ),
        ),
        len(placed) - len(complete),
    )


def _without_folders(article: KnownArticle, shown: Mapping[str, str]) -> KnownArticle:
    """Return the description of an article with its source in a dossier."""
    source = shown.get(article.source, article.source)
    return replace(article, source=clean_line(strip_folders(source), LONGEST_NAME))


def _absolute(source: str) -> str:
    return source if "://" in source else clean_line(os.path.abspath(source), LONGEST_NAME)
