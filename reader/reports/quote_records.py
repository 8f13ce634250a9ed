"""Quotes as plain values for JSON, CSV and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.articles import Article, Passage
from reader.quotes import ArticleText, Cue, Phrase, Quote, Speaker, find_quotes
from reader.reports.quote_phrases import is_corrected

Record = dict[str, Any]
"""An object of plain values, as `json.dumps` takes it."""


class RecordBuilder:
    """Builds records of spans of one article, with paragraph numbers and offsets in paragraphs.

    Args:
        article: the article; all offsets given to the methods are those of `text`.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._text = ArticleText(article)

    @property
    def text(self) -> str:
        """The text of the whole article."""
        return self._text.text

    def span_record(self, start: int, end: int) -> dict[str, int]:
        """Return {paragraph, start, end}: a paragraph's number and offsets in its text."""
        passage = self._text.passage(start, end)
        return {"paragraph": passage.number, "start": passage.start, "end": passage.end}

    def speaker_record(self, speaker: Speaker | None) -> Record | None:
        """Return the fields of a speaker with the span of the mention, or None.

        A speaker whom the user named has `corrected`, which no other has.
        """
        if speaker is None:
            return None
        return {
            "name": speaker.name,
            **({"corrected": True} if is_corrected(speaker) else {}),
            "mention": speaker.mention,
            "kind": speaker.kind.value,
            "represents": speaker.represents or None,
            "confidence": speaker.confidence,
            **self.span_record(speaker.start, speaker.end),
        }

    def cue_record(self, cue: Cue | None) -> Record | None:
        """Return {text, lemma, stance} of a reporting verb with its span, or None."""
        if cue is None:
            return None
        return {
            "text": cue.text,
            "lemma": cue.lemma,
            "stance": cue.stance.value,
            **self.span_record(cue.start, cue.end),
        }

    def phrase_record(self, phrase: Phrase | None) -> Record | None:
        """Return {text} of an addressee or a setting with its span, or None."""
        if phrase is None:
            return None
        return {"text": phrase.text, **self.span_record(phrase.start, phrase.end)}

    def quote_record(self, quote: Quote, shared: int | None) -> Record:
        """Return a quote as `build_quote_records` describes it.

        Args:
            quote: the quote.
            shared: the number of the shared quote it belongs to, if there is one.
        """
        return {
            "article": self.article.source,
            **self.span_record(quote.start, quote.end),
            "text": quote.text,
            "kind": quote.kind.value,
            "utterance": quote.utterance,
            "closed": quote.closed,
            "speaker": self.speaker_record(quote.speaker),
            "cue": self.cue_record(quote.cue),
            "addressee": self.phrase_record(quote.addressee),
            "setting": self.phrase_record(quote.setting),
            "shared": shared,
        }


def text_record(passage: Passage) -> Record:
    """Return {paragraph, start, end, text} of a passage."""
    return {
        "paragraph": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def build_quote_records(
    article: Article,
    quotes: Sequence[Quote] | None = None,
    *,
    shared: Mapping[tuple[int, int], int] | None = None,
) -> list[Record]:
    """Return the quotes of an article, one record each.

    Args:
        article: the article.
        quotes: its quotes, if they are known; offsets are those of `join_paragraphs(article)`.
        shared: the number of the shared quote that a span of the joined paragraphs belongs to.

    Returns:
        Records with `article` (source), `paragraph` (number from 1), `start` and `end`
        (offsets in the paragraph's text), `text`, `kind`, `utterance`, `closed`,
        `speaker` ({name, mention, kind, confidence, paragraph, start, end} or None),
        `cue` ({text, lemma, stance, paragraph, start, end} or None), `addressee` and
        `setting` ({text, paragraph, start, end} or None) and `shared` (number or None).
    """
    builder = RecordBuilder(article)
    found = find_quotes(article) if quotes is None else quotes
    numbers = shared or {}
    return [builder.quote_record(quote, numbers.get((quote.start, quote.end))) for quote in found]
