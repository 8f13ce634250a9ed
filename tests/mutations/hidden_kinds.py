"""Kinds in which the words of the draft are those of the source, and what is beside them is lost.

Limits set off by marks, sentences that turn the ones before, the source's own dots, what a
contraction is short for, and who was asked; and the harmless ones that look like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Make, Source
from mutation_story import Story

_LIMITS_SET_OFF = (
    ("The crew, most of them, will get their money", "The crew", "will get their money"),
    ("The guards, half of them, were asleep", "The guards", "were asleep"),
    ("The members, the chair aside, took the money", "The members", "took the money"),
    ("The ships, the tug excluded, are safe", "The ships", "are safe"),
    ("The wells, minus the oldest, were poisoned", "The wells", "were poisoned"),
    ("The towns, bar the capital, voted for it", "The towns", "voted for it"),
    ("The law – in its old form – allows it", "The law", "allows it"),
    ("The harvest, weather permitting, will feed the town", "The harvest", "will feed the town"),
    ("The drivers, the young ones, drink at work", "The drivers", "drink at work"),
    ("The firm, officially, paid its debts", "The firm", "paid its debts"),
    ("The treaty, short of a war, will hold", "The treaty", "will hold"),
    ("The judges, those from the south, take bribes", "The judges", "take bribes"),
)
"""A sentence, and what is before and behind its limit."""
_REMARKS_SET_OFF = (
    ("The crew, ladies and gentlemen, got its money", "The crew", "got its money"),
    ("The guards, you know, were at the gate", "The guards", "were at the gate"),
    ("The members, of course, got a letter", "The members", "got a letter"),
    ("The ships, which we bought last year, are blue", "The ships", "are blue"),
    ("The wells, all of them, were cleaned", "The wells", "were cleaned"),
    ("The towns, in fact, have a band", "The towns", "have a band"),
    ("The bridge, built by my grandfather, is open", "The bridge", "is open"),
    ("The harvest, on a bright day in May, was shown", "The harvest", "was shown"),
    ("The drivers – I saw it myself – stood in the yard", "The drivers", "stood in the yard"),
    ("The firm, as I said, has a new hall", "The firm", "has a new hall"),
)
_HINTS = (
    "{X}. April fools", "{X}. Gotcha", "{X}. Had you there", "{X}. You fell for it",
    "{X}. Nobody believes that any more", "{X}. Nobody says that now", "{X}. Fake news",
    "{X}. It was a test", "{X}. It never happened", "{X}. How wrong I was",
    "{X}. That is what we told them", "{X}. You bought it",
)  # fmt: skip
_COMMENTS = (
    "{X}. I don't remember exactly", "{X}. That's hearsay", "{X}. Correct me if I am wrong",
    "{X}. Don't hold me to that", "{X}. That's from the letter", "{X}. Then I woke up",
    "{X}. That was the script", "{X}. I read it somewhere", "{X}. He said that, not me",
    "{X}. I say that with a smile", "{X}. Now for the truth", "{X}. I was drunk",
    "{X}. It was a figure of speech",
)  # fmt: skip
_TAKEN_OUT = (
    "In the film, {name} says “{x}”.",
    "A parody account of {name} wrote “{x}”.",
    "“{x},” {name} said. A day later came word of having been misquoted.",
    "“{x},” {name} said. The remark was meant as a joke.",
    "“{x},” {name} said. The office says that {name} has never said it.",
    "“{x},” {name} said, according to a witness who has since left the country.",
    "“{x},” {name} was to have said.",
    "“{x},” the imaginary {name} says in the play.",
    "The forged letter has {name} say “{x}”.",
    "The headline “{x}” made {name} laugh.",
    "“{x},” {name} says in the novel.",
)
_REACTIONS = (
    "{X}. Very sad", "{X}. Thank you", "{X}. Incredible", "{X}. You saw it",
    "{X}. It happened in May", "{X}. They know who they are", "{X}. What a day",
    "{X}. You were there", "{X}. I told you", "{X}. It was hard work",
)  # fmt: skip
_PLAIN_CLAIMS = (
    "The harbour board paid every fisherman", "The council bought the old mill",
    "The new ferry sailed on Monday", "The school has a garden on its roof",
)  # fmt: skip
_CONTRACTED = (
    ("He’d lied to the court", "He would lied to the court"),
    ("They’d been at sea for nine days", "They would been at sea for nine days"),
    ("She’d never see the boat again", "She had never see the boat again"),
    ("He’d put it in the letter", "He would put it in the letter"),
    ("We’d cut the budget in half", "We would cut the budget in half"),
    ("He’s taken the money", "He is taken the money"),
    ("It’s a bad sign for the town", "It has a bad sign for the town"),
    ("She’s selling the farm", "She has selling the farm"),
    ("He’d come to the meeting", "He had come to the meeting"),
    ("They’d shut the gate", "They had shut the gate"),
)
_WRITTEN_OUT = (
    ("He’d lied to the court", "He had lied to the court"),
    ("They’d been at sea for nine days", "They had been at sea for nine days"),
    ("She’d never see the boat again", "She would never see the boat again"),
    ("He’d say it in the letter", "He would say it in the letter"),
    ("We’d better go home", "We had better go home"),
    ("He’s taken the money", "He has taken the money"),
    ("It’s a good sign for the town", "It is a good sign for the town"),
    ("She’s selling the farm", "She is selling the farm"),
    ("It’s been a long year", "It has been a long year"),
    ("They’d already seen the gate", "They had already seen the gate"),
)
_DOTS = (
    "The board paid … the fishermen in full", "We will … pay every one of the crew",
    "The law is … good for the town", "They have ... seen the letter",
    "She is the one who … signed it", "I was [...] at the meeting", "He took … the money",
    "The dam is ... safe", "We have […] closed the mine", "You can … trust the bank",
)  # fmt: skip
_PUT_TO = (
    "Asked by {other}, “{x}?”, {name} said no.",
    "Told by {other} “{x}”, {name} replied that it was not so.",
    "Pressed by reporters — “{x}?” — {name} said no.",
    "Confronted with the sentence “{x}”, {name} said nothing.",
    "When asked, “{x}?” {name} said that was absurd.",
    "Warned that “{x}”, {name} said there was no danger.",
    "Accused in court of a lie – “{x}” – {name} said nothing of it.",
    "After being told “{x}” by {other}, {name} left the room.",
    "Shown a letter that said “{x}”, {name} said it was forged.",
    "Challenged by a man who cried “{x}”, {name} said he was drunk.",
)
_ANSWERED = (
    "Asked by {other} about the town, “{x},” {name} said.",
    "Told of the vote, {name} said: “{x}.”",
    "Pressed on the matter, “{x},” said {name}.",
    "When asked why, {name} answered: “{x}.”",
    "Asked by reporters, “{x},” {name} said on Monday.",
    "Confronted with the letter, {name} said “{x}”.",
    "Told that the hall was full, “{x},” {name} replied.",
    "“{x},” {name} said when asked by {other}.",
    "Challenged by {other} over the books, {name} said: “{x}.”",
    "Warned of the storm, {name} shrugged and said, “{x}.”",
)
_NAMES = (("Ida Brandt", "Tom Reed"), ("Carl Nesser", "Ann Holm"), ("Vera Lund", "Max Oster"))
_INVENTED = (
    "It was the mayor", "We will fight them", "I have no money", "They are our friends",
    "It is the end", "He was a thief", "We are going home", "You have my word", "She is my boss",
    "This is a robbery",
)  # fmt: skip


def _dots_for(
    sentences: Sequence[tuple[str, str, str]], *, shown: Sequence[str], complete: bool = False
) -> Make:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        hosts = story.hosts(rng, complete=complete)
        for turn, gap in enumerate(shown):
            for number, parts in enumerate(rng.sample(sentences, len(sentences))):
                full, before, behind = parts
                host = hosts[(number + turn) % len(hosts)]
                source = (Source(host.with_words(full)),)
                kept = f"{before}{gap}{behind}"
                yield Change(kept, host.speaker, full, f"{full!r} is {kept!r}", source)

    return make


def _without_next(patterns: Sequence[str], *, complete: bool = False) -> Make:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        hosts = story.hosts(rng, complete=complete)
        for number, pattern in enumerate(rng.sample(patterns, len(patterns))):
            host = hosts[number % len(hosts)]
            kept = _PLAIN_CLAIMS[number % len(_PLAIN_CLAIMS)]
            full = pattern.format(X=kept)
            source = (Source(host.with_words(full)),)
            yield Change(kept, host.speaker, full, f"left out of {pattern!r}", source)

    return make


def _written(pairs: Sequence[tuple[str, str]], *, complete: bool = False) -> Make:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        hosts = story.hosts(rng, complete=complete)
        for number, (full, written) in enumerate(rng.sample(pairs, len(pairs))):
            host = hosts[number % len(hosts)]
            source = (Source(host.with_words(full)),)
            yield Change(written, host.speaker, full, f"{full!r} is {written!r}", source)

    return make


def _drop_dots(story: Story, rng: Random) -> Iterator[Change]:
    pairs = [(full, _without_dots(full)) for full in _DOTS]
    yield from _written(pairs)(story, rng)


def _without_dots(words: str) -> str:
    return " ".join(part for part in words.split() if part.strip("[].…"))


def _said_beside(patterns: Sequence[str]) -> Make:
    def make(story: Story, rng: Random) -> Iterator[Change]:
        for number, pattern in enumerate(rng.sample(patterns, len(patterns))):
            name, other = _NAMES[number % len(_NAMES)]
            words = _PLAIN_CLAIMS[number % len(_PLAIN_CLAIMS)]
            line = pattern.format(x=words, name=name, other=other)
            source = (Source(f"{story.text}\n{line}"),)
            yield Change(words, name, line, "of a sentence with other words around", source)

    return make


def _invent(story: Story, rng: Random) -> Iterator[Change]:
    hosts = story.hosts(rng)
    for number, words in enumerate(rng.sample(_INVENTED, len(_INVENTED))):
        host = hosts[number % len(hosts)]
        if words.lower() not in story.text.lower():
            yield Change(words, host.speaker, host.core, "nobody said it")


HIDDEN_KINDS = (
    Kind("limit between two marks left out", Effect.HARMFUL,
         "The crew, most of them, will … → The crew … will, The crew will …",
         _dots_for(_LIMITS_SET_OFF, shown=(" … ", " "))),
    Kind("hint in the next sentence left out", Effect.HARMFUL,
         "“A. April fools.”, “A. You fell for it.” → “A.”", _without_next(_HINTS)),
    Kind("comment on the words left out", Effect.HARMFUL,
         "“A. That's hearsay.”, “A. I read it somewhere.” → “A.”", _without_next(_COMMENTS)),
    Kind("fiction or taken back, given as said", Effect.HARMFUL,
         "In the film, X says “A” → “A,” said X", _said_beside(_TAKEN_OUT)),
    Kind("another verb for a contraction", Effect.HARMFUL,
         "he’d lied → he would lied, he’d put → he would put", _written(_CONTRACTED)),
    Kind("dots of the source dropped", Effect.HARMFUL, "will … pay → will pay", _drop_dots),
    Kind("put to the speaker, given as the speaker's", Effect.HARMFUL,
         "Asked “A?”, X said no → “A?” said X", _said_beside(_PUT_TO)),
    Kind("invented", Effect.HARMFUL, "a few common words that nobody said", _invent),
    Kind("dots for a remark between two marks", Effect.HARMLESS,
         "The crew, you know, got its money → The crew … got its money",
         _dots_for(_REMARKS_SET_OFF, shown=(" … ",), complete=True)),
    Kind("reaction in the next sentence left out", Effect.HARMLESS,
         "“A. Very sad.” → “A.”", _without_next(_REACTIONS, complete=True)),
    Kind("contraction written out by its verb", Effect.HARMLESS,
         "he’d lied → he had lied, she’s selling → she is selling",
         _written(_WRITTEN_OUT, complete=True)),
    Kind("answer to a question of the reporter's", Effect.HARMLESS,
         "Asked about it, “A,” said X → “A,” said X", _said_beside(_ANSWERED)),
)  # fmt: skip
