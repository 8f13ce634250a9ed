"""The attribution after a quote: rules of the group `RuleGroup.AFTER`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.quotes import attribution_rules as rules
from reader.quotes.addressee import ADDRESSING, find_addressee, find_setting
from reader.quotes.attribution import (
    MOST_SUBJECTS,
    Attribution,
    attribute,
    attribute_by_preposition,
    attribute_to_nobody,
    attribute_to_quoted,
    is_according_to,
)
from reader.quotes.clause_parts import find_segment_start
from reader.quotes.clause_subjects import find_subject, is_main_subject
from reader.quotes.cues import PASSIVE, CueMatch, is_noun, is_passive, make_cue, match_cue
from reader.quotes.embedded_clauses import find_inner_verb
from reader.quotes.inverted_subjects import find_inverted_subject
from reader.quotes.noun_phrases import PRONOUNS, NounPhrase, read_noun_phrase
from reader.quotes.opening_participles import ends_opening_clause, read_opening_participle
from reader.quotes.quotation_marks import MarkedSpan
from reader.quotes.quote import Cue, Stance
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import (
    Token,
    find_token_from,
    is_capital,
    is_word,
    tokenize_sentence,
)
from reader.quotes.signatures import DASHES, read_signature, read_signature_line
from reader.quotes.text_authors import WORDS_SAID
from reader.text.quote_signs import CLOSING_SIGNS, STRAIGHT_SIGNS
from reader.text.sentences import find_sentence_end

REACH_AFTER = 400
"""Characters of a sentence that are read after a quote."""
_READ_WORDS = 45
"""Words after a quote that are read."""
_SHORT_LINE = 60
"""Characters of a line that is no more than an attribution."""
_SHORT_SENTENCE = 7
"""Words and signs of a sentence that is no more than an attribution."""
_OVER_TITLE_WORDS = 20
_AFTER_CUE_WORDS = 5
"""Words that may follow a verb which closes a report ("…, police said on Monday")."""
_NEAR_ACCORDING_WORDS = 2
_WEAK_VERB_WORDS = 8
_AUXILIARY_WORDS = 3
"""Auxiliaries and adverbs between a subject and a weak verb."""
_ANSWER_WORDS = 6
_SETTING_WORDS = 8
"""Words for when and where between a verb and "that"."""
_CLOSING_MARKS = frozenset(STRAIGHT_SIGNS + CLOSING_SIGNS)
_PASSIVE_CHARS = 60
"""Characters before a quote in which the passive is read that it is the object of."""
_DESCRIBING = load_word_class("describing_verbs")
_NOUNS = load_word_class("verbs_that_are_nouns")
_SENTENCE_OPENERS = PRONOUNS | load_word_class("determiners") | load_word_class("clause_starts")
_BEFORE_VERB = ("then", "also", "later", "and", "so")
_FRENCH_AUXILIARIES = ("a", "ont", "ha", "avait")
_COPULAS = ("was", "is", "came", "comes", "ran", "runs", "went")


@dataclass(frozen=True, slots=True)
class _WordsAfter:
    """The reporter's words after a quote, to the end of the sentence."""

    text: str
    quote: MarkedSpan
    tokens: Sequence[Token]
    """From the first word on."""
    stop: int

    @property
    def closing(self) -> str:
        """The last character of the quote, but for the mark of one inside it."""
        end = self.quote.end - 1
        is_inner = self.text[end] in _CLOSING_MARKS and self.text[end - 1] in ".?!"
        return self.text[end - is_inner]

    @property
    def signs(self) -> str:
        """The signs between the quote and the first word."""
        return self.text[self.quote.after : self.tokens[0].start].strip()

    @property
    def begins_sentence(self) -> bool:
        """Whether a new sentence begins, judged by the sign that closes the quote."""
        first = self.tokens[0]
        if self.signs.startswith("("):
            return self.closing in ".?!"
        if self.signs or not is_capital(first):
            return False
        is_opener = first.lower in _SENTENCE_OPENERS
        return self.closing == "." or (self.closing in "?!" and is_opener)

    @property
    def introduces_next(self) -> bool:
        """Whether the words after a whole sentence end in a colon: they belong to what follows."""
        following = self.text[self.quote.after : self.stop].rstrip()
        return self.closing in ".?!" and following.endswith(":")

    @property
    def is_dashed(self) -> bool:
        """Whether a dash comes before the words, and the paragraph ends with them."""
        if self.signs not in DASHES:
            return False
        line_end = self.text.find("\n", self.quote.after, self.stop + 1)
        return self.stop == (len(self.text) if line_end < 0 else line_end)

    @property
    def is_short_sentence(self) -> bool:
        """Whether the words are a whole sentence that is no more than an attribution."""
        text, stop = self.text, self.stop
        is_whole = stop == len(text) or text[stop - 1] in ".!?" or text[stop] == "\n"
        return is_whole and len(self.tokens) <= _SHORT_SENTENCE

    @property
    def is_unpunctuated(self) -> bool:
        """Whether neither a sign in the quote nor one after it parts it from the words."""
        return not self.signs and self.closing not in ",?!…-–—."


