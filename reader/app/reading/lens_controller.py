"""Choosing a lens, and going from one marked place to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.app.next_key import NextKeyChoice
from reader.app.reading.lenses import LENSES, RUN_WORDS, Lens, LensFinding, LensSource
from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.reading.reading_state import ActiveLens
from reader.app.reading.why_size import WhySize
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.bars import Progress
from reader.articles import Article, Place

if TYPE_CHECKING:
    from reader.app.reading.copy_drawer import CopyShares
    from reader.quote_versions import ArticleQuotes

_OF_PARAGRAPHS, _OF_COPY = "o", "w"
"""The keys of the lenses that need the links, and that have runs of a length."""

_SHORT_NAMES = "a plain, o only here, w copy, q quotes, n numbers, s shared, u own words"
"""The lenses in the question where the screen has no room for their labels."""
_CELLS_BESIDE_NAMES = len(" Lens: ")
_MOST_NAMED = 4
"""Of more articles than these only the number is said."""


class _Found(NamedTuple):
    """The findings of a lens in all articles."""

    findings: dict[int, LensFinding]
    copy: CopyShares | None


class LensController:
    """Shows in the panes what a lens finds.

    Args:
        host: the screen.
        next_key: takes the key that chooses the lens.
        signs: the signs of this terminal.
        usual: for keys that go through the places of a lens while there is one: their commands
            without a lens, by the names of the keys.
    """

    def __init__(
        self,
        host: ReadingHost,
        next_key: NextKeyChoice,
        signs: Signs,
        usual: Mapping[str, Command],
    ) -> None:
        self._host = host
        self._state = host.state
        self._next_key = next_key
        self._signs = signs
        self._usual = usual
        self._fewest_words = RUN_WORDS[0]
        self._has_opened_drawer = False

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        walks: dict[str, Callable[[], object]] = {
            "next-linked": partial(self._walk, 1, is_own=False),
            "previous-linked": partial(self._walk, -1, is_own=False),
            "next-only-here": partial(self._walk, 1, is_own=True),
            "previous-only-here": partial(self._walk, -1, is_own=True),
        }
        return {
            "lens": Command(self._ask_for_lens, needs_article(self._host)),
            **{name: self._or_usual(name, self._walks, walk) for name, walk in walks.items()},
            "looser": self._or_usual("looser", self._has_runs, partial(self._change_runs, -1)),
            "stricter": self._or_usual("stricter", self._has_runs, partial(self._change_runs, 1)),
        }

    def look_through(self, key: str) -> bool:
        """Look through the lens that a key chooses; return whether there is one."""
        lens = find_lens(key)
        if lens is not None:
            self._look_through(lens)
        return lens is not None

    def list_lenses(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return the sentence, the keys and the effect of each lens, for the palette."""
        return [
            (f"Lens: {lens.label}", f"v {lens.key}", partial(self._look_through, lens))
            for lens in LENSES
        ]

    def look_again(self) -> None:
        """Apply the lens again after the articles changed."""
        lens = find_lens(self._state.lens.key)
        if lens is not None and lens.find:
            self._look_through(lens, is_silent=True)

    def follow_links(self) -> None:
        """Apply the lens again after the links changed."""
        if self._state.lens.key == _OF_PARAGRAPHS:
            self.look_again()

    def give_up(self) -> None:
        """Report that the lens found nothing because of a fault."""
        self._host.show_progress(None)
        self._host.say("The quotes of these articles could not be compared.")

    def _or_usual(
        self, name: str, applies: Callable[[], bool], run: Callable[[], object]
    ) -> Command:
        """Return a command that does one thing with a lens, and the usual one without."""
        usual = self._usual[name]

        def do() -> object:
            if applies():
                return run()
            result = usual.run()
            if name in ("looser", "stricter"):
                self.follow_links()
            return result

        return Command(do, lambda: "" if applies() else usual.find_obstacle())

    def _walks(self) -> bool:
        return bool(self._state.lens.findings)

    def _has_runs(self) -> bool:
        return self._state.lens.key == _OF_COPY and self._walks()

    def _walk(self, direction: int, *, is_own: bool) -> None:
        lens = find_lens(self._state.lens.key)
        assert lens is not None
        found = self._state.lens.in_article(self._state.layout.focus)
        paragraphs = found.own if is_own else found.shared
        if not self._state.next_where(lambda place: place.paragraph in paragraphs, direction):
            where = "further on" if direction > 0 else "further up"
            message = f"No {lens.own if is_own else lens.shared} {where} in this article"
            others = self._describe_others(is_own=is_own)
            self._host.say(f"{message}; elsewhere {others}: l h." if others else f"{message}.")
        self._host.refresh_view()

    def _describe_others(self, *, is_own: bool) -> str:
        """Return how many such paragraphs each article has that is not being read: "2 in [3]"."""
        focus = self._state.layout.focus
        counts = [
            (article, len(found.own if is_own else found.shared))
            for article, found in sorted(self._state.lens.findings.items())
            if article != focus
        ]
        found = [f"{count} in [{article_mark(article)}]" for article, count in counts if count]
        if len(found) > _MOST_NAMED:
            return f"{sum(count for _, count in counts)} in {len(found)} articles"
        return ", ".join(found)

    def _change_runs(self, steps: int) -> None:
        at = RUN_WORDS.index(self._fewest_words) + steps
        if 0 <= at < len(RUN_WORDS):
            self._fewest_words = RUN_WORDS[at]
            self.look_again()
        else:
            end = "longest" if steps > 0 else "shortest"
            self._host.say(f"Runs of {self._fewest_words} words and more: the {end} there are.")

    def _ask_for_lens(self) -> None:
        self._next_key.ask(
            {lens.key: partial(self._look_through, lens) for lens in LENSES},
            lambda key: self._host.say(f"There is no lens {key}. v lists them."),
        )
        names = ", ".join(f"{lens.key} {lens.label}" for lens in LENSES)
        if len(names) > self._host.columns - _CELLS_BESIDE_NAMES:
            names = _SHORT_NAMES
        self._host.say(f"Lens: {names}")

    def _look_through(self, lens: Lens, *, is_silent: bool = False) -> None:
        find = lens.find
        if find is None:
            self._host.cancel_work("lens")
            self._show(ActiveLens())
            self._host.say("The plain text.")
            return
        links = self._state.visible_links
        if lens.key == _OF_PARAGRAPHS and links is None:
            # The lens is applied once the links are known: see `follow_links`.
            self._show(ActiveLens(lens.key, lens.label))
            self._host.say("The links are not known yet.")
            return
        articles = self._state.articles
        self._host.show_progress(Progress(f"finding {lens.label}"))
        self._host.start_work(
            "lens",
            partial(
                _look_at_articles,
                find,
                articles,
                self._state.article_quotes(),
                links.is_only_here if links else None,
                self._fewest_words,
                has_copy=lens.key == _OF_COPY,
            ),
            partial(self._show_found, lens, articles, is_silent),
        )

    def _show_found(
        self, lens: Lens, articles: tuple[Article, ...], is_silent: bool, found: _Found
    ) -> None:
        self._host.show_progress(None)
        if articles is not self._state.articles:
            # They changed while this was found: the lens was asked for all the same.
            self._look_through(lens, is_silent=is_silent)
            return
        if found.copy and not is_silent:
            self._open_drawer()
        self._show(ActiveLens(lens.key, self._label(lens), found.findings, found.copy))
        if not is_silent:
            count = sum(
                len(spans) for each in found.findings.values() for spans in each.marks.values()
            )
            keys = _name_walking_keys(found.findings.values())
            walk = f"{keys} walk them" if keys else "nothing to walk"
            self._host.say(f"{count} marked: {lens.label}; {walk}, v a for the plain text.")

    def _label(self, lens: Lens) -> str:
        if lens.key != _OF_COPY:
            return lens.label
        return f"{lens.label} {self._signs.at_least} {self._fewest_words} words"

    def _open_drawer(self) -> None:
        """Open the drawer, which shows the table of shared copy; with the lens it closes again."""
        options = self._state.options
        if options.why is WhySize.CLOSED:
            self._has_opened_drawer = True
            self._state.set_options(options._replace(why=WhySize.BRIEF))

    def _show(self, lens: ActiveLens) -> None:
        options = self._state.options
        if self._has_opened_drawer and lens.key != _OF_COPY:
            self._has_opened_drawer = False
            if options.why is WhySize.BRIEF:
                self._state.set_options(options._replace(why=WhySize.CLOSED))
        self._state.set_lens(lens)
        self._host.refresh_view()


