"""Lines that sites put around stories, whatever the story: buttons, labels, announcements.

Three ways to recognise them, from sure to unsure: a phrase that is known as a whole; a line
of nothing but the words of buttons and labels; and a short paragraph in which a site speaks
to its reader (see `site_appeals`). All words are data, see `data/boilerplate.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.articles.furniture.line_text import (
    BULLETS,
    before_quotation,
    has_phrase_at_start,
    normalize_line,
    outside_quotations,
    split_words,
    starts_with_phrase,
    straighten,
    strip_word,
)
from reader.articles.furniture.prose import ends_sentence
from reader.articles.furniture.site_appeals import APPEAL_WIDTH, is_site_appeal
from reader.articles.metadata.agencies import find_agency
from reader.text.word_lists import WordLists

_PHRASES = WordLists(__file__, "boilerplate")

LABEL_WIDTH = 90
"""Characters. A longer line is neither a label nor a button."""

# Characters.
_ANNOUNCEMENT_WIDTH = 200
_ANNOUNCEMENT_LABEL_WIDTH = 40
_INVITATION_WIDTH = 200
_BUTTON_WIDTH = 60
_COMMENT_LABEL_WIDTH = 40
_SHORTEST_PHRASE = 7
_MOST_BUTTON_WORDS = 8
_FEWEST_PHONE_DIGITS = 7
_LINK_WIDTH = 160
_SHORT_CODE = re.compile(r"\[/?[a-z][a-z_-]{2,30}(?: [a-z_-]{1,20}=\S{1,60})*\]")
_COUNT_AT_END = re.compile(r"^\(?\d+\)? | ?\(?\d+\)?$")
_NUMBER = re.compile(r"\d[\d.,]*")
_LABEL_END = re.compile(r" ?[:|»>] ?| [–—-] ")


def is_boilerplate(line: str, *, in_story: bool = False) -> bool:
    """Return whether the line is one that sites put around stories, whatever the story.

    Args:
        line: as printed.
        in_story: whether the source itself marks it as part of a story; then one sign of a
            site that speaks to its reader is not enough in a longer text.
    """
    if len(line) > APPEAL_WIDTH:
        return False
    straightened = straighten(line).lstrip(BULLETS)
    if len(line) <= LABEL_WIDTH and _is_label_or_button(line, straightened):
        return True
    if _is_short_code(line) or _is_link_in_brackets(line):
        return True
    if (
        has_phrase_at_start(straightened, _PHRASES.lines["appeal openings"])
        or _is_announcement(straightened)
        or _is_invitation(straightened)
    ):
        return True
    outside = outside_quotations(straightened)
    words = split_words(outside)
    return _has_known_phrase(straightened, words) or is_site_appeal(
        outside, words, in_story=in_story
    )


def starts_like_button(line: str) -> bool:
    """Return whether a short line begins with a word of buttons: `Share Slow Corner`."""
    if len(line) > _BUTTON_WIDTH or ends_sentence(line):
        return False
    words = split_words(straighten(line))
    return 1 < len(words) <= _MOST_BUTTON_WORDS and words[0] in _PHRASES.words["button words"]


def is_link_list_label(line: str) -> bool:
    """Return whether a list of other stories follows after the line: `Related stories`."""
    return len(line) <= LABEL_WIDTH and normalize_line(line) in _normalized("link list labels")


def is_link_list_end(line: str) -> bool:
    """Return whether the line ends a list of other stories: `End of list`."""
    return len(line) <= LABEL_WIDTH and normalize_line(line) in _normalized("link list ends")


def is_closing_label(line: str) -> bool:
    """Return whether the line is one that comes after the end of a story."""
    return len(line) <= LABEL_WIDTH and normalize_line(line) in _normalized("closing labels")


def is_comments_label(line: str) -> bool:
    """Return whether comments of readers follow after the line: `2 Comments`."""
    if len(line) > _COMMENT_LABEL_WIDTH:
        return False
    return _COUNT_AT_END.sub("", normalize_line(line)) in _normalized("comment labels")


def is_press_release_label(line: str) -> bool:
    """Return whether the line begins with `For immediate release` or the like."""
    labels = _PHRASES.lines["press release labels"]
    return len(line) <= LABEL_WIDTH and starts_with_phrase(line, labels)


def find_repeated_lines(lines: Iterable[str]) -> frozenset[str]:
    """Return the short lines without a sentence that occur more than once, normalized."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for line in lines:
        if len(line) <= LABEL_WIDTH and not ends_sentence(line):
            normalized = normalize_line(line)
            (repeated if normalized in seen else seen).add(normalized)
    return frozenset(repeated)


