"""File formats that articles are read from: text, pages, mail, feeds, article records."""
