"""What the signs of the reading screen mean, for its help."""

from __future__ import annotations

from reader.app.themes.signs import Signs, article_mark


def reading_sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of every sign of the panes, the gutter and the headers."""
    second, third = article_mark(1), article_mark(2)
    weak = signs.weak_mark(third)
    return (
        (signs.here, "the paragraph you are reading"),
        (signs.same, "the same moment in another article"),
        (signs.related, "related: the same occasion, other content"),
        (
            f"{signs.dot}{second}{weak}{signs.dot}{signs.dot}",
            f"below a number, a place for each article: [{second}] has the same moment, "
            f"[{third}] is related, {signs.dot} does not have it",
        ),
        ("", "nothing below the number: only here"),
        (
            f"3{signs.same} 2{signs.related}",
            "beside a name: 3 links to the article you are reading are the same moment, 2 related",
        ),
        (signs.pinned, "this pane stays still"),
    )
