"""The message that follows a key to learn when everything the key does is done."""

from __future__ import annotations

from textual.message import Message


class KeyHandled(Message):
    """Everything that a key started has been done.

    It is posted where the key was and goes the same way, from the focused widget up to the
    application, so it arrives after the key and what the key caused on the way.
    """

    def __init__(self, key: int, rounds: int, target: object) -> None:
        """
        Args:
            key: the serial number of the key.
            rounds: how many messages of this kind the key still has to be followed by.
            target: the widget that had the focus when it was posted.
        """
        super().__init__()
        self.key = key
        self.rounds = rounds
        self.target = target
