"""The arguments, help and examples of `reader config`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import Parser

CONFIG_DESCRIPTION = """\
Print the file of the settings and every setting in force: colours, panes,
threshold, keys, what is saved."""
CONFIG_NOTES = """\
examples:
  reader config
  reader config --edit
  reader config > settings.toml        a file with all of them, to begin with

Exit code: 0, or 2 where something in the file is not valid; its default holds."""


def add_config(parser: Parser) -> None:
    parser.add_argument(
        "--edit", action="store_true", help="open the file in the editor of VISUAL or EDITOR first"
    )
    parser.set_defaults(run=_run_config)


def _run_config(arguments: Namespace) -> int:
    from reader.cli.config_command import show_config

    return show_config(arguments)
