"""Labels: whole statements, with their speakers and up to their point."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.story.labels.label_sources import LabelSource
from reader.story.labels.moment_labels import choose_label
from tests.story.labels.test_moment_labels import label_of
from tests.story.worded_passages import read_passage


@pytest.mark.parametrize(
    ("text", "telling", "label"),
    [
        # Who says it is named where it is said before it,
        (
            "In the rain of a long and windy night on the pier of Ventspils, the divers say the "
            "pump does not belong to the owners of the ferry.",
            "pump belong owners ferry",
            "the divers say the pump does not belong to the owners of the ferry",
        ),
        # a few words before it,
        (
            "In the rain of a long and windy night on the pier of Ventspils, Ozols warned the "
            "council in private that the owners had sold the pump.",
            "owners sold pump",
            "Ozols warned the council in private that the owners had sold the pump",
        ),
        # or behind it.
        (
            "In the storm of a long and windy Monday night on the pier of Ventspils, the pump of "
            "the ferry failed, according to divers.",
            "pump ferry failed",
            "the pump of the ferry failed, according to divers",
        ),
        (
            "In the storm of a long and windy Monday night on the pier of Ventspils, the pump of "
            "the ferry failed, a diver said.",
            "pump ferry failed",
            "the pump of the ferry failed, a diver said",
        ),
        # Little behind a verb is not its point;
        (
            "In the rain, the owners pushed back on Monday on a report of the harbour divers on "
            "the pump, and all of the old town of Ventspils saw it from the pier that night.",
            "owners pushed report",
            "the owners pushed back on Monday on a report of the harbour divers on the pump",
        ),
        # nor does a label end before the second of two,
        (
            "In the rain, the letters showed a quarrel between Marta Ozols, who was then the mayor "
            "of all of Ventspils, and the divers.",
            "letters quarrel Marta Ozols",
            "In the rain, the letters showed a quarrel between Marta Ozols, who was then the mayor "
            "of all of Ventspils, and the divers",
        ),
        # A noun is described by what is moored; the verb is another.
        (
            "A ferry with pumps moored to the old pier has sunk near the port of Ventspils.",
            "ferry pumps moored sunk pier",
            "A ferry with pumps moored to the old pier has sunk near the port of Ventspils",
        ),
        # What is between commas may have a verb of its own.
        (
            "The ferry, which divers raised in June, sank near Ventspils with all of its lamps, "
            "while nobody of the eldest of the pilots of the whole port was there to see it.",
            "ferry raised sank Ventspils",
            "The ferry, which divers raised in June, sank near Ventspils with all of its lamps",
        ),
        # After "and" may be half of a subject.
        (
            "Mayor Juris Ozols of the town, 46, and his daughter, Marta, were charged on Monday "
            "with the theft of pumps from the sunken ferry.",
            "daughter Marta charged theft",
            "Mayor Juris Ozols of the town, 46, and his daughter, Marta, were charged on Monday "
            "with the theft of pumps from the sunken ferry",
        ),
    ],
)
def test_a_label_is_a_whole_statement(text: str, telling: str, label: str) -> None:
    assert label_of(text, telling) == label


@pytest.mark.parametrize(
    ("text", "end"),
    [
        # The noun of a verb that is another clause's,
        (
            "The mayor left the town and former harbour master Marta Ozols, who was there, praised "
            "the divers of the port.",
            "Ozols",
        ),
        # what something becomes,
        ("The divers turned the old ferry into a school, as the town had wanted.", "ferry"),
        # what something is called,
        ("The divers called the old ferry which sank a wreck, and they left it.", "ferry"),
        # a title before its name,
        ("In the old town of the port, divers heard from the owners that Mr. Ozols sank it.", "Mr"),
        # what somebody asks,
        ("The mayor of the old port asked divers if they would raise the ferry.", "divers"),
        # or half of a compound without a hyphen.
        ("The mayor was charged with old pump smuggling by the harbour guard.", "pump"),
    ],
)
def test_a_label_does_not_end_within_what_follows(text: str, end: str) -> None:
    assert not label_of(text, "mayor left town Ozols charged pump divers ferry old").endswith(end)


def test_what_is_joined_to_a_condition_is_none_of_the_facts() -> None:
    text = "Ozols would stay if the port had a larger pump and the town raised the old ferry."
    assert "the town raised" not in label_of(text, "town raised old ferry")[:20]


def test_a_quotation_within_a_quotation_is_whole() -> None:
    text = "“The divers ask ‘what is in the ferry of ours?’ and they sink it.”"
    worded, _ = read_passage(text)
    weights = {word.stem: 1.0 for word in worded.words}
    label = choose_label([LabelSource(worded, [(1, len(text) - 1)], is_quotation=True)], weights)
    assert label is None or label.text.count("‘") == label.text.count("’")


def test_a_day_is_no_subject() -> None:
    text = "The divers of the port until Wednesday had never had a pump of the old ferry to raise."
    assert not label_of(text, "never pump ferry Wednesday").startswith("Wednesday")


def test_a_label_says_on_what_condition_something_would_be() -> None:
    text = (
        "Ozols said the ferry would be safer if the council bought a larger pump than the one that "
        "it has now, which is old, while the council has none."
    )
    assert label_of(text, "ferry safer") == (
        "Ozols said the ferry would be safer if the council bought a larger pump than the one that "
        "it has now"
    )


def test_a_label_holds_for_every_article() -> None:
    passages = [
        read_passage(text)[0]
        for text in (
            "The eldest diver of Ventspils praised a long rope. On Monday Ozols sold his ferry.",
            "Ozols sold the ferry.",
            "The ferry was sold by Ozols, as the eldest diver said.",
        )
    ]
    passages = [
        worded._replace(passage=replace(worded.passage, article_position=at))
        for at, worded in enumerate(passages)
    ]
    weights = {word.stem: 1.0 for each in passages for word in each.words if word.weight}
    label = choose_label([LabelSource(each) for each in passages], weights)
    assert label is not None
    assert "sold" in label.text


def test_a_quotation_without_a_subject_is_no_label_of_its_own() -> None:
    worded, _ = read_passage("Ozols likes “raising the ferries that her divers keep in the port”.")
    start = worded.passage.text.index("raising")
    source = LabelSource(worded, [(start, len(worded.passage.text) - 2)], is_quotation=True)
    weights = {word.stem: 1.0 for word in worded.words if word.weight}
    assert choose_label([source], weights) is None


def test_a_label_does_not_end_in_the_subject_of_what_is_insisted() -> None:
    text = "In the rain, Ozols insisted pumps, lamps and old rope were lost, and she left the port."
    assert label_of(text, "Ozols insisted pumps lamps") == (
        "Ozols insisted pumps, lamps and old rope were lost"
    )


def test_of_a_passage_its_first_sentence_labels_it() -> None:
    label = label_of("Ozols sold the ferry. The divers of Ventspils praised the rope.")
    assert label == "Ozols sold the ferry"


def test_a_thing_of_somebody_is_named_by_another_passage() -> None:
    passages = [
        read_passage("His late letter reversed the sale of the pump of the ferry.")[0],
        read_passage("Ozols reversed the sale of the pump of the ferry, as the town wanted.")[0],
    ]
    weights = {word.stem: word.weight or 1.0 for each in passages for word in each.words}
    sources = [LabelSource(each) for each in passages]
    label = choose_label(sources, weights)
    assert label is not None
    assert label.text == "Ozols reversed the sale of the pump of the ferry, as the town wanted"


def test_a_quoted_piece_of_a_sentence_is_no_label_where_a_clause_is_quoted() -> None:
    passages = [
        read_passage("leaving the old ferry of the port")[0],
        read_passage("we are leaving the old ferry of the port")[0],
    ]
    weights = {word.stem: 1.0 for each in passages for word in each.words}
    sources = [LabelSource(each, [(0, each.passage.end)], is_quotation=True) for each in passages]
    label = choose_label(sources, weights)
    assert label is not None
    assert label.text == "we are leaving the old ferry of the port"
