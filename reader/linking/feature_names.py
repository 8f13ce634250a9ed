"""The features of a pair of sentences, by name, and how they are described to the reader."""

from __future__ import annotations

FEATURES = (
    "shared_words",
    "plain_words",
    "names",
    "same_event",
    "third_party_support",
    "profile_similarity",
    "neighbours",
    "lead",
    "cooccurrence",
    "uniqueness",
)
"""In the order of the columns of `PairFeatures.columns`:

- shared_words: the weight of all words that both sentences have
- plain_words: the same of those that are neither names nor numbers
- names: the same of names and numbers
- same_event: the probability that both articles report one event
- third_party_support: how strongly the third sentence that links the pair best is tied to both
- profile_similarity: the cosine of all ties of both sentences, or of their words if higher
- neighbours: the weight of what the sentences before them share, and those after them
- lead: how early both stand, compared with what else might be matched
- cooccurrence: the expected number of third sentences that report the same as both
- uniqueness: how little else in the two articles matches either sentence, 0 or below
"""

SCORE_PARTS = (*FEATURES, "shared_statement")
"""What a score is made of: the weighted features, and what a statement in both adds."""

WORD_FEATURES = ("shared_words", "plain_words", "names")
"""The features that are 0 for two sentences without a common word."""

DESCRIPTIONS = {
    "shared_words": "rare words in common",
    "plain_words": "the same words for what happens",
    "names": "the same names and numbers",
    "same_event": "the articles report one event",
    "third_party_support": "a third article links them",
    "profile_similarity": "alike throughout, or to the same other sentences",
    "neighbours": "neighbours link too",
    "lead": "both stand early in their articles",
    "cooccurrence": "several sentences of other articles tell the same as both",
    "uniqueness": "nothing else in the two articles fits as well",
    "shared_statement": "both report the same statement",
}
"""Each of `SCORE_PARTS` in the words that a reader sees."""
