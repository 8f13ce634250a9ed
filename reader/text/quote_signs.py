"""The signs of quotation marks in all languages."""

from __future__ import annotations

DOUBLE_SIGNS = '"“”„‟＂'
SINGLE_SIGNS = "'‘’‚"
LEFT_ANGLES, RIGHT_ANGLES = "«‹", "»›"
ANGLES = LEFT_ANGLES + RIGHT_ANGLES
LEFT_CORNERS, RIGHT_CORNERS = "「『", "」』"
CORNERS = LEFT_CORNERS + RIGHT_CORNERS
LOW_SIGNS = "„‚"
"""Signs on the line, which only open."""

OPENING_SIGNS = "“‘‟" + LOW_SIGNS + LEFT_ANGLES + LEFT_CORNERS
"""Signs that open in most languages."""
CLOSING_SIGNS = "”’" + RIGHT_ANGLES + RIGHT_CORNERS
"""Signs that close in most languages."""
STRAIGHT_SIGNS = "\"'"
"""Signs that open and close."""
ANY_OPENING = OPENING_SIGNS + STRAIGHT_SIGNS + RIGHT_ANGLES + "”"
"""Signs that open in some language: German has »so«, Swedish ”so”."""
ANY_CLOSING = CLOSING_SIGNS + STRAIGHT_SIGNS + LEFT_ANGLES + "“"
"""Signs that close in some language: German has „so“ and »so«."""

UNMISTAKABLE_SIGNS = DOUBLE_SIGNS + ANGLES + CORNERS
"""Signs that are nothing but quotation marks, in print at least."""
QUOTE_SIGNS = UNMISTAKABLE_SIGNS + SINGLE_SIGNS
