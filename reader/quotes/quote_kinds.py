"""What quotation marks set off: direct or partial speech, a term, or the name of a work."""

from __future__ import annotations

import re
from functools import cached_property

from reader.quotes.attribution import Attribution
from reader.quotes.named_things import names_thing
from reader.quotes.quotation_marks import MarkedSpan
from reader.quotes.quote import QuoteKind, Stance
from reader.quotes.quote_context import QuoteContext
from reader.quotes.reporting_vocabulary import load_word_class
from reader.text.sentences import find_sentence_end, split_sentences

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NAMING = load_word_class("naming")
_CLAUSE_SUBJECTS = load_word_class("clause_subjects")
_BINDING = load_word_class("phrase_ends") - {"but", "then", "so", "yet", "nor"}
_SMALL_WORDS = load_word_class("small_title_words")
_FINITE = frozenset(
    (
        *("am", "is", "are", "was", "were", "has", "had", "does", "did", "will", "would", "can"),
        *("could", "may", "might", "must", "shall", "should", "cannot"),
    )
)
"""Auxiliary verbs that have a subject before them."""
_RELATIVES = frozenset(("who", "which", "that", "what", "whose", "where"))
_OPENING_SIGNS = " \u00a0–—-([•*"
_READ_CHARS = 400
"""Characters of a quote whose words are counted."""
_NEAR_CUE_CHARS = 12
"""Characters between a verb and a quote that it introduces."""
_LEAD_CHARS = 30
_TITLE_LEAD_CHARS = 40
_MOST_TITLE_WORDS = 12
_PROGRAMME_WORDS = 4
# Words from which on a quote is long enough for a kind, set by hand.
_CLAUSE_WORDS, _PHRASE_WORDS, _SENTENCE_WORDS, _LONG_WORDS = 3, 4, 7, 5
_SUBJECT_WORDS = 3
"""Words of the subject of a clause that is surely seen to be one."""


def stands_apart(text: str, marked: MarkedSpan) -> bool:
    """Whether a comma or a stop parts a quote from the following words, as an attribution does."""
    following = text[marked.after : marked.after + 2].strip()
    return text[marked.end - 1] in ",?!…—–-." or following.startswith((",", "—", "–", "-"))


def classify_quote(text: str, context: QuoteContext) -> QuoteKind:
    """Judge one quote by its words, the marks beside it and the attribution found."""
    signs = _Signs(text, context)
    if context.marked.resumed or not context.marked.closed:
        return _classify_unclosed(signs)
    if signs.opens_sentence and signs.has_any_cue_after:
        return QuoteKind.DIRECT
    if signs.opens_sentence and signs.has_adjacent_after and len(signs.words) >= _PHRASE_WORDS:
        return QuoteKind.TITLE if signs.has_capitals else QuoteKind.DIRECT
    if signs.is_introduced_utterance:
        return QuoteKind.TITLE if _is_title(signs) else QuoteKind.DIRECT
    return _classify_opening(signs) if signs.opens_sentence else _classify_inside(signs)


