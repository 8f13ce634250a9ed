"""Who is the subject of a reporting verb: noun phrases read without a parser.

A clause is a short list of tokens. The subject of a verb is looked for to its left:
past auxiliaries and adverbs, over appositions and relative clauses set off by
commas, to the first noun phrase that is not an adverbial. Closed word classes
(prepositions, pronouns, conjunctions) mark where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.vocabulary import Vocabulary, vocabulary, word_class

PRONOUNS = word_class("pronouns")
_PREPOSITIONS = word_class("phrase_ends")
_RESTARTS = word_class("clause_starts")
_AUXILIARIES = word_class("auxiliaries")
_DAYS = word_class("times")
_DAY_NAMES = word_class("day_names")
_ADVERBIAL_STARTS = (_PREPOSITIONS - {"that", "who", "whose", "which", "what"}) | word_class(
    "adverbial_starts"
)
_NOT_IN_PHRASE = _PREPOSITIONS | word_class("verbs_of_being")
_PARTICLES = word_class("particles")
_NAME_LINKS = word_class("name_links")
_NOUNS = word_class("verbs_that_are_nouns")
_DETERMINERS = word_class("determiners")
_IN_LY = word_class("ends_in_ly")
_AFTER_ROLES = word_class("after_roles")
_PAST_VERBS = word_class("past_verbs")
_WORDS_SAID = word_class("words_said")
_DOCUMENTS = word_class("documents")
_AUTHORED = word_class("authored")
_AFTER_NAMES = frozenset(word_class("after_names"))

_TOKEN = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*|[^\w\s]|_")
_ALONE = frozenset(
    ("one", "some", "many", "most", "several", "others", "another", "both", "all", "those", "few")
)
_THEN = frozenset(("later", "earlier", "ago", "afterwards", "after", "before"))
_CLAUSE_BREAK = frozenset(",;:–—()[]-")


class Token(NamedTuple):
    """A word or a sign of the article; `lower` is the word in lower case."""

    start: int
    end: int
    word: str
    lower: str


class NounPhrase(NamedTuple):
    """A stretch of tokens that can stand for a speaker."""

    first: int
    """Position of its first token."""
    last: int
    """Position after its last token, prepositional phrases left out."""
    name: int
    """Position of the first token of the name it ends in, or `last` where it has none."""

    @property
    def has_name(self) -> bool:
        """Whether it ends in a name."""
        return self.name < self.last


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut `text[start:end]` into words and signs; abbreviations keep their full stop."""
    words = vocabulary()
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        begin, stop = match.span()
        if found:
            last = found[-1]
            if word == "." and begin == last.end and _is_abbreviation(last.word, words):
                found[-1] = Token(last.start, stop, last.word + ".", last.lower)
                continue
            if word == "s" and last.word in "’'" and len(found) > 1:
                owner = found[-2]
                found[-2:] = [Token(owner.start, stop, owner.word + "’s", owner.lower + "’s")]
                continue
        found.append(Token(begin, stop, word, word.lower()))
    return found


def _is_abbreviation(word: str, words: Vocabulary) -> bool:
    if len(word) == 1:
        return word.isupper()
    return word in words.abbreviations or (len(word) <= 5 and "." in word)


def is_capital(token: Token) -> bool:
    """Whether it is written with a capital, as a name is."""
    return token.word[0].isupper() or token.lower.startswith(("al-", "el-", "bin-"))


def is_compound(word: str) -> bool:
    """Whether it is an adjective with a capital ("State-run", "London-based")."""
    head, hyphen, tail = word.rpartition("-")
    return (
        bool(hyphen and head) and tail[:1].islower() and not word.lower().startswith(("al-", "el-"))
    )


def is_possessive(token: Token) -> bool:
    """Whether it ends in a genitive ("China's")."""
    return token.lower.endswith(("’s", "'s", "s’", "s'"))


