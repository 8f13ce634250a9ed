"""Getting articles in on the command line: every form of name, and every fault of one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(os.name == "nt", reason="a system as POSIX has it")

ONE = """The harbour bridge at Ventspils reopened on Monday after nine years of repairs.

Mayor Ilze Kalnina cut a blue ribbon before four hundred cyclists rode across.
"""
TWO = """Cyclists were the first to use the reopened harbour bridge at Ventspils on Monday.

Repairs cost 84 million euros, far above the plan the council made in 2016.
"""
PAGE = """<!doctype html><html><head><title>{title} - The Star</title></head><body>
<article><h1>{title}</h1><p>By Ann Lee</p><p>The harbour bridge at Ventspils reopened on Monday
after nine years of repairs that cost more than anybody had thought.</p><p>Mayor Ilze Kalnina
cut a blue ribbon before four hundred cyclists rode across.</p></article></body></html>"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


class Site:
    """A site on this machine that notes the paths requested."""

    def __init__(self) -> None:
        self.requested: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requested.append(self.path)
                if self.path == "/gone":
                    self.send_error(404)
                    return
                if self.path == "/feed":
                    kind, body = "application/rss+xml", feed(site.address)
                else:
                    kind, body = "text/html", PAGE.format(title=f"Bridge{self.path}").encode()
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


def feed(site: str) -> bytes:
    entries = "".join(
        f"<item><title>{title}</title><link>{site}/{number}</link></item>"
        for number, title in enumerate(
            ["Harbour bridge at Ventspils reopens after nine years", "Rain", "Snow"], 1
        )
    )
    return f'<rss version="2.0"><channel><title>Star</title>{entries}</channel></rss>'.encode()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()


