"""The words with which a passage begins, which label it where none tell more than others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.story.differences.difference import COMPARED_LANGUAGES
from reader.story.labels.label_marks import add_signs, is_whole
from reader.story.labels.label_sentence import LONGEST_WHOLE, find_opening
from reader.story.labels.label_sources import LONGEST_LABEL, LabelSource, split_words
from reader.story.labels.phrase_bounds import QUOTE_MARKS

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import WordedPassage


def first_words(*passages: WordedPassage) -> Passage:
    """Return the words with which the first of some passages begins.

    They are its first sentence, as far as a label may go; in languages whose clauses are not found,
    as many words as a short label has.
    """
    worded = passages[0]
    passage = worded.passage
    sentence = next(split_words(LabelSource(worded)), None)
    if sentence is None:
        return replace(passage, end=min(passage.end, passage.start + LONGEST_LABEL))
    words = sentence.words
    is_english = passage.article.language in COMPARED_LANGUAGES
    words = words[find_opening(words) if is_english else 0 :]
    start, text = words[0].start, passage.paragraph.text
    if text[start - 1 : start] in QUOTE_MARKS:
        # Words that are a quotation are not the reporter's.
        start -= 1
    longest = start + (LONGEST_WHOLE if is_english else LONGEST_LABEL)
    ends = [word.end for word in words if word.end <= longest] or [min(longest, words[0].end)]
    end = ends[-1]
    if end < words[-1].end:
        # Where a quotation would be cut, it is left out.
        end = next((each for each in reversed(ends) if is_whole(text[start:each])), end)
    start, end = add_signs(text, start, end)
    return replace(passage, start=start, end=end)
