"""Whether a whole sentence that was left out before a quotation says whose or what that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.quote_check.left_out_sentence import LeftOutSentence, is_verb_form
from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_marks_after, read_stretch, split_clause
from reader.text.reporting_verbs import load_reporting_verbs

_LISTS = GOVERNING_LISTS
_LONGEST_FRAME = 14
"""Words of a sentence that can give away the next one as a whole."""
_SHORT_ANSWER = 4
"""Words of an answer that says nothing without its question."""
_SHORT_REPORT = 8
"""Words of a sentence that only says where the next one is from: "The rumour goes like this"."""
_INTRODUCING = frozenset(("this", "that", "what", "following", "here", "so", "it"))
_ANAPHORIC = frozenset(("that", "this", "it", "these", "those", "which"))
"""Subjects by which a sentence speaks of what is before it: "That's a lie"."""
_OWN = frozenset(("i", "we", "i'm", "we're", "i've", "we've"))
_LEADING = frozenset(
    ("just", "now", "so", "well", "but", "and", "please", "let's", "let", "us", "me")
)


def judge_previous(printed: PrintedWords, part: slice, kept: slice) -> list[CutReason]:
    """Judge a sentence that was left out before the quotation: does it give that to another?

    Args:
        printed: the words of the passage.
        part: those of the sentence that was left out.
        kept: those of the sentence behind it.
    """
    sentence = LeftOutSentence.read(printed, part)
    if not sentence.words:
        return []
    is_question = "?" in read_marks_after(printed, part.stop)
    answer = split_clause(read_stretch(printed, kept))
    if is_question and len(answer) <= _SHORT_ANSWER:
        return [CutReason(ReasonCode.QUESTION, part)]
    if len(sentence.words) > _LONGEST_FRAME:
        return []
    code = next((code for holds, code in _RULES if holds(sentence)), None)
    return [CutReason(code, part)] if code else []


def _is_supposed(sentence: LeftOutSentence) -> bool:
    """Whether it asks to suppose what follows: "Imagine this", "Let's pretend for a moment"."""
    words = list(sentence.words)
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    return words[0] in _LISTS.words["supposing"]


def _is_recited(sentence: LeftOutSentence) -> bool:
    """Whether it asks the listeners to say what follows: "Repeat after me"."""
    is_short = len(sentence.words) <= _SHORT_REPORT
    return is_short and " ".join(sentence.words[:2]) in _LISTS.lines["reciting"]


def _is_false_report(sentence: LeftOutSentence) -> bool:
    """Whether it says that what follows is false: "The rumour goes like this"."""
    is_report = len(sentence.words) <= _SHORT_REPORT and sentence.words[-1] in _INTRODUCING
    return is_report and sentence.has_word("false words")


def _announces_fiction(sentence: LeftOutSentence) -> bool:
    """Whether it names what follows a lie, a joke or a dream: "Here's the biggest lie of all"."""
    return _names(sentence, "framing nouns")


def _announces_writing(sentence: LeftOutSentence) -> bool:
    """Whether it names what follows somebody's slogan, sign or excuse: "The lobby has a slogan"."""
    return not _is_own(sentence.words) and (
        _names(sentence, "writings") or _names(sentence, "others' statements")
    )


def _names(sentence: LeftOutSentence, section: str) -> bool:
    """Whether a short sentence names what follows with a noun of a section of the lists."""
    words = sentence.words
    if len(words) > _SHORT_REPORT or words[0].partition("'")[0] in _ANAPHORIC:
        return False
    nouns = _LISTS.words[section]
    return any(
        word in nouns and words[number + 1 : number + 2] != ("that",)
        for number, word in enumerate(words)
    )


def _is_own(words: Sequence[str]) -> bool:
    return not _OWN.isdisjoint(words[:2])


