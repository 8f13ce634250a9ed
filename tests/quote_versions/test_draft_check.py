"""A draft's quotations against its sources."""

from __future__ import annotations

import pytest

from reader.quote_versions import Verdict, check_quotes

SOURCES = [
    "“I think it’s important to underscore the value – in fact, the necessity – of direct "
    "engagement, of sustained engagement, of speaking to each other,” Antony Blinken said. "
    "“We have an obligation for our people.”\n"
    "Chen Jining said: “Whether we choose cooperation or confrontation affects the well-being "
    "of both peoples.”",
    "John Smith said the plan was a complete disaster for the town.",
]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ('"We have an obligation for our people," Blinken said.', Verdict.EXACT),
        ("«Whether we choose co-operation or confrontation»", Verdict.TRIMMED),
        (
            "“Whether we choose cooperation or confrontation affects the well being of both "
            "peoples,” Chen said.",
            Verdict.EXACT,
        ),
        (
            "“Whether we choose cooperation or confrontation affects the well-being,” Chen said.",
            Verdict.TRIMMED,
        ),
        (
            "“I think it's important to underscore the value … of direct engagement, of "
            "sustained engagement, of speaking to each other,” Blinken said.",
            Verdict.TRIMMED,
        ),
        (
            "“I think it's important to underscore the value - in fact, the necessity - of direct "
            "engagement, of speaking to each other,” Blinken said.",
            Verdict.CUT,
        ),
        ("“We have a duty to our people,” Blinken said.", Verdict.CHANGED),
        ("“We [the US] have an obligation for our people,” Blinken said.", Verdict.TRIMMED),
        (
            "Antony Blinken said: “Whether we choose cooperation or confrontation affects the "
            "well-being of both peoples.”",
            Verdict.OTHER_SPEAKER,
        ),
        ("“The moon is made of green cheese,” Blinken said.", Verdict.NOT_FOUND),
        ("Smith said the plan was “a complete disaster” for all.", Verdict.EXACT),
    ],
)
def test_every_quotation_has_its_verdict(draft: str, verdict: Verdict) -> None:
    (check,) = check_quotes(draft, SOURCES)
    assert check.verdict is verdict
    if check.source is not None and check.source_span is not None:
        start, end = check.source_span
        assert SOURCES[check.source][start:end] == check.source_text


def test_titles_and_single_words_are_not_checked() -> None:
    assert check_quotes("The “smart” film “Gone With the Wind” ran.", SOURCES) == ()


def test_without_sources_nothing_is_found() -> None:
    (check,) = check_quotes("“We have an obligation,” Blinken said.", [])
    assert check.verdict is Verdict.NOT_FOUND
