"""Harmless kinds: the same words written differently, or less of them where nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Source, attribute, interleave
from mutation_planting import Pair, Rewrite, cut_neutral, is_neutral, plant, rewrite, substitute
from mutation_story import Quotation, Story, lower_first, sentences_of, upper_first
from mutation_words import (
    ABBREVIATIONS,
    CONTRACTIONS,
    DASHES,
    IDENTIFYING_BRACKETS,
    NEUTRAL_INSERTIONS,
    NEUTRAL_LEADS,
    NEUTRAL_SENTENCES,
    NEUTRAL_TAILS,
    NUMERALS,
    SPELLINGS,
)

_NOT_AT_START = r"(?<=[a-z,] )"
_AUXILIARY = "do|does|did|is|are|was|were|would|could|should|has|have|had"
_CONTRACT = substitute(
    (
        (rf"(?<=[a-z] )({_AUXILIARY}) not\b", r"\1n't"),
        (rf"(?<=[a-z] )({_AUXILIARY})n['’]t\b", r"\1 not"),
        (r"(?<=[a-z] )(?:can['’]t)\b", "cannot"),
        (r"(?<=[a-z] )(?:won['’]t)\b", "will not"),
        (r"\b(we|you|they|We|You|They)['’](re|ve|ll)\b", r"\1 <\2>"),
        (r"\bI['’]m\b", "I am"),
        (r"\bI['’](ve|ll)\b", r"I <\1>"),
        (r"\b(it|It|that|That)['’]s (?=(?:a|an|the|not|very|so|my|our|really|all)\b)", r"\1 is "),
    )
)  # fmt: skip
_WRITTEN_OUT = {"<re>": "are", "<ve>": "have", "<ll>": "will"}


def _contract(words: str) -> Iterator[tuple[str, str]]:
    for altered, note in _CONTRACT(words):
        for sign, written in _WRITTEN_OUT.items():
            altered, note = altered.replace(sign, written), note.replace(sign, written)
        yield altered, note


_SMALL = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMERALS = substitute(
    tuple((rf"{_NOT_AT_START}{word}(?= [a-z]{{3,}})(?! or\b| and\b| (?:hundred|thousand|million))",
           str(number)) for number, word in enumerate(_SMALL, 2))
    + tuple((rf"(?<=[a-z] ){number}(?= [a-z]{{4,}})(?! (?:million|billion|percent|hundred))", word)
            for number, word in enumerate(_SMALL, 2))
    + ((r"(\d) million\b", r"\1m"), (r"(\d),(\d\d\d)(?![\d,])", r"\1\2"))
)  # fmt: skip
_SPELL = substitute(
    (
        (r"\b([a-z]*(?:real|organ|recogn|apolog|critic|author|legal|final|modern|emphas|minim))"
         r"iz(e|es|ed|ing|ation)\b", r"\1is\2"),
        (r"\b([a-z]*(?:real|organ|recogn|apolog|critic|author|legal|final|modern|emphas|minim))"
         r"is(e|es|ed|ing|ation)\b", r"\1iz\2"),
    )
)  # fmt: skip
_NOTHING = substitute(())
_CHANGE_DASHES = substitute(
    ((r" – ", " — "), (r" — ", " – "), (r" - ", " – "), (r" -- ", " — "), (r"—", " – "))
)
_BRACKET = substitute(
    (
        (r"^He (?=[a-z])", "[The engineer] "),
        (r"^She (?=[a-z])", "[The engineer] "),
        (r"^They (?=[a-z])", "[The residents] "),
        (r"(?<=[a-z] )him(?= |$)", "[the engineer]"),
        (r"(?<=[a-z] )them(?= |$)", "[the residents]"),
        (r"(?<=[a-z] )he (?=[a-z])", "he [the engineer] "),
    )
)


def _kind(name: str, description: str, pairs: Sequence[Pair], own: Rewrite | None = None) -> Kind:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        natives = rewrite(story, rng, own, complete=True) if own else ()
        return interleave(natives, plant(story, rng, pairs, complete=True))

    return Kind(name, Effect.HARMLESS, description, make)


def _cut_kind(name: str, description: str, patterns: Sequence[str], *, at_end: bool) -> Kind:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        return cut_neutral(story, rng, patterns, at_end=at_end)

    return Kind(name, Effect.HARMLESS, description, make)


def _verbatim(story: Story, rng: Random) -> Iterator[Change]:
    hosts = story.hosts(rng, complete=True)
    for host in hosts:
        yield Change(host.core, host.speaker, host.core, "nothing is altered",
                     (Source(host.with_words(host.core)),))  # fmt: skip
    for number, words in enumerate(rng.sample(NEUTRAL_SENTENCES, 8)):
        for host in hosts[number : number + 2] or hosts[:1]:
            planted = f"{host.core}. {words}"
            yield Change(planted, host.speaker, planted, "nothing is altered",
                         (Source(host.with_words(planted)),))  # fmt: skip


_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("''", "''"))


def _other_marks(story: Story, rng: Random) -> Iterator[Change]:
    """The quotation in marks of another kind, apostrophes straight or curly."""
    for number, quote in enumerate(_verbatim(story, rng)):
        opening, closing = _MARKS[number % 5]
        words = quote.quotation
        if number % 2:
            words = words.replace("’", "'")
        elif opening != "‘":
            words = words.replace("'", "’")
        if opening == "‘" and re.search(r"['’]", words):
            opening, closing = '"', '"'
        body = attribute(words, quote.speaker, rng)
        body = body.replace("“", opening, 1)
        place = body.rindex("”")
        body = f"Evening summary\n{body[:place]}{closing}{body[place + 1 :]}"
        yield Change(words, quote.speaker, quote.origin, f"marks {opening} {closing}",
                     quote.sources, body)  # fmt: skip


def _other_first_letter(words: str) -> Iterator[tuple[str, str]]:
    lowered = lower_first(words)
    if lowered != words:
        yield lowered, "first letter in lower case"
        yield f"[{lowered[0]}]{lowered[1:]}", "first letter in brackets"
    elif words[:1].islower():
        yield upper_first(words), "first letter in upper case"


_CASE_PAIRS: tuple[Pair, ...] = tuple(
    pair
    for sentence in NEUTRAL_SENTENCES
    for pair in ((sentence, lower_first(sentence)),
                 (sentence, f"[{lower_first(sentence)[0]}]{sentence[1:]}"))
    if pair[1] != sentence and "[I]" not in pair[1]
)  # fmt: skip


def _first_letter(story: Story, rng: Random) -> Iterator[Change]:
    planted = (
        change
        for change in plant(story, rng, _CASE_PAIRS, complete=True)
        # Only where it begins the quotation: inside, a small letter would be a slip.
        if change.quotation in {draft for _, draft in _CASE_PAIRS}
        or change.quotation.startswith("[")
    )
    begun = []
    for host in story.hosts(rng, complete=True) * 10:
        source, draft = rng.choice(_CASE_PAIRS)
        begun.append(
            Change(draft, host.speaker, source, "first letter",
                   (Source(host.with_words(f"{source}. {host.core}")),))
        )  # fmt: skip
    whole = (change for change in begun if is_neutral_rest(change))
    return interleave(rewrite(story, rng, _other_first_letter, complete=True), planted, whole)


def is_neutral_rest(change: Change) -> bool:
    text = change.sources[0].text
    start = text.index(change.origin) + len(change.origin)
    return is_neutral(text[start : start + 80])


def _whole_sentence_left_out(story: Story, rng: Random) -> Iterator[Change]:
    """Whole sentences at an end left out, that say nothing about the others."""
    own = []
    for quote in story.complete_statements:
        sentences = sentences_of(quote.core)
        for place in range(1, len(sentences)):
            before, after = sentences[:place], sentences[place:]
            if all(map(is_neutral, after)) and len(" ".join(before).split()) > 3:
                own.append(_less(quote, " ".join(before).rstrip(".,"), "the last sentences"))
            if all(map(is_neutral, before)) and len(" ".join(after).split()) > 3:
                own.append(_less(quote, " ".join(after), "the first sentences"))
    planted: list[Change] = []
    for host in story.hosts(rng, complete=True) * 10:
        first, second = rng.sample(NEUTRAL_SENTENCES, 2)
        source = (Source(host.with_words(f"{first}. {second}")),)
        kept = (first, second)[len(planted) % 2]
        planted.append(
            Change(kept, host.speaker, f"{first}. {second}", "a whole sentence left out", source)
        )
    return interleave(rng.sample(own, len(own)), planted)


def _dots_for_a_sentence(story: Story, rng: Random) -> Iterator[Change]:
    """A neutral sentence between two others replaced by dots."""
    for host in story.hosts(rng, complete=True) * 12:
        first, second, third = rng.sample(NEUTRAL_SENTENCES, 3)
        words = f"{first}. {second}. {third}"
        dots = rng.choice((". … ", " … ", ". [...] ", ". ... "))
        yield Change(
            f"{first}{dots}{third}",
            host.speaker,
            words,
            "a neutral sentence is dots",
            (Source(host.with_words(words)),),
        )


def _less(quote: Quotation, words: str, what: str) -> Change:
    return Change(words, quote.speaker, quote.core, f"{what} left out")


def _attribution_moved(story: Story, rng: Random) -> Iterator[Change]:
    """The attribution between two sentences of one quotation, or no longer between them."""
    for host in story.hosts(rng, complete=True) * 6:
        first, second = rng.sample(NEUTRAL_SENTENCES, 2)
        whole, broken = f"{first}. {second}", f"{first},” said {host.speaker}. “{second}"
        note = "the attribution moved"
        yield Change(whole, host.speaker, whole, note, (Source(host.with_words(whole)),),
                     f"Evening summary\n“{broken}.”")  # fmt: skip
        lines = f"{host.before[: host.before.rfind(chr(10)) + 1]}“{broken}.”"
        yield Change(whole, host.speaker, whole, note, (Source(lines),))


def _attribution_inside(story: Story, rng: Random) -> Iterator[Change]:
    """The attribution in the middle of a sentence of the draft."""
    for words in rng.sample(NEUTRAL_SENTENCES, len(NEUTRAL_SENTENCES)):
        for host in story.hosts(rng, complete=True)[:2]:
            every = words.split()
            place = len(every) // 2
            first, second = " ".join(every[:place]), " ".join(every[place:])
            body = f"Evening summary\n“{first},” said {host.speaker}, “{second}.”"
            source = (Source(host.with_words(words)),)
            yield Change(words, host.speaker, words, "the attribution moved inside", source, body)


def _two_paragraphs(story: Story, rng: Random) -> Iterator[Change]:
    """A quotation over two paragraphs, the second opened by a mark of its own."""
    for host in story.hosts(rng, complete=True) * 6:
        first, second = rng.sample(NEUTRAL_SENTENCES, 2)
        whole = f"{first}. {second}"
        broken = f"{host.speaker} said: “{first}.\n“{second}.”"
        note = "broken into paragraphs"
        source = (Source(host.with_words(whole)),)
        yield Change(whole, host.speaker, whole, note, source, f"Evening summary\n{broken}")
        yield Change(whole, host.speaker, broken, note, (Source(f"{story.text}\n{broken}"),))


def _some_words(story: Story, rng: Random) -> Iterator[Change]:
    """A few words from the end of a neutral statement in a sentence of the draft."""
    frames = ("{s} spoke of “{w}” on Monday.", "It was “{w}”, said {s}.", "{s} mentioned “{w}”.")
    for words in rng.sample(NEUTRAL_SENTENCES, len(NEUTRAL_SENTENCES)):
        for host in story.hosts(rng, complete=True)[:2]:
            place = max(words.rfind(f" {word} ") for word in ("the", "this", "a", "on", "for"))
            some = words[place + 1 :]
            body = f"Evening summary\n{rng.choice(frames).format(s=host.speaker, w=some)}"
            source = (Source(host.with_words(words)),)
            if len(some.split()) > 1:
                yield Change(some, host.speaker, words, "some words of it", source, body)


def _note_of_the_editor(story: Story, rng: Random) -> Iterator[Change]:
    notes = (
        "emphasis added",
        "my italics",
        "translated from the German",
        "laughs",
        "emphasis mine",
    )
    for number, change in enumerate(_verbatim(story, rng)):
        note = notes[number % len(notes)]
        body = (
            f"Evening summary\n“{change.quotation}” ({note}), said {change.speaker}.",
            f"Evening summary\n{change.speaker} said: “{change.quotation}” ({note}).",
        )[number % 2]
        yield Change(change.quotation, change.speaker, change.origin, f"({note}) after the marks",
                     change.sources, body)  # fmt: skip


def _retyped(story: Story, rng: Random) -> Iterator[Change]:
    """The whole article as a draft, typed with other signs."""
    straight = story.text.translate(str.maketrans("“”‘’–—", "\"\"''--"))
    spaced = re.sub(r"(?<=[.!?]) ", "  ", story.text)
    spaced = re.sub(r" (?=\d)", "\u00a0", spaced)
    # Where marks are missing or single ones quote, other signs may pair otherwise.
    is_plain = not re.search(r"(?:^|\s)['‘]|['’](?=\s|$)", story.text) and all(
        line.count('"') % 2 == 0 for line in straight.split("\n")
    )
    forms = [(spaced, "wide spaces")]
    if is_plain:
        forms += [(straight, "straight"), (_curled(straight), "curly")]
    for text, note in forms:
        if story.statements and text != story.text:
            quote = story.statements[0]
            yield Change(quote.core, quote.speaker, "", f"the whole article, {note}", (), text)


def _curled(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        parts = line.split('"')
        marks = ["“”"[place % 2] for place in range(len(parts) - 1)]
        lines.append("".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True)))
    return "\n".join(lines).replace("'", "’")


def _less_in_one_source(story: Story, rng: Random) -> Iterator[Change]:
    """One source has cut neutral words; the draft quotes what is left."""
    for change in interleave(
        cut_neutral(story, rng, NEUTRAL_TAILS, at_end=True),
        cut_neutral(story, rng, NEUTRAL_LEADS, at_end=False),
    ):
        other = f"What was said\n{attribute(change.quotation, change.speaker, rng)}\nMore follows."
        sources = (Source(other), *change.sources)
        yield Change(change.quotation, change.speaker, change.origin,
                     "a fuller source has neutral words more", sources)  # fmt: skip


HARMLESS_KINDS = (
    Kind("as it is", Effect.HARMLESS, "nothing is altered", _verbatim),
    _kind("-ise and -ize", "organise → organize", SPELLINGS, _SPELL),
    _kind("contraction written out", "don't ↔ do not", CONTRACTIONS, _contract),
    _kind("number written out", "12 ↔ twelve, 3.4m ↔ 3.4 million", NUMERALS, _NUMERALS),
    _kind("stops of abbreviations", "U.S. ↔ US, 9 a.m. ↔ 9 am", ABBREVIATIONS, _NOTHING),
    Kind("other quotation marks", Effect.HARMLESS, "straight, curly, «», „“, single",
         _other_marks),
    _kind("other dashes", "– ↔ — ↔ -", DASHES, _CHANGE_DASHES),
    Kind("case of the first letter", Effect.HARMLESS, "We → we, [w]e", _first_letter),
    _kind("bracket that identifies", "He → [The engineer]", IDENTIFYING_BRACKETS, _BRACKET),
    _kind("dots for neutral words", "“, on a bright morning in May,” → …", NEUTRAL_INSERTIONS),
    Kind("dots for a neutral sentence", Effect.HARMLESS, "A. B. C. → A. … C.",
         _dots_for_a_sentence),
    _cut_kind("neutral words left out at the start", "“Good morning and welcome, …”",
              NEUTRAL_LEADS, at_end=False),
    _cut_kind("neutral words left out at the end", "“…, and I am glad to be here”",
              NEUTRAL_TAILS, at_end=True),
    Kind("whole sentence left out", Effect.HARMLESS,
         "a neutral sentence left out at an end", _whole_sentence_left_out),
    Kind("attribution moved", Effect.HARMLESS,
         "“A,” said X. “B.” ↔ “A. B,” said X.", _attribution_moved),
    Kind("attribution inside a sentence", Effect.HARMLESS,
         "“A B,” said X ↔ “A,” said X, “B”", _attribution_inside),
    Kind("quotation over two paragraphs", Effect.HARMLESS,
         "broken into paragraphs, each with an opening mark", _two_paragraphs),
    Kind("some words of a quotation", Effect.HARMLESS,
         "a few words from its end in a sentence of the draft", _some_words),
    Kind("editor's note", Effect.HARMLESS, "“…” (emphasis added), said X", _note_of_the_editor),
    Kind("less in one source", Effect.HARMLESS,
         "a second source has neutral words that the first has cut", _less_in_one_source),
    Kind("whole article retyped", Effect.HARMLESS,
         "the article as its own draft, with other signs", _retyped),
)  # fmt: skip
