"""All verbs that report speech in a sentence of the reporter, each with its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import MOST_SUBJECTS, Attribution, attribute
from reader.quotes.clause_subjects import find_main_subject, find_subject
from reader.quotes.cues import CueMatch, is_noun, is_passive, make_cue, match_cue
from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_adverb, is_capital, tokenize_sentence

_NOT_IMPLIED = load_word_class("not_implied")
_CLAUSE_VERBS = load_word_class("clause_verbs")
_INFERRING = load_word_class("inferring_verbs")
_OTHER_CLAUSE = (load_word_class("clause_starts") - {"that", "but"}) | {"who", "whose", "whom"}
_RELATIVES = frozenset(("who", "which", "whose"))
_READ_WORDS = 80
"""Words of a sentence that are read."""
_WITH_WORDS = 5
"""Words before a participle in which ", with" and its subject are."""
_DASHES = frozenset("—–―")
_BEFORE_PARTICIPLE = frozenset((",", "—", "–", "after", "before", "by", "while"))
"""What parts a participle from the clause whose subject is its own."""
_NO_CLAUSE_AFTER_AS = load_word_class("determiners") | {"part", "well", "of"}
_TEXTS = load_word_class("documents") | load_word_class("words_said")
_SENDING = frozenset(
    (
        *("circulated", "distributed", "filed", "gave", "issued", "left", "made", "posted"),
        *("published", "released", "sent", "signed", "wrote"),
    )
)
"""Verbs in the past of who gives out a text."""
_SENT_WORDS = 10
"""Words before a text in which such a verb is."""
_GOING_ON = frozenset(("on", "continued", "continues", "proceeded"))
"""Words before "to" and a verb that tell that it was done."""


def read_reports(text: str, start: int, end: int) -> Iterator[Attribution]:
    """Yield the verbs of a sentence that may report speech, from left to right.

    Verbs that mostly report beside a quotation are among them if they can have a clause ("agreed
    that"), and so are participles whose subject is that of the whole sentence ("Smith left, saying
    that …"). Whether a clause follows is not read here.
    """
    tokens = tokenize_sentence(text, start, end)
    subjects_left = MOST_SUBJECTS
    for position in range(1, min(len(tokens), _READ_WORDS)):
        verb = match_cue(tokens, position) if subjects_left else None
        if verb is None or not _may_report(tokens, verb):
            continue
        subjects_left -= 1
        if found := _read_subject_and_verb(text, tokens, verb):
            yield found


def _may_report(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a form is a verb that may have a clause of what is said."""
    word, before = verb.word, tokens[verb.first - 1].lower
    lemma = word.lemma.replace(" ", "_")
    if is_capital(tokens[verb.first]) or lemma in _NOT_IMPLIED:
        return False
    if word.weak and lemma not in _CLAUSE_VERBS:
        return False
    if word.gerund:
        return (
            before in _BEFORE_PARTICIPLE
            or (before == "and" and _has_participle(tokens, verb.first - 1))
            or (before in _TEXTS and _is_sent(tokens, verb.first - 1))
            or _follows_with(tokens, verb)
        )
    if before == "that":
        # "disputed a report that said": what is described by it speaks in another's words.
        return False
    if before == "to":
        return verb.first > 1 and tokens[verb.first - 2].lower in _GOING_ON
    return not is_noun(tokens, verb.first, word)


def _is_sent(tokens: Sequence[Token], noun: int) -> bool:
    """Whether somebody gives out a text that speaks: "sent the board a letter saying"."""
    return any(token.lower in _SENDING for token in tokens[max(1, noun - _SENT_WORDS) : noun])


def _follows_with(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a participle with "that" has a subject after ", with": ", with critics warning"."""
    if verb.last >= len(tokens) or tokens[verb.last].lower != "that":
        return False
    before = [token.lower for token in tokens[max(0, verb.first - _WITH_WORDS) : verb.first]]
    return "with" in before[1:-1] and before[before.index("with", 1) - 1] == ","


def _has_participle(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a participle after a comma is before "and": "left, calling it late and saying"."""
    for position in range(2, stop):
        first = position - is_adverb(tokens[position - 1])
        is_form = tokens[position].lower.endswith("ing") and not is_capital(tokens[position])
        if is_form and tokens[first - 1].word == ",":
            return True
    return False


def _read_subject_and_verb(
    text: str, tokens: Sequence[Token], verb: CueMatch
) -> Attribution | None:
    outer = _without_insertions(tokens, verb.first)
    moved = verb.first - len(tokens) + len(outer)
    inner = CueMatch(moved, moved + verb.last - verb.first, verb.word)
    phrase = find_subject(outer, moved, is_gerund=verb.word.gerund) if moved else None
    phrase = _without_object(outer, phrase) if phrase else None
    if phrase is None or is_passive(outer, inner):
        return None
    if verb.word.gerund:
        if _is_in_that_clause(outer, phrase):
            # What is added is said by whoever said the clause with "that".
            phrase = find_main_subject(outer, moved) if verb.word.lemma == "add" else None
        if phrase is None or not _is_of_subject(outer, phrase, inner):
            return None
    cue = make_cue(text, outer, inner.first, inner.last, inner.word)
    return attribute(rules.SPEAKER_VERB_NEARBY, outer, phrase, cue, is_adjacent=False)


def _without_insertions(tokens: Sequence[Token], verb: int) -> Sequence[Token]:
    """Leave out what is inserted between two dashes before a verb; a comma replaces it.

    Of a verb behind a single dash the words are those from the dash on, unless it is one of the
    clause before ("Smith left — and said").
    """
    dashes = [position for position in range(verb) if _is_dash(tokens, position)]
    if len(dashes) % 2:
        after = dashes[-1] + 1 + (tokens[dashes[-1]].word == "-")
        is_joined = verb <= after or tokens[after].lower in ("and", "but", "or")
        return tokens if is_joined or tokens[after].lower.endswith("ing") else tokens[after:]
    kept: list[Token] = []
    begin = 0
    for first, last in zip(dashes[::2], dashes[1::2], strict=True):
        comma = Token(tokens[first].start, tokens[first].start, ",", ",")
        kept += [*tokens[begin:first], comma]
        begin = last + 1 + (tokens[last].word == "-")
    return [*kept, *tokens[begin:]] if dashes else tokens


def _without_object(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase | None:
    """Return the name that a phrase begins with where no role is before its last name.

    ("Ida Vance beat Tom Wiech": the word between them is a verb that no list has.)
    """
    last = phrase.first
    while last < phrase.last and is_capital(tokens[last]):
        last += 1
    if last == phrase.first or not phrase.has_name or last >= phrase.name:
        return phrase
    before = tokens[phrase.name - 1]
    words = load_vocabulary()
    is_role = before.lower in words.roles | words.titles or not before.lower.isalpha()
    return phrase if is_role or is_capital(before) else read_noun_phrase(tokens, phrase.first, last)


def _is_in_that_clause(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    return phrase.first > 0 and tokens[phrase.first - 1].lower == "that"


def _is_dash(tokens: Sequence[Token], position: int) -> bool:
    """Whether a dash is at a position, which may be printed as two hyphens."""
    token, following = tokens[position], tokens[position + 1]
    is_double = token.word == following.word == "-" and following.start == token.end
    return token.word in _DASHES or is_double


def _is_of_subject(tokens: Sequence[Token], phrase: NounPhrase, verb: CueMatch) -> bool:
    """Whether a participle is the subject's, and of no other clause between both.

    ("Smith was late when Jones left, saying": either may be meant.) Of a verb that also tells what
    facts show it is the subject's only where another verb of saying is before ("won, suggesting").
    """
    if phrase.last > verb.first:
        return False
    if verb.word.lemma in _INFERRING and not _has_cue(tokens, phrase.last, verb.first - 1):
        return False
    position = _skip_relative(tokens, phrase.last, verb.first)
    return not any(_opens_clause(tokens, each) for each in range(position, verb.first - 1))


def _has_cue(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a verb of saying, weak ones included, is among some words."""
    for position in range(first, last):
        verb = match_cue(tokens, position)
        is_verb = verb is not None and not is_noun(tokens, position, verb.word)
        if is_verb and tokens[position].lower.endswith(("ed", "s", "said", "told", "wrote")):
            return True
    return False


def _skip_relative(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Return the position after a relative clause in commas right after a subject."""
    if first + 1 >= stop or tokens[first].word != "," or tokens[first + 1].lower not in _RELATIVES:
        return first
    closing = (each for each in range(first + 2, stop - 1) if tokens[each].word == ",")
    return next(closing, first)


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word begins a clause that has a subject of its own."""
    token = tokens[position]
    if token.lower not in _OTHER_CLAUSE:
        return False
    following = tokens[position + 1].lower
    if token.lower == "as" and position and tokens[position - 1].lower == "well":
        return False
    return not (
        (token.lower == "as" and following in _NO_CLAUSE_AFTER_AS) or following.endswith("ing")
    )
