"""A coverage written down: as plain text, and link by link."""
