"""The person without a name who spoke right before a pronoun: "a spokesman for Lee … he said"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.cues import match_cue
from reader.quotes.noun_phrases import read_noun_phrase
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import tokenize_sentence
from reader.quotes.speaker_kinds import find_head
from reader.text.sentences import BETWEEN_SENTENCES

_THINGS = load_word_class("speaking_nouns") | load_word_class("documents")
_MOST_SENTENCES = 4
"""Sentences before a pronoun that are read, all but the first with the pronoun as subject."""
_ARTICLES = frozenset(("a", "an", "one", "another"))
_OWNERS = frozenset(("his", "her", "their", "its"))
_ASKING = frozenset(("ask", "inquire", "shout", "wonder"))
"""Verbs after whose words somebody else answers."""
_FOR_NAME = re.compile(r" (?:for|of|to) (?:the )?(?:[A-Z]|(?:former|late) [A-Z])")
"""Whose a role with "the" is: "the lawyer for Lee"."""
_APPOSED = re.compile(r",? (?!(?:D|R|I)-)[A-Z][\w.’'-]+(?: [A-Z]|,|$)")
"""A name beside a role: "his lawyer, Ann Lee,"."""
_NAMED = re.compile(r"(?<= )[A-Z][a-z]")
_IN_COMMAS = re.compile(r", (?!(?:D|R|I)-)[A-Z][\w.’'-]+ (?:[\w.’'-]+ )?[A-Z][\w’'-]+,")
"""A full name between commas."""
_BESIDE_CHARS = 80
"""Characters after the words for a person in which the name is read."""


class UnnamedSpeaker(NamedTuple):
    """A person without a name who speaks in a sentence: `text[start:end]`."""

    words: str
    start: int
    end: int


def find_unnamed_speaker(
    text: str,
    pronoun: str,
    sentence: tuple[int, int],
    find_before: Callable[[int], tuple[int, int]],
    find_quote_start: Callable[[int], int | None],
) -> UnnamedSpeaker | None:
    """Return who spoke in the sentence before he or she, or before further ones with the pronoun.

    None where somebody with a name, or nobody, spoke there. Whoever owns the role or follows it
    ("Lee's lawyer", "an aide to Lee") has not spoken.

    Args:
        text: the article.
        pronoun: "he" or "she".
        sentence: the reporter's sentence before the pronoun.
        find_before: returns the reporter's sentence before a position.
        find_quote_start: returns the start of the quote that a position is in, or None.
    """
    begin, end = sentence
    for _ in range(_MOST_SENTENCES):
        opened = begin + len(text[begin:end]) - len(text[begin:end].lstrip(BETWEEN_SENTENCES))
        while begin < end and (find_quote_start(begin) is not None or not text[begin].isalnum()):
            begin += 1
        mention = _read_speaker(text, begin, end)
        if mention is None:
            return None
        if text[slice(*mention)].lower() != pronoun:
            return _read_unnamed(text, mention, end)
        if _NAMED.search(text, begin + 1, mention[0]):
            # "Lee attacked what he called …": somebody else may be meant there.
            return None
        begin, end = find_before(opened)
    return None


def _read_speaker(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return where the words for the speaker of a sentence are; None for one who has a name."""
    tokens = tokenize_sentence(text, begin, end)
    verb = match_cue(tokens, 0) if tokens else None
    if verb is not None:
        # “…,” said a spokesman for Lee.
        phrase = read_noun_phrase(tokens, verb.last, len(tokens))
        if phrase is None or phrase.has_name or verb.word.lemma in _ASKING:
            return None
        return tokens[phrase.first].start, tokens[phrase.last - 1].end
    found = read_sentence(text, begin, end) if tokens else None
    if found is None or found.cue is None or found.has_name or found.cue.lemma in _ASKING:
        return None
    return found.mention


def _read_unnamed(text: str, mention: tuple[int, int], end: int) -> UnnamedSpeaker | None:
    """Return the person at the words for a speaker, if they are for one without a name."""
    start, stop = mention
    words = text[start:stop]
    if not _is_unnamed_person(words, text[stop : stop + _BESIDE_CHARS]):
        return None
    beside = text[stop : min(end, stop + _BESIDE_CHARS)]
    if _APPOSED.match(beside) or _IN_COMMAS.search(beside):
        return None
    return UnnamedSpeaker(words, start, stop)


def _is_unnamed_person(words: str, following: str) -> bool:
    """Return whether words name one person by nothing but a role."""
    first, *others = words.lower().replace("’", "'").split()
    if first in ("one", "another") and not others:
        return following.startswith(" of ")
    head = find_head(words)
    known = load_vocabulary()
    if head in _THINGS or (head not in known.roles and head not in known.titles):
        return False
    if head.endswith("s") and not head.endswith("ss"):
        return False
    is_owned = any(word.endswith(("'s", "s'")) for word in (first, *others[:-1]))
    if first in _ARTICLES or first in _OWNERS or is_owned:
        return True
    return first == "the" and _FOR_NAME.match(following) is not None
