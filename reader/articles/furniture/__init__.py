"""The parts of an article that belong to its site and page, not to the story."""
