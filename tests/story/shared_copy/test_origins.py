"""Which articles carry one outlet's or one agency's copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import article_from_text
from reader.articles import Article, Paragraph, ParagraphKind, clean_line
from reader.story.shared_copy.origins import CopySource, find_direction, find_origins
from reader.story.shared_copy.shared_runs import SharedCopy
from reader.text.cleaning import Clean

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
    share = "30% of the words of Courier · Norwire stand in Norwire, too"
    assert wire.reason == f"{share}; Courier credits Norwire"
    assert [member.credited for member in wire.members] == [("Norwire",)] * 2


def test_every_article_of_an_origin_has_its_own_reason() -> None:
    articles = [article(name, None) for name in ("Herald", "Courier", "Gazette")]
    (origin,) = find_origins(articles, [copy(0, 1, 0.4), copy(1, 2, 0.8)])
    assert origin.articles == (0, 1, 2)
    assert origin.name is None
    first = "40% of the words of Herald stand in Courier, too"
    second = "80% of the words of Courier stand in Gazette, too"
    assert [member.reason for member in origin.members] == [first, second, second]
    assert origin.reason == f"{first}; {second}"


def test_a_credit_line_of_one_article_names_the_copy_of_all() -> None:
    credit = "The Associated Press contributed to this report"
    credited = replace(article("Courier", None), credits=(clean_line(credit),))
    (origin,) = find_origins([article("Herald", None), credited], [copy(0, 1)])
    assert origin.name == "AP"
    assert origin.reason is not None
    assert origin.reason.endswith("; Courier credits AP")
    assert [member.credited for member in origin.members] == [(), ("AP",)]


def test_copy_has_no_name_where_two_articles_credit_two_agencies() -> None:
    credited = replace(
        article("Courier", None), credits=(clean_line("Additional reporting by Reuters"),)
    )
    (origin,) = find_origins([article("Herald", "AP"), credited], [copy(0, 1)])
    assert origin.name is None
    assert [member.credited for member in origin.members] == [("AP",), ("Reuters",)]


def test_of_two_agencies_in_a_credit_the_one_counts_that_others_credit() -> None:
    line = clean_line("AP and Reuters contributed to this report")
    credited = replace(article("Courier", None), credits=(line,))
    (origin,) = find_origins([article("Herald", "AP"), credited], [copy(0, 1)])
    assert origin.name == "AP"


def test_a_picture_credit_names_no_copy() -> None:
    credited = replace(article("Courier", None), credits=(clean_line("Photo: AP"),))
    (origin,) = find_origins([article("Herald", None), credited], [copy(0, 1)])
    assert (origin.name, [member.credited for member in origin.members]) == (None, [(), ()])


@pytest.mark.parametrize(
    "taker",
    [
        article_from_text("HARLOW (Northwire) — A barge ran aground at Tamsel.", name="b"),
        replace(
            article_from_text("A barge ran aground at Tamsel.", name="b"),
            credits=(clean_line("Northwire contributed to this report"),),
        ),
    ],
)
def test_an_opened_outlet_that_another_article_credits_had_the_copy_first(taker: Article) -> None:
    articles = [article("Northwire", None), replace(taker, outlet=clean_line("Herald"))]
    reason = clean_line("Herald credits Northwire")
    assert find_direction(articles, copy(0, 1)) == CopySource(0, reason)
    assert find_direction(articles[::-1], copy(0, 1)) == CopySource(1, reason)
    (origin,) = find_origins(articles, [copy(0, 1)])
    assert origin.name == "Northwire"
    assert origin.reason is not None
    assert origin.reason.endswith(f"; {reason}")


def test_two_outlets_that_credit_each_other_leave_the_direction_open() -> None:
    articles = [
        replace(article(one, None), credits=(clean_line(f"{other} contributed to this report"),))
        for one, other in (("Herald", "Courier"), ("Courier", "Herald"))
    ]
    assert find_direction(articles, copy(0, 1)) is None
    assert find_origins(articles, [copy(0, 1)])[0].name is None


@pytest.mark.parametrize(("share", "agency", "count"), [(0.2, None, 2), (0.2, "Norwire", 1)])
def test_a_small_share_is_one_origin_only_where_both_credit_one_agency(
    share: float, agency: str | None, count: int
) -> None:
    articles = [article("Herald", agency), article("Courier", agency)]
    assert len(find_origins(articles, [copy(0, 1, share)])) == count


def test_a_source_in_the_dateline_of_one_names_the_copy_of_all_that_have_its_line() -> None:
    filed = replace(
        article("Courier", None),
        paragraphs=(
            Paragraph(1, ParagraphKind.BODY, Clean("HARLOW (Skerrywire) — Rain fell for a day.")),
        ),
    )
    carried = replace(
        article("Mail", None),
        paragraphs=(
            Paragraph(1, ParagraphKind.FURNITURE, Clean("Skerrywire")),
            Paragraph(2, ParagraphKind.BODY, Clean("Rain fell for a day in Harlow.")),
        ),
    )
    (origin,) = find_origins([filed, carried], [copy(0, 1, 0.6)])
    assert origin.name == "Skerrywire"
    assert "Courier credits Skerrywire" in (origin.reason or "")
    assert "Mail credits Skerrywire" in (origin.reason or "")
