"""The subject of a reporting verb.

A sentence is a short list of tokens. The subject of a verb is searched to its left: past
auxiliaries and adverbs, over appositions and relative clauses set off by commas, to the first
noun phrase that is not an adverbial.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.adverbials import is_adverbial, is_state
from reader.quotes.appositions import (
    find_name_before_apposition,
    find_subject_over_apposition,
    is_name_at,
)
from reader.quotes.clause_parts import (
    CLAUSE_BREAKS,
    COORDINATORS,
    find_segment_start,
    has_any_verb,
    has_finite_verb,
    skip_words,
)
from reader.quotes.clause_phrases import find_phrase_before_verb
from reader.quotes.cues import is_noun
from reader.quotes.noun_phrases import (
    PRONOUNS,
    SURE_DAYS,
    NounPhrase,
    read_noun_phrase,
)
from reader.quotes.quote import Stance
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_adverb, is_capital, is_possessive

_PREPOSITIONS = load_word_class("phrase_ends")
_RESTARTS = load_word_class("clause_starts")
_AUXILIARIES = load_word_class("auxiliaries")
_TEXTS = load_word_class("documents") | load_word_class("words_said")
_DAYS = load_word_class("times")
_DAY_NAMES = load_word_class("day_names")
_DETERMINERS = load_word_class("determiners")
_RECORDINGS = frozenset(
    (
        *("audio", "clip", "clips", "footage", "recording", "recordings", "sound", "sounds"),
        *("tape", "tapes", "video", "videos"),
    )
)
"""Nouns for recordings of somebody's voice."""
_PARTISANS = frozenset(("republican", "democrat", "independent"))
_SURNAMES_TOO = frozenset(("long", "still", "well"))
"""Adverbs that are surnames where they begin the words before a verb ("“…,” Long said")."""
_THEN = frozenset(("later", "earlier", "ago", "afterwards", "after", "before"))
_TIME_CLAUSES = frozenset(("after", "when", "before", "while", "until"))
"""Words that begin a clause in which two verbs have one subject."""
_OBJECT_WORDS = 7
"""Words between a verb of blame or praise and "of" or "for"."""
_GROUPS = load_word_class("group_words") | load_vocabulary().roles
_WHOSE_WORDS = 3
"""Words from "whose" to a verb of which they are the subject."""
_WITH_WORDS = 6
"""Words from ", with" to a participle whose subject comes after it."""
_ANTECEDENT_WORDS = 8
"""Words before a relative pronoun in which its antecedent begins."""


def find_subject(
    tokens: Sequence[Token], verb: int, *, is_gerund: bool = False
) -> NounPhrase | None:
    """Find the noun phrase before the verb at position `verb` that is its subject."""
    end = _skip_auxiliaries(tokens, verb)
    if end == 0:
        return None
    last = tokens[end - 1]
    is_named = is_capital(last) and end == verb and not (is_gerund and _is_governed(tokens, end))
    if is_gerund and is_capital(last) and (phrase := _find_name_after_with(tokens, end)):
        return phrase
    if is_gerund and (
        phrase := _find_noun_after_with(tokens, end)
        or _find_second_after_with(tokens, end)
        or _find_apposed_after_with(tokens, end)
    ):
        return phrase
    if not is_gerund and (phrase := _find_noun_after_whose(tokens, end)):
        return phrase
    if is_gerund and (
        phrase := _find_object_of_blame(tokens, verb) or _find_author_of_text(tokens, verb)
    ):
        return phrase
    if is_gerund and not is_named and last.lower not in PRONOUNS:
        return _find_subject_of_that_clause(tokens, end) or _find_subject_of_first_verb(tokens, end)
    if last.lower in PRONOUNS and last.lower != "who":
        return NounPhrase(end - 1, end, end)
    if last.lower in ("who", "that", "which"):
        return _find_antecedent(tokens, end - 1)
    if last.lower == "so" and end > 1 and tokens[end - 2].lower == "and":
        return _find_coordinated_subject(tokens, end - 2)
    if last.lower in ("and", "but", "or", "then", "to"):
        return _find_coordinated_subject(tokens, end - 1)
    if last.word in CLAUSE_BREAKS:
        return find_subject_over_apposition(tokens, end - 1)
    return _find_subject_in_segment(tokens, end)


