"""Which articles carry one outlet's or one agency's copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import article_from_text
from reader.articles import Article, clean_line
from reader.story.origins import CopySource, find_direction, find_origins
from reader.story.shared_copy import SharedCopy

CREDIT = clean_line("Herald credits Norwire")
Stated = tuple[str | None, str | None]


def article(outlet: str | None, agency: str | None, name: str = "a") -> Article:
    return replace(
        article_from_text("A barge ran aground at Tamsel.", name=name),
        outlet=clean_line(outlet) if outlet else None,
        agency=clean_line(agency) if agency else None,
    )


def copy(here: int, there: int, share: float = 0.5) -> SharedCopy:
    return SharedCopy(here, there, share, share / 2, 100, ())


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ((None, "Norwire"), ("Herald", "Norwire"), CopySource(0, CREDIT)),
        (("Norwire", None), ("Herald", "norwire"), CopySource(0, CREDIT)),
        (("Herald", "Norwire"), ("Norwire", "Norwire"), CopySource(1, CREDIT)),
        (("Herald", "Norwire"), ("Courier", "Norwire"), None),
        (("Herald", None), ("Courier", None), None),
        ((None, None), ("Courier", "Norwire"), None),
        ((None, "Norwire"), (None, "Norwire"), None),
    ],
)  # fmt: skip
def test_who_had_the_words_first_is_said_by_credits(
    here: Stated, there: Stated, expected: CopySource | None
) -> None:
    assert find_direction([article(*here), article(*there)], copy(0, 1)) == expected


def test_every_article_has_one_origin() -> None:
    articles = [article("Herald", None), article("Courier", "Norwire"), article(None, "Norwire")]
    alone = find_origins(articles, [])
    assert [origin.articles for origin in alone] == [(0,), (1,), (2,)]
    assert [origin.reason for origin in alone] == [None] * 3


def test_copy_of_one_agency_is_one_origin_with_its_name_and_reason() -> None:
    articles = [article("Herald", None), article("Courier", "Norwire"), article(None, "Norwire")]
    lone, wire = find_origins(articles, [copy(1, 2, share=0.3)])
    assert lone.articles == (0,)
    assert (wire.articles, wire.name) == ((1, 2), "Norwire")
    assert wire.reason == "30 % of the words of Courier · Norwire stand in Norwire, too"


def test_the_greatest_share_is_the_reason() -> None:
    articles = [article(name, None) for name in ("Herald", "Courier", "Gazette")]
    (origin,) = find_origins(articles, [copy(0, 1, 0.4), copy(1, 2, 0.8)])
    assert origin.articles == (0, 1, 2)
    assert origin.name is None
    assert origin.reason == "80 % of the words of Courier stand in Gazette, too"


@pytest.mark.parametrize(("share", "agency", "count"), [(0.2, None, 2), (0.2, "Norwire", 1)])
def test_a_small_share_is_one_origin_only_where_both_credit_one_agency(
    share: float, agency: str | None, count: int
) -> None:
    articles = [article("Herald", agency), article("Courier", agency)]
    assert len(find_origins(articles, [copy(0, 1, share)])) == count
