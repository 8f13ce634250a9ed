"""Clauses inside the reporter's sentence whose verbs do not govern the words quoted after them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.addressee import ADDRESSING
from reader.quotes.cues import PASSIVE, CueMatch, is_noun, match_cue
from reader.quotes.noun_phrases import PRONOUNS, NounPhrase, read_noun_phrase
from reader.quotes.quote import Stance
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_word

_DESCRIBING = load_word_class("describing_verbs") | {"dub", "name", "title"}
_SUBORDINATORS = frozenset(
    ("if", "while", "although", "though", "because", "when", "unless", "since", "until")
)
_OBJECT_RELATIVES = frozenset(("what", "whom"))
"""Their clause has its object before its subject ("what the mayor described as")."""
_WITHOUT_OBJECT = frozenset(("as", "in", "by"))
"""A form on -ed that one of these follows has no object: it is a participle."""
_PERSONAL = frozenset(("he", "she", "they"))
_COMPOUND = frozenset(
    (
        *("has", "had", "have", "hasn't", "hasn’t", "hadn't", "hadn’t", "haven't", "haven’t"),
        *("is", "was", "are", "were"),
    )
)
_MODALS = frozenset(("would", "will", "could", "should", "might"))
"""What would be said is not said: who speaks of it does."""
_LEAST_CLAUSE_WORDS = 3
_BETWEEN_WORDS = 2
"""Words between a reporting verb and the subject of the clause that it reports."""

_BEFORE_THAT_WORDS = 9
"""The same where "that" begins the clause: "said in a statement to the Harbour News that"."""


def find_closed_clause(tokens: Sequence[Token], end: int) -> int | None:
    """Find a subordinate clause that is reported and ends in the comma before a quote.

    ("Smith said that if the talks fail, “…”": what is quoted is said by Smith.)

    Args:
        tokens: the reporter's words before the quote.
        end: the position after the last word.

    Returns:
        The position of the conjunction, or None without such a clause.
    """
    if end >= len(tokens) or tokens[-1].word != ",":
        return None
    for position in range(end - _LEAST_CLAUSE_WORDS, 0, -1):
        if tokens[position].word in ",;:":
            return None
        if tokens[position].lower in _SUBORDINATORS:
            before = position - 1 if tokens[position - 1].lower == "that" else position
            verb = match_cue(tokens, before - 1) if before else None
            return position if verb is not None and not verb.word.weak else None
    return None


def is_joined_to_report(tokens: Sequence[Token], subject: NounPhrase, end: int) -> bool:
    """Whether "and," joins a quote to what is reported in a clause with "that".

    ("Smith said that Jones had told the board of it and, “…”": what is quoted is said by Smith.)
    """
    if tokens[end - 1].lower != "and" or subject.first < 2:
        return False
    if tokens[subject.first - 1].lower != "that":
        return False
    return any(
        cue is not None and not cue.weak and not is_capital(token)
        for token in tokens[1 : subject.first - 1]
        if (cue := load_vocabulary().cues.get(token.lower)) is not None
    )


def is_reduced_relative(tokens: Sequence[Token], verb: CueMatch, subject: NounPhrase) -> bool:
    """Whether a verb is a participle that describes the noun before it, which does not speak.

    ("the men, known as “…”", "a program called Prism is a “…”")
    """
    lower = tokens[verb.first].lower
    if subject.first and tokens[subject.first - 1].lower in _OBJECT_RELATIVES:
        return False
    following = [token.lower for token in tokens[verb.last : verb.last + 2]]
    is_referred = verb.word.lemma == "refer" and following[:1] == ["to"]
    has_no_object = (following[1:] if is_referred else following[:1]) or [""]
    is_participle = lower == "known" or verb.word.lemma in _DESCRIBING
    if is_participle and has_no_object[0] in _WITHOUT_OBJECT:
        return not _has_auxiliary(tokens, verb.first) and lower.endswith(("ed", "known"))
    if _has_agent(tokens, verb):
        return True
    if verb.word.lemma not in _DESCRIBING or not lower.endswith("ed") or subject.has_name:
        return False
    if tokens[subject.first].lower in PRONOUNS or subject.last != verb.first:
        return False
    is_naming = verb.last == len(tokens) or is_capital(tokens[verb.last])
    return is_naming and tokens[subject.last - 1].lower not in load_vocabulary().roles


def _has_agent(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Return whether the agent follows a participle: "the plan announced by Smith would …"."""
    rest = tokens[verb.last : verb.last + 2]
    is_agent = len(rest) > 1 and rest[0].lower == "by" and not rest[1].lower.endswith("ing")
    is_before = _has_auxiliary(tokens, verb.first) or tokens[verb.first - 1].lower in PASSIVE
    return is_agent and not is_before and tokens[verb.first].lower.endswith("ed")


