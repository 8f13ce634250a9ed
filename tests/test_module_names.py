"""No two modules of the program have one name: a newcomer finds each by its name alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import reader


def test_every_module_has_a_name_of_its_own() -> None:
    names = Counter(path.name for path in Path(reader.__file__).parent.rglob("*.py"))
    shared = {name for name, count in names.items() if count > 1}
    assert {name for name in shared if not name.startswith("__")} == set()
