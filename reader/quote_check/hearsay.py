"""Words of a reporter by which it is not sure, or not so, that somebody says what is quoted."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.words import split_words

_LISTS = GOVERNING_LISTS
_NEAR = 3
"""Words between an adverb of doubt and the verb of saying that it is of."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:widely )?"
    r"(?:said|reported|alleged|believed|rumou?red|thought|supposed|claimed) to have\b"
)
_HEARD_BY_OTHERS = re.compile(
    r"\baccording to (?:an?|the|one|two|some|several|his|her|their|people|those)?\s?"
    r"(?:[\w-]+ ){0,2}(?:witness(?:es)?|friends?|aides?|guests?|person|people|neighbou?rs?|rivals?"
    r"|opponents?|acquaintances?|somebody|someone|rumou?rs?|those)\b"
)
_ACCUSED = re.compile(r"\b(?:accused|suspected) of (?:\w+ )?(\w+ing)\b")
_UNREAL = re.compile(r"\b(?:might|may|could|would|was to|were to) (?:never |well )?have (\w+)\b")
_TO_COME = re.compile(
    r"\b(?:will|shall|"
    r"(?:is|are|was|were|be|been) (?:(?:widely )?expected|due|set|scheduled|likely|going|supposed"
    r"|about|planning|ready) to|(?:plans|planned|intends|intended|prepared) to) (?:\w+ly )?(\w+)\b"
)
_ASKED = re.compile(r"(?:did|does|do|has|have|had) ((?:[\w’'.-]+ ?){2,6})")
"""How a question begins whether somebody has said something."""
_FAKED = re.compile(
    r"(?<!of )(?<!about )(?<!against )\b(?:[Aa]n? |[Ii]n the |[Oo]n the |from the |by the )"
    r"(?:fake|faked|bogus|spoof|parody|deepfake|doctored|forged|fabricated) "
    r"(?:(?:\w+ ){0,2}(?:account|video|recording|audio|clip|letter|post|tweet|statement|message)"
    r"|[^\W\d_a-z])"
    r"|^[Tt]he (?:fake|faked|bogus|spoof|parody|doctored|forged|fabricated) \w+ "
    r"(?:has|had|makes|made|lets|let|shows|showed)\b"
    r"|\bimpost[eo]r\b|\bimpersonat(?:or|ing|ed)\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:retracted|withdrew|withdrawn|took back|taken back|walked back|apologi[sz]ed for"
    r"|disowned|corrected) (?:\w+ ){0,3}"
    r"(?:remarks?|comments?|statements?|words?|claims?|posts?|tweets?|it|said|saying)\b"
    r"|\btook (?:it|that|this|(?:the|his|her|their) (?:remarks?|comments?|words?|claim)) back\b"
    r"|\bslip of the (?:tongue|pen)\b|\bmisspok|\bmeant to say\b"
    r"|\bmisquoted\b|\bchanged (?:his|her|their) minds?\b|\brecant|\bthought better of it\b"
    r"|\b(?:remarks?|comments?|words?|it|statement|tweet|post) (?:was|were) "
    r"(?:meant|intended|said|made) (?:as|in|for) (?:an? |the )?(?:\w+ )?"
    r"(?:joke|jest|satire|fun|irony)\b"
    r"|\b(?:never|not|n't|n’t) (?:said|say) (?:it|that|so|any such thing)\b(?! before| again)"
    r"|\bcorrected (?:himself|herself|themselves)\b|\bdenied (?:saying|having said|she|he) \b"
)
_WISHED = re.compile(r"\bwish(?:es|ed)? (?:that )?(?:[\w’'.-]+ ){1,3}had (\w+)\b")
_NAMED = 5
"""Words of the name of who says something, before or behind the verb."""


@lru_cache(maxsize=1 << 10)
def find_hearsay(words: str) -> bool:
    """Return whether it is only reported that somebody said something: "is said to have told".

    Args:
        words: a reporter's words in the sentence of a quotation, in lower case.
    """
    if _PASSIVE.search(words) or _HEARD_BY_OTHERS.search(words):
        return True
    verbs = load_reporting_verbs().single
    accused, unreal = _ACCUSED.search(words), _UNREAL.search(words) or _WISHED.search(words)
    if (accused and _is_saying(accused[1])) or (unreal and unreal[1] in verbs):
        return True
    printed = split_words(words)
    doubts = _LISTS.words["hearsay adverbs"]
    return any(
        word in doubts
        and any(near in verbs for near in printed[max(0, at - _NEAR) : at + _NEAR + 1])
        for at, word in enumerate(printed)
    )


@lru_cache(maxsize=1 << 10)
def is_unspoken(words: str, before: str = "") -> bool:
    """Return whether something is not said yet, asked after, or faked: "she will tell the board".

    Args:
        words: a reporter's words in the sentence of a quotation.
        before: those in front of it, where the words are the ones behind it.
    """
    if _FAKED.search(words):
        return True
    lower = words.lower()
    verbs = load_reporting_verbs().single
    coming = _TO_COME.search(lower)
    if coming and coming[1] in verbs:
        # "Quill, who will tell the board on Monday, said" has said it.
        words_before = pairwise(["", *split_words(before.lower()), *split_words(lower)])
        return not any(_is_told(word) for before, word in words_before if before not in _PASSIVES)
    asked = _ASKED.match(lower)
    said = [verbs[word] for word in split_words(asked[1]) if word in verbs] if asked else []
    return any(not verb.is_weak for verb in said)


_PASSIVES = frozenset(("is", "are", "was", "were", "be", "been", "if", "when"))


def _is_told(word: str) -> bool:
    """Return whether a word is a reporting verb in the present or past tense."""
    verb = load_reporting_verbs().single.get(word)
    return verb is not None and word != verb.lemma and not (verb.is_weak or verb.is_gerund)


@lru_cache(maxsize=1 << 10)
def is_taken_back(sentence: str) -> bool:
    """Return whether a sentence of a reporter says that somebody took words back.

    Args:
        sentence: the one right behind that of a quotation.
    """
    return _TAKEN_BACK.search(sentence.lower()) is not None


def _is_saying(participle: str) -> bool:
    stem = participle.removesuffix("ing")
    verbs = load_reporting_verbs().single
    return stem in verbs or f"{stem}e" in verbs or participle == "having"


@lru_cache(maxsize=1 << 10)
def is_lied(after: str) -> bool:
    """Return whether the verb right behind a quotation says that its speaker does not mean it.

    Args:
        after: the reporter's words behind the quotation: "Ida Vance lied".
    """
    clause = split_words(after.split(",")[0])[:_NAMED]
    verb = next((word for word in clause if word[0].islower() and not _is_person(word)), "")
    return verb in _LISTS.words["lying verbs"]


def _is_person(word: str) -> bool:
    return word in _LISTS.words["subjects"] or word in _LISTS.words["determiners"]


@lru_cache(maxsize=1 << 10)
def is_disowned(after: str) -> bool:
    """Return whether a clause behind the attribution denies it: "…, but she did not believe it"."""
    for clause in after.split(",")[1:]:
        words = split_words(clause.lower())
        is_denied = any(one.code is ReasonCode.NEGATION for one in find_governing_words(clause))
        if words[:1] == ["but"] and is_denied and not _BELIEFS.isdisjoint(words):
            return True
    return False


_BELIEFS = frozenset(("believe", "mean", "think", "true", "serious", "so", "meant"))
"""Words of which one tells what is denied: that the speaker means what he says."""
