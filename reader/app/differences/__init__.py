"""The screen of differences: what the articles state otherwise, in their own words."""
