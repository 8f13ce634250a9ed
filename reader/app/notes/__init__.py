"""What the user adds to articles, on the screen: notes, rejected claims, added links."""
