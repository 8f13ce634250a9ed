"""`reader quotes` and `reader check` as a person, a pipe or a script meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(os.name == "nt", reason="a terminal as POSIX has it")

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE_003 = "003_d6cbc6820d1273b7.txt"
SECONDS_TO_END = 120

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SOURCE = """A talk in Leith

“We will rebuild the old harbour before the winter,” Ann Lee said on Monday in Leith.

“Nobody has asked the fishermen of this town,” said Bob Ray, who owns two boats.
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    return folder


def check(run: Run, folder: Path, draft: str, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "draft.txt").write_text(f"A draft of a report\n\n{draft}\n", encoding="utf-8")
    return run("check", "draft.txt", "--against", "source.txt", *options)


def test_quotes_of_one_article_need_no_second(run: Run) -> None:
    done = run("quotes", "source.txt")
    assert done.returncode == 0
    assert done.stderr == ""
    assert [line.split("\t") for line in done.stdout.splitlines()] == [
        [
            "source.txt ¶2",
            "direct",
            "not shared",
            "Ann Lee",
            "said",
            "“We will rebuild the old harbour before the winter,”",
        ],
        [
            "source.txt ¶3",
            "direct",
            "not shared",
            "Bob Ray",
            "said",
            "“Nobody has asked the fishermen of this town,”",
        ],
    ]


def test_quotes_as_json_are_exact_spans(run: Run) -> None:
    done = run("quotes", "--json", "source.txt", str(SEEDS / ARTICLE_003))
    assert done.returncode == 0
    assert done.stdout.isascii()
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert {item["article"] for item in items} == {"source.txt", str(SEEDS / ARTICLE_003)}
    texts = SOURCE.strip().split("\n\n")
    for item in (item for item in items if item["article"] == "source.txt"):
        assert texts[item["paragraph"] - 1][item["start"] : item["end"]] == item["text"]
        assert item["shared"] is None


