"""What an article gives as somebody's words: quotations, and sentences of indirect speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.articles import Article, Paragraph, ParagraphKind
from reader.quote_versions import VersionForm
from reader.quote_versions.governed_clauses import find_foreign_clause, find_governed_clause
from reader.quotes import (
    ArticleText,
    Cue,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Stance,
    Strength,
    Utterance,
    group_utterances,
)
from reader.quotes.other_languages.indirect_sentences import read_foreign_sentence
from reader.quotes.other_languages.text_language import ENGLISH, find_speech_language
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.speakers import read_sentence_speaker
from reader.story.fronted_clauses import (
    LEAST_HEAD,
    describes_object,
    find_fronted_clause,
    has_finite_verb,
    is_object,
)
from reader.story.inverted_speech import (
    read_inner_speaker,
    read_relative_speaker,
    read_speaker_at_end,
)
from reader.story.plain_clauses import closes_sentence, has_clause_without_that
from reader.story.said_words import read_joined_clause, read_split_clause, trim_clause
from reader.story.speaker_doubts import is_given_wrongly, is_told_of, weigh_speaker
from reader.story.statement_ends import end_statement
from reader.story.unspoken_verbs import is_unspoken
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.words import word_spans

Span = tuple[int, int]

STORY_KINDS = frozenset((ParagraphKind.BODY, ParagraphKind.HEADING))
"""Kinds of paragraphs in which people are named and heard: a byline is nobody of the story."""
_PLAIN_VERBS = frozenset(("say", "tell", "add", "according to"))
"""Verbs after which a clause needs no "that"."""
_MOST_CLOSING = 4
"""Words after verb and speaker that end a sentence with them: "…, Smith said on Monday"."""
_CLAUSE = re.compile(
    r"\s*(?!the (?:notion|idea|claim|fact|view|charge)\b)(?:[a-z]+ly )?"
    r"(?:(?:\S+ ){0,5}?(?:that|whether|if|how|why)|he|she|it|they|we|there)\b"
)
"""What shows, right after another verb, that a clause follows and no object."""
_INFINITIVE = re.compile(r"\s*(?:\S+ ){0,4}?to [a-z]")
_PREPOSITIONS = frozenset(("during", "on", "in", "at", "after", "before", "from"))
_ASKING_FOR = frozenset((Stance.URGING, Stance.PROMISING, Stance.WARNING, Stance.ASKING))
"""Verbs that also have an infinitive of what is said: "urged him to go"."""
_LEAST_LARGE = 4
"""Letters of a word that has a capital in a title."""
_NO_CLAUSE = re.compile(
    r"[,\s]*(?:who|whom|whose|which|meaning|adding|during|on|in|at|after|before|from|of)\b(?!.*\bthat\b)"
    r"|[,\s]*(?:who|whom|whose|which|meaning)\b|,\s(?:an?|the|his|her|its|their)\b",
    re.DOTALL,
)
"""What follows verb and speaker where the clause of what is said came before them."""
_TOLD = re.compile(
    r"\s*(?:the |a )?[\w’'-]+(?: [A-Z][\w’'-]*){0,3}(?= (?:during|on|in|at|after|from)\b)"
)
"""Somebody who is told something, before an adverbial."""
_ASKED_CHARS = 90
_ASKED = re.compile(r"(?:^|\n|[.”\"] )Asked\b[^.“”\"\n]*,? [“\"]?$")
"""Before the words of somebody else: "Asked by an aide, “Is it late?”, Mr. Lee replied"."""
_IS_WORK = re.compile(
    r"[”\"’']*[ \u00a0](?:show|program(?:me)?|host|anchor|magazine|newspaper|podcast|column|album"
    r"|song|film|movie|series|broadcast|segment)\b"
)
"""What follows the name of a work: NBC’s “Today” show."""
_BY_PREPOSITION = "according"
_LEAST_SAID = 2
"""Words of a clause of indirect speech."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What an article has one speaker say at once. Spans are offsets in its whole text."""

    form: VersionForm
    spans: tuple[Span, ...]
    """The words between marks, or the clause of indirect speech."""
    words: int
    """Of the spans; 0 where it is not sure where a clause ends, so that they are not counted."""
    speaker: Speaker | None
    cue: Cue | None


def find_speeches(text: ArticleText, quotes: Sequence[Quote]) -> list[Speech]:
    """Return what an article gives as somebody's words, in its order.

    A quotation inside another is part of it. A term that the reporter sets off is speech only
    where its speaker is stated. A sentence that quotes is no indirect speech besides.

    Args:
        text: the text of the article.
        quotes: its quotes.
    """
    found = [
        speech
        for utterance in group_utterances([quote for quote in quotes if quote.depth == 0])
        if (speech := _read_utterance(text.text, utterance)) is not None
    ]
    marked = sorted(span for speech in found for span in speech.spans)
    found += _find_indirect(text, marked)
    return sorted(found, key=lambda speech: speech.spans[0])


