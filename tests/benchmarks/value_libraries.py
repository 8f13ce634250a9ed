"""What libraries read of the made-up sentences, how fast, and what they weigh.

    python tests/benchmarks/value_libraries.py

Compares reader/text/values with libraries for numbers, money, dates, times and names, on
tests/text/values/sentences.txt. Libraries that are not installed are skipped; none of them is
needed by the project. Only bare values are judged, so that all can be compared: no units, no
qualifiers, no spans. Times are processor times, the start of Python taken off; word lists are
loaded before.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "text" / "values"))

from value_key import REFERENCE, KeyedSentence, normal_key, read_sentences

from reader.text.values import find_dates, find_money, find_numbers, find_times, parse_person_name

Finder = Callable[[str], list[str]]

BASE = datetime(REFERENCE.year, REFERENCE.month, REFERENCE.day, 12)
_RUNS = 10
_NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")

NAMES = (
    ("Jane Smith", "Jane", "Smith"),
    ("Smith", "", "Smith"),
    ("Mr. Wiech", "", "Wiech"),
    ("Dr. Lena Brodt", "Lena", "Brodt"),
    ("J.R. Falk", "J", "Falk"),
    ("Sen. Ada Falk", "Ada", "Falk"),
    ("Ursula von der Leyden", "Ursula", "von der Leyden"),
    ("Omar al-Masri", "Omar", "al-Masri"),
    ("Owen Marsh, Jr.", "Owen", "Marsh"),
    ("Carl Peter Osk III", "Carl", "Osk"),
    ("Prime Minister Carl Osk", "Carl", "Osk"),
    ("President Brandt", "", "Brandt"),
    ("fire chief Marek Olsen", "Marek", "Olsen"),
    ("Sir Alan Crewe", "Alan", "Crewe"),
    ("Jean-Luc de la Cour", "Jean-Luc", "de la Cour"),
    ("Detective Inspector Paul Grieve", "Paul", "Grieve"),
    ("Mary Ann Tolliver", "Mary", "Tolliver"),
    ("Maria del Carmen Soto", "Maria", "del Carmen Soto"),
    ("former goalkeeper Hugo Sandt", "Hugo", "Sandt"),
    ("Col. (ret.) Ivo Brandt", "Ivo", "Brandt"),
)


class Candidate(NamedTuple):
    """A library and the function that uses it for one kind."""

    kind: str
    module: str
    distribution: str
    make: Callable[[Any], Finder]


def plain(value: float | Fraction) -> str:
    """Write a number so that a third and 0.3333 are the same."""
    return f"{float(value):.4g}" if abs(float(value)) < 10 else f"{float(value):.12g}"


def numbers_of_key(kind: str, key: str) -> list[str]:
    """Return the bare numbers of a key; none for "dozens"."""
    head = normal_key(kind, key).split()[0].lstrip("<>=~#")
    if head.endswith("+"):
        return []
    return [plain(Fraction(part)) for part in re.split(r"\.\.|:", head.rstrip("x"))]


def wanted(sentence: KeyedSentence) -> list[list[str]]:
    """Return the bare values of a sentence, each with all forms that are right."""
    if sentence.kind in ("number", "money"):
        keys = [numbers_of_key(sentence.kind, key) for key in sentence.values]
        return [[number] for numbers in keys for number in numbers]
    if sentence.kind == "date":
        return [key.split("..") for key in sentence.values if key != "-"]
    return [key.split("|") for key in sentence.values]


# The project -----------------------------------------------------------------------------------


def own_numbers(text: str) -> list[str]:
    found = find_numbers(text)
    return [
        plain(number)
        for value in found
        if value.form != "plural"
        for number in (
            [value.lower, value.upper] if value.form in ("range", "score") else [value.stated]
        )
        if number is not None
    ]


def own_money(text: str) -> list[str]:
    return [
        plain(number)
        for value in find_money(text)
        for number in ([value.lower, value.upper] if value.form == "range" else [value.stated])
        if number is not None
    ]


def own_dates(text: str) -> list[str]:
    return [str(value.first) for value in find_dates(text, REFERENCE) if value.first]


def own_times(text: str) -> list[str]:
    times = (min(value.minutes) for value in find_times(text))
    return [f"{minute // 60:02}:{minute % 60:02}" for minute in times]


# Libraries -------------------------------------------------------------------------------------


def quantulum(module: Any) -> Finder:
    parser = importlib.import_module("quantulum3.parser")
    return lambda text: [plain(quantity.value) for quantity in parser.parse(text)]


def digits_of(convert: Callable[[str], str]) -> Finder:
    def find(text: str) -> list[str]:
        return [plain(float(n.replace(",", ""))) for n in _NUMBER.findall(convert(text))]

    return find


def text2num(module: Any) -> Finder:
    return digits_of(lambda text: str(module.alpha2digit(text, "en")))


def number_parser(module: Any) -> Finder:
    return digits_of(lambda text: str(module.parse(text)))


def price_parser(module: Any) -> Finder:
    def find(text: str) -> list[str]:
        price = module.Price.fromstring(text)
        return [] if price.amount is None else [plain(float(price.amount))]

    return find


def dated(values: list[datetime]) -> list[str]:
    return [str(value.date()) for value in values]


def timed(values: list[datetime]) -> list[str]:
    return [f"{value:%H:%M}" for value in values]


def dateparser_search(show: Callable[[list[datetime]], list[str]]) -> Callable[[Any], Finder]:
    def make(module: Any) -> Finder:
        search = importlib.import_module("dateparser.search").search_dates
        options = {"RELATIVE_BASE": BASE, "PREFER_DATES_FROM": "past"}

        def find(text: str) -> list[str]:
            return show([d for _, d in search(text, languages=["en"], settings=options) or ()])

        return find

    return make


def dateutil_fuzzy(show: Callable[[list[datetime]], list[str]]) -> Callable[[Any], Finder]:
    def make(module: Any) -> Finder:
        parse = importlib.import_module("dateutil.parser").parse

        def find(text: str) -> list[str]:
            try:
                return show([parse(text, fuzzy=True, default=BASE)])
            except (ValueError, OverflowError):
                return []

        return find

    return make


def datefinder_find(show: Callable[[list[datetime]], list[str]]) -> Callable[[Any], Finder]:
    return lambda module: lambda text: show(list(module.find_dates(text, base_date=BASE)))


def parsedatetime_nlp(show: Callable[[list[datetime]], list[str]]) -> Callable[[Any], Finder]:
    def make(module: Any) -> Finder:
        calendar = module.Calendar()
        return lambda text: show([found[0] for found in calendar.nlp(text, BASE) or ()])

    return make


CANDIDATES = (
    Candidate("number", "quantulum3", "quantulum3", quantulum),
    Candidate("number", "text_to_num", "text2num", text2num),
    Candidate("number", "number_parser", "number-parser", number_parser),
    Candidate("money", "quantulum3", "quantulum3", quantulum),
    Candidate("money", "price_parser", "price-parser", price_parser),
    Candidate("date", "dateparser.search", "dateparser", dateparser_search(dated)),
    Candidate("date", "dateutil.parser", "python-dateutil", dateutil_fuzzy(dated)),
    Candidate("date", "datefinder", "datefinder", datefinder_find(dated)),
    Candidate("date", "parsedatetime", "parsedatetime", parsedatetime_nlp(dated)),
    Candidate("time", "dateparser.search", "dateparser", dateparser_search(timed)),
    Candidate("time", "dateutil.parser", "python-dateutil", dateutil_fuzzy(timed)),
    Candidate("time", "parsedatetime", "parsedatetime", parsedatetime_nlp(timed)),
)
OWN = {"number": own_numbers, "money": own_money, "date": own_dates, "time": own_times}


# Measuring -------------------------------------------------------------------------------------


def judge(kind: str, find: Finder) -> tuple[int, int, int, int, float]:
    """Return right, wrong, missed, errors, and milliseconds for a thousand sentences."""
    sentences = [sentence for sentence in read_sentences() if sentence.kind == kind]
    right = wrong = missed = errors = 0
    spent = 0.0
    for sentence in sentences:
        started = time.process_time()
        try:
            found = find(sentence.text)
        except Exception:
            found, errors = [], errors + 1
        spent += time.process_time() - started
        left = wanted(sentence)
        for value in found:
            match = next((forms for forms in left if value in forms), None)
            if match is None:
                wrong += 1
            else:
                left.remove(match)
                right += 1
        missed += len(left)
    return right, wrong, missed, errors, spent * 1e6 / len(sentences)


def import_ms(module: str) -> float:
    """Return the milliseconds that an import adds to the start of Python, the best of ten runs."""

    folder = Path(__file__).parents[2]

    def best(code: str, environment: dict[str, str]) -> float:
        times = []
        for _ in range(_RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True, cwd=folder, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(times)

    with tempfile.TemporaryDirectory() as compiled:
        # The first run compiles, where nothing forbids to keep that.
        kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        environment = {**os.environ, **kept}
        whole, bare = (best(code, environment) for code in (f"import {module}", "pass"))
    return max(whole - bare, 0) * 1000


def own_import_ms() -> float:
    """Return what importing the values adds to importing `reader.text`."""
    return max(import_ms("reader.text.values") - import_ms("reader.text"), 0)


def weight(distribution: str) -> str:
    """Return the installed size and how many packages it brings along."""
    names, seen, size = [distribution], set(), 0
    while names:
        name = re.split(r"[\s;<>=!~\[(]", names.pop())[0].lower()
        if name in seen:
            continue
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        seen.add(name)
        files = found.files or []
        size += sum(p.stat().st_size for p in (Path(str(f.locate())) for f in files) if p.is_file())
        names += [one for one in found.requires or [] if "extra ==" not in one]
    return f"{size / 1e6:.1f} MB, {len(seen)} package{'s' * (len(seen) > 1)}"


def licence(distribution: str) -> str:
    """Return the licence that the package states."""
    data = importlib.metadata.metadata(distribution)
    named = [c.split(" :: ")[-1] for c in data.get_all("Classifier") or () if c.startswith("Licen")]
    stated = next(
        (data[key].split("\n")[0] for key in ("License-Expression", "License") if key in data), ""
    )
    return stated if 0 < len(stated) < 30 else ", ".join(named)


def report(kind: str, name: str, find: Finder, rest: str) -> None:
    for sentence in read_sentences()[::10]:
        with contextlib.suppress(Exception):
            find(sentence.text)
    right, wrong, missed, errors, ms = judge(kind, find)
    failed = f", {errors} errors" if errors else ""
    print(f"{kind:7} {name:28} right {right:3} wrong {wrong:3} missed {missed:3}{failed}"
          f"  {ms:8.0f} ms per 1,000 sentences  {rest}")  # fmt: skip


def report_names() -> None:
    def own(text: str) -> tuple[str, str]:
        name = parse_person_name(text)
        return (name.given, name.surname) if name else ("", "")

    def judge_names(label: str, parse: Callable[[str], tuple[str, str]]) -> None:
        parse("Jane Smith")
        started = time.process_time()
        right = sum(parse(text) == (given, surname) for text, given, surname in NAMES)
        ms = (time.process_time() - started) * 1e6 / len(NAMES)
        print(f"name    {label:28} right {right:3} of {len(NAMES)}  {ms:8.0f} ms per 1,000 names")

    judge_names("reader/text/values", own)
    try:
        human_name: Any = importlib.import_module("nameparser").HumanName
    except ImportError:
        print("name    nameparser                   not installed")
    else:

        def parse(text: str) -> tuple[str, str]:
            name = human_name(text)
            return name.first.rstrip(".").partition(".")[0], name.last

        judge_names(f"nameparser {importlib.metadata.version('nameparser')}", parse)
        print(f"{'':36} import {import_ms('nameparser'):.0f} ms, {weight('nameparser')}, "
              f"{licence('nameparser')}")  # fmt: skip


def main() -> None:
    warnings.simplefilter("ignore")
    rest = f"import {own_import_ms():.0f} ms without the package reader"
    for kind, find in OWN.items():
        report(kind, "reader/text/values", find, rest)
        for candidate in CANDIDATES:
            if candidate.kind != kind:
                continue
            try:
                module = importlib.import_module(candidate.module)
            except ImportError:
                print(f"{kind:7} {candidate.distribution:28} not installed")
                continue
            version = importlib.metadata.version(candidate.distribution)
            costs = f"import {import_ms(candidate.module):.0f} ms, {weight(candidate.distribution)}"
            name = f"{candidate.distribution} {version}"
            costs = f"{costs}, {licence(candidate.distribution)}"
            report(kind, name, candidate.make(module), costs)
    report_names()


if __name__ == "__main__":
    main()
