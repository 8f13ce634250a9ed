"""The keys of the dialogs."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import make_binding


def dialog_key(name: str, action: str, explanation: str) -> Binding:
    """Return a binding of a dialog for one of the meanings of the key table.

    Args:
        name: the name of the meaning.
        action: what Textual runs.
        explanation: what it does in the dialog.
    """
    return make_binding("dialog", name, action, name, explanation)
