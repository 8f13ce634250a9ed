"""The manual page and the completions are those of the present commands."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.command_names import COMMANDS
from reader.cli.command_parsers import list_help_texts
from reader.cli.shell_files import FILES, list_options

STORED = Path(__file__).parents[2] / "docs" / "shell"


@pytest.mark.parametrize("name", ["reader.bash", "_reader", "reader.fish"])
def test_the_stored_completions_are_of_the_present_commands(name: str) -> None:
    made_by = "python -m reader.cli.shell_files docs/shell"
    assert (STORED / name).read_text(encoding="utf-8") == FILES[name](), f"make them: {made_by}"


def test_the_manual_has_every_option_of_every_command() -> None:
    manual = (STORED / "reader.1").read_text(encoding="utf-8").replace("\\-", "-")
    names = {option.name for text in list_help_texts().values() for option in list_options(text)}
    assert len(names) > 15
    assert {name for name in names if name not in manual} == set()
    assert {name for name in COMMANDS if f".SS reader {name}\n" not in manual} == set()


@pytest.mark.parametrize(
    ("section", "content"),
    [
        ("SYNOPSIS", "reader COMMAND"), ("ENVIRONMENT", "READER_ASCII"),
        ("ENVIRONMENT", "NO_COLOR"), ("FILES", "settings.toml"), ("KEYS", "next paragraph"),
    ],
)  # fmt: skip
def test_the_manual_has_the_usual_sections(section: str, content: str) -> None:
    manual = FILES["reader.1"]().replace("\\-", "-")
    _, _, following = manual.partition(f".SH {section}\n")
    assert content in following.partition(".SH ")[0]


def test_options_are_read_with_values_and_choices() -> None:
    options = {option.name: option for option in list_options(list_help_texts()["check"])}
    assert options["--against"].takes_value
    assert not options["--jsonl"].takes_value
    assert options["--format"].choices == ("text", "json", "github")
    assert options["--quote"].explanation == "check these words instead of drafts"


def complete(line: str, word: str) -> list[str]:
    """What bash offers after a line that ends with a word."""
    words = " ".join(f"'{each}'" for each in line.split()[:-1] if line.strip())
    script = f"""
source {STORED / "reader.bash"}
COMP_WORDS=({words} '{word}'); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1))
_reader; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("reader ch", "ch", ["check"]),
        ("reader --li", "--li", ["--linear", "--like"]),
        ("reader check --jso", "--jso", ["--jsonl", "--json"]),
        ("reader check --format g", "g", ["github"]),
        ("reader notes ex", "ex", ["export"]),
        ("reader archive re", "re", ["rebuild", "remove"]),
        ("reader links --fl", "--fl", ["--floor"]),
    ],
)
def test_bash_offers_commands_options_and_values(line: str, word: str, offered: list[str]) -> None:
    assert sorted(complete(line, word)) == sorted(offered)
