"""Who said a quote and with which verb, from the words of its own sentence."""

from __future__ import annotations

from typing import NamedTuple

from reader.quotes.addressee import (
    ADDRESSED,
    addressee_of,
    leading_setting,
    position_after,
    setting_of,
)
from reader.quotes.clauses import (
    author,
    begins_clause,
    inverted_subject,
    main_phrase,
    stated_author,
    subject,
)
from reader.quotes.cues import PASSIVE, cue_at, cue_of, is_noun_on_ing, next_is_to, used_as_noun
from reader.quotes.marks import Marked
from reader.quotes.phrases import PRONOUNS, NounPhrase, Token, is_capital, noun_phrase, tokens_of
from reader.quotes.quote import Cue, Phrase, Stance
from reader.quotes.reporting_vocabulary import CueWord, vocabulary, word_class
from reader.quotes.sentence_bounds import sentence_end

_REACH = 400
"""Characters of a sentence that are read on either side of a quote."""
_MOST_CUES = 8
"""Reporting verbs of a sentence whose subject is looked for."""
_SHORT_LINE = 60
_IN_THE_WORDS = CueWord("in the words of", Stance.NEUTRAL, False, False)
_ACCORDING = CueWord("according to", Stance.NEUTRAL, False, False)
_DESCRIBING = word_class("describing_verbs")
_NOUNS = word_class("verbs_that_are_nouns")
_SENTENCE_OPENERS = PRONOUNS | word_class("determiners")
_DASHES = ("—", "–", "-", "--", "- -")
_LOOSE = word_class("loose_verbs")
_NOT_IMPLIED = word_class("not_implied")
_WORDS_SAID = word_class("words_said")


class Attribution(NamedTuple):
    """What the reporter's words beside a quote say of it. Positions are those of the article."""

    cue: Cue | None
    mention: tuple[int, int] | None
    """The words that stand for the speaker, or the name in them."""
    has_name: bool
    phrase: tuple[int, int] | None
    """The whole noun phrase, title included."""
    addressee: Phrase | None
    setting: Phrase | None
    confidence: float
    close: bool
    """Whether the cue stands directly beside the quote, with nothing but its own words between."""
    end: int
    """Where the words read for it end."""


def after_quote(text: str, quote: Marked, limit: int) -> Attribution | None:
    """Read the attribution that follows a quote, up to `limit`: the next mark or paragraph."""
    start = quote.after
    line_end = text.find("\n", start, limit + 1)
    line_end = len(text) if line_end < 0 else line_end
    stop = sentence_end(text, start, min(limit, start + _REACH))
    tokens = tokens_of(text, start, stop)
    first = 0
    while first < len(tokens) and not tokens[first].word[0].isalnum():
        if tokens[first].word in ".;:)?!" and first == 0 and tokens[first].word != ":":
            return None
        first += 1
    if first == len(tokens):
        return None
    tokens = tokens[first:]
    closing = text[quote.end - 1]
    opener = closing in "?!" and tokens[0].lower in _SENTENCE_OPENERS
    new_sentence = first == 0 and is_capital(tokens[0]) and (closing == "." or opener)
    if tokens[0].lower in ("according", "per") and not new_sentence:
        return _according(text, tokens, 0, stop, 0.95)
    if first and text[start : tokens[0].start].strip() in _DASHES and stop == line_end:
        return _signed(text, tokens, stop)
    found = (
        _answered(text, tokens, stop)
        or _inverted(text, tokens, stop)
        or _straight(text, tokens, stop)
    )
    if found is None:
        return None
    if closing in ".?!" and text[start:stop].rstrip().endswith(":"):
        return None
    if new_sentence:
        whole = stop == len(text) or text[stop - 1] in ".!?" or text[stop] == "\n"
        short = len(tokens) <= 7 and found.close and whole and _ends_in_cue(tokens, found)
        return found._replace(confidence=0.7) if short else None
    if not found.close and not _near_end(tokens, found):
        return None
    if closing not in ",?!…-–—." and first == 0 and not found.close:
        return found._replace(confidence=0.6, close=False)
    return found


