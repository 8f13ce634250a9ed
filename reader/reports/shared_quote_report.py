"""The quotes that several articles carry, version by version: JSON lines, text, tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article, Passage
from reader.quote_versions import Edit, EditKind, SharedQuote, Version, VersionForm
from reader.quote_versions.lost_meaning import LostMeaning, find_version_loss
from reader.quote_versions.other_wording import DOUBTED_CERTAINTY
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.words_elsewhere import ArticleWords, WordsElsewhere, widen_outer
from reader.reports.quote_alterations import Alteration, AlterationWeight, list_altered
from reader.reports.quote_phrases import add_quotation_marks, describe_cue, describe_speaker
from reader.reports.quote_records import Record, RecordBuilder, text_record
from reader.reports.version_differences import (
    EditPiece,
    build_edit_records,
    describe_version_edits,
    mark_edits,
    split_edits,
)

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


def format_shared_quotes_as_json(
    articles: Sequence[Article], shared: Sequence[SharedQuote]
) -> Iterator[str]:
    """Yield a JSON object for every shared quote, its versions from fullest to slightest.

    The keys: `shared`, its number; `speaker`, the name or null; `articles`, the sources that
    carry it; `versions`, the first of which is the base that the others are compared with.

    Args:
        articles: the articles, in the order in which they were compared.
        shared: their shared quotes.
    """
    report = VersionReport(articles)
    for quote in shared:
        yield json.dumps(
            {
                "shared": quote.number,
                "speaker": quote.speaker.name if quote.speaker else None,
                "articles": [articles[position].source for position in quote.articles],
                "versions": [report.record(version, quote.base) for version in quote.versions],
            }
        )


def name_source(passage: Passage) -> str:
    """Return the source and the number of a paragraph."""
    return f"{passage.article.source} ¶{passage.number}"


def format_shared_quotes_as_text(
    articles: Sequence[Article],
    shared: Sequence[SharedQuote],
    name: Callable[[Passage], str] = name_source,
) -> Iterator[str]:
    """Yield a block of lines for every shared quote: the fullest version, then the others.

    Args:
        articles: the articles, in the order in which they were compared.
        shared: their shared quotes.
        name: names the paragraph that a version is in.
    """
    report = VersionReport(articles)
    for quote in shared:
        if quote.number > 1:
            yield ""
        yield _format_title(quote)
        for version in quote.versions:
            words = add_quotation_marks(version.text) if _is_quoted(version) else version.text
            yield f"    {name(version.passages[0])}: {describe_version(version)}"
            yield f"        {words}"
            for note in report.list_notes(version, quote.base):
                yield f"        {note}"


def build_shared_quote_tables(
    articles: Sequence[Article], shared: Sequence[SharedQuote]
) -> Iterator[Table]:
    """Yield a table for a terminal for every shared quote, with marked differences.

    Args:
        articles: the articles, in the order in which they were compared.
        shared: their shared quotes.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    report = VersionReport(articles)
    for quote in shared:
        table = Table(
            title=Text(_format_title(quote), style="bold"),
            title_justify="left",
            box=SIMPLE_HEAD,
            padding=(0, 1, 1, 0),
        )
        table.add_column("where", ratio=2, overflow="fold")
        table.add_column("words", ratio=5)
        table.add_column("beside the fullest", ratio=3)
        for version in quote.versions:
            words = report.mark_version(version, quote.base) or Text(version.text)
            if _is_quoted(version):
                words = Text.assemble("“", words, "”")
            table.add_row(
                Text(f"{report.name_outlet(version)}\n{describe_version(version)}"),
                words,
                Text("\n".join(report.list_notes(version, quote.base))),
            )
        yield table


