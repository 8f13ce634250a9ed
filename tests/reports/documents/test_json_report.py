"""A report as JSON, held against its schema."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reader.articles import Place
from reader.coverage import Coverage, compare
from reader.linking import Level
from reader.quote_versions import VersionForm
from reader.quotes import QuoteKind, SpeakerKind
from reader.reports.documents import Report, ReportPart, build_report
from reader.reports.documents.json_report import format_report_as_json, read_schema
from reader.sources import article_from_text, open_articles
from reader.story import DifferenceKind

SEEDS = Path(__file__).parents[3] / "seeds"
SCHEMA = json.loads(read_schema())


def to_json(report: Report, parts: list[ReportPart] | None = None) -> dict[str, Any]:
    text = "\n".join(format_report_as_json(report, parts))
    assert text.isascii()
    document: dict[str, Any] = json.loads(text)
    return document


def list_faults(document: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


@pytest.fixture(scope="module")
def seeds() -> Coverage:
    return compare(open_articles(SEEDS))


def test_the_schema_is_one() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    Draft202012Validator.check_schema(SCHEMA)


def list_properties(part: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema, in whatever depth, with its path."""
    if isinstance(part, list):
        for each in part:
            yield from list_properties(each, path)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name == "properties":
                yield from ((f"{path}.{field}", schema) for field, schema in value.items())
            yield from list_properties(value, f"{path}.{name}")


def test_every_property_of_the_schema_is_described_in_a_sentence() -> None:
    properties = dict(list_properties(SCHEMA))
    assert len(properties) > 200
    undescribed = [
        path
        for path, schema in properties.items()
        if not schema.get("description", "").endswith(".") or len(schema["description"]) < 6
    ]
    assert not undescribed


def test_descriptions_say_what_null_means() -> None:
    nullable = {
        path: schema
        for path, schema in list_properties(SCHEMA)
        if {"type": "null"} in schema.get("anyOf", ())
    }
    assert len(nullable) > 30
    silent = [path for path, each in nullable.items() if "null" not in each["description"].lower()]
    assert not silent


@pytest.mark.parametrize(
    ("part", "field", "values"),
    [
        ("speaker", "kind", SpeakerKind),
        ("quote", "kind", QuoteKind),
        ("version", "form", VersionForm),
        ("difference", "kind", [each for each in DifferenceKind if each.in_records == each.value]),
        ("link", "level", Level),
        ("person", "kind", SpeakerKind),
    ],
)
def test_the_schema_names_every_value_that_there_is(
    part: str, field: str, values: Iterable[Enum]
) -> None:
    named = SCHEMA["$defs"][part]["properties"][field]["enum"]
    assert named == [each.value for each in values]


def test_people_and_the_story_name_articles_by_their_numbers(bridge_report: Report) -> None:
    document = to_json(bridge_report, [ReportPart.PEOPLE, ReportPart.STORY])
    assert list_faults(document) == []
    (karn,) = [each for each in document["people"] if each["name"] == "Ilda Karn"]
    assert karn["heard_in"] == [1, 2, 3]
    assert [each["article"] for each in document["speakers_not_stated"]] == [1, 2, 3]
    story = document["story"]
    assert [moment["order"] for moment in story] == [*range(1, len(story) + 1)]
    texts = {article["number"]: article["paragraphs"] for article in document["articles"]}
    for moment in story:
        for each in moment["shown"]:
            paragraph = texts[moment["article"]][each["paragraph"] - 1]
            assert paragraph["text"][each["start"] : each["end"]] == each["text"]


def test_a_report_about_a_part_has_neither_people_nor_the_story(bridge_report: Report) -> None:
    document = to_json(bridge_report.of_quote(1))
    assert not {"people", "story", "speakers_not_stated"} & set(document)


def test_reports_fit_the_schema(seeds: Coverage, bridge_report: Report) -> None:
    assert list_faults(to_json(bridge_report)) == []
    assert list_faults(to_json(build_report(seeds, 0.5))) == []


def test_a_report_of_articles_in_other_languages_fits_the_schema() -> None:
    texts = (
        "Die Brücke ist offen. „Sie ist sicher“, sagte Bürgermeisterin Ilda Karn am Montag.",
        "Le pont est ouvert. « Il est sûr », a déclaré la maire Ilda Karn lundi.",
        "大桥周一重新开放。市长说：“大桥是安全的。”",
    )
    articles = [article_from_text(text, name=f"{n}") for n, text in enumerate(texts)]
    assert list_faults(to_json(build_report(compare(articles)))) == []
    assert list_faults(to_json(build_report(compare(articles[:1])))) == []


def test_parts_of_a_report_fit_the_schema(bridge_report: Report) -> None:
    for part in (bridge_report.of_moment(1), bridge_report.of_quote(1)):
        document = to_json(part)
        assert document["subject"]
        assert list_faults(document) == []
    chosen = to_json(bridge_report, [ReportPart.DIFFERENCES])
    assert list_faults(chosen) == []
    assert "links" not in chosen


def test_a_field_that_the_schema_does_not_know_is_a_fault(bridge_report: Report) -> None:
    document = to_json(bridge_report)
    document["links"][0]["surprise"] = 1
    assert len(list_faults(document)) == 1


def test_everything_is_there(seeds: Coverage) -> None:
    document = to_json(build_report(seeds))
    assert len(document["articles"]) == 5
    assert len(document["links"]) == len(list(seeds.links()))
    assert len(document["moments"]) == len(seeds.matrix.rows)
    assert len(document["differences"]) == len(seeds.differences)
    assert len(document["quotes"]) == sum(map(len, seeds.quotes))
    assert len(document["shared_quotes"]) == len(seeds.shared_quotes)
    states = Counter(each["state"] for each in document["unlinked"])
    places = [
        Place(article, paragraph)
        for article, each in enumerate(seeds.articles)
        for paragraph in range(len(each.paragraphs))
    ]
    assert states["only_here"] == sum(map(seeds.is_only_here, places)) > 0


def test_offsets_are_those_of_the_paragraphs(bridge_report: Report) -> None:
    document = to_json(bridge_report)
    texts = {
        (article["number"], paragraph["number"]): paragraph["text"]
        for article in document["articles"]
        for paragraph in article["paragraphs"]
    }
    passages = [
        *(
            passage
            for moment in document["moments"]
            for cell in moment["cells"]
            for passage in cell["passages"]
        ),
        *(side for difference in document["differences"] for side in difference["sides"]),
        *document["quotes"],
    ]
    assert len(passages) > 10
    for passage in passages:
        text = texts[passage["article"], passage["paragraph"]]
        assert text[passage["start"] : passage["end"]] == passage["text"]


def test_the_same_articles_give_the_same_bytes() -> None:
    first, second = (
        list(format_report_as_json(build_report(compare(open_articles(SEEDS))))) for _ in range(2)
    )
    assert first == second
