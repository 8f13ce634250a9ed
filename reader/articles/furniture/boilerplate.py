"""What sites say around stories, whatever the story: buttons, labels, appeals, notes.

Three ways to tell, from sure to unsure: a phrase that is known as a whole; a line that is
made of nothing but the words of buttons and labels; and a short paragraph in which a site
speaks to its reader, told by several weak signs together. All words are data, see
`data/boilerplate.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.articles.furniture.prose import ends_sentence
from reader.articles.furniture.writer_lines import WRITER_WORDS
from reader.articles.metadata.agencies import agency_named
from reader.text.word_lists import WordLists

BOILERPLATE = WordLists(__file__, "boilerplate")

LABEL_WIDTH = 90
APPEAL_WIDTH = 400
_ANNOUNCEMENT_WIDTH = 200
_LABEL_REACH = 40
_SHORTEST_PHRASE = 7
_MOST_BUTTON_WORDS = 8
_SITE_POINTS = 4
_POINTS_OF_A_SIGN = 2
_MOST_HINTS = 4
_LONGEST_SIGN = 3
_WORDS_FOR_ONE_SIGN = 25
_TIME_WIDTH = 60
_NOTE_OPENING = 7
_NOTE_REACH = 12
_BEFORE_SELF = frozenset(
    ("an", "a", "earlier", "previous", "version", "of", "portions", "parts", "some", "the", "print")
)
_SELF = frozenset(
    ("this", "these", "dieser", "dieses", "cet", "cette", "este", "esta", "questo", "questa", "dit")
)
_BULLETS = " •·*#>-–—_|(["
_AROUND_WORDS = ".,:;!?…()[]{}|*•·→»›+’'\"-–—/"
_QUOTES = re.compile('["“”„«»「」『』]')


def bare(line: str) -> str:
    """The line for comparing: lower case, straight quotes, no bullets, no end marks."""
    return _straight(line).strip(" •·*#>-–—_|:.!?…→›»+▼▶■□►")


def is_phrase(line: str, *, in_story: bool = False) -> bool:
    """Is it something that sites say around stories, whatever the story?

    `in_story`: something else has told it to be a story's, so that one sign of a site's
    speaking to its reader is not enough in a text of some length.
    """
    if len(line) > APPEAL_WIDTH:
        return False
    lowered = _straight(line).lstrip(_BULLETS)
    if len(line) <= LABEL_WIDTH and _is_label_or_button(line, lowered):
        return True
    if _begins(lowered, BOILERPLATE.lines["appeal"]) or _announces(lowered) or _invites(lowered):
        return True
    outside = _outside_quotes(lowered)
    words = _words(outside)
    return (
        _says_anywhere(lowered, words)
        or _is_note(words)
        or _names_contributor(words)
        or _speaks_to_reader(outside, words, in_story)
    )


def speaks_of_site(line: str, *, near: bool = False, in_story: bool = False) -> bool:
    """Has it so many words of a site's own that after a story, or `near` furniture, it is one's?

    `in_story` is that of `is_phrase`.
    """
    if len(line) > 2 * APPEAL_WIDTH:
        return False
    words = _words(_outside_quotes(_straight(line)))
    points = _points(words, in_story)
    if not near:
        return points >= _SITE_POINTS + 1 and addresses_reader(line)
    return points >= _SITE_POINTS


def addresses_reader(line: str) -> bool:
    """Does it say "you" or "we" outside quotation marks, or begin with an imperative?"""
    if len(line) > 2 * APPEAL_WIDTH:
        return False
    words = _words(_outside_quotes(_straight(line)))
    known = BOILERPLATE.words
    return bool(words) and (
        not known["address words"].isdisjoint(words) or words[0] in known["imperatives"]
    )


def begins_like_button(line: str) -> bool:
    """Is it a short line, no sentence, whose first word is a button's: `Share Slow Corner`?"""
    if len(line) > _TIME_WIDTH or ends_sentence(line):
        return False
    words = _words(_straight(line))
    return 1 < len(words) <= _MOST_BUTTON_WORDS and words[0] in BOILERPLATE.words["page words"]


def is_link_list_label(line: str) -> bool:
    """Does a list of other stories follow after it?"""
    return len(line) <= LABEL_WIDTH and bare(line) in _set("link lists")


