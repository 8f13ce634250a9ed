"""What is measured of two sentences: what they share, and what surrounds them.

Every measure has a reason that a reader is told in words (`REASONS`). None is fitted but how
likely two articles report one event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.linking.candidates import Candidates, cosine, find_candidates
from reader.linking.context_features import among_partners, in_common, neighbours, retold
from reader.linking.same_event import event_likeness, probably_one_event, surely_one_event
from reader.linking.sentence_terms import Words, read_words
from reader.linking.work_progress import Check, phases, steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reader.linking.statements import Statements

    Scores = NDArray[np.float32]

FEATURES = (
    "words",
    "happening",
    "names",
    "event",
    "third",
    "company",
    "neighbours",
    "lead",
    "retold",
    "alone",
)
"""What is measured, in the order of the columns of `Measures.columns`."""

SHARED = ("words", "happening", "names")
"""Those of `FEATURES` that are nothing where two sentences share no words."""

REASONS = {
    "words": "rare words in common",
    "happening": "the same words for what happens",
    "names": "the same names and numbers",
    "event": "the articles report one event",
    "third": "a third article links them",
    "company": "alike throughout, or to the same other sentences",
    "neighbours": "neighbours link too",
    "lead": "both stand early in their articles",
    "retold": "several sentences of other articles tell the same as both",
    "alone": "nothing else in the two articles fits as well",
    "statement": "both report the same statement",
}
"""Each of them, and a statement in common, in the words that a reader sees."""

EVEN_LIKENESS = 0.02
"""In large groups articles less likely than this to report one event are not compared."""
ARTICLES_COMPARED_ALWAYS = 40
ENOUGH_OTHERS = 4
"""With fewer other articles than this a pair's own words stand in for what third ones say."""
LEAD_SENTENCES = 3
"""Sentences that count as the lead in full; later ones count less and less."""
LEAD_DECAY = 4.0
STATEMENTS_AT_ONCE = 8_192
_SCALE = 3.0

FIRST_SIGHT = {
    "words": 2.0, "happening": 2.0, "names": 1.0, "event": 2.0,
    "third": 2.0, "company": 1.0, "neighbours": 0.5,
}  # fmt: skip
"""Unfitted weights by which pairs are scored first, so that they can speak for each other."""
FIRST_EVEN = 6.25
"""At this weighted sum a pair is as probable as not at first sight."""
FIRST_LEAD = 1.0
"""The weight that the lead has among the others at first sight."""
FIRST_SLOPE = 1.4
FURTHER = 10
"""Beyond about so many third articles on the event each of them counts less and less."""
ENOUGH_FURTHER = 8
"""With fewer third articles on the event a pair's own probability stands in for them."""
USUALLY_RETOLD = 2.0
"""With enough of them the sum over third sentences is about so many times the probability."""


FINDING_QUOTES = 0.07, 0.58
"""Between these shares of the work quotes are found, if there are as many as usual."""

Phase = Callable[[float, float, str], Check]


