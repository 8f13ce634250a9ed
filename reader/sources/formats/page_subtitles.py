"""The subtitle of a story that a page has in its scripts only.

Sites that draw their pages by scripts write what they show as JSON; see `page_scripts`. A subtitle
beside the title of the story there is printed between headline and story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from reader.articles.furniture.prose import count_words
from reader.sources.formats.page_blocks import PageTree, compact
from reader.sources.formats.page_regions import is_told
from reader.sources.formats.page_scripts import find_titled_objects
from reader.sources.formats.page_text import are_same_title
from reader.sources.formats.tag_stripping import strip_tags

# Keys, in lower case and without signs between words, that name a subtitle and nothing else.
_SUBTITLE_KEYS = frozenset({
    "subtitle", "subheadline", "subheading", "standfirst", "dek", "deck", "strapline",
    "articlesubtitle", "subtitletext",
})  # fmt: skip
_MENTIONED = re.compile(r"sub[_-]?(?:title|head)|standfirst|strapline|[\"_]dec?k\b", re.IGNORECASE)
_BREAK = re.compile(r"<br ?/?>|\n", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_LONGEST = 1000
"""Characters."""
_FEWEST_WORDS = 3
_MOST_LINES = 5


def find_subtitle(
    scripts: Iterable[str], titles: Iterable[str | None], tree: PageTree
) -> list[str]:
    """Return the lines of the subtitle, [] where there is none or the page shows it.

    Args:
        scripts: as `find_script_texts` returns them.
        titles: the titles that the page states.
        tree: the page.
    """
    stated = [title for title in titles if title]
    mentioning = list(scripts)
    if not any(map(_MENTIONED.search, mentioning)):
        return []
    shown = compact(" ".join(block.text for block in tree.blocks))
    for value in find_titled_objects(mentioning, stated):
        lines = _subtitle_in(value, stated)
        if lines and not any(compact(line) in shown for line in lines):
            return lines
    return []


def _subtitle_in(value: dict[str, Any], titles: Sequence[str]) -> list[str]:
    for key, text in value.items():
        if _SIGNS.sub("", key).lower() not in _SUBTITLE_KEYS or not isinstance(text, str):
            continue
        if len(text) > _LONGEST or any(are_same_title(title, text) for title in titles):
            continue
        lines = [line for part in _BREAK.split(text) for _, line in strip_tags(part)]
        words = sum(map(count_words, lines))
        if words >= _FEWEST_WORDS and len(lines) <= _MOST_LINES and all(map(is_told, lines)):
            return lines
    return []
