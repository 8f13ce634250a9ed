"""The inputs on the command line and the options for opening them."""

from __future__ import annotations

from argparse import Namespace
from typing import Literal, NamedTuple

STANDARD_INPUT = "-"
"""The name of the standard input, for an article and for a list."""

InputKind = Literal["article", "list", "feed"]
"""`article`: a file, folder, pattern or address; `list`: a file that names such, one a line;
`feed`: the address or file of a feed."""


class Input(NamedTuple):
    """One input of the command line."""

    kind: InputKind
    name: str


class InputOptions(NamedTuple):
    """The inputs and the options for opening them.

    Args:
        inputs: articles, lists and feeds in the order of the command line.
        recursive: whether folders are searched all the way down.
        refresh: whether addresses are fetched again, even those in the cache.
        pick: the numbers of the entries of the feed to open, as typed.
        like: an article; the entries of the feed on the same event are opened too.
    """

    inputs: tuple[Input, ...]
    recursive: bool = False
    refresh: bool = False
    pick: str | None = None
    like: str | None = None

    @property
    def reads_standard_input(self) -> bool:
        """Whether an article or a list is read from the standard input."""
        return any(source.name == STANDARD_INPUT for source in self.inputs)

    @property
    def chooses_entries(self) -> bool:
        """Whether the command line says which entries of a feed to open."""
        return self.pick is not None or self.like is not None

    @property
    def feed_count(self) -> int:
        """The number of feeds among the inputs."""
        return sum(source.kind == "feed" for source in self.inputs)


def input_options(arguments: Namespace) -> InputOptions:
    """The input options in parsed arguments; those that a command doesn't have are unset."""
    return InputOptions(
        inputs=arguments.inputs,
        recursive=arguments.recursive,
        refresh=arguments.refresh,
        pick=getattr(arguments, "pick", None),
        like=getattr(arguments, "like", None),
    )
