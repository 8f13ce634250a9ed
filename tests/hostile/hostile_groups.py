"""All groups of hostile inputs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hostile_characters import add_controls, add_encodings, add_markup
from hostile_files import add_binaries, add_names, add_specials
from hostile_formats import (
    add_documents,
    add_feeds,
    add_lists,
    add_mail,
    add_pages,
    add_sidecars,
    add_stored,
)
from hostile_kit import Case, Kit
from hostile_lengths import add_markdown, add_scale, add_traps
from hostile_transcripts import add_transcripts

GROUPS: dict[str, Callable[[Kit], None]] = {
    "controls": add_controls,
    "markup": add_markup,
    "encodings": add_encodings,
    "binaries": add_binaries,
    "specials": add_specials,
    "names": add_names,
    "traps": add_traps,
    "markdown": add_markdown,
    "pages": add_pages,
    "mail": add_mail,
    "documents": add_documents,
    "transcripts": add_transcripts,
    "stored": add_stored,
    "sidecars": add_sidecars,
    "feeds": add_feeds,
    "lists": add_lists,
    "scale": add_scale,
}


def build_kit(folder: Path, *, large: bool = False) -> list[Case]:
    """Make the cases of all groups in an empty folder."""
    return Kit(folder, large=large).build(GROUPS)
