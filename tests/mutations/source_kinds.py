"""Kinds about where words come from: prose, indirect speech, single words, several quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import HEADINGS, Change, Effect, Kind, Make, Source, interleave
from mutation_planting import MATTERS
from mutation_story import Story, lower_first, occurs, sentences_of, shuffled, upper_first
from mutation_words import (
    CLAUSES,
    DENIED_AROUND,
    FULL_NAMES,
    NEUTRAL_SENTENCES,
    NOUNS,
    READ_OUT,
    WIDENED,
)

_INDIRECT = re.compile(
    r"^(?P<speaker>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})(?:, [^,]{3,60},)? "
    r"(?:said|says|added|claimed|told reporters|told the \w+|announced|insisted|argued) "
    r"(?:that )?(?P<words>[a-z][^“”\"]{25,200})$"
)
_PROSE_LINES = (
    "The council closed the road along the river in the first week of March",
    "About four hundred people stood in the square until the rain began",
    "The company has sold its ferries to a firm on the other coast",
    "Two of the pumps had been out of order since the autumn",
    "The town has paid for the wall three times in ten years",
    "Nobody from the ministry came to the meeting in the school",
    "The inspector left the building through the door to the yard",
    "The new bridge will carry trams as well as lorries",
    "Most of the harvest was lost in the storm of last September",
    "The old law allowed the owner to raise the rent every year",
)
"""A reporter's sentences, for stories that have none without marks."""


def _speakers(story: Story) -> Sequence[str]:
    return story.speakers or FULL_NAMES


def _quote_prose(story: Story, rng: Random) -> Iterator[Change]:
    for sentence in shuffled(rng, story.prose):
        if not occurs(sentence, story.quoted_text):
            yield Change(
                sentence, rng.choice(_speakers(story)), sentence, "the reporter's own sentence"
            )
    for line in shuffled(rng, _PROSE_LINES):
        yield Change(
            line,
            rng.choice(_speakers(story)),
            line,
            "a reporter's sentence",
            (Source(f"{story.text}\n{line}."),),
        )


def _quote_prose_part(story: Story, rng: Random) -> Iterator[Change]:
    for sentence in (*shuffled(rng, story.prose), *shuffled(rng, _PROSE_LINES)):
        words = sentence.split()
        start = rng.randrange(0, max(1, len(words) - 6))
        part = " ".join(words[start : start + rng.randrange(4, 7)]).strip(",;: ")
        if not occurs(part, story.quoted_text) and len(part.split()) >= 3:
            own = sentence in story.prose
            sources = () if own else (Source(f"{story.text}\n{sentence}."),)
            yield Change(
                part,
                rng.choice(_speakers(story)),
                sentence,
                "words of the reporter's own sentence",
                sources,
            )


def _make_direct(story: Story, rng: Random) -> Iterator[Change]:
    """What the reporter gives in indirect speech, put in marks."""
    own = []
    for sentence in story.prose:
        match = _INDIRECT.match(sentence)
        if match and not occurs(match["words"], story.quoted_text):
            own.append(
                Change(
                    upper_first(match["words"]),
                    match["speaker"],
                    sentence,
                    "an indirect statement made direct",
                )
            )
    planted = []
    for number, clause in enumerate((*CLAUSES, *map(lower_first, NEUTRAL_SENTENCES))):
        speaker = FULL_NAMES[number % len(FULL_NAMES)]
        line = (
            f"{speaker} said that {clause}.",
            f"{upper_first(clause)}, {speaker} said.",
            f"According to {speaker}, {clause}.",
        )[number % 3]
        quotation = upper_first(clause) if number % 2 else clause
        planted.append(
            Change(
                quotation,
                speaker,
                line,
                "an indirect statement made direct",
                (Source(f"{story.text}\n{line}"),),
            )
        )
    return interleave(rng.sample(own, len(own)), rng.sample(planted, len(planted)))


def _widen(story: Story, rng: Random) -> Iterator[Change]:
    """A few quoted words, printed together with the reporter's words around them."""
    for turn in range(2):
        for line, quotation in rng.sample(WIDENED, len(WIDENED)):
            speaker = rng.choice(_speakers(story) if turn else FULL_NAMES)
            sentence = line.format(s=speaker)
            yield Change(
                quotation,
                speaker,
                sentence,
                "the reporter's words taken into the quotation",
                (Source(f"{story.text}\n{sentence}"),),
            )


def _framed(lines: Sequence[str], note: str) -> Make:
    """Quote what is between the marks of a sentence of the kit as said by its speaker."""

    def make(story: Story, rng: Random) -> Iterator[Change]:
        for turn in range(2):
            for number, line in enumerate(rng.sample(lines, len(lines))):
                speaker = FULL_NAMES[(number + turn) % len(FULL_NAMES)]
                clause = rng.choice(CLAUSES)
                sentence = line.format(s=speaker, x=clause, X=upper_first(clause))
                source = (Source(f"{story.text}\n{sentence}"),)
                yield Change(upper_first(clause), speaker, sentence, note, source)

    return make


