"""The words of an English sentence that a reporting verb gives as somebody's."""

from __future__ import annotations

import re

from reader.quote_versions.governed_clauses import find_governed_clause
from reader.quotes import Cue, Speaker, Stance
from reader.quotes.reporting_vocabulary import load_word_class
from reader.story.reported_speech.fronted_clauses import (
    LEAST_HEAD,
    describes_object,
    find_fronted_clause,
    has_finite_verb,
    is_object,
)
from reader.story.reported_speech.plain_clauses import (
    closes_sentence,
    has_clause_without_that,
    may_lack_that,
)
from reader.story.reported_speech.said_words import (
    TITLES,
    is_governed,
    read_joined_clause,
    read_split_clause,
    trim_clause,
)
from reader.story.reported_speech.speech import Span, count_words
from reader.story.reported_speech.statement_ends import end_statement
from reader.story.reported_speech.told_persons import skip_told_person
from reader.story.reported_speech.unspoken_verbs import is_unspoken

PLAIN_VERBS = frozenset(("say", "tell", "add", "according to"))
"""Verbs after which a clause needs no "that"."""
_SAYING = frozenset(("say", "add"))
_WHOM = re.compile(
    r"\s*(?:(?:the|an?|his|her|its|their) )?"
    r"(?:[\w’'.-]+(?: [A-Z][\w’'.-]*){0,4}|[a-z]+ [a-z]+s)(?= )"
)
"""Whom somebody tells something."""
_AS = re.compile(r"\b[Aa]s (?:(?:the|[A-Z][\w.’'-]*) )*$")
"""Before the subject of a comment: "as the Herald's Ann Lee notes"."""
_NEXT_CLAUSE = re.compile(
    r"(?:,| (?:on|in|at|during|to|this|last|late|early|earlier|later|[A-Z][a-z]+day)\b[^,;]*,)"
    r" (?:and|but|so|while|though|although|which)\b"
)
"""When and where somebody says something, and the comma before another clause."""
_FURTHER = re.compile(r",? ?(?:and |but )?(?:\w+ly )?\w+ing\b")
"""A participle right after verb and speaker: "Smith said, adding that"."""
_PARTICIPLE = re.compile(r",\s[a-z]+ing\b")
"""In the second part of a statement: it may be what the speaker does."""
_PREPOSITION = re.compile(r"\b(?:with|to|of|on|for|in|at|about|from|by)\s$")
"""Right before "that" which begins no clause: "agreed with that decision"."""
_OPENING = re.compile(r"\b(?:that|whether|why|how)\b")
_MOST_CLOSING = 4
"""Words after verb and speaker that end a sentence with them: "…, Smith said on Monday"."""
_CLAUSE = re.compile(
    r"\s*(?!the (?:notion|idea|claim|fact|view|charge)\b)(?:[a-z]+ly )?"
    r"(?:(?:\S+ ){0,5}?(?:that|whether|if|how|why)|he|she|they|we|there"
    r"|it(?! (?:on|in|at|to|as|for|with|by|during|from)\b))\b"
)
"""What shows, right after another verb, that a clause follows and no object."""
_INFINITIVE = re.compile(r"\s*(?:\S+ ){0,4}?to [a-z]")
_PREPOSITIONS = frozenset(("during", "on", "in", "at", "after", "before", "from"))
_ASKING_FOR = frozenset((Stance.URGING, Stance.PROMISING, Stance.WARNING, Stance.ASKING))
"""Verbs that also have an infinitive of what is said: "urged him to go"."""
_NO_CLAUSE = re.compile(
    r"[,\s]*(?:who|whom|whose|which|meaning|adding|during|on|in|at|after|before|from|of)\b(?!.*\bthat\b)"
    r"|[,\s]*(?:who|whom|whose|which|meaning)\b|,\s(?:an?|the|his|her|its|their)\b",
    re.DOTALL,
)
"""What follows verb and speaker where the clause of what is said came before them."""
_TOLD = re.compile(
    r"\s*(?:the |a )?[\w’'-]+(?: [A-Z][\w’'-]*){0,3}(?= (?:during|on|in|at|after|from)\b)"
)
"""Somebody who is told something, before an adverbial."""


