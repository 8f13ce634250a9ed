"""The arguments, help and examples of `reader check`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import AppendInputs, Parser, add_opening

CHECK_DESCRIPTION = """\
Check every quotation of drafts against their sources, word by word, or one
quotation, or one a line. Exit code 0 means that none needs a look: a number,
a negation, a condition or a speaker that is not as in the source does."""
CHECK_NOTES = """\
examples:
  reader check draft.md --against herald.txt courier.md
  reader check drafts/*.md --against seeds/ --format github
  reader check --quote "we have an obligation" --speaker Blinken --against a.txt
  reader check --jsonl --against herald.txt < quotes.jsonl > answers.jsonl
  pbpaste | reader check - --from sources.list

A line of --jsonl is {"quote": …, "speaker": …, "source": …}, the last two if
they are known; the answer has the same and verdict, reasons and place. Without
--against every line names its source, a file. Verdicts, codes of reasons and
an example for GitHub are in docs/check.md.

Exit code: 0 nothing needs a look, 1 a quotation does, 2 wrong usage, or a
draft, a source or a line is no good, 3 there is no quotation to check."""


def add_check(parser: Parser) -> None:
    parser.add_argument(
        "drafts",
        action="extend",
        nargs="*",
        metavar="DRAFT",
        help="what quotes: whatever can be opened; - for the standard input",
    )
    parser.add_argument(
        "--against",
        action=AppendInputs,
        const="article",
        nargs="+",
        metavar="SOURCE",
        help="what is quoted from: whatever can be opened",
    )
    parser.add_argument(
        "--quote",
        metavar="TEXT",
        help="check these words instead of drafts (--quote=TEXT if they begin with a dash)",
    )
    parser.add_argument("--speaker", metavar="NAME", help="who is said to have said --quote")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="check a quotation a line, of the standard input or of files in the place of drafts",
    )
    add_opening(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text: a table on a terminal, else lines; json: one object a line; github: workflow "
        "commands for what needs a look, at the lines of the drafts",
    )
    parser.add_argument(
        "--json",
        action="store_const",
        const="json",
        dest="format",
        default="text",
        help="the same as --format json",
    )
    parser.add_check(_check_problem)
    parser.set_defaults(run=_run_check)


def _run_check(arguments: Namespace) -> int:
    from reader.cli.check_command import check

    return check(arguments)


def _check_problem(arguments: Namespace) -> str | None:
    """Return a message about arguments that exclude each other; empty if they do not."""
    if arguments.jsonl and arguments.quote is not None:
        return "--jsonl has its quotations in lines: give it or --quote"
    if arguments.speaker is not None and arguments.quote is None:
        return "--speaker belongs to --quote"
    if arguments.jsonl:
        return "--jsonl answers in JSON" if arguments.format == "github" else None
    if arguments.quote is not None and arguments.drafts:
        return "give a draft or --quote"
    if arguments.quote is None and not arguments.drafts:
        return "name the draft, or give the quotation with --quote or --jsonl"
    return None if arguments.inputs else "name what it quotes from: --against SOURCE…"
