"""The message that articles are versions of one text."""

from __future__ import annotations

from types import SimpleNamespace

from reader.app.reading.text_version_controller import describe_offer


def test_of_many_versions_the_message_names_some() -> None:
    two = SimpleNamespace(articles=(0, 1), is_one_outlet=True)
    many = SimpleNamespace(articles=tuple(range(100)), is_one_outlet=False)
    assert describe_offer([two]) == "[1] and [2] are versions of one text: V shows what changed."
    assert describe_offer([many]) == (
        "[1] and [2] and [3] and [4] and [5] and 95 more may be versions of one text: "
        "V shows what changed."
    )
