"""Finds the turns of transcripts by the labels before them (`VANCE:`, `[00:12] Ida Vance:`).

A text is a transcript only where its labels leave no doubt: they are timed, or they are questions
and answers, or they come again and again. An article with a line "Note: …" is no transcript.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from reader.text.word_lists import WordLists

_LABELS = WordLists(__file__, "turn_labels")
_LONGEST_LABEL = 60
"""Characters before the colon."""
_MOST_WORDS = 6
"""Words of a label."""
_LEAST_TURNS, _MANY_TURNS = 3, 6
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_LEADING_TIME = re.compile(rf"\s{{0,3}}(?:[\[(<]{_TIME}[\])>]|{_TIME}(?=\s))\s{{0,3}}(?:[-–—]\s)?")
_EXACT_TIME = re.compile(r"[\[(<]|\d{1,2}:\d{2}:\d{2}")
"""A time of day alone, as in a programme ("10:30 Opening"), marks no turn."""
_TRAILING_TIME = re.compile(rf"\s{{0,3}}[\[(<]?{_TIME}[\])>]?\s{{0,3}}$")
_CHEVRONS = re.compile(r"\s{0,3}>>{1,2}\s{0,3}")
_QUESTION_MARK = re.compile(r"\s{0,3}(?P<label>[QA])(?:[.:]\s|\s{2,9}(?=\S))")
_QUESTION_NUMBER = re.compile(r"\s{0,3}Q\d{1,4}[.:]?\s{1,3}(?=[^\W\d_])")
"""The number of a question before the name of who asks or answers it: "Q12 Ida Vance:"."""
_TITLED = re.compile(
    r"(?P<label>(?P<title>[A-Z][a-z]{1,15})\.? (?P<name>[^\W\d_a-z][\w'’-]{1,30}))\.\s"
)
_TIME_ALONE = re.compile(rf"\s{{0,3}}{_TIME}\s{{0,3}}")
_REMARK = re.compile(
    r"\[[^\[\]\n]{0,80}\]|\([^()\n]{0,40}\)|^(?:\([^()\n]{0,400}\)|\[[^\[\]\n]{0,400}\])$",
    re.MULTILINE,
)
"""What the transcriber put in brackets: "[crosstalk]", "(laughs)", and a whole line."""
_INNER_LABEL = re.compile(r"(?<=[.!?…\"”’)\]])\s(?=([^\W\d_][^:!?\n]{0,59}):\s)")
_ENDED = re.compile(r"[^\W\d_]{3}[.!?…]\s*$")
"""Words that end a sentence are no name."""
_AFFILIATION = re.compile(r"\s{0,3}[(\[][^()\[\]]{0,40}[)\]]$")
_PARTICLES = frozenset(
    ("de", "da", "del", "der", "den", "di", "du", "la", "le", "van", "von", "al")
)
_TIMED_SHARE, _STRONG_SHARE, _NAMED_SHARE, _WHOLE_SHARE = 0.2, 0.3, 0.5, 0.8
"""Lines with a label, of all from the first such line on: where they are timed or questions and
answers; where most are in capitals or roles; where they are names; and where none comes again."""


class Turn(NamedTuple):
    """The words of one speaker until another speaks."""

    label: str
    """The name or role as printed, empty where the transcript names nobody."""
    start: int
    end: int
    """The label is `text[start:end]`."""
    spans: tuple[tuple[int, int], ...]
    """The words spoken, without times and remarks in brackets; each in one line."""

    @property
    def is_question(self) -> bool:
        """Whether the label says no more than that somebody asks."""
        return _plain(self.label) in _LABELS.words["questioners"]

    @property
    def is_answer(self) -> bool:
        """Whether the label says no more than that somebody answers."""
        return _plain(self.label) in _LABELS.words["answerers"]


class _Line(NamedTuple):
    """A line with the label that it may begin with."""

    start: int
    end: int
    label: str = ""
    label_start: int = 0
    label_end: int = 0
    speech: int = 0
    """Where the words spoken begin."""
    is_timed: bool = False
    is_new: bool = False
    """Whether somebody else speaks, named or not."""

    def skip_time(self, text: str) -> _Line:
        """Return the line with a time between label and words skipped: "Vance: (00:12) No."."""
        time = _LEADING_TIME.match(text, self.speech, self.end)
        return self._replace(speech=time.end(), is_timed=True) if time else self

    @property
    def is_strong(self) -> bool:
        """Whether the label is in capitals, or a role: a line of an article seldom begins so."""
        return self.label.isupper() or _plain(self.label) in _LABELS.words["roles"]


def find_turns(text: str) -> tuple[Turn, ...]:
    """Return the turns of a transcript, in order; none where a text is no transcript.

    Args:
        text: paragraphs, one a line.
    """
    lines = list(_read_lines(text))
    first = next((number for number, line in enumerate(lines) if _may_begin(line)), None)
    if first is None:
        return ()
    spoken = lines[first:]
    # An article that ends with a conversation is still no transcript.
    if len(spoken) < first or not _is_transcript(spoken):
        return ()
    labels = {line.label for line in spoken if line.label}
    return tuple(
        _join_turns(text, [part for line in spoken for part in _split(text, line, labels)])
    )


def begins_turn(line: str) -> bool:
    """Return whether a line begins with the name or role of a speaker and a colon."""
    return bool(_read_line(line, 0, len(line)).label)


def find_spoken_spans(text: str, turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """Return the stretches of a text that hold words: lines before the first turn, then speech.

    Args:
        text: the text.
        turns: its turns, of which labels, times and remarks are left out; without any all lines
            are returned.
    """
    limit = text.rfind("\n", 0, turns[0].start) + 1 if turns else len(text) + 1
    spans = []
    begin = 0
    for line in text[:limit].split("\n"):
        spans.append((begin, begin + len(line)))
        begin += len(line) + 1
    spans += [span for turn in turns for span in turn.spans]
    return spans


def find_unlabelled_spans(text: str, turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """Return the stretches of a transcript that may be prose between the turns.

    Where fewer than half of the lines have a label those without one may go on with what is said,
    or tell of it.

    Args:
        text: the text.
        turns: its turns.
    """
    labelled = [turn for turn in turns if turn.label]
    spans = [span for turn in labelled for span in turn.spans if not _is_beside(text, turn, span)]
    count = len(labelled) + len({text.rfind("\n", 0, start) for start, _ in spans})
    return spans if 2 * len(labelled) < count else []


def _is_beside(text: str, turn: Turn, span: tuple[int, int]) -> bool:
    """Whether a stretch is in the line of its label, or in the next one if that has no words."""
    between = text[turn.end : span[0]]
    line = between.partition("\n")[0]
    return "\n" not in between or (between.count("\n") == 1 and not any(map(str.isalnum, line)))


def _may_begin(line: _Line) -> bool:
    return line.is_new or line.is_timed


def _read_lines(text: str) -> Iterator[_Line]:
    start = 0
    for words in text.split("\n"):
        if words.strip():
            yield _read_line(text, start, start + len(words))
        start += len(words) + 1


def _read_line(text: str, start: int, end: int) -> _Line:
    """Read what a line begins with: a time, a sign of another speaker, a label."""
    speech = start
    time = _LEADING_TIME.match(text, speech, end)
    if time:
        speech = time.end()
    elif _TIME_ALONE.fullmatch(text, start, end):
        return _Line(start, end, "", end, end, end, is_timed=True)
    chevrons = _CHEVRONS.match(text, speech, end)
    if chevrons:
        speech = chevrons.end()
    is_timed = time is not None and _EXACT_TIME.search(time.group()) is not None
    plain = _Line(start, end, "", speech, speech, speech, is_timed, chevrons is not None)
    question = _QUESTION_MARK.match(text, speech, end)
    if question:
        label_start, label_end = question.span("label")
        return plain._replace(
            label=question["label"],
            label_start=label_start,
            label_end=label_end,
            speech=question.end(),
            is_new=True,
        )
    number = _QUESTION_NUMBER.match(text, speech, end)
    return _read_label(text, plain._replace(speech=number.end()) if number else plain)


def _read_label(text: str, line: _Line) -> _Line:
    limit = min(line.end, line.speech + _LONGEST_LABEL)
    colon = _find_colon(text, line.speech, limit)
    head_end = colon if colon >= 0 else line.end
    if head_end > limit:
        return _read_titled(text, line)
    head = text[line.speech : head_end]
    time = _TRAILING_TIME.search(head)
    if time:
        head = head[: time.start()]
    # Without a colon a name and a time are a line of their own.
    if colon < 0 and not (time or line.is_timed):
        return _read_titled(text, line)
    if colon < 0 and _ENDED.search(head):
        return line
    # A name with a time and nothing else is a line of its own, whatever form the time has.
    is_timed = time is not None and (colon < 0 or _EXACT_TIME.search(time.group()) is not None)
    label = _AFFILIATION.sub("", head.strip())
    name, comma, _ = label.partition(", ")
    if comma and (name.isupper() or len(name.split()) > 1):
        label = name
    if not _is_label(label):
        return _read_titled(text, line)
    begin = text.index(label, line.speech)
    return line._replace(
        label=label,
        label_start=begin,
        label_end=begin + len(label),
        speech=colon + 1 if colon >= 0 else line.end,
        is_timed=line.is_timed or is_timed,
        is_new=True,
    ).skip_time(text)


def _read_titled(text: str, line: _Line) -> _Line:
    """Read a label that ends with a full stop, as in the minutes of a hearing: "Mr. Vance. No."."""
    found = _TITLED.match(text, line.speech, line.end)
    if found is None or found["title"].lower() not in _LABELS.words["titles"]:
        return line
    if found["title"] == "The" and not found["name"].isupper():
        return line
    start, end = found.span("label")
    return line._replace(
        label=found["label"], label_start=start, label_end=end, speech=found.end(), is_new=True
    )


def _find_colon(text: str, start: int, end: int) -> int:
    """Return the first colon that is in no time of day."""
    colon = text.find(":", start, end)
    while (
        colon >= 0 and text[colon - 1 : colon].isdigit() and text[colon + 1 : colon + 2].isdigit()
    ):
        colon = text.find(":", colon + 1, end)
    return colon


def _is_label(label: str) -> bool:
    """Whether words can be the name or the role of a speaker."""
    words = label.split()
    if not 1 <= len(words) <= _MOST_WORDS or _plain(words[0]) in _LABELS.words["no speakers"]:
        return False
    if _plain(label) in _LABELS.words["roles"]:
        return True
    if not label[0].isalpha() or not all(_is_name_part(word) for word in words):
        return False
    return label[0].isupper() and sum(map(str.isalpha, label)) > 1


def _is_name_part(word: str) -> bool:
    plain = word.strip(".,'’")
    return plain[:1].isupper() or plain in _PARTICLES or plain.isdigit()


def _plain(label: str) -> str:
    return label.rstrip("0123456789 .#").lower()


def _is_transcript(lines: Sequence[_Line]) -> bool:
    """Whether lines, from the first that may have a label on, are turns of a conversation."""
    labelled = [line for line in lines if line.label]
    timed = sum(line.is_timed for line in lines)
    alone = sum(line.is_timed and line.speech == line.end and not line.label for line in lines)
    if timed >= _WHOLE_SHARE * len(lines) or (
        alone >= _LEAST_TURNS and 2 * alone >= len(lines) - 1
    ):
        return alone < len(lines)
    if len(labelled) < 2:
        return False
    counts = Counter(line.label for line in labelled)
    share = len(labelled) / len(lines)
    if (_are_questions(counts) or _are_timed(labelled, len(lines))) and share >= _TIMED_SHARE:
        return True
    strong = sum(line.is_strong for line in labelled)
    repeated = sum(count for count in counts.values() if count > 1)
    if len(labelled) < _LEAST_TURNS or len(counts) < 2:
        return False
    if 2 * strong > len(labelled):
        return share >= (_STRONG_SHARE if repeated else _WHOLE_SHARE)
    is_regular = len(labelled) >= _MANY_TURNS and repeated >= _WHOLE_SHARE * len(labelled)
    return 2 * repeated >= len(labelled) and share >= (_TIMED_SHARE if is_regular else _NAMED_SHARE)


def _are_questions(labels: Counter[str]) -> bool:
    return labels.keys() >= {"Q", "A"}


def _are_timed(labelled: Sequence[_Line], count: int) -> bool:
    """Whether most labels have a time, and words follow them: a programme has but times."""
    silent = sum(line.speech == line.end for line in labelled)
    if 2 * silent > len(labelled) and 2 * (count - len(labelled)) < silent:
        return False
    return 2 * sum(line.is_timed for line in labelled) >= len(labelled)


def _split(text: str, line: _Line, labels: Set[str]) -> Iterator[_Line]:
    """Cut a line where a label that is known from other lines follows a sentence in it."""
    rest = line
    for match in _INNER_LABEL.finditer(text, line.speech, line.end):
        if match[1] not in labels:
            continue
        yield rest._replace(end=match.start())
        rest = rest._replace(
            start=match.start(1),
            label=match[1],
            label_start=match.start(1),
            label_end=match.end(1),
            speech=match.end(1) + 1,
            is_new=True,
        )
    yield rest


def _join_turns(text: str, lines: Iterable[_Line]) -> Iterator[Turn]:
    """Yield the turns: a line without a label goes on with the turn before."""
    first: _Line | None = None
    spans: list[tuple[int, int]] = []
    for line in lines:
        if first is None or line.is_new:
            if first is not None and spans:
                yield Turn(first.label, first.label_start, first.label_end, tuple(spans))
            first, spans = line, []
        spans += _find_speech(text, line)
    if first is not None and spans:
        yield Turn(first.label, first.label_start, first.label_end, tuple(spans))


def _find_speech(text: str, line: _Line) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that are spoken."""
    begin = line.speech
    for remark in _REMARK.finditer(text, line.speech, line.end):
        yield from _strip_span(text, begin, remark.start())
        begin = remark.end()
    yield from _strip_span(text, begin, line.end)


def _strip_span(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch without white space at either end, if words are left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        yield start, end
