"""The app in a real browser: keys, the screen, no request beyond this machine, hostile pages."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from served_program import Served

pytestmark = pytest.mark.slow

SECONDS = 60_000
"""In milliseconds, as Playwright counts."""
# What the terminal draws is on a canvas; what it was sent is read from its web socket.
_KEEP_FRAMES = """
const Socket = window.WebSocket;
window.shown = "";
window.WebSocket = class extends Socket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", async (event) => {
      if (typeof event.data === "string") return;
      const data = event.data instanceof Blob ? await event.data.arrayBuffer() : event.data;
      window.shown += new TextDecoder().decode(data);
    });
  }
};
"""


def watch(context: BrowserContext) -> list[str]:
    """The addresses that pages of a context ask for, web sockets too."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: asked.append(socket.url)))
    return asked


def wait_for(page: Page, words: str) -> None:
    page.wait_for_function("words => window.shown.includes(words)", arg=words, timeout=SECONDS)


def test_keys_are_typed_the_screen_is_read_and_nothing_leaves_the_machine(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 700})
    context.add_init_script(_KEEP_FRAMES)
    asked, complaints = watch(context), []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(served.address)
    assert page.url == f"{served.origin}/"
    wait_for(page, "12 people")
    assert page.locator("#waiting").is_hidden()
    page.keyboard.type(":about")
    page.keyboard.press("Enter")
    wait_for(page, "About this article")
    page.keyboard.press("Control+q")
    page.locator("#ended").wait_for(state="visible", timeout=SECONDS)
    assert {urlsplit(url).netloc for url in asked} <= {f"127.0.0.1:{served.port}", ""}
    assert any(url.startswith("ws://") for url in asked)
    token = served.address.rpartition("/")[2]
    assert sum(token in url for url in asked) == 1
    assert page.evaluate("document.cookie") == ""
    assert not [words for words in complaints if "Content Security Policy" in words]
    context.close()


def test_a_page_of_another_site_and_one_without_the_key_are_refused(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context()
    page = context.new_page()
    assert page.goto(f"{served.origin}/").status == 403  # type: ignore[union-attr]
    assert page.goto(f"{served.origin}/open/guessed").status == 403  # type: ignore[union-attr]
    page.goto(served.address)
    # The browser has the key now; a page of another site in it tries to use that.
    context.route("http://evil.example/**", lambda route: route.fulfill(body="<p>evil</p>"))
    evil = context.new_page()
    evil.goto("http://evil.example/")
    opened = evil.evaluate(
        """address => new Promise(resolve => {
          const socket = new WebSocket(address);
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        })""",
        f"ws://127.0.0.1:{served.port}/ws?width=80&height=24",
    )
    assert opened is False
    read = evil.evaluate(
        """address => fetch(address, {credentials: "include"}).then(
          answer => answer.text(), () => null)""",
        f"{served.origin}/",
    )
    assert read is None
    framed = evil.evaluate(
        """address => new Promise(resolve => {
          const frame = document.createElement("iframe");
          frame.onload = () => resolve(frame.contentDocument === null);
          frame.src = address;
          document.body.append(frame);
        })""",
        f"{served.origin}/",
    )
    assert framed
    assert not any("12 people" in frame.content() for frame in evil.frames)
    context.close()
