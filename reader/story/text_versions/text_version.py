"""Versions of one text: articles that are states of it, corrected, updated or shortened."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.cleaning import Clean


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One article as a version of a text."""

    article: int
    """Its position among the articles compared."""
    date: Clean | None
    """The latest date that it states of itself, as it is shown."""
    date_kind: str | None
    """Which: `published`, `updated` or `corrected`."""
    why_later: Clean | None
    """What says that it is later than the version before; None of the first, and where nothing
    does: then the order of the two is not known."""


@dataclass(frozen=True, slots=True)
class TextVersions:
    """Articles that are versions of one text."""

    versions: tuple[TextVersion, ...]
    """From the earliest to the latest, as far as that is known."""
    why: Clean
    """What says that they are."""
    is_one_outlet: bool
    """Whether they are surely of one outlet; otherwise they may be two outlets' copy."""

    @property
    def articles(self) -> tuple[int, ...]:
        """The positions of the articles, in the order of the versions."""
        return tuple(version.article for version in self.versions)
