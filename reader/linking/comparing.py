"""From articles to their links: sentences are matched, paragraphs are linked."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from reader.articles import Article, ParagraphKind
from reader.articles.sentences import split_sentences
from reader.errors import StoppedError
from reader.linking.coverage import (
    LOWEST_FLOOR,
    RELATED_FLOOR,
    SAME_FLOOR,
    SCORE_STEPS,
    UNKNOWN_SENTENCE,
    Coverage,
    LinkTable,
)
from reader.linking.moments import group, renumbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]
    Scores = NDArray[np.floating[Any]]

LINKS_PER_ARTICLE = 4
"""At most this many links of one paragraph to one other article are kept."""
SECOND_SENTENCE_GAIN = 0.3
"""How much a second pair of matching sentences takes away of the doubt that the best one left."""

IDENTICAL_WORDS = 6
IDENTICAL_SCORE = 0.98
"""The least score of two sentences of so many words that are letter by letter the same."""
MAIN_SHARE = 0.2
"""Two paragraphs are not *same* where what matches is a smaller part than this of both."""
SPLITTING_SHARE = 0.1
"""About this part of the whole work is finding the sentences."""
PARAGRAPHS_BETWEEN_QUESTIONS = 200
"""So often, in paragraphs, it is asked whether the work is cancelled."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the linker needs of one article: its words, without layout and metadata."""

    paragraphs: int
    """All paragraphs of the article, furniture too."""
    language: str | None
    texts: tuple[tuple[int, str, bool], ...]
    """Position, text, and whether it is a heading, of every paragraph that may be linked."""


