"""What is right and wrong about what came of a case."""

from __future__ import annotations

from collections.abc import Sequence

import hostile_commands
import hostile_kit


def in_words(command: Sequence[str], case: hostile_kit.Case, companion: str) -> list[str]:
    """A case beside a harmless article, as a command."""
    if case.options:
        return [*command, *case.words, "--", companion]
    return [*command, "--", case.argument, companion]


def judge(case: hostile_kit.Case, command: str, result: hostile_commands.Result) -> list[str]:
    """What is wrong with what came of a case beside a harmless article."""
    wrong = hostile_commands.harm(result)
    told = hostile_commands.lines_of_errors(result)
    named = [line for line in told if hostile_commands.named_in(case.argument, line)]
    if result.code != 0:
        wrong.append(f"exit code {result.code} though another article opens: {told[:3]}")
    if case.outcome == hostile_kit.REFUSED and len(named) != 1:
        wrong.append(f"{len(named)} lines name it: {told[:3]}")
    reasoned = any(case.reason in line for line in named)
    if case.outcome == hostile_kit.REFUSED and not reasoned:
        wrong.append(f"no word of “{case.reason}”: {named}")
    if case.outcome == hostile_kit.OPENS and command == "--plain":
        if any("only one article" in line for line in told):
            wrong.append(f"not opened: {named}")
        text = result.output.decode("utf-8", "replace")
        wrong += [f"not shown: {words}" for words in case.shows if words not in text]
    return wrong