def story_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the story: body and headings, no furniture."""
    return (each for each in article.paragraphs if each.kind in STORY_KINDS)


def _read_utterance(text: str, utterance: Utterance) -> Speech | None:
    parts = [part for part in utterance.parts if _is_of_story(part)]
    if not parts or utterance.kind is QuoteKind.TITLE:
        return None
    speaker, cue = parts[0].speaker, parts[0].cue
    is_asked = _ASKED.search(text[max(0, parts[0].start - _ASKED_CHARS) : parts[0].start])
    if cue is not None and (cue.lemma == "lie" or (is_asked and cue.start > parts[0].end)):
        speaker = None
    if speaker is not None and is_given_wrongly(text, speaker, parts[0].start, parts[-1].end):
        speaker = None
    if utterance.kind is QuoteKind.SCARE and not (
        speaker is not None and speaker.is_stated and parts[0].cue is not None
    ):
        return None
    if all(_IS_WORK.match(text, part.end) for part in parts):
        return None
    is_direct = utterance.kind is QuoteKind.DIRECT
    spans = tuple((part.start, part.end) for part in parts)
    if _is_title_case(text[slice(*spans[0])]) and not _is_surely_said(speaker, parts[0].cue):
        return None
    if speaker is not None:
        speaker = weigh_speaker(text, speaker, parts[0].cue, spans, is_part=not is_direct)
    return Speech(
        VersionForm.DIRECT if is_direct else VersionForm.PARTIAL,
        spans,
        sum(count_words(text, span) for span in spans),
        speaker,
        parts[0].cue,
    )


def _is_surely_said(speaker: Speaker | None, cue: Cue | None) -> bool:
    """Return whether a verb of saying gives words as somebody's, or a text has them."""
    if speaker is None or cue is None:
        return False
    is_text = speaker.kind is SpeakerKind.DOCUMENT
    return is_text or speaker.strength is Strength.ADJACENT or cue.lemma in _PLAIN_VERBS


def _is_title_case(words: str) -> bool:
    """Return whether words may be a motto or the title of a work: "In God We Trust"."""
    large = [word for word in words.split() if len(word) >= _LEAST_LARGE]
    is_sentence = words.endswith(("?", "!"))
    return len(large) > 1 and not is_sentence and all(word[0].isupper() for word in large)


def _is_of_story(quote: Quote) -> bool:
    return quote.passage is None or quote.passage.paragraph.kind in STORY_KINDS


def count_words(text: str, span: Span) -> int:
    """Return how many words a span of a text has."""
    return sum(1 for _ in word_spans(text, *span))


def _find_indirect(text: ArticleText, marked: Sequence[Span]) -> Iterator[Speech]:
    """Yield the sentences in which the reporter tells in own words what somebody said."""
    language = find_speech_language(text.text)
    first = 0
    for paragraph in story_paragraphs(text.article):
        begin = text.start_of(paragraph)
        for sentence in paragraph.sentences:
            start, end = begin + sentence.start, begin + sentence.stop
            while first < len(marked) and marked[first][1] <= start:
                first += 1
            if _is_quoting(marked, first, start, end):
                continue
            if speech := _read_sentence(text.text, start, end, language):
                yield speech


def _is_quoting(marked: Sequence[Span], first: int, start: int, end: int) -> bool:
    """Return whether a sentence has words that are quoted of somebody."""
    return first < len(marked) and marked[first][0] < end and start < marked[first][1]


def _read_sentence(text: str, start: int, end: int, language: str) -> Speech | None:
    clauses: tuple[Span, ...] = ()
    is_sure = True
    if language != ENGLISH:
        found = read_foreign_sentence(text, start, end, language)
        clause = find_foreign_clause(start, end, *found) if found else None
        clauses = (clause,) if clause else ()
    else:
        if not _may_report(text[start:end]):
            return None
        found = read_sentence_speaker(text, start, end)
        if found and (other := read_speaker_at_end(text, end, *found)):
            found = other, found[1]
        if found and (inner := read_inner_speaker(text, (start, end), found[1])):
            found = inner
        elif found and (near := read_relative_speaker(text, start, *found)):
            found = near, found[1]
        if found and is_told_of(text, *found):
            return None
        clauses, is_sure = _read_clauses(text, (start, end), *found) if found else ((), True)
    if found is None or not clauses:
        return None
    speaker, cue = found
    speaker = weigh_speaker(text, speaker, cue, clauses, is_part=False)
    words = sum(count_words(text, clause) for clause in clauses)
    is_said = speaker.is_stated and speaker.strength >= Strength.LOOSE
    if words < _LEAST_SAID or not is_said or cue.stance is Stance.THINKING:
        return None
    return Speech(VersionForm.INDIRECT, clauses, words if is_sure else 0, speaker, cue)