def _is_label_or_button(line: str, straightened: str) -> bool:
    label = normalize_line(line)
    sections = ("whole lines", "link list labels", "closing labels")
    if any(label in _normalized(section) for section in sections):
        return True
    if _NUMBER.sub("0", label) in _normalized("whole lines"):
        return True
    if ends_sentence(line.rstrip(":")):
        return False
    return has_phrase_at_start(straightened, _PHRASES.lines["label openings"]) or _is_button(
        straightened
    )


def _is_short_code(line: str) -> bool:
    """Return whether a site's program should have put something in its place: `[pullquote]`."""
    return len(line) <= LABEL_WIDTH and _SHORT_CODE.fullmatch(line) is not None


def _is_link_in_brackets(line: str) -> bool:
    """Return whether it names something else in brackets: `(PHOTOS: Ten years of the ferry)`.

    What a reporter puts in brackets is a sentence.
    """
    if len(line) > _LINK_WIDTH or not (line.startswith("(") and line.endswith(")")):
        return False
    inside = line[1:-1].strip()
    is_title = any(word[:1].isupper() for word in inside.split()[:2])
    is_direction = inside.isupper() and ":" not in inside
    return (
        is_title
        and not is_direction
        and not ends_sentence(inside)
        and not set("()").intersection(inside)
    )


def _is_button(straightened: str) -> bool:
    """Return whether it has words of buttons only: `share on x (opens in new window)`."""
    words = split_words(straightened)
    if not 2 <= len(words) <= _MOST_BUTTON_WORDS:
        return False
    if len(words) == 2 and words[0] in ("the", "a", "an"):
        return False
    buttons, fillers = _PHRASES.words["button words"], _PHRASES.words["button fillers"]
    return any(word in buttons for word in words) and all(
        word in buttons or word in fillers or word.isdigit() for word in words
    )


def _is_announcement(straightened: str) -> bool:
    """Return whether it links to something else: `read also: …`, `related | …`, `ap audio: …`."""
    if len(straightened) > _ANNOUNCEMENT_WIDTH:
        return False
    start = straightened[:_ANNOUNCEMENT_LABEL_WIDTH]
    end = _LABEL_END.search(start)
    if not end:
        return False
    label, rest = start[: end.start()], start[end.end() :]
    if not (rest.strip() or len(label) > _SHORTEST_PHRASE):
        return False
    words = split_words(label)
    known = _PHRASES.words
    return not known["announcement signs"].isdisjoint(words) and all(
        word in known["announcement words"] or find_agency(word.upper()) for word in words
    )


def _is_invitation(straightened: str) -> bool:
    """Return whether it asks to follow the site elsewhere, or to write to it."""
    first, _, rest = straightened.partition(" ")
    lists = _PHRASES.lines
    if first not in lists["invitation verbs"] or len(straightened) > _INVITATION_WIDTH:
        return False
    if sum(character.isdigit() for character in rest) >= _FEWEST_PHONE_DIGITS or "@" in rest:
        return True
    return any(f" {platform}" in rest for platform in lists["platforms"])


def _has_known_phrase(straightened: str, words: Sequence[str]) -> bool:
    """Return whether a known phrase is in it, before any quotation mark."""
    if len(straightened) < _SHORTEST_PHRASE:
        return False
    phrases = _phrases_by_first_word()
    candidates = [phrase for word in words for phrase in phrases.get(word, ())]
    if not candidates:
        return False
    text = before_quotation(straightened)
    return any(_contains(text, phrase) for phrase in candidates)


def _contains(text: str, phrase: str) -> bool:
    """Return whether the phrase occurs, its last word whole: no `our app` in `our application`."""
    position = text.find(phrase)
    return position >= 0 and not (
        phrase[-1].isascii()
        and phrase[-1].isalpha()
        and text[position + len(phrase) : position + len(phrase) + 1].isalpha()
    )


@lru_cache(maxsize=16)
def _normalized(section: str) -> frozenset[str]:
    return frozenset(map(normalize_line, _PHRASES.lines[section]))


@lru_cache(maxsize=1)
def _phrases_by_first_word() -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in _PHRASES.lines["phrases"]:
        first = strip_word(phrase.split()[0])
        phrases[first] = (*phrases.get(first, ()), phrase)
    return phrases
