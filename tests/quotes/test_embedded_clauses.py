"""Which verb of the reporter's sentence governs a quote, and whose it is."""

from __future__ import annotations

import pytest

from reader.quotes import QuoteKind, find_quotes


def find_last_speaker(text: str) -> str | None:
    speaker = find_quotes(text)[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister, without naming anybody, said his rival “sold the pier twice”.", "minister"),
        ("Carl Osk, for instance, praised Ada Brandt “for keeping the lamps lit”.", "Carl Osk"),
        (
            "Brandt’s remarks came as Osk refused to meet the board, saying it would be a “pure "
            "waste of time” there.",
            "Osk",
        ),
        (
            "The Lodd Weekly reported on May 2, 2008, that the baker “was met with cheers”.",
            "Weekly",
        ),
        (
            "Ada Brandt described her coming role of leading the small board of the town through "
            "the winter as a “historic task for us”.",
            "Ada Brandt",
        ),
        ("Carl Osk said that if the fight over harbour issues ends badly, “we all lose.”", "Osk"),
        ("Ada Brandt said while some like the pier and others oppose it, “I am torn.”", "Brandt"),
        ("Carl Osk admitted that the town now knows that “clearly the wall was weak”.", "Osk"),
        ("Carl Osk, a baker, said it reflected the “envy and spite” of his rivals.", "Carl Osk"),
        ("Brandt argued that a plan called Lantern is simply a “list of old wishes”.", "Brandt"),
        (
            "Carl Osk won the vote of Lodd County, Ariz., which he calls “the last good county”.",
            "Osk",
        ),
        ("It was Carl Osk of Lodd County, Ariz., who calls himself the “best baker”.", "Carl Osk"),
        ("One neighbour who lives near Lodd, Tex., called it “a long dull winter”.", "neighbour"),
        ("Two plans need money and Judge Ada Brandt said it was “a very grave problem”.", "Brandt"),
        ("After baker Carl Osk closed his report, Brandt turned to him and said, “Go.”", "Brandt"),
        (
            "When Osk asked, someone shouted, though Brandt, a critic, said it was “too late”.",
            "Brandt",
        ),
        ("Osk left before Reyl spoke, and Ada Brandt, the judge, called it “a sad day”.", "Brandt"),
        (
            "Another leading Whig, Sen. Ada Brandt of Lodd, said it was a “bad deal for us”.",
            "Brandt",
        ),
        ("The board sent several letters to Congress saying “the wall is not safe”.", "board"),
    ],
)
def test_the_governing_verb_gives_the_speaker(text: str, expected: str) -> None:
    assert expected in (find_last_speaker(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "The town has several boats, known as “grey old ladies”, in its harbour.",
        "The harbour was full of barrels, referred to in the report as “three old things”.",
        "Brandt said that Osk could profit even from claims that “are plainly not true”.",
    ],
)
def test_what_is_described_does_not_speak(text: str) -> None:
    assert find_last_speaker(text) in (None, "Brandt")


def test_an_unclosed_quote_ends_before_an_attribution_with_a_title() -> None:
    text = "“We have such a wide town, Mr. Reyl said. “I am sure that some will not like it.”"
    assert find_quotes(text)[0].text == "We have such a wide town,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The gender that other sentences show.
        (
            "Quorl said he was tired. Quorl said he was hungry. Ada Brandt, his rival, met Quorl "
            "at noon. “It is over for good,” she said.",
            "Ada Brandt",
        ),
        # A name that says whose something is.
        ("Carl Osk spoke first. Using the Tom Reyl campaign slogan, he said: “Up!”", "Carl Osk"),
        # The pronoun is in the sentence before the name.
        (
            "Carl Osk came. When he named rivals, such as Tom Reyl, he said “they sleep”.",
            "Carl Osk",
        ),
        # A name after a preposition and a title.
        (
            "In questions by Senator Tom Reyl, a farmer, Mr. Osk gave one reason. “The eggs,” he "
            "said.",
            "Osk",
        ),
        # Somebody without a name, and a name that nothing else shows to be a person's.
        ("The minister resigned on Monday. “It was time to go,” he said.", "The minister"),
        ("Brandt left early. Falk quotes him as saying “the wall will not hold”.", "Brandt"),
        # A report has no holder, nor has a hospital.
        (
            "Quay Hospital Center was full. In a note, the hospital said Osk had “a single broken "
            "rib”.",
            "the hospital",
        ),
    ],
)
def test_a_pronoun_or_role_is_resolved_to_a_person(text: str, expected: str) -> None:
    assert find_last_speaker(text) == expected


