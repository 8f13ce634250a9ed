"""The forms of reporting verbs."""

from __future__ import annotations

import pytest

from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.reporting_verbs import load_reporting_verbs


@pytest.mark.parametrize(
    ("form", "lemma", "group"),
    [
        ("said", "say", "neutral"),
        ("replies", "reply", "replying"),
        ("denied", "deny", "opposing"),
        ("insisting", "insist", "asserting"),
    ],
)
def test_forms_are_those_of_the_listed_verb(form: str, lemma: str, group: str) -> None:
    verb = load_reporting_verbs().single[form]
    assert (verb.lemma, verb.group, verb.is_weak) == (lemma, group, False)
    assert verb.is_gerund is form.endswith("ing")


def test_the_first_word_of_two_is_inflected() -> None:
    verb = load_reporting_verbs().double["pointed", "out"]
    assert (verb.lemma, verb.group) == ("point out", "neutral")


def test_a_verb_that_says_something_only_beside_a_quotation_is_weak() -> None:
    assert load_reporting_verbs().single["called"].is_weak


def test_quotes_know_every_form_with_its_stance() -> None:
    verbs, words = load_reporting_verbs(), load_vocabulary()
    assert words.cues.keys() == verbs.single.keys()
    assert words.phrases.keys() == verbs.double.keys()
    assert len(verbs.single) > 1_000
    assert all(words.cues[form].stance == verb.group for form, verb in verbs.single.items())
