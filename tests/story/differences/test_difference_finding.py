"""What linked passages state otherwise is found; what only is told in other words is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import article_from_text, compare
from reader.coverage import Coverage
from reader.story.differences.difference import DifferenceKind
from reader.story.differences.sentence_pairs import MOST_SENTENCES, KeyCharacters, read_sentences

HARBOUR = [
    "Ferry runs aground off Velmont",
    "VELMONT, May 4 - The ferry Amelie ran aground on a sandbank off Velmont with 212 passengers "
    "on board on Tuesday, the coast guard said.",
    "Captain Jonas Reuter said the steering had failed in strong wind at about 6:40 a.m.",
    "The company will pay $4.2 million for the repair of the hull, its director Ines Kolbe said.",
    "About 15 percent of the fuel leaked into the bay, according to the harbour office.",
    "The coast guard approved the plan to tow the ship to the yard at high tide.",
    "Passengers were brought ashore in lifeboats and spent the night in a school gym.",
]


def compare_with(*changes: tuple[str, str], others: tuple[list[str], ...] = ()) -> Coverage:
    """Compare the article with a copy that has other words, and with other articles."""
    text = "\n\n".join(HARBOUR)
    copy = text
    for old, new in changes:
        assert old in copy
        copy = copy.replace(old, new)
    texts = [text, copy, *("\n\n".join(paragraphs) for paragraphs in others)]
    return compare([article_from_text(each, name=f"n{at}") for at, each in enumerate(texts)])


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (DifferenceKind.NUMBER, "212", "221"),
        (DifferenceKind.NUMBER, "212", "at least 230"),
        (DifferenceKind.DATE, "on board on Tuesday", "on board on Friday"),
        (DifferenceKind.TIME, "6:40 a.m.", "9:15 a.m."),
        (DifferenceKind.MONEY, "$4.2 million", "$7.5 million"),
        (DifferenceKind.MONEY, "$4.2 million", "£4.2 million"),
        (DifferenceKind.PERCENT, "About 15 percent", "About 45 percent"),
        (DifferenceKind.SPELLING, "Jonas Reuter", "Jonas Reutter"),
        (DifferenceKind.NAME, "director Ines Kolbe", "director Ines Marchetti"),
        (DifferenceKind.OPPOSITE, "approved", "rejected"),
        (DifferenceKind.NEGATION, "The company will pay", "The company will not pay"),
        (DifferenceKind.MODALITY, "the steering had failed", "the steering may have failed"),
        (DifferenceKind.WORDING, "sandbank", "reef"),
        (DifferenceKind.NEGATION, "The company will pay", "The company won't pay"),
    ],
)
def test_a_changed_fact_is_found_with_its_words_in_both(
    kind: DifferenceKind, old: str, new: str
) -> None:
    (difference,) = compare_with((old, new)).differences
    assert difference.kind is kind
    here, there = (side.passage for side in difference.sides)
    assert (here.article_position, there.article_position) == (0, 1)
    assert any(word in here.text for word in (old, *old.split()))
    assert any(word in there.text for word in (new, *new.split()))
    assert here.paragraph.text[here.start : here.end] == here.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("15 percent", "15 per cent"),
        ("212 passengers", "two hundred and twelve passengers"),
        ("$4.2 million", "$4,200,000"),
        ("Jonas Reuter", "Reuter"),
        ("the coast guard said.", "said the coast guard."),
        ("had failed", "had just failed"),
        ("will pay", "is to pay"),
    ],
)
def test_what_is_only_written_differently_is_no_difference_of_facts(old: str, new: str) -> None:
    found = compare_with((old, new)).differences
    assert [difference for difference in found if difference.kind.is_fact] == []


def test_equal_articles_do_not_differ() -> None:
    assert compare_with().differences == ()


def test_one_value_in_three_articles_is_one_difference() -> None:
    third = [paragraph.replace("212", "212 or more") for paragraph in HARBOUR[:3]]
    third[1] = third[1].replace("212 or more", "230")
    (difference,) = compare_with(("212", "221"), others=(third,)).differences
    assert [side.value for side in difference.sides] == [
        "212 passenger", "221 passenger", "230 passenger",
    ]  # fmt: skip


def test_values_that_both_articles_have_elsewhere_are_not_set_against_each_other() -> None:
    one = "The council hired 12 teachers in spring and 30 teachers in autumn, the mayor said."
    other = "The council hired 30 teachers in autumn and 12 teachers in spring, the mayor said."
    articles = [article_from_text(f"Teachers\n\n{text}", name=text[-4:]) for text in (one, other)]
    assert compare(articles).differences == ()


def test_a_rate_is_no_difference_from_a_number() -> None:
    coverage = compare_with(("with 212 passengers on board", "with 150 passengers a day on board"))
    assert not any(d.kind is DifferenceKind.NUMBER for d in coverage.differences)


def compare_sentences(one: str, other: str) -> list[str]:
    """Return the kinds of the differences of two articles with a sentence each."""
    articles = [
        article_from_text(f"The crane of Velmont\n\n{text}", name=str(at))
        for at, text in enumerate((one, other))
    ]
    return [difference.kind.value for difference in compare(articles).differences]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("judge", "mayor", ["role"]),
        ("witness", "suspect", ["role"]),
        # One is of the other kind, or may be both.
        ("nominee", "candidate", []),
        ("judge", "justice", []),
        ("mayor", "mother", []),
        ("director", "leader", []),
    ],
)
def test_roles_differ_where_nobody_has_both(one: str, other: str, kinds: list[str]) -> None:
    text = "On Tuesday the town’s {} Ines Kolbe said the crane of Velmont was safe to use again."
    found = compare_sentences(text.format(one), text.format(other))
    assert [kind for kind in found if kind == "role"] == kinds


def test_another_order_of_a_list_is_no_other_wording() -> None:
    text = "On Tuesday the mayor of Velmont met {} at the old crane and praised all of them there."
    one = text.format("harbour pilots and school teachers")
    other = text.format("school teachers and harbour pilots")
    assert compare_sentences(one, other) == []


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("negation", "“This is not the day to look for the guilty,” Mayor Strand said.",
         "“This is the day to look for the guilty,” Mayor Strand said."),
        ("negation", "No pupil was hurt in the fall of the crane.",
         "Two pupils were hurt in the fall of the crane."),
        ("role", "The fire chief of Velmont said the crane was safe.",
         "The police chief of Velmont said the crane was safe."),
    ],
)  # fmt: skip
def test_short_sentences_are_compared_too(kind: str, one: str, other: str) -> None:
    articles = [
        article_from_text(f"The crane of Velmont\n\n{text}", name=str(at))
        for at, text in enumerate((one, other))
    ]
    (difference,) = compare(articles).differences
    assert difference.kind.value == kind


def test_what_differs_is_no_part_of_what_both_share() -> None:
    one = "The crane fell shortly after 9:40 a.m. on Tuesday on the old school yard of Velmont."
    other = one.replace("9:40", "9:55").replace("school", "castle")
    articles = [
        article_from_text(f"The crane\n\n{text}", name=str(at))
        for at, text in enumerate((one, other))
    ]
    for difference in compare(articles).differences:
        assert "9:40" not in difference.about
        assert "school" not in difference.about
    assert compare(articles).differences


def test_what_is_planned_in_one_may_have_happened_in_the_other() -> None:
    coverage = compare_with(("approved the plan", "will approve the plan"))
    assert not any(d.kind is DifferenceKind.MODALITY for d in coverage.differences)


def test_will_retold_as_would_is_no_difference() -> None:
    found = compare_with(("will pay", "would pay")).differences
    assert [difference for difference in found if difference.kind.is_fact] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a 2 in 3 chance that the ferry sinks", "a two-in-three chance that the ferry sinks"),
        ("the 9-11 rescue boats of Velmont", "the 19 rescue boats of Velmont on 9-11"),
        ("a chance that we could lose the ferry", "a chance of losing the ferry"),
    ],
)
def test_parts_of_words_and_other_grammar_are_no_facts(one: str, other: str) -> None:
    texts = [
        f"Odds\n\nThe coast guard told reporters of {words} by night." for words in (one, other)
    ]
    articles = [article_from_text(text, name=text[-30:-20]) for text in texts]
    assert not any(each.kind.is_fact for each in compare(articles).differences)


def test_figures_of_other_people_do_not_stand_against_each_other() -> None:
    one = "The mayor of Velmont paid an effective federal tax rate of 35.7 percent last year."
    other = (
        "Mr. Reuter, who is her rival, said his own effective federal tax rate was 36 percent and "
        "that he would publish the papers of his companies before the vote in the spring."
    )
    articles = [article_from_text(f"Tax\n\n{text}", name=text[:4]) for text in (one, other)]
    assert not any(each.kind.is_fact for each in compare(articles).differences)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "It is impossible to raise the ferry before winter",
            "It is not possible to raise the ferry before winter",
        ),
        (
            "Minister Antony Falk came to the yard of Velmont",
            "Minister Tony Falk came to the yard of Velmont",
        ),
    ],
)
def test_what_says_the_same_in_another_form_is_no_fact(one: str, other: str) -> None:
    texts = [f"The ferry\n\n{words}, the coast guard told reporters." for words in (one, other)]
    articles = [article_from_text(text, name=str(at)) for at, text in enumerate(texts)]
    assert not any(each.kind.is_fact for each in compare(articles).differences)


def test_only_english_is_compared() -> None:
    text = "Le ferry\n\nLe ferry avait 120 passagers à bord quand il a coulé, selon la police."
    texts = (text, text.replace("120", "134"))
    articles = [article_from_text(each, name=str(at)) for at, each in enumerate(texts)]
    assert articles[0].language == "fr"
    assert compare(articles).differences == ()


def test_figures_with_marks_are_not_read_where_the_language_is_not_known() -> None:
    for one, other in (("1,500", "1.500"), ("am 4.5.", "am 5.4.")):
        texts = [f"Feuer\n\nFeuer in Velmont: {each} Tonnen Stroh." for each in (one, other)]
        articles = [article_from_text(each, name=str(at)) for at, each in enumerate(texts)]
        assert [article.language for article in articles] == [None, None]
        assert list_facts(compare(articles)) == []


def test_a_paragraph_of_many_like_sentences_is_read_in_part() -> None:
    texts = [
        "The ferry sank. " + f"The ferry had {n} passengers on board. " * 500 for n in (12, 13)
    ]
    articles = [article_from_text(each, name=str(at)) for at, each in enumerate(texts)]
    characters = KeyCharacters()
    read = [
        read_sentences(article.paragraphs[0].text, "en", (), characters) for article in articles
    ]
    assert max(map(len, read)) == MOST_SENTENCES
    assert len(compare(articles).differences) < 3


def test_two_ways_of_denying_are_no_difference() -> None:
    one = "No captain is above the law of the sea in this bay, the coast guard told reporters."
    other = one.replace("No captain is", "A captain is not")
    articles = [article_from_text(f"Law\n\n{text}", name=text[:4]) for text in (one, other)]
    assert not any(each.kind.is_fact for each in compare(articles).differences)


def test_opposites_are_found_though_they_are_words_of_one_kind() -> None:
    one = "The mill made a profit of $4.2 million last year, its owner told reporters."
    other = one.replace("profit", "loss")
    articles = [article_from_text(f"Mill\n\n{text}", name=text[16:20]) for text in (one, other)]
    (difference,) = compare(articles).differences
    assert difference.kind is DifferenceKind.OPPOSITE
    assert [side.passage.text for side in difference.sides] == ["profit", "loss"]


@given(
    st.sampled_from(["212", "4.2", "15 percent", "Tuesday"]),
    st.sampled_from(["9", "300", "twelve", "Monday", "[bold]", "7%"]),
    st.integers(1, 6),
)
def test_sides_are_passages_of_their_articles_in_their_order(
    old: str, new: str, moved: int
) -> None:
    text = "\n\n".join(HARBOUR)
    paragraphs = [HARBOUR[0], *HARBOUR[moved:], *HARBOUR[1:moved]]
    other = "\n\n".join(paragraphs).replace(old, new)
    coverage = compare([article_from_text(text, name="a"), article_from_text(other, name="b")])
    assert len(coverage.articles) == 2
    for difference in coverage.differences:
        positions = [side.passage.article_position for side in difference.sides]
        assert positions == sorted(set(positions))
        assert len(positions) > 1
        assert 0.0 < difference.certainty < 1.0
        assert len({side.value for side in difference.sides}) > 1
        for side in difference.sides:
            article = coverage.articles[side.passage.article_position]
            assert side.passage.paragraph in article.paragraphs
            assert side.passage.text


def compare_texts(*texts: str) -> Coverage:
    """Compare articles of one paragraph below a headline."""
    return compare(
        [article_from_text(f"Velmont\n\n{text}", name=f"n{at}") for at, text in enumerate(texts)]
    )


def list_facts(coverage: Coverage) -> list[tuple[str, list[str]]]:
    return [
        (difference.kind.value, [side.passage.text for side in difference.sides])
        for difference in coverage.differences
        if difference.kind.is_fact
    ]


FREELY = [
    (
        "A crane fell on the old school yard of Velmont on Tuesday and injured 12 people, two of "
        "them badly, police said.",
        "FIFTEEN people were injured on the old school yard of Velmont when a crane fell on "
        "Tuesday, police said.",
        ("number", ["12", "FIFTEEN"]),
    ),
    (
        "The crane driver, Tilo Marsand, 41, was freed from the cabin by firefighters of Velmont.",
        "Firefighters of Velmont freed 43-year-old Tilo Marsand, the driver, from the crane cabin.",
        ("number", ["41", "43-year-old"]),
    ),
    (
        "The town of Velmont will divert $3 million from the harbour fund to rebuild the school.",
        "The plan lets the town divert $3.6 million of the harbour fund so as to rebuild the "
        "school of Velmont.",
        ("money", ["$3 million", "$3.6 million"]),
    ),
    (
        "Old ferry captain Ruben Ostwald, whom all of Velmont knew, died in the harbour clinic on "
        "Friday.",
        "All of Velmont knew Ruben Ostwald, the old ferry captain who died on Thursday in the "
        "harbour clinic.",
        ("date", ["Friday", "Thursday"]),
    ),
    (
        "The tram of Velmont, which had 340 tonnes of sand on it, left the rails at the harbour.",
        "At the harbour the tram of Velmont was carrying 430 tonnes of sand when it derailed.",
        ("number", ["340 tonnes", "430 tonnes"]),
    ),
    (
        "The tram company of Velmont put the damage at $4.2 million, its director told reporters.",
        "The director of the tram company told reporters in Velmont that there was damage of "
        "$4.8 million. The tram will run again.",
        ("money", ["$4.2 million", "$4.8 million"]),
    ),
    (
        "The tram driver, Anselm Rook, aged 43, was taken to the hospital of Velmont with burns.",
        "Rook, 34, who drove the tram, is treated for burns in the hospital of Velmont.",
        ("number", ["43", "34"]),
    ),
    (
        "The firefighters sent four helicopters and 11 boats to the burning ferry off Velmont.",
        "Off Velmont six helicopters circled the burning ferry, with 11 boats that firefighters "
        "had sent.",
        ("number", ["four", "six"]),
    ),
    (
        "Waves off Velmont were up to five metres high, said Ivo Marsch, who heads the coastguard.",
        "Coastguard chief Ivo Marsch said waves of up to seven metres had been seen off Velmont.",
        ("number", ["up to five metres", "up to seven metres"]),
    ),
    (
        "The harbour office of Velmont answers to public works director Peter Lindqvist, who saw "
        "the crane fall.",
        "Who saw the crane fall was Peter Lundqvist, public works director of Velmont and head of "
        "its harbour office.",
        ("spelling", ["Peter Lindqvist", "Peter Lundqvist"]),
    ),
    # One figure, with a bound and without.
    (
        "The strike of the tram drivers of Velmont left 4,007 workers of the mills without a way "
        "home on Monday, the harbour office said.",
        "More than 4,007 employees of the mills were left without a way home in Velmont on Monday "
        "by the strike of the tram drivers.",
        ("number", ["4,007", "More than 4,007"]),
    ),
    # Two given names of a person, of whom neither article names the other.
    (
        "In Velmont the harbour council chose Lena Ostwald as deputy head of the ferry committee "
        "on Monday; she beat the pilot Kai Marsch.",
        "Linda Ostwald was chosen by the harbour council of Velmont on Monday to be deputy head "
        "of the ferry committee, beating the pilot Kai Marsch.",
        ("name", ["Lena Ostwald", "Linda Ostwald"]),
    ),
    # An apology is an act, and its day no day of a statement.
    (
        "The head of the ferry line of Velmont had to apologize Saturday for a letter about the "
        "drowned sailors that he had sent to the widows.",
        "On Friday the head of the ferry line apologized in Velmont for a letter to the widows of "
        "the drowned sailors.",
        ("date", ["Saturday", "Friday"]),
    ),
    # Sums among other sums, by what they are of.
    (
        "The ferry line of Velmont raised $141 million in August for its new ship, and has $44 "
        "million in the bank, its owner said.",
        "In August, $139 million was raised by the ferry line of Velmont for its new ship, the "
        "owner said; the yard asks for $310 million.",
        ("money", ["$141 million", "$139 million"]),
    ),
    # The noun of what is counted may have an adjective before it.
    (
        "Voters of Velmont chose among 288 candidates for the 125 seats in the revived council.",
        "Of the 288 candidates of Velmont nearly all came from one party; there are 221 seats in "
        "the council for which voters chose.",
        ("number", ["125", "221"]),
    ),
    # All of some things, and nearly all.
    (
        "The harbour office of Velmont wants a check of all ferry sales from May on, the mayor "
        "said at the pier.",
        "From May on there is to be a check of nearly all ferry sales, the mayor of Velmont said "
        "at the pier of the harbour office.",
        ("number", ["all", "nearly all"]),
    ),
    # Nouns for what is done stand for each other.
    (
        "The mayor of Velmont announced 23 steps on Monday to make the harbour road safer for "
        "pupils.",
        "On Monday 19 measures were announced by the mayor of Velmont to make the harbour road "
        "safer for pupils.",
        ("number", ["23", "19"]),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "fact"), FREELY)
def test_values_told_freely_are_paired_by_what_they_are_of(
    one: str, other: str, fact: tuple[str, list[str]]
) -> None:
    assert list_facts(compare_texts(one, other)) == [fact]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The strike left 4,000 workers of the mills of Velmont without a way home on Monday.",
            "About 4,000 workers of the mills of Velmont were without a way home on Monday.",
        ),
        (
            "The strike left 4,000 workers of the mills of Velmont without a way home on Monday; "
            "more than 4,000 workers of the mills are to strike.",
            "More than 4,000 workers of the mills of Velmont were without a way home on Monday.",
        ),
        (
            "The council chose Lena Ostwald as deputy head of the ferry committee of Velmont. Her "
            "sister Linda Ostwald left.",
            "Linda Ostwald, who left, was no deputy head of the ferry committee of Velmont, as the "
            "council chose another.",
        ),
        (
            "The mayor of Velmont wants a check of all ferry sales; most ferry sales are checked.",
            "The mayor of Velmont wants a check of most ferry sales, said the harbour office.",
        ),
        (
            "The head of the ferry line of Velmont told the widows on Saturday of a letter.",
            "The head of the ferry line of Velmont told the widows on Friday of a letter.",
        ),
    ],
)
def test_what_both_may_state_is_no_difference_of_free_words(one: str, other: str) -> None:
    facts = list_facts(compare_texts(one, other))
    assert [fact for fact in facts if fact[0] in ("number", "name")] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("injured 12 people", "killed 15 people"),
        ("injured 17 people", "injured at least 15 people"),
        ("injured 12 people", "injured a dozen people"),
        ("injured 43,350 people", "injured 43,000 people"),
        ("injured 150 people", "injured 90 people a day"),
        ("injured 12 people", "injured 15 people, and not 12 people"),
    ],
)
def test_figures_of_other_things_or_within_each_other_do_not_differ(one: str, other: str) -> None:
    coverage = compare_texts(
        f"A crane fell on the old school yard of Velmont on Tuesday and {one}, the police said.",
        f"The police said a crane {other} when it fell on the old school yard of Velmont.",
    )
    assert list_facts(coverage) == []


def test_the_ages_of_two_of_one_surname_do_not_differ() -> None:
    coverage = compare_texts(
        "Police found Lena Ostwald, 61, in the harbour of Velmont; her son Kai Ostwald, 35, fled.",
        "The 35-year-old Ostwald fled after his mother was found by police in Velmont harbour.",
        "Police in Velmont say that Lena Ostwald, 61, was found in the harbour by her neighbours.",
    )
    assert list_facts(coverage) == []


def test_the_day_of_a_statement_is_not_the_day_of_what_is_stated() -> None:
    coverage = compare_texts(
        "The crane fell on the old school yard of Velmont on Tuesday.",
        "The crane fell on the old school yard of Velmont, police said on Wednesday.",
    )
    assert list_facts(coverage) == []


def test_days_are_resolved_by_the_date_of_publication() -> None:
    text = (
        "Published: {}\n\nThe crane fell on the old school yard of Velmont on {}, killing nobody."
    )
    for day, is_other in (("26 April", False), ("25 April", True)):
        texts = [text.format("27 April 2022", "Tuesday"), text.format("28 April 2022", day)]
        articles = [
            article_from_text(f"Crane falls in Velmont\n\n{each}", name=str(at))
            for at, each in enumerate(texts)
        ]
        assert [article.published for article in articles] == ["27 April 2022", "28 April 2022"]
        found = list_facts(compare(articles))
        assert found == ([("date", ["Tuesday", day])] if is_other else [])


def test_a_weekday_without_a_date_of_publication_differs_from_no_date() -> None:
    text = "The crane fell on the old school yard of Velmont on {}, killing nobody."
    assert list_facts(compare_texts(text.format("Tuesday"), text.format("25 April"))) == []


@pytest.mark.parametrize(
    ("one", "other"), [("He was 77.", "He was 98."), ("We were panicked.", "We were not panicked.")]
)
def test_short_sentences_that_are_one_but_for_one_change_differ(one: str, other: str) -> None:
    texts = (
        f"The old captain of Velmont died on Friday at the harbour. {each}" for each in (one, other)
    )
    assert len(list_facts(compare_texts(*texts))) == 1


def test_a_measure_before_its_noun_is_compared() -> None:
    text = "A {}-magnitude quake hit the harbour of Velmont on Friday, the coast guard said."
    assert list_facts(compare_texts(text.format("6.4"), text.format("5.1"))) == [
        ("number", ["6.4-magnitude", "5.1-magnitude"])
    ]


def test_a_nickname_in_marks_is_no_other_name() -> None:
    coverage = compare_texts(
        "Deputy Jerry Ostwald was shot at the harbour of Velmont by two men in a boat.",
        "Deputy Luis Falk “Jerry” Ostwald was shot at the harbour of Velmont by two men in a boat.",
    )
    assert list_facts(coverage) == []


def test_only_articles_that_surely_do_not_state_it_are_silent() -> None:
    silent = [HARBOUR[0], HARBOUR[1].replace(" with 212 passengers", "")]
    (difference,) = compare_with(("212", "221"), others=(silent,)).differences
    assert difference.articles == (0, 1)
    assert difference.silent == (2,)
    (difference,) = compare_with(("approved", "rejected"), others=(HARBOUR,)).differences
    assert difference.silent == ()


def test_places_in_one_place_of_near_copies_differ() -> None:
    text = "The ferry Amelie was towed to a small yard in {} by two tugs of the coast guard."
    assert list_facts(compare_texts(text.format("Harbourtown"), text.format("Kastrel"))) == [
        ("place", ["Harbourtown", "Kastrel"])
    ]
    both = text.format("Kastrel") + " Harbourtown is near it."
    assert list_facts(compare_texts(text.format("Harbourtown"), both)) == []


def test_near_identical_articles_keep_their_differences() -> None:
    changed = ("212", "221"), ("$4.2 million", "$7.5 million"), ("approved", "rejected")
    others = (HARBOUR,) * 20
    found = compare_with(*changed, others=others).differences
    assert [(each.kind.value, len(each.sides)) for each in found] == [
        ("number", 22), ("money", 22), ("opposite", 22),
    ]  # fmt: skip


def test_equal_paragraphs_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    coverage = compare_with(("212", "221"), others=(HARBOUR,) * 6)
    read: list[str] = []

    def count(text: str, *arguments: Any) -> object:
        read.append(text)
        return read_sentences(text, *arguments)

    monkeypatch.setattr("reader.story.differences.paragraph_reading.read_sentences", count)
    assert len(coverage.differences) == 1
    assert len(read) == len(set(read))


def test_two_years_are_not_two_days_of_one_event() -> None:
    coverage = compare_texts(
        "The captains of Velmont lost the harbour race of 2016 to the coast guard of Kastrel.",
        "The captains of Velmont lost to the coast guard of Kastrel in the harbour race of 2018.",
    )
    assert list_facts(coverage) == []


def test_a_middle_name_makes_no_other_person_of_an_age() -> None:
    coverage = compare_texts(
        "Police found the captain, Lena Ostwald, 68, in the harbour of Velmont on Friday night.",
        "The captain Lena Maria Ostwald, 48, was found in Velmont harbour by police on Friday.",
    )
    assert list_facts(coverage) == [("number", ["68", "48"])]


def test_an_age_and_a_count_are_not_of_one_thing() -> None:
    coverage = compare_texts(
        "The driver of the tram of Velmont, who is 43, was among the injured on Friday.",
        "The driver of the tram of Velmont, Twelve people in all, was among the injured on Friday.",
    )
    assert list_facts(coverage) == []


def test_the_place_of_a_verb_of_saying_is_no_difference_of_certainty() -> None:
    coverage = compare_texts(
        "“The brakes of the tram held until the last bend,” Ada Oyelin claimed in Velmont.",
        "“The brakes of the tram held until the last bend,” said Ada Oyelin in Velmont.",
    )
    assert [fact for fact in list_facts(coverage) if fact[0] == "modality"] == []


def test_an_article_that_states_a_value_elsewhere_is_not_silent() -> None:
    coverage = compare_texts(
        "The tram left the rails in Velmont on Friday night and 12 people were hurt, police said.",
        "The tram left the rails in Velmont on Friday night and 15 people were hurt, police said.",
        "The tram left the rails in Velmont on Friday night, the police of the town said.\n\n"
        "The hospital of Brodau wrote in the morning that 15 patients had come to it by bus.",
    )
    (difference,) = [each for each in coverage.differences if each.kind.is_fact]
    assert difference.silent == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bill would let judges in Velmont approve the death penalty even if two jurors "
            "of the court of Brodau voted against it.",
            "Under the bill a majority of 10 jurors in Velmont could approve the death penalty, "
            "the court of Brodau said, where it now takes all of them.",
        ),
        (
            "Lena Ostwald scored all 11 points of hers in the second half for Velmont, grabbed "
            "nine balls and blocked six shots of Brodau.",
            "In the run for Velmont that decided it Lena Ostwald scored on 3 points plays, "
            "grabbed balls and blocked two shots of Brodau.",
        ),
    ],
)
def test_counts_in_free_words_that_are_no_fate_are_not_compared(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The captain Lena Ostwald scored 23 points for Velmont, which beat Brodau on Friday.",
            "Lena Ostwald, the captain, scored five points in one round for Velmont, which on "
            "Friday beat Brodau.",
        ),
        (
            "The ferry company of Velmont announced on its site today (14 October 2011) that the "
            "broken cable of the yard is whole.",
            "Ferry company says broken cable of Velmont yard is whole, as it announced today "
            "(4 November 2011).",
        ),
    ],
)
def test_figures_of_play_and_days_of_announcements_are_not_compared_freely(
    one: str, other: str
) -> None:
    assert list_facts(compare_texts(one, other)) == []


RATE = (
    "The harbour company Orlan paid an effective tax rate of 12 percent in 2016, the filing showed."
)


def find_in_one(one: str, other: str) -> list[str]:
    texts = [f"The harbour of Velmont\n\n{each}" for each in (one, other)]
    found = compare([article_from_text(each, name=f"n{at}") for at, each in enumerate(texts)])
    return [each.kind.value for each in found.differences]


@pytest.mark.parametrize(
    "other",
    ["from 2012 to 2015", "on average over five years", "between 2008 and 2016 on average"],
)
def test_a_figure_of_one_year_is_not_set_against_that_of_several(other: str) -> None:
    several = RATE.replace("12 percent in 2016", f"27 percent {other}")
    assert "percent" not in find_in_one(RATE, several)
    assert find_in_one(RATE, RATE.replace("12 percent", "27 percent")) == ["percent"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("said Mayor Strand", "Strand said in a statement"),
        ("of Velmont, Ark., this year", "of Velmont, Arkansas, this year"),
        ("he shares with his older brother", "he shares with his elder brother"),
        (
            "nearly all ferries, according to industry figures",
            "nearly all ferries, industry figures",
        ),
    ],
)
def test_other_words_for_a_source_a_place_or_a_relative_are_no_difference(
    one: str, other: str
) -> None:
    text = "The captain told the harbour office of the old yard by the bay {} that the ferry holds."
    assert find_in_one(text.format(one), text.format(other)) == []


def test_the_injured_are_not_set_against_the_killed_before_them() -> None:
    coverage = compare_texts(
        "Ten people were killed and at least 50 injured when a quake razed villages of Velmont.",
        "A quake has hit villages of Velmont, killing at least 10 people, injuring dozens more.",
    )
    assert list_facts(coverage) == []


def test_the_tense_of_be_is_no_modality() -> None:
    one = "The old ferry Amelie is expected to leave the yard of Velmont tonight."
    assert find_in_one(one, one.replace("is expected", "was expected")) == []


def test_a_duration_is_not_set_against_a_clock() -> None:
    one = "The record of the ferry Amelie for the bay of Velmont is 7 minutes 41 seconds."
    assert find_in_one(one, one.replace("7 minutes 41 seconds", "7:41")) == []


def test_a_day_that_has_moved_in_a_sentence_that_is_nearly_the_same_is_found() -> None:
    one = "The keys of the two ferries were found in a shed in Pier Street, Velmar, at about {}."
    found = compare_texts(one.format("8.40am on Saturday"), one.format("8.40am on Monday"))
    moved = compare_texts(
        one.format("8.40am on Saturday"),
        "The keys of the two ferries, were found in a shed in Pier Street, Velmar, on Monday about "
        "8.40am.",
    )
    for coverage in (found, moved):
        (difference,) = coverage.differences
        assert difference.kind is DifferenceKind.DATE
        assert [side.passage.text for side in difference.sides] == ["Saturday", "Monday"]


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (
            "Ostwald, who was nominated by the VBX as challenger, dropped to 36-3.",
            "Ostwald, who was the challenger nominated by the VBX, dropped to 41-3 (24 KO).",
            ["36-3", "41-3"],
        ),
        (
            "Ruben Ostwald scored 23 points for Velmont, the top team, and is its best captain.",
            "The captain Ruben Ostwald scored 32 points and led Velmont, the top team of the bay.",
            ["23 points", "32 points"],
        ),
    ],
)
def test_figures_of_one_play_are_compared(one: str, other: str, texts: list[str]) -> None:
    assert list_facts(compare_texts(one, other)) == [("number", texts)]


def test_magnitudes_are_compared_however_they_are_written() -> None:
    coverage = compare_texts(
        "A quake measuring 5.6 on the Richter scale hit the island of Velmont on Sunday.",
        "A 6.8 magnitude quake hit the island of Velmont on Sunday, the harbour office wrote.",
    )
    assert list_facts(coverage) == [("number", ["5.6 on the Richter scale", "6.8 magnitude"])]


def test_an_age_is_compared_though_the_given_name_is_spelled_otherwise() -> None:
    coverage = compare_texts(
        "The body of Katherine Ostwald, 61, was found on Tuesday on the pier of Velmont.",
        "On the pier of Velmont the body of Catherine Ostwald, 67, was found yesterday.",
    )
    assert ("number", ["61", "67"]) in list_facts(coverage)


def test_measures_of_one_noun_are_compared_among_others_of_their_kind() -> None:
    coverage = compare_texts(
        "He said the captain had a .32-caliber revolver, not a .45-caliber rifle like the thief.",
        "Ostwald said the captain had a .38-caliber revolver, and the thief a .45-caliber gun.",
    )
    assert list_facts(coverage) == [("number", [".32", ".38"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # The clock of a game.
            "With 7:42 left in the first half Ostwald scored the point that made the record.",
            "Ostwald tied the record with 14:05 left in the first half on a point from the left.",
        ),
        (  # Two polls.
            "A poll by the paper Orlan found that 68 percent of Velmonters believe the government "
            "of the bay mishandled the fire.",
            "Unhappy with what the government of the bay did in the fire were 83.3 percent of "
            "Velmonters, said a poll in Brodau.",
        ),
        (  # Two who offer.
            "The Harbour Club of Orlan has made Ruben Ostwald an eight-year, $200 million offer.",
            "The Brodau Ferries have offered Ruben Ostwald an eight-year, $160 million contract.",
        ),
        (  # Two persons.
            "Also arrested was the half-brother of Ostwald, 17-year-old Kristian, in Velmont.",
            "His half-brother, Tilo Carrasco, 24, who helped Ostwald, was arrested in Velmont.",
        ),
        (
            "The board chief Ines Kolbe warned the town of Velmont that the old yard may close.",
            "The board head Ines Kolbe warned the town of Velmont that the old yard may close.",
        ),
        (
            "The plan to break into the old yard of Velmont was allegedly hatched by the captain.",
            "The plan to break into the old yard of Velmont allegedly was hatched by the captain.",
        ),
        (
            "Ruben Ostwald, director of the old yard, said that the ferry of Velmont has sunk.",
            "Ruben Ostwald-director of the old yard, said that the ferry of Velmont has sunk.",
        ),
        (
            "The Harbour Club defeated Brodau 65-53 on Friday on the old field of Velmont.",
            "The Harbour Club took a victory over Brodau 65-53 on Friday on the field of Velmont.",
        ),
        (
            "A man was charged with the theft of two ferries in Orlan. Orlan, Velmaria, is calm.",
            "A man was charged with the theft of two ferries in Velmaria. Nobody was hurt there.",
        ),
    ],
)
def test_two_things_that_look_like_one_do_not_differ(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []


def test_what_is_expected_and_what_is_not_differ() -> None:
    text = "The roads near the old yard of Velmont {} expected to remain closed for some hours."
    (fact,) = list_facts(compare_texts(text.format("are"), text.format("are not")))
    assert fact[0] == "negation"


def test_the_day_of_one_act_is_compared_in_other_words() -> None:
    coverage = compare_texts(
        "The man who sank four ferries off Velmont was sentenced Saturday to prison for life.",
        "A judge on Friday sentenced the man who sank four ferries off Velmont to many lives.",
    )
    assert ("date", ["Saturday", "Friday"]) in list_facts(coverage)


def test_two_of_one_given_name_and_unlike_surnames_are_two_persons() -> None:
    one = "The council of Velmont chose Peter Lindqvist, Lena Ozols of Brodau and six others."
    other = "Chosen for Velmont was Lena Ozols of Orlan, and after her Peter Marchetti."
    assert list_facts(compare_texts(one, other)) == []


def test_two_posts_of_one_body_are_two_roles() -> None:
    one = "The former campaign manager Paul Ozols was found guilty of fraud in Velmont on Monday."
    other = "In Velmont on Monday former campaign chairman Paul Ozols was found guilty of fraud."
    assert list_facts(compare_texts(one, other)) == [("role", ["manager", "chairman"])]
    assert list_facts(compare_texts(one, other.replace("chairman", "chief"))) == []
    assert (
        list_facts(compare_texts(one, other.replace("campaign chairman", "party chairman"))) == []
    )
