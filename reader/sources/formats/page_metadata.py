"""What a page says of itself in its head and marks: read in the child, all of it still raw.

Several places may tell the same field, and they disagree: a headline for search engines,
the name of the company for that of the paper. The order of each field is at its function.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_NODES = 20_000
_MOST_SCRIPTS = 50
_LONGEST_VALUE = 2000
_MOST_AUTHORS = 12
_ARTICLE_TYPE_ENDS = ("Article", "Posting", "Report")
_ARTICLE_TYPES = frozenset({"Report", "Review", "AnalysisNewsArticle"})
_SEPARATORS = ("|", "-", "–", "—", "·", "•", ":", "::", "»", "«", "/")
_TRAILING_COMMA = re.compile(r",(\s{0,20}[}\]])")
_BYLINE_START = re.compile(
    r"^(?:(?:(?:written|posted|published)\s)?by|authors?:|autor:|auteur\s:|von|par|por|di|af|av)\s",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.]\d{2}\b")
_HOME = frozenset({"", "/", "./", "index.html", "index.php", "#"})
_OPEN_GRAPH_DATES = ("article:published_time", "og:article:published_time", "og:published_time")
_META_DATES = (
    "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
    "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publishdate",
    "publish_date", "publish-date", "publication_date", "pubdate", "article.published",
    "published_at", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_META_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author",
)  # fmt: skip
_OUTSIDE_STORY = frozenset({"nav", "footer", "aside", "header"})


def page_metadata(root: HtmlElement) -> dict[str, str]:
    """The fields `title`, `outlet`, `byline`, `published`, `language`, `address`, where told."""
    page = _Page(root)
    outlet = page.outlet()
    title = page.title(outlet)
    if not outlet:
        outlet = page.outlet_of_title(title)
    fields = {
        "title": title,
        "outlet": outlet,
        "byline": page.byline(outlet),
        "published": page.published(),
        "language": page.language(),
        "address": page.address(),
    }
    return {field: value[:_LONGEST_VALUE] for field, value in fields.items() if value}


class _Page:
    """The places of one page that tell something of it."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._meta = _meta_values(root)
        self._title_tag = _words(next(root.iter("title"), None))
        self._headlines = _headlines(root)
        self._linked = _LinkedData(root)
        self._article = self._linked.article(
            [self._first("og:title"), *self._headlines, self._title_tag]
        )

    def outlet(self) -> str | None:
        """The site's name, else the publisher's, else that of the application."""
        candidates = [
            self._first("og:site_name"),
            self._linked.name(self._article.get("publisher")),
            self._linked.site_name(),
            self._first("application-name", "dc.publisher", "publisher"),
        ]
        names = [name for name in candidates if name and len(name) <= 100]
        return next((name for name in names if not _is_address(name)), None) or (
            names[0] if names else None
        )

    def title(self, outlet: str | None) -> str | None:
        """The heading that readers see, where the page's head agrees to it; else the head's."""
        stated = [
            title
            for title in (
                _text(self._article.get("headline")),
                self._first("og:title"),
                self._first("twitter:title", "dc.title", "citation_title"),
                self._title_tag,
            )
            if title
        ]
        for headline in self._headlines:
            if any(_agree(headline, title) for title in stated):
                return headline
        if not stated:
            return self._headlines[0] if self._headlines else None
        return _without_site_name(stated[0], outlet)

    def outlet_of_title(self, title: str | None) -> str | None:
        """What `<title>` adds to the title behind a separator: `Headline - The Courier`."""
        tag = self._title_tag
        if not title or not tag.startswith(title) or len(tag) == len(title):
            return None
        rest = tag[len(title) :].split()
        if len(rest) < 2 or rest[0] not in _SEPARATORS:
            return None
        words = rest[1:]
        for position, word in enumerate(words):
            if word in _SEPARATORS:
                words = words[position + 1 :]
        return " ".join(words) if 1 <= len(words) <= 5 else None

    def byline(self, outlet: str | None) -> str | None:
        authors = self._linked.names(self._article.get("author"))
        if not authors:
            authors = [name for key in _META_AUTHORS for name in self._meta.get(key, ())][
                :_MOST_AUTHORS
            ]
        authors = [name for name in map(_writer, authors) if _is_writer(name, outlet)]
        if not authors:
            authors = [name for name in map(_writer, self._marked_writers()) if name]
        return ", ".join(dict.fromkeys(authors)) or None

    def published(self) -> str | None:
        """The date of publication; a date in the page's own header is none."""
        stated = _text(self._article.get("datePublished")) or self._first(*_OPEN_GRAPH_DATES)
        if stated:
            return stated
        for element in self._root.iter("time", "meta", "span", "abbr"):
            if (element.get("itemprop") or "").lower() == "datepublished":
                return element.get("content") or element.get("datetime") or _words(element)
        if stated := self._first(*_META_DATES):
            return stated
        for element in self._root.iter("time"):
            inside = {ancestor.tag for ancestor in element.iterancestors()}
            story = "article" in inside or "main" in inside
            if inside & (_OUTSIDE_STORY - ({"header"} if story else set())):
                continue
            stated = element.get("datetime") or _words(element)
            if stated and not _TIME_OF_DAY.match(stated):
                return stated
        return _text(self._article.get("dateCreated"))

    def language(self) -> str | None:
        return (
            self._root.get("lang")
            or self._root.get("{http://www.w3.org/XML/1998/namespace}lang")
            or _text(self._article.get("inLanguage"))
            or self._first("content-language", "og:locale", "dc.language", "language")
        )

    def address(self) -> str | None:
        for link in self._root.iter("link"):
            href = link.get("href")
            if href and (link.get("rel") or "").lower() == "canonical":
                return str(href)
        return self._first("og:url") or _text(self._article.get("url"))

    def _first(self, *keys: str) -> str | None:
        return next((self._meta[key][0] for key in keys if key in self._meta), None)

    def _marked_writers(self) -> Iterator[str]:
        """What is marked as a writer in the page itself."""
        for element in self._root.iter("a", "span", "div", "p", "address"):
            marks = f"{element.get('class') or ''} {element.get('id') or ''}"[:200].lower()
            itemprop = (element.get("itemprop") or "").lower()
            if (
                "author" in (element.get("rel") or "").lower().split()
                or itemprop == "author"
                or any(mark in marks.split() for mark in ("byline", "author", "author-name"))
            ):
                words = _words(element)
                if 3 <= len(words) <= 100 and len(words.split()) <= 12:
                    yield words
                    return


