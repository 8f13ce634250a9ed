"""A coverage ties links and moments to their articles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from reader.articles import Article
from reader.coverage import Coverage
from reader.linking import LinkTable, Place
from reader.linking.link_table import ScoredPair
from reader.story import Moment


def test_a_table_of_other_articles_is_refused(make_article: Callable[..., Article]) -> None:
    articles = [make_article("one", "Words."), make_article("two", "Words.")]
    for counts in ((1,), (1, 2), (1, 1, 1)):
        with pytest.raises(ValueError, match="other articles"):
            Coverage(articles, LinkTable.build(counts, []))


def test_moments_are_grouped_where_they_are_not_given(make_article: Callable[..., Article]) -> None:
    articles = [make_article("one", "Words."), make_article("two", "Words.")]
    table = LinkTable.build((1, 1), [ScoredPair(Place(0, 0), Place(1, 0), 0.9)])
    assert Coverage(articles, table).moments == (Moment(1, (Place(0, 0), Place(1, 0))),)
    assert Coverage(articles, table, ()).moments == ()


def test_a_coverage_is_used_without_numpy_and_rapidfuzz() -> None:
    code = """
import sys
from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.coverage import Coverage
from reader.linking import LinkTable, Place
from reader.linking.link_table import ScoredPair
text = Clean("The minister opened the new bridge in Riga on Tuesday.")
one, two = (Article(Clean(n), Clean(n), (Paragraph(1, ParagraphKind.BODY, text),)) for n in "ab")
pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9)
coverage = Coverage([one, two], LinkTable.build((1, 1), [pair]))
link, = coverage.links_from(Place(1, 0))
assert coverage.evidence(link).reasons == ("word for word the same, 10 words",)
assert [moment.places for moment in coverage.moments] == [(Place(0, 0), Place(1, 0))]
assert not {"numpy", "rapidfuzz", "rich", "textual"} & sys.modules.keys()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
