"""Which edit of a quotation tells most: words that say something, changed, cut or put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.quote_versions import Edit, EditKind, EditPlace
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.written_forms import Writing, compare_writing, expand_word, spell_alike
from reader.text.abbreviations import ABBREVIATIONS
from reader.text.sentences import ends_sentence
from reader.text.stop_words import is_stop_word
from reader.text.values import NumberValue, find_values, read_clause
from reader.text.words import word_key

if TYPE_CHECKING:
    from reader.text.values import Modality, Polarity

_MOST_CHANGED, _MOST_CUT = 8, 14
"""Words of an edit; versions with a longer one are other parts of an utterance."""
_LEAST_HELD = 2
"""Words in a row that both versions have on each side of an edit of one sentence."""
_LEAST_ALIKE = 0.7
"""The share, 0..1, of a version's inner words that the base has, too; below it the words are
another remark on the same theme."""
_REACH = 6
"""Words of the base on each side of an edit in which another version of the article may be."""
_LEAST_AGAIN = 3
"""Words of the base in that reach that make the other version one of the same sentence."""

_REFERRING = frozenset(
    {
        *("he", "him", "his", "she", "her", "it", "its", "they", "them", "their"),
        *("this", "that", "these", "those"),
    }
)
"""Words that stand for what the other version may name."""
_INTERJECTIONS = frozenset({"oh", "ah", "uh", "um", "er", "hi", "hello", "okay", "ok"})


class _Weight(NamedTuple):
    """How much an edit tells, in the order of its fields."""

    cuts_sentence: bool
    turns: bool
    """Whether one side denies the other, or is more or less certain."""
    exchanges: bool
    """Whether both sides say something."""
    words: int


def find_telling_edit(
    base: PrintedWords, version: PrintedWords, edits: Sequence[Edit]
) -> Edit | None:
    """Return the edit that changes most of what a quotation says, None where none does.

    Args:
        base: the words of the fullest version with the text of their article.
        version: those of another.
        edits: those from `base` to `version`, all of them.
    """
    if not _are_one_remark(edits):
        return None
    weights = {
        at: weight
        for at, edit in enumerate(edits)
        if _is_unsigned(edit) and _is_held(base, version, edits, at)
        if (weight := _weigh(base, version, edits, edit)) is not None
    }
    best = max(weights, key=lambda at: (weights[at], -at), default=None)
    return None if best is None else edits[best]


def states_again(edit: Edit, others: Sequence[Edit]) -> bool:
    """Return whether another version of one article has the sentence of an edit, told otherwise.

    Then the speaker said it twice, and neither version is a change of the other.

    Args:
        edit: the edit, from the base.
        others: the edits from the base to the other version.
    """
    before = slice(edit.base.start - _REACH, edit.base.start)
    after = slice(edit.base.stop, edit.base.stop + _REACH)
    same = [_count_same(others, side) for side in (before, after)]
    has_edit = any(other.base == edit.base for other in others if other.kind is edit.kind)
    return min(same) > 0 and sum(same) >= _LEAST_AGAIN and not has_edit


def _count_same(edits: Sequence[Edit], part: slice) -> int:
    """Count the words of a stretch of the base that a version has."""
    return sum(
        max(0, min(part.stop, edit.base.stop) - max(part.start, edit.base.start))
        for edit in edits
        if edit.kind is EditKind.SAME
    )


def overlap(edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Return whether two versions, by their edits from one base, have words of it in common."""
    kept, other_kept = (
        {
            position
            for edit in each
            if edit.kind is EditKind.SAME
            for position in range(edit.base.start, edit.base.stop)
        }
        for each in (edits, others)
    )
    return len(kept & other_kept) >= _LEAST_AGAIN


def _is_unsigned(edit: Edit) -> bool:
    """Return whether an edit changes words, or cuts some without a sign of it."""
    if edit.kind is EditKind.SAME or edit.signed or edit.place is not EditPlace.INSIDE:
        return False
    most = _MOST_CHANGED if edit.kind is EditKind.CHANGED else _MOST_CUT
    return max(edit.base_count, edit.version_count) <= most


def _are_one_remark(edits: Sequence[Edit]) -> bool:
    inner = [edit for edit in edits if edit.place is EditPlace.INSIDE and not edit.signed]
    same = sum(edit.version_count for edit in inner if edit.kind is EditKind.SAME)
    return same >= _LEAST_ALIKE * sum(edit.version_count for edit in inner)


def _is_held(base: PrintedWords, version: PrintedWords, edits: Sequence[Edit], at: int) -> bool:
    """Return whether words that both have hold a change on each side, in one pair of marks.

    One word does where both versions begin or end with it.
    """
    edit, before, after = edits[at], edits[at - 1], edits[at + 1]
    is_change = edit.kind is EditKind.CHANGED
    begins = is_change and before.base.start == before.version.start == 0
    ends = is_change and (after.base.stop, after.version.stop) == (
        len(base.words),
        len(version.words),
    )
    held = [
        _count_held(base, version, run) for run in (reversed(edits[:at]), iter(edits[at + 1 :]))
    ]
    if (held[0] < _LEAST_HELD and not begins) or (held[1] < _LEAST_HELD and not ends):
        return False
    for printed, part in ((base, edit.base), (version, edit.version)):
        words = printed.words[part.start - 1 : part.stop + 1]
        if len({word.part for word in words}) > 1:
            return False
    return True


