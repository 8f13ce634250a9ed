"""Captions and picture credits."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.articles.furniture.boilerplate import APPEAL_WIDTH, LABEL_WIDTH, bare, begins_with
from reader.articles.furniture.prose import ends_sentence
from reader.articles.metadata.agencies import agency_named
from reader.text.word_lists import WordLists

_CAPTIONS = WordLists(__file__, "captions")
_LONGEST_CAPTION = 600
_CREDIT_MARKS = (
    "Photographer:", "Photograph:", "Photograph by", "Photo credit:", "Photo:", "Photo by",
    "Picture:", "Image:", "Image credit:", "Credit:", "Foto:", "Bild:", "Crédito:", "Crédit",
    "Photo ", "Credito:", "Imagen:", "©", "Illustration:",
)  # fmt: skip
_CREDIT_REACH = 90
_LONGEST_CREDIT_LINE = 60
_LONGEST_CREDIT = 120
_FEWEST_CAPTION_WORDS = 5
_MOST_CREDIT_WORDS = 6
_IN_CREDITS = frozenset(
    ("via", "and", "of", "de", "for", "the", "by", "©", "&", "von", "und", "et")
)
_INLINE_CREDIT = re.compile(r"Credit\s?(?:\.\.\.|…|:)\s?(?=\w)")
_AFTER_LABEL = re.compile(r"[:,]\s?| (?:by|von|de|via) ")
_DANGLING = re.compile(r"(?i)[,;. ]*(?:acquire|purchase|buy)? ?licensing rights\b.*$")


def is_caption(text: str) -> bool:
    """Does it name itself a picture, or end with a picture credit?"""
    if len(text) > _LONGEST_CAPTION:
        return False
    if len(text) <= APPEAL_WIDTH and begins_with(text, _CAPTIONS.lines["caption"]):
        return True
    if text.startswith("[Photo") or _INLINE_CREDIT.search(text) or _library_at_start(text):
        return True
    text = _without_licence(text)
    credits = (_credit_mark(text), _photographer(text), _bracketed_agency(text))
    return any(credit is not None for credit in credits) or _ends_with_credit(text)


def labels_caption(line: str) -> bool:
    """Is it the label of a caption that follows on the next line?"""
    return len(line) <= LABEL_WIDTH and bare(line).rstrip(",") in _caption_labels()


def picture_credit(caption: str) -> str | None:
    """The credit of a caption, as printed: all of a credit line, else what stands last."""
    if not is_caption(caption) or (
        begins_with(caption, _CAPTIONS.lines["caption without credit"]) and "(" not in caption
    ):
        return None
    caption = _without_licence(caption)
    if library := _library_at_start(caption):
        return library
    if inline := _INLINE_CREDIT.search(caption):
        return caption[inline.start() if inline.group().endswith(": ") else inline.end() :].strip()
    if begins_with(caption, _CAPTIONS.lines["caption"]) and "(" not in caption[1:]:
        named = _AFTER_LABEL.split(caption, maxsplit=1)[-1]
        words = re.split(r"[\s/,|]+", named.strip(" ()[]."))
        lower = any(word[:1].islower() and word not in _IN_CREDITS for word in words)
        return None if lower else caption.strip("()[] ")
    if photographer := _photographer(caption):
        return photographer
    end = caption.rstrip(" .")
    if end.endswith((")", "]")) and ("(" in end or "[" in end):
        return end[max(end.rfind("("), end.rfind("[")) + 1 : -1].strip()
    if (mark := _credit_mark(end)) is not None:
        return end[mark:].strip()
    if len(end) <= _LONGEST_CREDIT_LINE and ". " not in end:
        return end.strip("()[] ")
    last = _last_sentence(end)
    return last if len(last) <= _LONGEST_CREDIT else None


def _last_sentence(text: str) -> str:
    """What follows the last full stop that is no initial's: `REUTERS/D. Salas`."""
    stop = text.rfind(". ")
    while stop > 1 and not text[stop - 2].isalnum():
        stop = text.rfind(". ", 0, stop)
    return text[stop + 2 :] if stop >= 0 else text


