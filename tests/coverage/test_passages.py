"""The words of a paragraph for its evidence: what is quoted, names, figures, speakers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.articles import Article
from reader.coverage.passages import PassageWords, find_figures, find_names, find_speakers
from reader.coverage.word_rarity import WordRarity

MakeArticle = Callable[..., Article]
ReadWords = Callable[[str], PassageWords]


@pytest.fixture
def read_words(make_article: MakeArticle) -> ReadWords:
    def read(text: str) -> PassageWords:
        rarity = WordRarity([make_article("one", text)])
        return PassageWords.read(text, [slice(0, len(text))], "en", rarity).with_passage({0})

    return read


@pytest.mark.parametrize("verb", ["said", "testified", "conceded", "argued"])
def test_a_name_beside_a_reporting_verb_of_the_list_is_a_speaker(
    read_words: ReadWords, verb: str
) -> None:
    assert find_speakers(read_words(f"It is late, Okafor {verb} on the pier.")) == {
        "okafor": "Okafor"
    }


@pytest.mark.parametrize(
    "text",
    ["Okafor’s claims were read.", "Okafor claims were read.", "Okafor, saying nothing, left."],
)
def test_a_name_beside_a_noun_is_no_speaker(read_words: ReadWords, text: str) -> None:
    assert find_speakers(read_words(text)) == {}


@pytest.mark.parametrize(
    "text",
    ["He called it ‘a quiet harbour’ then.", "He called it «a quiet harbour» then.",
     "He called it „a quiet harbour“ then.", "He called it 「a quiet harbour」 then."],
)  # fmt: skip
def test_words_in_marks_of_any_kind_are_quoted(read_words: ReadWords, text: str) -> None:
    side = read_words(text)
    quoted = [w.key for w, is_in in zip(side.words, side.is_quoted, strict=True) if is_in]
    assert quoted == ["a", "quiet", "harbour"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("They met on May 4 and on Sept. 9.", ["may", "4", "sept", "9"]),
        ("They met on Sun 4 May.", ["sun", "4", "may"]),
        ("Tuesday’s vote was in June.", ["tuesday", "june"]),
        ("The minister, May, bought the Sun.", []),
    ],
)
def test_months_and_days_are_figures_where_they_are_dates(
    read_words: ReadWords, text: str, figures: list[str]
) -> None:
    side = read_words(text)
    assert [word.key for word in find_figures(side)] == figures


def test_a_month_is_no_name(make_article: MakeArticle, read_words: ReadWords) -> None:
    side = read_words("They met Okafor on May 4 in Riga.")
    rarity = WordRarity([make_article("one", side.text)])
    assert [side.printed(name) for name in find_names(side, rarity)] == ["Okafor", "Riga"]
