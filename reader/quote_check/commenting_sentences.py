"""Sentences by which a speaker comments on what was said: ordered, long past, to be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reader.quote_check.harmless_cuts import is_time
from reader.quote_check.left_out_sentence import LeftOutSentence
from reader.quote_check.speech_comments import SPEECH_RULES
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.clause_signs import has_verb, is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import is_stop_word

_LISTS = GOVERNING_LISTS
_SHORT = 8
"""Words of a comment that says nothing of its own."""
_SHORT_HINT = 5
_FEW = 3
_QUALITIES = ("able", "ible", "ful", "ous", "ic", "al", "ive", "less", "ly")
"""Endings of words that only rate what was said: "Incredible"."""
_UNREAL = frozenset(("would", "could", "might"))
_OFTEN = frozenset(("once", "never", "yet", "then", "here", "over", "time"))
"""What before "again" is no order."""
_OWN = frozenset(("i", "we"))
_POINTING = frozenset(("that", "this", "it", "so", "thing"))


def asks_back(sentence: LeftOutSentence) -> bool:
    """Return whether a question has no word of content: "Isn't it?", "Right?", "Who knows?"."""
    known = _LISTS.words["asking back"] | _LISTS.words["auxiliaries"] | _LISTS.words["subjects"]
    verbs = _LISTS.words["forms of be and have"]
    return all(
        word in known or word in verbs or word.endswith("n't") for word in sentence.words
    ) and not _LISTS.words["real questions"].issuperset(sentence.words)


def _is_said_by_order(sentence: LeftOutSentence) -> bool:
    """Whether it gives what was said to others: "That's what they wanted me to say".

    So does what the speaker was told, or would have said: "That's what I'd have said then".
    """
    words = sentence.words
    if not sentence.is_about_statement or "what" not in words[:3]:
        return False
    said = words[words.index("what") + 1 :]
    verbs = load_reporting_verbs().single
    told = _LISTS.words["believing"] | {"hear", "read", "write"}
    if not said or not any(word in verbs or word in told for word in said):
        return False
    is_own = said[0].partition("'")[0] in _OWN
    # "We told them" does not say that it is true.
    is_told = said[-1] in ("them", "him", "her") and any(map(is_past, said))
    is_passive = said[1:2] in (("was",), ("were",), ("am",), ("are",))
    return not is_own or is_passive or is_told or _is_unreal(said)


def _is_unreal(words: tuple[str, ...]) -> bool:
    return any(word in _UNREAL or word.endswith("'d") for word in words)


def _is_long_past(sentence: LeftOutSentence) -> bool:
    """Whether it says that it was so: "That was before the audit", "I was young then"."""
    words = sentence.words
    if len(words) > _SHORT or {"was", "were", "used"}.isdisjoint(words):
        return False
    is_own = sentence.core[0].partition("'")[0] in _OWN and words[-1] in ("then", "once")
    ended = _LISTS.words["no more so"]
    is_over = words[-1] in ended or any(
        one in ("was", "were") and other in ended for one, other in pairwise(words)
    )
    is_over = is_over or words[-1] == "be" or words[-2:] == ("be", "anyway")
    return is_own or (sentence.is_about_statement and is_over)


def _says_how_it_ended(sentence: LeftOutSentence) -> bool:
    """Whether it hints at an end that is known: "You can guess how that went"."""
    words = sentence.words
    return words[-1] in _LISTS.words["endings"] and any(
        one == "how" and other in _POINTING for one, other in pairwise(words)
    )


def _turns_out_otherwise(sentence: LeftOutSentence) -> bool:
    """Whether it says that the speaker was wrong: "Turns out I was wrong"."""
    words = sentence.words
    is_turn = ("turns", "out") in pairwise(words) or ("turned", "out") in pairwise(words)
    was_wrong = sentence.core[0] in _OWN and sentence.core[1:2] in (("was",), ("were",))
    is_false = sentence.has_word("false words") and words[-1] not in _POINTING
    # "How wrong I was."
    is_exclaimed = words[0] == "how" and not _OWN.isdisjoint(words)
    return (is_turn or was_wrong or is_exclaimed) and is_false and len(words) <= _SHORT


def _asks_to_forget(sentence: LeftOutSentence) -> bool:
    """Whether it tells the listeners what to do with the words: "Forget I said that"."""
    words = sentence.words
    if words[0] not in _LISTS.words["forgetting"] or len(words) > _SHORT:
        return False
    return not _POINTING.isdisjoint(words[1:])


def _is_only_thought_of(sentence: LeftOutSentence) -> bool:
    """Whether what was said is not so: "He'd like that", "It would be nice if it were so"."""
    words = sentence.words
    if len(words) > _SHORT + 2 or not _is_unreal(words):
        return False
    is_object = words[-1] in _POINTING and len(words) > 2
    return is_object or (sentence.is_about_statement and "if" in words)


def _is_held_at_least(sentence: LeftOutSentence) -> bool:
    """Whether it limits what was said: "That, at least, is the plan"."""
    text = " ".join(sentence.words)
    return text.startswith(("that at least", "this at least")) and len(sentence.words) <= _SHORT


def _hints_at_a_trick(sentence: LeftOutSentence) -> bool:
    """Whether it only says what the listeners did with the words: "You fell for it"."""
    words = sentence.words
    if len(words) > _SHORT_HINT or not {"you", "ya"}.intersection(words) or sentence.is_negated:
        return False
    verbs = _LISTS.words["taking in"].intersection(words)
    return bool(verbs) and all(word in verbs or is_stop_word(word) for word in words)


def is_bare_exclamation(sentence: LeftOutSentence) -> bool:
    """Return whether it is one, two or three words that state nothing: "Gotcha", "April fools".

    Such words may say how the ones before are meant.
    """
    words = sentence.words
    if len(words) > _FEW or has_verb(words) or "," in sentence.text:
        return False
    known = ("plain assents", "subjects", "determiners", "phrase starts", "quantities")
    is_known = is_time(words) or any(sentence.has_word(section) for section in known)
    is_known = is_known or any(word.endswith(_QUALITIES) for word in words)
    lines = ("openers", "affirming heads", "affirming tails")
    said = " ".join(words)
    return not is_known and not any(said in _LISTS.lines[section] for section in lines)


def _denies_without_subject(sentence: LeftOutSentence) -> bool:
    """Whether a few words deny and name nothing that is denied: "Not so fast", "Not a chance"."""
    words = sentence.words
    is_order = words[0] in ("don't", "do") and sentence.is_negated and words[-1] in _POINTING
    return len(words) <= _SHORT_HINT and (words[0] in ("not", "hardly") or is_order)


def _asks_to_think_again(sentence: LeftOutSentence) -> bool:
    """Whether the speaker asks for another answer: "Guess again", "Try again"."""
    words = sentence.words
    others = _LISTS.words["subjects"] | _LISTS.words["determiners"] | _LISTS.words["joining"]
    is_order = words[0] not in others and not is_past(words[0]) and not _is_third_person(words[0])
    return len(words) == 2 and words[1] == "again" and is_order and words[0] not in _OFTEN


def _is_third_person(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _scoffs(sentence: LeftOutSentence) -> bool:
    """Whether it is nothing but an exclamation that doubts: "Ha", "Wishful thinking"."""
    text = " ".join(sentence.words)
    return text in _LISTS.lines["scoffing"]


COMMENT_RULES: tuple[tuple[Callable[[LeftOutSentence], bool], ReasonCode], ...] = (
    (_is_said_by_order, ReasonCode.ATTRIBUTION),
    (_is_long_past, ReasonCode.QUALIFICATION),
    (_says_how_it_ended, ReasonCode.DOUBT),
    (_turns_out_otherwise, ReasonCode.NEGATION),
    (_asks_to_forget, ReasonCode.NEGATION),
    (_is_only_thought_of, ReasonCode.DOUBT),
    (_is_held_at_least, ReasonCode.DOUBT),
    (_hints_at_a_trick, ReasonCode.DOUBT),
    (is_bare_exclamation, ReasonCode.DOUBT),
    (_scoffs, ReasonCode.DOUBT),
    (_denies_without_subject, ReasonCode.NEGATION),
    (_asks_to_think_again, ReasonCode.NEGATION),
    *SPEECH_RULES,
)
"""What comments on the sentence before, and the code of it."""