def read_after(text: str, quote: MarkedSpan, limit: int) -> Attribution | None:
    """Read the attribution after a quote, up to `limit`: the next mark or paragraph."""
    stop = find_sentence_end(text, quote.after, min(limit, quote.after + REACH_AFTER))
    tokens = tokenize_sentence(text, quote.after, stop)
    first = _find_first_word(tokens)
    if first is None:
        return None
    words = _WordsAfter(text, quote, tokens[first:], stop)
    if words.tokens[0].lower in ("according", "per") and not words.begins_sentence:
        rule = rules.ACCORDING_TO_BESIDE_AFTER
        return attribute_by_preposition(rule, text, words.tokens, 0)
    if words.tokens[0].lower == "by" and not words.signs and (agent := _read_agent(words)):
        return agent
    if words.is_dashed:
        return read_signature(words.tokens)
    if "," in (words.closing, words.signs) and (
        opening := read_opening_participle(text, quote.opened, words.tokens)
    ):
        return opening
    if words.closing == "," and ends_opening_clause(text, quote.opened):
        return None
    found = _read_first(text, words.tokens)
    if found is None or words.introduces_next or _has_own_clause(words, found.cue):
        return None
    return _check_words(words, found)


def _has_own_clause(words: _WordsAfter, cue: Cue | None) -> bool:
    """Whether the verb after a whole sentence has a clause of its own.

    ("… Smith replied that", "… Smith said on Monday that", "… Smith adds: It is late")
    """
    if cue is None or words.closing not in ".?!" or not is_capital(words.tokens[0]):
        return False
    if words.text.startswith(":", cue.end):
        return True
    own = words.text[cue.end : words.stop]
    clause = own.partition(" that ")[0] if " that " in own else ","
    return len(clause.split()) <= _SETTING_WORDS and not any(sign in clause for sign in ",;:—–")


def _read_agent(words: _WordsAfter) -> Attribution | None:
    """Read who is named after a passive ("was called “a danger” by Jo Smith")."""
    opened = words.quote.opened
    before = tokenize_sentence(words.text, max(0, opened - _PASSIVE_CHARS), opened)
    while before and before[-1].lower in ("as", "a", "an", "the"):
        before.pop()
    verb = match_cue(before, len(before) - 1) if before else None
    phrase = read_noun_phrase(words.tokens, 1, len(words.tokens))
    if verb is None or phrase is None or not is_passive(before, verb):
        return None
    cue = make_cue(words.text, before, verb.first, verb.last, verb.word)
    return attribute(rules.BY_AFTER, words.tokens, phrase, cue)


def _find_first_word(tokens: Sequence[Token]) -> int | None:
    """Return the position of the first word; None where the sentence ends before it."""
    for position, token in enumerate(tokens):
        if is_word(token):
            return position
        if position == 0 and token.word in ".;)?!":
            return None
    return None