def compare(
    articles: Sequence[Article],
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Coverage:
    """Link the paragraphs of several articles that tell the same moment.

    Args:
        articles: any number; furniture is never linked, one article alone has no links.
            Their order decides nothing but the order of the panes.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.
    """
    table = link_tellings(
        [telling(article) for article in articles], progress=progress, cancelled=cancelled
    )
    return Coverage(articles, table)


def telling(article: Article) -> Telling:
    """What of an article takes part in linking."""
    return Telling(
        paragraphs=len(article.paragraphs),
        language=article.language,
        texts=tuple(
            (position, paragraph.text, paragraph.kind is ParagraphKind.HEADING)
            for position, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is not ParagraphKind.FURNITURE
        ),
    )


def load_matcher() -> None:
    """Import now what linking needs, so that it does not cost time later."""
    import numpy as np  # noqa: F401

    import reader.linking.scoring  # noqa: F401


def link_tellings(
    tellings: Sequence[Telling],
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LinkTable:
    """The links and moments of several articles, the same for every order of the articles."""
    counts = [told.paragraphs for told in tellings]
    if len(tellings) < 2:
        return LinkTable.build(counts, ())
    # Sums of floats depend on their order, so the articles are always compared in one order.
    order = sorted(range(len(tellings)), key=lambda number: tellings[number].texts)
    ordered = [tellings[number] for number in order]
    pairs = _paragraph_pairs(ordered, _match_sentences(ordered, progress, cancelled))
    grouped = group(_table([told.paragraphs for told in ordered], pairs))
    return _in_given_order(grouped, pairs, order, counts)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Paragraph pairs in flat arrays of one length, the article `a` before the article `b`."""

    article_a: Numbers
    paragraph_a: Numbers
    article_b: Numbers
    paragraph_b: Numbers
    score: Scores
    sentence_a: Numbers
    """Position of the best matching sentence in its paragraph."""
    sentence_b: Numbers
    share_a: Scores
    """What part of the paragraph the matching sentence is."""
    share_b: Scores


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Where the sentences of one article, as the scorer counts them, are in its paragraphs."""

    texts: list[str]
    paragraph: list[int]
    position: list[int]
    """Within the paragraph, from 0."""
    share: list[float]
    """What part of its paragraph the sentence is."""


def _sentences(told: Telling, cancelled: Callable[[], bool] | None) -> _Sentences:
    texts: list[str] = []
    paragraphs: list[int] = []
    positions: list[int] = []
    shares: list[float] = []
    for number, (paragraph, text, heading) in enumerate(told.texts):
        if cancelled is not None and number % PARAGRAPHS_BETWEEN_QUESTIONS == 0 and cancelled():
            raise StoppedError()
        spans = (slice(0, len(text)),) if heading else split_sentences(text)
        texts.extend(text[span] for span in spans)
        paragraphs.extend([paragraph] * len(spans))
        positions.extend(range(len(spans)))
        whole = sum(span.stop - span.start for span in spans)
        shares.extend((span.stop - span.start) / whole for span in spans)
    return _Sentences(texts, paragraphs, positions, shares)


def _later_part(progress: Callable[[float, str], None]) -> Callable[[float, str], None]:
    """Progress of the part of the work that comes after the sentences are found."""

    def later(share: float, doing: str) -> None:
        progress(SPLITTING_SHARE + (1.0 - SPLITTING_SHARE) * share, doing)

    return later


def _match_sentences(
    tellings: Sequence[Telling],
    progress: Callable[[float, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> _Pairs:
    """Score the sentences; the pairs are of sentences still, one for each that is scored."""
    import numpy as np

    from reader.linking.scoring import score_sentences

    sentences = []
    for number, told in enumerate(tellings):
        if progress is not None:
            progress(SPLITTING_SHARE * number / len(tellings), "finding the sentences")
        sentences.append(_sentences(told, cancelled))
    scored = score_sentences(
        [each.texts for each in sentences],
        languages=[told.language for told in tellings],
        progress=progress and _later_part(progress),
        cancelled=cancelled,
    )
    first = np.fromiter(accumulate((len(each.texts) for each in sentences), initial=0), np.int64)
    paragraph = np.fromiter((p for each in sentences for p in each.paragraph), np.int32)
    position = np.fromiter((p for each in sentences for p in each.position), np.int32)
    share = np.fromiter((s for each in sentences for s in each.share), np.float32)
    # What two sentences below this make together is below the lowest floor still.
    kept = scored.score >= LOWEST_FLOOR / (1.0 + SECOND_SENTENCE_GAIN)
    article_a, article_b = scored.article_a[kept], scored.article_b[kept]
    at_a = first[article_a] + scored.sentence_a[kept]
    at_b = first[article_b] + scored.sentence_b[kept]
    return _Pairs(
        article_a,
        paragraph[at_a],
        article_b,
        paragraph[at_b],
        _raised_where_identical(scored.score[kept], sentences, at_a, at_b),
        position[at_a],
        position[at_b],
        share[at_a],
        share[at_b],
    )


def _raised_where_identical(
    score: Scores, sentences: Sequence[_Sentences], at_a: Numbers, at_b: Numbers
) -> Scores:
    """A sentence of some length that two articles print letter by letter is no coincidence.

    How rare its words are, by which all others are scored, cannot be told from a few
    short articles.
    """
    import numpy as np

    known: dict[str, int] = {}
    texts = (text for each in sentences for text in each.texts)
    # A number for every long sentence, equal for equal words; short ones differ from all.
    numbers = np.fromiter(
        (
            known.setdefault("".join(filter(str.isalnum, text.casefold())) or f"#{place}", place)
            if text.count(" ") >= IDENTICAL_WORDS - 1
            else place
            for place, text in enumerate(texts)
        ),
        np.int32,
    )
    identical = numbers[at_a] == numbers[at_b]
    raised: Scores = np.where(identical, np.maximum(score, IDENTICAL_SCORE), score)
    return raised


def _paragraph_pairs(tellings: Sequence[Telling], matched: _Pairs) -> _Pairs:
    """One pair for every two paragraphs with matching sentences, the few strongest of each."""
    import numpy as np

    starts = np.fromiter(accumulate((t.paragraphs for t in tellings), initial=0), np.int64)
    here = starts[matched.article_a] + matched.paragraph_a
    there = starts[matched.article_b] + matched.paragraph_b
    order = np.lexsort((matched.sentence_b, matched.sentence_a, -matched.score, there, here))
    here, there, score = here[order], there[order], matched.score[order]
    best = np.flatnonzero(np.diff(here, prepend=-1) | np.diff(there, prepend=-1))
    main = _is_main_content(score, matched.share_a[order], matched.share_b[order], best)
    score = _combined(score, here, there, best)
    score = np.where(main, score, np.minimum(score, SAME_FLOOR - 1 / SCORE_STEPS))
    kept = best[score >= LOWEST_FLOOR]
    score = score[score >= LOWEST_FLOOR]
    few = _few_of_each(here[kept], matched.article_b[order][kept], score) & _few_of_each(
        there[kept], matched.article_a[order][kept], score
    )
    chosen = order[kept][few]
    return _Pairs(
        matched.article_a[chosen],
        matched.paragraph_a[chosen],
        matched.article_b[chosen],
        matched.paragraph_b[chosen],
        score[few],
        matched.sentence_a[chosen],
        matched.sentence_b[chosen],
        matched.share_a[chosen],
        matched.share_b[chosen],
    )


def _combined(score: Scores, here: Numbers, there: Numbers, best: Numbers) -> Scores:
    """The score of a paragraph pair: its best sentence pair's, raised a little by the next one.

    The arrays are sorted by paragraph pair, then by falling score; `best` points at the
    first entry of each pair.
    """
    import numpy as np

    second = np.minimum(best + 1, len(score) - 1)
    has_second = (second > best) & (here[second] == here[best]) & (there[second] == there[best])
    gain = np.where(has_second, SECOND_SENTENCE_GAIN * score[second], 0.0)
    combined: Scores = 1.0 - (1.0 - score[best]) * (1.0 - gain)
    return combined


def _is_main_content(score: Scores, share_a: Scores, share_b: Scores, best: Numbers) -> Any:
    """Whether the sentences that match are a good part of at least one of the paragraphs."""
    import numpy as np

    counts = score >= RELATED_FLOOR
    of_a = np.add.reduceat(share_a * counts, best) if len(best) else share_a[:0]
    of_b = np.add.reduceat(share_b * counts, best) if len(best) else share_b[:0]
    return np.maximum(of_a, of_b) >= MAIN_SHARE


def _few_of_each(row: Numbers, other_article: Numbers, score: Scores) -> Any:
    """Whether a pair is among the strongest few that its row has with the other article."""
    import numpy as np

    order = np.lexsort((-score, other_article, row))
    new = np.flatnonzero(
        np.diff(row[order], prepend=-1) | np.diff(other_article[order], prepend=-1)
    )
    length = np.diff(np.append(new, len(order)))
    rank = np.arange(len(order)) - np.repeat(new, length)
    few = np.empty(len(order), dtype=bool)
    few[order] = rank < LINKS_PER_ARTICLE
    return few


def _table(paragraph_counts: Sequence[int], pairs: _Pairs) -> LinkTable:
    """Sort pairs into a table, as `LinkTable.build` does, with sparse arithmetic."""
    import numpy as np

    starts = np.fromiter(accumulate(paragraph_counts, initial=0), np.int64)
    score = np.rint(pairs.score * SCORE_STEPS).astype(np.int64)
    order = np.lexsort(
        (pairs.paragraph_b, pairs.paragraph_a, -score, pairs.article_b, pairs.article_a)
    )
    a, b, score = pairs.article_a[order], pairs.article_b[order], score[order]
    here = starts[a] + pairs.paragraph_a[order]
    there = starts[b] + pairs.paragraph_b[order]
    rows, others = np.concatenate((here, there)), np.concatenate((there, here))
    incident = np.lexsort((others, -np.concatenate((score, score)), rows))
    offsets = np.searchsorted(rows[incident], np.arange(starts[-1] + 1))
    first = np.flatnonzero(np.diff(a, prepend=-1) | np.diff(b, prepend=-1))
    return LinkTable(
        starts=_array("I", starts),
        here=_array("I", here),
        there=_array("I", there),
        scores=_array("H", score),
        sentences_here=_array("B", np.minimum(pairs.sentence_a[order], UNKNOWN_SENTENCE)),
        sentences_there=_array("B", np.minimum(pairs.sentence_b[order], UNKNOWN_SENTENCE)),
        offsets=_array("I", offsets),
        incident=_array("I", incident % max(len(order), 1)),
        pairs=_array("I", np.column_stack((a[first], b[first], first)).ravel()),
        moments=array("I"),
    )


def _in_given_order(
    grouped: LinkTable, pairs: _Pairs, order: Sequence[int], counts: Sequence[int]
) -> LinkTable:
    """The table for the articles in the order given; `order` says where each one came from."""
    import numpy as np

    given = np.asarray(order, dtype=np.int64)
    a, b = given[pairs.article_a], given[pairs.article_b]
    turn = a > b
    turned = _Pairs(
        np.where(turn, b, a),
        np.where(turn, pairs.paragraph_b, pairs.paragraph_a),
        np.where(turn, a, b),
        np.where(turn, pairs.paragraph_a, pairs.paragraph_b),
        pairs.score,
        np.where(turn, pairs.sentence_b, pairs.sentence_a),
        np.where(turn, pairs.sentence_a, pairs.sentence_b),
        np.where(turn, pairs.share_b, pairs.share_a),
        np.where(turn, pairs.share_a, pairs.share_b),
    )
    moments: list[array[int]] = [array("I")] * len(order)
    for position, number in enumerate(order):
        moments[number] = grouped.moments[grouped.starts[position] : grouped.starts[position + 1]]
    return replace(_table(counts, turned), moments=renumbered(chain.from_iterable(moments)))


def _array(code: str, values: Numbers) -> array[int]:
    column: array[int] = array(code)
    column.frombytes(values.astype(code).tobytes())
    return column
