"""Who is the subject of a reporting verb.

A clause is a short list of tokens. The subject of a verb is looked for to its left:
past auxiliaries and adverbs, over appositions and relative clauses set off by
commas, to the first noun phrase that is not an adverbial.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.phrases import (
    PRONOUNS,
    SURE_DAYS,
    NounPhrase,
    Token,
    is_adverb,
    is_capital,
    is_possessive,
    noun_phrase,
)
from reader.quotes.reporting_vocabulary import vocabulary, word_class

_PREPOSITIONS = word_class("phrase_ends")
_RESTARTS = word_class("clause_starts")
_RESTARTS_ALONE = _RESTARTS - {"as", "which"}
_AUXILIARIES = word_class("auxiliaries")
_DAYS = word_class("times")
_DAY_NAMES = word_class("day_names")
_ADVERBIAL_STARTS = (_PREPOSITIONS - {"that", "who", "whose", "which", "what"}) | word_class(
    "adverbial_starts"
)
_NOT_IN_PHRASE = _PREPOSITIONS | word_class("verbs_of_being")
_DETERMINERS = word_class("determiners")
_WORDS_SAID = word_class("words_said")
_DOCUMENTS = word_class("documents")
_AUTHORED = word_class("authored")
_THEN = frozenset(("later", "earlier", "ago", "afterwards", "after", "before"))
_CLAUSE_BREAK = frozenset(",;:–—()[]-")


def subject(tokens: Sequence[Token], verb: int, *, gerund: bool = False) -> NounPhrase | None:
    """The noun phrase that the verb at position `verb` belongs to, from the tokens before it."""
    end = _before_auxiliaries(tokens, verb)
    if end == 0:
        return None
    last = tokens[end - 1]
    if gerund and not (is_capital(last) and end == verb) and last.lower not in PRONOUNS:
        return _clause_subject(tokens, end) or _main_subject(tokens, end)
    if last.lower in PRONOUNS and last.lower != "who":
        return NounPhrase(end - 1, end, end)
    if last.lower in ("who", "that", "which"):
        return _antecedent(tokens, end - 1)
    if last.lower == "to" and end > 1 and tokens[end - 2].lower in ("had", "has", "have"):
        return subject(tokens, end - 2)
    if last.lower in ("and", "but", "or", "then", "to"):
        return _coordinated(tokens, end - 1)
    if last.word in _CLAUSE_BREAK:
        return _over_apposition(tokens, end - 1)
    begin = _segment_start(tokens, end)
    for position in range(begin + 1, end - 1):
        if tokens[position].lower == "who":
            return _antecedent(tokens, position)
    phrase = _phrase_before(tokens, begin, end)
    if phrase is None and begin > 0:
        return _over_apposition(tokens, begin - 1)
    return (_described(tokens, begin) or phrase) if phrase and phrase.first == begin else phrase


def _described(tokens: Sequence[Token], begin: int) -> NounPhrase | None:
    """The name before an apposition that no comma closes ("Jo Smith, chief of police said")."""
    words = vocabulary()
    if begin < 3 or begin >= len(tokens) or tokens[begin - 1].word != ",":
        return None
    head = tokens[begin].lower
    if not (head in words.titles or head in words.roles or head in _DETERMINERS):
        return None
    start = _segment_start(tokens, begin - 1)
    phrase = noun_phrase(tokens, start, begin - 1)
    whole = phrase is not None and phrase.last == begin - 1 and phrase.last - phrase.name >= 2
    return phrase if whole else None


def _before_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    end = verb
    while end > 0:
        lower = tokens[end - 1].lower
        if end > 1 and is_capital(tokens[end - 1]) and lower not in SURE_DAYS:
            break
        if (
            lower in _AUXILIARIES
            or is_adverb(tokens[end - 1])
            or (lower in _DAYS and not (is_capital(tokens[end - 1]) and lower not in _DAY_NAMES))
            or (lower in ("on", "late", "early") and end < verb and tokens[end].lower in _DAYS)
        ):
            end -= 1
        else:
            break
    return end


def _segment_start(tokens: Sequence[Token], end: int) -> int:
    position = end
    while position > 0 and tokens[position - 1].word not in _CLAUSE_BREAK:
        position -= 1
    return position


def _phrase_before(tokens: Sequence[Token], begin: int, end: int) -> NounPhrase | None:
    """The subject inside one segment: after the last conjunction that leaves a phrase."""
    words = vocabulary()
    for position in range(end - 1, begin - 1, -1):
        lower = tokens[position].lower
        verb_before = lower == "and" and any(
            token.lower in words.cues or token.lower in _AUXILIARIES
            for token in tokens[begin:position]
        )
        restarts = position + 1 < end and (lower in _RESTARTS or verb_before)
        if restarts and (phrase := noun_phrase(tokens, position + 1, end)):
            return phrase
    for position in range(end - 1, begin, -1):
        lower = tokens[position].lower
        verb = tokens[position - 1]
        cue = words.cues.get(verb.lower)
        inflected = cue is not None and verb.lower != cue.lemma and verb.lower not in words.roles
        if inflected and not is_capital(verb):
            phrase = noun_phrase(tokens, position, end)
            if phrase and phrase.last == end:
                return phrase
    start = begin
    while start < end and tokens[start].lower in ("and", "but", "so", "yet", "then", "or"):
        start += 1
    if start < end and tokens[start].lower in _ADVERBIAL_STARTS:
        if begin > 0:
            return None
        return _after_adverbial(tokens, start, end)
    return noun_phrase(tokens, start, end)


def _after_adverbial(tokens: Sequence[Token], start: int, end: int) -> NounPhrase | None:
    """The last phrase of a segment that opens with an adverbial and has no comma after it."""
    for position in range(end - 1, start, -1):
        if (
            tokens[position].lower in _DETERMINERS
            or (is_capital(tokens[position]) and not is_capital(tokens[position - 1]))
        ) and tokens[position - 1].lower not in _PREPOSITIONS:
            phrase = noun_phrase(tokens, position, end)
            if phrase and phrase.last == end:
                return phrase
    return None


def _over_apposition(tokens: Sequence[Token], comma: int) -> NounPhrase | None:
    """The phrase that an apposition or a relative clause before the verb belongs to."""
    segments: list[tuple[int, int]] = []
    end = comma
    while end > 0 and len(segments) < 12:
        begin = _segment_start(tokens, end)
        if begin < end:
            segments.append((begin, end))
        if begin == 0 or tokens[begin - 1].word in ";:":
            break
        end = begin - 1
    found: list[NounPhrase] = []
    for begin, stop in reversed(segments):
        start = begin
        while start < stop and tokens[start].lower in ("and", "but", "so", "or", "yet"):
            start += 1
        if start >= stop or _is_adverbial(tokens, start, stop):
            continue
        if _has_finite_verb(tokens, start, stop) and stop != comma:
            inner = _phrase_before(tokens, start, stop)
            if found or inner is None:
                continue
            found.append(inner)
            continue
        if phrase := (_restarted(tokens, start, stop) or noun_phrase(tokens, start, stop)):
            found.append(phrase)
    if not found:
        return None
    if not found[0].has_name and tokens[found[0].first].lower not in PRONOUNS:
        for phrase in found[1:]:
            if phrase.has_name and phrase.last - phrase.name >= 2:
                return phrase
            if _is_name_of(tokens, found[0], phrase):
                return phrase
    return found[0]


def _is_name_of(tokens: Sequence[Token], role: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a phrase is no more than the name of a person known by a role ("his wife, Jo")."""
    person = tokens[role.last - 1].lower in vocabulary().roles
    return person and phrase.has_name and phrase.name == phrase.first


