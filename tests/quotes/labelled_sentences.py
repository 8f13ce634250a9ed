"""The made-up sentences in other languages with their quotes, and what is wrong with an answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.quotes import QuoteKind, find_quotes

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = ("de", "fr", "es", "it", "zh", "ja")
_SPOKEN = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
_MOST_MORE_WORDS, _MOST_MORE_CHARACTERS = 2, 8
"""Words, or characters of unspaced script, of a title that may be part of a speaker."""


class LabelledSentence(NamedTuple):
    """A sentence with what is right of it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """The words of the quotation, without the marks."""
    kind: QuoteKind | None
    """None where the marks set off no speech."""
    speakers: tuple[str, ...]
    """What the speaker may be called; `?` for unknown."""


def read_sentences(language: str) -> list[LabelledSentence]:
    """Read the sentences of a language, in their order."""
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    return [_read_sentence(line) for line in lines if line and not line.startswith("#")]


def read_report(language: str) -> tuple[str, list[str]]:
    """Read a made-up report, and who says every direct and partial quote of it."""
    lines = (FOLDER / "reports" / f"{language}.txt").read_text("utf-8")
    speakers, _, text = lines.partition("\n")
    return text.strip(), speakers.removeprefix("=> ").split(" | ")


def find_faults(sentence: LabelledSentence) -> str:
    """Return what is wrong with the quotes that are found; empty where all is right."""
    found = find_quotes(sentence.text)
    spoken = [quote for quote in found if quote.kind in _SPOKEN]
    if sentence.kind is None:
        return f"taken for speech: {spoken}" if spoken else ""
    spans = tuple((quote.start, quote.end) for quote in spoken)
    trimmed = [(a, len(sentence.text[:b].rstrip(" ,，.")) if b else b) for a, b in spans]
    wanted = [(a, len(sentence.text[:b].rstrip(" ,，."))) for a, b in sentence.spans]
    if trimmed != wanted:
        return f"other quotes: {[sentence.text[a:b] for a, b in spans]}, kinds {found}"
    faults = [quote for quote in spoken if quote.kind is not sentence.kind]
    if faults:
        return f"kind: {faults}"
    wrong = [quote for quote in spoken if not _is_right_speaker(quote.speaker, sentence.speakers)]
    return f"speaker: {[quote.speaker for quote in wrong]}" if wrong else ""


def _is_right_speaker(speaker: object, names: tuple[str, ...]) -> bool:
    if speaker is None:
        return "?" in names
    name = str(getattr(speaker, "name", ""))
    return any(_is_name_of(name, wanted) for wanted in names if wanted != "?")


def _is_name_of(name: str, wanted: str) -> bool:
    """Whether a name ends in the wanted one, with no more than a title before it."""
    if not name.endswith(wanted):
        return False
    more = name[: -len(wanted)].strip()
    if re.search("[\u3000-\u9fff]", wanted):
        return len(more) <= _MOST_MORE_CHARACTERS
    return len(more.split()) <= _MOST_MORE_WORDS


def _read_sentence(line: str) -> LabelledSentence:
    marked, _, answer = line.rpartition("=>")
    marked, answer = marked.strip(), answer.strip()
    spans: list[tuple[int, int]] = []
    text = ""
    for part in re.split("([{}])", marked):
        if part == "{":
            spans.append((len(text), len(text)))
        elif part == "}":
            spans[-1] = (spans[-1][0], len(text))
        else:
            text += part
    if answer == "-":
        return LabelledSentence(text, tuple(spans), None, ())
    is_partial = answer.startswith("partial:")
    names = answer.removeprefix("partial:").split("|")
    kind = QuoteKind.PARTIAL if is_partial else QuoteKind.DIRECT
    return LabelledSentence(text, tuple(spans), kind, tuple(name.strip() for name in names))
