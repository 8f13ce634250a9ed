"""The reporter's words around a quotation of a source: is it the speaker's, and does he mean it?

A source may quote what its speaker denies, doubts or reads out. Where the draft's own words beside
the quotation don't say that again, a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.hearsay import (
    find_hearsay,
    is_disowned,
    is_lied,
    is_taken_back,
    is_unspoken,
)
from reader.quote_check.quote_surroundings import (
    has_marks,
    read_reporter_words,
    read_sentence_behind,
)
from reader.quote_check.words_put_to import is_put_to_speaker, says_who_was_spoken_to
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quotes.quote import Quote
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values.lexemes import WORD, cut_lexemes
from reader.text.words import split_words

_NEAR_WORDS = 9
"""Words before a quotation among which a denial bears on it."""
_ANNOUNCING_WORDS = 3
"""The same before a colon, after which the quotation is no part of the clause."""
_LONGEST_PHRASE = 3
_LEAST_PARTS = 3
"""Parts between commas of a sentence that has an attribution between two."""
_MOST_ATTRIBUTION_WORDS = 5


def find_reporter_findings(
    quote: Quote, text: str, said_around: str, said_behind: str = ""
) -> Iterator[Finding]:
    """Yield the findings on what a source's reporter says of the words that he quotes.

    Args:
        quote: the quotation of the source.
        text: the source.
        said_around: the draft's own words in the sentence of its quotation.
        said_behind: the sentence after that.
    """
    if not has_marks(text, quote):
        return
    retraction = _find_retraction(text, quote)
    if retraction and not is_taken_back(said_behind):
        told = f"taken back there: {mark_words(retraction)}"
        yield _make(ReasonCode.NEGATION, retraction, told)
    before, after = read_reporter_words(text, quote.start, quote.end)
    here, draft = f"{before} {after}".lower(), said_around.lower()
    if " ".join(here.split()) in " ".join(draft.split()):
        return
    asks = text[quote.end - 1] == "?" or text[quote.end : quote.end + 1] == "?"
    if is_put_to_speaker(before, after, asks=asks) and not says_who_was_spoken_to(said_around):
        told = f"put to the speaker there: {mark_words(' '.join(f'{before} … {after}'.split()))}"
        yield Finding(
            Verdict.OTHER_SPEAKER,
            CheckReason(ReasonCode.OTHER_SPEAKER, True, told, "", " ".join(before.split())),
        )
    # "Asked whether she lied, …": that doubt is the question's.
    is_asked = says_who_was_spoken_to(before) and before[-1:] == ","
    denied = ("" if is_asked else _find_denial(before)) or _find_negation_behind(after)
    if denied and not _has_denial(draft):
        yield _make(ReasonCode.NEGATION, before, f"denied or doubted around it: “… {denied}”")
    if _has_phrase(here, "not in earnest") and not _has_phrase(draft, "not in earnest"):
        told = f"not said in earnest there: {mark_words(' '.join(here.split()))}"
        yield _make(ReasonCode.DOUBT, here, told)
    is_unsure = find_hearsay(here) and not find_hearsay(draft)
    is_unsure = is_unsure or (_is_unspoken(before, after) and not is_unspoken(said_around))
    is_unmeant = is_lied(after) and not _has_phrase(draft, "lying verbs")
    is_unmeant = is_unmeant or (is_disowned(after) and not is_disowned(draft))
    if is_unsure or is_unmeant:
        told = f"not sure or not meant there: {mark_words(' '.join(here.split()))}"
        yield _make(ReasonCode.DOUBT, here, told)
    read = _find_read_out(f"{before} {_GROUNDS_BEHIND.sub('', after)}".lower())
    is_captioned = before.rpartition(" ")[2].lower() in GOVERNING_LISTS.words["writings"]
    if is_captioned or (quote.speaker is None and _has_phrase(before.lower(), "writings")):
        read = not _has_phrase(draft, "writings")
    if read and not _find_read_out(draft):
        text = f"somebody else's words there: {mark_words(' '.join(here.split()))}"
        yield _make(ReasonCode.ATTRIBUTION, here, text)


def find_short_findings(quote: Quote, text: str, said_around: str) -> Iterator[Finding]:
    """Yield the finding that one or two quoted words are only asked after, or denied.

    Args:
        quote: the quotation of the source.
        text: the source.
        said_around: the draft's own words in the sentence of its quotation.
    """
    if not has_marks(text, quote):
        return
    before, _ = read_reporter_words(text, quote.start, quote.end)
    near = split_words(_SAYING_SO.split(before.lower())[-1])[-_NEAR_WORDS:]
    denied = GOVERNING_LISTS.words["asked or denied"]
    if not denied.isdisjoint(near) and denied.isdisjoint(split_words(said_around.lower())):
        told = f"denied or doubted around it: “… {before}”"
        yield _make(ReasonCode.NEGATION, before, told)


def _is_unspoken(before: str, after: str) -> bool:
    return bool(before and is_unspoken(before)) or bool(after and is_unspoken(after, before))


def _find_retraction(text: str, quote: Quote) -> str:
    """Return the sentence behind that of a quotation if its speaker takes the words back there."""
    following = read_sentence_behind(text, quote.start, quote.end)
    return following if is_taken_back(following) else ""


_GROUND = (
    r"(?:re)?citing (?:[\w’'-]+ ){0,4}?(?:support|concerns?|reasons?|safety|fears?|health|weather"
    r"|security|lack|risks?|needs?|threats?|costs?|privacy|outpouring|experience|ties|connections|positions?"
    r"|views?|differences|names?)\b"
)
"""What a speaker relies on that has no words of its own, unlike a report or an official."""
_GROUNDS_BEHIND = re.compile(rf", {_GROUND}.*$", re.DOTALL)
_GROUNDS = re.compile(rf"\b{_GROUND}[^,]*,")
_NOUNS = re.compile(r"\b(?:\w+[’']s?|the|his|her|their|these|those) (?:\w+ )?quotes\b")
"""What is quoted, and no verb: "responded to Quill's quotes"."""
_SAYING_SO = re.compile(r", (?:saying|adding|insisting|arguing|stating|claiming|noting)\b")
"""Behind what is denied: what somebody says instead."""
_CONCEDED = re.compile(r"\b(?:although|though|while|because)\b[^,]*,$", re.IGNORECASE)
"""A clause of its own right before a quotation: "that though she was not well, “…”"."""
_ELABORATING = re.compile(
    r"^\W*(?:but|and|though) (?:he |she |they )?"
    r"(?:did not|didn[’']t|would not|wouldn[’']t|declined to) "
    r"(?:provide|elaborate|give|name|offer|specify|explain|identify|say (?:who|when|where|how))\b"
)
"""Behind a quotation: what its speaker did not say more."""


def _make(code: ReasonCode, words: str, text: str) -> Finding:
    return Finding(Verdict.TRIMMED, CheckReason(code, True, text, "", " ".join(words.split())))


@lru_cache(maxsize=1 << 10)
def _find_denial(before: str) -> str:
    """Return the words right before a quotation that deny or doubt it; empty where none do."""
    lexemes = [lexeme for lexeme in cut_lexemes(before) if lexeme.kind == WORD]
    if not lexemes:
        return ""
    is_announced = any(mark in before[lexemes[-1].end :] for mark in ":;")
    count = _ANNOUNCING_WORDS if is_announced else _NEAR_WORDS
    reach = before if is_announced else _without_attribution(before)
    lexemes = [lexeme for lexeme in cut_lexemes(reach) if lexeme.kind == WORD]
    clause = reach[lexemes[max(0, len(lexemes) - count)].start :].rpartition(", ")[2]
    if _CONCEDED.search(clause):
        return ""
    return clause if _has_denial(clause.lower()) else ""


def _without_attribution(before: str) -> str:
    """Leave out who said it, between two commas: "Nobody believes, Quill said, that"."""
    parts = before.split(", ")
    if len(parts) < _LEAST_PARTS:
        return before
    verbs = load_reporting_verbs().single
    words = [lexeme.lower for lexeme in cut_lexemes(parts[-2]) if lexeme.kind == WORD]
    is_attribution = len(words) <= _MOST_ATTRIBUTION_WORDS and any(map(verbs.get, words))
    return f"{', '.join(parts[:-2])} {parts[-1]}" if is_attribution else before


@lru_cache(maxsize=1 << 10)
def _find_negation_behind(after: str) -> str:
    """Return the clause right behind a quotation that denies it: "… is not what she said"."""
    clause = after.split(",")[0]
    if _ELABORATING.match(clause):
        return ""
    denied = [one.start for one in find_governing_words(clause) if one.code is ReasonCode.NEGATION]
    verbs = load_reporting_verbs().single
    said = [
        lexeme.start
        for lexeme in cut_lexemes(clause)
        if (verb := verbs.get(lexeme.lower)) and not verb.is_weak
    ]
    # "…, he said without a pause" denies nothing; "… is not what he said" does.
    return clause if denied and not (said and said[0] < denied[0]) else ""


@lru_cache(maxsize=1 << 10)
def _has_denial(words: str) -> bool:
    if _has_phrase(words, "denied around"):
        return True
    return any(found.code is ReasonCode.NEGATION for found in find_governing_words(words))


@lru_cache(maxsize=1 << 10)
def _find_read_out(words: str) -> bool:
    words = _NOUNS.sub("", _GROUNDS.sub("", words))
    if "according to" in words and _has_phrase(words.partition("according to")[2], "saying"):
        return True
    printed = [lexeme.lower for lexeme in cut_lexemes(words) if lexeme.kind == WORD]
    passive = GOVERNING_LISTS.words["passive"]
    for place, word in enumerate(printed):
        if word in ("quoted", "reported", "cited") and place and printed[place - 1] in passive:
            return False
    return _has_phrase(words, "read out") or (
        _has_phrase(words, "said before") and _counts_verbs(printed) > 1
    )


def _counts_verbs(words: Sequence[str]) -> int:
    """Count the verbs by which a reporter says that somebody says something."""
    verbs = load_reporting_verbs().single
    return sum((verb := verbs.get(word)) is not None and not verb.is_weak for word in words)


def _has_phrase(words: str, section: str) -> bool:
    printed = [lexeme.lower for lexeme in cut_lexemes(words) if lexeme.kind == WORD]
    phrases = GOVERNING_LISTS.lines[section]
    runs = {
        " ".join(printed[place : place + count])
        for count in range(1, _LONGEST_PHRASE + 1)
        for place in range(len(printed) - count + 1)
    }
    return not runs.isdisjoint(phrases)
