"""A sentence that two moments have is divided off to one of them."""

from __future__ import annotations

from dataclasses import replace

from reader.articles import Passage, Place, parse_article
from reader.story.collated.divided_paragraphs import divide_paragraphs
from reader.story.moments import Moment

TEXT = "One ship left. Two ships came. Three ships sank. Four ships stayed. ***"
ARTICLES = tuple(parse_article(TEXT, source=f"{name}.txt", name=name) for name in "ab")


def passage(article: int, first: int, last: int) -> Passage:
    """Return sentences of an article, by their positions."""
    whole = Passage.of_paragraph(ARTICLES, Place(article, 0))
    sentences = whole.paragraph.sentences
    return replace(whole, start=sentences[first].start, end=sentences[last].stop)


def test_the_moment_with_the_fewer_sentences_has_what_is_between_those_of_another() -> None:
    wide = Moment(1, (passage(0, 0, 2), passage(1, 0, 0)))
    narrow = Moment(2, (passage(0, 1, 1), passage(1, 3, 3)))
    divided = divide_paragraphs(ARTICLES, [wide, narrow])
    texts = {number: [each.text for each in own] for number, own in divided.of_moment.items()}
    assert texts[1] == ["One ship left.", "Three ships sank.", "One ship left."]
    assert texts[2][0] == "Two ships came."


def test_a_mark_without_a_word_belongs_to_the_sentence_before_it() -> None:
    moment = Moment(1, (passage(0, 3, 3), passage(1, 0, 0)))
    divided = divide_paragraphs(ARTICLES, [moment])
    assert divided.of_moment[1][0].text == "Four ships stayed. ***"
    (rest,) = divided.rest[Place(0, 0)]
    assert rest.text == "One ship left. Two ships came. Three ships sank."


def test_a_paragraph_in_no_moment_is_left_as_a_whole() -> None:
    divided = divide_paragraphs(ARTICLES, [])
    assert [own[0].text for own in divided.rest.values()] == [TEXT, TEXT]
