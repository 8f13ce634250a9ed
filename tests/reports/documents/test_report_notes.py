"""Notes and rejections of the user in a report, where they are asked for."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from reader.articles import Clean, Place
from reader.coverage import Coverage
from reader.linking.link_corrections import LinkCorrections
from reader.notebook.entries import Entry
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntry
from reader.notebook.text_index import TextIndex
from reader.quote_versions.quote_corrections import QuoteCorrections, VersionWords
from reader.reports.documents import Report, ReportPart, build_report
from reader.reports.documents.csv_tables import format_tables
from reader.reports.documents.html_report import format_report_as_html
from reader.reports.documents.json_report import format_report_as_json, read_schema
from reader.reports.documents.markdown_report import format_report_as_markdown
from reader.reports.documents.plain_report import format_report_as_plain
from reader.reports.documents.quote_card import format_report_as_card

NOTE = Clean("Ask the council.\n\n<b>Second</b> *line*")


def place_entry(coverage: Coverage, entry: Entry, *places: Place) -> PlacedEntry:
    passages = [coverage.passage(place) for place in places]
    made = TextIndex(coverage.articles).make_entry(entry, passages)
    return PlacedEntry(made, places)


@pytest.fixture(scope="module")
def noted(bridge: Coverage) -> Report:
    note = Entry("1" * 32, EntryKind.NOTE, Subject.PARAGRAPH, (), NOTE)
    rejected = Entry("2" * 32, EntryKind.REJECTED, Subject.LINK, ())
    return build_report(
        bridge,
        notes=(
            place_entry(bridge, rejected, Place(1, 3), Place(2, 0)),
            place_entry(bridge, note, Place(0, 6)),
        ),
    )


def test_without_being_asked_for_nothing_is_reported(bridge_report: Report) -> None:
    assert bridge_report.notes == ()
    assert "## Notes" not in list(format_report_as_markdown(bridge_report))
    assert "notes" not in json.loads("\n".join(format_report_as_json(bridge_report)))
    assert "notes" not in format_tables(bridge_report)
    assert 'id="notes"' not in "\n".join(format_report_as_html(bridge_report))


def test_notes_are_in_the_order_of_the_articles(noted: Report) -> None:
    assert [note.name for note in noted.notes] == ["note on a paragraph", "rejected link"]
    assert noted.notes[1].places == {Place(1, 3), Place(2, 0)}


def test_markdown_and_plain_text_have_every_line_of_a_note(noted: Report) -> None:
    markdown = list(format_report_as_markdown(noted, [ReportPart.NOTES]))
    assert "  > Ask the council.\\" in markdown
    assert r"  > \<b\>Second\</b\> \*line\*" in markdown
    assert r"  - \[2\] ¶4 The Gosund Courier" in markdown
    plain = list(format_report_as_plain(noted, [ReportPart.NOTES]))
    assert "        Ask the council." in plain
    assert "        <b>Second</b> *line*" in plain


def test_the_page_has_a_sign_where_a_note_is(noted: Report) -> None:
    page = "\n".join(format_report_as_html(noted))
    assert page.count("has a note") == 3
    assert "&lt;b&gt;Second&lt;/b&gt; *line*" in page


def test_json_with_notes_fits_the_schema(noted: Report) -> None:
    document = json.loads("\n".join(format_report_as_json(noted)))
    assert list(Draft202012Validator(json.loads(read_schema())).iter_errors(document)) == []
    assert document["notes"][0]["text"] == NOTE
    assert [about["article"] for about in document["notes"][1]["about"]] == [2, 3]


def test_csv_has_a_table_of_them(noted: Report) -> None:
    rows = list(csv.DictReader([f"{line}\r\n" for line in format_tables(noted)["notes"]]))
    assert [row["name"] for row in rows] == [
        "note on a paragraph",
        "rejected link",
        "rejected link",
    ]
    assert rows[0]["text"] == NOTE


def test_a_part_has_the_notes_about_it(noted: Report) -> None:
    moment = noted.moment_of(noted.coverage.passage(Place(0, 6)))
    assert moment is not None
    part = noted.of_moment(moment.number)
    assert [note.name for note in part.notes] == ["note on a paragraph"]


def test_a_speaker_whom_the_user_named_is_said_to_be_corrected(bridge: Coverage) -> None:
    version = bridge.shared_quotes[0].base
    corrections = QuoteCorrections(speakers={VersionWords.of_version(version): "Ida Vance"})
    corrected = bridge.with_corrections(LinkCorrections(), quotes=corrections)
    report = build_report(corrected)
    document = json.loads("\n".join(format_report_as_json(report)))
    assert list(Draft202012Validator(json.loads(read_schema())).iter_errors(document)) == []
    versions = document["shared_quotes"][0]["versions"]
    speakers = {each["speaker"]["name"]: each["speaker"].get("corrected") for each in versions}
    assert speakers == {"Ida Vance": True, "Ilda Karn": None}
    for lines in (
        format_report_as_markdown(report),
        format_report_as_plain(report),
        format_report_as_html(report),
        format_report_as_card(report.of_quote(1)),
    ):
        shown = " ".join("\n".join(lines).split())
        assert "Ida Vance (corrected)" in shown or r"Ida Vance \(corrected\)" in shown
        assert "Karn (corrected)" not in shown


def test_a_note_and_a_speaker_from_another_article_say_so(bridge: Coverage) -> None:
    label = Clean("The Port Courier")
    note = place_entry(
        bridge, Entry("1" * 32, EntryKind.NOTE, Subject.PARAGRAPH, (), NOTE), Place(0, 6)
    )
    version = bridge.shared_quotes[0].base
    corrections = QuoteCorrections(
        speakers={VersionWords.of_version(version): "Ida Vance"}, speakers_from=(label,)
    )
    corrected = bridge.with_corrections(LinkCorrections(), quotes=corrections)
    report = build_report(corrected, notes=[replace(note, written_on=(label,))])
    assert report.notes[0].name == "note on a paragraph (written on The Port Courier, 1970-01-01)"
    for lines in (
        format_report_as_markdown(report),
        format_report_as_plain(report),
        format_report_as_html(report),
    ):
        shown = " ".join("\n".join(lines).split())
        assert "(written on The Port Courier, 1970-01-01)" in shown
        assert "1 corrected speaker was made on The Port Courier" in shown
    assert "corrected speaker" not in " ".join(format_report_as_plain(build_report(bridge)))
