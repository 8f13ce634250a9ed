"""`reader serve`: requests of an attacker, and all ways of ending it."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import signal
import socket
import time
from pathlib import Path

import aiohttp
import pytest
from served_program import Served, list_children, run_server

from reader.cli.command_parsers import parse_arguments
from reader.serving.app_session import bound_size
from reader.serving.connection_limit import MOST_CONNECTIONS

pytestmark = pytest.mark.slow


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    response = connection.getresponse()
    response.read()
    return response


def cookie_of(served: Served) -> str:
    response = ask(served, served.address.removeprefix(served.origin))
    assert response.status == 303
    assert response.getheader("Location") == "/"
    whole = response.getheader("Set-Cookie", "")
    for part in ("HttpOnly", "SameSite=Strict", "Path=/"):
        assert part in whole
    return whole.partition(";")[0]


def test_only_who_has_the_address_is_let_in(served: Served, tmp_path: Path) -> None:
    cookie = cookie_of(served)
    for path in ("/", "/ws", "/static/textual.js", "/open/", "/open/x", "/download/x", "/static/"):
        assert ask(served, path).status in (403, 404), path
    page = ask(served, "/", Cookie=cookie)
    assert page.status == 200
    policy = page.getheader("Content-Security-Policy", "")
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert page.getheader("Referrer-Policy") == "no-referrer"
    for headers in (
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
    ):
        assert ask(served, "/", Cookie=cookie, **headers).status == 403
    token = served.address.removeprefix(served.origin)
    assert ask(served, token, Host="evil.example:80").status == 403
    assert ask(served, "/", "POST", Cookie=cookie).status == 405
    for path in ("/static/../server.py", "/static/%2e%2e%2fserver.py", "/static/page.html"):
        assert ask(served, path, Cookie=cookie).status == 404, path
    assert (tmp_path / "errors.txt").read_text().count("open this address") == 1
    assert token.rpartition("/")[2] not in (tmp_path / "errors.txt").read_text()


@pytest.mark.parametrize(
    "request_text",
    [
        "GET / HTTP/1.1\r\n\r\n",
        "GET /\x1b[31m HTTP/1.1\r\nHost: x\r\n\r\n",
        f"GET /{'a' * 200_000} HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "GET http://[x/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "\x16\x03\x01\r\n\r\n",
    ],
    ids=["no host", "escape", "long", "negative length", "bad address", "encrypted"],
)
def test_what_is_no_request_is_refused_and_not_printed(
    served: Served, tmp_path: Path, request_text: str
) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as connection:
        connection.sendall(request_text.encode("latin-1"))
        assert connection.recv(65536).partition(b"\r\n")[0].split()[1] == b"400"
    assert ask(served, "/").status == 403
    assert len((tmp_path / "errors.txt").read_text().splitlines()) == 1


@pytest.mark.parametrize("most_files", [40, 1024])
async def test_connections_without_a_request_give_way_and_print_nothing(
    tmp_path: Path, most_files: int
) -> None:
    with run_server(tmp_path, most_files) as served, contextlib.ExitStack() as idle:

        def connect() -> None:
            for _ in range(MOST_CONNECTIONS + 50):
                stranger = socket.create_connection(("127.0.0.1", served.port), timeout=30)
                idle.enter_context(stranger).sendall(b"GET / HTTP/1.1\r\nHost: ")

        cookie = await asyncio.to_thread(cookie_of, served)
        async with aiohttp.ClientSession() as session:
            page = await open_socket(session, served, cookie, served.origin)
            await read_until(page, "12 people")
            await asyncio.to_thread(connect)
            await page.send_json(["stdin", "?"])
            await read_until(page, "Keys")
            if most_files < MOST_CONNECTIONS:
                idle.close()
            assert (await asyncio.to_thread(ask, served, "/", Cookie=cookie)).status == 200
            await page.close()
        assert len((tmp_path / "errors.txt").read_text().splitlines()) == 1


async def open_socket(
    session: aiohttp.ClientSession, served: Served, cookie: str, origin: str | None
) -> aiohttp.ClientWebSocketResponse:
    headers = {"Cookie": cookie} | ({"Origin": origin} if origin else {})
    address = f"ws://127.0.0.1:{served.port}/ws?width=80&height=24"
    return await session.ws_connect(address, headers=headers)


async def read_until(socket: aiohttp.ClientWebSocketResponse, words: str) -> str:
    shown = ""
    while words not in shown:
        message = await socket.receive(timeout=60)
        if message.type is aiohttp.WSMsgType.BINARY:
            shown += message.data.decode("utf-8", "replace")
        else:
            assert message.type is aiohttp.WSMsgType.TEXT, message
    return shown


async def test_a_socket_of_another_site_starts_nothing(served: Served) -> None:
    cookie = await asyncio.to_thread(cookie_of, served)
    async with aiohttp.ClientSession() as session:
        for key, origin in (
            (cookie, "http://evil.example"),
            (cookie, "null"),
            (cookie, None),
            ("reader=x", served.origin),
            (f"{cookie}x", served.origin),
        ):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await open_socket(session, served, key, origin)
            assert refused.value.status == 403
        assert list_children(served.process.pid) == []


async def test_a_page_has_an_app_that_ends_with_it(served: Served) -> None:
    cookie = await asyncio.to_thread(cookie_of, served)
    async with aiohttp.ClientSession() as session:
        socket = await open_socket(session, served, cookie, served.origin)
        await read_until(socket, "12 people")
        for nonsense in ("", "[", "{}", "[1]", '["stdin", 3]', '["resize", {"width": "9e9"}]'):
            await socket.send_str(nonsense)
        await socket.send_json(["resize", {"width": 10**12, "height": -5}])
        await socket.send_json(["resize", {"width": 100, "height": 30}])
        await socket.send_json(["stdin", "?"])
        await read_until(socket, "Keys")
        assert list_children(served.process.pid)
        await socket.close()
        await until(lambda: not list_children(served.process.pid))
        again = await open_socket(session, served, cookie, served.origin)
        await read_until(again, "12 people")
        await again.send_json(["stdin", "q"])
        while (await again.receive(timeout=60)).type is not aiohttp.WSMsgType.CLOSE:
            pass
        await until(lambda: not list_children(served.process.pid))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
async def test_no_process_outlives_the_server(served: Served, number: signal.Signals) -> None:
    cookie = await asyncio.to_thread(cookie_of, served)
    async with aiohttp.ClientSession() as session:
        socket = await open_socket(session, served, cookie, served.origin)
        await read_until(socket, "12 people")
        children = list_children(served.process.pid)
        assert children
        served.process.send_signal(number)
        code = await asyncio.to_thread(served.process.wait, 60)
        assert code == (-signal.SIGKILL if number is signal.SIGKILL else 0)
        await until(lambda: not any(map(is_alive, children)))


async def until(holds) -> None:
    """Wait until a condition is true; fail after a minute."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.1)


def is_alive(process: int) -> bool:
    with contextlib.suppress(OSError):
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        return state != "Z"
    return False


@pytest.mark.parametrize(
    ("columns", "rows", "size"),
    [
        ("100", "30", (100, 30)),
        (10**12, -5, (1000, 24)),
        ("99999999999999", "0", (1000, 1)),
        (None, "x", (80, 24)),
        (True, 2.5, (80, 24)),
        ("٣", [], (80, 24)),
    ],
)
def test_the_size_of_a_page_is_bounded(
    columns: object, rows: object, size: tuple[int, int]
) -> None:
    assert bound_size(columns, rows) == size


@pytest.mark.parametrize(
    "arguments",
    [["-"], ["--port", "x"], ["--port", "99999"], ["--port", "-1"], ["--feed", "a.xml"]],
)
def test_what_cannot_be_served_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        parse_arguments(["serve", *arguments])
    assert refused.value.code == 2