def _check_words(words: _WordsAfter, found: Attribution) -> Attribution | None:
    """Return what is found if it can belong to the quote, by the rule that its form suggests."""
    if words.is_unpunctuated and found.rule is rules.VERB_SPEAKER_AFTER and _describes(found.cue):
        return None
    if words.is_unpunctuated and _is_object(words.tokens, found):
        return None
    if words.begins_sentence:
        is_attribution = words.is_short_sentence and found.is_adjacent
        is_attribution = is_attribution and _is_bare(words.tokens, found)
        return found.assign_rule(rules.SHORT_SENTENCE_AFTER) if is_attribution else None
    if found.is_adjacent:
        return found
    if not _is_near_end(words.tokens, found):
        return None
    return found.assign_rule(rules.UNPUNCTUATED_AFTER) if words.is_unpunctuated else found


def _is_object(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether "and" parts what follows a quote from the verb (to “rein in” his team and called)."""
    if found.phrase is None or found.cue is None or found.phrase[0] != tokens[0].start:
        return False
    between = [each for each in tokens if found.phrase[1] <= each.start < found.cue.start]
    return bool(between) and between[0].lower in ("and", "but") and len(between) <= 2


def read_over_title(
    text: str, quote: MarkedSpan, title: MarkedSpan, limit: int
) -> Attribution | None:
    """Read an attribution with a title in it ("…,” Jo Smith, author of “Home,” said")."""
    if text[quote.end - 1] != "," and text[quote.after : quote.after + 1] != ",":
        return None
    between = tokenize_sentence(text, quote.after, title.opened)
    ends = any(token.word in ".?!" for token in between)
    if not between or len(between) > _OVER_TITLE_WORDS or ends:
        return None
    stop = find_sentence_end(text, title.after, min(limit, title.after + REACH_AFTER))
    comma = Token(title.after, title.after, ",", ",")
    following = tokenize_sentence(text, title.after, stop)
    found = _read_later_words(text, [*between, comma, *following])
    return found if found and found.is_adjacent else None


def read_next_line(text: str, quote: MarkedSpan, line_end: int, limit: int) -> Attribution | None:
    """Read an attribution after a line break ("…”\nSmith said.")."""
    if text[quote.after : line_end].strip():
        return None
    begins_line = not text[text.rfind("\n", 0, quote.opened) + 1 : quote.opened].strip()
    if signed := read_signature_line(text, line_end, begins_line=begins_line):
        return signed
    if text[quote.end - 1] in ".…":
        return None
    stop = text.find("\n", line_end + 1, line_end + 1 + _SHORT_LINE)
    stop = len(text) if stop < 0 else stop
    if stop - line_end > _SHORT_LINE or stop > limit or text.endswith(":", line_end, stop):
        return None
    tokens = tokenize_sentence(text, line_end + 1, stop)
    if not 2 <= len(tokens) <= _SHORT_SENTENCE:
        return None
    found = _read_verb_first(text, tokens) or _read_later_words(text, tokens)
    if found is None or not found.is_adjacent or not _is_bare(tokens, found):
        return None
    if text[quote.end - 1] in "?!" and not (quote.closed and _ends_with_cue(tokens, found)):
        return None
    return found.assign_rule(rules.NEXT_LINE)


def _ends_with_cue(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether no word follows speaker and verb ("Smith asked.")."""
    ends = [found.cue.end if found.cue else 0, found.phrase[1] if found.phrase else 0]
    return not any(is_word(token) and token.start >= max(ends) for token in tokens)


def _is_bare(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether a short sentence is no more than a speaker and a verb ("Smith said.")."""
    if found.cue is None or _is_weak(found.cue):
        return False
    end = found.addressee.end if found.addressee else found.cue.end
    rest = [token for token in tokens if token.start >= end and is_word(token)]
    return len(rest) <= 1 or found.setting is not None or (found.mention or (0, 0))[0] >= end


def _describes(cue: Cue | None) -> bool:
    """Whether a verb has the quoted words as its subject (“fit for the town” describes Smith)."""
    return cue is not None and cue.lemma in _DESCRIBING


def _is_weak(cue: Cue) -> bool:
    word = load_vocabulary().cues.get(cue.text.lower())
    return word is not None and word.weak


def _is_near_end(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether little follows the words of an attribution, as where it closes a report."""
    ends = [part.end for part in (found.cue, found.addressee, found.setting) if part]
    ends += [found.phrase[1]] if found.phrase else []
    following = [token for token in tokens if token.start >= max(ends, default=0)]
    return len(following) <= _AFTER_CUE_WORDS


def _read_answer(text: str, tokens: Sequence[Token]) -> Attribution | None:
    """Read the speaker after a noun for what was said (“No,” was the reply from Jo Smith)."""
    if tokens[0].lower not in _COPULAS:
        return None
    for position in range(1, min(len(tokens) - 2, _ANSWER_WORDS)):
        noun = tokens[position]
        if noun.lower in WORDS_SAID and tokens[position + 1].lower in ("from", "of"):
            phrase = read_noun_phrase(tokens, position + 2, len(tokens))
            cue = Cue(
                text[noun.start : noun.end], noun.lower, Stance.REPLYING, noun.start, noun.end
            )
            return attribute(rules.ANSWER_FROM, tokens, phrase, cue) if phrase else None
    return None


def _read_verb_first(text: str, tokens: Sequence[Token]) -> Attribution | None:
    """Read a verb right after the quote and its inverted subject ("said Jo Smith")."""
    position = 0
    while position < len(tokens) and tokens[position].lower in _BEFORE_VERB:
        position += 1
    if position + 1 < len(tokens) and tokens[position].lower in _FRENCH_AUXILIARIES:
        position += 1
    verb = match_cue(tokens, position)
    if verb is None or verb.word.gerund or _is_subject(tokens, verb):
        # "“…,” saying Smith was late": who said it comes before the quote.
        return None
    if tokens[0].lower == "and" and verb.word.lemma in ADDRESSING:
        # "“…,” and told reporters": who is told follows, the subject is before the quote.
        return None
    if tokens[position].lower == verb.word.lemma and verb.word.lemma in _NOUNS:
        return None
    cue = make_cue(text, tokens, position, verb.last, verb.word)
    return _attribute_verb_first(text, tokens, verb, cue)


def _is_subject(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a word with the form of a verb is the name before another one ("Wills told")."""
    return is_capital(tokens[verb.first]) and match_cue(tokens, verb.last) is not None


def _attribute_verb_first(
    text: str, tokens: Sequence[Token], verb: CueMatch, cue: Cue
) -> Attribution | None:
    """Attribute the quote to the subject after the verb, or to nobody."""
    phrase = find_inverted_subject(tokens, verb.last - 1, len(tokens))
    if phrase:
        setting = find_setting(text, tokens, phrase.last)
        return attribute(rules.VERB_SPEAKER_AFTER, tokens, phrase, cue, setting=setting)
    if verb.word.weak:
        return None
    return attribute_to_nobody(rules.VERB_ALONE_AFTER, cue, find_setting(text, tokens, verb.last))


def _read_later_words(text: str, tokens: Sequence[Token]) -> Attribution | None:
    """Read the verbs after a quote from left to right, those that surely report speech first."""
    found = _read_verbs(text, tokens, with_weak=False)
    if found is not None and found.is_adjacent:
        return found
    return _read_verbs(text, tokens, with_weak=True) or found


_READERS: tuple[Callable[[str, Sequence[Token]], Attribution | None], ...] = (
    _read_answer,
    _read_verb_first,
    _read_later_words,
)


def _read_first(text: str, tokens: Sequence[Token]) -> Attribution | None:
    for read in _READERS:
        if found := read(text, tokens):
            return found
    return None


def _read_verbs(text: str, tokens: Sequence[Token], *, with_weak: bool) -> Attribution | None:
    subjects_left = MOST_SUBJECTS
    for position in range(1, min(len(tokens), _READ_WORDS)):
        verb = match_cue(tokens, position) if subjects_left else None
        if verb is None:
            if is_according_to(tokens, position):
                is_near = position <= _NEAR_ACCORDING_WORDS
                rule = rules.ACCORDING_TO_NEAR_AFTER if is_near else rules.ACCORDING_TO_FAR_AFTER
                return attribute_by_preposition(rule, text, tokens, position)
            continue
        if verb.word.weak and not with_weak:
            continue
        found = attribute_to_quoted(rules.QUOTED_AS_SAYING_AFTER, text, tokens, verb)
        if found is None and _is_reporting(tokens, verb):
            found = _read_closing_clause(text, tokens, verb)
            if found is None:
                subjects_left -= 1
                found = _read_subject_and_verb(text, tokens, verb)
                if found and not found.has_name and (inner := find_inner_verb(tokens, verb)):
                    teller = _read_subject_and_verb(text, tokens, inner)
                    found = teller._replace(is_adjacent=found.is_adjacent) if teller else found
        if found:
            return found
    return None


def _is_reporting(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a verb after a quote is no participle, no name and no noun."""
    position = verb.first
    is_participle = verb.word.gerund and tokens[position - 1].lower not in ("as", "was", "were")
    if is_participle or (verb.word.weak and position > _WEAK_VERB_WORDS):
        return False
    return not is_capital(tokens[position]) and not is_noun(tokens, position, verb.word)


def _read_closing_clause(text: str, tokens: Sequence[Token], verb: CueMatch) -> Attribution | None:
    """Read a clause of the reporter that ends the sentence (", said Jo Smith.")."""
    if tokens[verb.first - 1].word != "," or verb.word.weak or verb.word.lemma in ADDRESSING:
        return None
    phrase = find_inverted_subject(tokens, verb.last - 1, len(tokens))
    if phrase is None or not phrase.has_name:
        return None
    if phrase.last < len(tokens) and tokens[phrase.last].word not in ".,":
        return None
    cue = make_cue(text, tokens, verb.first, verb.last, verb.word)
    return attribute(rules.CLAUSE_AFTER, tokens, phrase, cue, is_adjacent=False)


def _read_subject_and_verb(
    text: str, tokens: Sequence[Token], verb: CueMatch
) -> Attribution | None:
    phrase = find_subject(tokens, verb.first)
    if (
        phrase is None
        or _is_infinitive_of_relative(tokens, verb)
        or _is_in_time_clause(tokens, phrase.first)
        or (verb.word.weak and not _is_beside_subject(tokens, phrase, verb.first))
    ):
        return None
    cue = make_cue(text, tokens, verb.first, verb.last, verb.word)
    if verb.word.lemma in ADDRESSING and tokens[verb.first - 1].lower in PASSIVE:
        return attribute_to_nobody(rules.PASSIVE_AFTER, cue)
    addressee = find_addressee(text, tokens, verb.last, verb.word)
    after = find_token_from(tokens, addressee.end) if addressee else verb.last
    return attribute(
        rules.SPEAKER_VERB_AFTER,
        tokens,
        phrase,
        cue,
        addressee=addressee,
        setting=find_setting(text, tokens, after),
        is_adjacent=is_main_subject(tokens, phrase.first),
    )


def _is_infinitive_of_relative(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether "who" is the subject of a verb with an infinitive ("who claimed to be late")."""
    is_relative = tokens[verb.first - 1].lower == "who"
    return is_relative and verb.last < len(tokens) and tokens[verb.last].lower == "to"


def _is_in_time_clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether a subject is that of a clause with "when", which reports no words before it."""
    start = find_segment_start(tokens, first)
    return 0 < start < first and tokens[start].lower in ("when", "where", "until")


def _is_beside_subject(tokens: Sequence[Token], phrase: NounPhrase, verb: int) -> bool:
    """Whether a comma or no more than auxiliaries and adverbs part a subject from its verb."""
    if tokens[verb - 1].word == ",":
        return True
    between = tokens[phrase.last : verb]
    return len(between) <= _AUXILIARY_WORDS and all(is_word(token) for token in between)
