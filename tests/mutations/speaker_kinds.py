"""Kinds about who said it: another person, or the same one under another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from mutation_kit import Change, Effect, Kind, Make, Source, interleave
from mutation_story import Quotation, Story, shuffled, surname
from mutation_words import FULL_NAMES, GIVEN_NAMES, NEUTRAL_SENTENCES

Naming = tuple[str, str]
"""The attribution in the source (after *said*, or a sentence of its own), the draft's speaker."""


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) in (2, 3) and all(len(word) > 2 and word.isalpha() for word in words)


def _own(story: Story, rng: Random) -> list[Quotation]:
    return rng.sample(story.statements, len(story.statements))


def _other_speaker(story: Story, rng: Random) -> Iterator[Change]:
    own = [
        Change(quote.core, other, quote.core, f"said by {quote.speaker}")
        for quote in _own(story, rng)
        for other in story.speakers
        if not set(other.split()) & set(quote.speaker.split()) and _is_full(other)
    ]
    yield from rng.sample(own, len(own))
    for host in story.hosts(rng) * 4:
        first, second = rng.sample(FULL_NAMES, 2)
        words, others = rng.sample(NEUTRAL_SENTENCES, 2)
        text = f"{story.text}\n“{words},” said {first}.\n“{others},” said {second}."
        if words not in host.core:
            yield Change(words, second, words, f"said by {first}", (Source(text),))


def _outsider(story: Story, rng: Random) -> Iterator[Change]:
    for quote in _own(story, rng):
        for name in rng.sample(FULL_NAMES, 3):
            if not any(part in story.text for part in name.split()):
                yield Change(quote.core, name, quote.core, f"said by {quote.speaker}")
    for first, words in zip(FULL_NAMES, shuffled(rng, NEUTRAL_SENTENCES * 2), strict=False):
        second = rng.choice([name for name in FULL_NAMES if name != first])
        text = f"{story.text}\n“{words},” said {first}."
        yield Change(words, second, words, f"said by {first}", (Source(text),))


def _other_given_name(story: Story, rng: Random) -> Iterator[Change]:
    own = [
        Change(quote.core, f"{given} {surname(quote.speaker)}", quote.core,
               f"said by {quote.speaker}")
        for quote in _own(story, rng)
        if _is_full(quote.speaker)
        for given in rng.sample(GIVEN_NAMES, 3)
        if given[0] != quote.speaker[0]
    ]  # fmt: skip
    others = (*GIVEN_NAMES[5:], *GIVEN_NAMES[:5])
    planted = _resettle(story, rng, [
        (f"{one} Marsh, the treasurer", f"{'the treasurer, ' * (len(one) % 2)}{other} Marsh")
        for one, other in zip(GIVEN_NAMES, others, strict=True)
    ])  # fmt: skip
    return interleave(own, planted)


_FIRST_PERSON = frozenset({"I", "I'm", "I’m", "My", "my", "me", "myself"})


def _resettle(
    story: Story, rng: Random, namings: Sequence[Naming], note: str = ""
) -> Iterator[Change]:
    """Give a quotation of the story another attribution, in a paragraph at the end.

    Where the story has none, a sentence of the kit is quoted. A naming whose attribution has a
    `{q}` is a whole paragraph.
    """
    quotes = _own(story, rng)
    for turn in range(3):
        for number, (attribution, speaker) in enumerate(rng.sample(list(namings), len(namings))):
            if quotes and (number + turn) % 3:
                quote = quotes[(number + turn) % len(quotes)]
                rest, words = story.without(quote), quote.core
            else:
                rest, words = (
                    story.text,
                    NEUTRAL_SENTENCES[(number + turn) % len(NEUTRAL_SENTENCES)],
                )
            line = attribution if "{q}" in attribution else f"“{{q}},” said {attribution}."
            words = words.rstrip("?!")
            if words in rest or _names_already(rest, speaker):
                continue
            text = f"{rest}\n{line.replace('{q}', words)}"
            yield Change(
                words,
                speaker,
                line.replace("{q}", "…"),
                note or f"said by {attribution.replace('{q}', '…')}",
                (Source(text),),
            )


