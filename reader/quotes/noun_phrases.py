"""Noun phrases of the reporter's sentences, read without a parser.

Closed classes of words (prepositions, pronouns, conjunctions) mark where a phrase ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.name_forms import is_title_word
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import (
    Token,
    has_words_at,
    is_adverb,
    is_capital,
    is_compound,
    is_possessive,
    is_word,
)

PRONOUNS = load_word_class("pronouns")
SURE_DAYS = load_word_class("times") - {"may", "march"}
"""Words for times that are no other words too."""
_SHORTEST_PARTICIPLE = 6
"""Letters that a form on -ing has more of: "acting" may be part of a title."""
_PREPOSITIONS = load_word_class("phrase_ends")
_AUXILIARIES = load_word_class("auxiliaries")
_DAY_NAMES = load_word_class("day_names")
_NOT_IN_PHRASE = _PREPOSITIONS | load_word_class("verbs_of_being")
_PARTICLES = load_word_class("particles")
_NAME_LINKS = load_word_class("name_links")
_LINKS = (_PARTICLES | _NAME_LINKS) - {"the"}
_NOUNS = load_word_class("verbs_that_are_nouns")
_DETERMINERS = load_word_class("determiners")
_AFTER_ROLES = load_word_class("after_roles")
_PAST_VERBS = load_word_class("past_verbs")
_AFTER_NAMES = load_word_class("after_names")
_TAKES_OBJECT = _DETERMINERS | _NOT_IN_PHRASE | PRONOUNS
"""A verb and no participle comes before one of these."""
_NAME_PREPOSITIONS = frozenset(("of", "for", "on", "to"))
_NAME_HEADS = frozenset(("house", "secretary", "university"))
"""Words besides those of organisations after which a name goes on with a preposition."""
_PLAIN_PRONOUNS = frozenset(("he", "she", "they", "i", "who", "we", "it"))
_FOCUS_WORDS = frozenset(("even", "perhaps", "maybe"))
"""Before a noun phrase and no part of it."""
_OPENERS = frozenset(("and", "but", "or", "so", "yet"))
"""Words that open a sentence before its subject."""
_POINTING = frozenset(("that", "there", "here"))
_INTERJECTIONS = frozenset(("ah", "alas", "hey", "oh", "wow", "yes"))
_ARTICLES = frozenset(("the", "a", "an"))
_BEFORE_ARTICLE = frozenset(("all", "both", "half", "such", "many", "what"))
_AFTER_VERBS = _ARTICLES | {"up", "out", "off", "down", "away", "back"}
"""A word between a name or a role and one of these is a verb ("Smith picks up the story")."""
_DEGREES = load_word_class("degrees")
_FINITE_VERBS = frozenset(
    ("was", "were", "is", "are", "has", "had", "have", "would", "will", "did")
)
_PRESENT_VERBS = load_word_class("present_verbs")
_NUMBER_WORDS = load_word_class("number_words")
_OFFICE_WORDS = 5
"""Words of an office before "of" or "for"."""
_FIELD_LINKS = frozenset(("of", "for", "the", "and", "&"))
_TIME_UNITS = load_word_class("time_units")
_OBJECTS = frozenset(("him", "me", "us", "them"))
_SHARES = frozenset(("percent", "per", "cent", "pc", "half", "thirds", "quarters"))
_ALONE = frozenset(
    ("one", "some", "many", "most", "several", "others", "another", "both", "all", "those", "few")
)
"""Words that can refer to a speaker without a noun."""
_OWNER_WORDS = 5
"""Words and signs from "and" on in which the second owner of a noun is."""
_LIST_WORDS = 4
"""Words after "and" in which an organisation's name can end."""


class NounPhrase(NamedTuple):
    """A run of tokens that can refer to a speaker."""

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

    def move(self, distance: int) -> NounPhrase:
        """Return the same phrase among tokens with so many others before them."""
        return NounPhrase(self.first + distance, self.last + distance, self.name + distance)


