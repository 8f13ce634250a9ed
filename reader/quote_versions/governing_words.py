"""The words of a text that govern what is said beside them: negation, doubt, condition, another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quote_versions.check_reasons import ReasonCode
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import find_clauses
from reader.text.values.lexemes import MARK, WORD, Lexeme, cut_lexemes
from reader.text.word_lists import WordLists

GOVERNING_LISTS = WordLists(__file__, "governing_words")
_LONGEST_PHRASE = 7
_SUBJECT_REACH = 6
"""Words before a verb of reporting among which its subject is looked for."""
_PHRASE_REACH = 2
"""Words of a phrase before its noun: "for different reasons"."""
_CODES = {
    "negation": ReasonCode.NEGATION,
    "weak negation": ReasonCode.NEGATION,
    "denial": ReasonCode.NEGATION,
    "ended": ReasonCode.NEGATION,
    "unlikely": ReasonCode.NEGATION,
    "reported": ReasonCode.DOUBT,
    "conditional": ReasonCode.CONDITION,
}
_SECTIONS = {
    "doubt": ReasonCode.DOUBT,
    "condition": ReasonCode.CONDITION,
    "qualification": ReasonCode.QUALIFICATION,
}
_OTHER_GROUPS = ("agreeing", "urging", "feeling")
"""Groups of reporting verbs by which nobody states anything."""
_ALWAYS_VERBS = frozenset(("say", "tell", "claim"))
"""Reporting verbs whose forms in `_SPEECH_FORMS` are hardly ever nouns."""
_SPEECH_FORMS = frozenset(("says", "said", "tells", "told", "claimed"))


class GoverningWords(NamedTuple):
    """Words that govern what is beside them; the offsets are those of the text."""

    code: ReasonCode
    start: int
    end: int
    lower: str
    """The words in lower case."""


@lru_cache(maxsize=1 << 12)
def find_governing_words(text: str) -> tuple[GoverningWords, ...]:
    """Return the words of a text that deny, doubt, condition, limit or attribute, in order.

    Modal verbs by which the speaker introduces an own statement ("I can tell you") are left out.
    """
    lexemes = cut_lexemes(text)
    found = list(_find_markers(text, lexemes))
    found += _find_phrases(lexemes)
    found += _find_attributions(lexemes)
    return tuple(sorted(set(found), key=lambda words: (words.start, words.end)))


def _find_markers(text: str, lexemes: Sequence[Lexeme]) -> Iterator[GoverningWords]:
    for clause in find_clauses(text):
        for marker in clause.markers:
            if marker.kind == "not negation":
                continue
            code = _CODES.get(marker.kind, ReasonCode.MODALITY)
            if code is ReasonCode.MODALITY and _introduces_statement(lexemes, marker.start):
                continue
            lower = text[marker.start : marker.end].lower().replace("’", "'")
            yield GoverningWords(code, marker.start, marker.end, lower)


def _introduces_statement(lexemes: Sequence[Lexeme], start: int) -> bool:
    """Whether a modal verb is that of "I can tell you": an own statement follows."""
    words = [lexeme for lexeme in lexemes if lexeme.kind == WORD]
    number = next((index for index, word in enumerate(words) if word.end > start), len(words))
    before = words[number - 1].lower if number else ""
    own = {"i", "we"}
    is_own = before in own or (number < len(words) and words[number].lower in ("i'll", "we'll"))
    factive = GOVERNING_LISTS.words["factive"]
    after = {word.lower for word in words[number + 1 : number + 3]}
    is_hedge = number < len(words) and words[number].lower in ("would", "could", "might", "may")
    return is_own and not is_hedge and not factive.isdisjoint(after)


def _find_phrases(lexemes: Sequence[Lexeme]) -> Iterator[GoverningWords]:
    phrases, beginnings = _phrases()
    index = 0
    while index < len(lexemes):
        found = None
        if lexemes[index].lower in beginnings and not _is_name(lexemes, index):
            found = _phrase_at(lexemes, index, phrases)
        if found is None:
            index += 1
            continue
        yield found[0]
        index = found[1]


def _is_name(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a word inside a sentence has a capital: "Felt" is a name then."""
    if not index or not lexemes[index].raw[0].isupper() or lexemes[index].lower == "i":
        return False
    return lexemes[index - 1].kind != MARK and not lexemes[index].raw.isupper()


