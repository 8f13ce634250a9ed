"""Turns the library's result for a page into the paragraphs of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reader.articles.furniture.boilerplate import is_boilerplate
from reader.articles.furniture.captions import is_caption
from reader.articles.furniture.prose import count_words, is_long_prose, visual_width
from reader.articles.furniture.site_appeals import is_about_site
from reader.sources.formats.page_alignment import LocatedPiece, StatedWords, position_or_before
from reader.sources.formats.page_asides import AsideFinder, add_asides
from reader.sources.formats.page_blocks import PageTree, compact
from reader.sources.formats.page_boxes import mark_boxes
from reader.sources.formats.page_cards import mark_cards, mark_other_stories
from reader.sources.formats.page_copies import mark_copies
from reader.sources.formats.page_entries import TimedPiece, mark_entries
from reader.sources.formats.page_galleries import mark_galleries
from reader.sources.formats.page_next_stories import mark_next_stories
from reader.sources.formats.page_other_articles import other_articles_note
from reader.sources.formats.page_previews import preview_note
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    furniture_regions,
    is_address,
    is_link,
    is_prose,
)
from reader.sources.formats.page_standfirst import mark_standfirst
from reader.sources.formats.page_statements import PageStatements
from reader.sources.formats.page_story import complete_story
from reader.sources.formats.tag_stripping import PagePiece
from reader.text.sentences import split_sentences

# A story with fewer words is doubted.
_FEWEST_WORDS = 25
# The share of the story in the JSON-LD that the page must show.
_LEAST_SHOWN_SHARE = 0.5
_FEWEST_DOUBTED_SENTENCES = 2
# The share of what a page shows of its story that a story in its scripts must have.
_LEAST_KNOWN_SHARE = 0.5
# A paragraph longer than that many times its paragraph of the page may hold more than the page.
_LONGEST_EXCESS = 1.2
_LONG_PAGE = "the page has {:,} paragraphs; all of them are taken for the story"
_FROM_DATA = "the story is from the data of the page (JSON), which shows only a part of it"


def read_story(
    story: Sequence[PagePiece],
    tree: PageTree,
    statements: PageStatements,
    title: str | None,
    find_subtitle: Callable[[], list[str]] = list,
) -> dict[str, object]:
    """Return the paragraphs of an article, the times of their entries, and notes on them.

    Args:
        story: the paragraphs that the library found.
        tree: the page.
        statements: the statements about the story in the head of the page.
        title: of the story.
        find_subtitle: returns the lines of a subtitle that the page does not show; only asked
            where no standfirst is found.

    Returns `paragraphs`, each its kind, its words and the time of its entry in a live blog, ""
    in no entry; and `notes`.
    """
    story = _with_densest(story, tree)
    pieces, doubts, hidden = complete_story(story, tree, statements.story)
    following = mark_next_stories(pieces, tree, title)
    doubts = [position for position in doubts if position not in following.positions]
    pieces = mark_other_stories(mark_cards(following.pieces, tree), tree, title)
    pieces = mark_galleries(mark_boxes(pieces, tree, statements.story), tree)
    pieces = mark_copies(pieces)
    asides = AsideFinder(pieces, tree, following.positions).find()
    pieces = add_asides(pieces, tree, asides)
    doubts = sorted({*doubts, *asides})
    notes = [
        _doubt_note(doubts, pieces, tree),
        _hidden_note(hidden),
        other_articles_note(pieces, tree) or following.note,
    ]
    if _shows_too_little(pieces, tree, statements.story):
        pieces = _replace_body(pieces, statements.story)
        notes = [_FROM_DATA]
    pieces = _mark_titles(pieces, title)
    pieces = mark_standfirst(pieces, tree, statements.descriptions, title)
    if not any(piece.kind == "standfirst" for piece in pieces):
        pieces = _with_subtitle(pieces, find_subtitle())
    notes.append(preview_note(pieces, tree, statements.extent))
    entries = mark_entries(pieces, tree)
    linked = StatedWords(statements.story)
    return {
        "paragraphs": [
            ["story" if _is_certain(entry, linked) else entry.kind, entry.text, entry.time]
            for entry in entries
        ],
        "notes": [note for note in notes if note],
    }


def _with_subtitle(pieces: Sequence[LocatedPiece], subtitle: Sequence[str]) -> list[LocatedPiece]:
    """Return the story with a subtitle as its standfirst, below the title."""
    at = 1 if pieces and pieces[0].kind == "title" else 0
    lines = [LocatedPiece("standfirst", line, None) for line in subtitle]
    return [*pieces[:at], *lines, *pieces[at:]]


def read_long_page(tree: PageTree) -> dict[str, object]:
    """Return the paragraphs of a page that is too long to look for a story in it.

    They are all of the story, but for those in regions of furniture.
    """
    pieces = [LocatedPiece("body", block.text, at) for at, block in enumerate(tree.blocks)]
    regions = furniture_regions(pieces, tree)
    kinds = (
        "boilerplate"
        if block.is_hidden or not regions.isdisjoint(block.regions)
        else "heading"
        if tree.heading_level(block)
        else "story"
        for block in tree.blocks
    )
    paragraphs = [[kind, block.text, ""] for kind, block in zip(kinds, tree.blocks, strict=True)]
    return {"paragraphs": paragraphs, "notes": [_LONG_PAGE.format(len(tree.blocks))]}


def _is_certain(entry: TimedPiece, linked: StatedWords) -> bool:
    """Return whether a paragraph is the story's, whatever words of a site are in it.

    It is a long one in the JSON-LD, or an address, which cannot be told by its words.
    """
    if entry.kind not in BODY_KINDS:
        return False
    return is_address(entry.text) or (
        entry.kind == "body" and is_long_prose(entry.text) and entry.text in linked
    )


def choose_hidden_story(
    hidden: Sequence[str], story: Sequence[PagePiece], tree: PageTree
) -> list[str]:
    """Return the story in the scripts of a page, [] where the page shows another one.

    Args:
        hidden: the paragraphs in the scripts.
        story: what the library found.
        tree: the page.
    """
    shown = [text for _, text in _with_densest(story, tree) if is_prose(text)]
    words = StatedWords(hidden)
    width = sum(map(visual_width, shown))
    known = sum(visual_width(text) * words.share(text) for text in shown)
    is_same = known >= _LEAST_KNOWN_SHARE * width or sum(map(count_words, shown)) < _FEWEST_WORDS
    return list(hidden) if is_same else []


def _mark_titles(pieces: Sequence[LocatedPiece], title: str | None) -> list[LocatedPiece]:
    """Return the story with repetitions of its title above its first paragraph marked as such.

    Another headline between its paragraphs is a heading of it.
    """
    own = compact(title or "")
    prose = [
        at for at, piece in enumerate(pieces) if piece.kind in BODY_KINDS and is_prose(piece.text)
    ]
    first = next((at for at, piece in enumerate(pieces) if is_prose(piece.text)), 0)

    def find_kind(at: int, piece: LocatedPiece) -> str:
        is_title = own and compact(piece.text) == own
        if is_title and at <= first:
            return "title"
        is_between = bool(prose) and prose[0] < at < prose[-1]
        return "heading" if piece.kind == "title" and is_between and not is_title else piece.kind

    return [piece._replace(kind=find_kind(at, piece)) for at, piece in enumerate(pieces)]


def _with_densest(story: Sequence[PagePiece], tree: PageTree) -> list[PagePiece]:
    """Return the story, or the elements with most prose where the library found next to none."""
    if sum(count_words(text) for _, text in story) >= _FEWEST_WORDS:
        return list(story)
    densest = _find_densest(tree)
    if sum(map(count_words, densest)) < _FEWEST_WORDS:
        return list(story)
    known = StatedWords(densest)
    others = [("boilerplate", text) for _, text in story if text not in known]
    return [*(("body", text) for text in densest), *others]


def _find_densest(tree: PageTree) -> list[str]:
    """Return the prose in the elements of one name that hold more of it than any others."""
    by_signature: dict[int, list[str]] = {}
    sizes: Counter[int] = Counter()
    for block in tree.blocks:
        if block.is_hidden or block.is_caption or is_link(block):
            continue
        if is_prose(block.text) and not tree.heading_level(block):
            signature = tree.elements[tree.holder(block)].signature
            by_signature.setdefault(signature, []).append(block.text)
            sizes[signature] += visual_width(block.text)
    return by_signature[sizes.most_common(1)[0][0]] if sizes else []


def _shows_too_little(
    pieces: Sequence[LocatedPiece], tree: PageTree, linked_texts: Sequence[str]
) -> bool:
    """Return whether most of the story in the JSON-LD is not among the page's paragraphs.

    Words that the library itself took from the JSON-LD are in no paragraph of the page.
    """
    total = sum(map(visual_width, linked_texts))
    if sum(map(count_words, linked_texts)) < _FEWEST_WORDS:
        return False
    shown = StatedWords(_shown_texts(pieces, tree))
    missing = sum(visual_width(text) * (1 - shown.share(text)) for text in linked_texts)
    return missing > _LEAST_SHOWN_SHARE * total


def _shown_texts(pieces: Sequence[LocatedPiece], tree: PageTree) -> list[str]:
    """Return the words of the story that are in paragraphs of the page.

    The library may have one paragraph of the JSON-LD that begins as one of the page does.
    """
    located = [piece for piece in pieces if piece.position is not None]
    page = StatedWords([block.text for block in tree.blocks])
    return [
        piece.text
        if len(piece.text) <= _LONGEST_EXCESS * len(block.text) or piece.text in page
        else block.text
        for piece in located
        for block in (tree.blocks[piece.position or 0],)
    ]


def _replace_body(
    pieces: Sequence[LocatedPiece], linked_texts: Sequence[str]
) -> list[LocatedPiece]:
    """Return the paragraphs of the JSON-LD as the story, below what the page shows above it."""
    linked = StatedWords(linked_texts)
    others = [piece for piece in pieces if piece.position is not None and piece.text not in linked]
    head = [piece for piece in others if piece.kind in ("title", "caption")]
    folded = [
        piece._replace(kind="boilerplate")
        for piece in others
        if piece.kind not in ("title", "caption")
    ]
    shown = [piece for piece in pieces if piece.position is not None and is_prose(piece.text)]
    body = [part for text in linked_texts for part in _cut_at_paragraphs(text, shown)]
    return [*head, *body, *folded]


def _cut_at_paragraphs(text: str, shown: Sequence[LocatedPiece]) -> Iterator[LocatedPiece]:
    """Yield a text of the JSON-LD in the paragraphs that the page shows of it, and what is left."""
    done = 0
    for piece in shown:
        at = text.find(piece.text, done)
        if at < 0:
            continue
        if before := text[done:at].strip():
            yield LocatedPiece("body", before, None)
        yield piece._replace(kind="body")
        done = at + len(piece.text)
    if rest := text[done:].strip():
        yield LocatedPiece("body", rest, None)


def _doubt_note(
    doubts: Sequence[int], pieces: Sequence[LocatedPiece], tree: PageTree
) -> str | None:
    """Return the note on paragraphs that are folded and may be the story's, None without any.

    A single sentence is seldom of the story if only its place suggests it.
    """
    shown = {piece.position for piece in pieces if piece.kind == "boilerplate"}
    last = max(
        (position_or_before(piece) for piece in pieces if piece.kind in BODY_KINDS), default=-1
    )
    doubted = [
        position
        for position in doubts
        if position in shown and not _is_of_site(tree.blocks[position].text)
    ]
    texts = [tree.blocks[position].text for position in doubted]
    if sum(len(split_sentences(text)) for text in texts) < _FEWEST_DOUBTED_SENTENCES:
        return None
    place = "end" if doubted[0] > last else "middle"
    if len(texts) == 1:
        return f"1 paragraph may be missing from the {place} of the page; it is folded"
    return f"{len(texts)} paragraphs may be missing from the {place} of the page; they are folded"


def _hidden_note(hidden: Sequence[int]) -> str | None:
    """Return the note on paragraphs among those of the story that the page hides."""
    if not hidden:
        return None
    if len(hidden) == 1:
        return "1 paragraph that the page hides is folded"
    return f"{len(hidden)} paragraphs that the page hides are folded"


def _is_of_site(text: str) -> bool:
    return (
        text.endswith(":")
        or is_boilerplate(text, in_story=True)
        or is_about_site(text, near_boilerplate=True, in_story=True)
        or is_caption(text)
    )
