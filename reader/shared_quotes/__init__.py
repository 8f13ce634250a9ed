"""One utterance as several articles carry it: versions, word differences, draft checks."""
