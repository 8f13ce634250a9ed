"""Building the rows of people: the persons of the articles with what they are given to say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.articles import Article, Passage
from reader.quote_versions import VersionForm
from reader.quote_versions.naming import is_several
from reader.quotes import ArticleText, Quote, Speaker, SpeakerKind, Stance
from reader.quotes.speaker_kinds import find_head
from reader.quotes.unfit_speakers import make_inferred
from reader.story.article_person import ArticlePerson
from reader.story.article_persons import ArticlePersons, list_known_names
from reader.story.merged_persons import MergedPerson, merge_persons
from reader.story.name_descriptions import find_descriptions
from reader.story.name_surroundings import (
    PARTISANS,
    find_title,
    is_person_noun,
    text_nouns,
)
from reader.story.people import (
    CoveragePeople,
    PeopleCell,
    PeopleRow,
    PersonSpeech,
    SpeechCount,
    VerbUse,
)
from reader.story.saying_beside import stands_at_saying
from reader.story.shared_titles import find_shared_title
from reader.story.speaker_doubts import is_no_speaker
from reader.story.speaker_persons import SpeakerPersons
from reader.story.speaker_words import is_epithet, is_plain_noun, read_whole_words
from reader.story.speeches import Speech, find_speeches
from reader.text.cleaning import Clean
from reader.text.values import PersonName
from reader.text.words import word_key

_PRONOUNS = frozenset(
    (
        *(
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "you",
            "who",
            "one",
            "some",
            "many",
            "others",
            "both",
        ),
        *("several", "few", "a few", "most", "all", "another", "each", "none", "more", "someone"),
    )
)
_NEAR_CHARS = 600
"""Between what a document says and what it is given to say by a shorter name."""
_ARTICLES = ("the ", "a ", "an ")
_MOST_SURROUNDINGS = 6
"""Titles, and descriptions, of one person in one article."""


@dataclass(slots=True)
class _OtherSpeaker:
    """A speaker of one article that is no named person, with the words for it."""

    name: str
    kind: SpeakerKind
    speeches: list[Speech] = field(default_factory=list)


@dataclass(slots=True)
class _ArticleSpeech:
    """What one article has everybody say."""

    text: ArticleText
    of_person: dict[int, list[Speech]] = field(default_factory=lambda: defaultdict(list))
    """By the identity of the person."""
    others: dict[tuple[SpeakerKind, str], _OtherSpeaker] = field(default_factory=dict)
    unknown: SpeechCount = field(default_factory=SpeechCount)


def build_people(articles: Sequence[Article], quotes: Sequence[Sequence[Quote]]) -> CoveragePeople:
    """Return who is named and who is heard in some articles.

    Names are looked for in English texts; of those in other languages the speakers of quotations
    are known. Time is linear in the length of the texts.

    Args:
        articles: the articles.
        quotes: the quotes of each.
    """
    texts = [ArticleText(article, position) for position, article in enumerate(articles)]
    persons = [ArticlePersons(text, found) for text, found in zip(texts, quotes, strict=True)]
    known = list_known_names(persons)
    read: list[_ArticleSpeech] = []
    for text, found, of_article in zip(texts, quotes, persons, strict=True):
        of_article.collect(known)
        read.append(_attribute(text, SpeakerPersons(of_article), find_speeches(text, found)))
    merged = merge_persons([of_article.persons for of_article in persons])
    rows = [_build_row(person, read) for person in merged]
    return CoveragePeople(
        tuple(articles),
        _number(rows),
        _number(_build_other_rows(read)),
        tuple(each.unknown for each in read),
    )


def _attribute(
    text: ArticleText, persons: SpeakerPersons, speeches: Iterable[Speech]
) -> _ArticleSpeech:
    """Give every speech to its speaker, one whose speaker is not stated to nobody."""
    read = _ArticleSpeech(text)
    before: tuple[int, ArticlePerson] | None = None
    last: tuple[int, str] | None = None
    for speech in speeches:
        speaker = speech.speaker
        if speaker is None or not speaker.is_stated:
            read.unknown += SpeechCount(1, speech.words)
        if speaker is None:
            continue
        found = _find_persons(persons, speaker)
        if len(found) == 1 and persons.is_doubtful(speaker, found[0], before):
            if speaker.is_stated and speech.form is not VersionForm.INDIRECT:
                read.unknown += SpeechCount(1, speech.words)
            speech = replace(speech, speaker=make_inferred(speaker))
        elif len(found) == 1:
            found = [*found, *persons.find_companions(speaker, speech.cue)]
            before = speech.spans[-1][1], found[0]
        for person in found:
            read.of_person[id(person)].append(speech)
        if found or not speaker.is_stated:
            continue
        is_nobody = speaker.name.lower() in _PRONOUNS or is_no_speaker(speaker)
        if is_nobody or persons.is_open(speaker):
            read.unknown += SpeechCount(1, speech.words)
            continue
        kind = _find_kind(speaker)
        is_indirect = speech.form is VersionForm.INDIRECT
        if is_indirect and is_plain_noun(speaker.name, kind):
            continue
        name = read_whole_words(text.text, speaker, speech.cue)
        is_other = kind is SpeakerKind.ROLE and is_epithet(name)
        is_near = last is not None and speech.spans[0][0] - last[0] <= _NEAR_CHARS
        is_open = speaker.mention.lower() in ("it", "they") and not (
            is_near and last is not None and last[1] == speaker.name
        )
        if not name or is_other or is_open:
            if not is_indirect:
                read.unknown += SpeechCount(1, speech.words)
            continue
        last = speech.spans[-1][1], speaker.name
        other = _OtherSpeaker(name, kind)
        read.others.setdefault((kind, _name_key(name)), other).speeches.append(speech)
    _join_documents(read.others)
    return read


def _join_documents(others: dict[tuple[SpeakerKind, str], _OtherSpeaker]) -> None:
    """Count what "the report" says for the only report of the article with a longer name."""
    for kind, key in [each for each in others if each[0] is SpeakerKind.DOCUMENT]:
        fuller = [each for each in others if each[0] is kind and each[1].endswith(f" {key}")]
        is_definite = others[kind, key].name.lower().startswith("the ")
        if " " in key or not is_definite or len(fuller) != 1:
            continue
        whole = others[fuller[0]]
        if whole.name.lower().startswith("the ") and _is_near(whole, others[kind, key]):
            whole.speeches += others.pop((kind, key)).speeches
            whole.speeches.sort(key=lambda speech: speech.spans[0])


def _is_near(one: _OtherSpeaker, other: _OtherSpeaker) -> bool:
    """Return whether two speakers say something at once, one right after the other."""
    distance = other.speeches[0].spans[0][0] - one.speeches[-1].spans[-1][1]
    return abs(distance) <= _NEAR_CHARS


def _find_kind(speaker: Speaker) -> SpeakerKind:
    """Return the kind of a speaker: a role in the plural is a group, or several documents."""
    head = find_head(speaker.name)
    if speaker.kind is SpeakerKind.PERSON:
        return SpeakerKind.UNKNOWN
    if speaker.kind is SpeakerKind.UNKNOWN:
        if head in PARTISANS:
            return SpeakerKind.ROLE
        is_plural = is_several(speaker.name) and is_person_noun(head.removesuffix("s"))
        return SpeakerKind.GROUP if is_plural else SpeakerKind.UNKNOWN
    if speaker.kind is not SpeakerKind.ROLE:
        return speaker.kind
    if not {head, head.removesuffix("s")}.isdisjoint(text_nouns()):
        return SpeakerKind.DOCUMENT
    return SpeakerKind.GROUP if is_several(speaker.name) else SpeakerKind.ROLE


def _find_persons(persons: SpeakerPersons, speaker: Speaker) -> list[ArticlePerson]:
    """Return the person that a speaker is, or of several who speak together all."""
    if speaker.kind is SpeakerKind.JOINT:
        names = speaker.name.split(" and ")
        found = [persons.find_by_name(name, speaker.start) for name in names]
        return [person for person in found if person is not None]
    person = persons.find_speaker(speaker)
    is_person = speaker.kind is SpeakerKind.PERSON or persons.is_described(speaker)
    is_new = person is None and is_person and speaker.is_stated
    if is_new and speaker.is_named and speaker.name.lower() not in _PRONOUNS:
        person = persons.add_speaker(speaker)
    return [person] if person is not None else []


def _name_key(name: str) -> str:
    lower = name.lower()
    for article in _ARTICLES:
        lower = lower.removeprefix(article)
    return " ".join(map(word_key, lower.split()))


def _build_row(merged: MergedPerson, read: Sequence[_ArticleSpeech]) -> PeopleRow:
    cells = tuple(
        _build_cell(read[article], article, person)
        for article, person in sorted(merged.of_article.items(), key=lambda item: item[0])
    )
    return PeopleRow(0, _print_name(merged.fullest), SpeakerKind.PERSON, cells)


def _print_name(name: PersonName) -> Clean:
    words = [f"{word}." if len(word) == 1 else word for word in name.words]
    suffix = {"jr": "Jr.", "sr": "Sr."}.get(name.suffix, name.suffix.upper())
    return Clean(" ".join([*words, suffix] if suffix else words))


def _build_cell(read: _ArticleSpeech, article: int, person: ArticlePerson) -> PeopleCell:
    text = read.text
    names = Counter(_print_name(name) for name in person.names)
    first = person.names[0]
    printed = ArticlePersons.cut_title(text.text, first)
    cell = _build_spoken(text, article, read.of_person.get(id(person), ()))
    if not cell.spoken and not cell.perhaps:
        beside = sum(stands_at_saying(text.text, name) for name in person.names)
        cell = replace(cell, perhaps=SpeechCount(beside))
    return replace(
        cell,
        mentions=len(person.names),
        first=text.passage(*printed),
        names=tuple(name for name, _ in names.most_common()),
        titles=_list_titles(text, person),
        descriptions=_list_descriptions(text, person),
    )


def _list_titles(text: ArticleText, person: ArticlePerson) -> tuple[Passage, ...]:
    spans = [
        find_title(text.text, name) or find_shared_title(text.text, name) for name in person.names
    ]
    return _keep_distinct(text, [span for span in spans if span is not None])


def _list_descriptions(text: ArticleText, person: ArticlePerson) -> tuple[Passage, ...]:
    spans = [span for name in person.names for span in find_descriptions(text.text, name)]
    return _keep_distinct(text, spans)


def _keep_distinct(text: ArticleText, spans: Iterable[tuple[int, int]]) -> tuple[Passage, ...]:
    """Return the passages of the first spans of different words."""
    found: dict[str, Passage] = {}
    for start, end in spans:
        found.setdefault(text.text[start:end].lower().rstrip("."), text.passage(start, end))
    return tuple(found.values())[:_MOST_SURROUNDINGS]


def _build_spoken(text: ArticleText, article: int, speeches: Sequence[Speech]) -> PeopleCell:
    """Return the cell of some speeches of one speaker; what it is called is left open."""
    counted = [speech for speech in speeches if speech.speaker and speech.speaker.is_stated]
    inferred = [speech for speech in speeches if speech.speaker and not speech.speaker.is_stated]
    quoted = [each for each in counted if each.form is not VersionForm.INDIRECT]
    begins = [each.spans[0] for each in (*quoted, *counted)]
    return PeopleCell(
        article=article,
        mentions=len(speeches),
        first=text.passage(*_find_mention(speeches)),
        names=(),
        titles=(),
        descriptions=(),
        direct=_sum_words(counted, VersionForm.DIRECT),
        partial=_sum_words(counted, VersionForm.PARTIAL),
        indirect=_sum_words(counted, VersionForm.INDIRECT),
        perhaps=_sum_words(inferred),
        verbs=_count_verbs(counted),
        speeches=tuple(_place_speech(text, speech) for speech in speeches),
        first_spoken=text.passage(*begins[0]) if begins else None,
        confidence=_weigh_confidence(counted),
    )


def _find_mention(speeches: Sequence[Speech]) -> tuple[int, int]:
    """Return where the first speaker is named, or the words where the article does not say it."""
    if not speeches:
        return 0, 0
    speaker = speeches[0].speaker
    return (speaker.start, speaker.end) if speaker and speaker.mention else speeches[0].spans[0]


def _place_speech(text: ArticleText, speech: Speech) -> PersonSpeech:
    is_stated = speech.speaker is not None and speech.speaker.is_stated
    return PersonSpeech(speech.form, text.passage(*speech.spans[0]), speech.words, is_stated)


def _sum_words(speeches: Iterable[Speech], form: VersionForm | None = None) -> SpeechCount:
    words = [speech.words for speech in speeches if form is None or speech.form is form]
    return SpeechCount(len(words), sum(words), words.count(0))


def _count_verbs(speeches: Iterable[Speech]) -> tuple[VerbUse, ...]:
    uses: Counter[tuple[str, Stance]] = Counter(
        (speech.cue.lemma, speech.cue.stance) for speech in speeches if speech.cue is not None
    )
    return tuple(VerbUse(lemma, stance, times) for (lemma, stance), times in uses.most_common())


def _weigh_confidence(speeches: Sequence[Speech]) -> float:
    total = sum(speech.words for speech in speeches)
    sure = sum(speech.words * speech.speaker.confidence for speech in speeches if speech.speaker)
    return round(sure / total, 2) if total else 1.0


def _build_other_rows(read: Sequence[_ArticleSpeech]) -> list[PeopleRow]:
    """Return the rows of the other speakers, one for each kind and words for it."""
    cells: dict[tuple[SpeakerKind, str], list[PeopleCell]] = defaultdict(list)
    names: dict[tuple[SpeakerKind, str], str] = {}
    for article, each in enumerate(read):
        for key, other in each.others.items():
            names.setdefault(key, other.name)
            cell = _build_spoken(each.text, article, other.speeches)
            cells[key].append(replace(cell, names=(Clean(other.name),)))
    return [PeopleRow(0, Clean(names[key]), key[0], tuple(found)) for key, found in cells.items()]


def _number(rows: Iterable[PeopleRow]) -> tuple[PeopleRow, ...]:
    """Return the rows with their numbers, those with most words first, then most mentions."""
    ordered = sorted(rows, key=lambda row: (-row.spoken.words, -row.mentions, row.name.lower()))
    return tuple(replace(row, number=number) for number, row in enumerate(ordered, 1))
