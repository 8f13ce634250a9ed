"""The words of a version as the ladder shows them, with what sets them apart from the base.

Typography is shown as printed: the marks, the commas and the dashes are those of the
article; only words are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from reader.app.widgets.line_widget import Line, Part
from reader.app.widgets.text_wrapping import wrap
from reader.shared_quotes import (
    Edit,
    EditKind,
    EditPlace,
    QuoteWord,
    Version,
    VersionForm,
    is_content_word,
)
from reader.text.sentences import split_sentences

DROPPED, ADDED, CONTEXT, TELLING = "dropped", "added", "furniture", "strong"
"""Names of styles."""

_OPENING = frozenset("“\"„«‹「『‘'‚»›”")
_CLOSING = frozenset("”\"“»›」』’'«‹")
_LONGEST_TRIM = 16
"""Words trimmed at an end that are shown; of more, only the first and the last."""
_FIRST_WORDS, _LAST_WORDS = 6, 4
_STEM = 5


class Quoted(NamedTuple):
    """A version with the text of its article, which its offsets refer to."""

    version: Version
    text: str


@dataclass(slots=True)
class Writing:
    """Text with styles, written from left to right."""

    text: str = ""
    styles: list[tuple[int, int, str]] = field(default_factory=list)
    """(first character, one past the last, names of styles), in order, not overlapping."""

    def write(self, text: str, style: str = "") -> None:
        """Go on with this text."""
        if style and text:
            self.styles.append((len(self.text), len(self.text) + len(text), style))
        self.text += text

    def space(self) -> None:
        """A space, unless nothing, a space or an opening mark stands before it."""
        if self.text and not self.text[-1].isspace() and not self._just_opened():
            self.text += " "

    def lines(self, width: int) -> list[Line]:
        """Wrapped to a width."""
        return [self._line(start, end) for start, end in wrap(self.text, width)]

    def _just_opened(self) -> bool:
        return self.text[-1] in _OPENING and (len(self.text) == 1 or self.text[-2] in " (—–-")

    def _line(self, start: int, end: int) -> Line:
        parts: list[Part] = []
        at = start
        for first, last, style in self.styles:
            first, last = max(first, start), min(last, end)
            if first >= last:
                continue
            if at < first:
                parts.append((self.text[at:first], ""))
            parts.append((self.text[first:last], style))
            at = last
        if at < end:
            parts.append((self.text[at:end], ""))
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of the base and the word that stands for it; either may be missing."""

    there: str
    """The base's word with the signs around it; empty where the version has one more."""
    here: str
    same: bool


# Running text


def plain(quoted: Quoted, *, context: int = 0) -> Writing:
    """A version as printed.

    Args:
        quoted: the version.
        context: how many characters of the reporter's sentence may stand on either side.
    """
    writing = Writing()
    before, after = _context(quoted, context)
    writing.write(before, CONTEXT)
    for part, (start, end) in enumerate(quoted.version.spans):
        if part:
            writing.write(" … ", CONTEXT)
        opening, closing = _marks(quoted, start, end)
        writing.write(opening + quoted.text[start:end] + closing)
    writing.write(after, CONTEXT)
    return writing


def paraphrase(quoted: Quoted, base: Version) -> Writing:
    """A sentence of indirect speech; the words that the base has too stand out."""
    stems = {word.key[:_STEM] for word in base.words if _tells(word)}
    writing = Writing()
    at, end = quoted.version.spans[0][0], quoted.version.spans[-1][1]
    for word in quoted.version.words:
        if _tells(word) and word.key[:_STEM] in stems:
            writing.write(quoted.text[at : word.start])
            writing.write(quoted.text[word.start : word.end], TELLING)
            at = word.end
    writing.write(quoted.text[at:end])
    return writing


def struck(quoted: Quoted, base: Quoted, *, signs: bool, context: int = 0) -> Writing:
    """A version with the base's words that it dropped, and its own words that were added.

    Args:
        quoted: the version; its edits are those against `base`.
        base: what it is compared with.
        signs: whether `[-…-]` and `{+…+}` stand round them as well.
        context: as for `plain`.
    """
    version = quoted.version
    if not version.edits:
        return plain(quoted, context=context)
    writing = Writing()
    before, after = _context(quoted, context)
    writing.write(before, CONTEXT)
    writing.write(_opening(quoted, 0))
    part, torn = 0, False
    for edit in version.edits:
        if _is_dropped(edit, version):
            writing.space()
            run = _run(base, edit)
            writing.write(f"[-{run}-]" if signs else run, DROPPED)
            torn = True
        added = edit.kind in (EditKind.INSERTED, EditKind.CHANGED)
        for number in range(edit.version.start, edit.version.stop):
            word = version.words[number]
            if word.part != part:
                writing.write(_marks(quoted, *version.spans[part])[1])
                writing.write(" … ", CONTEXT)
                part = word.part
                writing.write(_opening(quoted, part))
            elif torn:
                writing.space()
            torn = False
            printed = quoted.text[word.start : word.end]
            if added and signs:
                first, last = number == edit.version.start, number == edit.version.stop - 1
                printed = f"{'{+' if first else ''}{printed}{'+}' if last else ''}"
            writing.write(printed, ADDED if added else "")
            within = added and number < edit.version.stop - 1
            writing.write(_until_next(quoted, number), ADDED if within else "")
    writing.write(_marks(quoted, *version.spans[part])[1])
    writing.write(after, CONTEXT)
    return writing


def _opening(quoted: Quoted, part: int) -> str:
    """The mark before a part, and what stands between it and the first word."""
    version = quoted.version
    start, end = version.spans[part]
    first = next((word.start for word in version.words if word.part == part), start)
    return _marks(quoted, start, end)[0] + quoted.text[start:first]