def over_title(text: str, quote: Marked, title: Marked, limit: int) -> Attribution | None:
    """Read an attribution that holds a title ("…,” Jo Smith, author of “Home,” said")."""
    between = tokens_of(text, quote.after, title.opened)
    goes_on = text[quote.end - 1] == "," or text[quote.after : quote.after + 1] == ","
    if (
        not goes_on
        or not between
        or len(between) > 20
        or any(token.word in ".?!" for token in between)
    ):
        return None
    stop = sentence_end(text, title.after, min(limit, title.after + _REACH))
    break_ = Token(title.after, title.after, ",", ",")
    found = _straight(text, [*between, break_, *tokens_of(text, title.after, stop)], stop)
    return found if found and found.close else None


def next_line(text: str, quote: Marked, line_end: int, limit: int) -> Attribution | None:
    """Read an attribution that a line break parts from its quote ("…”\nSmith said.")."""
    if text[quote.after : line_end].strip():
        return None
    stop = text.find("\n", line_end + 1, line_end + 1 + _SHORT_LINE)
    stop = len(text) if stop < 0 else stop
    if stop - line_end > _SHORT_LINE or stop > limit:
        return None
    tokens = tokens_of(text, line_end + 1, stop)
    if not 2 <= len(tokens) <= 7:
        return None
    found = _inverted(text, tokens, stop) or _straight(text, tokens, stop)
    whole = found is not None and found.close and _ends_in_cue(tokens, found)
    return found._replace(confidence=0.7) if found and whole else None


def _ends_in_cue(tokens: list[Token], found: Attribution) -> bool:
    """Whether a short sentence is no more than a speaker and a verb ("Smith said.")."""
    if found.cue is None or _is_weak(found.cue):
        return False
    end = found.addressee.end if found.addressee else found.cue.end
    rest = [token for token in tokens if token.start >= end and token.word[0].isalnum()]
    return len(rest) <= 1 or found.setting is not None or (found.mention or (0, 0))[0] >= end


def _near_end(tokens: list[Token], found: Attribution) -> bool:
    """Whether little follows the verb, as where it closes a report ("…, police said on Monday")."""
    ends = [part.end for part in (found.cue, found.addressee, found.setting) if part]
    ends += [found.phrase[1]] if found.phrase else []
    return sum(1 for token in tokens if token.start >= max(ends, default=0)) <= 5


def _is_weak(cue: Cue | None) -> bool:
    word = vocabulary().cues.get(cue.text.lower()) if cue else None
    return cue is None or (word is not None and word.weak)


def _inverted(text: str, tokens: list[Token], stop: int) -> Attribution | None:
    position = 0
    while position < len(tokens) and tokens[position].lower in (
        "then",
        "also",
        "later",
        "and",
        "so",
    ):
        position += 1
    if position + 1 < len(tokens) and tokens[position].lower in ("a", "ont", "ha", "avait"):
        position += 1
    found = cue_at(tokens, position)
    if found is None:
        return None
    word, last = found
    if word.gerund and word.weak:
        return None
    if tokens[position].lower == word.lemma and word.lemma in _NOUNS:
        return None
    phrase = inverted_subject(tokens, last - 1, len(tokens))
    cue = cue_of(text, tokens, position, last, word)
    if phrase is None:
        if word.weak or word.gerund:
            return None
        setting = setting_of(text, tokens, last, stop)
        return Attribution(cue, None, False, None, None, setting, 0.5, True, stop)
    setting = setting_of(text, tokens, phrase.last, stop)
    return _made(cue, tokens, phrase, None, setting, 0.95, True, stop)


def _answered(text: str, tokens: list[Token], stop: int) -> Attribution | None:
    """The speaker after a noun for what was said (“No,” was the reply from Jo Smith)."""
    if tokens[0].lower not in ("was", "is", "came", "comes", "ran", "runs", "went"):
        return None
    for position in range(1, min(len(tokens) - 2, 6)):
        if tokens[position].lower in _WORDS_SAID and tokens[position + 1].lower in ("from", "of"):
            phrase = noun_phrase(tokens, position + 2, len(tokens))
            start, end = tokens[position].start, tokens[position].end
            cue = Cue(text[start:end], tokens[position].lower, Stance.REPLYING, start, end)
            return _made(cue, tokens, phrase, None, None, 0.9, True, stop) if phrase else None
    return None


