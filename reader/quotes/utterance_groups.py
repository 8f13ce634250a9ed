"""The quotes that are parts of one utterance, and the attribution that they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from reader.quotes.attribution import Attribution
from reader.quotes.attribution_after import REACH_AFTER
from reader.quotes.opening_participles import is_in_opening_clause
from reader.quotes.quote import QuoteKind, Strength
from reader.quotes.quote_context import QuoteContext
from reader.quotes.quote_kinds import stands_apart
from reader.text.sentences import find_sentence_end

_UNCLOSED_REACH = 1_000
"""Characters after a quote without a closing mark in which it can go on."""
_UNCLOSED_PARAGRAPHS = 4
_LEAST_OPENING = 6
"""Words between marks that are a sentence, and no name or term, where they open one."""
_SKIPPED_GROUPS = 4
"""Utterances before a quote that are read for one that goes on over words set off."""


@dataclass(slots=True)
class UtteranceGroup:
    """The quotes of one utterance, by position, with the attribution found beside one of them."""

    members: list[int]
    attribution: Attribution | None


class _Bond(Enum):
    """How a quote belongs to the one before."""

    SAME = auto()
    """They are parts of one utterance."""
    UNCLOSED = auto()
    """The closing mark of the one before is missing."""
    LIST = auto()
    """They are fragments side by side."""
    NONE = auto()


def group_quotes(text: str, contexts: list[QuoteContext]) -> list[UtteranceGroup]:
    """Group quotes by utterance, in the order of the text.

    Where a quote turns out to be part of an utterance, its kind in `contexts` is corrected.
    """
    groups: list[UtteranceGroup] = []
    for index, context in enumerate(contexts):
        own = _choose_attribution(text, context)
        earlier = _find_continued_group(text, contexts, groups, context) if own is None else None
        if earlier is not None:
            earlier.members.append(index)
        elif not groups or not _join_last(text, contexts, groups, index, own):
            groups.append(UtteranceGroup([index], own))
    _attribute_fragments(text, contexts, groups)
    return groups


def _choose_attribution(text: str, context: QuoteContext) -> Attribution | None:
    """Return the attribution in a quote's own sentence that is its own."""
    before, after = context.before, context.after
    if context.kind is not QuoteKind.DIRECT:
        is_sure = before is not None and before.rule.strength >= Strength.STATED
        return before if is_sure or after is None else after
    follows = after is not None and stands_apart(text, context.marked)
    if before is None or not _introduces(text, context, before):
        return after if follows else before or after
    return after if follows and _is_preferred_after(text, context, before) else before


def _is_preferred_after(text: str, context: QuoteContext, before: Attribution) -> bool:
    """Whether the attribution after a quote is surer than one that introduces it."""
    after = context.after
    if after is None or after.cue is None or not after.is_adjacent:
        return False
    if before.cue is None or len(context.spans) > 1:
        return True
    if text[context.marked.end - 1] != ",":
        return False
    start = context.spans[0][0]
    subject = before.phrase[0] if before.phrase else start
    is_in_clause = is_in_opening_clause(text, start, subject)
    return is_in_clause or before.rule.strength < Strength.ADJACENT


def _introduces(text: str, context: QuoteContext, before: Attribution) -> bool:
    """Whether nothing, a comma or a colon is between an adjacent verb and the quote."""
    if not before.is_adjacent:
        return False
    if context.words_beside(text).endswith((",", ":")):
        return True
    return before.cue is not None and not text[before.cue.end : context.marked.opened].strip()


def _join_last(
    text: str,
    contexts: list[QuoteContext],
    groups: list[UtteranceGroup],
    index: int,
    own: Attribution | None,
) -> bool:
    """Add a quote to the last utterance, or to the last quotes of it. False where it begins one."""
    group, context = groups[-1], contexts[index]
    last = contexts[group.members[-1]]
    bond = _find_bond(text, last, context, group.attribution, own)
    if bond is _Bond.NONE or (bond is _Bond.LIST and group.attribution is None):
        return False
    if bond is _Bond.LIST:
        if context.kind is QuoteKind.PARTIAL:
            contexts[index] = context._replace(kind=last.kind)
        groups.append(UtteranceGroup([index], group.attribution))
        return True
    is_unclosed = bond is _Bond.UNCLOSED
    has_two = own is not None and group.attribution is not None
    if has_two if is_unclosed else _closes_with_attribution(context, own, group):
        has_tail = _join_tail(contexts, groups, index, own)
        if has_tail or is_unclosed:
            return has_tail
    group.members.append(index)
    group.attribution = group.attribution or own
    contexts[index] = context._replace(kind=QuoteKind.DIRECT)
    return True


def _join_tail(
    contexts: list[QuoteContext],
    groups: list[UtteranceGroup],
    index: int,
    own: Attribution | None,
) -> bool:
    """Begin an utterance of the last quotes that were left open and this one, if there are any."""
    group = groups[-1]
    tail = _find_unclosed_tail(contexts, group.members)
    if tail:
        del group.members[-len(tail) :]
        groups.append(UtteranceGroup([*tail, index], own))
    return bool(tail)


