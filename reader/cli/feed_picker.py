"""Choosing entries of a feed: by number, at a question on the terminal, or by an article."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import complain, print_lines
from reader.errors import ReaderError
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.topic_match import Likeness
    from reader.sources.feeds import Entry, Feed

MOST_ALIKE = 9
"""Of the entries on the event of an article at most so many are chosen: with the article
itself as many as a screen is made for."""

_QUESTION = "Open which? Numbers such as 1 3 5-7, or Enter for none: "
_LONGEST_ANSWER = 1000


class PickError(ReaderError):
    """Numbers of entries that cannot be understood or are not there."""


def choose_entries(
    feed: Feed,
    *,
    picks: str | None = None,
    like: Article | None = None,
    ask: Callable[[str], str] | None = None,
) -> tuple[Entry, ...]:
    """The entries to open, in the order chosen; what there is to choose from is told.

    Args:
        feed: the feed; what is to be known about it is told on the standard error.
        picks: the numbers given, as `parse_picks` takes them; None if none were.
        like: those on the event of this article are chosen too, and told with the reason.
        ask: asks a question on the terminal; None where nobody can be asked. Without
            `picks` and `like` the entries are listed, and it is asked which to open.

    Returns nothing where the entries were only listed, or nothing was wanted.

    Raises:
        PickError: `picks` is wrong, or no entry is on the event of `like`.
    """
    for note in feed.notes:
        complain(f"{feed.source}: {note}")
    if picks is None and like is None:
        print_lines(listing(feed))
        if ask is None:
            complain("choose entries with --pick 1,3 or --like ARTICLE")
            return ()
        return _asked(feed, ask)
    chosen = list(parse_picks(picks, len(feed.entries))) if picks is not None else []
    if like is not None:
        chosen += [number for number in _alike(feed, like, bool(chosen)) if number not in chosen]
    return tuple(feed.entries[number] for number in chosen)


def terminal_question() -> Callable[[str], str] | None:
    """What asks on the terminal, or None where there is none to ask on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream is not None and stream.isatty() for stream in streams):
        return input
    return None


def listing(feed: Feed) -> Iterator[Clean]:
    """The entries with their numbers, for a terminal, a pipe or a screen reader."""
    yield clean_line(f"{feed.title or 'A feed without a title'} · {feed.source}", 600)
    for number, entry in enumerate(feed.entries, 1):
        yield from _lines(number, entry)


def parse_picks(text: str, count: int) -> tuple[int, ...]:
    """The positions, from 0, that numbers from 1 stand for: `1 3`, `1,3`, `5-7`, `all`.

    Each comes once, in the order given.

    Raises:
        PickError: something in it is no number of one of `count` entries.
    """
    if len(text) > _LONGEST_ANSWER:
        raise PickError("that is too long for a choice of entries")
    words = text.replace(",", " ").split()
    if not words:
        raise PickError("no number of an entry is given; such as 1,3 or 5-7")
    if [word.lower() for word in words] == ["all"]:
        return tuple(range(count))
    chosen: dict[int, None] = {}
    for word in words:
        first, dash, last = word.partition("-")
        begin = _position(first, word, count)
        end = _position(last, word, count) if dash else begin
        if end < begin:
            raise PickError(f"{clean_line(word, 40)}: the first number is the greater one")
        chosen.update(dict.fromkeys(range(begin, end + 1)))
    return tuple(chosen)


def _position(digits: str, word: str, count: int) -> int:
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise PickError(f"{clean_line(word, 40)}: no number of an entry; such as 1,3 or 5-7")
    if not 1 <= int(digits) <= count:
        raise PickError(f"{clean_line(word, 40)}: the entries are numbered from 1 to {count}")
    return int(digits) - 1


def _asked(feed: Feed, ask: Callable[[str], str]) -> tuple[Entry, ...]:
    while True:
        try:
            answer = ask(_QUESTION).strip()
        except EOFError:
            return ()
        if not answer:
            return ()
        try:
            return tuple(feed.entries[n] for n in parse_picks(answer, len(feed.entries)))
        except PickError as problem:
            complain(problem.message)


def _alike(feed: Feed, article: Article, others: bool) -> list[int]:
    """The positions of the entries on the event of the article; told with the reason."""
    from reader.linking.topic_match import Alike, likenesses

    texts = [f"{entry.title}\n{entry.summary or ''}" for entry in feed.entries]
    found = list(enumerate(likenesses(article, texts)))
    found = [pair for pair in found if feed.entries[pair[0]].address != article.source]
    found.sort(key=lambda pair: -pair[1].score)
    same = [pair for pair in found if pair[1].alike is Alike.SAME_EVENT]
    perhaps = [pair for pair in found if pair[1].alike is Alike.PERHAPS]
    _tell("on the same event", feed, same[:MOST_ALIKE])
    _tell("perhaps too; --pick opens them", feed, [*same[MOST_ALIKE:], *perhaps])
    if not same and not others:
        hint = "; perhaps those above" if perhaps else ""
        raise PickError(
            f"{feed.source}: no entry is surely on the event of {article.name}{hint}; "
            "--feed without --like lists all"
        )
    return [number for number, _ in same[:MOST_ALIKE]]


def _tell(heading: str, feed: Feed, found: Sequence[tuple[int, Likeness]]) -> None:
    if found:
        complain(f"{feed.source}: {heading}:")
    for number, likeness in found:
        for line in _lines(number + 1, feed.entries[number], likeness):
            _write(line)


def _lines(number: int, entry: Entry, likeness: Likeness | None = None) -> Iterable[Clean]:
    yield Clean(f"{number:>3}. {entry.title}")
    host = entry.address.partition("://")[2].partition("/")[0]
    yield Clean("     " + " · ".join(filter(None, (entry.published, clean_line(host, 80)))))
    if likeness:
        yield Clean(f"     {likeness.score:.2f}: {likeness.reason}")


def _write(line: Clean) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(line + "\n")
