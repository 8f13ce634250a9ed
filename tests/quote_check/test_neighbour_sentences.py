"""Whether a whole sentence beside the quotation takes it back or gives it away."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes
from reader.quote_check.framing_sentences import judge_previous
from reader.quote_check.neighbour_sentences import judge_next
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.sentence_bounds import SentenceBounds


def read(text: str) -> tuple[PrintedWords, slice, slice]:
    """The words of two sentences, and which are of the first and of the second one."""
    printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
    border = SentenceBounds(printed).end_of(0)
    return printed, slice(0, border), slice(border, len(printed.words))


def judge_after(sentence: str, kept: str = "The pier is safe.") -> set[ReasonCode]:
    printed, first, second = read(f"{kept} {sentence}")
    assert printed.words[second]
    return {reason.code for reason in judge_next(printed, second, first)}


def judge_before(sentence: str) -> set[ReasonCode]:
    printed, first, second = read(f"{sentence} The pier is quite safe by now.")
    assert printed.words[second]
    return {reason.code for reason in judge_previous(printed, first, second)}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("He never said so.", ReasonCode.NEGATION),
        ("None of this is proven.", ReasonCode.NEGATION),
        ("Prove it.", ReasonCode.NEGATION),
        ("By accident.", ReasonCode.QUALIFICATION),
        ("For one night.", ReasonCode.QUALIFICATION),
        ("I misspoke.", ReasonCode.NEGATION),
        ("I was being sarcastic.", ReasonCode.NEGATION),
        ("Let me correct that.", ReasonCode.NEGATION),
        ("The opposite is true.", ReasonCode.NEGATION),
        ("That turned out to be wrong.", ReasonCode.NEGATION),
        ("This claim is false.", ReasonCode.NEGATION),
        ("I have since changed my mind.", ReasonCode.NEGATION),
        ("Yeah, right.", ReasonCode.NEGATION),
        ("Unless it rains, unless it snows.", ReasonCode.CONDITION),
        ("If it rains.", ReasonCode.CONDITION),
        ("At least on paper.", ReasonCode.QUALIFICATION),
        ("Those are his words.", ReasonCode.ATTRIBUTION),
        ("That is the guild's line.", ReasonCode.ATTRIBUTION),
        ("That was the plan.", ReasonCode.DOUBT),
        ("Maybe.", ReasonCode.DOUBT),
        ("I hope so.", ReasonCode.DOUBT),
        ("We aren't sure.", ReasonCode.DOUBT),
        ("Who believes that?", ReasonCode.DOUBT),
        ("That is what I thought until Monday.", ReasonCode.DOUBT),
    ],
)
def test_a_sentence_that_takes_back_the_one_before_is_missed(
    sentence: str, code: ReasonCode
) -> None:
    assert judge_after(sentence) & {code, ReasonCode.NEGATION}


@pytest.mark.parametrize(
    "sentence",
    [
        "They warned us.",
        "They told us about the fog.",
        "These men are on the wrong side of the law.",
        "It was wrong to wait.",
        "We will correct the price.",
        "I am not joking.",
        "If it rains, we stay at home.",
        "I don't want to do it.",
        "There will be no rain inside it.",
        "We need not translate that.",
        "I don't know the captain.",
        "That is my position.",
        "The moment now is yours.",
        "Flynn lied, and I think it is a shame.",
    ],
)
def test_a_sentence_about_something_else_is_not_missed(sentence: str) -> None:
    assert judge_after(sentence) == set()


def test_a_second_no_says_it_again() -> None:
    assert judge_after("Absolutely not.", "He is no thief.") == set()
    assert judge_after("Absolutely not.", "He is a thief.") == {ReasonCode.NEGATION}


def test_a_sentence_before_may_say_whose_the_next_one_is() -> None:
    assert judge_before("They all say this.") == {ReasonCode.ATTRIBUTION}
    assert judge_before("Here is what my rival claims.") == {ReasonCode.ATTRIBUTION}
    assert judge_before("The fact that I may say it says a lot.") == set()
    assert judge_before("More and more states pass these laws.") == set()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("That's what they wanted me to say.", ReasonCode.ATTRIBUTION),
        ("That is what I was ordered to say.", ReasonCode.ATTRIBUTION),
        ("That's what I'd have said a year ago.", ReasonCode.ATTRIBUTION),
        ("That was before the flood.", ReasonCode.QUALIFICATION),
        ("I was a child then.", ReasonCode.QUALIFICATION),
        ("It used to be, anyway.", ReasonCode.QUALIFICATION),
        ("We all know how that ended.", ReasonCode.DOUBT),
        ("Turns out I was wrong.", ReasonCode.NEGATION),
        ("Forget I said that.", ReasonCode.NEGATION),
        ("They'd like that.", ReasonCode.DOUBT),
        ("That, at least, is the plan.", ReasonCode.DOUBT),
        ("Wishful thinking.", ReasonCode.DOUBT),
        ("Isn't it?", ReasonCode.QUESTION),
        ("Who knows?", ReasonCode.QUESTION),
    ],
)
def test_a_sentence_that_comments_on_the_one_before_is_missed(
    sentence: str, code: ReasonCode
) -> None:
    assert judge_after(sentence) == {code}


@pytest.mark.parametrize(
    "sentence",
    [
        "That's what I have always said.",
        "That's why we built it.",
        "It was built before the war.",
        "That was a good year.",
        "We know how to mend it.",
        "I made a mistake and I was wrong.",
        "Who built it?",
        "That is the plan.",
    ],
)
def test_a_sentence_that_goes_on_is_not_missed(sentence: str) -> None:
    assert judge_after(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Let's pretend for a moment.", ReasonCode.CONDITION),
        ("Just imagine.", ReasonCode.CONDITION),
        ("Repeat after me.", ReasonCode.ATTRIBUTION),
        ("Here is the biggest lie in the file.", ReasonCode.DOUBT),
        ("I have a nightmare.", ReasonCode.DOUBT),
        ("The guild has a slogan.", ReasonCode.ATTRIBUTION),
        ("Here is their excuse.", ReasonCode.ATTRIBUTION),
        ("People believe the wildest things.", ReasonCode.ATTRIBUTION),
        ("The advert goes like this.", ReasonCode.ATTRIBUTION),
        ("Here is what they tell the children.", ReasonCode.ATTRIBUTION),
        ("Let me read you the letter.", ReasonCode.ATTRIBUTION),
    ],
)
def test_a_sentence_that_frames_the_next_one_is_missed(sentence: str, code: ReasonCode) -> None:
    assert judge_before(sentence) == {code}


@pytest.mark.parametrize(
    "sentence",
    [
        "I have a dog.",
        "We have a plan.",
        "There is good news.",
        "That's a lie.",
        "People are afraid.",
        "He told me a lot about it.",
        "I believe in our people.",
    ],
)
def test_a_sentence_of_its_own_frames_nothing(sentence: str) -> None:
    assert judge_before(sentence) == set()


def test_words_before_an_attribution_are_heard_by_themselves() -> None:
    source = "“The pier is safe. We aren't sure,” said Ada Quill, “and all of us will see.”"
    (check,) = check_quotes("“The pier is safe,” said Ada Quill.", [source])
    assert check.needs_review


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("That is how they spread fear.", "They divide us."),
        ("This is the United States Senate.", "You should be ashamed."),
        ("Several.", "Several ships are lost."),
        ("Obviously, no one is going to deny that.", "The pier is safe."),
    ],
)
def test_a_sentence_that_takes_nothing_back(sentence: str, kept: str) -> None:
    assert judge_after(sentence, kept) == set()


def test_a_part_that_begins_with_a_capital_is_a_sentence_of_its_own() -> None:
    draft = "Quill said: “He has seen the report and the plan.”"
    source = (
        "A talk\n“I don't think he will leave,” Quill said then, "
        "“He has seen the report and the plan.”"
    )
    (check,) = check_quotes(draft, [source])
    assert not check.needs_review
    # A name has a capital everywhere.
    (check,) = check_quotes(draft.replace("He", "Ida"), [source.replace("He has", "Ida has")])
    assert check.needs_review