def _straight(text: str, tokens: list[Token], stop: int) -> Attribution | None:
    sure = _straight_with(text, tokens, stop, weak=False)
    if sure is not None and sure.close:
        return sure
    return _straight_with(text, tokens, stop, weak=True) or sure


def _straight_with(text: str, tokens: list[Token], stop: int, *, weak: bool) -> Attribution | None:
    tried = 0
    for position in range(1, min(len(tokens), 45)):
        found = cue_at(tokens, position) if tried < _MOST_CUES else None
        if found is None:
            if tokens[position].lower == "according" and next_is_to(tokens, position):
                near = position <= 2
                return _according(text, tokens, position, stop, 0.9 if near else 0.6)
            continue
        word, last = found
        if word.weak and not weak:
            continue
        if reported := _quoted_as(text, tokens, position, stop):
            return reported
        if word.gerund and tokens[position - 1].lower not in ("as", "was", "were"):
            continue
        if word.weak and position > 8:
            continue
        if is_capital(tokens[position]) or used_as_noun(tokens, position, word):
            continue
        if tokens[position - 1].word == "," and not word.weak and word.lemma not in ADDRESSED:
            inverse = inverted_subject(tokens, last - 1, len(tokens))
            if inverse and inverse.has_name and _ends_sentence(tokens, inverse.last):
                cue = cue_of(text, tokens, position, last, word)
                return _made(cue, tokens, inverse, None, None, 0.85, False, stop)
        tried += 1
        phrase = subject(tokens, position)
        if phrase is None:
            continue
        apart = phrase.last != position and tokens[position - 1].word != ","
        if word.weak and apart and not _passes(tokens, phrase.last, position):
            continue
        if word.lemma in ADDRESSED and tokens[position - 1].lower in PASSIVE:
            cue = cue_of(text, tokens, position, last, word)
            return Attribution(cue, None, False, None, None, None, 0.2, True, stop)
        addressee = addressee_of(text, tokens, last, word)
        after = last if addressee is None else position_after(tokens, addressee.end)
        setting = setting_of(text, tokens, after, stop)
        cue = cue_of(text, tokens, position, last, word)
        return _made(
            cue, tokens, phrase, addressee, setting, 0.95, begins_clause(tokens, phrase.first), stop
        )
    return None


def _quoted_as(text: str, tokens: list[Token], position: int, stop: int) -> Attribution | None:
    """The speaker whom another source quotes ("state TV quoted the governor as saying")."""
    if tokens[position].lower not in ("quoted", "quotes", "quoting", "cited", "citing"):
        return None
    for last in range(position + 2, min(len(tokens) - 1, position + 14)):
        if tokens[last].lower == "as" and tokens[last + 1].lower == "saying":
            phrase = noun_phrase(tokens, position + 1, last)
            if phrase is None:
                return None
            start, end = tokens[last + 1].start, tokens[last + 1].end
            cue = Cue(text[start:end], "say", Stance.NEUTRAL, start, end)
            return _made(cue, tokens, phrase, None, None, 0.9, True, stop)
    return None


def _ends_sentence(tokens: list[Token], position: int) -> bool:
    return position >= len(tokens) or tokens[position].word in ".,"


def _passes(tokens: list[Token], first: int, last: int) -> bool:
    """Whether nothing but auxiliaries and adverbs lies between a subject and its verb."""
    return last - first <= 3 and all(token.word[0].isalnum() for token in tokens[first:last])


def _signed(text: str, tokens: list[Token], stop: int) -> Attribution | None:
    """The name that a quote is signed with (“Never again.” — Jo Smith, goalkeeper)."""
    phrase = noun_phrase(tokens, 0, len(tokens))
    if phrase is None or phrase.last - phrase.name < 2 or len(tokens) > 16:
        return None
    if phrase.last < len(tokens) and tokens[phrase.last].word not in ",.(":
        return None
    return _made(None, tokens, phrase, None, None, 0.8, True, stop)


