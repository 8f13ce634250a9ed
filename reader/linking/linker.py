"""From articles to their links: sentences are matched, paragraphs are linked."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, overload

from reader.linking.link_table import PART_STEPS, SCORE_STEPS, LinkColumns, LinkTable
from reader.linking.linker_input import LinkerInput, canonical_order
from reader.linking.links import LOWEST_FLOOR, RELATED_FLOOR, SAME_FLOOR
from reader.linking.work_progress import (
    Check,
    part_of,
    phases,
    stable_order,
    steps,
    strongest_in_steps,
)
from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]
    Bytes = NDArray[np.uint8]
    Scores = NDArray[np.floating[Any]]

LINKS_PER_ARTICLE = 8
"""At most this many links of one paragraph to one other article are kept."""
SECOND_SENTENCE_GAIN = 0.3
"""How much a second pair of matching sentences takes away of the doubt that the best one left."""

IDENTICAL_WORDS = 6
IDENTICAL_SCORE = 0.98
"""The least score of two sentences of so many words that are letter by letter the same."""
IDENTICAL_LIKENESS = 0.5
"""In articles less likely than this to report one event they are only related: agencies end
all their articles with the same lines."""
BELOW_SAME = SAME_FLOOR - 1 / SCORE_STEPS
"""The highest score of what is only related."""
MAIN_SHARE = 0.2
"""Two paragraphs are not *same* where what matches is a smaller part than this of both."""
SPLITTING_SHARE = 0.05
"""About this part of the whole work is finding the sentences."""
MATCHED_SHARE = 0.97
"""At about this part of the whole work the sentences are scored."""
PARAGRAPHS_BETWEEN_QUESTIONS = 200
"""So often, in paragraphs, it is asked whether the work is cancelled."""


def load_linker() -> None:
    """Load the modules and word lists that linking needs, so that the first use is as fast."""
    text = "“We shall mend the harbour wall before the winter,” the mayor, Ann Smith, said."
    link_articles([LinkerInput(1, "en", ((0, text, False),))] * 2)


def link_articles(
    inputs: Sequence[LinkerInput],
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LinkTable:
    """Find the links of several articles, the same for every order of the articles."""
    counts = [each.paragraph_count for each in inputs]
    if len(inputs) < 2:
        return LinkTable.build(counts, ())
    phase = phases(progress, cancelled)
    order = canonical_order(inputs)
    ordered = [inputs[number] for number in order]
    starts = list(accumulate((each.paragraph_count for each in ordered), initial=0))
    matches = _match_sentences(ordered, starts, progress, cancelled)
    links = _linked_paragraphs(matches, starts, phase(MATCHED_SHARE, 0.98, "linking paragraphs"))
    del matches
    return _table(links, starts, order, counts, phase(0.98, 1.0, "sorting the links"))


@dataclass(frozen=True, slots=True)
class _Matches:
    """Pairs of sentences that may make a link, `here` in the earlier article.

    Paragraphs are counted through all articles ("rows").
    """

    here: Numbers
    """The row of the paragraph."""
    there: Numbers
    score: Scores
    sentence_here: Numbers
    """Position of the sentence in its paragraph."""
    sentence_there: Numbers
    share_here: Scores
    """What part of its paragraph the sentence is."""
    share_there: Scores
    sure: NDArray[np.bool_]
    """Whether they can be *same*: not in articles that may report two events."""
    parts: Bytes
    """What made the score, one row for every pair, as `LinkTable.parts` holds it."""


@dataclass(frozen=True, slots=True)
class _Links:
    """Pairs of paragraphs, sorted by (here, there), `here` in the earlier article."""

    here: Numbers
    there: Numbers
    score: Scores
    sentence_here: Numbers
    """Position of the best matching sentence in its paragraph."""
    sentence_there: Numbers
    parts: Bytes


class _Sentences(Sequence[str]):
    """The sentences of one article as the scorer counts them, cut from the text when asked."""

    def __init__(self, told: LinkerInput, check: Callable[[], None]) -> None:
        self._texts = told.texts
        self._number = array("i")
        self._start = array("i")
        self._stop = array("i")
        self.paragraph = array("i")
        self.position = array("i")
        """Within the paragraph, from 0."""
        self.share = array("f")
        """What part of its paragraph each sentence is."""
        self.letters = array("q")
        """The same number for equal letters; 0 for a sentence of less than `IDENTICAL_WORDS`."""
        for number, (paragraph, text, heading) in enumerate(told.texts):
            if number % PARAGRAPHS_BETWEEN_QUESTIONS == 0:
                check()
            spans = (slice(0, len(text)),) if heading else split_sentences(text)
            whole = sum(span.stop - span.start for span in spans)
            for position, span in enumerate(spans):
                self._number.append(number)
                self._start.append(span.start)
                self._stop.append(span.stop)
                self.paragraph.append(paragraph)
                self.position.append(position)
                self.share.append((span.stop - span.start) / whole)
                self.letters.append(_letters(text[span]))

    def __len__(self) -> int:
        return len(self._number)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        return self._texts[self._number[place]][1][self._start[place] : self._stop[place]]


_NO_LETTERS = re.compile(r"[\W_]+")


def _letters(sentence: str) -> int:
    if sentence.count(" ") < IDENTICAL_WORDS - 1:
        return 0
    return hash(_NO_LETTERS.sub("", sentence.casefold()))


def _match_sentences(
    inputs: Sequence[LinkerInput],
    starts: Sequence[int],
    progress: Callable[[float, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> _Matches:
    """Score the sentences; the pairs of them that may make a link."""
    import numpy as np

    from reader.linking.features import SHARED
    from reader.linking.score_model import PARTS, fitted
    from reader.linking.sentence_linking import score_sentences

    check = phases(progress, cancelled)(0.0, SPLITTING_SHARE, "finding the sentences")
    sentences = []
    for number, told in enumerate(inputs):
        done = number / len(inputs)
        sentences.append(_Sentences(told, lambda done=done: check(done)))  # type: ignore[misc]
    scored = score_sentences(
        sentences,
        languages=[told.language for told in inputs],
        paragraphs=[each.paragraph for each in sentences],
        progress=progress and _later_part(progress),
        cancelled=cancelled,
        # What two sentences below this make together is below the lowest floor still.
        least=LOWEST_FLOOR / (1.0 + SECOND_SENTENCE_GAIN),
    )

    def of_all(name: str, kind: str) -> Any:
        columns = (np.array(getattr(each, name), kind) for each in sentences)
        return np.concatenate([np.zeros(0, kind), *columns])

    first = np.fromiter(accumulate(map(len, sentences), initial=0), np.int32)
    at_here = first[scored.article_a] + scored.sentence_a
    at_there = first[scored.article_b] + scored.sentence_b
    check = phases(progress, cancelled)(MATCHED_SHARE, MATCHED_SHARE, "linking paragraphs")
    check(0.0)
    letters = of_all("letters", "i8")
    check(0.0)
    identical = (letters[at_here] == letters[at_there]) & (letters[at_here] != 0)
    # A sentence of some length that two articles print letter by letter is no coincidence;
    # how rare its words are cannot be told from a few short articles.
    least = np.where(identical, np.float32(IDENTICAL_SCORE), np.float32(0.0))
    check(0.3)
    enough = IDENTICAL_LIKENESS * fitted().weights["event"]
    one_event = scored.parts[:, PARTS.index("event")] >= enough
    row, position, share = (
        of_all("paragraph", "i4"),
        of_all("position", "i4"),
        of_all("share", "f4"),
    )
    row += np.repeat(np.array(starts[:-1], np.int32), np.diff(first))
    check(0.5)
    score = np.maximum(scored.score, least)
    sure = scored.sure | identical & one_event
    made = scored.usual * [name not in SHARED for name in PARTS]
    parts = _part_steps(scored.parts, made, check)
    return _Matches(
        row[at_here],
        row[at_there],
        score,
        position[at_here],
        position[at_there],
        share[at_here],
        share[at_there],
        sure,
        parts,
    )


def _later_part(progress: Callable[[float, str], None]) -> Callable[[float, str], None]:
    """Progress of the part of the work in which the sentences are scored."""

    def later(share: float, doing: str) -> None:
        progress(SPLITTING_SHARE + (MATCHED_SHARE - SPLITTING_SHARE) * share, doing)

    return later


def _part_steps(parts: Scores, usual: Scores, check: Check) -> Bytes:
    """What every measure added to the score beyond what it usually adds, in steps."""
    import numpy as np

    result = np.empty(parts.shape, np.uint8)
    for some in steps(len(parts), check):
        result[some] = np.clip(np.rint((parts[some] - usual) * PART_STEPS), 0, 255)
    return result


def _linked_paragraphs(matches: _Matches, starts: Sequence[int], check: Check) -> _Links:
    """One pair for every two paragraphs with matching sentences, the few strongest of each."""
    import numpy as np

    rows = starts[-1]
    # Falling, in whole numbers: the bits of floats that are not negative are ordered as they are.
    falling = -matches.score.astype(np.float32).view(np.int32)
    order = stable_order(falling, part_of(check, 0.0, 0.2))
    pair = matches.here.astype(np.int64) * rows + matches.there
    order = order[stable_order(pair[order], part_of(check, 0.2, 0.4))]
    pair, score = pair[order], matches.score[order]
    check(0.4)
    best = np.flatnonzero(np.diff(pair, prepend=-1))
    score = _combined(
        score, matches.share_here[order], matches.share_there[order], best, lambda: check(0.5)
    )
    if len(best):
        sure = np.logical_or.reduceat(matches.sure[order], best)
        score = np.where(sure, score, np.minimum(score, BELOW_SAME))
    kept = score >= LOWEST_FLOOR
    chosen, score = order[best[kept]], score[kept]
    here, there = matches.here[chosen], matches.there[chosen]
    check(0.6)
    few = np.zeros(len(chosen), np.int8)
    article = np.searchsorted(np.array(starts), there, "right")
    check_here = part_of(check, 0.6, 0.8)
    few[strongest_in_steps(here, article, score, LINKS_PER_ARTICLE, check_here)] += 1
    article = np.searchsorted(np.array(starts), here, "right")
    check_there = part_of(check, 0.8, 1.0)
    few[strongest_in_steps(there, article, score, LINKS_PER_ARTICLE, check_there)] += 1
    check(1.0)
    chosen, score = chosen[few == 2], score[few == 2]
    return _Links(
        matches.here[chosen],
        matches.there[chosen],
        score,
        matches.sentence_here[chosen],
        matches.sentence_there[chosen],
        matches.parts[chosen],
    )


def _combined(
    score: Scores, share_here: Scores, share_there: Scores, best: Numbers, check: Callable[[], None]
) -> Scores:
    """The score of a paragraph pair: its best sentence pair's, raised a little by the next one.

    The arrays are sorted by paragraph pair, then by falling score; `best` points at the
    first entry of each pair. Where the sentences that match are a small part of both
    paragraphs, the pair is not *same*.
    """
    import numpy as np

    if not len(best):
        return score
    second = np.minimum(best + 1, len(score) - 1)
    alone = np.diff(best, append=len(score)) == 1
    gain = np.where(alone, 0.0, SECOND_SENTENCE_GAIN * score[second])
    combined = 1.0 - (1.0 - score[best]) * (1.0 - gain)
    check()
    counts = score >= RELATED_FLOOR
    main = np.maximum(
        np.add.reduceat(share_here * counts, best), np.add.reduceat(share_there * counts, best)
    )
    limited: Scores = np.where(main >= MAIN_SHARE, combined, np.minimum(combined, BELOW_SAME))
    return limited


def _table(
    links: _Links,
    starts: Sequence[int],
    order: Sequence[int],
    counts: Sequence[int],
    check: Check,
) -> LinkTable:
    """The table for the articles in the order given; `order` says where each one came from."""
    import numpy as np

    first_rows = np.array(starts, np.int64)
    given = np.array(order, np.int64)
    check(0.0)
    article_here = np.searchsorted(first_rows, links.here, "right") - 1
    article_there = np.searchsorted(first_rows, links.there, "right") - 1
    table = LinkTable.from_columns(
        counts,
        LinkColumns(
            given[article_here],
            links.here - first_rows[article_here],
            given[article_there],
            links.there - first_rows[article_there],
            links.score,
            links.sentence_here,
            links.sentence_there,
            links.parts,
        ),
    )
    check(1.0)
    return table