def _name_walking_keys(findings: Iterable[LensFinding]) -> str:
    """Name the keys that lead to marked paragraphs; the others lead to those without a mark."""
    found = list(findings)
    keys = []
    if any(each.marks.keys() & each.shared for each in found):
        keys.append("] [")
    if any(each.marks.keys() & each.own for each in found):
        keys.append("} {")
    return " ".join(keys)


def find_lens(key: str) -> Lens | None:
    """Return the lens that a key chooses, None for a key that chooses none."""
    return next((lens for lens in LENSES if lens.key == key), None)


def _look_at_articles(
    find: Callable[[LensSource, int], LensFinding],
    articles: Sequence[Article],
    quotes: ArticleQuotes,
    is_only_here: Callable[[Place], bool] | None,
    fewest_words: int,
    is_cancelled: Callable[[], bool],
    *,
    has_copy: bool,
) -> _Found | None:
    """Return what a lens shows in every article, or None once it is cancelled."""
    source = LensSource(articles, quotes, is_only_here, fewest_words)
    findings: dict[int, LensFinding] = {}
    for position in range(len(articles)):
        if is_cancelled():
            return None
        findings[position] = find(source, position)
    return _Found(findings, _find_copy(source) if has_copy else None)


def _find_copy(source: LensSource) -> CopyShares:
    # It takes long to import, and no first frame shows it.
    from reader.app.reading.copy_drawer import CopyShares

    return CopyShares.of(source)