def read_noun_phrase(tokens: Sequence[Token], first: int, stop: int) -> NounPhrase | None:
    """Read the noun phrase that begins at `first`, up to `stop`; None where none begins."""
    if first >= stop:
        return None
    head = tokens[first]
    is_day = head.lower in _DAY_NAMES and first + 1 < stop and is_capital(tokens[first + 1])
    if is_day or head.lower in _FOCUS_WORDS or (head.lower in _OPENERS and is_capital(head)):
        return read_noun_phrase(tokens, first + 1, stop)
    if has_words_at(tokens, first, "close", "to") and first + 2 < stop:
        # "Close to fifty lawmakers"
        return read_noun_phrase(tokens, first + 2, stop)
    if (
        not is_word(head)
        or head.word in _FINITE_VERBS
        or (head.lower in _PREPOSITIONS and not is_capital(head))
    ):
        return None
    if is_contraction(head) or head.lower in _INTERJECTIONS:
        return None
    if head.lower in PRONOUNS and not _begins_name(tokens, first, stop):
        return NounPhrase(first, first + 1, first + 1)
    if office := _read_office_and_name(tokens, first, stop):
        return office
    last = _drop_trailing_words(tokens, first, _find_phrase_end(tokens, first, stop))
    if last == first or (last == first + 1 and not _can_be_speaker(head)):
        return None
    phrase = NounPhrase(first, last, _find_name_start(tokens, first, last))
    return None if _is_quantity(tokens, phrase) else phrase


def _read_office_and_name(tokens: Sequence[Token], first: int, stop: int) -> NounPhrase | None:
    """Read an office with its field in capitals, and a name that begins with a known given name.

    ("Minister for Trade and Industry John Smith", "Chairman of the Harbour Chiefs Gen. Ned Smith";
    a field alone may look like a name.)
    """
    words = load_vocabulary()
    for link in range(first + 1, min(stop, first + _OFFICE_WORDS)):
        if not is_word(tokens[link]) or tokens[link].lower in _FINITE_VERBS:
            return None
        if tokens[link].lower not in ("of", "for") or tokens[link - 1].lower not in words.titles:
            continue
        run = link + 1
        while run < stop and (is_capital(tokens[run]) or tokens[run].lower in _FIELD_LINKS):
            run += 1
        for name in range(link + 2, run - 1):
            if tokens[name - 1].lower in words.titles and not (
                tokens[link].lower == "of" and name > link + 3
            ):
                return None
            if tokens[name].word in words.gender and is_capital(tokens[name - 1]):
                is_name = all(is_capital(token) for token in tokens[name:run])
                return NounPhrase(first, run, name) if is_name else None
        return None
    return None


def is_contraction(token: Token) -> bool:
    """Whether it is a pronoun with its verb ("I’m", "they've", "that's")."""
    stem, sign, ending = token.lower.replace("’", "'").partition("'")
    is_pronoun = stem in _PLAIN_PRONOUNS or stem in _POINTING
    return bool(sign) and is_pronoun and ending in ("m", "ve", "re", "ll", "d", "s")


