"""An app for a page of `reader serve`, in a process of its own.

The server starts it with `COMMAND`, an isolated interpreter that gets the import path of the server
and what to open as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from reader.cli.input_options import Input, InputOptions

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from reader.cli.served_session import run_session; sys.exit(run_session(sys.argv[2]))"
)


def make_command(options: InputOptions) -> Sequence[str]:
    """Return the command that starts an app on some inputs."""
    inputs = [source._asdict() for source in options.inputs]
    record = json.dumps(options._asdict() | {"inputs": inputs})
    return (sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path), record)


def run_session(inputs: str) -> int:
    """Open articles on a screen whose terminal is a page.

    Args:
        inputs: the fields of `InputOptions` as JSON.

    Returns:
        The exit code.
    """
    from reader.cli.main import report_errors
    from reader.cli.side_by_side import open_screen

    record: dict[str, Any] = json.loads(inputs)
    record["inputs"] = tuple(Input(**each) for each in record["inputs"])
    options = InputOptions(**record)
    return report_errors(lambda: open_screen(options, has_terminal=False))
