"""The origins of articles in words."""

from __future__ import annotations

from reader.articles import clean_line
from reader.reports.origin_words import describe_origins, explain_origin, summarize_origin
from reader.story.shared_copy.origins import Origin, OriginMember

WHY = clean_line("why")
AP = clean_line("AP")


def make_origin(*shares: tuple[int, int, float], crediting: tuple[int, ...] = ()) -> Origin:
    members = tuple(
        OriginMember(at, holder, other, share, (AP,) if at in crediting else (), WHY)
        for at, (holder, other, share) in enumerate(shares)
    )
    return Origin(tuple(range(len(shares))), AP if crediting else None, WHY, members)


def test_the_name_and_the_shares_come_first_in_short() -> None:
    pair = make_origin((0, 1, 0.98), (0, 1, 0.98))
    assert summarize_origin(pair) == "one copy, 98%"
    assert summarize_origin(make_origin((0, 1, 0.98), (1, 0, 1.0), crediting=(1,))) == (
        "AP copy, 98–100%"
    )


def test_every_article_is_in_the_explanation() -> None:
    origin = make_origin((0, 1, 0.984), (0, 1, 0.984), (2, 1, 0.5), crediting=(0, 2))
    words = "98% of the words of [1] stand in [2], 50% of [3] in [2]; [1] [3] credit AP"
    assert explain_origin(origin) == words
    assert list(describe_origins([origin])) == [f"[1] [2] [3] AP copy: {words}"]


def test_of_many_articles_some_are_named() -> None:
    origin = make_origin(*((at, 0, 0.9) for at in range(1, 6)), crediting=(1, 2, 3))
    assert explain_origin(origin, 2) == (
        "90% of the words of [2] stand in [1], 90% of [3] in [1] and 3 more; "
        "[2] [3] and 1 more credit AP"
    )
