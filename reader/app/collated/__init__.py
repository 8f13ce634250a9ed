"""The screen of the collated story: every moment once, in its fullest version."""
