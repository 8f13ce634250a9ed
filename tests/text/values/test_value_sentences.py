"""The made-up sentences: how much is read right may not fall."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def value_key() -> ModuleType:
    name = "value_key"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            name, Path(__file__).with_name("value_key.py")
        )
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


# Sentences without a slip, of how many.
BOUNDS = {
    "number": (63, 63),
    "money": (30, 30),
    "date": (40, 40),
    "time": (20, 20),
    "person": (29, 30),
    "clause": (20, 20),
}


def test_the_sentences_are_all_there() -> None:
    assert len(value_key().read_sentences()) == 203


@pytest.mark.parametrize("kind", BOUNDS)
def test_sentences_are_read(kind: str) -> None:
    score = value_key().score_kind(kind)
    least, count = BOUNDS[kind]
    assert score.of_sentences == count
    assert score.sentences >= least
    assert score.wrong == 0
