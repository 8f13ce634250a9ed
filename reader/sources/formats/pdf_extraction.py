"""The text of PDF documents by pypdf, an optional library. Runs in the child process only.

The library was chosen by measurement, see docs/libraries.md.
"""

from __future__ import annotations

from collections.abc import Mapping

MAX_PAGES = 500
"""Of a longer document nothing is read: it is a book."""

# Characters.
_MOST_CHARACTERS = 16 * 1024 * 1024
_LONGEST_PROPERTY = 1000
_PAGE_BREAK = "\f"
_DAMAGED = "the PDF document is damaged; print it to a new PDF or save its text as a .txt file"
_PROTECTED = "the PDF document is protected by a password; save its text as a .txt file"
_TOO_LONG = f"the PDF document has more than {MAX_PAGES} pages; save the part to compare"


def extract_pdf(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Return the text of a PDF document.

    Args:
        payload: the document.
        options: none are used.

    Returns `text`, with a form feed between pages, and the properties `title` and `author`, all
    raw. Where it cannot be read there is only `refusal`: why, and what to do.
    """
    import io

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        document = PdfReader(io.BytesIO(payload))
        # Many documents that forbid printing only have an empty password.
        if document.is_encrypted and not document.decrypt(""):
            return {"refusal": _PROTECTED}
        if len(document.pages) > MAX_PAGES:
            return {"refusal": _TOO_LONG}
        pages: list[str] = []
        for page in document.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > _MOST_CHARACTERS:
                return {"refusal": _TOO_LONG}
        properties: Mapping[str, object] = document.metadata or {}
        return {
            "text": _PAGE_BREAK.join(pages),
            "title": _string(properties.get("/Title")),
            "author": _string(properties.get("/Author")),
        }
    except (FileNotDecryptedError, DependencyError):
        return {"refusal": _PROTECTED}
    # The library raises errors of many kinds on documents that break the rules of the format.
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
    ):
        return {"refusal": _DAMAGED}


def _string(value: object) -> str:
    return str(value)[:_LONGEST_PROPERTY] if isinstance(value, str) else ""
