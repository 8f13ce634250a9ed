"""The collated reading: every moment of a story once, with what the others have otherwise."""
