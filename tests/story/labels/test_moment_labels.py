"""Labels: printed words of a passage that name a moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.story.labels.label_sentence import LONGEST_WHOLE
from reader.story.labels.label_sources import LabelSource
from reader.story.labels.moment_labels import choose_label
from reader.story.labels.passage_beginnings import first_words
from reader.text.words import stem_word
from tests.story.worded_passages import read_passage

WORDS = st.sampled_from(
    [
        "the",
        "of",
        "and",
        "ferry",
        "pump",
        "sank",
        "harbour",
        "divers,",
        "raised",
        "Ventspils",
        "“old",
        "rope”",
        "said:",
        "that",
        "(1994)",
        "$3",
        "not",
        "will;",
        "never",
        "U.S.",
        "steering-gear",
        "Ms.",
        "in",
        "to",
        "by",
    ]
)


def label_of(text: str, telling: str = "") -> str:
    """The label of a passage whose telling words are those given, or all of its words."""
    worded, _ = read_passage(text)
    weights = {word.stem: word.weight for word in worded.words if word.weight}
    if telling:
        stems = {stem_word(word, "en") for word in telling.split()}
        weights = {stem: weight for stem, weight in weights.items() if stem in stems}
    passage = choose_label([LabelSource(worded)], weights)
    return passage.text if passage else ""


@pytest.mark.parametrize(
    ("text", "telling", "label"),
    [
        (
            "On Tuesday, as the storm in the gulf grew, the ferry lost its steering near Ventspils "
            "and ran aground on a bank of sand with 212 passengers.",
            "ferry lost steering",
            "the ferry lost its steering near Ventspils",
        ),
        # A short sentence is its own label.
        ("We have to leave it that way.", "leave", "We have to leave it that way"),
        # Nor with the word that joins it to the one before.
        ("And it has to end.", "end", "it has to end"),
        # What is before a closing mark belongs to what follows it.
        (
            "In the chamber on Wednesday, after a debate of nine hours and three motions, the lone "
            "“no” vote on the ferry in the council came from Marta Ozols, its eldest member.",
            "vote ferry council",
            "the lone “no” vote on the ferry in the council came from Marta Ozols",
        ),
        # Dots stand for words that are left out.
        (
            "We raised the ferry ... before the winter storms, and it took a night of hard work.",
            "ferry winter storms raised",
            "We raised the ferry ... before the winter storms",
        ),
        # What happens on a condition only is not told without it.
        (
            "If the divers raise the ferry before winter, the town of Ventspils pays the owners.",
            "town Ventspils pays owners",
            "If the divers raise the ferry before winter, the town of Ventspils pays the owners",
        ),
        # A verb of which the object is cut off is no end, nor is a part of a name.
        (
            "The divers of Ventspils put the old pump of the ferry back in the hold on Sunday "
            "night, as they had said to all of the reporters on the pier.",
            "divers put pump ferry back hold",
            "The divers of Ventspils put the old pump of the ferry back in the hold",
        ),
        # What somebody says is told with who says it,
        (
            "Harbour master Marta Ozols of the port of Ventspils on the Baltic coast told "
            "reporters that the pump of the ferry had failed, and she left the pier at once, in "
            "the rain of the night.",
            "pump failed ferry",
            "Harbour master Marta Ozols of the port of Ventspils on the Baltic coast told "
            "reporters that the pump of the ferry had failed",
        ),
        # also where another clause is between them.
        (
            "On Monday the mayor said she wanted the ferry to sink, but the divers of Ventspils "
            "were not going that far.",
            "divers Ventspils going far",
            "On Monday the mayor said she wanted the ferry to sink, but the divers of Ventspils "
            "were not going that far",
        ),
        # A clause begins behind what only introduces it,
        (
            "Standing on the pier of Ventspils in the rain of the night with a lamp in her hand, "
            "the eldest diver of the town raised the pump of the ferry, which nobody had asked of "
            "her or of the others.",
            "diver raised pump ferry",
            "the eldest diver of the town raised the pump of the ferry",
        ),
        # A sum with the sign of its currency.
        (
            "After a long night, $84,000 in fees was paid by the owners and not by the council, "
            "while all of the divers of the port had been promised as much in the winter before.",
            "84,000 fees paid owners",
            "$84,000 in fees was paid by the owners and not by the council",
        ),
        # Who is spoken of is named by the clause that reports it, without what is before the title.
        (
            "After the storm, former Ventspils Mayor Marta Ozols announced on Tuesday she will "
            "raise the ferry in June with the divers of the port and a crane from Cesis, all at "
            "her cost.",
            "raise ferry June",
            "Mayor Marta Ozols announced on Tuesday she will raise the ferry in June with the "
            "divers of the port and a crane from Cesis",
        ),
        # A name stands without the role before it.
        (
            "Ventspils Port Radio news host Marta Ozols raised the sunken and broken ferry near "
            "the harbour of Cesis with her own two hands on Sunday.",
            "raised ferry Cesis Ozols",
            "Marta Ozols raised the sunken and broken ferry near the harbour of Cesis with her own "
            "two hands",
        ),
        # What a comment or a claim is about is not told, but that it is;
        (
            "On Sunday, after a night of storm, the mayor tried again to clarify his comment that "
            "the divers of Ventspils sank the ferry, and spoke of the weather of the whole winter.",
            "divers sank ferry mayor tried",
            "the mayor tried again to clarify his comment that the divers of Ventspils sank the "
            "ferry",
        ),
        # A subject has its age with it,
        (
            "Ozols, 46, is the owner of the ferry, which was bought by her father in the spring of "
            "1994, when nobody in the port of Ventspils wanted such a ferry any more.",
            "owner ferry",
            "Ozols, 46, is the owner of the ferry",
        ),
        # a quotation its marks.
        (
            "In a long letter to the port, the divers of Ventspils called the ferry a “floating "
            "wreck of old rope” on Sunday, and they asked for another one before the winter.",
            "divers called ferry floating wreck rope",
            "the divers of Ventspils called the ferry a “floating wreck of old rope” on Sunday",
        ),
        # It is no end before the noun that it describes.
        (
            "In a long letter to the port, the divers of Ventspils called the ferry a “floating "
            "wreck” vessel on Sunday, before noon, and they asked for another one before winter.",
            "divers called ferry floating wreck",
            "the divers of Ventspils called the ferry a “floating wreck” vessel on Sunday",
        ),
        # Who is asked is not the end: what is asked of him follows.
        (
            "The council of Ventspils has asked divers to raise the ferry of the port from the bed "
            "of the river Venta before the first of the winter storms comes over the sea.",
            "council asked divers",
            "The council of Ventspils has asked divers to raise the ferry of the port from the bed "
            "of the river Venta",
        ),
        # Before a verb may be the rest of a phrase, not its subject.
        (
            "Among those on the pier before the talks was the mayor of Ventspils, who wore a hat "
            "and had with her a lamp, a dog and the eldest of the divers of the whole town.",
            "talks mayor Ventspils",
            "Among those on the pier before the talks was the mayor of Ventspils, who wore a hat "
            "and had with her a lamp, a dog and the eldest of the divers of the whole town",
        ),
        # A name, a list and a pair of adjectives are whole,
        (
            "The council of Ventspils praised its eldest harbour master, Marta Ozols, by sending "
            "her a lamp of the old pier, with all of its ropes and of its many pumps.",
            "council praised harbour master",
            "The council of Ventspils praised its eldest harbour master, Marta Ozols",
        ),
        (
            "The owners of the ferry paid for pumps, lamps and the rope of the divers, who had "
            "asked the whole of the town for all of it in the winter before.",
            "owners ferry paid pumps",
            "The owners of the ferry paid for pumps, lamps and the rope of the divers",
        ),
        # and so is a clause of which marks part the verb from its subject,
        (
            "A crew of divers tied to the eldest of the schools of the port in Cesis, Latvia, has "
            "sent the mayor a rope.",
            "crew divers tied schools port",
            "A crew of divers tied to the eldest of the schools of the port in Cesis, Latvia, has "
            "sent the mayor a rope",
        ),
        # or what is shown or agreed from its "that".
        (
            "The council of Ventspils wanted to show that divers, not owners, raised the ferry.",
            "council wanted show divers",
            "The council of Ventspils wanted to show that divers, not owners, raised the ferry",
        ),
        # A phrase is no end before what a verb needs.
        (
            "The town turned its old ferries throughout the port into schools of the divers.",
            "town turned old ferries",
            "The town turned its old ferries throughout the port into schools of the divers",
        ),
    ],
)
def test_labels(text: str, telling: str, label: str) -> None:
    assert label_of(text, telling) == label


def test_a_negation_is_not_left_out() -> None:
    text = (
        "The council of Ventspils, after a night of talks with the owners of the ferry and the "
        "port, did not bother to send a single official to the funeral of its captain."
    )
    assert label_of(text, "bother send official") == text[:-1]


def test_the_beginning_of_a_passage_is_its_sentence() -> None:
    text = (
        "Ozols, asked on the quay of Ventspils about the wreck, spoke of “a night that nobody "
        "who was there on the ship will ever forget”, and then of his brother."
    )
    worded, _ = read_passage(f"{text} The divers left.")
    assert first_words(worded).text == text[:-1]


def test_an_endless_sentence_is_cut_before_a_quotation_that_goes_on() -> None:
    worded, _ = read_passage(f"Ozols spoke of “the old ferry {'and the pump ' * 50}of it”.")
    assert first_words(worded).text == "Ozols spoke of"


def test_an_endless_quotation_has_the_mark_that_it_begins_with() -> None:
    worded, _ = read_passage(f"“We see the old ferry {'and the pump ' * 50}of it,” Ozols said.")
    assert first_words(worded).text.startswith("“We see the old ferry")


def test_the_brackets_of_a_name_put_in_are_both_in_a_label() -> None:
    assert label_of("[Ozols] sold the ferry of Cesis.") == "[Ozols] sold the ferry of Cesis"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # Words of a quotation have who says them and both marks,
        (
            "“The ferry sank,” Marta Ozols said, adding of the divers, “They were all asleep.”",
            "“The ferry sank,” Marta Ozols said, adding of the divers, “They were all asleep.”",
        ),
        ("Ozols asked the “eldest diver”.", "Ozols asked the “eldest diver”"),
        # and are none of it where another sentence has the second mark.
        ("Ozols said: “The ferry of the port sank. Is that not so?”", ""),
    ],
)
def test_marks_of_a_quotation_are_both_in_a_label(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("asked", "left_out"),
    [
        ("how the divers would raise the ferry", "the divers would raise"),
        ("why divers of Ventspils see the ferry as lost", "divers of Ventspils see"),
        ("how quickly the divers would raise the ferry", "quickly the divers"),
    ],
)
def test_what_is_asked_is_not_stated(asked: str, left_out: str) -> None:
    text = f"In the end the talks with the owners of the port on Sunday night turned on {asked}."
    assert not label_of(text, "divers raise ferry see lost").startswith(left_out)


def test_a_part_of_a_clause_is_no_label_where_its_main_clause_tells_as_much() -> None:
    text = (
        "While the owners have long doubted the pump of the ferry, the divers of Ventspils raised "
        "the pump on Sunday, and the whole of the town came down to the pier to see it."
    )
    label = label_of(text, "owners doubted pump ferry divers")
    assert label == "the divers of Ventspils raised the pump on Sunday"


def test_that_after_a_comma_describes_a_noun_where_nobody_speaks() -> None:
    text = (
        "The town faces divers who have deep misgivings of the old harbour pact, or Cesis pact, "
        "that Mayor Juris Ozols signed, and it faces rivals in the port."
    )
    assert not label_of(text, "Mayor Juris Ozols signed").startswith("Mayor")


@pytest.mark.parametrize(
    "place", ["CESIS — ", "PORT CESIS -- ", "AINAZI, L.V. — ", "CESIS (LETA) — ", "CESIS –- "]
)
def test_a_dateline_is_no_part_of_a_label(place: str) -> None:
    said = "Harbour Master Juris Ozols of Ventspils on Tuesday night with the divers of the port"
    worded, _ = read_passage(f"{place}{said}, and with all of the owners of the sunken ferry.")
    assert first_words(worded).text.startswith("Harbour Master Juris Ozols")
    assert label_of(f"{place}The ferry sank.", "ferry sank") == "The ferry sank"


def test_a_label_does_not_end_between_a_verb_of_speech_and_what_is_said() -> None:
    text = "The harbour master of Ventspils announced Tuesday at the pier that the ferry sank."
    assert not label_of(text, "harbour master announced").endswith("announced Tuesday")


def test_a_label_does_not_end_before_what_its_verb_of_speech_needs() -> None:
    text = (
        "The town's two harbour masters, Juris Ozols and Marta Liepa, called on the mayor of "
        "Ventspils, who was away in Cesis, to close the bridge."
    )
    assert not label_of(text, "harbour masters Juris Ozols Marta Liepa").endswith("called")


def test_a_label_does_not_end_in_the_first_of_two_adjectives() -> None:
    text = (
        "Ventspils Harbour Master Marta Ilze Ozols faced a growing and stubborn outcry Tuesday "
        "— with a call from the divers to go — as she held to her plan for the bridge."
    )
    label = label_of(text, "Ventspils Harbour Master Marta Ilze Ozols faced")
    assert not label.endswith("growing")


def test_a_label_does_not_end_before_a_stranded_preposition() -> None:
    text = "The bridge of Ventspils is what the harbour divers keep talking about, he said there."
    assert not label_of(text, "harbour divers keep talking").endswith("talking")


def test_what_is_unclear_is_not_stated_as_a_fact() -> None:
    text = (
        "In the report of the port it is unclear if the sinking was ordered by the owners, a "
        "firm of Cesis."
    )
    assert "it is unclear if" in label_of(text, "sinking ordered owners ferry")


def test_without_telling_words_there_is_no_label() -> None:
    assert label_of("And so on.", "ferry") == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("和平协议在周二签署。" * 9, 9),
        ("harbour " * 12, 95),
        ("h" * 500 + " harbour of it", 400),
    ],
)
def test_without_a_clause_the_first_words_are_taken(text: str, label: int) -> None:
    worded, _ = read_passage(text)
    assert first_words(worded).text == text[:label]


def test_signs_without_words_do_not_fail() -> None:
    worded, _ = read_passage("harbour " + "x" * 5000 + "“" * 500)
    assert first_words(worded).text == "harbour"
    assert choose_label([LabelSource(worded, [(0, 9999)])], {"harbour": 1.0}) is None


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_a_label_is_whole_words_of_one_sentence(words: list[str]) -> None:
    text = f"Marta {' '.join(words)} harbour."
    worded, _ = read_passage(text)
    label = label_of(text) or first_words(worded).text
    assert 0 < len(label) <= LONGEST_WHOLE + 2
    start = text.index(label)
    before, after = text[:start][-1:], text[start + len(label) :][:1]
    assert not (before.isalnum() and label[0].isalnum())
    assert not (after.isalnum() and label[-1].isalnum())
    if label_of(text):
        ends = len(text) == start + len(label) or text[start + len(label) :].lstrip()[:1] in ".,:;("
        assert ends or label.split()[-1].lower() not in ("the", "of", "and", "in", "to", "by")
