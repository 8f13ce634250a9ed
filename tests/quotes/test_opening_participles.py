"""Fragments that participles, nouns and verbs without their object stand before."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Calling the plan “a fake concession,” Ida Vance, the chairman, left.", "Ida Vance"),
        (
            "Labeling the board's account of the June ferry attacks “simply unacceptable,” eight "
            "lawmakers asked for more.",
            "eight lawmakers",
        ),
        ("Calling the plan “a fake concession,” the week ended.", None),
        ("The Tides called the Ob report “pure fiction,” without a reason.", "Tides"),
        ("Many asked for an apology for calling the June 12 protest a “riot of the idle.”", None),
        ("The bill would let them arrest anyone accused of doing “harm to the harbour.”", None),
        ("Ida Vance would not discuss dismissing charges of “rioting for no reason.”", None),
        ("Ida Vance rips Lodd: “He could not row a boat”", "Ida Vance"),
        (
            "“We are late and sorry,” the drivers' and sailors' union said.",
            "the drivers' and sailors' union",
        ),
        (
            "“We are late and sorry,” said a statement from the Ferry Board of Ob and others.",
            "Ferry Board of Ob",
        ),
        (
            "In a video posted online Ida Vance, a leader of it, said it was “over for good.”",
            "Ida Vance",
        ),
        (
            "They saw a film in which Ida Vance, a leader of it, or IV as she is known, said it "
            "was “over for good.”",
            "Ida Vance",
        ),
        (
            "Ida Vance, a leader of the crew, or IV as she is known, said it was “over for good.”",
            "Ida Vance",
        ),
        (
            "It was picked apart, with owners decrying it and Lodd's team urging them to “stop "
            "all the whining.”",
            "Lodd's team",
        ),
        ("Ida Vance said Lodd's “minor” issues “played a role in it.”", "Ida Vance"),
        (
            "Ida Vance said that Lodd had notified the board of the leave and, “Our thoughts are "
            "with him and his family.”",
            "Ida Vance",
        ),
        (
            "Lodd faces delays, with the top man of the board, Capt. Ida Vance, insisting that it "
            "is “over for good.”",
            "Ida Vance",
        ),
        (
            "Late Monday, Ida Vance met the owners and told them it was “over for good.”",
            "Ida Vance",
        ),
        ("Ida Vance rowed under the derogatory term “rower of the boats”.", None),
        ("It shows two sailors with one saying: “We should not row.”", "one"),
        ("When Lodd went after the remark about the “leaky boats,” Ida Vance reminded him.", None),
        ("When the boats came, “We row on,” Ida Vance said.", "Ida Vance"),
        ("When they asked, “We row on for good,” Ida Vance said.", "Ida Vance"),
        ("After the mayor spoke, “We row on for good,” Ida Vance told the board.", "Ida Vance"),
        ("As Bo Lodd said, “we row on for good.”", "Bo Lodd"),
        ("When they asked, “Do you row on now?” Ida Vance left.", "they"),
        ("“When we asked for boats, they sent us oars,” Ida Vance said.", "Ida Vance"),
    ],
)
def test_a_fragment_is_of_whom_its_verb_names(text: str, speaker: str | None) -> None:
    quote = find_quotes(text)[-1]
    assert (quote.speaker.name if quote.speaker else None) == speaker


def test_a_vice_president_is_no_president() -> None:
    text = (
        "Owners met Vice President Ida Vance on Monday.\n"
        "“It is over for good,” the president of the Ferry Association said."
    )
    quote = find_quotes(text)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "the president"


def test_a_compound_is_no_name() -> None:
    text = (
        "The President Vance-backed Ohio candidate left.\n"
        "“It is over for good,” the president said."
    )
    quote = find_quotes(text)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "the president"


def test_a_country_before_a_sentence_is_no_given_name() -> None:
    text = "Vance is here. It may hurt the U.S. Vance said: “It is over for good.”"
    quote = find_quotes(text)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Vance"


def test_what_follows_a_fragment_and_comes_before_and_is_its_object() -> None:
    text = "Ida Vance asked Lodd to “rein in” his crew and called it “absurd and beneath him.”"
    first, last = find_quotes(text)
    assert first.speaker is None or first.speaker.name == "Ida Vance"
    assert last.speaker is not None
    assert last.speaker.name == "Ida Vance"
