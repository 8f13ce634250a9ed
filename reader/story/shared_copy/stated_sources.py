"""The agencies and outlets whose words an article says that it carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.articles import Article, ParagraphKind
from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.credits import list_contributors
from reader.articles.metadata.datelines import find_dateline
from reader.articles.metadata.outlets import is_same_outlet
from reader.text.cleaning import Clean


@dataclass(frozen=True, slots=True)
class StatedSources:
    """Whom an article names as the source of its words."""

    article: Article
    agencies: tuple[Clean, ...]
    """The agency whose copy it states to be, or else those that its credits name."""
    dateline_source: str | None
    """The name in the brackets of its dateline: an agency, known or not, or an outlet."""
    names: tuple[str, ...]
    """All names in its dateline, its byline and its credits, of persons as well."""

    @classmethod
    def read(cls, article: Article) -> StatedSources:
        """Read what an article states."""
        contributors = [name for line in article.credits for name in list_contributors(line)]
        dateline_source = source_in_dateline(article)
        names = (
            article.agency,
            article.byline,
            dateline_source,
            *contributors,
            *map(find_agency, contributors),
        )
        return cls(
            article,
            tuple(_list_agencies(article, contributors)),
            dateline_source,
            tuple(filter(None, names)),
        )

    def credits(self, outlet: str) -> bool:
        """Return whether it names an outlet; the article of an outlet does not credit that."""
        if is_same_outlet(self.article.outlet, outlet):
            return False
        return any(is_same_outlet(name, outlet) for name in self.names) or self._has_line(outlet)

    def _has_line(self, name: str) -> bool:
        """Return whether a line of the page, outside the story, is this name alone."""
        return any(
            paragraph.kind is ParagraphKind.FURNITURE and paragraph.text.strip(" .-—|") == name
            for paragraph in self.article.paragraphs
        )


def _list_agencies(article: Article, contributors: list[str]) -> Iterator[Clean]:
    if article.agency:
        yield article.agency
    elif article.outlet and (agency := find_agency(article.outlet)):
        yield Clean(agency)
    else:
        agencies = dict.fromkeys(map(find_agency, contributors))
        yield from (Clean(agency) for agency in agencies if agency)


def source_in_dateline(article: Article) -> str | None:
    """Return the name in the brackets of a dateline: `HARLOW (Northwire) — …`."""
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.BODY:
            dateline = find_dateline(paragraph.text)
            return dateline.source if dateline else None
    return None
