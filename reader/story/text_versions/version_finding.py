"""Finding articles that are versions of one text: corrected, updated or shortened.

Two articles are versions where most words of the shorter one stand in the other (the containment
of Broder 1997, of edited runs of words), and they are of one outlet. Articles of two outlets that
carry the same words share copy. Where no outlet is stated, the same title tells, or that most words
of both are the same; then it is said that two outlets may have one copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from reader.articles import Article, list_dates, show_date
from reader.articles.metadata.date_order import compare_dates, find_latest
from reader.articles.metadata.outlets import find_domain, is_same_outlet
from reader.quotes import Quote
from reader.story.shared_copy.copied_words import StoryWords
from reader.story.shared_copy.meaning_edits import MeaningEdits
from reader.story.shared_copy.shared_runs import SharedCopy, measure_copy
from reader.story.text_versions.text_change import TextChanges
from reader.story.text_versions.text_changes import find_text_changes
from reader.story.text_versions.text_version import TextVersion, TextVersions
from reader.text.cleaning import Clean
from reader.text.printed_shares import print_share
from reader.text.words import word_keys

LEAST_CONTAINED = 0.5
"""The share, 0..1, of the words of the shorter of two texts of one outlet that the other has."""
LEAST_CONTAINED_AT_ADDRESS = 0.1
"""The same of two texts from one address, which are states of one page."""
_RUNS_PER_EDIT = 4
"""Words edited one by one leave at least one in so many runs of five words the same."""
LEAST_OF_BOTH = 0.5
"""The share of the words of either text where neither outlet nor title tells that they are one."""


class _Kinship(NamedTuple):
    """What says that two articles are versions of one text."""

    copy: SharedCopy
    why: str
    is_one_outlet: bool


def find_text_versions(
    articles: Sequence[Article],
    quotes: Sequence[Sequence[Quote]],
    copies: Iterable[SharedCopy] = (),
) -> tuple[TextVersions, ...]:
    """Group the articles that are versions of one text.

    Args:
        articles: the articles compared.
        quotes: their quotes.
        copies: what pairs of them are known to share; of other pairs it is found.

    Returns:
        The groups, in the order of their first articles; an article without another version is in
        none.
    """
    stories: dict[int, StoryWords] = {}
    kin: dict[tuple[int, int], _Kinship] = {}
    known = {(copy.here, copy.there): copy for copy in copies}
    for one, other in combinations(range(len(articles)), 2):
        identity = _identify(articles[one], articles[other])
        if identity is None:
            continue
        copy = known.get((one, other))
        if copy is None:
            for at in (one, other):
                if at not in stories:
                    stories[at] = StoryWords.read(articles[at], at, quotes[at])
            if _may_contain(stories[one], stories[other], identity):
                edits = MeaningEdits(articles[one].language)
                copy = measure_copy(stories[one], stories[other], edits)
        if copy is not None and _contains(copy, identity):
            kin[one, other] = _Kinship(copy, identity.why, identity.is_one_outlet)
    return tuple(
        _describe(articles, quotes, group, [kin[pair] for pair in kin if set(pair) <= set(group)])
        for group in _join(articles, kin)
    )


class _Identity(NamedTuple):
    """What two articles state that makes them one text's, beside their words."""

    least: float
    """The share of words that must be the same, 0..1."""
    of_both: bool
    """Whether of both texts, not only of the shorter one."""
    is_one_outlet: bool
    why: str


def _identify(one: Article, other: Article) -> _Identity | None:
    """Return what makes two articles one text's; None where they are of two outlets."""
    if one.language != other.language:
        return None
    domain, other_domain = find_domain(one.source), find_domain(other.source)
    if domain and one.source == other.source:
        return _Identity(LEAST_CONTAINED_AT_ADDRESS, False, True, "both from one address")
    if one.outlet and other.outlet:
        is_one = is_same_outlet(one.outlet, other.outlet)
        why = f"both of {one.outlet}"
        return _Identity(LEAST_CONTAINED, False, True, why) if is_one else None
    if domain and other_domain:
        is_one = domain == other_domain
        return _Identity(LEAST_CONTAINED, False, True, f"both from {domain}") if is_one else None
    return _identify_by_title(one, other)


def _identify_by_title(one: Article, other: Article) -> _Identity:
    """Return what two articles have in common of which one states no outlet.

    Under one title an agency's copy may be that of two outlets, and two bylines are.
    """
    if _may_be_two_outlets(one, other):
        return _Identity(
            LEAST_OF_BOTH, True, False, "no outlet stated, they may be two outlets' copy"
        )
    if one.title and other.title and word_keys(one.title) == word_keys(other.title):
        return _Identity(LEAST_CONTAINED, False, False, "the same title, no outlet stated")
    return _Identity(LEAST_OF_BOTH, True, False, "no outlet stated, they may be two outlets' copy")


def _may_be_two_outlets(one: Article, other: Article) -> bool:
    if one.agency or other.agency:
        return True
    if not one.byline or not other.byline:
        return False
    return word_keys(one.byline) != word_keys(other.byline)


