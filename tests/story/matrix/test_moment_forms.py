"""The form in which a passage reports a moment."""

from __future__ import annotations

import pytest

from reader.story.matrix.coverage_matrix import MomentForm
from reader.story.matrix.moment_forms import has_quoted_form, judge_form
from reader.text.words import stem_word
from tests.story.worded_passages import read_passage


def form_of(text: str, telling: str = "") -> MomentForm:
    """The form of a passage whose telling words are those given, or all of its words."""
    worded, quotes = read_passage(text)
    stems = {stem_word(word, "en") for word in telling.split()}
    return judge_form(worded, stems or {word.stem for word in worded.words}, quotes)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The ferry never had a working pump,” Marta Ozols said on Tuesday.", MomentForm.QUOTED),
        (
            "Marta Ozols said that the ferry “never had a working pump” when it left Ventspils.",
            MomentForm.PARTLY_QUOTED,
        ),
        (
            "Marta Ozols said on Tuesday that the pump of the ferry had never worked.",
            MomentForm.INDIRECT,
        ),
        (
            "The pump of the ferry had never worked in its life, Marta Ozols said.",
            MomentForm.INDIRECT,
        ),
        (
            "The pump of the ferry had never worked, according to Marta Ozols.",
            MomentForm.INDIRECT,
        ),
        ("The ferry sank off Ventspils with a broken pump on Tuesday.", MomentForm.REPORTED),
        ("Divers will raise the ferry from the harbour on Friday.", MomentForm.PLANNED),
        ("The company plans to raise the ferry from the harbour.", MomentForm.PLANNED),
        ("The ferry is expected to leave the dockyard in spring.", MomentForm.PLANNED),
        # What is done by saying it is no report of words.
        ("Mayor Ilze Kalnina declared a state of emergency on Tuesday.", MomentForm.REPORTED),
        ("Ilze Kalnina declared that the harbour was safe again.", MomentForm.INDIRECT),
        # Nobody says what is set off here.
        ("The so-called “ghost ferry” sank off Ventspils on Tuesday.", MomentForm.REPORTED),
        # Said by one, and done by another.
        (
            "Marta Ozols said nothing on Tuesday, while divers raised the ferry Saule unharmed.",
            MomentForm.REPORTED,
        ),
    ],
)
def test_forms_of_whole_passages(text: str, form: MomentForm) -> None:
    assert form_of(text) is form
    # What only needs to know whether it is quoted is answered without the rest.
    worded, quotes = read_passage(text)
    is_quoted = form in (MomentForm.QUOTED, MomentForm.PARTLY_QUOTED)
    assert has_quoted_form(worded, {word.stem for word in worded.words}, quotes) is is_quoted


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        (
            "Ilze Kalnina tweeted Tuesday that she had accepted an invitation to meet Ozols.",
            "accepted invitation meet Ozols",
        ),
        ("Both captains called on Kalnina to veto the bill on ferries.", "veto bill ferries"),
        (
            "The captains had like posts, both of them saying Kalnina would veto the bill.",
            "Kalnina veto bill",
        ),
        (
            "The council passed a motion calling for the owners to repair the ferry.",
            "owners repair ferry",
        ),
        ("The passengers were told the pump of the ferry had failed.", "pump ferry failed"),
        ("Divers of the port accused the owners of hiding leaks.", "owners hiding leaks"),
    ],
)
def test_a_verb_of_speech_in_any_form_governs_what_follows(text: str, telling: str) -> None:
    assert form_of(text, telling) is MomentForm.INDIRECT


def test_a_gerund_that_does_what_it_says_is_no_report() -> None:
    text = "Ilze Kalnina met the divers, announcing a state of emergency."
    assert form_of(text, "state emergency") is MomentForm.REPORTED


def test_a_noun_before_that_is_no_verb_of_speech() -> None:
    text = "The ferry left under a state plan that pays sailors for leaks."
    assert form_of(text, "pays sailors leaks") is MomentForm.REPORTED


