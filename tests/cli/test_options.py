"""The parser of a command: names and options in any order, which stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.input_options import Input, InputKind, InputOptions, input_options
from reader.cli.options import Parser, add_articles, add_opening


def parse(*arguments: str) -> InputOptions:
    parser = Parser(prog="test", add_arguments=add_articles, in_order=True)
    return input_options(parser.parse_args(arguments))


def inputs(*arguments: str) -> list[tuple[str, str]]:
    return [(source.kind, source.name) for source in parse(*arguments).inputs]


def test_nothing_is_named() -> None:
    assert parse() == InputOptions(())


def test_articles_lists_and_feeds_stay_in_their_order() -> None:
    assert inputs(
        "a", "--from", "b", "c", "d", "--feed=e", "--recursive", "f", "--from=g", "--from", "h"
    ) == [
        ("article", "a"),
        ("list", "b"),
        ("article", "c"),
        ("article", "d"),
        ("feed", "e"),
        ("article", "f"),
        ("list", "g"),
        ("list", "h"),
    ]  # fmt: skip


NAMES = st.text(alphabet="abc-./ é=", max_size=6).filter(
    lambda name: not name.startswith("-") or name == "-"
)
KINDS: dict[str, InputKind] = {"": "article", "--from": "list", "--feed": "feed"}


@given(st.lists(st.tuples(st.sampled_from([*KINDS, "--recursive"]), NAMES), max_size=12))
def test_any_order_of_names_and_options_is_kept(given_words: list[tuple[str, str]]) -> None:
    arguments: list[str] = []
    expected: list[Input] = []
    for option, name in given_words:
        if option == "--recursive":
            arguments.append(option)
        else:
            arguments += [option, name] if option else [name]
            expected.append(Input(KINDS[option], name))
    options = parse(*arguments)
    assert options.inputs == tuple(expected)
    assert options.recursive is ("--recursive" in arguments)


def test_the_standard_input_is_a_name_and_no_option() -> None:
    assert inputs("-", "--from", "-") == [("article", "-"), ("list", "-")]
    assert parse("--from", "-").reads_standard_input
    assert not parse("a", "--feed", "b").reads_standard_input


def test_what_follows_two_dashes_is_a_name() -> None:
    assert inputs("a", "--feed", "b", "--", "--from", "-x", "-") == [
        ("article", "a"), ("feed", "b"), ("article", "--from"), ("article", "-x"), ("article", "-"),
    ]  # fmt: skip


def test_a_hundred_thousand_names_are_parsed() -> None:
    assert len(parse(*["a"] * 100_000).inputs) == 100_000


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from"], "argument --from: expected one argument"),
        (["--feed", "--"], "argument --feed: expected one argument"),
        (["a", "--nonsense", "b"], "unrecognized arguments: --nonsense"),
        (["--rec"], "unrecognized arguments: --rec"),
        (["a", "--pick", "1"], "--pick and --like choose from a feed: name one with --feed"),
        (["--like", "a"], "--pick and --like choose from a feed: name one with --feed"),
        (["--feed", "a", "--feed", "b", "--pick", "1"], "--pick chooses from one feed only"),
        (["--\x1b[31m"], "unrecognized arguments: --␛[31m"),
    ],
)
def test_wrong_arguments_are_refused_with_the_usage(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse(*arguments)
    assert leaving.value.code == 2
    usage, error = capsys.readouterr().err.rsplit("reader: ", 1)
    assert usage.startswith("usage: test ")
    assert error.startswith(message)


def test_options_that_a_command_does_not_have_are_unset() -> None:
    parser = Parser(prog="test", add_arguments=lambda parser: add_opening(parser) and None)
    options = input_options(parser.parse_args(["--from", "a", "--refresh"]))
    assert options == InputOptions((Input("list", "a"),), refresh=True)


@pytest.mark.parametrize(
    ("option", "suggested"),
    [
        ("--recusrive", "; do you mean --recursive?"),
        ("--recursiv=yes", "; do you mean --recursive?"),
        ("--nonsense", ""),
        ("-x", ""),
    ],
)
def test_a_misspelled_option_gets_a_suggestion(
    option: str, suggested: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse("a", option)
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(f"unrecognized arguments: {option}{suggested}\n")