def _until_next(quoted: Quoted, number: int) -> str:
    """What stands between a word and the next one, or the end of its part."""
    version = quoted.version
    word = version.words[number]
    end = version.spans[word.part][1]
    if number + 1 < len(version.words) and version.words[number + 1].part == word.part:
        end = version.words[number + 1].start
    return quoted.text[word.end : end]


def _is_dropped(edit: Edit, version: Version) -> bool:
    """Whether words of the base that are missing are shown: a fragment's ends are not."""
    if edit.kind not in (EditKind.DROPPED, EditKind.CHANGED):
        return False
    at_an_end = edit.place in (EditPlace.START, EditPlace.END)
    return not (at_an_end and version.form is VersionForm.PARTIAL)


def _run(base: Quoted, edit: Edit) -> str:
    """The base's words of an edit as printed there; long trims shortened in the middle."""
    words = _printed(base)[edit.base]
    at_an_end = edit.place in (EditPlace.START, EditPlace.END)
    if at_an_end and len(words) > _LONGEST_TRIM:
        words = [*words[:_FIRST_WORDS], "…", *words[-_LAST_WORDS:]]
    return " ".join(words)


def _printed(quoted: Quoted) -> list[str]:
    """Every word with what is printed tight round it: commas, brackets, a dollar sign."""
    printed = []
    before = ""
    for number, word in enumerate(quoted.version.words):
        between = _until_next(quoted, number)
        cut = between.rfind(" ") + 1
        after, following = (between[:cut].rstrip(), between[cut:]) if cut else (between, "")
        printed.append(before + quoted.text[word.start : word.end] + after)
        before = following
    return printed


def _marks(quoted: Quoted, start: int, end: int) -> tuple[str, str]:
    """The marks printed round a span, where there are any."""
    text = quoted.text
    opening = text[start - 1] if start and text[start - 1] in _OPENING else ""
    closing = text[end] if end < len(text) and text[end] in _CLOSING else ""
    return opening, closing


def _tells(word: QuoteWord) -> bool:
    return len(word.key) > 3 and is_content_word(word)


def _context(quoted: Quoted, most: int) -> tuple[str, str]:
    """The reporter's words on either side within the sentence, cut to whole words."""
    if not most:
        return "", ""
    text = quoted.text
    first, last = quoted.version.spans[0][0], quoted.version.spans[-1][1]
    opening, _ = _marks(quoted, *quoted.version.spans[0])
    _, closing = _marks(quoted, *quoted.version.spans[-1])
    first, last = first - len(opening), last + len(closing)
    begin = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", last)
    line = text[begin : stop if stop >= 0 else len(text)]
    for sentence in split_sentences(line):
        if begin + sentence.start <= first and last <= begin + sentence.stop:
            begin, stop = begin + sentence.start, begin + sentence.stop
            break
    else:
        stop = begin + len(line)
    return _last_words(text[begin:first], most), _first_words(text[last:stop], most)


def _last_words(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[-most:]
    return "… " + cut[cut.find(" ") + 1 :]


def _first_words(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[:most]
    return cut[: max(0, cut.rfind(" "))] + " …"


# Word under word


def cells(quoted: Quoted, base: Quoted, *, signs: bool, whole: bool = False) -> list[Cell]:
    """The words of base and version, each beside the one it stands for.

    Args:
        quoted: the version; its edits are those against `base`.
        base: what it is compared with.
        signs: whether `[-…-]` and `{+…+}` stand round the words that only one has.
        whole: whether long trims at the ends are shown whole.
    """
    here, there = _bound(quoted), _bound(base)
    found: list[Cell] = []
    for edit in quoted.version.edits:
        left, right = there[edit.base], here[edit.version]
        if edit.kind is EditKind.SAME:
            found += [Cell(a, b, True) for a, b in zip(left, right, strict=False)]
            continue
        at_an_end = edit.place in (EditPlace.START, EditPlace.END)
        if not whole and at_an_end and not right and len(left) > _LONGEST_TRIM:
            left = [*left[:_FIRST_WORDS], "…", *left[-_LAST_WORDS:]]
        if signs:
            left, right = _bracketed(left, "[-", "-]"), _bracketed(right, "{+", "+}")
        found += [Cell(a, b, False) for a, b in zip_longest(left, right, fillvalue="")]
    return found


def _bound(quoted: Quoted) -> list[str]:
    """Every word as printed, the marks bound to the first and the last of each part."""
    version = quoted.version
    printed = _printed(quoted)
    words = version.words
    for number, word in enumerate(words):
        if number == 0 or words[number - 1].part != word.part:
            printed[number] = _opening(quoted, word.part) + printed[number]
        if number == len(words) - 1 or words[number + 1].part != word.part:
            printed[number] += _marks(quoted, *version.spans[word.part])[1]
    return printed


def _bracketed(words: list[str], opening: str, closing: str) -> list[str]:
    if not words:
        return words
    bracketed = [*words]
    bracketed[0] = opening + bracketed[0]
    bracketed[-1] += closing
    return bracketed


def rows_of(cells: Sequence[Cell], width: int) -> Iterator[list[Cell]]:
    """Cells put into rows of a width; both words of a cell have the width of the wider one."""
    row: list[Cell] = []
    used = 0
    for cell in cells:
        needed = max(cell_len(cell.there), cell_len(cell.here))
        if row and used + 1 + needed > width:
            yield row
            row, used = [], 0
        used += needed + (1 if row else 0)
        row.append(cell)
    if row:
        yield row
