"""Origins: which articles carry one outlet's or one agency's copy, as far as credits say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles import Article
from reader.story.shared_copy import SharedCopy
from reader.text.cleaning import Clean

LEAST_SHARE = 0.25
"""The share, 0..1, of the words of either article from which two are of one origin."""
LEAST_CREDITED_SHARE = 0.1
"""The same for two that credit one agency."""


@dataclass(frozen=True, slots=True)
class CopySource:
    """Whose copy one of two articles carries, and what says so."""

    article: int
    """The position of the article that had it first."""
    reason: Clean


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that carry the same copy, or one that carries its own."""

    articles: tuple[int, ...]
    """Their positions."""
    name: Clean | None
    """The agency or outlet whose copy it is; None where no article says so."""
    reason: Clean | None
    """What says that they are of one origin; None of a single article."""


def find_direction(articles: Sequence[Article], copy: SharedCopy) -> CopySource | None:
    """Return which of two articles had the shared words first, None where no credit says so.

    The one that is an agency's or another outlet's own has them before the one that credits it.
    """
    for giver, taker in ((copy.here, copy.there), (copy.there, copy.here)):
        own, article = _owner(articles[giver]), articles[taker]
        if own and _same(own, article.agency) and not _same(own, _owner(article)):
            return CopySource(giver, Clean(f"{article.outlet} credits {own}"))
    return None


def find_origins(articles: Sequence[Article], copies: Sequence[SharedCopy]) -> tuple[Origin, ...]:
    """Group articles that carry one copy.

    Args:
        articles: the articles compared.
        copies: what pairs of them share.

    Returns:
        The origins, in the order of their first articles; every article is in one.
    """
    roots = list(range(len(articles)))
    reasons: dict[int, list[tuple[float, SharedCopy]]] = {}
    joined = [copy for copy in copies if _is_one_origin(articles, copy)]
    for copy in joined:
        one, other = _root(roots, copy.here), _root(roots, copy.there)
        roots[max(one, other)] = min(one, other)
    for copy in joined:
        share = max(copy.share_here, copy.share_there)
        reasons.setdefault(_root(roots, copy.here), []).append((share, copy))
    members: dict[int, list[int]] = {}
    for article in range(len(articles)):
        members.setdefault(_root(roots, article), []).append(article)
    return tuple(
        _describe(articles, tuple(group), reasons.get(root, [])) for root, group in members.items()
    )


def _is_one_origin(articles: Sequence[Article], copy: SharedCopy) -> bool:
    share = max(copy.share_here, copy.share_there)
    credits = _same(articles[copy.here].agency, articles[copy.there].agency)
    return share >= (LEAST_CREDITED_SHARE if credits else LEAST_SHARE)


def _describe(
    articles: Sequence[Article], group: tuple[int, ...], shared: Sequence[tuple[float, SharedCopy]]
) -> Origin:
    if not shared:
        article = articles[group[0]]
        return Origin(group, article.outlet or article.agency, None)
    _, most = max(shared, key=lambda entry: entry[0])
    holder, other = most.here, most.there
    if most.share_there > most.share_here:
        holder, other = other, holder
    share = round(100 * max(most.share_here, most.share_there))
    labels = articles[holder].label, articles[other].label
    reason = f"{share} % of the words of {labels[0]} stand in {labels[1]}, too"
    return Origin(group, _common_agency(articles, group), Clean(reason))


def _common_agency(articles: Sequence[Article], group: Sequence[int]) -> Clean | None:
    """The agency that all state, or whose own article is among them and that all others state."""
    stated = [articles[number].agency or articles[number].outlet for number in group]
    first = stated[0]
    return first if first and all(_same(first, other) for other in stated) else None


def _owner(article: Article) -> Clean | None:
    """Whose text it is where it carries nobody else's."""
    if article.agency is None:
        return article.outlet
    if article.outlet is None or _same(article.outlet, article.agency):
        return article.agency
    return None


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _root(roots: list[int], article: int) -> int:
    while roots[article] != article:
        article = roots[article]
    return article
