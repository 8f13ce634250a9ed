"""Everything in the notebook, as text and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from reader.articles import Clean, clean_line
from reader.notebook.entries import Anchor, Entry, KnownArticle, name_entry
from reader.notebook.exchange import entry_record
from reader.text.words import strip_accents

_WORDS_CHARACTERS = 120
_LABEL_CHARACTERS = 40


def format_notes_as_text(
    entries: Sequence[Entry], known: Mapping[str, KnownArticle]
) -> Iterator[str]:
    """Yield entries as lines, the latest first: the day and what it is, its text, its places.

    Args:
        entries: the entries.
        known: the articles that they are about, by the key of their text.
    """
    for entry in sorted(entries, key=lambda each: -each.created):
        detail = f": {entry.detail}" if entry.detail else ""
        yield f"{print_date(entry.created)}  {name_entry(entry)}{clean_line(detail)}"
        yield from (f"  {line}" for line in entry.text.splitlines())
        yield from (f"    {describe_anchor(anchor, known)}" for anchor in entry.anchors)


def format_notes_as_json(
    entries: Sequence[Entry], known: Mapping[str, KnownArticle]
) -> Iterator[str]:
    """Yield a JSON object for each entry, the latest first, with the articles it is about."""
    for entry in sorted(entries, key=lambda each: -each.created):
        keys = dict.fromkeys(anchor.text_key for anchor in entry.anchors)
        articles = [
            {"text_key": key, "label": known[key].label, "source": known[key].source}
            for key in keys
            if key in known
        ]
        yield json.dumps({**entry_record(entry), "articles": articles})


def filter_entries(
    entries: Sequence[Entry], known: Mapping[str, KnownArticle], words: str
) -> list[Entry]:
    """Return the entries with all of some words, in their text or in what they are about."""
    wanted = strip_accents(words.casefold()).split()

    def has_words(entry: Entry) -> bool:
        fields = [entry.text, entry.detail, name_entry(entry)]
        for anchor in entry.anchors:
            article = known.get(anchor.text_key)
            fields += [anchor.words, *((article.label, article.heading) if article else ())]
        searched = strip_accents("\n".join(fields).casefold())
        return all(word in searched for word in wanted)

    return [entry for entry in entries if has_words(entry)]


def describe_anchor(anchor: Anchor, known: Mapping[str, KnownArticle]) -> Clean:
    """Return where an entry is, in one line: the article, the paragraph and its words."""
    article = known.get(anchor.text_key)
    label = clean_line(article.label, _LABEL_CHARACTERS) if article else "unknown article"
    words = clean_line(anchor.words, _WORDS_CHARACTERS)
    return clean_line(f"{label} ¶{anchor.number}: {words}")


def print_date(milliseconds: int) -> str:
    """Return the day of a time in milliseconds since 1970, where the user is."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000).strftime("%Y-%m-%d")
    except (OverflowError, OSError, ValueError):
        return "no date"