def noun_phrase(tokens: Sequence[Token], first: int, stop: int) -> NounPhrase | None:
    """Read the noun phrase that begins at `first`, up to `stop`; None where there is none."""
    if first >= stop:
        return None
    words = vocabulary()
    head = tokens[first]
    if not head.word[0].isalnum() or (head.lower in _PREPOSITIONS and not is_capital(head)):
        return None
    if head.lower in PRONOUNS and not is_capital_name(tokens, first, stop):
        return NounPhrase(first, first + 1, first + 1)
    position = first
    while position < stop:
        token = tokens[position]
        if not token.word[0].isalnum():
            if token.word in "’'" and position + 1 < stop:
                position += 1
                continue
            if token.word == "&" and position + 1 < stop:
                position += 1
                continue
            break
        if position > first and _ends_phrase(tokens, first, position, stop, words):
            break
        position += 1
    last = position
    while last > first + 1 and (
        (tokens[last - 1].lower in _AUXILIARIES and not is_capital(tokens[last - 1]))
        or tokens[last - 1].lower in _DAYS - {"may", "march"}
        or _is_adverb(tokens[last - 1])
        or (tokens[last - 1].word in _AFTER_NAMES and is_capital(tokens[last - 2]))
    ):
        last -= 1
    if last == first or (last == first + 1 and not _stands_alone(tokens[first], words)):
        return None
    return NounPhrase(first, last, _name_start(tokens, first, last, words))


def _stands_alone(token: Token, words: Vocabulary) -> bool:
    """Whether a word can be a speaker without others: a name, "police", "critics", "one"."""
    lower = token.lower
    if is_capital(token):
        return lower not in _NOT_IN_PHRASE and lower not in ("the", "a", "an")
    known = lower in words.roles or lower in _ALONE
    return known or (lower.endswith("s") and not lower.endswith("ss"))


def _is_adverb(token: Token) -> bool:
    """Whether it looks like one ("angrily", not "family")."""
    lower = token.lower
    return lower.endswith("ly") and len(lower) > 4 and lower not in _IN_LY and not is_capital(token)


