"""Transcripts and subtitles whose labels, times, tags and words are hostile."""

from __future__ import annotations

from hostile_characters import CONTROLS, MARKUP
from hostile_kit import EITHER, OPENS, REFUSED, Kit

_CUE = "00:00:0{}.000 --> 00:00:09.000\n"


def add_transcripts(kit: Kit) -> None:
    """Add transcripts and subtitles, with what steers a terminal in every part of them."""
    for name in ("osc-title", "csi-screens", "bidi-overrides", "c1", "zero-width-flood"):
        here = CONTROLS[name]
        kit.add_file(
            f"label-{name}.txt", f"QUILL{here}: Who?\nROOK: Nobody {here}.\nQUILL: Why?\n" * 3
        )
        kit.add_file(
            f"voice-{name}.vtt",
            f"WEBVTT {here}\n\n{_CUE.format(1)}<v Ada {here}>Nobody {here} rang.\n",
        )
        kit.add_file(f"cue-{name}.srt", f"1\n{_CUE.format(1)}- Nobody {here} rang.\n- {here}\n")
    for name, here in MARKUP.items():
        kit.add_file(f"markup-{name}.vtt", f"WEBVTT\n\n{_CUE.format(1)}<v {here}>{here}\n", EITHER)
    kit.add_file("empty.vtt", "WEBVTT\n\n", REFUSED, reason="without words")
    kit.add_file("no-words.srt", f"1\n{_CUE.format(1)}\n", REFUSED, reason="without words")
    kit.add_file("tags.vtt", f"WEBVTT\n\n{_CUE.format(1)}word {'<v ' * 40_000}")
    kit.add_file("voices.vtt", f"WEBVTT\n\n{_CUE.format(1)}{'<v A>b' * 20_000}")
    kit.add_file("times.srt", f"{_CUE.format(1)}word\n" + _CUE.format(2) * 20_000)
    kit.add_file(
        "labels.txt", "\n".join(f"[00:00:01] Name{n}: Who? Name{n}: I." for n in range(8_000))
    )
    kit.add_file(
        "one-turn.txt", "QUILL: Who?\nROOK: I.\nQUILL: Why?\n" + "because\n" * 20_000, OPENS
    )
    kit.add_file("colons.txt", "QUILL: Who?\nROOK: I.\nQUILL: " + "Yes. A: " * 30_000, OPENS)
    kit.add_file("brackets.txt", "QUILL: Who?\nROOK: I.\nQUILL: " + "[(" * 60_000, OPENS)
