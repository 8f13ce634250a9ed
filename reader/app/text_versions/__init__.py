"""The screen of versions of one text, with the changes between two of them."""
