"""Shared copy: runs of words that articles have in common, and whose copy that is."""