class VersionReport:
    """The parts of a version that the forms of a report share; joins each text once.

    Args:
        articles: the articles, in the order in which they were compared.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._builders = [RecordBuilder(article) for article in articles]
        self._words = [ArticleWords(builder.text) for builder in self._builders]

    def name_outlet(self, version: Version) -> str:
        """Return the outlet and the paragraph of a version."""
        return f"{version.passages[0].article.label} ¶{version.passages[0].number}"

    def record(self, version: Version, base: Version) -> Record:
        """Return a version as a record, with its edits against the base."""
        builder = self._builders[version.article]
        parts = [text_record(passage) for passage in version.passages]
        start, end = version.trimmed_counts
        edits = build_edit_records(version.edits, self._print(base), self._print(version))
        return {
            "article": builder.article.source,
            "paragraph": parts[0]["paragraph"],
            "form": version.form.value,
            "text": version.text,
            "parts": parts,
            "speaker": builder.speaker_record(version.speaker),
            "cue": builder.cue_record(version.cue),
            "stance": version.cue.stance.value if version.cue else None,
            "addressee": builder.phrase_record(version.addressee),
            "setting": builder.phrase_record(version.setting),
            "certainty": round(version.certainty, 4),
            "kept": round(version.retained, 4),
            "edits": edits,
            "lost": [
                {"code": one.code.value, "words": one.words, "added": one.is_added}
                for one in self._find_lost(version, base)
            ],
            "counts": {
                "cut_inside_signed": version.count_cuts(signed=True),
                "cut_inside_unsigned": version.count_cuts(signed=False),
                "left_out_between": version.dropped_between_count,
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

    def list_notes(self, version: Version, base: Version) -> Iterator[str]:
        """Yield how a version differs from the base, one line each."""
        if version is base:
            yield "fullest here"
            return
        if version.form is VersionForm.INDIRECT:
            yield f"in the reporter's words, certainty {version.certainty:.2f}"
        elif version.certainty < 1.0:
            is_doubted = version.certainty <= DOUBTED_CERTAINTY
            doubt = ", perhaps another utterance" if is_doubted else ""
            yield f"certainty {version.certainty:.2f}{doubt}"
        yield from self.list_lost(version, base)
        edits = list(
            describe_version_edits(
                version.edits,
                self._print(base),
                self._print(version),
                lambda edit: self._find_elsewhere(edit, version, base),
            )
        )
        if _is_quoted(version) and not edits:
            yield "word for word the same"
        yield from edits
        yield from _list_reporting_notes(version, base)

    def list_lost(self, version: Version, base: Version) -> Iterator[str]:
        """Yield the negations, conditions and numbers that a version lost or added."""
        for lost in self._find_lost(version, base):
            yield f"{'added' if lost.is_added else 'lost'} {lost.code.value}: “{lost.words}”"

    def list_alterations(self, version: Version, base: Version) -> list[Alteration]:
        """Return unmarked changes of the words, and another speaker, the gravest first."""
        # What may be another utterance is no alteration of this one.
        edits = version.edits if version.certainty > DOUBTED_CERTAINTY else ()
        found = list(list_altered(edits, self._print(base), self._print(version)))
        if version.same_speaker is False:
            speaker = f"other speaker: {describe_speaker(version.speaker)}"
            found.append(Alteration(AlterationWeight.OTHER_SPEAKER, speaker))
        return sorted(found, key=lambda each: each.weight)

    def mark_version(self, version: Version, base: Version) -> Text | None:
        """Return a version with its differences, or None where it has no edit script."""
        if not version.edits:
            return None
        return mark_edits(version.edits, self._print(base), self._print(version))

    def split_version(self, version: Version, base: Version) -> Iterator[EditPiece]:
        """Yield a version piece by piece; as one piece where it has no edit script."""
        if version.edits:
            printed = self._print(version)
            pieces = list(split_edits(version.edits, self._print(base), printed))
            yield from _add_outer_signs(pieces, version, printed)
        else:
            yield EditPiece("", " ".join(version.text.split()), is_same=True)

    def _find_lost(self, version: Version, base: Version) -> tuple[LostMeaning, ...]:
        return find_version_loss(version, base, self._print(base), self._print(version))

    def _find_elsewhere(self, edit: Edit, version: Version, base: Version) -> WordsElsewhere:
        """Find where the article that lacks the words of a difference prints them."""
        if edit.kind is EditKind.INSERTED:
            printed, part, other = self._print(version), edit.version, base
            paired = [step.base for step in version.edits if step.kind is EditKind.SAME]
        elif edit.kind is EditKind.DROPPED:
            printed, part, other = self._print(base), edit.base, version
            paired = [step.version for step in version.edits if step.kind is EditKind.SAME]
        else:
            return WordsElsewhere((), is_whole=False)
        stretches = [(other.words[at.start].start, other.words[at.stop - 1].end) for at in paired]
        words = widen_outer(printed.words, part)
        return self._words[other.article].find(printed.text, words, stretches)

    def _print(self, version: Version) -> PrintedWords:
        return PrintedWords(self._builders[version.article].text, version.words)


def _add_outer_signs(
    pieces: Sequence[EditPiece], version: Version, printed: PrintedWords
) -> Iterator[EditPiece]:
    """Yield pieces with what is printed before the first and behind the last word of a version."""
    having = [at for at, piece in enumerate(pieces) if piece.words]
    words = version.words
    for at, piece in enumerate(pieces):
        before = printed.text[version.spans[0][0] : words[0].start] if at in having[:1] else ""
        after = printed.text[words[-1].end : version.spans[-1][1]] if at in having[-1:] else ""
        yield piece._replace(words=" ".join(f"{before}{piece.words}{after}".split()))


def _list_reporting_notes(version: Version, base: Version) -> Iterator[str]:
    """Yield how speaker, verb and setting of a version differ from those of the base."""
    if version.same_speaker is False:
        yield f"other speaker: {describe_speaker(version.speaker)}"
    if version.same_cue is False and version.cue and base.cue:
        has_other_stance = version.cue.stance is not base.cue.stance
        stances = f" ({version.cue.stance.value}, not {base.cue.stance.value})"
        yield (
            f"other verb: {version.cue.text}, not {base.cue.text}"
            f"{stances if has_other_stance else ''}"
        )
    if version.same_setting is False and version.setting:
        yield f"other setting: {add_quotation_marks(version.setting.text)}"


def _format_title(quote: SharedQuote) -> str:
    words = len(quote.base.words)
    return (
        f"{quote.number}. {describe_speaker(quote.speaker)}, {words} words, "
        f"in {len(quote.articles)} articles"
    )


def describe_version(version: Version) -> str:
    """Return the form of a version, its speaker, verb and setting."""
    description = f"{version.form.value}, {describe_speaker(version.speaker)}"
    if version.cue:
        description += f" {describe_cue(version.cue)}"
    return description + (f", {version.setting.text}" if version.setting else "")


def _is_quoted(version: Version) -> bool:
    return version.form is not VersionForm.INDIRECT
