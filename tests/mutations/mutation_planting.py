"""Put a sentence of the kit into a quotation of the story, so that a draft can alter it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from mutation_kit import Change, Source
from mutation_story import (
    Host,
    Story,
    is_declarative,
    lower_first,
    occurs,
    sentences_of,
    upper_first,
)

Pair = tuple[str, str]
"""A sentence of the source, and how the draft has it; both without a stop at their end."""

MATTERS = re.compile(
    r"\b(?:no|not|never|nor|none|nobody|nothing|neither|cannot|without|but|however|although|though|"
    r"if|unless|until|except|only|hardly|barely|scarcely|may|might|could|would|should|maybe|perhaps|"
    r"probably|possibly|allegedly|apparently|think|thought|believes?d?|suppose|doubt\w*|claim\w*|"
    r"says?|said|saying|told|tell\w*|alleg\w*|denie\w*|deny|wrong|false|true|lie|lies|instead|yet|"
    r"whether|when|hope\w*|want\w*|wish\w*|seem\w*|appear\w*|almost|nearly|still|rather|because|so|"
    r"that|which|who|why|how|what|because|or|than|too|just|even|some|many|most|few|less|unlikely|"
    r"likely|according|argue\w*|insist\w*|ask\w*|call\w*|fail\w*|refus\w*|reject\w*|against)\b|"
    r"n['’]t\b|\?|;|:|,",
    re.IGNORECASE,
)
"""Words that may limit or turn what is said beside them; their absence makes words neutral."""


def is_neutral(words: str) -> bool:
    """Whether leaving these words out cannot change what the rest says."""
    return not MATTERS.search(words)


def plant(
    story: Story, rng: Random, pairs: Sequence[Pair], *, complete: bool = False
) -> Iterator[Change]:
    """Plant each pair in a quotation; the draft quotes it alone, or with the words around it.

    Args:
        story, rng: what it is planted in, and what decides on the order.
        pairs: the sentences.
        complete: whether only quotations are used that are all there is of their utterance.
    """
    hosts = story.hosts(rng, complete=complete)
    for turn in range(4):
        for number, (source, draft) in enumerate(rng.sample(list(pairs), len(pairs))):
            host = hosts[(number + turn * 3) % len(hosts)]
            yield _planted(host, source, draft, (turn + number) % 4)


def _planted(host: Host, source: str, draft: str, way: int) -> Change:
    """The four ways: alone at the end or the start, with the rest at the end or the start."""
    if way % 2:
        words, whole = f"{source}. {host.core}", f"{draft}. {host.core}"
    else:
        words, whole = f"{host.core}. {source}", f"{host.core}. {draft}"
    # Alone, a neighbour that begins with "But" would be missing; that is another kind.
    alone = way < 2 and is_neutral(host.core)
    quotation = draft if alone else whole
    return Change(
        quotation=quotation,
        speaker=host.speaker,
        origin=source,
        note=f"{source!r} is {draft!r}",
        sources=(Source(host.with_words(words)),),
    )


def clauses_of(story: Story, rng: Random, *, neutral: bool = False) -> list[tuple[Host, str, str]]:
    """Hosts with a clause that can follow *that*, and what follows it in the quotation.

    The story's own sentences come first, where they can; then clauses of the kit's.
    """
    from mutation_words import CLAUSES, NEUTRAL_SENTENCES

    hosts = story.hosts(rng, complete=neutral)
    found = []
    for host in hosts:
        first, *rest = sentences_of(host.core)
        clause = first.rstrip(".,;: ")
        is_usable = is_declarative(first) and not occurs(clause, host.before + host.after)
        if is_usable and (not neutral or is_neutral(clause)):
            found.append((host, lower_first(clause), " ".join(rest)))
    own = len(found)
    for number, sentence in enumerate(NEUTRAL_SENTENCES if neutral else CLAUSES):
        host = hosts[number % len(hosts)]
        found.insert(
            rng.randrange(len(found) + 1) if own else number,
            (host, lower_first(sentence), host.core),
        )
    return found


def cut_leads(
    story: Story, rng: Random, leads: Sequence[str], forms: Sequence[str]
) -> Iterator[Change]:
    """Put leads before clauses; the draft has the clause without its lead."""
    return _cut(story, rng, leads, forms, at_end=False, neutral=False)


def cut_tails(
    story: Story, rng: Random, tails: Sequence[str], forms: Sequence[str]
) -> Iterator[Change]:
    """Put tails after clauses; the draft has the clause without its tail."""
    return _cut(story, rng, tails, forms, at_end=True, neutral=False)


def cut_neutral(
    story: Story, rng: Random, patterns: Sequence[str], *, at_end: bool
) -> Iterator[Change]:
    """Put neutral words before or after neutral clauses; the draft has the clause alone."""
    return _cut(story, rng, patterns, PLAIN, at_end=at_end, neutral=True)


PLAIN = ("{X}",)
LEAD_FORMS = ("{X}", "… {x}", "{x}", "[{I}]{r}", "{X}")
TAIL_FORMS = ("{X}", "{X} …", "{X}", "{X} [...]")
"""How the clause may be printed: as a sentence, after dots, as a part, with its first letter in
brackets."""


def _cut(
    story: Story,
    rng: Random,
    patterns: Sequence[str],
    forms: Sequence[str],
    *,
    at_end: bool,
    neutral: bool,
) -> Iterator[Change]:
    clauses = clauses_of(story, rng, neutral=neutral)
    for turn in range(4):
        for number, pattern in enumerate(rng.sample(list(patterns), len(patterns))):
            host, clause, others = clauses[(number + 5 * turn) % len(clauses)]
            # What is neutral by itself might be limited by a sentence after it.
            rest = "" if neutral else others
            x = upper_first(clause) if at_end else clause
            full = pattern.format(x=x)
            stop = "" if full[-1] in "?!" else "."
            words = f"{full}{stop} {rest}".strip() if rest else full
            form = forms[(number + turn) % len(forms)]
            quotation = form.format(
                X=upper_first(clause), x=clause, I=clause[:1].upper(), r=clause[1:]
            )
            if rest and not at_end and turn % 2 and "…" not in form:
                quotation += f". {rest}"
            yield Change(
                quotation=quotation,
                speaker=host.speaker,
                origin=full,
                note=f"left out of {pattern.format(x='…')!r}",
                sources=(Source(host.with_words(words)),),
            )


Rewrite = Callable[[str], Iterable[tuple[str, str]]]
"""Makes altered forms of a quotation, each with a note."""


def rewrite(
    story: Story, rng: Random, rewrite_words: Rewrite, *, complete: bool = False
) -> Iterator[Change]:
    """Alter the story's own quotations, in random order.

    Args:
        story, rng: what is altered, and what decides on the order.
        rewrite_words: makes the altered forms.
        complete: whether only quotations are used that are all there is of their utterance.
    """
    quotes = story.complete_statements if complete else story.statements
    found = []
    for quote in quotes:
        for altered, note in rewrite_words(quote.core):
            if altered != quote.core and altered.strip() != "":
                found.append(Change(altered, quote.speaker, quote.core, note))
    if not story.statements:
        host = story.added_host(rng)
        source = (Source(host.with_words(host.core)),)
        for altered, note in rewrite_words(host.core):
            found.append(Change(altered, host.speaker, host.core, note, source))
    yield from rng.sample(found, len(found))


def substitute(patterns: Sequence[tuple[str, str]]) -> Rewrite:
    """Return a rewrite that replaces one occurrence of one pattern at a time."""
    compiled = [(re.compile(pattern), to) for pattern, to in patterns]

    def rewrite_words(words: str) -> Iterator[tuple[str, str]]:
        for pattern, to in compiled:
            for match in pattern.finditer(words):
                new = match.expand(to)
                altered = f"{words[: match.start()]}{new}{words[match.end() :]}"
                yield re.sub("  +", " ", altered).strip(), f"{match[0]!r} is {new!r}"

    return rewrite_words
