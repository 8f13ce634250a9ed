"""To whom, where and when something was said."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "addressee", "setting"),
    [
        ("“It is over,” Ann Lee told reporters in Geneva.", "reporters", "in Geneva"),
        ("“It is over,” Ann Lee told him.", "him", None),
        ("“It is over,” Ann Lee said on Monday in Paris.", None, "on Monday in Paris"),
        ("“It is over,” Ann Lee said, speaking after the game.", None, "speaking after the game"),
        ("“It is over,” Ann Lee said that day.", None, None),
        ("In a statement, Ann Lee said: “It is over.”", None, "In a statement"),
        ("Ann Lee told the jury: “It is over.”", "the jury", None),
    ],
)
def test_addressee_and_setting_are_read_beside_the_verb(
    text: str, addressee: str | None, setting: str | None
) -> None:
    (quote,) = find_quotes(text)
    assert (quote.addressee.text if quote.addressee else None) == addressee
    assert (quote.setting.text if quote.setting else None) == setting