def is_list_end(line: str) -> bool:
    """Does a list of other stories say that it ends here?"""
    return len(line) <= LABEL_WIDTH and bare(line) in _set("list ends")


def is_closing_label(line: str) -> bool:
    """Does it stand after the story's end?"""
    return len(line) <= LABEL_WIDTH and bare(line) in _set("closing")


def opens_comments(line: str) -> bool:
    """Does what readers wrote follow after it?"""
    counted = re.sub(r"^\(?\d+\)? | ?\(?\d+\)?$", "", bare(line)) if len(line) <= 40 else ""
    return counted in _set("comments")


def is_release(line: str) -> bool:
    """`For immediate release`, with or without a date."""
    return len(line) <= LABEL_WIDTH and begins_with(line, BOILERPLATE.lines["releases"])


def repeated(lines: Iterable[str]) -> frozenset[str]:
    """Short lines without a sentence that occur more than once, made `bare`."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if len(line) <= LABEL_WIDTH and not ends_sentence(line):
            key = bare(line)
            (twice if key in seen else seen).add(key)
    return frozenset(twice)


def begins_with(line: str, phrases: tuple[str, ...]) -> bool:
    """Does it begin with one of the phrases, as whole words?"""
    return _begins(_straight(line).lstrip(_BULLETS), phrases)


def _is_label_or_button(line: str, lowered: str) -> bool:
    label = bare(line)
    if any(label in _set(section) for section in ("whole line", "link lists", "closing")):
        return True
    if re.sub(r"\d[\d.,]*", "0", label) in _set("whole line"):
        return True
    if ends_sentence(line.rstrip(":")):
        return False
    return _begins(lowered, BOILERPLATE.lines["beginning"]) or _is_button(lowered)


def _is_button(lowered: str) -> bool:
    """`Share on X (opens in new window)`: words of buttons and nothing else."""
    words = _words(lowered)
    if not 2 <= len(words) <= _MOST_BUTTON_WORDS:
        return False
    if len(words) == 2 and words[0] in ("the", "a", "an"):
        return False
    known = BOILERPLATE.words
    buttons = sum(word in known["page words"] for word in words)
    return buttons > 0 and all(
        word in known["page words"] or word in known["page fillers"] or word.isdigit()
        for word in words
    )


def _announces(lowered: str) -> bool:
    """`Read also: …`, `RELATED | …`, `AP AUDIO: …`: a link to something else."""
    if len(lowered) > _ANNOUNCEMENT_WIDTH:
        return False
    label, mark, rest = _first_part(lowered[:_LABEL_REACH])
    if not mark or not (rest.strip() or len(label) > _SHORTEST_PHRASE):
        return False
    words = _words(label)
    known = BOILERPLATE.words
    return not known["label signs"].isdisjoint(words) and all(
        word in known["label words"] or agency_named(word.upper()) for word in words
    )


def _first_part(text: str) -> tuple[str, str, str]:
    match = re.search(r" ?[:|»>] ?| [–—-] ", text)
    return (text[: match.start()], match.group(), text[match.end() :]) if match else (text, "", "")


def _invites(lowered: str) -> bool:
    """Does it ask to follow the site elsewhere, or to write to it?"""
    first, _, rest = lowered.partition(" ")
    lists = BOILERPLATE.lines
    if first not in lists["invitations"] or len(lowered) > APPEAL_WIDTH // 2:
        return False
    if sum(character.isdigit() for character in rest) >= 7 or "@" in rest:
        return True
    return any(f" {platform}" in rest for platform in lists["platforms"])


def _says_anywhere(lowered: str, words: Sequence[str]) -> bool:
    """Is a known phrase in it, before any quotation mark?"""
    if len(lowered) < _SHORTEST_PHRASE:
        return False
    phrases = _by_first_word("anywhere")
    said = None
    for word in words:
        for phrase in phrases.get(word, ()):
            said = _QUOTES.split(lowered, maxsplit=1)[0] if said is None else said
            if _holds(said, phrase):
                return True
    return False


def _holds(text: str, phrase: str) -> bool:
    """Does the phrase end with a word of the text where it stands first: no `our app` in
    `our application`?"""
    position = text.find(phrase)
    return position >= 0 and not (
        phrase[-1].isascii()
        and phrase[-1].isalpha()
        and text[position + len(phrase) : position + len(phrase) + 1].isalpha()
    )


def _is_note(words: Sequence[str]) -> bool:
    """`This article has been amended`, `A version of this story appears in print`."""
    known = BOILERPLATE.words
    for at, word in enumerate(words[:_NOTE_OPENING]):
        if word in _SELF:
            return bool(
                known["self"].intersection(words[at + 1 : at + 3])
                and known["self verbs"].intersection(words[at + 2 : at + 2 + _NOTE_REACH])
            )
        if word not in _BEFORE_SELF:
            return False
    return False


def _names_contributor(words: Sequence[str]) -> bool:
    """`Associated Press writer Luis Bell in Reno contributed.`"""
    return (
        len(words) <= 2 * _NOTE_REACH
        and words[-1:] == ["contributed"]
        and not WRITER_WORDS.words["writers"].isdisjoint(words)
    )


def _speaks_to_reader(outside: str, words: Sequence[str], in_story: bool) -> bool:
    """Does a site ask its reader for something, with several of the words for it?"""
    known = BOILERPLATE.words
    if not _opens_imperatively(outside, known["imperatives"]) and not _of_site(words):
        return False
    return _points(words, in_story) >= _SITE_POINTS


def _opens_imperatively(outside: str, imperatives: frozenset[str]) -> bool:
    """Does one of its sentences begin with `Sign up`, `Subscribe` or the like?"""
    for sentence in re.split(r"[.!?:] ", outside)[:_MOST_BUTTON_WORDS]:
        first = sentence.split(None, 1)
        if first and first[0].strip(_AROUND_WORDS) in imperatives:
            return True
    return False


def _of_site(words: Sequence[str]) -> bool:
    """Does it name something of the site's or the reader's own: `our newsletter`?"""
    return any(
        first in ("our", "your") and second in BOILERPLATE.words["of the site"]
        for first, second in pairwise(words)
    )


def _points(words: Sequence[str], in_story: bool) -> int:
    found = _signs_in(words)
    if not found or (in_story and len(found) == 1 and len(words) > _WORDS_FOR_ONE_SIGN):
        return 0
    hints = _hints().intersection(words) - set(" ".join(found).split())
    return _POINTS_OF_A_SIGN * len(found) + min(len(hints), _MOST_HINTS)


def _signs_in(words: Sequence[str]) -> set[str]:
    """The signs of a site, none inside another: `your browser` is not `browser` once more."""
    signs, found = _signs(), set()
    covered = 0
    for at in range(len(words)):
        for end in range(min(at + _LONGEST_SIGN, len(words)), max(at, covered), -1):
            phrase = " ".join(words[at:end])
            if phrase in signs:
                found.add(phrase)
                covered = end
                break
    return found


def _outside_quotes(lowered: str) -> str:
    return " ".join(_QUOTES.split(lowered)[::2])


def _words(lowered: str) -> list[str]:
    return [word for part in lowered.split() if (word := part.strip(_AROUND_WORDS))]


def _straight(line: str) -> str:
    """In lower case with straight quotes and single spaces."""
    line = line.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(line.split())


def _begins(lowered: str, phrases: tuple[str, ...]) -> bool:
    if not lowered.startswith(phrases):
        return False
    return any(
        lowered.startswith(phrase)
        and not (
            phrase[-1].isascii()
            and phrase[-1].isalnum()
            and lowered[len(phrase) : len(phrase) + 1].isalnum()
        )
        for phrase in phrases
    )


@lru_cache(maxsize=16)
def _set(section: str) -> frozenset[str]:
    return frozenset(map(bare, BOILERPLATE.lines[section]))


@lru_cache(maxsize=4)
def _by_first_word(section: str) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in BOILERPLATE.lines[section]:
        first = phrase.split()[0].strip(_AROUND_WORDS)
        phrases[first] = (*phrases.get(first, ()), phrase)
    return phrases


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    return _between_bars("site signs")


@lru_cache(maxsize=1)
def _hints() -> frozenset[str]:
    return _between_bars("site hints")


def _between_bars(section: str) -> frozenset[str]:
    return frozenset(phrase for line in BOILERPLATE.lines[section] for phrase in line.split("|"))