def _may_contain(one: StoryWords, other: StoryWords, identity: _Identity) -> bool:
    """Return whether two stories have enough runs of words in common to be worth a comparison."""
    shared = len(one.first_places.keys() & other.first_places.keys())
    counts = sorted((len(one.first_places), len(other.first_places)))
    # A word that is edited costs its whole run of five.
    return shared >= identity.least * counts[identity.of_both] / _RUNS_PER_EDIT


def _contains(copy: SharedCopy, identity: _Identity) -> bool:
    shares = sorted((copy.share_here, copy.share_there))
    return shares[0 if identity.of_both else 1] >= identity.least


def _join(articles: Sequence[Article], kin: dict[tuple[int, int], _Kinship]) -> Iterator[list[int]]:
    """Yield the groups of articles that are kin, each in the order given.

    The surest pairs are joined first; no group gets articles of two outlets by way of one that
    states none.
    """
    groups = [[at] for at in range(len(articles))]
    ranked = sorted(kin, key=lambda pair: (not kin[pair].is_one_outlet, -kin[pair].copy.words))
    for one, other in ranked:
        here, there = groups[one], groups[other]
        if here is there or not all(
            _identify(articles[at], articles[at_other]) for at in here for at_other in there
        ):
            continue
        here += there
        for at in there:
            groups[at] = here
    seen: set[int] = set()
    for group in groups:
        if len(group) > 1 and id(group) not in seen:
            seen.add(id(group))
            yield sorted(group)


def _describe(
    articles: Sequence[Article],
    quotes: Sequence[Sequence[Quote]],
    group: Sequence[int],
    kin: Sequence[_Kinship],
) -> TextVersions:
    order = _Order(articles, quotes)
    placed = order.sort(group)
    versions = []
    for number, article in enumerate(placed):
        kind, date = find_latest_date(articles[article])
        why_later = order.why_later(placed[number - 1], article) if number else None
        versions.append(TextVersion(article, date, kind, why_later))
    is_one_outlet = all(each.is_one_outlet for each in kin)
    return TextVersions(tuple(versions), _explain(kin, len(group)), is_one_outlet)


def _explain(kin: Sequence[_Kinship], count: int) -> Clean:
    """Return what says that some articles are versions, in words."""
    surest = max(kin, key=lambda each: (each.is_one_outlet, each.copy.words))
    shares = [share for each in kin for share in (each.copy.share_here, each.copy.share_there)]
    why = surest.why if count == 2 else surest.why.replace("both ", "all ", 1)
    if min(shares) == 1:
        return Clean(f"{why}; all words below the headline are the same")
    if count == 2:
        same = f"{print_share(shares[0])} and {print_share(shares[1])} of the words are the same"
        return Clean(f"{why}; {same}")
    return Clean(f"{why}; {print_share(min(shares))} of the words and more are the same")


def find_latest_date(article: Article) -> tuple[str | None, Clean | None]:
    """Return which of the dates of an article is the latest, and the date as it is shown."""
    dates = [(kind, date) for kind, date in reversed(list_dates(article)) if date]
    latest = find_latest([date for _, date in dates])
    if latest is None:
        return None, None
    kind, date = dates[latest]
    return kind, show_date(date)


class _Order:
    """Says which of two versions is the later one, and by what."""

    def __init__(self, articles: Sequence[Article], quotes: Sequence[Sequence[Quote]]) -> None:
        self._articles = articles
        self._quotes = quotes
        self._reasons: dict[tuple[int, int], Clean | None] = {}

    def sort(self, group: Sequence[int]) -> list[int]:
        """Return articles with none before one that is known to be earlier."""
        left, placed = list(group), list[int]()
        while left:
            first = next(
                (
                    one
                    for one in left
                    if not any(self.why_later(other, one) for other in left if other != one)
                ),
                left[0],
            )
            left.remove(first)
            placed.append(first)
        return placed

    def why_later(self, earlier: int, later: int) -> Clean | None:
        """Return what says that an article is later than another, None where nothing does."""
        pair = (earlier, later)
        if pair not in self._reasons:
            self._reasons[pair] = self._find_reason(*pair)
        return self._reasons[pair]

    def _find_reason(self, earlier: int, later: int) -> Clean | None:
        one, other = self._articles[earlier], self._articles[later]
        (_, before), (kind, after) = find_latest_date(one), find_latest_date(other)
        if before and after:
            order = compare_dates(before, after)
            if order:
                return Clean(f"{kind} {after}, not {before}") if order < 0 else None
        has_news = other.corrections and not set(other.corrections) <= set(one.corrections)
        if has_news and not one.corrections and self._is_corrected(earlier, later):
            return Clean("its correction note names what the other has")
        return None

    def _is_corrected(self, earlier: int, later: int) -> bool:
        changes = find_text_changes(self._articles, earlier, later, self._quotes)
        return any(change.note for change in changes.changes)


def compare_versions(
    articles: Sequence[Article], quotes: Sequence[Sequence[Quote]], versions: TextVersions
) -> Iterator[TextChanges]:
    """Yield what changed from each version of a text to the next."""
    for before, after in zip(versions.articles, versions.articles[1:], strict=False):
        yield find_text_changes(articles, before, after, quotes)