def _tells_of_beliefs(sentence: LeftOutSentence) -> bool:
    """Whether it speaks of what others say or believe, and not what: "You hear all sorts"."""
    words = sentence.words
    if len(words) > _SHORT_REPORT or words[-1] not in _LISTS.words["unnamed matters"]:
        return False
    verbs = load_reporting_verbs().single
    told = _LISTS.words["believing"] | {"hear", "heard", "read", "told"}
    return not _is_own(words) and any(word in verbs or word in told for word in words)


def _is_attributed(sentence: LeftOutSentence) -> bool:
    """Whether it ends with another's verb of saying: "Here is what they tell us"."""
    speech = [found for found in sentence.governing if found.code is ReasonCode.ATTRIBUTION]
    rest = split_clause(sentence.text[speech[-1].end :]) if speech else ()
    ends = set(rest) <= _INTRODUCING | _LISTS.words["addressees"]
    is_named = not _INTRODUCING.isdisjoint(sentence.words)
    return bool(speech) and ends and is_named


def _tells_what_was_said(sentence: LeftOutSentence) -> bool:
    """Whether it says only that somebody wrote or spoke: "He wrote to me", "what I used to say"."""
    words = sentence.words
    if len(words) > _SHORT_REPORT + 2:
        return False
    verbs = load_reporting_verbs().single
    told = _LISTS.words["believing"] | {"tell"}
    if any(
        words[at : at + 2] == ("used", "to") and words[at + 2] in told
        for at in range(len(words) - 2)
    ):
        return True
    is_to_me = words[-2:] in (("to", "me"), ("to", "us"), ("told", "me"), ("told", "us"))
    is_bare = len(words) <= _SHORT_ANSWER and not _is_own(words)
    return is_bare and is_to_me and words[1] in verbs


def _tells_what_others_say(sentence: LeftOutSentence) -> bool:
    """Whether it is "Here is what" others say to somebody: "Here's what they tell the children"."""
    words = sentence.words
    if "what" not in words[1:3] or len(words) > _SHORT_REPORT + 2:
        return False
    said = words[words.index("what") + 1 :]
    verbs = load_reporting_verbs().single
    return bool(said) and not _is_own(said) and any(word in verbs for word in said)


def _reads_out(sentence: LeftOutSentence) -> bool:
    """Whether the speaker begins to read something out: "Let me read you the letter"."""
    words = sentence.words
    if len(words) > _SHORT_REPORT + 2:
        return False
    starts = _LEADING | {
        "i",
        "i'll",
        "i'm",
        "here",
        "listen",
        "want",
        "will",
        "would",
        "like",
        "to",
    }
    verb = next((word for word in words if word not in starts), "")
    return verb in _LISTS.words["reading verbs"]


def _goes_like_this(sentence: LeftOutSentence) -> bool:
    """Whether it says how something is worded: "The advert goes like this"."""
    words = sentence.words
    is_worded = words[-1] in ("this", "so", "follows") and "goes" in words
    return is_worded and len(words) <= _SHORT_REPORT and not is_verb_form(words[0])


_RULES: tuple[tuple[Callable[[LeftOutSentence], bool], ReasonCode], ...] = (
    (_is_supposed, ReasonCode.CONDITION),
    (_is_recited, ReasonCode.ATTRIBUTION),
    (_is_false_report, ReasonCode.DOUBT),
    (_announces_fiction, ReasonCode.DOUBT),
    (_announces_writing, ReasonCode.ATTRIBUTION),
    (_tells_of_beliefs, ReasonCode.ATTRIBUTION),
    (_is_attributed, ReasonCode.ATTRIBUTION),
    (_goes_like_this, ReasonCode.ATTRIBUTION),
    (_tells_what_others_say, ReasonCode.ATTRIBUTION),
    (_reads_out, ReasonCode.ATTRIBUTION),
    (_tells_what_was_said, ReasonCode.ATTRIBUTION),
)
"""What gives away the sentence behind, and the code of it; the first that holds counts."""
