"""The kit through the command line and in a terminal: shown harmlessly, or refused in a line."""

from __future__ import annotations

import hostile_kit
from hostile_commands import harm, lines_of_errors, named_in, run_all
from hostile_judge import in_words, judge
from hostile_terminal import ALTERNATE_SCREEN, Terminal, not_restored, words_on_screen
from hostile_terminal import harm as harm_on_screen

LIMIT = 60.0
TOGETHER = 60
ALONE = {"specials", "names", "markup", "lists"}
TOGETHER_GROUPS = {"encodings", "binaries", "stored", "mail", "sidecars"}
"""All of the kit is tried one by one by `run.py`."""
TO_PRESS = "2 j k c ESC Q ESC i ESC ? ESC w p . g j j j z l y / ESC : ESC t ESC ^p ESC G y"
KEYS = {"ESC": "\x1b", "^p": "\x10"}


def test_each_case_beside_a_harmless_article_is_shown_or_refused(cases, companion, home):
    alone = [case for case in cases if case.group in ALONE]
    results = run_all([in_words(["--plain"], case, companion) for case in alone], home)
    wrong = [
        f"{case.group}/{case.name}: {fault}"
        for case, result in zip(alone, results, strict=True)
        for fault in judge(case, "--plain", result)
    ]
    assert not wrong, "\n".join(wrong)


def test_many_together_open_all_the_same(cases, companion, home):
    """All that opens stands in the output; all that does not, in a line of its own."""
    named = [case for case in cases if case.group in TOGETHER_GROUPS]
    assert named
    batches = [named[start : start + TOGETHER] for start in range(0, len(named), TOGETHER)]
    commands = [
        ["articles", "--json", "--", companion, *(case.argument for case in batch)]
        for batch in batches
    ]
    for batch, result in zip(batches, run_all(commands, home), strict=True):
        assert harm(result) == []
        assert result.code == 0
        told = lines_of_errors(result)
        for case in batch:
            if case.outcome == hostile_kit.REFUSED:
                assert any(named_in(case.argument, line) for line in told), case


def press_everything(terminal: Terminal) -> None:
    for key in TO_PRESS.split():
        terminal.press(KEYS.get(key, key))
        # A key after an escape is one of its own only if it comes a moment later.
        terminal.settle(0.15 if key == "ESC" else 0.02, 10)


def test_nothing_planted_reaches_a_terminal(cases, start):
    wanted = {
        "controls/everything.txt", "controls/everything.md", "markup/everything.txt",
        "markup/everything.md", "pages/entities.html", "stored/escapes.json", "mail/controls.eml",
        "sidecars/escapes", "encodings/utf-16-escapes.txt",
    }  # fmt: skip
    chosen = [case.argument for case in cases if f"{case.group}/{case.name}" in wanted]
    chosen += [case.argument for case in cases if case.group == "names"]
    assert len(chosen) >= len(wanted) + 20
    for batch in (chosen[:9], chosen[9:18]):
        terminal = start("--", *batch, size=(100, 32))
        assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
        terminal.settle()
        press_everything(terminal)
        terminal.press("\x11")
        assert terminal.wait(LIMIT) == 0
        assert harm_on_screen(terminal.written) == []
        assert not_restored(terminal.written) == []


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
