"""Captions and picture credits."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.articles.furniture.boilerplate import LABEL_WIDTH
from reader.articles.furniture.line_text import normalize_line, starts_with_phrase
from reader.articles.furniture.prose import ends_sentence
from reader.articles.furniture.site_appeals import APPEAL_WIDTH
from reader.articles.metadata.agencies import find_agency
from reader.text.quote_signs import UNMISTAKABLE_SIGNS
from reader.text.word_lists import WordLists

_CAPTION_WORDS = WordLists(__file__, "captions")

# Characters.
_LONGEST_CAPTION = 600
_LONGEST_CREDIT = 120
_LONGEST_CREDIT_LINE = 60
# Characters at the end of a caption in which its credit is searched.
_CREDIT_REACH = 90
_FEWEST_CAPTION_WORDS = 5
_MOST_CREDIT_WORDS = 6
_CREDIT_MARKS = (
    "Photographer:", "Photograph:", "Photograph by", "Photo credit:", "Photo:", "Photo by",
    "Picture:", "Image:", "Image credit:", "Credit:", "Foto:", "Bild:", "Crédito:", "Crédit",
    "Photo ", "Credito:", "Imagen:", "©", "Illustration:",
)  # fmt: skip
_CREDIT_PARTICLES = frozenset(
    ("via", "and", "of", "de", "for", "the", "by", "©", "&", "von", "und", "et")
)
_INLINE_CREDIT = re.compile(r"Credit\s?(?:\.\.\.|…|:)\s?(?=\w)")
_BAR_CREDIT = re.compile(
    r" \| (?P<credit>[A-Z][^|/\n]{2,40}(?:/[A-Z]\w{1,12})?/"
    r"(?P<owner>Getty Images|Getty|[A-Z][\w-]{1,20})(?: Photo)?)(?=$|[ .])"
)
_LABEL_END = re.compile(r"[:,]\s?| (?:by|von|de|via) ")
_LICENCE_OFFER = re.compile(r"(?i)[,;. ]*(?:acquire|purchase|buy)? ?licensing rights\b.*$")
_NAME_SEPARATORS = re.compile(r"[\s/,|]+")
_SENTENCE_ENDS = (".", "!", "?", *UNMISTAKABLE_SIGNS)


def is_caption(text: str) -> bool:
    """Return whether the text calls itself a picture, or ends with a picture credit."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if len(text) <= APPEAL_WIDTH and _has_opening(text):
        return True
    if text.startswith("[Photo") or _INLINE_CREDIT.search(text) or _find_leading_library(text):
        return True
    text = _without_licence_offer(text)
    return (
        _find_credit_behind_bar(text) is not None
        or _find_marked_credit(text) is not None
        or _find_photographer(text) is not None
        or _find_bracketed_source(text) is not None
        or _ends_with_known_credit(text)
    )


def is_caption_label(line: str) -> bool:
    """Return whether the line is a label and the caption follows on the next line."""
    return len(line) <= LABEL_WIDTH and normalize_line(line).rstrip(",") in _caption_labels()


def find_picture_credit(caption: str) -> str | None:
    """Return the credit of a caption as printed: all of a credit line, else its last part."""
    if not is_caption(caption) or (
        starts_with_phrase(caption, _CAPTION_WORDS.lines["openings without credit"])
        and "(" not in caption
    ):
        return None
    caption = _without_licence_offer(caption)
    if library := _find_leading_library(caption) or _find_credit_behind_bar(caption):
        return library
    if inline := _INLINE_CREDIT.search(caption):
        return caption[inline.start() if inline.group().endswith(": ") else inline.end() :].strip()
    if _has_opening(caption) and "(" not in caption[1:]:
        return _labelled_credit(caption)
    return _find_photographer(caption) or _final_credit(caption.rstrip(" ."))


def _has_opening(text: str) -> bool:
    return starts_with_phrase(text, _CAPTION_WORDS.lines["caption openings"])


def _labelled_credit(caption: str) -> str | None:
    """Return the whole of a line that begins as a credit does, if only names follow."""
    names = _LABEL_END.split(caption, maxsplit=1)[-1]
    words = _NAME_SEPARATORS.split(names.strip(" ()[]."))
    has_other_words = any(word[:1].islower() and word not in _CREDIT_PARTICLES for word in words)
    return None if has_other_words else caption.strip("()[] ")


def _final_credit(caption: str) -> str | None:
    """Return the credit that a caption, without its full stop, ends with."""
    if caption.endswith((")", "]")) and ("(" in caption or "[" in caption):
        return _last_bracketed(caption).strip()
    if (start := _find_marked_credit(caption)) is not None:
        return caption[start:].strip()
    if len(caption) <= _LONGEST_CREDIT_LINE and ". " not in caption:
        return caption.strip("()[] ")
    last = _last_sentence(caption)
    return last if len(last) <= _LONGEST_CREDIT else None


def _last_bracketed(text: str) -> str:
    """Return the text inside the brackets that a text ends with."""
    return text[max(text.rfind("("), text.rfind("[")) + 1 : -1]


