"""What a text states about its own origin: title, outlet, agency, byline, dateline, date."""
