"""The server: a page with a terminal in it, behind the checks of `reader.serving.access`.

What runs in the page, the terminal and the protocol of the app, is of textual-serve; its server is
not used, since that lets every page on the web in and has parts of its page from elsewhere.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jinja2
import textual_serve
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler, Middleware

from reader.serving.access import Access, RequestFacts, is_number, is_unspecified
from reader.serving.app_session import AppSession, bound_size
from reader.serving.connection_limit import ignore_connection_errors, limit_connections

MOST_SESSIONS = 8
"""Pages with an app at the same time; each is a process that compares."""
_LONGEST_MESSAGE = 8 * 1024 * 1024
"""Bytes of a message of a page; pasted text comes in one."""
_HEARTBEAT_SECONDS = 15.0
_END_SECONDS = 12.0
_OWN = Path(str(files("reader.serving")))
_LIBRARY = Path(textual_serve.__file__).parent / "static"
_STATIC = {
    "page.css": _OWN / "page.css",
    "page.js": _OWN / "page.js",
    "xterm.css": _LIBRARY / "css/xterm.css",
    "textual.js": _LIBRARY / "js/textual.js",
    "mono.ttf": _LIBRARY / "fonts/RobotoMono-VariableFont_wght.ttf",
    "mono-italic.ttf": _LIBRARY / "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "reader",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# The terminal sets styles from its script; nothing else may come from anywhere but this server.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src data:; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class AppServer:
    """Starts an app for every page that is opened, and ends it with the page.

    Args:
        access: who may use it; with another port than the server has, nobody may.
        command: starts an app.
    """

    def __init__(self, access: Access, command: Sequence[str]) -> None:
        self.access = access
        self._command = tuple(command)
        self._sockets: dict[web.WebSocketResponse, asyncio.BaseTransport | None] = {}
        template = (_OWN / "page.html").read_text(encoding="utf-8")
        self._page = jinja2.Environment(autoescape=True).from_string(template)

    def build(self) -> web.Application:
        """Return the application that answers requests."""
        app = web.Application(middlewares=[self._guard()])
        app.on_response_prepare.append(self._add_headers)
        app.on_shutdown.append(self._close_sockets)
        app.add_routes(
            [
                web.get("/open/{token}", self._enter),
                web.get("/", self._show_page),
                web.get("/ws", self._run_app),
                web.get("/static/{name}", self._send_file),
            ]
        )
        return app

    def is_page(self, transport: asyncio.BaseTransport) -> bool:
        """Return whether a connection is the web socket of a page."""
        return transport in self._sockets.values()

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            access = self.access
            facts = _read_facts(request, access.cookie)
            if request.path.startswith("/open/"):
                refusal = "" if access.knows_host(facts) else "This server has another name."
            else:
                refusal = access.find_refusal(facts, is_socket=request.path == "/ws")
            if refusal:
                return web.Response(status=403, text=f"{refusal}\n")
            return await handler(request)

        return guard

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        """Set the cookie for a request with the token, and redirect to the address without it."""
        access = self.access
        if not access.has_token(request.match_info["token"]):
            return web.Response(status=403, text="This is not the address of reader serve.\n")
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(
            access.cookie, access.secret, httponly=True, samesite="Strict", path="/"
        )
        return response

    async def _show_page(self, request: web.Request) -> web.StreamResponse:
        text = self._page.render(socket=f"ws://{request.host}/ws")
        return web.Response(text=text, content_type="text/html")

    async def _send_file(self, request: web.Request) -> web.StreamResponse:
        path = _STATIC.get(request.match_info["name"])
        return web.Response(status=404) if path is None else web.FileResponse(path)

    async def _run_app(self, request: web.Request) -> web.StreamResponse:
        if len(self._sockets) >= MOST_SESSIONS:
            return web.Response(status=503, text=f"{MOST_SESSIONS} pages are open; close one.\n")
        page = web.WebSocketResponse(heartbeat=_HEARTBEAT_SECONDS, max_msg_size=_LONGEST_MESSAGE)
        self._sockets[page] = request.transport
        session: AppSession | None = None
        try:
            await page.prepare(request)
            session = AppSession(self._command, page)
            await session.start(
                *bound_size(request.query.get("width"), request.query.get("height"))
            )
            async for message in page:
                if message.type is WSMsgType.TEXT:
                    await session.take_message(message.data)
        finally:
            del self._sockets[page]
            if session is not None:
                await asyncio.shield(session.end())
        return page

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(_HEADERS)
        host = request.host if self.access.knows_host(_read_facts(request, "")) else ""
        response.headers["Content-Security-Policy"] = _POLICY.format(host=host)

    async def _close_sockets(self, _app: web.Application) -> None:
        for page in tuple(self._sockets):
            await page.close()


def _read_facts(request: web.Request, cookie: str) -> RequestFacts:
    transport = request.transport
    local = transport.get_extra_info("sockname") if transport is not None else None
    return RequestFacts(
        host=request.headers.get("Host", ""),
        origin=request.headers.get("Origin", ""),
        site=request.headers.get("Sec-Fetch-Site", ""),
        secret=request.cookies.get(cookie, ""),
        local_address=str(local[0]) if isinstance(local, tuple) else "",
    )


def _make_silent_logger() -> logging.Logger:
    """Return a logger without output: its messages would contain data sent by strangers."""
    logger = logging.Logger("reader.serving", logging.CRITICAL + 1)
    logger.addHandler(logging.NullHandler())
    return logger


async def serve_app(
    host: str, port: int, command: Sequence[str], on_ready: Callable[[Access], None]
) -> None:
    """Serve an app until the process gets a signal to end.

    Args:
        host: the name or address to listen at.
        port: the port; 0: a free one.
        command: starts an app for a page.
        on_ready: called with the access of the server, once it listens.

    Raises:
        OSError: nothing can listen there.
    """
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, ended.set)
    server = AppServer(Access(host, port), command)
    # No log of requests: the first of each page has the token.
    runner = web.AppRunner(
        server.build(),
        access_log=None,
        logger=_make_silent_logger(),
        handle_signals=False,
        shutdown_timeout=_END_SECONDS,
    )
    await runner.setup()
    assert runner.server is not None
    loop.set_exception_handler(ignore_connection_errors)
    try:
        listener = await loop.create_server(
            limit_connections(runner.server, server.is_page), host, port, backlog=128
        )
        address, port = listener.sockets[0].getsockname()[:2]
        # A browser writes an address in its usual form, whichever was given; `*` is every address.
        if is_unspecified(address) or is_number(host):
            host = address
        server.access = replace(server.access, host=host, port=port)
        try:
            on_ready(server.access)
            await ended.wait()
        finally:
            listener.close()
    finally:
        await runner.cleanup()
