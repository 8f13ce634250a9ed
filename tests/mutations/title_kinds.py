"""Kinds about offices, parties and descriptions beside the name of the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutation_kit import Change, Effect, Kind, Source
from mutation_story import Story
from speaker_kinds import kind_of_namings

_FORMER = (
    ("Rep. Lena Brodt", "former Rep. Lena Brodt"),
    ("Senator Paul Ferro", "former Senator Paul Ferro"),
    ("Mayor Lena Brodt", "former Mayor Lena Brodt"),
    ("Gov. Ellen Strake", "former Gov. Ellen Strake"),
    ("President Odo Klee", "former President Odo Klee"),
    ("Sheriff Rolf Anker", "former Sheriff Rolf Anker"),
    ("Judge Marian Teague", "former Judge Marian Teague"),
    ("Prime Minister Hugo Lenk", "former Prime Minister Hugo Lenk"),
    ("Ambassador Vera Stahl", "former Ambassador Vera Stahl"),
    ("Sen. Ruth Amberg", "former Sen. Ruth Amberg"),
)
_PARTIES = (
    ("Rep. Lena Brodt, D-Ohio", "Rep. Lena Brodt (R-Ohio)"),
    ("Sen. Paul Ferro, R-Utah", "Sen. Paul Ferro (D-Utah)"),
    ("Rep. Ruth Amberg, California Democrat", "Rep. Ruth Amberg (R-Calif.)"),
    ("Sen. Hugo Lenk, Texas Republican", "Sen. Hugo Lenk (D-Texas)"),
    ("Democratic Sen. Vera Stahl", "Republican Sen. Vera Stahl"),
    ("Republican Rep. Rolf Anker", "Rep. Rolf Anker (D-Iowa)"),
    ("Sen. Odo Klee (D-Vt.)", "Sen. Odo Klee (R-Vt.)"),
    ("Rep. Nora Felt (R-Iowa)", "Rep. Nora Felt (D-Iowa)"),
    ("Dana Kell, a Democrat", "Dana Kell, a Republican"),
    ("Tom Reuter, a Republican", "Tom Reuter, a Democrat"),
)
_NAMED_IN_A_DESCRIPTION = (
    ("a Lena Brodt opponent", "Lena Brodt"),
    ("a Paul Ferro critic", "Paul Ferro"),
    ("one Amberg supporter", "Ruth Amberg"),
    ("a Strake donor", "Ellen Strake"),
    ("an Anker voter", "Rolf Anker"),
    ("a Vera Stahl admirer", "Vera Stahl"),
    ("a Hugo Lenk rival", "Hugo Lenk"),
    ("one Dana Kell follower", "Dana Kell"),
    ("an Odo Klee accuser", "Odo Klee"),
    ("a Tom Reuter neighbour", "Tom Reuter"),
)
_NOBODY_FOR_A_SPOKESPERSON = (
    *(
        (f"“{{q}},” one {body} source said. {name}, {role} for the {body}, left.", name)
        for body, name, role in (
            ("campaign", "Dana Kell", "a spokeswoman"),
            ("company", "Tom Reuter", "a spokesman"),
            ("police", "Nora Felt", "a spokeswoman"),
            ("ministry", "Hugo Lenk", "a spokesman"),
            ("union", "Vera Stahl", "a spokesperson"),
        )
    ),
    *(
        (f"“{{q}},” {role} for the {body} said. {name}, a lawyer for the crew, left.", name)
        for body, name, role in (
            ("Coast Guard", "Dana Kell", "a spokesman"),
            ("Justice Department", "Tom Reuter", "a spokeswoman"),
            ("Water Agency", "Nora Felt", "a spokesperson"),
            ("Harbour Board", "Hugo Lenk", "a spokesman"),
            ("Interior Ministry", "Vera Stahl", "a spokeswoman"),
        )
    ),
)
_SAME_DESCRIPTION = (
    ("Dana Kell, a spokesperson for the mill", "Dana Kell, a spokesperson for the mill"),
    ("Odo Klee, the king’s physician", "Odo Klee, the king’s physician"),
    ("Rep. Lena Brodt, D-Ohio", "Lena Brodt (D-Ohio)"),
    ("Rep. Ruth Amberg, California Democrat", "Rep. Ruth Amberg, a Democrat"),
    ("Democratic Sen. Vera Stahl", "Sen. Vera Stahl, a Democrat"),
    ("former Rep. Nora Felt", "former Rep. Nora Felt"),
    ("Virginia Sen. Mark Ferro", "Mark Ferro"),
    ("Rolf Anker, the head of the yard", "Rolf Anker, the head of the yard"),
    ("Mill Owners of Norvale spokesman Tom Reuter", "Tom Reuter"),
    ("Senator Paul Ferro", "Sen. Paul Ferro"),
)
_GROUNDS = (
    ("“{q},” Lena Brodt said, citing concerns about the weather.", "Lena Brodt"),
    ("“{q},” Paul Ferro said, citing safety reasons.", "Paul Ferro"),
    ("“{q},” said Ruth Amberg, citing a wave of support.", "Ruth Amberg"),
    ("Citing his ties to the town, Rolf Anker told us: “{q}.”", "Rolf Anker"),
    ("“{q},” Ellen Strake said, but did not provide details.", "Ellen Strake"),
    ("“{q},” Hugo Lenk said, but declined to elaborate.", "Hugo Lenk"),
    ("“{q},” said Vera Stahl, citing her own experience on the yard.", "Vera Stahl"),
    ("“{q},” Dana Kell said on Monday, citing the weather.", "Dana Kell"),
    ("“{q},” Tom Reuter said, citing a lack of time.", "Tom Reuter"),
    ("“{q},” said Nora Felt, citing costs.", "Nora Felt"),
)
_NOUNS = (
    ("This is really", "a victory for the rule of law"),
    ("Such a thing disrupts", "the will of the majority"),
    ("We call on the board to respect", "the lawful rights of workers"),
    ("What we saw was", "the end of an era"),
    ("It was", "a change of heart"),
    ("They have forgotten", "the spirit of the agreement"),
    ("The wall is", "a symbol of our pride"),
    ("We stand at", "the edge of the abyss"),
    ("My father loved", "the sound of the harbour"),
    ("The old mill is", "the heart of our town"),
)


def _nouns_of_a_statement(story: Story, rng: Random) -> Iterator[Change]:
    for lead, nouns in rng.sample(_NOUNS, len(_NOUNS)):
        if nouns not in story.text:
            words = f"{lead} {nouns}"
            source = Source(f"{story.text}\n“{words},” said Petra Hollis.")
            if "Hollis" not in story.text:
                yield Change(nouns, "Petra Hollis", words, f"{lead!r} left out", (source,))


TITLE_KINDS = (
    kind_of_namings("office made a former one", Effect.HARMFUL,
                    "Rep. Lena Brodt → former Rep. Lena Brodt", _FORMER),
    kind_of_namings("party contradicts", Effect.HARMFUL,
                    "Rep. Ruth Amberg, California Democrat → Rep. Ruth Amberg (R-Calif.)",
                    _PARTIES),
    kind_of_namings("named in a description", Effect.HARMFUL,
                    "a Lena Brodt opponent → Lena Brodt", _NAMED_IN_A_DESCRIPTION),
    kind_of_namings("nobody named, given to a representative", Effect.HARMFUL,
                    "one campaign source → the spokeswoman of the campaign; a spokesman for the "
                    "Coast Guard → a lawyer", _NOBODY_FOR_A_SPOKESPERSON),
    kind_of_namings("description of the speaker", Effect.HARMLESS,
                    "the name with office, party or description as the source has them",
                    _SAME_DESCRIPTION),
    kind_of_namings("grounds behind the quotation", Effect.HARMLESS,
                    "“A,” said X, citing safety reasons → “A,” said X", _GROUNDS),
    Kind("nouns of a statement", Effect.HARMLESS,
         "This is really a victory for the rule of law → “a victory for the rule of law”",
         _nouns_of_a_statement),
)  # fmt: skip
