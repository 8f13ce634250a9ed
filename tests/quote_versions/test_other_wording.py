"""Two utterances that share phrases are not surely one."""

from __future__ import annotations

from reader import article_from_text
from reader.quote_versions import shared_quotes
from reader.quote_versions.other_wording import DOUBTED_CERTAINTY
from reader.quote_versions.shared_quote_finder import shared_quotes_of_texts
from reader.reports.shared_quote_report import VersionReport

FIRST = (
    "“Right now, I think the owner of the old mill, Bo Roe, wants to learn what the town’s been "
    "doing to count, to mend, to sink boats, to sell them,” Ann Lee said{where}."
)
OTHER = (
    "{before}“The owner of the old mill wants to learn from Clerk Dunn how the town has been "
    "hiring and paying crews, and selling ships,” Ann Lee said."
)
SHORTENED = (
    "“The owner of the old mill, Bo Roe, wants to learn what the town’s been doing to mend, to "
    "sell boats,” Ann Lee said."
)


def test_much_of_their_own_leaves_doubt() -> None:
    (shared,) = shared_quotes_of_texts([FIRST.format(where=""), OTHER.format(before="")])
    assert shared.versions[1].certainty == DOUBTED_CERTAINTY


def test_two_broadcasters_are_two_utterances() -> None:
    first = FIRST.format(where=" on the ABC program “This Day”")
    before = "Ann Lee was asked by CNN’s Cy Dunn.\n"
    assert shared_quotes_of_texts([first, OTHER.format(before=before)]) == ()
    assert len(shared_quotes_of_texts([first, SHORTENED + " She was on CNN."])) == 1


def test_words_that_are_cut_leave_none() -> None:
    (shared,) = shared_quotes_of_texts([FIRST.format(where=""), SHORTENED])
    assert shared.versions[1].certainty > DOUBTED_CERTAINTY


def test_a_doubted_version_alters_nothing() -> None:
    texts = (FIRST.format(where=""), OTHER.format(before=""))
    articles = [article_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    (shared,) = shared_quotes(articles)
    report = VersionReport(articles)
    assert report.list_alterations(shared.versions[1], shared.base) == []
    notes = list(report.list_notes(shared.versions[1], shared.base))
    assert notes[0] == "certainty 0.50, perhaps another utterance"