_TERM = (
    r"(?!(?:about|above|after|again|along|among|around|because|before|being|between|could|during|"
    r"every|forty|having|seven|three|might|never|other|should|since|their|there|these|those|"
    r"through|under|until|"
    r"where|which|while|whose|without|would)\b)[a-z]{5,}"
    r"(?: (?!(?:last|next|that|this|with|from|into|were|have|been|will|when|they|them|about)\b)"
    r"[a-z]{4,})?"
)
"""One or two words that may stand alone between marks."""
_NEGATIVE = re.compile(r"\b(?:no|not|never|nobody|nothing|none|if|unless|without)\b|n['’]t\b", re.I)
_TERM_FRAMES = ("{s} called it “{w}”.", "{s} spoke of “{w}” on Monday.", "It was “{w}”, said {s}.")


def _term_body(words: str, speaker: str, rng: Random) -> str:
    sentence = rng.choice(_TERM_FRAMES).format(s=speaker, w=words)
    return f"{rng.choice(HEADINGS)}\n{sentence}"


def _quote_prose_term(story: Story, rng: Random) -> Iterator[Change]:
    """One or two words that the source has outside of quotations, or nowhere."""
    texts = (*story.prose, *_PROSE_LINES)
    found = []
    for sentence in texts:
        own = sentence in story.prose
        for match in re.finditer(rf"(?<= ){_TERM}(?= )", sentence):
            if not any(occurs(word, story.quoted_text) for word in match[0].split()):
                sources = () if own else (Source(f"{story.text}\n{sentence}."),)
                found.append((match[0], sentence, "not quoted in the source", sources))
    found = rng.sample(found, min(len(found), 12))
    for noun in NOUNS:
        if not occurs(noun, story.text):
            found.append((noun, "", "nowhere in the source", ()))
    for words, origin, note, sources in found:
        speaker = rng.choice(_speakers(story))
        yield Change(words, speaker, origin, note, sources, body=_term_body(words, speaker, rng))


def _quote_quoted_term(story: Story, rng: Random) -> Iterator[Change]:
    """One or two words that the source has in a quotation of the same speaker."""
    own = [
        (match[0], quote.speaker, quote.core, ())
        for quote in story.statements
        for sentence in sentences_of(quote.core)
        if not _NEGATIVE.search(sentence)
        for match in re.finditer(rf"(?<= ){_TERM}(?= )", sentence)
        if not MATTERS.search(match[0])
    ]
    planted = []
    for host in [story.added_host(rng)] * 6:
        for match in re.finditer(rf"(?<= ){_TERM}(?= )", host.core):
            planted.append(
                (match[0], host.speaker, host.core, (Source(host.with_words(host.core)),))
            )
    for words, speaker, origin, sources in interleave_terms(
        rng.sample(own, len(own)), rng.sample(planted, len(planted))
    ):
        yield Change(
            words,
            speaker,
            origin,
            "words of a quotation",
            sources,
            body=_term_body(words, speaker, rng),
        )


def _quote_term_of_another(story: Story, rng: Random) -> Iterator[Change]:
    """One or two words that the source has in a quotation of somebody else only."""
    found = []
    for words in NEUTRAL_SENTENCES:
        first, second = rng.sample(FULL_NAMES, 2)
        line = f"“{words},” said {first}. {second} listened to it."
        for match in re.finditer(rf"(?<= ){_TERM}(?= )", words):
            if not occurs(match[0], story.text):
                found.append((match[0], second, words, (Source(f"{story.text}\n{line}"),)))
    for words, speaker, origin, sources in rng.sample(found, len(found)):
        body = _term_body(words, speaker, rng)
        yield Change(words, speaker, origin, "words of another speaker", sources, body)


Term = tuple[str, str, str, tuple[Source, ...]]


def interleave_terms(own: Sequence[Term], planted: Sequence[Term]) -> Iterator[Term]:
    yield from own[:6]
    yield from planted
    yield from own[6:]


def _swap_sentences(story: Story, rng: Random) -> Iterator[Change]:
    """Two sentences of one quotation in the other order."""
    for quote in rng.sample(story.statements, len(story.statements)):
        sentences = [sentence.rstrip(". ") for sentence in sentences_of(quote.core)]
        if len(sentences) > 1 and all(len(s.split()) > 2 and s[-1] not in "?!" for s in sentences):
            for position in range(len(sentences) - 1):
                swapped = list(sentences)
                swapped[position : position + 2] = swapped[position + 1], swapped[position]
                yield Change(". ".join(swapped), quote.speaker, quote.core, "sentences swapped")
    for host in story.hosts(rng) * 10:
        others = [words for words in NEUTRAL_SENTENCES if words not in host.core]
        first, second = rng.sample(others, 2)
        source = (Source(host.with_words(f"{host.core}. {first}. {second}")),)
        origin = f"{first}. {second}"
        yield Change(f"{second}. {first}", host.speaker, origin, "sentences swapped", source)


