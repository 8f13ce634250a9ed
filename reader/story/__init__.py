"""What several articles report together: moments, and what they state otherwise in them."""

from reader.story.difference import Difference, DifferenceKind, DifferenceSide
from reader.story.moments import Moment

__all__ = ["Difference", "DifferenceKind", "DifferenceSide", "Moment"]
