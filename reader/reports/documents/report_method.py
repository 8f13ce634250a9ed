"""The lines of a report about its articles and its method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader import __version__
from reader.articles import Article, list_dates, show_date
from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR
from reader.reports.documents.report import Report


def list_source_fields(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the metadata of an article."""
    yield "source", article.source
    for name, value in (
        ("title", article.title),
        ("outlet", article.outlet),
        ("agency", article.agency),
        ("byline", article.byline),
        ("dateline", article.dateline),
        *((name, show_date(printed)) for name, printed in list_dates(article)),
        ("language", article.language),
    ):
        if value:
            yield name, value
    yield from (("correction", note) for note in article.corrections)
    yield from (("credit", credit) for credit in article.credits)
    if article.encoding.lower().replace("_", "-") not in ("utf-8", "ascii"):
        yield "encoding", article.encoding
    yield from (("note", note) for note in article.notes)


def describe_method(report: Report) -> Iterator[str]:
    """Yield how a report was made, a line each; the same articles give the same lines."""
    yield f"Made by reader {__version__}, which looks nothing up and sends nothing anywhere."
    if len(report.articles) < 2:
        return
    yield (
        f"Links from a score of {report.floor:.2f} on: same from {SAME_FLOOR:.2f}, probably the "
        f"same from {PROBABLY_FLOOR:.2f}, below that related. A score is about the share of such "
        "links that are right."
    )
    yield (
        "Only in one means: nothing in the other articles of this report is so alike that they "
        "may have it in other words. Perhaps elsewhere names the most alike passage."
    )
    yield (
        "Quotations are compared with the fullest version in these articles, which need not be "
        "the original. Differences are looked for in English."
    )
    yield from _describe_speakers(report.coverage.article_quotes.speakers_from)


def _describe_speakers(labels: Sequence[str]) -> Iterator[str]:
    """Yield which speakers the user corrected in other articles than those of the report."""
    for label, count in sorted(Counter(labels).items()):
        speakers = f"{count} corrected speaker{'' if count == 1 else 's'}"
        was = "was" if count == 1 else "were"
        yield f"{speakers} {was} made on {label}, which has the same paragraphs."
