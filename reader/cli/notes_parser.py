"""The arguments, help and examples of `reader notes`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.command_names import NOTES_ACTIONS
from reader.cli.options import Parser

NOTES_DESCRIPTION = """\
List, export or merge what you added to articles on the screen: notes, rejected
claims, added links, corrected speakers and paragraphs."""
NOTES_NOTES = """\
what it does:
  list [WORD…]      list them, those with these words; --json: one object a line
  export [FILE]     write everything as one JSON document; - is standard output;
                    replaces an earlier export, any other file only with --force
  import FILE…      merge such documents, or the notes of dossiers; nothing that
                    is here is lost
  where             print the file of the notebook

examples:
  reader notes
  reader notes list ferry ramp
  reader notes export notes.json
  reader notes import colleague.json

A note is about the words of a paragraph: it is found again where the file was
moved, and where the article was edited but not this paragraph. The document
has the paths of your files; its form is described in docs/notes.md.

Exit code: 0, 1 the notebook cannot be used, 2 a document is no good."""


def add_notes(parser: Parser) -> None:
    """Add the arguments of `reader notes`."""
    parser.add_argument(
        "names",
        action="extend",
        nargs="*",
        metavar="WORD",
        help="list, export, import or where, then words to find or the file of a document; list "
        "if nothing is named",
    )
    parser.add_argument("--json", action="store_true", help="list one JSON object a line")
    parser.add_argument(
        "--with-removals",
        action="store_true",
        help="import also what was removed there: it is removed here, too",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="export into a file that is no earlier export, or has what the notebook has not",
    )
    parser.add_check(_notes_problem)
    parser.set_defaults(run=_run_notes)


def _run_notes(arguments: Namespace) -> int:
    from reader.cli.notes_command import use_notes

    return use_notes(arguments)


def _notes_problem(arguments: Namespace) -> str | None:
    names = arguments.names or [NOTES_ACTIONS[0]]
    arguments.action, arguments.names = names[0], names[1:]
    action, count = arguments.action, len(arguments.names)
    if action not in NOTES_ACTIONS:
        return f"say what to do: {', '.join(NOTES_ACTIONS)}"
    if arguments.json and action != "list":
        return "--json belongs to list; export always writes JSON"
    if arguments.with_removals and action != "import":
        return "--with-removals belongs to import"
    if arguments.force and action != "export":
        return "--force belongs to export"
    if action == "import" and not count:
        return "name the document to import, or - for the standard input"
    if action == "export" and count > 1:
        return "export writes one file"
    return "where takes no name" if action == "where" and count else None
