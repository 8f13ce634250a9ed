"""Who speaks in Chinese and Japanese, where words are not parted by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.quotes.other_languages.speech_words import SpeechWords
from reader.quotes.other_languages.spoken_by import SpokenBy
from reader.quotes.quote import Cue, Stance

_CLAUSE_MARKS = "，,、；;：:。！？!?"
_SPACES = " \u3000\u00a0"
_SOURCE = "source, before"
VERB_ALONE_AFTER = "verb alone, after"
"""The rule that finds a verb without a speaker: that may be the one of the quote before."""
_MOST_SUBJECT = 24
"""Characters of a speaker; longer words beside a quote are no subject."""
_OTHER_WORDS = frozenset(("反对", "反對", "应对", "現在", "现在", "存在"))
"""Words that end as what begins an adjunct does."""
_DATE = re.compile(r"(?<=\w)\d{1,2}[日号月].*$")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}$")


class UnspacedReading(NamedTuple):
    """What the words around a quote say."""

    spoken: SpokenBy | None
    is_term: bool
    """Whether the marks set off a term or the name of a work."""
    completes: bool
    """Whether the words complete the reporter's sentence."""


def read_unspaced(
    text: str, before: tuple[int, int], after: tuple[int, int], words: SpeechWords
) -> UnspacedReading:
    """Read the words before and after a quote.

    Args:
        text: the article.
        before: the reporter's words of its sentence before the opening mark.
        after: those after the closing mark, as far as the next mark.
        words: those of the language.
    """
    read = _read_japanese if words.language == "ja" else _read_chinese
    return read(text, before, after, words)


# Chinese


def _read_chinese(
    text: str, before: tuple[int, int], after: tuple[int, int], words: SpeechWords
) -> UnspacedReading:
    lead, tail = text[slice(*before)].rstrip(_SPACES), text[slice(*after)].lstrip(_SPACES)
    if tail.startswith(tuple(words.words("naming after"))):
        return UnspacedReading(None, True, False)
    bare = lead.rstrip("：:，,")
    spoken = _read_chinese_source(text, before[0], bare, words)
    if spoken is None:
        spoken = _read_chinese_before(text, before[0], bare, words)
    if spoken is None and lead.endswith(tuple(words.words("naming"))):
        return UnspacedReading(None, True, False)
    if spoken is None:
        spoken = _read_chinese_after(text, after, words)
    return UnspacedReading(spoken, False, bool(lead) and not lead.endswith(("：", ":", "，", ",")))


def _read_chinese_source(text: str, start: int, lead: str, words: SpeechWords) -> SpokenBy | None:
    """Read 据李明介绍, according to Li Ming."""
    for source in sorted(words.words("according to"), key=len, reverse=True):
        at = lead.find(source)
        if at < 0 or (at and lead[at - 1] not in _CLAUSE_MARKS):
            continue
        rest = lead[at + len(source) :]
        clause = re.split(f"[{_CLAUSE_MARKS}]", rest, maxsplit=1)[0]
        for ending in sorted(words.words("according to ends"), key=len, reverse=True):
            end = clause.find(ending)
            if 0 < end <= _MOST_SUBJECT:
                first = start + at + len(source)
                cue = _make_cue(text, start + at, start + at + len(source), words)
                return _name_chinese(_SOURCE, text, first, first + end, cue, words)
    return None


def _read_chinese_before(text: str, start: int, lead: str, words: SpeechWords) -> SpokenBy | None:
    """Read 李明说: the last clause before a quote that has a reporting verb."""
    offset = 0
    clauses: list[tuple[int, str]] = []
    for clause in re.split(f"([{_CLAUSE_MARKS}])", lead):
        if clause and clause not in _CLAUSE_MARKS:
            clauses.append((start + offset, clause))
        offset += len(clause)
    for first, clause in reversed(clauses[-3:]):
        verb = _find_last_verb(clause, words)
        if verb is None:
            continue
        begin, end = verb
        cue = _make_cue(text, first + begin, first + end, words)
        subject = _cut_subject(clause[:begin], words)
        if not subject.strip():
            return SpokenBy("verb alone, before", cue, None, False, cue.end)
        at = first + clause.rindex(subject, 0, begin)
        return _name_chinese("speaker verb, before", text, at, at + len(subject), cue, words)
    return None


