"""The arguments, help and examples of `reader archive`."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace, _ArgumentGroup
from datetime import date

from reader.cli.argument_types import parse_number
from reader.cli.command_names import ARCHIVE_ACTIONS
from reader.cli.options import Parser

_MASTER = re.compile(
    r"yarn|local(\[(\d+|\*)(,\d+)?\])?|local-cluster\[\d+,\d+,\d+\]|(spark|k8s)://\S+"
)

ARCHIVE_DESCRIPTION = """\
Keep many articles in one folder, from ten to a million, so that reader find
and reader events can ask it: where else is this event, this quotation, this
copy? Needs the extra archive; without it the first command says how to get it."""
ARCHIVE_NOTES = """\
what it does:
  add PATH…         add files, folders, JSON lines, CSV, WARC, addresses, …
  status            how many articles, from when, in which languages, how large
  verify            read all of it and say what is damaged; nothing is changed
  compact           give back the space of what was removed
  rebuild           make the indexes anew from the stored articles
  remove NAME…      remove articles: by number, address, or path of their file
  export            write the articles as JSON lines; add reads them back
  spark             join all articles of some files on a cluster, without an
                    archive: quotations, copy, events (docs/spark.md)

examples:
  reader archive add stories/ news.jsonl crawl.warc.gz
  reader archive add corpus.csv --field text=Body --field title=Headline
  reader archive add --feed https://example.org/rss --archive ~/news
  reader archive status
  reader archive export --since 2031-05-01 -o may.jsonl
  reader archive spark --input hdfs:///news --output hdfs:///joined

Ctrl+C stops adding at any time; the same command goes on. Files that were read
before and did not change are not read again. The same words from one outlet
are stored once; near-duplicates and changed articles are stored and marked.
docs/archive.md describes the folder and the names of fields.

Exit code: 0, 1 verify found damage, 2 nothing could be read or the archive
cannot be used, 130 stopped."""

_SPARK_DESCRIPTION = """\
Join all articles of some files on a cluster, or on this machine, without an
archive: which quotations are one, which articles share copy, which report one
event. Needs the extra spark; without it the command says how to get it."""
_SPARK_NOTES = """\
examples:
  reader archive spark --input stories.jsonl --output joined --master local[2]
  reader archive spark --input hdfs:///news --output hdfs:///joined
  reader archive spark --input news.csv --field text=Body --output joined

docs/spark.md describes what is read and the tables that are written.

