"""The JSON-LD of a page, https://www.w3.org/TR/json-ld11/, parsed as loosely as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any

from reader.sources.formats.page_json import parse_json
from reader.sources.formats.page_text import are_same_title, value_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_NODES = 20_000
_MOST_SCRIPTS = 50
_MOST_NAMES = 12
_ARTICLE_TYPE_ENDINGS = ("Article", "Posting", "Report")
_ARTICLE_TYPES = frozenset({"Report", "Review", "AnalysisNewsArticle"})
_SITE_TYPES = frozenset({"WebSite", "NewsMediaOrganization"})
_TRAILING_COMMA = re.compile(r",(\s{0,20}[}\]])")
_SALVAGED_FIELDS = ("headline", "datePublished")

Node = dict[str, Any]
"""An object of JSON-LD."""


class LinkedData:
    """The objects in the JSON-LD of a page, in their order."""

    def __init__(self, root: HtmlElement) -> None:
        self._nodes: list[Node] = []
        # Objects with a name, by their `@id`.
        self._by_id: dict[str, Node] = {}
        # The `id()` of the objects inside of lists of other articles.
        self._listed: set[int] = set()
        scripts = (
            script
            for script in root.iter("script")
            if "ld+json" in (script.get("type") or "").lower()
        )
        for _, script in zip(range(_MOST_SCRIPTS), scripts, strict=False):
            self._collect(_parse_loosely(script.text or ""))

    def find_article(self, titles: Iterable[str | None]) -> Node:
        """Return the object of this article, an empty one where there is none.

        By its headline, else the first that is not in a list of other articles.

        Args:
            titles: the titles that the page states, most reliable first.
        """
        articles = [node for node in self._nodes if _is_article(node)]
        for title in titles:
            for node in articles:
                headline = value_text(node.get("headline")) or value_text(node.get("name"))
                if title and headline and are_same_title(title, headline):
                    return node
        return next((node for node in articles if id(node) not in self._listed), {})

    def site_name(self) -> str | None:
        """Return the name of the site or the paper, or None."""
        for node in self._nodes:
            if not _SITE_TYPES.isdisjoint(_types(node)):
                return value_text(node.get("name"))
        return None

    def find_names(self, value: object) -> list[str]:
        """Return the names of one or several people or organisations, given in any form."""
        values = value if isinstance(value, list) else [value]
        names: list[object] = []
        for entry in values[:_MOST_NAMES]:
            if isinstance(entry, Mapping):
                identity = entry.get("@id")
                known = self._by_id.get(identity, {}) if isinstance(identity, str) else {}
                name = entry.get("name") or known.get("name")
                names.extend(name if isinstance(name, list) else [name])
            else:
                names.append(entry)
        return [text for name in names if (text := value_text(name))]

    def find_texts(self, value: object) -> list[str]:
        """Return the texts of one or several notes or comments, given in any form."""
        values = value if isinstance(value, list) else [value]
        texts = (
            entry.get("text") or entry.get("description") if isinstance(entry, Mapping) else entry
            for entry in values[:_MOST_NAMES]
        )
        return [text for each in texts if (text := value_text(each))]

    def _collect(self, data: object) -> None:
        """Add the objects in a value, outer ones before inner ones."""
        stack: list[tuple[object, bool]] = [(data, False)]
        while stack and len(self._nodes) < _MOST_NODES:
            value, is_listed = stack.pop()
            if isinstance(value, list):
                stack.extend((entry, is_listed) for entry in reversed(value))
            elif isinstance(value, dict):
                self._add(value, is_listed)
                is_inside_list = is_listed or "ItemList" in _types(value)
                stack.extend(
                    (entry, is_inside_list)
                    for entry in reversed(value.values())
                    if isinstance(entry, (dict, list))
                )

    def _add(self, node: Node, is_listed: bool) -> None:
        self._nodes.append(node)
        if is_listed:
            self._listed.add(id(node))
        identity = node.get("@id")
        if isinstance(identity, str) and "name" in node:
            self._by_id.setdefault(identity, node)


def _parse_loosely(text: str) -> object:
    """Parse JSON inside comments, with trailing commas or escaped once more."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    text = text.removesuffix("//]]>").removesuffix("]]>").strip().rstrip(";")
    for variant in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return parse_json(variant)
        except ValueError:
            continue
    return _salvage_fields(text)


def _salvage_fields(text: str) -> object:
    """Return an article with the fields that can be found in broken JSON, {} without them."""
    found: dict[str, object] = {}
    for field in _SALVAGED_FIELDS:
        match = re.search(rf'"{field}"\s{{0,20}}:\s{{0,20}}("(?:[^"\\]|\\.){{1,500}}")', text)
        if match:
            try:
                found[field] = parse_json(match[1])
            except ValueError:
                continue
    return {"@type": "Article", **found} if found else {}


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(
        kind.endswith(_ARTICLE_TYPE_ENDINGS) or kind in _ARTICLE_TYPES for kind in _types(node)
    )


def _types(node: Mapping[str, Any]) -> set[str]:
    stated = node.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}
