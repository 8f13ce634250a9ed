"""What a text calls a person: descriptions in apposition, and whether he is said to speak.

That a name and a description are in one sentence says nothing: one may have told the other.
"""

from __future__ import annotations

import re

from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.words import split_words

_ARTICLE = r"(?:(?:the|a|an|its|their|our|his|her)\s+)?"
_NAME_PARTS = r"(?:[A-Z][\w.’'-]*\s+){0,3}"
_LINK = (
    r"(?:,(?:\s*\d{1,3},)?|\s+(?:is|was|became|as|ha[sd]\s+been|remains|remained)"
    r"|,?\s+who\s+(?:is|was))"
)
_MODIFIER = r"(?:(?!(?:the|a|an|of|by|to|for|and|with|at|in|on)\b)[\w’'.-]+\s+)"
_MOST_MODIFIERS = 4
_CLOSED = re.compile(
    r"\s*(?:$|[,.;:)”\"–—(-]"
    r"|(?:of|for|from|at|in|on|to|and|with|who|whose|since|until|here|there)\b)"
)
"""Behind a description: "Ida Vance, the mayor," not "In her letter to Vance, the mayor said"."""
_SEVERAL = frozenset(("men", "women", "people", "children", "police", "group", "crowd", "families"))
"""Several people without the ending of a plural."""
_FORMS_OF_BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_WORDS_BETWEEN = 3
"""Words between a subject and its verb: an adverb, an auxiliary."""


def is_called(name: str, description: str, text: str) -> bool:
    """Return whether a text calls the bearer of a name by a description.

    That is where they are beside each other: "Mayor Ida Vance", "the mayor, Ida Vance",
    "Ida Vance, the mayor", "Ida Vance was the mayor".

    Args:
        name: the name; its last word is looked for.
        description: the words without an article; what follows "of" is left out.
        text: the text.
    """
    words = split_words(re.split(r"\s+(?:of|for|from|at|in)\s+", description)[0])
    if not words or not name.split():
        return False
    last = re.escape(name.split()[-1])
    described = r"\W+".join(map(re.escape, words))
    before = re.compile(rf"(?<!\w)(?i:{described}),?\s+{_NAME_PARTS}{last}(?!\w)")
    if before.search(text):
        return True
    after = re.compile(
        rf"(?<!\w){last}{_LINK}\s+{_ARTICLE}"
        rf"(?P<modifiers>{_MODIFIER}{{0,{_MOST_MODIFIERS}}}?)(?i:{described})(?!\w)"
    )
    return any(
        not _has_reporting_verb(found["modifiers"])
        and (not found[0].startswith(last + ",") or _CLOSED.match(text, found.end()))
        for found in after.finditer(text)
    )


def is_several(description: str) -> bool:
    """Return whether a description is of several people, and so of no one person.

    Args:
        description: the words without an article; what follows "of" is left out.
    """
    words = split_words(re.split(r"\s+(?:of|for|from|at|in)\s+", description)[0])
    head = words[-1].lower() if words else ""
    is_plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "’s", "'s"))
    return is_plural or head in _SEVERAL


def is_said_to_speak(name: str, text: str) -> bool:
    """Return whether a text has a name as the subject of a reporting verb, not in the passive."""
    last = re.escape(name.split()[-1])
    after = re.compile(rf"(?<!\w){last}(?![\w’'])((?:,?\s+[\w’'-]+){{1,{_WORDS_BETWEEN}}})")
    if any(_is_active(found[1]) for found in after.finditer(text)):
        return True
    before = re.compile(rf"(?<!\w)([\w’'-]+)\s+{_NAME_PARTS}{last}(?!\w)(?!\s*(?:was|were|is)\b)")
    return any(_is_inverted(found[1], text, found.end()) for found in before.finditer(text))


def _is_active(following: str) -> bool:
    """Whether a reporting verb follows, and no form of "be" comes before it."""
    known = load_reporting_verbs().single
    for word in map(str.lower, split_words(following)):
        if word in _FORMS_OF_BE:
            return False
        if word in known:
            return True
    return False


def _is_inverted(verb: str, text: str, end: int) -> bool:
    """Whether a verb before a name has it as its subject: "said Vance", not "told Vance"."""
    is_reporting = verb.lower() in {"said", "says", "added", "adds", "wrote", "writes"}
    return is_reporting and not re.match(r"\s+(?:was|were|that)\b", text[end : end + 8])


def _has_reporting_verb(words: str) -> bool:
    known = load_reporting_verbs().single
    return any(word.lower() in known for word in split_words(words))
