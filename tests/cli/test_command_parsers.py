"""The commands: which one arguments call, and their help."""

from __future__ import annotations

import shlex
from argparse import Namespace

import pytest

from reader.cli.command_names import COMMANDS
from reader.cli.command_parsers import list_help_texts, parse_arguments, suggest_command
from reader.reports.documents import ReportPart
from reader.reports.documents.document_formats import DocumentFormat

MAIN = "side-by-side"


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as leaving:
        parse_arguments([*command, "--help"])
    assert leaving.value.code == 0
    return capsys.readouterr().out


def names(parsed: Namespace) -> list[str]:
    return [source.name for source in parsed.inputs]


@pytest.mark.parametrize(
    ("arguments", "command", "named"),
    [
        ([], MAIN, []),
        (["a", "links"], MAIN, ["a", "links"]),
        (["--plain", "links"], MAIN, ["links"]),
        (["--", "links"], MAIN, ["links"]),
        (["./links"], MAIN, ["./links"]),
        (["side-by-side"], MAIN, ["side-by-side"]),
        (["Links"], MAIN, ["Links"]),
        (["links", "a"], "links", ["a"]),
        (["links", "links"], "links", ["links"]),
        (["quotes", "--", "links"], "quotes", ["links"]),
        (["articles"], "articles", []),
        (
            ["check", "a", "--from", "b", "--against", "c", "d", "--against", "e"],
            "check",
            ["b", "c", "d", "e"],
        ),
    ],
)
def test_the_first_argument_calls_a_command_by_its_name(
    arguments: list[str], command: str, named: list[str]
) -> None:
    parsed = parse_arguments(arguments)
    assert parsed.command == command
    assert names(parsed) == named


def test_the_main_help_names_every_command_and_the_exit_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = help_of(capsys)
    assert text.startswith("usage: reader [-h]")
    assert [name for name in COMMANDS if f"\n  reader {name} " in text] == list(COMMANDS)
    end = "74 the output could not be written, or a note is not in the notebook, 130 interrupted"
    assert end in " ".join(text.split())


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_example_of_the_help_is_understood(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    text = help_of(capsys, *command)
    assert text.startswith(" ".join(["usage: reader", *command]))
    assert max(map(len, text.splitlines())) <= 80
    examples = text.partition("\nexamples:\n")[2].partition("\n\n")[0].splitlines()
    assert len(examples) >= 3
    called = []
    for example in examples:
        line = example.partition("reader ")[2].partition("   ")[0].partition(" >")[0]
        line = line.partition(" <")[0]
        called.append(parse_arguments(shlex.split(line)).command)
    assert set(called) == {command[0] if command else MAIN}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a"],
        ["check", "a", "--against"],
        ["check", "--against", "a"],
        ["check", "--quote", "words"],
        ["check", "a", "--quote", "words", "--against", "b"],
        ["check", "a", "--speaker", "Ann", "--against", "b"],
        ["check", "--jsonl", "--quote", "words", "--against", "b"],
        ["check", "--jsonl", "--format", "github", "--against", "b"],
        ["check", "a", "--format", "xml", "--against", "b"],
    ],
)
def test_a_check_needs_a_draft_or_a_quotation_and_a_source(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse_arguments(arguments)
    assert leaving.value.code == 2
    assert capsys.readouterr().err.startswith("usage: reader check ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a", "b", "--against", "c", "d"],
        ["check", "--json", "a", "b", "--against", "c", "d"],
        ["check", "--against", "c", "d", "--json", "a", "b"],
        ["check", "a", "--against", "c", "--json", "b", "--against", "d"],
    ],
)
def test_drafts_and_sources_of_a_check_are_told_apart(arguments: list[str]) -> None:
    parsed = parse_arguments(arguments)
    assert parsed.drafts == ["a", "b"]
    assert names(parsed) == ["c", "d"]


@pytest.mark.parametrize("floor", ["2", "-1", "nan", "much"])
def test_a_floor_is_a_number_from_0_to_1(capsys: pytest.CaptureFixture[str], floor: str) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["links", f"--floor={floor}"])
    assert "argument --floor: must be a number from 0 to 1" in capsys.readouterr().err


@pytest.mark.parametrize("floor", ["-1", "-0.5", "-.5"])
def test_a_negative_number_after_an_option_is_its_value(
    capsys: pytest.CaptureFixture[str], floor: str
) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["links", "one.txt", "--floor", floor, "two.txt"])
    assert "argument --floor: must be a number from 0 to 1" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "at"), [("2:6", (2, 6)), ("6", (1, 6)), ("12:300", (12, 300))])
def test_the_place_to_open_at_is_an_article_and_a_paragraph(
    typed: str, at: tuple[int, int]
) -> None:
    assert parse_arguments(["--at", typed]).at == at


@pytest.mark.parametrize("typed", ["", "2:", ":6", "a:b", "2:6:1", "-1", "²:1", "1" * 400])
def test_another_place_is_refused_with_an_example(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse_arguments([f"--at={typed}"])
    assert leaving.value.code == 2
    assert "such as 2:6" in capsys.readouterr().err


def test_the_formats_and_parts_of_a_report_are_those_that_there_are() -> None:
    help_text = list_help_texts()["report"]
    assert "{" + ",".join(each.value for each in DocumentFormat) + "}" in help_text
    assert ", ".join(each.value for each in ReportPart) in " ".join(help_text.split())


def test_help_after_the_action_spark_is_of_that_action(capsys) -> None:
    shown = help_of(capsys, "archive", "spark")
    assert shown.startswith("usage: reader archive spark ")
    assert "--master" in shown
    assert "--outlet" not in shown


def test_help_after_another_action_is_of_the_archive(capsys) -> None:
    assert help_of(capsys, "archive", "add").startswith("usage: reader archive [-h]")


_JOINS = ["archive", "spark", "--input", "in", "-o", "out", "--master"]


@pytest.mark.parametrize(
    "master", ["local", "local[*]", "local[2,3]", "yarn", "spark://head:7077", "k8s://https://head"]
)
def test_a_cluster_is_named_as_spark_names_it(master: str) -> None:
    assert parse_arguments([*_JOINS, master]).master == master


@pytest.mark.parametrize("master", ["", "nonsense", "local[two]", "head:7077", "spark://"])
def test_another_cluster_is_refused_before_spark_is_started(
    capsys: pytest.CaptureFixture[str], master: str
) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse_arguments([*_JOINS, master])
    assert leaving.value.code == 2
    assert "must be local[2], yarn, or an address" in capsys.readouterr().err


def test_a_command_spelled_wrongly_is_asked_about(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "linsk").write_text("A file.")
    assert suggest_command(["matirx", "a.txt"]) == (
        "matirx: no such file; did you mean the command matrix?"
    )
    for name in ("linsk", "qqq", "a.txt", "matrix", "--plain"):
        assert suggest_command([name]) == ""
    assert suggest_command([]) == ""
