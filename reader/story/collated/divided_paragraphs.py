"""The paragraphs of a story divided among its moments, so that no sentence is in two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.articles import Article, ParagraphKind, Passage, Place
from reader.story.moments import Moment


@dataclass(frozen=True, slots=True)
class DividedParagraphs:
    """What of every paragraph of a story belongs to which moment."""

    of_moment: dict[int, tuple[Passage, ...]]
    """The passages of every moment, by its number, in the order of the articles."""
    rest: dict[Place, tuple[Passage, ...]]
    """The passages of paragraphs that are in no moment; each a whole paragraph, or of one that
    is in a moment the sentences that are not."""


def divide_paragraphs(
    articles: tuple[Article, ...], moments: Sequence[Moment]
) -> DividedParagraphs:
    """Divide the paragraphs of a story that have a word.

    A sentence that is between those of a moment may be in another one: it is in the moment
    of which the fewest characters of its paragraph are.

    Args:
        articles: the articles.
        moments: their moments.
    """
    claims: dict[Place, list[tuple[int, Passage]]] = defaultdict(list)
    of_moment: dict[int, list[Passage]] = {moment.number: [] for moment in moments}
    for moment in moments:
        for passage in moment.passages:
            claims[passage.place].append((moment.number, passage))
    rest: dict[Place, tuple[Passage, ...]] = {}
    for position, article in enumerate(articles):
        for index, paragraph in enumerate(article.paragraphs):
            place = Place(position, index)
            if place in claims:
                whole = Passage.of_paragraph(articles, place)
                left: list[Passage] = []
                for number, part in _divide(whole, claims[place]):
                    (left if number is None else of_moment[number]).append(part)
                if left and paragraph.kind is ParagraphKind.BODY:
                    rest[place] = tuple(left)
            elif paragraph.kind is ParagraphKind.BODY and any(map(str.isalnum, paragraph.text)):
                rest[place] = (Passage.of_paragraph(articles, place),)
    return DividedParagraphs(
        {number: tuple(passages) for number, passages in of_moment.items()}, rest
    )


def _divide(
    whole: Passage, claims: Sequence[tuple[int, Passage]]
) -> Iterator[tuple[int | None, Passage]]:
    """Yield the parts of a paragraph in order, each with the number of its moment if it has one.

    All but white space is in one of them.
    """
    text, sentences = whole.paragraph.text, whole.paragraph.sentences
    narrow = sorted(claims, key=lambda claim: (claim[1].end - claim[1].start, claim[0]))
    # What has no word, a stray mark, belongs to the sentence before it.
    worded = [each for each in sentences if any(map(str.isalnum, text[each]))]
    owned = [(_find_owner(sentence, narrow), sentence.start) for sentence in worded]
    groups = [(number, next(group)[1]) for number, group in groupby(owned, lambda each: each[0])]
    starts = [0, *(start for _, start in groups[1:]), whole.end]
    for at, (number, _) in enumerate(groups):
        start, end = starts[at], starts[at + 1]
        trimmed = start + len(text[start:end].rstrip()) if end < whole.end else end
        yield number, replace(whole, start=start, end=trimmed)


def _find_owner(sentence: slice, claims: Sequence[tuple[int, Passage]]) -> int | None:
    return next(
        (
            number
            for number, passage in claims
            if passage.start <= sentence.start and sentence.stop <= passage.end
        ),
        None,
    )