def sources(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [json.loads(line)["source"] for line in done.stdout.splitlines()]


def test_opening_text_loads_nothing_that_only_other_sources_need(folder: Path) -> None:
    code = (
        "import sys\nfrom reader import open_articles\n"
        "open_articles(sys.argv[1:])\n"
        "names = {'lxml', 'urllib3', 'trafilatura', 'feedparser', 'ssl', 'socket', 'json', "
        "'tomllib', 'tomli', 'glob', 'reader.sources.formats.pages', "
        "'reader.processes.page_parser', "
        "'reader.sources.sidecar', 'reader.sources.formats.article_records', "
        "'reader.sources.web.fetching'}\n"
        "assert not names & sys.modules.keys(), names & sys.modules.keys()"
    )
    command = [sys.executable, "-c", code, str(folder / "one.txt"), str(folder)]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode == 0, done.stderr


def test_names_and_options_come_in_any_order(run: Run, folder: Path) -> None:
    done = run("articles", "two.txt", "--json", "one.txt")
    assert sources(done) == ["two.txt", "one.txt"]
    (folder / "list").write_text("# a remark\none.txt\n", encoding="utf-8")
    (folder / "three.txt").write_text(TWO, encoding="utf-8")
    for form in (["--from", "list"], ["--from=list"]):
        done = run("articles", "two.txt", *form, "--json", "three.txt")
        assert sources(done) == ["two.txt", "one.txt", "three.txt"]


def test_what_follows_two_dashes_is_a_name(run: Run, folder: Path) -> None:
    (folder / "--json").write_text(ONE, encoding="utf-8")
    assert sources(run("articles", "--json", "--", "--json", "one.txt")) == ["--json", "one.txt"]
    done = run("articles", "--json", "--", "-missing")
    assert done.returncode == 2
    assert done.stderr.startswith("reader: -missing: no such file")


def test_patterns_and_folders_all_the_way_down(run: Run, folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "three.txt").write_text(TWO, encoding="utf-8")
    assert sources(run("articles", "--json", "*.txt")) == ["one.txt", "two.txt"]
    assert sources(run("articles", "--json", ".")) == ["one.txt", "two.txt"]
    done = run("articles", "--json", ".", "--recursive")
    assert sources(done) == ["one.txt", "two.txt", str(Path("below", "three.txt"))]


def test_several_articles_come_from_the_standard_input(run: Run) -> None:
    done = run("-", input=f"{ONE}\n===\n{TWO}")
    assert done.returncode == 0
    assert done.stdout.startswith("2 articles compared")
    done = run("articles", "--json", "one.txt", "--from", "-", input="two.txt\nmissing.txt\n")
    assert sources(done) == ["one.txt", "two.txt"]
    assert "missing.txt: no such file" in done.stderr


def test_a_draft_may_come_from_the_standard_input(run: Run) -> None:
    draft = "“We will never ask anybody for that money again,” said Ann Lee."
    done = run("check", "-", "--against", "one.txt", input=draft)
    assert done.returncode == 1
    assert "not found" in done.stdout
    done = run("check", "-", "--against", "one.txt", input=f"{draft}\n===\n{draft}")
    assert done.returncode == 1
    assert done.stdout.startswith("2 quotations: 2 need a look: not found (2)\n")


def test_what_articles_say_of_themselves_is_lines_or_whole_articles(run: Run, folder: Path) -> None:
    (folder / "page.html").write_text(PAGE.format(title="Bridge opens"), encoding="utf-8")
    done = run("articles", "page.html", "--text")
    assert done.returncode == 0
    assert "title: Bridge opens" in done.stdout
    assert "byline: Ann Lee" in done.stdout
    assert "outlet: The Star" in done.stdout
    assert "\nparagraphs: 2 body, 0 heading, 2 furniture\n" in done.stdout
    assert "\n1\tfurniture\tBridge opens\n" in done.stdout
    written = run("articles", "page.html", "one.txt", "--json")
    assert written.stdout.isascii()
    (folder / "stored.jsonl").write_text(written.stdout, encoding="ascii")
    assert run("articles", "stored.jsonl", "--json").stdout == written.stdout


def test_a_sidecar_is_applied_and_its_mistakes_are_one_line_each(run: Run, folder: Path) -> None:
    (folder / "reader.toml").write_text(
        'order = ["two.txt"]\ncolour = "red"\n[articles."one.txt"]\noutlet = "Daily Star"\n'
    )
    done = run("articles", ".")
    assert done.returncode == 0
    assert done.stdout.index("source: two.txt") < done.stdout.index("source: one.txt")
    assert "outlet: Daily Star" in done.stdout
    assert done.stderr == (
        'reader: reader.toml: colour: no such key; there are "order" and "articles"\n'
    )


def test_an_address_is_fetched_once_and_then_cached_until_refreshed(run: Run, site: Site) -> None:
    names = (f"{site.address}/a#part", f"{site.address}/b")
    done = run("articles", "--json", *names, f"{site.address}/gone", "one.txt")
    assert sources(done) == [f"{site.address}/a", f"{site.address}/b", "one.txt"]
    assert "404" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(site.requested) == ["/a", "/b", "/gone"]
    again = run("articles", *names)
    assert "--refresh fetches it anew" in again.stdout
    assert len(site.requested) == 3
    run("articles", *names, "--refresh")
    assert len(site.requested) == 5
    cleared = run("--clear-cache")
    assert (cleared.returncode, cleared.stdout) == (0, "")
    assert cleared.stderr == "reader: 2 cached pages removed\n"
    assert "cached copy" not in run("articles", *names).stdout


def test_a_feed_is_listed_and_entries_are_chosen(run: Run, folder: Path, site: Site) -> None:
    name = f"{site.address}/feed"
    done = run("--feed", name)
    assert done.returncode == 0
    assert "  2. Rain" in done.stdout
    assert "--pick" in done.stderr
    assert site.requested == ["/feed"]
    done = run("articles", "--json", "one.txt", "--feed", name, "--pick", "3,1", "two.txt")
    assert sources(done) == ["one.txt", f"{site.address}/3", f"{site.address}/1", "two.txt"]
    done = run("articles", "--json", "--feed", name, "--like", "one.txt")
    assert sources(done) == ["one.txt", f"{site.address}/1"]
    assert "both have" in done.stderr


def test_a_feed_that_cannot_be_opened_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "feed.xml").write_text("no feed")
    done = run("one.txt", "--feed", "feed.xml", "--pick", "1", "two.txt")
    assert done.returncode == 1
    assert done.stdout.startswith("2 articles compared")
    assert [line.startswith("reader: feed.xml:") for line in done.stderr.splitlines()] == [True]


def test_a_feed_of_which_nothing_is_chosen_stops_no_other_article(run: Run, folder: Path) -> None:
    (folder / "feed.xml").write_bytes(feed("https://example.org"))
    done = run("articles", "--json", "one.txt", "--feed", "feed.xml")
    assert sources(done) == ["one.txt"]
    assert done.stderr.startswith("reader: feed.xml: choose entries with --pick")


