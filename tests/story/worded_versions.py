"""Two versions of one made-up text, and another outlet's story of the same event."""

from __future__ import annotations

from dataclasses import replace

from reader import article_from_text
from reader.articles import Article, clean_line

NOTE = (
    "Correction: An earlier version of this article misstated the number of injured passengers. "
    "It was 21, not 12."
)
FIRST = """\
Barge blocks canal at Tamsel, 12 hurt

A grain barge ran aground below the lock at Tamsel on Friday night and blocked the canal for nine \
hours, the waterways office told reporters in the morning.

The crew of three was taken off unhurt by a boat of the fire brigade, but 12 passengers of a ferry \
were injured when it struck the barge.

“We have asked for a dredger every single year since the flood,” said Ilse Marand, the harbour \
master of Brodau.

Two tugs pulled the barge free shortly before seven, when the first ships already waited in a row \
that reached back to the harbour of Brodau.

Farmers in Brodau complained that their beets had been waiting on the quay all night long.

The office will publish a report on the depth of the canal before the end of the summer."""
SECOND = f"""\
Barge blocks canal at Tamsel, 21 hurt

A grain barge ran aground below the lock at Tamsel on Friday night and blocked the canal for nine \
hours, the waterways office told reporters on Saturday.

Two tugs pulled the barge free shortly before seven, when the first ships already waited in a row \
that reached back to the harbour of Brodau.

The crew of three was taken off unhurt by a boat of the fire brigade, but 21 passengers of a ferry \
were injured when it struck the barge.

“We have asked for a new dredger every single year since the flood,” said Ilse Marand, the harbour \
master of Brodau.

The owner of the barge, Lock & Sons, did not say why its captain had left the channel.

The office will not publish a report on the depth of the canal before the end of the summer.

{NOTE}"""


def make_version(text: str, *, outlet: str | None = "Harbour Herald", **stated: object) -> Article:
    """Return a text as an article of an outlet, with what else it states of itself."""
    name = clean_line(f"{outlet} {sorted(stated.items())}")
    article = article_from_text(text, name=name)
    return replace(
        article,
        outlet=clean_line(outlet) if outlet else None,
        language="en",
        **{key: clean_line(str(value)) for key, value in stated.items()},
    )
