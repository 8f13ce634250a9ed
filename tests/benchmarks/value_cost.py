"""How the time to find values grows with hostile texts.

    PYTHONPATH=. python tests/benchmarks/value_cost.py

Each text is read whole and its first quarter alone; 4 is linear growth, 16 quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from reader.text.values import find_clauses, find_person_names, find_values

NUMBERS_AND_DATES = {
    "digits": "1" * 40_000,
    "groups": "1," * 20_000,
    "points": "1.1" * 13_000,
    "hyphens": "1-" * 20_000,
    "slashes": "1/2/" * 10_000,
    "colons": "10:" * 13_000,
    "signs": "-" * 40_000,
    "money": "$" * 40_000,
    "words": "two hundred and " * 2_000,
    "twenties": "twenty-" * 5_000,
    "scales": "million " * 5_000,
    "halves": "a half " * 5_000,
    "qualifiers": "at least " * 4_000,
    "tens of": "tens of " * 5_000,
    "months": "April " * 6_000,
    "days": "26 " * 13_000,
    "ago": "a day after " * 3_000,
    "weekdays": "Tuesday, the " * 3_000,
    "quarters": "quarter past " * 3_000,
    "letters": "a" * 40_000,
    "apostrophes": "a'" * 20_000,
    "spaces": " " * 40_000,
    "fractions": "½" * 40_000,
    "ranges": "1 to 2 to " * 4_000,
}


NAMES_AND_CLAUSES = {
    "capitals": "A" * 20_000,
    "initials": "J." * 10_000,
    "names": "Jane Smith " * 2_000,
    "hyphens": "A-" * 10_000,
    "titles": "Mr " * 6_000,
    "particles": "Jane von der " * 1_000,
    "spokesmen": "spokesman for " * 1_000,
    "commas": "Jane Smith, " * 1_000,
    "negations": "not " * 5_000,
    "phrases": "no other than " * 1_000,
    "stops": ". " * 10_000,
    "contractions": "won't " * 3_000,
}


def read_values(text: str) -> None:
    """Find numbers, money, dates and times."""
    find_values(text, date(2024, 4, 26))


def read_names(text: str) -> None:
    """Find the names of people, and clauses."""
    find_person_names(text)
    find_clauses(text)


def seconds(work: Callable[[str], None], text: str) -> float:
    """Processor time of the quickest of three runs."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        work(text)
        spent.append(time.process_time() - started)
    return min(spent)


def main() -> None:
    """Print time and growth for every text."""
    for work, texts in ((read_values, NUMBERS_AND_DATES), (read_names, NAMES_AND_CLAUSES)):
        work("warm up 12 April, Mayor Jane Smith said no")
        for name, text in texts.items():
            whole = seconds(work, text)
            quarter = seconds(work, text[: len(text) // 4])
            print(f"{name:12} {1000 * whole:7.1f} ms  {whole / max(quarter, 1e-6):5.1f} times")


if __name__ == "__main__":
    main()
