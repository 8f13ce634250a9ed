"""What the versions of one quotation differ in: speaker, words, and the verb that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.articles import Article
from reader.quote_versions import Edit, EditKind, EditPlace, SharedQuote, Version, VersionForm
from reader.quotes import Cue, Speaker, Stance
from reader.quotes.offsets import ArticleText
from reader.story.difference import Difference, DifferenceKind, DifferenceSide
from reader.text.cleaning import Clean
from reader.text.excerpts import excerpt

LEAST_CONFIDENCE = 0.9
"""The lowest confidence, 0..1, of both speakers where two are said to have spoken one quotation."""
_CHANGED, _STANCE = 0.9, 0.9
"""How sure a change of words between the marks, and another stance of the verb, is a difference."""
_LONGEST_ABOUT = 60
"""Characters."""
_MOST_CHANGED, _MOST_CUT = 8, 14
"""Words of an edit; versions with a longer one are other parts of an utterance."""
_FEWEST_REPORTED = 4
"""Words of both versions from which on a verb reports the utterance and not a term of it."""
_BESIDE_THE_POINT = frozenset({Stance.ASKING, Stance.REPLYING, Stance.THINKING})
"""Stances that say how something came to be said, and nothing of what the reporter makes of it."""
_UNSTATED = "not here"


class _QuoteFinding(NamedTuple):
    kind: DifferenceKind
    certainty: float
    here: DifferenceSide
    there: DifferenceSide


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
        for finding in _compare(quote.base, version, texts):
            findings.setdefault((finding.kind, finding.here), []).append(finding)
    about = Clean(excerpt(quote.base.text, _LONGEST_ABOUT))
    for (kind, here), each in findings.items():
        sides = {here.passage.article_position: here}
        for finding in each:
            sides.setdefault(finding.there.passage.article_position, finding.there)
        certainty = min(finding.certainty for finding in each)
        ordered = tuple(sides[article] for article in sorted(sides))
        yield Difference(kind, certainty, about, ordered)


def _compare(
    base: Version, version: Version, texts: Sequence[ArticleText]
) -> Iterator[_QuoteFinding]:
    here, there = texts[base.article], texts[version.article]
    if version.same_speaker is False and base.speaker and version.speaker:
        certainty = min(base.speaker.confidence, version.speaker.confidence)
        is_stated = base.speaker.is_stated and version.speaker.is_stated
        if is_stated and certainty >= LEAST_CONFIDENCE:
            yield _QuoteFinding(
                DifferenceKind.ATTRIBUTION,
                certainty,
                _side_of_speaker(here, base.speaker),
                _side_of_speaker(there, version.speaker),
            )
    if _have_other_stance(base, version) and base.cue and version.cue:
        yield _QuoteFinding(
            DifferenceKind.QUOTE,
            _STANCE,
            _side_of_cue(here, base.cue),
            _side_of_cue(there, version.cue),
        )
    if version.form is VersionForm.DIRECT and base.form is VersionForm.DIRECT:
        for edit in version.edits:
            if _is_change(edit) and _is_in_one_part(base, version, edit):
                finding = _compare_words(base, version, edit, (here, there))
                if not any(_is_masked(side) for side in (finding.here, finding.there)):
                    yield finding
                    return


def _have_other_stance(base: Version, version: Version) -> bool:
    """Return whether the verbs take two stances to one utterance, and not to a part of it."""
    if version.same_stance is not False or not base.cue or not version.cue:
        return False
    if {base.cue.stance, version.cue.stance} & _BESIDE_THE_POINT:
        return False
    fewest = min(len(base.words), len(version.words))
    return fewest >= _FEWEST_REPORTED and version.certainty >= LEAST_CONFIDENCE


def _is_change(edit: Edit) -> bool:
    """Return whether an edit changes words, or cuts some without a sign of it."""
    if edit.kind is EditKind.SAME or edit.signed or edit.place is not EditPlace.INSIDE:
        return False
    most = _MOST_CHANGED if edit.kind is EditKind.CHANGED else _MOST_CUT
    return max(edit.base_count, edit.version_count) <= most


def _is_in_one_part(base: Version, version: Version, edit: Edit) -> bool:
    """Return whether all words of an edit, and those beside it, are between one pair of marks."""
    for each, part in ((base, edit.base), (version, edit.version)):
        words = each.words[max(0, part.start - 1) : part.stop + 1]
        if len({word.part for word in words}) > 1:
            return False
    return True


def _is_masked(side: DifferenceSide) -> bool:
    """Return whether signs stand for letters of a word: "f***ing"."""
    passage = side.passage
    beside = passage.paragraph.text[max(0, passage.start - 1) : passage.end + 1]
    return "**" in beside or beside[:1] == "*" or beside[-1:] == "*"


def _compare_words(
    base: Version, version: Version, edit: Edit, texts: tuple[ArticleText, ArticleText]
) -> _QuoteFinding:
    sides: list[DifferenceSide] = []
    for each, text, part in zip((base, version), texts, (edit.base, edit.version), strict=True):
        first, last = part.start, part.stop
        is_missing = first == last
        if is_missing:
            # The words before and after the place say where the words are missing.
            first, last = max(0, first - 1), min(len(each.words), last + 1)
        passage = text.passage(each.words[first].start, each.words[last - 1].end)
        value = _UNSTATED if is_missing else passage.text.lower()
        sides.append(DifferenceSide(passage, value))
    return _QuoteFinding(DifferenceKind.QUOTE, _CHANGED, sides[0], sides[1])


def _side_of_speaker(text: ArticleText, speaker: Speaker) -> DifferenceSide:
    return DifferenceSide(text.passage(speaker.start, speaker.end), speaker.name)


def _side_of_cue(text: ArticleText, cue: Cue) -> DifferenceSide:
    return DifferenceSide(text.passage(cue.start, cue.end), f"{cue.lemma} ({cue.stance.value})")
