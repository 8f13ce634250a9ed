"""The parsers of all commands; the arguments, help and examples of each are in other modules.

`reader ARTICLE…` is a command like the others, but has no name that could be typed: its parser
gets all arguments that do not begin with the name of another command.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from reader.cli.command_names import COMMANDS
from reader.cli.console import print_message
from reader.cli.options import Parser

_MAIN_COMMAND = "side-by-side"
_PARSERS = {
    _MAIN_COMMAND: "main_parser.add_main",
    "links": "comparison_parsers.add_links",
    "matrix": "comparison_parsers.add_matrix",
    "differences": "comparison_parsers.add_differences",
    "copy": "comparison_parsers.add_copy",
    "collate": "collate_parser.add_collate",
    "versions": "versions_parser.add_versions",
    "people": "people_parser.add_people",
    "quotes": "article_parsers.add_quotes",
    "articles": "article_parsers.add_article_facts",
    "report": "report_parser.add_report",
    "save": "save_parser.add_save",
    "check": "check_parser.add_check",
    "archive": "archive_parser.add_archive",
    "find": "find_parser.add_find",
    "events": "events_parser.add_events",
    "notes": "notes_parser.add_notes",
    "serve": "serve_parser.add_serve",
    "config": "config_parser.add_config",
}
"""The function that adds the arguments of each command, with its module. Beside it are the
description and the notes of the help, `ADDED_DESCRIPTION` and `ADDED_NOTES` for `add_added`."""
_WITHOUT_ORDER = {"find", "events", "config"}
"""The commands whose names and options may not be mixed."""


def parse_arguments(arguments: Sequence[str]) -> Namespace:
    """Parse a command line.

    Returns:
        The arguments, among them `command`, the name of the command, and `run`, a function that
        takes them, carries out the command and returns its exit code.

    Raises:
        SystemExit: after `--help` and `--version`, and where the arguments are wrong.
    """
    if arguments and arguments[0] in COMMANDS:
        _warn_of_shadowed_file(arguments[0])
    else:
        arguments = [_MAIN_COMMAND, *arguments]
    parser = Parser(prog="reader", add_help=False)
    _add_commands(parser, (arguments[0],))
    return parser.parse_args(arguments)


def list_help_texts() -> dict[str, str]:
    """Return the help of every command by its name, 80 columns wide; that of the main one is ""."""
    commands = _add_commands(Parser(prog="reader", add_help=False), tuple(_PARSERS))
    return {
        "" if name == _MAIN_COMMAND else name: parser.describe(width=80)
        for name, parser in commands.items()
    }


def _add_commands(parser: Parser, names: Sequence[str]) -> dict[str, Parser]:
    """Add the parsers of these commands: making all of them takes a tenth of the start."""
    commands = parser.add_subparsers(prog="reader", dest="command", parser_class=Parser)
    for command in names:
        commands.add_parser(
            command,
            prog="reader" if command == _MAIN_COMMAND else f"reader {command}",
            add_arguments=partial(_add_arguments, command),
            in_order=command not in _WITHOUT_ORDER,
        )
    return dict(commands.choices)


def _add_arguments(command: str, parser: Parser) -> None:
    """Add the arguments and the help of a command.

    The module is imported here, so that a start imports that of one command.
    """
    module_name, _, function = _PARSERS[command].partition(".")
    module = import_module(f"reader.cli.{module_name}")
    name = function.removeprefix("add_").upper()
    parser.description = getattr(module, f"{name}_DESCRIPTION")
    parser.epilog = getattr(module, f"{name}_NOTES")
    add: Callable[[Parser], None] = getattr(module, function)
    add(parser)


def suggest_command(arguments: Sequence[str]) -> str:
    """Return the question whether a command was meant, where the first name is nearly one.

    Empty: it is a command, is there as a file, or is like none.
    """
    name = arguments[0] if arguments else ""
    if not name.isalpha() or name in COMMANDS or os.path.lexists(name):
        return ""
    from difflib import get_close_matches

    similar = get_close_matches(name.lower(), COMMANDS, n=1)
    return f"{name}: no such file; did you mean the command {similar[0]}?" if similar else ""


def _warn_of_shadowed_file(name: str) -> None:
    if os.path.lexists(name):
        kind = "folder" if os.path.isdir(name) else "file"
        print_message(
            f"{name} is a command here; the {kind} of that name opens with "
            f"reader {os.path.join(os.curdir, name)} or reader -- {name}"
        )