class _LinkedData:
    """The JSON-LD of a page: https://www.w3.org/TR/json-ld11/, read as loosely as it is written."""

    def __init__(self, root: HtmlElement) -> None:
        self._nodes: list[dict[str, Any]] = []
        self._by_id: dict[str, dict[str, Any]] = {}
        self._listed: set[int] = set()
        scripts = (
            script
            for script in root.iter("script")
            if "ld+json" in (script.get("type") or "").lower()
        )
        for _, script in zip(range(_MOST_SCRIPTS), scripts, strict=False):
            self._collect(_loosely_read(script.text or ""))

    def article(self, titles: list[str | None]) -> dict[str, Any]:
        """The node of this article: by its headline, else the first; lists of others last."""
        articles = [node for node in self._nodes if _is_article(node)]
        for title in titles:
            for node in articles:
                headline = _text(node.get("headline")) or _text(node.get("name"))
                if title and headline and _agree(title, headline):
                    return node
        own = [node for node in articles if id(node) not in self._listed]
        return own[0] if own else {}

    def site_name(self) -> str | None:
        for node in self._nodes:
            if {"WebSite", "NewsMediaOrganization"} & _types(node):
                return _text(node.get("name"))
        return None

    def name(self, value: object) -> str | None:
        return next(iter(self.names(value)), None)

    def names(self, value: object) -> list[str]:
        """The names of one or several people or organisations, given in any form."""
        values = value if isinstance(value, list) else [value]
        names: list[object] = []
        for entry in values[:_MOST_AUTHORS]:
            if isinstance(entry, Mapping):
                identity = entry.get("@id")
                known = self._by_id.get(identity, {}) if isinstance(identity, str) else {}
                name = entry.get("name") or known.get("name")
                names.extend(name if isinstance(name, list) else [name])
            else:
                names.append(entry)
        return [text for name in names if (text := _text(name))]

    def _collect(self, data: object) -> None:
        waiting: list[tuple[object, bool]] = [(data, False)]
        while waiting and len(self._nodes) < _MOST_NODES:
            value, listed = waiting.pop()
            if isinstance(value, list):
                waiting.extend((entry, listed) for entry in reversed(value))
            elif isinstance(value, dict):
                self._nodes.append(value)
                if listed:
                    self._listed.add(id(value))
                identity = value.get("@id")
                if isinstance(identity, str) and "name" in value:
                    self._by_id.setdefault(identity, value)
                inside = listed or "ItemList" in _types(value)
                waiting.extend(
                    (entry, inside)
                    for entry in reversed(value.values())
                    if isinstance(entry, (dict, list))
                )


