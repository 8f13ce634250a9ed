"""Text as such: cleaning, words, sentences, languages, and the values that texts state.

The one definition of word, key, stem, stop word and sentence:

    from reader.text import split_sentences, split_words, stem_word, word_key

Each name is imported from its module at its first use.
"""

from __future__ import annotations

from reader.lazy_names import import_at_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.text.sentences import split_sentences
    from reader.text.stop_words import is_stop_word
    from reader.text.words import split_words, stem_word, word_key, word_keys, word_spans

__all__ = [
    "is_stop_word",
    "split_sentences",
    "split_words",
    "stem_word",
    "word_key",
    "word_keys",
    "word_spans",
]

_MODULES = {
    "is_stop_word": "stop_words",
    "split_sentences": "sentences",
    "split_words": "words",
    "stem_word": "words",
    "word_key": "words",
    "word_keys": "words",
    "word_spans": "words",
}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
