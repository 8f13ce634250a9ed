"""Describes the origins of articles in words: their number, and the articles with one's copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles import Clean
from reader.reports.place_names import name_article
from reader.story import Origin
from reader.text.printed_shares import print_share

_MOST_NAMED = 12
"""Most articles that are named."""


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


def summarize_origin(origin: Origin) -> str:
    """Return the source of the copy, if known, and how much is shared: `AP copy, 98–100%`."""
    name = f"{origin.name} copy" if origin.name else "one copy"
    shares = sorted({member.share for member in origin.members})
    if not shares:
        return name
    least, most = print_share(shares[0]), print_share(shares[-1])
    return f"{name}, {most if least == most else f'{least[:-1]}–{most}'}"


def explain_origin(origin: Origin, most_named: int = _MOST_NAMED) -> str:
    """Return why each article is of one origin, and which of them credit whom.

    `98% of the words of [1] stand in [2], 100% of [3] in [2]; [3] credits AP`
    """
    if not origin.members:
        return origin.reason or ""
    return "; ".join((_list_shares(origin, most_named), *_list_credits(origin, most_named)))


def _list_shares(origin: Origin, most_named: int) -> str:
    pairs = {(member.holder, member.other): member.share for member in origin.members}
    shares: list[str] = []
    for (holder, other), share in list(pairs.items())[:most_named]:
        of, stand = (" the words of", " stand") if not shares else ("", "")
        place = f"{name_article(holder)}{stand} in {name_article(other)}"
        shares.append(f"{print_share(share)} of{of} {place}")
    more = len(pairs) - most_named
    return ", ".join(shares) + (f" and {more} more" if more > 0 else "")


def _list_credits(origin: Origin, most_named: int) -> Iterator[str]:
    """Yield which articles credit whom: `[1] [3] credit AP`."""
    crediting: dict[Clean, list[int]] = {}
    for member in origin.members:
        for credited in member.credited:
            crediting.setdefault(credited, []).append(member.article)
    for credited, articles in crediting.items():
        names = " ".join(map(name_article, articles[:most_named]))
        more = len(articles) - most_named
        rest = f" and {more} more" if more > 0 else ""
        yield f"{names}{rest} {'credits' if len(articles) == 1 else 'credit'} {credited}"


def describe_origins(origins: Sequence[Origin], most_named: int = _MOST_NAMED) -> Iterator[str]:
    """Yield a line for every origin of several articles: `[3] [4] Reuters copy: why`.

    Args:
        origins: the origins.
        most_named: of more articles, so many are named.
    """
    for origin in list_joint_origins(origins):
        names = " ".join(map(name_article, origin.articles[:most_named]))
        more = len(origin.articles) - most_named
        rest = f" and {more} more," if more > 0 else ""
        name = f"{origin.name} copy: " if origin.name else ""
        yield f"{names}{rest} {name}{explain_origin(origin, most_named)}"
