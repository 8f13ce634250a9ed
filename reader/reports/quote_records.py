"""Quotes as plain values for JSON, CSV and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.articles import Article
from reader.quotes import ArticlePlaces, Cue, Phrase, Quote, Speaker, find_quotes, join_paragraphs


def quotes_as_json(
    article: Article,
    quotes: Sequence[Quote] | None = None,
    *,
    shared: Mapping[tuple[int, int], int] | None = None,
) -> list[dict[str, Any]]:
    """The quotes of an article, one object each.

    Args:
        article: the article.
        quotes: its quotes, where they are known; offsets are those of `join_paragraphs(article)`.
        shared: the number of the shared quote that a span of the joined paragraphs belongs to.

    Returns:
        Objects with `article` (source), `paragraph` (number from 1), `start` and `end`
        (offsets in the paragraph's text), `text`, `kind`, `utterance`, `closed`,
        `speaker` ({name, mention, kind, confidence, paragraph, start, end} or null),
        `cue` ({text, lemma, stance, paragraph, start, end} or null), `addressee` and
        `setting` ({text, paragraph, start, end} or null) and `shared` (number or null).
    """
    text = join_paragraphs(article)
    places = ArticlePlaces(article)
    found = find_quotes(text) if quotes is None else quotes
    numbers = shared or {}
    return [
        {
            "article": article.source,
            **span_as_json(article, places, quote.start, quote.end),
            "text": text[quote.start : quote.end],
            "kind": quote.kind.value,
            "utterance": quote.utterance,
            "closed": quote.closed,
            "speaker": speaker_as_json(article, places, quote.speaker),
            "cue": cue_as_json(article, places, quote.cue),
            "addressee": phrase_as_json(article, places, quote.addressee),
            "setting": phrase_as_json(article, places, quote.setting),
            "shared": numbers.get((quote.start, quote.end)),
        }
        for quote in found
    ]


def span_as_json(article: Article, places: ArticlePlaces, start: int, end: int) -> dict[str, int]:
    """A span of the joined paragraphs as `paragraph` (number), `start`, `end` in its text."""
    place = places.place(start)
    return {
        "paragraph": article.paragraphs[place.paragraph].number,
        "start": place.offset,
        "end": place.offset + end - start,
    }


def speaker_as_json(
    article: Article, places: ArticlePlaces, speaker: Speaker | None
) -> dict[str, Any] | None:
    """A speaker with the span the name was read from, or None."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "mention": speaker.mention,
        "kind": speaker.kind.value,
        "confidence": speaker.confidence,
        **span_as_json(article, places, speaker.start, speaker.end),
    }


def cue_as_json(article: Article, places: ArticlePlaces, cue: Cue | None) -> dict[str, Any] | None:
    """A cue with its span, or None."""
    if cue is None:
        return None
    return {
        "text": cue.text,
        "lemma": cue.lemma,
        "stance": cue.stance.value,
        **span_as_json(article, places, cue.start, cue.end),
    }


def phrase_as_json(
    article: Article, places: ArticlePlaces, phrase: Phrase | None
) -> dict[str, Any] | None:
    """A phrase with its span, or None."""
    if phrase is None:
        return None
    return {"text": phrase.text, **span_as_json(article, places, phrase.start, phrase.end)}
