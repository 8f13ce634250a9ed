"""The screen of versions of one text: which there are, and what changed between two of them."""
