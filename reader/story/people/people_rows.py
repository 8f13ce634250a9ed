"""Building the rows of people: the persons of the articles with what they are given to say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.articles import Article, Passage
from reader.quote_versions import Version, VersionForm
from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import ArticleText, Quote, SpeakerKind, Stance
from reader.story.people.article_person import ArticlePerson
from reader.story.people.article_persons import ArticlePersons, list_known_names
from reader.story.people.article_speakers import ArticleSpeakers, find_speakers
from reader.story.people.coverage_people import (
    CoveragePeople,
    PeopleCell,
    PeopleRow,
    PersonSpeech,
    SpeechCount,
    VerbUse,
)
from reader.story.people.merged_persons import MergedPerson, merge_persons
from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import find_title
from reader.story.people.other_speakers import (
    OtherKey,
    OtherSpeaker,
    find_row_keys,
    make_key,
)
from reader.story.people.saying_beside import stands_at_saying
from reader.story.people.shared_titles import find_shared_title
from reader.story.people.speaker_persons import SpeakerPersons
from reader.story.reported_speech.speech import Speech
from reader.story.reported_speech.speeches import find_speeches
from reader.text.cleaning import Clean
from reader.text.values import PersonName

_MOST_SURROUNDINGS = 6
"""Titles, and descriptions, of one person in one article."""


def build_people(
    articles: Sequence[Article],
    quotes: Sequence[Sequence[Quote]],
    corrected: Sequence[Version] = (),
) -> CoveragePeople:
    """Return who is named and who is heard in some articles.

    Names are looked for in English texts; of those in other languages the speakers of quotations
    are known. Time is linear in the length of the texts.

    Args:
        articles: the articles.
        quotes: the quotes of each.
        corrected: the versions in the reporters' words whose speaker the user corrected.
    """
    texts = [ArticleText(article, position) for position, article in enumerate(articles)]
    persons = [ArticlePersons(text, found) for text, found in zip(texts, quotes, strict=True)]
    known, bodies = list_known_names(persons)
    read: list[ArticleSpeakers] = []
    for text, found, of_article in zip(texts, quotes, persons, strict=True):
        of_article.collect(known, bodies)
        here = [version for version in corrected if version.article == len(read)]
        speeches = _correct_speakers(find_speeches(text, found), here)
        read.append(find_speakers(text, SpeakerPersons(of_article), speeches))
    merged = merge_persons([of_article.persons for of_article in persons])
    rows = [_build_row(person, read) for person in merged]
    rows = [_add_corrected(row, person, read) for row, person in zip(rows, merged, strict=True)]
    return CoveragePeople(
        tuple(articles),
        _number(rows),
        _number(_build_other_rows(read)),
        tuple(each.unknown for each in read),
    )


def _correct_speakers(speeches: Sequence[Speech], corrected: Iterable[Version]) -> list[Speech]:
    """Return the speeches with the speakers that the user named for indirect ones."""
    found = list(speeches)
    for version in corrected:
        ((start, end),) = version.spans
        inside = [
            at
            for at, speech in enumerate(found)
            if speech.form is VersionForm.INDIRECT and start <= speech.spans[0][0] < end
        ]
        speaker = version.speaker
        if len(inside) > 1 and speaker is not None:
            # A sentence may tell what somebody else says, too.
            words = [found[at].speaker for at in inside]
            inside = [
                at
                for at, each in zip(inside, words, strict=True)
                if each is not None and each.start == speaker.start
            ]
        if len(inside) == 1:
            found[inside[0]] = replace(found[inside[0]], speaker=speaker)
    return found


def _build_row(merged: MergedPerson, read: Sequence[ArticleSpeakers]) -> PeopleRow:
    cells = tuple(
        _build_cell(read[article], article, person)
        for article, person in sorted(merged.of_article.items(), key=lambda item: item[0])
    )
    return PeopleRow(0, _print_name(merged.fullest), SpeakerKind.PERSON, cells)


def _add_corrected(
    row: PeopleRow, merged: MergedPerson, read: Sequence[ArticleSpeakers]
) -> PeopleRow:
    """Return the row with what the user gave to the person in articles that do not name it."""
    key = make_key(row.name, SpeakerKind.UNKNOWN)
    cells = list(row.cells)
    for article, each in enumerate(read):
        other = each.others.get(key)
        if article in merged.of_article or other is None or not _is_corrected(other):
            continue
        del each.others[key]
        cell = _build_spoken(each.text, article, other.speeches)
        cells.append(replace(cell, mentions=0, names=(Clean(other.name),)))
    return replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.article)))


def _is_corrected(other: OtherSpeaker) -> bool:
    speakers = (speech.speaker for speech in other.speeches)
    return all(each and each.resolution == CORRECTED_BY_USER for each in speakers)


def _print_name(name: PersonName) -> Clean:
    words = [f"{word}." if len(word) == 1 else word for word in name.words]
    suffix = {"jr": "Jr.", "sr": "Sr."}.get(name.suffix, name.suffix.upper())
    return Clean(" ".join([*words, suffix] if suffix else words))


def _build_cell(read: ArticleSpeakers, article: int, person: ArticlePerson) -> PeopleCell:
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
        titles=_list_titles(text, _of_reporter(read, person)),
        descriptions=_list_descriptions(text, _of_reporter(read, person)),
    )


def _of_reporter(read: ArticleSpeakers, person: ArticlePerson) -> Sequence[PersonName]:
    """Return the places of a name that are the reporter's: not those in somebody's words."""
    return [name for name in person.names if not read.is_quoted(name.start)]


def _list_titles(text: ArticleText, names: Sequence[PersonName]) -> tuple[Passage, ...]:
    spans = [find_title(text.text, name) or find_shared_title(text.text, name) for name in names]
    found = _keep_distinct(text, [span for span in spans if span is not None])
    singular = {_strip_plural(title.text) for title in found if not _is_plural(title.text)}
    return tuple(
        each
        for each in found
        if not (_is_plural(each.text) and _strip_plural(each.text) in singular)
    )


def _is_plural(title: str) -> bool:
    """Return whether a title is that of several: "Justices"."""
    return title.rstrip(".").endswith("s") and len(title.rstrip(".")) > len("Mrs")


def _strip_plural(title: str) -> str:
    """Return a title in lower case without its plural."""
    return title.rstrip(".").removesuffix("s").lower()


def _list_descriptions(text: ArticleText, names: Sequence[PersonName]) -> tuple[Passage, ...]:
    spans = [span for name in names for span in find_descriptions(text.text, name)]
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
    begins = [each.spans[0] for each in counted]
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


def _build_other_rows(read: Sequence[ArticleSpeakers]) -> list[PeopleRow]:
    """Return the rows of the other speakers, one for each kind and words for it."""
    keys = find_row_keys([each.text.text for each in read], [each.others for each in read])
    rows: dict[OtherKey, dict[int, list[OtherSpeaker]]] = defaultdict(lambda: defaultdict(list))
    for article, each in enumerate(read):
        for key, other in each.others.items():
            rows[keys[key]][article].append(other)
    return [_build_other_row(cells, read) for cells in rows.values()]


def _build_other_row(
    of_article: Mapping[int, Sequence[OtherSpeaker]], read: Sequence[ArticleSpeakers]
) -> PeopleRow:
    """Return the row of one other speaker, called by the first of its whole names."""
    cells: list[PeopleCell] = []
    every = [other for others in of_article.values() for other in others]
    for article, others in of_article.items():
        speeches = [speech for other in others for speech in other.speeches]
        speeches.sort(key=lambda speech: speech.spans[0])
        cell = _build_spoken(read[article].text, article, speeches)
        names = tuple(dict.fromkeys(Clean(other.name) for other in others))
        cells.append(replace(cell, names=names))
    whole = next((other for other in every if " " in other.name), every[0])
    kinds = [other.kind for other in every if other.kind is not SpeakerKind.UNKNOWN]
    kind = kinds[0] if kinds else SpeakerKind.UNKNOWN
    return PeopleRow(0, Clean(whole.name), kind, tuple(cells))


def _number(rows: Iterable[PeopleRow]) -> tuple[PeopleRow, ...]:
    """Return the rows with their numbers, those with most words first, then most mentions."""
    ordered = sorted(rows, key=lambda row: (-row.spoken.words, -row.mentions, row.name.lower()))
    return tuple(replace(row, number=number) for number, row in enumerate(ordered, 1))
