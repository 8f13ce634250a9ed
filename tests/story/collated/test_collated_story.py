"""The collated reading has every moment once, and every sentence of the story in one place."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Coverage, ParagraphKind, article_from_text, compare
from reader.articles import Place
from reader.story.collated.collated_story import CollatedMoment, CollatedStory
from reader.story.collated.repeated_sentences import split_passage
from reader.story.collated.shown_quotes import ShownQuotes

LEDE = "VELMONT, May 4 - The ferry Amelie ran aground on a sandbank off Velmont on Tuesday morning."
CAUSE = "Captain Jonas Reuter said the steering had failed in strong wind near the lighthouse."
COST = "The company will pay $4.2 million for the repair of the hull, its director Ines Kolbe said."
FUEL = "About 15 percent of the fuel leaked into the bay, according to the harbour office."
TOW = "The coast guard approved the plan to tow the ship to the yard at high tide."
QUOTE = "“We heard a bang, and then everything was dark, and nobody told us,” Mara Ohl said."
CUT = "“We heard a bang, and nobody told us,” passenger Mara Ohl said in the gym."
SCHOOL = "Passengers were brought ashore in lifeboats and spent the night in a school gym."
PRICES = "House prices in the old town have doubled since the new bridge was opened in spring."
SENTENCES = (LEDE, CAUSE, COST, FUEL, TOW, QUOTE, CUT, SCHOOL, PRICES)


def compare_stories(*stories: list[str]) -> Coverage:
    """Compare articles, each given by its paragraphs."""
    return compare(
        [article_from_text("\n\n".join(each), name=f"n{at}") for at, each in enumerate(stories)]
    )


def collate_stories(*stories: list[str]) -> CollatedStory:
    return compare_stories(*stories).collated


def find_moment(story: CollatedStory, words: str) -> CollatedMoment:
    """Return the one moment that shows some words."""
    (found,) = (m for m in story.moments if any(words in passage.text for passage in m.shown))
    return found


def count_words_of_places(story: CollatedStory) -> Counter[tuple[int, int, int]]:
    """Count in how many passages every character of the story is that is no white space."""
    return Counter(
        (passage.article_position, passage.number, at)
        for moment in story.moments
        for passage in moment.passages()
        for at in range(passage.start, passage.end)
        if not passage.paragraph.text[at].isspace()
    )


def test_moments_that_share_a_paragraph_are_counted_as_in_the_matrix() -> None:
    coverage = compare_stories([f"{LEDE} {COST}", PRICES], [LEDE, TOW], [COST, SCHOOL])
    story = coverage.collated
    assert any(moment.is_part for moment in story.moments)
    assert story.moment_count == len(coverage.matrix.rows)
    assert story.part_count == sum(moment.is_rest for moment in story.moments)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_sentence_of_the_story_is_in_one_passage(stories: list[list[str]]) -> None:
    story = collate_stories(*stories)
    assert [moment.number for moment in story.moments] == [*range(1, len(story.moments) + 1)]
    assert count_words_of_places(story) == {
        (position, paragraph.number, at): 1
        for position, article in enumerate(story.articles)
        for paragraph in article.paragraphs
        if paragraph.kind is ParagraphKind.BODY
        for at, character in enumerate(paragraph.text)
        if not character.isspace()
    }


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
        min_size=2,
        max_size=4,
    )
)
def test_an_article_has_its_own_order_and_loses_no_moment(stories: list[list[str]]) -> None:
    story = collate_stories(*stories)
    orders = [story.in_order_of(article) for article in range(len(story.articles))]
    numbers = [moment.number for moment in story.moments]
    assert [sorted(moment.number for moment in order) for order in orders] == [numbers] * len(
        orders
    )
    firsts = [
        [
            min((passage.number, passage.start) for passage in own)
            for moment in order
            if (own := moment.passages_of(article))
        ]
        for article, order in enumerate(orders)
    ]
    assert firsts == [sorted(set(each)) for each in firsts] != []


def test_a_moment_is_shown_in_its_fullest_version() -> None:
    brief = "The ferry Amelie ran aground off Velmont on Tuesday."
    story = collate_stories([brief, CAUSE, TOW], [LEDE, CAUSE, FUEL])
    moment = find_moment(story, "sandbank")
    assert moment.articles == (0, 1)
    assert moment.article == 1
    (version,) = moment.versions
    assert version.passages[0].text == brief
    assert version.has_same_words
    assert not moment.is_in_one_article


def test_what_one_article_has_is_in_one_article_in_its_place() -> None:
    story = collate_stories([LEDE, PRICES, CAUSE, COST], [LEDE, CAUSE, COST])
    lone = find_moment(story, "House prices")
    assert lone.is_in_one_article
    assert lone.articles == (0,)
    assert lone.number == 2
    assert story.one_article_count == 1


def test_words_that_only_a_version_has_are_named() -> None:
    longer = LEDE.replace("Tuesday morning", "Tuesday morning in thick fog with broken radar")
    shorter = LEDE.replace("on Tuesday morning", "after a quarrel on the bridge")
    moment = find_moment(collate_stories([longer, CAUSE], [shorter, CAUSE]), "thick fog")
    (version,) = moment.versions
    assert any("quarrel" in words.text for words in version.own_words)
    assert not version.has_same_words


def test_a_word_is_never_named_without_its_negation() -> None:
    other = TOW.replace("The coast guard approved", "The coast guard did not endorse")
    moment = find_moment(collate_stories([f"{TOW} {FUEL}", CAUSE], [other, CAUSE]), "approved")
    (version,) = moment.versions
    assert [words.text for words in version.own_words if "endorse" in words.text] == ["not endorse"]


def test_the_versions_of_a_quotation_are_compared_with_what_is_shown() -> None:
    moment = find_moment(collate_stories([LEDE, CUT], [LEDE, QUOTE]), "heard a bang")
    (version,) = moment.versions
    (quoted,) = version.quotes
    assert quoted.count_cuts(signed=False) == 5
    assert [words.text for words in moment.only_shown] == ["and then everything was dark"]


def test_sentences_in_no_moment_are_shown_with_the_moment_of_their_paragraph() -> None:
    story = collate_stories([LEDE, f"{COST} {PRICES}", TOW], [LEDE, COST, TOW])
    moment = find_moment(story, "House prices")
    assert moment.articles == (0, 1)
    assert [passage.text for passage in moment.shown] == [f"{COST} {PRICES}"]
    assert [passage.text for passage in moment.beside] == [PRICES]
    assert not moment.is_part


def test_a_sentence_that_both_paragraphs_have_is_not_shown_twice() -> None:
    both = f"{SCHOOL} {COST}"
    story = collate_stories([LEDE, both], [LEDE, both])
    assert find_moment(story, "school gym") is find_moment(story, "4.2 million")


def test_facts_that_differ_come_before_wording() -> None:
    other = COST.replace("4.2", "7.5").replace("director", "managing director")
    moment = find_moment(collate_stories([LEDE, COST], [LEDE, other]), "the repair")
    ranks = [difference.kind.rank for difference in moment.differences]
    assert ranks
    assert ranks == sorted(ranks)
    assert moment.differences[0].kind.is_fact


def test_words_in_another_order_are_no_difference() -> None:
    here = "In addition to business leaders, the minister will meet local officials on Thursday."
    there = "In addition to local officials, the minister will meet business leaders on Thursday."
    moment = find_moment(collate_stories([here, LEDE], [there, LEDE]), "In addition")
    assert moment.articles == (0, 1)
    assert moment.differences == ()


def test_a_paragraph_that_introduces_another_comes_right_before_it() -> None:
    lead_in = "Here is what the harbour master wrote to the families of the crew that night:"
    said = "“Nobody will be left behind on the sandbank while I hold this office,” he wrote."
    story = collate_stories([LEDE, lead_in, said, CAUSE], [LEDE, CAUSE, PRICES, said])
    numbers = [find_moment(story, words).number for words in ("wrote to the", "left behind")]
    assert numbers[1] == numbers[0] + 1


def test_one_article_is_shown_as_it_is() -> None:
    story = collate_stories([LEDE, CAUSE, COST])
    assert [moment.shown[0].text for moment in story.moments] == [LEDE, CAUSE, COST]


def test_an_utterance_is_compared_as_far_as_it_is_in_the_moment() -> None:
    said = "“The ruling gives clear guidance for all married couples in the country,” Lew said."
    more = "“It gives access to benefits and protections that all taxpayers of the land deserve.”"
    story = collate_stories([LEDE, f"{said} {more}", TOW], [LEDE, said, TOW, more])
    moment = find_moment(story, "clear guidance")
    quotes = [quote for version in moment.versions for quote in version.quotes]
    assert {quote.trimmed_counts for quote in quotes} <= {(0, 0)}
    shown = " ".join(passage.text for passage in moment.shown)
    assert [words.text for words in moment.only_shown if words.text not in shown] == []


def test_another_sentence_of_one_utterance_is_not_behind_the_first() -> None:
    first = "“We heard a bang, and then everything was dark on all decks of the ferry,” Ohl said."
    second = "“My children cried all night, and no officer came to the saloon,” she added."
    story = collate_stories([LEDE, f"{first} {second}"], [LEDE, first, TOW])
    assert "My children" in " ".join(
        passage.text for moment in story.moments for passage in moment.shown
    )


def test_shared_copy_of_a_moment_is_known_as_in_the_matrix() -> None:
    coverage = compare_stories([LEDE, TOW, QUOTE], [LEDE, PRICES, CUT], [TOW, SCHOOL])
    story, rows = coverage.collated, coverage.matrix.rows
    assert find_moment(story, "sandbank off Velmont").copy == (0, 1)
    assert find_moment(story, "coast guard approved").copy == (0, 2)
    assert find_moment(story, "We heard a bang").copy == ()
    assert {moment.moment: moment.copy for moment in story.moments if moment.moment} == {
        row.moment: tuple(cell.article for cell in row.cells if cell.copy)
        for row in rows
        if row.moment
    }


def test_a_sentence_that_two_articles_have_beside_other_moments_is_told_by_both() -> None:
    bland = "It is not clear what happens next."
    longer = LEDE.replace("on Tuesday", "with 212 passengers in thick fog on Tuesday")
    story = collate_stories(
        [longer, f"{COST} The yard has room."],
        [f"{LEDE} {bland}", COST],
        [f"{PRICES} Rents followed, and the council has no plan. {bland}", TOW],
    )
    assert [
        moment.articles
        for moment in story.moments
        if any(bland in passage.text for passage in moment.passages())
    ] == [(1, 2)]


def test_the_quotation_with_most_words_is_the_fullest() -> None:
    opening = "“We heard a bang, and then everything was dark, and nobody told us what to do, "
    middle = "so my sister took the children to the upper deck, where the boats were hanging, "
    closing = "and there we waited for three hours until the fishermen of Velmont saw us"
    shorter = f"{opening}{middle}{closing},” Mara Ohl, a teacher from Velmont, said on Tuesday."
    longer = f"{opening}{middle}{closing} again,” Ohl said."
    story = collate_stories([LEDE, shorter, CAUSE], [LEDE, longer, CAUSE])
    assert find_moment(story, "heard a bang").article == 1


def test_words_of_a_version_part_no_figure_from_its_unit() -> None:
    fuller = LEDE.replace(
        "on Tuesday morning", "on Tuesday morning, a loss of one million, officers said"
    )
    shorter = LEDE.replace("on Tuesday morning", "worth $141 million on Tuesday morning")
    story = collate_stories([fuller, PRICES], [shorter])
    (version,) = find_moment(story, "Amelie").versions
    assert [words.text for words in version.own_words] == ["worth $141 million"]


def test_what_is_perhaps_elsewhere_is_not_surely_only_here() -> None:
    story = collate_stories([LEDE, PRICES, CAUSE], [LEDE, CAUSE, TOW], [LEDE, CAUSE, COST])
    assert story.only_here_count == sum(
        each.is_in_one_article and not each.perhaps_in for each in story.moments
    )
    assert find_moment(story, "House prices").is_only_here
    assert not find_moment(story, "sandbank").is_only_here


def test_a_paragraph_that_begins_with_a_pronoun_stays_behind_its_own_article() -> None:
    added = "She had worked on the upper deck for seven summers, and her brother is a cook there."
    story = collate_stories([LEDE, QUOTE, PRICES, CAUSE], [LEDE, CUT, added, CAUSE])
    numbers = [find_moment(story, words).number for words in ("heard a bang", "seven summers")]
    assert numbers[1] == numbers[0] + 1
    assert find_moment(story, "House prices").number == numbers[1] + 1


_MET = "The mayor of Velmont, Mara Ohl, met the dockers on Monday about the new tunnel."
_TIDE = "We in this harbour live by the tide and by our hands"


def test_a_changed_sentence_of_a_quotation_is_told_with_it_as_on_the_ladder() -> None:
    full = f"“We have heard the owners. {_TIDE}. We refuse his message,” Ohl told them."
    cut = f"“{_TIDE}. We refuse his visit,” Mara Ohl said."
    apart = f"“We have heard the owners. {_TIDE},” Mara Ohl said. “We refuse his visit.”"
    coverage = compare_stories([_MET, full, PRICES], [_MET, cut, SCHOOL], [_MET, apart, FUEL])
    story = coverage.collated
    assert [m for m in story.moments if any("visit" in each.text for each in m.shown)] == []
    moment = find_moment(story, "refuse his message")
    assert moment.articles == (0, 1, 2)
    assert [passage.text for passage in moment.only_shown] == ["message"]
    (ladder,) = (quote for quote in coverage.shared_quotes if "message" in quote.base.text)
    rungs = {rung.article: rung for rung in ladder.versions[1:]}
    for version in moment.versions:
        (quote,) = version.quotes
        rung = rungs[version.article]
        assert quote.trimmed_counts == rung.trimmed_counts
        assert quote.changed_count == rung.changed_count == 1


def test_words_of_a_version_in_another_moment_are_not_left_out() -> None:
    said = f"“{_TIDE}. We have heard the owners of the ferry long enough,” Mara Ohl said."
    coverage = compare_stories([_MET, said, PRICES], [_MET, said, SCHOOL])
    first, _ = split_passage(coverage.passage(Place(0, 1)))
    _, second = split_passage(coverage.passage(Place(1, 1)))
    ((_, version),), only_shown = ShownQuotes(coverage.shared_quotes).find([first], [second])
    assert version.trimmed_counts == (0, 0)
    assert version.retained == 1.0
    assert only_shown == ()


def test_the_fullest_version_of_a_quotation_is_that_of_the_ladder() -> None:
    said = f"“{_TIDE}, and we have heard the owners of the ferry long enough,”"
    more = "Mara Ohl, the mayor of Velmont and a former docker, told a choir of angry fishermen"
    coverage = compare_stories(
        [_MET, f"{said} Mara Ohl said.", PRICES], [_MET, f"{said} {more}.", SCHOOL]
    )
    (quote,) = coverage.shared_quotes
    assert quote.base.article == 0
    assert find_moment(coverage.collated, "by the tide").article == 0
