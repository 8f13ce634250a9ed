"""A speaker as a text names or describes him: title, description, whom he speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quote_versions.word_weights import without_stop_words
from reader.quotes.quote import Speaker, SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import PersonName, parse_person_name
from reader.text.values.value_lists import list_pairs, list_words
from reader.text.words import split_words, word_key

_TITLE_CHARS = 24
"""Characters before a name in which its title is looked for."""
_ARTICLES = frozenset(("the", "a", "an", "one", "another", "his", "her", "their", "its"))
_THE = "the "
_SHORT_TITLES = frozenset(("sen.", "rep.", "gov.", "lt.", "gen.", "col.", "sgt.", "capt."))
_PRINCIPAL = r"\s+((?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Prof|Rev)\.\s)?[^,.;:!?\"“”\n]{2,60})"
_SPEAKS_FOR = re.compile(
    r"\s+(?:for|of|to|representing|speaking for|acting for|on behalf of)" + _PRINCIPAL
)
_BELONGS_TO = re.compile(
    r"\s+(?:for|of|from|to|at|in|representing|investigating|examining|(?:owned|led|run|headed) by)"
    + _PRINCIPAL
)
_POSSESSIVE = re.compile(r"(.+?)(?:[’']s|s[’'])\s+[a-z]")


class SpeakerMention(NamedTuple):
    """A speaker in the text that names him."""

    speaker: Speaker
    text: str
    """That text; empty where the name was given by itself."""

    @property
    def name(self) -> str:
        """The name without an article."""
        return _strip_article(self.speaker.name)

    @property
    def printed(self) -> str:
        """The name with its title, or the whole description, for a message."""
        if self.is_named:
            title = _read_title(self)
            return f"{title} {self.speaker.name}".strip()
        return self.speaker.display_name + self.description[len(self.name) :]

    @property
    def is_named(self) -> bool:
        """Whether it is a name and no description.

        One that was given by itself, as "the White House press secretary", is a description where
        its last word has no capital; and so is a member of a party, "the Texas Republican".
        """
        if self.speaker.kind is SpeakerKind.ROLE or not self.name[:1].isupper():
            return False
        if self.name.split()[-1].lower() in list_pairs("person_titles", "partisans"):
            return False
        is_given = not self.text and self.speaker.kind is SpeakerKind.UNKNOWN
        return not is_given or any(map(str.isupper, self.name.split()[-1]))

    @property
    def is_institution(self) -> bool:
        """Whether it is a body and no person, as the text or the name shows."""
        if self.speaker.kind is SpeakerKind.ORGANISATION:
            return True
        start = self.speaker.start
        if start and self.text[max(0, start - len(_THE)) : start].lower() == _THE:
            return True
        if self.speaker.kind is SpeakerKind.PERSON:
            return False
        words = {word.lower() for word in split_words(self.name)}
        known = list_words("person_titles", "bodies") | load_vocabulary().organisation_words
        return not words.isdisjoint(known) or self.name.isupper()

    @property
    def description(self) -> str:
        """The words that describe a speaker without a name, with what follows: "of the school"."""
        if (
            not self.text
            or self.speaker.mention != self.text[self.speaker.start : self.speaker.end]
        ):
            return self.name
        after = _BELONGS_TO.match(self.text, self.speaker.end)
        return self.name + _cut_at_verb(after.group()) if after else self.name

    @property
    def is_possessive(self) -> bool:
        """Whether the words that name the speaker begin with whose he is: "Quill’s lawyer"."""
        return _POSSESSIVE.match(self.speaker.name) is not None

    @property
    def serves_person(self) -> bool:
        """Whether it is an aide "to" somebody: that is a person, as "for" need not be."""
        return bool(self.text) and self.text[self.speaker.end :].lstrip().startswith("to ")

    @property
    def principal(self) -> str | None:
        """Whose wife, aide or head a speaker is by the words that name him; None for others."""
        for name in (self.speaker.name, self.speaker.mention):
            possessive = _POSSESSIVE.match(name)
            if possessive:
                return _strip_article(possessive.group(1))
        if self.is_named:
            return None
        words = self.description[len(self.name) :].split(None, 1)
        return _strip_article(words[1]) if len(words) > 1 else None

    @property
    def represents(self) -> str | None:
        """Whom a spokesperson without a name speaks for; "" where that is not said, None for
        any other speaker."""
        words = self.speaker.name.split()
        if not words or _plain(words[-1]) not in list_words("person_titles", "representatives"):
            inside = _split_representative(self.speaker.name)
            return inside
        if len(words) > 1 and re.search("[’']s?$", words[-2]):
            return _strip_article(" ".join(words[:-1]))[:-2].rstrip("’'")
        after = _SPEAKS_FOR.match(self.text, self.speaker.end) if self.text else None
        if after:
            return _strip_article(after.group(1))
        # "A Quill aide", "a Harbour Board spokeswoman".
        before = _strip_article(" ".join(words[:-1])) if len(words) > 1 else ""
        is_name = before[:1].isupper() and before.lower() not in _ARTICLES
        return before if is_name and words[-1].islower() else ""

    @property
    def owner(self) -> str:
        """Whose body a speaker is, where that is a person's: "Quill" of "the Quill campaign"."""
        *before, last = self.name.split() or [""]
        if not before or last.lower() not in list_words("person_titles", "bodies of persons"):
            return ""
        return re.sub("(?:[’']s|(?<=s)[’'])$", "", " ".join(before))


