"""The screen that shows who is named and who is heard, over the articles."""
