"""Where phrases of a sentence begin and end, judged by closed classes of words and by marks.

The classes are those of English; in other languages the marks and the stop words decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.quotes.reporting_vocabulary import load_word_class
from reader.text.quote_signs import UNMISTAKABLE_SIGNS
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import Modality
from reader.text.values.value_lists import list_phrases

if TYPE_CHECKING:
    from reader.story.moment_words import StoryWord

_APART = frozenset("!?;:…()[]{}\n")
"""Marks between words that no label has inside; a full stop inside a sentence is that of an
abbreviation."""
QUOTE_MARKS = frozenset(UNMISTAKABLE_SIGNS)
_DASHES = frozenset("–—―")
_TYPED_DASHES = ("--", " - ")
_HYPHENS = ("-", "‐", "‑")
_NEGATIONS = frozenset(("not", "never", "no", "without", "n't"))
_FINITE = frozenset(
    "is are was were has have had will would can could may must should might did does do".split()  # noqa: SIM905
)
_JOINING = frozenset(("and", "or", "but", "nor"))
_ADJECTIVE_ENDS = ("ing", "al", "ive", "ous", "ful", "able", "ible", "ic", "less")
_GOVERNING = frozenset(
    "whether unclear evidence recommend recommended recommending ensure ensured ensuring".split()  # noqa: SIM905
)
"""Words after which something is not stated as a fact, beside those of `clause_words`."""
RELATIVE = frozenset(("which", "who", "whom", "whose"))
"""Words that describe what is before them; "that" may begin what is said, too."""
_SUBJECT_PRONOUNS = frozenset(("i", "we", "he", "she", "they", "it", "you"))
_GOVERNED = 8
"""Words that such a word governs."""
_CONTRACTED = frozenset(
    "it he she that there here what who where how this let everything".split()  # noqa: SIM905
)
"""Words after which an apostrophe and "s" are a verb."""
_PLURAL_POSSESSIVE = ("' ", "’ ")
_OBJECT_PRONOUNS = frozenset(("him", "her", "them", "us", "me", "it"))


class PhraseWord(NamedTuple):
    """A word of a sentence."""

    start: int
    end: int
    key: str
    stem: str
    is_telling: bool
    """Whether it says something alone: no stop word."""
    has_capital: bool = False
    is_apart: bool = False
    """Whether a mark before it ends a clause."""
    follows_pause: bool = False
    """Whether a comma or a dash is before it, or a mark that ends a clause."""
    quote_signs: int = 0
    """How many quotation marks are before it."""
    opens_quote: bool = False
    """Whether a quotation mark is right before it."""
    is_contraction: bool = False
    """Whether it is a pronoun and its verb: "it's", "we'll"."""
    follows_dash: bool = False
    """Whether a dash is before it."""
    is_possessive: bool = False
    """Whether a noun that it owns follows: "the town's"."""
    is_compound: bool = False
    """Whether a hyphen ties it to the word before it: "state-owned"."""

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital letter, which belongs to the name that follows."""
        return self.has_capital and self.end - self.start == 1 and self.key.isalpha()

    @property
    def joins(self) -> bool:
        """Whether it joins what follows to what is before."""
        return self.key in _JOINING

    @classmethod
    def read(cls, text: str, end: int, word: StoryWord) -> PhraseWord:
        """Return a word of a text that follows another one, which ends at `end`."""
        start, stop, key, stem, weight = word
        printed = text[start:stop]
        has_capital = printed[0].isupper()
        # "US" is no pronoun, "T." a part of a name.
        is_telling = weight > 0 or (printed.isupper() and printed != "I")
        is_contraction = is_possessive = False
        if not printed.isalnum():
            is_contraction, is_possessive = _read_ending(printed)
        is_possessive = is_possessive or (
            printed.endswith("s") and text[stop : stop + 2] in _PLURAL_POSSESSIVE
        )
        word_alone = cls(
            start,
            stop,
            key,
            stem,
            is_telling,
            has_capital,
            is_contraction=is_contraction,
            is_possessive=is_possessive,
        )
        before = text[end:start]
        return word_alone if before == " " or not before else word_alone._follow(before)

    def _follow(self, before: str) -> PhraseWord:
        """Return the word as it is after other marks than a space."""
        # Dots stand for words that are left out; one dot is that of an abbreviation.
        is_apart = not _APART.isdisjoint(before) or ".." in before or ". ." in before
        is_dash = not _DASHES.isdisjoint(before) or any(dash in before for dash in _TYPED_DASHES)
        follows_pause = is_apart or is_dash or "," in before
        return self._replace(
            is_apart=is_apart,
            follows_pause=follows_pause,
            quote_signs=sum(sign in QUOTE_MARKS for sign in before),
            opens_quote=before[-1] in QUOTE_MARKS,
            follows_dash=is_dash,
            is_compound=before in _HYPHENS,
        )


