"""Verbs that say what something is, is like or shows in quoted words."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


def find_speaker(text: str) -> str | None:
    speaker = find_quotes(text)[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sen. Tom Corvin (R-AR) called the coins that were brought to the Tarvian regime in "
            "foreign sacks in January “silver to the emperors.”",
            "Tom Corvin",
        ),
        (
            "Ada Brandt called the tolls, and planned tolls on barges, an “attack on our river.”",
            "Ada Brandt",
        ),
        (
            "Ada Brandt also identified Osk’s readiness to cut parts of the fund as a “small patch "
            "of common ground.”",
            "Ada Brandt",
        ),
        ("Mayor Ada Brandt compared the inquiry against her to “a drowning” on Tuesday.", "Brandt"),
        ("Brandt likens river fees to ‘drowning’\n\nMayor Ada Brandt spoke.", "Ada Brandt"),
        ("Ada Brandt spoke. She pointed to “victories on the river,” and left.", "Ada Brandt"),
        (
            "Asked who did it, Carl Osk pointed to other towns on the river “who have spent loads "
            "and loads of silver to draw us into a feud.”",
            "Carl Osk",
        ),
        (
            "Even so, Carl Osk held out the possibility that “there is still time if they act.”",
            "Carl Osk",
        ),
        ("Ada Brandt on Sunday tore into Mayor Carl Osk for “double dealing” there.", "Brandt"),
        (
            "It began with what a Lodd official described as a “tirade” against the guild.",
            "a Lodd official",
        ),
        (
            "Gen. Omar Baggin denied that the town took part, saying Monday the town only would "
            "respond in “an open, strong and severe way” if needed.",
            "Omar Baggin",
        ),
        ("Carl Osk said his guild on Tuesday will announce a levy “of the highest kind”.", "Osk"),
    ],
)
def test_who_says_what_something_is_like_speaks(text: str, expected: str) -> None:
    assert expected in (find_speaker(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "The evidence pointed to “a brutal and planned theft” on the pier.",
        "The guards identified “three thousand pages of letters” in the cellar of Carl Osk.",
        "Carl Osk called a meeting at the old pier in the town on “fixing the lamps” for all.",
    ],
)
def test_what_can_not_speak_and_what_is_named_is_nobody_s_words(text: str) -> None:
    assert find_speaker(text) is None
