"""The roles of paragraphs which something else, a page's marks, has told to be a story's.

There the place of a line says little: a short one before the first long paragraph is more
often a summary than chrome. Only what gives itself away is taken for furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import appearance, captions, wording
from reader.articles.bylines import find_byline, is_credit
from reader.articles.dates import find_date
from reader.articles.furniture import Role

_LONGEST_FURNITURE = 600
_MOST_AFTER_END = 8


def roles_of_story(marked: Sequence[Role | None], paragraphs: Sequence[str]) -> list[Role]:
    """The role of each paragraph; `marked` are those the source gives, None where it gives none."""
    roles = [
        role or _role_by_appearance(text) for role, text in zip(marked, paragraphs, strict=True)
    ]
    prose = [
        role is Role.BODY and appearance.is_prose(text)
        for role, text in zip(roles, paragraphs, strict=True)
    ]
    start = prose.index(True) if True in prose else 0
    for position in range(start):
        if marked[position] is None and roles[position] is Role.BODY:
            roles[position] = _role_in_head(paragraphs[position])
    for position in range(_end(roles, paragraphs, prose), len(roles)):
        if marked[position] is None and roles[position] is Role.BODY:
            roles[position] = Role.CHROME
    return roles


def _role_by_appearance(text: str) -> Role:
    if len(text) > _LONGEST_FURNITURE:
        return Role.BODY
    if is_credit(text):
        return Role.CREDIT
    if captions.is_caption(text):
        return Role.CAPTION
    if wording.is_phrase(text) or appearance.is_fragment_of_page(text):
        return Role.CHROME
    return Role.BODY


def _role_in_head(text: str) -> Role:
    date = find_date(text)
    if date and date.alone:
        return Role.DATE
    return Role.BYLINE if find_byline(text) else Role.BODY


def _end(roles: Sequence[Role], paragraphs: Sequence[str], prose: Sequence[bool]) -> int:
    """Where the story ends: at a credit line or a closing label with but lines after it."""
    for position in range(max(len(roles) - _MOST_AFTER_END, 1), len(roles)):
        closes = roles[position] is Role.CREDIT or (
            roles[position] is Role.CHROME and wording.is_closing_label(paragraphs[position])
        )
        if closes and not any(prose[position + 1 :]):
            return position
    return len(roles)