def _read_ending(printed: str) -> tuple[bool, bool]:
    """Return whether a word is a pronoun with its verb, and whether it is a possessive."""
    stem, _, ending = printed.lower().replace("’", "'").rpartition("'")
    if not stem:
        return False, False
    if ending == "s":
        is_contraction = stem in _CONTRACTED
        return is_contraction, not is_contraction
    return ending in ("re", "ll", "ve", "m", "d"), False


class _WordClasses(NamedTuple):
    """Words that tell what is before and after them."""

    clause_starts: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    reporting: frozenset[str]
    """Verbs after which what is said follows."""
    joining: frozenset[str]
    """Words that need others after them."""
    saying: frozenset[str]
    """Verbs of speech in the forms that are no nouns, which need an object or a clause."""


@lru_cache(maxsize=1)
def _classes() -> _WordClasses:
    clause_starts = load_word_class("subject_conjunctions") | load_word_class("clause_starts")
    reporting = frozenset(
        key
        for key, verb in load_reporting_verbs().single.items()
        if not verb.is_weak and not verb.is_gerund
    )
    auxiliaries = load_word_class("auxiliaries")
    return _WordClasses(
        clause_starts=clause_starts - {"after", "before", "since", "until", "as"},
        prepositions=load_word_class("phrase_ends") - clause_starts | {"as", "after", "before"},
        determiners=load_word_class("determiners"),
        auxiliaries=auxiliaries,
        pronouns=load_word_class("pronouns"),
        verbs=load_word_class("past_verbs")
        | load_word_class("present_verbs")
        | _FINITE
        | {verb for verb in reporting if verb.endswith(("ed", "s"))},
        reporting=reporting,
        joining=load_word_class("phrase_ends") | load_word_class("determiners") | auxiliaries,
        saying=frozenset(
            key
            for key in load_reporting_verbs().single
            if key.endswith(("ed", "ing")) or key in reporting
        ),
    )


@lru_cache(maxsize=1)
def _governing_words() -> frozenset[str]:
    """Return the words without which what follows them would be stated as a fact."""
    unsure = [modality.value for modality in Modality if modality is not Modality.FUTURE]
    phrases = [
        phrase.split()
        for section in ("negation", "denial", *unsure)
        for phrase in list_phrases("clause_words", section)
    ]
    verbs = {words[0] for words in phrases if len(words) == 1 or words[1:] == ["to"]}
    return _GOVERNING | _NEGATIONS | verbs - {"as", "provided", "had", "has", "have"}


def rate_starts(words: Sequence[PhraseWord]) -> list[float | None]:
    """Return for every word how well a label begins there, -1..1; None where it can't."""
    return [
        _rate_start(words, at)
        if word.is_telling or word.key in _NEGATIONS or _is_subject(words, at)
        else None
        for at, word in enumerate(words)
    ]


def rate_ends(words: Sequence[PhraseWord]) -> list[float | None]:
    """Return for every word how well a label ends there, -1..1; None where it can't."""
    return [_rate_end(words, at) if word.is_telling else None for at, word in enumerate(words)]


def turn_round(words: Sequence[PhraseWord]) -> list[bool]:
    """Return for every word whether a label that begins there would say more than its clause.

    What is denied, wanted, unclear or alleged is no fact without the word that says so.
    """
    governing = _governing_words()
    left = 0
    found = []
    for word in words:
        if word.follows_pause or word.key == "but":
            left = 0
        found.append(left > 0)
        is_governing = word.key in governing or word.key.endswith(("n't", "n’t"))
        left = _GOVERNED if is_governing else left - 1
    return found


def reports_speech(word: PhraseWord) -> bool:
    """Whether a word is a verb after which what is said follows."""
    return word.key in _classes().reporting


def has_verb(word: PhraseWord) -> bool:
    """Whether a word is a verb, as far as its form shows."""
    return word.key in _classes().verbs or (word.key.endswith("ed") and len(word.key) > 4)


