"""The quotes of several articles, each article read once, and the utterances that they carry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.articles import Article
from reader.quote_versions.quote_corrections import QuoteCorrections, VersionWords
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.shared_quote_finder import (
    IsCancelled,
    OnProgress,
    ReportStep,
    compare_versions,
    find_quotes_of_texts,
    find_versions,
    make_step,
)
from reader.quote_versions.versions import SharedQuote, Version, VersionForm, join_parts
from reader.quotes.offsets import ArticleText
from reader.quotes.quote import Quote
from reader.quotes.quote_fields import (
    Fields,
    attribution_from_fields,
    attribution_to_fields,
    quote_from_fields,
    quote_to_fields,
)
from reader.text.sentences import split_sentences

SENTENCES_WITH_INDIRECT_SPEECH = 2_500
"""In texts with more sentences, those of some sixty articles, indirect speech is not looked for
beforehand: it would cost more than all quotes do."""


class TextQuotes(NamedTuple):
    """The quotes of several texts, and their versions by utterance."""

    quotes: list[list[Quote]]
    """Those of every text."""
    versions: list[list[Version]]
    """Those of every utterance, compared with nothing yet."""
    has_indirect: bool
    """Whether versions in the reporters' words were looked for."""

    @classmethod
    def find(cls, texts: Sequence[str], report_step: ReportStep) -> TextQuotes:
        """Find the quotes of texts and their versions, with indirect speech where that is cheap.

        Args:
            texts: paragraphs separated by line breaks.
            report_step: called often, with the share done and the activity.
        """
        quotes = find_quotes_of_texts(texts, report_step)
        indirect = _has_few_sentences(texts)
        versions = find_versions(texts, quotes, report_step, indirect=indirect)
        return cls(quotes, versions, indirect)

    def to_bytes(self) -> bytes:
        """Return all but the texts, for `ArticleQuotes.from_bytes` on the same machine.

        Versions that lack those in the reporters' words are left out.
        """
        quotes = [tuple(map(quote_to_fields, found)) for found in self.quotes]
        versions = [tuple(map(_version_to_fields, group)) for group in self.versions]
        return json.dumps((quotes, versions if self.has_indirect else None)).encode("ascii")


