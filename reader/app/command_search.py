"""Finding commands by what is typed: a name, another word for it, or a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from reader.app.key_table import KEY_TABLE, binding_name
from reader.text.stop_words import is_stop_word
from reader.text.words import split_words, stem_word

SYNONYMS: dict[str, str] = {
    "next-pane": "right article column",
    "previous-pane": "left article column",
    "any-article": "go to article",
    "go-to": "command paragraph number line",
    "commands": "palette menu",
    "keys": "help shortcuts legend signs manual",
    "search": "find grep",
    "archive": "coverage other outlets find quotation",
    "next-linked": "match same jump",
    "previous-linked": "match same",
    "next-only-here": "unique alone exclusive one own outlet reports fact",
    "previous-only-here": "unique alone exclusive one outlet reports fact",
    "open": "follow jump enter match",
    "back": "return history",
    "looser": "threshold weaker more links sure",
    "stricter": "threshold surer fewer links sure",
    "hold-still": "follow sync scroll level",
    "pin": "lock hold",
    "zoom": "alone maximize full two",
    "hide": "close pane article column",
    "all-evenly": "show unhide equal",
    "why": "drawer reasons evidence explain sure score",
    "map": "overview minimap",
    "word-by-word": "diff style differences two paragraphs passages compare",
    "base": "compare with reference",
    "compare": (
        "ladder quote quotation versions rungs cut trimmed shortened left out dropped "
        "missing lost altered misquoted"
    ),
    "all-quotes": "quotations list speakers",
    "matrix": "coverage table grid moments outlets who reports omits has lacks",
    "one-story": "collated collation collate read once fullest moments merged summary whole",
    "headlines": "ledes leads title standfirst beginnings",
    "differences": (
        "facts figures numbers dates names contradict differ disagree agree conflict dispute "
        "inconsistent discrepancy wrong"
    ),
    "versions": "corrected updated shortened changes edits diff history correction",
    "people": "persons speakers names quoted heard sources voices words says said",
    "only-one": "single fold alone",
    "order": "sort",
    "lens": "mark highlight quotations view copied copy plagiarism wire agency churnalism",
    "furniture": "boilerplate folded hidden",
    "numbers": "paragraph line",
    "about": "information metadata facts source byline date agency wire",
    "theme": "colours colors dark light contrast appearance",
    "correct": "story heading furniture kind",
    "add": "article open file address paste insert",
    "remove": "article delete close",
    "reload": "refresh read sources again update",
    "note": "write annotate comment remark",
    "all-notes": "list notebook comments annotations",
    "add-link": "connect same match mark",
    "reject": "wrong refuse remove link claim",
    "save": "store keep dossier file send share",
    "cancel": "discard drop abandon",
    "undo": "take back revert",
    "copy": "export citation cite clipboard yank save",
    "copied": "clipboard paste file",
    "original": "source browser page website web file address external",
    "report": "save export file write markdown html json csv card document send print share",
    "close": "cancel escape clear",
    "quit": "exit leave back",
    "quit-now": "exit leave",
}
"""Other words under which a command is found, by the name of its meaning."""


def list_names(name: str) -> tuple[str, ...]:
    """Return the name of a command, its words, and other words for it."""
    return (name, *name.split("-"), *SYNONYMS.get(name, "").split())


_MOST_DIGITS = 9
"""Digits of a typed number; with more it is no paragraph of any article."""
_FEWEST_LETTERS = 3
"""Letters from which the beginning of a word is taken for it."""
_UNKNOWN_RARITY = 0.25
"""What a word counts that no command has: it says little, as the others cannot answer it."""
_FIELD_WEIGHTS = (0.85, 0.9, 0.95, 1.0)
"""What a word counts in the meaning, the sentence, the synonyms and the name of a command."""


_LEAVING = frozenset({"quit", "quit-now"})
"""The names of the commands that leave the program."""


def parse_command(typed: str, bindings: Sequence[Binding]) -> int | Binding | None:
    """Return the paragraph number or the binding that surely was meant by what was typed.

    Args:
        typed: a number, or the name of a binding such as `order` or `next hit`, or the beginning
            of one name, or another word that one command alone has, such as `dark` for the theme.
        bindings: the bindings of a screen.

    Returns:
        None where nothing is called so, or several commands are. What leaves the program is meant
        by one word only: `quit` with further words may have been meant otherwise.
    """
    words = typed.strip()
    if words.isdecimal() and len(words) <= _MOST_DIGITS:
        return int(words)
    words = words.lower().replace(" ", "-")
    if not words:
        return None
    names = [(binding_name(binding), binding) for binding in bindings]
    others = [(set(SYNONYMS.get(name, "").split()), binding) for name, binding in names]
    for found in (
        [binding for name, binding in names if name == words],
        [binding for name, binding in names if name.startswith(words)],
        [binding for synonyms, binding in others if words in synonyms],
        [
            binding
            for synonyms, binding in others
            if len(words) >= _FEWEST_LETTERS and any(each.startswith(words) for each in synonyms)
        ],
    ):
        if found:
            named = {binding_name(each) for each in found}
            leaves = " " in typed.strip() and not named.isdisjoint(_LEAVING)
            return found[0] if len(named) == 1 and not leaves else None
    return None


def rank_commands(typed: str, bindings: Sequence[Binding]) -> list[float]:
    """Return for each command how much of a sentence it answers, 0..1.

    Words count by how few of the commands have them, whatever their inflection; function words
    only where there is nothing else. A word is a command's if its name, its sentence, its meaning
    or its synonyms have it, or, of the last one, begin with it.

    Args:
        typed: the sentence, perhaps unfinished.
        bindings: the bindings of a screen.
    """
    words = split_words(typed.lower())
    words = [word for word in words if not is_stop_word(word)] or words
    stems = [_weigh_stems(binding) for binding in bindings]
    shares = [0.0] * len(bindings)
    total = 0.0
    for number, word in enumerate(words):
        is_last = number == len(words) - 1 and typed[-1:].isalnum()
        found = [_weigh_word(each, word, is_unfinished=is_last) for each in stems]
        commands = sum(map(bool, found))
        rarity = 1.0 / (1 + commands) if commands else _UNKNOWN_RARITY
        total += rarity
        for command, weight in enumerate(found):
            shares[command] += rarity * weight
    return [share / total for share in shares] if total else shares


def _weigh_stems(binding: Binding) -> dict[str, float]:
    """Return how much each stem says about a command: most in its name, least in its meaning."""
    name = binding_name(binding)
    meaning = KEY_TABLE[name].meaning if name in KEY_TABLE else ""
    texts = (meaning, str(binding.tooltip or ""), SYNONYMS.get(name, ""), name)
    return {
        stem_word(word): weight
        for text, weight in zip(texts, _FIELD_WEIGHTS, strict=True)
        for word in split_words(text.lower())
    }


def _weigh_word(stems: dict[str, float], word: str, *, is_unfinished: bool) -> float:
    whole = stems.get(stem_word(word), 0.0)
    if whole or not is_unfinished or len(word) < _FEWEST_LETTERS:
        return whole
    return max((weight for stem, weight in stems.items() if stem.startswith(word)), default=0.0)
