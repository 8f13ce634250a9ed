"""The reading screen: articles side by side."""
