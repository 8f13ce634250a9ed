"""Links: which paragraphs of several articles report the same moment, and how surely.

Sentences are compared, paragraphs are linked. From the articles to their links:

- linker_input: the words of an article
- article_sentences: its sentences
- word_terms, synonym_groups, sentence_terms: the terms under which words are matched
- same_event: which articles report one event
- candidates: which sentences are compared
- features, context_features, third_parties, statements: what each pair has in common
- score_model, sentence_linking: the score of a pair of sentences
- speech_acts: what a speaker does by a statement, for what is only perhaps elsewhere
- stated_facts, conflicts, speaker_conflicts, conflicting_links: what makes two alike passages
  two moments
- paragraph_linking, linker, scored_links, link_arrays, link_table: links between paragraphs

The rule for NumPy: a module that needs NumPy imports it at its top, and is itself imported
inside a function, at one door: `coverage.comparison.compare_inputs` for the linker,
`link_sentences` of this package, and the command line for topic_match. NumPy takes longer to
import than the first screen takes to appear, and a process that gets its links from another
one never needs it. So these modules do without: links, scored_links, link_table, link_arrays (its
`sort_columns`, which only the linker calls, imports NumPy itself), linker_input, feature_names,
phase_progress, word_terms, synonym_groups. tests/test_borders.py and
tests/coverage/test_coverage.py check it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import Place
from reader.lazy_names import import_at_first_use
from reader.linking.link_table import LinkTable
from reader.linking.links import (
    PROBABLY_FLOOR,
    RELATED_FLOOR,
    SAME_FLOOR,
    Level,
    Link,
    LinkCounts,
    LinkedPlaces,
)

if TYPE_CHECKING:
    from reader.linking.conflicts import Conflict, ConflictKind
    from reader.linking.link_corrections import LinkCorrections
    from reader.linking.sentence_linking import link_sentences

__all__ = [
    "PROBABLY_FLOOR",
    "RELATED_FLOOR",
    "SAME_FLOOR",
    "Conflict",
    "ConflictKind",
    "Level",
    "Link",
    "LinkCorrections",
    "LinkCounts",
    "LinkTable",
    "LinkedPlaces",
    "Place",
    "link_sentences",
]

_MODULES = {
    "Conflict": "conflicts",
    "ConflictKind": "conflicts",
    "LinkCorrections": "link_corrections",
    "link_sentences": "sentence_linking",
}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