def _read_chinese_after(text: str, after: tuple[int, int], words: SpeechWords) -> SpokenBy | None:
    """Read “…”李明说."""
    tail = text[slice(*after)]
    clause = re.split(f"[{_CLAUSE_MARKS}]", tail.lstrip(_SPACES + "，,"), maxsplit=1)[0]
    first = after[0] + tail.index(clause) if clause else after[0]
    verb = _find_last_verb(clause, words)
    if verb is None:
        return None
    begin, end = verb
    cue = _make_cue(text, first + begin, first + end, words)
    subject = _cut_subject(clause[:begin], words)
    if not subject.strip():
        return SpokenBy(VERB_ALONE_AFTER, cue, None, False, cue.end)
    at = first + clause.rindex(subject, 0, begin)
    return _name_chinese("speaker verb, after", text, at, at + len(subject), cue, words)


def _find_last_verb(clause: str, words: SpeechWords) -> tuple[int, int] | None:
    """Return the span of the last reporting verb of a clause, the longest that ends there."""
    best: tuple[int, int] | None = None
    for verb in words.verbs_by_length:
        at = clause.rfind(verb)
        if at < 0:
            continue
        span = (at, at + len(verb))
        if best is None or span[1] > best[1]:
            best = span
    return best


def _cut_subject(subject: str, words: SpeechWords) -> str:
    """Return the words before adverbs, places and the people spoken to."""
    subject = _DATE.sub("", subject)
    subject = _cut_at(subject, (*words.words("adverbs"), *words.words("adjuncts")))
    attributes, _, noun = subject.rpartition("的")
    subject = noun if attributes and len(noun) > 1 else subject
    while ending := next((v for v in words.verbs_by_length if subject.endswith(v)), ""):
        subject = subject[: -len(ending)]
    return subject


def _cut_at(subject: str, cuts: Iterable[str]) -> str:
    """Return the words before the first of these, and without one at the start."""
    for word in cuts:
        at = subject.find(word)
        if at > 0 and subject[at - 1 : at + len(word)] not in _OTHER_WORDS:
            subject = subject[:at]
        elif at == 0 and len(subject) > len(word) + 1:
            subject = subject[len(word) :]
    return subject


def _name_chinese(
    rule: str, text: str, start: int, end: int, cue: Cue, words: SpeechWords
) -> SpokenBy:
    """Return the attribution to the words `text[start:end]`, without article and title."""
    subject = text[start:end]
    for article in words.words("articles"):
        if subject.startswith(article) and len(subject) > len(article):
            start, subject = start + len(article), subject[len(article) :]
            break
    pronouns = words.words("pronouns") | words.words("documents")
    if subject in pronouns or not 1 < len(subject) <= _MOST_SUBJECT:
        return SpokenBy(rule, cue, None, False, cue.end)
    has_name = False
    for title in sorted(words.words("titles"), key=len, reverse=True):
        at = subject.find(title)
        if at >= 0:
            rest = subject[at + len(title) :]
            if _NAME.fullmatch(rest):
                start, has_name = start + at + len(title), True
            break
    else:
        has_name = len(subject) <= 3
    return SpokenBy(rule, cue, (start, end), has_name, cue.end)


# Japanese


def _read_japanese(
    text: str, before: tuple[int, int], after: tuple[int, int], words: SpeechWords
) -> UnspacedReading:
    lead, tail = text[slice(*before)], text[slice(*after)]
    bare_tail = tail.lstrip(_SPACES)
    spoken = _read_japanese_source(text, before[0], lead, words)
    is_named = lead.rstrip(_SPACES).endswith(tuple(words.words("naming")))
    if spoken is None and (is_named or bare_tail.startswith(tuple(words.words("not speech")))):
        return UnspacedReading(None, True, False)
    if spoken is None:
        is_object = bare_tail.startswith(("だと", "。", "と", "など"))
        cue = _find_japanese_cue(text, after, words) if is_object else None
        spoken = _read_japanese_after(text, after, cue, words) if cue else None
        if spoken is None and cue is not None:
            spoken = _read_japanese_before(text, before[0], lead, cue, words)
    is_reported = bare_tail.startswith(tuple(words.words("reported")))
    is_whole = is_reported or bare_tail[:1] in ("", "。")
    if spoken is not None and spoken.rule == _SOURCE:
        is_whole = is_reported and not bare_tail.startswith("という")
    return UnspacedReading(spoken, False, not is_whole)