def test_a_feed_that_was_not_typed_leads_to_no_private_address(
    run: Run, folder: Path, site: Site
) -> None:
    (folder / "feed.xml").write_bytes(feed(site.address))
    done = run("articles", "--feed", "feed.xml", "--pick", "1")
    assert done.returncode == 2
    assert "private address" in done.stderr
    assert site.requested == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["articles", "one.txt", "--pick", "1"], "name one with --feed"),
        (["articles", "--feed", "a", "--feed", "b", "--pick", "1"], "chooses from one feed only"),
        (["quotes", "--feed", "feed.xml"], "choose entries with --pick 1,3 or --like ARTICLE"),
        (["--feed", "feed.xml", "--pick", "9"], "the entries are numbered from 1 to 3"),
        (["--feed", "feed.xml", "--like", "-"], "not the standard input"),
        (["--feed", "missing.xml"], "missing.xml: no such file"),
        (["--feed", "one.txt"], "one.txt: no feed"),
        (["feed.xml"], "feed.xml: a feed, no article; name it after --feed"),
        (["--from", "missing"], "missing: no such file"),
        (["--from", "."], "."),
        (["--from"], "expected one argument"),
        (["check", "one.txt"], "name what it quotes from"),
        (["-"], "nothing came from the standard input"),
        (["https://"], "no host in the address"),
        (["ftp://example.org/a"], "only http and https addresses are fetched"),
        (["https://a:b@example.org/"], "a user name or password in the address"),
        (["https://example.org/\x1b[31m"], "control characters in the address"),
    ],
)
def test_wrong_input_is_refused_in_words(
    run: Run, folder: Path, arguments: list[str], said: str
) -> None:
    (folder / "feed.xml").write_bytes(feed("https://example.org"))
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
def test_what_is_no_file_is_refused_and_the_others_open(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    with open(os.fsencode(folder) + b"/caf\xe9\n\x1b[31m.txt", "w") as file:
        file.write(ONE)
    odd = os.fsdecode(b"caf\xe9\n\x1b[31m.txt")
    done = run("articles", "pipe.txt", "/dev/zero", "circle.txt", odd, "/proc/self/mem")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 4
    assert "\x1b" not in done.stdout + done.stderr
    assert "source: caf\ufffd ␛[31m.txt" in done.stdout


@POSIX
def test_a_working_folder_that_is_gone_is_reported(
    run_in_shell: Run, folder: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = run_in_shell(
        f"cd {gone} && rmdir {gone} && reader {folder}/one.txt {folder}/two.txt"
        " && reader articles x.txt . '*.txt' --recursive"
    )
    assert done.stdout.startswith("2 articles compared")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 4


@POSIX
def test_a_home_that_cannot_be_written_is_reported_once_and_all_opens(
    run: Run, environment: dict[str, str], site: Site
) -> None:
    home = {"HOME": "/proc", "XDG_CACHE_HOME": "/proc/no", "XDG_STATE_HOME": "/proc/no"}
    done = run("articles", f"{site.address}/a", f"{site.address}/b", env=environment | home)
    assert done.returncode == 0
    assert done.stdout.count("source: ") == 2
    assert len(done.stderr.splitlines()) == 1
    assert "could not be stored" in done.stderr


@POSIX
@pytest.mark.parametrize(
    ("closed", "code"), [("<&-", 0), (">&-", 74), ("2>&-", 0), ("<&- >&- 2>&-", 74)]
)
def test_articles_are_shown_without_some_of_the_standard_streams(
    run_in_shell: Run, closed: str, code: int
) -> None:
    done = run_in_shell(f"reader articles one.txt two.txt {closed}")
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@POSIX
def test_a_pipe_that_is_closed_in_the_middle_of_an_article_is_no_error(
    run_in_shell: Run, folder: Path
) -> None:
    (folder / "long.txt").write_text(ONE * 5000, encoding="utf-8")
    done = run_in_shell("reader articles --json long.txt | head -c 9; echo; echo ${PIPESTATUS[0]}")
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@pytest.mark.parametrize(
    "command",
    [
        ["--plain"],
        ["--linear"],
        ["links"],
        ["matrix", "--csv"],
        ["differences", "--json"],
        ["copy"],
        ["collate"],
        ["versions"],
        ["people"],
        ["quotes"],
        ["quotes", "--shared"],
        ["articles"],
        ["report"],
        ["report", "-o", "out.md"],
        ["save", "out.dossier"],
    ],
    ids=" ".join,
)
def test_a_source_that_cannot_be_read_is_reported_and_the_exit_code_is_1(
    run: Run, command: list[str]
) -> None:
    done = run(*command, "one.txt", "missing.txt", "two.txt")
    assert done.returncode == 1
    assert "missing.txt: no such file" in done.stderr
    assert run(*command, "one.txt", "two.txt", *(["--force"] * ("save" in command))).returncode == 0


def test_a_source_named_twice_is_no_failure(run: Run) -> None:
    done = run("articles", "one.txt", "one.txt")
    assert (done.returncode, "named more than once" in done.stderr) == (0, True)