def _count_held(base: PrintedWords, version: PrintedWords, edits: Iterator[Edit]) -> int:
    """Count the words that both have up to the next edit of words that say something."""
    count = 0
    for edit in edits:
        if edit.kind is EditKind.SAME:
            count += min(edit.base_count, edit.version_count)
            continue
        weighty = chain(_read_weighty(base, edit.base), _read_weighty(version, edit.version))
        if edit.place is not EditPlace.INSIDE or edit.signed or any(weighty):
            break
    return count


def _weigh(
    base: PrintedWords, version: PrintedWords, edits: Sequence[Edit], edit: Edit
) -> _Weight | None:
    """Return how much an edit tells; None where it says nothing, or is of several sentences."""
    one, other = base.print_words(edit.base), version.print_words(edit.version)
    if edit.kind is EditKind.CHANGED:
        if _has_inner_end(base, edit.base) or _has_inner_end(version, edit.version):
            return None
        if compare_writing(one, other, opens=True) is not Writing.OTHER:
            return None
    printed, part = (version, edit.version) if edit.version_count else (base, edit.base)
    is_sentence = edit.kind is not EditKind.CHANGED and _are_sentences(printed, part)
    if not is_sentence and _has_inner_end(printed, part):
        return None
    words, others = list(_read_weighty(base, edit.base)), list(_read_weighty(version, edit.version))
    moved = _read_moved(base, version, edits, edit)
    left = [word for word in words if not _is_among(word, others) and word not in moved]
    new = [word for word in others if not _is_among(word, words) and word not in moved]
    turns = _turns(one, other, is_change=edit.kind is EditKind.CHANGED)
    if not turns and (not (left or new) or _is_reference(edit, (base, version), (left, new))):
        return None
    return _Weight(is_sentence, turns, bool(left and new), len(left) + len(new))


def _is_reference(
    edit: Edit, printed: tuple[PrintedWords, PrintedWords], weighty: tuple[list[str], list[str]]
) -> bool:
    """Return whether a pronoun of one version stands for what the other names."""
    for text, part, words in zip(printed, (edit.base, edit.version), weighty, strict=True):
        keys = {word.key for word in text.words[part]}
        if not words and keys and not keys.isdisjoint(_REFERRING):
            return True
    return False


def _read_weighty(printed: PrintedWords, part: slice) -> Iterator[str]:
    """Yield the words of weight in one spelling, numbers as figures, contractions written out."""
    for position in range(part.start, part.stop):
        word = printed.words[position]
        yield from _spell_weighty(printed.text[word.start : word.end])


@lru_cache(maxsize=1 << 14)
def _spell_weighty(text: str) -> tuple[str, ...]:
    """Return the words of weight that one printed word stands for, as `_read_weighty` does."""
    values = [value for value in find_values(text) if isinstance(value, NumberValue)]
    if len(values) == 1 and values[0].end - values[0].start == len(text):
        return (str(values[0].stated),)
    keys = (spell_alike(word_key(each)) for each in expand_word(text)[-1])
    return tuple(key for key in keys if key and not is_stop_word(key) and key not in _INTERJECTIONS)


def _is_among(key: str, others: Sequence[str]) -> bool:
    """Return whether a word is one of others, but for a title cut short: Gen., General."""
    titles = ABBREVIATIONS.words["before a name"]
    for other in others:
        short, whole = sorted((key, other), key=len)
        if key == other or (short.capitalize() in titles and whole.startswith(short)):
            return True
    return False


def _read_moved(
    base: PrintedWords, version: PrintedWords, edits: Sequence[Edit], edit: Edit
) -> frozenset[str]:
    """Return the words of weight of the other edits: what is in one of them has moved."""
    rest = [each for each in edits if each.kind is not EditKind.SAME and each is not edit]
    rest = [each for each in rest if max(each.base_count, each.version_count) <= _MOST_CUT]
    read = (
        chain(_read_weighty(base, each.base), _read_weighty(version, each.version)) for each in rest
    )
    return frozenset(chain.from_iterable(read))


def _turns(one: str, other: str, *, is_change: bool) -> bool:
    """Return whether words deny what the others say, or take it as less or more certain."""
    stances = [read_stance(text) for text in (one, other)]
    if stances[0][0] != stances[1][0]:
        return True
    return is_change and stances[0][1] != stances[1][1]


def read_stance(words: str) -> tuple[Polarity | None, frozenset[Modality]]:
    """Return whether some words deny something, and how sure they are of it, in English."""
    from reader.text.values import Polarity

    written = " ".join(part for word in words.split() for part in expand_word(word)[-1])
    clause = read_clause(written) if written else None
    if clause is None:
        return Polarity.AFFIRMED, frozenset()
    return clause.polarity, clause.modalities


def _has_inner_end(printed: PrintedWords, part: slice) -> bool:
    return any(_begins(printed, position) for position in range(part.start + 1, part.stop))


def _are_sentences(printed: PrintedWords, part: slice) -> bool:
    return part.start < part.stop and _begins(printed, part.start) and _begins(printed, part.stop)


def _begins(printed: PrintedWords, position: int) -> bool:
    """Return whether a sentence begins at a word, or a quotation begins or is over."""
    if not 0 < position < len(printed.words):
        return True
    before, word = printed.words[position - 1], printed.words[position]
    if before.part != word.part:
        return True
    return word.after_stop and ends_sentence(printed.text, before.end, word.start)
