"""Two persons who are the subject of a sentence: "they" in the next one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.story.people.article_person import ArticlePerson
from reader.story.people.name_surroundings import find_title
from reader.text.sentences import find_sentence_start
from reader.text.values import PersonName

JOINED = re.compile(r"(?: \([^()]{1,14}\)|, [RDI]-[\w. ]{2,12},)?,? and ")
"""Between the names of two who speak together."""


def find_pair_before(
    text: str, placed: Sequence[tuple[PersonName, ArticlePerson]], position: int
) -> list[ArticlePerson]:
    """Return the two persons who alone are named in the sentence before, as its subject.

    ("Ann Lee and Bo Roth met. They said": none where the sentence is not of the same paragraph, or
    names others.)

    Args:
        text: the text of the article.
        placed: the names with their persons, in the order of the article.
        position: where "they" begins a sentence.
    """
    lowest = text.rfind("\n", 0, position) + 1
    sentence = find_sentence_start(text, lowest, position)
    if sentence <= lowest or text[sentence:position].strip():
        return []
    begin = find_sentence_start(text, lowest, max(lowest, sentence - 2))
    starts = [name.start for name, _ in placed]
    here = placed[bisect_left(starts, begin) : bisect_left(starts, sentence)]
    if len(here) != 2 or here[0][1] is here[1][1]:
        return []
    (one, first), (other, second) = here
    title, own_title = find_title(text, one), find_title(text, other)
    between = text[one.end : own_title[0] if own_title else other.start]
    before = text[begin : title[0] if title else one.start].rstrip()
    is_subject = not before or before.endswith(",")
    return [first, second] if is_subject and JOINED.fullmatch(between) else []
