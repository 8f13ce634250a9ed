"""What is wrong with the way a hostile input was handled."""

from __future__ import annotations

from collections.abc import Sequence

from hostile_commands import CommandResult, error_lines, find_harm, names_input
from hostile_kit import OPENS, REFUSED, Case


def with_companion(command: Sequence[str], case: Case, companion: str) -> list[str]:
    """A command on a case and a harmless article."""
    if case.options:
        return [*command, *case.arguments, "--", companion]
    return [*command, "--", case.argument, companion]


def find_faults(case: Case, command: str, result: CommandResult) -> list[str]:
    """What is wrong with the result of a command on a case and a harmless article."""
    faults = find_harm(result)
    lines = error_lines(result)
    named = [line for line in lines if names_input(line, case.argument)]
    if result.code not in ((1,) if case.outcome == REFUSED else (0, 1)):
        faults.append(f"exit code {result.code} though another article opens: {lines[:3]}")
    if case.outcome == REFUSED and len(named) != 1:
        faults.append(f"{len(named)} lines name it: {lines[:3]}")
    has_reason = any(case.reason in line for line in named)
    if case.outcome == REFUSED and not has_reason:
        faults.append(f"no word of “{case.reason}”: {named}")
    if case.outcome == OPENS and command == "--plain":
        if any("only one article" in line for line in lines):
            faults.append(f"not opened: {named}")
        text = result.output.decode("utf-8", "replace")
        faults += [f"not shown: {words}" for words in case.shows if words not in text]
    return faults
