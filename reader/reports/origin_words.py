"""The origins of articles in words: how many there are, and which articles carry one copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.reports.place_names import name_article
from reader.story import Origin


def count_origins(origins: Sequence[Origin]) -> str:
    """Return how many articles and origins there are: `5 articles, 4 origins`."""
    articles = sum(len(origin.articles) for origin in origins)
    noun = "article" if articles == 1 else "articles"
    return f"{articles} {noun}, {name_origins(origins)}"


def name_origins(origins: Sequence[Origin]) -> str:
    """Return how many origins there are: `4 origins`."""
    return "1 origin" if len(origins) == 1 else f"{len(origins)} origins"


def list_joint_origins(origins: Sequence[Origin]) -> list[Origin]:
    """Return the origins of which several articles carry the copy."""
    return [origin for origin in origins if len(origin.articles) > 1]


def explain_origin(origin: Origin) -> str:
    """Return whose copy it is, where that is known, and what says so."""
    name = f"{origin.name} copy: " if origin.name else ""
    return f"{name}{origin.reason}"


def describe_origins(origins: Sequence[Origin], most_named: int = 12) -> Iterator[str]:
    """Yield a line for every origin of several articles: `[3] [4] Reuters copy: why`.

    Args:
        origins: the origins.
        most_named: of more articles, so many are named.
    """
    for origin in list_joint_origins(origins):
        names = " ".join(map(name_article, origin.articles[:most_named]))
        more = len(origin.articles) - most_named
        rest = f" and {more} more," if more > 0 else ""
        yield f"{names}{rest} {explain_origin(origin)}"
