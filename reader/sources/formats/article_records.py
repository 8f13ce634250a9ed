"""Article records: articles as this program writes them, one JSON object a line.

A record may have been changed by anybody, so it is as untrusted as any other file: every
type is checked and every text cleaned.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import NoReturn

from reader.articles.article import (
    LONGEST_CORRECTION,
    LONGEST_STANDFIRST,
    Article,
    Paragraph,
    ParagraphKind,
)
from reader.articles.metadata.date_forms import show_date
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean, clean_line

FORMAT = "reader-article/1"
"""The first field of every record; JSON without it holds no article."""

MAX_RECORD_CHARACTERS = 8 * 1024 * 1024
"""The most characters of one record with all its JSON syntax."""

MAX_RECORDS = 200
"""A file with more is refused."""

_KINDS = {kind.value: kind for kind in ParagraphKind}
_DATE_FIELDS = ("published", "updated", "corrected")
_TEXT_FIELDS = ("title", "outlet", "agency", "byline", "dateline", *_DATE_FIELDS)
# Bytes of a file in which the format must be named.
_FORMAT_REACH = 1024
_MOST_LINES = 1000
# Characters.
_LONGEST_LINE = 300
# Converting digits into a number takes time with the square of their count.
_MOST_DIGITS = 20
_LONGEST_LANGUAGE = 20
_LONGEST_LINE = 300


def article_to_record(article: Article) -> dict[str, object]:
    """Return the whole article as JSON can hold it; `parse_article_records` reads it back.

    The keys: `format`; `source`, `name`; `title`, `outlet`, `agency`, `byline`, `dateline`,
    `published`, `updated`, `corrected`, each a text or None; `readable_dates`, the last three
    in the form in which they are shown; `standfirst`, a text or None; `corrections`; `credits`;
    `language`, `encoding`; `notes`; `paragraphs`, each with `number` from 1, `kind` and `text`,
    and in the entries of a live blog `time`.
    """
    return {
        "format": FORMAT,
        "source": article.source,
        "name": article.name,
        **{key: getattr(article, key) for key in _TEXT_FIELDS},
        "standfirst": article.standfirst,
        "readable_dates": {key: show_date(getattr(article, key)) for key in _DATE_FIELDS},
        "corrections": list(article.corrections),
        "credits": list(article.credits),
        "language": article.language,
        "encoding": article.encoding,
        "notes": list(article.notes),
        "paragraphs": [
            {
                "number": paragraph.number,
                "kind": paragraph.kind.value,
                "text": paragraph.text,
                **({"time": paragraph.time} if paragraph.time else {}),
            }
            for paragraph in article.paragraphs
        ],
    }


def holds_article_records(data: bytes) -> bool:
    """Return whether a file of JSON states that it holds article records."""
    return b'"reader-article/' in data[:_FORMAT_REACH]


def parse_article_records(text: str, *, source: Clean) -> tuple[Article, ...]:
    """Return the articles in a text of JSON: one object a line, one object, or a list of them.

    Args:
        text: the decoded content, raw.
        source: its name in messages.

    Raises:
        SourceError: it is no JSON, or no record as `article_to_record` gives it.
    """
    articles: list[Article] = []
    for place, value in _load_values(text, source):
        if len(articles) == MAX_RECORDS:
            raise SourceError(f"{source}: more than {MAX_RECORDS} articles; split the file")
        try:
            articles.append(_parse_record(value))
        except _RecordError as error:
            raise SourceError(f"{source}: {place}{error}") from error
    if not articles:
        raise SourceError(f"{source}: there is no article in it")
    return tuple(articles)


def load_json(text: str) -> object:
    """Return the value in a text of JSON.

    Raises:
        ValueError: it is no JSON, has numbers of too many digits, or is too long.
        RecursionError: it is nested too deep.
    """
    return _load(text)


def parse_article_record(value: object) -> Article:
    """Return the article in one record, as JSON gives it.

    Raises:
        SourceError: it is no record as `article_to_record` gives it.
    """
    try:
        return _parse_record(value)
    except _RecordError as error:
        raise SourceError(str(error)) from error


class _RecordError(Exception):
    """A value that is not valid; the message says why, in words for people."""


def _load_values(text: str, source: Clean) -> Iterator[tuple[str, object]]:
    """Yield the values in the text, each with its line where there is one a line."""
    try:
        first = next((line for line in io.StringIO(text) if not line.isspace()), "")
        is_line_by_line = isinstance(_load(first), dict)
    except (ValueError, RecursionError):
        is_line_by_line = False
    number = 0
    try:
        if is_line_by_line:
            for number, line in enumerate(io.StringIO(text), 1):
                if not line.isspace():
                    yield f"line {number}: ", _load(line)
        else:
            value = _load(text)
            yield from (("", each) for each in (value if isinstance(value, list) else [value]))
    except (ValueError, RecursionError) as problem:
        reason = _describe_json_error(problem, number)
        raise SourceError(f"{source}: no JSON that can be read ({reason})") from problem


def _load(text: str) -> object:
    if len(text) > MAX_RECORD_CHARACTERS:
        raise ValueError(f"more than {MAX_RECORD_CHARACTERS // 1024 // 1024} MB in one piece")
    return json.loads(text, parse_int=_parse_number, parse_constant=_refuse_constant)


def _parse_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("a number with too many digits")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _describe_json_error(problem: Exception, line: int) -> Clean:
    if isinstance(problem, json.JSONDecodeError):
        return clean_line(f"line {line or problem.lineno}, column {problem.colno}")
    return clean_line("nested too deep" if isinstance(problem, RecursionError) else str(problem))


def _parse_record(value: object) -> Article:
    if not isinstance(value, dict) or "format" not in value:
        raise _RecordError("no article as reader articles --json writes it")
    if value["format"] != FORMAT:
        raise _RecordError(f'the format is not "{FORMAT}"; another version of reader wrote it')
    return Article(
        source=_parse_line(value, "source"),
        name=_parse_line(value, "name"),
        paragraphs=_parse_paragraphs(value.get("paragraphs")),
        corrections=_parse_lines(value, "corrections", LONGEST_CORRECTION),
        credits=_parse_lines(value, "credits"),
        language=_parse_language(value, "language"),
        encoding=_parse_line(value, "encoding") if "encoding" in value else "utf-8",
        notes=_parse_lines(value, "notes"),
        standfirst=_parse_optional_line(value, "standfirst", LONGEST_STANDFIRST),
        **{key: _parse_optional_line(value, key) for key in _TEXT_FIELDS},
    )


def _parse_paragraphs(value: object) -> tuple[Paragraph, ...]:
    if not isinstance(value, list) or not value:
        raise _RecordError('"paragraphs" must be a list that is not empty')
    return tuple(_parse_paragraph(each, number) for number, each in enumerate(value, 1))


def _parse_paragraph(value: object, number: int) -> Paragraph:
    if not isinstance(value, dict):
        raise _RecordError(f"paragraph {number} must be an object")
    if value.get("number", number) != number or isinstance(value.get("number"), bool):
        raise _RecordError(f"paragraph {number} has another number: they count from 1, in order")
    kind, text = value.get("kind"), value.get("text")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _RecordError(f'paragraph {number}: "kind" must be one of {", ".join(_KINDS)}')
    if not isinstance(text, str):
        raise _RecordError(f'paragraph {number}: "text" must be a text')
    words = Clean(clean(text).replace("\n", " ").strip())
    if not words:
        raise _RecordError(f"paragraph {number} holds no text")
    return Paragraph(number, _KINDS[kind], words, _parse_optional_line(value, "time"))


def _parse_line(value: Mapping[str, object], key: str) -> Clean:
    line = _parse_optional_line(value, key)
    if not line:
        raise _RecordError(f'"{key}" must be a text')
    return line


def _parse_optional_line(
    value: Mapping[str, object], key: str, limit: int = _LONGEST_LINE
) -> Clean | None:
    text = value.get(key)
    if text is None:
        return None
    if not isinstance(text, str):
        raise _RecordError(f'"{key}" must be a text or null')
    return clean_line(text, limit) or None


def _parse_lines(
    value: Mapping[str, object], key: str, longest: int = _LONGEST_LINE
) -> tuple[Clean, ...]:
    lines = value.get(key, [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise _RecordError(f'"{key}" must be a list of texts')
    if len(lines) > _MOST_LINES:
        raise _RecordError(f'"{key}" has more than {_MOST_LINES} lines')
    return tuple(line for text in lines if (line := clean_line(text, longest)))


def _parse_language(value: Mapping[str, object], key: str) -> str | None:
    code = _parse_optional_line(value, key)
    if code and not (
        len(code) <= _LONGEST_LANGUAGE and code.isascii() and code.replace("-", "").isalnum()
    ):
        raise _RecordError(f'"{key}" must be the code of a language, such as "en"')
    return code
