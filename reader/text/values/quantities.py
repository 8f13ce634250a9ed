"""Numbers with sign, qualifier, range, unit, currency and rate, and how they compare."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.amounts import HYPHENS, MINUS, Amount, amount_at, vulgar_fraction
from reader.text.values.counted_nouns import counted_at, rate_at
from reader.text.values.lexemes import APART, GLUED, MARK, NUMBER, SPACED, WORD, phrase_at
from reader.text.values.spans import ValueSpan
from reader.text.values.units import currency_at, unit_at
from reader.text.values.value_lists import list_phrases, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.units import Currency

_DASHES = "-–—‐‑"
_BEFORE = ("at least", "more than", "at most", "less than", "nearly", "about")
_AFTER = ("at least", "at most", "about")
_LONGEST_QUALIFIER = 4
_SHARE = Fraction(1, 10)
"""How far "about" and "nearly" reach, as a share of the number."""


@dataclass(frozen=True, slots=True)
class NumberValue(ValueSpan):
    """A number, or an interval of numbers where it is a bound, an estimate or a range."""

    lower: Fraction | None = None
    """The least number meant; None if there is no bound. For a score its first number."""
    upper: Fraction | None = None
    """The greatest number meant; None if there is no bound. For a score its second number."""
    includes_lower: bool = True
    includes_upper: bool = True
    stated: Fraction = Fraction(0)
    """The number as written: 15 for "at least 15"; the lower one of a range."""
    step: Fraction = Fraction(0)
    """What the last written digit counts, for decimals and "3.4 million"; else 0."""
    qualifier: str = ""
    """at least, more than, at most, less than, nearly, about, or ""."""
    form: str = "cardinal"
    """cardinal, ordinal, fraction, plural ("dozens"), multiple ("twice"), range or score."""
    unit: str = ""
    """The unit's name as in `data/units.txt` ("percent", "kilometre"), or ""."""
    counted: str = ""
    """The noun that is counted, singular and in lower case ("worker"), or ""."""
    rate: str = ""
    """What the number is per ("day", "person"), or ""."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one number without a qualifier."""
        return self.lower == self.upper and not self.qualifier and self.form != "plural"


@dataclass(frozen=True, slots=True)
class MoneyValue(NumberValue):
    """An amount of money."""

    currency: str = ""
    """The code of ISO 4217, or "" where the text names only the family ("$")."""
    currency_family: str = ""
    """dollar, pound, euro, crown and so on."""


class _Draft(NamedTuple):
    """A quantity while it is being read."""

    start: int
    """Index of the first lexeme."""
    end: int
    """Index after the last lexeme."""
    value: Fraction
    second: Fraction | None = None
    step: Fraction = Fraction(0)
    form: str = "cardinal"
    qualifier: str = ""
    unit: str = ""
    counted: str = ""
    rate: str = ""
    currency: Currency | None = None


def quantity_at(
    lexemes: list[Lexeme], index: int, free_from: int, form: LanguageFormat, is_english: bool
) -> tuple[NumberValue, int] | None:
    """Return the number or money that begins at `index` and the index after it, or None.

    Args:
        lexemes: of the whole text.
        index: of a sign, a currency, or the first digit or word of a number.
        free_from: the first index that no value before it has taken; a qualifier such as
            "at least" is looked for between the two.
        form: how the language writes numbers.
        is_english: whether words are read, too.
    """
    draft = _signed(lexemes, index, form, is_english)
    if draft is None:
        return None
    draft = _ranged(lexemes, draft, form, is_english)
    draft = _measured(lexemes, draft, is_english)
    if _is_part_of_a_word(lexemes, draft.end):
        return None
    if is_english:
        draft = _qualified(lexemes, draft, free_from)
        if not (draft.unit or draft.currency) or draft.unit == "times":
            draft = draft._replace(counted=counted_at(lexemes, draft.end))
        draft = _rated(lexemes, draft)
    return _built(lexemes, draft), draft.end


def _signed(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, is_english: bool
) -> _Draft | None:
    """Read a sign, a currency and the amount, in this order or with the first two swapped."""
    if index and lexemes[index].gap == GLUED and not _may_precede(lexemes, index - 1):
        return None
    at, sign, currency = index, 1, None
    for _ in range(2):
        if (found := _sign_at(lexemes, at, is_english)) and sign == 1:
            sign, at = found
        prefix = currency_at(lexemes, at) if currency is None else None
        if prefix and prefix[1] < len(lexemes) and _begins_amount(lexemes, prefix[1]):
            currency, at = prefix
    if at >= len(lexemes) or (at > index and lexemes[at].gap == APART):
        return None
    amount = _decimal_point(lexemes, at, form) or amount_at(lexemes, at, form, is_english)
    if amount is None or (at > index and lexemes[at].kind == WORD and currency):
        return None
    if _is_pronoun(lexemes, index, amount) or _is_idiom(lexemes, at):
        return None
    value = amount.value * sign
    return _Draft(index, amount.end, value, None, amount.step, amount.kind, currency=currency)


