"""The collated story for other programs: as JSON lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.articles import Article, Passage
from reader.quote_versions import Version
from reader.reports.csv_rows import format_csv_row
from reader.story import CollatedMoment, Difference, MomentVersion

_COLUMNS = (
    "order", "moment", "label", "article", "role", "form", "paragraph", "start", "end", "text",
)  # fmt: skip


def format_collated_as_json(
    articles: Sequence[Article], moments: Sequence[CollatedMoment]
) -> Iterator[str]:
    """Yield a JSON object for every moment, in the order given.

    The keys: `order`, its number in the story's order; `moment`, that of the moment or null;
    `label`; `told_by`, `copy` (those of them whose words are shared copy), `left_out_by`,
    `perhaps_in` and `probably_in` (part of `perhaps_in`), sources of articles; `article`, the
    source of the one whose words are shown, and these as `shown`, passages with `paragraph`,
    `start`, `end` and `text`; `beside`, those of them that are in no moment; `only_shown`,
    words of a quotation that no version has; `versions`, each with `article`, `form`,
    `passages`, `same_words`, `own_words` and `quotes`; and `differences` with `kind` and
    `sides`.
    """
    names = [article.source for article in articles]
    for moment in moments:
        yield json.dumps(collated_record(moment, names))


def collated_record(moment: CollatedMoment, names: Sequence[str | int]) -> dict[str, Any]:
    """Return a moment of the collated story as plain values.

    Args:
        moment: the moment.
        names: the names of the articles, in their order: sources, or numbers.
    """
    return {
        "order": moment.number,
        "moment": moment.moment,
        "label": moment.label.text,
        "told_by": _name_all(names, moment.articles),
        "copy": _name_all(names, moment.copy),
        "left_out_by": _name_all(names, moment.left_out_by),
        "perhaps_in": _name_all(names, moment.perhaps_in),
        "probably_in": _name_all(names, moment.probably_in),
        "article": names[moment.article],
        "shown": list(map(_passage_record, moment.shown)),
        "beside": list(map(_passage_record, moment.beside)),
        "only_shown": list(map(_passage_record, moment.only_shown)),
        "versions": [_version_record(names, each) for each in moment.versions],
        "differences": [_difference_record(names, each) for each in moment.differences],
    }


def format_collated_as_csv(
    articles: Sequence[Article], moments: Sequence[CollatedMoment]
) -> Iterator[str]:
    """Yield a heading and a row for every passage; the role is `shown` or `version`."""
    yield format_csv_row(_COLUMNS)
    for moment in moments:
        first = (moment.number, moment.moment, moment.label.text)
        for passage in moment.shown:
            yield format_csv_row((*first, *_passage_cells(articles, passage, "shown", "")))
        for version in moment.versions:
            for passage in version.passages:
                form = version.form.value
                yield format_csv_row((*first, *_passage_cells(articles, passage, "version", form)))


def _passage_cells(
    articles: Sequence[Article], passage: Passage, role: str, form: str
) -> tuple[object, ...]:
    source = articles[passage.article_position].source
    place = passage.number, passage.start, passage.end
    return (source, role, form, *place, passage.text)


def _version_record(names: Sequence[str | int], version: MomentVersion) -> dict[str, Any]:
    return {
        "article": names[version.article],
        "form": version.form.value,
        "passages": list(map(_passage_record, version.passages)),
        "same_words": version.has_same_words,
        "own_words": list(map(_passage_record, version.own_words)),
        "quotes": list(map(_quote_record, version.quotes)),
    }


def _quote_record(version: Version) -> dict[str, Any]:
    start, end = version.trimmed_counts
    return {
        "form": version.form.value,
        "parts": list(map(_passage_record, version.passages)),
        "cut": version.count_cuts(signed=False),
        "left_out_with_sign": version.count_cuts(signed=True),
        "left_out_between": version.dropped_between_count,
        "trimmed_start": start,
        "trimmed_end": end,
        "other_words": version.inserted_count + version.changed_count,
        "cue": version.cue.text if version.cue else None,
    }


def _difference_record(names: Sequence[str | int], difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind.in_records,
        "sides": [
            {"article": names[side.passage.article_position], **_passage_record(side.passage)}
            for side in difference.sides
        ],
    }


def _passage_record(passage: Passage) -> dict[str, Any]:
    return {
        "paragraph": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _name_all(names: Sequence[str | int], positions: Sequence[int]) -> list[str | int]:
    return [names[position] for position in positions]
