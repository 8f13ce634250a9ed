"""The site of a page: which links lead away from it. Runs in the child process only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Letters of the second part of a name under which sites are registered: `co.uk`, `com.au`.
_LONGEST_SUFFIX = 3
_LONGEST_ADDRESS = 2000


class PageSite:
    """The site that a page states to be on.

    Args:
        root: the page.
    """

    def __init__(self, root: HtmlElement) -> None:
        stated = (
            *(
                link.get("href")
                for link in root.iter("link")
                if (link.get("rel") or "").lower() == "canonical"
            ),
            *(
                meta.get("content")
                for meta in root.iter("meta")
                if meta.get("property") == "og:url"
            ),
        )
        self._addresses = {_plain_address(address) for address in stated if address}
        self._sites = {site for address in stated if (site := _find_site(address or ""))}

    def is_left_by(self, address: str) -> bool:
        """Return whether a link to an address leads to another site, False where unknown."""
        site = _find_site(address)
        return bool(self._sites) and site is not None and site not in self._sites

    def is_own_address(self, text: str) -> bool:
        """Return whether a text is the address of the page."""
        return _plain_address(text) in self._addresses


def _find_site(address: str) -> str | None:
    """Return the part of the host of an address that names its site, None without a host."""
    if not address[:8].lower().startswith(("http://", "https://", "//")):
        return None
    try:
        host = urlsplit(address[:_LONGEST_ADDRESS]).hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    count = 3 if len(parts) > 2 and len(parts[-2]) <= _LONGEST_SUFFIX else 2
    return ".".join(parts[-count:]) or None


def _plain_address(address: str) -> str:
    """Return an address without what differs between its forms."""
    address = address[:_LONGEST_ADDRESS].strip().partition("#")[0].partition("?")[0]
    return address.rpartition("://")[2].removeprefix("www.").rstrip("/").lower()
