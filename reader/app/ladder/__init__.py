"""The quote ladder: one shared quote, version by version."""