def is_capital_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a word that looks like a pronoun begins a name ("It Girl")."""
    return (
        tokens[first].word[0].isupper()
        and first + 1 < stop
        and tokens[first + 1].word[0].isupper()
        and tokens[first].lower not in ("he", "she", "they", "i", "who", "we", "it")
    )


def _ends_phrase(
    tokens: Sequence[Token], first: int, position: int, stop: int, words: Vocabulary
) -> bool:
    token = tokens[position]
    previous = tokens[position - 1]
    if token.lower in _NAME_LINKS or token.lower in _PARTICLES:
        following = tokens[position + 1 : position + 3]
        joins = following and is_capital(following[0])
        if token.lower in ("of", "for") and following and following[0].lower == "the":
            joins = len(following) > 1 and is_capital(following[1])
        if joins and is_capital(previous) and position + 1 < stop:
            if token.lower in ("of", "for", "on", "to", "the"):
                return not (
                    previous.word.rstrip(".") in words.organisation_words
                    or previous.lower in ("house", "secretary", "university")
                    or token.lower == "the"
                )
            return token.lower == "and" and not _org_list(tokens, position, stop, words)
        if token.lower == "and" and following and previous.lower in words.roles:
            return following[0].lower not in words.roles or position + 2 >= stop
        if token.lower not in ("the",):
            return True
    if token.lower in _NOT_IN_PHRASE:
        return not (is_capital(token) and is_capital(previous))
    if token.lower in _DAY_NAMES and position > 0:
        return True
    if is_capital(token):
        return False
    following_word = tokens[position + 1].lower if position + 1 < stop else ""
    takes_object = following_word in _DETERMINERS or following_word in _NOT_IN_PHRASE
    takes_object = takes_object or following_word in PRONOUNS
    if token.lower in words.cues:
        cue = words.cues[token.lower]
        if token.lower == cue.lemma and cue.lemma in _NOUNS:
            return False
        inflected = token.lower != cue.lemma
        subject_ends = is_capital(previous) or previous.lower in words.roles
        return not cue.weak or (inflected and (takes_object or subject_ends))
    if token.lower in _PAST_VERBS:
        return True
    if previous.lower in words.roles and token.lower in _AFTER_ROLES:
        return True
    if token.lower.endswith("ed") and previous.lower in words.roles:
        return True
    if token.lower.endswith("ed") and position > first + 1 and takes_object:
        return True
    if token.lower.endswith("ed") and is_capital(previous) and len(token.lower) > 4:
        return previous.lower.rstrip(".") not in words.titles
    return token.lower in PRONOUNS


def _org_list(tokens: Sequence[Token], position: int, stop: int, words: Vocabulary) -> bool:
    """Whether "and" stands inside the name of an organisation ("Fish and Wildlife Service")."""
    for token in tokens[position + 1 : min(stop, position + 5)]:
        if not is_capital(token):
            return False
        if token.word in words.organisation_words:
            return True
    return False


def _name_start(tokens: Sequence[Token], first: int, last: int, words: Vocabulary) -> int:
    """Where the name begins that the phrase ends in, titles and owners left out."""
    position = last
    while position > first:
        token = tokens[position - 1]
        if is_possessive(token) and position < last:
            break
        joining = token.lower in _PARTICLES or token.lower in _NAME_LINKS
        inside = position < last and position - 1 > first and is_capital(tokens[position - 2])
        between = joining or token.word == "&" or token.word[0].isdigit()
        if not (is_capital(token) or (between and inside)):
            break
        position -= 1
    if position == last:
        return last
    start = position
    tail = tokens[last - 1].word.rstrip(".")
    position = _past_determiner(tokens, position, last - 1)
    titled = tokens[position].lower in words.titles and "of" in (
        token.lower for token in tokens[position + 1 : min(last, position + 2)]
    )
    if tail in words.organisation_words:
        if titled:
            return last
        return _past_determiner(tokens, start, last)
    for index in range(position, last - 1):
        word = tokens[index].word.rstrip(".")
        if (
            word.lower() in words.titles
            or (word in words.organisation_words and index + 1 < last)
            or tokens[index].lower in ("of",)
        ):
            start = index + 1
    if _is_role(tokens, position, last, words):
        return last
    if last - start >= 3 and tokens[start].lower in words.roles:
        start += 1
    for index in range(start + 1, last - 1):
        before = tokens[start - 1].lower if start > first else ""
        if before in ("of", "the") and tokens[index].word in words.gender:
            start = index
            break
    return _past_determiner(tokens, start, last)


def _is_role(tokens: Sequence[Token], first: int, last: int, words: Vocabulary) -> bool:
    """Whether words in capitals end in a role and no name ("Police Chief", not "Mr Guest")."""
    tail = tokens[last - 1].lower.rstrip(".")
    if last - first == 1:
        return tail in words.titles or tail in words.roles
    before = tokens[last - 2].word.rstrip(".")
    return tail in words.titles and before not in words.gender


def _past_determiner(tokens: Sequence[Token], start: int, last: int) -> int:
    while start < last and (
        tokens[start].lower in _DETERMINERS
        or (start + 1 < last and is_compound(tokens[start].word))
    ):
        start += 1
    return start


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
    head = tokens[begin].lower if begin < len(tokens) else ""
    if (
        begin < 3
        or tokens[begin - 1].word != ","
        or head not in words.titles | words.roles | _DETERMINERS
    ):
        return None
    start = _segment_start(tokens, begin - 1)
    phrase = noun_phrase(tokens, start, begin - 1)
    whole = phrase is not None and phrase.last == begin - 1 and phrase.last - phrase.name >= 2
    return phrase if whole else None


def _before_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    end = verb
    while end > 0:
        lower = tokens[end - 1].lower
        if end > 1 and is_capital(tokens[end - 1]) and lower not in _DAYS - {"may", "march"}:
            break
        if (
            lower in _AUXILIARIES
            or _is_adverb(tokens[end - 1])
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
        if tokens[position].lower in _RESTARTS - {"as", "which"}:
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
