"""The verdicts and the codes of reasons are the same in the program and in docs/check.md."""

from __future__ import annotations

import re
from pathlib import Path

from reader.quote_check.draft_verdicts import Verdict
from reader.quote_versions import CheckReason
from reader.quote_versions.check_reasons import HARMLESS_CODES, ReasonCode
from reader.reports.check_summary import name_reason

PROJECT = Path(__file__).parents[1]
PAGE = "docs/check.md"


def read_table(heading: str) -> dict[str, str]:
    """The last column of a table by its first one."""
    text = (PROJECT / PAGE).read_text("utf-8")
    table = text.partition(f"| {heading} |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([^`]+)` \|.*\| ([^|]+) \|$", table, re.MULTILINE)
    return dict(rows)


def test_every_verdict_is_in_the_table() -> None:
    assert set(read_table("verdict")) == {verdict.value for verdict in Verdict}


def test_every_code_is_in_the_table_with_what_never_needs_a_look() -> None:
    table = read_table("code")
    assert set(table) == {code.value for code in ReasonCode}
    assert {code for code, look in table.items() if look == "no"} == {
        code.value for code in HARMLESS_CODES
    }


def test_every_code_has_words_for_the_summary() -> None:
    needing = [code for code in ReasonCode if code not in HARMLESS_CODES]
    assert needing
    for code in needing:
        words = name_reason(CheckReason(code, True, "", "draft", "source"))
        assert words
        assert "_" not in words
