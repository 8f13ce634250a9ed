"""Harmful kinds: words put in, left out or exchanged inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Source, interleave
from mutation_planting import Pair, Rewrite, plant, rewrite, substitute
from mutation_story import Story
from mutation_words import (
    ADVERBS,
    BRACKETED_CHANGES,
    BRACKETED_NEGATIONS,
    DOTS,
    FULL_NAMES,
    HEDGES_DROPPED,
    LOOKALIKES,
    NAMES_EXCHANGED,
    NEGATIONS_DROPPED,
    NEUTRAL_SENTENCES,
    NOUNS,
    PRONOUNS_EXCHANGED,
    SIGNED_CUTS,
    STRANGERS_IN_BRACKETS,
    TENSES_CHANGED,
    WORDS_EXCHANGED,
    WORDS_MOVED,
)

_AUXILIARY = (
    r"(?:is|are|was|were|will|would|can|could|should|must|may|might|have|has|had|do|does|did)"
)
_NOT_AFTER = rf"\b({_AUXILIARY}) not (?!only\b)"
_INSERT_AFTER = (
    r"\b(is|are|was|were|will|would|can|could|should|must|have|has|had) (?!not\b)(?=[a-z])"
)

_DROP_NEGATION = substitute(
    (
        (_NOT_AFTER, r"\1 "),
        (r"\b(do|does|did|is|are|was|were|would|could|should|has|have|had)n['’]t\b", r"\1"),
        (r"\bcannot\b", "can"),
        (r"\bcan['’]t\b", "can"),
        (r"\bwon['’]t\b", "will"),
        (r"(?<= )never ", ""),
        (r"(?<= )no (?=[a-z])(?!one|longer|matter)", ""),
        (r"(?<= )no longer ", ""),
    )
)
_DOTS_FOR_NEGATION = substitute(
    tuple((_NOT_AFTER, rf"\1 {dots} ") for dots in DOTS)
    + tuple((r"(?<=[a-z] )(?:never|no longer) (?=[a-z])", f"{dots} ") for dots in DOTS)
)
_BRACKET_FOR_NEGATION = substitute(
    (
        (_NOT_AFTER, r"\1 [now] "),
        (r"\b(do|does|did|is|are|was|were|would|could|should|has|have|had)n['’]t\b", r"\1 [now]"),
        (r"(?<=[a-z] )never (?=[a-z])", "[always] "),
    )
)
_EXCHANGE_NEGATIVE = substitute(
    (
        (r"\bnothing\b", "something"),
        (r"\b(?:nobody|no one)\b", "everybody"),
        (r"\bnone\b", "all"),
        (r"\bnever\b", "always"),
        (r"\bneither\b", "both"),
        (r"\bNobody\b|\bNo one\b", "Everybody"),
        (r"\bbefore\b", "after"),
        (r"\bmore\b", "less"),
        (r"\ball\b", "none"),
        (r"\bgood\b", "bad"),
        (r"\bbetter\b", "worse"),
        (r"\bagainst\b", "for"),
        (r"\bfirst\b", "last"),
        (r"\balways\b", "never"),
    )
)
_INSERT_NOT = substitute(((_INSERT_AFTER, r"\1 not "), (r"\b(can|will) (?=[a-z])", r"\1 never ")))
_INSERT_BRACKETED_NOT = substitute(((_INSERT_AFTER, r"\1 [not] "),))
_INSERT_ADVERB = substitute(tuple((_INSERT_AFTER, rf"\1 {adverb} ") for adverb in ADVERBS))
_DROP_HEDGE = substitute(
    (
        (r"(?<= )(?:probably|perhaps|maybe|possibly|apparently|almost|nearly|hardly) ", ""),
        (r"\b(?:may|might|could) (?=[a-z])", "will "),
        (r"(?<=, )I think,? ", ""),
    )
)
_CHANGE_TENSE = substitute(
    ((r"\bis\b", "was"), (r"\bare\b", "were"), (r"\bwas\b", "is"), (r"\bwere\b", "are"),
     (r"\bwill\b", "would"), (r"\bhas\b", "had"), (r"\bwould\b", "will"))
)  # fmt: skip
_EXCHANGE_PRONOUN = substitute(
    ((r"(?<=[a-z,] )we\b", "they"), (r"(?<=[a-z,] )they\b", "we"), (r"\bhe\b", "she"),
     (r"\bshe\b", "he"), (r"\bour\b", "their"), (r"\btheir\b", "our"), (r"\bmy\b", "his"),
     (r"\bhis\b", "my"), (r"(?<=[a-z,] )I (?!am)", "we "))
)  # fmt: skip
_EXCHANGE_NAME = substitute(
    tuple((r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?! [A-Z])", name.split()[1]) for name in FULL_NAMES[:3])
)
_CONTENT_WORD = re.compile(r"(?<=[a-z,] )(?!not |never )[a-z]{5,}(?= [a-z])")


def _drop_word(words: str) -> Iterator[tuple[str, str]]:
    for match in _CONTENT_WORD.finditer(words):
        yield f"{words[: match.start()]}{words[match.end() + 1 :]}", f"{match[0]!r} is missing"


def _put_noun(words: str) -> Iterator[tuple[str, str]]:
    for number, match in enumerate(_CONTENT_WORD.finditer(words)):
        noun = NOUNS[(number + len(words)) % len(NOUNS)]
        yield f"{words[: match.start()]}{noun}{words[match.end() :]}", f"{match[0]!r} is {noun!r}"


def _change_end(words: str) -> Iterator[tuple[str, str]]:
    head, _, last = words.rpartition(" ")
    for noun in NOUNS[len(words) % 5 :][:3]:
        yield f"{head} {noun}", f"{last!r} at the end is {noun!r}"


def _insert_twice(words: str) -> Iterator[tuple[str, str]]:
    for number, match in enumerate(_CONTENT_WORD.finditer(words)):
        noun = NOUNS[(number * 3 + len(words)) % len(NOUNS)]
        yield (
            f"{words[: match.end()]} and {noun}{words[match.end() :]}",
            f"'and {noun}' is put in after {match[0]!r}",
        )


_SIGNED_PAIRS: list[Pair] = [
    (source, draft.format(dots=DOTS[(number + way * 2) % len(DOTS)]))
    for way in range(3)
    for number, (source, draft, _) in enumerate(SIGNED_CUTS)
]
_NOUN_PAIRS: list[Pair] = [
    (f"We found the {one} in the cellar", f"We found the {other} in the cellar")
    for one, other in zip(NOUNS, (*NOUNS[3:], *NOUNS[:3]), strict=True)
]
_DROPPED_PAIRS: list[Pair] = [
    (f"They wrote a long and {word} letter to us", "They wrote a long and letter to us")
    for word in ("friendly", "angry", "careful", "secret", "drunken", "honest")
] + [
    (f"We asked for {word} help from the county", "We asked for help from the county")
    for word in ("medical", "legal", "financial", "military", "immediate", "unpaid")
]
_ADVERB_PAIRS: list[Pair] = [
    (f"The driver {verb} the sign", f"The driver {adverb} {verb} the sign")
    for verb, adverb in zip(
        ("moved", "missed", "passed", "painted", "broke", "sold"), ADVERBS, strict=True
    )
] + [
    (f"They have {verb} the letter", f"They have {adverb} {verb} the letter")
    for verb, adverb in zip(
        ("burned", "kept", "opened", "copied", "lost", "printed"), ADVERBS, strict=True
    )
]
_NOT_PAIRS: list[Pair] = [(draft, source) for source, draft in NEGATIONS_DROPPED]


def _kind(
    name: str, description: str, pairs: Sequence[Pair] = (), own: Rewrite | None = None
) -> Kind:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        natives = rewrite(story, rng, own) if own else ()
        return interleave(natives, plant(story, rng, pairs))

    return Kind(name, Effect.HARMFUL, description, make)


def _drop_sentence(story: Story, rng: Random) -> Iterator[Change]:
    """A sentence between two others left out without a sign."""
    hosts = story.hosts(rng)
    for turn in range(2):
        for number, (middle, _) in enumerate(rng.sample(_ALL_PAIRS, 12)):
            host = hosts[(number + turn) % len(hosts)]
            first = rng.choice([line for line in NEUTRAL_SENTENCES if line not in host.core])
            words = f"{first}. {middle}. {host.core}"
            yield Change(
                f"{first}. {host.core}",
                host.speaker,
                words,
                f"{middle!r} left out inside",
                (Source(host.with_words(words)),),
            )


_ALL_PAIRS = (*NEGATIONS_DROPPED, *WORDS_EXCHANGED, *HEDGES_DROPPED)

WORDING_KINDS = (
    _kind("negation dropped", "will not close → will close", NEGATIONS_DROPPED, _DROP_NEGATION),
    _kind("negation put in", "will close → will not close", _NOT_PAIRS, _INSERT_NOT),
    _kind("dots for what limits it", "will not approve → will … approve, “… , if the court "
          "agrees, …” → …", _SIGNED_PAIRS, _DOTS_FOR_NEGATION),
    _kind("bracket for a negation", "will not → will [now]", BRACKETED_CHANGES,
          _BRACKET_FOR_NEGATION),
    _kind("bracket that names a stranger", "He told us → [Napoleon] told us",
          STRANGERS_IN_BRACKETS),
    _kind("negation put in brackets", "will close → will [not] close", BRACKETED_NEGATIONS,
          _INSERT_BRACKETED_NOT),
    _kind("opposite word", "nobody → everybody, rise → fall", WORDS_EXCHANGED, _EXCHANGE_NEGATIVE),
    _kind("hedge dropped", "may break → will break, probably → nothing", HEDGES_DROPPED,
          _DROP_HEDGE),
    _kind("word dropped", "a word inside is missing, without a sign", _DROPPED_PAIRS, _drop_word),
    _kind("words put in", "an adverb that the source does not have", _ADVERB_PAIRS,
          _INSERT_ADVERB),
    _kind("noun put in", "“and fraud” after a word of the source", (), _insert_twice),
    _kind("word exchanged", "another noun for a word of the source", _NOUN_PAIRS, _put_noun),
    _kind("last word exchanged", "another noun for the last word", (), _change_end),
    _kind("lookalike", "not able → notable, we're → were, us → U.S., polish → Polish", LOOKALIKES),
    _kind("tense changed", "is → was, will → would", TENSES_CHANGED, _CHANGE_TENSE),
    _kind("pronoun exchanged", "we → they, I → he", PRONOUNS_EXCHANGED, _EXCHANGE_PRONOUN),
    _kind("name exchanged", "Austria → Australia, Emil Vasko → Tobias Renn", NAMES_EXCHANGED,
          _EXCHANGE_NAME),
    Kind("sentence dropped inside", Effect.HARMFUL,
         "A. B. C. → A. C., without a sign", _drop_sentence),
    _kind("same words, other order", "the dog bit the postman → the postman bit the dog",
          WORDS_MOVED),
)  # fmt: skip
