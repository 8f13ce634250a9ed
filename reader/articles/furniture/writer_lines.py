"""Lines that present the writer of a story, or repeat the writer's name below it."""

from __future__ import annotations

from collections.abc import Collection

from reader.articles.furniture.line_text import BULLETS
from reader.text.values.value_lists import list_words
from reader.text.word_lists import WordLists

WRITER_WORDS = WordLists(__file__, "writer_lines")

# Words from the start of the line in which what the writer does must be named.
_DESCRIPTION_REACH = 12
_MOST_NAME_WORDS = 4
_ARTICLES = ("the", "der", "die", "el", "la")


def is_about_writer(text: str, writers: Collection[str]) -> bool:
    """Return whether the text is the name of one of the writers, or begins a line about one.

    Args:
        text: a paragraph.
        writers: the names in the byline, in lower case.
    """
    lowered = text.lower()
    verbs = WRITER_WORDS.words["writer verbs"]
    for name in writers:
        if lowered == name:
            return True
        if lowered.startswith(f"{name} ") and lowered[len(name) :].split()[0] in verbs:
            return True
    words = lowered.split()
    if len(words) < 4:
        return False
    professions = WRITER_WORDS.words["professions"]
    if words[0] in _ARTICLES and words[1] in professions:
        return words[2] in verbs
    has_title = words[0].strip(".") in list_words("person_titles", "honorifics")
    surname = words[1] if has_title else words[0]
    is_surname = any(name.split()[-1] == surname for name in writers)
    following = words[2] if surname == words[1] else words[1]
    return (
        is_surname
        and following in verbs
        and not professions.isdisjoint(word.strip(".,") for word in words[:_DESCRIPTION_REACH])
    )


def presents_writer(text: str) -> bool:
    """Return whether the text presents a writer: `Ann Bell is a reporter based in Nairobi.`"""
    words = text.lstrip(BULLETS).split()
    for at in range(2, min(_MOST_NAME_WORDS, len(words) - 2) + 1):
        if words[at] in WRITER_WORDS.words["writer verbs"] and all(
            word[0].isupper() for word in words[:at]
        ):
            rest = (word.strip(".,").lower() for word in words[at + 1 : at + _DESCRIPTION_REACH])
            return not WRITER_WORDS.words["professions"].isdisjoint(rest)
    return False
