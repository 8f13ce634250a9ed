"""What several articles report together: moments."""

from reader.story.moments import Moment

__all__ = ["Moment"]
