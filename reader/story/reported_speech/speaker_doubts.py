"""Speakers whom the words around show to be less sure, or others, than they were read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from reader.quotes import Cue, Speaker, SpeakerKind, Strength
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.resolution_rules import ROLE
from reader.quotes.unfit_speakers import make_inferred
from reader.text.reporting_verbs import load_reporting_verbs

Span = tuple[int, int]

_SENTENCE_CHARS = 400
"""Characters on either side of a speaker in which the same sentence is read."""
_POSSESSIVES = frozenset(("his", "her", "its", "their", "my", "our"))
_LINKS = frozenset(("for", "of", "to", "with", "in", "on", "at", "from", "by", "and"))
_NO_SPEAKERS = frozenset(("Additional", "Close", "Fewer", "Further", "Less", "More", "Newly"))
"""Words that begin a subject without naming anybody: "Close to three dozen members"."""
_LEAST_PARTICIPLE = 6
"""Letters of a participle at the start of a sentence, which is no name as "King" is."""
_PRINCIPAL_CHARS = 120
_LEAST_FAR = 5
"""Words between a name and a verb of which it may be no subject."""
_SAYING = r"(?:said|says|wrote|reported|added|told reporters)"
_PRINCIPAL = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Aa]nother) )?(?:[\w-]+ )?"
    r"(?:spokes\w+|aides?|lawyers?|attorneys?|representatives?|advis[eo]rs?)"
    r" (?:for|of|to) (?:(?:[A-Z][\w’'-]*\.?|the|former|of) ){0,8}$"
)
"""The words for a person without a name who speaks for the one named after them."""
_SAID_BEFORE = re.compile(rf"\b{_SAYING}(?: that)? (?:[A-Z][a-z]*\.? )?$")
"""A verb of another speaker right before a speaker: "Mr. Lee said Ms. Vance had conveyed"."""
_TOLD_BEFORE = re.compile(
    r"\b(?:proof|evidence|indication|rumou?rs?|allegations?|notion|suggestions?|whether|if)"
    r"(?: that)? (?:[A-Z][a-z]*\. )?$"
)
"""Right before a speaker: what nobody states that the speaker said."""
_VERB_BEFORE = re.compile(r"(?:^|[^,\w])(\w+)(?: that)? (?:[A-Z][a-z]*\. )?$")
"""The word right before a speaker, or before "that"."""
_SAID_AFTER = re.compile(
    r", (?!(?:and|but|or|so|who|which|while|as|he|she|they|it|we|I)\b)"
    rf"(?:the |an? )?(?:[\w.’'-]+ ){{1,6}}{_SAYING}\b|, {_SAYING} [A-Z]"
)
"""A speaker of the whole sentence at its end: "…, the White House said in a statement"."""
_MARK_AND_SPACE = 2
"""Characters between words in marks and the noun that they describe."""
_DESCRIBING = re.compile(r"\b(?:his|her|its|their|the|an?) [“\"]$")
_LETTER = re.compile(
    r",?[”\"] the (?:letter|memo|note|e-?mail)\b[^,.\n]{0,60} (?:reads?|says|said)\b"
    r"|,?[”\"] the (?:letter|memo|note|e-?mail) (?:addressed|sent) to [^\n]{0,60} reads?\b"
)
"""A text that is said to read so, right after the words."""
_SENTENCE_END = re.compile(r"[.?!][”\"’]? (?=[A-Z“\"])|\n")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|Gov|Sen|Rep|Gen|St|Jr|Sr)$")


def weigh_speaker(
    text: str, speaker: Speaker, cue: Cue | None, spans: tuple[Span, ...], *, is_part: bool
) -> Speaker:
    """Return a speaker as the words around show it.

    One for whom somebody without a name speaks is that one; one is no more than inferred whose
    pronoun may be of several persons, or whose words another speaker tells of.

    Args:
        text: the text of the article.
        speaker: the speaker as read.
        cue: the verb, if there is one.
        spans: what it is given to say.
        is_part: whether that is a quotation in part.
    """
    if speaker.start >= speaker.end:
        return speaker
    before = _read_before(text, speaker.start)
    if match := _PRINCIPAL.search(before[-_PRINCIPAL_CHARS:]):
        return _speak_for(text, speaker, len(match.group()))
    if _is_possessor(text, speaker, cue) or _names_itself(text, speaker, cue, spans[0]):
        return make_inferred(speaker)
    is_doubtful = is_part and (
        _is_told_before(text, speaker, cue, before)
        or _is_told_by_other(text, speaker, spans[-1][1])
    )
    return make_inferred(speaker) if is_doubtful else speaker


def is_given_wrongly(text: str, speaker: Speaker, begin: int, end: int) -> bool:
    """Return whether words between marks are not those of the speaker that was read for them.

    They describe it (“his attack on his “idle” Harbour Board”), or a letter that another one wrote
    is said to read so after them.

    Args:
        text: the text of the article.
        speaker: the speaker as read.
        begin: the start of the words.
        end: their end.
    """
    is_beside = 0 <= speaker.start - end <= _MARK_AND_SPACE
    # “… a “sane person,” Mr. Lee said”, “the “great wall” he promised”: verb and subject.
    is_noun = is_beside and text[end - 1] != "," and speaker.mention[:1].isupper()
    if is_noun and _DESCRIBING.search(text[max(0, begin - _MARK_AND_SPACE * 4) : begin]):
        return "," not in text[end : speaker.start]
    return speaker.end <= begin and _LETTER.match(text, end) is not None


def read_letter(text: str, end: int) -> Speaker | None:
    """Return the letter that is said to read so after words between marks; None without one.

    Args:
        text: the text of the article.
        end: the end of the words.
    """
    match = _LETTER.match(text, end)
    if match is None:
        return None
    begin = text.index("the ", end)
    words = " ".join(text[begin : match.end()].split()[:2])
    return Speaker(
        words, words, begin, begin + len(words),
        SpeakerKind.DOCUMENT, ROLE.confidence, Strength.LOOSE, ROLE.name,
    )  # fmt: skip


def is_told_of(text: str, speaker: Speaker, cue: Cue) -> bool:
    """Return whether another speaker tells that a speaker said something.

    ("Aides said Mr. Lee told the board that …")
    """
    before = _read_before(text, speaker.start)
    if text.startswith(",", speaker.end) or cue.start < speaker.start:
        return _is_told_before(text, speaker, cue, before)
    if _TOLD_BEFORE.search(before) or _is_told_before(text, speaker, cue, before):
        return True
    match = _VERB_BEFORE.search(before)
    verb = load_reporting_verbs().single.get(match.group(1)) if match else None
    return verb is not None and not verb.is_weak


def is_no_speaker(speaker: Speaker) -> bool:
    """Return whether words read for a speaker name nobody: "More", "the main reason her group"."""
    name = speaker.name
    words = name.lower().split()
    if speaker.kind is SpeakerKind.PERSON:
        return False
    own = list(takewhile(lambda word: word not in _LINKS, words))
    if not own or not _POSSESSIVES.isdisjoint(own[1:]):
        return True
    opens = load_word_class("not_names") | _NO_SPEAKERS
    is_participle = name.endswith("ing") and len(name) >= _LEAST_PARTICIPLE
    return speaker.kind is SpeakerKind.UNKNOWN and (name in opens or is_participle)


def _is_possessor(text: str, speaker: Speaker, cue: Cue | None) -> bool:
    """Return whether a participle after another clause is given to whoever owns its subject.

    ("Rice's remarks came as Mr. Lee left, saying …")
    """
    if cue is None or speaker.end > cue.start or text[cue.start : cue.end][-3:] != "ing":
        return False
    return text.startswith(("’s", "'s"), speaker.end) and "," in text[speaker.end : cue.start]


def _names_itself(text: str, speaker: Speaker, cue: Cue | None, span: Span) -> bool:
    """Return whether a verb far from a name has a clause about the same name.

    ("Lee left after an accuser -- a cousin -- came and alleged that Lee had lied")
    """
    if cue is None or speaker.kind is not SpeakerKind.PERSON or speaker.end > cue.start:
        return False
    surname = speaker.name.split()[-1]
    is_far = len(text[speaker.end : cue.start].split()) >= _LEAST_FAR
    clause = text[slice(*span)].split(None, 3)[:3]
    subject = [word for word in clause if word != "that" and not word.endswith(".")][:1]
    return is_far and subject == [surname]


def _speak_for(text: str, speaker: Speaker, length: int) -> Speaker:
    """Return the person without a name who speaks for a speaker."""
    begin = speaker.start - length
    words = text[begin : speaker.end]
    return replace(
        speaker, name=words, mention=words, start=begin, kind=SpeakerKind.SPOKESPERSON,
        resolution="", represents="",
    )  # fmt: skip


def _is_told_before(text: str, speaker: Speaker, cue: Cue | None, before: str) -> bool:
    """Return whether another speaker's verb comes right before a speaker."""
    match = _SAID_BEFORE.search(before)
    if match is None or text.startswith(",", speaker.end):
        return False
    begin = speaker.start - len(before) + match.start()
    return cue is None or cue.start != begin


def _is_told_by_other(text: str, speaker: Speaker, end: int) -> bool:
    """Return whether the sentence ends with another speaker than the one before the words."""
    if text[end - 1] in ".?!":
        return False
    following = _read_after(text, end)
    match = _SAID_AFTER.search(following)
    return match is not None and speaker.end <= end


def _read_before(text: str, start: int) -> str:
    """Return the words of the sentence before a position."""
    before = text[max(0, start - _SENTENCE_CHARS) : start]
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(before)
        if _ABBREVIATED.search(before[: match.start()]) is None
    ]
    return before[ends[-1] :] if ends else before


def _read_after(text: str, end: int) -> str:
    """Return the words of the sentence after a position."""
    following = text[end : end + _SENTENCE_CHARS]
    for match in _SENTENCE_END.finditer(following):
        if _ABBREVIATED.search(following[: match.start()]) is None:
            return following[: match.end()]
    return following
