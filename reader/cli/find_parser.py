"""The arguments, help and examples of `reader find`."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from reader.cli.archive_parser import add_archive_option, add_day_options
from reader.cli.argument_types import ALL_DAYS, parse_number
from reader.cli.options import Parser

_MOST_DAYS = 100_000

_OPTIONS = {
    "days": "--days",
    "speaker": "--speaker",
    "outlets": "--outlet",
    "since": "--since",
    "until": "--until",
    "language": "--language",
}
"""The options that not every form of a question has, by the names of their values."""


class FindForm:
    """A form of a question to an archive.

    Not a dataclass, because `--help` would have to import `dataclasses`.

    Args:
        name: as it is typed.
        options: the options that it takes, by the names of their values.
    """

    def __init__(self, name: str, options: frozenset[str] = frozenset()) -> None:
        self.name = name
        self.options = options


FORMS = {
    "words": FindForm("WORDS", frozenset({"outlets", "since", "until", "language"})),
    "like": FindForm("--like", frozenset({"days", "outlets"})),
    "quote": FindForm("--quote", frozenset({"speaker", "since", "until", "language"})),
    "copy_of": FindForm("--copy-of"),
}
"""The forms of a question by the names of the values that ask it."""

FIND_DESCRIPTION = """\
Ask an archive: which articles report the same event as one, where else a
quotation is printed and how it was cut, who carried the copy of an article, or
which articles have some words. reader archive add fills the archive."""
FIND_NOTES = """\
examples:
  reader find --like herald.txt                who else reports the event
  reader find --like herald.txt --days 7 --open
  reader find --quote "we have an obligation" --speaker Blinken
  reader find --copy-of https://example.org/story
  reader find harbour '"old wall"' --outlet "The Herald" --since 2031-05-01
  reader find --like 412 --json                article 412 of the archive

An article is a file, an address, or a number that a list of the archive shows.
Every list says which date it used: stated in the text, of the page, of the
name of the file, or none. Articles in other languages are left out of --like.
Without --archive your own is asked.

Exit code: 0, also where nothing is found; 2 wrong usage, no archive, a damaged
one, or the extra archive is not installed."""


def add_find(parser: Parser) -> None:
    """Add the arguments of `reader find`."""
    parser.add_argument(
        "words",
        action="extend",
        nargs="*",
        metavar="WORDS",
        help="articles with all these words; those in quotation marks stand in a row",
    )
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--like", metavar="ARTICLE", help="articles on the event of this one")
    asked.add_argument("--quote", metavar="TEXT", help="where else these words are quoted")
    asked.add_argument("--copy-of", metavar="ARTICLE", help="articles that share its copy")
    parser.add_argument(
        "--days",
        type=_parse_days,
        metavar="N",
        help="with --like: N days before and after the article (3), or all",
    )
    parser.add_argument(
        "--top", type=parse_number, default=20, metavar="K", help="at most so many (20)"
    )
    parser.add_argument("--speaker", metavar="NAME", help="with --quote: who said it")
    group = parser.add_argument_group("which articles")
    group.add_argument(
        "--outlet",
        action="append",
        default=[],
        dest="outlets",
        metavar="NAME",
        help="of this outlet; may be repeated",
    )
    add_day_options(group)
    group.add_argument(
        "--language", type=_parse_language, metavar="CODE", help="of this language, such as en"
    )
    add_archive_option(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--open",
        action="store_true",
        help="open what is found side by side, after the article asked about",
    )
    parser.add_check(_find_problem)
    parser.set_defaults(run=_run_find)


def _run_find(arguments: Namespace) -> int:
    from reader.cli.find_command import find_in_archive

    return find_in_archive(arguments)


def _find_problem(arguments: Namespace) -> str | None:
    asked = [form for form in FORMS if _is_given(getattr(arguments, form))]
    if len(asked) > 1:
        return "WORDS and --like, --quote or --copy-of: give one of them"
    if not asked:
        return "say what to find: WORDS, --like, --quote or --copy-of"
    for option in _OPTIONS:
        if _is_given(getattr(arguments, option)) and option not in FORMS[asked[0]].options:
            names = [form.name for form in FORMS.values() if option in form.options]
            return f"{_OPTIONS[option]} belongs to {' and '.join(names)}"
    if arguments.json and arguments.open:
        return "--json and --open: give one of them"
    arguments.form = asked[0]
    return None


def _is_given(value: object) -> bool:
    return value is not None and value != []


def _parse_days(text: str) -> int:
    """Parse a number of days, or `all`."""
    if text == "all":
        return ALL_DAYS
    if text.isascii() and text.isdecimal() and int(text[:9]) <= _MOST_DAYS:
        return int(text[:9])
    raise ArgumentTypeError("must be a number of days, or all")


def _parse_language(text: str) -> str:
    """Parse the code of a language."""
    if not (text.isascii() and text.isalpha() and 2 <= len(text) <= 3):
        raise ArgumentTypeError("must be the code of a language, such as en")
    return text.lower()
