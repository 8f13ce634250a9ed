"""`reader serve`: shows the app in a browser."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message, print_problems
from reader.cli.input_options import input_options
from reader.errors import ReaderError
from reader.extras import extra_command

if TYPE_CHECKING:
    from reader.serving.access import Access


def serve_articles(arguments: Namespace) -> int:
    """Serve the screen on some articles until the process gets a signal to end.

    Raises:
        ReaderError: the extra is missing, there is nothing to read, or nothing can listen there.
    """
    if find_spec("textual_serve") is None:
        raise ReaderError(f"serving needs the extra `web`: {extra_command('web')}")
    from reader.cli.inputs import open_inputs
    from reader.cli.served_session import make_command
    from reader.serving.access import is_loopback
    from reader.serving.server import serve_app

    options = input_options(arguments)
    # Every page opens them again; opening them here reports problems before the start.
    _, problems = open_inputs(options, one_is_enough=True)
    print_problems(problems)
    host: str = arguments.host
    if not is_loopback(host):
        print_message(
            f"warning: whoever can reach {host} and learns the address can read and "
            "write files as you, and the connection is not encrypted"
        )

    def report(access: Access) -> None:
        print_message("open this address in a browser, and keep it to yourself; Ctrl+C ends")
        print_lines([access.address], at_once=True)

    try:
        asyncio.run(serve_app(host, arguments.port, make_command(options), report))
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(
            f"nothing can listen at {host}, port {arguments.port}: {reason}"
        ) from error
    return 0
