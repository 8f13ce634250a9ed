"""Where the statement of a sentence of indirect speech ends, and whether that is sure."""

from __future__ import annotations

import re

from reader.quotes import Cue, Speaker
from reader.text.reporting_verbs import load_reporting_verbs

Span = tuple[int, int]

AUXILIARIES = (
    r"(?:is|are|was|were|has|had|have|will|would|do|does|did|could|can|may|might|should|must)"
)
_NAME = r"(?:(?:the|an?|his|her|its|their) )?(?:[\w’'-]+\.? ){1,4}?"
_DASH = re.compile(r"—|―|–(?= )| -{1,2} ")
_DATELINE = re.compile(r"[A-Z][A-Z .,’']+(?:, [\w.]+)? (?:—|―|–|--?) ")
_SUBORDINATE = re.compile(
    r"(?:^|[,;—―] ?|\b(?:[Aa]nd|[Bb]ut|[Yy]et|[Ee]ven) )"
    r"(?:[Bb]y the time|[Ww]hen|[Ww]hile|[Aa]fter|[Aa]s|[Oo]nce|[Ii]f|[Tt]hough|"
    r"[Aa]lthough|[Bb]efore|[Bb]ecause|[Ss]ince|[Uu]ntil)"
    r" (?:(?:the|an?|his|her|its|their|[A-Z][\w.’'-]*) ?){0,5}$"
)
"""A conjunction whose clause has verb and speaker, right before the speaker."""
_RELATIVE = re.compile(r"(,?) (?:who|which)(?: \w+){0,3} ?$")
"""Between a noun and the verb of which it is the subject as "who"."""
_LATER = re.compile(
    r",(?= (?:later|then|also|instead|eventually) \w"
    rf"| (?:\w+ly )?(?:{AUXILIARIES}|\w{{3,}}ed|left|went|took|gave|made|came|ran|won|lost)\b)"
)
"""The comma before a verb that has the subject of the whole sentence."""
_BUT = re.compile(
    r"(?:,| [—―–])(?= (?:but|yet|so|though|although|even though)\b(?! that\b|,))"
    r"| but(?= (?:(?:still|also|then|later) )?(?!need)\w{3,}ed (?:to|not)\b)"
)
"""Before another clause, or another verb of the subject: "but still declined to say"."""
_AND_CLAUSE = re.compile(
    r",(?= and (?!that\b)(?:in [\w ]{3,20} )?"
    rf"(?:(?:he|she|it|they|we|there)\b|{_NAME}(?:{AUXILIARIES}|\w{{3,}}ed|said|says|told)\b))"
)
"""The comma before a clause with a subject of its own."""
_AND_VERB = re.compile(
    r",? (?:and|but)(?= (?:(?:on|in) [A-Z]\w+ |\w+ly |also |later |then )*(\w+)\b)"
)
_PARTICIPLE = re.compile(r",(?= (\w+ing)\b)")
_REMARK = re.compile(
    r",(?= an? [a-z]+(?: that|(?: on| in| to| of| with| for| about)? which)?"
    r" (?:[A-Z]|the |he |she |they |his |her ))"
)
"""The comma before a noun for what is said, and a clause about it."""
_SEMICOLON = re.compile(r";")
_AND_SAID = re.compile(
    r",? (?:and|but|while)(?= (?:[A-Z][\w.’'-]* ){1,4}(?:\w+ly |also )?(?:said|says|told|added)\b)"
)
"""Before another speaker with a verb: "Holt said it was shut and Lopez said it was open"."""
_AND_PAST = re.compile(r",? and(?= \w{3,}ed\b)")
"""After an infinitive: "urged them to vote and thanked the board"."""
_INFINITIVE = re.compile(r"\s*(?:(?!that\b)[^\s,]+ ){0,5}?to (?!be\b)[a-z]+\b")
_SAYING = frozenset(("say", "add", "according to"))
_UNSURE = (_BUT, _AND_CLAUSE, _SEMICOLON)


def end_statement(
    text: str, clause: Span, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[Span, bool]:
    """Return the words of a clause that are a speaker's, and whether it is sure where they end.

    They end at the dash that closes an insertion with verb and speaker, at the comma that closes
    a clause with "when", and before another clause or another verb, which may be the reporter's.

    Args:
        text: the text of the article.
        clause: what follows verb and speaker, without adverbials.
        sentence: the sentence, as offsets.
        speaker: the speaker.
        cue: the verb.
    """
    begin, end = clause
    if begin < cue.end:
        return clause, True
    start = _skip_dateline(text, *sentence)
    if len(_DASH.findall(text[start : cue.start])) % 2:
        dash = _DASH.search(text, begin, end)
        return (begin, dash.start() if dash else end), True
    outer, is_sure = _end_inner_clause(text, (begin, end), (start, sentence[1]), speaker, cue)
    if other := _AND_SAID.search(text, begin, outer):
        outer = other.start()
    ends = [match.start() for pattern in _UNSURE if (match := pattern.search(text, begin, outer))]
    ends += _find_other_verbs(text, begin, outer)
    is_infinitive = cue.lemma not in _SAYING and _INFINITIVE.match(text[begin:outer])
    if is_infinitive and (further := _AND_PAST.search(text, begin, outer)):
        ends.append(further.start())
    if ends:
        outer, is_sure = min(ends), False
    if remark := _REMARK.search(text, begin, outer):
        outer = remark.start()
    return (begin, outer), is_sure


def _skip_dateline(text: str, start: int, end: int) -> int:
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def _end_inner_clause(
    text: str, clause: Span, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[int, bool]:
    """Return where a clause ends inside which verb and speaker stand, and whether that is sure."""
    begin, end = clause
    first = min(speaker.start, cue.start)
    is_after = speaker.end <= cue.start
    subordinate = _SUBORDINATE.search(text[sentence[0] : first]) if is_after else None
    if subordinate is not None:
        if "that" in text[begin:end].split()[1:]:
            return end, text.startswith("that", begin)
        commas = text.count(",", begin, end)
        is_first = subordinate.start() == 0
        return (text.index(",", begin, end), commas == 1) if commas else (end, not is_first)
    relative = _RELATIVE.match(text[speaker.end : cue.start]) if is_after else None
    if relative is None or not _is_subject(text[sentence[0] : speaker.start]):
        return end, True
    later = list(_LATER.finditer(text, begin, end))
    if relative.group(1) and later:
        return later[0].start(), len(later) == 1
    return end, False


def _is_subject(before: str) -> bool:
    """Return whether the words before a speaker leave it to be the subject of the sentence."""
    words = before.split()
    return not words or before.rstrip().endswith(",") or not any(w.islower() for w in words[1:])


def _find_other_verbs(text: str, begin: int, end: int) -> list[int]:
    """Return where another reporting verb begins, of which the speaker may be the subject."""
    known = load_reporting_verbs().single
    found = [
        match.start()
        for pattern in (_AND_VERB, _PARTICIPLE)
        for match in pattern.finditer(text, begin, end)
        if match.group(1) in known and match.group(1).endswith(("ed", "ing", "said", "told"))
    ]
    return found[:1]
