"""Who speaks in a headline before a colon."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lodd harbour adviser: Osk ‘stabbed us in the back’", "Lodd harbour adviser"),
        ("Mayor Ada Brandt: Osk ‘stabbed us in the back’", "Ada Brandt"),
        ("Harbour deal: Osk ‘stabbed us in the back’", None),
    ],
)
def test_who_opens_a_headline_before_a_colon_speaks(headline: str, expected: str | None) -> None:
    first = find_quotes(headline + "\n\nThe harbour was closed on Sunday.")[0]
    assert (first.speaker.name if first.speaker else None) == expected
