"""The text of an article in which the names of its persons are looked for."""

from __future__ import annotations

import re

from reader.quotes import ArticleText
from reader.story.people.same_person import is_given_name
from reader.story.reported_speech.speech import STORY_KINDS
from reader.text.values.value_lists import title_words

_ADDED = re.compile(
    r"[\[(]((?:[A-Z][\w.’'-]*[ \u00a0](?:of[ \u00a0])?){0,6}[A-Z][\w’'-]+)[\])](?= [A-Z])"
)
"""Words that an editor put before a surname: "[Mayor Ann] Lee"."""
_CREDIT = re.compile(
    r"[(\[]?[ \u00a0]?(?:Additional |Compiled and )?(?:[Rr]eporting|[Ee]diting|[Ww]riting)"
    r" (?:and (?:reporting|editing|writing) )?by [A-Z][^()\[\]\n]{0,300}(?:[)\]]|$)",
    re.MULTILINE,
)
"""Who reported and edited: "(Editing by Ann Lee and Ida Vance)"."""
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}"
_ONLY_NAMES = re.compile(rf"{_NAME}(?:,? and {_NAME}|, {_NAME})+")
"""A line of writers: "Ann Lee and Bo Roe and Ida Vance"."""


def read_story_text(text: ArticleText) -> str:
    """Return the text with the paragraphs that are not of the story as spaces.

    So are lines that hold nothing but names, credits to reporters and editors, and the brackets
    around the title or given name that an editor put before a surname. Every other character
    stays in its place.

    Args:
        text: the article.
    """
    parts = [
        paragraph.text.replace("\n", " ")
        if paragraph.kind in STORY_KINDS and not _ONLY_NAMES.fullmatch(paragraph.text)
        else " " * len(paragraph.text)
        for paragraph in text.article.paragraphs
    ]
    return _ADDED.sub(_without_brackets, _CREDIT.sub(_blank, "\n".join(parts)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_brackets(match: re.Match[str]) -> str:
    """Return the words without brackets, as long as before."""
    words = match.group(1).split()
    is_titled = any(word.lower().rstrip(".") in title_words() for word in words[:-1])
    return f" {match.group(1)} " if is_titled or is_given_name(words[-1]) else match.group()
