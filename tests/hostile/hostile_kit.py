"""A kit of hostile inputs, made from code into a folder; nothing of it is stored.

Each `Case` is an argument of the command line with what may come of it. The groups of cases are
in modules of their own; `hostile_groups.build_kit` makes them all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024

STORY = (
    "Talks on the harbour bridge end without a result",
    "By Jane Doe",
    "GENEVA, April 24 (Reuters) - The talks on the harbour bridge ended on Monday without a "
    "result, said the minister of transport, Jonas Kalnins.",
    "“We will come back next week and finish this,” Kalnins told reporters at the airport.",
    "The bridge costs 84 million euros, a third more than the council had planned in 2016.",
    "Nobody at the airport had expected him to speak so soon after the meeting.",
)
PLACE = "{here}"
"""Where something is put into a text."""
STORY_WITH_PLACES = (
    "Outlet {here}",
    "Talks {here} on the harbour bridge end without a result",
    "By Jane {here} Doe",
    "GENEVA {here} (Reuters) - The talks on the harbour bridge ended on Monday {here} without a "
    "result, said the minister of transport, Jonas {here} Kalnins.",
    "“We will come back {here} next week and finish this,” Kalnins {here} told reporters.",
    "{here}",
    "Reporting by Jane {here} Doe; Editing by John {here} Roe",
)

OPENS = "opens"
REFUSED = "refused"
EITHER = "either"


@dataclass(frozen=True)
class Case:
    """One hostile input.

    Args:
        group: the group it belongs to.
        argument: the argument of the command line.
        outcome: OPENS, REFUSED (in one line that names the input) or EITHER.
        shows: words that must be shown where it opens, brackets and all.
        reason: words that the refusal must hold.
        large: whether it is made of megabytes.
        options: the options before it.
    """

    group: str
    argument: str
    outcome: str = OPENS
    shows: tuple[str, ...] = ()
    reason: str = ""
    large: bool = False
    options: tuple[str, ...] = ()

    @property
    def arguments(self) -> list[str]:
        """The case on the command line, to be followed by `--` and other articles."""
        return [*self.options, self.argument]

    @property
    def name(self) -> str:
        """The last part of the argument, as far as it can be printed."""
        return os.fsencode(os.path.basename(self.argument) or self.argument).decode(
            "utf-8", "backslashreplace"
        )


class Kit:
    """Makes cases in a folder.

    Args:
        folder: an empty folder.
        large: whether to make the large cases too.
    """

    def __init__(self, folder: Path, *, large: bool = False) -> None:
        self.folder = folder
        self.cases: list[Case] = []
        self._large = large
        self._group = ""

    def build(self, groups: Mapping[str, Callable[[Kit], None]]) -> list[Case]:
        """Make the cases of all groups, each in a folder of its own."""
        for group, add_cases in groups.items():
            self._group = group
            (self.folder / group).mkdir()
            add_cases(self)
        return self.cases

    def add_file(
        self,
        name: str,
        data: str | bytes | Callable[[], str | bytes],
        outcome: str = OPENS,
        *,
        shows: tuple[str, ...] = (),
        reason: str = "",
        large: bool = False,
    ) -> None:
        """Write a file of this group and add it as a case."""
        if large and not self._large:
            return
        if callable(data):
            data = data()
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.add_argument(path, outcome, shows=shows, reason=reason, large=large)

    def add_argument(
        self,
        argument: str | Path,
        outcome: str = OPENS,
        *,
        shows: tuple[str, ...] = (),
        reason: str = "",
        large: bool = False,
        options: tuple[str, ...] = (),
    ) -> None:
        """Add something that exists already, or does not, as a case."""
        self.cases.append(Case(self._group, str(argument), outcome, shows, reason, large, options))

    def path(self, name: str) -> Path:
        """Where a file of this group belongs."""
        return self.folder / self._group / name


def story(*more: str) -> str:
    """A harmless article, followed by these paragraphs."""
    return "\n\n".join([*STORY, *more]) + "\n"


def story_with(planted: str) -> str:
    """An article with something in every place from which a field is read."""
    return "\n\n".join(text.replace(PLACE, planted) for text in STORY_WITH_PLACES) + "\n"
