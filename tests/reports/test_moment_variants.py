"""How other versions of a moment differ from the displayed one."""

from __future__ import annotations

from reader import CollatedMoment, article_from_text, compare, open_articles
from reader.app.collated.moment_block import write_variants
from reader.app.themes.signs import UNICODE
from reader.reports.moment_variants import VariantKind, describe_variant, list_variants

LEDE = "VELMONT, May 4 - The ferry Amelie ran aground on a sandbank off Velmont on Tuesday morning."
COST = "The company will pay $4.2 million for the repair of the hull, its director Ines Kolbe said."
TOW = "The coast guard approved the plan to tow the ship to the yard at high tide."


def find_moment(words: str, *stories: list[str]) -> CollatedMoment:
    texts = ["\n\n".join(story) for story in stories]
    story = compare([article_from_text(text, name=f"n{at}") for at, text in enumerate(texts)])
    (found,) = (m for m in story.collated.moments if words in m.shown[0].text)
    return found


def test_a_fact_is_set_against_what_is_shown() -> None:
    other = COST.replace("4.2", "7.5")
    lines = list_variants(find_moment("repair", [LEDE, COST], [LEDE, other]))
    assert lines[0].kind is VariantKind.FACT
    assert describe_variant(lines[0]) == "states “$7.5 million”, here “$4.2 million”"
    assert lines[0].paragraphs == (2,)


def test_a_place_that_states_what_is_shown_is_not_set_against_it() -> None:
    other = COST.replace("4.2", "7.5")
    moment = find_moment("repair", [LEDE, COST], [LEDE, COST], [LEDE, other])
    stated = [line for line in list_variants(moment) if line.kind is VariantKind.FACT]
    assert [(line.article, line.words) for line in stated] == [(2, ("$7.5 million",))]


def test_the_same_words_are_said_to_be_the_same() -> None:
    lines = list_variants(find_moment("high tide", [LEDE, TOW], [LEDE, TOW]))
    assert [describe_variant(line) for line in lines] == ["the same words"]


def test_a_version_without_words_of_its_own_is_shorter_or_in_another_order() -> None:
    shorter = TOW.replace(" at high tide", "")
    (line,) = list_variants(find_moment("high tide", [LEDE, TOW], [LEDE, shorter]))
    assert describe_variant(line) == "shorter, in no other words"
    other = "At high tide the coast guard approved the plan to tow the ship to the yard."
    (line,) = list_variants(find_moment("high tide", [LEDE, TOW], [LEDE, other]))
    assert describe_variant(line) == "the same words in another order or form"


def test_what_is_said_beside_a_quotation_is_named_once() -> None:
    quoted = "“We heard a bang, and then everything was dark, and nobody told us,” Mara Ohl said."
    cut = "“We heard a bang, and nobody told us,” Mara Ohl said in a school gym."
    lines = list_variants(find_moment("heard", [LEDE, quoted, TOW], [LEDE, cut, TOW]))
    assert [line.kind for line in lines] == [VariantKind.QUOTED]


def test_words_left_out_where_a_quotation_is_interrupted_are_counted() -> None:
    whole = (
        "“We tied the barge to the lock, which is what anybody would have done that night,” "
        "said Mara Ohl. “Nobody came to help us before the morning.”"
    )
    cut = whole.replace(", which is what anybody would have done that night", "")
    moment = find_moment("barge", [LEDE, whole, TOW], [LEDE, cut, TOW])
    (line,) = list_variants(moment)
    assert describe_variant(line) == "quotes 9 left out where it is interrupted"
    assert write_variants(moment, UNICODE)[0].text == "2 ¶2 …9 said"


def test_a_quotation_is_described_by_what_was_done_to_it() -> None:
    (moment,) = (
        each
        for each in compare(open_articles([])).collated.moments
        if "sustained engagement" in each.shown[0].text
    )
    described = [(line.article, describe_variant(line)) for line in list_variants(moment)]
    quoted = "quotes 3 cut inside without a sign, 11 left out at the end"
    assert (3, f"{quoted}; told") in described
    assert (4, f"{quoted}; said") in described
    assert any(article == 1 and "also" in words for article, words in described)
