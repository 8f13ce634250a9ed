"""How the words of one version of a quote differ from another's: records, words, styled text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.quote_versions import Edit, EditKind, EditPlace
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.words_elsewhere import WordsElsewhere
from reader.reports.quote_phrases import add_quotation_marks
from reader.reports.quote_records import Record
from reader.text.words import word_spans

if TYPE_CHECKING:
    from rich.text import Text

_END_WORDS = 5
"""Words printed at each end of a long run that was trimmed."""
_FEWEST_HIDDEN = 2
"""So many words between those ends are printed."""
_ENDS = (EditPlace.START, EditPlace.END)
_PLACE_PHRASES = {
    EditPlace.START: "at the start",
    EditPlace.INSIDE: "inside",
    EditPlace.BETWEEN: "where it is interrupted",
    EditPlace.END: "at the end",
}


class EditPiece(NamedTuple):
    """Words of a version that are one step of its edit script."""

    dropped: str
    """The words of the base that the version does not have; empty for the same words."""
    words: str
    """The words of the version; empty where some are only dropped."""
    is_same: bool
    is_signed: bool = False
    """Whether an ellipsis or square brackets mark the difference."""


def build_edit_records(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> list[Record]:
    """Return an edit script, every step with the words of both sides as printed.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.

    Returns:
        Records with `kind` ("same", "dropped", "inserted", "changed"), `place` ("start",
        "inside", "between", "end"; None where the words are the same), `signed` (whether
        an ellipsis or square brackets mark it), `base` and `version`, the words.
    """
    return [
        {
            "kind": edit.kind.value,
            "place": None if edit.kind is EditKind.SAME else edit.place.value,
            "signed": edit.signed,
            "base": _print_side(base, edit.base, edit),
            "version": _print_side(version, edit.version, edit),
        }
        for edit in edits
    ]


def describe_edits(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> Iterator[str]:
    """Yield every difference: `cut inside without ellipsis: “of sustained engagement”`.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
    """
    for edit in edits:
        if edit.kind is not EditKind.SAME or edit.is_other_form:
            yield _describe_edit(edit, base, version)


def describe_version_edits(
    edits: Sequence[Edit],
    base: PrintedWords,
    version: PrintedWords,
    find_elsewhere: Callable[[Edit], WordsElsewhere],
) -> Iterator[str]:
    """Yield every difference between two articles, neither of which is the original.

    What one has before the first or behind the last common word is more than the other prints, no
    insertion; and what the other prints in another place is left out by nobody.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
        find_elsewhere: finds where the article that lacks the words of a step prints them.
    """
    for edit in edits:
        if edit.kind is EditKind.SAME:
            if edit.is_other_form:
                yield _describe_edit(edit, base, version)
            continue
        places = find_elsewhere(edit)
        if places.is_whole:
            yield _describe_moved(edit, base, version, places)
        elif edit.kind is EditKind.INSERTED and edit.place in _ENDS:
            yield _describe_end(edit, edits, version) + _name_part(places)
        else:
            yield _describe_edit(edit, base, version) + _name_part(places)


def _describe_moved(
    edit: Edit, base: PrintedWords, version: PrintedWords, places: WordsElsewhere
) -> str:
    """Describe words that the article which lacks them here prints in another place."""
    is_added = edit.kind is EditKind.INSERTED
    words = version.print_words(edit.version) if is_added else base.print_words(edit.base)
    article = "the article of the fullest" if is_added else "this article"
    return (
        f"{_name_paragraphs(places)} of {article}, not here {_PLACE_PHRASES[edit.place]}: "
        f"{add_quotation_marks(_shorten(words))}"
    )


def _describe_end(edit: Edit, edits: Sequence[Edit], version: PrintedWords) -> str:
    """Describe words before the first or behind the last word that both have."""
    is_other = any(
        one.place is edit.place and one.kind is EditKind.DROPPED and one.base_count for one in edits
    )
    words = add_quotation_marks(version.print_words(edit.version))
    return f"{'other words' if is_other else 'more'} {_PLACE_PHRASES[edit.place]}: {words}"


def _name_part(places: WordsElsewhere) -> str:
    return f"; partly {_name_paragraphs(places)}" if places.paragraphs else ""


def _name_paragraphs(places: WordsElsewhere) -> str:
    return "in " + ", ".join(f"¶{place + 1}" for place in places.paragraphs)


def mark_edits(edits: Sequence[Edit], base: PrintedWords, version: PrintedWords) -> Text:
    """Return both versions as one text: `[-dropped-]` struck, `{+added+}` underlined.

    The signs are those of word diffs; they are printed too, for terminals without styles
    and for words that are copied.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
    """
    from rich.text import Text

    text = Text()
    for piece in split_edits(edits, base, version):
        dropped_style = "strike dim" if piece.is_signed else "strike red"
        if piece.is_same:
            styled = [(piece.words, "")]
        else:
            styled = [
                (piece.dropped and f"[-{piece.dropped}-]", dropped_style),
                (piece.words and f"{{+{piece.words}+}}", "underline green"),
            ]
        for words, style in styled:
            if words:
                text.append(" " if text else "")
                text.append(words, style)
    return text


def split_edits(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> Iterator[EditPiece]:
    """Yield both versions piece by piece; of a long run that was trimmed, its ends.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
    """
    for edit in edits:
        dropped = base.print_words(edit.base, with_stop=True)
        added = version.print_words(edit.version, with_stop=True, with_joints=True)
        if edit.kind is EditKind.SAME:
            yield EditPiece("", added, is_same=True)
        else:
            if edit.place in _ENDS:
                dropped = _shorten(dropped)
            yield EditPiece(dropped, added, is_same=False, is_signed=edit.signed)


def _print_side(printed: PrintedWords, part: slice, edit: Edit) -> str:
    return printed.print_value(part) if edit.is_other_form else printed.print_words(part)


def _describe_edit(edit: Edit, base: PrintedWords, version: PrintedWords) -> str:
    if edit.is_other_form:
        forms = base.print_value(edit.base), version.print_value(edit.version)
        return "written differently: {} is {}".format(*map(add_quotation_marks, forms))
    words = base.print_words(edit.base)
    old = add_quotation_marks(_shorten(words) if edit.place in _ENDS else words)
    new = add_quotation_marks(version.print_words(edit.version))
    place = _PLACE_PHRASES[edit.place]
    signed_place = place + (f", {_name_sign(edit, base, version)}" if edit.signed else "")
    if edit.kind is EditKind.CHANGED:
        return f"changed {signed_place}: {old} is {new}"
    if edit.kind is EditKind.INSERTED:
        return f"inserted {signed_place}: {new}"
    if edit.place is EditPlace.INSIDE:
        if any(word.bracketed for word in base.words[edit.base]):
            return f"without the brackets of the fullest inside: {old}"
        return f"cut inside {'with' if edit.signed else 'without'} ellipsis: {old}"
    count = edit.base.stop - edit.base.start
    return f"left out {place}: {count} word{'s' * (count > 1)}, {old}"


def _name_sign(edit: Edit, base: PrintedWords, version: PrintedWords) -> str:
    """Return the sign by which either article marks what differs."""
    words = version.words[edit.version]
    if words and all(word.bracketed for word in words):
        return "in brackets"
    if any(word.bracketed for word in base.words[edit.base]):
        return "where the fullest has brackets"
    return "with ellipsis"


def _shorten(words: str) -> str:
    """Return the first and the last of many words; what was merely trimmed is not read whole.

    A count in brackets is in the place of the others: an ellipsis alone would read as the outlet's.
    Words are counted as everywhere else, so that a dash is no word and "co-operation" is two.
    """
    split = words.split()
    hidden = sum(1 for _ in word_spans(" ".join(split[_END_WORDS:-_END_WORDS])))
    if hidden <= _FEWEST_HIDDEN:
        return words
    return " ".join((*split[:_END_WORDS], f"[… {hidden} words]", *split[-_END_WORDS:]))