def parse_mention(mention: SpeakerMention) -> PersonName | None:
    """Read the name with the title that is printed before it."""
    return _parse_name(f"{_read_title(mention)} {mention.speaker.name}".strip())


@lru_cache(maxsize=1 << 10)
def _parse_name(name: str) -> PersonName | None:
    return parse_person_name(" ".join(drop_before_title(name.split())))


def drop_before_title(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name from a title on: the state in "Virginia Sen. Quill" is none."""
    titles = [at for at, word in enumerate(words) if word.lower() in _SHORT_TITLES]
    return words[titles[-1] :] if titles else words


def _read_title(mention: SpeakerMention) -> str:
    """Return the title that is printed before a name: "Mrs"."""
    start, text = mention.speaker.start, mention.text
    before = text[max(0, start - _TITLE_CHARS) : start].split()[-1:] if start else []
    known = [list_words("person_titles", section) for section in ("men", "women", "any")]
    is_title = bool(before) and any(before[0].lower().rstrip(".") in names for names in known)
    return before[0] if is_title else ""


def _split_representative(name: str) -> str | None:
    """Return whom "a spokesman for X" speaks for; None for any other name."""
    match = re.search(r"(\w+) (?:for|of) (.+)$", name)
    if match and _plain(match.group(1)) in list_words("person_titles", "representatives"):
        return _strip_article(match.group(2))
    return None


def _cut_at_verb(words: str) -> str:
    """Return a preposition and the words before the first verb of reporting, with a space."""
    verbs = load_reporting_verbs().single
    left: list[str] = []
    for word in words.split():
        if word.lower() in verbs and len(left) > 1:
            break
        left.append(word)
    return " " + " ".join(left)


def _strip_article(name: str) -> str:
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.lower() in _ARTICLES else name.strip()


def last_name(name: str) -> str:
    """Return the last word of a name that is no suffix: "Lee" of "Ann Lee Jr."."""
    words = name.split()
    suffixes = list_words("person_titles", "suffixes")
    while len(words) > 1 and _plain(words[-1]) in suffixes:
        words.pop()
    return words[-1].rstrip(",") if words else ""


def _plain(word: str) -> str:
    return word.lower().strip(".,")


@lru_cache(maxsize=1 << 10)
def name_keys(text: str) -> frozenset[str]:
    """Return the keys of the words of a name or a description, stop words left out."""
    words = (re.sub("[’']s?$", "", word) for word in split_words(text))
    return without_stop_words(map(word_key, words))
