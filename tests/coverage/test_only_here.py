"""Paragraphs without a link: only here, or perhaps elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles import Place
from reader.coverage import Coverage
from reader.coverage.only_here import NearestFinder
from reader.coverage.word_rarity import WordRarity
from reader.linking import RELATED_FLOOR, Level, LinkTable
from reader.linking.scored_links import ScoredPair

HERE = Place(0, 0)
OTHERS = (
    "Ferries to Ventspils were full on Friday, and the harbour asked for patience.",
    "A bakery in Cesis gave away forty loaves after its oven was mended overnight.",
    "Voters will choose a new council in May, the clerk of the district wrote.",
)


@pytest.fixture
def make(make_english):
    """A coverage of two articles; the first paragraphs have a link of some score."""

    def make(here: str, there: str, score: float = 0.1) -> Coverage:
        articles = [make_english("a", here, *OTHERS), make_english("b", there, *OTHERS)]
        pair = ScoredPair(HERE, Place(1, 0), score)
        return Coverage(articles, LinkTable.build((4, 4), [pair] if score else []))

    return make


def doubt(coverage: Coverage) -> float:
    rarity = WordRarity(coverage.articles)
    return NearestFinder(coverage.articles, coverage.table, rarity).find(HERE).doubt


def test_a_paragraph_with_nothing_alike_is_only_here(make) -> None:
    coverage = make(
        "The gardener of the palace planted tulips along the moat in the rain.",
        "Engineers tested a turbine near the northern dam with a borrowed crane.",
    )
    assert coverage.is_only_here(HERE)
    assert coverage.nearest(HERE) is None


def test_words_that_one_side_sets_off_and_the_other_repeats_leave_a_doubt(make) -> None:
    summary = "She called the plan a “gilded birdcage”, and said that nobody would live in it."
    other = "Asked about the tower, Holm spoke of a gilded birdcage once more."
    coverage = make(summary, other)
    assert not coverage.is_only_here(HERE)
    nearest = coverage.nearest(HERE)
    assert nearest is not None
    assert (nearest.there.place, nearest.level) == (Place(1, 0), Level.PERHAPS)
    unmarked = make(summary.replace("“", "").replace("”", ""), other)
    assert doubt(coverage) > doubt(unmarked) + 0.05


def test_a_quotation_without_a_link_is_more_surely_only_here(make) -> None:
    words = "nobody in this town has asked for a second lighthouse"
    there = "A second lighthouse was discussed in the town by nobody but the keeper."
    said = make(f"“Indeed {words},” Holm told them.", there)
    told = make(f"Indeed {words}, Holm told them.", there)
    assert doubt(said) < doubt(told)


def test_what_the_reporter_tells_is_less_surely_only_here_than_a_named_speaker_s_words(
    make,
) -> None:
    there = "A second lighthouse was discussed in the town by nobody but the keeper."
    words = "nobody in this town of sailors has asked for a second lighthouse"
    said = make(f"“Not once, and {words} like it,” Holm said.", there)
    unnamed = make(f"“Not once, and {words} like it,” she said.", there)
    told = make(f"As far as is known, {words} like it in Liepaja.", there)
    assert doubt(said) + 0.03 < doubt(unnamed)
    assert doubt(said) + 0.03 < doubt(told)
    assert said.is_only_here(HERE)
    assert not told.is_only_here(HERE)


def test_two_statements_of_one_kind_by_one_speaker_leave_a_doubt(make) -> None:
    there = "“Nobody will close it while I am mayor,” she said. Holm promised the museum a boat."
    here = (
        "Ann Holm {} that not one room of the harbour museum on the old quay, where a boat is kept "
        "under a glass roof beside the rope works, would be let to the painters of Liepaja."
    )
    assert not make(here.format("pledged"), there, score=0.06).is_only_here(HERE)
    assert make(here.format("dreamt"), there, score=0.06).is_only_here(HERE)
    other = here.replace("Ann Holm", "Piet Dorn")
    assert make(other.format("pledged"), there, score=0.06).is_only_here(HERE)


def test_a_link_below_a_higher_threshold_is_no_claim(make) -> None:
    coverage = make(OTHERS[0][:40], OTHERS[1], score=RELATED_FLOOR)
    assert coverage.links_from(HERE)
    assert coverage.nearest(HERE) is None, "it has a link"
    assert not coverage.is_only_here(HERE, 0.9)
    assert coverage.nearest(HERE, 0.9) is not None


def test_a_paragraph_with_a_link_below_the_bound_is_not_only_here_where_it_is_shown(make) -> None:
    coverage = make("The gardener planted tulips.", "Engineers tested a turbine.", score=0.06)
    assert coverage.is_only_here(HERE)
    assert not coverage.is_only_here(HERE, 0.05)
    assert coverage.links_from(HERE, 0.05)[0].level is Level.PERHAPS


def test_headings_and_furniture_are_not_judged(make_english) -> None:
    articles = [
        make_english("a", "Menu", "Ferry", OTHERS[0], furniture=(1,), headings=(2,)),
        make_english("b", OTHERS[1]),
    ]
    coverage = Coverage(articles, LinkTable.build((3, 1), []))
    assert [coverage.is_only_here(Place(0, p)) for p in range(3)] == [False, False, True]
    assert [coverage.nearest(Place(0, p)) for p in range(3)] == [None] * 3


@pytest.mark.parametrize(
    ("summary", "is_firm"),
    [
        ("Ann Holm had also said, as a painter, that she would not lend a brush.", False),
        ("As a painter, nobody would lend a brush to such a scheme at all.", True),
        ("“As a painter I would not lend a brush to it, not even one,” Holm said.", True),
        ("Piet Dorn said, as a painter, that he would not lend a brush.", True),
    ],
)
def test_a_statement_in_other_words_beside_a_link_may_be_elsewhere(
    make_english, summary: str, is_firm: bool
) -> None:
    opening = "The lighthouse of Ventspils will be covered with pink tiles, Ann Holm said."
    articles = [
        make_english("a", opening, summary, *OTHERS),
        make_english("b", opening, "“Never with my money,” said Ann Holm.", *OTHERS),
    ]
    table = LinkTable.build((5, 5), [ScoredPair(Place(0, 0), Place(1, 0), 0.9)])
    coverage = Coverage(articles, table)
    assert coverage.is_only_here(Place(0, 1)) is is_firm
    nearest = coverage.nearest(Place(0, 1))
    assert (nearest is None) is is_firm
    assert nearest is None or nearest.there.place in (Place(1, 0), Place(1, 1))


def test_what_stands_between_linked_paragraphs_is_less_surely_only_here(make_english) -> None:
    here = "The gardener of the palace planted tulips along the moat in the rain."
    there = "A moat with tulips was dug near the northern dam by engineers in the rain."
    articles = [
        make_english("a", OTHERS[0], here, OTHERS[1]),
        make_english("b", OTHERS[0], there, OTHERS[1]),
    ]
    alike = ScoredPair(Place(0, 1), Place(1, 1), 0.06)
    beside = [ScoredPair(Place(0, n), Place(1, n), 0.9) for n in (0, 2)]

    def doubt_with(*links: ScoredPair) -> float:
        table = LinkTable.build((3, 3), [alike, *links])
        return NearestFinder(articles, table, WordRarity(articles)).find(Place(0, 1)).doubt

    assert doubt_with() < doubt_with(beside[0]) < doubt_with(*beside)


def test_words_of_the_topic_are_no_doubt_and_words_of_few_paragraphs_are(make_english) -> None:
    topic = [f"The ferry council met about the harbour, {w}." for w in ("again", "too", "twice")]
    here = (
        "The ferry council spoke of the harbour, and a cormorant was seen in Kuldiga on its turret."
    )

    def doubt_beside(there: str) -> float:
        articles = [make_english("a", here, *topic, *OTHERS), make_english("b", there, *topic)]
        table = LinkTable.build((7, 4), [ScoredPair(HERE, Place(1, 0), 0.1)])
        return NearestFinder(articles, table, WordRarity(articles)).find(HERE).doubt

    common = doubt_beside("The ferry council met, and closed the harbour.")
    assert common == doubt_beside("Nothing else was said for a whole week.")
    assert common < doubt_beside("A cormorant on a turret held up a vote.")


def test_where_most_of_an_article_is_elsewhere_the_rest_is_more_often(make_english) -> None:
    here = "The gardener of the palace planted tulips along the moat in the rain."
    there = "A moat with tulips was dug near the northern dam by engineers in the rain."
    articles = [make_english(name, text, *OTHERS) for name, text in (("a", here), ("b", there))]

    def doubt_with(*linked: int) -> float:
        pairs = [ScoredPair(Place(0, n), Place(1, n), 0.9) for n in linked]
        table = LinkTable.build((4, 4), [ScoredPair(HERE, Place(1, 0), 0.06), *pairs])
        return NearestFinder(articles, table, WordRarity(articles)).find(HERE).doubt

    assert doubt_with() < doubt_with(2) < doubt_with(2, 3)


class _CountedParagraphs(tuple):  # type: ignore[type-arg]
    """Paragraphs that count how often all of them are gone through."""

    passes = 0

    def __iter__(self):
        type(self).passes += 1
        return super().__iter__()


def test_a_long_article_is_not_gone_through_for_each_paragraph(make) -> None:
    coverage = make("Tulips grew along the moat.", "A crane was borrowed from the north.")
    articles = [
        replace(article, paragraphs=_CountedParagraphs(article.paragraphs))
        for article in coverage.articles
    ]
    finder = NearestFinder(articles, coverage.table, WordRarity(articles))
    finder.find(HERE)
    _CountedParagraphs.passes = 0
    for paragraph in range(1, 4):
        finder.find(Place(0, paragraph))
    assert _CountedParagraphs.passes == 0


def test_one_word_in_common_is_no_evidence(make) -> None:
    here = "Gardeners of the palace planted tulips along the moat."
    there = "Those tulips were tested near the northern {} by engineers."
    assert make(here, there.format("dam"), score=0.29).is_only_here(HERE)
    assert not make(here, there.format("moat"), score=0.29).is_only_here(HERE)


def test_the_nearest_passage_of_a_doubtful_paragraph_is_doubtful_itself(make) -> None:
    short = "Gardeners planted tulips."
    long = (
        "“Whoever saw the moat in the year when the gardeners of the palace had planted the tulips "
        "will tell their children and their neighbours of the smell, of the bees that came over "
        "from the monastery, of the painters on the bridge, and of the evening when the lamps were "
        "put up between the lime trees and the music of the fire brigade was heard on the lake.”"
    )
    assert make(long, short, score=0.15).is_only_here(HERE), "the other one is hardly doubtful"
    coverage = make(long, short, score=0.24)
    assert coverage.nearest(Place(1, 0)).there.place == HERE
    assert not coverage.is_only_here(Place(1, 0))
    assert not coverage.is_only_here(HERE)
    assert coverage.nearest(HERE).there.place == Place(1, 0)


@pytest.mark.parametrize("score", [0.9, 0.1, 0.0])
def test_a_short_sentence_is_surely_only_here_only_where_nothing_beside_is_alike(
    make_english, score
) -> None:
    articles = [
        make_english("a", OTHERS[0], "The network issued a similar statement.", *OTHERS[1:]),
        make_english("b", "Engineers tested a turbine near the dam.", *OTHERS),
    ]
    pairs = [ScoredPair(Place(0, 0), Place(1, 1), score)] if score else []
    coverage = Coverage(articles, LinkTable.build((4, 4), pairs))
    assert coverage.is_only_here(Place(0, 1)) is not bool(pairs)
    nearest = coverage.nearest(Place(0, 1))
    assert (nearest.there.place if nearest else None) == (Place(1, 1) if pairs else None)
