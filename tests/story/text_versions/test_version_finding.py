"""Which articles are versions of one text, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import find_quotes
from reader.articles import Article, clean_line
from reader.story.text_versions.text_version import TextVersions
from reader.story.text_versions.version_finding import find_text_versions
from tests.story.worded_versions import FIRST, SECOND, make_version

OTHER = """\
Ships wait at Tamsel

Traffic on the canal came to a halt after an accident near Tamsel. Nobody of the crew was hurt, \
and ships moved again by breakfast, according to an official.

Mayors of three towns met on Saturday to talk about what the lock needs."""


def group(*articles: Article) -> tuple[TextVersions, ...]:
    return find_text_versions(articles, [find_quotes(article) for article in articles])


def test_texts_of_one_outlet_are_versions_in_the_order_of_their_dates() -> None:
    late = make_version(SECOND, published="4 May 2031", updated="5 May 2031")
    early = make_version(FIRST, published="4 May 2031")
    (found,) = group(late, make_version(OTHER), early)
    assert found.articles == (2, 0)
    assert found.is_one_outlet
    assert found.versions[0].why_later is None
    assert found.versions[1].why_later == "updated 2031-05-05, not 2031-05-04"
    assert (found.versions[1].date_kind, found.versions[1].date) == ("updated", "2031-05-05")


def test_the_same_words_of_two_outlets_are_no_versions() -> None:
    assert group(make_version(FIRST), make_version(FIRST, outlet="Brodau Courier")) == ()


def test_an_outlet_is_one_with_and_without_its_article() -> None:
    (found,) = group(
        make_version(FIRST, outlet="The Herald"), make_version(SECOND, outlet="Herald")
    )
    assert found.articles == (0, 1)


def test_other_stories_of_one_outlet_are_no_versions() -> None:
    assert group(make_version(FIRST), make_version(OTHER)) == ()


def test_a_shortened_text_is_a_version() -> None:
    short = "\n\n".join(FIRST.split("\n\n")[:3])
    (found,) = group(make_version(FIRST), make_version(short))
    assert found.articles == (0, 1)


def test_without_an_outlet_it_is_said_that_they_may_be_two() -> None:
    (found,) = group(make_version(FIRST, outlet=None), make_version(SECOND, outlet=None))
    assert not found.is_one_outlet
    assert "no outlet stated" in found.why


def test_copy_of_an_agency_under_one_title_may_be_that_of_two_outlets() -> None:
    credit = "\n\n(Reuters)"
    (found,) = group(
        make_version(FIRST + credit, outlet=None), make_version(SECOND + credit, outlet=None)
    )
    assert found.why.startswith("no outlet stated, they may be two outlets' copy")


def test_without_dates_a_note_on_what_changed_tells_the_later_one() -> None:
    (found,) = group(make_version(SECOND), make_version(FIRST))
    assert found.articles == (1, 0)
    assert found.versions[1].why_later == "its correction note names what the other has"


def test_without_dates_and_notes_the_order_is_not_known() -> None:
    plain = SECOND.rpartition("\n\n")[0]
    (found,) = group(make_version(plain), make_version(FIRST))
    assert found.articles == (0, 1)
    assert found.versions[1].why_later is None


def test_states_of_one_address_are_versions_though_much_was_rewritten() -> None:
    address = clean_line("https://harbourherald.example/canal")
    rewritten = "\n\n".join([FIRST.split("\n\n")[1], *OTHER.split("\n\n")[1:]])
    articles = [
        replace(make_version(text, outlet=None), source=address) for text in (FIRST, rewritten)
    ]
    (found,) = group(*articles)
    assert "one address" in found.why


@pytest.mark.parametrize("language", ["de", None])
def test_texts_of_two_languages_are_no_versions(language: str | None) -> None:
    other = replace(make_version(FIRST), language=language)
    assert group(make_version(FIRST), other) == ()


def test_of_several_versions_the_least_share_is_stated() -> None:
    texts = [FIRST, SECOND, SECOND.replace("21", "24")]
    (found,) = group(*(make_version(text) for text in texts))
    assert len(found.articles) == 3
    assert found.why.startswith("all of Harbour Herald; 8")
    assert found.why.endswith("% of the words and more are the same")


def test_an_article_without_an_outlet_joins_no_two_outlets() -> None:
    groups = group(
        make_version(FIRST, published="4 May 2031"),
        make_version(FIRST, outlet="Brodau Courier"),
        make_version(FIRST, outlet=None),
    )
    assert [len(found.articles) for found in groups] == [2]
    assert not {0, 1} <= set(groups[0].articles)
