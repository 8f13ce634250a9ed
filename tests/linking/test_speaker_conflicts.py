"""Phrases of two speakers, which are two statements."""

from __future__ import annotations

from dataclasses import replace

from reader.articles import parse_article
from reader.coverage import compare
from reader.linking import ConflictKind, Level
from reader.linking.speaker_conflicts import SpokenWords, find_speaker_conflict, share_certain_run
from reader.quotes import find_quotes

HOLM = "“The council is on the wrong side of the harbour,” Ann Holm said of the plan."
DORN = "“Nobody wants a boat on the wrong side of the harbour,” Piet Dorn said when asked."


def spoken(text: str) -> list[SpokenWords]:
    return [SpokenWords(q.speaker, q.start, q.end) for q in find_quotes(text) if q.speaker]


def test_a_phrase_of_two_speakers_is_two_statements() -> None:
    conflict = find_speaker_conflict(HOLM, spoken(HOLM), DORN, spoken(DORN))
    assert conflict is not None
    assert conflict.kind is ConflictKind.SPEAKER
    assert str(conflict) == "other speaker: Ann Holm / Piet Dorn"
    assert HOLM[slice(*conflict.span_here)].startswith("The council is on")
    turned = find_speaker_conflict(DORN, spoken(DORN), HOLM, spoken(HOLM))
    assert turned is not None
    assert turned.turned() == conflict


def test_one_speaker_has_no_conflict() -> None:
    other = DORN.replace("Piet Dorn", "Ann Holm")
    assert find_speaker_conflict(HOLM, spoken(HOLM), other, spoken(other)) is None


def test_one_statement_given_to_two_people_is_one_moment() -> None:
    other = HOLM.replace("Ann Holm", "Piet Dorn")
    assert find_speaker_conflict(HOLM, spoken(HOLM), other, spoken(other)) is None


def test_what_is_shared_outside_the_quotations_is_no_matter_of_speakers() -> None:
    here = "“Never,” Ann Holm said after the ferry to Ventspils was moored at the granite pier."
    there = "The ferry to Ventspils was moored at the granite pier, “at last”, Piet Dorn said."
    assert find_speaker_conflict(here, spoken(here), there, spoken(there)) is None


def test_unknown_speakers_may_be_one() -> None:
    nobody = [replace_speaker(one) for one in spoken(DORN)]
    assert find_speaker_conflict(HOLM, spoken(HOLM), DORN, nobody) is None
    assert find_speaker_conflict(HOLM, spoken(HOLM), DORN, []) is None


def replace_speaker(one: SpokenWords) -> SpokenWords:
    return one._replace(speaker=replace(one.speaker, confidence=0.4))


def test_links_of_a_shared_phrase_are_related_and_name_the_speakers() -> None:
    opening = "The harbour of Ventspils will be moved, the clerk of the district wrote."
    texts = [f"{opening}\n\n{text}" for text in (HOLM, DORN)]
    coverage = compare(
        [parse_article(text, source=n, name=n) for n, text in zip("ab", texts, strict=True)]
    )
    (link,) = [each for each in coverage.links(0.05) if "Holm" in each.here.text]
    assert link.level is Level.RELATED
    assert coverage.evidence(link).reasons[0] == "other speaker: Ann Holm / Piet Dorn"


def test_a_short_phrase_of_two_speakers_ties_nothing() -> None:
    opening = "The harbour of Ventspils will be moved, the clerk of the district wrote."
    texts = [
        f"{opening}\n\n{text}"
        for text in (
            "“The plan is a complete and utter disgrace,” Ann Holm said after the vote.",
            "Piet Dorn said the mayor had been “a complete and utter disgrace” for years.",
        )
    ]
    coverage = compare(
        [parse_article(text, source=n, name=n) for n, text in zip("ab", texts, strict=True)]
    )
    (link,) = [each for each in coverage.links(0.05) if "Holm" in each.here.text]
    assert link.level is Level.RELATED
    reasons = coverage.evidence(link).reasons
    assert reasons[0] == "other speaker: Ann Holm / Piet Dorn"
    assert "both report the same statement" not in reasons


def test_six_words_in_a_row_of_one_utterance_are_one_statement_of_whomever() -> None:
    assert share_certain_run(
        "“He no longer has our full trust,” she said.", "He “no longer has our full trust”."
    )
    assert not share_certain_run(
        "It is “a complete and utter disgrace”.", "“A complete and utter disgrace!”"
    )
