"""Harmful kinds: numbers, sums, units and times that are not those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, interleave
from mutation_planting import Pair, Rewrite, plant, rewrite, substitute
from mutation_story import Story
from mutation_words import SHARES_CHANGED

_AMOUNTS = (
    "The sample held {} grams of lead",
    "The river rose by {} metres overnight",
    "We need {} tonnes of sand a day",
    "It cost the town {} million crowns",
)
_COUNTS = (
    "We sold {} tickets on the first day",
    "The valley has {} houses without water",
    "They sent us {} letters in a month",
)
_SPANS = (
    "It takes {} weeks to mend the wall",
    "There were {} men in the lorry",
    "We lost {} cows that night",
)
_SHARES = (
    "About {} of the harvest is gone",
    "We have spent {} of the money",
    "Some {} of the crew were ill",
)
_SUMS = ("The house was sold for {} in May", "They owe the town {} in tax", "We paid {} for it")
_RATES = (
    "Rents went up by {} last year",
    "The bank took {} of the price",
    "They own {} of the mill",
)
_DEGREES = ("It was {} degrees in the hall", "The balance was {} at the end of May")
_TIMES = ("The doors opened at {} that morning", "The alarm went off at {} that night")


def _pairs(sentences: Sequence[str], values: Sequence[Pair]) -> list[Pair]:
    return [
        (sentence.format(source), sentence.format(draft))
        for sentence in sentences
        for source, draft in values
    ]


_DECIMAL_POINTS = _pairs(_AMOUNTS, (("1.5", "15"), ("2.75", "275"), ("0.8", "8"), ("12.4", "124")))
_THOUSANDS = _pairs(
    _COUNTS, (("1,250", "1.250"), ("14,600", "14.600"), ("2,075", "2.075"), ("3,100", "3.1"))
)
_RANGES = _pairs(
    _SPANS, (("3-4", "34"), ("10–12", "1012"), ("5-6", "56"), ("2 or 3", "23"), ("7-8", "78"))
)
_FRACTIONS = _pairs(_SHARES, (("1/2", "12"), ("3/4", "34"), ("2/3", "23"), ("1/4", "14")))
_CURRENCIES = _pairs(
    _SUMS,
    (
        ("$40", "£40"),
        ("€1.2 million", "$1.2 million"),
        ("£300,000", "€300,000"),
        ("900 dollars", "900 pounds"),
        ("$75m", "75m"),
    ),
)
_PERCENTS = _pairs(
    _RATES, (("5%", "5"), ("12%", "12"), ("7.5%", "7.5"), ("40 percent", "40"), ("3%", "3 points"))
)
_SIGNS = _pairs(_DEGREES, (("−5", "5"), ("-12", "12"), ("minus 8", "8"), ("–3", "3"), ("+4", "-4")))
_CLOCKS = _pairs(
    _TIMES,
    (("10:30", "1030"), ("7:45", "745"), ("6:15", "6.5"), ("11:20", "12:10"), ("9 am", "9 pm")),
)
_DIGITS = _pairs(
    (*_COUNTS, *_SPANS), (("40", "41"), ("1,918", "1,981"), ("200,000", "20,000"), ("16", "60"))
)
_MAGNITUDES = _pairs(
    ("The debt is {} crowns", "The wall will cost {} euros", "We export {} litres of milk"),
    (
        ("3 million", "3 billion"),
        ("40 thousand", "40 million"),
        ("2.5 billion", "2.5"),
        ("600 million", "600"),
        ("7m", "7bn"),
    ),
)
_NUMBER_WORDS = _pairs(
    (*_COUNTS, *_SPANS),
    (("twelve", "twenty"), ("fifteen", "fifty"), ("six", "sixteen"), ("two hundred", "two")),
)
_UNITS = _pairs(
    ("The road is {} long", "The crater is {} deep", "They carried it for {}"),
    (
        ("40 miles", "40 kilometres"),
        ("6 feet", "6 metres"),
        ("300 yards", "300 miles"),
        ("9 hundred metres", "9 hundred miles"),
    ),
)
_BOUNDS = _pairs(
    _SPANS,
    (
        ("more than 40", "less than 40"),
        ("at least twelve", "at most twelve"),
        ("nearly 300", "300"),
        ("up to 60", "60"),
        ("at least 15", "15"),
    ),
)
_DATES = _pairs(
    ("The letter came on {}", "We closed the road on {}", "He was hired on {}"),
    (
        ("3 May", "13 May"),
        ("Monday", "Friday"),
        ("June 9, 1998", "June 9, 1989"),
        ("4 July", "4 June"),
    ),
)
_BRACKETED = _pairs(
    (*_SPANS, *_COUNTS), (("5", "[50]"), ("12", "[120]"), ("forty", "[four]"), ("30", "[3]"))
)


def _other_digit(words: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])", words):
        place = match.end() - 1
        digit = str((int(words[place]) + 3) % 10) if words[place].isdigit() else "7"
        altered = f"{words[:place]}{digit}{words[place + 1 :]}"
        yield altered, f"{match[0]} has another digit"


_NO_NATIVE: Rewrite = substitute(())
_NATIVE_DECIMAL = substitute(((r"(?<![\d.,])(\d+)\.(\d+)(?![\d.])", r"\1\2"),))
_NATIVE_THOUSANDS = substitute(((r"(?<![\d.,])(\d{1,3}),(\d{3})(?![\d,])", r"\1.\2"),))
_NATIVE_RANGE = substitute(((r"(?<![\w-])(\d{1,2})[-–](\d{1,2})(?![\w-])", r"\1\2"),))
_NATIVE_CURRENCY = substitute(((r"\$(?=\d)", "£"), (r"£(?=\d)", "$"), (r"€(?=\d)", "£")))
_NATIVE_PERCENT = substitute(((r"(\d)(?:%| ?per ?cent\b)", r"\1"),))
_NATIVE_CLOCK = substitute(((r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])", r"\1\2"),))
_NATIVE_MAGNITUDE = substitute(
    ((r"\bmillion\b", "billion"), (r"\bbillion\b", "million"), (r"\bthousand\b", "million"))
)
_NATIVE_WORD = substitute(
    (
        (r"\btwo\b", "ten"),
        (r"\bthree\b", "thirty"),
        (r"\bfour\b", "fourteen"),
        (r"\bfive\b", "fifty"),
        (r"\bten\b", "two"),
    )
)
_NATIVE_UNIT = substitute(
    ((r"\bmiles\b", "kilometres"), (r"\bfeet\b", "metres"), (r"\byears\b", "months"),
     (r"\bdays\b", "weeks"), (r"\bhours\b", "minutes"))
)  # fmt: skip
_NATIVE_BOUND = substitute(
    ((r"\bmore than\b", "less than"), (r"\bat least\b", "at most"), (r"\b(?:nearly|almost) ", ""))
)
_NATIVE_DATE = substitute(
    ((r"\bMonday\b", "Tuesday"), (r"\bTuesday\b", "Sunday"), (r"\bFriday\b", "Monday"),
     (r"\byesterday\b", "today"), (r"\btoday\b", "tomorrow"), (r"\blast (year|week)\b", r"this \1"))
)  # fmt: skip
_NATIVE_BRACKET = substitute(((r"(?<![\w.,$£€])(\d{1,3})(?![\w.,:%])", r"[\g<1>0]"),))


def _kind(name: str, description: str, pairs: Sequence[Pair], own: Rewrite) -> Kind:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        return interleave(rewrite(story, rng, own), plant(story, rng, pairs))

    return Kind(name, Effect.HARMFUL, description, make)


NUMBER_KINDS = (
    _kind("decimal point lost", "1.5 → 15, 2.75 → 275", _DECIMAL_POINTS, _NATIVE_DECIMAL),
    _kind("thousands turned to a fraction", "1,250 → 1.250", _THOUSANDS, _NATIVE_THOUSANDS),
    _kind("range joined", "3-4 → 34", _RANGES, _NATIVE_RANGE),
    _kind("fraction joined", "1/2 → 12", _FRACTIONS, _NO_NATIVE),
    _kind("currency changed", "$40 → £40", _CURRENCIES, _NATIVE_CURRENCY),
    _kind("percent sign lost", "5% → 5", _PERCENTS, _NATIVE_PERCENT),
    _kind("sign lost", "−5 → 5", _SIGNS, _NO_NATIVE),
    _kind("clock time changed", "10:30 → 1030, 9 am → 9 pm", _CLOCKS, _NATIVE_CLOCK),
    _kind("digit changed", "40 → 41, 200,000 → 20,000", _DIGITS, _other_digit),
    _kind("order of magnitude changed", "million → billion", _MAGNITUDES, _NATIVE_MAGNITUDE),
    _kind("number word changed", "twelve → twenty", _NUMBER_WORDS, _NATIVE_WORD),
    _kind("unit changed", "40 miles → 40 kilometres", _UNITS, _NATIVE_UNIT),
    _kind("bound of a number changed", "at least 15 → 15, more → less", _BOUNDS, _NATIVE_BOUND),
    _kind("date changed", "3 May → 13 May, Monday → Friday", _DATES, _NATIVE_DATE),
    _kind(
        "share or order changed",
        "a third → a quarter, twice → three times",
        SHARES_CHANGED,
        _NO_NATIVE,
    ),
    _kind("number replaced in brackets", "5 → [50]", _BRACKETED, _NATIVE_BRACKET),
)
