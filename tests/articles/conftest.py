"""Articles with a key of what each paragraph is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

KINDS = {"F": "furniture", "B": "body", "H": "heading"}


@dataclass
class Keyed:
    """One made-up text and what must be found in it."""

    name: str
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


def read_layouts() -> list[Keyed]:
    texts: list[Keyed] = []
    in_fields = True
    path = Path(__file__).with_name("layouts.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            texts.append(Keyed(line[4:]))
            in_fields = True
        elif line == "---":
            in_fields = False
        elif not texts or (in_fields and not line):
            continue
        elif in_fields:
            key, _, value = line.partition(": ")
            texts[-1].fields[key] = value
        else:
            _add_line(texts[-1], line)
    return texts


def _add_line(keyed: Keyed, line: str) -> None:
    kind, _, words = line.partition("|")
    keyed.lines.append(words)
    if kind == "+":
        kind, before = keyed.paragraphs[-1]
        keyed.paragraphs[-1] = (kind, f"{before} {words.strip()}")
    elif kind:
        keyed.paragraphs.append((KINDS[kind], words.strip()))


LAYOUTS = read_layouts()


@pytest.fixture(params=LAYOUTS, ids=lambda keyed: keyed.name)
def layout(request: pytest.FixtureRequest) -> Keyed:
    keyed: Keyed = request.param
    return keyed
