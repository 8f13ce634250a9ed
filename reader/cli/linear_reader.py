"""Reading without a full screen: each typed line is a command, answered in plain lines.

For screen readers and bad lines. The commands are the keys of the reading screen, or words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from reader.articles import Article, ParagraphKind, Place, clean_line
from reader.articles.text_search import SearchHit, find_hits
from reader.cli.linear_command import LinearCommand, Lines
from reader.cli.linear_lists import LinearLists
from reader.cli.linear_matches import LinearMatches
from reader.cli.linear_notes import LinearNotes
from reader.cli.screen_only_keys import SCREEN_ONLY, explain_screen_key
from reader.coverage import Coverage
from reader.coverage.comparable_articles import name_languages_apart
from reader.linking.links import LOWEST_FLOOR, RELATED_FLOOR
from reader.notebook import Notebook
from reader.notebook.text_keys import hash_text
from reader.reports.article_report import format_articles_as_text
from reader.reports.place_names import name_article
from reader.reports.text_version_report import summarize_versions

_THRESHOLD_STEP = 0.05
_HIGHEST_FLOOR = 0.95
_PLACE = re.compile(r"\d+:\d+")
"""A place as `:` takes it: nothing else can be meant by it."""


class LinearReader:
    """Several articles, read by typed commands.

    Args:
        coverage: the comparison.
        notebook: where notes are stored; the user's own if None.
    """

    def __init__(self, coverage: Coverage, notebook: Notebook | None = None) -> None:
        self._coverage = coverage
        self._articles = coverage.articles
        self._floor = RELATED_FLOOR
        self._article = 0
        self._paragraphs = [_first_of_story(article) for article in self._articles]
        self._history: list[Place] = []
        self._hits: Sequence[SearchHit] = ()
        self._hit = -1
        self.is_finished = False
        """Whether the user is done."""
        self._matches = LinearMatches(
            coverage, lambda: (self.place, self._floor), self._go_to, self._article_position
        )
        self._notes = LinearNotes(coverage, lambda: self.place, notebook)
        self._commands = (
            *self._list_commands(),
            *LinearLists(coverage).commands(),
            *self._notes.commands(),
            LinearCommand(("?", "help"), "these commands", self._help),
            LinearCommand(("q", "quit"), "leave", self._finish),
        )

    @property
    def has_unsaved_notes(self) -> bool:
        """Whether the user wrote a note that is not in the notebook."""
        return self._notes.has_unsaved

    @property
    def place(self) -> Place:
        """The paragraph being read."""
        return Place(self._article, self._paragraphs[self._article])

    def begin_at_places(self, places: Mapping[str, int]) -> None:
        """Begin where articles were read last time, in the article read last.

        Args:
            places: the number of the paragraph by the key of an article's text (`hash_text`), the
                article read last at the end.
        """
        keys = [hash_text(article) for article in self._articles]
        for position, key in enumerate(keys):
            place = self._find_place(str(position + 1), str(places.get(key, 0)))
            if place is not None:
                self._paragraphs[position] = place.paragraph
        last = next((key for key in reversed(tuple(places)) if key in keys), None)
        self._article = keys.index(last) if last else 0

    def list_places(self) -> list[tuple[str, int]]:
        """Return the key of every article's text and the number of its paragraph being read.

        The article being read is the last one.
        """
        order = sorted(range(len(self._articles)), key=lambda position: position == self._article)
        return [
            (
                hash_text(self._articles[position]),
                self._articles[position].paragraphs[self._paragraphs[position]].number,
            )
            for position in order
            if self._articles[position].paragraphs
        ]

    def begin(self) -> Lines:
        """Yield what is open, how to get help, and the first paragraph."""
        counts = self._coverage.total_link_counts(self._floor)
        yield f"{_count(len(self._articles), 'article')}, links: {counts}."
        yield from self._describe_articles("")
        if apart := name_languages_apart(self._articles):
            yield f"{apart}."
        for versions in self._coverage.text_versions:
            yield f"{summarize_versions(self._coverage, versions)}. Type V for what changed."
        yield "Type j for the next paragraph, ] for the next that others have, ? for all commands."
        yield from self._describe_place("")

    def answer(self, typed: str) -> Lines:
        """Yield the answer to a line that was typed; an empty one reads on."""
        words = clean_line(typed).strip()
        if not words:
            words = "j"
        if words.isdecimal():
            yield from self._go_to_article(words)
            return
        if _PLACE.fullmatch(words):
            words = f":{words}"
        for sign, run in ((":", self._go_to_number), ("/", self._search)):
            if words.startswith(sign):
                yield from run(words[1:].strip())
                return
        name, _, rest = words.partition(" ")
        # Letters alone are keys, of which the capital one is another.
        names = (name,) if len(name) == 1 else (name, name.lower())
        for command in self._commands:
            if any(each in command.names for each in names):
                yield from _run(command, name, rest.strip())
                return
        yield explain_screen_key(name) or self._refuse(name)

    def _refuse(self, name: str) -> str:
        """Return that there is no command of a name, and which may be meant."""
        known = [each for command in self._commands for each in command.names if len(each) > 1]
        close = get_close_matches(name.lower(), known, 1)
        meant = f" {close[0]} is one." if close else ""
        return f"There is no command {name}.{meant} ? lists all."

    def _list_commands(self) -> tuple[LinearCommand, ...]:
        return (
            LinearCommand(("j", "next"), "the next paragraph (Enter alone too)", self._step(1)),
            LinearCommand(("k", "previous"), "the paragraph before", self._step(-1)),
            LinearCommand(("here",), "this paragraph again", self._describe_place),
            LinearCommand(("g", "first"), "the first paragraph", self._go_to_end(0)),
            LinearCommand(("G", "last"), "the last paragraph", self._go_to_end(-1)),
            LinearCommand(("]", "link"), "the next paragraph that others have", self._linked(1)),
            LinearCommand(("[",), "the one before that others have", self._linked(-1)),
            LinearCommand(("}", "only"), "the next paragraph that is only here", self._alone(1)),
            LinearCommand(("{",), "the one before that is only here", self._alone(-1)),
            *self._matches.commands(),
            LinearCommand(("back",), "back to where you came from", self._go_back),
            LinearCommand(("/", "search"), "/words: search all articles", self._search,
                          takes_words=True),
            LinearCommand(("n",), "the next hit", self._next_hit),
            LinearCommand((":", "go"), ":12 paragraph 12, :2:6 paragraph 6 of article 2",
                          self._go_to_number, takes_words=True),
            LinearCommand(("1 … 9", "article"), "that article", self._go_to_article,
                          takes_words=True),
            LinearCommand(("l",), "the next article", self._next_article(1)),
            LinearCommand(("h",), "the article before", self._next_article(-1)),
            LinearCommand(("articles",), "the articles", self._describe_articles),
            LinearCommand(("i", "about"), "what is known about this article",
                          self._describe_article),
            LinearCommand(("(",), "weaker links too", self._move_threshold(-1)),
            LinearCommand((")",), "only surer links", self._move_threshold(1)),
        )  # fmt: skip

    def _step(self, direction: int) -> Callable[[str], Lines]:
        def step(_: str) -> Lines:
            yield from self._move_where(
                direction, lambda place: True, "The last paragraph." if direction > 0
                else "The first paragraph.",
            )  # fmt: skip

        return step

    def _linked(self, direction: int) -> Callable[[str], Lines]:
        def step(_: str) -> Lines:
            yield from self._move_where(
                direction,
                lambda place: bool(self._coverage.links_from(place, self._floor)),
                f"No linked paragraph further {_way(direction)} in this article.",
            )

        return step

    def _alone(self, direction: int) -> Callable[[str], Lines]:
        def step(_: str) -> Lines:
            others = sum(
                self._coverage.is_only_here(Place(article, position), self._floor)
                for article, opened in enumerate(self._articles)
                if article != self._article
                for position, paragraph in enumerate(opened.paragraphs)
                if paragraph.kind is not ParagraphKind.FURNITURE
            )
            yield from self._move_where(
                direction,
                lambda place: self._coverage.is_only_here(place, self._floor),
                f"No paragraph further {_way(direction)} that is surely only here; "
                f"{others} in other articles.",
            )

        return step

    def _move_where(
        self, direction: int, matches: Callable[[Place], bool], otherwise: str
    ) -> Lines:
        paragraphs = self._articles[self._article].paragraphs
        position = self.place.paragraph + direction
        while 0 <= position < len(paragraphs):
            is_furniture = paragraphs[position].kind is ParagraphKind.FURNITURE
            if not is_furniture and matches(Place(self._article, position)):
                self._paragraphs[self._article] = position
                yield from self._describe_place("")
                return
            position += direction
        yield otherwise

    def _go_to_end(self, end: int) -> Callable[[str], Lines]:
        def go(_: str) -> Lines:
            article = self._articles[self._article]
            shown = [
                position
                for position, paragraph in enumerate(article.paragraphs)
                if paragraph.kind is not ParagraphKind.FURNITURE
            ]
            if shown:
                yield from self._go_to(Place(self._article, shown[end]))

        return go

    def _go_to(self, place: Place) -> Lines:
        self._history.append(self.place)
        self._article = place.article
        self._paragraphs[place.article] = place.paragraph
        yield from self._describe_place("")

    def _go_back(self, _: str) -> Lines:
        if not self._history:
            yield "Nowhere to go back to."
            return
        place = self._history.pop()
        self._article = place.article
        self._paragraphs[place.article] = place.paragraph
        yield from self._describe_place("")

    def _go_to_number(self, typed: str) -> Lines:
        article, colon, number = typed.rpartition(":")
        at = article if colon else str(self._article + 1)
        place = self._find_place(at, number)
        if place is None:
            yield f"There is no paragraph {typed}." if typed else "Which paragraph? :12, or :2:6."
        else:
            yield from self._go_to(place)

    def _find_place(self, article: str, number: str) -> Place | None:
        position = self._article_position(article)
        if position is None or not number.isdecimal():
            return None
        for at, paragraph in enumerate(self._articles[position].paragraphs):
            if str(paragraph.number) == number.lstrip("0"):
                return Place(position, at)
        return None

    def _article_position(self, number: str) -> int | None:
        if not number.isdecimal() or len(number) > 9:
            return None
        position = int(number) - 1
        return position if 0 <= position < len(self._articles) else None

    def _go_to_article(self, number: str) -> Lines:
        position = self._article_position(number)
        if position is None:
            yield f"There is no article {number}. Paragraph {number} is :{number}."
            return
        links = [
            link
            for link in self._coverage.links_from(self.place, self._floor)
            if link.there.article_position == position
        ]
        if links:
            yield from self._go_to(links[0].there.place)
        else:
            yield from self._go_to(Place(position, self._paragraphs[position]))

    def _next_article(self, direction: int) -> Callable[[str], Lines]:
        def go(_: str) -> Lines:
            following = (self._article + direction) % len(self._articles)
            yield from self._go_to_article(str(following + 1))

        return go

    def _describe_place(self, _: str) -> Lines:
        article = self._articles[self._article]
        if not article.paragraphs:
            yield f"{name_article(self._article)} {article.label} has no paragraph."
            return
        passage = self._coverage.passage(self.place)
        yield (
            f"{name_article(self._article)} {article.label}, paragraph {passage.number} of "
            f"{len(article.paragraphs)}."
        )
        yield passage.text
        yield from self._notes.describe(self.place)
        yield self._matches.summarize()

    def _search(self, words: str) -> Lines:
        if not words:
            yield "Search for what? /words"
            return
        self._hits, self._hit = find_hits(self._articles, words), -1
        yield f"{_count(len(self._hits), 'hit')}."
        if self._hits:
            yield from self._next_hit("")

    def _next_hit(self, _: str) -> Lines:
        if not self._hits:
            yield "Nothing was found, or nothing searched: /words."
            return
        self._hit = (self._hit + 1) % len(self._hits)
        hit = self._hits[self._hit]
        yield f"Hit {self._hit + 1} of {len(self._hits)}."
        yield from self._go_to(Place(hit.article, hit.paragraph))

    def _describe_articles(self, _: str) -> Lines:
        for position, article in enumerate(self._articles):
            yield (
                f"{name_article(position)} {article.label}: {article.heading}, "
                f"{_count(len(article.paragraphs), 'paragraph')}."
            )

    def _describe_article(self, _: str) -> Lines:
        yield from format_articles_as_text([self._articles[self._article]])

    def _move_threshold(self, steps: int) -> Callable[[str], Lines]:
        def move(_: str) -> Lines:
            floor = round(self._floor + steps * _THRESHOLD_STEP, 2)
            self._floor = min(_HIGHEST_FLOOR, max(LOWEST_FLOOR, floor))
            counts = self._coverage.total_link_counts(self._floor)
            yield f"Links from {self._floor:.2f}: {counts}."

        return move

    def _help(self, _: str) -> Lines:
        for command in self._commands:
            yield f"{', '.join(command.names)}: {command.explanation}."
        yield f"{SCREEN_ONLY}."

    def _finish(self, _: str) -> Lines:
        self.is_finished = True
        return iter(())


def _run(command: LinearCommand, name: str, words: str) -> Lines:
    """Yield the answer of a command; one that takes no words is not run with any."""
    if words and not command.takes_words:
        yield f"{name} takes no words after it, and was not carried out. Type {name} alone."
    else:
        yield from command.run(words)


def _first_of_story(article: Article) -> int:
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    return kinds.index(ParagraphKind.BODY) if ParagraphKind.BODY in kinds else 0


def _way(direction: int) -> str:
    return "on" if direction > 0 else "up"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
