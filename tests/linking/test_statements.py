"""Which sentences of different articles report one statement."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StoppedError
from reader.linking import statements
from reader.linking.article_sentences import ArticleSentences
from reader.linking.linker_input import LinkerInput
from reader.linking.phase_progress import PhaseProgress
from reader.linking.score_model import LIKELY_STATEMENT
from reader.linking.statements import (
    StatedSentences,
    Statements,
    find_shared_statements,
    read_statements,
)
from reader.quote_versions import TextQuotes
from reader.quote_versions.article_quotes import SENTENCES_WITH_INDIRECT_SPEECH
from reader.quote_versions.shared_quote_finder import make_step

HARBOUR = "“We will rebuild the harbour wall before the winter, and nobody will pay a toll,”"
WHOLE = [
    "A storm broke the harbour wall of Ventspils on Sunday.",
    f"{HARBOUR} Mayor Ana Ruiz told the council.",
    "Forty boats were lost.",
]
CUT = [
    "Ventspils counts its losses.",
    "“We will rebuild the harbour wall before the winter,” Ruiz said.",
]
FRAGMENT = [
    "The town is shaken.",
    "Mayor Ana Ruiz promised that “nobody will pay a toll”, but gave no figures.",
]
REPORTED = [
    "Fishermen doubt it.",
    "Ruiz said that the town would rebuild the wall of the harbour before winter without a toll.",
]
OTHER = [
    "Voters go to the polls in Jurmala.",
    "“The list of candidates is longer than ever,” the returning officer said.",
]


def shared(*documents: Sequence[str]) -> Statements:
    stated = read_statements(documents, PhaseProgress())
    return find_shared_statements(stated, range(len(documents)))


def shared_by_sentence(*texts: Sequence[str], order: Sequence[int] = (0, 1)) -> Statements:
    """The statements of two articles, whose paragraphs may have several sentences."""
    articles = [
        LinkerInput(len(each), None, tuple((n, text, False) for n, text in enumerate(each)))
        for each in texts
    ]
    versions = TextQuotes.find([each.join_paragraphs() for each in articles], make_step()).versions
    sentences = [ArticleSentences(each).offsets(each.paragraph_starts()) for each in articles]
    return find_shared_statements(StatedSentences(versions, sentences, (0, 1)), order)


@pytest.mark.parametrize("version", [CUT, FRAGMENT, REPORTED])
def test_a_statement_is_found_however_it_is_carried(version: list[str]) -> None:
    assert set(shared(WHOLE, version, OTHER)) == {(1, len(WHOLE) + 1)}


def test_what_is_surely_one_quote_is_surer_than_a_fragment_or_the_reporters_words() -> None:
    sure = {
        name: max(shared(WHOLE, version).values())
        for name, version in {"cut": CUT, "part": FRAGMENT, "reported": REPORTED}.items()
    }
    assert sure["cut"] == 1.0
    assert sure["cut"] >= sure["part"] > 0.3
    assert sure["cut"] > sure["reported"] > 0.3


def test_all_versions_are_tied_to_each_other() -> None:
    found = shared(WHOLE, CUT, REPORTED)
    assert set(found) == {(1, 4), (1, 6), (4, 6)}
    assert found[4, 6] <= found[1, 6]


def test_each_sentence_of_a_long_quote_is_tied_to_its_own() -> None:
    first = "“We will rebuild the harbour wall before the winter comes, whatever it costs."
    second = "Not one fisherman of Ventspils will be asked to pay a toll,” Mayor Ana Ruiz said."
    texts = ["A storm.", f"{first} {second}"], ["Losses.", "No boats sail.", f"{first} {second}"]
    assert set(shared_by_sentence(*texts)) == {(1, 5), (2, 6)}
    assert set(shared_by_sentence(*texts, order=(1, 0))) == {(2, 5), (3, 6)}


def test_fragments_of_two_parts_of_one_utterance_are_not_one_statement() -> None:
    wall = "Mayor Ana Ruiz said the town would “rebuild the harbour wall before the winter”."
    toll = "Ruiz told the fishermen that “nobody will pay a toll”."
    found = shared(WHOLE, [wall], [toll])
    assert {(1, 3), (1, 4)} <= set(found)
    assert (3, 4) not in found


@pytest.mark.parametrize(
    ("word", "is_sure"), [("anchor", False), ("seamanship", True), ("70 crowns", True)]
)
def test_one_short_word_in_common_ties_no_statements(word: str, is_sure: bool) -> None:
    quote = f"“I see no {word} in what this town has done for its boats,” Ana Ruiz said."
    found = shared(["A storm.", quote], ["Losses.", f"Ana Ruiz insisted it was “{word}”."])
    assert set(found) == {(1, 3)}
    assert (found[1, 3] >= LIKELY_STATEMENT) is is_sure


def test_a_fragment_is_tied_to_the_sentence_that_has_most_of_it() -> None:
    first = "“No winter has hurt the harbour wall as this winter did.”"
    second = "“We will rebuild the harbour wall before the winter,” Mayor Ana Ruiz said."
    quote = f"{first[:-1]} {second[1:]}"
    fragment = "Mayor Ana Ruiz wants to “rebuild the harbour wall before the winter”."
    assert set(shared_by_sentence([quote], [fragment])) == {(1, 2)}


def test_sentences_are_found_by_their_offsets_and_furniture_is_none() -> None:
    article = LinkerInput(
        3, None, ((0, "One. Two.", False), (2, "Three.", False)), ((1, "By Ann Lee"),)
    )
    text = article.join_paragraphs()
    assert text == "One. Two.\nBy Ann Lee\nThree."
    offsets = ArticleSentences(article).offsets(article.paragraph_starts())
    assert [text[a:b] for a, b in zip(*offsets, strict=True)] == ["One.", "Two.", "Three."]
    found = [offsets.find(text.index(word)) for word in ("One", "Two", "Ann", "Three")]
    assert found == [0, 1, None, 2]
    assert offsets.find(text.index(" ")) is None


def test_what_one_article_says_twice_is_not_shared() -> None:
    assert not shared([*WHOLE, *CUT], OTHER)


def test_without_quotation_marks_there_is_nothing_to_find() -> None:
    assert not shared(["Ruiz said the wall would be rebuilt."], ["Ruiz said it would be rebuilt."])
    assert not shared()
    assert not shared([], [""])


def test_a_slogan_of_very_many_articles_ties_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shared(WHOLE, CUT, CUT)
    monkeypatch.setattr(statements, "MOST_VERSIONS", 2)
    assert not shared(WHOLE, CUT, CUT)


def test_in_a_large_group_quotes_count_and_indirect_speech_does_not() -> None:
    few = [[f"Boat number {n} was found on the beach of Liepaja." for n in range(40)]]
    assert set(shared(WHOLE, CUT, REPORTED, *few)) > {(1, 4)}
    many = few * (SENTENCES_WITH_INDIRECT_SPEECH // 40 + 1)
    assert set(shared(WHOLE, CUT, REPORTED, *many)) == {(1, 4)}


def test_progress_is_reported_and_a_cancelled_search_stops() -> None:
    shares: list[float] = []
    progress = PhaseProgress(lambda share, _doing: shares.append(share)).part(0.2, 0.6)
    read_statements([WHOLE, CUT], progress)
    assert shares == sorted(shares)
    assert 0.2 <= shares[0] <= shares[-1] <= 0.6
    with pytest.raises(StoppedError):
        read_statements([WHOLE, CUT], PhaseProgress(is_cancelled=lambda: True))


SENTENCES = st.sampled_from([*WHOLE, *CUT, *FRAGMENT, *REPORTED, *OTHER, "", "“", "”\n“a b”"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(SENTENCES, max_size=6), max_size=4))
def test_statements_tie_sentences_of_two_articles(documents: list[list[str]]) -> None:
    article = [number for number, document in enumerate(documents) for _ in document]
    statements = shared(*documents)
    assert len(statements) <= len(article) ** 2
    for (here, there), sure in statements.items():
        assert 0 <= here < there < len(article)
        assert article[here] != article[there]
        assert 0.0 < sure <= 1.0