def _rate_start(words: Sequence[PhraseWord], at: int) -> float | None:
    word = words[at]
    classes = _classes()
    if word.key in classes.joining and word.key not in _NEGATIONS:
        return None
    if at == 0 or word.is_apart:
        # "Speaking to reporters, …": what happened follows.
        return 0.2 if word.key.endswith("ing") and len(word.key) > 5 else 1.0
    if word.follows_pause or word.opens_quote:
        return 0.7
    if word.quote_signs:
        # What is quoted before it belongs to it: "the lone “no” vote".
        return None
    # What is before it, without the article of its noun: "of the", "that a".
    before = at - 1
    if words[before].key in classes.determiners and before and not words[before].follows_pause:
        before -= 1
    elif words[before].key in classes.determiners:
        return 1.0
    key = words[before].key
    if key in RELATIVE and describes_noun(words, before):
        return None if words[at].has_capital or key == "whom" else -0.3
    if key in classes.clause_starts:
        return 1.0
    if key in _JOINING and at + 1 < len(words) and words[at + 1].joins:
        return None
    if key in _JOINING or key == "to" or key in classes.auxiliaries or key in classes.pronouns:
        return 0.6
    if words[before].is_telling:
        return 0.5 if before < at - 1 else None
    return -0.3


def _is_subject(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a pronoun begins a clause with the verb right after it: "we will go"."""
    if words[at].key not in _SUBJECT_PRONOUNS or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.follows_pause or following.quote_signs or reports_speech(following):
        return False
    is_first = not at or words[at].follows_pause or words[at].opens_quote
    return is_first or words[at - 1].key in _classes().clause_starts | set(_JOINING)


def describes_noun(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word begins what a noun before it is described by: "those who left".

    After a verb of saying it begins what is said.
    """
    before = words[at - 1] if at and not words[at].follows_pause else None
    if before is None or not before.is_telling or words[at].quote_signs:
        return False
    return before.key not in _classes().saying and not has_verb(before)


def is_first_adjective(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word is an adjective right after an article: "a growing and …"."""
    is_adjective = words[at].key.endswith(_ADJECTIVE_ENDS)
    return is_adjective and at > 0 and words[at - 1].key in _classes().determiners


def _joins_noun(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether what follows "and" or "or" is a noun without an article: "growth and jobs"."""
    if at + 1 >= len(words):
        return False
    word = words[at + 1]
    return word.is_telling and not has_verb(word) and not word.key.endswith("ing")


def _rate_end(words: Sequence[PhraseWord], at: int) -> float | None:
    word, classes = words[at], _classes()
    if word.key in classes.joining:
        return None
    if at + 1 == len(words) or words[at + 1].is_apart:
        return 1.0
    following = words[at + 1]
    if word.key in classes.reporting or word.is_initial:
        return None
    if following.follows_pause:
        return 0.9
    if following.quote_signs:
        return _rate_end_at_quote(word, following)
    return None if _needs_following(words, at) else _rate_end_before(words, at + 1)


def _rate_end_at_quote(word: PhraseWord, following: PhraseWord) -> float | None:
    """Return how well a phrase ends at a quotation mark."""
    if not following.opens_quote:
        return 0.9
    # "a resolution condemning “racist elements”"
    return None if word.key.endswith("ing") else -0.7


def _needs_following(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word and the one after it are parts of one phrase."""
    word, following, classes = words[at], words[at + 1], _classes()
    if following.is_telling or following.key in classes.determiners - {"that"}:
        return True
    if word.key in classes.saying or word.key in _governing_words():
        return True
    is_last = at + 2 == len(words) or words[at + 2].follows_pause
    if is_last and following.key in classes.prepositions:
        return True
    return following.key in _JOINING and is_first_adjective(words, at)


def _rate_end_before(words: Sequence[PhraseWord], at: int) -> float:
    """Return how well a phrase ends before a word without weight."""
    word, classes = words[at], _classes()
    if word.key in ("that", "whether", "what", "why", "how"):
        # What follows may be the object: "did not establish that".
        return 0.0
    if word.key in _JOINING and _joins_noun(words, at):
        return 0.3
    if word.key in classes.clause_starts or word.key in _JOINING:
        return 0.8
    if word.key in classes.prepositions and word.key not in ("of", "to"):
        return 0.6
    return -0.7