Exit code: 0, 2 wrong usage, nothing to read or no Spark, 130 stopped."""

_WITHOUT_NAMES = ("status", "verify", "compact", "rebuild", "spark")
_LONGEST_DATE = 10


def add_archive(parser: Parser) -> None:
    """Add the arguments of `reader archive`."""
    parser.add_argument(
        "names",
        action="extend",
        nargs="*",
        metavar="ACTION",
        help=f"{', '.join(ARCHIVE_ACTIONS)}; then what is added or removed",
    )
    add_archive_option(parser)
    parser.add_argument("--json", action="store_true", help="print status as one JSON object")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="export into a file instead of standard output; of spark the new folder",
    )
    parser.add_argument(
        "--force", action="store_true", help="let export replace a file that is there"
    )
    group = parser.add_argument_group("adding")
    group.add_argument(
        "--feed",
        action="append",
        default=[],
        dest="feeds",
        metavar="FEED",
        help="fetch what the entries of a feed (an address or a file) lead to",
    )
    group.add_argument(
        "--from",
        action="append",
        default=[],
        dest="lists",
        metavar="LIST",
        help="add what a file names, one file or address a line",
    )
    _add_field_option(group)
    group.add_argument(
        "--again",
        action="store_true",
        help="read and fetch anew what was read before; changed articles become versions",
    )
    group.add_argument(
        "--processes",
        type=parse_number,
        metavar="N",
        help="how many processes read; otherwise one for every processor",
    )
    group = parser.add_argument_group("choosing what is exported or removed")
    group.add_argument("--outlet", metavar="NAME", help="the articles of this outlet")
    add_day_options(group)
    _add_spark_options(parser.add_argument_group("on a cluster, or on this machine (extra spark)"))
    parser.set_help(_find_help)
    parser.add_check(_archive_problem)
    parser.set_defaults(run=_run_archive)


def _add_field_option(group: _ArgumentGroup | Parser) -> None:
    group.add_argument(
        "--field",
        action="append",
        default=[],
        dest="fields",
        type=_parse_field,
        metavar="NAME=COLUMN",
        help="the column of text, title, outlet, published, address, … in CSV, JSON or Parquet",
    )


def _add_spark_options(group: _ArgumentGroup | Parser) -> None:
    group.add_argument(
        "--input",
        action="append",
        default=[],
        dest="inputs",
        metavar="PATH",
        help="a file, folder or pattern that Hadoop reads: /news, hdfs://…, s3a://…",
    )
    group.add_argument(
        "--master",
        type=_parse_master,
        metavar="URL",
        help="the cluster, or local[2]; otherwise that of Spark's settings, else this machine",
    )
    group.add_argument(
        "--conf",
        action="append",
        default=[],
        dest="settings",
        type=_parse_setting,
        metavar="NAME=VALUE",
        help="a setting of Spark, such as spark.driver.memory=8g",
    )


def _find_help(parsed: Namespace) -> Parser | None:
    """Return a parser that describes `reader archive spark`; None before another action."""
    if (parsed.names or [""])[0] != "spark":
        return None
    parser = Parser(
        prog="reader archive spark", description=_SPARK_DESCRIPTION, epilog=_SPARK_NOTES
    )
    _add_spark_options(parser)
    parser.add_argument("-o", "--output", metavar="FOLDER", help="a new folder for the tables")
    _add_field_option(parser)
    return parser


def add_archive_option(parser: Parser) -> None:
    """Add the option that names an archive."""
    parser.add_argument(
        "--archive", metavar="DIR", help="the folder of the archive; otherwise your own"
    )


def add_day_options(group: _ArgumentGroup) -> None:
    """Add the options that name the first and the last day of articles."""
    group.add_argument(
        "--since", type=parse_date, metavar="DATE", help="from this day on, such as 2031-05-04"
    )
    group.add_argument("--until", type=parse_date, metavar="DATE", help="up to this day")


def parse_date(text: str) -> date:
    """Parse a day in ISO format."""
    try:
        return date.fromisoformat(text[: _LONGEST_DATE + 1])
    except ValueError as error:
        raise ArgumentTypeError("must be a day such as 2031-05-04") from error


def _run_archive(arguments: Namespace) -> int:
    from reader.cli.archive_command import use_archive

    return use_archive(arguments)


def _archive_problem(arguments: Namespace) -> str | None:
    names = arguments.names or [""]
    arguments.action, arguments.names = names[0], names[1:]
    if arguments.action not in ARCHIVE_ACTIONS:
        return f"say what to do: {', '.join(ARCHIVE_ACTIONS)}"
    return _misplaced_option(arguments) or _wrong_names(arguments)


def _misplaced_option(arguments: Namespace) -> str | None:
    """Return a message about an option that belongs to another action; empty if there is none."""
    given = {
        "--feed, --from and --again belong to add": (
            ("add",),
            arguments.feeds or arguments.lists or arguments.again,
        ),
        "--field belongs to add and spark": (("add", "spark"), arguments.fields),
        "--outlet, --since and --until belong to export and remove": (
            ("export", "remove"),
            _chooses(arguments),
        ),
        "-o belongs to export and spark": (("export", "spark"), arguments.output),
        "--input, --master and --conf belong to spark": (
            ("spark",),
            arguments.inputs or arguments.master or arguments.settings,
        ),
        "--force belongs to export": (("export",), arguments.force),
        "--json belongs to status; export always writes JSON": (("status",), arguments.json),
    }
    for problem, (actions, is_given) in given.items():
        if is_given and arguments.action not in actions:
            return problem
    return None


def _wrong_names(arguments: Namespace) -> str | None:
    """Return a message about wrong names after an action; empty if they are right."""
    action, has_names = arguments.action, bool(arguments.names)
    if action == "add" and not (has_names or arguments.feeds or arguments.lists):
        return "name what to add: files, folders, addresses, --feed or --from"
    if action == "remove" and not (has_names or _chooses(arguments)):
        return "say what to remove: numbers, addresses, paths, --outlet, --since or --until"
    if action == "spark" and (has_names or not (arguments.inputs and arguments.output)):
        return "spark needs --input PATH, with what is read, and --output PATH, a new folder"
    if action in _WITHOUT_NAMES and has_names:
        return f"{action} takes no name; the folder is named with --archive"
    return None


def _chooses(arguments: Namespace) -> bool:
    return bool(arguments.outlet or arguments.since or arguments.until)


def _parse_master(text: str) -> str:
    """Accept what Spark names a cluster by.

    Source: spark.apache.org/docs/latest/submitting-applications.html#master-urls.
    """
    if not _MASTER.fullmatch(text):
        raise ArgumentTypeError("must be local[2], yarn, or an address as spark://host:7077")
    return text


def _parse_setting(text: str) -> tuple[str, str]:
    """Parse `spark.driver.memory=8g`."""
    name, sign, value = text.partition("=")
    if not sign or not name.startswith("spark."):
        raise ArgumentTypeError("must be NAME=VALUE, with a name such as spark.driver.memory")
    return name, value


def _parse_field(text: str) -> tuple[str, str]:
    """Parse `title=Headline`."""
    from reader.archive.record_articles import FIELDS

    name, sign, column = text.partition("=")
    if not sign or not column or name not in FIELDS:
        raise ArgumentTypeError(f"must be NAME=COLUMN, with a NAME of {', '.join(FIELDS)}")
    return name, column
