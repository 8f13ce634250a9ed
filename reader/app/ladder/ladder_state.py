"""Which shared quote is compared, from which rung, in which style. Everything a key changes."""

from __future__ import annotations

from enum import Enum

from reader.app.ladder.quote_list import Order, QuoteCoverage, Rung
from reader.shared_quotes import SharedQuote, VersionForm


class Differences(Enum):
    """How it is shown where a version differs from the base."""

    STRUCK = "struck out and underlined"
    TWO_LINES = "word under word"
    OFF = "off"


class LadderState:
    """The place on the ladder.

    Args:
        coverage: the shared quotes; at least one.
        quote: the position of the quote that is compared first.
        rung: the position of its rung that is read first.
    """

    def __init__(self, coverage: QuoteCoverage, quote: int = 0, rung: int = 0) -> None:
        self.coverage = coverage
        self.quote = quote
        self.rung = rung
        self.base: int | None = None
        """The rung the others are compared with; None is the fullest."""
        self.differences = Differences.STRUCK
        self.paired = False
        """Whether base and rung stand side by side alone."""
        self.order = Order.OUTLETS
        self.alone_listed = not coverage.quotes
        """Whether the quotes of one article only are listed too."""
        self.on_alone = False
        """Whether the line that tells of them is chosen in the list."""
        self.listing = False
        """Whether the list of quotes is shown where there is no room for both."""
        self.top = 0
        """The first line of the ladder on the screen."""
        self.list_top = 0
        self.settled = False
        """Whether the screen was scrolled since the rung was chosen, and stays where it is."""

    @property
    def shared(self) -> SharedQuote:
        """The quote that is compared."""
        return self.coverage.everything[self.quote]

    @property
    def quotes(self) -> tuple[SharedQuote, ...]:
        """Those that are listed."""
        return self.coverage.everything if self.alone_listed else self.coverage.quotes

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Its versions, compared with the base."""
        return self.coverage.rungs(self.quote, self.base or None)

    @property
    def current(self) -> Rung:
        """The rung that is read."""
        return self.rungs[self.rung]

    @property
    def base_rung(self) -> Rung:
        """The rung the others are compared with."""
        return self.rungs[self.base or 0]

    @property
    def opposite(self) -> Rung:
        """What stands beside the base in a pair: the rung that is read, or else the next one."""
        rung = self.current
        if rung.number == self.base_rung.number and len(self.rungs) > 1:
            return self.rungs[1 if rung.number == 0 else 0]
        return rung

    def step_quote(self, count: int) -> bool:
        """Go to the next quote of the list; False at either end.

        After the last shared one comes the line that tells of those in one article only.
        """
        if self.on_alone:
            self.on_alone = False
            return count < 0
        more = self.coverage.alone and not self.alone_listed
        if more and count > 0 and self.quote == len(self.quotes) - 1:
            self.on_alone = True
            return True
        return self.go_to_quote(self.quote + count)

    def list_alone(self) -> None:
        """List the quotes of one article only too, from the first of them; or no longer."""
        self.alone_listed = not self.alone_listed or not self.coverage.quotes
        self.on_alone = False
        first = len(self.coverage.quotes)
        if self.alone_listed:
            self.go_to_quote(first)
        elif self.quote >= first:
            self.go_to_quote(first - 1)

    def next_order(self) -> Order:
        """List the shared quotes in the next order; the one compared stays chosen."""
        chosen = self.shared
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.coverage = self.coverage.sorted_by(self.order)
        self.quote = self.coverage.everything.index(chosen)
        return self.order

    def go_to_quote(self, quote: int) -> bool:
        """Compare the quote at a position, or the nearest there is; False if it was that."""
        quote = max(0, min(len(self.quotes) - 1, quote))
        self.on_alone = False
        if quote == self.quote:
            return False
        self.quote, self.rung, self.base = quote, 0, None
        self.top, self.settled = 0, False
        self.paired = self.paired and len(self.rungs) > 1
        return True

    def step_rung(self, count: int) -> bool:
        """Read the next rung; False at either end. In a pair the base is passed over."""
        rung = self.opposite.number if self.paired else self.rung
        while 0 <= rung + count < len(self.rungs):
            rung += count
            if not (self.paired and rung == self.base_rung.number):
                return self.go_to_rung(rung)
        return False

    def go_to_rung(self, rung: int) -> bool:
        """Read the rung at a position, or the nearest there is; False if it was that."""
        rung = max(0, min(len(self.rungs) - 1, rung))
        changed = rung != self.rung
        self.rung, self.settled = rung, False
        if self.paired:
            self.top = 0
        return changed

    def go_to_article(self, article: int) -> bool:
        """Read the next version of an article; False if it has none."""
        numbers = [rung.number for rung in self.rungs if rung.article == article]
        if not numbers:
            return False
        after = [number for number in numbers if number > self.rung]
        self.go_to_rung(after[0] if after and self.current.article == article else numbers[0])
        return True

    def choose_base(self) -> bool:
        """Compare with the rung that is read, or with the fullest again; False if it cannot be."""
        rung = self.opposite if self.paired else self.current
        if rung.version.form is VersionForm.INDIRECT or not rung.version.words:
            return False
        before = self.base or 0
        self.base = None if rung.number == before else rung.number
        if self.paired and self.base is not None:
            self.rung = before
        self.settled = False
        return True

    def next_differences(self) -> Differences:
        """Show differences in the next style."""
        styles = list(Differences)
        self.differences = styles[(styles.index(self.differences) + 1) % len(styles)]
        self.settled = False
        return self.differences

    def pair(self) -> None:
        """Put base and rung side by side alone, or show the ladder again."""
        self.paired = not self.paired
        self.top, self.settled = 0, False

    def scroll(self, lines: int) -> None:
        """Scroll the ladder; what is shown keeps within its lines."""
        self.top, self.settled = max(0, self.top + lines), True
