"""Harmful kinds: what limits or turns a statement is left out at an end of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Source, attribute, interleave
from mutation_planting import (
    LEAD_FORMS,
    TAIL_FORMS,
    Rewrite,
    clauses_of,
    cut_leads,
    cut_tails,
    rewrite,
)
from mutation_story import Story, occurs, upper_first
from mutation_words import (
    ATTRIBUTION_LEADS,
    CLAUSES,
    CONDITION_LEADS,
    CONDITION_TAILS,
    DENIAL_TAILS,
    DOUBT_LEADS,
    FALSITY_LEADS,
    LIMITS_LEFT_OUT,
    NEGATION_LEADS,
    QUALIFICATION_TAILS,
    QUESTION_LEADS,
    SPLIT_NEGATIONS,
    SUPPOSITION_LEADS,
    TAKEN_BACK,
)

Cut = Callable[[Story, Random, Sequence[str], Sequence[str]], Iterator[Change]]

_OWN_LEADS = (
    "I don't think ", "I don’t think ", "I do not think ", "I don't believe ", "I don’t believe ",
    "I do not believe ", "We don't think ", "We don’t think ", "We do not believe ",
    "We don't believe ", "We don’t believe ", "I'm not sure ", "I’m not sure ", "I doubt ",
    "I am not sure ", "There is no evidence that ", "There's no evidence that ",
    "There’s no evidence that ", "It's not true that ", "It is not true that ",
)  # fmt: skip


def _cut_own_leads(words: str) -> Iterator[tuple[str, str]]:
    for lead in _OWN_LEADS:
        if words.startswith(lead) and len(words.split()) >= 8:
            rest = words[len(lead) :].removeprefix("that ").removeprefix("if ")
            yield upper_first(rest), f"{lead!r} left out"
            yield f"… {rest}", f"{lead!r} is dots"


_OWN_CONDITION = re.compile(r"(?:If|Unless) [^,.]+, (?=[a-z])|If [^,.]+, (?=I )")
_OWN_TAIL = re.compile(
    r"(?<!know)(?<!see)(?<!ask)(?<!wonder)(?<!sure)(?<!as)(?<!even)(?<!what)(?<!like)(?<!only),? "
    r"(?:unless|if|except|provided|although|though) [^.]+$"
)


def _cut_own_conditions(words: str) -> Iterator[tuple[str, str]]:
    match = _OWN_CONDITION.match(words)
    if match and len(words[match.end() :].split()) >= 4:
        yield upper_first(words[match.end() :]), f"{match[0]!r} left out"
        yield f"… {words[match.end() :]}", f"{match[0]!r} is dots"


def _cut_own_tails(words: str) -> Iterator[tuple[str, str]]:
    match = _OWN_TAIL.search(words)
    if match and len(words[: match.start()].split()) >= 4 and match.start() < len(words) - 12:
        yield words[: match.start()].rstrip(","), f"{match[0]!r} left out"
        yield f"{words[: match.start()].rstrip(',')} …", f"{match[0]!r} is dots"


_OWN: dict[str, Rewrite] = {
    "negation left out at the start": _cut_own_leads,
    "condition left out at the start": _cut_own_conditions,
    "condition left out at the end": _cut_own_tails,
}


def _kind(
    name: str, description: str, patterns: Sequence[str], cut: Cut, forms: Sequence[str]
) -> Kind:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        own = rewrite(story, rng, _OWN[name]) if name in _OWN else ()
        return interleave(own, cut(story, rng, patterns, forms))

    return Kind(name, Effect.HARMFUL, description, make)


def _lead(name: str, description: str, patterns: Sequence[str]) -> Kind:
    return _kind(name, description, patterns, cut_leads, LEAD_FORMS)


def _tail(name: str, description: str, patterns: Sequence[str]) -> Kind:
    return _kind(name, description, patterns, cut_tails, TAIL_FORMS)


_NESTED = (
    "My engineer told me, ‘{X},’ and I believed him",
    "The captain wrote to us, ‘{X},’ the night before",
    "My opponent likes to say, ‘{X},’ whenever he is asked",
    "A man in the street shouted ‘{X}’ and ran away",
    "There was a sign that said ‘{X}’ on the gate",
    "Her lawyer answered, ‘{X},’ and put the phone down",
    "They sent us a letter, ‘{X},’ without any name under it",
    "The old report says ‘{X}’ on its last page",
    "I asked him and he said, ‘{X}’",
    "You always hear ‘{X}’ from these people",
    "I never said ‘{X}’ to anybody",
    "‘{X},’ it says on the door of his office",
    "When I came in they were all singing ‘{X}’ and laughing",
)
_CUT_EARLIER = (
    *((lead, True) for lead in NEGATION_LEADS[:4]),
    *((lead, True) for lead in CONDITION_LEADS[:3]),
    *((lead, True) for lead in ATTRIBUTION_LEADS[:3]),
    *((tail, False) for tail in CONDITION_TAILS[:3]),
    *((tail, False) for tail in DENIAL_TAILS[:3]),
)


def _quote_nested(story: Story, rng: Random) -> Iterator[Change]:
    """Words that a speaker quoted of somebody else, given as the speaker's own."""
    clauses = clauses_of(story, rng)
    for turn in range(3):
        for number, pattern in enumerate(rng.sample(_NESTED, len(_NESTED))):
            host, clause, _ = clauses[(number + 5 * turn) % len(clauses)]
            if not {"'", "’"} & set(clause):
                full = pattern.format(X=upper_first(clause))
                if host.before.endswith("‘"):
                    full = full.replace("‘", "“").replace("’", "”")
                yield Change(
                    upper_first(clause),
                    host.speaker,
                    full,
                    "another's words inside single marks given as the speaker's own",
                    (Source(host.with_words(full)),),
                )


