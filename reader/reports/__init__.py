"""Reports of a coverage: plain text, JSON lines and tables.

Every function gives lines or tables and prints nothing. JSON lines hold only ASCII characters,
so that a terminal or a program with another encoding cannot misread them. Rich is imported
only where tables are built.
"""