def _phrase_at(
    lexemes: Sequence[Lexeme], index: int, phrases: dict[str, ReasonCode]
) -> tuple[GoverningWords, int] | None:
    longest = min(_LONGEST_PHRASE, len(lexemes) - index)
    for count in range(longest, 0, -1):
        run = lexemes[index : index + count]
        phrase = " ".join(lexeme.lower for lexeme in run).replace(" - ", "-")
        code = phrases.get(phrase)
        if code:
            return GoverningWords(code, run[0].start, run[-1].end, phrase), index + count
    return None


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, ReasonCode], frozenset[str]]:
    found = {
        phrase: code
        for section, code in _SECTIONS.items()
        for phrase in GOVERNING_LISTS.lines[section]
    }
    return found, frozenset(phrase.replace("-", " ").split()[0] for phrase in found)


def _find_attributions(lexemes: Sequence[Lexeme]) -> Iterator[GoverningWords]:
    """Yield the verbs by which a statement is given to somebody else, with their subjects."""
    verbs = load_reporting_verbs().single
    for index, lexeme in enumerate(lexemes):
        is_verb = lexeme.kind == WORD and not _is_capitalised_phrase(lexemes, index)
        verb = verbs.get(_find_finite_form(lexemes, index)) if is_verb else None
        if lexeme.lower == "according":
            yield GoverningWords(ReasonCode.ATTRIBUTION, lexeme.start, lexeme.end, lexeme.lower)
        if verb is None or verb.is_weak or verb.group in _OTHER_GROUPS:
            continue
        subject = _read_subject(lexemes, index)
        if not subject or _is_noun(subject, verb.lemma, lexeme.lower) or _is_own(subject):
            continue
        yield GoverningWords(
            ReasonCode.ATTRIBUTION,
            subject[0].start,
            lexeme.end,
            f"{subject[-1].lower} {lexeme.lower}",
        )


def _is_capitalised_phrase(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a word is in a name of several: "the United States Senate"."""
    if not index or not lexemes[index].raw[0].isupper():
        return False
    before = lexemes[index - 1]
    is_shouted = lexemes[index].raw.isupper() and len(lexemes[index].raw) > 1
    return before.kind == WORD and before.raw[0].isupper() and index > 1 and not is_shouted


def _find_finite_form(lexemes: Sequence[Lexeme], index: int) -> str:
    """Return a verb in lower case; of "kept shouting" the form without its ending."""
    lower = lexemes[index].lower
    before = lexemes[index - 1].lower if index else ""
    is_going_on = before in GOVERNING_LISTS.words["before participles"] and lower.endswith("ing")
    return lower.removesuffix("ing") if is_going_on else lower


def _read_subject(lexemes: Sequence[Lexeme], index: int) -> Sequence[Lexeme]:
    """Return the words before a verb, back to a mark or a few words."""
    first = index
    while first and index - first < _SUBJECT_REACH and lexemes[first - 1].kind != MARK:
        first -= 1
    return lexemes[first:index]


def _is_noun(subject: Sequence[Lexeme], lemma: str, form: str) -> bool:
    if lemma in _ALWAYS_VERBS and form in _SPEECH_FORMS:
        return False
    if subject[-1].lower in GOVERNING_LISTS.words["several"] and form in ("say", "claim", "tell"):
        return False
    # "for different reasons": what a preposition opens is no clause.
    is_phrase = subject[0].lower in GOVERNING_LISTS.words["naming prepositions"]
    is_phrase = is_phrase and form.endswith("s") and len(subject) <= _PHRASE_REACH
    return is_phrase or subject[-1].lower in GOVERNING_LISTS.words["nouns"]


def _is_own(subject: Sequence[Lexeme]) -> bool:
    """Whether the nearest subject of a verb, or of the one before an infinitive, is the speaker."""
    own = GOVERNING_LISTS.words["own subjects"]
    words = [word.lower.partition("'")[0] for word in subject]
    return not own.isdisjoint(words if words[-1] == "to" else words[-3:])
