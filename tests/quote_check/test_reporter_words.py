"""What the reporter of a source says around the words that he quotes."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes

DRAFT = "“The crew was asleep at noon,” said Ada Quill."


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Ada Quill denied having said that “the crew was asleep at noon”.", "negation"),
        ("Ada Quill never said “the crew was asleep at noon”.", "negation"),
        ("Ada Quill laughed at the idea that “the crew was asleep at noon”.", "negation"),
        ("“The crew was asleep at noon” is not what Ada Quill said.", "negation"),
        ("Nobody believes, Ada Quill said, that “the crew was asleep at noon”.", "negation"),
        ("“The crew was asleep at noon,” Ada Quill joked.", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill read out from a letter.", "attribution"),
        ("“The crew was asleep at noon,” Ada Quill quoted the cook as saying.", "attribution"),
        (
            "“The crew was asleep at noon,” said Ada Quill, repeating a letter.",
            "attribution",
        ),
        ("“The crew was asleep at noon,” said Ada Quill in the voice of a witch.", "attribution"),
        ("Ada Quill read a letter from the cook: “The crew was asleep at noon.”", "attribution"),
        ("“The crew was asleep at noon,” Ada Quill lied.", "doubt"),
        ("“The crew was asleep at noon,” said Ada Quill, playing the cook.", "attribution"),
        ("“The crew was asleep at noon,” said Ada Quill, mocking the cook.", "attribution"),
        ("“The crew was asleep at noon,” Ada Quill pretended to say.", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill allegedly said.", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill is said to have told the cook.", "doubt"),
        ("Ada Quill was accused of saying “the crew was asleep at noon”.", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill will tell the board on Monday.", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill was expected to say.", "doubt"),
        ("Did Ada Quill say “the crew was asleep at noon”?", "doubt"),
        ("“The crew was asleep at noon,” Ada Quill wrote in a forged letter.", "doubt"),
        ("“The crew was asleep at noon,” said Ada Quill, imitating the cook.", "attribution"),
        (
            "“The crew was asleep at noon,” said Ada Quill. She later took the remark back.",
            "negation",
        ),
        ("Ada Quill wishes that she had said “the crew was asleep at noon”.", "doubt"),
        ("Ada Quill might have said “the crew was asleep at noon”.", "doubt"),
        (
            "“The crew was asleep at noon,” said Ada Quill, but she did not believe it.",
            "doubt",
        ),
    ],
)
def test_what_is_denied_or_read_out_needs_a_look(source: str, code: str) -> None:
    (check,) = check_quotes(DRAFT, [source])
    assert code in [reason.code.value for reason in check.reasons if reason.needs_review]
    (same,) = check_quotes(source, [source])
    assert not same.needs_review


def test_words_that_were_only_asked_after_need_a_look() -> None:
    source = "Asked whether the cook was “a thief”, Ada Quill said nothing."
    (check,) = check_quotes("Ada Quill called the cook “a thief”.", [source])
    (same,) = check_quotes(source, [source])
    assert (check.needs_review, same.needs_review) == (True, False)


@pytest.mark.parametrize(
    "source",
    [
        "“The crew was asleep at noon,” Ada Quill was quoted as saying.",
        "Ada Quill, who never left the quay, said: “The crew was asleep at noon.”",
        "“The crew was asleep at noon,” said Ada Quill, who has not been on the ferry.",
        "“We rowed.” The cook denied it. “The crew was asleep at noon,” said Ada Quill.",
        "“The crew was asleep at noon,” said Ada Quill, who had lied before.",
        "“The crew was asleep at noon,” Ada Quill was reported as saying.",
        "“The crew was asleep at noon,” Ada Quill recalled.",
        "“The crew was asleep at noon,” Ada Quill had said on Monday.",
        "“The crew was asleep at noon,” said Ada Quill. She regretted that it had rained.",
        "“The crew was asleep at noon,” said Ada Quill, who will tell the board on Monday.",
        "“The crew was asleep at noon,” Ada Quill said of the forged letter.",
        "“The crew was asleep at noon,” said Ada Quill. She took the boat back to the quay.",
        "“The crew was asleep at noon,” Ada Quill said of the man accused of theft.",
        "“The crew was asleep at noon,” said Ada Quill, but the cook did not see it.",
        "Ada Quill said “the crew was asleep at noon,” hoping the owners will maintain the boats.",
        "Ada Quill came. She warned that for hours “the crew was asleep at noon”.",
        "Ada Quill answered Parr's quotes in the book with a note: “The crew was asleep at noon.”",
        "“The crew was asleep at noon,” Ada Quill said, reciting the names of the crew.",
        "“The crew was asleep at noon,” Ada Quill said, citing their positions on tolls.",
        "“The crew was asleep at noon,” Ada Quill said. “Leith asks us, ‘What will you do about "
        "this?’”",
        "Ada Quill said that even though she is no longer ill, “the crew was asleep at noon”.",
    ],
)
def test_other_words_around_say_nothing_of_the_quotation(source: str) -> None:
    checks = check_quotes(DRAFT, [source])
    assert [check.needs_review for check in checks] == [False]


def test_a_word_with_its_speaker_behind_is_held_against_that_speaker() -> None:
    source = "“The crew was asleep at noon,” said Ada Quill.\n“We rowed to Leith,” said Ned Parr."
    (same,) = check_quotes("It was “asleep”, said Ada Quill.", [source])
    assert not same.needs_review
    (other,) = check_quotes("It was “asleep”, said Ned Parr.", [source])
    assert other.needs_review


def test_the_sentence_behind_a_full_stop_says_nothing_of_the_quotation() -> None:
    source = "“The crew was asleep at noon.” She did not name the captain in her letter."
    (check,) = check_quotes("“The crew was asleep at noon,” she said.", [source])
    assert not check.needs_review


def test_a_negation_behind_the_verb_of_the_attribution_denies_nothing() -> None:
    source = "“The crew was asleep at noon,” Ada Quill said without a pause."
    (check,) = check_quotes(DRAFT, [source])
    assert not check.needs_review


@pytest.mark.parametrize(
    "source",
    [
        "“We can win this race in the harbour,” Quill said, citing a wave of support.",
        "Citing his ties to the town, Quill told us it was a race that “we can win this in the "
        "harbour, and we can win it soon.”",
        "Quill said, “We can win this race in the harbour,” but did not provide details.",
    ],
)
def test_grounds_and_what_was_not_said_are_no_doubt(source: str) -> None:
    words = source[source.index("“") + 1 : source.index("”")].rstrip(",.")
    (check,) = check_quotes(f"“{words},” said Quill.", [f"A talk\n{source}"])
    assert not check.needs_review


@pytest.mark.parametrize(
    "source",
    [
        "Quill said, citing the report, that “we can win this race in the harbour.”",
        "Quill said, “We can win this race in the harbour,” but did not mean it.",
    ],
)
def test_cited_words_and_what_was_not_meant_need_a_look(source: str) -> None:
    words = source[source.index("“") + 1 : source.index("”")].rstrip(",.")
    (check,) = check_quotes(f"“{words},” said Quill.", [f"A talk\n{source}"])
    assert check.needs_review


def test_what_is_said_instead_of_what_is_denied_is_not_denied() -> None:
    source = "The guild denied the report, saying it has “clear rules” for boats."
    (check,) = check_quotes("The guild spoke of its “clear rules”.", source)
    assert not check.needs_review