class Measures:
    """The pairs of sentences of a group that may tell the same, and what is measured of them.

    Args:
        documents: the sentences of every article, in order.
        languages: ISO 639-1 code of every article, or None.
        event: a weight and an offset, as `probably_one_event` takes them.
        paragraphs: for every sentence the number of its paragraph, where that is known.
        phase: makes the checks for the parts of the work.
    """

    def __init__(
        self,
        documents: Sequence[Sequence[str]],
        languages: Sequence[str | None],
        event: tuple[float, float],
        paragraphs: Sequence[Sequence[int]] | None = None,
        phase: Phase | None = None,
    ) -> None:
        import numpy as np

        from reader.linking.statements import share_of_usual_work, statements_shared

        phase = phase or phases(None, None)
        counting = phase(0.0, 0.0, "reading the words")
        phase = _lasting(phase, share_of_usual_work(documents, counting))
        self.words = words = read_words(documents, languages, phase(0.0, 0.07, "reading the words"))
        finding = phase(*FINDING_QUOTES, "finding the quotes")
        statements = statements_shared(documents, paragraphs, finding)
        _, beyond = event_likeness(words, len(documents), phase(0.58, 0.59, "comparing articles"))
        grouping = phase(0.59, 0.6, "comparing articles")
        self._one_event = probably_one_event(beyond, *event, grouping)
        self._surely = surely_one_event(beyond, self._one_event)
        self._others = self._one_event.sum(axis=1) - np.diag(self._one_event)
        """For every article how many others are on its event."""
        allowed = (self._one_event >= EVEN_LIKENESS) | (len(documents) <= ARTICLES_COMPARED_ALWAYS)
        self.pairs = find_candidates(words, allowed, phase(0.6, 0.78, "comparing sentences"))
        weighing = phase(0.78, 0.79, "weighing what links them")
        self.stated = _stated(words, self.pairs, statements, weighing)
        """For every pair how sure it is, 0..1, that both sentences report one statement."""
        self._heard = min(1.0, max(0, len(documents) - 2) / ENOUGH_OTHERS)
        self._lead = 1.0 / (1.0 + np.maximum(words.position - LEAD_SENTENCES + 1, 0) / LEAD_DECAY)
        self._ask_others(lambda first, last: phase(first, last, "weighing what links them"))

    def one_event(self, some: slice) -> NDArray[np.float64]:
        """For a slice of the pairs the probability that their articles report one event."""
        return self._one_event[self._articles(some)]

    def surely_one_event(self, some: slice) -> NDArray[np.bool_]:
        """For a slice of the pairs whether there is no doubt of it."""
        sure: NDArray[np.bool_] = self._surely[self._articles(some)]
        return sure

    def columns(self, some: slice) -> Scores:
        """The measures of a slice of the pairs, one column for each of `FEATURES`."""
        import numpy as np

        a, b = self._articles(some)
        others = np.minimum(self._others[a], self._others[b])
        thirds = np.maximum(others - self._one_event[a, b], 0.0)
        enough = np.minimum(thirds / ENOUGH_FURTHER, 1.0)
        again = enough * np.log1p(self._told[some] * (FURTHER + 1) / (FURTHER + thirds))
        again += (1.0 - enough) * np.log1p(USUALLY_RETOLD * self._likely[some])
        columns = [*self._seen_first(some), self._early[some], again, -self._rivals[some]]
        return np.column_stack([column.astype(np.float32) for column in columns])

    def _articles(self, some: slice) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        article = self.words.article
        return article[self.pairs.here[some]], article[self.pairs.there[some]]

    def _ask_others(self, phase: Callable[[float, float], Check]) -> None:
        """Work out what other sentences say of every pair."""
        import numpy as np

        pairs, article = self.pairs, self.words.article
        self._tie = np.empty(len(pairs.here), np.float32)
        for some in steps(len(self._tie), phase(0.79, 0.8)):
            self._tie[some] = pairs.shared[some] * self.one_event(some)
        self._third, self._company = in_common(pairs, self._tie, len(article), phase(0.8, 0.88))
        self._beside = neighbours(pairs, article, phase(0.88, 0.9))
        odds, self._likely = np.empty((2, len(pairs.here)), np.float32)
        for some in steps(len(odds), phase(0.9, 0.915)):
            weighted = zip(self._seen_first(some), FIRST_SIGHT.values(), strict=True)
            first = FIRST_SLOPE * (sum(column * each for column, each in weighted) - FIRST_EVEN)
            odds[some] = np.exp(first)
            early = np.minimum(self._lead[pairs.here[some]], self._lead[pairs.there[some]])
            first += FIRST_SLOPE * FIRST_LEAD * (early - 0.5)
            # Squared: two events that are taken for one would strengthen each other's links.
            self._likely[some] = self.one_event(some) ** 2 / (1.0 + np.exp(-first))
        self._early, self._rivals = among_partners(
            pairs, odds, self._likely, self._lead, article, phase(0.915, 0.935)
        )
        self._told = retold(pairs, self._likely, len(article), phase(0.935, 0.97))

    def _seen_first(self, some: slice) -> list[Scores]:
        """The measures that are weighed at first sight, in the order of `FIRST_SIGHT`."""
        import numpy as np

        pairs = self.pairs
        third = self._heard * self._third[some] + (1.0 - self._heard) * self._tie[some]
        measured = (
            np.log1p(pairs.shared[some]) / _SCALE,
            np.log1p(pairs.plain[some]) / _SCALE,
            np.log1p(pairs.named[some]) / _SCALE,
            self.one_event(some),
            np.log1p(third) / _SCALE,
            np.maximum(self._company[some], np.minimum(cosine(pairs, some), 1.0)),
            np.log1p(self._beside[some]) / _SCALE,
        )
        return [column.astype(np.float32) for column in measured]


def _lasting(phase: Phase, share: float) -> Phase:
    """The phases of the work where finding quotes takes only a share of its usual time."""
    first, last = FINDING_QUOTES
    whole = first + share * (last - first) + (1.0 - last)

    def place(at: float) -> float:
        # Written so that a part ends exactly where the next one begins.
        within = share * (min(max(at, first), last) - first)
        return (min(at, first) + within + max(at - last, 0.0)) / whole

    return lambda begin, end, doing: phase(place(begin), place(end), doing)


def _stated(words: Words, pairs: Candidates, statements: Statements, check: Check) -> Scores:
    """For every pair how sure it is that both sentences report one statement."""
    import numpy as np

    stated = np.zeros(len(pairs.here), np.float32)
    if not statements or not len(stated):
        return stated
    known = pairs.here.astype(np.int64) * len(words.article) + pairs.there
    listed = iter(statements.items())
    for _ in steps(len(statements), check, STATEMENTS_AT_ONCE):
        found = list(islice(listed, STATEMENTS_AT_ONCE))
        rows = words.original[np.array([pair for pair, _ in found], np.int64)]
        key = rows[:, 0].astype(np.int64) * len(words.article) + rows[:, 1]
        place = np.minimum(np.searchsorted(known, key), len(known) - 1)
        hit = known[place] == key
        np.maximum.at(stated, place[hit], np.array([sure for _, sure in found], np.float32)[hit])
    return stated
