"""Text as such: cleaning, words, sentences, languages, and the values that texts state.

The one definition of word, key, stem, stop word and sentence:

    from reader.text import split_sentences, split_words, stem_word, word_key

Each name is imported from its module at its first use.
"""

from __future__ import annotations

from importlib import import_module

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

_MODULES = {"is_stop_word": "stop_words", "split_sentences": "sentences"}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'words')}"), name)
