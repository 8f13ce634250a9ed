"""The two passages of a link word by word: shared words, and words that only one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.coverage.word_differences import find_word_differences, split_own_words
from reader.linking import Link


def describe_passages(link: Link, signs: Signs) -> Content:
    """Return both passages, one below the other, as printed.

    Words that only one has are in brackets, so that nothing depends on how a terminal draws.
    """
    head = f"{signs.level(link.level)} {link.level.words}, {printed_score(link.score)}\n\n"
    here, there = link.here, link.there
    differences = find_word_differences(here.text, there.text)
    dropped, added = signs.ellipsis.join(signs.dropped), signs.ellipsis.join(signs.added)
    return Content.assemble(
        (head, "bold"),
        _heading(here.article_position, here.article.label, here.number),
        *_mark_own_words(here.text, differences.here, signs.dropped),
        "\n\n",
        _heading(there.article_position, there.article.label, there.number),
        *_mark_own_words(there.text, differences.there, signs.added),
        "\n\n",
        (f"{dropped} only in the first, {added} only in the second", "dim"),
    )


def _heading(article: int, label: str, number: int) -> tuple[str, str]:
    return f"[{article_mark(article)}] {label} ¶{number}\n", "bold $accent"


def _mark_own_words(
    text: str, own: Sequence[slice], brackets: tuple[str, str]
) -> Iterator[str | tuple[str, str]]:
    """Yield a text in pieces, the words that only it has in brackets."""
    for words, is_own in split_own_words(text, own):
        yield (words.join(brackets), "bold underline") if is_own else words
