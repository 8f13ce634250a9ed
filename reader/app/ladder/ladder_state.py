"""The state of the ladder: the compared quote, the base rung and the style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from reader.app.ladder.quote_ladders import QuoteLadders, QuoteOrder, Rung
from reader.notebook.placed_entries import PlacedEntries
from reader.quote_versions import SharedQuote

_Member = TypeVar("_Member", bound=Enum)
_NO_NOTES = PlacedEntries()


class DifferenceStyle(Enum):
    """How the differences of a version from the base are shown."""

    STRUCK = "struck out and underlined"
    WORD_UNDER_WORD = "word under word"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LadderState:
    """Everything that a key of the ladder changes; every change gives a new state."""

    ladders: QuoteLadders
    """At least one quote."""
    quote: int = 0
    """The position of the compared quote among `quotes`."""
    rung: int = 0
    """The number of the selected rung."""
    base: int | None = None
    """The number of the rung that the others are compared with; None is the fullest."""
    style: DifferenceStyle = DifferenceStyle.STRUCK
    is_pair: bool = False
    """Whether base and one rung are shown alone."""
    order: QuoteOrder = QuoteOrder.OUTLETS
    filter: str = ""
    """The filter of the listed quotes, as typed; empty where all are listed."""
    unfiltered: QuoteLadders | None = None
    """All quotes, where `filter` leaves some of them out of `ladders`."""
    is_unfolded: bool = False
    """Whether the user unfolded the quotes of one article only."""
    is_on_fold: bool = False
    """Whether the line that folds those quotes is selected in the list."""
    is_list_open: bool = False
    """Whether the list of quotes replaces the ladder where there is no room for both."""
    top: int = 0
    """The first line of the rungs on the screen."""
    list_top: int = 0
    """The first row of the list on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected rung."""
    notes: PlacedEntries = _NO_NOTES
    """The entries of the notebook about the articles."""

    @property
    def shared(self) -> SharedQuote:
        """The compared quote."""
        return self.ladders.quotes[self.quote]

    @property
    def lists_single(self) -> bool:
        """Whether the quotes of one article only are listed."""
        return self.is_unfolded or not self.ladders.shared

    @property
    def quotes(self) -> tuple[SharedQuote, ...]:
        """The listed quotes."""
        return self.ladders.quotes if self.lists_single else self.ladders.shared

    @property
    def has_one_row(self) -> bool:
        """Whether the list has only the row of the compared quote."""
        return len(self.quotes) + bool(self.ladders.single) <= 1

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The versions of the compared quote, compared with the base."""
        return self.ladders.rungs(self.quote, self.base or None)

    @property
    def base_rung(self) -> Rung:
        """The rung that the others are compared with."""
        return self.rungs[self.base or 0]

    @property
    def current(self) -> Rung:
        """The rung that keys act on: the selected one, in a pair the one beside the base."""
        return self.opposite if self.is_pair else self.rungs[self.rung]

    @property
    def opposite(self) -> Rung:
        """The rung beside the base in a pair: the selected one, or the next if that is the base."""
        rung = self.rungs[self.rung]
        if rung.number == self.base_rung.number and len(self.rungs) > 1:
            return self.rungs[1 if rung.number == 0 else 0]
        return rung

    @property
    def can_be_base(self) -> bool:
        """Whether the current rung has words to which others can be compared."""
        return not self.current.is_indirect and bool(self.current.version.words)

    # The list of quotes

    def step(self, count: int) -> LadderState:
        """Select the next quote of the list (the previous one if `count` is negative).

        After the last shared quote comes the line that unfolds those of one article only.
        """
        has_fold = bool(self.ladders.single) and not self.lists_single
        if self.is_on_fold:
            return self if count > 0 else replace(self, is_on_fold=False)
        if has_fold and count > 0 and self.quote == len(self.quotes) - 1:
            return replace(self, is_on_fold=True)
        return self.select_quote(self.quote + count)

    def select_quote(self, quote: int) -> LadderState:
        """Compare the quote at a position, or at the nearest end of the list."""
        quote = max(0, min(len(self.quotes) - 1, quote))
        if quote == self.quote:
            return replace(self, is_on_fold=False)
        selected = replace(
            self, quote=quote, rung=0, base=None, is_on_fold=False, top=0, is_scrolled=False
        )
        return replace(selected, is_pair=self.is_pair and len(selected.rungs) > 1)

    def select_end(self, direction: int) -> LadderState:
        """Select the last quote of the list; the first if `direction` is negative."""
        return self.select_quote(0 if direction < 0 else len(self.quotes) - 1)

    def fold_single(self) -> LadderState:
        """List the quotes of one article only too, selecting the first of them; or fold them."""
        folded = replace(self, is_unfolded=not self.is_unfolded, is_on_fold=False)
        first = len(self.ladders.shared)
        if folded.lists_single:
            return folded.select_quote(first)
        return folded.select_quote(first - 1) if self.quote >= first else folded

    def sort_by_next_order(self) -> LadderState:
        """Sort the list by the next order; the compared quote stays selected."""
        order = _following(self.order)
        ladders = self.ladders.sorted_by(order)
        quote = ladders.quotes.index(self.shared)
        return replace(self, ladders=ladders, quote=quote, order=order)

    def filter_by(self, words: str) -> LadderState:
        """List the quotes that have these words, all of them if there are none.

        The compared quote stays selected if it is listed. Nothing changes if none would be.
        """
        every = self.unfiltered or self.ladders
        ladders = (every.filtered(words) if words else every).sorted_by(self.order)
        if not ladders.quotes:
            return self
        listed = replace(
            self,
            ladders=ladders,
            filter=words,
            unfiltered=every if words else None,
            is_on_fold=False,
            list_top=0,
        )
        if self.shared in listed.quotes:
            return replace(listed, quote=ladders.quotes.index(self.shared))
        is_pair = self.is_pair and len(ladders.quotes[0].versions) > 1
        return replace(
            listed, quote=0, rung=0, base=None, top=0, is_scrolled=False, is_pair=is_pair
        )

    def open_list(self, is_open: bool) -> LadderState:
        """Show the list instead of the ladder, or the ladder, where there is no room for both."""
        return replace(self, is_list_open=is_open)

    # The rungs

    def step_rung(self, count: int) -> LadderState:
        """Select the next rung (the previous one if `count` is negative); a pair skips the base."""
        rung = self.current.number + count
        if self.is_pair and rung == self.base_rung.number:
            rung += count
        return self.select_rung(rung) if 0 <= rung < len(self.rungs) else self

    def select_rung(self, rung: int) -> LadderState:
        """Select the rung with a number, or the nearest end of the ladder."""
        rung = max(0, min(len(self.rungs) - 1, rung))
        top = 0 if self.is_pair else self.top
        return replace(self, rung=rung, top=top, is_scrolled=False)

    def has_version_of(self, article: int) -> bool:
        """Return whether an article carries the compared quote."""
        return article in self.shared.articles

    def select_article(self, article: int) -> LadderState:
        """Select the next version of an article, after its last one the first."""
        numbers = [rung.number for rung in self.rungs if rung.article == article]
        if not numbers:
            return self
        later = [number for number in numbers if number > self.rung]
        is_there = self.rungs[self.rung].article == article
        return self.select_rung(later[0] if later and is_there else numbers[0])

    def toggle_base(self) -> LadderState:
        """Compare with the current rung; if that is the base already, with the fullest."""
        if not self.can_be_base:
            return self
        before, number = self.base or 0, self.current.number
        if number == before:
            return replace(self, base=None, is_scrolled=False)
        rung = before if self.is_pair else self.rung
        return replace(self, base=number, rung=rung, is_scrolled=False)

    # The view

    def show_next_style(self) -> LadderState:
        """Show differences in the next style."""
        return replace(self, style=_following(self.style), is_scrolled=False)

    def toggle_pair(self) -> LadderState:
        """Show base and current rung alone, or the whole ladder."""
        return replace(self, is_pair=not self.is_pair, top=0, is_scrolled=False)

    def scroll(self, lines: int) -> LadderState:
        """Scroll the rungs by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int, list_top: int) -> LadderState:
        """Set the first line of the rungs and of the list, as far as they could be scrolled."""
        return replace(self, top=top, list_top=list_top)


def _following(member: _Member) -> _Member:
    """Return the member of an enumeration after this one, after the last the first."""
    members = list(type(member))
    return members[(members.index(member) + 1) % len(members)]
