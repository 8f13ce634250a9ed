"""The arguments, help and examples of `reader save`."""

from __future__ import annotations

import os
from argparse import Namespace

from reader.cli.options import Parser, add_articles

SAVE_DESCRIPTION = """\
Save articles in one file, a dossier, with your notes and corrections of them
and where you read last. It opens with reader anywhere, without the files and
addresses it was made from, and every command takes it as an article."""
SAVE_NOTES = """\
examples:
  reader save ferry.dossier herald.txt https://example.org/story
  reader save ferry.dossier stories/ --recursive
  reader save ferry.dossier ferry.dossier more.txt

It is then opened as any article: reader ferry.dossier, reader links
ferry.dossier. reader notes import ferry.dossier adds its notes to the notebook.
The first name is the file; it ends in .dossier. An earlier dossier is replaced
if nothing in it is lost by that, any other file only with --force. Its form is
described in docs/dossiers.md.

Exit code: 0, 1 a source could not be read, 2 wrong usage or nothing to read,
74 the file could not be written."""
_SUFFIX = ".dossier"
"""`reader.sources.formats.dossiers.SUFFIX`, whose module takes long to import."""


def add_save(parser: Parser) -> None:
    """Add the arguments of `reader save`."""
    add_articles(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help="replace a file that is no dossier, or has what the new one has not",
    )
    parser.add_check(_take_file)
    parser.set_defaults(run=_run_save)


def _run_save(arguments: Namespace) -> int:
    from reader.cli.save_command import save_dossier

    return save_dossier(arguments)


def _take_file(arguments: Namespace) -> str | None:
    """Take the first name as the file to write; return a message if it is wrong.

    Raises:
        ReportFileError: it is a folder.
    """
    first = next((each for each in arguments.inputs if each.kind == "article"), None)
    if first is None:
        return f"name the file to write first: reader save ferry{_SUFFIX} ARTICLE…"
    from reader.reports.documents.report_files import ReportFileError
    from reader.reports.dossier_writing import find_name_fault

    name = first.name
    if os.path.isdir(name) or name.endswith("/"):
        raise ReportFileError(find_name_fault(name))
    if fault := find_name_fault(name):
        return fault
    stem, dot, suffix = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    if not dot or not stem:
        name += _SUFFIX
    elif f".{suffix.lower()}" != _SUFFIX:
        return f"{name}: the first name is the file to write, and ends in {_SUFFIX}"
    arguments.output = name
    rest = list(arguments.inputs)
    rest.remove(first)
    arguments.inputs = tuple(rest)
    return None
