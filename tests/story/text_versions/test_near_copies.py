"""Near copies among many articles, and what they change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.articles import Article, Place
from reader.story.differences.difference import DifferenceKind
from reader.story.text_versions.near_copies import describe_near_copies, fold_near_copies

MakeArticle = Callable[..., Article]

PARAGRAPHS = (
    "The mayor of Velmar said on Monday that 12 boats sank in the old harbour during the storm.",
    "Divers will raise the first of the boats before the month ends, the harbour office said.",
    "The storm tore the roof from the fish market and carried it across the square to the chapel.",
    "Nobody was hurt, but forty families along the quay spent the night in the hall of the school.",
    "Repairs to the breakwater are to begin in spring, and the council has set aside the money.",
)
OTHER = (
    "A bakery in Ostrel gave cinnamon buns to every child who came by on the morning of the fair.",
    "The fair drew more people than in any year since the mill was closed, its organisers wrote.",
    "Painters from the valley showed their pictures of the river in the window of the pharmacy.",
    "In the evening a choir sang on the steps of the town hall until the lamps were lit again.",
    "The baker said that he would do the same next year, and perhaps with raisins in the dough.",
)


def make(make_english: MakeArticle, paragraphs: Sequence[str], name: str) -> Article:
    return make_english(name, *paragraphs)


def test_a_near_copy_is_folded_and_other_articles_are_compared(make_english: MakeArticle) -> None:
    changed = (PARAGRAPHS[0].replace("12", "17"), *PARAGRAPHS[1:])
    articles = [
        make(make_english, OTHER, "other"),
        make(make_english, PARAGRAPHS, "one"),
        make(make_english, changed, "two"),
    ]
    folded = fold_near_copies(articles)
    assert folded.compared == (0, 1)
    assert folded.originals == {2: 1}


def test_what_a_near_copy_changes_is_described(make_english: MakeArticle) -> None:
    changed = (PARAGRAPHS[0].replace("12", "17"), *PARAGRAPHS[1:3], PARAGRAPHS[4])
    one = make(make_english, PARAGRAPHS, "one")
    [copy] = describe_near_copies((one,), [(make(make_english, changed, "two"), 0)])
    [edit] = copy.edits
    assert (edit.place, edit.old, edit.new) == (Place(0, 0), "12", "17")
    assert one.paragraphs[0].text[edit.start : edit.end] == "12"
    assert edit.fact is DifferenceKind.NUMBER
    assert (copy.left_out, copy.more) == ((3,), ())


def test_an_article_that_adds_a_paragraph_is_compared(make_english: MakeArticle) -> None:
    longer = (*PARAGRAPHS, OTHER[0])
    articles = [
        make(make_english, OTHER, "other"),
        make(make_english, longer, "one"),
        make(make_english, (*PARAGRAPHS, "Seals were seen on the slipway at dawn."), "two"),
        make(make_english, longer[:5], "three"),
    ]
    folded = fold_near_copies(articles)
    assert folded.compared == (0, 1, 2)
    assert folded.originals == {3: 1}


def test_a_paragraph_of_another_compared_article_is_no_addition(
    make_english: MakeArticle,
) -> None:
    articles = [
        make(make_english, OTHER, "other"),
        make(make_english, PARAGRAPHS, "one"),
        make(make_english, (*PARAGRAPHS[:4], OTHER[2]), "two"),
    ]
    folded = fold_near_copies(articles)
    assert folded.originals == {2: 1}
    compared = tuple(articles[at] for at in folded.compared)
    [copy] = describe_near_copies(compared, [(articles[2], 1)])
    [(added, elsewhere)] = copy.more
    assert added == 4
    assert elsewhere is not None
    assert elsewhere.place == Place(0, 2)


def test_two_articles_are_compared_at_least(make_english: MakeArticle) -> None:
    changed = tuple(text.replace("the ", "some ", 1) for text in PARAGRAPHS)
    articles = [
        make(make_english, PARAGRAPHS, "one"),
        make(make_english, PARAGRAPHS, "two"),
        make(make_english, changed, "three"),
    ]
    folded = fold_near_copies(articles)
    assert folded.compared == (0, 2)


def test_kept_articles_are_compared(make_english: MakeArticle) -> None:
    articles = [make(make_english, PARAGRAPHS, name) for name in ("one", "two", "three", "four")]
    folded = fold_near_copies(articles, kept={1, 3})
    assert folded.compared == (1, 3)
