"""The reasons that a check should give for the harmful kinds: at least one of those named.

A kind that is left out has none in particular: that the quotation needs a look is enough.
"""

from __future__ import annotations

_NUMBER = ("number",)
_LIMIT = ("negation", "doubt", "modality", "condition", "qualification", "attribution")

EXPECTED_REASONS: dict[str, tuple[str, ...]] = {
    "decimal point lost": _NUMBER,
    "thousands turned to a fraction": _NUMBER,
    "range joined": _NUMBER,
    "fraction joined": _NUMBER,
    "currency changed": _NUMBER,
    "percent sign lost": _NUMBER,
    "sign lost": _NUMBER,
    "clock time changed": _NUMBER,
    "digit changed": _NUMBER,
    "order of magnitude changed": _NUMBER,
    "number word changed": _NUMBER,
    "number replaced in brackets": _NUMBER,
    "negation dropped": ("negation", "qualification", "changed"),
    "negation put in": ("negation", "qualification", "changed"),
    "dots for what limits it": _LIMIT,
    "bracket for a negation": ("negation", "changed", "qualification", "number", "modality"),
    "negation put in brackets": ("negation", "inserted", "changed"),
    "hedge dropped": (*_LIMIT, "changed"),
    "negation left out at the start": ("negation",),
    "denial left out at the start": _LIMIT,
    "doubt left out at the start": ("doubt", "modality", "question", "condition", "negation"),
    "supposition left out at the start": _LIMIT,
    "another's claim left out at the start": ("attribution", "doubt"),
    "condition left out at the start": ("condition", "qualification"),
    "question made a statement": ("question",),
    "condition left out at the end": ("condition", "qualification"),
    "denial left out at the end": _LIMIT,
    "qualification left out at the end": _LIMIT,
    "limit left out at the start": _LIMIT,
    "another's words inside a quotation": ("attribution", "negation"),
    "cut before in one source": ("fuller_source",),
    "prose as a quotation": ("not_quoted", "indirect_made_direct"),
    "words of prose as a quotation": ("not_quoted", "indirect_made_direct"),
    "indirect statement made direct": ("indirect_made_direct", "not_quoted"),
    "single word that nobody said": ("single_word", "not_quoted", "not_found"),
    "sentences swapped": ("moved",),
    "quotations joined": ("joined",),
    "speakers joined": ("crosses_speakers",),
    "another speaker of the article": ("other_speaker",),
    "a speaker from outside": ("other_speaker",),
    "another given name": ("other_speaker",),
    "another person of one surname": ("other_speaker",),
    "title contradicts": ("other_speaker",),
    "family name first, other given name": ("other_speaker",),
    "somebody close for the person": ("other_speaker",),
    "another role": ("other_speaker",),
    "institution for a person": ("other_speaker",),
    "transcript, another label": ("other_speaker",),
    "transcript, two turns joined": ("crosses_speakers",),
    "subtitles, another voice": ("other_speaker",),
}
