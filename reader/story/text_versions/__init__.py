"""Versions of one text: which articles are states of it, and what changed from one to the next."""