def _names_already(text: str, speaker: str) -> bool:
    """Whether a text speaks of somebody whom the name or role might stand for as well."""
    words = speaker.split()
    if speaker.startswith("the ") and words[-1].islower():
        return words[-1] in text.lower()
    return any(part in text for part in words if part.istitle())


def kind_of_namings(
    name: str,
    effect: Effect,
    description: str,
    namings: Sequence[Naming],
    *,
    of_institution: bool = False,
) -> Kind:
    """Return a kind of attributions in the source, each with the speaker that the draft gives."""

    def make(story: Story, rng: Random) -> Iterator[Change]:
        for change in _resettle(story, rng, namings):
            # An institution does not say "I".
            if not of_institution or not _FIRST_PERSON & set(change.quotation.split()):
                yield change

    return Kind(name, effect, description, make)


_TITLES = (
    ("Mr Olsen", "Mrs Olsen"),
    ("Mrs Halvorsen", "Mr Halvorsen"),
    ("Ms Teague", "Mr Teague"),
    ("Sir Edwin Pell", "Lady Pell"),
    ("King Harald", "Queen Harald"),
    ("Mr Okafor, the baker", "Mrs Okafor"),
    ("Lord Wexham", "Lady Wexham"),
    ("Mrs Brandt of the school board", "Mr Brandt"),
    ("Mr. Farrow", "Ms. Farrow"),
    ("Madame Duval", "Monsieur Duval"),
    ("Prince Otto", "Princess Otto"),
    ("General Olsen", "Judge Olsen"),
    ("Mayor Halvorsen", "Sheriff Halvorsen"),
    ("Senator Teague", "Governor Teague"),
)
_FAMILY_FIRST = (
    ("Kim Jong Su, the general", "Kim Yo Hwan"),
    ("Park Min Seo", "Park Ji Hoon"),
    ("Nguyen Van Thanh", "Nguyen Thi Lan"),
    ("Li Guoqiang", "Li Meifeng"),
    ("Kim Jong-su, the general", "Kim Yo-hwan"),
    ("Zhang Weimin, a fisherman", "Zhang Xiaolan"),
    ("Tran Duc Hai", "Tran Quoc Bao"),
    ("Lee Sang-woo, the minister", "Lee Hye-jin"),
    ("Chen Zhihao", "Chen Peiling"),
    ("Choi Dong Wook", "Choi Eun Bi"),
    ("Wang Jianhua, the director", "Wang Suyin"),
)
_SPEAKS_FOR_A_PERSON = (
    ("a spokesman for Lena Brodt", "Lena Brodt"),
    ("Tom Reuter, a spokesman for Lena Brodt", "Lena Brodt"),
    ("a spokeswoman for Mayor Lena Brodt", "Mayor Lena Brodt"),
    ("Lena Brodt's spokesman", "Lena Brodt"),
    ("Lena Brodt’s press secretary, Tom Reuter", "Lena Brodt"),
    ("a lawyer for Aldo Finch", "Aldo Finch"),
    ("Nora Kell, who represents Aldo Finch", "Aldo Finch"),
    ("Aldo Finch's wife", "Aldo Finch"),
    ("the father of Aldo Finch", "Aldo Finch"),
    ("a friend of Aldo Finch", "Aldo Finch"),
    ("Tom Reuter, an aide to Lena Brodt", "Lena Brodt"),
    ("Aldo Finch’s attorney, Nora Kell", "Aldo Finch"),
    ("the brother of Lena Brodt", "Lena Brodt"),
)
_TWO_IN_ONE_TEXT = (
    ("Owen Salter, the treasurer.\n“The rain was heavy,” said Chloe Salter, a baker",
     "Chloe Salter"),
    ("Ida Vance of the port.\n“The rain was heavy,” said Joost Vance, her uncle", "Joost Vance"),
    ("Marek Ilves.\nHis sister Anna Ilves was not in the room", "Anna Ilves"),
    ("Gerd Thoma, the elder.\n“The rain was heavy,” said Lutz Thoma, the younger", "Lutz Thoma"),
    ("Rosa Quill.\n“The rain was heavy,” said Peter Quill, no relation", "Peter Quill"),
    ("Hanna Stroud.\nHer husband, Karl Stroud, stood behind her", "Karl Stroud"),
    ("Abel Crane, 40.\n“The rain was heavy,” said Abby Crane, 12", "Abby Crane"),
    ("Simon Dace, the senator.\nHis opponent is Wilma Dace", "Wilma Dace"),
    ("Victor Amsel.\n“The rain was heavy,” said Nadja Amsel, who owns the mill", "Nadja Amsel"),
    ("Irene Holt, a nurse.\nThe doctor, Conrad Holt, would not talk to us", "Conrad Holt"),
)  # fmt: skip
_OTHER_ROLE = (
    ("the head of the school", "the head of the fire brigade"),
    ("the former mayor, Otto Krull", "the mayor"),
    ("the deputy minister", "the minister"),
    ("a prosecutor", "the judge"),
    ("the defence lawyer", "the prosecutor"),
    ("the Austrian ambassador", "the Hungarian ambassador"),
    ("the Bank of Norvale", "the Bank of Southvale"),
    ("the vice president", "the president"),
    ("a witness", "the driver"),
    ("the Labour candidate", "the Liberal candidate"),
)

