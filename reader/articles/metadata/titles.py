"""The title of a story among the lines above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from reader.articles.furniture.prose import content_stems, count_words, is_cut_off, is_prose
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.bylines import find_byline, is_signed
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.outlet_lines import has_form_of_outlet, is_outlet_name

# Characters.
_LONGEST_TITLE = 250
_SHORTEST_CERTAIN = 20
# Words.
_MOST_TITLE_WORDS = 40
_FEWEST_HEADLINE_WORDS = 5
_FEWEST_NON_NAME_WORDS = 3
_MOST_CUT_LINES = 20
_MOST_CANDIDATES = 200
_FEWEST_SHARED_STEMS = 2
# A word with a capital after a small letter is one that a copy has run together with the next.
_FEWEST_JOINED_WORDS = 3
# Of the story whose words a title should share: paragraphs, and characters of each.
_STORY_PARAGRAPHS = 6
_STORY_SAMPLE = 600


def find_title(texts: Sequence[str], candidates: Sequence[int], start: int) -> int | None:
    """Return the position of the title, or None.

    A line of which the page has a shortened copy (`Ferry company to cut …`) is the
    title, or else one that the page repeats; else the first that shares words with the
    story; else the first of at least five words; else the longest.

    Args:
        texts: the paragraphs of the page.
        candidates: positions above the story that may be the title, likeliest first.
        start: the position at which the story begins.
    """
    candidates = candidates[:_MOST_CANDIDATES]
    if (copied := _find_with_cut_copy(texts, candidates, start)) is not None:
        return copied
    possible = _without_outlets(
        texts, [position for position in candidates if _may_be_title(texts[position])]
    )
    if not possible:
        return None
    counts = Counter(texts[position] for position in possible)
    for position in possible:
        if counts[texts[position]] > 1 and _has_headline_length(texts[position]):
            return position
    if (sharing := _find_sharing_words(texts, possible, start)) is not None:
        title = _skip_summary(texts, sharing, possible)
        return _without_site_name(texts, title, possible)
    for position in possible:
        if _has_headline_length(texts[position]):
            return position
    # "The Harbour Lantern" may be a paper: any other line comes first.
    return max(
        possible,
        key=lambda position: (not has_form_of_outlet(texts[position]), len(texts[position])),
    )


def _without_outlets(texts: Sequence[str], possible: Sequence[int]) -> list[int]:
    """Return the positions of lines that are no names of outlets.

    The first line of the text is a headline in the form of such a name where nothing else is
    a headline: `Quint Sues Herald`.
    """
    headlines = [position for position in possible if not is_outlet_name(texts[position])]
    return headlines or [position for position in possible if position == 0]


def is_first_line_headline(line: str, role: PageRole, story: Sequence[str]) -> bool:
    """Return whether the first line of a text without another headline is its headline.

    A line is no title where it is a field, a date, the name of an outlet or an agency, begins with
    the word for "by", or has an agency and a date beside a name. A line with words of a site, of a
    caption or of a credit must share words with the story.

    Args:
        line: the first line.
        role: its role so far.
        story: the first paragraphs of the story.
    """
    if role in (PageRole.HEADER_FIELD, PageRole.DATE) or not _may_be_title(line):
        return False
    if is_signed(line) or is_outlet_name(line) or find_agency(line):
        return False
    if role is PageRole.CREDIT and "by" in line.lower().split():
        return False
    if role is PageRole.BYLINE:
        byline = find_byline(line)
        return not (byline and byline.agency and find_date(line))
    return len(content_stems(line) & _story_stems(story)) >= _FEWEST_SHARED_STEMS


def _story_stems(story: Sequence[str]) -> Set[str]:
    return content_stems(" ".join(text[:_STORY_SAMPLE] for text in story[:_STORY_PARAGRAPHS]))


def _find_with_cut_copy(texts: Sequence[str], candidates: Sequence[int], start: int) -> int | None:
    """Return the first candidate that has a shortened copy above the story."""
    cut_lines = [line for line in texts[:start] if is_cut_off(line)][:_MOST_CUT_LINES]
    for position in candidates:
        if any(_is_cut_copy(line, texts[position]) for line in cut_lines):
            return position
    return None


def _find_sharing_words(texts: Sequence[str], possible: Sequence[int], start: int) -> int | None:
    """Return the first line that shares two words with the story, or one if it is long."""
    story = _story_stems(texts[start:])
    # An entry of a menu may happen to name the subject of the story: short lines come last.
    by_length = sorted(possible, key=lambda at: count_words(texts[at]) < _FEWEST_NON_NAME_WORDS)
    for position in by_length:
        shared = len(content_stems(texts[position]) & story)
        if shared >= _FEWEST_SHARED_STEMS or (shared and _has_headline_length(texts[position])):
            return position
    return None


def _may_be_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and 2 <= count_words(text) <= _MOST_TITLE_WORDS
        and not is_cut_off(text)
        and not _is_joined_menu(text)
    )


def _is_joined_menu(text: str) -> bool:
    """Return whether it is a menu whose entries have no space: `World NewsBusinessMarkets`."""
    joined = sum(
        any(before.islower() and after.isupper() for before, after in pairwise(word))
        for word in text.split()
    )
    return joined >= _FEWEST_JOINED_WORDS


def _has_headline_length(text: str) -> bool:
    return count_words(text) >= _FEWEST_HEADLINE_WORDS


def _is_cut_copy(line: str, title: str) -> bool:
    """Return whether `line` is the title cut off with an ellipsis, words before it or not."""
    if line is title or len(title) < _SHORTEST_CERTAIN:
        return False
    cut = line.rstrip(".…[] ")
    position = cut.find(title[:_SHORTEST_CERTAIN])
    return position >= 0 and title.startswith(cut[position:])


def _skip_summary(texts: Sequence[str], position: int, candidates: Sequence[int]) -> int:
    """Return the line above if it is a headline and the line at `position` its summary.

    Of two such lines the shorter above the longer is the title, unless it names a section.
    """
    above = position - 1
    if above not in candidates or len(texts[above]) >= len(texts[position]):
        return position
    are_alike = is_prose(texts[position]) == is_prose(texts[above])
    return above if are_alike and _has_headline_length(texts[above]) else position


def _without_site_name(texts: Sequence[str], position: int, candidates: Sequence[int]) -> int:
    """Return the headline where the line at `position` is the headline and the site's name."""
    text = texts[position]
    for other in candidates:
        title = texts[other]
        if _SHORTEST_CERTAIN <= len(title) < len(text) and text.startswith(title + " "):
            return other
    return position
