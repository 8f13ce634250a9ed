"""Full names that a list of persons shows to be persons', too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.story.people.same_person import NameWords, is_full, is_no_name
from reader.story.people.surname_evidence import may_be_given, may_be_surname
from reader.text.values import PersonName

_WORD = r"(?:D[aei]|L[ae]|Mc|Mac|O’)?[A-Z][a-z’'-]*[A-Za-z]"
_ITEM = rf"{_WORD}(?: [A-Z]\.)?(?: {_WORD}){{1,2}}(?:, \d\d?\b| \([^()\n]{{2,14}}\))?"
_CHAIN = re.compile(rf"(?<![\w’'.-]){_ITEM}(?:, (?P<last>{_ITEM}))+")
"""Two names or more between commas: "Ida Vance, Ned Ross (Ohio)"."""
_END = re.compile(rf",? and {_ITEM}(?![\w’'-])")
"""The last name of a list: " and Xerl Brodt"."""
_NAME = re.compile(rf"({_WORD})(?: [A-Z]\.)? ({_WORD})(?: \(|,| and|$)")


def find_listed_names(text: str, names: Iterable[PersonName]) -> set[NameWords]:
    """Return the full names in lists of which at least half are persons' names.

    Args:
        text: the text of the article.
        names: the names already found in it.
    """
    starts = {name.end - len(name.surname): name for name in names if is_full(name)}
    found: set[NameWords] = set()
    for begin, end in find_name_lists(text):
        items = list(_NAME.finditer(text[begin:end]))
        unknown = [item for item in items if begin + item.start(2) not in starts]
        if not unknown or 2 * len(unknown) > len(items):
            continue
        for given, surname in (item.groups() for item in unknown):
            if may_be_given(given) and may_be_surname(surname):
                found |= {(given, surname)} if not is_no_name((given, surname)) else set()
    return found


def find_name_lists(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lists of three names or more: "Ida Vance, Ned Ross and Xerl Brodt".

    The names between commas are one greedy match, which is the longest from each of them: where no
    end follows, none of them but the last can begin another list. So the time is linear.
    """
    position = 0
    while chain := _CHAIN.search(text, position):
        if end := _END.match(text, chain.end()):
            yield chain.start(), end.end()
            position = end.end()
        else:
            position = chain.start("last")
