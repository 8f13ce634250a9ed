"""The terminal: its driver, signals, pasted text."""
