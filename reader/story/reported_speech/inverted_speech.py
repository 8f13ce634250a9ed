"""Sentences of indirect speech that end with verb and speaker: "…, said Ann Lee, the mayor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.quotes import Cue, Speaker, SpeakerKind, Strength
from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.quotes.resolution_rules import NAME, ROLE
from reader.quotes.speaker_kinds import classify_role, find_head
from reader.story.people.name_surroundings import is_person_noun
from reader.story.reported_speech.statement_ends import AUXILIARIES
from reader.text.values import PersonName, find_person_names

Span = tuple[int, int]

_AFTER_SPEAKER = re.compile(r"[,.;]|[ \u00a0](?:of|on|in|at|who|after|during|from|with)\b|$")
_ROLE = re.compile(
    r"(?:an?|the|another|one|two|some|several) (?:[\w’'-]+ ){0,3}?[\w’'-]+?"
    r"(?=[,.;]| (?:who|familiar|with|briefed|on|in|at|from)\b|$)"
)
_DESCRIPTION = re.compile(
    r"((?:his|her|its|their|the|an?|[A-Z][\w-]+[’']s) (?:[\w’'-]+ ){0,4}?[\w’'-]+), (?=[A-Z])"
)
_INNER = re.compile(
    r", ((?:its|his|her|their|the) (?:[\w’'-]+ ){0,4}?[\w’'-]+, "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})), (said|says)\b(?! that\b)"
)
"""A description and a name between commas, right before a verb: ", its owner, Ann Lee, said"."""
_IN_RELATIVE = re.compile(
    r"\b(?:which|where|when|whom) (?:the [a-z]+ )?([A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})"
    r"(?:, [^,]{2,60},)?(?: has| had)? $"
)
"""A name that is the subject of a relative clause whose verb follows."""
_AND_NAME = re.compile(
    r" and (?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov)\. )?"
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){0,3}?)(?=[,.;]| [a-z])"
)
"""Another name after the first one."""
_SURNAME = re.compile(r"((?:(?:Mrs?|Ms|Dr)\. )?[A-Z][\w’'-]+)(?=,)")
"""A surname alone right after the verb: ", said Lee,"."""
_SAYING = frozenset(("say", "add", "explain", "argue", "insist", "warn", "recall"))
_VERB_AT_END = re.compile(r",[ \u00a0](said|says|added|argued|warned|explained)(?=[ \u00a0])")
"""A verb after a statement and its comma."""
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|\w{{3,}}ed)\b")
_CONFIDENCE = 0.8
"""As of a sentence of indirect speech whose speaker has a name."""


def read_speaker_at_end(text: str, end: int, speaker: Speaker, cue: Cue) -> Speaker | None:
    """Return the speaker who follows the verb, where another one was read before it.

    None where the verb does not follow a comma, or no person follows it.

    Args:
        text: the text of the article.
        end: the end of the sentence.
        speaker: the speaker that was read.
        cue: the verb.
    """
    is_before = speaker.end < cue.start and text[: cue.start].rstrip().endswith(",")
    between = text[speaker.end : cue.start].strip(" ,")
    if not is_before or not between or not text.startswith((" ", "\u00a0"), cue.end):
        return None
    return _read_after_verb(text, end, cue)


def read_inverted(text: str, sentence: Span) -> tuple[Speaker, Cue] | None:
    """Return the speaker and the verb that end a sentence: "…, said the mayor, Ann Lee."

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
    """
    match = next(iter(list(_VERB_AT_END.finditer(text, *sentence))[-1:]), None)
    if match is None or not _FINITE.search(text, sentence[0], match.start()):
        return None
    begin, end = match.span(1)
    verb = load_vocabulary().cues.get(match.group(1))
    if verb is None:
        return None
    cue = Cue(match.group(1), verb.lemma, verb.stance, begin, end)
    speaker = _read_after_verb(text, sentence[1], cue)
    return (speaker, cue) if speaker else None


def _read_after_verb(text: str, end: int, cue: Cue) -> Speaker | None:
    """Return the person right after a verb, or the one who is named after a description there."""
    begin = cue.end + 1
    following = text[begin:end].rstrip(' ”"’')
    names = find_person_names(following)
    if joint := _read_joint(following, names, begin):
        return joint
    if relative := _read_described(following, names, begin):
        return relative
    if names and names[0].start == 0 and _AFTER_SPEAKER.match(following, names[0].end):
        name = names[0]
        return Speaker(
            " ".join(name.words), following[: name.end], begin, begin + name.end,
            SpeakerKind.PERSON, _CONFIDENCE, Strength.LOOSE, NAME.name,
        )  # fmt: skip
    if cue.lemma in _SAYING and (surname := _SURNAME.match(following)):
        words = surname.group()
        return Speaker(
            words.rpartition(". ")[2], words, begin, begin + len(words),
            SpeakerKind.PERSON, _CONFIDENCE, Strength.LOOSE, NAME.name,
        )  # fmt: skip
    match = _ROLE.match(following)
    if match is None or not is_person_noun(find_head(match.group()).removesuffix("s")):
        return None
    words = match.group()
    return Speaker(
        words, words, begin, begin + len(words),
        classify_role(words), _CONFIDENCE, Strength.LOOSE, ROLE.name,
    )  # fmt: skip


def _read_described(following: str, names: Sequence[PersonName], begin: int) -> Speaker | None:
    """Return the person named after a description: "…, said his son, Bo Li."."""
    match = _DESCRIPTION.match(following)
    if match is None or not is_person_noun(find_head(match.group(1)).removesuffix("s")):
        return None
    name = next((each for each in names if each.start == match.end()), None)
    if name is None or not _AFTER_SPEAKER.match(following, name.end):
        return None
    return Speaker(
        " ".join(name.words), following[name.start : name.end], begin + name.start,
        begin + name.end, SpeakerKind.PERSON, _CONFIDENCE, Strength.LOOSE, NAME.name,
    )  # fmt: skip


def _read_joint(following: str, names: Sequence[PersonName], begin: int) -> Speaker | None:
    """Return both persons who say something together: "…, said Ann Lee and Bo Li."."""
    first = names[0] if names and names[0].start == 0 else None
    second = _AND_NAME.match(following, first.end) if first else None
    if first is None or second is None or not _AFTER_SPEAKER.match(following, second.end()):
        return None
    words = following[: second.end()]
    name = f"{' '.join(first.words)} and {second.group(1)}"
    return Speaker(
        name, words, begin, begin + len(words),
        SpeakerKind.JOINT, _CONFIDENCE, Strength.LOOSE, NAME.name,
    )  # fmt: skip


def read_inner_speaker(text: str, sentence: Span, cue: Cue) -> tuple[Speaker, Cue] | None:
    """Return who is said to say all of a sentence after the clause of another verb.

    ("The Herald stood by it, its editor, Ann Lee, said on Monday.")

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        cue: the verb that was read.
    """
    match = _INNER.search(text, cue.end, sentence[1])
    if match is None:
        # The same verb: "The quay was shut, its owner, Ann Lee, said."
        match = _INNER.search(text, sentence[0], sentence[1])
        is_same = match is not None and match.start(3) == cue.start
        if match is None or not is_same or not _FINITE.search(text, sentence[0], match.start()):
            return None
    begin, end = match.span(1)
    speaker = Speaker(
        match.group(2), match.group(1), begin, end,
        SpeakerKind.PERSON, _CONFIDENCE, Strength.LOOSE, NAME.name,
    )  # fmt: skip
    return speaker, replace(cue, start=match.start(3), end=match.end(3), lemma="say")


def read_relative_speaker(text: str, start: int, speaker: Speaker, cue: Cue) -> Speaker | None:
    """Return the subject of the relative clause that a verb ends, where another was read.

    ("He spoke of a sketch in which the comedian Jo Lee, a friend, had joked that …")

    Args:
        text: the text of the article.
        start: the start of the sentence.
        speaker: the speaker that was read.
        cue: the verb.
    """
    match = _IN_RELATIVE.search(text, start, cue.start)
    if match is None or speaker.end > match.start(1):
        return None
    name = match.group(1)
    return Speaker(
        name, name, *match.span(1), SpeakerKind.PERSON, _CONFIDENCE, Strength.LOOSE, NAME.name
    )