def _loosely_read(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    text = text.removesuffix("//]]>").removesuffix("]]>").strip().rstrip(";")
    for version in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(version, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(text)


def _salvaged(text: str) -> object:
    """The plain fields of an article whose JSON is broken somewhere."""
    found: dict[str, object] = {}
    for field in ("headline", "datePublished"):
        match = re.search(rf'"{field}"\s{{0,20}}:\s{{0,20}}("(?:[^"\\]|\\.){{1,500}}")', text)
        if match:
            try:
                found[field] = json.loads(match[1], strict=False)
            except ValueError:
                continue
    return {"@type": "Article", **found} if found else {}


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLE_TYPE_ENDS) or kind in _ARTICLE_TYPES for kind in _types(node))


def _types(node: Mapping[str, Any]) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}


def _meta_values(root: HtmlElement) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        value = " ".join((meta.get("content") or "").split())
        if key and value and len(values) < _MOST_NODES:
            values.setdefault(key.strip().lower(), []).append(value[:_LONGEST_VALUE])
    return values


def _headlines(root: HtmlElement) -> list[str]:
    """The first-level headings, those of the story before those of the site."""
    inside: list[str] = []
    outside: list[str] = []
    for heading in root.iter("h1"):
        words = _words(heading)
        if words and len(words) <= 400 and not _leads_home(heading):
            tags = {ancestor.tag for ancestor in heading.iterancestors()}
            (inside if tags & {"article", "main"} else outside).append(words)
    return (inside + outside)[:10]


def _leads_home(heading: HtmlElement) -> bool:
    """Is it the name of the site, with a link to its first page?"""
    for link in heading.iter("a"):
        address = link.get("href") or ""
        path = address.partition("://")[2].partition("/")[2] if "://" in address else address
        if link.get("href") is not None and path.strip() in _HOME:
            return True
    return False


def _words(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext())[:4000].split())


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(unescape(unescape(value[:_LONGEST_VALUE])).split()) or None


def _agree(one: str, other: str) -> bool:
    """Do two titles say the same, but for a site's name or a few words?"""
    words, others = _title_words(one), _title_words(other)
    fewer = min(len(words), len(others))
    if fewer < 3:
        return words == others or (
            fewer > 0 and one.lower() in other.lower() and fewer == len(words)
        )
    return len(words & others) >= 0.6 * fewer


def _title_words(title: str) -> set[str]:
    return {
        word
        for word in (token.strip(".,:;!?'\"“”‘’()|–—-") for token in title.lower().split())
        if word
    }


def _without_site_name(title: str, outlet: str | None) -> str:
    """Without ` | Herald` at its end or start, where that is the outlet's name."""
    if not outlet:
        return title
    words = title.split()
    for position in range(len(words) - 1, 0, -1):
        if words[position] in _SEPARATORS:
            if _same_name(" ".join(words[position + 1 :]), outlet):
                return " ".join(words[:position])
            if _same_name(" ".join(words[:position]), outlet):
                return " ".join(words[position + 1 :])
    return title


def _same_name(one: str, other: str) -> bool:
    return _bare_name(one) == _bare_name(other) != ""


def _bare_name(name: str) -> str:
    name = name.lower().strip().removeprefix("www.").removeprefix("the ")
    for end in (".com", ".org", ".net", ".co.uk", " news"):
        name = name.removesuffix(end)
    return "".join(character for character in name if character.isalnum())


def _writer(text: str) -> str:
    return _BYLINE_START.sub("", " ".join(text.split())).strip(" ,|·•-–—")


def _is_writer(name: str, outlet: str | None) -> bool:
    return (
        0 < len(name) <= 120
        and not _is_address(name)
        and not name.startswith("@")
        and not (outlet and _same_name(name, outlet))
    )


def _is_address(text: str) -> bool:
    return " " not in text.strip() and ("://" in text or "." in text.strip("."))
