"""Fragments of a sentence that only name a thing, and what stands before them."""

from __future__ import annotations

import re

import pytest

from reader.quote_check import QuoteCheck, check_quote, check_quotes


def check(marked: str) -> QuoteCheck:
    """Check what is between `[[` and `]]` against the whole sentence."""
    quoted = re.search(r"\[\[(.*)\]\]", marked)
    assert quoted is not None
    sentence = marked.replace("[[", "").replace("]]", "")
    return check_quote(quoted.group(1), f"“{sentence}” Vance said.", "Vance")


@pytest.mark.parametrize(
    "marked",
    [
        "Any quay that holds boats is [[a step in the right direction]].",
        "It is a [[step in the right direction]].",
        "That’s a [[step in the right direction]].",
        "We have had [[a change of crew at the quay]].",
        "The Quay Guild is [[the best rowing club of the coast]].",
        "This is really about [[the spirit of these talks]].",
        "This is an [[unheard-of growth of the harbour]].",
        "The winter has made us firmer in [[our hunt for better boats]].",
        "We [[support the owners of the ferry]].",
    ],
)
def test_a_thing_that_the_sentence_only_states_may_be_named(marked: str) -> None:
    assert not check(marked).needs_review


def test_what_is_to_come_may_be_named() -> None:
    source = "“We will build a bridge for the whole town.” Ida Vance said."
    (named,) = check_quotes("Ida Vance spoke of “a bridge for the whole town”.", source)
    (stated,) = check_quotes("Ida Vance said they “build a bridge for the whole town”.", source)
    assert (named.needs_review, stated.needs_review) == (False, True)


@pytest.mark.parametrize("fragment", ["step in the right direction", "plan for the harbour"])
@pytest.mark.parametrize(
    "before",
    [
        "It is not a",
        "It is hardly a",
        "It is an alleged",
        "It is no",
        "It is a small",
        "It is a first",
        "It is perhaps a",
        "It may be a",
        "The owners say it is a",
        "If this is a",
        "It was supposed to be a",
        "It is anything but a",
        "They have yet to have a",
        "It is like a",
        "To him it is a",
        "Little of this is a",
        "What we need is a",
        "The last thing we want is a",
        "The opposite is a",
        "Nobody thinks it is a",
    ],
)
def test_what_bears_on_a_thing_is_missed(before: str, fragment: str) -> None:
    assert check(f"{before} [[{fragment}]].").needs_review


@pytest.mark.parametrize(
    "before",
    ["We never", "If they like it, we may", "Some of us", "They claim we", "Nobody says we"],
)
def test_what_bears_on_a_verb_is_missed(before: str) -> None:
    assert check(f"{before} [[support the owners of the ferry]].").needs_review


def test_negations_on_both_sides_of_a_cut_are_named() -> None:
    source = (
        "“We sold the old ferry in May, which nobody liked. We never left the quay.” Vance said."
    )
    found = check_quote("We sold the old ferry in May … left the quay", source)
    named = {reason.source_words for reason in found.reasons if reason.code.value == "negation"}
    assert named == {"which nobody liked", "We never"}
