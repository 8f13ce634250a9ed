"""Reads subtitles (SubRip `.srt`, WebVTT `.vtt`) as articles with a paragraph for each turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from reader.articles.article import Article
from reader.articles.furniture.roles import PageRole
from reader.articles.parsing import MAX_PARAGRAPHS, article_from_paragraphs
from reader.articles.transcripts import begins_turn
from reader.errors import SourceError
from reader.sources.formats.content_types import CUE_TIMING
from reader.sources.formats.decoding import decode
from reader.text.cleaning import Clean

_LONGEST_PARAGRAPH = 60
"""Words after which a paragraph ends with the next sentence."""
_TIMING = re.compile(CUE_TIMING)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})?\s([^<>]{1,100})>")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_DASH = re.compile(r"(?:[-–—]|>>{1,2})\s{0,3}(?=\S)")
_SENTENCE_ENDS = '.!?…"”’)'


class _SubtitlePiece(NamedTuple):
    """Words of one cue."""

    time: str
    """As `00:01:02`."""
    speaker: str
    """Empty where the cue names nobody."""
    text: str
    is_new: bool
    """Whether a sign marks another speaker."""


def read_subtitles(
    data: bytes, *, source: Clean, name: Clean, notes: tuple[Clean, ...] = ()
) -> Article:
    """Return the article of subtitles: the spoken words, with time and speaker before them.

    Args:
        data: the file.
        source: the path or address to show.
        name: a short name.
        notes: what is known of the source, one line each.

    Raises:
        SourceError: no words are in it, or too many paragraphs.
    """
    decoded = decode(data)
    paragraphs = list(_join_pieces(_read_pieces(decoded.text)))
    if not paragraphs:
        raise SourceError(f"{source}: subtitles without words")
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise SourceError(
            f"{source}: more than the {MAX_PARAGRAPHS:,} paragraphs an article may have; "
            "split the file"
        )
    return article_from_paragraphs(
        [(paragraph, PageRole.BODY) for paragraph in paragraphs],
        source=source,
        name=name,
        stated={},
        encoding=decoded.encoding,
        notes=(*notes, *([decoded.note] if decoded.note else [])),
    )


def _read_pieces(text: str) -> Iterator[_SubtitlePiece]:
    """Yield the words of every cue, without numbers, times, tags and repeated lines."""
    time, last = "", ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines):
        if timing := _TIMING.match(line):
            time = _format_time(timing[1])
        elif not line.strip():
            time = ""
        elif time and not _is_cue_number(lines, number) and line.strip() != last:
            last = line.strip()
            yield from _read_line(time, last)


def _is_cue_number(lines: list[str], number: int) -> bool:
    """Whether a line is the number of the next cue, with no empty line before it."""
    is_followed = number + 1 < len(lines) and _TIMING.match(lines[number + 1])
    return lines[number].strip().isdigit() and bool(is_followed)


def _read_line(time: str, line: str) -> Iterator[_SubtitlePiece]:
    """Yield the words of a line by speaker."""
    parts = _VOICE.split(line)
    speaker = ""
    for number, part in enumerate(parts):
        if number % 2:
            speaker = _plain_text(part).replace(":", " ").strip()
            continue
        words = _plain_text(part)
        dash = _DASH.match(words)
        if dash:
            words = words[dash.end() :]
        if words:
            yield _SubtitlePiece(time, speaker, words, dash is not None or begins_turn(words))


def _plain_text(text: str) -> str:
    """Return text without tags; raw again, since entities in it are decoded."""
    return " ".join(unescape(_TAG.sub("", text)).split())


def _format_time(clock: str) -> str:
    hours, minutes, seconds = (["0", *re.split("[:.,]", clock)[:-1]])[-3:]
    return f"{int(hours):02}:{int(minutes):02}:{int(seconds):02}"


def _join_pieces(pieces: Iterator[_SubtitlePiece]) -> Iterator[str]:
    """Yield a paragraph for each turn, and for parts of long ones."""
    words: list[str] = []
    count, speaker = 0, ""
    for piece in pieces:
        goes_on = piece.speaker in ("", speaker) and not piece.is_new
        is_long = count >= _LONGEST_PARAGRAPH and words[-1][-1] in _SENTENCE_ENDS
        if not words or not goes_on or is_long:
            if words:
                yield " ".join(words)
            speaker = piece.speaker or ("" if piece.is_new else speaker)
            words, count = [_begin_paragraph(piece, speaker)], 0
        words.append(piece.text)
        count += len(piece.text.split())
    if words:
        yield " ".join(words)


def _begin_paragraph(piece: _SubtitlePiece, speaker: str) -> str:
    """Return the beginning of a paragraph: the time, and the speaker if known."""
    if speaker:
        name = speaker.title() if speaker.islower() else speaker
        return f"[{piece.time}] {name}:"
    is_unnamed = piece.is_new and not begins_turn(piece.text)
    return f"[{piece.time}] >>" if is_unnamed else f"[{piece.time}]"
