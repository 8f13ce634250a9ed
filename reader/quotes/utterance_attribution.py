"""From groups of quotes to utterances with speaker and cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from reader.quotes import attribution_rules as rules
from reader.quotes import resolution_rules
from reader.quotes.article_names import ArticleNames
from reader.quotes.attribution import Attribution
from reader.quotes.attribution_nearby import read_sentence_after, read_sentence_before
from reader.quotes.quote import (
    Cue,
    Phrase,
    Quote,
    QuoteKind,
    Speaker,
    Stance,
    Strength,
)
from reader.quotes.quote_context import QuoteContext
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.rule_confidence import combine_confidences, limit_inferred
from reader.quotes.speakers import resolve_speaker
from reader.quotes.unfit_speakers import limit_unfit
from reader.quotes.utterance_groups import UtteranceGroup, group_quotes
from reader.text.quote_signs import CLOSING_SIGNS, STRAIGHT_SIGNS
from reader.text.sentences import find_sentence_end

_GOVERNING = (rules.SPEAKER_VERB_BESIDE_BEFORE, rules.SPEAKER_VERB_NEAR_BEFORE)
"""The rules by which the subject of a reporting verb speaks a fragment in its clause."""
_TERMS = load_word_class("naming") | {"word", "words", "phrases", "expression", "name"}
_CLOSING = " \u00a0\n" + STRAIGHT_SIGNS + CLOSING_SIGNS
_BEFORE_PREDICATE = frozenset(
    ("is", "was", "are", "were", "be", "been", "being", "as", "than", "like", "about", "called")
)
_TERM_WORDS = 2
# Distances in characters, set by hand.
_CARRIED_CHARS = 1_500
"""Between two quotes of which the second one has the speaker of the first."""
_LEAD_CHARS = 30
"""Before a fragment: where the noun for a word or a term is read."""
_REPLY_CHARS = 300
"""Between a question and the person who replies."""


def attribute_utterances(
    text: str, contexts: list[QuoteContext], names: ArticleNames
) -> list[Quote]:
    """Group quotes by utterance and give each the attribution of one of them.

    Returns:
        The quotes in the order of the text.
    """
    quotes: list[Quote] = []
    previous: Quote | None = None
    for number, group in enumerate(group_quotes(text, contexts)):
        utterance = _Utterance(text, contexts, group, names, previous)
        found = utterance.build_quotes(number)
        quotes += found
        if found[-1].speaker is not None:
            previous = found[-1]
    quotes.sort(key=lambda quote: quote.start)
    return quotes


class _AttributedFields(TypedDict, total=False):
    """The fields of a quote that its attribution gives."""

    cue: Cue | None
    addressee: Phrase | None
    setting: Phrase | None
    rule: str


def _attributed_fields(attribution: Attribution | None) -> _AttributedFields:
    if attribution is None:
        return {}
    return {
        "cue": attribution.cue,
        "addressee": attribution.addressee,
        "setting": attribution.setting,
        "rule": attribution.rule.name,
    }


class _Utterance:
    """The quotes of one utterance with their surroundings.

    Args:
        previous: the last quote before it that has a speaker.
    """

    def __init__(
        self,
        text: str,
        contexts: Sequence[QuoteContext],
        group: UtteranceGroup,
        names: ArticleNames,
        previous: Quote | None,
    ) -> None:
        self._text = text
        self._contexts = contexts
        self._group = group
        self._names = names
        self._previous = previous
        self._members = [contexts[index] for index in group.members]
        is_direct = any(context.kind is QuoteKind.DIRECT for context in self._members)
        self._kind = QuoteKind.DIRECT if is_direct else self._members[0].kind

    def build_quotes(self, number: int) -> list[Quote]:
        """Build its quotes with speaker and cue."""
        attribution = self._find_attribution()
        is_applied = attribution is not None and self._takes(attribution)
        used = attribution if is_applied else None
        speaker = self._resolve_speaker(used) if used else None
        if speaker is not None:
            speaker = limit_unfit(speaker, self._read_words())
        is_open = attribution is None or attribution.rule.strength > Strength.GUESSED
        if speaker is None and is_open and self._kind is QuoteKind.DIRECT:
            speaker = self._carry_speaker()
        return [
            Quote(
                start=context.marked.start,
                end=context.marked.end,
                kind=self._kind,
                utterance=number,
                depth=context.marked.depth,
                closed=context.marked.closed,
                speaker=speaker,
                **_attributed_fields(used),
            )
            for context in self._members
        ]

    def _read_words(self) -> str:
        """Return the quoted words of all its quotes."""
        return " ".join(self._text[each.marked.start : each.marked.end] for each in self._members)

    def _find_attribution(self) -> Attribution | None:
        """Find the attribution in its own sentences, or else in the one before or after it."""
        if self._group.attribution is not None or self._kind is not QuoteKind.DIRECT:
            return self._group.attribution
        first = self._group.members[0]
        before = read_sentence_before(self._text, self._contexts, first, self._previous)
        if before is None and self._previous is None:
            return read_sentence_after(self._text, self._members[-1])
        return before

    def _takes(self, attribution: Attribution) -> bool:
        """Whether quotes of its kind have a speaker."""
        if self._kind is QuoteKind.TITLE:
            return False
        if self._kind is QuoteKind.SCARE:
            cue = attribution.cue
            is_before = cue is not None and cue.end <= self._members[0].marked.opened
            is_governed = attribution.rule in _GOVERNING and not self._is_named()
            return is_before and (attribution.is_adjacent or is_governed)
        is_far = attribution.rule is rules.SPEAKER_VERB_FAR_BEFORE and not attribution.is_adjacent
        return not (is_far and self._is_known())

    def _is_known(self) -> bool:
        """Whether it is a term of a word or two for what is known ("over the “winter cliff”").

        It has "the" before it, unless that says what something else is ("was the “first one”").
        Far from a verb it is not what the verb reports.
        """
        if len(self._members) > 1 or len(self._read_words().split()) > _TERM_WORDS:
            return False
        words = self._members[0].words_beside(self._text)[-_LEAD_CHARS:].lower().split()
        is_named = words[-3:] == ["known", "as", "the"]
        is_definite = words[-1:] == ["the"] and len(words) > 1
        return is_named or (is_definite and words[-2] not in _BEFORE_PREDICATE)

    def _is_named(self) -> bool:
        """Whether the words before it set it off as a term ("the word “…”")."""
        words = self._members[0].words_beside(self._text)[-_LEAD_CHARS:].lower().split()
        return bool(words) and words[-1] in _TERMS

    def _resolve_speaker(self, attribution: Attribution) -> Speaker | None:
        previous = self._previous
        earlier = previous.speaker if previous else None
        speaker = resolve_speaker(self._text, attribution, self._names, earlier)
        if speaker is None or previous is None:
            return speaker
        return _resolve_reply(speaker, attribution, previous, self._names)

    def _carry_speaker(self) -> Speaker | None:
        """Carry on the speaker of the quote before, where nothing else attributes this one."""
        previous = self._previous
        if previous is None or previous.speaker is None:
            return None
        if self._members[0].marked.opened - previous.end > _CARRIED_CHARS:
            return None
        is_next = self._follows_sentence_of(previous)
        rule = resolution_rules.CONTINUED if is_next else resolution_rules.CARRIED
        strength = min(previous.speaker.strength, rule.strength)
        return replace(
            previous.speaker,
            confidence=combine_confidences(previous.speaker.confidence, rule.confidence, strength),
            strength=strength,
            resolution=rule.name,
        )

    def _follows_sentence_of(self, previous: Quote) -> bool:
        """Whether nothing but the rest of its sentence is between a quote and this one."""
        opened = self._members[0].marked.opened
        rest = self._text[previous.end : opened].strip(_CLOSING)
        if not rest:
            return True
        start = opened - len(self._text[previous.end : opened].lstrip(_CLOSING))
        end = find_sentence_end(self._text, start, opened)
        # A title may close the sentence: 'said on “Boats.” “…”'.
        return not self._text[end:opened].strip(_CLOSING)


def _deny_asker(speaker: Speaker, previous: Quote) -> Speaker:
    """Return he or she unresolved where it would be who asked what is replied to."""
    asks = previous.cue is not None and previous.cue.lemma == "ask"
    if not asks or previous.speaker is None or previous.speaker.name != speaker.name:
        return speaker
    if speaker.start - previous.end > _REPLY_CHARS:
        return speaker
    rule = resolution_rules.PRONOUN_ALONE
    strength = min(speaker.strength, rule.strength)
    return replace(
        speaker,
        name=speaker.mention,
        confidence=limit_inferred(speaker.confidence, strength),
        strength=strength,
        resolution=rule.name,
    )


def _resolve_reply(
    speaker: Speaker, attribution: Attribution, previous: Quote, names: ArticleNames
) -> Speaker:
    """Return the addressee of the quote before where he or she replies to it, else `speaker`."""
    addressee, cue = previous.addressee, attribution.cue
    if cue is None or cue.stance is not Stance.REPLYING:
        return speaker
    if speaker.mention.lower() not in ("he", "she") or previous.speaker is None:
        return speaker
    if addressee is None:
        return _deny_asker(speaker, previous)
    name = names.find_fullest_form(addressee.text, addressee.start)
    is_named = name[0].isupper() and not names.classify_name(name).is_body
    is_same = previous.speaker.name == speaker.name
    if not is_same or not is_named or speaker.start - addressee.end > _REPLY_CHARS:
        return speaker
    rule = resolution_rules.REPLY
    strength = min(attribution.rule.strength, rule.strength)
    return replace(
        speaker,
        name=name,
        confidence=combine_confidences(attribution.rule.confidence, rule.confidence, strength),
        strength=strength,
        resolution=rule.name,
    )
