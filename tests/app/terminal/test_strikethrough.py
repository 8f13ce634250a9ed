"""Which terminals are known to strike words out."""

from __future__ import annotations

import pytest

from reader.app.terminal.strikethrough import draws_strikethrough


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm-kitty"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7600"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"},
        {"TERM": "foot-extra"},
        {"WT_SESSION": "0f1e"},
    ],
)
def test_terminals_that_draw_it(environment):
    assert draws_strikethrough(environment, "truecolor")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "linux"},
        {"TERM": "screen-256color"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": "tmux-256color", "VTE_VERSION": "7600"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7600", "STY": "1.pts"},
    ],
)
def test_terminals_that_may_not(environment):
    assert not draws_strikethrough(environment, "truecolor")


@pytest.mark.parametrize("colors", [None, "standard", "windows"])
def test_with_few_colours_it_is_not_trusted(colors):
    assert not draws_strikethrough({"TERM": "xterm-kitty"}, colors)
