"""The kit through the command line and in a terminal: shown harmlessly, or refused in a line."""

from __future__ import annotations

from hostile_commands import error_lines, find_harm, names_input, run_commands
from hostile_faults import find_faults, with_companion
from hostile_kit import REFUSED
from hostile_terminal import (
    ALTERNATE_SCREEN,
    Terminal,
    find_harm_on_screen,
    find_unrestored_modes,
    words_on_screen,
)

LIMIT = 60.0
BATCH_SIZE = 60
GROUPS_ONE_BY_ONE = {"specials", "names", "markup", "lists"}
GROUPS_IN_BATCHES = {
    "encodings", "binaries", "stored", "mail", "sidecars", "documents", "transcripts",
}  # fmt: skip
"""All of the kit is tried one by one by `run.py`."""
GROUPS_CHECKED = {"markup", "transcripts"}
NO_QUOTATION = "exit code 3"
KEYS_PRESSED = "2 j k c ESC Q ESC i ESC ? ESC w p . g j j j z l y / ESC : ESC t ESC ^p ESC G y"
KEYS = {"ESC": "\x1b", "^p": "\x10"}


def test_each_case_beside_a_harmless_article_is_shown_or_refused(cases, companion, home):
    alone = [case for case in cases if case.group in GROUPS_ONE_BY_ONE]
    results = run_commands([with_companion(["--plain"], case, companion) for case in alone], home)
    wrong = [
        f"{case.group}/{case.name}: {fault}"
        for case, result in zip(alone, results, strict=True)
        for fault in find_faults(case, "--plain", result)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_refused_case_does_not_stop_the_others(cases, companion, home):
    """All that opens is in the output; all that does not has a line of its own."""
    named = [case for case in cases if case.group in GROUPS_IN_BATCHES]
    assert named
    batches = [named[start : start + BATCH_SIZE] for start in range(0, len(named), BATCH_SIZE)]
    commands = [
        ["articles", "--json", "--", companion, *(case.argument for case in batch)]
        for batch in batches
    ]
    for batch, result in zip(batches, run_commands(commands, home), strict=True):
        assert find_harm(result) == []
        is_refused = any(case.outcome == REFUSED for case in batch)
        assert result.code in ((1,) if is_refused else (0, 1))
        lines = error_lines(result)
        for case in batch:
            if case.outcome == REFUSED:
                assert any(names_input(line, case.argument) for line in lines), case


def test_each_case_as_a_draft_is_checked_without_harm(cases, companion, home):
    """Annotations are commands: no line but ours begins one, whatever the draft holds."""
    drafts = [case for case in cases if case.group in GROUPS_CHECKED and not case.options]
    assert drafts
    commands = [
        ["check", case.argument, "--format", form, "--against", companion]
        for case in drafts
        for form in ("github", "json")
    ]
    wrong = []
    for command, result in zip(commands, run_commands(commands, home), strict=True):
        wrong += [f"{command[1]}: {harm}" for harm in find_harm(result) if harm != NO_QUOTATION]
        for line in result.output.decode("utf-8", "replace").splitlines():
            is_ours = line.startswith(("::warning file=", "::notice file=", "reader check: "))
            if command[3] == "github" and not is_ours:
                wrong.append(f"{command[1]}: {line[:100]}")
    assert not wrong, "\n".join(wrong)


def press_everything(terminal: Terminal) -> None:
    for key in KEYS_PRESSED.split():
        terminal.press(KEYS.get(key, key))
        # A key after an escape is one of its own only if it comes a moment later.
        terminal.settle(0.15 if key == "ESC" else 0.02, 10)


def test_nothing_planted_reaches_a_terminal(cases, start):
    planted = {
        "controls/everything.txt", "controls/everything.md", "markup/everything.txt",
        "markup/everything.md", "pages/entities.html", "stored/escapes.json", "mail/controls.eml",
        "sidecars/escapes", "encodings/utf-16-escapes.txt",
    }  # fmt: skip
    chosen = [case.argument for case in cases if f"{case.group}/{case.name}" in planted]
    chosen += [case.argument for case in cases if case.group == "names"]
    assert len(chosen) >= len(planted) + 20
    for batch in (chosen[:9], chosen[9:18]):
        terminal = start("--", *batch, size=(100, 32))
        assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
        terminal.settle()
        press_everything(terminal)
        terminal.press("\x11")
        assert terminal.wait(LIMIT) == 0
        assert find_harm_on_screen(terminal.written) == []
        assert find_unrestored_modes(terminal.written) == []


def test_every_bracket_is_seen_on_the_screen(cases, start):
    shown = [case for case in cases if case.group == "markup" and case.shows]
    assert shown
    for case in shown[:2]:
        terminal = start("--", case.argument, size=(200, 60))
        assert terminal.read_until(b"keys", LIMIT)
        terminal.press(".")
        terminal.settle()
        seen = "".join(words_on_screen(terminal.written).split())
        for words in case.shows:
            assert "".join(words.split()) in seen, case
        terminal.press("\x11")
        assert terminal.wait(LIMIT) == 0