def _leave_limit_out(story: Story, rng: Random) -> Iterator[Change]:
    """What limits a statement from its start, other than the leads above."""
    hosts = story.hosts(rng)
    for turn in range(2):
        for number, (source, kept) in enumerate(rng.sample(LIMITS_LEFT_OUT, len(LIMITS_LEFT_OUT))):
            host = hosts[(number + turn) % len(hosts)]
            words = f"{source}. {host.core}" if turn % 2 else source
            yield Change(
                kept,
                host.speaker,
                source,
                "what limits it is left out",
                (Source(host.with_words(words)),),
            )


def _quote_cut_source(story: Story, rng: Random) -> Iterator[Change]:
    """One outlet has cut what limits the statement; the draft quotes that outlet's words."""
    clauses = clauses_of(story, rng)
    for turn in range(3):
        for number, (pattern, is_lead) in enumerate(rng.sample(_CUT_EARLIER, len(_CUT_EARLIER))):
            host, clause, _ = clauses[(number + 5 * turn) % len(clauses)]
            kept = upper_first(clause)
            full = pattern.format(x=clause if is_lead else kept)
            other = f"What was said\n{attribute(kept, host.speaker, rng)}\nMore will follow."
            if not occurs(kept, host.before + host.after):
                sources = (Source(other), Source(host.with_words(full)))
                yield Change(
                    kept,
                    host.speaker,
                    full,
                    f"one source has the fuller {pattern!r}",
                    sources if turn % 2 else sources[::-1],
                )


_SECOND_PARTS = (
    ("{x}", "unless the court says otherwise"),
    ("{x}", "if the bank agrees"),
    ("{x}", "but only on paper"),
    ("{x}", "or so they told us"),
    ("{x}", "and none of it is true"),
    ("{x}", "provided that nobody objects"),
    ("It is not true that", "{x}"),
    ("I don't believe", "{x}"),
    ("If the wall had held", "{x}"),
    ("My opponent claims", "{x}"),
    ("Nobody has ever shown", "{x}"),
)


def _leave_part_out(story: Story, rng: Random) -> Iterator[Change]:
    """“A,” said X, “unless B.”: the draft has A alone; or the part after the attribution alone."""
    clauses = clauses_of(story, rng)
    for turn in range(3):
        for number, parts in enumerate(rng.sample(_SECOND_PARTS, len(_SECOND_PARTS))):
            host, clause, _ = clauses[(number + 5 * turn) % len(clauses)]
            first, second = (part.format(x=clause) for part in parts)
            line = f"“{upper_first(first)},” {host.speaker} said, “{second}.”"
            if not occurs(clause, story.text):
                yield Change(
                    upper_first(clause),
                    host.speaker,
                    line,
                    f"left out: {parts!r}",
                    (Source(f"{story.text}\n{line}"),),
                )