def _find_object_of_blame(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """Find who is accused or praised for what is said ("accused Jo Smith of calling it")."""
    link = verb - 1
    if link < 2 or tokens[link].lower not in ("of", "for"):
        return None
    for position in range(link - 1, max(0, link - _OBJECT_WORDS), -1):
        cue = load_vocabulary().cues.get(tokens[position].lower)
        if cue is None or is_capital(tokens[position]):
            continue
        if cue.stance not in (Stance.OPPOSING, Stance.AGREEING) or cue.gerund:
            return None
        phrase = read_noun_phrase(tokens, position + 1, link)
        if phrase is None and tokens[position + 1].lower in ("him", "her"):
            phrase = NounPhrase(position + 1, position + 2, position + 2)
        return phrase if phrase and phrase.last == link else None
    return None


def _find_author_of_text(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """Find whom a text before a participle is from, or who is heard on a recording.

    ("a letter from her doctor declaring", "video of Jo Smith saying")
    """
    for position in range(verb - 2, max(0, verb - _OBJECT_WORDS), -1):
        link, noun = tokens[position].lower, tokens[position - 1].lower
        if (link == "from" and noun in _TEXTS) or (link == "of" and noun in _RECORDINGS):
            phrase = read_noun_phrase(tokens, position + 1, verb)
            return phrase if phrase and phrase.last == verb else None
    return None


def _is_governed(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name before a position follows a preposition ("a letter to Congress saying")."""
    begin = end
    while begin > 0 and is_capital(tokens[begin - 1]):
        begin -= 1
    return begin > 0 and tokens[begin - 1].lower in _PREPOSITIONS - {"with"}


def _find_name_after_with(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the name before `end` that "with" makes a subject ("with Jo Smith yelling")."""
    begin = end
    while begin > 0 and is_capital(tokens[begin - 1]):
        begin -= 1
    is_subject = begin > 0 and tokens[begin - 1].lower == "with"
    return read_noun_phrase(tokens, begin, end) if is_subject else None


def _find_noun_after_whose(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the noun before `end` that "whose" makes a subject ("Smith, whose lawyer said")."""
    for position in range(end - 2, max(-1, end - 2 - _WHOSE_WORDS), -1):
        if not tokens[position + 1].word[:1].isalpha():
            return None
        if tokens[position].lower == "whose":
            noun = tokens[end - 1].lower
            is_person = noun.removesuffix("s") in load_vocabulary().roles or noun in _GROUPS
            return NounPhrase(position + 1, end, end) if is_person else None
    return None


def _find_noun_after_with(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the noun before `end` that ", with" makes a subject (", with critics calling it")."""
    for position in range(end - 1, max(0, end - _WITH_WORDS), -1):
        if tokens[position].word == ",":
            return None
        if tokens[position].lower == "with":
            is_number = position + 2 == end and tokens[end - 1].lower in ("one", "another")
            is_apart = tokens[position - 1].word == "," or is_number
            phrase = read_noun_phrase(tokens, position + 1, end) if is_apart else None
            return phrase if phrase and phrase.last == end else None
    return None


def _find_second_after_with(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the second noun that ", with" makes a subject (", with Lee saying … and critics …").

    It fills the words from "and" to `end`.
    """
    link = end - 1
    while link > max(0, end - _WITH_WORDS) and tokens[link].lower != "and":
        link -= 1
    before = [token.lower for token in tokens[:link]]
    if tokens[link].lower != "and" or "with" not in before[1:]:
        return None
    position = link - 1 - before[::-1].index("with")
    has_first = any(word.endswith("ing") for word in before[position + 2 :])
    is_apart = position > 0 and tokens[position - 1].word == ","
    phrase = read_noun_phrase(tokens, link + 1, end) if has_first and is_apart else None
    return phrase if phrase and phrase.last == end else None


def _find_apposed_after_with(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the name in commas after ", with" and a role (", with the top aide, Jo Smith, saying").

    The comma after the name is before `end`.
    """
    comma = end - 1
    begin = find_segment_start(tokens, comma)
    outer = find_segment_start(tokens, begin - 1) if begin > 1 else 0
    is_apart = outer > 0 and tokens[outer - 1].word == "," and tokens[outer].lower == "with"
    if not is_apart or tokens[comma].word != "," or begin >= comma:
        return None
    phrase = read_noun_phrase(tokens, begin, comma)
    return phrase if phrase and phrase.has_name and phrase.last == comma else None


def find_main_subject(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the first noun phrase of a sentence that is not in an adverbial."""
    begin = 0
    while begin < end:
        stop = begin
        while stop < end and tokens[stop].word not in CLAUSE_BREAKS:
            stop += 1
        start = skip_words(tokens, begin, stop, COORDINATORS | {"then"})
        is_plain = start < stop and not is_adverbial(tokens, start, stop)
        phrase = read_noun_phrase(tokens, start, stop) if is_plain else None
        if phrase and phrase.last < stop and tokens[phrase.last].lower in _THEN:
            phrase = read_noun_phrase(tokens, phrase.last + 1, stop)
        if phrase:
            return _find_pronoun_after(tokens, phrase, stop, end) or phrase
        begin = stop + 1
    return None


def _find_pronoun_after(
    tokens: Sequence[Token], phrase: NounPhrase, comma: int, end: int
) -> NounPhrase | None:
    """Find "he" or "she" after the description that opens a sentence ("A friend of ours, he …")."""
    position = comma + 1
    if phrase.has_name or position >= end or tokens[comma].word != ",":
        return None
    is_pronoun = tokens[position].lower in ("he", "she") and not has_any_verb(tokens, 0, comma)
    return NounPhrase(position, position + 1, position + 1) if is_pronoun else None


def is_main_subject(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase at `first` is the subject of the first clause, or an apposition to it."""
    if first == 0:
        return True
    return tokens[0].lower not in _PREPOSITIONS and not has_finite_verb(tokens, 0, first)


def _skip_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    """Return the position after the last word before a verb that is no auxiliary or adverb."""
    end = verb
    while end > 0:
        token = tokens[end - 1]
        is_surname = end > 1 or token.lower in _SURNAMES_TOO
        if is_surname and is_capital(token) and token.lower not in SURE_DAYS:
            break
        following = tokens[end].lower if end < verb else ""
        is_before_day = token.lower in ("on", "late", "early") and following in _DAYS
        if not (
            token.lower in _AUXILIARIES or is_adverb(token) or _is_time(token) or is_before_day
        ):
            break
        end -= 1
    return end


def _is_time(token: Token) -> bool:
    """Whether it is a word for a time and not part of a name."""
    if token.lower not in _DAYS:
        return False
    return token.lower in _DAY_NAMES or not is_capital(token)


def _find_subject_in_segment(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the subject among the words before a verb, back to the comma before them."""
    begin = find_segment_start(tokens, end)
    for position in range(begin + 1, end - 1):
        if tokens[position].lower == "who":
            return _find_antecedent(tokens, position)
    phrase = find_phrase_before_verb(tokens, begin, end)
    if phrase is None and begin > 0:
        return find_subject_over_apposition(tokens, begin - 1)
    if phrase and phrase.first == begin:
        return find_name_before_apposition(tokens, begin) or phrase
    return phrase


def _find_antecedent(tokens: Sequence[Token], relative: int) -> NounPhrase | None:
    """Find the noun phrase that a relative pronoun refers to."""
    end = relative
    while end > 0 and (tokens[end - 1].word in CLAUSE_BREAKS or is_state(tokens[end - 1])):
        end -= 1
    end = _skip_apposition(tokens, _skip_places(tokens, _skip_denied(tokens, end)))
    for begin in range(max(0, end - _ANTECEDENT_WORDS), end):
        if tokens[begin].lower in _DETERMINERS or is_capital(tokens[begin]):
            phrase = read_noun_phrase(tokens, begin, end)
            if phrase and phrase.last == end:
                return phrase
    return read_noun_phrase(tokens, max(0, end - 1), end)


def _skip_denied(tokens: Sequence[Token], end: int) -> int:
    """Return the end of a name before who it is not: "It was Smith, not Jones, who"."""
    begin = find_segment_start(tokens, end)
    is_denied = 1 < begin < end and tokens[begin].lower == "not" and tokens[begin - 1].word == ","
    return begin - 1 if is_denied else end


def _skip_apposition(tokens: Sequence[Token], end: int) -> int:
    """Return the end of a full name before its apposition, which "who" follows, else `end`.

    ("Jo Smith, Republican of Ohio, who", "Harbour Rising, a committee that")
    """
    begin = find_segment_start(tokens, end)
    if begin < 3 or begin >= end or tokens[begin - 1].word != ",":
        return end
    is_of_party = tokens[begin].lower in _PARTISANS and end - begin > 1
    if not (is_of_party or tokens[begin].lower in ("a", "an", "the")):
        return end
    start = find_segment_start(tokens, begin - 1)
    start = skip_words(tokens, start, begin - 1)
    name = begin - 1
    while name > 0 and is_capital(tokens[name - 1]):
        name -= 1
    # "She quoted Jo Smith, the mayor who": a name of two words is no place.
    is_full = begin - 1 - name == 2 and not is_of_party
    return begin - 1 if is_full or is_name_at(tokens, start, begin - 1) else end


def _skip_places(tokens: Sequence[Token], end: int) -> int:
    """Return the end of the words before "of" or "from" and a name in capitals after a full name.

    ("Jo Smith of Ashford County, who", "authorities in Ohio who")
    """
    position = end
    while position > 0 and is_capital(tokens[position - 1]):
        position -= 1
    is_place = 2 < position < end and tokens[position - 1].lower in ("of", "from", "in")
    names = tokens[max(0, position - 3) : position - 1]
    is_person = is_place and len(names) == 2 and all(map(is_capital, names))
    is_group = is_place and names[-1].lower in _GROUPS and names[-1].lower.endswith("s")
    return position - 1 if is_person or is_group else end


def _find_coordinated_subject(tokens: Sequence[Token], conjunction: int) -> NounPhrase | None:
    """Find the subject of a verb after "and": the antecedent of "who", or the main subject.

    After "had to" it is that of "had".
    """
    before = tokens[conjunction - 1].lower if conjunction > 0 else ""
    if tokens[conjunction].lower == "to" and before in ("had", "has", "have"):
        return find_subject(tokens, conjunction - 1)
    begin = find_segment_start(tokens, conjunction)
    for position in range(conjunction - 1, begin - 1, -1):
        if tokens[position].lower == "who":
            return _find_antecedent(tokens, position)
        if tokens[position].lower in _TIME_CLAUSES and tokens[conjunction].lower == "and":
            phrase = read_noun_phrase(tokens, position + 1, conjunction)
            if phrase and phrase.last < conjunction and _is_verb(tokens[phrase.last]):
                return phrase
    return _find_subject_of_first_verb(tokens, conjunction)


def _is_verb(token: Token) -> bool:
    """Whether a word after a subject is a verb in the past, or an auxiliary."""
    is_past = token.lower.endswith("ed") or token.lower in load_word_class("past_verbs")
    return is_past or token.lower in _AUXILIARIES or token.lower in load_vocabulary().cues


def _find_subject_of_that_clause(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the subject of the clause of a participle ("that Hiller called, saying")."""
    begin = find_segment_start(tokens, end - 1 if tokens[end - 1].word == "," else end)
    for position in range(end - 2, begin, -1):
        if tokens[position].lower == "that":
            cues = load_vocabulary().cues
            speaks = any(token.lower in cues for token in tokens[position + 2 : end])
            return read_noun_phrase(tokens, position + 1, end) if speaks else None
    return None


def _find_subject_of_first_verb(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the subject of the first finite reporting verb, or else that of the sentence."""
    cues = load_vocabulary().cues
    begin = _find_clause_start(tokens, end)
    for position in range(begin + 1, end):
        cue = cues.get(tokens[position].lower)
        if cue is None or cue.gerund or is_capital(tokens[position]):
            continue
        if is_noun(tokens, position, cue):
            continue
        phrase = find_subject(tokens[:position], position)
        if phrase and phrase.first >= begin:
            return phrase
    phrase = find_main_subject(tokens[begin:end], end - begin)
    if phrase is None:
        return None
    phrase = phrase.move(begin)
    return _find_person_of_event(tokens, phrase, end) or phrase


def _find_person_of_event(
    tokens: Sequence[Token], event: NounPhrase, end: int
) -> NounPhrase | None:
    """Find who acts in the clause that dates an event ("The remarks came as Jo Smith left, …")."""
    head = tokens[event.last - 1].lower
    words = load_vocabulary()
    is_owned = event.has_name and is_possessive(tokens[event.last - 1])
    if (
        (event.has_name and not is_owned)
        or head in PRONOUNS
        or head in words.roles
        or head in words.titles
    ):
        return None
    for position in range(event.last, end):
        if tokens[position].lower in ("as", "after", "when", "hours", "days"):
            phrase = read_noun_phrase(tokens, position + 1, end)
            if phrase and phrase.has_name and phrase.last < end - 1:
                return phrase
    return None


def _begins_own_clause(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether "but" or "and" at a position is followed by a person and a verb."""
    if position >= stop or tokens[position].lower not in ("but", "and"):
        return False
    phrase = read_noun_phrase(tokens, position + 1, stop)
    if phrase is None or phrase.last >= stop:
        return False
    is_person = phrase.has_name or tokens[phrase.first].lower in ("he", "she")
    verb = tokens[phrase.last].lower
    return is_person and (verb in _AUXILIARIES or verb.endswith("ed"))


def _find_clause_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the last clause with a subject of its own begins before a position.

    It follows a semicolon, or a comma and "but" or "and" ("…, but Smith has left, saying").
    """
    stop = end
    while end > 0 and tokens[end - 1].word != ";":
        if tokens[end - 1].word == "," and _begins_own_clause(tokens, end, stop):
            return end + 1
        end -= 1
    return end
