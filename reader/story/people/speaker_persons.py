"""Which person of an article a speaker is: by name, a role beside the name, or the role alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import Cue, Speaker, SpeakerKind
from reader.quotes.antecedents import is_attributive
from reader.story.people.article_person import ArticlePerson
from reader.story.people.article_persons import ArticlePersons
from reader.story.people.body_names import is_name_of_body
from reader.story.people.epithets import Epithets
from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import find_title
from reader.story.people.named_pairs import JOINED, find_pair_before
from reader.story.people.office_holders import OfficeHolders, find_paragraph_start
from reader.story.people.person_doubts import PRONOUN_GENDERS, SpeakerDoubts
from reader.story.people.same_person import fits_gender, is_full, is_no_name
from reader.text.sentences import find_sentence_start
from reader.text.values import PersonName, parse_person_name

_BESIDE = re.compile(r",? | of (?:the )?\w+ ")
"""Between a role and the name of whoever has it: "the chief of staff Ann Lee"."""
_BEFORE_SUBJECT = frozenset(
    (
        "when",
        "while",
        "as",
        "after",
        "before",
        "because",
        "since",
        "if",
        "though",
        "although",
        "once",
    )
)
"""Words before the subject of a clause that opens a sentence."""
_DIRECTIONS = frozenset(("north", "south", "east", "west", "new"))
"""Words that begin places and bodies: "South Ashford Rail"."""
_UNNAMED = (SpeakerKind.ROLE, SpeakerKind.SPOKESPERSON)
_PLURAL_TITLE = re.compile(r"^(?:Justices|Judges|Sens\.|Senators|Reps\.|Govs\.|Governors) ")
_AND_NAME = re.compile(r" and [A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2}")
_BODIES = (SpeakerKind.UNKNOWN, SpeakerKind.ORGANISATION)
_REST_OF_BODY = re.compile(r"(?: (?:for|of|in|the|and|[A-Z][\w’'-]*))* [A-Z][\w’'-]* ")
"""The rest of a body's name, right before a title."""
_LIST_CHARS = 300
"""Characters beside the name of one speaker in which those of others are listed."""
_FIELD = re.compile(r"(?:(?<=secretary)|(?<=minister)) of [a-z]+\b|(?<=\battorney) general\b")
"""What follows an office of state and belongs to it."""
_SOURCE_CHARS = 20
"""Characters before a speaker in which "according to" is read."""
_COMMA_AFTER = re.compile(r",[ \u00a0](?!\d)")