def _leave_next_sentence_out(story: Story, rng: Random) -> Iterator[Change]:
    """What takes a statement back in the next sentence is left out."""
    clauses = clauses_of(story, rng)
    for turn in range(2):
        for number, pattern in enumerate(rng.sample(TAKEN_BACK, len(TAKEN_BACK))):
            host, clause, _ = clauses[(number + 5 * turn) % len(clauses)]
            full = pattern.format(X=upper_first(clause))
            yield Change(
                upper_first(clause),
                host.speaker,
                full,
                f"left out of {pattern!r}",
                (Source(host.with_words(full)),),
            )


def _break_at_negation(story: Story, rng: Random) -> Iterator[Change]:
    """The attribution of the draft in the place of the negation."""
    hosts = story.hosts(rng)
    for turn in range(2):
        for number, parts in enumerate(rng.sample(SPLIT_NEGATIONS, len(SPLIT_NEGATIONS))):
            source, first, second = parts
            host = hosts[(number + turn) % len(hosts)]
            body = f"Evening summary\n“{first},” {host.speaker} said, “{second}.”"
            yield Change(
                f"{first} {second}",
                host.speaker,
                source,
                "the attribution is where the negation was",
                (Source(host.with_words(source)),),
                body,
            )


def _lose_question_mark(story: Story, rng: Random) -> Iterator[Change]:
    """A statement with a question mark, quoted without it."""
    for clause in rng.sample(CLAUSES, len(CLAUSES)):
        host = rng.choice(story.hosts(rng))
        words = upper_first(clause)
        source = (Source(host.with_words(f"{words}?")),)
        yield Change(words, host.speaker, f"{words}?", "the question mark is lost", source)


TRIM_KINDS = (
    _lead("negation left out at the start", "“I don't think that …”", NEGATION_LEADS),
    _lead("denial left out at the start", "“It is not true that …”", FALSITY_LEADS),
    _lead("doubt left out at the start", "“I doubt that …”, “Maybe …”", DOUBT_LEADS),
    _lead("supposition left out at the start", "“Suppose that …”, “I used to think that …”",
          SUPPOSITION_LEADS),
    _lead("another's claim left out at the start", "“My opponent claims that …”",
          ATTRIBUTION_LEADS),
    _lead("condition left out at the start", "“If the wall had held, …”", CONDITION_LEADS),
    _lead("question made a statement", "“Do you really think that …?”", QUESTION_LEADS),
    _tail("condition left out at the end", "“… unless the court says otherwise”",
          CONDITION_TAILS),
    _tail("denial left out at the end", "“… and it did not”, “… which is not true”",
          DENIAL_TAILS),
    _tail("qualification left out at the end", "“… or so they told us”, “… at least on paper”",
          QUALIFICATION_TAILS),
    Kind("limit left out at the start", Effect.HARMFUL,
         "“Not all of …”, “Only a fool would say …”, “On paper, …”", _leave_limit_out),
    Kind("part beyond the attribution left out", Effect.HARMFUL,
         "“A,” said X, “unless B” → “A,” said X", _leave_part_out),
    Kind("taken back in the next sentence", Effect.HARMFUL,
         "“A. That was a lie.” → “A.”", _leave_next_sentence_out),
    Kind("attribution for a negation", Effect.HARMFUL,
         "“We will not close it” → “We will,” X said, “close it”", _break_at_negation),
    Kind("question mark lost", Effect.HARMFUL, "“The dam is safe?” → “The dam is safe”",
         _lose_question_mark),
    Kind("another's words inside a quotation", Effect.HARMFUL,
         "what the speaker quoted of somebody else is given as the speaker's own", _quote_nested),
    Kind("cut before in one source", Effect.HARMFUL,
         "one source has the words as the draft has them, a fuller one has what limits them",
         _quote_cut_source),
)  # fmt: skip
