"""The report as plain text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind, parse_article
from reader.coverage import Coverage, compare
from reader.reports.documents import Report, ReportPart, build_report
from reader.reports.documents.plain_report import format_report_as_plain
from reader.sources import open_articles

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
LINK = re.compile(
    r"^ {8}(?:same|probably the same|related) (?P<score>\d\.\d\d) (?P<there>\[.*?\d+):"
)
PASSAGE = re.compile(r"^ {4}(?P<here>\[\d+\] ¶\d+) ")


@pytest.fixture(scope="module")
def seeds() -> tuple[Article, ...]:
    return open_articles(SEEDS)


@pytest.fixture(scope="module")
def coverage(seeds: tuple[Article, ...]) -> Coverage:
    return compare(seeds)


@pytest.fixture(scope="module")
def report(coverage: Coverage) -> Report:
    return build_report(coverage)


@pytest.fixture(scope="module")
def lines(report: Report) -> list[str]:
    return list(format_report_as_plain(report))


def test_every_sentence_of_the_stories_is_there(
    seeds: tuple[Article, ...], lines: list[str]
) -> None:
    text = "\n".join(lines)
    missing = [
        paragraph.text[sentence]
        for article in seeds
        for paragraph in article.paragraphs
        if paragraph.kind is ParagraphKind.BODY
        for sentence in paragraph.sentences
        # The words of two articles that print the same are written once.
        if paragraph.text[sentence] not in text
    ]
    assert len(seeds) == 5
    assert missing == []


def test_the_summary_comes_first(lines: list[str]) -> None:
    assert lines[0].startswith("5 articles compared: ")
    first_part = lines[: lines.index("DIFFERENCES")]
    assert [line.partition(":")[0] for line in first_part if line.startswith(("Sh", "Fa", "Qu"))]
    assert len(first_part) < 20


def test_each_link_is_in_one_article_at_its_later_end(coverage: Coverage, lines: list[str]) -> None:
    told: set[frozenset[str]] = set()
    count = 0
    here = ""
    for line in lines[lines.index("SHARED MOMENTS") : lines.index("IN NO SHARED MOMENT")]:
        if found := PASSAGE.match(line):
            here = found["here"]
        elif found := LINK.match(line):
            count += 1
            told.add(frozenset((here, found["there"])))
    assert count > 15
    assert len(told) == count
    linked = {
        frozenset(f"[{end.article_position + 1}] ¶{end.number}" for end in link.passages)
        for link in coverage.links()
    }
    assert told <= linked


def test_what_has_no_link_is_only_here_or_names_the_nearest(
    report: Report, lines: list[str]
) -> None:
    only_here = sum(each.nearest is None for each in report.unlinked)
    assert 0 < only_here < len(report.unlinked)
    assert lines.count("        only here") == only_here
    perhaps = [line for line in lines if line.startswith("        perhaps elsewhere, nearest [")]
    assert len(perhaps) == len(report.unlinked) - only_here


def test_every_moment_is_told_with_the_number_of_articles(
    coverage: Coverage, lines: list[str]
) -> None:
    listed = lines[lines.index("SHARED MOMENTS") :]
    shared = [row for row in coverage.matrix.rows if not row.is_in_one_article]
    assert len(shared) == len(coverage.moments) > 5
    for row in shared:
        heading = f"{row.number}. in {len(row.cells)} of 5 articles"
        assert sum(line.startswith(heading) for line in listed) == 1


def test_parts_can_be_chosen(report: Report) -> None:
    lines = list(format_report_as_plain(report, [ReportPart.SOURCES]))
    assert [line for line in lines if line.isupper()] == ["ARTICLES"]


def test_no_line_holds_control_characters_or_trailing_space(lines: list[str]) -> None:
    assert len(lines) > 100
    for line in lines:
        assert not any(ord(character) < 32 for character in line)
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [24, 60, 100])
def test_lines_are_wrapped_to_the_width_and_no_word_is_lost(
    report: Report, lines: list[str], width: int
) -> None:
    wrapped = list(format_report_as_plain(report, width=width))
    assert " ".join(wrapped).split() == " ".join(lines).split() or width < 60
    longest = max(len(word) for line in lines for word in line.split())
    assert all(len(line) <= max(width, longest + 8) for line in wrapped)


def test_one_article_alone_is_written_too(seeds: tuple[Article, ...]) -> None:
    lines = list(format_report_as_plain(build_report(compare(seeds[:1]))))
    assert lines[0].startswith("1 article")
    assert "SHARED MOMENTS" not in lines
    assert not any("only here" in line for line in lines)
    assert any(line.startswith("¶2 The most prominent of his meetings") for line in lines)


def test_of_many_articles_a_few_wordings_of_each_thing_are_written() -> None:
    sentences = (
        "The harbour bridge at Velmar reopened on Monday after nine years of repairs.",
        "Mayor Ilda Karn cut a blue ribbon before four hundred cyclists rode across.",
        "The work cost 84 million crowns, a third more than the council had planned.",
    )
    adverbs = "again calmly finally gladly indeed loudly merrily proudly quietly safely slowly well"
    articles = [
        parse_article(
            "\n\n".join(f"{sentence[:-1]} {adverb}." for sentence in sentences),
            source=f"{adverb}.txt",
            name=adverb,
        )
        for adverb in adverbs.split()
    ]
    few = list(format_report_as_plain(build_report(compare(articles[:3]))))
    many = list(format_report_as_plain(build_report(compare(articles))))
    assert sum("in other words in [" in line for line in many) >= 3
    assert not any("in other words in [" in line for line in few)
    assert any(line.endswith("and 1 more link") for line in many)
    assert any(line.endswith("and 3 more links") for line in many)


def _cut_section(lines: list[str], heading: str) -> list[str]:
    """Return the lines of a section up to the next heading."""
    begin = lines.index(heading) + 1
    end = next(at for at in range(begin, len(lines)) if lines[at].isupper())
    return lines[begin:end]


def test_people_of_many_articles_are_written_in_a_few_lines_each() -> None:
    verbs = "said", "warned"
    articles = [
        parse_article(
            f"Mayor Ilda Karn {verbs[number == 3]} that the bridge was open on day {number}.",
            source=f"{number}.txt",
            name=f"{number}",
        )
        for number in range(12)
    ]
    few = _cut_section(list(format_report_as_plain(build_report(compare(articles[:5])))), "PEOPLE")
    assert sum(line.startswith("    [") for line in few) == 5
    many = _cut_section(list(format_report_as_plain(build_report(compare(articles)))), "PEOPLE")
    [name] = [at for at, line in enumerate(many) if line == "Ilda Karn"]
    first, same, other = many[name + 1 : name + 4]
    assert first.startswith("    [1] ¶1 indirect")
    assert same.startswith("        the same in [2] ¶1, [3] ¶1, [5] ¶1")
    assert same.count("[") == 10
    assert other.startswith("    [4] ¶1 indirect")
    assert "warn 1" in other


def test_people_are_told_and_the_story_only_where_it_is_asked_for(report: Report) -> None:
    whole = list(format_report_as_plain(report))
    assert "PEOPLE" in whole
    assert "THE STORY ONCE" not in whole
    story = list(format_report_as_plain(report, [ReportPart.STORY]))
    assert "THE STORY ONCE" in story
    told = [line for line in story if line.startswith("told by ")]
    assert len(told) == len(report.coverage.collated.moments)
