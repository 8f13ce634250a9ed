"""The screen of differences: what the articles state differently, in their own words."""
