"""A version of a quote as running text that shows how it differs from the base."""

from __future__ import annotations

from typing import NamedTuple

from reader.app.ladder.printed_version import BETWEEN_PARTS, PrintedVersion, PrintedWord
from reader.app.ladder.styled_text import StyledText
from reader.quote_versions import (
    Edit,
    EditKind,
    EditPlace,
    Version,
    VersionForm,
    stem_words,
)

DROPPED, ADDED, CONTEXT, SHARED = "dropped", "added", "furniture", "strong"
"""Names of styles: of dropped and added words, the reporter's words, and shared words."""
EDIT_SIGN = "edit-sign"
"""The style of characters that no article prints: brackets, and space around dropped words."""
_LONGEST_TRIM = 16
"""Words trimmed at an end that are printed whole; of more, only the first and the last."""
_FIRST_WORDS, _LAST_WORDS = 6, 4


class EditBrackets(NamedTuple):
    """The brackets around words that differ; empty where styles alone show them."""

    dropped: tuple[str, str] = ("", "")
    added: tuple[str, str] = ("", "")


NO_BRACKETS = EditBrackets()


def write_plain(printed: PrintedVersion, *, context: int = 0) -> StyledText:
    """Write a version as printed.

    Args:
        printed: the version.
        context: the most characters of the reporter's sentence on either side.
    """
    styled = StyledText()
    before, after = printed.context(context)
    styled.write(before, CONTEXT)
    for part, (start, end) in enumerate(printed.version.spans):
        if part:
            styled.write(BETWEEN_PARTS, CONTEXT)
        opening, closing = printed.marks(part)
        styled.write(opening + printed.text[start:end] + closing)
    styled.write(after, CONTEXT)
    return styled


def write_paraphrase(printed: PrintedVersion, base: Version) -> StyledText:
    """Write a sentence of indirect speech; words that the base has too are emphasized."""
    stems = stem_words(base.words)
    styled = StyledText()
    at, end = printed.version.spans[0][0], printed.version.spans[-1][1]
    for word in printed.version.words:
        if not stems.isdisjoint(stem_words([word])):
            styled.write(printed.text[at : word.start])
            styled.write(printed.text[word.start : word.end], SHARED)
            at = word.end
    styled.write(printed.text[at:end])
    return styled


def write_edits(
    printed: PrintedVersion,
    base: PrintedVersion,
    *,
    brackets: EditBrackets = NO_BRACKETS,
    context: int = 0,
) -> StyledText:
    """Write a version with the words of the base that it dropped and the words it added.

    Without what has the styles `DROPPED` and `EDIT_SIGN` it is the version as printed,
    character for character.

    Args:
        printed: the version; its edits are those against `base`.
        base: the version it is compared with.
        brackets: the brackets around dropped and added words.
        context: as for `write_plain`.
    """
    if not printed.version.edits:
        return write_plain(printed, context=context)
    writer = _EditWriter(printed, base, brackets)
    before, after = printed.context(context)
    writer.styled.write(before, CONTEXT)
    writer.write_version()
    writer.styled.write(after, CONTEXT)
    return writer.styled


def shorten_trim(words: list[PrintedWord], edit: Edit) -> tuple[list[PrintedWord], ...]:
    """Return the words of an edit in one run; a long trim at an end in two, without its middle."""
    is_at_end = edit.place in (EditPlace.START, EditPlace.END)
    if is_at_end and len(words) > _LONGEST_TRIM:
        return words[:_FIRST_WORDS], words[-_LAST_WORDS:]
    return (words,)


def name_left_out(words: int) -> str:
    """Return the text in place of the middle of a long trim: `… 12 words …`."""
    return f"… {words} words …"


def join_words(words: list[PrintedWord]) -> str:
    """Return words with their gaps, without the one after the last."""
    return "".join(word.text + word.gap for word in words[:-1]) + (words[-1].text if words else "")


class _EditWriter:
    """Writes the edits of a version one after the other."""

    def __init__(
        self, printed: PrintedVersion, base: PrintedVersion, brackets: EditBrackets
    ) -> None:
        self.styled = StyledText()
        self._printed = printed
        self._words = printed.words()
        self._base_words = base.words()
        self._brackets = brackets

    def write_version(self) -> None:
        """Write all edits, from the first opening mark to the last closing mark."""
        version = self._printed.version
        self.styled.write(self._printed.marks(0)[0])
        for edit in version.edits:
            if _shows_dropped(edit, version):
                self._write_dropped(edit)
            for number in range(edit.version.start, edit.version.stop):
                self._write_marks_before(number)
                self._write_word(number, edit)
        self.styled.write(self._printed.marks(len(version.spans) - 1)[1])

    def _write_dropped(self, edit: Edit) -> None:
        """Write the dropped words where they were, parted from the others as one of the texts is.

        Inside a run without white space (“well-being”) none is added.
        """
        at, words = edit.version.start, self._base_words[edit.base]
        if self._printed.begins_part(at):
            before = at > 0 and edit.base.start > 0 and self._base_words[edit.base.start - 1].gap
            after = at == 0 and words[-1].gap
        else:
            before, after = "", self._words[at - 1].gap
        runs = shorten_trim(words, edit)
        left_out = name_left_out(len(words) - sum(map(len, runs)))
        opening, closing = self._brackets.dropped
        self.styled.write(" " if before else "", EDIT_SIGN)
        for number, run in enumerate(runs):
            self.styled.write(f" {left_out} " if number else "", EDIT_SIGN)
            self.styled.write(opening, EDIT_SIGN)
            self.styled.write(join_words(run), DROPPED)
            self.styled.write(closing, EDIT_SIGN)
        self.styled.write(" " if after else "", EDIT_SIGN)

    def _write_marks_before(self, number: int) -> None:
        """Write the marks between two parts, if a word is the first of one."""
        if number and self._printed.begins_part(number):
            words = self._printed.version.words
            self.styled.write(self._printed.marks(words[number - 1].part)[1])
            self.styled.write(BETWEEN_PARTS, CONTEXT)
            self.styled.write(self._printed.marks(words[number].part)[0])

    def _write_word(self, number: int, edit: Edit) -> None:
        """Write a word of the version with what is printed around it, and the gap after it."""
        word = self._words[number]
        gap = "" if self._printed.begins_part(number + 1) else word.gap
        if edit.kind not in (EditKind.INSERTED, EditKind.CHANGED):
            self.styled.write(word.text + gap)
            return
        is_first = number == edit.version.start
        is_last = number == edit.version.stop - 1
        opening, closing = self._brackets.added
        self.styled.write(word.before, "" if is_first else ADDED)
        self.styled.write(opening if is_first else "", EDIT_SIGN)
        self.styled.write(word.word, ADDED)
        self.styled.write(closing if is_last else "", EDIT_SIGN)
        self.styled.write(word.after + gap, "" if is_last else ADDED)


def _shows_dropped(edit: Edit, version: Version) -> bool:
    """Return whether the dropped words of an edit are shown; those around a fragment are not."""
    if edit.kind not in (EditKind.DROPPED, EditKind.CHANGED):
        return False
    is_at_end = edit.place in (EditPlace.START, EditPlace.END)
    return not (is_at_end and version.form is VersionForm.PARTIAL)
