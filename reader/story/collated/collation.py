"""Building the collated reading: the moments of a matrix, each with the words that are shown."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.articles import Passage, Place
from reader.quote_versions import SharedQuote, Version, VersionForm
from reader.story.collated.collated_story import CollatedMoment, CollatedStory, MomentVersion
from reader.story.collated.divided_paragraphs import divide_paragraphs
from reader.story.collated.fullest_passages import FullestFinder
from reader.story.collated.lead_ins import join_lead_ins
from reader.story.collated.own_words import find_own_words
from reader.story.collated.pronoun_places import keep_pronouns
from reader.story.collated.repeated_sentences import RepeatedSentences
from reader.story.collated.shown_quotes import ShownQuotes
from reader.story.collated.words_again import take_words_again
from reader.story.differences.difference import Difference, DifferenceKind
from reader.story.labels.label_sources import LabelSource
from reader.story.labels.moment_labels import choose_label
from reader.story.labels.passage_beginnings import first_words
from reader.story.matrix.coverage_matrix import (
    Absences,
    CoverageMatrix,
    MatrixRow,
    MomentForm,
)
from reader.story.matrix.moment_forms import FORM_RANKS
from reader.story.moment_words import PassageReader
from reader.story.shared_copy.copied_passages import CopyFinder

if TYPE_CHECKING:
    from reader.quotes.quote import Quote
    from reader.story.moments import Moment
    from reader.story.shared_copy.shared_runs import SharedCopy
    from reader.text.word_alignment import Word


@dataclass(frozen=True, slots=True)
class CollationSources:
    """What a collated reading is built from."""

    matrix: CoverageMatrix
    moments: Sequence[Moment]
    quotes: Sequence[Sequence[Quote]]
    """Those of every article, with their passages."""
    shared_quotes: Sequence[SharedQuote]
    shared_copy: Sequence[SharedCopy]
    find_words: Callable[[Place], Sequence[Word]]
    """Returns the words of a paragraph."""
    find_absences: Callable[[Sequence[Passage]], Absences]
    """Returns of passages the articles that are not known to report what they do."""


def collate(sources: CollationSources) -> CollatedStory:
    """Return every moment once, in the order of the matrix.

    Every sentence of the story is in what is shown of one moment, or in one of its versions.
    Sentences of a paragraph that are in no moment are shown with that of its moments that is shown
    there; where none is, they follow what is before them in their article.
    """
    articles = sources.matrix.articles
    builder = _MomentBuilder(sources)
    divided = divide_paragraphs(articles, sources.moments)
    shown = {
        number: builder.find_fullest(passages)
        for number, passages in divided.of_moment.items()
        if passages
    }
    rest, again = builder.find_repeated(shown, divided.of_moment, divided.rest)
    beside, apart = _seat_rest(rest, shown)
    reading = {
        number: _join_passages((*fullest, *beside.get(number, ())))
        for number, fullest in shown.items()
    }
    apart, more = builder.find_repeated(reading, divided.of_moment, apart)
    told = {
        number: (*divided.of_moment[number], *again.get(number, ()), *more.get(number, ()))
        for number in shown
    }
    apart, standing = take_words_again(
        [each for own in (*told.values(), *beside.values()) for each in own], apart
    )
    built: list[CollatedMoment] = []
    for row in sources.matrix.rows:
        if row.moment in shown:
            number = row.moment
            assert number is not None
            seated = beside.get(number, ())
            own = (*told[number], *standing.list_in((*told[number], *seated)))
            built.append(builder.build(row, own, shown[number], seated))
        elif row.moment is None and (place := row.label.place) in apart:
            alone = apart.pop(place)
            built.append(builder.build(row, standing.list_in(alone), alone, ()))
    parts = [
        builder.build_part(passage, standing.list_in((passage,)))
        for own in apart.values()
        for passage in own
    ]
    ordered = join_lead_ins(_number(keep_pronouns([*_insert_parts(built, parts)])))
    finder = CopyFinder(sources.shared_copy)
    return CollatedStory(
        articles,
        tuple(replace(each, copy=_find_copy(each, finder)) for each in _number(ordered)),
    )


def _find_copy(moment: CollatedMoment, finder: CopyFinder) -> tuple[int, ...]:
    """Return the articles whose passages of a moment are shared with another article."""
    return tuple(each for each in moment.articles if finder.find(moment.passages_of(each)))


def _number(moments: Iterable[CollatedMoment]) -> list[CollatedMoment]:
    return [replace(moment, number=number) for number, moment in enumerate(moments, 1)]


def _seat_rest(
    rest: Mapping[Place, tuple[Passage, ...]], shown: Mapping[int, tuple[Passage, ...]]
) -> tuple[dict[int, tuple[Passage, ...]], dict[Place, tuple[Passage, ...]]]:
    """Return the sentences to be shown with a moment, by its number, and the others."""
    shown_at: dict[Place, list[tuple[int, int]]] = defaultdict(list)
    for number, passages in shown.items():
        for passage in passages:
            shown_at[passage.place].append((passage.start, number))
    beside: dict[int, tuple[Passage, ...]] = {}
    apart: dict[Place, tuple[Passage, ...]] = {}
    for place, passages in rest.items():
        seats = sorted(shown_at.get(place, ()))
        if not seats:
            apart[place] = passages
        for passage in passages if seats else ():
            before = bisect_right(seats, passage.start, key=lambda seat: seat[0])
            number = seats[max(before - 1, 0)][1]
            beside[number] = (*beside.get(number, ()), passage)
    return beside, apart


def _insert_parts(
    moments: Sequence[CollatedMoment], parts: Sequence[CollatedMoment]
) -> Iterator[CollatedMoment]:
    """Yield the moments, each with the parts of paragraphs that follow it in their article."""
    begins: dict[int, list[tuple[Place, int, int]]] = defaultdict(list)
    for at, moment in enumerate(moments):
        for passage in moment.passages():
            begins[passage.article_position].append((passage.place, passage.start, at))
    for places in begins.values():
        places.sort()
    leading: list[CollatedMoment] = []
    following: dict[int, list[CollatedMoment]] = defaultdict(list)
    for part in parts:
        first = part.shown[0]
        before = bisect_right(begins[first.article_position], (first.place, first.start, -1))
        if before:
            following[begins[first.article_position][before - 1][2]].append(part)
        else:
            leading.append(part)
    yield from leading
    for at, moment in enumerate(moments):
        yield moment
        yield from following.get(at, ())


class _MomentBuilder:
    """Builds the moments of a collated story one by one; their numbers are 0."""

    def __init__(self, sources: CollationSources) -> None:
        articles = sources.matrix.articles
        self._sources = sources
        self._words = PassageReader(articles, sources.find_words)
        self._quotes = ShownQuotes(sources.shared_quotes)
        self._fullest = FullestFinder(articles, self._words, sources.quotes, self._quotes.find_base)

    def find_fullest(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return the passages that are shown of a moment."""
        return self._fullest.find(passages)

    def find_repeated(
        self,
        shown: Mapping[int, Sequence[Passage]],
        passages: Mapping[int, Sequence[Passage]],
        apart: Mapping[Place, tuple[Passage, ...]],
    ) -> tuple[dict[Place, tuple[Passage, ...]], dict[int, tuple[Passage, ...]]]:
        """Return the passages apart that say nothing again, and by moment those that do."""
        repeated = RepeatedSentences(
            shown, passages, self._quotes.list_numbers, self._quotes.tells_again
        )
        return repeated.take_from(apart)

    def build(
        self,
        row: MatrixRow,
        passages: Sequence[Passage],
        fullest: tuple[Passage, ...],
        beside: tuple[Passage, ...],
    ) -> CollatedMoment:
        """Return the moment of a row.

        Args:
            row: the row.
            passages: all that report it.
            fullest: those of them that are shown.
            beside: sentences of their paragraphs that are in no moment.
        """
        shown = _join_passages((*fullest, *beside))
        others = _join_passages([passage for passage in passages if passage not in fullest])
        found, only_shown = self._quotes.find(shown, others)
        articles = _list_articles((*shown, *others))
        return CollatedMoment(
            number=0,
            moment=row.moment,
            label=row.label,
            shown=shown,
            articles=articles,
            beside=beside,
            versions=tuple(self._build_versions(shown, others, found)),
            differences=tuple(
                sorted(
                    (each for each in row.differences if not _is_other_order(each, passages)),
                    key=lambda each: each.kind.rank,
                )
            ),
            only_shown=only_shown,
            left_out_by=_without(row.left_out_by, articles),
            perhaps_in=_without(row.perhaps_in, articles),
            probably_in=_without(row.probably_in, articles),
            is_part=_is_part(shown),
        )

    def build_part(self, passage: Passage, others: Sequence[Passage]) -> CollatedMoment:
        """Return sentences of a paragraph that are in no moment, where others are in one.

        Args:
            passage: the sentences.
            others: sentences of other articles that stand in them.
        """
        worded = self._words.read(passage)
        telling = {word.stem: word.weight for word in worded.words if word.weight}
        source = LabelSource(worded)
        absences = self._sources.find_absences((passage,))
        found, only_shown = self._quotes.find((passage,), others)
        articles = _list_articles((passage, *others))
        return CollatedMoment(
            number=0,
            moment=None,
            label=choose_label([source], telling) or first_words(worded),
            shown=(passage,),
            articles=articles,
            beside=(),
            versions=tuple(self._build_versions((passage,), others, found)),
            differences=(),
            only_shown=only_shown,
            left_out_by=_without(absences.left_out_by, articles),
            perhaps_in=_without(absences.perhaps_in, articles),
            probably_in=_without(absences.probably_in, articles),
            is_part=True,
            is_rest=True,
        )

    def _build_versions(
        self,
        shown: Sequence[Passage],
        others: Sequence[Passage],
        found: Sequence[tuple[int, Version]],
    ) -> Iterator[MomentVersion]:
        stems = {word.stem for passage in shown for word in self._words.read(passage).words}
        by_article: dict[int, list[int]] = defaultdict(list)
        for at, passage in enumerate(others):
            by_article[passage.article_position].append(at)
        for article, positions in sorted(by_article.items()):
            own: list[tuple[float, Passage]] = []
            forms: list[MomentForm] = []
            is_same = True
            for at in positions:
                quoted = [
                    (span.start, span.end)
                    for place, version in found
                    if place == at and not _has_own_words(version)
                    for span in version.passages
                    if span.place == others[at].place
                ]
                worded = self._words.read(others[at])
                words = find_own_words(worded, stems, self._words.highest_weight, quoted)
                own += words.stretches
                forms.append(self._fullest.judge_form(worded, stems))
                is_same = is_same and words.is_same
            quotes = [version for at, version in found if at in positions]
            yield MomentVersion(
                article=article,
                passages=tuple(others[at] for at in positions),
                form=min(forms, key=FORM_RANKS.__getitem__),
                own_words=tuple(passage for _, passage in sorted(own, key=lambda each: -each[0])),
                quotes=tuple(quotes),
                has_same_words=is_same and not any(map(_has_other_words, quotes)),
            )