def is_name_of(tokens: Sequence[Token], role: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a phrase is no more than the name of a person in a role ("his wife, Jo")."""
    is_person = tokens[role.last - 1].lower in load_vocabulary().roles
    return is_person and phrase.has_name and phrase.name == phrase.first


def _is_quantity(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase without a name is a number, a share or a time ("the other day")."""
    last = tokens[phrase.last - 1]
    following = tokens[phrase.last : phrase.last + 2]
    if phrase.has_name:
        is_after = bool(following) and following[0].lower in ("before", "after")
        return phrase.last == 1 and last.lower in _TIME_UNITS and is_after
    if len(following) == 2 and following[0].lower == "in" and _is_number(following[1]):
        return _is_number(last)
    return last.word.isdigit() or last.lower in _SHARES or last.lower in _TIME_UNITS


def _is_number(token: Token) -> bool:
    return token.word.isdigit() or token.lower in _NUMBER_WORDS


def _begins_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a word that has the form of a pronoun begins a name ("It Girl")."""
    return (
        tokens[first].word[0].isupper()
        and first + 1 < stop
        and tokens[first + 1].word[0].isupper()
        and tokens[first].lower not in _PLAIN_PRONOUNS
    )


def _find_phrase_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Return the position after the last token that belongs to the phrase."""
    for position in range(first, stop):
        token = tokens[position]
        if not is_word(token):
            if token.word not in "’'&" or position + 1 == stop:
                return position
        elif position > first and _ends_phrase(tokens, first, position, stop):
            return position
    return stop


def _drop_trailing_words(tokens: Sequence[Token], first: int, last: int) -> int:
    """Leave out auxiliaries, times, adverbs and letters after a name at the end of a phrase."""
    while last > first + 1:
        token = tokens[last - 1]
        is_auxiliary = token.lower in _AUXILIARIES and not is_capital(token)
        is_degree = token.word in _AFTER_NAMES and is_capital(tokens[last - 2])
        is_degree = is_degree or (token.lower in _DEGREES and not is_capital(token))
        if not (is_auxiliary or is_degree or token.lower in SURE_DAYS or is_adverb(token)):
            break
        last -= 1
    return last


def _can_be_speaker(token: Token) -> bool:
    """Whether a word can be a speaker without others: a name, "police", "critics", "one"."""
    lower = token.lower
    if is_capital(token):
        return lower not in _NOT_IN_PHRASE and lower not in ("the", "a", "an")
    is_known = lower in load_vocabulary().roles or lower in _ALONE
    return is_known or (lower.endswith("s") and not lower.endswith("ss"))


def _describes_head(tokens: Sequence[Token], first: int, position: int, stop: int) -> bool:
    """Whether a form on -ing describes the noun before: "a panel investigating Jo Smith"."""
    token = tokens[position]
    is_form = len(token.word) > _SHORTEST_PARTICIPLE and token.word.endswith("ing")
    if not is_form or token.lower in load_vocabulary().titles or position + 1 >= stop:
        return False
    is_behind_noun = position > first + 1 and tokens[first].lower in _DETERMINERS
    following = tokens[position + 1]
    if not is_behind_noun or is_capital(token):
        return False
    if is_capital(following) and not is_title_word(following.word):
        return True
    has_object = following.lower in _DETERMINERS | {"for", "in", "at", "on", "with", "to"}
    return has_object and _follows_person(tokens, position)


def _follows_person(tokens: Sequence[Token], position: int) -> bool:
    """Whether a noun for a person in lower case is before a word: "the senator vying"."""
    before = tokens[position - 1]
    words = load_vocabulary()
    return not is_capital(before) and before.lower in words.roles | words.titles


def _ends_phrase(tokens: Sequence[Token], first: int, position: int, stop: int) -> bool:
    """Whether a phrase ends before the word at `position`, which is not its first."""
    token, previous = tokens[position], tokens[position - 1]
    following = tokens[position + 1].lower if position + 1 < stop else ""
    if _joins_owners(tokens, position, stop):
        return False
    if token.word in _OBJECTS or _is_verb_by_following(token, previous, following):
        return True
    if _describes_head(tokens, first, position, stop):
        return True
    if token.lower in _ARTICLES:
        return not is_capital(previous) and previous.lower not in _BEFORE_ARTICLE | _LINKS
    if token.lower in _LINKS:
        return not _links_names(tokens, position, stop)
    if token.lower in _NOT_IN_PHRASE:
        is_then = token.lower == "then" and previous.lower in _DETERMINERS
        return not (is_then or (is_capital(token) and is_capital(previous)))
    if token.lower in _DAY_NAMES:
        return True
    if is_capital(token):
        return False
    if token.lower in load_vocabulary().cues:
        return _is_reporting_verb(token, previous, following)
    return token.lower in PRONOUNS or _is_other_verb(
        token, previous, following, is_second=position == first + 1
    )


def _joins_owners(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether "and" joins two owners of one noun: "the drivers’ and sailors’ union"."""
    if tokens[position].lower != "and" or not _ends_owner(tokens[position - 1]):
        return False
    return any(map(_ends_owner, tokens[position + 1 : min(stop - 1, position + _OWNER_WORDS)]))


def _ends_owner(token: Token) -> bool:
    """Whether a word is a genitive, or the sign that makes a plural one ("drivers" and "’")."""
    return is_possessive(token) or token.word in "’'"


def _is_verb_by_following(token: Token, previous: Token, following: str) -> bool:
    """Whether an article or a particle shows that a word is the verb after a name or a role."""
    if following not in _AFTER_VERBS or is_capital(token) or not is_word(token):
        return False
    if token.lower in _BEFORE_ARTICLE | _LINKS | _NOT_IN_PHRASE:
        return False
    return is_capital(previous) or previous.lower in load_vocabulary().roles


def _links_names(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether a phrase goes on after a word that can join the parts of a name."""
    token, previous = tokens[position], tokens[position - 1]
    following = tokens[position + 1 : position + 3]
    if token.lower in _PARTICLES:
        # Of two particles ("von der") each is beside the words beside both.
        if previous.lower in _PARTICLES and position > 1:
            previous = tokens[position - 2]
        elif following and following[0].lower in _PARTICLES:
            following = following[1:]
    words = load_vocabulary()
    are_roles = following and {previous.lower, following[0].lower} <= words.roles | words.titles
    if token.lower == "and" and are_roles and position + 2 < stop:
        return True
    if _is_between_capitals(token, previous, following) and position + 1 < stop:
        if token.lower in _NAME_PREPOSITIONS:
            head = previous.word.rstrip(".")
            is_office = previous.lower in words.titles and _has_field_and_name(
                tokens, position + 1, stop
            )
            return is_office or head in words.organisation_words or previous.lower in _NAME_HEADS
        return token.lower != "and" or _is_organisation_list(tokens, position, stop)
    return False


def _has_field_and_name(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether three words with capitals follow: the field of an office and a name."""
    following = tokens[position : min(stop, position + 3)]
    return len(following) == 3 and all(is_capital(token) for token in following)


def _is_between_capitals(token: Token, previous: Token, following: Sequence[Token]) -> bool:
    """Whether words with capitals surround a link; "the" may follow "of" and "for"."""
    if not following or not is_capital(previous) or following[0].lower in SURE_DAYS:
        return False
    if token.lower in ("of", "for") and following[0].lower == "the":
        return len(following) > 1 and is_capital(following[1])
    return is_capital(following[0])


def _is_organisation_list(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether "and" is inside the name of an organisation ("Fish and Wildlife Service")."""
    for token in tokens[position + 1 : min(stop, position + 1 + _LIST_WORDS)]:
        if not is_capital(token):
            return False
        if token.word in load_vocabulary().organisation_words:
            return True
    return False


def _is_reporting_verb(token: Token, previous: Token, following: str) -> bool:
    """Whether a form of a reporting verb is a verb after a noun phrase."""
    words = load_vocabulary()
    cue = words.cues[token.lower]
    is_lemma = token.lower == cue.lemma
    if previous.lower in _DETERMINERS and cue.lemma in _NOUNS:
        return False
    if is_lemma and cue.lemma in _NOUNS:
        return False
    subject_ends = is_capital(previous) or previous.lower in words.roles
    return not cue.weak or (not is_lemma and (subject_ends or following in _TAKES_OBJECT))


def _is_other_verb(token: Token, previous: Token, following: str, *, is_second: bool) -> bool:
    """Whether a word is the verb after a noun phrase, or an adjective that follows a role."""
    words = load_vocabulary()
    follows_role = previous.lower in words.roles
    if token.lower in _PAST_VERBS | _PRESENT_VERBS or (
        follows_role and token.lower in _AFTER_ROLES
    ):
        return True
    if not token.lower.endswith("ed"):
        return False
    if follows_role or (not is_second and following in _TAKES_OBJECT):
        return True
    is_long = len(token.lower) > 3 and not token.lower.endswith("eed")
    is_name = is_capital(previous) and previous.lower not in _DETERMINERS
    return is_long and is_name and previous.lower.rstrip(".") not in words.titles


def _find_name_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the start of the name that a phrase ends in, titles and owners left out."""
    words = load_vocabulary()
    start = _find_capitals_start(tokens, first, last)
    if start == last:
        return last
    if last - start > 1 and tokens[last - 1].word == tokens[last - 2].word:
        # A caption that runs into the sentence: "Jo Smith Smith said".
        return last - 1
    begin = _skip_determiners(tokens, start, last - 1)
    if _is_owned_office(tokens, first, start, last):
        return last
    is_organisation = tokens[last - 1].word.rstrip(".") in words.organisation_words
    if is_organisation and tokens[last - 2].word not in words.gender:
        is_title = tokens[begin].lower in words.titles
        if is_title and begin + 1 < last and tokens[begin + 1].lower == "of":
            return last
        return _skip_determiners(tokens, start, last)
    if _is_role(tokens, begin, last):
        return last
    start = _skip_titles(tokens, start, begin, last)
    if last - start >= 3 and tokens[start].lower in words.roles:
        start += 1
    if start > first and tokens[start - 1].lower in ("of", "the"):
        given_names = (n for n in range(start + 1, last - 1) if tokens[n].word in words.gender)
        is_office = start - first > 1 and tokens[start - 2].lower in words.titles
        start = next(given_names, last - 2 if is_office and last - start > 2 else start)
    return _skip_determiners(tokens, start, last)


def _find_capitals_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the start of the words with capitals at the end of a phrase."""
    position = last
    while position > first:
        token = tokens[position - 1]
        if is_possessive(token) and position < last:
            break
        is_link = token.lower in _LINKS or token.lower == "the"
        outer = position - 2
        if token.lower in _PARTICLES and tokens[outer].lower in _PARTICLES:
            outer -= 1
        is_inside = first <= outer and position < last and is_capital(tokens[outer])
        if not (is_capital(token) or (is_inside and (is_link or token.word[0].isdigit()))):
            break
        position -= 1
    return position


def _skip_titles(tokens: Sequence[Token], start: int, begin: int, last: int) -> int:
    """Move the start of a name past titles, organisations and "of" before its last word."""
    words, whole = load_vocabulary(), start
    for position in range(begin, last - 1):
        word = tokens[position].word.rstrip(".")
        if word in words.organisation_words and tokens[position + 1].lower == "of":
            # "the Harbour Association of Ashford" is the whole name.
            return whole
        if (
            is_title_word(word)
            or word in words.organisation_words
            or tokens[position].lower == "of"
        ):
            start = position + 1
    return start


def _is_role(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words in capitals end in a role and no name ("Police Chief", not "Mr Guest")."""
    words = load_vocabulary()
    tail = tokens[last - 1].lower.rstrip(".")
    if last - first == 1:
        return tail in words.titles or tail in words.roles
    before = tokens[last - 2].word.rstrip(".")
    return tail in words.titles and before not in words.gender


def _is_owned_office(tokens: Sequence[Token], first: int, start: int, last: int) -> bool:
    """Whether a name is no more than "Office" after an owner ("the U.S. Attorney's Office")."""
    is_single = last - start == 1 and start > first and is_possessive(tokens[start - 1])
    return is_single and tokens[start].word in load_vocabulary().organisation_words


def _skip_determiners(tokens: Sequence[Token], start: int, last: int) -> int:
    """Move the start of a name past articles and adjectives with a capital."""
    while start < last and (
        tokens[start].lower in _DETERMINERS
        or (start + 1 < last and is_compound(tokens[start].word))
    ):
        start += 1
    return start