def _may_precede(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a value may follow the lexeme at `index` without a space."""
    lexeme = lexemes[index]
    if lexeme.kind == MARK:
        return lexeme.raw in "([{\"'“”‘’«»„,;:!?—–|*…" or (
            lexeme.raw in HYPHENS and _ends_word(lexemes, index)
        )
    return False


def _ends_word(lexemes: list[Lexeme], hyphen: int) -> bool:
    """Return whether a hyphen is a dash here, with a space before it."""
    return hyphen > 0 and lexemes[hyphen].gap != GLUED


def _sign_at(lexemes: list[Lexeme], index: int, is_english: bool) -> tuple[int, int] | None:
    if index + 1 >= len(lexemes):
        return None
    lexeme, after = lexemes[index], lexemes[index + 1]
    if lexeme.kind == MARK and after.gap == GLUED and lexeme.raw in MINUS + "+":
        before_is_space = index == 0 or lexeme.gap != GLUED or lexemes[index - 1].raw in "(["
        return (1 if lexeme.raw == "+" else -1, index + 1) if before_is_space else None
    if is_english and lexeme.lower == "minus" and after.gap == SPACED:
        return -1, index + 1
    return None


def _begins_amount(lexemes: list[Lexeme], index: int) -> bool:
    lexeme = lexemes[index]
    if lexeme.gap == APART:
        return False
    signed = lexeme.raw in MINUS and lexeme.gap == GLUED
    return (
        lexeme.kind == NUMBER or lexeme.raw == "." or signed or vulgar_fraction(lexeme) is not None
    )


def _decimal_point(lexemes: list[Lexeme], index: int, form: LanguageFormat) -> Amount | None:
    """Read ".5"."""
    point, after = lexemes[index], lexemes[index + 1] if index + 1 < len(lexemes) else None
    if point.raw != "." or after is None or after.gap != GLUED or not after.raw.isdigit():
        return None
    if form.decimal != "." or len(after.raw) > 9:
        return None
    size = 10 ** len(after.raw)
    return Amount(index + 2, Fraction(int(after.raw), size), Fraction(1, size))


def _is_pronoun(lexemes: list[Lexeme], index: int, amount: Amount) -> bool:
    """Return whether "one" is no number: "no one", "one of them", "this one"."""
    if amount.end != index + 1 or lexemes[index].lower not in ("one", "second", "first", "third"):
        return False
    if lexemes[index].lower != "one":
        before = lexemes[index - 1].lower if index else ""
        return before in ("a", "per", "every", "each", "at", "split")
    before = lexemes[index - 1].lower if index and lexemes[index].gap == SPACED else ""
    after = phrase_at(lexemes, index + 1, 1)
    return (
        before in list_words("counting", "no number after")
        or after in list_words("counting", "no number before")
        or not after.isalpha()
    )


def _is_idiom(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether digits are 24/7, part of 10 000, or the start of a longer chain."""
    if lexemes[index].kind != NUMBER:
        return False
    for at in (index, index - 1):
        if at >= 0 and at + 1 < len(lexemes) and _is_spaced_group(lexemes, at):
            return True
    if phrase_at(lexemes, index, 3) in list_words("counting", "not fractions"):
        return True
    after = index + 1
    marks = 0
    while after + 1 < len(lexemes) and lexemes[after].gap == lexemes[after + 1].gap == GLUED:
        if lexemes[after].raw not in "-/.:–" or lexemes[after + 1].kind != NUMBER:
            break
        marks += 1
        if marks > 1:
            return True
        after += 2
    return False


def _is_spaced_group(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether "10 000" begins at `index`: one number or two, so neither is read."""
    first, second = lexemes[index], lexemes[index + 1]
    return (
        first.kind == second.kind == NUMBER
        and second.gap == SPACED
        and first.raw.isdigit()
        and len(first.raw) <= 3
        and second.raw.isdigit()
        and len(second.raw) == 3
    )


def _ranged(lexemes: list[Lexeme], draft: _Draft, form: LanguageFormat, is_english: bool) -> _Draft:
    """Read the second number of "3-4", "10 to 15", "between 10 and 15", "three in ten"."""
    end = draft.end
    if end + 1 >= len(lexemes) or lexemes[end].gap == APART or draft.form == "plural":
        return draft
    joint = lexemes[end]
    dashed = joint.kind == MARK and joint.raw in _DASHES and joint.gap == lexemes[end + 1].gap
    before = lexemes[draft.start - 1].lower if draft.start else ""
    between = is_english and joint.lower == "and" and before == "between"
    spoken = is_english and joint.lower in ("to", "or") and before != "from"
    share = is_english and (joint.lower == "in" or phrase_at(lexemes, end, 2) == "out of")
    if not (dashed or between or spoken or share):
        return draft
    at = end + (2 if joint.lower == "out" else 1)
    if at >= len(lexemes) or lexemes[at].gap == APART:
        return draft
    currency = currency_at(lexemes, at)
    if currency and currency[1] < len(lexemes) and lexemes[currency[1]].kind == NUMBER:
        at = currency[1]
    second = amount_at(lexemes, at, form, is_english)
    if second is None or second.kind not in ("cardinal", draft.form):
        return draft
    if share:
        return _shared(lexemes, draft, second)
    if spoken and not _is_range(lexemes, draft, second):
        return draft
    return _with_second(draft, second, dashed, lexemes[end].gap == GLUED)


def _is_range(lexemes: list[Lexeme], draft: _Draft, second: Amount) -> bool:
    """Return whether "10 to 15" or "two or three" may be a range: it ascends."""
    return (
        abs(draft.value) < second.value
        and second.kind == "cardinal"
        and (lexemes[draft.end].lower == "to" or second.value <= 2 * abs(draft.value))
    )


def _with_second(draft: _Draft, second: Amount, dashed: bool, glued: bool) -> _Draft:
    first = draft.value
    # "3-4 million" is three million to four.
    if second.step > 1 and draft.step <= 1 and abs(first) < 1000 <= second.value:
        scale = _scale_of(second)
        if first * scale < second.value:
            first *= scale
    if first < second.value:
        return draft._replace(
            end=second.end, value=first, second=second.value, step=second.step, form="range"
        )
    if dashed and glued and first.denominator == second.value.denominator == 1:
        return draft._replace(end=second.end, second=second.value, form="score")
    return draft


def _scale_of(amount: Amount) -> int:
    """Return the scale word that an amount was written with, from what its last digit counts."""
    for scale in (10**12, 10**9, 10**6, 10**3, 100):
        if amount.value >= scale and amount.step <= scale:
            return scale
    return 1


def _shared(lexemes: list[Lexeme], draft: _Draft, second: Amount) -> _Draft:
    """Read "one in five" and "9 out of 10" as fractions."""
    below = second.value
    rounded = below <= 10 or below in (12, 20, 50) or below % 100 == 0
    if not rounded or not 0 < draft.value < below or below in range(1900, 2100):
        return draft
    if unit_at(lexemes, second.end) or draft.value.denominator != 1 or draft.currency:
        return draft
    return draft._replace(end=second.end, value=draft.value / below, form="fraction")


def _measured(lexemes: list[Lexeme], draft: _Draft, is_english: bool) -> _Draft:
    """Read the unit or currency after the number: "5%", "12-mile", "4.2m dollars"."""
    end = draft.end
    if end >= len(lexemes) or lexemes[end].gap == APART or draft.form in ("ordinal", "score"):
        return draft
    at = end
    if lexemes[at].gap == GLUED and lexemes[at].raw in HYPHENS and at + 1 < len(lexemes):
        at += lexemes[at + 1].gap == GLUED
    currency = currency_at(lexemes, at) if draft.currency is None else None
    if currency and (is_english or lexemes[at].kind == MARK or lexemes[at].raw.isupper()):
        return draft._replace(end=currency[1], currency=currency[0])
    if draft.currency:
        return _after_currency(lexemes, draft, at)
    of_a = phrase_at(lexemes, at, 2) in ("of a", "of an")
    unit = _unit_at(lexemes, at + 2 * of_a, is_english)
    if unit is None:
        return _aged(lexemes, draft)
    return _below_zero(lexemes, draft._replace(end=unit[1], unit=unit[0]))


def _after_currency(lexemes: list[Lexeme], draft: _Draft, at: int) -> _Draft:
    """Step over "dollars" after "$5" and a hyphen and noun after "$5-million"."""
    again = currency_at(lexemes, at)
    if again and draft.currency and again[0].family == draft.currency.family and at == draft.end:
        code = draft.currency.code or again[0].code
        return draft._replace(end=again[1], currency=draft.currency._replace(code=code))
    return draft


def _unit_at(lexemes: list[Lexeme], at: int, is_english: bool) -> tuple[str, int] | None:
    found = unit_at(lexemes, at)
    if found is None:
        return None
    unit, end = found
    # "Two F-16 jets" are not two degrees.
    if _is_part_of_a_word(lexemes, end):
        return None
    # A unit in another language is taken only where all write it alike.
    symbol = lexemes[at].kind == MARK or (len(lexemes[at].raw) <= 2 and len(unit.name) > 4)
    return (unit.name, end) if is_english or symbol else None


def _aged(lexemes: list[Lexeme], draft: _Draft) -> _Draft:
    """Read "aged 40" and "Lena Brodt, 40, said" as ages."""
    before = lexemes[draft.start - 1] if draft.start else None
    if before is None or draft.form != "cardinal" or not 0 < draft.value < 125:
        return draft
    if before.lower in ("aged", "age"):
        return draft._replace(unit="age")
    named = draft.start > 1 and lexemes[draft.start - 2].raw[:1].isupper()
    after = lexemes[draft.end].raw if draft.end < len(lexemes) else ""
    commas = before.raw == "," and after == "," and lexemes[draft.end].gap == GLUED
    return draft._replace(unit="age") if named and commas else draft


def _below_zero(lexemes: list[Lexeme], draft: _Draft) -> _Draft:
    degrees = draft.unit in ("degree", "celsius", "fahrenheit")
    if degrees and phrase_at(lexemes, draft.end, 2) == "below zero" and draft.value > 0:
        return draft._replace(end=draft.end + 2, value=-draft.value)
    return draft


def _is_part_of_a_word(lexemes: list[Lexeme], end: int) -> bool:
    """Return whether letters or digits go on without a space: "5G", "7-Eleven", "12:5"."""
    if end >= len(lexemes) or lexemes[end].gap != GLUED:
        return False
    if lexemes[end].kind in (WORD, NUMBER):
        return True
    following = lexemes[end + 1] if end + 1 < len(lexemes) else None
    if following is None or following.gap != GLUED:
        return False
    if lexemes[end].raw in HYPHENS:
        return following.kind == NUMBER or following.raw[:1].isupper()
    return lexemes[end].raw in "/:@_=\\" or (lexemes[end].raw == "." and following.kind != MARK)


@lru_cache(maxsize=1)
def _qualifiers() -> tuple[Mapping[str, str], Mapping[str, str]]:
    before = {p: name for name in _BEFORE for p in list_phrases("qualifiers", name)}
    after = {p: name for name in _AFTER for p in list_phrases("qualifiers", f"after: {name}")}
    return before, after


@lru_cache(maxsize=1)
def _qualifier_endings() -> frozenset[str]:
    """Return the last words of the qualifiers that stand before a number."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _qualifiers()[0])


def _qualified(lexemes: list[Lexeme], draft: _Draft, free_from: int) -> _Draft:
    """Read the qualifier in front of the number, or behind it."""
    if draft.form in ("ordinal", "score"):
        return draft
    before, after = _qualifiers()
    beside = lexemes[draft.start - 1].lower if draft.start > free_from else ""
    if lexemes[draft.start].gap != APART and beside in _qualifier_endings():
        for count in range(min(_LONGEST_QUALIFIER, draft.start - free_from), 0, -1):
            name = before.get(phrase_at(lexemes, draft.start - count, count))
            if name:
                return draft._replace(start=draft.start - count, qualifier=name)
    if draft.end < len(lexemes) and lexemes[draft.end].gap != APART:
        for count in (3, 2, 1):
            name = after.get(phrase_at(lexemes, draft.end, count))
            if name:
                return draft._replace(end=draft.end + count, qualifier=name)
    return draft


def _rated(lexemes: list[Lexeme], draft: _Draft) -> _Draft:
    """Read "a day" or "per head" after the number or the counted noun."""
    rate = rate_at(lexemes, draft.end)
    return draft._replace(rate=rate) if rate else draft


def _built(lexemes: list[Lexeme], draft: _Draft) -> NumberValue:
    lower, upper, with_lower, with_upper = _bounds(draft)
    parts = (
        lexemes[draft.start].start,
        lexemes[draft.end - 1].end,
        lower,
        upper,
        with_lower,
        with_upper,
        draft.value,
        draft.step,
        draft.qualifier,
        draft.form,
        draft.unit,
        draft.counted,
        draft.rate,
    )
    if draft.currency is None:
        return NumberValue(*parts)
    return MoneyValue(*parts, draft.currency.code, draft.currency.family)


def _bounds(draft: _Draft) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    """Return the least and greatest number meant, and whether they are meant themselves."""
    low, high = draft.value, draft.value if draft.second is None else draft.second
    if draft.form == "plural":
        return (None, high, True, True) if draft.qualifier == "at most" else (low, None, True, True)
    margin = abs(high) * _SHARE
    return {
        "": (low, high, True, True),
        "at least": (low, None, True, True),
        "more than": (low, None, False, True),
        "at most": (None, high, True, True),
        "less than": (None, high, True, False),
        "nearly": (low - margin, high, True, False),
        "about": (low - margin, high + margin, True, True),
    }[draft.qualifier]
