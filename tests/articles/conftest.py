"""Texts whose paragraphs are labelled with their kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

KINDS = {"F": "furniture", "B": "body", "H": "heading"}


@dataclass
class LabelledText:
    """One invented text with its labels."""

    name: str
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


def read_layouts() -> list[LabelledText]:
    texts: list[LabelledText] = []
    in_fields = True
    path = Path(__file__).with_name("layouts.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            texts.append(LabelledText(line[4:]))
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


def _add_line(labelled: LabelledText, line: str) -> None:
    kind, _, words = line.partition("|")
    labelled.lines.append(words)
    if kind == "+":
        kind, before = labelled.paragraphs[-1]
        labelled.paragraphs[-1] = (kind, f"{before} {words.strip()}")
    elif kind:
        labelled.paragraphs.append((KINDS[kind], words.strip()))


LAYOUTS = read_layouts()


@pytest.fixture(params=LAYOUTS, ids=lambda labelled: labelled.name)
def layout(request: pytest.FixtureRequest) -> LabelledText:
    labelled: LabelledText = request.param
    return labelled
