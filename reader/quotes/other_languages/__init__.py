"""Quotes in other languages than English: rules that read their words from a file a language.

A language without a file has quotes without speakers: what is spoken is told by the marks alone.
"""