def _find_bond(
    text: str,
    last: QuoteContext,
    context: QuoteContext,
    attribution: Attribution | None,
    own: Attribution | None,
) -> _Bond:
    """Find how a quote belongs to the one before, with or without a loose attribution after it."""
    bond = _Junction(text, last, context, attribution, own).bond
    is_loose = own is not None and own is context.after and own.rule.strength is Strength.LOOSE
    if bond is _Bond.NONE and is_loose:
        return _Junction(text, last, context, attribution, None).bond
    return bond


def _closes_with_attribution(
    context: QuoteContext, own: Attribution | None, group: UtteranceGroup
) -> bool:
    """Whether the end of a quotation over several paragraphs has an attribution of its own."""
    if not context.marked.resumed or group.attribution is None:
        return False
    if own is None or own is not context.after or own is group.attribution:
        return False
    return own.is_adjacent and own.cue is not None


def _find_unclosed_tail(contexts: Sequence[QuoteContext], members: Sequence[int]) -> list[int]:
    """Return the last members that no closing mark and no attribution parts from the next quote."""
    tail: list[int] = []
    for index in reversed(members[1:]):
        context = contexts[index]
        if context.marked.closed or context.after is not None:
            break
        tail.insert(0, index)
    return tail


def _find_continued_group(
    text: str,
    contexts: Sequence[QuoteContext],
    groups: Sequence[UtteranceGroup],
    context: QuoteContext,
) -> UtteranceGroup | None:
    """Find the utterance that goes on after words set off in its attribution (", or “take,” …")."""
    if context.kind is not QuoteKind.DIRECT:
        return None
    has_skipped = False
    for group in reversed(groups[-_SKIPPED_GROUPS:]):
        last = contexts[group.members[-1]]
        if last.line_start != context.line_start:
            return None
        if last.kind is not QuoteKind.DIRECT:
            has_skipped = True
            continue
        junction = _Junction(text, last, context, group.attribution, None)
        return group if has_skipped and junction.bond is _Bond.SAME else None
    return None


def _attribute_fragments(
    text: str, contexts: list[QuoteContext], groups: Sequence[UtteranceGroup]
) -> None:
    """Give a fragment the attribution after the next one ("“a” and “b,” he said")."""
    for group, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        index = group.members[-1]
        context, next_context = contexts[index], contexts[following.members[0]]
        if group.attribution is not None or following.attribution is None:
            continue
        if following.attribution is not next_context.after:
            continue
        if _shares_sentence(text, context, next_context):
            contexts[index] = context._replace(kind=QuoteKind.PARTIAL)
            group.attribution = following.attribution


def _shares_sentence(text: str, context: QuoteContext, following: QuoteContext) -> bool:
    """Whether a fragment of several words is the first quote in the sentence of the next one."""
    if context.kind not in (QuoteKind.PARTIAL, QuoteKind.SCARE) or len(context.spans) > 1:
        return False
    if " " not in text[context.marked.start : context.marked.end]:
        return False
    return len(following.spans) > 1 and following.sentence == context.sentence


