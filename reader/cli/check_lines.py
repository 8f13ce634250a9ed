"""Quotations one a line, as JSON objects: `{"quote": …, "speaker": …, "source": …}`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedIOBase
from math import isinf
from pathlib import Path
from typing import Any, NamedTuple, cast

from reader.articles import Article, clean, clean_line
from reader.cli.input_options import STANDARD_INPUT, InputOptions
from reader.errors import ReaderError
from reader.quote_check import QuoteSources
from reader.reports.check_records import SourceRecords
from reader.sources.files import format_path, opening_error

MAX_LINE_BYTES = 1024 * 1024
"""A longer line is answered with an error, and skipped."""
_BYTES_AT_ONCE = 1024 * 1024
_MOST_DIGITS = 1_000
"""Digits of a whole number; Python refuses more than 4,300."""
_SHOWN_DIGITS = 12
_MOST_SOURCES = 64
"""Sources that lines name, and that are ready for the next line, at most."""
_MOST_ANSWERS = 16_384
"""Answers that are ready for another line with the same question, at most."""


LineSettings = tuple[Sequence[Article] | None, InputOptions]


class _LineError(Exception):
    """A line cannot be checked; the message is one line."""


class _Sources:
    """Some articles, indexed, with the records of their passages."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.index = QuoteSources(articles)
        self.records = SourceRecords(articles)


_RESERVED_KEYS = frozenset(
    ("verdict", "needs_a_look", "reasons", "passage", "edits", "line", "error")
)
"""Keys of answers, which are never taken from a line: it may be an earlier answer."""


class _Answer(NamedTuple):
    """The answer to a question, ready for every line that asks it."""

    text: str
    """A JSON object."""
    keys: frozenset[str]
    needs_review: bool

    @classmethod
    def of(cls, record: dict[str, Any]) -> _Answer:
        return cls(json.dumps(record), frozenset(record), record.get("needs_a_look", True))

    def join(self, asked: dict[str, Any], number: int) -> str:
        """Return one JSON object of a line, its number and its answer."""
        taken = self.keys | _RESERVED_KEYS
        own = {key: value for key, value in asked.items() if key not in taken}
        own["line"] = number
        return f"{json.dumps(own)[:-1]}, {self.text[1:]}"


class AnsweredLines(NamedTuple):
    """The answers to some lines, in order."""

    answers: list[str]
    has_errors: bool
    """Whether a line could not be checked."""
    needs_review: bool
    """Whether a quotation needs a look."""


class LineChecker:
    """Checks the quotations of lines.

    Args:
        articles: what the quotations may be from; None if each line names its source, a file.
        options: how a source that a line names is opened.
    """

    def __init__(self, articles: Sequence[Article] | None, options: InputOptions) -> None:
        self._articles = articles
        self._options = options
        self._all = _Sources(articles) if articles is not None else None
        self._named: dict[str, _Sources] = {}
        self._answers: dict[tuple[str | None, ...], _Answer] = {}

    @property
    def settings(self) -> LineSettings:
        """What another checker is made of that answers the same."""
        return self._articles, self._options

    def answer(self, lines: Iterable[tuple[int, bytes]]) -> AnsweredLines:
        """Return an answer for each line that is not empty, in order.

        It has all that the line has, `line`, its number, and `verdict`, `needs_a_look`, `reasons`,
        `passage` and `edits` (`SourceRecords.build_answer`), or where the line is no good `error`,
        what is wrong with it.

        Args:
            lines: the lines, each with its number.
        """
        answers: list[str] = []
        has_errors = needs_review = False
        for number, line in lines:
            if not line.strip():
                continue
            asked: dict[str, Any] = {}
            try:
                asked = _parse_line(line)
                answer = self._check(asked)
                needs_review |= answer.needs_review
            except _LineError as error:
                has_errors = True
                answer = _Answer.of({"error": str(error)})
            answers.append(answer.join(asked, number))
        return AnsweredLines(answers, has_errors, needs_review)

    def _check(self, asked: dict[str, Any]) -> _Answer:
        question = tuple(_read_text(asked, key) for key in ("quote", "speaker", "source"))
        answer = self._answers.get(question)
        if answer is None:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            answer = self._answers[question] = _Answer.of(self._find_answer(*question))
        return answer

    def _find_answer(
        self, quote: str | None, speaker: str | None, source: str | None
    ) -> dict[str, Any]:
        words = " ".join(clean(quote or "").split())
        sources = self._choose_sources(source)
        try:
            check = sources.index.check_quote(words, clean_line(speaker) if speaker else None)
        except ValueError as error:
            raise _LineError(f"quote: {error}") from error
        return sources.records.build_answer(check, words)

    def _choose_sources(self, name: str | None) -> _Sources:
        """Return the source of a name, all sources for None."""
        if not name:
            if self._all is None:
                raise _LineError("source: name a file, or name the sources after --against")
            return self._all
        if name not in self._named:
            if len(self._named) >= _MOST_SOURCES:
                self._named.pop(next(iter(self._named)))
            self._named[name] = _Sources(self._find_articles(name))
        return self._named[name]

    def _find_articles(self, name: str) -> Sequence[Article]:
        if self._articles is not None:
            found = [article for article in self._articles if _has_name(article, name)]
            if not found:
                raise _LineError(f"source: no source after --against is {clean_line(name)}")
            return found
        # Only files are read: a line may come from another program, which must not name addresses.
        if not os.path.isfile(name):
            raise _LineError(f"source: {clean_line(name)} is no file")
        from reader.cli.inputs import open_names

        try:
            return open_names([name], self._options)
        except ReaderError as error:
            raise _LineError(f"source: {clean_line(error.message, 1000)}") from error


