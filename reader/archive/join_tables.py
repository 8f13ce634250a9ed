"""The tables that `reader archive spark` writes, by the names of their folders.

An article is known in all of them by its `id`, as `number_article` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable

ARTICLES = "articles"
UTTERANCES = "utterances"
QUOTE_PAIRS = "quote_pairs"
QUOTE_GROUPS = "quote_groups"
COPY_PAIRS = "copy_pairs"
EVENT_PAIRS = "event_pairs"
EVENTS = "events"
COLUMNS = {
    UTTERANCES: ("article", "utterance", "speaker", "text"),
    QUOTE_PAIRS: ("here", "here_utterance", "there", "there_utterance", "shared", "certainty"),
    QUOTE_GROUPS: ("group", "article", "utterance"),
    COPY_PAIRS: ("here", "there", "shared"),
    EVENT_PAIRS: ("here", "there", "cosine"),
    EVENTS: ("event", "article"),
}
"""By the name of each table but `articles` its columns."""


def is_join_table(columns: Iterable[str]) -> bool:
    """Whether a table has the columns of one that is no table of articles."""
    return tuple(columns) in COLUMNS.values()
