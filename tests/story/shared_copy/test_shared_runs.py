"""The copy that articles share."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import article_from_text, find_quotes
from reader.articles import Article
from reader.story.shared_copy.copied_words import StoryWords
from reader.story.shared_copy.copy_runs import find_copy_runs
from reader.story.shared_copy.meaning_edits import MeaningEdits
from reader.story.shared_copy.shared_runs import SharedCopy, find_shared_copy

STORY = """\
A grain barge ran aground below the lock at Tamsel on Friday night and blocked the canal for nine
hours, the waterways office told reporters in the morning.

The crew of three was taken off unhurt by a boat of the fire brigade, and divers looked for holes
in the hull until long after midnight.

Two tugs pulled the barge free shortly before seven, when the first ships already waited in a row
that reached back to the harbour of Brodau.

The office will publish a report on the depth of the canal, which has not been dredged since the
spring floods carried sand into it."""
OTHER = """\
Shipping on the canal came to a halt after an accident near Tamsel. Nobody was hurt, and traffic
flowed again by breakfast, according to an official.

Farmers in Brodau complained that their beets had been waiting on the quay all night long."""
QUOTATION = (
    "“We have asked for a dredger every single year since the flood, and every single year we were "
    "told to wait until the next budget had been passed,” said Ilse Marand."
)


def copies(*texts: str) -> tuple[SharedCopy, ...]:
    articles = [
        replace(article_from_text(text, name=f"article {at}"), language="en")
        for at, text in enumerate(texts)
    ]
    return find_shared_copy(articles, [find_quotes(article) for article in articles])


def test_a_text_and_itself_share_all_of_their_words() -> None:
    (copy,) = copies(STORY, STORY)
    assert (copy.share_here, copy.share_there) == (1.0, 1.0)
    assert [run.here.text for run in copy.runs] == [run.there.text for run in copy.runs]
    assert sum(run.words for run in copy.runs) == copy.words


def test_two_stories_of_one_event_in_own_words_share_nothing() -> None:
    assert copies(STORY, OTHER) == ()


def test_a_quotation_that_both_carry_is_no_copy() -> None:
    assert copies(f"{STORY}\n\n{QUOTATION}", f"{OTHER}\n\n{QUOTATION}") == ()


def test_a_quotation_inside_of_copied_words_counts_with_them() -> None:
    first, *rest = STORY.split("\n\n")
    whole = "\n\n".join([first, QUOTATION, *rest])
    (copy,) = copies(whole, whole)
    assert copy.share_here == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "The ministry did not immediately respond to a request for comment on Friday.",
        "Transport Minister Dr Karla Wenzel of the Free Harbour Party and Mayor Tom Odell met.",
    ],
)
def test_set_phrases_and_names_are_no_copy(line: str) -> None:
    assert copies(f"{STORY}\n\n{line}", f"{OTHER}\n\n{line}") == ()


def test_words_changed_inside_leave_one_run() -> None:
    edited = (
        STORY.split("\n\n")[1]
        .replace("was taken off unhurt", "was brought ashore safely")
        .replace("long after midnight", "the small hours")
    )
    (copy,) = copies(STORY, f"{OTHER}\n\n{edited}")
    (run,) = copy.runs
    assert run.here.text.startswith("The crew of three")
    assert run.here.text.rstrip().endswith("until")
    assert run.words == len(run.here.text.split()) - 3
    assert run.there.number == 3


def test_two_texts_part_where_edits_are_longer_than_what_is_the_same() -> None:
    line = STORY.split("\n\n")[1]
    tail = " Later the divers of the brigade and all of the crew ate soup on the quay in the rain."
    parted = " Until noon the owner of a mill and two of his men sold bread on the bridge to them."
    (copy,) = copies(line + tail, line + parted)
    (run,) = copy.runs
    assert run.here.text.split() == line.rstrip(".").split()


def test_runs_end_with_their_paragraphs() -> None:
    joined = STORY.replace("\n\n", " ")
    (copy,) = copies(STORY, joined)
    assert [run.here.number for run in copy.runs] == [1, 2, 3, 4]
    assert {run.there.number for run in copy.runs} == {1}
    assert copy.share_here == 1.0


def test_articles_of_two_languages_are_not_compared() -> None:
    articles: list[Article] = [
        article_from_text(STORY, name="a"),
        article_from_text(STORY, name="b"),
    ]
    assert articles[0].language == "en"
    french = replace(articles[1], language="fr")
    assert find_shared_copy([articles[0], french], [(), ()]) == ()


WORDS = (
    *("barge", "canal", "lock", "tug", "diver", "quay", "harbour", "beet", "farmer", "office"),
    *("pulled", "waited", "carried", "blocked", "looked", "dredged", "counted", "painted"),
    *("hull", "sand", "flood", "depth", "ship", "row", "boat", "the", "and", "near"),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10), st.integers(0, 10_000))
def test_the_share_is_that_of_the_sentences_kept(kept: int, seed: int) -> None:
    draw = random.Random(seed)

    def sentence() -> str:
        return f"The {' '.join(draw.choices(WORDS, k=20))}."

    story = [sentence() for _ in range(10)]
    chosen = draw.sample(range(10), kept)
    rewritten = [story[at] if at in chosen else sentence() for at in range(10)]
    draw.shuffle(rewritten)
    found = copies("\n\n".join(story), "\n\n".join(rewritten))
    share = found[0].share_there if found else 0.0
    assert share == pytest.approx(kept / 10, abs=0.05)


@given(
    st.lists(st.sampled_from(["a a a a", "bela bela", STORY, QUOTATION]), min_size=2, max_size=4)
)
@settings(max_examples=40, deadline=None)
def test_no_word_is_counted_twice(texts: list[str]) -> None:
    found = copies(*(f"{text}\n\n{text}" for text in texts))
    assert (texts.count(STORY) > 1) <= bool(found)
    for copy in found:
        assert 0.0 < copy.share_here <= 1.0
        assert 0.0 < copy.share_there <= 1.0
        for run in copy.runs:
            assert run.here.text
            assert run.there.text


SENTENCE = "The grain barge that ran aground below the lock at Tamsel blocked the canal for hours."


@pytest.mark.parametrize("times", [2, 3, 7])
@pytest.mark.parametrize("other_times", [1, 3, 5])
def test_a_sentence_that_a_text_repeats_is_shared_each_time(times: int, other_times: int) -> None:
    (copy,) = copies(" ".join([SENTENCE] * times), "\n\n".join([SENTENCE] * other_times))
    assert (copy.share_here, copy.share_there) == (1.0, 1.0)


def test_a_sentence_that_a_story_repeats_is_shared_in_one_of_its_places() -> None:
    (copy,) = copies(f"{SENTENCE}\n\n{OTHER}\n\n{SENTENCE}", f"{SENTENCE} {STORY[-70:]}")
    assert [run.here.number for run in copy.runs] == [1, 4]


def test_a_quotation_that_one_article_sets_without_marks_is_no_copy() -> None:
    words = QUOTATION[1 : QUOTATION.index("”") - 1]
    assert copies(f"{STORY}\n\nShe wrote:\n\n{words}.", f"{OTHER}\n\n{QUOTATION}") == ()


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("two managers", "no managers"),
        ("two managers", "nine managers"),
        ("have been", "have never been"),
    ],
)
def test_a_run_ends_where_the_other_text_denies_or_changes_what_it_says(
    replaced: str, by: str
) -> None:
    line = (
        "The police of Tamsel said late on Monday evening that two managers at the mill have been "
        "named as suspects in the inquiry into the fire at the northern storehouse."
    )
    (copy,) = copies(line, line.replace(replaced, by))
    texts = [run.here.text for run in copy.runs]
    assert texts[0].startswith("The police of Tamsel said late on Monday evening that")
    assert texts[-1].endswith("suspects in the inquiry into the fire at the northern storehouse")
    assert not any(replaced in text for text in texts)
    assert copy.share_here > 0.9


def test_a_run_goes_on_where_the_other_text_only_words_it_otherwise() -> None:
    line = (
        "The police of Tamsel said late on Monday evening that two managers at the mill have been "
        "named as suspects in the inquiry into the fire at the northern storehouse."
    )
    (copy,) = copies(line, line.replace("inquiry", "long investigation"))
    assert [run.here.text for run in copy.runs] == [line.rstrip(".")]


@given(st.lists(st.integers(0, 399), max_size=30), st.integers(1, 3))
def test_the_words_of_a_run_end_where_the_texts_differ(changed: list[int], every: int) -> None:
    words = [f"w{number // every * every}" for number in range(400)]
    others = [f"x{at}" if at in changed else word for at, word in enumerate(words)]
    story, other = _read_story(words), _read_story(others)
    blocks = [block for run in find_copy_runs(story, other) for block in run.blocks]
    assert not any(
        story.keys[here : here + length] != other.keys[there : there + length]
        for here, there, length in blocks
    )
    inside = [block for block in blocks if max(block[:2]) + block[2] < len(words)]
    assert not any(words[here + length] == others[there + length] for here, there, length in inside)


def _read_story(words: list[str]) -> StoryWords:
    return StoryWords.read(article_from_text(" ".join(words) + ".", name="n"), 0, ())


def test_what_is_kept_of_edits_is_that_of_their_places() -> None:
    story = _read_story([f"w{number}" for number in range(50)])
    assert story.texts[3, 5] == story.texts[3, 5] == "w3 w4"
    assert story.texts[3, 6] == "w3 w4 w5"
    assert story.texts[4, 4] == ""


def test_the_places_of_runs_are_all_of_a_story() -> None:
    story = _read_story([*"abcdefabcde"])
    runs = {run: list(story.places_of(run)) for run in story.first_places}
    assert list(runs.values()) == [[0, 6], [1], [2], [3], [4], [5]]
    assert list(story.repeated) == list(runs)[:1]


def test_runs_are_listed_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[tuple[str, str]] = []
    judge = MeaningEdits.__missing__

    def note(edits: MeaningEdits, texts: tuple[str, str]) -> bool:
        judged.append(texts)
        return judge(edits, texts)

    monkeypatch.setattr(MeaningEdits, "__missing__", note)
    (copy,) = copies(STORY, STORY)
    assert copy.words
    assert not judged
    assert len(copy.runs) == 4
    assert judged
