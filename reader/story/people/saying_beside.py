"""Verbs of saying that stand beside a name, so that its person may be heard there."""

from __future__ import annotations

import re

from reader.story.people.name_surroundings import find_title
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import PersonName

_CHARS = 160
_RELATIVE_CHARS = 8
_AFTER = re.compile(
    r"(?: \([^()]{1,14}\)|,[ \u00a0][^,.;:\n“”\"]{2,90},)?[ \u00a0]"
    r"(?:(?:\w+ly|also|later|once|then|has|have|had|often|now|still)[ \u00a0])*"
    r"([A-Za-z]+)\b"
)
_BEFORE = re.compile(r"[,”\"] ([a-z]+)[ \u00a0](?:(?!that\b)[A-Z][\w.’'-]*[ \u00a0]){0,4}$")
_ENDS_SUBJECT = re.compile(r"[.,;]|[ \u00a0](?:of|on|in|at|who|after|during|from|with)\b|\s*$")
"""After a name that follows its verb: any other word is of what is said."""
_RELATIVE_BEFORE = re.compile(r"\b(?:what|which|whom|that|than|as)[ \u00a0]$")
"""Before the subject of a clause that describes something: "what Mr. Lee said"."""
_NO_SUBJECT = frozenset(
    (
        *("to", "of", "for", "about", "with", "by", "from", "at", "on", "against", "like", "than"),
        *("toward", "towards", "under", "over", "between", "including", "among", "as"),
    )
)
"""Words right before a name, and its title, that is no subject."""
_OBJECT = re.compile(
    r"[ \u00a0](?:(?:an?|the|his|her|their|some|two) )?(?:\w+ )?"
    r"(?:photo\w*|pictures?|images?|videos?|links?|orders?|subpoenas?|bans?|executive)\b"
    r"|[ \u00a0]from\b"
)
"""What is posted or issued and says nothing, right after the verb."""
_MUTE_VERBS = frozenset(
    (
        *("accept", "allow", "anticipate", "begin", "believe", "calculate", "commit", "consider"),
        *(
            "contemplate",
            "continue",
            "dream",
            "expect",
            "fear",
            "feel",
            "figure",
            "find",
            "forward",
        ),
        *("frown", "grant", "grin", "hear", "hope", "imagine", "know", "learn", "list", "nod"),
        *("oppose", "pray", "publish", "put", "read", "realise", "realize", "record", "release"),
        *("resolve", "rule", "share", "shrug", "sign", "sing", "smile", "smirk", "start", "stress"),
        *("support", "suppose", "suspect", "think", "understand", "undertake", "weep", "wish"),
        *("answer", "blame", "lie", "plead", "praise", "reject", "worry"),
    )
)
"""Reporting verbs of a person who may say nothing."""
_SAID_BEFORE = frozenset(("said", "says", "added", "wrote", "writes"))


def _is_verb_of_other(word: str) -> bool:
    """Return whether a word right before a name is a verb that tells of it: "claims Lee said"."""
    verb = load_reporting_verbs().single.get(word.lower())
    return verb is not None and not verb.is_weak


def stands_at_saying(text: str, name: PersonName) -> bool:
    """Return whether a verb of saying follows a name, or "said" comes before it.

    A name in quotation marks has none beside it.

    Args:
        text: the text of the name.
        name: the name with its place.
    """
    line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    if line.rfind("“") > line.rfind("”") or line.count('"') % 2:
        return False
    title = find_title(text, name)
    leading = text[: title[0] if title else name.start].split("\n")[-1].split()[-1:]
    if leading and (leading[0].lower() in _NO_SUBJECT or _is_verb_of_other(leading[0])):
        return False
    if _RELATIVE_BEFORE.search(text[: title[0] if title else name.start][-_RELATIVE_CHARS:]):
        return False
    match = _AFTER.match(text, name.end, name.end + _CHARS)
    verb = load_reporting_verbs().single.get(match.group(1).lower()) if match else None
    # "Clinton email": the base form beside one person is a noun.
    is_verb = verb is not None and verb.lemma not in _MUTE_VERBS | {match.group(1) if match else ""}
    if is_verb and match is not None and match.group(1).islower():
        return _OBJECT.match(text, match.end()) is None
    before = _BEFORE.search(text[max(0, name.start - _CHARS) : name.start])
    is_said = before is not None and before.group(1) in _SAID_BEFORE
    return is_said and _ENDS_SUBJECT.match(text, name.end) is not None
