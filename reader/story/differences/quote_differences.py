"""What the versions of one quotation differ in: speaker, words, and the verb that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.articles import Article
from reader.quote_versions import Edit, SharedQuote, Version, VersionForm
from reader.quote_versions.printed_words import PrintedWords
from reader.quotes import Cue, Speaker, Stance
from reader.quotes.offsets import ArticleText
from reader.story.differences.difference import Difference, DifferenceKind, DifferenceSide
from reader.story.differences.telling_edits import find_telling_edit, overlap, states_again
from reader.story.reported_speech.governing_verbs import governs_quotation
from reader.text.cleaning import Clean
from reader.text.excerpts import excerpt
from reader.text.sentences import split_sentences
from reader.text.words import stem_word, word_key

LEAST_CONFIDENCE = 0.9
"""The lowest confidence, 0..1, of both speakers where two are said to have spoken one quotation."""
LEAST_CERTAINTY = 0.86
"""The lowest certainty, 0..1, that two versions are one utterance; of those below it one in five
pairs are two remarks."""
_CHANGED, _STANCE = 0.9, 0.9
"""How sure a change of words between the marks, and another stance of the verb, is a difference."""
_LONGEST_ABOUT = 60
"""Characters."""
_BESIDE = 60
"""Characters on each side of a speaker in which the other one counts as beside it."""
_FEWEST_REPORTED = 4
"""Words of both versions from which on a verb reports the utterance and not a term of it."""
_BESIDE_THE_POINT = frozenset({Stance.ASKING, Stance.REPLYING, Stance.THINKING, Stance.URGING})
"""Stances that say how something came to be said, and nothing of what the reporter makes of it; a
quotation that somebody urged urges by itself."""
_UNSTATED = "not here"


class _QuoteFinding(NamedTuple):
    kind: DifferenceKind
    certainty: float
    here: DifferenceSide
    there: DifferenceSide
    words: str = ""
    """What is changed between the marks of the fullest version; "" where it is beside them."""


def find_quote_differences(
    articles: Sequence[Article], quotes: Iterable[SharedQuote]
) -> tuple[Difference, ...]:
    """Find in what the versions of quotations differ from the fullest of each.

    Words that are only left out at an end, or with an ellipsis, are no difference, nor is a
    version in the reporter's words.

    Args:
        articles: the articles compared.
        quotes: the quotations that several of them carry.
    """
    texts = [ArticleText(article, position) for position, article in enumerate(articles)]
    found = (difference for quote in quotes for difference in _compare_versions(quote, texts))
    return tuple(sorted(found, key=lambda difference: difference.sides[0].passage.place))


def _compare_versions(quote: SharedQuote, texts: Sequence[ArticleText]) -> Iterator[Difference]:
    """Yield one difference of each kind, with the sides of all versions that have it."""
    findings: dict[tuple[DifferenceKind, DifferenceSide], list[_QuoteFinding]] = {}
    for version in quote.versions:
        if version.article == quote.base.article or version.form is VersionForm.INDIRECT:
            continue
        if version.certainty < LEAST_CERTAINTY:
            continue
        for finding in _compare(quote, version, texts):
            findings.setdefault((finding.kind, finding.here), []).append(finding)
    text = quote.base.text
    for (kind, here), each in findings.items():
        sides = {here.passage.article_position: here}
        for finding in each:
            sides.setdefault(finding.there.passage.article_position, finding.there)
        certainty = min(finding.certainty for finding in each)
        ordered = tuple(sides[article] for article in sorted(sides))
        about = Clean(excerpt(_find_sentence(text, each[0].words), _LONGEST_ABOUT))
        yield Difference(kind, certainty, about, ordered)


def _find_sentence(text: str, words: str) -> str:
    """Return the sentence of a quotation that has some words, the first one where none has."""
    sentences = [text[part] for part in split_sentences(text)]
    found = (sentence for sentence in sentences if words in sentence)
    return next(found, sentences[0] if sentences else text)


def _compare(
    quote: SharedQuote, version: Version, texts: Sequence[ArticleText]
) -> Iterator[_QuoteFinding]:
    base = quote.base
    here, there = texts[base.article], texts[version.article]
    if version.same_speaker is False and base.speaker and version.speaker:
        certainty = min(base.speaker.confidence, version.speaker.confidence)
        is_stated = base.speaker.is_stated and version.speaker.is_stated
        sides = ((here, base.speaker), (there, version.speaker))
        is_named = _names_other(base, version.speaker) or _names_other(version, base.speaker)
        is_sure = is_stated and certainty >= LEAST_CONFIDENCE and not is_named
        if is_sure and not _stand_together(sides):
            yield _QuoteFinding(
                DifferenceKind.ATTRIBUTION,
                certainty,
                _side_of_speaker(here, base.speaker),
                _side_of_speaker(there, version.speaker),
            )
    if version.same_setting is False:
        return
    if base.cue and version.cue and _have_other_stance(quote, version, (here, there)):
        yield _QuoteFinding(
            DifferenceKind.QUOTE,
            _STANCE,
            _side_of_cue(here, base.cue),
            _side_of_cue(there, version.cue),
        )
    if version.form is VersionForm.DIRECT and base.form is VersionForm.DIRECT:
        yield from _find_changed_words(quote, version, (here, there))


def _find_changed_words(
    quote: SharedQuote, version: Version, texts: tuple[ArticleText, ArticleText]
) -> Iterator[_QuoteFinding]:
    """Yield the change of words that tells most, unless the speaker said the sentence twice."""
    base = quote.base
    printed = [
        PrintedWords(text.text, each.words)
        for text, each in zip(texts, (base, version), strict=True)
    ]
    edit = find_telling_edit(printed[0], printed[1], version.edits)
    if edit is None:
        return
    others = (
        other
        for other in quote.versions
        if other.article == version.article and other is not version and other.edits
    )
    if any(states_again(edit, other.edits) for other in others):
        return
    finding = _compare_words(base, version, edit, texts)
    if not any(_is_masked(side) for side in (finding.here, finding.there)):
        yield finding


def _have_other_stance(
    quote: SharedQuote, version: Version, texts: tuple[ArticleText, ArticleText]
) -> bool:
    """Return whether the verbs take two stances to one utterance, and not to a part of it.

    Neither article uses the stance of the other for another version, and what the verb says is
    not said by the quotation itself: "I apologize", he said; he apologized.
    """
    base = quote.base
    if version.same_stance is not False or not base.cue or not version.cue:
        return False
    if {base.cue.stance, version.cue.stance} & _BESIDE_THE_POINT:
        return False
    if min(len(base.words), len(version.words)) < _FEWEST_REPORTED:
        return False
    swapped = {(base.article, version.cue.stance), (version.article, base.cue.stance)}
    rivals = (
        each for each in quote.versions if each.cue and (each.article, each.cue.stance) in swapped
    )
    if any(overlap(version.edits, each.edits) for each in rivals):
        return False
    said = {stem_word(word.key, "en") for each in (base, version) for word in each.words}
    cues = [cue for cue in (base.cue, version.cue) if cue.stance is not Stance.NEUTRAL]
    if any(stem_word(cue.lemma, "en") in said for cue in cues):
        return False
    return governs_quotation(base, texts[0]) and governs_quotation(version, texts[1])


def _is_masked(side: DifferenceSide) -> bool:
    """Return whether signs stand for letters of a word, or brackets for the editor's words.

    "f***ing", "these (local) supervisors".
    """
    passage = side.passage
    beside = passage.paragraph.text[max(0, passage.start - 1) : passage.end + 1]
    is_bracketed = beside[:1] == "(" or beside[-1:] == ")"
    return is_bracketed or "**" in beside or beside[:1] == "*" or beside[-1:] == "*"


def _compare_words(
    base: Version, version: Version, edit: Edit, texts: tuple[ArticleText, ArticleText]
) -> _QuoteFinding:
    sides: list[DifferenceSide] = []
    # Where one side has no words, both get the words before and after the place: they show where
    # the words are missing, and that nothing stands there instead.
    beside = 0 if edit.base_count and edit.version_count else 1
    for each, text, part in zip((base, version), texts, (edit.base, edit.version), strict=True):
        words = each.words[max(0, part.start - beside) : part.stop + beside]
        passage = text.passage(words[0].start, words[-1].end)
        value = _UNSTATED if part.start == part.stop else passage.text.lower()
        sides.append(DifferenceSide(passage, value))
    return _QuoteFinding(DifferenceKind.QUOTE, _CHANGED, sides[0], sides[1], sides[0].passage.text)


def _stand_together(sides: Sequence[tuple[ArticleText, Speaker]]) -> bool:
    """Return whether one article has the other's speaker beside its own.

    "said Velmar Labs researcher Ruben Ostwald" may be read as words of either.
    """
    for (text, speaker), (_, other) in (sides, sides[::-1]):
        beside = text.text[max(0, speaker.start - _BESIDE) : speaker.end + _BESIDE]
        if other.name.split()[-1:] and other.name.split()[-1] in beside:
            return True
    return False


def _names_other(version: Version, speaker: Speaker) -> bool:
    """Return whether words name the one who said them elsewhere: they may quote that person."""
    surname = word_key(speaker.name.split()[-1]) if speaker.name.split() else ""
    return any(word.key == surname for word in version.words)


def _side_of_speaker(text: ArticleText, speaker: Speaker) -> DifferenceSide:
    return DifferenceSide(text.passage(speaker.start, speaker.end), speaker.name)


def _side_of_cue(text: ArticleText, cue: Cue) -> DifferenceSide:
    return DifferenceSide(text.passage(cue.start, cue.end), f"{cue.lemma} ({cue.stance.value})")
