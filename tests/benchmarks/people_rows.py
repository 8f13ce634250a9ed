"""How often a labelled quotation is counted at its speaker's row, and rows are one speaker each.

    python tests/benchmarks/people_rows.py [--data FOLDER] [--errors]

The labelled articles of an event are read together. Every direct or partial quotation that begins
an utterance and has a marked speaker is looked for among what the rows have somebody say. Right is
a row whose name, or one of its names in that article, has the last word of the marked speaker.
Then all pairs of them in an event: is one row one speaker? Two are truly one speaker where the
last words of their names are one.

Beside it, rows by the name that the quote itself has, as a count without joined names would have.
The articles of an event are all in the part to work on or all in the part to report; nothing may
be tuned on the second.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from quotes_quality import DEFAULT_DATA, read_lines

from reader import article_from_text, find_quotes
from reader.articles import Article
from reader.quote_versions import VersionForm
from reader.quotes import Quote
from reader.story import CoveragePeople, PeopleRow
from reader.story.people.people_rows import build_people


class Labelled(NamedTuple):
    """A labelled quotation and the rows it was counted at."""

    article: int
    speaker: str
    """The last word of the marked speaker, in lower case."""
    row: str
    """The name of the row; empty where nobody is surely said to have said it."""
    is_right: bool
    printed: str
    """The name that the quote itself has."""


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--errors", action="store_true", help="list those of the part to work on")
    arguments = parser.parse_args()
    articles = {line["doc"]: line for line in read_lines(arguments.data / "ecbplus_train.jsonl")}
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in read_lines(arguments.data / "quotes_train.jsonl"):
        events[articles[line["doc"]]["subtopic"]].append(line)
    parts: dict[str, list[list[Labelled]]] = {"work": [], "report": []}
    took = 0.0
    for event, lines in sorted(events.items()):
        begin = time.process_time()
        found = _read_event(lines, articles)
        took += time.process_time() - begin
        parts["work" if _in_working_part(event) else "report"].append(found)
    print(
        f"{'':8}{'said':>6}{'right':>7}{'unknown':>9}   one row one speaker: P / R, by printed name"
    )
    for part, groups in parts.items():
        _print_part(part, groups)
    print(f"{took:.1f} s of processor time")
    if arguments.errors:
        for each in (each for group in parts["work"] for each in group if not each.is_right):
            print(f"  {each.speaker}: row {each.row or 'unknown'}, printed {each.printed}")
    return 0


def _in_working_part(event: str) -> bool:
    return hashlib.sha256(event.encode()).digest()[0] % 2 == 0


def _read_event(
    lines: Sequence[dict[str, Any]], texts: dict[str, dict[str, Any]]
) -> list[Labelled]:
    articles = [_make_article(texts[line["doc"]]) for line in lines]
    quotes = [find_quotes(article) for article in articles]
    people = build_people(articles, quotes)
    return [
        labelled
        for position, line in enumerate(lines)
        for labelled in _read_article(
            position, line["quotes"], texts[line["doc"]]["sentences"], people, quotes[position]
        )
    ]


def _make_article(line: dict[str, Any]) -> Article:
    return article_from_text("\n\n".join(line["sentences"]), name=line["doc"])


def _read_article(
    position: int,
    entries: Sequence[dict[str, Any]],
    sentences: Sequence[str],
    people: CoveragePeople,
    quotes: Sequence[Quote],
) -> Iterator[Labelled]:
    for entry in entries:
        is_speech = entry["kind"] in ("direct", "partial") and not entry["continues"]
        if not is_speech or not entry["speaker"]:
            continue
        words = sentences[entry["sentence"]][entry["start"] : entry["end"]]
        quote = next((each for each in quotes if _is_alike(each.text, words)), None)
        if quote is None:
            continue
        speaker = _last_word(entry["speaker"]["text"])
        row = _find_row(people, position, words)
        names = [row.name, *(name for cell in row.cells for name in cell.names)] if row else []
        printed = quote.speaker.name if quote.speaker else ""
        is_right = any(_last_word(name) == speaker for name in names)
        yield Labelled(position, speaker, row.name if row else "", is_right, printed)


def _find_row(people: CoveragePeople, article: int, words: str) -> PeopleRow | None:
    for row in (*people.persons, *people.others):
        cell = row.cell(article)
        speeches = cell.speeches if cell else ()
        quoted = [each for each in speeches if each.form is not VersionForm.INDIRECT]
        if any(each.is_stated and _is_alike(each.passage.text, words) for each in quoted):
            return row
    return None


def _is_alike(found: str, words: str) -> bool:
    """Whether the words of a quote are those that are labelled, or a sentence of them."""
    one, other = found.strip(" ,.?!").lower(), words.strip(" ,.?!").lower()
    return bool(one) and (one in other or other in one)


def _last_word(name: str) -> str:
    words = [word.strip(".,’'").lower() for word in name.replace("’s", "").split()]
    words = [word for word in words if word not in ("jr", "sr", "iii", "")]
    return words[-1] if words else ""


def _print_part(part: str, groups: Sequence[Sequence[Labelled]]) -> None:
    every = [each for group in groups for each in group]
    right = sum(each.is_right for each in every) / max(1, len(every))
    unknown = sum(not each.row for each in every) / max(1, len(every))
    ours = _measure_pairs(groups, by_row=True)
    printed = _measure_pairs(groups, by_row=False)
    print(
        f"{part:8}{len(every):6}{right:7.3f}{unknown:9.3f}   "
        f"{ours[0]:.3f} / {ours[1]:.3f}, {printed[0]:.3f} / {printed[1]:.3f}"
    )


def _measure_pairs(groups: Sequence[Sequence[Labelled]], *, by_row: bool) -> tuple[float, float]:
    """Return precision and recall of pairs said to be one speaker's."""
    both = said = true = 0
    for group in groups:
        for one, other in combinations(group, 2):
            names = (one.row, other.row) if by_row else (one.printed, other.printed)
            is_said = bool(names[0]) and names[0] == names[1]
            is_true = one.speaker == other.speaker
            said, true, both = said + is_said, true + is_true, both + (is_said and is_true)
    return both / max(1, said), both / max(1, true)


if __name__ == "__main__":
    raise SystemExit(main())
