"""Where sentences begin and end inside a paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from os.path import dirname, join

_CLOSERS = "\"'”’»›)\\]}」』）】》〉〕"
_OPENERS = "\"'“‘«‹„‚([{「『（【《〈〔¿¡"
_STOPS = ".!?…‽؟۔।॥։።"
_WIDE_STOPS = "。！？｡．"

# A stop with its closing marks, and what lies before the next word. Each repeat is
# bounded, so that a flood of stops costs a constant for every character.
_END = re.compile(
    rf"(?P<stops>[{_STOPS}]{{1,8}})(?P<closers>[{_CLOSERS}]{{0,6}})(?P<gap>\s+)"
    rf"|(?P<wide>[{_WIDE_STOPS}]{{1,8}})(?P<wide_closers>[{_CLOSERS}]{{0,6}})\s*"
)
_ATTRIBUTION_REACH = 60
_TOKEN_REACH = 24
_WIDE_ATTRIBUTION = re.compile(
    r"[^，。！？、；：“”「」『』\s]{0,12}?(?:说|說|问|問|称|稱|道|表示|指出|と|って)"
)


def split_sentences(text: str) -> tuple[slice, ...]:
    """The sentences of one paragraph, as slices of `text` in order.

    They tile the paragraph: between two of them, before the first and after the
    last there is nothing but white space. Linear in the length of the text.
    """
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    sentences = []
    for match in _END.finditer(text, start, end):
        stop, following = match.end("closers"), match.end()
        if stop < 0:
            stop = match.end("wide_closers")
        if following < end and _ends_sentence(match, start):
            sentences.append(slice(start, stop))
            start = following
    if start < end:
        sentences.append(slice(start, end))
    return tuple(sentences)


def _ends_sentence(match: re.Match[str], start: int) -> bool:
    text, following = match.string, match.end()
    if match["wide"]:
        return not (match["wide_closers"] and _WIDE_ATTRIBUTION.match(text, following))
    position = following
    while text[position] in _OPENERS and position + 1 < len(text) and position < following + 4:
        position += 1
    if text[position].islower():
        return False
    stops, closers = match["stops"], match["closers"]
    if stops == ".":
        return closers != "" or _full_stop_ends(text, start, match.start(), following, position)
    if closers and stops[-1] in "!?‽":
        return not _attribution_follows(text, following)
    return not (stops[-1] in ".…" and closers[:1] in ("]", ")") and _is_elision(match))


def _is_elision(match: re.Match[str]) -> bool:
    """Is it the `[…]` of a shortened quotation, inside a sentence?"""
    before = match.start() - 1
    return before >= 0 and match.string[before] in "[(" and len(match["closers"]) == 1


def _attribution_follows(text: str, following: int) -> bool:
    verbs = _abbreviations()["reporting verbs"]
    for word in text[following : following + _ATTRIBUTION_REACH].split()[:5]:
        if word.rstrip(",.:;") in verbs:
            return True
        if not word[0].isupper():
            return False
    return False


def _full_stop_ends(text: str, start: int, stop: int, following: int, position: int) -> bool:
    """Does the full stop at `stop` end a sentence, as the words around it tell?"""
    words = text[max(start, stop - _TOKEN_REACH) : stop].rsplit(None, 1)
    if not words or text[stop - 1].isspace():
        return True
    before = words[-1].lstrip(_OPENERS + "—–-")
    after = text[following : following + _TOKEN_REACH].split(None, 1)[0].rstrip(".,:;!?")
    known = _abbreviations()
    if before.isdigit():
        return not (len(before) <= 2 and (stop - len(before) == start or after in known["months"]))
    if before in known["before a name"]:
        return False
    if before in known["before a number"]:
        return not text[position].isdigit()
    dotted = "." in before
    if len(before) == 1 and before.isupper():
        return before == "I" and len(words) > 1 and words[0][-1:].isalpha()
    if dotted or before in known["anywhere"]:
        if before.lower() in ("a.m", "p.m", "am", "pm"):
            return after not in known["time zones and days"]
        return position > following or after in known["sentence openers"]
    return True


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    with open(join(dirname(__file__), "data", "abbreviations.txt"), encoding="utf-8") as lines:
        for line in map(str.strip, lines):
            if line.startswith("["):
                words = sections.setdefault(line.strip("[]"), set())
            elif not line.startswith("#"):
                words.update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}
