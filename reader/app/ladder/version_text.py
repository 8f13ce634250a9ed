"""A version of a quote as running text that shows how it differs from the base."""

from __future__ import annotations

from reader.app.ladder.printed_version import PrintedVersion
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
_LONGEST_TRIM = 16
"""Words trimmed at an end that are printed whole; of more, only the first and the last."""
_FIRST_WORDS, _LAST_WORDS = 6, 4


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
            styled.write(" … ", CONTEXT)
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
    printed: PrintedVersion, base: PrintedVersion, *, brackets: bool, context: int = 0
) -> StyledText:
    """Write a version with the words of the base that it dropped and the words it added.

    Args:
        printed: the version; its edits are those against `base`.
        base: the version it is compared with.
        brackets: whether `[-…-]` and `{+…+}` are written around them.
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


def shorten_trim(words: list[str], edit: Edit) -> list[str]:
    """Return the words of an edit; a long trim at an end is shortened in the middle."""
    is_at_end = edit.place in (EditPlace.START, EditPlace.END)
    if is_at_end and len(words) > _LONGEST_TRIM:
        return [*words[:_FIRST_WORDS], "…", *words[-_LAST_WORDS:]]
    return words


class _EditWriter:
    """Writes the edits of a version one after the other."""

    def __init__(self, printed: PrintedVersion, base: PrintedVersion, brackets: bool) -> None:
        self.styled = StyledText()
        self._printed = printed
        self._base_words = base.words()
        self._brackets = brackets
        self._part = 0
        self._follows_dropped = False
        """Whether dropped words were written last, so that a space is needed."""

    def write_version(self) -> None:
        """Write all edits, from the first opening mark to the last closing mark."""
        self.styled.write(self._printed.opening(0))
        for edit in self._printed.version.edits:
            if _shows_dropped(edit, self._printed.version):
                self._write_dropped(edit)
            for number in range(edit.version.start, edit.version.stop):
                self._write_gap_before(number)
                self._write_word(number, edit)
        self.styled.write(self._printed.marks(self._part)[1])

    def _write_dropped(self, edit: Edit) -> None:
        words = " ".join(shorten_trim(self._base_words[edit.base], edit))
        self.styled.write_space()
        self.styled.write(f"[-{words}-]" if self._brackets else words, DROPPED)
        self._follows_dropped = True

    def _write_gap_before(self, number: int) -> None:
        """Write what is needed before a word: the marks between two parts, or a space."""
        part = self._printed.version.words[number].part
        if part != self._part:
            self.styled.write(self._printed.marks(self._part)[1])
            self.styled.write(" … ", CONTEXT)
            self.styled.write(self._printed.opening(part))
            self._part = part
        elif self._follows_dropped:
            self.styled.write_space()
        self._follows_dropped = False

    def _write_word(self, number: int, edit: Edit) -> None:
        word = self._printed.version.words[number]
        text = self._printed.text[word.start : word.end]
        is_added = edit.kind in (EditKind.INSERTED, EditKind.CHANGED)
        is_last = number == edit.version.stop - 1
        if is_added and self._brackets:
            text = ("{+" if number == edit.version.start else "") + text
            text += "+}" if is_last else ""
        self.styled.write(text, ADDED if is_added else "")
        self.styled.write(
            self._printed.after_word(number), ADDED if is_added and not is_last else ""
        )


def _shows_dropped(edit: Edit, version: Version) -> bool:
    """Return whether the dropped words of an edit are shown; those around a fragment are not."""
    if edit.kind not in (EditKind.DROPPED, EditKind.CHANGED):
        return False
    is_at_end = edit.place in (EditPlace.START, EditPlace.END)
    return not (is_at_end and version.form is VersionForm.PARTIAL)
