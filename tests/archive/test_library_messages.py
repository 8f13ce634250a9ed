"""Messages that a compiled library prints."""

from __future__ import annotations

import os

from reader.archive.library_messages import without_library_messages


def test_nothing_that_is_printed_meanwhile_is_shown(capfd):
    with without_library_messages():
        os.write(2, b"thread panicked\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"