def _join_quotations(story: Story, rng: Random) -> Iterator[Change]:
    """Two quotations of one speaker, from two paragraphs, printed as one."""
    own = []
    for first in story.statements:
        for second in story.statements:
            between = story.text[first.end : second.start]
            apart = between.count("\n") > 1
            if first.start < second.start and first.speaker == second.speaker and apart:
                own.append(
                    Change(
                        f"{first.core}. {upper_first(second.core)}",
                        first.speaker,
                        first.core,
                        "two quotations of different paragraphs joined",
                    )
                )
    yield from rng.sample(own, len(own))
    for host in story.hosts(rng) * 10:
        other = rng.choice(NEUTRAL_SENTENCES)
        later = (
            "Then the rain began, and the meeting moved to the school.\n"
            f"Hours later, at the station, {host.speaker} said: “{other}.”"
        )
        if other != host.core:
            yield Change(
                f"{host.core}. {other}",
                host.speaker,
                host.core,
                "two quotations of different paragraphs joined",
                (Source(f"{host.with_words(host.core)}\n{later}"),),
            )


def _join_speakers(story: Story, rng: Random) -> Iterator[Change]:
    """Words of two speakers printed as one quotation, also with dots between."""
    own = []
    for first in story.statements:
        for second in story.statements:
            apart = not set(first.speaker.split()) & set(second.speaker.split())
            if first.start != second.start and apart:
                joint = rng.choice((". ", " … ", ". "))
                own.append(
                    Change(
                        f"{first.core}{joint}{upper_first(second.core)}",
                        first.speaker,
                        first.core,
                        f"joined with words of {second.speaker}",
                    )
                )
    yield from rng.sample(own, len(own))
    for host in story.hosts(rng) * 10:
        other, speaker = rng.choice(NEUTRAL_SENTENCES), rng.choice(FULL_NAMES)
        if other != host.core and not set(speaker.split()) & set(host.speaker.split()):
            joint = rng.choice((". ", " … ", ". "))
            yield Change(
                f"{host.core}{joint}{other}",
                host.speaker,
                host.core,
                f"joined with words of {speaker}",
                (Source(f"{host.with_words(host.core)}\n“{other},” {speaker} said."),),
            )


def _draft_without_quotation(story: Story, rng: Random) -> Iterator[Change]:
    for lines in zip(
        shuffled(rng, _PROSE_LINES), shuffled(rng, NEUTRAL_SENTENCES * 2), strict=False
    ):
        body = "\n".join((rng.choice(HEADINGS), *(f"{line}." for line in lines)))
        yield Change(lines[0], "nobody", "", "no quotation at all", (), body=body)


SOURCE_KINDS = (
    Kind("prose as a quotation", Effect.HARMFUL,
         "a sentence of the reporter put in quotation marks", _quote_prose),
    Kind("words of prose as a quotation", Effect.HARMFUL,
         "some words of a reporter's sentence put in quotation marks", _quote_prose_part),
    Kind("indirect statement made direct", Effect.HARMFUL,
         "“X said that Y” printed as “Y” said X", _make_direct),
    Kind("quotation widened", Effect.HARMFUL,
         "said the plan was “a disaster” for the town → “The plan was a disaster for the town”",
         _widen),
    Kind("denied around the marks", Effect.HARMFUL,
         "X denied that “Y” → “Y,” said X", _framed(DENIED_AROUND, "the reporter takes it back")),
    Kind("words read out", Effect.HARMFUL,
         "“Y,” said X, quoting Z → “Y,” said X", _framed(READ_OUT, "another's words")),
    Kind("single word that nobody said", Effect.HARMFUL,
         "one or two quoted words that the source has in its prose only, or nowhere",
         _quote_prose_term),
    Kind("single word of another speaker", Effect.HARMFUL,
         "one or two quoted words of a quotation of somebody else", _quote_term_of_another),
    Kind("sentences swapped", Effect.HARMFUL,
         "the sentences of a quotation in another order", _swap_sentences),
    Kind("quotations joined", Effect.HARMFUL,
         "two quotations of one speaker from different paragraphs as one", _join_quotations),
    Kind("speakers joined", Effect.HARMFUL,
         "words of two speakers as one quotation", _join_speakers),
    Kind("single word of a quotation", Effect.HARMLESS,
         "one or two words that the source has in a quotation of the same speaker",
         _quote_quoted_term),
    Kind("draft without quotations", Effect.NO_QUOTATION,
         "nothing in quotation marks", _draft_without_quotation),
)  # fmt: skip
