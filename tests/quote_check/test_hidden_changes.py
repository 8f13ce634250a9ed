"""Quotations whose words are those of the source, while what is beside them says otherwise."""

from __future__ import annotations

import pytest

from reader.quote_check import Verdict, check_quote, check_quotes
from reader.quote_versions.check_reasons import ReasonCode

CLAIM = "The harbour board paid every fisherman in full"
CREW = "The crew{} will get the money that the board promised"


def needs_look(source: str, draft: str) -> bool:
    """Whether the one quotation of a draft needs a look."""
    (check,) = check_quotes(draft, f"Harbour news\n\n{source}\n")
    return check.needs_review


def say(words: str) -> str:
    return f"“{words},” Ida Vance said on Monday."


@pytest.mark.parametrize(
    "limit",
    [
        ", most of them,",
        ", half of them,",
        ", the cook aside,",
        " – the cook excepted –",
        ", minus the cook,",
        ", in its old form,",
        ", God willing,",
        ", the day crew,",
        ", officially,",
        ", those with boats,",
    ],
)
@pytest.mark.parametrize("gap", [" …", ""])
def test_a_limit_between_two_marks_is_missed(limit: str, gap: str) -> None:
    assert needs_look(say(CREW.format(limit)), say(CREW.format(gap)))


@pytest.mark.parametrize(
    "remark",
    [
        ", you know,",
        ", in fact,",
        ", which we hired in May,",
        ", all of them from Riga,",
        ", every one of them,",
        ", most of whom are young,",
        " – I saw it myself –",
        ", built up over years,",
        ", on a bright morning in May,",
    ],
)
def test_a_remark_between_two_marks_may_be_dots(remark: str) -> None:
    assert not needs_look(say(CREW.format(remark)), say(CREW.format(" …")))


def test_how_something_happened_may_be_dots_and_how_it_is_may_not() -> None:
    sung = "The choir{} sang for an hour"
    assert not needs_look(say(sung.format(", in its red robes,")), say(sung.format(" …")))
    sings = "The choir{} sings for an hour"
    assert needs_look(say(sings.format(", in its old form,")), say(sings.format(" …")))


@pytest.mark.parametrize(
    ("following", "is_missed"),
    [
        ("April fools", True),
        ("Gotcha", True),
        ("Had you there", True),
        ("You fell for it", True),
        ("Nobody believes that any more", True),
        ("It never happened", True),
        ("It was a test", True),
        ("How wrong I was", True),
        ("That is what we told them", True),
        ("I don't remember exactly", True),
        ("That's hearsay", True),
        ("Correct me if I am wrong", True),
        ("Don't hold me to that", True),
        ("That's from the letter", True),
        ("Then I woke up", True),
        ("I read it somewhere", True),
        ("He said that, not me", True),
        ("I say that with a smile", True),
        ("I was drunk", True),
        ("Now for the truth", True),
        ("I was there", False),
        ("I saw it myself", False),
        ("Then we went home", False),
        ("The people know it", False),
        ("I remember it well", False),
        ("Twice", False),
        ("Fair and square", False),
        ("Very sad", False),
        ("Incredible", False),
        ("Last May", False),
        ("You saw it", False),
        ("It happened in May", False),
        ("That is what we told the court", False),
        ("How proud I am", False),
    ],
)
def test_a_hint_behind_a_statement_is_missed(following: str, is_missed: bool) -> None:
    assert needs_look(say(f"{CLAIM}. {following}"), say(CLAIM)) is is_missed


@pytest.mark.parametrize(
    ("words", "written", "is_other"),
    [
        ("He’d lied to the board", "He had lied to the board", False),
        ("He’d lied to the board", "He would lied to the board", True),
        ("They’d never see the boat", "They would never see the boat", False),
        ("They’d never see the boat", "They had never see the boat", True),
        ("He’d put it on the board", "He would put it on the board", True),
        ("He’d put it on the board", "He had put it on the board", True),
        ("We’d better go home", "We had better go home", False),
        ("It’s been a long year", "It has been a long year", False),
        ("He’s taken the money", "He has taken the money", False),
        ("He’s taken the money", "He is taken the money", True),
        ("It’s a bad sign", "It has a bad sign", True),
        ("It’s a bad sign", "It is a bad sign", False),
        ("She’s selling the boat", "She has selling the boat", True),
    ],
)
def test_a_contraction_is_short_for_the_verb_that_fits(
    words: str, written: str, is_other: bool
) -> None:
    assert needs_look(say(words), say(written)) is is_other


