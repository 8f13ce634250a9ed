"""What several articles report together: moments, what they state otherwise in them, and which
article reports which, who is named and who is heard.

The names below are imported from their modules at their first use: the first screen needs none of
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.story.article_openings import ArticleOpening, LeadMoment
    from reader.story.collated.collated_story import CollatedMoment, CollatedStory, MomentVersion
    from reader.story.differences.difference import Difference, DifferenceKind, DifferenceSide
    from reader.story.matrix.coverage_matrix import (
        ArticleSection,
        CoverageMatrix,
        MatrixCell,
        MatrixRow,
        MomentForm,
    )
    from reader.story.moments import Moment
    from reader.story.people.coverage_people import (
        CoveragePeople,
        PeopleCell,
        PeopleRow,
        PersonSpeech,
        SpeechCount,
        VerbUse,
    )
    from reader.story.shared_copy.origins import Origin, OriginMember
    from reader.story.shared_copy.shared_runs import SharedCopy, SharedRun
    from reader.story.text_versions.near_copies import CopyEdit, NearCopy
    from reader.story.text_versions.text_change import (
        ChangeKind,
        ComparedRow,
        RowEdit,
        TextChange,
        TextChanges,
    )
    from reader.story.text_versions.text_version import TextVersion, TextVersions

_MODULES = {
    "ArticleOpening": "article_openings",
    "ArticleSection": "matrix.coverage_matrix",
    "ChangeKind": "text_versions.text_change",
    "CollatedMoment": "collated.collated_story",
    "CollatedStory": "collated.collated_story",
    "ComparedRow": "text_versions.text_change",
    "CopyEdit": "text_versions.near_copies",
    "CoverageMatrix": "matrix.coverage_matrix",
    "CoveragePeople": "people.coverage_people",
    "Difference": "differences.difference",
    "DifferenceKind": "differences.difference",
    "DifferenceSide": "differences.difference",
    "LeadMoment": "article_openings",
    "MatrixCell": "matrix.coverage_matrix",
    "MatrixRow": "matrix.coverage_matrix",
    "Moment": "moments",
    "MomentForm": "matrix.coverage_matrix",
    "MomentVersion": "collated.collated_story",
    "NearCopy": "text_versions.near_copies",
    "Origin": "shared_copy.origins",
    "OriginMember": "shared_copy.origins",
    "PeopleCell": "people.coverage_people",
    "PeopleRow": "people.coverage_people",
    "PersonSpeech": "people.coverage_people",
    "RowEdit": "text_versions.text_change",
    "SharedCopy": "shared_copy.shared_runs",
    "SharedRun": "shared_copy.shared_runs",
    "SpeechCount": "people.coverage_people",
    "TextChange": "text_versions.text_change",
    "TextChanges": "text_versions.text_change",
    "TextVersion": "text_versions.text_version",
    "TextVersions": "text_versions.text_version",
    "VerbUse": "people.coverage_people",
}

__all__ = [
    "ArticleOpening",
    "ArticleSection",
    "ChangeKind",
    "CollatedMoment",
    "CollatedStory",
    "ComparedRow",
    "CopyEdit",
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
    "NearCopy",
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
    __getattr__ = import_at_first_use(__name__, _MODULES)