class _Signs:
    """The signs by which the kind of one quote is judged."""

    def __init__(self, text: str, context: QuoteContext) -> None:
        self._text = text
        self._context = context
        marked = context.marked
        self.inside = text[marked.start : marked.end]
        self.words: list[str] = _WORD.findall(
            text, marked.start, min(marked.end, marked.start + _READ_CHARS)
        )
        self.lead = context.words_beside(text)
        self.first = self.inside[0]
        self.last = self.inside[-1]
        self.following = text[marked.after : context.next_mark].lstrip(" \u00a0")
        self.opens_sentence = not self.lead.strip(_OPENING_SIGNS) and len(context.spans) == 1

    @property
    def before(self) -> Attribution | None:
        """The attribution before the quote."""
        return self._context.before

    @property
    def has_any_cue_after(self) -> bool:
        """Whether a reporting verb is after the quote, with or without a subject."""
        return self.has_cue_after or self.has_bare_cue_after

    @property
    def has_adjacent_after(self) -> bool:
        """Whether an attribution is right after the quote."""
        after = self._context.after
        return after is not None and after.is_adjacent

    @cached_property
    def has_cue_after(self) -> bool:
        """Whether an attribution with a verb follows after a comma or a stop."""
        after = self._context.after
        if after is None or after.cue is None or not after.is_adjacent:
            return False
        return stands_apart(self._text, self._context.marked)

    @property
    def has_bare_cue_after(self) -> bool:
        """Whether a verb follows three words at once ("“I am sad” said Smith")."""
        cue = self._context.after.cue if self._context.after else None
        is_beside = cue is not None and cue.start <= self._context.marked.after + 2
        return is_beside and len(self.words) == 3 and not self.has_capitals

    @property
    def has_source(self) -> bool:
        """Whether an attribution before the quote, or one after it, finds a verb or a speaker."""
        after = self._context.after
        return self.before is not None or (after is not None and after.rule.names_speaker)

    @cached_property
    def has_cue_beside(self) -> bool:
        """Whether a verb is before it with no more than the person spoken to between."""
        if self.before is None or self.before.cue is None:
            return False
        ends = [part.end for part in (self.before.cue, self.before.addressee) if part]
        return not self._text[max(ends) : self._context.marked.opened].strip(" \u00a0,:")

    @property
    def is_introduced(self) -> bool:
        """Whether a verb is before it, parted by a comma or a colon."""
        return self.follows_comma and self.before is not None and self.before.is_adjacent

    @property
    def is_introduced_utterance(self) -> bool:
        """Whether the words before it announce an utterance."""
        if not self.is_introduced:
            return False
        cue = self.before.cue if self.before else None
        if cue and self._context.marked.opened - cue.end <= _NEAR_CUE_CHARS:
            return True
        return self.lead.endswith(":") or self.first.isupper() or not self.first.isalpha()

    @property
    def follows_comma(self) -> bool:
        """Whether a comma or a colon comes before it."""
        return self.lead.endswith((",", ":"))

    @property
    def stance(self) -> Stance | None:
        """That of the verb before it."""
        return self.before.cue.stance if self.before and self.before.cue else None

    @property
    def begins_clause(self) -> bool:
        """Whether its first words are those of a clause ("I", "it's", "there")."""
        return len(self.words) >= _CLAUSE_WORDS and (
            self.words[0].replace("’", "'").lower() in _CLAUSE_SUBJECTS
        )

    @property
    def has_subject_and_verb(self) -> bool:
        """Whether it is a clause with a short subject ("The sea is …") that somebody has said."""
        words = [word.lower() for word in self.words[: _SUBJECT_WORDS + 1]]
        verb = next((at for at, word in enumerate(words) if word in _FINITE), 0)
        is_subject = verb > 0 and _RELATIVES.isdisjoint(words[:verb])
        return is_subject and len(self.words) >= _LONG_WORDS and self.has_source

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a full stop, a question mark or an exclamation mark."""
        return self.last in ".?!"

    @property
    def fills_line(self) -> bool:
        """Whether nothing follows in its paragraph."""
        return not self._text[self._context.marked.after : self._context.line_end].strip()

    @cached_property
    def has_capitals(self) -> bool:
        """Whether all words but small ones begin with a capital, as in a title."""
        return bool(self.words) and all(
            word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL_WORDS
            for word in self.words
        )

    @cached_property
    def previous_word(self) -> str:
        """The reporter's last word before it, in lower case."""
        words = self.words_before(_LEAD_CHARS)
        return words[-1].lower() if words else ""

    def words_before(self, chars: int) -> list[str]:
        """Return the reporter's words in so many characters before it."""
        words: list[str] = _WORD.findall(self.text_before(chars))
        return words

    def text_before(self, chars: int) -> str:
        """Return so many characters before it, of its paragraph."""
        opened = self._context.marked.opened
        return self._text[max(self._context.line_start, opened - chars) : opened]

    def text_after(self, chars: int) -> str:
        """Return so many characters after it, without spaces at the ends."""
        after = self._context.marked.after
        return self._text[after : after + chars].strip()


def _classify_unclosed(signs: _Signs) -> QuoteKind:
    is_sentence = signs.opens_sentence and signs.last in ".?!,"
    if len(signs.words) >= _CLAUSE_WORDS or is_sentence or signs.before is not None:
        return QuoteKind.DIRECT
    return QuoteKind.SCARE


def _classify_opening(signs: _Signs) -> QuoteKind:
    """Judge a quote that opens its sentence and has no attribution after it."""
    words = len(signs.words)
    is_long_line = signs.fills_line and words >= _PHRASE_WORDS
    if _ends_utterance(signs) or is_long_line or _is_long_utterance(signs):
        return QuoteKind.DIRECT
    if signs.has_capitals:
        return QuoteKind.TITLE
    is_stopped = signs.following.startswith(".") and words >= _PHRASE_WORDS
    if signs.begins_clause or is_stopped or signs.has_subject_and_verb:
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if words >= _PHRASE_WORDS else QuoteKind.SCARE


def _ends_utterance(signs: _Signs) -> bool:
    """Whether the last sign of a quote ends an utterance, judged by the words that follow."""
    ends = signs.last in ".?!…" or (signs.last == "," and not signs.following)
    return ends and (signs.last in "?!" or not signs.following[:1].islower())


def _is_long_utterance(signs: _Signs) -> bool:
    if len(signs.words) < _SENTENCE_WORDS:
        return False
    inside = signs.inside
    return signs.last == "," or find_sentence_end(inside, 0, len(inside)) < len(inside)