def open_lines(names: Sequence[str]) -> Iterator[list[bytes]]:
    """Yield the lines of files or of the standard input, as many at a time as are there.

    Lines are without their ends; one that is too long is cut.

    Raises:
        SourceError: a file cannot be read.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield from _read_lines(cast("BufferedIOBase", sys.stdin.buffer))
            continue
        try:
            with open(name, "rb") as file:
                yield from _read_lines(file)
        except (OSError, ValueError) as error:
            raise opening_error(Path(name), error) from error


def _read_lines(file: BufferedIOBase) -> Iterator[list[bytes]]:
    rest = b""
    # It returns what is there, and waits only where nothing is.
    while data := file.read1(_BYTES_AT_ONCE):
        lines = (rest + data).split(b"\n")
        rest = lines.pop()[: MAX_LINE_BYTES + 1]
        if lines:
            yield lines
    if rest:
        yield [rest]


def _parse_line(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_LINE_BYTES:
        raise _LineError(f"the line is longer than {MAX_LINE_BYTES // 1024} kB")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _LineError(f"not UTF-8 at byte {error.start + 1}") from error
    try:
        asked = json.loads(
            text, parse_constant=_refuse_constant, parse_float=_read_float, parse_int=_read_integer
        )
    except json.JSONDecodeError as error:
        raise _LineError(f"not JSON at character {error.pos + 1}") from error
    except RecursionError as error:
        raise _LineError("not JSON: nested too deep") from error
    if not isinstance(asked, dict):
        raise _LineError('not a JSON object: write {"quote": "…"}')
    return asked


def _refuse_constant(name: str) -> object:
    """Refuse `NaN` and the like, which Python reads, and other programs can't."""
    raise _LineError(f"not JSON: {name} is not a number of JSON")


def _read_float(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise _LineError(f"number too large: {digits[:_SHOWN_DIGITS]}")
    return number


def _read_integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _LineError(f"number too large: {digits[:_SHOWN_DIGITS]}…")
    return int(digits)


def _read_text(asked: dict[str, Any], key: str) -> str | None:
    value = asked.get(key)
    if value is None and key != "quote":
        return None
    if not isinstance(value, str):
        raise _LineError(f"{key}: missing" if key not in asked else f"{key}: not a text")
    return value


def _has_name(article: Article, name: str) -> bool:
    """Whether an article is meant by the path of its file, as shown, or by its last part."""
    shown = format_path(name)
    return article.source == shown or os.path.basename(article.source) == shown