def _read_japanese_source(text: str, start: int, lead: str, words: SpeechWords) -> SpokenBy | None:
    """Read 伊藤さんによると, according to Ito."""
    for ending in words.words("according to ends"):
        at = lead.find(ending)
        if at > 0:
            cue = _make_cue(text, start + at, start + at + len(ending), words)
            first = max(lead.rfind(mark, 0, at) for mark in _CLAUSE_MARKS) + 1
            return _name_japanese(_SOURCE, text, start + first, start + at, cue, words)
    return None


def _find_japanese_cue(text: str, after: tuple[int, int], words: SpeechWords) -> Cue | None:
    """Find the reporting verb after a quote, in its sentence or in こう… of the next one."""
    tail = text[slice(*after)]
    begin = len(tail) - len(tail.lstrip(_SPACES + "。"))
    sentence = tail[begin:].partition("。")[0]
    if begin and "。" in tail[:begin] and not re.search("こう|そう|このように", sentence):
        return None
    spans = [
        (at, at + len(verb)) for verb in words.verbs_by_length if (at := sentence.rfind(verb)) >= 0
    ]
    if not spans:
        return None
    first, last = max(spans, key=lambda span: (span[1], -span[0]))
    return _make_cue(text, after[0] + begin + first, after[0] + begin + last, words)


def _read_japanese_after(
    text: str, after: tuple[int, int], cue: Cue, words: SpeechWords
) -> SpokenBy | None:
    """Read 「…」と鈴木さんは話した."""
    between = text[after[0] : cue.start]
    skipped = len(between) - len(between.lstrip(_SPACES + "。、"))
    at = after[0] + skipped
    rest = between[skipped:]
    for particle in ("との", "と、", "と", "だと", "だ"):
        if rest.startswith(particle):
            at, rest = at + len(particle), rest[len(particle) :]
            break
    found = _find_topic(rest, words)
    if found is None:
        return None
    first, last = found
    return _name_japanese("speaker verb, after", text, at + first, at + last, cue, words)


def _read_japanese_before(
    text: str, start: int, lead: str, cue: Cue, words: SpeechWords
) -> SpokenBy | None:
    """Read 山田市長は「…」と述べた."""
    found = _find_topic(lead, words)
    if found is None:
        return SpokenBy(VERB_ALONE_AFTER, cue, None, False, cue.end)
    first, last = found
    return _name_japanese(
        "speaker before, verb after", text, start + first, start + last, cue, words
    )


def _find_topic(clause: str, words: SpeechWords) -> tuple[int, int] | None:
    """Return the span of the first topic or subject of a clause, without what a comma parts."""
    for match in re.finditer("[はがも]", clause):
        at = match.start()
        if match.group() not in words.words("topics") or at == 0 or clause[at - 1] == "に":
            continue
        first = max(clause.rfind(mark, 0, at) for mark in _CLAUSE_MARKS) + 1
        if clause[at - 1] in "）)":
            at = max(clause.rfind("（", first, at), clause.rfind("(", first, at))
        if 0 < at - first <= _MOST_SUBJECT:
            return first, at
    return None


def _name_japanese(
    rule: str, text: str, start: int, end: int, cue: Cue, words: SpeechWords
) -> SpokenBy:
    """Return the attribution to the words `text[start:end]`, without honorific."""
    subject = text[start:end]
    if subject in words.words("pronouns"):
        return SpokenBy(rule, cue, None, False, cue.end)
    has_name = False
    for honorific in words.words("honorifics"):
        if subject.endswith(honorific) and len(subject) > len(honorific) + 1:
            end -= len(honorific)
            start += subject.rfind("の") + 1
            has_name = True
            break
    return SpokenBy(rule, cue, (start, end), has_name, cue.end)


def _make_cue(text: str, start: int, end: int, words: SpeechWords) -> Cue:
    printed = text[start:end]
    lemma, stance = words.verbs.get(printed, (printed, Stance.NEUTRAL))
    return Cue(printed, lemma, stance, start, end)
