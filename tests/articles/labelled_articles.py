"""Invented articles with labels: parsing them, and scoring what was found in them.

A file holds several, each after a line `=== name`: first the fields that must be found
(`name: value`; alternatives after ` || `; `-` for none), then `---`, then the
article. The field `layout` is the layout of the text: `lines` (a paragraph a line, the
default), `blank` (a blank line between paragraphs) or `wrapped 72`; a text that
begins with `<` is a page in HTML.

In a text every paragraph is prefixed by its kind: B body, H heading, F furniture, S body or
heading, ? not scored; `+` continues the paragraph above. In a page the story is marked
`{B|…|}` and `{H|…|}`; `{F|…|}` are lines that must not be taken for the story, and
everything unmarked is furniture if it is found at all.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from reader.articles import Article
from reader.articles.metadata.date_forms import format_date

FOLDER = Path(__file__).parent / "pages"
PARTS = ("work", "report")
FIELDS = (
    "title", "outlet", "agency", "byline", "dateline", "published", "credits", "language",
    "standfirst",
)  # fmt: skip
LABELLED_ONLY = ("updated", "corrected", "corrections")
"""Fields that are scored only where an article has a label for them."""

KINDS = {"B": "body", "H": "heading", "F": "furniture"}


@dataclass
class LabelledArticle:
    """One invented article with its labels and its layout."""

    name: str
    layout: str = "lines"
    fields: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)
    content: str = ""
    """The text of the file or page."""

    @property
    def is_page(self) -> bool:
        return self.layout == "html"


@dataclass
class Score:
    """Numbers of correct, wrong and missed findings."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


@dataclass
class ArticleScore:
    """The scores of one article, and its errors in words."""

    kinds: dict[str, Score]
    fields: dict[str, Score]
    errors: list[str]


def read_part(part: str, folder: Path = FOLDER) -> list[LabelledArticle]:
    """Return the articles of one part of the set, in the order of their files."""
    return [
        labelled for path in sorted((folder / part).glob("*.txt")) for labelled in parse_file(path)
    ]


def parse_file(path: Path) -> list[LabelledArticle]:
    pieces = re.split(r"(?m)^=== (.+)\n", path.read_text(encoding="utf-8"))[1:]
    return [
        _parse_article(name.strip(), piece)
        for name, piece in zip(pieces[::2], pieces[1::2], strict=True)
    ]


def score_article(labelled: LabelledArticle, article: Article) -> ArticleScore:
    """Compare an article with its labels."""
    kinds = {kind: Score() for kind in KINDS.values()}
    errors: list[str] = []
    (_score_page if labelled.is_page else _score_text)(labelled, article, kinds, errors)
    fields = {}
    for name in (*FIELDS, *(name for name in LABELLED_ONLY if name in labelled.fields)):
        right = labelled.fields.get(name, (None,))
        if name in ("published", "updated", "corrected") and labelled.is_page:
            right = (*right, *(format_date(date) for date in right if date))
        if name in ("credits", "corrections"):
            fields[name] = _score_credits(getattr(article, name), right)
        else:
            fields[name] = _score_field(getattr(article, name), right)
        if fields[name].wrong or fields[name].missed:
            expected = " || ".join(str(value) for value in right)
            errors.append(f"{name}: {getattr(article, name)!r} instead of {expected!r}")
    return ArticleScore(kinds, fields, errors)


def _parse_article(name: str, piece: str) -> LabelledArticle:
    head, _, content = piece.partition("---\n")
    labelled = LabelledArticle(name)
    for line in head.splitlines():
        key, colon, value = line.partition(": ")
        if colon and key == "layout":
            labelled.layout = value
        elif colon:
            labelled.fields[key] = tuple(
                None if one == "-" else one for one in value.split(" || ")
            )  # fmt: skip
    if content.startswith("<"):
        labelled.layout = "html"
        marked = re.findall(r"(?s)\{([BHF])\|(.*?)\|\}", content)
        labelled.paragraphs = [(kind, _page_text(words)) for kind, words in marked]
        labelled.content = re.sub(r"\{[BHF]\||\|\}", "", content)
    else:
        labelled.content = _laid_out(labelled, content.strip("\n").split("\n"))
    return labelled


