"""The summary at the beginning of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from reader.articles import Passage
from reader.coverage.comparable_articles import name_languages_apart
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR
from reader.reports.difference_report import explain_nothing, explain_unread
from reader.reports.documents.near_copy_words import count_copies, summarize_near_copies
from reader.reports.documents.passage_groups import group_statements
from reader.reports.documents.report import (
    Exclusivity,
    Report,
    ReportedQuote,
    ReportedVersion,
)
from reader.reports.documents.wording import count, excerpt_words, name_outlets, name_sides
from reader.reports.origin_words import count_origins, describe_origins
from reader.reports.place_names import name_article, name_paragraph
from reader.reports.quote_phrases import add_quotation_marks, describe_speaker
from reader.reports.text_version_report import summarize_versions
from reader.story import MatrixRow

MOST_LINES = 10
"""Lines of a summary at most."""
_MOST_FACTS = 3
_MOST_QUOTES = 1
"""Facts that differ and altered quotations that are named one by one."""
_QUOTE_WORDS = 8
"""The first words by which a quotation is named."""
_FEWEST_FOR_LEAVING_OUT = 3
"""Articles from which one can leave out what several others report."""
_NAMED_ORIGINS = 2
"""Origins of several articles that are explained."""
_NAMED_ARTICLES = 6
"""Articles that are named one by one."""


class SummaryTopic(str, Enum):
    """The topic of a line of the summary; the value is its label."""

    ARTICLES = "Compared"
    VERSIONS = "Versions"
    """Articles that are versions of one text."""
    NEAR_COPIES = "Near copies"
    """Articles with nearly the words of those compared."""
    ORIGINS = "Origins"
    SHARED = "Shared"
    FACTS = "Facts that differ"
    QUOTES = "Quotations"
    ONLY = "Only in one"
    LEFT_OUT = "Left out by one"


class SummaryLine(NamedTuple):
    """A line of the summary."""

    topic: SummaryTopic
    text: str
    is_detail: bool = False
    """Whether it is an example of the line of its topic before it."""
    passage: Passage | None = None
    """The passage that the line refers to."""


def summarize(report: Report) -> list[SummaryLine]:
    """Return at most `MOST_LINES` lines, each topic in one line, then its most telling examples."""
    lines = [SummaryLine(SummaryTopic.ARTICLES, _name_articles(report))]
    if len(report.articles) < 2:
        return lines
    origins = [*_list_copies(report), *_list_versions(report), *_list_origins(report)]
    lines += [
        *origins,
        SummaryLine(SummaryTopic.SHARED, _count_shared(report)),
        *_list_facts(report, _MOST_FACTS - len(origins)),
        *_list_quotes(report.quotes),
        *_list_only(report),
        *_list_left_out(report),
    ]
    return lines[:MOST_LINES]


def _name_articles(report: Report) -> str:
    articles = report.articles
    if len(articles) == 1:
        return "1 article; name a second one to compare it with"
    if len(articles) <= _NAMED_ARTICLES:
        names = name_outlets(articles)
    else:
        more = len(articles) - _NAMED_ARTICLES
        names = f"{name_outlets(articles[:_NAMED_ARTICLES])} and {more} more"
    copies = f", and {count_copies(report)}" if report.copies else ""
    line = f"{count(len(articles), 'article')}: {names}{copies}"
    apart = name_languages_apart(articles)
    return f"{line}. {apart}" if apart else line


def _list_copies(report: Report) -> Iterator[SummaryLine]:
    if report.copies:
        yield SummaryLine(SummaryTopic.NEAR_COPIES, summarize_near_copies(report))


def _count_shared(report: Report) -> str:
    articles = len(report.articles)
    in_all = sum(len(moment.cells) == articles for moment in report.moments)
    line = f"{count(len(report.moments), 'moment')} in several articles"
    if in_all and articles > 2:
        line += f", {in_all} of them in all {articles}"
    # The usual threshold is said where the report is explained; another changes the counts.
    shown = "" if report.floor == RELATED_FLOOR else f" from a score of {report.floor:.2f} on"
    return f"{line}; links{shown}: {report.link_counts}"


def _list_versions(report: Report) -> Iterator[SummaryLine]:
    """Yield which articles are versions of one text and how much changed, where there are some.

    Of several such texts the first is named.
    """
    coverage = report.coverage
    if not coverage.text_versions:
        return
    first, *others = coverage.text_versions
    rest = f"; and {count(len(others), 'more text')} in versions" if others else ""
    yield SummaryLine(SummaryTopic.VERSIONS, f"{summarize_versions(coverage, first)}{rest}")


def _list_origins(report: Report) -> Iterator[SummaryLine]:
    """Yield how many origins there are and why, where articles carry one copy."""
    joint = list(describe_origins(report.matrix.origins, _NAMED_ARTICLES))
    if joint:
        named = "; ".join(joint[:_NAMED_ORIGINS])
        more = len(joint) - _NAMED_ORIGINS
        rest = f"; and {count(more, 'more origin')} of several" if more > 0 else ""
        yield SummaryLine(
            SummaryTopic.ORIGINS, f"{count_origins(report.matrix.origins)}: {named}{rest}"
        )


def _list_facts(report: Report, most: int) -> Iterator[SummaryLine]:
    differences = report.differences
    facts = [difference for difference in differences if difference.kind.is_fact]
    wording = len(differences) - len(facts)
    unread = explain_unread(report.articles)
    said = f"{count(len(facts), 'fact')} stated otherwise" if facts else "none found"
    if not differences and unread:
        said = explain_nothing(report.articles).rstrip(".")
    if wording:
        said += f"; other words in the same place: {wording}"
    said += "; more may stand in other words"
    if differences and unread:
        said += f". {unread.rstrip('.')}"
    yield SummaryLine(SummaryTopic.FACTS, said)
    for fact in facts[:most]:
        stated = group_statements(report, fact.sides)
        sides = "; ".join(map(name_sides, stated.shown))
        more = f"; {count(len(stated.others), 'other article')}" if stated.others else ""
        text = f"{fact.kind.value}: {sides}{more}"
        yield SummaryLine(SummaryTopic.FACTS, text, True, fact.sides[0].passage)


def _list_quotes(quotes: Sequence[ReportedQuote]) -> Iterator[SummaryLine]:
    said = f"{count(len(quotes), 'quotation')} in several articles"
    if quotes:
        said += f"; {_count_changes(quotes)}"
    yield SummaryLine(SummaryTopic.QUOTES, said)
    telling = [(quote, *example) for quote in quotes for example in _list_telling(quote)]
    telling.sort(key=lambda each: each[2])
    for quote, version, _, words in telling[:_MOST_QUOTES]:
        yield SummaryLine(
            SummaryTopic.QUOTES, _describe_altered(quote, version, words), True, version.passage
        )


def _count_changes(quotes: Sequence[ReportedQuote]) -> str:
    """Return how many quotations any article changed, by what it did to them."""
    counted: dict[str, Callable[[ReportedVersion], bool]] = {
        "changed, or cut inside, without a sign": lambda each: bool(each.alterations),
        "left out at an end or where it is interrupted": lambda each: (
            any(each.version.trimmed_counts) or each.version.dropped_between_count > 0
        ),
        "lost or added a negation, condition or number": lambda each: bool(each.lost),
    }
    return "; ".join(
        f"{what}: {sum(any(map(holds, _sure_versions(quote))) for quote in quotes)}"
        for what, holds in counted.items()
    )


def _sure_versions(quote: ReportedQuote) -> list[ReportedVersion]:
    return [each for each in quote.versions if each.version.certainty >= SAME_FLOOR]


def _list_telling(quote: ReportedQuote) -> Iterator[tuple[ReportedVersion, int, str]]:
    """Yield each version that changed the meaning with the weight and the words of what it did.

    A lost condition weighs more than any other words: the lowest number is the gravest.
    """
    for version in _sure_versions(quote):
        if version.lost:
            yield version, -1, version.lost[0]
        elif version.alterations:
            yield version, *version.alterations[0]


def _describe_altered(quote: ReportedQuote, version: ReportedVersion, words: str) -> str:
    speaker = describe_speaker(quote.quote.speaker)
    said = add_quotation_marks(excerpt_words(quote.quote.base.text, _QUOTE_WORDS))
    return f"{speaker}, {said}: {name_paragraph(version.passage)} {words}"


def _list_only(report: Report) -> Iterator[SummaryLine]:
    counts = dict.fromkeys(range(len(report.articles)), 0)
    for passage in report.only_here:
        counts[passage.article_position] += 1
    articles = [position for position, number in counts.items() if number]
    perhaps = sum(each.state is not Exclusivity.ONLY_HERE for each in report.exclusives)
    doubtful = f"; {perhaps} more perhaps" if perhaps else ""
    if not articles:
        said = f"nothing that is surely in one article alone{doubtful}"
        yield SummaryLine(SummaryTopic.ONLY, said)
        return
    articles.sort(key=lambda position: (-counts[position], position))
    named = ", ".join(f"{name_article(at)} {counts[at]}" for at in articles[:_NAMED_ARTICLES])
    more = len(articles) - _NAMED_ARTICLES
    rest = f" and {more} more articles" if more > 0 else ""
    first = report.only_here[0]
    words = add_quotation_marks(excerpt_words(first.text, _QUOTE_WORDS))
    yield SummaryLine(
        SummaryTopic.ONLY,
        f"{count(len(report.only_here), 'paragraph')}: {named}{rest}{doubtful}; "
        f"first {name_paragraph(first)} {words}",
        passage=first,
    )


def _list_left_out(report: Report) -> Iterator[SummaryLine]:
    """Yield who alone surely leaves out what all others report, where there are two others."""
    if len(report.articles) < _FEWEST_FOR_LEAVING_OUT:
        return
    missing: dict[int, list[MatrixRow]] = {}
    doubtful = 0
    for row in report.moments:
        if len(row.cells) != len(report.articles) - 1:
            continue
        if row.left_out_by:
            missing.setdefault(row.left_out_by[0], []).append(row)
        else:
            doubtful += 1
    perhaps = f"; {doubtful} more perhaps" if doubtful else ""
    if not missing:
        said = f"nothing that surely one alone leaves out and all others report{perhaps}"
        yield SummaryLine(SummaryTopic.LEFT_OUT, said)
        return
    named = [f"{name_article(at)} {len(rows)}" for at, rows in sorted(missing.items())]
    first = next(iter(missing.values()))[0]
    words = add_quotation_marks(excerpt_words(first.label.text, _QUOTE_WORDS))
    yield SummaryLine(
        SummaryTopic.LEFT_OUT,
        f"{', '.join(named)} of what all others report{perhaps}; the first {words}",
        passage=first.label,
    )
