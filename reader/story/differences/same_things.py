"""Whether two values that linked passages state in other words are of one thing.

A figure is of the same thing where its unit or counted noun agrees, and what happened to it (its
event or fate) or whose it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.linking.links import Level
from reader.story.differences.day_contexts import are_days_of_one_use, may_be_one_day
from reader.story.differences.figure_owners import belong_to_others
from reader.story.differences.figure_subsets import are_other_subsets
from reader.story.differences.measured_values import list_counted_keys, tell_other_sexes
from reader.story.differences.other_objects import have_other_modifiers, have_other_objects
from reader.story.differences.play_figures import are_one_play, is_tally, many_groups
from reader.story.differences.sum_contents import are_other_sums
from reader.story.differences.value_surroundings import NEAR, is_past
from reader.story.differences.years_beside import have_other_years
from reader.text.values import MoneyValue, NumberValue
from reader.text.values.name_spelling import NameRelation, relate_names

if TYPE_CHECKING:
    from reader.story.differences.measured_values import MeasuredValue

MANY_NEAR = 4
"""So many words of weight near both make two figures those of one thing, even where there are
others of their kind; only the passages must not state both then."""
_NEAR_DAYS = 3
"""So many words of weight must be near two days of one event,"""
_NEAR_ACTS, _ALIKE_ACTS, _ALIKE_LONE_ACTS = 2, 5, 3
"""or so many near two days of one act, or as many in both sentences, fewer for the only days,"""
_NEAR_LONE = 3
"""near two measures that are the only ones of their kind and share no event,"""
_NEAR_SURE_COUNTS = 2
"""near two counts of one event,"""
_NEAR_COUNTS = 2
"""near two counts of one event in passages that are not surely one moment,"""
_LEAST_ALIKE, _LEAST_SHARE = 3, 0.5
"""So many words of weight are in both sentences, and so large a part of the shorter, where two
figures that alone count one noun are of one thing."""
_LEAST_PLAIN = 2
"""So many of them are no names."""
_NEAR_DURATIONS = 3
"""and near two durations of one event: every report has some, of other things."""
_NEAR_AGES = 2
"""The same of two ages that are the only ones,"""
_ALIKE_AGES = 4
"""or so many in both sentences."""
_NEAR_RELATED = 1
"""The same of figures in passages that are only related."""
_NEAR_TIMES = 2
"""The same of times of day."""
_LIMITS = frozenset({"maximum", "minimum", "average", "averaged", "median", "mean", "typical"})
_LIMIT_REACH = 5
"""Words before a figure in which such a word stands."""
_POLLS = frozenset({"poll", "polls", "survey", "surveys"})


@dataclass(frozen=True)
class ThingPairs:
    """The values of two linked passages, and how sure it is that these tell one moment."""

    here: Sequence[MeasuredValue]
    there: Sequence[MeasuredValue]
    level: Level
    """The level of their link."""

    @cached_property
    def _counts(self) -> tuple[Counter[tuple[str, str]], ...]:
        sides = (self.here, self.there)
        return tuple(Counter((value.thing, value.fate) for value in side) for side in sides)

    @cached_property
    def _head_counts(self) -> tuple[Counter[tuple[str, str]], ...]:
        sides = (self.here, self.there)
        return tuple(Counter((value.thing, value.head) for value in side) for side in sides)

    def are_one(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether a value of the first passage and one of the second are of one thing."""
        if type(one.value) is not type(other.value) or not are_alike(one, other):
            return False
        if one.fate != other.fate or _is_none(one) != _is_none(other):
            return False
        if are_other_subsets(one.sentence, one.at, other.sentence, other.at):
            return False
        if is_tally(one.value) or is_tally(other.value):
            if self.level is Level.RELATED:
                return False
            is_sure = self.level is Level.SAME
            return are_one_play((one, other), (self.here, self.there), is_sure=is_sure)
        if self.level is Level.RELATED and not self._have_one_bearer(one, other):
            return False
        if one.is_age:
            return bool(one.owner and other.owner) or self._are_one_age(one, other)
        if have_other_years(one.sentence, one.value, other.sentence, other.value):
            return False
        if have_other_limits(one, other):
            return False
        if one.fate:
            return self.level is Level.SAME or bool(one.near & other.near)
        # Other persons have other figures.
        if one.names and other.names and not _share_name(one, other):
            return False
        if isinstance(one.value, NumberValue):
            return self._are_one_figure(one, other, one.value)
        return self._are_one_date(one, other)

    def _have_one_bearer(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether what happened to two figures is the same, and whose they are.

        Passages that are only related may tell two events that are alike.
        """
        if one.thing == "day":
            return True
        if one.owner and other.owner:
            return True
        shared = len(one.near & other.near)
        has_event = bool(one.fate or one.event & other.event)
        return has_event and shared >= _NEAR_RELATED and self._are_lone(one)

    def _are_one_figure(self, one: MeasuredValue, other: MeasuredValue, value: NumberValue) -> bool:
        if are_of_two_sources(one, other):
            return False
        if are_other_sums(one.sentence, one.at, other.sentence, other.at):
            return False
        if have_other_objects(one.sentence, one.at, other.sentence, other.at):
            return False
        shared = len(one.near & other.near)
        is_measure = bool(value.unit) or isinstance(value, MoneyValue)
        if is_measure and shared >= MANY_NEAR:
            return True
        is_only = self._are_lone(one) or self._have_one_head(one, other)
        if not is_only and not self._are_only_ones_of_event(one, other):
            return False
        has_event = bool(one.event & other.event)
        if one.thing == "duration":
            return has_event and shared >= _NEAR_DURATIONS
        if not is_measure:
            is_sure = self.level is Level.SAME or bool(one.head and one.head == other.head)
            needed = _NEAR_SURE_COUNTS if is_sure else _NEAR_COUNTS
            return (
                (has_event and shared >= needed)
                or self._have_one_value_near(one, other)
                or self._count_one_noun(one, other)
            )
        is_sure = self.level is Level.SAME or has_event
        return shared >= _NEAR_LONE or (is_sure and shared > 0)

    def _are_one_age(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether two ages, not both with a name, are those of one person."""
        if one.names and other.names and not one.names & other.names:
            return False
        if not self._are_lone(one) or tell_other_sexes(
            (one.sentence, one.at), (other.sentence, other.at)
        ):
            return False
        is_near = len(one.near & other.near) >= _NEAR_AGES
        return is_near or len(_list_words(one) & _list_words(other)) >= _ALIKE_AGES

    @staticmethod
    def _have_one_value_near(one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether an equal value and words of weight stand near two figures."""
        shared = one.near & other.near
        return len(shared) >= _NEAR_LONE and any(key.startswith("=") for key in shared)

    def _count_one_noun(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether two passages that surely tell one moment count one noun, once each."""
        if self.level is not Level.SAME or not self._are_lone(one):
            return False
        nouns = {each.value.counted for each in (one, other) if isinstance(each.value, NumberValue)}
        if len(nouns) > 1 or not nouns.isdisjoint(many_groups()):
            return False
        words = _list_words(one), _list_words(other)
        # Names tell who, and not what is counted; nor does the noun.
        counted = {key for each in (one, other) for key in list_counted_keys(each.value)}
        told = (words[0] & words[1]) - one.names - other.names - counted
        if len(told) < _LEAST_PLAIN:
            return False
        shared = len(words[0] & words[1])
        return shared >= max(_LEAST_ALIKE, _LEAST_SHARE * min(map(len, words)))

    def _are_one_date(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        shared = len(one.near & other.near)
        if may_be_one_day(one.sentence, one.at, other.sentence, other.at):
            return False
        if one.thing == "day" and not (
            _have_one_name(one, other)
            and are_days_of_one_use(one, other)
            and not have_other_modifiers(one, other)
        ):
            return False
        if one.event & other.event and shared >= _NEAR_DAYS:
            return True
        if one.thing == "day":
            alike = len(_list_words(one) & _list_words(other))
            is_one_act = bool(_list_acts(one) & other.event or _list_acts(other) & one.event)
            needed = _ALIKE_LONE_ACTS if self._are_lone(one) else _ALIKE_ACTS
            return is_one_act and (shared >= _NEAR_ACTS or alike >= needed)
        if self.level is not Level.SAME or not self._are_lone(one):
            return False
        return shared >= _NEAR_TIMES or bool(shared and one.names & other.names)

    def _have_one_head(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether both measure one noun that no other value of either passage measures."""
        if not one.head or one.head != other.head:
            return False
        return all(count[one.thing, one.head] == 1 for count in self._head_counts)

    def _are_only_ones_of_event(self, one: MeasuredValue, other: MeasuredValue) -> bool:
        """Return whether two figures in one unit share an event that no other of them has."""
        units = [_find_unit(each) for each in (one, other)]
        if not units[0] or units[0] != units[1]:
            return False
        event = one.event & other.event
        figures = (*self.here, *self.there)
        return bool(event) and not any(
            each.thing == one.thing and each is not one and each is not other and each.event & event
            for each in figures
        )

    def _are_lone(self, one: MeasuredValue) -> bool:
        """Return whether neither passage has another value of this kind."""
        return all(count[one.thing, one.fate] == 1 for count in self._counts)


def _find_unit(value: MeasuredValue) -> str:
    """Return the unit or the kind of money of a figure, "" where it counts something."""
    if isinstance(value.value, MoneyValue):
        return value.thing
    return value.value.unit if isinstance(value.value, NumberValue) else ""


def are_of_two_sources(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two figures are of two polls, or of two whom the words before them name.

    "The Harbour Club offered him $3 million", "the Ferry Club offered him $5 million".
    """
    if _is_polled(one) or _is_polled(other):
        return True
    if belong_to_others(one.sentence, one.at, other.sentence, other.at):
        return True
    names = [_list_names_before(each) for each in (one, other)]
    return all(own - each.names for own, each in zip(names, (other, one), strict=True))


def _is_polled(value: MeasuredValue) -> bool:
    """Return whether a percentage is that of a poll, which asks many questions."""
    return bool(_POLLS.intersection(value.sentence.words)) and value.thing == "percent"


def _list_names_before(value: MeasuredValue) -> set[str]:
    """Return the keys of the names next before a figure."""
    # Who offers or owes a sum stands before it, however far.
    reach = value.at if isinstance(value.value, MoneyValue) else NEAR
    tokens = value.sentence.tokens[max(0, value.at - reach) : value.at]
    return {token.key for token in tokens if token.key in value.names}


def _have_one_name(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two sentences share a name that is no abbreviation, or one has none."""
    names = [
        {
            token.key
            for token in each.sentence.tokens
            if token.key in each.names and not each.sentence.text[token.start : token.end].isupper()
        }
        for each in (one, other)
    ]
    return not all(names) or bool(names[0] & names[1])


def have_other_limits(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether one figure alone is the highest, lowest or mean of several, or their sum."""
    limits = [
        _LIMITS.intersection(each.sentence.words[max(0, each.at - _LIMIT_REACH) : each.at])
        for each in (one, other)
    ]
    return limits[0] != limits[1]


def _is_none(value: MeasuredValue) -> bool:
    """Return whether a figure is zero: what there is none of may be another thing."""
    return isinstance(value.value, NumberValue) and not value.value.stated


def _share_name(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether a name of one sentence is in the other; its first word may be one, too."""
    return not one.names.isdisjoint(other.sentence.keys) or not other.names.isdisjoint(
        one.sentence.keys
    )


def _list_acts(value: MeasuredValue) -> set[str]:
    """Return the keys of the verbs in the past among the words that tell the event of a day."""
    return {
        key
        for key, printed in zip(value.sentence.keys, value.sentence.words, strict=True)
        if key in value.event and is_past(printed)
    }


def _list_words(value: MeasuredValue) -> set[str]:
    """Return the keys of the words of weight in the sentence of a value."""
    sentence = value.sentence
    plain = zip(sentence.keys, sentence.plain_weighty, strict=True)
    return {key for key, is_plain in plain if is_plain}


def are_alike(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two things are one; of two names of persons one may be the surname alone."""
    return one.thing == other.thing and are_one_owner(one.owner, other.owner)


def are_one_owner(one: str, other: str) -> bool:
    """Return whether two names in lower case may be of one person; either may be ""."""
    if one == other or not (one and other):
        return True
    (*given, surname), (*other_given, other_surname) = one.split(), other.split()
    if surname != other_surname:
        return False
    return not given or not other_given or may_share_given_name(given, other_given)


def may_share_given_name(one: Collection[str], other: Collection[str]) -> bool:
    """Return whether two persons of one surname may be one by their other names.

    One may be an initial, a short form, or another spelling of the other.

    Args:
        one: the names of one before the surname, in lower case, at least one.
        other: those of the other.
    """
    return any(
        relate_names(name, counterpart, may_be_nickname=True) is not NameRelation.OTHER
        for name in one
        for counterpart in other
    )