def _laid_out(labelled: LabelledArticle, lines: Iterable[str]) -> str:
    out: list[str] = []
    for line in lines:
        kind, bar, words = line.partition("|")
        if not bar or kind not in "BHFS?+":
            raise ValueError(f"{labelled.name}: no kind before {line!r}")
        if kind == "+":
            kind, before = labelled.paragraphs.pop()
            labelled.paragraphs.append((kind, f"{before} {words.strip()}"))
        elif kind:
            labelled.paragraphs.append((kind, " ".join(words.split())))
        out.append(words)
    if labelled.layout.startswith("wrapped "):
        width = int(labelled.layout.split()[1])
        out = [
            textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False)
            for line in out
        ]
    return ("\n" if labelled.layout == "lines" else "\n\n").join(out) + "\n"


def _page_text(words: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", words)).split())


def _score_text(
    labelled: LabelledArticle, article: Article, kinds: dict[str, Score], errors: list[str]
) -> None:
    found = [(p.kind.value, " ".join(p.text.split())) for p in article.paragraphs]
    matcher = SequenceMatcher(
        None, [text for _, text in labelled.paragraphs], [text for _, text in found], autojunk=False
    )
    for operation, first, last, from_, to in matcher.get_opcodes():
        if operation != "equal":
            for kind, text in labelled.paragraphs[first:last]:
                if kind in KINDS:
                    kinds[KINDS[kind]].missed += 1
                    errors.append(f"not a paragraph: {kind}|{text[:90]}")
            for name, text in found[from_:to]:
                kinds[name].wrong += 1
                errors.append(f"no such paragraph: {name} {text[:90]}")
            continue
        for (kind, text), (name, _) in zip(
            labelled.paragraphs[first:last], found[from_:to], strict=True
        ):
            _score_paragraph(kind, text, name, kinds, errors)


def _score_paragraph(
    kind: str, text: str, found: str, kinds: dict[str, Score], errors: list[str]
) -> None:
    if kind == "?" or (kind == "S" and found == "heading"):
        return
    expected = "body" if kind == "S" else KINDS[kind]
    if found == expected:
        kinds[found].right += 1
    else:
        kinds[found].wrong += 1
        kinds[expected].missed += 1
        errors.append(f"{expected} found as {found}: {text[:100]}")


def _score_page(
    labelled: LabelledArticle, article: Article, kinds: dict[str, Score], errors: list[str]
) -> None:
    """Precision counts the paragraphs found, recall the labelled ones."""

    found = {kind: [] for kind in KINDS.values()}  # type: dict[str, list[str]]
    for paragraph in article.paragraphs:
        found[paragraph.kind.value].append(" ".join(paragraph.text.split()))
    joined = {kind: "\n".join(texts) for kind, texts in found.items()}
    for kind, text in labelled.paragraphs:
        expected = KINDS[kind]
        if kind == "F":
            inside = text in joined["body"] or text in joined["heading"]
            kinds[expected].missed += inside
            if inside:
                errors.append(f"furniture in the story: {text[:100]}")
            continue
        if text in joined[expected] or text.lstrip("•- ") in joined[expected]:
            kinds[expected].right += 1

        else:
            kinds[expected].missed += 1
            where = next((name for name, texts in joined.items() if text in texts), "nothing")
            errors.append(f"{expected} found as {where}: {text[:100]}")
    keys = {
        kind: [text for mark, text in labelled.paragraphs if KINDS[mark] == kind]
        for kind in KINDS.values()
    }
    for kind in ("body", "heading"):
        for text in found[kind]:
            if not any(key in text or text.lstrip("•- ") in key for key in keys[kind]):
                kinds[kind].wrong += 1
                errors.append(f"{kind} that is none: {text[:100]}")
    for text in found["furniture"]:
        if any(key in text for key in (*keys["body"], *keys["heading"])):
            kinds["furniture"].wrong += 1
        else:
            kinds["furniture"].right += 1
    kinds["furniture"].right += sum(
        text not in "\n".join(joined.values()) for text in keys["furniture"]
    )


def _score_field(found: str | None, right: tuple[str | None, ...]) -> Score:
    if found in right:
        return Score(right=int(found is not None))
    return Score(wrong=int(found is not None), missed=int(None not in right))


def _score_credits(found: tuple[str, ...], right: tuple[str | None, ...]) -> Score:
    """One by one, in any order."""
    expected = set(right[0].split("; ") if right[0] and (found or None not in right) else ())
    return Score(
        right=len(expected & set(found)),
        wrong=len(set(found) - expected),
        missed=len(expected - set(found)),
    )
