from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.articles.text_search import find_hits, folded
from reader.text.cleaning import clean_line


def one_article(*texts: str) -> Article:
    return Article(
        source=Clean("a.txt"),
        name=Clean("a"),
        paragraphs=tuple(
            Paragraph(number, ParagraphKind.BODY, Clean(text))
            for number, text in enumerate(texts, 1)
        ),
    )


def found(words: str, *texts: str) -> list[str]:
    return [
        texts[hit.paragraph][hit.start : hit.end] for hit in find_hits([one_article(*texts)], words)
    ]


@given(st.text(max_size=200))
def test_folded_text_has_the_length_of_the_text(text):
    assert len(folded(text)) == len(text)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_every_piece_of_a_text_is_found_in_it(text, start, length):
    text = clean_line(text)
    piece = text[start : start + length]
    assume(piece.strip() and piece == piece.strip())
    hits = find_hits([one_article(text)], piece)
    assert hits
    for hit in hits:
        assert folded(text[hit.start : hit.end]) == folded(piece)


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("zelensky", "President ZELENSKY said", "ZELENSKY"),
        ("Erdogan", "Recep Tayyip Erdoğan said", "Erdoğan"),
        ("São Paulo", "in Sao Paulo today", "Sao Paulo"),
        ("it's", "he said: “It’s over.”", "It’s"),
        ('"it', "he said: “It’s over.”", "“It"),
        ("so-called", "the so‑called truce", "so‑called"),
        ("10 km", "some 10\u00a0km away", "10\u00a0km"),
        ("Lodz", "the mills of ŁÓDŹ", "ŁÓDŹ"),
        ("istanbul", "from İSTANBUL", "İSTANBUL"),
        ("ΑΘΗΝΑ", "στην Αθήνα", "Αθήνα"),
        ("Erdogan said", "Erdog\u0306an said", "Erdog\u0306an said"),
        ("S\u00e3o", "in Sa\u0303o Paulo", "Sa\u0303o"),
        ("Sa\u0303o", "in S\u00e3o Paulo", "S\u00e3o"),
    ],
)
def test_case_accents_and_typography_do_not_matter(words, text, expected):
    assert found(words, text) == [expected]


@pytest.mark.parametrize(
    ("words", "text"),
    [("국", "고기"), ("한국", "학교"), ("が", "か"), ("パ", "ハ"), ("war", "wær")],
)
def test_other_letters_are_not_taken_for_each_other(words, text):
    assert found(words, text) == []


def test_hits_come_in_the_order_of_the_text_and_do_not_overlap():
    article = one_article("aaaa", "b", "aa a")
    assert [tuple(hit) for hit in find_hits([article, article], "aa")] == [
        (0, 0, 0, 2), (0, 0, 2, 4), (0, 2, 0, 2), (1, 0, 0, 2), (1, 0, 2, 4), (1, 2, 0, 2)
    ]  # fmt: skip


def test_nothing_is_found_by_nothing():
    assert find_hits([one_article("abc")], "") == []


def test_a_search_can_be_stopped():
    article = one_article(*["abc"] * 2000)
    answers = iter([False, True])
    assert len(find_hits([article], "b", lambda: next(answers))) == 256
