"""The options that several commands have, and a parser that preserves the order of inputs."""

from __future__ import annotations

import re
import sys
from argparse import (
    SUPPRESS,
    Action,
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reader.cli.console import print_lines, print_message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import _ArgumentGroup
    from typing import Any, NoReturn

EXIT_USAGE = 2
_NEARLY = 0.75
"""Similarity in 0..1 (of difflib) from which on an unknown option is taken for a misspelled one."""
# As in argparse, whose parsers treat these as values.
_NEGATIVE_NUMBER = re.compile(r"-(\d+|\d*\.\d+)")


class AppendInputs(Action):
    """Appends the values of an argument to `inputs`; `const` is the kind of input they are."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, "inputs", default=(), **options)

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        if names := [values] if isinstance(values, str) else values:
            from reader.cli.input_options import Input

            inputs = (Input(self.const, name) for name in names)
            namespace.inputs = (*namespace.inputs, *inputs)


class PrintVersion(Action):
    """Prints `const` and exits; unlike the action of argparse it raises `OutputError`."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, SUPPRESS, nargs=0, default=SUPPRESS, **options)

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        print_lines([self.const])
        raise SystemExit(0)


class HelpFormatter(RawDescriptionHelpFormatter):
    """Names the value of an option once, under every Python: `-o, --output FILE`."""

    def _format_action_invocation(self, action: Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"


class Parser(ArgumentParser):
    """Parser of a command; its messages contain no control characters from the arguments.

    Args:
        add_arguments: adds the arguments; called when something is parsed, so that a command
            costs nothing when another one is called.
        in_order: whether names and options may be mixed. `ArgumentParser` takes all names of a
            command at one place; this parser is given one option with what follows it at a
            time, so that actions run in the order of the command line.
    """

    def __init__(
        self,
        *,
        add_arguments: Callable[[Parser], None] | None = None,
        in_order: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(allow_abbrev=False, formatter_class=HelpFormatter, **options)
        self._add_arguments = add_arguments
        self._in_order = in_order
        self._checks: list[Callable[[Namespace], str | None]] = []
        self._find_help: Callable[[Namespace], Parser | None] | None = None
        self._parsed: Namespace | None = None
        """What was parsed so far, where names and options are taken in order."""

    def set_help(self, find: Callable[[Namespace], Parser | None]) -> None:
        """Print the help of another parser after some names.

        Args:
            find: returns the parser for what was typed before `--help`; None: this one.
        """
        self._find_help = find

    def add_check(self, check: Callable[[Namespace], str | None]) -> None:
        """Refuse arguments for which `check` returns a message."""
        self._checks.append(check)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Parse arguments; unknown ones are an error of this command, not of its parent."""
        if self._add_arguments is not None:
            self._add_arguments(self)
            self._add_arguments = None
        arguments = list(sys.argv[1:] if args is None else args)
        for part in _split_at_options(arguments) if self._in_order else [arguments]:
            self._parsed = namespace
            namespace, unknown = super().parse_known_args(part, namespace)
            if unknown:
                suggestion = self._suggest(unknown[0])
                self.error(f"unrecognized arguments: {' '.join(unknown)}{suggestion}")
        assert namespace is not None
        for check in self._checks:
            if problem := check(namespace):
                self.error(problem)
        return namespace, []

    def _suggest(self, unknown: str) -> str:
        """Return the option that an unknown one is nearly spelled as, as a question, or nothing."""
        from difflib import get_close_matches

        written = unknown.partition("=")[0]
        known = self._option_string_actions
        near = get_close_matches(written, known, n=1, cutoff=_NEARLY)
        return f"; do you mean {near[0]}?" if near and written.startswith("--") else ""

    def describe(self, width: int) -> str:
        """Return the whole help, its lines of at most `width` characters."""
        if self._add_arguments is not None:
            self._add_arguments(self)
            self._add_arguments = None
        self.formatter_class = partial(HelpFormatter, width=width)
        return self.format_help()

    def print_help(self, file: Any = None) -> None:
        """Print the help; unlike that of `ArgumentParser` it raises `OutputError`."""
        other = self._find_help(self._parsed) if self._find_help and self._parsed else None
        if file is None:
            print_lines((other or self).format_help().splitlines())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and exit."""
        self.print_usage(sys.stderr)
        print_message(message)
        raise SystemExit(EXIT_USAGE)


def add_articles(parser: Parser) -> None:
    """Add articles in any form, none meaning the five that come along, and how to open them."""
    parser.add_argument(
        "articles",
        action=AppendInputs,
        const="article",
        nargs="*",
        metavar="ARTICLE",
        help="a file (text, Markdown, saved page, mail, or what reader save or reader articles "
        "--json wrote), a folder, an address, or - for the standard input; none: the five that "
        "come along",
    )
    group = add_opening(parser)
    group.add_argument(
        "--feed",
        action=AppendInputs,
        const="feed",
        metavar="FEED",
        help="list the entries of a feed (an address or a file) and open those chosen",
    )
    group.add_argument("--pick", metavar="N,N", help="open these entries of the feed: 1,3 or 5-7")
    group.add_argument(
        "--like",
        metavar="ARTICLE",
        help="open an article, and the entries of the feed that are on the same event",
    )
    parser.add_check(_feed_problem)


def add_output_forms(parser: Parser, *, csv: str, json: str = "one JSON object a line") -> None:
    """Add `--json` and `--csv`, which exclude each other.

    Args:
        parser: the parser of a command.
        csv: the help of `--csv`.
        json: the help of `--json`.
    """
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=json)
    form.add_argument("--csv", action="store_true", help=csv)


def add_opening(parser: Parser) -> _ArgumentGroup:
    """Add the options about how articles are opened."""
    group = parser.add_argument_group("getting articles in")
    group.add_argument(
        "--recursive", action="store_true", help="look into folders all the way down"
    )
    group.add_argument(
        "--from",
        action=AppendInputs,
        const="list",
        metavar="LIST",
        help="open what a file names, one file or address a line; - for the standard input",
    )
    group.add_argument(
        "--refresh", action="store_true", help="fetch addresses again, even those in the cache"
    )
    return group


def _feed_problem(arguments: Namespace) -> str | None:
    from reader.cli.input_options import input_options

    options = input_options(arguments)
    if options.chooses_entries and not options.feed_count:
        return "--pick and --like choose from a feed: name one with --feed"
    if options.pick is not None and options.feed_count > 1:
        return "--pick chooses from one feed only"
    return None


def _split_at_options(arguments: Sequence[str]) -> Iterator[list[str]]:
    """The arguments up to the first option, then each option with what follows it.

    What follows `--` is names, and stays with it.
    """
    part: list[str] = []
    for position, argument in enumerate(arguments):
        if argument == "--":
            yield part
            yield list(arguments[position:])
            return
        if _is_option(argument):
            yield part
            part = []
        part.append(argument)
    yield part


def _is_option(argument: str) -> bool:
    """Whether an argument is an option, not a name, a number or the standard input."""
    is_value = argument == "-" or _NEGATIVE_NUMBER.fullmatch(argument)
    return argument.startswith("-") and not is_value
