"""Looking in the archive: for the coverage of an article, and for a quotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.screen_commands import Command
from reader.articles import Article, clean_line

if TYPE_CHECKING:
    from reader.app.dialogs.add_article import AddedArticles
    from reader.app.dialogs.archive_dialog import ArchiveAnswer, ArchiveHit
    from reader.archive.archive import Archive
    from reader.archive.quote_search import FoundQuote, FoundVersion
    from reader.archive.similar_articles import SimilarArticle
    from reader.quote_versions import Version
    from reader.reports.shared_quote_report import VersionReport

_TOP = 30
"""So many articles are listed."""
_TITLE_CHARACTERS = 60
_SAME_ARTICLE = 0.8
"""The share, 0..1, of the prints of the longer one that two forms of one article have in common: in
one of them the title may be a paragraph."""

OnAdded = Callable[["AddedArticles"], None]


class ArchiveController:
    """Asks the user's archive in a dialog and has the articles that are chosen there added.

    Args:
        host: the screen.
        add: adds articles that were opened.
        path: the folder of the archive; the user's own if None.
    """

    def __init__(self, host: ReadingHost, add: OnAdded, path: Path | None = None) -> None:
        self._host = host
        self._add = add
        self._path = path

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"archive": Command(self._find_coverage, needs_article(self._host))}

    def look_up(self, version: Version, on_added: Callable[[], None]) -> None:
        """Look a quotation up and add the articles that are chosen.

        Args:
            version: the version that is looked for.
            on_added: called once articles were added.
        """
        speaker = version.speaker
        name = speaker.name if speaker and speaker.is_stated else ""
        articles = self._host.state.articles

        def ask(all_days: bool, is_cancelled: Callable[[], bool]) -> ArchiveAnswer:
            with self.open_archive() as archive:
                found = archive.quotes(version.text, speaker=name)
                return describe_quote(found, OpenArticles(articles))

        def add(added: AddedArticles | None) -> None:
            if added is not None:
                self._add(added)
                on_added()

        title = f"In the archive: “{clean_line(version.text, _TITLE_CHARACTERS)}”"
        self._open_dialog(title, ask, add)

    def _find_coverage(self) -> None:
        """Find the coverage of the article being read."""
        state = self._host.state
        article = state.articles[state.place.article]
        articles = state.articles

        def ask(all_days: bool, is_cancelled: Callable[[], bool]) -> ArchiveAnswer:
            from reader.archive.date_windows import DAYS_AROUND

            with self.open_archive() as archive:
                days = None if all_days else DAYS_AROUND
                return describe_similar(archive, article, days, OpenArticles(articles))

        def add(added: AddedArticles | None) -> None:
            if added is not None:
                self._add(added)

        title = f"In the archive: coverage of {clean_line(article.label, _TITLE_CHARACTERS)}"
        self._open_dialog(title, ask, add)

    def open_archive(self) -> Archive:
        """Open the archive; it is used by the thread that opened it."""
        from reader.archive.archive import Archive

        return Archive.open(self._path)

    def _open_dialog(
        self,
        title: str,
        ask: Callable[[bool, Callable[[], bool]], ArchiveAnswer],
        on_close: Callable[[AddedArticles | None], None],
    ) -> None:
        from reader.app.dialogs.archive_dialog import ArchiveDialog

        self._host.open_screen(ArchiveDialog(title, ask), on_close)


def describe_similar(
    archive: Archive, article: Article, days: int | None, opened: OpenArticles
) -> ArchiveAnswer:
    """Return the articles on the event of one article as the dialog lists them.

    Args:
        archive: the archive.
        article: the article.
        days: how many days before and after it are searched; None for all.
        opened: the articles that are open.
    """
    from reader.app.dialogs.archive_dialog import ArchiveAnswer

    result = archive.similar(article, days=days, top=_TOP)
    hits = tuple(_similar_hit(found, opened) for found in result.found)
    return ArchiveAnswer(
        result.window.describe_briefly(),
        hits,
        "No article on this event was found.",
        can_widen=result.window.is_bounded,
    )


def describe_quote(found: FoundQuote, opened: OpenArticles) -> ArchiveAnswer:
    """Return the versions of a quotation, the earliest first, as the dialog lists them."""
    from reader.app.dialogs.archive_dialog import ArchiveAnswer
    from reader.reports.shared_quote_report import VersionReport

    report = VersionReport(found.articles)
    hits: dict[int, ArchiveHit] = {}
    for each in found.versions:
        hits.setdefault(each.stored.id, _quote_hit(found, each, report, opened))
    count = len(hits)
    words = f"In {count} article{'s' * (count != 1)}, the earliest first."
    return ArchiveAnswer(
        words if count else "Only words in quotation marks are searched for.",
        tuple(hits.values()),
        "No article quotes these words.",
    )


def _similar_hit(found: SimilarArticle, opened: OpenArticles) -> ArchiveHit:
    from reader.app.dialogs.archive_dialog import ArchiveHit
    from reader.archive.stored_dates import date_article
    from reader.reports.found_articles_report import (
        show_outlet,
        show_probability,
        show_stored_date,
    )

    stored, article = found.stored, found.article
    head = (
        f"{show_probability(found)} · {show_stored_date(stored)} · {show_outlet(stored, article)}"
    )
    return ArchiveHit(
        date_article(article, stored),
        head,
        (article.heading, *found.reasons),
        is_open=article in opened,
    )


def _quote_hit(
    found: FoundQuote, each: FoundVersion, report: VersionReport, opened: OpenArticles
) -> ArchiveHit:
    from reader.app.dialogs.archive_dialog import ArchiveHit
    from reader.archive.stored_dates import date_article
    from reader.reports.found_articles_report import show_outlet, show_stored_date
    from reader.reports.quote_phrases import add_quotation_marks
    from reader.reports.shared_quote_report import describe_version

    assert found.quote is not None
    stored, version, base = each.stored, each.version, found.quote.base
    is_base = version.article == base.article and version.spans == base.spans
    notes = ["fullest here"] if is_base else list(report.list_notes(version, base))
    return ArchiveHit(
        date_article(each.article, stored),
        f"{show_stored_date(stored)} · {show_outlet(stored, each.article)}",
        tuple(
            clean_line(line, 300)
            for line in (add_quotation_marks(version.text), describe_version(version), *notes)
        ),
        is_open=each.article in opened,
    )


class OpenArticles:
    """The articles that are open, by their words: one that is among them need not be added.

    Args:
        articles: the articles.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        from reader.archive.copy_prints import read_prints

        self._prints = [frozenset(read_prints(article)) for article in articles]

    def __contains__(self, article: object) -> bool:
        from reader.archive.copy_prints import read_prints

        if not isinstance(article, Article):
            return False
        own = frozenset(read_prints(article))
        return any(
            len(own & each) >= _SAME_ARTICLE * max(len(own), len(each))
            for each in self._prints
            if own and each
        )
