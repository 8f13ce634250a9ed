"""The meanings of the signs of the reading screen, for its help."""

from __future__ import annotations

from reader.app.themes.signs import Signs, article_mark
from reader.linking.links import Level


def reading_sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of every sign of the panes, the gutter and the headers."""
    second, third = article_mark(1), article_mark(2)
    weak = signs.place_mark(third, Level.RELATED)
    probable = signs.place_mark(second, Level.PROBABLY)
    return (
        (signs.here, "the paragraph you are reading"),
        (signs.same, "the same moment in another article"),
        (signs.probably, "probably the same moment: about seven in ten are"),
        (signs.related, "related: the same occasion; about half are the same moment"),
        (signs.perhaps, "perhaps: no link, but this is the most alike; Enter goes there"),
        (
            f"{signs.dot}{second}{weak}{signs.dot}{signs.dot}",
            f"below a number, a place for each article: [{second}] has the same moment (bold), or "
            f"probably ({probable}, not bold), [{third}] is related, {signs.dot} does not have it",
        ),
        (
            "",
            "nothing below it: only here, or a line of the page (headline, byline, caption)",
        ),
        (signs.differs, "others state a figure, day, name or the like otherwise: D lists it"),
        (signs.only_here, "only here: surely no other article has it"),
        (signs.shared_copy, "in the lens of copy: words that another article has, too"),
        (signs.rail, "at the right of a pane: the whole article, from top to bottom"),
        (signs.thumb, "on it, the part on the screen; the signs of links, where they lead"),
        (
            f"3{signs.same} 1{signs.probably} 2{signs.related}",
            "beside a name: 3 links to the article you are reading are the same moment, 1 "
            "probably, 2 related",
        ),
        (signs.pinned, "this pane stays still"),
        (signs.note, "you wrote a note on it: e shows it, E lists all"),
        (signs.rejected, "you rejected a link, a difference or a quote of it"),
    )
