"""A report as one page of HTML that needs nothing else: no network, no other file.

The template escapes every value. A policy in the page lets nothing run and nothing load but its own
style and script, which it names by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from reader.reports.documents.html_page import build_page
from reader.reports.documents.report import Report, ReportPart

_FOLDER = files("reader.reports.documents") / "page"


def format_report_as_html(
    report: Report, parts: Collection[ReportPart] | None = None
) -> Iterator[str]:
    """Yield the lines of the page of a report.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None.
    """
    style, script = _read("report.css"), _read("report.js")
    page = _load_template().render(
        page=build_page(report, parts),
        style=Markup(style),
        script=Markup(script),
        policy=_write_policy(style, script),
    )
    yield from page.split("\n")


@lru_cache(maxsize=1)
def _load_template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=False
    )
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return environment.from_string(_read("report.html.jinja"))


@lru_cache(maxsize=3)
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _write_policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
