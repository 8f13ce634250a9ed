"""What several articles quote, version by version: as JSON lines, as plain text, as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.articles import Article
from reader.quote_versions import SharedQuote, Version, VersionForm
from reader.quotes import ArticlePlaces, join_paragraphs
from reader.reports.quote_records import cue_as_json, phrase_as_json, span_as_json, speaker_as_json
from reader.reports.quote_report import cue_words, in_marks, paragraph_at, speaker_words
from reader.reports.version_differences import Wording, differences, edits_as_json, struck

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


def json_shared(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[str]:
    """One JSON object a line for every shared quote, its versions from fullest to slightest.

    The keys: `shared`, its number; `speaker`, the name or null; `articles`, the sources that
    carry it; `versions`, the first of which is the base the others are compared with. Only
    ASCII characters, so that no reader of the line can misread it.
    """
    report = _Report(articles)
    for quote in shared:
        yield json.dumps(
            {
                "shared": quote.number,
                "speaker": quote.speaker.name if quote.speaker else None,
                "articles": [articles[position].source for position in quote.articles],
                "versions": [report.as_json(version, quote.base) for version in quote.versions],
            }
        )


def plain_shared(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[str]:
    """A block of lines for every shared quote: the fullest version, then what others did to it."""
    report = _Report(articles)
    for quote in shared:
        if quote.number > 1:
            yield ""
        yield _title(quote)
        for version in quote.versions:
            yield f"    {report.where(version)}: {_how(version)}"
            yield f"        {in_marks(version.text) if _is_quoted(version) else version.text}"
            for note in report.notes(version, quote.base):
                yield f"        {note}"


def shared_tables(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[Table]:
    """A table for a terminal for every shared quote, with the differences struck and underlined."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    report = _Report(articles)
    for quote in shared:
        table = Table(
            title=Text(_title(quote), style="bold"),
            title_justify="left",
            box=SIMPLE_HEAD,
            padding=(0, 1, 1, 0),
        )
        table.add_column("where", ratio=2, overflow="fold")
        table.add_column("words", ratio=5)
        table.add_column("beside the fullest", ratio=3)
        for version in quote.versions:
            words = report.struck(version, quote.base) or Text(version.text)
            table.add_row(
                Text(f"{report.label(version)}\n{_how(version)}"),
                words,
                Text("\n".join(report.notes(version, quote.base))),
            )
        yield table


class _Report:
    """The articles' texts and places, each made once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._texts = [join_paragraphs(article) for article in articles]
        self._places = [ArticlePlaces(article) for article in articles]

    def where(self, version: Version) -> str:
        article = self._articles[version.article]
        return f"{article.source} {self._paragraph(version)}"

    def label(self, version: Version) -> str:
        return f"{self._articles[version.article].label} {self._paragraph(version)}"

    def as_json(self, version: Version, base: Version) -> dict[str, Any]:
        article, places = self._articles[version.article], self._places[version.article]
        text = self._texts[version.article]
        parts = [
            {**span_as_json(article, places, start, end), "text": text[start:end]}
            for start, end in version.spans
        ]
        start, end = version.trimmed_counts
        return {
            "article": article.source,
            "paragraph": parts[0]["paragraph"],
            "form": version.form.value,
            "text": version.text,
            "parts": parts,
            "speaker": speaker_as_json(article, places, version.speaker),
            "cue": cue_as_json(article, places, version.cue),
            "stance": version.cue.stance.value if version.cue else None,
            "addressee": phrase_as_json(article, places, version.addressee),
            "setting": phrase_as_json(article, places, version.setting),
            "certainty": round(version.certainty, 4),
            "kept": round(version.retained, 4),
            "edits": edits_as_json(version.edits, self._wording(base), self._wording(version)),
            "counts": {
                "cut_inside_signed": version.count_cuts(signed=True),
                "cut_inside_unsigned": version.count_cuts(signed=False),
                "trimmed_at_start": start,
                "trimmed_at_end": end,
                "inserted": version.inserted_count,
                "changed": version.changed_count,
            },
            "same_speaker": version.same_speaker,
            "same_cue": version.same_cue,
            "same_stance": version.same_stance,
            "same_setting": version.same_setting,
        }

    def notes(self, version: Version, base: Version) -> Iterator[str]:
        """What sets a version apart from the base, one line each."""
        if version is base:
            yield "fullest here"
            return
        if version.form is VersionForm.INDIRECT:
            yield f"in the reporter's words, certainty {version.certainty:.2f}"
        elif version.certainty < 1.0:
            yield f"certainty {version.certainty:.2f}"
        found = list(differences(version.edits, self._wording(base), self._wording(version)))
        if _is_quoted(version) and not found:
            yield "word for word the same"
        yield from found
        if version.same_speaker is False:
            yield f"other speaker: {speaker_words(version.speaker)}"
        if version.same_cue is False and version.cue and base.cue:
            other = version.cue.stance is not base.cue.stance
            stance = f" ({version.cue.stance.value}, not {base.cue.stance.value})" if other else ""
            yield f"other verb: {version.cue.text}, not {base.cue.text}{stance}"
        if version.same_setting is False and version.setting:
            yield f"other setting: {in_marks(version.setting.text)}"

    def struck(self, version: Version, base: Version) -> Text | None:
        """The version with its differences, where it has an edit script."""
        if not version.edits:
            return None
        return struck(version.edits, self._wording(base), self._wording(version))

    def _paragraph(self, version: Version) -> str:
        article, places = self._articles[version.article], self._places[version.article]
        return paragraph_at(article, places, version.spans[0][0])

    def _wording(self, version: Version) -> Wording:
        return Wording(self._texts[version.article], version.words)


def _title(quote: SharedQuote) -> str:
    words = len(quote.base.words)
    return (
        f"{quote.number}. {speaker_words(quote.speaker)}, {words} words, "
        f"in {len(quote.articles)} articles"
    )


def _how(version: Version) -> str:
    told = f"{version.form.value}, {speaker_words(version.speaker)}"
    if version.cue:
        told += f" {cue_words(version.cue)}"
    return told + (f", {version.setting.text}" if version.setting else "")


def _is_quoted(version: Version) -> bool:
    return version.form is not VersionForm.INDIRECT
