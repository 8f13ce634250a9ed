"""Why two paragraphs are linked, in words and in slices of their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import Article
from reader.coverage import Coverage, Evidence, compare
from reader.coverage.reasons import MOST_REASONS
from reader.linking import Link, LinkTable, Place
from reader.linking.feature_names import SCORE_PARTS
from reader.linking.scored_links import ScoredPair
from reader.linking.synonym_groups import find_synonym_group
from reader.sources import open_articles
from reader.text.word_alignment import WordIndex, align, are_near_equal, find_words

MakeArticle = Callable[..., Article]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seeds() -> Coverage:
    return compare(open_articles(SEEDS))


def between(make_article: MakeArticle, here: str, there: str, *elsewhere: str) -> Evidence:
    """The evidence of a link between two paragraphs."""
    articles = [make_article("here", here), make_article("there", there, *elsewhere)]
    pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9)
    table = LinkTable.build((1, 1 + len(elsewhere)), [pair])
    coverage = Coverage(articles, table)
    return coverage.evidence(next(coverage.links(0.0)))


def seed_evidence(coverage: Coverage, here: str, there: str) -> Evidence:
    links = coverage.links_from(_place(coverage, here), 0.0)
    return coverage.evidence(next(x for x in links if x.there.place == _place(coverage, there)))


def _place(coverage: Coverage, name: str) -> Place:
    article, number = name.split(".")
    for position, candidate in enumerate(coverage.articles):
        if candidate.name.startswith(article):
            return Place(position, int(number) - 1)
    raise LookupError(name)


def printed(text: str, slices: tuple[slice, ...]) -> list[str]:
    return [text[part] for part in slices]


def test_a_quotation_carried_whole_says_so(seeds: Coverage) -> None:
    evidence = seed_evidence(seeds, "003.12", "004.8")
    assert evidence.reasons[0] == "33 words in a row, 32 of them in quotation marks"


def test_wire_copy_is_word_for_word_the_same(seeds: Coverage) -> None:
    assert seed_evidence(seeds, "002.5", "003.10").reasons[0].startswith("word for word the same")


def test_a_short_run_is_printed(seeds: Coverage) -> None:
    reasons = seed_evidence(seeds, "000.8", "002.10").reasons
    assert any("in quotation marks" in reason for reason in reasons)


def test_a_fragment_that_both_quote_is_named(seeds: Coverage) -> None:
    reasons = seed_evidence(seeds, "000.7", "004.11").reasons
    assert "both quote “agreed to cooperate”" in reasons


def test_a_few_quoted_words_that_say_nothing_are_no_reason(make_article: MakeArticle) -> None:
    """A word between two small ones, across a comma in one of the quotations."""
    here = "“In a thousand years of ferries, has any crew won the crossing?” Ada Quill asked."
    there = "“The wrong side of ferries has been ours since the storm,” Ada Quill told the guild."
    reasons = between(make_article, here, there).reasons
    assert not [reason for reason in reasons if reason.startswith("both quote")]


def test_a_highlighted_run_includes_punctuation_and_typography(
    make_article: MakeArticle,
) -> None:
    here = "He saw “direct – in fact, sustained – engagement” there, again."
    there = 'She wants "direct, in fact sustained engagement" now.'
    evidence = between(make_article, here, there)
    assert printed(here, evidence.shared_here) == ["direct – in fact, sustained – engagement"]
    assert printed(there, evidence.shared_there) == ["direct, in fact sustained engagement"]


def test_stop_words_alone_are_never_highlighted(make_article: MakeArticle) -> None:
    here, there = (
        "It was what they had been for in the harbour.",
        "What was it for, in the harbour?",
    )
    evidence = between(make_article, here, there)
    assert printed(here, evidence.shared_here) == ["in the harbour"] or printed(
        here, evidence.shared_here
    ) == ["for in the harbour"]


def test_near_equal_words_are_shared(make_article: MakeArticle) -> None:
    here, there = "Ties stabilise, economists emphasised.", "An economist emphasized stabilising."
    evidence = between(make_article, here, there)
    assert printed(here, evidence.shared_here) == ["stabilise, economists emphasised"]
    assert printed(there, evidence.shared_there) == ["economist emphasized stabilising"]


def test_irregular_forms_and_two_spellings_are_shared(make_article: MakeArticle) -> None:
    here, there = "Gunmen sank barges off the harbour.", "A gunman sinks a barge near a harbor."
    evidence = between(make_article, here, there)
    assert printed(here, evidence.shared_here) == ["Gunmen sank barges", "harbour"]
    assert printed(there, evidence.shared_there) == ["gunman sinks", "barge", "harbor"]


def test_blocks_in_another_order_are_both_found(make_article: MakeArticle) -> None:
    here = "The bridge at Ventspils reopened Monday. Repairs cost 84 million euros."
    there = "Repairs cost 84 million euros; the bridge at Ventspils reopened Monday."
    evidence = between(make_article, here, there)
    assert printed(there, evidence.shared_there) == [
        "Repairs cost 84 million euros; the bridge at Ventspils reopened Monday"
    ]


def test_names_and_figures_are_given(make_article: MakeArticle) -> None:
    here = "Chen Jining showed him Yu Garden; 150 guests aged 18 to 49 came."
    there = "At Yu Garden a crowd of 150, from 18 to 49, met party chief Chen Jining."
    reasons = between(make_article, here, there, *["Other words here."] * 8).reasons
    assert any(
        r.startswith("both name") and "Chen Jining" in r and "Yu Garden" in r for r in reasons
    )
    assert any(r.startswith("both give") and "150" in r for r in reasons)


PLAIN = ["A court in a town heard a police officer at first.", *["Other words here."] * 8]
"""Shows the words "court", "police" and "first" in small letters."""


def test_a_name_is_given_whole(make_article: MakeArticle) -> None:
    here = "Yesterday the Supreme Court of Ventspils upheld the First Amendment."
    there = "What the First Amendment says, the Supreme Court left to Ventspils."
    reasons = " ".join(between(make_article, here, there, *PLAIN).reasons)
    assert "Supreme Court" in reasons
    assert "First Amendment" in reasons


@pytest.mark.parametrize(
    ("here", "there", "named"),
    [
        ("Police Ozols questioned nobody.", "“Police Ozols, no,” they shouted.", "Ozols"),
        ("Court Of Ventspils Police Heard", "First Ventspils Police Heard Court", "Ventspils"),
    ],
)
def test_a_capital_that_any_word_would_have_makes_no_name(
    make_article: MakeArticle, here: str, there: str, named: str
) -> None:
    reasons = between(make_article, here, there, *PLAIN).reasons
    assert [r for r in reasons if r.startswith("both name")] in ([], [f"both name {named}"])


def test_only_the_sentences_that_match_are_the_passage(make_article: MakeArticle) -> None:
    here = "Rain fell all night. The harbour bridge at Ventspils reopened. Nobody complained."
    there = "The harbour bridge at Ventspils reopened. Ferries sail from elsewhere until autumn."
    evidence = between(make_article, here, there)
    assert printed(here, evidence.passage_here) == ["The harbour bridge at Ventspils reopened."]
    assert printed(there, evidence.passage_there) == ["The harbour bridge at Ventspils reopened."]


def test_text_without_spaces_is_aligned_by_characters(make_article: MakeArticle) -> None:
    here, there = "布林肯周四在上海会见陈吉宁。", "陈吉宁周四会见了布林肯。"
    evidence = between(make_article, here, there)
    spans = printed(here, evidence.shared_here)
    assert set(spans) == {"布林肯周四", "会见陈吉宁"} or {"布林肯", "陈吉宁"} <= {
        part for span in spans for part in (span, span[:3], span[-3:])
    }


@pytest.mark.parametrize(
    ("language", "here", "there", "not_highlighted"),
    [
        (
            "de",
            "Die Brücke über die Venta ist seit Montag wieder offen, und der Bürgermeister kam.",
            "Nach neun Jahren ist die Venta an der Küste und im Hafen wieder zu überqueren.",
            {"die", "der", "und", "ist"},
        ),
        (
            "ru",
            "Мост через реку открыли в понедельник, и мэр был на празднике в порту.",
            "На празднике в порту в понедельник были и мэр, и гости.",
            {"в", "и", "на"},
        ),
    ],
)
def test_stop_words_of_other_languages_are_not_highlighted_alone(
    make_article: MakeArticle, language: str, here: str, there: str, not_highlighted: set[str]
) -> None:
    articles = [
        replace(make_article(name, *[text] * 8), language=language)
        for name, text in (("here", here), ("there", there))
    ]
    pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9)
    coverage = Coverage(articles, LinkTable.build((8, 8), [pair]))
    evidence = coverage.evidence(next(coverage.links(0.0)))
    shared = printed(here, evidence.shared_here)
    assert shared
    assert not not_highlighted & {words.casefold() for words in shared}
    assert not any(
        reason.startswith("both name") for reason in evidence.reasons if language == "de"
    )


def test_evidence_turns_with_the_link(seeds: Coverage) -> None:
    links = list(seeds.links())
    assert len(links) > 20
    for link in links:
        back = next(x for x in seeds.links_from(link.there) if x.there == link.here)
        one, other = seeds.evidence(link), seeds.evidence(back)
        # What they state otherwise is named in the direction of the link ("Monday / Friday").
        conflicts = tuple(str(conflict) for conflict in seeds.conflicts(link))
        turned = tuple(str(conflict) for conflict in seeds.conflicts(back))
        assert [r for r in one.reasons if r not in conflicts] == [
            r for r in other.reasons if r not in turned
        ]
        assert (one.passage_here, one.passage_there) == (other.passage_there, other.passage_here)
        assert (one.shared_here, one.shared_there) == (other.shared_there, other.shared_here)


def test_every_link_of_the_seeds_has_reasons_and_slices_of_its_text(seeds: Coverage) -> None:
    links = list(seeds.links(0.0))
    assert len(links) > 100
    for link in links:
        evidence = seeds.evidence(link)
        assert 1 <= len(evidence.reasons) <= MOST_REASONS
        assert len(set(evidence.reasons)) == len(evidence.reasons)
        assert evidence.passage_here
        assert evidence.passage_there
        for end, shared, passage in (
            (link.here, evidence.shared_here, evidence.passage_here),
            (link.there, evidence.shared_there, evidence.passage_there),
        ):
            check_slices(end.text, shared)
            check_slices(end.text, passage)
            assert all(any(p.start <= s.start < p.stop for p in passage) for s in shared)


def passages(coverage: Coverage, link: Link) -> tuple[str, str]:
    """The matching sentences of both sides, without what sets words of one key apart."""
    evidence = coverage.evidence(link)
    return tuple(  # type: ignore[return-value]
        f" {' '.join(w.key for part in parts for w in find_words(end.text[part]))} "
        for end, parts in (
            (link.here, evidence.passage_here),
            (link.there, evidence.passage_there),
        )
    )


def check_reasons(coverage: Coverage, link: Link) -> None:
    """Check that every statement of a reason is true."""
    evidence = coverage.evidence(link)
    assert 1 <= len(evidence.reasons) <= MOST_REASONS
    here, there = passages(coverage, link)
    runs = align(*(WordIndex(find_words(end.text)) for end in link.passages))
    for reason in evidence.reasons:
        assert reason
        if named := re.fullmatch(r"both (?:name|give|quote) (.*)", reason):
            for item in re.split(r", | and ", named[1].strip("“”")):
                expected = f" {' '.join(word.key for word in find_words(item))} "
                assert expected in here, (reason, here)
                assert expected in there, (reason, there)
        elif counted := re.match(r"(\d+) words in a row", reason):
            assert int(counted[1]) in {run.length for run in runs}
        elif reason.startswith("both link to ¶"):
            ends = [{other.there for other in coverage.links_from(end)} for end in link.passages]
            numbers = {passage.number for passage in ends[0] & ends[1]}
            assert int(reason.split("¶")[1].split()[0]) in numbers
        elif listed := re.match(r"(?:rare )?words? in both: (.*)", reason):
            for item in listed[1].split(", "):
                (word,) = find_words(item)[:1]
                assert any(
                    key == word.key or are_near_equal(key, word.key) for key in there.split()
                ), (
                    reason,
                    there,
                )
        elif paired := re.match(r"akin: (.*)", reason):
            for pair in paired[1].split(", "):
                words = [find_words(printed)[0].key for printed in pair.split(" / ")]
                assert f" {words[0]} " in here, (reason, here)
                assert f" {words[1]} " in there, (reason, there)
                groups = [find_synonym_group(word, "en") for word in words]
                assert all(groups), reason
                assert len({group[0] for group in groups if group}) == 1, reason
                assert len({group[1] for group in groups if group}) == 2, reason


def test_every_reason_for_a_link_of_the_seeds_is_true(seeds: Coverage) -> None:
    links = list(seeds.links(0.0))
    assert len(links) > 100
    for link in links:
        check_reasons(seeds, link)


NAMES = st.sampled_from(["Ana Ruiz", "Kassel", "Ventspils", "Ilze Kalnina", "UN"])
THINGS = st.sampled_from(
    [
        *("reopened the bridge", "spent 84 million euros", "told “we have waited” to"),
        *("met 12 riders", "felt the quake near", "reported a dozen tremors to"),
        *("saw French police arrest", "was detained in France by"),
    ]
)
SENTENCES = st.lists(st.tuples(NAMES, THINGS, NAMES, st.integers(2, 40)), min_size=1, max_size=3)
PARAGRAPHS = st.lists(
    SENTENCES.map(lambda facts: " ".join(f"{a} {b} {c} in {n} days." for a, b, c, n in facts)),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(st.lists(PARAGRAPHS, min_size=2, max_size=4))
def test_every_reason_for_a_link_of_any_articles_is_true(
    make_article: MakeArticle, articles: list[list[str]]
) -> None:
    coverage = compare([make_article(f"{n}", *texts) for n, texts in enumerate(articles)])
    assert len(coverage.articles) == len(articles)
    for link in coverage.links(0.0):
        check_reasons(coverage, link)


def test_words_of_one_synonym_group_are_named(make_article: MakeArticle) -> None:
    here = "A quake shook the quarter of Kalmar after midnight; none were hurt."
    there = "After midnight the temblor rattled Kalmar, injuring few."
    evidence = between(make_article, here, there)
    assert "akin: quake / temblor, hurt / injuring" in evidence.reasons


def test_a_synonym_group_with_a_word_of_both_is_not_named(
    make_article: MakeArticle,
) -> None:
    here = "The quake, a strong tremor, shook Kalmar."
    there = "A quake in Kalmar was felt as a temblor far away."
    evidence = between(make_article, here, there)
    assert not any("akin" in reason for reason in evidence.reasons)


def test_the_strongest_feature_is_the_first_reason_of_its_kind(make_article: MakeArticle) -> None:
    here = "Ferries met Ana Ruiz at the quay of Ventspils while 84 flags were raised."
    there = "Ana Ruiz saw 84 men raise flags; Ventspils has a quay for ferries."
    articles = [make_article("here", here, "More."), make_article("there", there, "Else.")]
    for strongest, beginning in (("lead", "both stand"), ("shared_words", "rare words in both")):
        parts = bytes(200 if name == strongest else 10 for name in SCORE_PARTS)
        pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9, parts=parts)
        coverage = Coverage(articles, LinkTable.build((2, 2), [pair]))
        (link,) = coverage.links(0.0)
        reasons = coverage.evidence(link).reasons
        assert any(reason.startswith(beginning) for reason in reasons)
        assert reasons[0].startswith("rare words in both"), "what the text says comes first"


def check_slices(text: str, slices: tuple[slice, ...]) -> None:
    end = 0
    for part in slices:
        assert end <= part.start < part.stop <= len(text)
        assert not text[part.start].isspace()
        assert not text[part.stop - 1].isspace()
        end = part.stop


VOCABULARY = "a the bridge Bridges “reopened” U.S. 84 – naïve 橋 が ‘it’ said, ."
ALPHABET = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(ALPHABET, min_size=1, max_size=25).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(here=TEXTS, there=TEXTS)
def test_slices_are_in_the_text_in_order_and_hold_the_same_words(
    make_article: MakeArticle, here: str, there: str
) -> None:
    evidence = between(make_article, here, there)
    check_slices(here, evidence.shared_here)
    check_slices(there, evidence.shared_there)
    assert evidence.reasons
    for run in align(WordIndex(find_words(here)), WordIndex(find_words(there))):
        ours = find_words(here)[run.here : run.here + run.length]
        theirs = find_words(there)[run.there : run.there + run.length]
        for one, other in zip(ours, theirs, strict=True):
            assert one.key == other.key or are_near_equal(one.key, other.key)