def _restarted(tokens: Sequence[Token], start: int, stop: int) -> NounPhrase | None:
    for position in range(stop - 2, start - 1, -1):
        if tokens[position].lower in _RESTARTS_ALONE:
            return noun_phrase(tokens, position + 1, stop)
    return None


def _is_adverbial(tokens: Sequence[Token], start: int, stop: int) -> bool:
    token = tokens[start]
    if token.lower in ("who", "which", "whose", "whom") or token.word[0].isdigit():
        return True
    if token.lower in _ADVERBIAL_STARTS:
        return True
    alone = stop - start == 1 or not is_capital(tokens[start + 1])
    return alone and len(token.lower) > 4 and token.lower.endswith("ly")


def _has_finite_verb(tokens: Sequence[Token], start: int, stop: int) -> bool:
    words = vocabulary()
    for token in tokens[start:stop]:
        if token.lower in ("was", "were", "is", "are", "has", "had", "have", "would", "will"):
            return True
        cue = words.cues.get(token.lower)
        if cue and not cue.weak and not cue.gerund and not is_capital(token):
            return True
    return False


def _antecedent(tokens: Sequence[Token], relative: int) -> NounPhrase | None:
    end = relative
    while end > 0 and tokens[end - 1].word in _CLAUSE_BREAK:
        end -= 1
    best: NounPhrase | None = None
    for begin in range(max(0, end - 8), end):
        lower = tokens[begin].lower
        if lower in _DETERMINERS or is_capital(tokens[begin]):
            phrase = noun_phrase(tokens, begin, end)
            if phrase and phrase.last == end and (best is None):
                best = phrase
    return best or noun_phrase(tokens, max(0, end - 1), end)


def _coordinated(tokens: Sequence[Token], conjunction: int) -> NounPhrase | None:
    """The subject of a second verb after "and": the antecedent of "who", or the main subject."""
    begin = _segment_start(tokens, conjunction)
    for position in range(conjunction - 1, begin - 1, -1):
        if tokens[position].lower == "who":
            return _antecedent(tokens, position)
    return _main_subject(tokens, conjunction)


