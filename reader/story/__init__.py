"""What several articles report together: moments, what they state otherwise in them, and which
article reports which, who is named and who is heard."""

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