def read_clauses(
    text: str, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[tuple[Span, ...], bool]:
    """Return the words of an English sentence that are somebody's, in one or two parts.

    Second, whether it is sure where they end.
    """
    if is_unspoken(text, sentence, speaker, cue):
        return (), True
    is_plain = cue.lemma in PLAIN_VERBS or may_lack_that(cue.lemma)
    if split := read_split_clause(text, sentence, speaker, cue, is_plain=is_plain):
        return split, _PARTICIPLE.search(text[slice(*split[1])]) is None
    if both := read_joined_clause(text, sentence, speaker, cue):
        return both, False
    clause = _find_said_clause(text, sentence, speaker, cue)
    if clause is None:
        return (), True
    if clause[0] < cue.end:
        return (clause,), not _may_open_with_scene(text, clause)
    trimmed = trim_clause(text, clause, sentence[1], cue)
    said, is_begun = skip_told_person(text, trimmed, cue)
    ended, is_sure = end_statement(text, said, sentence, speaker, cue)
    return (() if is_object(text, ended, cue) else (ended,)), is_sure and is_begun


def read_following_clause(
    text: str, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[tuple[Span, ...], bool]:
    """Return the words after a verb inside a sentence that are somebody's, or none.

    The clause has "that", "whether" or "why", besides whom it is told and when, or else a subject
    and a verb right after the reporting one.

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        speaker: the speaker.
        cue: the verb.

    Returns:
        The words, and whether it is sure where they end.
    """
    if speaker.end > cue.start or is_unspoken(text, sentence, speaker, cue):
        return (), True
    end = sentence[1]
    if not _is_followed_by_clause(text[cue.end : end], cue):
        return (), True
    governed = find_governed_clause(text, cue.start, end, speaker, cue) or (cue.end, end)
    trimmed = trim_clause(text, (cue.end, max(governed[1], cue.end)), end, cue)
    said, is_begun = skip_told_person(text, trimmed, cue)
    clause, is_sure = end_statement(text, said, (cue.start, end), speaker, cue)
    return (() if is_object(text, clause, cue) else (clause,)), is_sure and is_begun


def _is_followed_by_clause(following: str, cue: Cue) -> bool:
    """Return whether a clause of what is said follows a verb at once, but for whom and when."""
    opening = _OPENING.search(following)
    before = following[: opening.start()] if opening else ""
    if opening is not None and is_governed(before, cue) and not _PREPOSITION.search(before):
        return not describes_object(following)
    if has_clause_without_that(following, cue.lemma):
        return True
    if cue.lemma == "tell" and (whom := _WHOM.match(following)):
        return has_clause_without_that(following[whom.end() :], "claim")
    words = following.partition(",")[0].split()
    is_adverbial = not words or words[0].lower() in load_word_class("phrase_ends")
    return cue.lemma in _SAYING and not is_adverbial and has_finite_verb(" ".join(words))


def _find_said_clause(text: str, sentence: Span, speaker: Speaker, cue: Cue) -> Span | None:
    """Return the words of an English sentence that a verb gives as somebody's; None without such.

    They follow verb and speaker, or come before them where these end the sentence.
    """
    start, end = sentence
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    head, tail = (start, text.rfind(",", start, begin)), (stop, end)
    is_plain = cue.lemma in PLAIN_VERBS
    following = text[stop:end]
    is_comment = text.startswith(",", stop) or not following.strip(' .”"')
    if is_comment and speaker.end <= cue.start and _AS.search(text[start : speaker.start]):
        return _find_commented(text, head, stop, end)
    if is_plain and (fronted := find_fronted_clause(text, head, tail, speaker, cue)):
        return fronted
    if is_plain and (told := _NO_CLAUSE.match(_skip_addressee(following, cue))):
        if _is_statement(text, head, begin):
            return head
        if told.group().strip() not in _PREPOSITIONS:
            return None
    if _is_statement(text, head, begin) and _goes_on(following, cue):
        return head
    closes = is_plain and head[1] > start and not _CLAUSE.match(following)
    if closes and has_finite_verb(following) and not has_finite_verb(text[slice(*head)]):
        # "On the talk shows, Smith said fraud had occurred."
        closes = False
    if closes and count_words(text, tail) <= min(_MOST_CLOSING, count_words(text, head)):
        return head
    if _is_after_statement(text, head, begin) and closes_sentence(following, cue.lemma):
        return head
    if not is_plain and not _is_clause(following, cue):
        return None
    governed = find_governed_clause(text, start, end, speaker, cue) or tail
    return (stop, governed[1]) if governed[0] >= cue.end and governed[1] > stop else tail


def _find_commented(text: str, head: Span, stop: int, end: int) -> Span | None:
    """Return the clause that "as Smith notes" comments: after its comma, or before it."""
    if text.startswith(",", stop):
        return stop + 1, end
    return head if _is_after_statement(text, head, head[1] + 1) else None


def _is_after_statement(text: str, head: Span, begin: int) -> bool:
    """Return whether a comma right before verb and speaker closes a whole clause."""
    return _is_statement(text, head, begin) and has_finite_verb(text[slice(*head)])


def _goes_on(following: str, cue: Cue) -> bool:
    """Return whether verb and speaker close a statement, and another clause or verb follows.

    ("…, Smith said, adding that", "…, Smith said on Monday, and the board …")
    """
    if cue.lemma not in PLAIN_VERBS and not may_lack_that(cue.lemma):
        return False
    return _FURTHER.match(following) is not None or _NEXT_CLAUSE.match(following) is not None


def _skip_addressee(following: str, cue: Cue) -> str:
    """Return what follows a verb without whom somebody tells."""
    match = _TOLD.match(following) if cue.lemma == "tell" else None
    return following[match.end() :] if match else following


def _is_statement(text: str, head: Span, begin: int) -> bool:
    """Return whether the words up to a comma before verb and speaker are what is said."""
    if head[1] <= head[0] or not TITLES.fullmatch(text[head[1] + 1 : begin].strip('“" \u00a0')):
        return False
    words = text[slice(*head)].split()
    return len(words) >= LEAST_HEAD and not _opens_with_adverbial(text, head)


def _may_open_with_scene(text: str, clause: Span) -> bool:
    """Return whether a clause opens with words that may be the reporter's: "On Monday, …"."""
    opening, comma, _ = text[slice(*clause)].partition(",")
    return bool(comma) and _opens_with_adverbial(text, clause) and not has_finite_verb(opening)


def _opens_with_adverbial(text: str, clause: Span) -> bool:
    """Return whether a clause begins with words that may be the reporter's: "On Monday …"."""
    words = text[slice(*clause)].split(None, 1)
    opens = load_word_class("adverbial_starts") | load_word_class("phrase_ends")
    return bool(words) and words[0].lower() in opens


def _is_clause(following: str, cue: Cue) -> bool:
    """Return whether a clause of what is said follows a verb, or an infinitive of it."""
    is_asking = cue.stance in _ASKING_FOR and _INFINITIVE.match(following) is not None
    is_clause = _CLAUSE.match(following) or has_clause_without_that(following, cue.lemma)
    return is_asking or (bool(is_clause) and not describes_object(following))