def _last_sentence(text: str) -> str:
    """Return what follows the last full stop that is no initial's: `REUTERS/D. Salas`."""
    stop = text.rfind(". ")
    while stop > 1 and not text[stop - 2].isalnum():
        stop = text.rfind(". ", 0, stop)
    return text[stop + 2 :] if stop >= 0 else text


def _find_marked_credit(text: str) -> int | None:
    """Return where the credit of a caption begins: `… Photo Le Messager/Guy BERTHIER`."""
    for mark in _CREDIT_MARKS:
        position = text.rfind(mark, max(len(text) - _CREDIT_REACH, 1))
        if position < 1 or text[position - 1].isalnum():
            continue
        names = _NAME_SEPARATORS.split(text[position + len(mark) :].strip(" .)]"))
        if (
            names[0][:1].isalpha()
            and names[0].lower() != "copyright"
            and len(names) <= _MOST_CREDIT_WORDS
            and all(not name[:1].islower() or name in _CREDIT_PARTICLES for name in names)
        ):
            return position
    return None


def _find_photographer(text: str) -> str | None:
    """Return the name and the owner at the end: `… (Tyson Cole/CBC)`, `… Annick Ramp / NZB`."""
    end = text[-_CREDIT_REACH:].rstrip()
    last = _last_bracketed(end) if end.endswith((")", "]")) else _last_sentence(end)
    if len(last) > _LONGEST_CREDIT_LINE or last == text:
        return None
    name, stroke, owner = last.partition("/")
    names, owners = name.split(), owner.split()
    if not stroke or not 2 <= len(names) <= 4 or not 1 <= len(owners) <= 4:
        return None
    are_capitalised = all(word[0].isupper() for word in (*names, *owners))
    has_letters_only = last.replace("/", "").replace(" ", "").isalpha()
    return last if are_capitalised and has_letters_only else None


def _without_licence_offer(text: str) -> str:
    return _LICENCE_OFFER.sub("", text) if "icensing" in text else text


def _find_leading_library(text: str) -> str | None:
    """Return the picture library of `Getty Images A boat leaves the port`, no sentence."""
    if ends_sentence(text) or text.count(" ") < _FEWEST_CAPTION_WORDS:
        return None
    words = text.split(None, 3)
    libraries = _CAPTION_WORDS.lines["picture libraries"]
    for count in (2, 1):
        name, rest = " ".join(words[:count]), words[count:]
        if rest and rest[0][0].isupper() and name[0].isupper() and name.lower() in libraries:
            return name
    return None


def _find_credit_behind_bar(text: str) -> str | None:
    """Return the credit of `The boat at dawn. | Ana Lund/Getty Images`, title behind it or not."""
    for match in _BAR_CREDIT.finditer(text):
        owner = match["owner"]
        if owner.lower() in _CAPTION_WORDS.lines["picture libraries"] or find_agency(owner.upper()):
            return match["credit"]
    return None


def _find_bracketed_source(text: str) -> str | None:
    """Return the text in brackets at the end of a caption, if it names an agency or library."""
    if not text.endswith((")", "]")):
        return None
    inside = _last_bracketed(text).strip()
    if not inside or len(inside) > _CREDIT_REACH:
        return None
    names = [name.strip() for name in re.split(r"[/,|]", inside)]
    libraries = _CAPTION_WORDS.lines["picture libraries"]
    if any(name.lower() in libraries for name in names):
        return inside
    # A story may end with the agency's name in brackets; then it ends with a sentence.
    follows_sentence = text[: -len(inside) - 2].rstrip().endswith(_SENTENCE_ENDS)
    return inside if not follows_sentence and any(map(find_agency, names)) else None


def _ends_with_known_credit(text: str) -> bool:
    credits = _CAPTION_WORDS.lines["picture credits"]
    end = re.sub(r" ?/ ?", "/", text[-_CREDIT_REACH:]).rstrip(' .)]"”')
    lowered = end.lower()
    if not end or len(lowered) != len(end):
        return False
    if end.rsplit(None, 1)[-1][0].islower() and not lowered.endswith(credits):
        return False
    for credit in credits:
        position = lowered.rfind(credit)
        if position >= 0 and _runs_to_end(end, position, position + len(credit)):
            return True
    return False


def _runs_to_end(end: str, first: int, last: int) -> bool:
    """Return whether the credit is a word of its own, and nothing but names follows it."""
    if end[first].isalpha() and first > 0 and end[first - 1].isalpha():
        return False
    if end[last - 1].isalpha() and end[last : last + 1].isalpha():
        return False
    rest = end[last:].strip(' .)]"”')
    words = _NAME_SEPARATORS.split(rest.strip(" /,|")) if rest else []
    return len(words) <= _MOST_CREDIT_WORDS and all(
        word[:1].isupper() or word[:1].isdigit() or word in _CREDIT_PARTICLES
        for word in words
        if word
    )


@lru_cache(maxsize=1)
def _caption_labels() -> frozenset[str]:
    return frozenset(map(normalize_line, _CAPTION_WORDS.lines["caption labels"]))