_INSTITUTION_FOR_A_PERSON = (
    ("Rufina Dahl, a baker", "the Harbour Board"),
    ("Jorun Falk, who lives next to the mill", "Norvale Rail"),
    ("Rufina Dahl, a critic of Brightwater", "Brightwater"),
    ("a passenger of Skyward", "Skyward"),
    ("Jorun Falk, who is suing Castor Energy", "Castor Energy"),
    ("a neighbour of the Water Agency", "the Water Agency"),
    ("Arno Becke, a former clerk of Delmont Foods", "Delmont Foods"),
    ("Rufina Dahl, who used to work for Norvale Rail", "Norvale Rail"),
    ("Arno Becke, a tenant", "the Interior Ministry"),
    ("Jorun Falk, a fisherman whom the Coast Guard saved", "the Coast Guard"),
    ("a student", "the Ferry Company"),
)

_SAME_PERSON = (
    ("Ida Vance, the ferry owner", "Vance"),
    ("Ida Vance, the ferry owner", "Ida Vance"),
    ("Mayor Lena Brodt", "Brodt"),
    ("Mayor Lena Brodt", "Lena Brodt"),
    ("Lena Brodt, the mayor", "Mayor Brodt"),
    ("James G. Tolliver", "James Tolliver"),
    ("Dr Ruth Amberg, a surgeon", "Ruth Amberg"),
    ("Senator Paul Ferro", "Ferro"),
    ("Karl-Heinz Bode", "Bode"),
    ("Sir Edwin Pell", "Edwin Pell"),
    ("Ruth Amberg, a surgeon", "Dr Amberg"),
)
_ROLES = (
    ("Mayor Lena Brodt", "the mayor"),
    ("Lena Brodt, the mayor of the town", "the mayor"),
    ("Senator Paul Ferro", "the senator"),
    ("Paul Ferro, a senator", "the senator"),
    ("Judge Marian Teague", "the judge"),
    ("the judge, Marian Teague", "the judge"),
    ("Captain Rolf Anker", "the captain"),
    ("Rolf Anker, the captain", "the captain"),
    ("Professor Ruth Amberg", "the professor"),
    ("Bishop Odo Klee", "the bishop"),
    ("Governor Ellen Strake", "the governor"),
)
_TRANSLITERATIONS = (
    ("Mohammed al-Masri, a teacher", "Muhammad al-Masri"),
    ("Mohamed al Bakri", "Muhamed al-Bakri"),
    ("Muammar Darwish, a driver", "Moammar Darwish"),
    ("Yusuf al-Hariri", "Yusuf al Hariri"),
    ("Mokhtar Saleh", "Mukhtar Saleh"),
    ("Mustafa Al-Zein, the baker", "Mostafa al-Zein"),
    ("Mohsen Karimi", "Muhsen Karimi"),
    ("Abdul al Najjar", "Abdul al-Najjar"),
    ("Muhammad Rahimi, a student", "Mohammad Rahimi"),
    ("Munir al-Sabbagh", "Monir al Sabbagh"),
    ("Samir Al Khouri", "Samir al-Khouri"),
    ("José Muñoz, a tailor", "Jose Munoz"),
    ("Zoë Krüger", "Zoe Kruger"),
)
_FIRM_DESCRIBED = (
    ("“{q},” Harlow Finch, the investment bank, said in a statement.", "the investment bank"),
    ("“{q},” said Norvale Rail, the train operator.", "the train operator"),
    ("“{q},” Brightwater, the software company, said on Monday.", "the software company"),
    ("“{q},” said Delmont Foods, a supermarket chain.", "the supermarket chain"),
    ("“{q},” Quillon, an insurance company, said in a statement.", "the insurance company"),
    ("“{q},” said Skyward, the airline.", "the airline"),
    ("“{q},” the carmaker Vantor said in a statement.", "the carmaker"),
    ("“{q},” Orrin Mills, the steel producer, said.", "the steel producer"),
    ("“{q},” said Lumen Press, the publisher.", "the publisher"),
    ("“{q},” Castor Energy, the utility, said in a letter.", "the utility"),
)
_INSTITUTION_FOR_SPOKESPERSON = (
    ("Dana Kell, a spokeswoman for the Harbour Board", "the Harbour Board"),
    ("Tom Reuter, spokesman for Norvale Rail", "Norvale Rail"),
    ("Norvale Rail spokesman Tom Reuter", "Norvale Rail"),
    ("a spokeswoman for the Water Agency", "the Water Agency"),
    ("Dana Kell, a spokesperson for Brightwater", "Brightwater"),
    ("a spokesman for the Interior Ministry", "the Interior Ministry"),
    ("Brightwater spokeswoman Dana Kell", "Brightwater"),
    ("the Harbour Board’s spokesman, Tom Reuter", "the Harbour Board"),
    ("Dana Kell, who speaks for the Water Agency", "the Water Agency"),
    ("Harbour Police spokesman Tom Reuter", "the Harbour Police"),
)
_SPOKESPERSON_FOR_INSTITUTION = tuple(
    (f"“{{q}},” {firm} said in a statement. {name}, {role} for {firm}, took no questions.", name)
    for firm, name, role in (
        ("the Harbour Board", "Dana Kell", "a spokeswoman"),
        ("Norvale Rail", "Tom Reuter", "a spokesman"),
        ("the Water Agency", "Tom Reuter", "the spokesman"),
        ("Brightwater", "Dana Kell", "a spokesperson"),
        ("the Interior Ministry", "Nora Felt", "a spokeswoman"),
        ("Castor Energy", "Hugo Lenk", "a spokesman"),
        ("Delmont Foods", "Vera Stahl", "a spokeswoman"),
        ("the Coast Guard", "Hugo Lenk", "a spokesman"),
        ("the Ferry Company", "Nora Felt", "a spokeswoman"),
        ("Skyward", "Vera Stahl", "a spokesperson"),
    )
)