def _list_articles(passages: Sequence[Passage]) -> tuple[int, ...]:
    return tuple(sorted({passage.article_position for passage in passages}))


def _without(articles: Sequence[int], telling: Sequence[int]) -> tuple[int, ...]:
    """Return articles but for those that tell a moment."""
    return tuple(each for each in articles if each not in telling)


def _is_other_order(difference: Difference, passages: Sequence[Passage]) -> bool:
    """Return whether two passages have the same words, which only come in another order."""
    if difference.kind is not DifferenceKind.WORDING:
        return False
    texts = [
        " ".join(each.text.lower() for each in passages if each.place == side.passage.place)
        for side in difference.sides
    ]
    words = [side.passage.text.lower() for side in difference.sides]
    return all(word in text for word in words for text in texts)


def _has_own_words(version: Version) -> bool:
    """Return whether a version of a quotation has words that are not shown of it."""
    if version.form is VersionForm.INDIRECT:
        return True
    return bool(version.inserted_count + version.changed_count)


def _has_other_words(version: Version) -> bool:
    return version.retained < 1 or _has_own_words(version)


def _is_part(shown: Sequence[Passage]) -> bool:
    """Return whether a paragraph of which something is shown is not shown as a whole."""
    lengths: dict[Place, int] = defaultdict(int)
    for passage in shown:
        lengths[passage.place] += len(passage.text.strip())
    texts = {passage.place: passage.paragraph.text for passage in shown}
    return any(length < len(texts[place].strip()) for place, length in lengths.items())


def _join_passages(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return passages in order; of one paragraph those with nothing between them are one."""
    joined: list[Passage] = []
    for passage in sorted(passages, key=lambda each: (each.place, each.start)):
        before = joined[-1] if joined else None
        if before and before.place == passage.place:
            between = before.paragraph.text[before.end : passage.start]
            if not between.strip():
                joined[-1] = replace(before, end=passage.end)
                continue
        joined.append(passage)
    return tuple(joined)
