"""How likely it is that another article has a paragraph that has no link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property, lru_cache
from math import exp, log, prod
from typing import NamedTuple

from reader.articles import Article, ParagraphKind, Place
from reader.coverage.findings import ONLY_HERE_DOUBT, NearestPassage
from reader.coverage.own_details import OwnDetails
from reader.coverage.own_persons import OwnPersons
from reader.coverage.speaking_names import find_speaking_names
from reader.coverage.word_rarity import WordRarity
from reader.linking.link_table import LinkTable
from reader.linking.links import RELATED_FLOOR, Level, LinkedPlaces
from reader.linking.speech_acts import LANGUAGES_WITH_SPEECH_ACTS, SpeechAct, find_speech_acts
from reader.quotes.quotation_marks import find_marked_spans
from reader.text.word_alignment import Word, find_words
from reader.text.words import stem_word

LINKS_READ = 3
"""The probabilities of so many links are joined: several weak links together are evidence."""
NO_LINK = 0.02
"""The probability taken for a paragraph without any link."""
SET_OFF_WORDS = 6
"""Quotation marks around at most so many words set off words worth repeating."""
MOST_SET_OFF_WEIGHT = 8.0
"""The weight beyond which further repeated words say no more."""

NEAR_STATEMENT = 3
"""A statement so many paragraphs from one that is linked may be summed up beside the other end."""
STATEMENT_DOUBT = 0.25
"""The least doubt, 0..1, of words of a speaker whose other words another article has there."""

ONE_WORD_DOUBT = 0.12
"""The highest doubt, 0..1, of a longer paragraph with at most one word of any passage."""
MOST_SHORT_WORDS = 4
"""A paragraph of so few words, stop words aside, is about what those beside it are about ("He
refused."): it is *perhaps* where the one before it is nearest to."""
NAMING_DOUBT = 0.45
"""A paragraph that is so doubtful, 0..1, makes the passage that it is most like doubtful, too."""

OWN_PERSON_ODDS = -2.0
"""What it adds to the log odds that a paragraph is about a person whom no other article names: of
110 paragraphs that are *only here* because of it, two were elsewhere (tests/benchmarks/README.md).
"""

_NAMED_QUOTATION, _REPORTERS_WORDS = -0.25, 0.4
"""What it adds to the log odds that a paragraph quotes somebody whom it names, or does not: outlets
quote in the same words, and tell in other words what they tell in their own."""

SUBJECT_WORDS = 2
"""Two statements of one kind by one speaker may be one if so many rare words are in both."""

_OFFSET, _LINKS, _SPECIFIC, _LENGTH, _SET_OFF, _QUOTATION = 0.47, 0.73, 0.43, -1.04, 0.18, -0.3
_BESIDE, _SHARED = 0.67, 1.47
"""Of the log odds; fitted, as the bound of *only here*, to the judgements of a person on 666
paragraphs without a link (tests/benchmarks/README.md)."""
PARAGRAPHS_CACHED = 4096
PLACES_COMPARED = 256
"""Paragraphs whose likeness to what they are linked with is cached."""


class _ParagraphWords(NamedTuple):
    """The words of a paragraph without stop words, by their stems."""

    weights: dict[str, float]
    specific: dict[str, float]
    """How far each that is specific says which paragraph it is, 0..1."""
    set_off: frozenset[str]
    """The rare ones among them inside short quotations."""
    has_quotation: bool
    """Whether more than a few words in a row are quoted."""
    speaking: frozenset[str]
    """The names beside verbs of speech."""
    teller: float
    """What it adds to the log odds who says the paragraph, 0 where that cannot be read."""
    acts: frozenset[SpeechAct]
    """The speech acts of speakers."""


class _LinkLikeness(NamedTuple):
    """How much alike the two ends of a link are."""

    link: LinkedPlaces
    specific: float
    """The sum of what the specific words say that both have."""
    repeated: float
    """The weight of the words that one sets off and the other has."""
    is_one_act: bool
    """Whether one speaker does the same in both, by saying something of the same thing."""
    shared_words: int
    """How many words both have, without stop words."""

    def strength(self) -> float:
        """How strong the evidence is that both are the same."""
        score = _log_odds(self.link.score)
        return _LINKS * score + _SPECIFIC * self.specific + _SET_OFF * self.repeated


class NearestFinder:
    """Finds for paragraphs without a link the passage that is most alike.

    The weak links of a paragraph are put together with the specific words that the other
    paragraphs have too, those of few paragraphs: words of the topic say nothing of one paragraph.
    Rare words that one side sets off in quotation marks and the other repeats count besides: a
    statement and its summary share little else. A quotation that has no link
    is hardly elsewhere, because quotations are carried from outlet to outlet in their words, and
    with the name of the speaker; what the reporter tells is told in other words elsewhere. One
    between paragraphs that are linked is elsewhere more often than one among its like, and so is
    one of an article of which others have most. One word in common is no evidence. What
    a speaker says in the reporter's words beside a linked paragraph may sum up what the other
    article quotes, without a word of it. What the reporter tells without a name or figure of its
    own may sum up what they tell in several places. What a person says or does whom no other
    article names is hardly elsewhere. Likeness has two ends: what is the nearest passage of
    a doubtful paragraph is doubtful itself. A few words of the reporter's own are about what those
    beside them are about.

    Args:
        articles: the articles that are compared.
        table: their links.
        rarity: how rare each word is in the articles.
    """

    def __init__(self, articles: Sequence[Article], table: LinkTable, rarity: WordRarity) -> None:
        self._articles = articles
        self._table = table
        self._rarity = rarity
        self._words = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._read_words)
        self.find_words = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._find_words)
        """Returns the words of a paragraph by its place."""
        self._persons = OwnPersons(articles, self.find_words)
        self._details = OwnDetails(articles, self.find_words)
        self._links_beside = lru_cache(maxsize=PLACES_COMPARED)(self._find_links_beside)
        self._links_of = lru_cache(maxsize=PLACES_COMPARED)(self._find_links)
        self._link_likeness = lru_cache(maxsize=PLACES_COMPARED)(self._compare_links)
        self._judge_own = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._judge_by_links)
        self.find = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._find)
        """Returns the `NearestPassage` of a paragraph by its place."""

    def doubt_of_article(self, place: Place, article: int) -> float:
        """Return the probability, 0..1, that one other article has a paragraph.

        It is 1 where a link says so that is shown.
        """
        if place.paragraph in self._linked.get((place.article, article), ()):
            return 1.0
        links = [link for link in self._links_of(place) if link.there.article == article]
        alike = self._compare_all(place, links)
        beside = [link for link in self._links_beside(place) if link.there.article == article]
        return self._judge(place, alike, beside, article).doubt

    def _find(self, place: Place) -> NearestPassage:
        found = self._judge_own(place)
        if found.doubt >= ONLY_HERE_DOUBT:
            return found
        naming = next(filter(self._is_doubtful_end, self._links_of(place)), None)
        return found if naming is None else NearestPassage(ONLY_HERE_DOUBT, naming)

    def _is_doubtful_end(self, link: LinkedPlaces) -> bool:
        """Whether the other end has no link that is shown, is doubtful, and most like this one."""
        if link.there.paragraph in self._linked.get((link.there.article, None), ()):
            return False
        found = self._judge_own(link.there)
        nearest = found.link
        return found.doubt >= NAMING_DOUBT and nearest is not None and nearest.there == link.here

    def _judge_by_links(self, place: Place) -> NearestPassage:
        """Judge a paragraph by its own links and those around it."""
        return self._judge(place, self._link_likeness(place), self._links_beside(place), None)

    def _share_linked(self, article: int, other: int | None) -> float:
        """The part, 0..1, of the paragraphs of an article that have a link to one other or any."""
        linked = self._linked.get((article, other), ())
        return len(linked) / max(self._story_lengths[article], 1)

    @cached_property
    def _story_lengths(self) -> Sequence[int]:
        """The number of paragraphs of each article that are not furniture."""
        return [
            sum(each.kind is not ParagraphKind.FURNITURE for each in article.paragraphs)
            for article in self._articles
        ]

    @cached_property
    def _linked(self) -> Mapping[tuple[int, int | None], Set[int]]:
        """The paragraphs of each article that have a link to each other one, and to any (None)."""
        found: dict[tuple[int, int | None], set[int]] = {}
        for here, there, _score, _level in self._table.links(RELATED_FLOOR):
            for one, other in ((here, there), (there, here)):
                for article in (other.article, None):
                    found.setdefault((one.article, article), set()).add(one.paragraph)
        return found

    def _compare_links(self, place: Place) -> Sequence[_LinkLikeness]:
        return self._compare_all(place, self._links_of(place))

    def _find_links(self, place: Place) -> Sequence[LinkedPlaces]:
        return self._table.links_from(place, 0.0)

    def _compare_all(self, place: Place, links: Sequence[LinkedPlaces]) -> Sequence[_LinkLikeness]:
        """Compare a paragraph with those at the other ends of some of its links."""
        if not links:
            return ()
        here = self._words(place)
        return [
            _LinkLikeness(link, *self._compare(here, self._words(link.there))) for link in links
        ]

    def _judge(
        self,
        place: Place,
        alike: Sequence[_LinkLikeness],
        beside: Sequence[LinkedPlaces],
        other: int | None,
    ) -> NearestPassage:
        """Judge a paragraph by its links, those of the paragraphs beside it, and how much of its
        article has any, to one other article or to all."""
        shared = self._share_linked(place.article, other)
        around = _BESIDE * len({link.here for link in beside}) + _SHARED * shared
        found = NearestPassage(0.0, None)
        if alike:
            found = self._judge_links(place, alike, around)
            if found.doubt < ONLY_HERE_DOUBT and self._is_summary(place, alike, other):
                found = NearestPassage(ONLY_HERE_DOUBT, found.link)
        if found.doubt >= STATEMENT_DOUBT:
            return found
        statement = self._find_statement(place, beside)
        if statement is not None:
            link = found.link or LinkedPlaces(place, statement, 0.0, Level.PERHAPS)
            return NearestPassage(STATEMENT_DOUBT, link)
        if found.doubt < ONLY_HERE_DOUBT and self._is_short(place):
            around_it = (*beside, *self._find_links_before(place))
            if around_it:
                link = found.link or LinkedPlaces(place, around_it[0].there, 0.0, Level.PERHAPS)
                return NearestPassage(ONLY_HERE_DOUBT, link)
        return found

    def _is_summary(self, place: Place, alike: Sequence[_LinkLikeness], other: int | None) -> bool:
        """Whether a paragraph of the reporter's words may sum up what other articles tell.

        It shares words with a passage, has no name or figure that no other article has, and is not
        about a person of its own.
        """
        here = self._words(place)
        return (
            here.teller > 0
            and not here.has_quotation
            and max(each.shared_words for each in alike) > 1
            and not self._details.has_own_detail(place, other)
            and not self._persons.is_about_own_person(place)
        )

    def _find_links_before(self, place: Place) -> Sequence[LinkedPlaces]:
        """The links, however weak, of the paragraph before one, strongest first."""
        if not place.paragraph:
            return ()
        return self._links_of(Place(place.article, place.paragraph - 1))

    def _is_short(self, place: Place) -> bool:
        """Whether a paragraph is a few words of the reporter's own."""
        words = self._words(place)
        return len(words.weights) <= MOST_SHORT_WORDS and not words.has_quotation

    def _judge_links(
        self, place: Place, alike: Sequence[_LinkLikeness], around: float
    ) -> NearestPassage:
        """Judge a paragraph by its links and by what the links around it add to the log odds."""
        here = self._words(place)
        specific = max(each.specific for each in alike)
        set_off = max(each.repeated for each in alike)
        nearest = max(alike, key=_LinkLikeness.strength)
        together = 1.0 - prod(1.0 - each.link.score for each in alike[:LINKS_READ])
        odds = _OFFSET + _LINKS * _log_odds(together) + _SPECIFIC * specific
        odds += _LENGTH * log(1 + len(here.weights)) + _SET_OFF * set_off
        odds += _QUOTATION * here.has_quotation + here.teller + around
        acts = [each for each in alike if each.is_one_act]
        is_open = bool(acts) or _probability(odds) >= ONLY_HERE_DOUBT
        if is_open and self._persons.is_about_own_person(place):
            return NearestPassage(_probability(odds + OWN_PERSON_ODDS), nearest.link)
        doubt = _probability(odds)
        most_shared = max(each.shared_words for each in alike)
        if most_shared <= 1 and not acts and not self._is_short(place):
            doubt = min(doubt, ONE_WORD_DOUBT)
        if acts and doubt < STATEMENT_DOUBT:
            return NearestPassage(STATEMENT_DOUBT, acts[0].link)
        return NearestPassage(doubt, nearest.link)

    def _find_links_beside(self, place: Place) -> list[LinkedPlaces]:
        """The links shown of the paragraphs before and after one."""
        last = len(self._articles[place.article].paragraphs) - 1
        return [
            link
            for position in (place.paragraph - 1, place.paragraph + 1)
            if 0 <= position <= last
            for link in self._table.links_from(Place(place.article, position), RELATED_FLOOR)
        ]

    def _find_statement(self, place: Place, beside: Sequence[LinkedPlaces]) -> Place | None:
        """A paragraph near the other ends of some links with words of the speaker of this one.

        None where this one has no speaker or quotes more than a few words.
        """
        here = self._words(place)
        if here.has_quotation or not here.speaking:
            return None
        for link in beside:
            article, paragraph = link.there
            near = range(paragraph - NEAR_STATEMENT, paragraph + NEAR_STATEMENT + 1)
            for position in sorted(near, key=lambda near: abs(near - paragraph)):
                if 0 <= position < len(self._articles[article].paragraphs):
                    there = Place(article, position)
                    if not here.speaking.isdisjoint(self._words(there).speaking):
                        return there
        return None

    def _compare(
        self, here: _ParagraphWords, there: _ParagraphWords
    ) -> tuple[float, float, bool, int]:
        """What the specific words of both say, the weight of those set off on a side and on both,
        whether both report one speech act, and how many words both have."""
        shared = here.weights.keys() & there.weights.keys()
        if not shared:
            return 0.0, 0.0, False, 0
        # Sums of floats are the same in one order only.
        ordered = sorted(shared)
        specific = sum(here.specific.get(stem, 0.0) for stem in ordered)
        set_off = here.set_off | there.set_off
        repeated = sum(here.weights[stem] for stem in ordered if stem in set_off) if set_off else 0
        is_one_act = self._is_one_act(here.acts & there.acts, shared)
        return specific, min(repeated, MOST_SET_OFF_WEIGHT), is_one_act, len(shared)

    def _is_one_act(self, acts: Set[SpeechAct], shared: Set[str]) -> bool:
        """Whether passages that report the same acts share the subject of these: rare words beside
        the speaker's name."""
        rare = {stem for stem in shared if self._rarity.is_rare(stem)} if acts else set()
        return any(len(rare - {act.speaker}) >= SUBJECT_WORDS for act in acts)

    def _find_words(self, place: Place) -> Sequence[Word]:
        article = self._articles[place.article]
        common = self._rarity.common_words(article.language)
        return find_words(article.paragraphs[place.paragraph].text, common)

    def _read_words(self, place: Place) -> _ParagraphWords:
        article = self._articles[place.article]
        text = article.paragraphs[place.paragraph].text
        language = article.language
        words = self.find_words(place)
        said = [word for word in words if not word.is_common]
        weights = {stem_word(word.key, language): self._rarity.weight(word.key) for word in said}
        specific = {
            stem_word(word.key, language): self._rarity.specificity(word.key) for word in said
        }
        set_off: set[str] = set()
        has_quotation = False
        for span in find_marked_spans(text):
            quoted = [word for word in words if span.start <= word.start < span.end]
            has_quotation |= len(quoted) > SET_OFF_WORDS
            if len(quoted) <= SET_OFF_WORDS:
                set_off.update(
                    stem_word(word.key, language)
                    for word in quoted
                    if not word.is_common and self._rarity.is_rare(word.key)
                )
        speaking = find_speaking_names(words)
        has_acts = language in LANGUAGES_WITH_SPEECH_ACTS
        teller = _NAMED_QUOTATION if has_quotation and speaking else _REPORTERS_WORDS
        return _ParagraphWords(
            weights,
            specific,
            frozenset(set_off),
            has_quotation,
            speaking,
            teller if has_acts else 0.0,
            find_speech_acts(words) if has_acts else frozenset(),
        )


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + exp(-odds))


def _log_odds(probability: float) -> float:
    return log((probability + NO_LINK) / max(1.0 - probability, 1e-4))
