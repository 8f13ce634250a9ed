"""How the words of one version of a quote differ from another's: for reports of all forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.quote_versions import Edit, EditKind, EditPlace, QuoteWord
from reader.reports.quote_report import in_marks

if TYPE_CHECKING:
    from rich.text import Text

_END_WORDS = 5
_STOPS = frozenset(",;:.?!–—-")
_OUTER = (EditPlace.START, EditPlace.END)
_PLACES = {
    EditPlace.START: "at the start",
    EditPlace.INSIDE: "inside",
    EditPlace.BETWEEN: "where it is interrupted",
    EditPlace.END: "at the end",
}


class Wording(NamedTuple):
    """The words of a version with the text that they stand in."""

    text: str
    words: Sequence[QuoteWord]

    def printed(self, part: slice, *, with_stop: bool = False) -> str:
        """The words as printed, those of several pairs of marks joined by a space.

        With the comma or the stop after the last word only where `with_stop` asks for it.
        """
        stretches: list[list[QuoteWord]] = []
        for word in self.words[part]:
            if stretches and self._continues(stretches[-1][-1], word):
                stretches[-1].append(word)
            else:
                stretches.append([word])
        words = " ".join(self.text[run[0].start : run[-1].end] for run in stretches)
        return words + self._stop_after(part.stop) if with_stop and words else words

    def _continues(self, before: QuoteWord, word: QuoteWord) -> bool:
        return before.part == word.part and "\n" not in self.text[before.end : word.start]

    def _stop_after(self, position: int) -> str:
        if not 0 < position < len(self.words):
            return ""
        before, word = self.words[position - 1], self.words[position]
        between = self.text[before.end : word.start].strip()
        return between if between in _STOPS else ""


def edits_as_json(edits: Sequence[Edit], base: Wording, version: Wording) -> list[dict[str, Any]]:
    """An edit script, every step with the words of both sides as printed.

    Each object has `kind` ("same", "dropped", "inserted", "changed"), `place` ("start",
    "inside", "between", "end"; null where the words are the same), `signed` (whether an
    ellipsis or square brackets tell of it), `base` and `version`, the words.
    """
    return [
        {
            "kind": edit.kind.value,
            "place": None if edit.kind is EditKind.SAME else edit.place.value,
            "signed": edit.signed,
            "base": base.printed(edit.base),
            "version": version.printed(edit.version),
        }
        for edit in edits
    ]


def differences(edits: Sequence[Edit], base: Wording, version: Wording) -> Iterator[str]:
    """Every difference in words: `cut inside without ellipsis: “of sustained engagement”`."""
    for edit in edits:
        if edit.kind is EditKind.SAME:
            continue
        words, new = base.printed(edit.base), in_marks(version.printed(edit.version))
        count = edit.base.stop - edit.base.start
        old = in_marks(_ends(words) if edit.place in _OUTER else words)
        where = _PLACES[edit.place] + (f", {_sign(edit, version)}" if edit.signed else "")
        if edit.kind is EditKind.CHANGED:
            yield f"changed {where}: {old} is {new}"
        elif edit.kind is EditKind.INSERTED:
            yield f"inserted {where}: {new}"
        elif edit.place is EditPlace.INSIDE:
            yield f"cut inside {'with' if edit.signed else 'without'} ellipsis: {old}"
        else:
            yield f"left out {_PLACES[edit.place]}: {count} word{'s' * (count > 1)}, {old}"


def struck(edits: Sequence[Edit], base: Wording, version: Wording) -> Text:
    """Both versions as one text: `[-what is gone-]` struck, `{+what is new+}` underlined.

    The signs are those of word diffs; they stay where a terminal shows no styles or
    the words are copied out of it.
    """
    from rich.text import Text

    text = Text()
    for edit in edits:
        old = base.printed(edit.base, with_stop=True)
        new = version.printed(edit.version, with_stop=True)
        if edit.place in _OUTER:
            old = _ends(old)
        if edit.kind is EditKind.SAME:
            pieces = [(new, "")]
        else:
            gone = "strike dim" if edit.signed else "strike red"
            pieces = [
                (old and f"[-{old}-]", gone),
                (new and f"{{+{new}+}}", "underline green"),
            ]
        for words, style in pieces:
            if words:
                text.append(" " if text else "")
                text.append(words, style)
    return text


def _sign(edit: Edit, version: Wording) -> str:
    """What tells the reader of words that are new."""
    bracketed = all(word.bracketed for word in version.words[edit.version])
    return "in brackets" if bracketed else "with ellipsis"


def _ends(words: str) -> str:
    """The first and the last of many words: nobody reads on what is merely not quoted."""
    split = words.split()
    if len(split) <= 2 * _END_WORDS + 2:
        return words
    return " ".join((*split[:_END_WORDS], "…", *split[-_END_WORDS:]))