def _credit_mark(text: str) -> int | None:
    """Where the credit of a caption begins: `… Photo Le Messager/Guy BERTHIER`."""
    for mark in _CREDIT_MARKS:
        position = text.rfind(mark, max(len(text) - _CREDIT_REACH, 1))
        if position < 1 or text[position - 1].isalnum():
            continue
        names = re.split(r"[\s/,|]+", text[position + len(mark) :].strip(" .)]"))
        if (
            names[0][:1].isalpha()
            and names[0].lower() != "copyright"
            and len(names) <= _MOST_CREDIT_WORDS
            and all(not name[:1].islower() or name in _IN_CREDITS for name in names)
        ):
            return position
    return None


def _photographer(text: str) -> str | None:
    """`… (Tyson Cole/CBC)`, `… Annick Ramp / NZB`: a name, a stroke and for whom it was taken."""
    end = text[-_CREDIT_REACH:].rstrip()
    if end.endswith((")", "]")):
        last = end[max(end.rfind("("), end.rfind("[")) + 1 : -1]
    else:
        last = _last_sentence(end)
    if len(last) > _LONGEST_CREDIT_LINE or last == text:
        return None
    name, stroke, owner = last.partition("/")
    names, owners = name.split(), owner.split()
    if not stroke or not 2 <= len(names) <= 4 or not 1 <= len(owners) <= 4:
        return None
    capital = all(word[0].isupper() for word in (*names, *owners))
    return last if capital and last.replace("/", "").replace(" ", "").isalpha() else None


def _without_licence(text: str) -> str:
    return _DANGLING.sub("", text) if "icensing" in text else text


def _library_at_start(text: str) -> str | None:
    """The picture library of `Getty Images A boat leaves the port`, no sentence."""
    if ends_sentence(text) or text.count(" ") < _FEWEST_CAPTION_WORDS:
        return None
    words = text.split(None, 3)
    known = _CAPTIONS.lines["picture libraries"]
    for count in (2, 1):
        name, rest = " ".join(words[:count]), words[count:]
        if rest and rest[0][0].isupper() and name[0].isupper() and name.lower() in known:
            return name
    return None


def _bracketed_agency(text: str) -> str | None:
    """The agency or picture library in brackets at the end of a caption."""
    if not text.endswith((")", "]")):
        return None
    inside = text[max(text.rfind("("), text.rfind("[")) + 1 : -1].strip()
    if not inside or len(inside) > _CREDIT_REACH:
        return None
    names = [name.strip() for name in re.split(r"[/,|]", inside)]
    known = _CAPTIONS.lines["picture libraries"]
    # A story may end with the agency's name in brackets; then it ends with a sentence.
    closed = text[: -len(inside) - 2].rstrip().endswith((".", "!", "?", "”", '"', "»", "“"))
    if any(name.lower() in known for name in names):
        return inside
    return inside if not closed and any(map(agency_named, names)) else None


def _ends_with_credit(text: str) -> bool:
    credits = _CAPTIONS.lines["picture credits"]
    end = re.sub(r" ?/ ?", "/", text[-_CREDIT_REACH:]).rstrip(' .)]"”')
    lowered = end.lower()
    if not end or len(lowered) != len(end):
        return False
    if end.rsplit(None, 1)[-1][0].islower() and not lowered.endswith(credits):
        return False
    for credit in credits:
        position = lowered.rfind(credit)
        if position >= 0 and _is_credit_to_the_end(end, position, position + len(credit)):
            return True
    return False


def _is_credit_to_the_end(end: str, first: int, last: int) -> bool:
    """Nothing but names stands after the credit, and it is a word of its own."""
    if end[first].isalpha() and first > 0 and end[first - 1].isalpha():
        return False
    if end[last - 1].isalpha() and end[last : last + 1].isalpha():
        return False
    rest = end[last:].strip(' .)]"”')
    words = re.split(r"[\s/,|]+", rest.strip(" /,|")) if rest else []
    return len(words) <= _MOST_CREDIT_WORDS and all(
        word[:1].isupper() or word[:1].isdigit() or word in _IN_CREDITS for word in words if word
    )


@lru_cache(maxsize=1)
def _caption_labels() -> frozenset[str]:
    return frozenset(map(bare, _CAPTIONS.lines["caption labels"]))
