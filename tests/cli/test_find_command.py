"""`reader find` and `reader events` as programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

WITHOUT_TANTIVY = (
    "import sys; sys.modules['tantivy'] = None\n"
    "from reader.cli.main import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.fixture
def ask(run, asked_archive):
    """`ask("find", "harbour")`: run a command with the archive."""
    return lambda *words: run(*words, "--archive", str(asked_archive.path))


def test_the_coverage_of_a_stored_article(ask):
    done = ask("find", "--like", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("date used: 2031-05-04, stated in the text; 3 days")
    assert "The Courier: Harbour wall" in done.stdout


def test_the_coverage_of_a_file_on_all_days(ask, folder):
    (folder / "herald.txt").write_text(
        "Tolmouth harbour wall\n\nMayor Mara Lind wants the harbour wall of Tolmouth mended, where "
        "a barge sank in March.\n"
    )
    done = ask("find", "--like", "herald.txt", "--days", "all", "--json")
    first, *found = map(json.loads, done.stdout.splitlines())
    assert first["date"] is None
    assert {1, 2, 3} <= {each["number"] for each in found}


def test_a_quotation_and_its_speaker(ask):
    done = ask(
        "find", "--quote", "we shall mend the old harbour wall", "--speaker", "Lind", "--json"
    )
    assert [json.loads(line)["number"] for line in done.stdout.splitlines()] == [1, 2, 3]


def test_words_of_an_outlet_and_copy(ask):
    words = ask("find", "barge", "--outlet", "the mail", "--json")
    assert [json.loads(line)["number"] for line in words.stdout.splitlines()] == [3]
    copy = ask("find", "--copy-of", "4")
    assert "The Star: Fire destroys granary" in copy.stdout


@pytest.mark.parametrize(
    ("question", "message"),
    [("--copy-of", "reader: no article that shares copy was found\n"), ("--like", "")],
)
def test_a_stored_article_is_asked_about_by_its_address_without_fetching_it(
    ask, folder, question, message
):
    address = "https://nowhere.invalid/granary"
    words = (
        "The granary of Tolmouth burned down on Sunday, and the firemen saved eleven horses of it."
    )
    record = {"title": "Granary burns", "text": words, "url": address, "date": "2031-05-04"}
    (folder / "more.jsonl").write_text(json.dumps(record) + "\n")
    assert ask("archive", "add", "more.jsonl").returncode == 0
    done = ask("find", question, address, "--json")
    assert (done.returncode, done.stderr) == (0, message)


def test_events_and_how_many_more(ask):
    done = ask("events", "--since", "2031-05-01", "--outlets", "2", "--top", "1")
    assert done.stdout.startswith("1. ")
    assert "more; --top" in done.stderr


def test_what_is_found_opens_as_text_without_a_terminal(ask):
    done = ask("find", "--like", "1", "--open")
    assert done.returncode == 0
    assert "The Courier" in done.stdout
    assert "harbour wall" in done.stdout
    event = ask("events", "--since", "2031-05-01", "--outlets", "2", "--open", "1")
    assert event.returncode == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("find",), "say what to find"),
        (("find", "a", "--like", "1"), "WORDS and --like"),
        (("find", "--quote", "one"), "two words or more"),
        (("find", "--quote", "a b", "--days", "3"), "--days belongs to --like"),
        (("find", "--like", "1", "--days", "x"), "a number of days, or all"),
        (("find", "--like", "9999"), "no article 9999"),
        (("find", "--like", "missing.txt"), "missing.txt"),
        (("find", "the"), "nothing to look for"),
        (("find", "--copy-of", "1", "--open"), "no article that shares copy"),
        (("events",), "--since"),
        (("events", "--since", "2031-05-01", "--open", "99"), "--open 99"),
    ],
)
def test_what_is_wrong_is_one_line(ask, words, message):
    done = ask(*words)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_no_archive_is_one_line(run):
    done = run("find", "harbour", "--archive", "none")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "there is no archive here; reader archive add makes one" in done.stderr


def test_the_missing_extra_is_one_line(asked_archive, environment):
    command = [sys.executable, "-c", WITHOUT_TANTIVY, "find", "harbour"]
    done = subprocess.run(
        [*command, "--archive", str(asked_archive.path)],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert re.search(r"python3 -m pip --python \S+ install -e \S+\[archive\]", done.stderr)
    assert done.stderr.count("\n") == 1