@pytest.mark.parametrize("pronoun", ["They", "It"])
def test_one_person_is_neither_it_nor_they(pronoun: str) -> None:
    text = f"“It is over for good,” Carl Osk said. {pronoun} said that “the lamps are out”."
    assert find_last_speaker(text) != "Carl Osk"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Brandt told them that he hasn't apologized to Osk because “I am not sorry”.", "tell"),
        ("Ada Brandt said she has spoken “endlessly” to Carl Osk about the harbour.", "say"),
        ("Brandt said that he was declaring a day of rest for “reasons of the heart”.", "say"),
        ("Carl Osk said he opposes “walls and gates” at the harbour.", "say"),
        ("Brandt told the board the plan announced by Carl Osk “would sink the town”.", "tell"),
        (
            "Brandt left, saying the idea of denying boats to us is merely “following a plan”.",
            "say",
        ),
    ],
)
def test_a_verb_inside_what_is_reported_is_not_the_governing_one(text: str, lemma: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name.endswith(("Brandt", "Osk"))
    assert quote.cue is not None
    assert quote.cue.lemma == lemma


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt would not say whether the pier was “as good as dead”.",
        "Ada Brandt declined to call the plan for the pier “a sham of a plan”.",
        "Ada Brandt has not yet said who would “pay for the pier”.",
        "Ada Brandt didn't say the pier was “weak at the base”.",
        "Carl Osk left. Ada Brandt denied saying that the mayor “lied to the board”.",
        "Ada Brandt never called the mayor “a bad baker”.",
        "Ada Brandt dismissed the idea that the pier was “weak at the base”.",
    ],
)
def test_who_denies_or_rejects_words_has_not_said_them(text: str) -> None:
    assert find_last_speaker(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carl Osk said he did not call the mayor “a bad baker”.", "Carl Osk"),
        ("Ada Brandt not only called the mayor “a bad baker”.", "Ada Brandt"),
        ("Ada Brandt did not say when, but said it would be “very soon”.", "Ada Brandt"),
        ("Ada Brandt did not mince words, calling the mayor “a bad baker”.", "Ada Brandt"),
        ("Ada Brandt laughed at Carl Osk’s claim that the pier was “weak at the base”.", "Osk"),
        ("Asked about Carl Osk’s odd remark that it was “a joke”, Ada Brandt said no.", "Osk"),
        ("Ada Brandt mocked the mayor’s promise to “mend the pier by June”.", "the mayor"),
        ("Ada Brandt spoke of Osk’s comments about her “bad eye” and “weak hand”.", "Osk"),
        ("Ada Brandt, who knew of Osk’s claim of it, said it was “weak at the base”.", "Brandt"),
    ],
)
def test_words_in_a_claim_are_those_of_its_owner(text: str, expected: str) -> None:
    assert (find_last_speaker(text) or "").endswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan of Carl Osk was shelved, with bakers calling it “a waste of salt”.", "bakers"),
        ("Ada Brandt lost, with Carl Osk calling her “a poor loser”.", "Carl Osk"),
        ("It began when Ada Brandt’s account tweeted: “I had to shut the pier today.”", "Brandt"),
    ],
)
def test_who_speaks_beside_with_or_by_an_account(text: str, expected: str) -> None:
    assert (find_last_speaker(text) or "").endswith(expected)


def test_who_is_somebody_s_speaks_and_not_that_one() -> None:
    text = "Carl Osk, whose lawyer called the case “weak at the base”, left the room."
    assert find_last_speaker(text) == "lawyer"


def test_what_is_asked_may_be_an_object() -> None:
    kinds = [
        find_quotes(text)[-1].kind
        for text in ("Carl Osk was asking “a valid question.”", "Carl Osk asked “why it was so.”")
    ]
    assert kinds == [QuoteKind.PARTIAL, QuoteKind.DIRECT]
