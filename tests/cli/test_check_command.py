"""`reader check` with several drafts, one quotation, or a quotation a line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from reader.cli.check_lines import MAX_LINE_BYTES
from reader.cli.main import main

SOURCE = """Harbour news

“The ferry will not sail before Easter,” Ada Quill said on Monday.

“Nobody asked the crew about it,” said Jo Rook, who owns two boats.
"""
EXACT = "“The ferry will not sail before Easter,” Ada Quill said."
CHANGED = "“The ferry will sail before Easter,” Ada Quill said."


class Done(NamedTuple):
    """What a command wrote, and its exit code."""

    code: int
    lines: list[str]
    messages: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The lines as JSON objects."""
        return [json.loads(line) for line in self.lines]


class Check(Protocol):
    """Runs `reader check` with arguments and a standard input."""

    def __call__(self, *arguments: str, lines: str | bytes = "") -> Done: ...


@pytest.fixture
def check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Check:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "source.txt": SOURCE,
        "exact.txt": f"A draft\n\n{EXACT}\n",
        "changed.txt": f"A draft\n\n{CHANGED}\n",
        "none.txt": "A draft\n\nAda Quill spoke on Monday.\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(*arguments: str, lines: str | bytes = "") -> Done:
        data = lines.encode() if isinstance(lines, str) else lines
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(["check", *arguments])
        written = capsys.readouterr()
        return Done(code, written.out.splitlines(), written.err)

    return run


def question(quote: object, **more: object) -> str:
    return json.dumps({"quote": quote, **more}) + "\n"


@pytest.mark.parametrize(
    ("drafts", "summary", "code"),
    [
        (["exact.txt"], "1 quotation: 1 verified", 0),
        (["exact.txt", "changed.txt"], "2 quotations: 1 verified, 1 needs a look: ", 1),
        (["exact.txt", "none.txt"], "1 quotation: 1 verified", 3),
        (["changed.txt", "none.txt"], "1 quotation: 1 needs a look: ", 1),
        (["exact.txt", "missing.txt"], "1 quotation: 1 verified", 2),
        (["none.txt"], "no quotation", 3),
    ],
)
def test_several_drafts_have_one_summary_and_one_exit_code(
    check: Check, drafts: list[str], summary: str, code: int
) -> None:
    done = check(*drafts, "--against", "source.txt")
    assert done.lines[0].startswith(summary)
    assert done.code == code


def test_annotations_name_the_draft_and_its_line(check: Check) -> None:
    done = check("exact.txt", "changed.txt", "--against", "source.txt", "--format", "github")
    assert done.code == 1
    warning, summary = done.lines
    assert warning.startswith("::warning file=changed.txt,line=3,")
    assert summary.startswith("reader check: 2 quotations: ")


@pytest.mark.parametrize(
    ("quote", "speaker", "verdict", "code"),
    [
        ("The ferry will not sail before Easter", "Quill", "exact", 0),
        ("“The ferry will not sail before Easter,”", "Jo Rook", "other speaker", 1),
        ("The moon is made of cheese", "Jo Rook", "not found", 1),
    ],
)
def test_one_quotation_is_checked(
    check: Check, quote: str, speaker: str, verdict: str, code: int
) -> None:
    arguments = ("--quote", quote, "--speaker", speaker, "--against", "source.txt")
    done = check(*arguments)
    assert done.code == code
    assert done.lines[1].split("\t")[:3] == [verdict, "", speaker]
    (answer,) = check(*arguments, "--json").answers
    assert (answer["quote"], answer["speaker"], answer["verdict"]) == (quote, speaker, verdict)
    assert answer["needs_a_look"] is bool(code)
    assert any(reason["needs_a_look"] for reason in answer["reasons"]) is bool(code)
    assert check(*arguments, "--format", "github").lines[-1].startswith("1 quotation: ")


def test_lines_are_answered_in_order_with_what_they_had(check: Check) -> None:
    lines = (
        question("The ferry will not sail before Easter", speaker="Ada Quill", id=7)
        + "\n"
        + question("The ferry will sail before Easter", source="source.txt")
        + question("Nobody asked the crew", speaker=None, source=None)
    )
    done = check("--jsonl", "--against", "source.txt", lines=lines)
    first, second, third = done.answers
    assert done.code == 1
    assert [answer["line"] for answer in done.answers] == [1, 3, 4]
    assert (first["id"], first["speaker"], first["needs_a_look"]) == (7, "Ada Quill", False)
    assert first["passage"]["article"] == "source.txt"
    assert first["passage"]["paragraph"] == 2
    assert second["source"] == "source.txt"
    assert second["needs_a_look"] is True
    assert second["reasons"][0]["code"]
    assert third["passage"]["speaker"]["name"] == "Jo Rook"


