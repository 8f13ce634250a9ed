"""A web server on this machine that answers as badly as a test defines."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.sources.web.network import Endpoint, Network
from reader.sources.web.page_cache import PageCache

Handler = Callable[["Exchange"], None]

PUBLIC = "127.0.0.1"
PRIVATE = "127.0.0.2"
HOSTS = {
    "news.test": PUBLIC,
    "other.test": PUBLIC,
    "xn--bcher-kva.test": PUBLIC,
    "inside.test": PRIVATE,
}


class Exchange:
    """One connection of the server, after the head of a request was read."""

    def __init__(self, connection: socket.socket, ended: threading.Event) -> None:
        self._connection = connection
        self._ended = ended

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def pause(self, seconds: float = 0.01) -> None:
        """Wait a little; raises OSError once the server is to end."""
        if self._ended.wait(seconds):
            raise OSError("the server ends")

    def hang(self) -> None:
        self.pause(60)


class BadServer:
    """Answers each path with the bytes or the function it was given; anything else with 404."""

    def __init__(self, host: str = PUBLIC, tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, bytes | Handler] = {}
        self.requests: list[str] = []
        """The heads of all requests, in the order they came."""
        self.busiest = 0
        """How many requests were worked on at the same time."""
        self._tls = tls
        self._busy = 0
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._connections: list[socket.socket] = []
        self._socket = socket.create_server((host, 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.requests]

    def address(self, path: str = "/", host: str = "news.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        self._ended.set()
        self._socket.close()
        with self._lock:
            for connection in self._connections:
                connection.close()

    @staticmethod
    def response(
        body: bytes = b"", status: str = "200 OK", length: int | None = None, **headers: str
    ) -> bytes:
        """An answer with the headers given (`content_type=`); its length can be a lie."""
        given = {"content_type": "text/html", **headers}
        lines = [f"HTTP/1.1 {status}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in given.items()]
        lines += [f"Content-Length: {len(body) if length is None else length}"]
        return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body

    @staticmethod
    def compressed(body: bytes, **headers: str) -> bytes:
        return BadServer.response(gzip.compress(body), content_encoding="gzip", **headers)

    @staticmethod
    def redirect(location: str, status: str = "302 Found") -> bytes:
        return BadServer.response(b"elsewhere", status=status, location=location)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.append(connection)
        try:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(65536)
                if not part:
                    return
                head += part
            self._answer(head.decode("latin-1"), connection)
        except OSError:
            pass
        finally:
            connection.close()

    def _answer(self, head: str, connection: socket.socket) -> None:
        with self._lock:
            self.requests.append(head)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            answer = self.answers.get(
                head.split(" ")[1], self.response(b"", status="404 Not Found")
            )
            if callable(answer):
                answer(Exchange(connection, self._ended))
            else:
                connection.sendall(answer)
        finally:
            with self._lock:
                self._busy -= 1


@pytest.fixture
def server() -> Iterator[BadServer]:
    """On an address that `network` takes for a public one."""
    server = BadServer()
    yield server
    server.close()


@pytest.fixture
def inside() -> Iterator[BadServer]:
    """On an address that `network` takes for a private one."""
    try:
        server = BadServer(PRIVATE)
    except OSError:
        pytest.skip(f"{PRIVATE} cannot be listened on here")
    yield server
    server.close()


def resolve_host(host: str, port: int) -> list[Endpoint]:
    return [(socket.AF_INET, (HOSTS.get(host, host), port))]


@pytest.fixture
def network() -> Network:
    """The hosts above without a resolver; one loopback address counts as public."""
    return Network(resolve_host=resolve_host, is_public=lambda address: address == PUBLIC)


@pytest.fixture
def cache(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path / "cache")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and self-signed certificate of news.test."""
    folder = tmp_path_factory.mktemp("tls")
    command = [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=news.test",
        "-addext", "subjectAltName=DNS:news.test", "-keyout", str(folder / "key.pem"),
        "-out", str(folder / "certificate.pem"),
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no openssl to make a certificate with")
    return folder / "certificate.pem"


@pytest.fixture
def secure_server(certificate: Path) -> Iterator[BadServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    server = BadServer(tls=context)
    yield server
    server.close()


@pytest.fixture
def trusting(network: Network, certificate: Path) -> Network:
    """The same network, where the certificate of `secure_server` is vouched for."""

    def create_tls_context() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(certificate))

    return replace(network, create_tls_context=create_tls_context)
