"""The check of a draft: has it the words, the sense and the speaker that its sources have?

The names below are imported from their modules at their first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.quote_check.draft_check import QuoteCheck, QuoteSources, check_quote, check_quotes
    from reader.quote_check.draft_verdicts import Verdict

_MODULES = {
    "QuoteCheck": "draft_check",
    "QuoteSources": "draft_check",
    "Verdict": "draft_verdicts",
    "check_quote": "draft_check",
    "check_quotes": "draft_check",
}

__all__ = [
    "QuoteCheck",
    "QuoteSources",
    "Verdict",
    "check_quote",
    "check_quotes",
]

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