def _read_clauses(
    text: str, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[tuple[Span, ...], bool]:
    """Return the words of an English sentence that are somebody's, in one or two parts.

    Second, whether it is sure where they end.
    """
    if is_unspoken(text, sentence, speaker, cue):
        return (), True
    if split := read_split_clause(text, sentence, speaker, cue, is_plain=cue.lemma in _PLAIN_VERBS):
        return split, True
    if both := read_joined_clause(text, sentence, speaker, cue):
        return both, False
    clause = find_said_clause(text, sentence, speaker, cue)
    if clause is None:
        return (), True
    if clause[0] < cue.end:
        return (clause,), not _may_open_with_scene(text, clause)
    trimmed = trim_clause(text, clause, sentence[1], cue)
    ended, is_sure = end_statement(text, trimmed, sentence, speaker, cue)
    return (() if is_object(text, ended, cue) else (ended,)), is_sure


def find_said_clause(text: str, sentence: Span, speaker: Speaker, cue: Cue) -> Span | None:
    """Return the words of an English sentence that a verb gives as somebody's; None without such.

    They follow verb and speaker, or come before them where these end the sentence.
    """
    start, end = sentence
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    head, tail = (start, text.rfind(",", start, begin)), (stop, end)
    is_plain = cue.lemma in _PLAIN_VERBS
    following = text[stop:end]
    if is_plain and (fronted := find_fronted_clause(text, head, tail, speaker, cue)):
        return fronted
    if is_plain and (told := _NO_CLAUSE.match(_skip_addressee(following, cue))):
        if _is_statement(text, head, begin):
            return head
        if told.group().strip() not in _PREPOSITIONS:
            return None
    closes = is_plain and head[1] > start and not _CLAUSE.match(following)
    if closes and count_words(text, tail) <= min(_MOST_CLOSING, count_words(text, head)):
        return head
    if _is_after_statement(text, head, begin) and closes_sentence(following, cue.lemma):
        return head
    if not is_plain and not _is_clause(following, cue):
        return None
    governed = find_governed_clause(text, start, end, speaker, cue) or tail
    return (stop, governed[1]) if governed[0] >= cue.end and governed[1] > stop else tail


def _is_after_statement(text: str, head: Span, begin: int) -> bool:
    """Return whether a comma right before verb and speaker closes a whole clause."""
    return _is_statement(text, head, begin) and has_finite_verb(text[slice(*head)])


def _skip_addressee(following: str, cue: Cue) -> str:
    """Return what follows a verb without whom somebody tells."""
    match = _TOLD.match(following) if cue.lemma == "tell" else None
    return following[match.end() :] if match else following


def _is_statement(text: str, head: Span, begin: int) -> bool:
    """Return whether the words up to a comma before verb and speaker are what is said."""
    if head[1] <= head[0] or text[head[1] : begin].strip(' ,\u00a0“"'):
        return False
    words = text[slice(*head)].split()
    return len(words) >= LEAST_HEAD and not _opens_with_adverbial(text, head)


def _may_open_with_scene(text: str, clause: Span) -> bool:
    """Return whether a clause opens with words that may be the reporter's: "On Monday, …"."""
    opening, comma, _ = text[slice(*clause)].partition(",")
    return bool(comma) and _opens_with_adverbial(text, clause) and not has_finite_verb(opening)


def _opens_with_adverbial(text: str, clause: Span) -> bool:
    """Return whether a clause begins with words that may be the reporter's: "On Monday …"."""
    words = text[slice(*clause)].split(None, 1)
    opens = load_word_class("adverbial_starts") | load_word_class("phrase_ends")
    return bool(words) and words[0].lower() in opens


def _is_clause(following: str, cue: Cue) -> bool:
    """Return whether a clause of what is said follows a verb, or an infinitive of it."""
    is_asking = cue.stance in _ASKING_FOR and _INFINITIVE.match(following) is not None
    is_clause = _CLAUSE.match(following) or has_clause_without_that(following, cue.lemma)
    return is_asking or (bool(is_clause) and not describes_object(following))


def _may_report(sentence: str) -> bool:
    """Return whether a sentence has a form of a reporting verb, weak ones included."""
    known = load_reporting_verbs()
    words = [word.strip(".,;:“”\"’'()—–").lower() for word in sentence.split()]
    if _BY_PREPOSITION in words or not known.single.keys().isdisjoint(words):
        return True
    return any(pair in known.double for pair in pairwise(words))
