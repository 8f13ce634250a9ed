"""The reasons for a link, in words, with the share of each in its score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from reader.articles import Article, ParagraphKind, Place
from reader.coverage.passages import PassageWords, find_synonyms
from reader.coverage.score_shares import ScoreShares, Synonyms
from reader.coverage.word_rarity import WordRarity
from reader.coverage.word_reasons import Reason, WordReasons
from reader.linking.feature_names import DESCRIPTIONS, SCORE_PARTS, WORD_FEATURES
from reader.linking.link_table import LinkTable
from reader.linking.links import LinkedPlaces
from reader.linking.scored_links import PART_STEPS
from reader.linking.synonym_groups import SYNONYM_WEIGHT
from reader.text.word_alignment import Run

MOST_REASONS = 3
"""At most so many reasons are given."""
NOTHING_SHARED = "no word of weight in both; alike in what they resemble"
LEAST_SHARE = 0.12
"""A reason that added less than this part, 0..1, of what all reasons added is left out."""
LEAST_STRENGTH = 0.75
"""A reason that holds for two articles as a whole is given if it added at least this."""
PARAGRAPHS_CACHED = 2048
"""The links of so many paragraphs are cached: those of a story of fifty articles."""
LEAD_PARAGRAPHS = 4
"""So many paragraphs from the top are the lead of an article."""
ASSUMED_PARTS = {"shared_words": 1.0, "plain_words": 1.0, "names": 0.5, "neighbours": 0.3}
"""What the features are taken to have added to a score whose parts are unknown."""
LANGUAGES_WITH_CAPITAL_NOUNS = frozenset({"de"})
"""Languages in which every noun has a capital."""

_DESCRIBED_OTHERWISE = frozenset(
    {*WORD_FEATURES, "third_party_support", "profile_similarity", "neighbours", "lead"}
)


class ReasonFinder:
    """Finds the reasons for the links of several articles."""

    def __init__(self, articles: Sequence[Article], table: LinkTable, rarity: WordRarity) -> None:
        self._articles = articles
        self._table = table
        self._rarity = rarity
        self._labels = [article.label for article in articles]
        self._rows_from = lru_cache(maxsize=PARAGRAPHS_CACHED)(table.rows_from)
        self._lead_ends = [_find_lead_end(article) for article in articles]

    def find(
        self, link: LinkedPlaces, here: PassageWords, there: PassageWords, runs: Sequence[Run]
    ) -> tuple[str, ...]:
        """The reasons for a link; at least one, and at most `MOST_REASONS`.

        The strongest are chosen; those that say something of the text come first, then those
        that say what else links.

        Args:
            link: from the earlier article to the later one.
            here: the words of the passage in the earlier article.
            there: the words of the passage in the later one.
            runs: the words in a row that both passages have, longest first.
        """
        parts = self._score_parts(link)
        support = list(self._third_party_support(link, parts))
        if not support:
            # Without a third article, the pair's own words replace that reason.
            parts["shared_words"] = parts.get("shared_words", 0.0) + parts.pop(
                "third_party_support", 0.0
            )
        parts["shared_words"] = parts.get("shared_words", 0.0) + parts.pop(
            "profile_similarity", 0.0
        )
        in_runs = (word for run in runs for word in here.words[run.here : run.here + run.length])
        synonyms = self._synonyms(here, there, runs)
        shares = ScoreShares(in_runs, synonyms, parts, self._rarity)
        reasons = [
            *WordReasons(here, there, runs, shares, self._rarity, self._has_capital_names(link)),
            *support,
            *self._neighbours(link, parts),
            *self._lead(link, parts),
            *_article_reasons(parts),
        ]
        reasons.sort(key=lambda reason: -reason.strength)
        least = LEAST_SHARE * sum(reason.strength for reason in reasons)
        chosen = [
            reason
            for reason in reasons[:MOST_REASONS]
            if reason.strength >= least and reason.strength > 0
        ]
        chosen = chosen or reasons[:1]
        chosen.sort(key=lambda reason: not reason.names_text)
        return tuple(dict.fromkeys(reason.words for reason in chosen)) or (NOTHING_SHARED,)

    def _score_parts(self, link: LinkedPlaces) -> dict[str, float]:
        """What every feature added to the score of a link beyond what it adds to most pairs."""
        steps = self._table.parts_of(link)
        if len(steps) != len(SCORE_PARTS):
            return dict(ASSUMED_PARTS)
        parts = {name: step / PART_STEPS for name, step in zip(SCORE_PARTS, steps, strict=True)}
        # Both mean that other articles report it too, which is shown at one of their paragraphs.
        parts["third_party_support"] += parts.pop("cooccurrence")
        return parts

    def _synonyms(
        self, here: PassageWords, there: PassageWords, runs: Sequence[Run]
    ) -> list[Synonyms]:
        """The first words of every synonym group of which the passages share no word."""
        if not here.synonyms or not there.synonyms:
            return []
        shared_here = {n for run in runs for n in range(run.here, run.here + run.length)}
        shared_there = {n for run in runs for n in range(run.there, run.there + run.length)}
        groups, shared = find_synonyms(here, shared_here)
        groups_there, also_shared = find_synonyms(there, shared_there)
        pairs = []
        for group in groups.keys() & groups_there.keys() - shared - also_shared:
            stems, stems_there = groups[group], groups_there[group]
            if not stems.keys() & stems_there.keys():
                word, other = next(iter(stems.values())), next(iter(stems_there.values()))
                weight = min(map(self._rarity.weight, (word.key, other.key)))
                pairs.append(Synonyms(word, other, SYNONYM_WEIGHT * weight))
        return sorted(pairs, key=lambda pair: (-pair.weight, pair.here))

    def _third_party_support(self, link: LinkedPlaces, parts: dict[str, float]) -> Iterator[Reason]:
        """The paragraph of a third article that links most surely to both."""
        if not parts.get("third_party_support"):
            return
        rows, rows_there = self._rows_from(link.here), self._rows_from(link.there)
        both = rows.keys() & rows_there.keys()
        if both:
            # Rows are counted in the order of articles and paragraphs.
            row = max(both, key=lambda row: (min(rows[row], rows_there[row]), -row))
            place = self._table.place_of(row)
            number = self._articles[place.article].paragraphs[place.paragraph].number
            strength = parts["third_party_support"]
            yield Reason(
                strength, f"both link to ¶{number} of {self._labels[place.article]}", False
            )

    def _neighbours(self, link: LinkedPlaces, parts: dict[str, float]) -> Iterator[Reason]:
        before, after = self._has_neighbour(link, -1), self._has_neighbour(link, 1)
        strength = parts.get("neighbours", 0.0)
        if before and after:
            yield Reason(strength, "neighbours on both sides link too", False)
        elif before or after:
            which = "before" if before else "after"
            yield Reason(strength, f"the paragraphs {which} them link too", False)

    def _has_neighbour(self, link: LinkedPlaces, step: int) -> bool:
        """Whether the paragraphs `step` further down are linked too."""
        here, there = link.here, link.there
        return self._table.has_link(
            Place(here.article, here.paragraph + step), Place(there.article, there.paragraph + step)
        )

    def _lead(self, link: LinkedPlaces, parts: dict[str, float]) -> Iterator[Reason]:
        if parts.get("lead") and all(map(self._is_in_lead, (link.here, link.there))):
            yield Reason(parts["lead"], DESCRIPTIONS["lead"], False)

    def _is_in_lead(self, place: Place) -> bool:
        return place.paragraph < self._lead_ends[place.article]

    def _has_capital_names(self, link: LinkedPlaces) -> bool:
        """Whether a capital is a sign of a name in both languages."""
        languages = {self._language(link.here), self._language(link.there)}
        return not languages & LANGUAGES_WITH_CAPITAL_NOUNS

    def _language(self, place: Place) -> str | None:
        return self._articles[place.article].language


def _find_lead_end(article: Article) -> int:
    """The position of the first paragraph of an article that is below its lead."""
    numbered = enumerate(article.paragraphs)
    story = (number for number, p in numbered if p.kind is not ParagraphKind.FURNITURE)
    last = next(islice(story, LEAD_PARAGRAPHS - 1, None), len(article.paragraphs))
    return last + 1


def _article_reasons(parts: dict[str, float]) -> Iterator[Reason]:
    """The features that are described without words of the passages."""
    for name, strength in parts.items():
        if name not in _DESCRIBED_OTHERWISE and strength >= LEAST_STRENGTH:
            yield Reason(strength, DESCRIPTIONS[name], False)
