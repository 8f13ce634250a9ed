"""What the numbers, money, dates and times of a sentence are of: the thing, its fate, its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.linking.synonym_groups import find_synonym_group
from reader.story.differences.figure_subsets import is_label
from reader.story.differences.play_figures import is_game_clock
from reader.story.differences.sum_contents import is_worth
from reader.story.differences.value_surroundings import (
    find_events,
    find_near,
    is_saying,
    tells_saying_before,
)
from reader.text.values import DateValue, MoneyValue, NumberValue, TimeValue
from reader.text.values.units import unit_named
from reader.text.values.value_lists import list_words
from reader.text.word_lists import WordLists
from reader.text.words import stem_word

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence, TextToken
    from reader.text.values import ValueSpan

AGE = "age"
"""The thing of an age, whosever it is."""
_FATE_AFTER, _FATE_BEFORE = 5, 4
"""Words after and before a number in which the verb of its fate stands."""
_SAYING_REACH = 5
"""Words before a day in which the verb of its saying stands."""
_BEFORE_DAYS = frozenset({"on", "late", "early", "last", "this"})
_BETWEEN_NAME_AND_AGE = frozenset(
    {"aged", "age", "who", "is", "was", "now", "then", "the", "a", "an"}
)
_WORDS_BEFORE_NAME = 3
"""Words between an age and the name of whose age it is, and the first of the name."""
_OTHERS = "other"
"""What "15 others" counts."""
_UNCOMPARED_FORMS = frozenset({"ordinal", "label", "fraction", "plural", "multiple"})

_BEFORE_AGES = (
    " aged ",
    " age ",
    " age of ",
    " who is ",
    " who was ",
    " who turned ",
    " who turns ",
)
_AFTER_AGES = ("year-old", "years old", "years of age", "year old")
_SEXES = {
    "m": frozenset({"boy", "man", "son", "father", "brother", "husband", "grandfather", "widower"}),
    "f": frozenset(
        {"girl", "woman", "daughter", "mother", "sister", "wife", "grandmother", "widow"}
    ),
}
_NOUN_REACH = 3
"""Words after a figure in which the noun stands that tells whose it is."""
_FATES = WordLists(__file__, "fates")
_NO_FATE_BEFORE = frozenset(
    {"penalty", "penalties", "sentence", "sentences", "row", "threat", "threats", "certificate"}
)
"""After these words of what happens to somebody nothing has happened: "the death penalty"."""


@dataclass(frozen=True, slots=True)
class MeasuredValue:
    """A value of a sentence with what it is of."""

    sentence: TextSentence
    at: int
    """Its position among the tokens."""
    value: ValueSpan
    thing: str
    """What is measured or counted: "person", "money dollar", "age"; never ""."""
    owner: str
    """The name, in lower case, of the person whose age it is, as full as it stands there; or ""."""
    fate: str
    """What happened to those who are counted: "killed"; "" where that is not known."""
    near: frozenset[str]
    """The keys of the words of weight near it, and the values after "="."""
    event: frozenset[str]
    """The keys of those next to it that may tell what happened."""
    head: str
    """The key of the noun that it measures: that of "page" in "the 48-page indictment" is
    "indictment"; "" where none follows."""
    names: frozenset[str]
    """The keys of all words in capitals of the sentence but the first."""

    @property
    def is_age(self) -> bool:
        """Whether it is the age of somebody."""
        return self.thing == AGE

    @property
    def printed(self) -> str:
        """Its words in lower case."""
        return self.sentence.printed(self.sentence.tokens[self.at])


def read_measured_values(sentence: TextSentence) -> Iterator[MeasuredValue]:
    """Yield the values of a sentence of which it is known what they are of."""
    names = _find_names(sentence)
    for at, token in enumerate(sentence.tokens):
        if token.value is None or _is_uncertain(sentence, token):
            continue
        thing = _find_thing(sentence, at, token.value)
        if thing:
            # What names the thing tells no more of it.
            counted = {*thing.split(), *list_counted_keys(token.value)}
            near = frozenset(find_near(sentence, at)) - counted
            event = frozenset(find_events(sentence, at)) - counted
            owner = find_owner(sentence, at) if thing == AGE else ""
            is_sum = isinstance(token.value, MoneyValue)
            is_number = isinstance(token.value, NumberValue) and not is_sum and thing != AGE
            fate = find_fate(sentence, at) if is_number else ""
            yield MeasuredValue(
                sentence,
                at,
                token.value,
                thing,
                owner,
                fate,
                near,
                event,
                _find_head(sentence, at),
                names,
            )


def list_counted_keys(value: ValueSpan) -> tuple[str, ...]:
    """Return the keys of the noun that is counted, which is the thing and says no more."""
    if not isinstance(value, NumberValue) or not value.counted:
        return ()
    return tuple(stem_word(word, "en") for word in (value.counted, f"{value.counted}s"))


def find_thing_counted(value: NumberValue) -> str:
    """Return what a number counts or measures, one word for words of one meaning, or ""."""
    if isinstance(value, MoneyValue):
        return f"money {value.currency_family}"
    if value.form == "score":
        return "score"
    if value.unit:
        unit = unit_named(value.unit)
        return unit.dimension if unit and unit.dimension else value.unit
    if not value.counted:
        return ""
    if value.counted == "person" or value.counted in list_words("counting", "persons"):
        return "person"
    if value.counted in list_words("counting", "measures"):
        return "measure"
    group = find_synonym_group(value.counted, "en")
    return f"<{group[0]}>" if group else stem_word(value.counted, "en")


def is_age(sentence: TextSentence, at: int) -> bool:
    """Return whether a number is the age of somebody: "who is 43", "aged 43", "Kolbe, 43,"."""
    token, text = sentence.tokens[at], sentence.text
    if isinstance(token.value, MoneyValue):
        return False
    before, after = f" {text[: token.start].lower()}", text[token.end :].lower()
    if before.endswith(_BEFORE_AGES) or after.lstrip(" -").startswith(_AFTER_AGES):
        return True
    is_set_off = before.endswith((", ", "(")) and after.startswith((",", ")", ".", ";"))
    return is_set_off and bool(find_owner(sentence, at))


def find_owner(sentence: TextSentence, at: int) -> str:
    """Return the name of the person whose age a value is, in lower case, or "".

    It stands beside the age: "Ines Kolbe, 41", "Kolbe, who is 41", "the 41-year-old singer Ines
    Kolbe".
    """
    tokens, text = sentence.tokens, sentence.text
    first = at
    while first and sentence.printed(tokens[first - 1]) in _BETWEEN_NAME_AND_AGE:
        first -= 1
    is_set_off = first and text[tokens[first - 1].end : tokens[first].start] in (", ", " (")
    if is_set_off and (name := _read_name(sentence, first - 1, -1)):
        return name
    position = at + 1
    while position < min(len(tokens), at + 1 + _WORDS_BEFORE_NAME):
        if text[tokens[position - 1].end : tokens[position].start].strip():
            break
        if _is_capitalised(sentence, position):
            name = _read_name(sentence, position, 1)
            following = position + len(name.split())
            nouns = list_words("counting", "persons").union(*_SEXES.values())
            # "the 35-year-old New Velmont man"
            is_place = not nouns.isdisjoint(sentence.words[following : following + 1])
            return "" if is_place else name
        position += 1
    return ""


def tell_other_sexes(one: tuple[TextSentence, int], other: tuple[TextSentence, int]) -> bool:
    """Return whether the nouns after two ages or counts are of a boy and of a girl.

    Args:
        one: a sentence and the position of the token of a figure in it.
        other: the same of another figure.
    """
    sexes = [
        {
            sex
            for sex, nouns in _SEXES.items()
            if nouns.intersection(sentence.words[at + 1 : at + 1 + _NOUN_REACH])
        }
        for sentence, at in (one, other)
    ]
    return all(sexes) and not sexes[0] & sexes[1]


def _read_name(sentence: TextSentence, position: int, step: int) -> str:
    """Return the words in capitals that follow each other from a token on, "" for one alone."""
    tokens, words = sentence.tokens, []
    while 0 <= position < len(tokens) and _is_capitalised(sentence, position):
        words.append(sentence.printed(tokens[position]))
        following = position + step
        if not 0 <= following < len(tokens):
            break
        first, last = sorted((position, following))
        if sentence.text[tokens[first].end : tokens[last].start] not in (" ", ". "):
            break
        position = following
    return " ".join(words[::step]).removesuffix("'s").removesuffix("’s")


def _is_capitalised(sentence: TextSentence, position: int) -> bool:
    token = sentence.tokens[position]
    return token.value is None and sentence.text[token.start].isupper()


def find_fate(sentence: TextSentence, at: int) -> str:
    """Return the fate of those counted: of the words after the number first, then before it."""
    tokens = sentence.tokens
    for positions in (
        range(at + 1, min(len(tokens), at + 1 + _FATE_AFTER)),
        range(at - 1, max(-1, at - 1 - _FATE_BEFORE), -1),
    ):
        for position in positions:
            token = tokens[position]
            if token.value is not None or sentence.printed(token) in ("and", "but", "while"):
                break
            if position > at and _begins_next_act(sentence, position):
                break
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is not None and sentence.printed(following) in _NO_FATE_BEFORE:
                continue
            if fate := _fates().get(stem_word(sentence.printed(token), "en")):
                return fate
    return ""


def _begins_next_act(sentence: TextSentence, position: int) -> bool:
    """Return whether a word tells of others: "killing ten people, injuring dozens"."""
    token, before = sentence.tokens[position], sentence.tokens[position - 1]
    return "," in sentence.text[before.end : token.start] and sentence.printed(token).endswith(
        "ing"
    )


def _is_uncertain(sentence: TextSentence, token: TextToken) -> bool:
    """Return whether a figure is a sum converted in brackets, or a part of "4 / 2"."""
    text = sentence.text
    before, after = text[: token.start].rstrip()[-1:], text[token.end :].lstrip()[:1]
    return "/" in (before, after) or (before == "(" and isinstance(token.value, MoneyValue))


def _find_thing(sentence: TextSentence, at: int, value: ValueSpan) -> str:
    if isinstance(value, DateValue):
        is_one_day = value.first is not None and value.first == value.last
        is_day = value.weekday is not None or value.day is not None or is_one_day
        return "day" if is_day and not _is_of_saying(sentence, at) else ""
    if isinstance(value, TimeValue):
        return "" if is_game_clock(sentence, at) else "time"
    if not isinstance(value, NumberValue) or value.form in _UNCOMPARED_FORMS:
        return ""
    if is_label(sentence, at):
        return ""
    if value.unit == "age" or (not (value.unit or value.counted) and is_age(sentence, at)):
        return AGE
    thing = find_thing_counted(value)
    if isinstance(value, MoneyValue) and is_worth(sentence, at):
        return f"worth {thing}"
    is_of_somebody = thing in ("", _OTHERS) and find_fate(sentence, at)
    return "person" if is_of_somebody else thing


def _find_head(sentence: TextSentence, at: int) -> str:
    """Return the noun after a measure that is joined by a hyphen: "48-page indictment"."""
    tokens, text = sentence.tokens, sentence.text
    following = tokens[at + 1 : at + 3]
    if len(following) < 2 or text[tokens[at].end : following[0].start] != "-":
        return ""
    noun = following[1]
    return "" if noun.is_common or noun.value is not None else noun.key


def _find_names(sentence: TextSentence) -> frozenset[str]:
    """Return the words in capitals after the first word."""
    return frozenset(
        token.key
        for position, token in enumerate(sentence.tokens)
        if position and _is_capitalised(sentence, position)
    )


def _is_of_saying(sentence: TextSentence, at: int) -> bool:
    """Return whether a day is when somebody spoke.

    "Police said on Friday", "on Friday said", "announced on Twitter today (14 October)".
    """
    tokens = sentence.tokens
    first = at - 1
    while first > max(0, at - _SAYING_REACH) and _says_nothing(sentence, first):
        first -= 1
    beside = [*tokens[max(0, first) : at], *tokens[at + 1 : at + 2]]
    return tells_saying_before(sentence, at) or any(
        is_saying(sentence.printed(token)) for token in beside
    )


def _says_nothing(sentence: TextSentence, position: int) -> bool:
    """Return whether a word may stand between a verb and its day: no word of weight but names."""
    token = sentence.tokens[position]
    if sentence.printed(token) in _BEFORE_DAYS or isinstance(token.value, DateValue):
        return True
    if token.value is not None or is_saying(sentence.printed(token)):
        return False
    return token.is_common or sentence.text[token.start].isupper()


@lru_cache(maxsize=1)
def _fates() -> dict[str, str]:
    """Return the name of a fate by the stems of its words."""
    found: dict[str, str] = {}
    for line in _FATES.lines[""]:
        name, _, words = line.partition(":")
        found.update((stem_word(word, "en"), name) for word in words.split())
    return found
