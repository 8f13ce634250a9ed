"""All kinds of the mutation kit, and their table for the documentation.

python tests/mutations/all_kinds.py            # print the tables of docs/mutations.md
python tests/mutations/all_kinds.py ARTICLE    # print drafts made of an article
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from block_kinds import BLOCK_KINDS
from harmless_kinds import HARMLESS_KINDS
from hidden_kinds import HIDDEN_KINDS
from mutation_kit import Effect, make_drafts
from mutation_story import Story
from number_kinds import NUMBER_KINDS
from source_kinds import SOURCE_KINDS
from speaker_kinds import SPEAKER_KINDS
from title_kinds import TITLE_KINDS
from transcript_kinds import TRANSCRIPT_KINDS
from trim_kinds import TRIM_KINDS
from wording_kinds import WORDING_KINDS

ALL_KINDS = (
    *NUMBER_KINDS,
    *WORDING_KINDS,
    *TRIM_KINDS,
    *SOURCE_KINDS,
    *SPEAKER_KINDS,
    *TITLE_KINDS,
    *BLOCK_KINDS,
    *TRANSCRIPT_KINDS,
    *HARMLESS_KINDS,
    *HIDDEN_KINDS,
)


_HEADINGS = {
    Effect.HARMFUL: "Harmful: the check has to ask for a look",
    Effect.HARMLESS: "Harmless: nothing may be asked",
    Effect.NO_QUOTATION: "No quotation: there is nothing to check",
}


def tables_of_kinds() -> str:
    """Return all kinds by their effect as tables in Markdown."""
    parts = []
    for effect, heading in _HEADINGS.items():
        kinds = [kind for kind in ALL_KINDS if kind.effect is effect]
        rows = [f"| {kind.name} | {kind.description} |" for kind in kinds]
        parts += [
            f"## {heading}",
            "\n".join(("| kind | what is altered |", "| --- | --- |", *rows)),
        ]
    return "\n\n".join(parts)


def _print_drafts(path: Path) -> None:
    story = Story(path.stem, path.read_text(encoding="utf-8"))
    for kind in ALL_KINDS:
        drafts = make_drafts(story, kind)
        print(f"\n== {kind.name} ({kind.effect.value}): {len(drafts)}")
        for draft in drafts:
            print(f"  - {draft.change.origin!r}\n    {draft.text!r}\n    {draft.change.note}")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        _print_drafts(Path(name))
    if not sys.argv[1:]:
        print(tables_of_kinds())
