"""What of an article belongs to its site and page, and not to the story."""
