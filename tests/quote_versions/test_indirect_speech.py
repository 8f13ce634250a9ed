"""Utterances in the reporter's words, tied to those who quote them."""

from __future__ import annotations

from reader.quote_versions import VersionForm, find_versions, shared_quotes_of_texts
from reader.quotes import find_quotes

FULL = "“We will rebuild the harbour, the bridge and the old town before winter,” Ann Lee said."
PARAPHRASE = "Ann Lee said the harbour and the bridge would be rebuilt before winter came."
OTHERS = (
    "The weather was fine on Monday. Nobody came to the meeting of the council.",
    "A dog was found near the station. Its owner lives in the north.",
)


def test_a_sentence_with_the_rare_words_of_the_same_speaker_is_a_version() -> None:
    (quote,) = shared_quotes_of_texts([FULL, PARAPHRASE, *OTHERS])
    base, version = quote.versions
    assert (base.form, version.form) == (VersionForm.DIRECT, VersionForm.INDIRECT)
    assert version.text == PARAPHRASE
    assert 0 < version.certainty <= 0.8
    assert version.edits == ()
    assert version.cue is not None
    assert version.cue.text == "said"


def test_another_speaker_and_few_words_are_no_version() -> None:
    assert shared_quotes_of_texts([FULL, PARAPHRASE.replace("Ann Lee", "Bo Ray"), *OTHERS]) == ()
    assert shared_quotes_of_texts([FULL, "Ann Lee said the harbour was cold.", *OTHERS]) == ()


def test_an_article_that_quotes_it_has_no_indirect_version_too() -> None:
    (quote,) = shared_quotes_of_texts([FULL, f"{FULL}\n{PARAPHRASE}", *OTHERS])
    assert [version.form for version in quote.versions] == [VersionForm.DIRECT] * 2


def test_indirect_speech_can_be_left_out() -> None:
    texts = [FULL, PARAPHRASE, *OTHERS]
    quotes = [find_quotes(text) for text in texts]
    with_all = find_versions(texts, quotes, lambda done, doing="": None)
    without = find_versions(texts, quotes, lambda done, doing="": None, indirect=False)
    assert sum(map(len, with_all)) == sum(map(len, without)) + 1
