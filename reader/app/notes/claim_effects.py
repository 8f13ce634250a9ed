"""Corrects links, moments, quotes and differences as the user claims, in a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from reader.app.notes.notebook_session import NotebookSession
from reader.app.reading.reading_host import ReadingHost
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.notebook.claims import Claims


class ShowLinks(Protocol):
    """Shows the links of a comparison."""

    def __call__(self, coverage: Coverage, *, is_carried: bool = False) -> None:
        """Show them; `is_carried` if they come from other articles, until these are compared."""


class ClaimEffects:
    """Updates the display to follow the user's claims.

    Args:
        host: the screen.
        session: the notebook.
        show_links: shows the links of a comparison that follows the claims.
        on_corrected: called after that, with whether the quotes changed.
    """

    def __init__(
        self,
        host: ReadingHost,
        session: NotebookSession,
        show_links: ShowLinks,
        on_corrected: Callable[[bool], None],
    ) -> None:
        self._on_corrected = on_corrected
        self._host = host
        self._state = host.state
        self._session = session
        self._show_links = show_links
        self._claims: Claims | None = None
        """The claims that are shown or being computed; None: none."""
        self._shown: Claims | None = None
        """The claims in effect in the display."""

    def show(self, coverage: Coverage) -> None:
        """Show a comparison as it was found, or corrected by the user's claims."""
        self._claims = self._find_claims()
        if self._claims or coverage.is_corrected:
            self._start(coverage, is_carried=False)
        else:
            self._host.cancel_work("corrections")
            self._shown = None
            self._show_links(coverage)

    def follow(self) -> None:
        """Correct the display if the user's claims changed."""
        links = self._state.visible_links
        if links is None or links.coverage.articles != self._state.articles:
            return
        claims = self._find_claims()
        if claims != self._claims:
            self._claims = claims
            self._start(links.coverage, is_carried=links.is_carried)

    def give_up(self) -> None:
        """Report that the links could not be corrected because of a fault."""
        self._host.say("What you rejected and added is noted, but could not be put into effect.")

    def _find_claims(self) -> Claims | None:
        """Return the claims; None where the notebook has none about these articles."""
        if not self._session.placed:
            return None
        from reader.notebook.claims import find_claims

        return find_claims(self._session.placed) or None

    def _start(self, coverage: Coverage, *, is_carried: bool) -> None:
        """Start correcting a comparison by the claims; an earlier correction is cancelled."""
        from reader.notebook.claims import Claims

        followed = self._claims or Claims()

        def correct(_is_cancelled: Callable[[], bool]) -> Coverage:
            return followed.apply(coverage)

        def show(corrected: Coverage) -> None:
            before, self._shown = self._shown or Claims(), followed
            self._show_links(corrected, is_carried=is_carried)
            self._on_corrected(followed.of_quotes != before.of_quotes)

        self._host.start_work("corrections", correct, show)
