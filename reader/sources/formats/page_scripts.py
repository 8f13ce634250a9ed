"""Stories that a page has in its scripts only: the state from which a site draws its pages.

Frameworks write what a page shows into it as JSON (`<script type="application/json">`,
`window.__STATE__ = {…}`), Next.js also as rows of a stream
(`self.__next_f.push([1,"4:T1f,<p>…"])`, https://nextjs.org). A story in it is a text with markup,
or a list of objects that hold a paragraph each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from reader.articles.furniture.prose import count_words, ends_sentence
from reader.sources.formats.page_json import parse_first_value
from reader.sources.formats.page_regions import is_prose
from reader.sources.formats.page_statements import split_body
from reader.sources.formats.page_text import are_same_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_SCRIPTS = 400
# Characters.
_LONGEST_SCRIPT = 4_000_000
_SHORTEST_SCRIPT = 100
_LONGEST_TITLE = 300
# Values of all scripts.
_MOST_VALUES = 200_000
_FEWEST_WORDS = 25
_ASSIGNMENT = re.compile(r"=\s{0,5}(?=[{\[])")
_ASSIGNMENT_REACH = 300
_STREAM_CALL = "__next_f.push("
_STREAM_TEXT = 1
_ROW = re.compile(r"([0-9a-f]{0,6}):(?:T([0-9a-f]{1,8}),)?")

Path = tuple[str, ...]


def find_script_texts(root: HtmlElement) -> list[str]:
    """Return the text of the scripts of a page that may hold its state."""
    texts = []
    for script in root.iter("script"):
        text = script.text or ""
        is_state = _SHORTEST_SCRIPT <= len(text) <= _LONGEST_SCRIPT
        if is_state or _STREAM_CALL in text[:_ASSIGNMENT_REACH]:
            texts.append(text)
        if len(texts) >= _MOST_SCRIPTS:
            break
    return texts


def find_script_story(scripts: Iterable[str], titles: Iterable[str | None]) -> list[str]:
    """Return the paragraphs of the story in the scripts of a page, [] where there is none.

    It is looked for in the object that has a title of the page, else in all of them. The texts
    under the keys of one name that hold most words are the story.

    Args:
        scripts: as `find_script_texts` returns them.
        titles: the titles that the page states.
    """
    values = list(_parse_scripts(scripts))
    own = _find_titled(values, [title for title in titles if title])
    for candidates in (own, values):
        story = max(map(_largest_group, candidates), key=_count, default=[])
        if _count(story) >= _FEWEST_WORDS:
            return story
    return []


def find_titled_objects(scripts: Iterable[str], titles: Iterable[str]) -> list[dict[str, Any]]:
    """Return the objects in the scripts of a page that have one of its titles."""
    return _find_titled(_parse_scripts(scripts), list(titles))


def _count(texts: Iterable[str]) -> int:
    return sum(count_words(text) for text in texts if is_prose(text))


def _parse_scripts(scripts: Iterable[str]) -> Iterator[Any]:
    """Yield the values in the scripts."""
    stream: list[str] = []
    for script in scripts:
        if _STREAM_CALL in script[:_ASSIGNMENT_REACH]:
            call = _decode(script, script.index(_STREAM_CALL) + len(_STREAM_CALL))
            if isinstance(call, list) and call[:1] == [_STREAM_TEXT] and isinstance(call[-1], str):
                stream.append(call[-1])
            continue
        text = script.lstrip()
        if text.startswith(("{", "[")):
            yield _decode(text, 0)
        elif found := _ASSIGNMENT.search(text[:_ASSIGNMENT_REACH]):
            yield _decode(text, found.end())
    yield from _parse_stream("".join(stream))


def _parse_stream(stream: str) -> Iterator[Any]:
    """Yield the values of the rows: JSON up to the end of a line, or a text with its length."""
    data = stream.encode("utf-8", "replace")
    at = 0
    while found := _ROW.match(data[at : at + 20].decode("utf-8", "replace")):
        at += found.end()
        if found[2]:
            end = at + int(found[2], 16)
            yield data[at:end].decode("utf-8", "replace")
        else:
            end = data.find(b"\n", at) + 1 or len(data)
            yield _decode(data[at:end].decode("utf-8", "replace"), 0)
        at = end


def _decode(text: str, start: int) -> Any:
    """Return the JSON value that begins at a position, None where there is none."""
    try:
        return parse_first_value(text, start)
    except ValueError:
        return None


def _walk(root: Any) -> Iterator[tuple[Path, int, Any]]:
    """Yield all values inside of one: keys without numbers, the list item they are in, value."""
    stack: list[tuple[Path, int, Any]] = [((), 0, root)]
    count = 0
    while stack and count < _MOST_VALUES:
        path, item, value = stack.pop()
        count += 1
        yield path, item, value
        if isinstance(value, dict):
            stack.extend(((*path, key), item, inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            # All items of the innermost list have its number.
            stack.extend(((*path, ""), id(value), inner) for inner in reversed(value))


def _find_titled(values: Iterable[Any], titles: list[str]) -> list[dict[str, Any]]:
    """Return the objects that have one of the titles as a value of their own."""
    return [
        value
        for root in values
        for _, _, value in _walk(root)
        if isinstance(value, dict)
        and any(
            isinstance(text, str) and len(text) <= _LONGEST_TITLE and are_same_title(title, text)
            for text in value.values()
            for title in titles
        )
    ]


def _largest_group(root: Any) -> list[str]:
    """Return the paragraphs under the keys of one name that hold most words of prose."""
    groups: dict[Path, list[tuple[int, str]]] = {}
    for path, item, value in _walk(root):
        if isinstance(value, str) and " " in value:
            groups.setdefault(path, []).append((item, value))
    return max(map(_paragraphs, groups.values()), key=_count, default=[])


def _paragraphs(group: list[tuple[int, str]]) -> list[str]:
    """Return the paragraphs of a group; parts of sentences in one list are joined."""
    texts = [text for _, text in group]
    if sum(map(ends_sentence, texts)) * 2 < len(texts):
        joined: dict[int, list[str]] = {}
        for item, text in group:
            joined.setdefault(item, []).append(text)
        texts = ["".join(parts) for parts in joined.values()]
    return [paragraph for text in texts for paragraph in split_body(text)]
