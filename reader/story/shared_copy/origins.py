"""Origins: which articles carry one outlet's or one agency's copy, as far as credits say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.articles import Article
from reader.articles.metadata.outlets import is_same_outlet
from reader.story.shared_copy.shared_runs import SharedCopy
from reader.story.shared_copy.stated_sources import StatedSources
from reader.text.cleaning import Clean
from reader.text.printed_shares import print_share

LEAST_SHARE = 0.25
"""The share, 0..1, of the words of either article from which two are of one origin."""
LEAST_CREDITED_SHARE = 0.1
"""The same for two that credit one agency."""
_MOST_REASONS = 12
"""So many shares are in the reason of an origin."""


@dataclass(frozen=True, slots=True)
class CopySource:
    """Whose copy one of two articles carries, and what says so."""

    article: int
    """The position of the article that had it first."""
    reason: Clean


@dataclass(frozen=True, slots=True)
class OriginMember:
    """Why an article is of an origin: the largest share of words that joins it to another."""

    article: int
    holder: int
    """The position of the article of whose words the share is: this one or the other."""
    other: int
    """The position of the article in which they are."""
    share: float
    """0..1."""
    credited: tuple[Clean, ...]
    """The agencies and the outlets of the others that this article credits."""
    reason: Clean
    """All of it in words."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that carry the same copy, or one that carries its own."""

    articles: tuple[int, ...]
    """Their positions."""
    name: Clean | None
    """The agency or outlet whose copy it is; None where no article says so, or two differ."""
    reason: Clean | None
    """What says that they are of one origin; None of a single article."""
    members: tuple[OriginMember, ...] = ()
    """Why each article belongs to it, in the order of `articles`; empty of a single article."""


def find_direction(articles: Sequence[Article], copy: SharedCopy) -> CopySource | None:
    """Return which of two articles had the shared words first, None where no credit says so.

    The one that is an agency's or another outlet's own has them before the one that credits it;
    none has them first where each credits the other.
    """
    found: list[CopySource] = []
    for giver, taker in ((copy.here, copy.there), (copy.there, copy.here)):
        own, article = _owner(articles[giver]), articles[taker]
        if own is None or is_same_outlet(own, _owner(article)):
            continue
        if StatedSources.read(article).credits(own):
            words = f"{article.outlet or article.label} credits {own}"
            found.append(CopySource(giver, Clean(words)))
    return found[0] if len(found) == 1 else None


def find_origins(articles: Sequence[Article], copies: Sequence[SharedCopy]) -> tuple[Origin, ...]:
    """Group articles that carry one copy.

    Args:
        articles: the articles compared.
        copies: what pairs of them share.

    Returns:
        The origins, in the order of their first articles; every article is in one.
    """
    roots = list(range(len(articles)))
    joined = [copy for copy in copies if _is_one_origin(articles, copy)]
    for copy in joined:
        one, other = _root(roots, copy.here), _root(roots, copy.there)
        roots[max(one, other)] = min(one, other)
    # Of each article the copy that joins it most closely to another; the first of equal ones.
    closest: dict[int, SharedCopy] = {}
    for copy in sorted(joined, key=_larger_share, reverse=True):
        closest.setdefault(copy.here, copy)
        closest.setdefault(copy.there, copy)
    groups: dict[int, list[int]] = {}
    for article in range(len(articles)):
        groups.setdefault(_root(roots, article), []).append(article)
    return tuple(_describe(articles, tuple(group), closest) for group in groups.values())


def _larger_share(copy: SharedCopy) -> float:
    return max(copy.share_here, copy.share_there)


def _is_one_origin(articles: Sequence[Article], copy: SharedCopy) -> bool:
    agency, other_agency = articles[copy.here].agency, articles[copy.there].agency
    credits = agency is not None and is_same_outlet(agency, other_agency)
    return _larger_share(copy) >= (LEAST_CREDITED_SHARE if credits else LEAST_SHARE)