@pytest.mark.parametrize(
    "command",
    [
        ("links",),
        ("links", "--json"),
        ("quotes",),
        ("quotes", "--shared"),
        ("quotes", "--shared", "--json"),
        ("differences", "--json"),
        ("versions", "--json"),
    ],
)
def test_a_list_of_nothing_is_one_line_on_the_standard_error(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    baker = "A baker opened a shop in Cesis on Monday with forty kinds of rye bread.\n"
    storm = "Trees fell on three roads near Liepaja in the night, and nobody was hurt.\n"
    (folder / "baker.txt").write_text(f"Rye bread\n\n{baker}", encoding="utf-8")
    (folder / "storm.txt").write_text(f"Fallen trees\n\n{storm}", encoding="utf-8")
    done = run(*command, "baker.txt", "storm.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.lower().startswith("reader: no ")
    assert done.stderr.count("\n") == 1


def test_the_seven_shared_quotes_of_the_seeds_are_listed(run: Run) -> None:
    done = run("quotes", "--shared", "--json")
    assert done.returncode == 0
    quotes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [quote["shared"] for quote in quotes] == [1, 2, 3, 4, 5, 6, 7]
    assert {" ".join(quote["versions"][0]["text"].split()[:2]) for quote in quotes} == {
        "I think",
        "Whether we",
        "One of",
        "President Xi",
        "We have",
        "Face to",
        "no limits",
    }
    plain = run("quotes", "--shared")
    assert plain.stdout.count("fullest here") == 7
    assert not any(ord(c) < 32 and c != "\n" for c in plain.stdout)


def test_one_article_shares_nothing(run: Run) -> None:
    done = run("quotes", "--shared", "source.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "only one article" in done.stderr


@pytest.mark.parametrize(
    ("draft", "verdict", "code"),
    [
        ('"We will rebuild the old harbour before the winter," Lee said.', "exact", 0),
        ("“We will rebuild the old harbour,” Ann Lee said.", "trimmed", 1),
        ("“We will rebuild … before the winter,” Ann Lee said.", "trimmed", 1),
        (
            "“We will rebuild the harbour before the winter,” Ann Lee said.",
            "cut inside without ellipsis",
            1,
        ),
        ("“We will repair the old harbour before the winter,” Ann Lee said.", "changed", 1),
        ("“We will never rebuild the old harbour before the winter,” Lee said.", "changed", 1),
        ("“Nobody has asked the fishermen of this town,” Ann Lee said.", "other speaker", 1),
        ("“The sea belongs to those who sail it,” Bob Ray said.", "not found", 1),
    ],
)
def test_the_exit_code_says_whether_a_quotation_needs_a_look(
    run: Run, folder: Path, draft: str, verdict: str, code: int
) -> None:
    done = check(run, folder, draft)
    summary, line = done.stdout.splitlines()
    assert summary.startswith(
        "1 quotation: 1 needs a look: " if code else "1 quotation: 1 verified"
    )
    assert line.split("\t")[0] == verdict
    assert done.returncode == code
    item = json.loads(check(run, folder, draft, "--json").stdout)
    assert item["verdict"] == verdict
    assert item["needs_a_look"] is bool(code)


def test_a_draft_without_quotations_is_not_verified(run: Run, folder: Path) -> None:
    done = check(run, folder, "Ann Lee spoke on Monday of the harbour and the winter.")
    assert (done.returncode, done.stdout) == (3, "no quotation\n")
    assert "no quotation" in done.stderr


def test_bad_input_to_check_is_exit_code_2(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text("“We will rebuild it,” Ann Lee said.", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    wrong = [
        ["check"],
        ["check", "draft.txt"],
        ["check", "draft.txt", "--against"],
        ["check", "missing.txt", "--against", "source.txt"],
        ["check", ".", "--against", "source.txt"],
        ["check", "empty.txt", "--against", "source.txt"],
        ["check", "draft.txt", "--against", "missing.txt"],
        ["check", "draft.txt", "--against", "draft.txt"],
        ["quotes", "missing.txt"],
        ["quotes", "--wrong"],
    ]
    for arguments in wrong:
        done = run(*arguments)
        assert done.returncode == 2, arguments
        assert done.stdout == "", arguments
        assert "reader: " in done.stderr
        assert "Traceback" not in done.stderr


def test_a_source_that_does_not_open_leaves_the_check_incomplete(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(SOURCE, encoding="utf-8")
    done = run("check", "draft.txt", "--against", "source.txt", "missing.txt")
    assert done.returncode == 2
    summary, *lines = done.stdout.splitlines()
    assert summary == "2 quotations: 2 verified; 1 source not read"
    assert [line.split("\t")[0] for line in lines] == ["exact", "exact"]
    assert "missing.txt" in done.stderr


def test_the_draft_is_not_its_own_source(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(
        "A draft\n\n“The sea belongs to those who sail it,” Bob Ray said.", encoding="utf-8"
    )
    done = run("check", "draft.txt", "--against", ".")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1].startswith("not found\t")
    assert "left out" in done.stderr


def test_names_and_words_cannot_steer_the_terminal(run: Run, folder: Path) -> None:
    name = "draft\x1b[31m.txt" if os.name != "nt" else "draft.txt"
    (folder / name).write_text(
        "A draft\n\n“We will \x1b]0;rebuild\x07 the old \u202eharbour,” Ann Lee said.",
        encoding="utf-8",
    )
    outputs = [
        run(command, name, *more, option)
        for command, more in (("quotes", ()), ("check", ("--against", "source.txt")))
        for option in ("--json", "--shared" if command == "quotes" else "--json")
    ]
    outputs += [run("quotes", name), run("check", name, "--against", "source.txt")]
    outputs += [run("check", "no\x1b[31m", "--against", "source.txt")]
    assert len(outputs) == 7
    for done in outputs:
        assert done.returncode in (0, 1, 2)
        for written in (done.stdout, done.stderr):
            assert not any(ord(c) < 32 and c not in "\n\t" for c in written)
            assert "\u202e" not in written


@POSIX
@pytest.mark.parametrize(
    "arguments", [["quotes"], ["quotes", "--shared"], ["check", "source.txt", "--against"]]
)
def test_a_terminal_gets_tables(
    folder: Path, environment: dict[str, str], arguments: list[str]
) -> None:
    other = folder / "other.txt"
    other.write_text(SOURCE.replace("old harbour", "harbour"), encoding="utf-8")
    names = ["source.txt"] if arguments[-1] != "--against" else []
    written, code = on_a_terminal([*arguments, *names, "other.txt"], folder, environment)
    assert "harbour" in written
    assert "\x1b[" in written
    assert "\t" not in written
    assert code == (1 if arguments[0] == "check" else 0)


def on_a_terminal(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> tuple[str, int]:
    """What is written to a terminal of 100 columns, and the exit code."""
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *arguments],
        cwd=folder,
        env=environment | {"TERM": "xterm-256color", "COLUMNS": "100"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    written = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(master)
    return written.decode("utf-8"), process.wait(SECONDS_TO_END)


@POSIX
def test_a_pipe_that_is_closed_early_does_not_change_the_exit_code(run_in_shell: Run) -> None:
    line = f"reader check source.txt --against {SEEDS} | true; echo ${{PIPESTATUS[0]}}"
    done = run_in_shell(line)
    assert done.stdout == "1\n"
    assert done.stderr == ""


@POSIX
def test_lines_that_are_not_answered_are_not_verified(run_in_shell: Run, folder: Path) -> None:
    line = json.dumps({"quote": "We lost twelve boats in the storm."})
    (folder / "boats.txt").write_text("“We lost twelve boats in the storm.”\n", encoding="utf-8")
    (folder / "lines.jsonl").write_text(f"{line}\n" * 2000, encoding="utf-8")
    command = "reader check --jsonl lines.jsonl --against boats.txt"
    assert run_in_shell(f"{command} > answers.jsonl").returncode == 0
    done = run_in_shell(f"{command} | head -n 1 > answers.jsonl; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == 1
    assert done.stderr == ""


def test_each_line_is_answered_before_the_next_is_there(
    folder: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "reader", "check", "--jsonl", "--against", "source.txt"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    answers = []
    for words in ("Nobody has asked the fishermen of this town", "The moon is made of cheese"):
        process.stdin.write(json.dumps({"quote": words}).encode() + b"\n")
        process.stdin.flush()
        answers.append(json.loads(process.stdout.readline()))
    process.stdin.close()
    assert [answer["verdict"] for answer in answers] == ["exact", "not found"]
    assert process.wait(SECONDS_TO_END) == 1
    process.stdout.close()
