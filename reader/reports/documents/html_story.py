"""The collated story as values of the page of a report."""

from __future__ import annotations

from typing import Any

from reader.articles import Passage, Place
from reader.reports.collated_report import mark_absent, mark_only_shown, summarize_collated
from reader.reports.documents.html_places import PlaceNamer, name_hue
from reader.reports.documents.passage_groups import MOST_ARTICLES
from reader.reports.documents.report import Report
from reader.reports.documents.wording import count
from reader.reports.moment_variants import VariantKind, describe_variant, list_variants
from reader.reports.place_names import name_article
from reader.reports.possible_articles import describe_possible
from reader.story import CollatedMoment

_MANY_VERSIONS = 6
_MOST_LINES = 3
"""With `_MANY_VERSIONS` articles or more, at most this many differing versions are listed for one
moment: the page has their words beside each other."""
_SIGNS = (
    "Every paragraph as printed, from the article that is named; beside it what others have "
    "otherwise. · not told, ≈ probably told, ┄ perhaps told, ░ copy shared with another article, "
    "▲ states something otherwise, ⟦ ⟧ stands in no other version of the quotation."
)


def build_story_section(report: Report, places: PlaceNamer) -> dict[str, Any]:
    """Return every moment once, in its fullest version, with the differing versions."""
    story = report.coverage.collated
    return {
        "lead": f"{summarize_collated(story)} {_SIGNS}",
        "moments": [_build_moment(moment, report, places) for moment in story.moments],
    }


def _build_moment(moment: CollatedMoment, report: Report, places: PlaceNamer) -> dict[str, Any]:
    articles = len(report.articles)
    is_many = articles > MOST_ARTICLES
    otherwise = _list_variants(moment, report, places)
    most = len(otherwise) if articles < _MANY_VERSIONS else _MOST_LINES
    more = len(otherwise) - most
    return {
        "number": moment.number,
        "passage": places.name(moment.shown[0]),
        "is_part": moment.is_part,
        "is_alone": moment.is_in_one_article,
        "has_copy": bool(moment.copy),
        "counted": f"{len(moment.articles)} of {articles}" if is_many else "",
        "tellers": [] if is_many else [_mark_carrier(moment, at) for at in range(articles)],
        "words": [mark_only_shown(passage, moment) for passage in moment.shown],
        "otherwise": otherwise[:most],
        "more": f"and {count(more, 'more line')} of other versions" if more > 0 else "",
    }


def _mark_carrier(moment: CollatedMoment, article: int) -> dict[str, Any]:
    if article in moment.articles:
        return {"mark": article + 1, "hue": name_hue(article)}
    return {"mark": mark_absent(moment, article), "hue": ""}


def _list_variants(
    moment: CollatedMoment, report: Report, places: PlaceNamer
) -> list[dict[str, Any]]:
    """Return the differing versions; articles with the same words together, facts first."""
    found: dict[tuple[bool, str], list[Passage]] = {}
    for line in list_variants(moment):
        is_fact = line.kind is VariantKind.FACT
        place = Place(line.article, line.paragraphs[0] - 1)
        found.setdefault((is_fact, describe_variant(line)), []).append(
            report.coverage.passage(place)
        )
    lines = [
        {"places": places.name_all(passages), "words": words, "is_fact": is_fact}
        for (is_fact, words), passages in found.items()
    ]
    if moment.is_in_one_article and moment.perhaps_in:
        words = describe_possible(moment, name_article, "also in")
        lines.append({"places": places.name_all(()), "words": words, "is_fact": False})
    return lines