def _describe(
    articles: Sequence[Article], group: tuple[int, ...], closest: dict[int, SharedCopy]
) -> Origin:
    if len(group) == 1:
        article = articles[group[0]]
        return Origin(group, article.outlet or article.agency, None)
    credited = _list_credited(articles, group)
    members = tuple(_describe_member(articles, at, closest[at], credited[at]) for at in group)
    return Origin(group, _name(articles, members), _join_reasons(articles, members), members)


def _list_credited(
    articles: Sequence[Article], group: Sequence[int]
) -> dict[int, tuple[Clean, ...]]:
    """Return which agencies, and which outlets of the group, each article of it credits.

    A name in the brackets of one article's dateline is a source for all: `HARLOW (Northwire) —`.
    """
    stated = {at: StatedSources.read(articles[at]) for at in group}
    names = [articles[at].outlet for at in group]
    names += [Clean(sources.dateline_source or "") for sources in stated.values()]
    credited: dict[int, tuple[Clean, ...]] = {}
    for at, sources in stated.items():
        others = (
            name
            for name in dict.fromkeys(filter(None, names))
            if sources.credits(name)
            and not any(is_same_outlet(name, agency) for agency in sources.agencies)
        )
        credited[at] = (*sources.agencies, *others)
    return credited


def _describe_member(
    articles: Sequence[Article], article: int, copy: SharedCopy, credited: tuple[Clean, ...]
) -> OriginMember:
    holder, other, share = copy.here, copy.there, copy.share_here
    if copy.share_there > share:
        holder, other, share = copy.there, copy.here, copy.share_there
    reasons = _explain_share(articles, holder, other, share), *_credits(articles[article], credited)
    reason = "; ".join(reasons)
    return OriginMember(article, holder, other, share, credited, Clean(reason))


def _explain_share(articles: Sequence[Article], holder: int, other: int, share: float) -> str:
    labels = articles[holder].label, articles[other].label
    return f"{print_share(share)} of the words of {labels[0]} stand in {labels[1]}, too"


def _credits(article: Article, credited: Sequence[str]) -> Iterator[str]:
    """Yield that an article credits others, unless its label says no more than that."""
    if credited and article.label not in credited:
        yield f"{article.outlet or article.label} credits {' and '.join(credited)}"


def _join_reasons(articles: Sequence[Article], members: Sequence[OriginMember]) -> Clean:
    """Return why every article belongs to the group, each share once, and what each credits."""
    shares = dict.fromkeys(
        _explain_share(articles, member.holder, member.other, member.share) for member in members
    )
    credits = (
        reason
        for member in members
        for reason in _credits(articles[member.article], member.credited)
    )
    return Clean("; ".join((*_limit(shares), *_limit(dict.fromkeys(credits)))))


def _limit(reasons: Iterable[str]) -> list[str]:
    listed = list(reasons)
    more = len(listed) - _MOST_REASONS
    return [*listed[:_MOST_REASONS], f"and {more} more"] if more > 0 else listed


def _name(articles: Sequence[Article], members: Sequence[OriginMember]) -> Clean | None:
    """Return the one agency or outlet that those articles credit which credit any.

    Where none does, it is the outlet that all are of.
    """
    stated = [member.credited for member in members if member.credited]
    if not stated:
        outlet = articles[members[0].article].outlet
        others = (articles[member.article].outlet for member in members)
        return outlet if all(is_same_outlet(outlet, other) for other in others) else None
    common = [
        name
        for name in stated[0]
        if all(any(is_same_outlet(name, each) for each in others) for others in stated[1:])
    ]
    return common[0] if len(common) == 1 else None


def _owner(article: Article) -> Clean | None:
    """Whose text it is where it carries nobody else's."""
    if article.agency is None:
        return article.outlet
    if article.outlet is None or is_same_outlet(article.outlet, article.agency):
        return article.agency
    return None


def _root(roots: list[int], article: int) -> int:
    while roots[article] != article:
        article = roots[article]
    return article