@pytest.mark.parametrize("dots", ["…", "...", "[…]"])
def test_dots_of_the_source_cannot_be_dropped(dots: str) -> None:
    source = say(f"We will {dots} pay every one of the crew")
    (check,) = check_quotes(say("We will pay every one of the crew"), source)
    assert check.verdict is Verdict.CUT
    assert [reason.code for reason in check.reasons] == [ReasonCode.LEFT_OUT]
    assert not needs_look(source, say("We will … pay every one of the crew"))


def test_dots_of_a_pause_may_be_dropped() -> None:
    assert not needs_look(say("I … I never saw the boat"), say("I never saw the boat"))


@pytest.mark.parametrize(
    "source",
    [
        "Asked by Tom Reed, “Did you sink the boat?”, Ida Vance said no.",
        "Told by Tom Reed “Did you sink the boat?”, Ida Vance replied that she had not.",
        "Pressed by reporters — “Did you sink the boat?” — Ida Vance said no.",
        "When she was asked, “Did you sink the boat?” Vance said no.",
        "Confronted with the note “Did you sink the boat?”, Ida Vance said nothing.",
    ],
)
def test_words_put_to_somebody_are_not_that_persons(source: str) -> None:
    assert needs_look(source, "“Did you sink the boat?” Vance said.")
    assert not needs_look(source, source)


@pytest.mark.parametrize(
    "source",
    [
        "Asked by Tom Reed whether she lied, “I never sank the boat,” Ida Vance said.",
        "Told by Tom Reed that it sank, “I never sank the boat,” Ida Vance replied.",
        "Asked by reporters, “I never sank the boat,” Ida Vance said on Monday.",
        "Told of the vote, Ida Vance shrugged and said, “I never sank the boat.”",
        "Asked about the boat, Ida Vance told Reed “I never sank the boat”.",
    ],
)
def test_an_answer_is_that_of_the_person_asked(source: str) -> None:
    assert not needs_look(source, "“I never sank the boat,” Vance said.")


@pytest.mark.parametrize(
    "source",
    [
        "In the film, Ida Vance says “I never sank the boat”.",
        "A parody account of Ida Vance wrote “I never sank the boat”.",
        "“I never sank the boat,” Ida Vance said. She later said she had been misquoted.",
        "“I never sank the boat,” Ida Vance said. The remark was meant as a joke.",
        "“I never sank the boat,” Ida Vance said, according to a witness who was drunk.",
        "“I never sank the boat,” Ida Vance was to have said.",
        "The headline “I never sank the boat” made Ida Vance laugh.",
    ],
)
def test_words_of_fiction_or_taken_back_are_no_statement(source: str) -> None:
    assert needs_look(source, "“I never sank the boat,” Vance said.")


@pytest.mark.parametrize(
    ("previous", "is_missed"),
    [
        ("He wrote to me.", True),
        ("I will tell you what I used to say.", True),
        ("I wrote to them.", False),
        ("She called me.", False),
        ("We had a long night.", False),
    ],
)
def test_what_gives_the_next_sentence_away_is_missed(previous: str, is_missed: bool) -> None:
    assert needs_look(say(f"{previous} {CLAIM}"), say(CLAIM)) is is_missed


def test_never_said_so_before_takes_nothing_back() -> None:
    source = "“I never sank the boat,” Ida Vance said. She had never said so before."
    assert not needs_look(source, "“I never sank the boat,” Vance said.")


def test_what_undoes_a_statement_is_missed_behind_and() -> None:
    source = say("He was accused of theft and acquitted of it")
    assert needs_look(source, say("He was accused of theft …"))
    assert not needs_look(say("He was there at noon, and we paid him"), say("He was there at noon"))


def test_common_words_alone_are_no_trace_of_a_source() -> None:
    source = say("It was the first time that I have been there")
    found = check_quote("It was the mayor", source)
    assert found.verdict is Verdict.NOT_FOUND
    assert check_quote("It was the first time ever", source).verdict is not Verdict.NOT_FOUND
