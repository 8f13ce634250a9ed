"""The screen's side of what the user adds to articles: notes, rejected claims, added links."""
