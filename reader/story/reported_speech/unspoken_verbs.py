"""Reporting verbs that give nobody's words where they stand: denied, planned, passive, embedded."""

from __future__ import annotations

import re

from reader.quotes import Cue, Speaker

Span = tuple[int, int]

_NO_REPORT = frozenset(
    (
        *("answer", "apologise", "apologize", "blame", "cite", "demur", "lie", "plead", "praise"),
        *("reject",),
    )
)
"""Verbs listed as reporting after which a clause is not what was said."""
_DENIED = re.compile(
    r"\b(?:not|never|nor|neither|without|yet|cannot|allegedly|supposedly|purportedly"
    r"|falsely)\b|n[’']t\b"
)
_NEVER_SAID = re.compile(
    r"\s*(?:(?:has|have|had|would|could|will) )?(?:never|allegedly|supposedly|purportedly) "
    r"(?:once )?(?:have )?$|\s*(?:would|could) have $|\s*(?:did|does|has|have|had)(?: not|n[’']t) $"
)
"""Between a speaker and the verb of words that are surely or perhaps not the speaker's."""
_MODAL = re.compile(
    r"(?:\s*and (?:[A-Z][\w.’'-]* ?)+)?\s*(?:would|will|could|might|may|should|can)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|would|may|might|could|should|can|must|shall|to(?= \w+ly$|$)|expected|"
    r"plan\w*|refus\w+|declin\w+|"
    r"likely|about)\b"
)
_JOINED = re.compile(r"\b(?:and|but)\b")
_WENT_ON = re.compile(r"\b(?:went on|goes on|continue[ds]?|proceeded) to $")
"""Before a verb that tells what was done: "went on to say"."""
_MOST_BETWEEN = 4
"""Words right before a verb that belong to it: "has not yet"."""
_TOLD_OF = re.compile(
    r"\s(?:[\w.’'-]+ ){1,4}?(?:of|about) (?:his|her|its|their|the|an?|how)\b(?!.*\bthat\b)",
    re.DOTALL,
)
"""Somebody is told of something, in no clause."""
_REPLIED_TO = re.compile(r"\s(?:[\w’'-]+ ){0,3}?to (?:[\w’'-]+ ){1,5}?(?:that|whether|how|why)\b")
"""What somebody responds to, which the clause describes: "responded to claims that"."""
_SAID_ON = re.compile(r",\s(?:said|says|told|added)\b")
"""Another speaker, around whom a source is named: "Ann Lee, according to the Times, said"."""
_RELATIVE = re.compile(
    r"\b(?:to|of|for|with|in|about) (?:which|whom) $|\b[Ww]hat (?:(?:Mrs?|Ms|Dr)\. )?$"
)
_THAT_OF_NOUN = re.compile(
    r"(?<!\bthen)(?<!\bthere)(?<!\bhere)(?<!\bso)(?<!\bago)(?<!day)(?<!\bsaid)(?<!\bnow) that "
    r"(?:(?:Mrs?|Ms|Dr)\. )?$"
)
"""Right before a subject in a clause that describes a noun: "the support that Lee claimed"."""
_NOTHING = re.compile(
    r"\s(?:nothing|little|no more|not much|goodbye|as much)\b"
    r"|\s(?:so|no|yes|(?:just|exactly) (?:that|this|so))(?=[.,;!]|$)"
)
"""What is said is not told."""
_AGENTLESS = re.compile(r"\b(?:was|were|is|are|been|being|be|when|if|as)(?: \w+ly)? ?$")
"""Right before a participle: somebody is told or asked."""
_OPENING = re.compile(
    r"(?:[Ww]hen|[Ii]f|[Uu]ntil|[Uu]nless|[Bb]efore|[Oo]nce|[Ww]hether|[Aa]fter) $"
)
"""Before the subject of a verb in the present: what is yet to be said."""
_FINITE = re.compile(
    r"\s*(?:is|are|was|were|has|had|have|will|would|do|does|did|could|can|may|might|should|must)\b"
)
"""Right after a verb of a clause that is the attribute of a noun: "the firm he said was sold"."""
_OPENING_PHRASE = re.compile(
    r"(?:At|In|On|During|After|Before) (?!the\b)(?:[\w’'-]+ ){1,4}|At the time "
)
"""An adverbial without a comma that opens a sentence before its subject: "At one point he"."""
_MAY_PRECEDE = frozenset(
    (
        *("and", "but", "or", "so", "yet", "as", "when", "while", "because", "after", "before"),
        *("since", "if", "though", "although", "then", "later", "also", "still", "once", "until"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"),
        *("yesterday", "earlier", "meanwhile", "however", "instead", "nonetheless", "where"),
    )
)
"""Words right before a subject that begins a clause of its own."""


def is_denied(text: str, speaker: Speaker, cue: Cue) -> bool:
    """Return whether it is denied, or no more than alleged, that a speaker said something.

    ("Ann Lee never said", "Ann Lee would have said", "Ann Lee allegedly said")

    Args:
        text: the text of the article.
        speaker: the speaker, before the verb.
        cue: the verb.
    """
    return _NEVER_SAID.fullmatch(text[speaker.end : cue.start]) is not None


def is_unspoken(text: str, sentence: Span, speaker: Speaker, cue: Cue) -> bool:
    """Return whether a reporting verb of an English sentence gives no words of its subject.

    So it is where the verb is denied ("did not say"), where it tells of what is to come ("when he
    announces"), where the subject is told or asked, and where both stand in a clause that
    describes a noun ("the growth he promised").

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        speaker: whoever was read as the speaker.
        cue: the verb.
    """
    if cue.lemma in _NO_REPORT:
        return True
    if cue.lemma == "according to":
        return speaker.start < cue.end or _SAID_ON.match(text, speaker.end) is not None
    start, end = sentence
    if _RELATIVE.search(text, start, min(speaker.start, cue.start)):
        return True
    is_before = speaker.end <= cue.start
    between = text[speaker.end : cue.start] if is_before else ""
    own = _JOINED.split(between.rpartition(",")[2])[-1]
    beside = "" if _WENT_ON.search(between) else " ".join(own.split()[-_MOST_BETWEEN:])
    if _DENIED.search(beside) or _PLANNED.search(beside):
        return True
    if cue.text.lower().endswith("ing") and _MODAL.match(between):
        return True
    if _NOTHING.match(text, cue.end, end):
        return True
    if cue.lemma == "tell" and _TOLD_OF.match(text, cue.end, end):
        return True
    if cue.lemma == "respond" and _REPLIED_TO.match(text, cue.end, end):
        return True
    verb = text[cue.start : cue.end].lower()
    is_participle = verb.endswith("ed") or verb == "told"
    if is_participle and _AGENTLESS.search(text[max(start, cue.start - 20) : cue.start]):
        return True
    before = text[start : speaker.start] if is_before else ""
    if _THAT_OF_NOUN.search(before) and speaker.mention[:1].isupper():
        return True
    if verb.endswith("s") and _OPENING.search(before):
        return True
    if not is_before and cue.start == start and is_participle:
        return True
    is_described = is_before and _is_embedded(before, speaker.mention)
    return is_described or (is_before and _FINITE.match(text, cue.end, end) is not None)


def _is_embedded(before: str, mention: str) -> bool:
    """Return whether a pronoun, or a role, follows a noun without a sign between."""
    if mention[:1].isupper() or not before.strip() or not before.rstrip()[-1].isalpha():
        return False
    if _OPENING_PHRASE.fullmatch(before) or before.endswith(", with "):
        return False
    last = before.split()[-1]
    return last.lower() not in _MAY_PRECEDE and not last.endswith("ly") and last[0].islower()
