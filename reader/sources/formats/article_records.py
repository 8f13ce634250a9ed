"""Articles as this program itself writes them down: one JSON object a line.

What comes back was in somebody's hands meanwhile, so it is as untrusted as any other
file: every type is checked, every text cleaned, and whoever wrote it gets no more than
an article with these words.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import NoReturn

from reader.articles.article import Article, Paragraph, ParagraphKind
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean, clean_line

FORMAT = "reader-article/1"
"""The first field of every stored article; what does not have it is other JSON."""

MAX_STORED_CHARACTERS = 8 * 1024 * 1024
"""The most characters of one article with all its signs of JSON."""

MAX_STORED_ARTICLES = 200
"""Of a file with more articles only the first are opened."""

_KINDS = {kind.value: kind for kind in ParagraphKind}
_LINES = ("title", "outlet", "agency", "byline", "dateline", "published")
_HEAD = 1024
_MOST_LINES = 1000
_LONGEST_NUMBER = 20


def article_as_json(article: Article) -> dict[str, object]:
    """The whole article as JSON can hold it; `stored_articles` reads it back.

    The keys: `format`; `source`, `name`; `title`, `outlet`, `agency`, `byline`, `dateline`,
    `published`, each a text or None; `credits`; `language`, `encoding`; `notes`;
    `paragraphs`, each with `number` from 1, `kind` and `text`.
    """
    return {
        "format": FORMAT,
        "source": article.source,
        "name": article.name,
        **{key: getattr(article, key) for key in _LINES},
        "credits": list(article.credits),
        "language": article.language,
        "encoding": article.encoding,
        "notes": list(article.notes),
        "paragraphs": [
            {"number": paragraph.number, "kind": paragraph.kind.value, "text": paragraph.text}
            for paragraph in article.paragraphs
        ],
    }


def is_stored(data: bytes) -> bool:
    """Whether a file of JSON says of itself that it holds stored articles."""
    return b'"reader-article/' in data[:_HEAD]


def stored_articles(text: str, *, source: Clean) -> tuple[Article, ...]:
    """The articles in a text of JSON: one object a line, one object, or a list of objects.

    Args:
        text: the decoded content, raw.
        source: what to call it where it cannot be read.

    Raises:
        SourceError: it is no JSON, or no article as `article_as_json` gives it.
    """
    articles: list[Article] = []
    for where, value in _values(text, source):
        if len(articles) == MAX_STORED_ARTICLES:
            raise SourceError(f"{source}: more than {MAX_STORED_ARTICLES} articles; split the file")
        try:
            articles.append(_article(value))
        except _WrongError as wrong:
            raise SourceError(f"{source}: {where}{wrong}") from wrong
    if not articles:
        raise SourceError(f"{source}: there is no article in it")
    return tuple(articles)


class _WrongError(Exception):
    """What is wrong with a value, in words for people."""


def _values(text: str, source: Clean) -> Iterator[tuple[str, object]]:
    """What the text holds, with where it stands."""
    try:
        first = next((line for line in io.StringIO(text) if not line.isspace()), "")
        by_line = isinstance(_loaded(first), dict)
    except (ValueError, RecursionError):
        by_line = False
    number = 0
    try:
        if by_line:
            for number, line in enumerate(io.StringIO(text), 1):
                if not line.isspace():
                    yield f"line {number}: ", _loaded(line)
        else:
            value = _loaded(text)
            yield from (("", each) for each in (value if isinstance(value, list) else [value]))
    except (ValueError, RecursionError) as problem:
        reason = _reason(problem, number)
        raise SourceError(f"{source}: no JSON that can be read ({reason})") from problem


def _loaded(text: str) -> object:
    if len(text) > MAX_STORED_CHARACTERS:
        raise ValueError(f"more than {MAX_STORED_CHARACTERS // 1024 // 1024} MB in one piece")
    return json.loads(text, parse_int=_number, parse_constant=_refuse_constant)


def _number(digits: str) -> int:
    # Turning digits into a number takes time with the square of their count.
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number with too many digits")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _reason(problem: Exception, line: int) -> Clean:
    if isinstance(problem, json.JSONDecodeError):
        return clean_line(f"line {line or problem.lineno}, column {problem.colno}")
    return clean_line("nested too deep" if isinstance(problem, RecursionError) else str(problem))


def _article(value: object) -> Article:
    if not isinstance(value, dict) or "format" not in value:
        raise _WrongError("no article as reader articles --json writes it")
    if value["format"] != FORMAT:
        raise _WrongError(f'the format is not "{FORMAT}"; another version of reader wrote it')
    return Article(
        source=_line(value, "source"),
        name=_line(value, "name"),
        paragraphs=_paragraphs(value.get("paragraphs")),
        credits=_list_of_lines(value, "credits"),
        language=_code(value, "language"),
        encoding=_line(value, "encoding") if "encoding" in value else "utf-8",
        notes=_list_of_lines(value, "notes"),
        **{key: _optional_line(value, key) for key in _LINES},
    )


def _paragraphs(value: object) -> tuple[Paragraph, ...]:
    if not isinstance(value, list) or not value:
        raise _WrongError('"paragraphs" must be a list that is not empty')
    return tuple(_paragraph(each, number) for number, each in enumerate(value, 1))


def _paragraph(value: object, number: int) -> Paragraph:
    if not isinstance(value, dict):
        raise _WrongError(f"paragraph {number} must be an object")
    if value.get("number", number) != number or isinstance(value.get("number"), bool):
        raise _WrongError(f"paragraph {number} has another number: they count from 1, in order")
    kind, text = value.get("kind"), value.get("text")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _WrongError(f'paragraph {number}: "kind" must be one of {", ".join(_KINDS)}')
    if not isinstance(text, str):
        raise _WrongError(f'paragraph {number}: "text" must be a text')
    words = Clean(clean(text).replace("\n", " ").strip())
    if not words:
        raise _WrongError(f"paragraph {number} holds no text")
    return Paragraph(number, _KINDS[kind], words)


def _line(value: Mapping[str, object], key: str) -> Clean:
    line = _optional_line(value, key)
    if not line:
        raise _WrongError(f'"{key}" must be a text')
    return line


def _optional_line(value: Mapping[str, object], key: str) -> Clean | None:
    text = value.get(key)
    if text is None:
        return None
    if not isinstance(text, str):
        raise _WrongError(f'"{key}" must be a text or null')
    return clean_line(text) or None


def _list_of_lines(value: Mapping[str, object], key: str) -> tuple[Clean, ...]:
    lines = value.get(key, [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise _WrongError(f'"{key}" must be a list of texts')
    if len(lines) > _MOST_LINES:
        raise _WrongError(f'"{key}" has more than {_MOST_LINES} lines')
    return tuple(line for line in map(clean_line, lines) if line)


def _code(value: Mapping[str, object], key: str) -> str | None:
    code = _optional_line(value, key)
    if code and not (len(code) <= 20 and code.isascii() and code.replace("-", "").isalnum()):
        raise _WrongError(f'"{key}" must be the code of a language, such as "en"')
    return code
