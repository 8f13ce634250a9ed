"""What the reporter's words beside a quote say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.attribution_rules import AttributionRule
from reader.quotes.cues import CueMatch, make_cue
from reader.quotes.joint_speakers import find_partner
from reader.quotes.listed_speakers import find_listed
from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.quote import Cue, Phrase, Stance
from reader.quotes.reporting_vocabulary import CueWord
from reader.quotes.sentence_tokens import Token, has_words_at
from reader.quotes.text_authors import find_author

MOST_SUBJECTS = 8
"""Reporting verbs of a sentence whose subject is searched."""
_ACCORDING_TO = CueWord("according to", Stance.NEUTRAL, False, False)
_LEAST_LISTED = 2
"""Others in a list of three speakers."""
_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "citing"))
_OBJECTS = frozenset(("him", "her"))
_QUOTED_WORDS = 14
"""Words after "quoted" in which "as saying" may follow."""


class Attribution(NamedTuple):
    """Speaker and cue of a quote. Spans are those of the article."""

    rule: AttributionRule
    cue: Cue | None
    mention: tuple[int, int] | None
    """The words that refer to the speaker, or the name in them."""
    has_name: bool
    phrase: tuple[int, int] | None
    """The whole noun phrase, title included."""
    addressee: Phrase | None
    setting: Phrase | None
    partners: tuple[tuple[int, int], ...]
    """The names of others who say it together with the speaker."""
    is_adjacent: bool
    """Whether the cue is directly beside the quote, with no more than its own words between."""

    def assign_rule(self, rule: AttributionRule) -> Attribution:
        """Return the same attribution as one that another rule found."""
        return self._replace(rule=rule)


def attribute(
    rule: AttributionRule,
    tokens: Sequence[Token],
    phrase: NounPhrase,
    cue: Cue | None = None,
    *,
    addressee: Phrase | None = None,
    setting: Phrase | None = None,
    is_adjacent: bool = True,
) -> Attribution:
    """Build the attribution to the speaker that a noun phrase refers to."""
    phrase = find_author(tokens, phrase)
    end = _end_without_genitive(tokens[phrase.last - 1])
    name = phrase.name if phrase.has_name else phrase.first
    return Attribution(
        rule=rule,
        cue=cue,
        mention=(tokens[name].start, end),
        has_name=phrase.has_name,
        phrase=(tokens[phrase.first].start, end),
        addressee=addressee,
        setting=setting,
        partners=_find_partners(tokens, phrase, cue),
        is_adjacent=is_adjacent,
    )


def _find_partners(
    tokens: Sequence[Token], phrase: NounPhrase, cue: Cue | None
) -> tuple[tuple[int, int], ...]:
    """Find the names of other speakers beside that of a phrase."""
    verb = cue.start if cue else None
    partners = find_listed(tokens, phrase, verb)
    if len(partners) < _LEAST_LISTED:
        partner = find_partner(tokens, phrase, verb)
        partners = (partner,) if partner else ()
    return tuple((tokens[each.name].start, tokens[each.last - 1].end) for each in partners)


def attribute_to_nobody(
    rule: AttributionRule,
    cue: Cue,
    setting: Phrase | None = None,
    addressee: Phrase | None = None,
) -> Attribution:
    """Build an attribution that has a verb and no speaker."""
    return Attribution(rule, cue, None, False, None, addressee, setting, (), True)


def is_according_to(tokens: Sequence[Token], position: int) -> bool:
    """Whether "according to" begins at a position."""
    return has_words_at(tokens, position, "according", "to")


def attribute_by_preposition(
    rule: AttributionRule, text: str, tokens: Sequence[Token], position: int
) -> Attribution | None:
    """Read the speaker after "according to" or "per", which begins at a position."""
    last = position + (2 if tokens[position].lower == "according" else 1)
    phrase = read_noun_phrase(tokens, last, len(tokens))
    if phrase is None:
        return None
    return attribute(rule, tokens, phrase, make_cue(text, tokens, position, last, _ACCORDING_TO))


def attribute_to_quoted(
    rule: AttributionRule, text: str, tokens: Sequence[Token], verb: CueMatch
) -> Attribution | None:
    """Read whom another source quotes ("state TV quoted the governor as saying")."""
    position = verb.first
    if tokens[position].lower not in _QUOTING:
        return None
    for last in range(position + 2, min(len(tokens) - 1, position + _QUOTED_WORDS)):
        if has_words_at(tokens, last, "as", "saying"):
            phrase = read_noun_phrase(tokens, position + 1, last)
            if phrase is None and last == position + 2 and tokens[position + 1].lower in _OBJECTS:
                phrase = NounPhrase(position + 1, last, last)
            if phrase is None:
                return None
            start, end = tokens[last + 1].start, tokens[last + 1].end
            cue = Cue(text[start:end], "say", Stance.NEUTRAL, start, end)
            return attribute(rule, tokens, phrase, cue)
    return None


def _end_without_genitive(token: Token) -> int:
    """Return the end of a word without the genitive it may have."""
    return token.end - 2 if token.lower.endswith(("’s", "'s")) else token.end
