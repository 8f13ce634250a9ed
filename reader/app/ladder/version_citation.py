"""The text with sources that is copied for versions of a quote."""

from __future__ import annotations

from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import Rung
from reader.app.ladder.rung_lines import print_version
from reader.app.ladder.version_facts import describe_differences
from reader.app.ladder.version_text import EditBrackets, write_edits
from reader.app.themes.signs import Signs, article_mark
from reader.quote_versions import EditKind
from reader.reports.citations import CitedQuote, cite_quote


def cite_versions(state: LadderState, signs: Signs) -> str:
    """Return the current version with its citation, in a pair both versions."""
    return "\n\n".join(_cite(state, rung, signs) for rung in _cited_rungs(state))


def name_cited_versions(state: LadderState) -> str:
    """Return which versions `cite_versions` cites: `[1] ¶3 and [4] ¶12`."""
    return " and ".join(
        f"[{article_mark(rung.article)}] {rung.paragraphs}" for rung in _cited_rungs(state)
    )


def _cited_rungs(state: LadderState) -> list[Rung]:
    return [state.base_rung, state.opposite] if state.is_pair else [state.current]


def _cite(state: LadderState, rung: Rung, signs: Signs) -> str:
    version = rung.version
    text = state.ladders.text(rung.article)
    differences = [fact for fact, _ in describe_differences(state, rung, signs)]
    quote = CitedQuote(
        words=" … ".join(text[start:end] for start, end in version.spans),
        paragraphs=rung.paragraphs,
        speaker=version.speaker.display_name if version.speaker else None,
        cue=version.cue.text if version.cue else None,
        differences=differences if rung.number != state.base_rung.number else (),
        compared=_compare_words(state, rung, signs),
        is_marked=not rung.is_indirect,
    )
    return cite_quote(state.ladders.articles[rung.article], quote)


def _compare_words(state: LadderState, rung: Rung, signs: Signs) -> str:
    """Return the words of a rung with those it dropped and added in brackets.

    Empty for the base, for a version with the same words, and for indirect speech.
    """
    if all(edit.kind is EditKind.SAME for edit in rung.version.edits):
        return ""
    base = print_version(state.ladders, state.base_rung)
    brackets = EditBrackets(signs.dropped, signs.added)
    words = write_edits(print_version(state.ladders, rung), base, brackets=brackets).text
    named = f"[{article_mark(state.base_rung.article)}] {state.base_rung.paragraphs}"
    return f"against {named}: {words}"