def _has_auxiliary(tokens: Sequence[Token], position: int) -> bool:
    before = tokens[position - 1].lower
    return before in ("has", "have", "had", "who", "also") or before in PRONOUNS


def is_reported(tokens: Sequence[Token], verb: CueMatch, subject: NounPhrase) -> bool:
    """Whether a clause is what another verb reports, so that its own does not govern the quote.

    ("Smith said it reflected “…”", "Smith said that the country knows “…”": Smith speaks; "Smith
    said she has spoken “…”": the verb is "said".) A clause whose subject is named or speaks itself
    keeps its verb.
    """
    head = tokens[subject.first].lower
    is_thought = verb.word.stance is Stance.THINKING or verb.word.lemma in ("know", "reflect")
    is_thing = head in ("it", "this", "that") and not is_capital(tokens[subject.first])
    is_act = head in _PERSONAL and _tells_of_act(tokens, verb)
    is_planned = tokens[verb.first - 1].lower in _MODALS
    is_gerund = verb.word.gerund and not is_act
    is_of_report = is_thing or is_thought or is_act or is_planned
    if not is_of_report or is_gerund or subject.last > verb.first:
        return False
    has_that = subject.first > 0 and tokens[subject.first - 1].lower == "that"
    between = _BEFORE_THAT_WORDS if has_that else _BETWEEN_WORDS
    for position in range(subject.first - 1, max(-1, subject.first - 2 - between), -1):
        outer = match_cue(tokens, position)
        if outer is None or outer.word.stance is Stance.THINKING or outer.word.weak:
            if not is_word(tokens[position]):
                return False
            continue
        if has_that and is_noun(tokens, position, outer.word):
            continue
        return position > 0 and not is_noun(tokens, position, outer.word)
    return False


def is_of_inserted_clause(tokens: Sequence[Token], verb: CueMatch, subject: NounPhrase) -> bool:
    """Whether a clause of somebody without a name is what a clause inserted before it reports.

    ("If you find success, he said, conservatives believe “…”": he speaks)
    """
    comma = subject.first - 1
    if subject.has_name or comma < 3 or tokens[comma].word != "," or verb.first < subject.last:
        return False
    said = match_cue(tokens, comma - 1)
    begin = comma - 2
    while begin > 0 and is_capital(tokens[begin]):
        begin -= 1
    is_subject = begin < comma - 2 or tokens[comma - 2].lower in _PERSONAL
    opening = begin if begin < comma - 2 else begin - 1
    is_inserted = opening >= 0 and tokens[opening].word == ","
    return said is not None and not said.word.weak and is_subject and is_inserted


def _tells_of_act(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a verb is a weak one, or is in a compound tense away from the quote.

    ("she opposes “…”", "he was declaring a halt for “…”")
    """
    if verb.word.weak:
        return True
    is_compound = tokens[verb.first - 1].lower in _COMPOUND
    return is_compound and len(tokens) - verb.last > 1


def find_inner_verb(tokens: Sequence[Token], verb: CueMatch) -> CueMatch | None:
    """Find the verb of a speaker inside a report by others ("aides said Jo Smith told them")."""
    if verb.word.lemma != "say" or verb.last >= len(tokens):
        return None
    phrase = read_noun_phrase(tokens, verb.last, len(tokens))
    if (
        phrase is None
        or phrase.first != verb.last
        or not phrase.has_name
        or phrase.last >= len(tokens)
    ):
        return None
    inner = match_cue(tokens, phrase.last)
    is_telling = inner is not None and inner.word.lemma in ADDRESSING and not inner.word.weak
    return inner if is_telling else None