def before_quote(text: str, quote: Marked, spans: list[tuple[int, int]]) -> Attribution | None:
    """Read the attribution that stands before a quote in its sentence.

    `spans` are the stretches of the sentence before the quote that are outside any
    quote, in order; the last one ends at the opening mark.
    """
    tokens: list[Token] = []
    for begin, stop in spans:
        if tokens:
            tokens.append(Token(begin, begin, ",", ","))
        tokens += tokens_of(text, begin, stop)
    if not tokens:
        return None
    end = len(tokens)
    while end and not tokens[end - 1].word[0].isalnum():
        end -= 1
    tail = tokens[end:]
    introduced = bool(tail) and tail[-1].word in ",:"
    if end == 0:
        return None
    tried = 0
    for position in range(end - 1, max(-1, end - 60), -1):
        lower = tokens[position].lower
        if lower == "in" and _goes_on(tokens, position, "the", "words", "of"):
            phrase = noun_phrase(tokens, position + 4, end)
            if phrase:
                cue = cue_of(text, tokens, position, position + 4, _IN_THE_WORDS)
                return _made(cue, tokens, phrase, None, None, 0.9, True, quote.opened)
        if lower == "according" and next_is_to(tokens, position):
            between = end - position
            return _according(text, tokens, position, quote.opened, 0.9 if between < 20 else 0.7)
        if lower == "to" and _goes_on(tokens, position, "quote"):
            phrase = noun_phrase(tokens, position + 2, end)
            if phrase:
                cue = cue_of(text, tokens, position + 1, position + 2, _IN_THE_WORDS)
                return _made(cue, tokens, phrase, None, None, 0.9, True, quote.opened)
        if position == 0 and introduced and lower == "per":
            return _according(text, tokens, 0, quote.opened, 0.85)
        found = cue_at(tokens, position) if tried < _MOST_CUES else None
        if found is None:
            continue
        word, last = found
        distance = end - last
        if reported := _quoted_as(text, tokens, position, quote.opened):
            return reported
        if word.gerund and last > 1 and tokens[last - 2].lower == "as" and position > 1:
            continue
        if (is_capital(tokens[position]) and position > 0) or used_as_noun(tokens, position, word):
            continue
        if position == 0 and introduced and not word.weak:
            inverse = inverted_subject(tokens, last - 1, end)
            if inverse:
                cue = cue_of(text, tokens, position, last, word)
                return _made(cue, tokens, inverse, None, None, 0.9, True, quote.opened)
        if position == 0:
            continue
        if tokens[position - 1].word == "," and not word.weak and word.lemma not in ADDRESSED:
            inverse = inverted_subject(tokens, last - 1, end)
            if (
                inverse
                and tokens[inverse.first].lower not in PRONOUNS
                and (inverse.last == end or tokens[inverse.last].word == ",")
            ):
                cue = cue_of(text, tokens, position, last, word)
                return _made(cue, tokens, inverse, None, None, 0.85, False, quote.opened)
        if word.weak and not (
            distance <= 1 or (distance <= 6 and introduced) or _as_follows(tokens, last, end, word)
        ):
            continue
        if word.lemma in _LOOSE and distance > 8:
            continue
        if tokens[position - 1].lower == "to" and distance > 1:
            continue
        if word.gerund and is_noun_on_ing(tokens, position):
            continue
        tried += 1
        phrase = subject(tokens, position, gerund=word.gerund)
        if phrase is None or _is_expletive(tokens, phrase, position):
            continue
        cue = cue_of(text, tokens, position, last, word)
        addressee = addressee_of(text, tokens, last, word)
        after = last if addressee is None else position_after(tokens, addressee.end)
        setting = setting_of(text, tokens[:end], after, tokens[end - 1].end) or leading_setting(
            text, tokens, position
        )
        follows = _as_follows(tokens, last, end, word)
        close = distance <= 1 or (introduced and distance <= 8) or follows
        confidence = 0.95 if distance <= 1 else 0.85 if distance <= 12 else 0.7
        return _made(cue, tokens, phrase, addressee, setting, confidence, close, quote.opened)
    if tail and tail[-1].word == ":":
        phrase = stated_author(tokens, end) or main_phrase(tokens, end)
        if phrase and (phrase.has_name or tokens[phrase.first].lower not in ("it", "this", "that")):
            return _made(None, tokens, phrase, None, None, 0.6, True, quote.opened)
    return None


