"""Quotes as plain values."""

from __future__ import annotations

import json

from reader.articles import parse_article
from reader.quotes import find_quotes, join_paragraphs
from reader.reports.quote_records import build_quote_records

TEXT = (
    "A headline\n\nAnn Lee spoke on Monday in the old harbour, as she had promised to do.\n\n"
    "“We will rebuild the harbour,” Lee told reporters in Leith. “And the bridge, too.”\n\n"
    "The so-called “smart” plan is not new, and the money for it was there all along.\n"
)
ARTICLE = parse_article(TEXT, source="a.txt", name="a")


def test_every_quote_is_an_object_with_offsets_in_its_paragraph() -> None:
    objects = build_quote_records(ARTICLE)
    assert json.loads(json.dumps(objects)) == objects
    paragraphs = {paragraph.number: paragraph.text for paragraph in ARTICLE.paragraphs}
    for item in objects:
        assert item["article"] == "a.txt"
        assert paragraphs[item["paragraph"]][item["start"] : item["end"]] == item["text"]
    first, second, third = objects
    assert (first["kind"], second["kind"], third["kind"]) == ("direct", "direct", "scare")
    assert first["utterance"] == second["utterance"] != third["utterance"]
    assert first["speaker"]["name"] == "Ann Lee"
    assert first["speaker"]["mention"] == "Lee"
    assert first["cue"]["text"] == "told"
    assert first["cue"]["stance"] == "neutral"
    assert first["addressee"]["text"] == "reporters"
    assert first["setting"]["text"] == "in Leith"
    assert third["speaker"] is None
    assert third["cue"] is None
    for part in (first["speaker"], first["cue"]):
        words = paragraphs[part["paragraph"]][part["start"] : part["end"]]
        assert words in ("Lee", "told")


def test_the_number_of_a_shared_quote_is_given_where_there_is_one() -> None:
    quote = find_quotes(join_paragraphs(ARTICLE))[0]
    objects = build_quote_records(ARTICLE, shared={(quote.start, quote.end): 7})
    assert [item["shared"] for item in objects] == [7, None, None]