def test_words_set_off_after_a_verb_of_speech_are_partly_quoted() -> None:
    text = "After threatening to “sink the ferry” of the owner, he sent a picture of her."
    assert form_of(text, "sink ferry owner") is MomentForm.PARTLY_QUOTED


def test_what_begins_a_long_sentence_is_not_mentioned_in_passing() -> None:
    text = (
        "The parley was the first between Ozols and Kalnina since one in Cesis with divers, "
        "bakers, millers, a tenor, the owner of a donkey, two judges and a choir of sailors."
    )
    assert form_of(text, "parley") is MomentForm.REPORTED


def test_only_what_the_articles_share_counts() -> None:
    text = "The ferry sank on Tuesday. “Nobody checked the pump of it,” Marta Ozols said."
    assert form_of(text, "ferry sank Tuesday") is MomentForm.REPORTED
    assert form_of(text, "nobody checked pump") is MomentForm.QUOTED


def test_a_few_words_of_a_sentence_about_something_else_mention_it() -> None:
    text = (
        "The theatre in Cesis opens its season with a comedy about millers, bakers, a stolen "
        "donkey and the ferry."
    )
    assert form_of(text, "ferry") is MomentForm.MENTIONED
    assert form_of(text, "theatre Cesis opens season comedy") is MomentForm.REPORTED


def test_who_speaks_does_not_count_as_what_is_said() -> None:
    text = "“It leaks,” harbour master Marta Ozols of the port of Ventspils said."
    assert form_of(text) is MomentForm.QUOTED
    assert form_of(text, "Marta Ozols harbour master") is MomentForm.QUOTED


def test_a_passage_without_telling_words_mentions_the_moment() -> None:
    assert form_of("The ferry sank.", "dockyard") is MomentForm.MENTIONED


def test_a_whole_sentence_behind_what_it_is_about_is_a_quotation() -> None:
    """The full quotation and a cut one are both whole sentences between marks."""
    act = "Mayor Ilze Kalnina, who came to the quay within the hour, promised an inquiry. "
    for said in (
        "“If the pump was mended, I want to know why nobody saw this,” she said.",
        "“I want to know why nobody saw this,” she told the crowd.",
    ):
        telling = "mayor kalnina promise inquiry quay want know nobody saw this"
        assert form_of(act + said, telling) is MomentForm.QUOTED


@pytest.mark.parametrize(
    "text",
    [
        "The Saule is 32 years old. Her sister ships will run at half speed until spring.",
        "The Saule is widely believed to be the fastest ferry that will sail from Ventspils.",
        "Ilze Kalnina has been critical of the owners, who will have to mend the pump.",
        "Ilze Kalnina vowed in February that it would never happen and will hardly be asked.",
        "The ferry, which will be raised by divers next week, sank off Ventspils with a bad pump.",
        "Likely buyers looked at the ferry in the dockyard, considering her age.",
        "The question in Ventspils remains whether divers will raise the ferry.",
        "Divers mended the pump that will be used on the ferry in spring.",
        "Ilze Kalnina, the mayor, sharply rebuked the owners over their plans to sell the ferry.",
        "The pump is probably the oldest one on the coast.",
    ],
)
def test_a_plan_beside_the_main_clause_makes_no_plan_of_a_fact(text: str) -> None:
    assert form_of(text) is not MomentForm.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "After the ferry sank off Ventspils, divers will raise her from the harbour on Friday.",
        "The divers who mended the pump will raise the ferry from the harbour.",
        "The ferry is now widely expected to leave the dockyard.",
        "The owners have agreed to mend the pump of the ferry.",
        "The owners won’t attend the launch of the ferry.",
        "They’ll raise the ferry from the harbour on Friday.",
        "The ferry is likely to leave the dockyard in spring.",
    ],
)
def test_a_main_clause_about_what_is_to_come_is_a_plan(text: str) -> None:
    assert form_of(text) is MomentForm.PLANNED