def _goes_on(tokens: list[Token], position: int, *words: str) -> bool:
    """Whether these words follow the one at a position."""
    following = tokens[position + 1 : position + 1 + len(words)]
    return tuple(token.lower for token in following) == words


def _is_expletive(tokens: list[Token], phrase: NounPhrase, verb: int) -> bool:
    """Whether "it" stands for nobody ("it was reported")."""
    return tokens[phrase.first].lower == "it" and tokens[verb - 1].lower in PASSIVE


def in_sentence(text: str, start: int, end: int) -> Attribution | None:
    """Read the speech that a sentence of the reporter implies, for a quote that follows it."""
    tokens = tokens_of(text, start, end)
    if not tokens:
        return None
    best: Attribution | None = None
    tried = 0
    for position in range(1, min(len(tokens), 60)):
        if tokens[position].lower == "according" and next_is_to(tokens, position):
            return _according(text, tokens, position, end, 0.55)
        found = cue_at(tokens, position) if tried < _MOST_CUES else None
        if found is None or is_capital(tokens[position]):
            continue
        word, last = found
        if (
            word.gerund
            or used_as_noun(tokens, position, word)
            or tokens[position - 1].lower == "to"
            or word.lemma.replace(" ", "_") in _NOT_IMPLIED
        ):
            continue
        tried += 1
        phrase = subject(tokens, position)
        if phrase is None:
            continue
        cue = cue_of(text, tokens, position, last, word)
        made = _made(cue, tokens, phrase, None, None, 0.5 if word.weak else 0.6, False, end)
        if not word.weak:
            return made
        best = best or made
    if tokens[0].lower == "according" and next_is_to(tokens, 0):
        return _according(text, tokens, 0, end, 0.55)
    if best:
        return best
    phrase = main_phrase(tokens, len(tokens))
    if phrase and (phrase.has_name or tokens[phrase.first].lower in ("he", "she")):
        return _made(None, tokens, phrase, None, None, 0.4, False, end)
    return None


def _as_follows(tokens: list[Token], last: int, end: int, word: CueWord) -> bool:
    """Whether "as" ties the verb to the quoted words ("described the rules as …")."""
    if end - last > 8:
        return False
    between = {token.lower for token in tokens[last:end]}
    plain = between.isdisjoint(("to", "for", "on", "about", "in"))
    return tokens[end - 1].lower == "as" or (word.lemma in _DESCRIBING and plain)


def _according(
    text: str, tokens: list[Token], position: int, stop: int, confidence: float
) -> Attribution | None:
    last = position + (2 if tokens[position].lower == "according" else 1)
    phrase = noun_phrase(tokens, last, len(tokens))
    if phrase is None:
        return None
    cue = cue_of(text, tokens, position, last, _ACCORDING)
    return _made(cue, tokens, phrase, None, None, confidence, True, stop)


def _made(
    cue: Cue | None,
    tokens: list[Token],
    phrase: NounPhrase,
    addressee: Phrase | None,
    setting: Phrase | None,
    confidence: float,
    close: bool,
    stop: int,
) -> Attribution:
    phrase = author(tokens, phrase)
    whole = (tokens[phrase.first].start, _unpossessed(tokens[phrase.last - 1]))
    mention = (
        (tokens[phrase.name].start, _unpossessed(tokens[phrase.last - 1]))
        if phrase.has_name
        else whole
    )
    return Attribution(
        cue, mention, phrase.has_name, whole, addressee, setting, confidence, close, stop
    )


def _unpossessed(token: Token) -> int:
    if token.lower.endswith(("’s", "'s")):
        return token.end - 2
    return token.end
