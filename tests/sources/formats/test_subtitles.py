"""Subtitles as articles: what is said, with times and speakers before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.quotes import find_quotes
from reader.sources.formats.content_types import ContentKind, detect_content_kind
from reader.sources.formats.subtitles import read_subtitles
from reader.text.cleaning import clean_line

SRT = """1
00:00:01,000 --> 00:00:04,000
Nobody rang us,

2
00:00:04,000 --> 00:00:08,000
and <i>nobody</i> came
down to the quay.
3
00:01:08,000 --> 00:01:11,000
- Who rang?
- I did.
"""
VTT = """WEBVTT - a hearing

NOTE not said

00:01.000 --> 00:04.000 align:start
<v Ada Quill>Nobody rang us.</v>

2
00:04.000 --> 00:08.000
<v Ada Quill>Nobody came &amp; nobody
<c.loud>looked</c>.

00:08.000 --> 00:09.000
<v.first jo rook>I <00:08.500>did.
"""


def read(data: str) -> list[str]:
    name = clean_line("a")
    article = read_subtitles(data.encode(), source=name, name=name)
    return [paragraph.text for paragraph in article.paragraphs]


def test_cues_become_paragraphs_without_numbers_and_tags() -> None:
    assert read(SRT) == [
        "[00:00:01] Nobody rang us, and nobody came down to the quay.",
        "[00:01:08] >> Who rang?",
        "[00:01:08] >> I did.",
    ]


def test_voices_are_speakers() -> None:
    assert read(VTT) == [
        "[00:00:01] Ada Quill: Nobody rang us. Nobody came & nobody looked.",
        "[00:00:08] Jo Rook: I did.",
    ]
    quotes = find_quotes("\n".join(read(VTT)))
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["Ada Quill", "Jo Rook"]


def test_lines_that_roll_up_are_said_once() -> None:
    rolled = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\nOne\nTwo\n"
    assert read(rolled) == ["[00:00:01] One Two"]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (SRT, ".srt"),
        (SRT, ".txt"),
        (VTT, ""),
        ("\ufeff" + VTT, ".vtt"),
        (SRT.replace("\n", "\r\n"), ""),
    ],
)
def test_subtitles_are_known_by_their_content(data: str, suffix: str) -> None:
    assert detect_content_kind(data.encode(), suffix=suffix) is ContentKind.SUBTITLES


@pytest.mark.parametrize("data", ["1\nA list\n2\nof things\n", "WEBVTTS are files", "00:01 --> 2"])
def test_other_texts_are_no_subtitles(data: str) -> None:
    assert detect_content_kind(data.encode(), suffix=".srt") is ContentKind.TEXT


def test_subtitles_without_words_are_refused() -> None:
    with pytest.raises(SourceError, match="without words"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")


@given(st.text(alphabet="01:,.-> \n<v>A{}\x1b", max_size=200))
def test_any_cues_are_read(text: str) -> None:
    cue = "00:01.000 --> 00:02.000\nword "
    paragraphs = read(f"WEBVTT\n\n{cue}{text}")
    assert paragraphs[0].startswith("[00:00:01]")
    assert "\x1b" not in "".join(paragraphs)
