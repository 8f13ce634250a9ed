"""What several articles report together: moments, what they state otherwise in them, and which
article reports which."""

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
from reader.story.origins import Origin
from reader.story.shared_copy import SharedCopy, SharedRun

__all__ = [
    "ArticleSection",
    "CollatedMoment",
    "CollatedStory",
    "CoverageMatrix",
    "Difference",
    "DifferenceKind",
    "DifferenceSide",
    "MatrixCell",
    "MatrixRow",
    "Moment",
    "MomentForm",
    "MomentVersion",
    "Origin",
    "SharedCopy",
    "SharedRun",
]
