"""What several articles tell together: moments."""

from reader.story.moments import Moment

__all__ = ["Moment"]