_BY_PRONOUN = (
    ("Chloe Marsh came to the hall on Monday. “{q},” she said.", "Chloe Marsh", "Petra Hollis"),
    ("Emil Vasko has lived here since 1990. “{q},” he said.", "Emil Vasko", "Rufus Arden"),
    ("Nobody asked Ingrid Solvay. “{q},” she said all the same.", "Ingrid Solvay", "Dalia Ferrant"),
    ("Hector Lindqvist got up. “{q},” he told the meeting.", "Hector Lindqvist", "Tobias Renn"),
    ("Then it was Petra Hollis's turn. “{q},” she said.", "Petra Hollis", "Chloe Marsh"),
    ("Rufus Arden, 54, shook his head.\n“{q},” he said.", "Rufus Arden", "Marcus Oduya"),
    (
        "Dalia Ferrant, who runs the mill by the river with two of her cousins, had come by train "
        "that morning.\n“{q},” she said.",
        "Dalia Ferrant",
        "Ingrid Solvay",
    ),
    ("Tobias Renn sat in the first row. He said: “{q}.”", "Tobias Renn", "Emil Vasko"),
    ("Yvonne Castell wrote to the board. “{q},” she wrote.", "Yvonne Castell", "Petra Hollis"),
    ("Marcus Oduya was there. “{q},” he told reporters.", "Marcus Oduya", "Hector Lindqvist"),
)
"""A source that says *he* or *she*, who that is, and somebody else."""


