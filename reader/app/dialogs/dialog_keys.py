"""The keys of the dialogs."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import make_binding


def dialog_key(name: str, action: str, explanation: str) -> Binding:
    """Return a binding of a dialog for one of the meanings of the key table.

    Args:
        name: the name of the meaning.
        action: the action that Textual runs.
        explanation: the effect in the dialog, as a sentence.
    """
    return make_binding("dialog", name, action, name, explanation)
