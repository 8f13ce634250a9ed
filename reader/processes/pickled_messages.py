"""Values sent over a pipe between a process of the program and its child: a length and a pickle.

Only for pipes that nothing from outside can write to.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO

_LENGTH = struct.Struct("!Q")


class ChildEndedError(Exception):
    """The other process ended before it answered."""


def write_value(stream: IO[bytes], value: object) -> None:
    """Write a value, and flush the stream."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_value(stream: IO[bytes]) -> object:
    """Return the next value.

    Raises:
        ChildEndedError: the stream ends before, or within it.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise ChildEndedError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise ChildEndedError
    return pickle.loads(data)
