"""Loading Textual without what the first frame does not need.

Importing Textual's application imports its command palette with six kinds of widgets, and asyncio
imports TLS: together a tenth of the start. Both are imported where they are used.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


class _LeftOutModule(ModuleType):
    """A placeholder for a module that is imported later: each of its names is an empty class."""

    def __getattr__(self, name: str) -> type:
        return type(name, (), {})


def load_textual() -> None:
    """Import Textual's application; does nothing where it is imported already.

    Of the palette, the application keeps names for its own palette of system commands and of
    themes, which this program replaces. asyncio does without TLS where it cannot be imported.
    """
    if "textual.app" in sys.modules:
        return
    with _left_out("textual.command", _LeftOutModule("textual.command")), _left_out("ssl", None):
        importlib.import_module("textual.app")


@contextmanager
def _left_out(name: str, module: ModuleType | None) -> Iterator[None]:
    """Put a module in the place of another that is not imported yet; None lets its import fail."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if name in modules:
        yield
        return
    modules[name] = module
    try:
        yield
    finally:
        modules.pop(name, None)