class _Junction:
    """Two quotes that follow each other, with the words between them.

    Args:
        text: the article.
        last: the last quote of an utterance.
        context: the quote after it.
        attribution: that of the utterance.
        own: that of the quote after it.
    """

    def __init__(
        self,
        text: str,
        last: QuoteContext,
        context: QuoteContext,
        attribution: Attribution | None,
        own: Attribution | None,
    ) -> None:
        self.text = text
        self.last = last
        self.context = context
        self.attribution = attribution
        self.own = own
        self.gap = text[last.marked.after : context.marked.opened]

    @property
    def bond(self) -> _Bond:
        """How the second quote belongs to the first: the answer of the first rule that has one."""
        for rule in _BOND_RULES:
            bond = rule(self)
            if bond is not None:
                return bond
        return _Bond.NONE

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is between them."""
        return not self.gap.strip()

    @property
    def is_in_line(self) -> bool:
        """Whether both are in one paragraph."""
        return self.context.line_start == self.last.line_start

    @property
    def is_direct(self) -> bool:
        """Whether the second one is direct speech."""
        return self.context.kind is QuoteKind.DIRECT

    @property
    def is_unattributed(self) -> bool:
        """Whether the second one has no attribution of its own."""
        return self.own is None


def _follows_other_kind(junction: _Junction) -> _Bond | None:
    """No utterance goes on after closed words that are no direct speech."""
    is_other = junction.last.kind is not QuoteKind.DIRECT and junction.last.marked.closed
    return _Bond.NONE if is_other else None


def _is_resumed(junction: _Junction) -> _Bond | None:
    """A closing mark without an opening one continues the paragraph before."""
    return _Bond.SAME if junction.context.marked.resumed else None


def _is_in_list(junction: _Junction) -> _Bond | None:
    """Quotes are joined as parts of a list ("read: “Out” and “Down with it”")."""
    last, gap = junction.last, junction.gap
    if junction.context.kind not in (QuoteKind.PARTIAL, last.kind) or not last.marked.closed:
        return None
    has_comma = junction.text[last.marked.end - 1] in ",;" and junction.is_in_line
    if junction.is_empty and has_comma and junction.context.kind is QuoteKind.PARTIAL:
        return _Bond.LIST
    is_joined = gap.strip(" ,;") in ("and", "or", "but also") or gap.strip() in (",", ";")
    return _Bond.LIST if is_joined else None


def _follows_unclosed(junction: _Junction) -> _Bond | None:
    """A quote without a closing mark goes on at the next one, or where its paragraph ends."""
    last, context = junction.last, junction.context
    if last.marked.closed:
        return None
    runs_to_line_end = last.marked.after >= last.line_end - 1 and junction.is_unattributed
    if not junction.is_empty and not (runs_to_line_end and len(junction.gap) < _UNCLOSED_REACH):
        return None
    is_near = context.marked.paragraph - last.marked.paragraph <= _UNCLOSED_PARAGRAPHS
    return _Bond.UNCLOSED if is_near and context.kind is not QuoteKind.TITLE else _Bond.NONE


def _is_title(junction: _Junction) -> _Bond | None:
    """The name of a work is part of no utterance."""
    return _Bond.NONE if junction.context.kind is QuoteKind.TITLE else None


def _is_side_by_side(junction: _Junction) -> _Bond | None:
    """Quotes with nothing between them are one utterance with one attribution."""
    if not junction.is_empty:
        return None
    if _shares_following_attribution(junction):
        return _Bond.SAME
    if not junction.is_unattributed:
        return None
    continues = junction.attribution is not None or junction.is_in_line
    return _Bond.SAME if junction.is_direct and continues else _Bond.NONE


def _shares_following_attribution(junction: _Junction) -> bool:
    """Whether no attribution but one after the second quote is that of both."""
    if junction.last.kind is not QuoteKind.DIRECT or not junction.is_direct:
        return False
    is_only_one = junction.attribution is None and junction.own is junction.context.after
    return is_only_one and junction.is_in_line


def _follows_attribution(junction: _Junction) -> _Bond | None:
    """A quote goes on after the attribution that splits it, in its sentence or in the next."""
    if not _splits_utterance(junction):
        return _Bond.NONE
    start, opened = junction.last.marked.after, junction.context.marked.opened
    end = find_sentence_end(junction.text, start, min(len(junction.text), start + REACH_AFTER))
    if opened > end:
        is_speech = junction.is_direct or _is_long_opening(junction)
        begins_next = is_speech and not junction.text[end:opened].strip(" \u00a0\n")
        return _Bond.SAME if begins_next and junction.is_unattributed else _Bond.NONE
    split = junction.text[junction.context.spans[-1][0] : opened].rstrip()
    continues = split.endswith((",", "—", "–", "-", ":", ".")) and not _has_new_cue(junction)
    return _Bond.SAME if continues else _Bond.NONE


def _is_long_opening(junction: _Junction) -> bool:
    """Whether words that the reporter's sentence goes on after open it as a sentence of their own.

    ("“It is late,” he said. “Then you would say that all are in need” of it.")
    """
    marked = junction.context.marked
    words = junction.text[marked.start : marked.end].split()
    is_long = len(words) >= _LEAST_OPENING and junction.context.kind is QuoteKind.PARTIAL
    return is_long and words[0][0].isupper() and words[1][0].islower() and words[2][0].islower()


def _splits_utterance(junction: _Junction) -> bool:
    """Whether an attribution is right after the first quote, and no other after the second."""
    after = junction.last.after
    if junction.attribution is None or after is None:
        return False
    if after.cue is None or not after.is_adjacent or _is_answered(junction):
        return False
    return junction.is_unattributed or junction.own is junction.context.before


def _is_answered(junction: _Junction) -> bool:
    """Whether a question has its own speaker, so that the words after it are the reply's."""
    last = junction.last
    if junction.attribution is not last.before or last.before is None or last.before.cue is None:
        return False
    return junction.text[last.marked.end - 1] in "?!" and junction.own is junction.context.before


def _has_new_cue(junction: _Junction) -> bool:
    """Whether the words between have a verb of their own for the second quote ("adding:")."""
    before, after = junction.context.before, junction.last.after
    if before is None or before.cue is None or after is None or after.cue is None:
        return False
    return before.cue.start != after.cue.start


_BOND_RULES: tuple[Callable[[_Junction], _Bond | None], ...] = (
    _follows_other_kind,
    _is_resumed,
    _is_in_list,
    _follows_unclosed,
    _is_title,
    _is_side_by_side,
    _follows_attribution,
)
"""The rules in order: None as an answer passes on to the next."""
