"""`python -m reader`, and the command `reader`."""

from __future__ import annotations

from reader.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