def test_a_bad_line_is_answered_with_an_error_and_the_rest_goes_on(check: Check) -> None:
    good = question("Nobody asked the crew about it", speaker="Jo Rook")
    bad = [
        b"no json\n",
        b"[1]\n",
        b"{}\n",
        question(3).encode(),
        question("…").encode(),
        question("the ferry " * 1_500).encode(),
        question("Nobody", speaker=[]).encode(),
        question("Nobody asked", source="other.txt").encode(),
        b'{"quote": "' + b"\xff" + b'"}\n',
        b'{"quote": "' + b"x" * MAX_LINE_BYTES + b'"}\n',
        b"[" * 100_000 + b"\n",
        b'{"quote": ' + b"9" * 10_000 + b"}\n",
    ]
    done = check("--jsonl", "--against", "source.txt", lines=b"".join([*bad, good.encode()]))
    assert done.code == 2
    answers = done.answers
    assert [answer["line"] for answer in answers[:-1]] == list(range(1, len(bad) + 1))
    assert all(answer["error"] for answer in answers[:-1])
    assert answers[-1]["verdict"] == "exact"
    assert "\x1b" not in "".join(done.lines)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"quote": NaN}', "not JSON: NaN is not a number of JSON"),
        (b'{"quote": "a b", "x": -Infinity}', "not JSON: -Infinity is not a number of JSON"),
        (b'{"quote": "a b", "x": 1e999}', "number too large: 1e999"),
        (b'{"quote": "a b"', "not JSON at character 16"),
        (b'{"quote": "\xff"}', "not UTF-8 at byte 12"),
        (b'{"speaker": "Jo Rook"}', "quote: missing"),
    ],
)
def test_a_bad_line_is_explained_in_plain_words(check: Check, line: bytes, error: str) -> None:
    done = check("--jsonl", "--against", "source.txt", lines=line + b"\n")
    assert done.code == 2
    assert [answer["error"] for answer in done.answers] == [error]


def test_a_copy_of_the_draft_is_no_source_beside_others(check: Check, tmp_path: Path) -> None:
    draft = "Head\n\n“Nobody fed the goats at all,” said Jo Rook.\n"
    for name in ("draft.txt", "copy.txt"):
        (tmp_path / name).write_text(draft, encoding="utf-8")
    done = check("draft.txt", "--against", "copy.txt", "source.txt")
    assert done.code == 1
    assert "copy.txt: the same text as draft.txt: left out of the sources" in done.messages
    done = check("draft.txt", "--against", "copy.txt")
    assert done.code == 0
    assert "every quotation is compared with itself" in done.messages


def test_without_against_every_line_names_its_file(check: Check) -> None:
    quote = "Nobody asked the crew about it"
    lines = (
        question(quote, source="source.txt")
        + question(quote)
        + question(quote, source="https://example.org/a")
        + question(quote, source="missing.txt")
        + question(quote, source=".")
    )
    done = check("--jsonl", lines=lines)
    assert done.code == 2
    first, *others = done.answers
    assert first["verdict"] == "exact"
    assert ["error" in answer for answer in others] == [True] * 4


def test_lines_may_be_in_a_file(check: Check, tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text(
        question("Nobody asked the crew about it"), encoding="utf-8"
    )
    assert check("--jsonl", "lines.jsonl", "--against", "source.txt").code == 0
    assert check("--jsonl", "missing.jsonl", "--against", "source.txt").code == 2
    assert check("--jsonl", "--against", "source.txt", lines="\n\n").code == 3
    done = check("--jsonl", "--against", "-", lines=SOURCE)
    assert done.code == 2
    assert "not both" in done.messages


def test_control_characters_of_lines_do_not_come_back(check: Check) -> None:
    hostile = "Nobody \x1b]0;x\x07asked \u202ethe [/] crew"
    done = check("--jsonl", "--against", "source.txt", lines=question(hostile, speaker=hostile))
    done_too = check("--quote", hostile, "--speaker", hostile, "--against", "source.txt")
    written = "".join([*done.lines, *done_too.lines, done.messages, done_too.messages])
    assert "[/]" in written
    assert not {"\x1b", "\x07", "\u202e"} & set(written)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("draft.md", "Ada Quill said on Monday:\n\n> {}.\n"),
        ("draft.html", "<p>Ada Quill said on Monday:</p><blockquote><p>{}.</p></blockquote>"),
        ("draft.html", "<p>Ada Quill said: <q>{}</q>. It rained all day in Leith.</p>"),
    ],
)
def test_quotations_without_marks_are_checked(
    check: Check, tmp_path: Path, name: str, draft: str
) -> None:
    filling = "<p>It rained in the harbour all day, and the boats lay at the quay.</p>" * 4
    codes = []
    for words in ("The ferry will not sail before Easter", "The ferry will sail before Easter"):
        text = draft.format(words)
        if name.endswith("html"):
            text = f"<html><body>{text}{filling}</body></html>"
        (tmp_path / name).write_text(text, encoding="utf-8")
        codes.append(check(name, "--against", "source.txt").code)
    assert codes == [0, 1]


def test_an_earlier_answer_is_no_answer_to_a_line(check: Check) -> None:
    claims = {"verdict": "exact", "needs_a_look": False, "error": "none", "line": 7, "id": 3}
    lines = question("nobody ever said this at all", **claims) + question(
        "x", source="gone.txt", **claims
    )
    done = check("--jsonl", "--against", "source.txt", lines=lines)
    wrong, failed = map(json.loads, done.lines)
    assert wrong["needs_a_look"] is True
    assert wrong["id"] == 3
    assert "error" not in wrong
    assert failed["line"] == 2
    assert "gone.txt" in failed["error"]
    assert "verdict" not in failed
    assert "needs_a_look" not in failed


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("exact.txt",), "1 quotation: 1 verified; 1 source not read"),
        (("exact.txt", "no.txt"), "1 quotation: 1 verified; 1 draft and 1 source not read"),
        (("none.txt",), "no quotation; 1 source not read"),
        (
            ("--quote", "Nobody asked the crew about it"),
            "1 quotation: 1 verified; 1 source not read",
        ),
    ],
)
def test_the_first_line_says_what_could_not_be_read(
    check: Check, arguments: tuple[str, ...], first: str
) -> None:
    done = check(*arguments, "--against", "source.txt", "missing.txt")
    assert (done.code, done.lines[0]) == (2, first)
