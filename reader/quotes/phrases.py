"""Words, signs and noun phrases of the reporter's sentences, read without a parser.

Closed word classes (prepositions, pronouns, conjunctions) mark where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.reporting_vocabulary import Vocabulary, vocabulary, word_class

PRONOUNS = word_class("pronouns")
_PREPOSITIONS = word_class("phrase_ends")
_AUXILIARIES = word_class("auxiliaries")
SURE_DAYS = word_class("times") - {"may", "march"}
"""Words for times that are no other words too."""
_DAY_NAMES = word_class("day_names")
_NOT_IN_PHRASE = _PREPOSITIONS | word_class("verbs_of_being")
_PARTICLES = word_class("particles")
_NAME_LINKS = word_class("name_links")
_NOUNS = word_class("verbs_that_are_nouns")
_DETERMINERS = word_class("determiners")
_IN_LY = word_class("ends_in_ly")
_AFTER_ROLES = word_class("after_roles")
_PAST_VERBS = word_class("past_verbs")
_AFTER_NAMES = frozenset(word_class("after_names"))

_TOKEN = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*|[^\w\s]|_")
_ALONE = frozenset(
    ("one", "some", "many", "most", "several", "others", "another", "both", "all", "those", "few")
)


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
        or tokens[last - 1].lower in SURE_DAYS
        or is_adverb(tokens[last - 1])
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


def is_adverb(token: Token) -> bool:
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
