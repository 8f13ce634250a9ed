"""Full names that a list of persons shows to be persons', too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.story.people.same_person import NameWords, is_full, is_no_name
from reader.story.people.surname_evidence import may_be_given, may_be_surname
from reader.text.values import PersonName

_WORD = r"[A-Z][a-z’'-]*[A-Za-z]"
_ITEM = rf"{_WORD}(?: [A-Z]\.)?(?: {_WORD}){{1,2}}(?: \([^()\n]{{2,14}}\))?"
_LIST = re.compile(rf"(?<![\w’'.-]){_ITEM}(?:, {_ITEM})+,? and {_ITEM}(?![\w’'-])")
"""Three names or more: "Ida Vance, Ned Ross (Ohio) and Xerl Brodt"."""
_NAME = re.compile(rf"({_WORD})(?: [A-Z]\.)? ({_WORD})(?: \(|,| and|$)")


def find_listed_names(text: str, names: Iterable[PersonName]) -> set[NameWords]:
    """Return the full names in lists of which at least half are persons' names.

    Args:
        text: the text of the article.
        names: the names already found in it.
    """
    starts = {name.end - len(name.surname): name for name in names if is_full(name)}
    found: set[NameWords] = set()
    for match in _LIST.finditer(text):
        begin = match.start()
        items = list(_NAME.finditer(match.group()))
        unknown = [item for item in items if begin + item.start(2) not in starts]
        if not unknown or 2 * len(unknown) > len(items):
            continue
        for given, surname in (item.groups() for item in unknown):
            if may_be_given(given) and may_be_surname(surname):
                found |= {(given, surname)} if not is_no_name((given, surname)) else set()
    return found
