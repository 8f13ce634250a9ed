"""What several articles report together: moments, what they state otherwise in them, and which
article reports which, who is named and who is heard.

The names below are imported from their modules at their first use: the first screen needs none of
them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.story.article_openings import ArticleOpening, LeadMoment
    from reader.story.collated import CollatedMoment, CollatedStory, MomentVersion
    from reader.story.difference import Difference, DifferenceKind, DifferenceSide
    from reader.story.matrix import (
        ArticleSection,
        CoverageMatrix,
        MatrixCell,
        MatrixRow,
        MomentForm,
    )
    from reader.story.moments import Moment
    from reader.story.origins import Origin, OriginMember
    from reader.story.people import (
        CoveragePeople,
        PeopleCell,
        PeopleRow,
        PersonSpeech,
        SpeechCount,
        VerbUse,
    )
    from reader.story.shared_copy import SharedCopy, SharedRun
    from reader.story.text_change import ChangeKind, ComparedRow, RowEdit, TextChange, TextChanges
    from reader.story.text_version import TextVersion, TextVersions

_MODULES = {
    "ArticleOpening": "article_openings",
    "ArticleSection": "matrix",
    "ChangeKind": "text_change",
    "CollatedMoment": "collated",
    "CollatedStory": "collated",
    "ComparedRow": "text_change",
    "CoverageMatrix": "matrix",
    "CoveragePeople": "people",
    "Difference": "difference",
    "DifferenceKind": "difference",
    "DifferenceSide": "difference",
    "LeadMoment": "article_openings",
    "MatrixCell": "matrix",
    "MatrixRow": "matrix",
    "Moment": "moments",
    "MomentForm": "matrix",
    "MomentVersion": "collated",
    "Origin": "origins",
    "OriginMember": "origins",
    "PeopleCell": "people",
    "PeopleRow": "people",
    "PersonSpeech": "people",
    "RowEdit": "text_change",
    "SharedCopy": "shared_copy",
    "SharedRun": "shared_copy",
    "SpeechCount": "people",
    "TextChange": "text_change",
    "TextChanges": "text_change",
    "TextVersion": "text_version",
    "TextVersions": "text_version",
    "VerbUse": "people",
}

__all__ = [
    "ArticleOpening",
    "ArticleSection",
    "ChangeKind",
    "CollatedMoment",
    "CollatedStory",
    "ComparedRow",
    "CoverageMatrix",
    "CoveragePeople",
    "Difference",
    "DifferenceKind",
    "DifferenceSide",
    "LeadMoment",
    "MatrixCell",
    "MatrixRow",
    "Moment",
    "MomentForm",
    "MomentVersion",
    "Origin",
    "OriginMember",
    "PeopleCell",
    "PeopleRow",
    "PersonSpeech",
    "RowEdit",
    "SharedCopy",
    "SharedRun",
    "SpeechCount",
    "TextChange",
    "TextChanges",
    "TextVersion",
    "TextVersions",
    "VerbUse",
]

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
