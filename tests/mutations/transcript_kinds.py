"""Kinds whose source is a transcript or has subtitles: labels, turns and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Source
from mutation_planting import Pair, substitute
from mutation_story import Story, lower_first, surname
from mutation_words import CLAUSES, FULL_NAMES, NEUTRAL_SENTENCES

Turn = tuple[str, str]
"""A name, and the words that are said in this turn."""

_QUESTIONS = (
    "Could you begin with that day in March",
    "What can you tell us about the morning of the fair",
    "Where were you when the bells began to ring",
    "How long have you worked on the river",
)
_LABELS = (str.upper, str, lambda name: surname(name).upper(), lambda name: surname(name))


def _turns(story: Story, rng: Random) -> list[Turn]:
    """Two speakers and the chair by turns; every turn is a statement of its own words."""
    own = [
        (quote.speaker, quote.core)
        for quote in story.statements
        if len(quote.speaker.split()) > 1 and quote.core[-1].isalnum()
    ]
    turns = rng.sample(own, min(len(own), 3))
    names = {part for name, _ in turns for part in name.split()}
    others = [name for name in FULL_NAMES if not names & set(name.split())]
    for words in rng.sample(NEUTRAL_SENTENCES, 4):
        turns.append((others[len(turns) % 2], words))
    rng.shuffle(turns)
    return turns


def _transcript(turns: Sequence[Turn], rng: Random, *, times: bool) -> str:
    label = rng.choice(_LABELS)
    lines = ["Transcript of the hearing on the harbour, 4 May 2031"]
    for number, (name, words) in enumerate(turns):
        if number % 3 == 0:
            lines.append(f"{_time(number * 2, times)}CHAIR: {_QUESTIONS[number % 4]}?")
        lines.append(f"{_time(number * 2 + 1, times)}{label(name)}: {words}.")
    return "\n".join(lines)


def _time(number: int, times: bool) -> str:
    return f"[00:{number:02}:{(number * 17) % 60:02}] " if times else ""


def _as_it_was_said(story: Story, rng: Random) -> Iterator[Change]:
    for number in range(20):
        turns = _turns(story, rng)
        text = _transcript(turns, rng, times=number % 2 == 1)
        name, words = turns[number % len(turns)]
        yield Change(words, name, f"{name}: {words}", "as in the transcript", (Source(text),))


def _other_turn(story: Story, rng: Random) -> Iterator[Change]:
    for number in range(40):
        turns = _turns(story, rng)
        text = _transcript(turns, rng, times=number % 2 == 1)
        (name, words), (other, _) = rng.sample(turns, 2)
        if not set(name.split()) & set(other.split()):
            yield Change(words, other, f"{name}: {words}", f"said by {name}", (Source(text),))


def _across_turns(story: Story, rng: Random) -> Iterator[Change]:
    for number in range(40):
        turns = _turns(story, rng)
        text = _transcript(turns, rng, times=number % 2 == 1)
        for place in range(len(turns) - 1):
            (first, words), (second, others) = turns[place : place + 2]
            if first != second:
                yield Change(
                    f"{words}. {others}",
                    (first, second)[number % 2],
                    f"{first}: {words} / {second}: {others}",
                    "words of two turns as one quotation",
                    (Source(text),),
                )
                break


_ANSWERS = (
    "I would not say that",
    "No, not at all",
    "That is not what happened",
    "I have no opinion on that",
    "You will have to ask the engineers",
)


def _question_as_answer(story: Story, rng: Random) -> Iterator[Change]:
    for number, clause in enumerate(rng.sample(CLAUSES, len(CLAUSES))):
        name = FULL_NAMES[number % len(FULL_NAMES)]
        question = ("Would you say that {x}?", "So {x}?", "Is it true that {x}?")[number % 3]
        turns = _turns(story, rng)
        text = (
            f"{_transcript(turns, rng, times=number % 2 == 1)}\n"
            f"CHAIR: {question.format(x=clause)}\n{name.upper()}: {_ANSWERS[number % 5]}."
        )
        yield Change(
            clause[0].upper() + clause[1:],
            name,
            question.format(x=clause),
            "the chair's question given as the answer",
            (Source(text),),
        )


def _broken_by_times(story: Story, rng: Random) -> Iterator[Change]:
    for number in range(20):
        name, words = rng.choice(_turns(story, rng))
        parts = _pieces(words, 5)
        lines = [f"Interview with {name}, 4 May"]
        for place, part in enumerate(parts):
            label = f"{name}: " if place == 0 else ""
            stop = "." if place == len(parts) - 1 else ""
            lines.append(f"[00:00:{10 + 5 * place:02}] {label}{part}{stop}")
        text = "\n\n".join(lines) if number % 2 else "\n".join(lines)
        yield Change(words, name, words, "times inside the words", (Source(text),))


def _pieces(words: str, length: int) -> list[str]:
    every = words.split()
    return [" ".join(every[start : start + length]) for start in range(0, len(every), length)]


def _subtitles(turns: Sequence[Turn], *, is_vtt: bool) -> str:
    cues: list[str] = []
    for name, words in turns:
        # Without voices the speaker is given by a label, as in subtitles for the deaf.
        label = "" if is_vtt else f"{name.upper()}: "
        for piece in _pieces(f"{label}{words}.", 6):
            start, end = len(cues) * 3 + 1, len(cues) * 3 + 4
            point = "." if is_vtt else ","
            times = f"00:{start // 60:02}:{start % 60:02}{point}000 --> "
            times += f"00:{end // 60:02}:{end % 60:02}{point}000"
            voice = f"<v {name}>" if is_vtt else ""
            number = "" if is_vtt else f"{len(cues) + 1}\n"
            cues.append(f"{number}{times}\n{voice}{piece}")
    return ("WEBVTT\n\n" if is_vtt else "") + "\n\n".join(cues) + "\n"


def _subtitled(story: Story, rng: Random) -> Iterator[Change]:
    for number in range(20):
        is_vtt = number % 2 == 1
        turns = _turns(story, rng)
        name, words = rng.choice(turns)
        text = _subtitles(turns, is_vtt=is_vtt)
        source = Source(text, ".vtt" if is_vtt else ".srt")
        yield Change(words, name, words, "as in the subtitles", (source,))


def _other_voice(story: Story, rng: Random) -> Iterator[Change]:
    for _ in range(40):
        turns = _turns(story, rng)
        (name, words), (other, _words) = rng.sample(turns, 2)
        if not set(name.split()) & set(other.split()):
            source = Source(_subtitles(turns, is_vtt=True), ".vtt")
            yield Change(words, other, words, f"said by {name}", (source,))


_SUBTITLE_PAIRS: tuple[Pair, ...] = (
    (r"(?<=[a-z] )the (?=[a-z]+)", "no "),
    (r"\b(?:long|small|old|new)\b", "burning"),
    (r"\b(?:opens|plays|start|brought|planted|painted|walked|played|has)\b", "never had"),
)


def _subtitle_altered(story: Story, rng: Random) -> Iterator[Change]:
    alter = substitute(_SUBTITLE_PAIRS)
    for number in range(40):
        turns = _turns(story, rng)
        name, words = rng.choice(turns)
        source = Source(_subtitles(turns, is_vtt=number % 2 == 1), (".srt", ".vtt")[number % 2])
        for altered, note in list(alter(words))[:1]:
            yield Change(altered, name, words, note, (source,))


def _transcript_negated(story: Story, rng: Random) -> Iterator[Change]:
    """`I would not say …` in a turn, quoted without it."""
    for number, clause in enumerate(rng.sample(CLAUSES, len(CLAUSES))):
        name = FULL_NAMES[number % len(FULL_NAMES)]
        lead = ("I would not say that", "I don't believe that", "Nobody told me that")[number % 3]
        turns = [*_turns(story, rng), (name, f"{lead} {lower_first(clause)}")]
        text = _transcript(turns, rng, times=number % 2 == 1)
        yield Change(
            clause[0].upper() + clause[1:],
            name,
            turns[-1][1],
            f"{lead!r} left out",
            (Source(text),),
        )


TRANSCRIPT_KINDS = (
    Kind("transcript, another label", Effect.HARMFUL,
         "a turn given to the speaker of another turn", _other_turn),
    Kind("transcript, two turns joined", Effect.HARMFUL,
         "words of two turns as one quotation", _across_turns),
    Kind("transcript, question as answer", Effect.HARMFUL,
         "what the chair asked, given to whoever answered", _question_as_answer),
    Kind("transcript, negation left out", Effect.HARMFUL,
         "“I would not say that …” in a turn", _transcript_negated),
    Kind("subtitles, another voice", Effect.HARMFUL,
         "a .vtt file with voices, the words given to another", _other_voice),
    Kind("subtitles, word altered", Effect.HARMFUL,
         "a word of an .srt or .vtt file altered", _subtitle_altered),
    Kind("transcript, as said", Effect.HARMLESS,
         "a turn given to its own speaker", _as_it_was_said),
    Kind("transcript, times inside", Effect.HARMLESS,
         "time stamps inside the words", _broken_by_times),
    Kind("subtitles, as said", Effect.HARMLESS,
         "words over several cues of an .srt or .vtt file", _subtitled),
)  # fmt: skip