def _classify_inside(signs: _Signs) -> QuoteKind:
    """Judge a quote in the middle of the reporter's sentence."""
    if signs.has_cue_beside and len(signs.words) >= 2 and signs.stance is Stance.FEELING:
        return QuoteKind.DIRECT
    if _is_title(signs):
        return QuoteKind.TITLE
    if names_thing(signs.lead):
        return QuoteKind.TITLE if signs.first.isupper() else QuoteKind.SCARE
    if _is_whole_utterance(signs):
        return QuoteKind.DIRECT
    return _classify_part(signs)


def _classify_part(signs: _Signs) -> QuoteKind:
    """Judge a quote that completes the reporter's sentence."""
    words = len(signs.words)
    if signs.previous_word in _NAMING and words <= 3:
        return QuoteKind.TITLE if signs.has_capitals else QuoteKind.SCARE
    if _is_reported_clause(signs) or _has_sentences(signs):
        return QuoteKind.DIRECT
    is_fragment = words > 1 and (signs.has_source or words >= _LONG_WORDS)
    return QuoteKind.PARTIAL if is_fragment else QuoteKind.SCARE


def _has_sentences(signs: _Signs) -> bool:
    """Whether a sentence begins inside it."""
    if len(signs.words) < _PHRASE_WORDS:
        return False
    return len(split_sentences(signs.inside)) > 1


def _is_reported_clause(signs: _Signs) -> bool:
    """Whether a verb right before it reports a clause or a question."""
    if not signs.has_cue_beside or len(signs.words) < 2:
        return False
    begins_sentence = signs.first.isupper() and len(signs.words) >= _CLAUSE_WORDS
    # "Asked “a good question.”" has an object, and no words that were said.
    is_object = signs.words[0].lower() in ("a", "an", "the") and signs.last != "?"
    is_asked = signs.stance is Stance.ASKING and not is_object
    return begins_sentence or signs.begins_clause or is_asked


def _is_whole_utterance(signs: _Signs) -> bool:
    """Whether it is an utterance of its own although it is inside a sentence."""
    if _is_whole_sentence(signs) or _is_announced(signs):
        return True
    if len(signs.words) < 2:
        return False
    ends = signs.ends_sentence or signs.last == ","
    if signs.first.isupper() and signs.has_cue_beside and ends:
        return True
    return signs.has_cue_after and signs.last in ",?!" and _can_begin_utterance(signs)


def _is_announced(signs: _Signs) -> bool:
    """Whether a colon is before it, and it begins or ends as a sentence does."""
    is_after_colon = signs.lead.endswith(":") and len(signs.words) >= _CLAUSE_WORDS
    return is_after_colon and (signs.first.isupper() or signs.ends_sentence)


def _is_whole_sentence(signs: _Signs) -> bool:
    """Whether it begins and ends as a sentence where one can begin."""
    if len(signs.words) < _CLAUSE_WORDS or not signs.first.isupper():
        return False
    if not (signs.ends_sentence or signs.has_cue_after):
        return False
    return signs.has_cue_beside or _is_free(signs.lead)


def _is_free(lead: str) -> bool:
    """Whether the words before a quote let a whole sentence follow."""
    return not lead or lead[-1] in ",:.?!—–-" or lead.endswith(" that")


def _can_begin_utterance(signs: _Signs) -> bool:
    is_clause = signs.begins_clause and signs.previous_word not in _BINDING
    return signs.first.isupper() or signs.follows_comma or is_clause


def _is_title(signs: _Signs) -> bool:
    """Whether it is the name of a work, a programme or a nickname."""
    words = signs.words
    if len(words) > _MOST_TITLE_WORDS or not signs.has_capitals or words == ["I"]:
        return False
    if signs.previous_word in _NAMING:
        return True
    if _is_programme(signs):
        return True
    before = signs.before
    if before is not None and before.is_adjacent and before.cue is not None:
        lead = signs.text_before(_TITLE_LEAD_CHARS).rstrip(" \u00a0")
        is_short_sentence = signs.ends_sentence and len(words) < _CLAUSE_WORDS
        if lead.endswith((",", ":")) or is_short_sentence:
            return False
    return len(words) > 1 or _is_single_title(signs)


def _is_programme(signs: _Signs) -> bool:
    """Whether it is what somebody spoke to or in ("told “Lodd Today”", "said on “Lodd Today”")."""
    if signs.follows_comma or signs.last in "?!" or len(signs.words) > _PROGRAMME_WORDS:
        return False
    cue = signs.before.cue if signs.before else None
    is_told = cue is not None and cue.lemma == "tell" and signs.has_cue_beside
    is_told = is_told and signs.before is not None and signs.before.addressee is None
    return is_told or (signs.previous_word == "on" and cue is not None)


def _is_single_title(signs: _Signs) -> bool:
    """Whether one word in marks is a nickname between names, or follows a word for titles."""
    previous = (signs.words_before(_TITLE_LEAD_CHARS)[-1:] or [""])[0]
    is_between_names = previous[:1].isupper() and signs.text_after(2)[:1].isupper()
    return is_between_names or previous in _NAMING or previous in ("as", "in")
