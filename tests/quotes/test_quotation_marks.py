"""Which marks open and close: every style, every trap."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.quotes.mark_pairing import DEEPEST
from reader.quotes.quotation_marks import LONGEST, find_marked_spans


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_marked_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes, we can,” he said.", ["Yes, we can,"]),
        ('"Yes, we can," he said.', ["Yes, we can,"]),
        ("„Ja, wir können das“, sagte er.", ["Ja, wir können das"]),
        ("„Ja, wir können das”, sagte er.", ["Ja, wir können das"]),
        ("«Oui, nous pouvons», dit-il.", ["Oui, nous pouvons"]),
        ("« Oui, nous pouvons », dit-il.", ["Oui, nous pouvons"]),
        ("»Ja, wir können das«, sagte er.", ["Ja, wir können das"]),
        ("‹Oui›, dit-il.", ["Oui"]),
        ("他说：「我们可以。」", ["我们可以。"]),
        ("他说：『我们可以。』", ["我们可以。"]),
        ("‘Yes, we can,’ he said.", ["Yes, we can,"]),
        ("'Yes, we can,' he said.", ["Yes, we can,"]),
        ("``Yes, we can,'' he said.", ["Yes, we can,"]),
        ("''Yes, we can,'' he said.", ["Yes, we can,"]),
        ('" Yes, we can, " he said.', ["Yes, we can,"]),
        ('"Yes, we can, "he said.', ["Yes, we can,"]),
        ('"Yes, we can, ” he said.', ["Yes, we can,"]),
        ("”Yes, we can,” he said.", ["Yes, we can,"]),
        ("(“Yes”) he said—“no”—and left.", ["Yes", "no"]),
    ],
)
def test_every_style_of_marks_gives_the_words_between_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quote_in_a_quote_is_one_deeper() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    outer, inner = find_marked_spans(text)
    assert text[inner.start : inner.end] == "never again"
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.start < inner.start < inner.end < outer.end


def test_the_same_marks_nest_where_they_show_their_direction() -> None:
    assert words("“one “two” three” four") == ["one “two” three", "two"]


def test_a_phrase_in_the_same_marks_leaves_the_quotation_open() -> None:
    """A denied phrase inside a letter does not end the letter, nor does a mark left out."""
    text = (
        "“The mill was not “a mill of Orla’s making.” It was built by two mayors. A clerk says "
        "it “puts [us] at odds with the whole valley.\nAnd not on a small matter.\n"
        "But one of them shouldn’t run the guild.”\nThe letter was long."
    )
    outer, *inner = find_marked_spans(text)
    assert text[outer.start : outer.end] == text.split("\n")[0][1:]
    assert [text[span.start : span.end] for span in inner if span.depth] == [
        "a mill of Orla’s making.",
        "puts [us] at odds with the whole valley.",
    ]
    assert [text[span.start : span.end] for span in inner if not span.depth] == [
        "And not on a small matter.",
        "But one of them shouldn’t run the guild.",
    ]


def test_british_style_nests_double_marks_in_single_ones() -> None:
    assert words("‘He said “no” twice,’ she said.") == ["He said “no” twice,", "no"]


def test_closing_marks_that_run_together_are_distinguished() -> None:
    text = "\"They yelled, 'Oh, my God! '''"
    assert words(text)[1] == "Oh, my God!"


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' right, they're sure, and Jones' too.",
        "Rock 'n' roll in the '90s; tell 'em so.",
        "He is 6' 2\" tall.",
        "A 5\" pipe and a 7' board.",
        "O’Brien’s brother’s keeper’s dogs’ bowls",
        "Lohan ’ s lawyer said they ’ re done.",
        "The time was 5'30\" on lap 3.",
    ],
)
def test_apostrophes_and_measurements_are_not_marks(text: str) -> None:
    assert words(text) == []


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    assert words("'I can't stay in the workers' club,' he said.") == [
        "I can't stay in the workers' club,"
    ]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "“I never said that, he thought.\nThe next day came.\nAnd the next."
    assert words(text) == ["I never said that, he thought."]


def test_a_repeated_opening_mark_ends_the_quote_before_it() -> None:
    text = "“First part.\n“Second part,” he said."
    first, second = find_marked_spans(text)
    assert not first.closed
    assert second.closed
    assert words(text) == ["First part.", "Second part,"]


def test_a_closing_mark_in_the_next_paragraph_takes_the_quote_on() -> None:
    text = '"The fight was not easy.\nI\'m satisfied, "Klitschko said.'
    first, second = find_marked_spans(text)
    assert words(text) == ["The fight was not easy.", "I'm satisfied,"]
    assert second.resumed
    assert not first.resumed


def test_nothing_longer_than_the_limit_is_a_quote() -> None:
    text = "“" + "word and word. " * 400 + "” he said."
    (span,) = find_marked_spans(text)
    assert span.end - span.start <= LONGEST
    assert not span.closed


def test_depth_is_limited() -> None:
    text = "「x" * 50 + "」" * 50
    assert max(span.depth for span in find_marked_spans(text)) < DEEPEST


def test_floods_of_marks_hold_no_quote() -> None:
    for flood in ('"' * 5000, "“" * 5000, "“”" * 3000, "' " * 3000, "'\"" * 3000):
        assert words(flood) == []
        assert words(f"“Yes,” he said. {flood}")[0] == "Yes,"


MARKS = "\"“”„«»‹›「」『』'‘’ ab.,\n6I"


@settings(max_examples=300)
@given(st.text(alphabet=MARKS, max_size=120))
def test_spans_never_cross_and_hold_words_of_one_paragraph(text: str) -> None:
    spans = find_marked_spans(text)
    assert [span.opened for span in spans] == sorted(span.opened for span in spans)
    for number, span in enumerate(spans):
        inside = text[span.start : span.end]
        assert 0 <= span.opened <= span.start < span.end <= span.after <= len(text)
        assert "\n" not in inside
        assert inside == inside.strip(" ")
        assert any(character.isalnum() for character in inside)
        for other in spans[number + 1 :]:
            apart = other.start >= span.end or other.end <= span.start
            inner = span.start <= other.start and other.end <= span.end
            assert apart or inner


@given(st.lists(st.sampled_from(["yes", "we can", "no."]), min_size=1, max_size=8))
def test_well_set_quotes_are_found_exactly(parts: list[str]) -> None:
    text = ", then ".join(f"“{part}”" for part in parts)
    assert words(text) == parts
