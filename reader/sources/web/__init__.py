"""Fetching of addresses: the only package that opens a connection."""
