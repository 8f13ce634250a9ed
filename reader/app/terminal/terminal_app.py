"""An application with the program's own driver, which can end after its terminal is gone."""

from __future__ import annotations

import os
import sys
from collections import deque
from itertools import islice

from textual import events
from textual.driver import Driver
from textual.widget import Widget

from reader.app.key_table import moving_keys
from reader.app.terminal.key_handled import KeyHandled
from reader.app.terminal.textual_internals import FaultKeepingApp

_ENTER_OF_SHELL = "ctrl+j"
"""The key of Enter under the shell's settings, if pressed before the screen was open."""
_UNHELD_KEYS = frozenset({"escape", "ctrl+q", "ctrl+c"})
"""Keys that take effect even while keys are held for a screen that is going to open."""
_ROUNDS = 2
"""Messages that follow a key: the first finds its binding run, the second what that posted."""
_LONGEST_WAIT_SECONDS = 1.0
"""Seconds after which the next key is passed on even if the last one was not answered: a message
may be lost with a widget that is removed."""


class TerminalApp(FaultKeepingApp):
    """An application that restores its terminal, however it ends.

    Keys that arrive in one burst are passed on one at a time wherever one of them may open or
    close something that takes the next: Textual passes all of them to the widget that has the
    focus when they arrive. Keys that only move are not waited for, so that a key held down is
    drawn once for however many repetitions came.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        """The typed keys that are not passed on yet."""
        self._last_key = 0
        self._is_waiting = False
        """Whether the last key passed on is still being handled."""
        self._is_held = False
        """Whether keys are held for a screen that is going to open."""

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver on a POSIX terminal, unless another is asked for."""
        if sys.platform != "win32" and "TEXTUAL_DRIVER" not in os.environ:
            from reader.app.terminal.posix_driver import PosixDriver

            return PosixDriver
        return super().get_driver_class()

    async def on_event(self, event: events.Event) -> None:
        """Pass keys and pasted text on in the order in which they take effect."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            if isinstance(event, events.Key) and event.key == _ENTER_OF_SHELL:
                event = events.Key("enter", "\r")
            self._typed.append(event)
            self._end_holding_by_key()
            await self._pass_on_typed()
        else:
            await super().on_event(event)

    async def on_key_handled(self, event: KeyHandled) -> None:
        """Pass the next key on once the last one has been handled."""
        event.stop()
        if event.key != self._last_key or not self._is_waiting:
            return
        rounds = event.rounds - 1
        if event.target is not self._key_target():
            rounds = _ROUNDS
        if rounds > 0:
            self._follow_key(rounds)
        else:
            await self._end_waiting(event.key)

    def hold_keys(self) -> None:
        """Hold the keys typed from now on, for a screen that is going to open.

        Escape and the keys that quit end that; the keys typed before are dropped then.
        """
        self._is_held = True
        self._end_holding_by_key()

    def release_keys(self) -> None:
        """Pass the held keys on to the screen that is open now."""
        if self._is_held:
            self._is_held = False
            self.call_next(self._pass_on_typed)

    def drop_held_keys(self) -> bool:
        """Drop the held keys and hold no others; return whether there were any."""
        had_any = self._is_held and bool(self._typed)
        if self._is_held:
            self._typed.clear()
            self._is_held = False
        return had_any

    def write_ascii(self) -> None:
        """Write everything in ASCII from now on."""
        if sys.platform != "win32":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self.current_driver, PosixDriver):
                self.current_driver.is_ascii = True

    def save_before_end(self) -> None:
        """Save what the user would lose if the process ended at once."""

    def end_now(self, code: int) -> None:
        """End the process now; the terminal is restored as far as that needs no waiting."""
        if sys.platform != "win32":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self.current_driver, PosixDriver):
                self.current_driver.abandon()
        os._exit(code)

    def is_terminal_gone(self) -> bool:
        """Return whether the terminal was closed."""
        if sys.platform != "win32":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self.current_driver, PosixDriver):
                return self.current_driver.is_gone()
        return False

    def _end_holding_by_key(self) -> None:
        """Stop holding keys if a held one ends that; it is the next to be passed on."""
        for at, event in enumerate(self._typed):
            if self._is_held and isinstance(event, events.Key) and event.key in _UNHELD_KEYS:
                # Those before it were typed for a screen that does not open now.
                self._typed = deque(islice(self._typed, at, None))
                self._is_held = False
                return

    async def _pass_on_typed(self) -> None:
        while self._typed and not self._is_waiting and not self._is_held:
            event, *later = self._part_from_escape(self._typed.popleft())
            self._typed.extendleft(later)
            target = self._key_target()
            await super().on_event(event)
            if self._may_change_focus(event) and target is not None and not self.is_leaving:
                self._wait_for_key(target)

    def _part_from_escape(
        self, event: events.Key | events.Paste
    ) -> tuple[events.Key | events.Paste, ...]:
        """Return Escape and the letter where both came at once, which also Alt with a letter sends.

        In a line of text Alt with a letter means nothing.
        """
        if not isinstance(event, events.Key) or not event.key.startswith("alt+"):
            return (event,)
        letter = event.character
        if letter is None or not letter.isprintable():
            return (event,)
        if self.focused is None or not self.focused.check_consume_key(letter, letter):
            return (event,)
        return events.Key("escape", "\x1b"), events.Key(letter, letter)

    def _may_change_focus(self, event: events.Key | events.Paste) -> bool:
        """Return whether the next key has to wait until this one has had its effect.

        In a line of text every key that is no text has: what is typed after Ctrl+u or Backspace
        would otherwise be in the line before.
        """
        if isinstance(event, events.Paste):
            return False
        focused = self.focused
        if focused is None:
            return event.key not in moving_keys()
        if focused.check_consume_key(event.key, event.character):
            return False
        return event.key not in moving_keys() or focused.check_consume_key("a", "a")

    def _wait_for_key(self, target: Widget) -> None:
        self._is_waiting = True
        self._last_key += 1
        key = self._last_key
        target.post_message(KeyHandled(key, _ROUNDS, target))
        self.set_timer(_LONGEST_WAIT_SECONDS, lambda: self._end_waiting(key))

    def _follow_key(self, rounds: int) -> None:
        target = self._key_target()
        if target is not None:
            target.post_message(KeyHandled(self._last_key, rounds, target))

    async def _end_waiting(self, key: int) -> None:
        if self._is_waiting and key == self._last_key:
            self._is_waiting = False
            await self._pass_on_typed()

    def _key_target(self) -> Widget | None:
        """Return the widget that the next key is passed on to."""
        if not self.screen_stack:
            return None
        return self.focused or self.screen