class SpeakerPersons:
    """The persons of one article, found as speakers.

    Args:
        persons: the persons, collected.
    """

    def __init__(self, persons: ArticlePersons) -> None:
        self._persons = persons
        self._text = persons.text
        self._placed = list(persons.placed)
        self._starts = [name.start for name, _ in self._placed]
        self._holders = OfficeHolders(self._text, self._placed)
        self.doubts = SpeakerDoubts(persons, self._holders)
        self._epithets = Epithets(self._text, self._placed, persons.is_quoted)

    def find_by_name(self, printed: str, position: int) -> ArticlePerson | None:
        """Return the person of a name at a position; None where the article names nobody so."""
        return self._persons.find_by_name(printed, position)

    def find_speaker(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person that a speaker is; None for one who is no person of the article.

        A role right before a name is that person ("the mayor, Ada Brandt"), and so is one that the
        article gives to nobody else ("the fire chief").
        """
        if speaker.kind in (SpeakerKind.DOCUMENT, SpeakerKind.GROUP, SpeakerKind.JOINT):
            return None
        if speaker.resolution == CORRECTED_BY_USER:
            return self._persons.find_by_name(speaker.name, speaker.start)
        if " " in speaker.mention and self.is_open(speaker):
            # The office tells which of several of one surname "the president" is.
            return self._epithets.find(replace(speaker, kind=SpeakerKind.ROLE))
        if named := self._find_at(speaker):
            return named
        if speaker.kind is SpeakerKind.ROLE and (field := _FIELD.match(self._text, speaker.end)):
            # "the secretary of state"
            whole = speaker.mention + field.group()
            speaker = replace(speaker, name=whole, mention=whole, end=field.end())
        person = self._find_unplaced(speaker)
        is_role = speaker.mention.lower().startswith("the ")
        if person is not None and is_role and self._holders.has_rivals(speaker, person):
            return self._holders.find_last(speaker) or person
        return person

    def _find_unplaced(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person of a role, an epithet or a pronoun."""
        if speaker.mention.lower() == "the representative" and not speaker.represents:
            # Of an article that names a lawmaker it is an office.
            return self._epithets.find(replace(speaker, kind=SpeakerKind.ROLE))
        if speaker.kind is SpeakerKind.ROLE:
            return self._epithets.find(speaker) or self._holders.find(speaker.name, speaker.start)
        if speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
            return None
        gender = PRONOUN_GENDERS.get(speaker.mention.lower(), "")
        if gender and (near := self._find_in_sentence(speaker, gender)):
            return near
        found = self._persons.find_by_name(speaker.name, speaker.start, gender)
        return found or self._find_by_surname(speaker) or self._epithets.find(speaker)

    def _find_by_surname(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person whom the story names without the given name that the speaker has.

        ("President Lee … the president said", where a caption has "Ann Lee")
        """
        name = parse_person_name(speaker.name)
        if name is None or not is_full(name) or name.given in speaker.mention:
            return None
        found = self._persons.find_by_name(name.surname, speaker.start, name.gender)
        return found if found is not None and not found.full_forms else None

    def _find_in_sentence(self, speaker: Speaker, gender: str) -> ArticlePerson | None:
        """Return the only person whom a sentence names before its pronoun, as its subject.

        ("When Lee dropped out, he did so because he said", after others of that sex)
        """
        lowest = find_paragraph_start(self._text, speaker.start, 0)
        begin = find_sentence_start(self._text, lowest, speaker.start)
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, speaker.start)
        named = [
            (name, each)
            for name, each in self._placed[first:last]
            if fits_gender(each.gender, gender) and not self._persons.is_quoted(name.start)
        ]
        if len({id(each) for _, each in named}) != 1:
            return None
        name, person = named[0]
        title = find_title(self._text, name)
        words = self._text[begin : title[0] if title else name.start].split()
        is_subject = not words or words[-1].lower() in _BEFORE_SUBJECT
        is_other = self._text.startswith(("’s", "'s"), name.end) or (
            is_attributive(self._text, name.end)
        )
        is_subject = is_subject and not is_other
        return person if is_subject and person.gender == gender else None

    def turns_to_other(self, begin: int, end: int, person: ArticlePerson) -> bool:
        """Return whether a paragraph between two quotations names another person alone.

        Args:
            begin: the end of the first one.
            end: the start of the second one.
            person: who said the first one.
        """
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        named = [each for _, each in self._placed[first:last]]
        lines = self._text[begin:end].count("\n")
        return lines > 1 and bool(named) and all(each is not person for each in named)

    def find_after_body(self, speaker: Speaker, cue: Cue) -> ArticlePerson | None:
        """Return the person whose body was read for the speaker: "March for Peace head Ann Lee".

        Args:
            speaker: the speaker, no person of the article.
            cue: the verb, right after the name or before the body.
        """
        index = bisect_left(self._starts, speaker.end)
        if speaker.kind not in _BODIES or index == len(self._placed):
            return None
        name, person = self._placed[index]
        title = find_title(self._text, name)
        if title is None or not _REST_OF_BODY.fullmatch(self._text[speaker.end : title[0]]):
            return None
        is_before = cue.end <= speaker.start
        return person if is_before or not self._text[name.end : cue.start].strip() else None

    def join_titled(self, speaker: Speaker) -> Speaker:
        """Return both of two who share a title: "Justices Ann Lee and Bo Roth … said"."""
        second = _AND_NAME.match(self._text, speaker.end)
        is_joint = speaker.kind is SpeakerKind.JOINT
        if second is None or is_joint or not _PLURAL_TITLE.match(speaker.name):
            return speaker
        return replace(speaker, name=speaker.name + second.group(), kind=SpeakerKind.JOINT)

    def find_joint(self, speaker: Speaker) -> list[ArticlePerson]:
        """Return the persons who say something together.

        Full names that stand beside that of a person of the article are persons', too.
        """
        names = _PLURAL_TITLE.sub("", speaker.name).split(" and ")
        found = [self.find_by_name(name, speaker.start) for name in names]
        if any(found):
            lowest = max(0, speaker.start - _LIST_CHARS)
            for at, name in enumerate(names):
                start = self._text.find(name, lowest, speaker.end + _LIST_CHARS)
                if found[at] is None and start >= 0 and " " in name:
                    end = start + len(name)
                    one = replace(speaker, name=name, mention=name, start=start, end=end)
                    found[at] = self.add_speaker(one)
        return [person for person in found if person is not None]

    def find_pair(self, position: int) -> list[ArticlePerson]:
        """Return the two persons of the sentence before whom "they" at a position means."""
        return find_pair_before(self._text, self._placed, position)

    def find_companions(self, speaker: Speaker, cue: Cue | None) -> list[ArticlePerson]:
        """Return the persons who say something with a speaker: "Ann Lee (D) and Bo Li (D) said"."""
        if cue is None or speaker.end > cue.start:
            return []
        found = self._find_companion_before(speaker)
        index, end = bisect_left(self._starts, speaker.end), speaker.end
        while index < len(self._placed) and self._placed[index][0].end <= cue.start:
            name, person = self._placed[index]
            title = find_title(self._text, name)
            if not JOINED.fullmatch(self._text[end : title[0] if title else name.start]):
                break
            found.append(person)
            index, end = index + 1, name.end
        return found

    def _find_companion_before(self, speaker: Speaker) -> list[ArticlePerson]:
        """Return the person who begins a clause before "and" and a speaker's name."""
        index = bisect_left(self._starts, speaker.start + 1)
        while index and self._placed[index - 1][0].end > speaker.start:
            index -= 1
        here = self._placed[index : index + 1]
        if not index or not here:
            return []
        (name, person), (own, _) = self._placed[index - 1], here[0]
        title, own_title = find_title(self._text, name), find_title(self._text, own)
        between = self._text[name.end : own_title[0] if own_title else own.start]
        before = self._text[: title[0] if title else name.start].rstrip(" ")
        is_listed = speaker.kind is SpeakerKind.JOINT and between == ", "
        if not is_listed and not JOINED.fullmatch(between):
            return []
        # "Reps. Ann Lee, Bo Li and Cy Roth said": those before the last two, one by one.
        begin = index - 1
        further: list[ArticlePerson] = []
        while begin and self._text[self._placed[begin - 1][0].end : name.start] == ", ":
            begin, (name, each) = begin - 1, self._placed[begin - 1]
            further.append(each)
        if further:
            title = find_title(self._text, name)
            before = self._text[: title[0] if title else name.start].rstrip(" ")
        is_first = not before or before[-1] in '\n.,”"'
        return [person, *further] if is_first else []

    def is_described(self, speaker: Speaker) -> bool:
        """Return whether title or description shows that a name of unknown kind is a person's."""
        if speaker.kind is not SpeakerKind.UNKNOWN or not speaker.mention:
            return False
        name = parse_person_name(speaker.mention)
        if name is None or not is_full(name) or is_no_name(name.words):
            return False
        placed = replace(name, start=speaker.start, end=speaker.end)
        has_title = find_title(self._text, placed) is not None
        return has_title or any(True for _ in find_descriptions(self._text, placed))

    def add_speaker(self, speaker: Speaker) -> ArticlePerson | None:
        """Add a person who is known as a speaker alone.

        None if the words are no name, or may be that of one of several persons.
        """
        name = parse_person_name(speaker.name)
        if name is None or name.is_unnamed or self.is_open(speaker):
            return None
        if speaker.name.split()[0].lower() in _DIRECTIONS:
            return None
        if is_full(name) and is_name_of_body(self._text, name.words):
            return None
        placed = PersonName(
            speaker.start, speaker.end, name.given, name.middle, name.surname, name.title,
            suffix=name.suffix, gender=name.gender,
        )  # fmt: skip
        return self._persons.add_person(placed)

    def is_open(self, speaker: Speaker) -> bool:
        """Return whether a speaker's name alone is that of several persons."""
        names_several = self._persons.names_several
        return names_several(speaker.name) or (
            " " in speaker.mention and names_several(speaker.mention)
        )

    def _is_subject_after_source(self, speaker: Speaker, name: PersonName) -> bool:
        """Return whether a name begins the clause after a source: "According to police, Lee left".

        In commas, and no age, it is that of the source ("According to the mayor, Ada Brandt, …").
        """
        before = self._text[max(0, speaker.start - _SOURCE_CHARS) : speaker.start].lower()
        is_source = re.search(r"\baccording to (?:the |an? )?$", before) is not None
        return is_source and not _COMMA_AFTER.match(self._text, name.end)

    def _find_at(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person whose name the words for a speaker are, or are set before."""
        last = speaker.mention.split()[-1:] if speaker.mention else []
        word = last[0].rstrip(".,’'") if last else ""
        index = bisect_left(self._starts, speaker.start)
        for name, person in self._placed[max(0, index - 1) : index + 2]:
            is_inside = name.start < speaker.end and speaker.start < name.end
            is_begun = name.surname.startswith(f"{speaker.mention} ")
            if is_inside and (is_begun or word in (name.words[-1].split()[-1], name.suffix)):
                return person
            between = self._text[speaker.end : name.start]
            is_source = "," in between and speaker.mention[:1].isupper() and " " in speaker.mention
            is_source = is_source or (
                "," in between and self._is_subject_after_source(speaker, name)
            )
            is_role = speaker.kind in _UNNAMED and not is_source
            if is_role and _BESIDE.fullmatch(between):
                return person
        return None