class ArticleQuotes:
    """The quotes of several articles, and the utterances that they are versions of.

    Immutable. What is not given is found when it is first requested.

    Args:
        articles: any number, in any order.
        found: the quotes of the texts of these articles, as `join_paragraphs` gives them.
    """

    __slots__ = (
        "_corrections",
        "_data",
        "_found",
        "_quotes",
        "_quotes_of",
        "_texts",
        "_utterances",
        "_versions",
        "articles",
    )

    def __init__(self, articles: Iterable[Article], found: TextQuotes | None = None) -> None:
        self.articles = tuple(articles)
        self._data = b""
        self._quotes_of = found.quotes if found else None
        self._versions = found.versions if found and found.has_indirect else None
        self._texts: tuple[ArticleText, ...] | None = None
        self._quotes: tuple[tuple[Quote, ...], ...] | None = None
        self._utterances: tuple[SharedQuote, ...] | None = None
        self._found: ArticleQuotes | None = None
        self._corrections: QuoteCorrections | None = None

    def with_corrections(self, corrections: QuoteCorrections | None) -> ArticleQuotes:
        """Return the quotes with what the user knows better of them.

        What an earlier correction changed is as it was found.
        """
        found = self._found or self
        if not corrections:
            return found
        corrected = ArticleQuotes(self.articles)
        corrected._found, corrected._corrections = found, corrections
        return corrected

    @property
    def speakers_from(self) -> tuple[str, ...]:
        """The label of another article for each speaker that the user named there, not here."""
        return self._corrections.speakers_from if self._corrections else ()

    @property
    def corrected_indirect(self) -> tuple[Version, ...]:
        """The versions in the reporters' words whose speaker the user corrected."""
        speakers = self._corrections.speakers if self._corrections else {}
        return tuple(
            version
            for utterance in (self.find_utterances() if speakers else ())
            for version in utterance.versions
            if version.form is VersionForm.INDIRECT and VersionWords.of_version(version) in speakers
        )

    @property
    def is_corrected(self) -> bool:
        """Whether they follow what the user knows better."""
        return self._corrections is not None

    @classmethod
    def from_bytes(cls, articles: Sequence[Article], data: bytes) -> ArticleQuotes:
        """Return the quotes that `TextQuotes.to_bytes` wrote of the texts of these articles.

        They are read when they are first requested; that raises ValueError or TypeError where
        they are not those of such texts.
        """
        quotes = cls(articles)
        quotes._data = data
        return quotes

    @property
    def quotes(self) -> tuple[tuple[Quote, ...], ...]:
        """The quotes of every article, in the order of its text."""
        if self._quotes is None and self._found and self._corrections:
            self._quotes = self._corrections.name_speakers(
                self._found.quotes, self.find_utterances()
            )
        if self._quotes is None:
            texts = self._read_texts()
            if self._quotes_of is None:
                self._quotes_of = find_quotes_of_texts([each.text for each in texts], make_step())
            pairs = zip(texts, self._quotes_of, strict=True)
            self._quotes = tuple(tuple(text.place_quotes(found)) for text, found in pairs)
        return self._quotes

    @property
    def shared(self) -> tuple[SharedQuote, ...]:
        """The utterances that at least two articles carry, those in most articles first."""
        if len(self.articles) < 2:
            return ()
        return tuple(quote for quote in self.find_utterances() if len(quote.articles) > 1)

    def find_utterances(
        self,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> tuple[SharedQuote, ...]:
        """Return every utterance of two words and more with its versions, found only once.

        Those of several articles come first, those of one article follow in the order of the
        articles and of their text. Titles of works are left out. Numbers go on from 1 over all.

        Args:
            on_progress: called with the share done (0..1) and the activity.
            is_cancelled: called often; `StoppedError` is raised once it returns true.
        """
        if self._utterances is None:
            report_step = make_step(on_progress, is_cancelled)
            if self._found and self._corrections:
                found_before = self._found.find_utterances(on_progress, is_cancelled)
                versions = self._corrections.correct(found_before)
                self._utterances = compare_versions(versions, report_step)
                return self._utterances
            whole = self._read_texts()
            texts = [each.text for each in whole]
            if self._quotes_of is None:
                self._quotes_of = find_quotes_of_texts(texts, report_step)
            if self._versions is None:
                self._versions = find_versions(texts, self._quotes_of, report_step)
            found = compare_versions(self._versions, report_step)
            self._utterances = tuple(_add_passages(utterance, whole) for utterance in found)
        return self._utterances

    def __repr__(self) -> str:
        count = len(self.articles)
        return f"<ArticleQuotes of {count} article{'' if count == 1 else 's'}>"

    def _read_texts(self) -> tuple[ArticleText, ...]:
        """Return the texts of the articles; the first time, read what was given of them too."""
        if self._texts is None:
            texts = tuple(ArticleText(each, number) for number, each in enumerate(self.articles))
            if self._data:
                try:
                    quotes, versions = json.loads(self._data)
                except RecursionError as error:
                    raise ValueError("the quotes are nested too deeply") from error
                self._quotes_of = [list(map(quote_from_fields, found)) for found in quotes]
                self._versions = versions and [
                    [_version_from_fields(fields, texts) for fields in group] for group in versions
                ]
                self._data = b""
            self._texts = texts
        return self._texts


def shared_quotes(
    articles: Iterable[Article],
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Find the utterances that at least two of the articles carry, in most articles first.

    Args:
        articles: any number, in any order.
        on_progress: called with the share done (0..1) and the activity.
        is_cancelled: called often; `StoppedError` is raised once it returns true.
    """
    quotes = ArticleQuotes(articles)
    if len(quotes.articles) > 1:
        quotes.find_utterances(on_progress, is_cancelled)
    return quotes.shared


def _has_few_sentences(texts: Sequence[str]) -> bool:
    most = SENTENCES_WITH_INDIRECT_SPEECH
    # Every paragraph has a sentence at least: very long texts need not be split to be known.
    if sum(text.count("\n") + 1 for text in texts) > most:
        return False
    return sum(len(split_sentences(line)) for text in texts for line in text.split("\n")) <= most


def _add_passages(utterance: SharedQuote, texts: Sequence[ArticleText]) -> SharedQuote:
    versions = (
        replace(version, passages=texts[version.article].passages(version.spans))
        for version in utterance.versions
    )
    return SharedQuote(utterance.number, tuple(versions))


def _version_to_fields(version: Version) -> Fields:
    attribution = (version.speaker, version.cue, version.addressee, version.setting)
    return (
        version.article,
        version.form.value,
        version.spans,
        version.certainty,
        attribution_to_fields(*attribution),
    )


def _version_from_fields(fields: Fields, texts: Sequence[ArticleText]) -> Version:
    article, form, spans, certainty, attribution = fields
    speaker, cue, addressee, setting = attribution_from_fields(attribution)
    text = texts[article].text
    spans = tuple((start, end) for start, end in spans)
    return Version(
        article=article,
        form=VersionForm(form),
        spans=spans,
        text=join_parts(text, spans),
        words=tuple(read_quote_words(text, spans)),
        speaker=speaker,
        cue=cue,
        addressee=addressee,
        setting=setting,
        certainty=certainty,
    )
