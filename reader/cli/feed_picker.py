"""Choosing entries of a feed: by number, at a prompt on the terminal, or by an article."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message
from reader.errors import ReaderError
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.topic_match import TopicMatch
    from reader.sources.feeds import Feed, FeedEntry

MOST_MATCHES = 9
"""Entries on the event of an article that are chosen at most: with the article itself there are
ten, which is what a screen is designed for."""

_PROMPT = "Open which? Numbers such as 1 3 5-7, or Enter for none: "
# Characters; a longer answer was pasted by mistake.
_LONGEST_ANSWER = 1000
_LONGEST_HEADING = 600
_LONGEST_WORD = 40
_LONGEST_HOST = 80
_MOST_DIGITS = 9


class PickError(ReaderError):
    """The numbers of entries cannot be read or are out of range."""


def choose_entries(
    feed: Feed,
    *,
    picks: str | None = None,
    like: Article | None = None,
    prompt: Callable[[str], str] | None = None,
) -> tuple[FeedEntry, ...]:
    """Choose the entries to open, and print the list of entries.

    Args:
        feed: the feed; its notes are printed to the standard error.
        picks: numbers of entries, as `parse_picks` takes them.
        like: the entries on the event of this article are chosen too, and printed with the
            reason.
        prompt: prints a question on the terminal and returns the answer; None where there is no
            terminal. Without `picks` and `like` the entries are listed, with this question.

    Returns:
        The entries in the order chosen; none where they were only listed.

    Raises:
        PickError: `picks` is wrong, or no entry is on the event of `like`.
    """
    for note in feed.notes:
        print_message(f"{feed.source}: {note}")
    if picks is None and like is None:
        print_lines(listing(feed))
        if prompt is None:
            print_message("choose entries with --pick 1,3 or --like ARTICLE")
            return ()
        return _prompt_for_entries(feed, prompt)
    chosen = list(parse_picks(picks, len(feed.entries))) if picks is not None else []
    if like is not None:
        matches = _matches(feed, like, may_be_empty=bool(chosen))
        chosen += [position for position in matches if position not in chosen]
    return tuple(feed.entries[position] for position in chosen)


def terminal_prompt() -> Callable[[str], str] | None:
    """A function that prints a question and returns the answer, or None without a terminal."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream is not None and stream.isatty() for stream in streams):
        return input
    return None


def listing(feed: Feed) -> Iterator[Clean]:
    """The entries with their numbers, for a terminal, a pipe or a screen reader."""
    title = feed.title or "A feed without a title"
    yield clean_line(f"{title} · {feed.source}", _LONGEST_HEADING)
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry_lines(number, entry)


def parse_picks(text: str, count: int) -> tuple[int, ...]:
    """Parse numbers of entries such as `1 3`, `1,3`, `5-7` or `all`.

    Args:
        text: the numbers, counted from 1.
        count: how many entries there are.

    Returns:
        The positions, counted from 0, each once, in the order given.

    Raises:
        PickError: something in the text is no number of one of the entries.
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
        chosen.update(dict.fromkeys(_parse_range(word, count)))
    return tuple(chosen)


def _parse_range(word: str, count: int) -> range:
    first, dash, last = word.partition("-")
    begin = _parse_number(first, word, count)
    end = _parse_number(last, word, count) if dash else begin
    if end < begin:
        raise PickError(f"{clean_line(word, _LONGEST_WORD)}: the first number is the greater one")
    return range(begin, end + 1)


def _parse_number(digits: str, word: str, count: int) -> int:
    shown = clean_line(word, _LONGEST_WORD)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise PickError(f"{shown}: no number of an entry; such as 1,3 or 5-7")
    if not 1 <= int(digits) <= count:
        raise PickError(f"{shown}: the entries are numbered from 1 to {count}")
    return int(digits) - 1


def _prompt_for_entries(feed: Feed, prompt: Callable[[str], str]) -> tuple[FeedEntry, ...]:
    """Repeat the question until the answer can be parsed; an empty one chooses nothing."""
    while True:
        try:
            answer = prompt(_PROMPT).strip()
        except EOFError:
            return ()
        if not answer:
            return ()
        try:
            return tuple(feed.entries[n] for n in parse_picks(answer, len(feed.entries)))
        except PickError as problem:
            print_message(problem.message)


def _matches(feed: Feed, article: Article, *, may_be_empty: bool) -> list[int]:
    """The positions of the entries on the event of an article; prints them with the reason."""
    from reader.linking.topic_match import EventMatch, match_topics

    texts = [f"{entry.title}\n{entry.summary or ''}" for entry in feed.entries]
    scored = list(enumerate(match_topics(article, texts)))
    scored = [pair for pair in scored if feed.entries[pair[0]].address != article.source]
    scored.sort(key=lambda pair: -pair[1].score)
    same = [pair for pair in scored if pair[1].event is EventMatch.SAME_EVENT]
    perhaps = [pair for pair in scored if pair[1].event is EventMatch.PERHAPS]
    _print_matches("on the same event", feed, same[:MOST_MATCHES])
    _print_matches("perhaps too; --pick opens them", feed, [*same[MOST_MATCHES:], *perhaps])
    if not same and not may_be_empty:
        hint = "; perhaps those above" if perhaps else ""
        raise PickError(
            f"{feed.source}: no entry is surely on the event of {article.name}{hint}; "
            "--feed without --like lists all"
        )
    return [position for position, _ in same[:MOST_MATCHES]]


def _print_matches(heading: str, feed: Feed, matches: Sequence[tuple[int, TopicMatch]]) -> None:
    if matches:
        print_message(f"{feed.source}: {heading}:")
    for position, match in matches:
        for line in _entry_lines(position + 1, feed.entries[position], match):
            _write(line)


def _entry_lines(number: int, entry: FeedEntry, match: TopicMatch | None = None) -> Iterable[Clean]:
    yield Clean(f"{number:>3}. {entry.title}")
    host = clean_line(entry.address.partition("://")[2].partition("/")[0], _LONGEST_HOST)
    yield Clean("     " + " · ".join(filter(None, (entry.published, host))))
    if match:
        yield Clean(f"     {match.score:.2f}: {match.reason}")


def _write(line: Clean) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(line + "\n")
