"""Full names that a noun for a person introduces: "a local rabbi, Yoshi Pintel, spoke"."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.title_lines import TitleLines
from reader.story.people.body_names import is_name_of_body
from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import is_person_noun
from reader.story.people.same_person import NameWords, is_no_name
from reader.story.people.surname_evidence import may_be_given, may_be_surname
from reader.text.values import PersonName

_APPOSED = re.compile(
    r"\b(?P<noun>[a-z]{3,}),[ \u00a0]"
    r"(?P<name>[A-Z][a-z’'-]+(?:[ \u00a0](?:[A-Z]\.|[A-Z][a-z’'-]+)){0,2}"
    r"[ \u00a0][A-Z][A-Za-z’'-]+)"
    r"(?=[,.;])"
)


def find_apposed_names(text: str) -> set[NameWords]:
    """Return the words of full names between commas right after a noun for a person.

    The noun is the last word of a description of that person: of "a member of the band, Red
    Harbour," it is none.

    Args:
        text: the text of the article.
    """
    titles = TitleLines(text)
    found: set[NameWords] = set()
    for match in _APPOSED.finditer(text):
        words = tuple(match.group("name").replace("\u00a0", " ").split())
        noun = match.group("noun")
        is_person = is_person_noun(noun) or noun in load_word_class("more_persons") - {"one"}
        if not is_person or titles.has(match.start()):
            continue
        if not may_be_given(words[0]) or not may_be_surname(words[-1]) or is_no_name(words):
            continue
        name = PersonName(*match.span("name"), words[0], words[1:-1], words[-1])
        is_described = any(end <= name.start for _, end in find_descriptions(text, name))
        if is_described and not is_name_of_body(text, words):
            found.add(tuple(word.rstrip(".") for word in words))
    return found
