"""One utterance in several articles: its versions and every difference between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import parse_article
from reader.errors import StoppedError
from reader.quote_versions import (
    ArticleQuotes,
    EditKind,
    EditPlace,
    SharedQuote,
    Version,
    VersionForm,
    shared_quotes,
    shared_quotes_of_texts,
)

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ARTICLES = [
    parse_article(path.read_text(encoding="utf-8"), source=path.name, name=path.name[:3])
    for path in SEEDS
]


@pytest.fixture(scope="module")
def seeds() -> tuple[SharedQuote, ...]:
    return shared_quotes(ARTICLES)


def where(version: Version) -> str:
    passage = version.passages[0]
    return f"{passage.article.name} ¶{passage.number}"


def having(quotes: tuple[SharedQuote, ...], words: str) -> SharedQuote:
    (found,) = (quote for quote in quotes if words in quote.base.text)
    return found


def differences(quote: SharedQuote, version: Version) -> list[tuple[str, str, str, str]]:
    return [
        (
            edit.kind.value,
            edit.place.value,
            " ".join(word.key for word in quote.base.words[edit.base]),
            " ".join(word.key for word in version.words[edit.version]),
        )
        for edit in version.edits
        if edit.kind is not EditKind.SAME
    ]


def test_the_seeds_share_seven_quotes(seeds: tuple[SharedQuote, ...]) -> None:
    carriers = {" ".join(quote.base.text.split()[:2]): quote.articles for quote in seeds}
    assert carriers == {
        "I think": (0, 1, 3, 4),
        "Whether we": (1, 3, 4),
        "One of": (0, 4),
        "President Xi": (3, 4),
        "We have": (1, 4),
        "Face to": (0, 2),
        "no limits": (2, 3),
    }


def test_direct_engagement_is_fullest_in_000_and_cut_in_003_and_004(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "direct engagement")
    assert [(where(v), v.form.value) for v in quote.versions] == [
        ("000 ¶3", "direct"),
        ("003 ¶12", "direct"),
        ("004 ¶8", "direct"),
        ("001 ¶3", "partial"),
        ("004 ¶2", "partial"),
        ("001 ¶4", "indirect"),
    ]
    base, third, fourth, fragment, word, indirect = quote.versions
    assert len(base.words) == 46
    assert base.edits == ()
    for version in (third, fourth):
        assert differences(quote, version) == [
            ("dropped", "inside", "of sustained engagement", ""),
            ("dropped", "end", "as also looking for ways to build cooperation where we can", ""),
        ]
        assert version.count_cuts(signed=False) == 3
        assert version.count_cuts(signed=True) == 0
        assert version.trimmed_counts == (0, 11)
        assert (version.inserted_count, version.changed_count) == (0, 0)
        assert len(version.words) == 32
        assert version.same_speaker is True
        assert version.same_cue is False
        assert version.same_stance is False
        assert version.same_setting is None
    assert [v.cue.text if v.cue else None for v in quote.versions] == [
        "emphasized",
        "told",
        "said",
        "emphasized",
        None,
        "stressed",
    ]
    assert base.setting is not None
    assert third.setting is not None
    assert third.addressee is not None
    assert fourth.setting is not None
    assert base.setting.text == "prior to his meeting with Chen"
    assert third.setting.text == "as they started their meeting"
    assert third.addressee.text == "Chen Jining"
    assert fourth.setting.text == "in a statement to the press"
    assert fragment.text == "direct and sustained"
    assert word.text == "differences"
    assert indirect.text.startswith("Blinken stressed the importance of engaging directly")
    assert 1.0 > fragment.certainty > indirect.certainty > word.certainty


def test_cooperation_or_confrontation_is_word_for_word_the_same_in_003_and_004(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "Whether we choose")
    assert [(where(v), v.form.value) for v in quote.versions] == [
        ("003 ¶13", "direct"),
        ("004 ¶14", "direct"),
        ("001 ¶5", "indirect"),
    ]
    assert differences(quote, quote.versions[1]) == []
    assert quote.versions[1].retained == 1.0
    assert quote.speaker is not None
    assert quote.speaker.name == "Chen Jining"
    assert [v.cue.text for v in quote.versions if v.cue] == ["adding", "said", "emphasized"]


def test_only_a_fragment_of_the_fentanyl_quote_is_left_in_004(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "One of those is fentanyl")
    base, fragment = quote.versions
    assert (where(base), where(fragment)) == ("000 ¶7", "004 ¶11")
    assert fragment.text == "agreed to cooperate"
    assert fragment.form is VersionForm.PARTIAL
    assert fragment.trimmed_counts == (35, 16)
    assert fragment.same_speaker is True


def test_the_call_between_the_presidents_is_translated_differently(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "President Xi Jinping recently")
    base, other = quote.versions
    assert (where(base), where(other)) == ("004 ¶15", "003 ¶13")
    assert other.text == "stable and healthy development of our two countries’ relationship"
    assert (other.changed_count, other.inserted_count) == (0, 4)
    assert other.certainty < 1.0


def test_of_the_obligation_one_word_and_a_paraphrase_are_left_in_001(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "We have an obligation")
    assert [(where(v), v.form.value) for v in quote.versions] == [
        ("004 ¶9", "direct"),
        ("001 ¶1", "partial"),
        ("001 ¶4", "indirect"),
    ]
    assert quote.versions[1].text == "responsibly"


def test_face_to_face_is_trimmed_at_the_end_in_000_and_hyphens_do_not_count(
    seeds: tuple[SharedQuote, ...],
) -> None:
    quote = having(seeds, "Face to face")
    base, other = quote.versions
    assert (where(base), where(other)) == ("002 ¶10", "000 ¶8")
    assert differences(quote, other) == [
        (
            "dropped",
            "end",
            "it is important for avoiding miscommunications and misperceptions and to advance "
            "the interests of the american people",
            "",
        )
    ]
    assert other.trimmed_counts == (0, 17)
    assert [v.cue.text for v in quote.versions if v.cue] == ["said", "insisted"]
    assert other.same_stance is False


def test_a_treaty_term_is_shared_and_has_no_speaker(seeds: tuple[SharedQuote, ...]) -> None:
    quote = having(seeds, "no limits")
    assert [where(v) for v in quote.versions] == ["002 ¶11", "003 ¶19"]
    assert quote.speaker is None


def test_fair_competition_of_two_speakers_is_not_one_quote(seeds: tuple[SharedQuote, ...]) -> None:
    assert not any("competition" in version.text for quote in seeds for version in quote.versions)


def pair(one: str, other: str) -> tuple[SharedQuote, ...]:
    return shared_quotes_of_texts([one, other])


FULL = "“We will rebuild the harbour, the bridge and the old town before winter,” Ann Lee said."


def test_the_same_fragment_of_two_speakers_stays_apart() -> None:
    assert (
        pair("Ann Lee asked for “fair competition” now.", "Bo Ray praised “fair competition” now.")
        == ()
    )


def test_two_utterances_of_one_speaker_stay_apart() -> None:
    other = "“We will open the harbour to trade,” Ann Lee said. “The town needs ships.”"
    assert pair(FULL, other) == ()


@pytest.mark.parametrize(
    ("version", "edits"),
    [
        (
            "“We will rebuild the harbour and the old town before winter,” Ann Lee said.",
            [("dropped", "inside", "the bridge", "", False)],
        ),
        (
            "“We will rebuild the harbour ... and the old town before winter,” Ann Lee said.",
            [("dropped", "inside", "the bridge", "", True)],
        ),
        (
            "“We will rebuild the harbour […] and the old town before winter,” Ann Lee said.",
            [("dropped", "inside", "the bridge", "", True)],
        ),
        (
            "“We will rebuild the harbour, the bridge and the [historic] old town before winter,” "
            "Ann Lee said.",
            [("inserted", "inside", "", "historic", True)],
        ),
        (
            "“We will rebuild the port, the bridge and the old town before winter,” Ann Lee said.",
            [("changed", "inside", "harbour", "port", False)],
        ),
        (
            "“... rebuild the harbour, the bridge and the old town before winter,” Ann Lee said.",
            [("dropped", "start", "we will", "", True)],
        ),
        (
            "“We will rebuild the harbour,” Ann Lee said, “and the old town before winter.”",
            [("dropped", "between", "the bridge", "", False)],
        ),
        (
            "“We will rebuild the harbour, the bridge,” Ann Lee said, “and the old town before "
            "winter.”",
            [],
        ),
        (
            "«WE WILL REBUILD the harbour – the bridge – and the old-town before winter», Ann Lee "
            "said.",
            [],
        ),
    ],
)
def test_every_sort_of_difference_is_named(
    version: str, edits: list[tuple[str, str, str, str, bool]]
) -> None:
    (quote,) = pair(FULL, version)
    here = max(quote.versions, key=lambda v: v.article)
    base = min(quote.versions, key=lambda v: v.article)
    (_, compared) = sorted(quote.compare_with(base), key=lambda v: v.article)
    assert compared.article == here.article
    found = [
        (
            edit.kind.value,
            edit.place.value,
            " ".join(word.key for word in base.words[edit.base]),
            " ".join(word.key for word in compared.words[edit.version]),
            edit.signed,
        )
        for edit in compared.edits
        if edit.kind is not EditKind.SAME
    ]
    assert found == edits


def test_every_word_is_in_one_step_of_the_script(seeds: tuple[SharedQuote, ...]) -> None:
    assert any(version.edits for quote in seeds for version in quote.versions)
    for quote in seeds:
        for version in quote.versions:
            if version.edits:
                base = [i for e in version.edits for i in range(e.base.start, e.base.stop)]
                here = [i for e in version.edits for i in range(e.version.start, e.version.stop)]
                assert base == list(range(len(quote.base.words)))
                assert here == list(range(len(version.words)))
                assert {e.place for e in version.edits[2:-2]} <= {
                    EditPlace.INSIDE,
                    EditPlace.BETWEEN,
                }


def test_another_speaker_of_the_same_words_is_told() -> None:
    (quote,) = pair(FULL, FULL.replace("Ann Lee", "Bo Ray"))
    assert quote.versions[1].same_speaker is False


def test_one_article_alone_shares_nothing() -> None:
    assert shared_quotes_of_texts([FULL + "\n" + FULL]) == ()
    assert shared_quotes_of_texts([]) == ()


def test_progress_rises_and_says_what_is_done() -> None:
    reports: list[tuple[float, str]] = []
    shared_quotes(ARTICLES, on_progress=lambda share, doing: reports.append((share, doing)))
    shares = [share for share, _ in reports]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1
    assert all(doing for _, doing in reports)


@pytest.mark.parametrize("questions", [0, 3, 6, 8])
def test_the_work_stops_when_it_is_cancelled(questions: int) -> None:
    answers = iter([False] * questions)
    with pytest.raises(StoppedError):
        shared_quotes(ARTICLES, is_cancelled=lambda: next(answers, True))


def test_all_quotes_are_those_shared_and_then_those_of_one_article(
    seeds: tuple[SharedQuote, ...],
) -> None:
    everything = ArticleQuotes(ARTICLES).find_utterances()
    assert everything[: len(seeds)] == seeds
    alone = everything[len(seeds) :]
    assert alone
    assert all(len(quote.articles) == 1 for quote in alone)
    assert [quote.number for quote in everything] == list(range(1, len(everything) + 1))
    places = [(quote.base.article, quote.base.spans) for quote in alone]
    assert places == sorted(places)


def test_every_version_knows_its_passages(seeds: tuple[SharedQuote, ...]) -> None:
    versions = [version for quote in seeds for version in quote.versions]
    assert versions
    assert all(
        version.text.replace("” … “", " ") == " ".join(passage.text for passage in version.passages)
        and {passage.place.article for passage in version.passages} == {version.article}
        for version in versions
    )


def test_another_speaker_is_told_only_where_both_are_named_beside_the_verb() -> None:
    words = FULL[: FULL.index("Ann Lee")]
    (quote,) = pair(FULL, f"Bo Ray met Cy Dunn at noon.\n{words}he said.")
    assert quote.versions[1].same_speaker is None


def test_the_text_of_a_version_shows_where_the_reporter_speaks() -> None:
    first = "“We took the long road out by the harbour,” Ann Lee said, “and then we came back.”"
    second = "“We took the long road out by the harbour and then we came back,” said Ann Lee."
    (quote,) = pair(first, second)
    texts = {version.article: version.text for version in quote.versions}
    assert texts[0] == "We took the long road out by the harbour,” … “and then we came back."
    assert texts[1] == "We took the long road out by the harbour and then we came back,"
