"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quotes import find_quotes
from reader.text.sentences import (
    BETWEEN_SENTENCES,
    ends_sentence,
    find_sentence_end,
    find_sentence_start,
    split_sentences,
)

CASES = [
    "The U.S. Secretary of State met Mr. Wang in Washington D.C. on Thursday.|He left on Friday.",
    "He lives in the U.S.|The talks went on.",
    "The U. S. Fish and Wildlife Service agreed.|It had no choice.",
    "“Why?” he asked.|Nobody answered.",
    "“Why now?” Blinken asked.|Wang smiled.",
    "“Why now?” Mr. Brandt was quoted as saying.|Rask smiled.",
    "“Why now?” Brandt reportedly told Rask.|Rask smiled.",
    '"Will it hold?" asked Gen. Mark Milley.|It did.',
    "“We won!” she shouted.|The crowd cheered.",
    "“It is over.”|He sat down.",
    "“It is over.|We must go home,” said Sen. Schumer.|He left at 7 p.m. Monday.",
    "They met at 9:30 a.m. ET and again at 3 p.m.|Nobody came.",
    "It cost $3.5 billion… and more.|He said so.",
    "“I … think so,” he said.|Then he stopped...|And went on.",
    "J. K. Rowling met George W. Bush and J.R.R. Tolkien.|They ate.",
    "(It was late.)|He went home.",
    "Apple Inc. and Acme Corp. Chief Executive John Doe Jr. agreed.|Shares rose 4.2 percent.",
    "He said he “cannot accept this.”|But Wang could.",
    "See No. 5 and pp. 3-4.|“No.”|That was all.",
    "The St. Louis mayor, Dr. Jones, met Lt. Gov. Smith on Jan. 5.|It rained.",
    "It was founded in 1998.|In 2004 it failed.",
    "What did he say?|Nothing!|Really?!",
    "The magnitude was 5.9.|Nobody was hurt.",
    "Write to news@example.com.|We read it.",
    "He took vitamin C.|It did not help.",
    "Nothing is left of plan B.|The team went home.",
    "He ended with a promise [of peace].|[The aide declined to comment.]|So it goes.",
    "“A huge […] question mark,” it said.|The paper is state-run.",
    "She said, “I asked, ‘Why?’”|He had no answer.",
    'Spaced marks occur. "|He went on.',
    "“Stop!”|“Why?”",
    "Er kam am 24. April an.|Dr. Müller blieb z.B. in Berlin.",
    "M. Macron a parlé.|Il est parti.",
    "هل هذا صحيح؟|نعم، هذا صحيح.",
    "वह गया।|किताब यहाँ है।",
    "Sens. Collins and Murkowski voted no.|The ex-Rep. from N.Y. lost.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_paragraph_is_split_where_its_sentences_end(case: str) -> None:
    text = case.replace("|", " ")
    assert [text[sentence] for sentence in split_sentences(text)] == case.split("|")


@pytest.mark.parametrize(
    "case",
    [
        "这是第一句。|这是第二句！",
        "他说：“真的吗？”他问。|我不知道。",
        "「行く。」と彼は言った。|雨が降った。",
    ],
)
def test_chinese_and_japanese_sentences_need_no_space(case: str) -> None:
    text = case.replace("|", "")
    assert [text[sentence] for sentence in split_sentences(text)] == case.split("|")


@pytest.mark.parametrize("case", CASES)
def test_ends_and_starts_of_sentences_are_where_a_paragraph_is_split(case: str) -> None:
    text = case.replace("|", " ")
    sentences = split_sentences(text)
    assert sentences
    start = 0
    for number, sentence in enumerate(sentences):
        end = find_sentence_end(text, start, len(text))
        assert text[end : sentence.stop].strip(BETWEEN_SENTENCES) == ""
        assert text[sentence.start : end] in text[sentence]
        if number + 1 < len(sentences):
            following = sentences[number + 1].start
            found = find_sentence_start(text, 0, following + 2)
            assert end <= found <= following
            assert text[found:following].strip(BETWEEN_SENTENCES) == ""
        start = end


def test_a_line_break_ends_a_sentence() -> None:
    text = "He met\nMr. Wang"
    assert find_sentence_end(text, 0, len(text)) == 7
    assert find_sentence_start(text, 0, len(text)) == 7
    assert ends_sentence(text, 6, 7)


@pytest.mark.parametrize(
    ("text", "word", "following", "ends"),
    [
        ("He lives in the U.S. The talks go on.", "U.S", "The", True),
        ("He met the U.S. Secretary.", "U.S", "Secretary", False),
        ("It was “over.” Mr. Wang left.", "over", "Mr", True),
        ("It was “over.” Mr. Wang left.", "Mr", "Wang", False),
        ("It is over - almost.", "over", "almost", False),
    ],
)
def test_a_stop_between_two_words_may_end_the_sentence(
    text: str, word: str, following: str, ends: bool
) -> None:
    assert ends_sentence(text, text.index(word) + len(word), text.index(following)) is ends


@pytest.mark.parametrize(
    ("sentences", "count"), [("He lives in the U.S. The talks go on.", 2), ("See Mr. Wang.", 1)]
)
def test_quotes_end_their_sentences_where_the_paragraph_is_split(
    sentences: str, count: int
) -> None:
    """The speaker of a quote is searched in its sentence only."""
    assert len(split_sentences(sentences)) == count
    text = f"Wang said: “{sentences}” Smith left."
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Wang"
    opening = text.index("“") + 1
    ends = [find_sentence_end(text, opening, quote.end)]
    while ends[-1] < quote.end:
        ends.append(find_sentence_end(text, ends[-1], quote.end))
    assert len(ends) == count


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_paragraph_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == ()


PIECES = st.lists(
    st.sampled_from(
        ["The", "said", "U.S.", "Mr.", ".", "?", "!", "...", "…", "”", "“", '"', "'", ")", "(", "[",
         "]", " ", "  ", "\u00a0", "\n", "。", "？", "」", "5", "J.", "a.m.", "و", "؟", "，"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.one_of(PIECES, st.text(max_size=100)))
def test_sentences_tile_the_paragraph_and_index_back(text: str) -> None:
    sentences = split_sentences(text)
    end = 0
    for sentence in sentences:
        assert text[end : sentence.start].strip() == ""
        assert text[sentence]
        assert text[sentence] == text[sentence].strip()
        end = sentence.stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize(
    "flood", [".", "?!", '."', ". ", "”", "。", "U.S. ", "a.m. A", " \u00a0", ".)" * 3 + "x", "“"]
)
def test_floods_of_marks_are_split_all_the_same(flood: str) -> None:
    text = flood * 8_000
    sentences = split_sentences(text)
    assert "".join("".join(text[s] for s in sentences).split()) == "".join(text.split())
