"""The `<meta>` elements of a page. Runs in the child process only."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.sources.formats.page_json import parse_json
from reader.sources.formats.page_text import LONGEST_VALUE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_META_KEYS = 20_000
_MOST_AUTHORS = 12
# Characters of the JSON in a `parsely-page` element.
_LONGEST_JSON = 20_000
_AUTHOR_KEYS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author", "rnews:author", "twitter:data1",
)  # fmt: skip
# As catalogues of libraries and journals have it.
_SURNAME_FIRST_KEYS = frozenset(("citation_author", "dc.creator", "dcterms.creator"))


class PageHead:
    """The values of the `<meta>` elements by their names.

    Names differ by their marks only on many pages (`article:published_time`,
    `article.published.time`), so letters and digits decide.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._values: dict[str, list[str]] = {}
        self._parsely: Mapping[str, Any] = {}
        for meta in root.iter("meta"):
            key = meta.get("property") or meta.get("name") or meta.get("http-equiv")
            content = meta.get("content") or ""
            value = " ".join(content.split())[:LONGEST_VALUE]
            if key and value and len(self._values) < _MOST_META_KEYS:
                self._values.setdefault(_normalize(key), []).append(value)
            if key == "parsely-page":
                self._parsely = self._parsely or _parse_object(content)

    def first(self, *keys: str) -> str | None:
        """Return the first value of the first of these names that there is."""
        return next(
            (value[0] for key in keys if (value := self._values.get(_normalize(key)))), None
        )

    def authors(self) -> list[str]:
        """Return the values of all names for the authors."""
        parsely = self._parsely.get("authors") or self._parsely.get("author") or []
        listed = parsely if isinstance(parsely, list) else [parsely]
        stated = [
            _given_name_first(value) if key in _SURNAME_FIRST_KEYS else value
            for key in self._author_keys()
            for value in self._values[_normalize(key)]
        ]
        return list(
            islice((name for name in (*stated, *listed) if isinstance(name, str)), _MOST_AUTHORS)
        )

    def parsely_date(self) -> object:
        """Return the date of publication in the element `parsely-page`, or None."""
        return self._parsely.get("pub_date")

    def _author_keys(self) -> list[str]:
        labels = " ".join(self._values.get(_normalize("twitter:label1"), ())).lower()
        return [
            key
            for key in _AUTHOR_KEYS
            if _normalize(key) in self._values
            and (key != "twitter:data1" or labels in ("written by", "author", "by"))
        ]


def _given_name_first(name: str) -> str:
    """Return the name of `Brodt, Lena` in its usual order."""
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and "," not in given else name


def _normalize(key: str) -> str:
    return "".join(character for character in key.lower() if character.isalnum())


def _parse_object(content: str) -> Mapping[str, Any]:
    if len(content) > _LONGEST_JSON:
        return {}
    try:
        value = parse_json(content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
