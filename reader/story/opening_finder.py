"""Finding what each article of a story begins with, and where the others have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reader.articles import Article, Clean, ParagraphKind, Passage, Place
from reader.story.article_openings import ArticleOpening, LeadMoment, TextSpan
from reader.story.collated.collated_story import CollatedStory
from reader.text.stop_words import is_stop_word
from reader.text.values.value_lists import list_numbers
from reader.text.words import stem_word, word_spans

_BETWEEN = " \u00a0-‐‑"
"""What may be between two words that are one stretch."""


def find_openings(
    story: CollatedStory, is_same: Callable[[Place, Place], bool]
) -> tuple[ArticleOpening, ...]:
    """Return what each article of a story begins with.

    Args:
        story: every moment of the articles once.
        is_same: whether two paragraphs are surely linked.
    """
    articles = story.articles
    stems = [_read_stems(article) for article in articles]
    holders = Counter(stem for words in stems for stem in {stem for _, stem in words})
    ranks = [_rank_paragraphs(article) for article in articles]
    openings: list[ArticleOpening] = []
    for position, article in enumerate(articles):
        first = _find_first(articles, position, ranks[position])
        own = [span for span, stem in stems[position] if holders[stem] == 1]
        openings.append(
            ArticleOpening(
                position,
                article,
                _join_spans(article.title or "", own),
                first,
                len(ranks[position]),
                tuple(_find_leads(story, first, ranks, is_same)) if first else (),
            )
        )
    return tuple(openings)


def _find_first(
    articles: tuple[Article, ...], position: int, ranks: dict[int, int]
) -> Passage | None:
    """Return the first paragraph of a story that is not its standfirst."""
    article = articles[position]
    for at in ranks:
        if article.paragraphs[at].text != article.standfirst or len(ranks) == 1:
            return Passage.of_paragraph(articles, Place(position, at))
    return None


def _find_leads(
    story: CollatedStory,
    first: Passage,
    ranks: Sequence[dict[int, int]],
    is_same: Callable[[Place, Place], bool],
) -> Iterator[LeadMoment]:
    found = []
    for moment in story.moments:
        own = [passage.start for passage in moment.passages() if passage.place == first.place]
        if own:
            found.append((own[0], moment))
    for _, moment in sorted(found, key=lambda each: each[0]):
        places: dict[int, int] = {}
        for passage in moment.passages():
            article, rank = passage.article_position, ranks[passage.article_position]
            at = rank.get(passage.place.paragraph)
            if article != first.article_position and at is not None:
                places[article] = min(at, places.get(article, at))
        sure = frozenset(
            passage.article_position
            for passage in moment.passages()
            if ranks[passage.article_position].get(passage.place.paragraph)
            == places.get(passage.article_position)
            and is_same(first.place, passage.place)
        )
        yield LeadMoment(moment, tuple(sorted(places.items())), sure)


def _rank_paragraphs(article: Article) -> dict[int, int]:
    """Return the rank of every paragraph of the story, from 1, by its position."""
    story = [
        position
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is ParagraphKind.BODY and any(map(str.isalnum, paragraph.text))
    ]
    return {position: rank for rank, position in enumerate(story, 1)}


def _read_stems(article: Article) -> list[tuple[TextSpan, str]]:
    """Return the words of a headline that say something, with their stems.

    The stem of a number in one English word is its figures: `Fifteen` and `15` are one.
    """
    title: str = article.title or Clean("")
    return [
        ((start, end), _read_stem(title[start:end], article.language))
        for start, end in word_spans(title)
        if not is_stop_word(title[start:end], article.language)
    ]


def _read_stem(word: str, language: str | None) -> str:
    for section in ("units", "tens"):
        number = list_numbers("number_words", section).get(word.lower())
        if number is not None and language in (None, "en"):
            return str(number)
    return stem_word(word, language)


def _join_spans(text: str, spans: Sequence[TextSpan]) -> tuple[TextSpan, ...]:
    """Return spans of words; those with white space or a hyphen alone between them are one."""
    joined: list[TextSpan] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip(_BETWEEN):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