def _clause_subject(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The subject of the clause that a participle hangs on ("that Hiller called, saying")."""
    begin = _segment_start(tokens, end - 1 if tokens[end - 1].word == "," else end)
    for position in range(end - 2, begin, -1):
        if tokens[position].lower == "that":
            words = vocabulary()
            speaks = any(token.lower in words.cues for token in tokens[position + 2 : end])
            return noun_phrase(tokens, position + 1, end) if speaks else None
    return None


def _main_subject(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The subject of the first finite reporting verb, or else the first phrase of the clause."""
    words = vocabulary()
    for position in range(1, end):
        cue = words.cues.get(tokens[position].lower)
        if cue and not cue.gerund and not is_capital(tokens[position]):
            phrase = subject(tokens[:position], position)
            if phrase:
                return phrase
    return main_phrase(tokens, end)


def stated_author(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The author of a text that is announced ("Below is a statement by Jo Smith:")."""
    for position in range(end - 1):
        if tokens[position].lower in _DOCUMENTS and tokens[position + 1].lower in _AUTHORED:
            document = NounPhrase(position, position + 1, position + 1)
            found = author(tokens[:end], document)
            return found if found is not document else None
    return None


def main_phrase(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The first noun phrase of a sentence that is not in an adverbial."""
    begin = 0
    while begin < end:
        stop = begin
        while stop < end and tokens[stop].word not in _CLAUSE_BREAK:
            stop += 1
        start = begin
        while start < stop and tokens[start].lower in ("and", "but", "so", "or", "yet", "then"):
            start += 1
        plain = start < stop and not _is_adverbial(tokens, start, stop)
        phrase = noun_phrase(tokens, start, stop) if plain else None
        if phrase and phrase.last < stop and tokens[phrase.last].lower in _THEN:
            phrase = noun_phrase(tokens, phrase.last + 1, stop)
        if phrase:
            return phrase
        begin = stop + 1
    return None


def begins_clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase at `first` is the subject of the first clause, or an apposition to it."""
    if first == 0:
        return True
    return tokens[0].lower not in _PREPOSITIONS and not _has_finite_verb(tokens, 0, first)


def inverted_subject(tokens: Sequence[Token], verb: int, stop: int) -> NounPhrase | None:
    """The noun phrase after a verb that comes first ("said attorney Kassie Siegel")."""
    position = verb + 1
    while position < stop and tokens[position].lower in ("also", "then", "later", "in", "on"):
        if tokens[position].lower in ("in", "on"):
            return None
        position += 1
    if position >= stop:
        return None
    token = tokens[position]
    words = vocabulary()
    plain = token.lower in words.roles or token.lower in _DETERMINERS or token.word[0].isdigit()
    if token.lower in ("that", "this") or token.lower in _DAY_NAMES:
        return None
    if not (
        plain
        or is_capital(token)
        or token.lower in PRONOUNS
        or _has_capital(tokens, position, stop)
    ):
        return None
    phrase = noun_phrase(tokens, position, stop)
    return (_named_after(tokens, phrase, stop) or phrase) if phrase else None


def _named_after(tokens: Sequence[Token], role: NounPhrase, stop: int) -> NounPhrase | None:
    """A role with the name that follows as an apposition ("the head of the union, Jo Smith,")."""
    if role.has_name or tokens[role.first].lower in PRONOUNS:
        return None
    comma = role.last
    while comma < min(stop, role.last + 8) and tokens[comma].word[0].isalnum():
        comma += 1
    if comma >= stop or tokens[comma].word != ",":
        return None
    name = noun_phrase(tokens, comma + 1, stop)
    if name is None or not name.has_name or name.name != name.first:
        return None
    ends = name.last == stop or tokens[name.last].word in ",.;"
    near = comma == role.last and _is_name_of(tokens, role, name)
    several = name.last - name.name >= 2 and tokens[role.last - 1].lower in vocabulary().roles
    return NounPhrase(role.first, name.last, name.name) if ends and (near or several) else None


def author(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """Whose words a phrase stands for ("a statement from the company", "his exact words")."""
    head = tokens[phrase.last - 1].lower
    if phrase.has_name:
        return phrase
    if head in _WORDS_SAID:
        for position in range(phrase.first, phrase.last - 1):
            if tokens[position].lower in ("his", "her"):
                return NounPhrase(position, position + 1, position + 1)
            if is_possessive(tokens[position]):
                return noun_phrase(tokens, phrase.first, position + 1) or phrase
    position = phrase.last
    if head in _DOCUMENTS:
        while position < len(tokens) and tokens[position].lower in _AUTHORED:
            position += 1
    if position == phrase.last or tokens[position - 1].lower not in ("by", "from"):
        return phrase
    return noun_phrase(tokens, position, len(tokens)) or phrase


def _has_capital(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether a name follows lower-case words of a role ("defense lawyer Jo Smith")."""
    for token in tokens[position : min(stop, position + 6)]:
        if token.lower in _NOT_IN_PHRASE or not token.word[0].isalnum():
            return False
        if is_capital(token):
            return token.lower not in _DAY_NAMES
    return False