def _pronoun_in_draft(*, of_another: bool) -> Make:
    """Make drafts that say *he* or *she*, after a sentence with a name."""

    def make(story: Story, rng: Random) -> Iterator[Change]:
        for turn in range(2):
            for line, name, other in rng.sample(_BY_PRONOUN, len(_BY_PRONOUN)):
                words = NEUTRAL_SENTENCES[(turn * 3 + len(line)) % len(NEUTRAL_SENTENCES)]
                speaker = other if of_another else name
                if not _names_already(story.text, f"{name} {other}") and words not in story.text:
                    text = f"{story.text}\n“{words},” said {speaker}."
                    body = f"Evening summary\n{line.replace('{q}', words)}"
                    yield Change(words, name, words, f"said by {speaker}", (Source(text),), body)

    return make


def _surname_only(story: Story, rng: Random) -> Iterator[Change]:
    own = [
        Change(quote.core, surname(quote.speaker), quote.core, f"{quote.speaker} by surname")
        for quote in rng.sample(story.complete_statements, len(story.complete_statements))
        if _is_full(quote.speaker)
        and sum(surname(quote.speaker) in name for name in story.speakers) == 1
    ]
    return interleave(own, _resettle(story, rng, _SAME_PERSON))


SPEAKER_KINDS = (
    Kind("another speaker of the article", Effect.HARMFUL,
         "words given to somebody else who is quoted in it", _other_speaker),
    Kind("a speaker from outside", Effect.HARMFUL,
         "words given to somebody whom the article does not name", _outsider),
    Kind("another given name", Effect.HARMFUL,
         "one surname, another given name", _other_given_name),
    kind_of_namings("another person of one surname", Effect.HARMFUL,
          "two people of one surname in the article, the words given to the other",
          _TWO_IN_ONE_TEXT),
    kind_of_namings("he or she, another person", Effect.HARMFUL,
          "the source says *he* or *she* after a name, the draft has another name",
          [(line, other) for line, _, other in _BY_PRONOUN]),
    Kind("he or she after another name", Effect.HARMFUL,
         "the draft says *he* or *she* after the name of somebody else",
         _pronoun_in_draft(of_another=True)),
    kind_of_namings("title contradicts", Effect.HARMFUL,
          "Mr Olsen → Mrs Olsen, General → Judge", _TITLES),
    kind_of_namings("family name first, other given name", Effect.HARMFUL,
          "Kim Jong Su → Kim Yo Hwan", _FAMILY_FIRST),
    kind_of_namings("somebody close for the person", Effect.HARMFUL,
          "a spokesman's, lawyer's or relative's words given to the person", _SPEAKS_FOR_A_PERSON),
    kind_of_namings("another role", Effect.HARMFUL,
          "the deputy minister → the minister", _OTHER_ROLE),
    kind_of_namings("institution for a person", Effect.HARMFUL,
          "the words of somebody who does not speak for an institution given to it",
          _INSTITUTION_FOR_A_PERSON),
    Kind("name shortened", Effect.HARMLESS, "Ida Vance → Vance, James G. Tolliver → James Tolliver",
         _surname_only),
    kind_of_namings("name for he or she", Effect.HARMLESS,
          "the source says *he* or *she* after a name, the draft has that name",
          [(line, name) for line, name, _ in _BY_PRONOUN]),
    Kind("he or she for the name", Effect.HARMLESS,
         "the draft says *he* or *she* after the name", _pronoun_in_draft(of_another=False)),
    kind_of_namings("role for the name", Effect.HARMLESS, "Mayor Lena Brodt → the mayor", _ROLES),
    kind_of_namings("name transliterated", Effect.HARMLESS, "Mohammed al-Masri → Muhammad al Masri",
          _TRANSLITERATIONS),
    kind_of_namings("firm by what it is", Effect.HARMLESS,
          "Harlow Finch, the investment bank → the investment bank", _FIRM_DESCRIBED),
    kind_of_namings("institution for its spokesperson", Effect.HARMLESS,
          "a spokeswoman for the Harbour Board → the Harbour Board",
          _INSTITUTION_FOR_SPOKESPERSON),
    kind_of_namings("spokesperson for the institution", Effect.HARMLESS,
          "the Harbour Board → its spokeswoman, whom the source names",
          _SPOKESPERSON_FOR_INSTITUTION, of_institution=True),
)  # fmt: skip
