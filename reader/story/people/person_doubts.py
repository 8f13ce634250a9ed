"""Whether a pronoun or a role that was read as a person may be somebody else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import Speaker
from reader.story.people.article_person import ArticlePerson
from reader.story.people.article_persons import ArticlePersons
from reader.story.people.name_surroundings import find_title
from reader.story.people.office_holders import MOST_PARAGRAPHS, OfficeHolders, find_paragraph_start
from reader.story.people.same_person import fits_gender
from reader.text.sentences import find_sentence_start

PRONOUN_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PREPOSITIONS = frozenset(
    ("by", "with", "of", "to", "for", "from", "like", "about", "against", "on", "and", "the", "a")
)
"""Words before a name that is no subject."""
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})[.?!][”\"’]? |\n+")
_MOST_CHAINED = 3
"""Sentences one after the other whose subject is the same pronoun."""


class SpeakerDoubts:
    """What speaks against the persons that were found for the speakers of an article.

    Args:
        persons: the persons, collected.
        holders: the persons by their roles.
    """

    def __init__(self, persons: ArticlePersons, holders: OfficeHolders) -> None:
        self._persons = persons
        self._text = persons.text
        self._placed = list(persons.placed)
        self._starts = [name.start for name, _ in self._placed]
        self._holders = holders

    def is_doubtful(
        self, speaker: Speaker, person: ArticlePerson, before: tuple[int, ArticlePerson] | None
    ) -> bool:
        """Return whether a pronoun, or a role that several have, may be of somebody else.

        A pronoun is surely of the person who was given the word right before, whose name begins
        the sentence before, or whom alone of that sex the paragraph and the one before it name.

        Args:
            speaker: the speaker.
            person: the person who was found for it.
            before: the end of what was said last, and who said it.
        """
        if speaker.resolution == CORRECTED_BY_USER:
            return False
        mention = speaker.mention.lower()
        if mention in ("he", "she"):
            return self._is_pronoun_doubtful(speaker, person, before)
        # "He and the mayor had spoken": another one tells of both.
        if self._text.endswith((" he and ", " she and ", " they and "), 0, speaker.start):
            return True
        return mention.startswith("the ") and self._holders.is_shared(speaker, person)

    def is_far(self, speaker: Speaker, person: ArticlePerson) -> bool:
        """Return whether "he" or "she" comes so long after a name that it is not even perhaps its.

        ("The first speaker was booed when she disclosed it", long after a woman's name)
        """
        if speaker.mention.lower() not in PRONOUN_GENDERS:
            return False
        lowest = find_paragraph_start(self._text, speaker.start, MOST_PARAGRAPHS)
        last = bisect_left(self._starts, speaker.start)
        first = bisect_left(self._starts, lowest)
        return not any(each is person for _, each in self._placed[first:last])

    def _is_pronoun_doubtful(
        self, speaker: Speaker, person: ArticlePerson, before: tuple[int, ArticlePerson] | None
    ) -> bool:
        if self._only_describes_subject(speaker.start, person):
            return True
        gender = PRONOUN_GENDERS[speaker.mention.lower()]
        last = bisect_left(self._starts, speaker.start)
        named = [pair for pair in self._placed[:last] if fits_gender(pair[1].gender, gender)]
        meant = max((name.start for name, each in named if each is person), default=-1)
        if before is not None and before[1] is person:
            meant = max(meant, before[0])
        if meant < find_paragraph_start(self._text, speaker.start, MOST_PARAGRAPHS):
            return True
        is_named = before is None or before[1] is person or meant > before[0]
        if before and not is_named and self._follows_speech_of_other(speaker, before, gender):
            return True
        if not any(name.start > meant and each is not person for name, each in named):
            return False
        is_last = before is not None and before[1] is person
        if is_last and before and before[0] >= find_paragraph_start(self._text, speaker.start, 1):
            return False
        return not self._is_subject_before(speaker.start, person)

    def _only_describes_subject(self, position: int, person: ArticlePerson) -> bool:
        """Return whether the subject only has the name in it: "The Lee aide left, he said"."""
        begin = self._find_sentence(find_paragraph_start(self._text, position, 0), position)
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, position)
        if last - first != 1 or self._placed[first][1] is not person:
            return False
        name = self._placed[first][0]
        opener = self._text[begin : name.start].strip().lower()
        is_before_noun = re.match(r"[ \u00a0][a-z]", self._text[name.end : name.end + 2])
        return opener in ("the", "a", "an") and is_before_noun is not None and not name.title

    def _follows_speech_of_other(
        self, speaker: Speaker, before: tuple[int, ArticlePerson], gender: str
    ) -> bool:
        """Return whether the sentence before is what somebody else said, who may be meant."""
        end, other = before
        if not fits_gender(other.gender, gender) or end >= speaker.start:
            return False
        return len(_SENTENCE_END.findall(self._text, end, speaker.start)) == 1

    def _is_subject_before(self, position: int, person: ArticlePerson) -> bool:
        """Return whether a person is named first in the sentence before, after no preposition."""
        lowest = find_paragraph_start(self._text, position, 1)
        sentence = self._find_sentence(lowest, max(lowest, position - 1))
        previous = self._find_sentence(lowest, max(lowest, sentence - 2))
        for begin in (sentence, previous, *self._list_sentences_of_pronoun(position, previous)):
            index = bisect_left(self._starts, begin)
            if index == len(self._placed) or self._placed[index][1] is not person:
                continue
            name = self._placed[index][0]
            title = find_title(self._text, name)
            words = self._text[begin : title[0] if title else name.start].split()
            if name.start < position and (not words or words[-1].lower() not in _PREPOSITIONS):
                return True
        return False

    def _list_sentences_of_pronoun(self, position: int, previous: int) -> Iterator[int]:
        """Yield the sentence before those that begin with the pronoun at a position, one by one.

        ("Lee spoke of Roe. He recalled when he was with Roe. He said": the subject goes on.)
        """
        pronoun = self._text[position : position + 4].split(" ")[0].title()
        lowest = find_paragraph_start(self._text, position, MOST_PARAGRAPHS)
        begin = previous
        for _ in range(_MOST_CHAINED):
            if begin <= lowest or not self._text.startswith(f"{pronoun} ", begin):
                return
            end = max(lowest, begin - 2)
            begin = self._find_sentence(find_paragraph_start(self._text, end, 0), end)
            yield begin

    def _find_sentence(self, lowest: int, position: int) -> int:
        """Return where the reporter's sentence at a position begins, quotations counted with it."""
        begin = find_sentence_start(self._text, lowest, position)
        while (opened := self._persons.find_quote_start(begin)) and lowest < opened <= begin:
            # The mark itself is before the words.
            begin = find_sentence_start(self._text, lowest, max(lowest, opened - 2))
        return begin
