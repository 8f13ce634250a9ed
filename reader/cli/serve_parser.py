"""The arguments, help and examples of `reader serve`."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from reader.cli.options import Parser, add_articles

SERVE_DESCRIPTION = """\
Open the same screen in a browser, with the extra `web`: serves it on this
machine alone, at an address with a random key, until Ctrl+C."""
SERVE_NOTES = """\
examples:
  reader serve herald.txt courier.md
  reader serve ferry.dossier --port 8000
  reader serve stories/ --host 192.0.2.7

Whoever has the address can do what you can do on the screen: read your files
with + and write reports, as you. So keep it to yourself. --host lets others in
your network reach it, unencrypted; from another machine of yours rather use
ssh -L 8000:127.0.0.1:8000 with --port 8000. More is in docs/serve.md.

Exit code: 0 ended by Ctrl+C, 2 wrong usage, nothing to read, or nothing can
listen there."""
_HIGHEST_PORT = 65535


def add_serve(parser: Parser) -> None:
    """Add the arguments of `reader serve`."""
    add_articles(parser)
    group = parser.add_argument_group("where it listens")
    group.add_argument(
        "--port", type=_parse_port, default=0, metavar="N", help="at this port; else a free one"
    )
    group.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        help="at this name or address of the machine, where others can reach it, and not only "
        "from the machine itself",
    )
    parser.add_check(_serve_problem)
    parser.set_defaults(run=_run_serve)


def _run_serve(arguments: Namespace) -> int:
    from reader.cli.serve_command import serve_articles

    return serve_articles(arguments)


def _serve_problem(arguments: Namespace) -> str | None:
    from reader.cli.input_options import input_options

    options = input_options(arguments)
    if options.reads_standard_input:
        return "every page opens the articles anew; the standard input is read once: name a file"
    if options.feed_count and not options.chooses_entries:
        return "choose entries of the feed with --pick or --like"
    return None if arguments.host else "--host: name a host"


def _parse_port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:6]) <= _HIGHEST_PORT):
        raise ArgumentTypeError(f"must be a port, 0 to {_HIGHEST_PORT}")
    return int(text)
