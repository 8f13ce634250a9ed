"""The search of a quotation in many sources gives what the comparison with all of them gives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.quote_check import QuoteSources
from reader.quote_check.coded_words import CodedQuotation, WordAlphabet
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.source_search import MOST_SHORT_WORDS, SourceSearch
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quotes.quote import Speaker, SpeakerKind
from reader.text.words import word_keys

STATEMENT = (
    "“The ferry will not sail before the harbour is dredged,” Ada Quill said. “It was too "
    "shallow in March, and it is still too shallow now.”"
)

WORDS_OF_A_TOWN = (
    "the a of to in will not never harbour ferry boat boats co operate cooperate re open reopen "
    "mayor said sail sailed deep shallow 12 twelve"
)
words_of_a_town = st.sampled_from(WORDS_OF_A_TOWN.split())
sentences = st.lists(words_of_a_town, min_size=1, max_size=40).map(" ".join)
paragraphs = st.one_of(
    sentences, sentences.map('"{}," Ada Quill said.'.format), sentences.map("“{}”".format)
)
short_texts = st.lists(paragraphs, min_size=1, max_size=4).map("\n".join)
long_texts = st.lists(short_texts, min_size=4, max_size=4).map("\n".join)
texts = st.one_of(short_texts, long_texts)


class EveryPassage(CodedQuotation):
    """A quotation that is compared with every window of a source: no bound leaves one out."""

    def count_needed(self, share: float) -> int:
        return 0

    def find_whole(self, stretch: str, most: int) -> list[int]:
        return []

    def has_run(self, stretch: str) -> bool:
        return True

    def count_least_faults(self, common: int) -> int:
        return -1


def read(text: str) -> list[QuoteWord]:
    return read_quote_words(text, [(0, len(text))])


def place(passage: SourcePassage | None) -> tuple[object, ...] | None:
    return passage and (passage.source.number, passage.span, passage.edits)


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_the_best_passage_is_that_of_a_comparison_with_all(
    sources: list[str], data: st.DataObject
) -> None:
    printed = data.draw(st.sampled_from(sources)).split()
    first = data.draw(st.integers(0, len(printed) - 1))
    taken = printed[first : first + data.draw(st.integers(1, 30))]
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(taken)))
        taken[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.lists(st.sampled_from(["…", "[the boat]", "will", "zebra", "co", "12"]), max_size=2)
        )
    words = read(" ".join(taken))
    assume(len(words) > MOST_SHORT_WORDS)
    speaker = Speaker("Ada Quill", "Ada Quill", 0, 0, SpeakerKind.PERSON, 1.0)
    search = SourceSearch(sources)
    found = search.find_passage(words, speaker)
    plainly = search.find_coded(EveryPassage(words, search.alphabet), speaker)
    assert place(found) == place(plainly)


@given(st.lists(texts, max_size=3))
def test_every_word_of_a_source_has_its_character(sources: list[str]) -> None:
    alphabet = WordAlphabet()
    coded = [alphabet.add_text(text) for text in sources]
    assert [len(characters) for characters in coded] == [len(read(text)) for text in sources]
    keys = [word.key for text in sources for word in read(text)]
    assert alphabet.encode(keys) == "".join(coded)


@given(st.text(alphabet="ab1 .,'’-[]…%$½é\n", max_size=60))
def test_keys_alone_are_those_of_the_words(text: str) -> None:
    assert word_keys(text) == [word.key for word in read(text)]


def test_a_word_of_no_source_has_no_character_of_one() -> None:
    alphabet = WordAlphabet()
    coded = alphabet.add_text("the ferry will sail")
    assert not set(alphabet.encode(["zebra", "moon"])) & set(coded)


def test_words_far_into_a_long_line_are_found() -> None:
    line = "the ferry was late again " * 2_000 + STATEMENT
    check = QuoteSources(line).check_quote("The ferry will not sail before the harbour is dredged")
    assert check.source_speaker is not None
    assert check.source_speaker.name == "Ada Quill"


def test_a_word_joined_by_a_hyphen_is_found_in_two() -> None:
    check = QuoteSources("“Let us co-operate,” Ada Quill said.").check_quote("Let us cooperate")
    assert check.source == 0


def test_threads_that_share_sources_find_the_same() -> None:
    sources = [STATEMENT, *(f"“The boat number {n} will sail,” said Jo Rook." for n in range(40))]
    questions = [f"The boat number {n} will sail" for n in range(40)] * 5
    alone = QuoteSources(sources)
    expected = [alone.check_quote(question) for question in questions]
    with ThreadPoolExecutor(8) as threads:
        shared = QuoteSources(sources)
        assert list(threads.map(shared.check_quote, questions)) == expected


@given(texts, st.lists(sentences, min_size=1, max_size=6))
def test_an_answer_does_not_depend_on_what_was_asked_before(text: str, asked: list[str]) -> None:
    sources = QuoteSources(text)
    answers = [sources.check_quote(quotation) for quotation in asked]
    assert answers == [QuoteSources(text).check_quote(quotation) for quotation in asked]
