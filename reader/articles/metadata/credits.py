"""Credit lines: who reported, wrote, edited or photographed, as printed."""

from __future__ import annotations

from collections.abc import Iterator

from reader.articles.metadata.bylines import BYLINE_WORDS
from reader.text.word_lists import WordLists

_CREDIT_WORDS = WordLists(__file__, "credits")

# Characters.
_LONGEST_CREDIT_LINE = 500
_FEWEST_WORDS = 3
# Words from the start of the line in which the contribution, then the word "by", must occur.
_CONTRIBUTION_REACH = 4
_BY_REACH = 6
_AGENCY_CREDIT_REACH = 12
_BY_WORDS = frozenset(("by", "from", "inputs", "input"))
_CONTRIBUTED = (" contributed to this", " contributed reporting")
_CONTRIBUTION_OPENINGS = ("with inputs from ", "with input from ", "with files from ")
_MARKS_AROUND_NAMES = "()[]“”\"'’,;:.*"
_AGENCY_CREDIT_WORDS = ("reporting", "writing", "editing", "reported", "compiled")


def is_credit_line(paragraph: str) -> bool:
    """Return whether the line states who reported, wrote or edited, and nothing else.

    `(Reporting by A; Editing by B and C)`, `Additional reporting by D in Beijing`.
    """
    if len(paragraph) > _LONGEST_CREDIT_LINE:
        return False
    inside = paragraph.strip(" ()[]*_—–-•")
    known = _CREDIT_WORDS.words
    first = inside.split(None, 1)[0].lower().strip(",.:") if inside else ""
    if first not in known["credit words"] or first in BYLINE_WORDS.words["by"]:
        return False
    words = inside.replace(";", " ; ").split()
    lowered = [word.lower().strip(",.:;()") for word in words]
    if len(words) < _FEWEST_WORDS or known["contributions"].isdisjoint(
        lowered[:_CONTRIBUTION_REACH]
    ):
        return False
    if _BY_WORDS.isdisjoint(lowered[:_BY_REACH]) and ":" not in paragraph:
        return False
    if first in known["media"] and lowered[1] == "from":
        return False
    particles = known["credit words"] | BYLINE_WORDS.words["name particles"]
    return all(
        lower in particles or not word[0].isalpha() or word[0].isupper()
        for word, lower in zip(words, lowered, strict=True)
    )


def is_agency_credit(paragraph: str) -> bool:
    """Return whether a credit line names reporters or editors, as at the end of agency copy."""
    words = {word.strip(".,:;()[]").lower() for word in paragraph.split()[:_AGENCY_CREDIT_REACH]}
    return not words.isdisjoint(_AGENCY_CREDIT_WORDS)


def is_contribution(paragraph: str) -> bool:
    """Return whether the line names who contributed to the text, and says nothing else.

    `The Associated Press contributed to this report.`
    """
    line = paragraph.strip(" ()[]*_—–-•")
    if len(line) > _LONGEST_CREDIT_LINE or not line[:1].isupper():
        return False
    said = line.rstrip(". ").lower()
    return said.startswith(_CONTRIBUTION_OPENINGS) or any(part in said for part in _CONTRIBUTED)


def list_contributors(credit: str) -> list[str]:
    """Return the names that a credit states to have reported or written, outlets among them.

    A name is a run of words with a capital letter; no credit of a picture or of editing has any.
    """
    known = _CREDIT_WORDS.words
    words = credit.split()
    lowered = [word.lower().strip(_MARKS_AROUND_NAMES) for word in words]
    if known["reports"].isdisjoint(lowered):
        return []
    if not known["no reports"].isdisjoint(lowered[:_CONTRIBUTION_REACH]):
        return []
    return list(_runs_of_names(words))


def _runs_of_names(words: list[str]) -> Iterator[str]:
    """Yield the runs of capitalised words, cut at marks and before jobs: `AP Writer Jane Doe`."""
    name: list[str] = []
    for word in words:
        printed = word.strip(_MARKS_AROUND_NAMES)
        bare = printed.removesuffix("’s").removesuffix("'s")
        if bare[:1].isupper() and bare.lower() not in _CREDIT_WORDS.words["jobs"]:
            name.append(bare)
            if bare == printed and word[-1] not in ",;:)":
                continue
        if name:
            yield " ".join(name)
            name = []
    if name:
        yield " ".join(name)


def split_credits(paragraph: str) -> list[str]:
    """Return the single credits of a credit line, as printed, without brackets."""
    inside = paragraph.strip(" *_—–-•")
    if inside.startswith("(") and inside.rstrip(".").endswith(")"):
        inside = inside.rstrip(".")[1:-1]
    return [credit.strip(" .") for credit in inside.split(";") if credit.strip(" .")]
