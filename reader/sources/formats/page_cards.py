"""Links to other stories inside of a story: cards of a title and a blurb, and lists of links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from reader.articles.furniture.boilerplate import is_boilerplate, is_link_list_label
from reader.articles.furniture.prose import ends_sentence
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageBlock, PageTree, compact
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    explains_link,
    find_linked_items,
    find_main_positions,
    find_story_end,
    is_address,
    is_link,
    is_list_of_names,
    is_prose,
    item_of,
    leads_to_source,
)

# The share of a story in elements of one name that makes them its own.
_LEAST_ELEMENT_SHARE = 0.1
# Paragraphs in one element that no list of stories has.
_FEWEST_PARAGRAPHS = 4
# Characters of the blurb of a card.
_LONGEST_BLURB = 300


def mark_cards(pieces: Sequence[LocatedPiece], tree: PageTree) -> list[LocatedPiece]:
    """Return the story with the links to other stories marked as boilerplate.

    A line that is a link and no sentence is one, and so are a heading that is a link and the
    one short paragraph below it; a heading with more below it is the story's.
    """
    own = _story_holders(pieces, tree)
    # Several elements of one name that hold the story are its entries.
    entries = _of_shared_names(own, tree)
    told = [
        piece.position
        for piece in pieces
        if piece.position is not None
        and piece.kind in BODY_KINDS
        and _is_of_story(piece, tree, own)
    ]
    between = range(min(told), max(told)) if told else range(0)
    marked = [_mark_link(piece, tree, own, between) for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece.position is None or piece.kind != "heading":
            continue
        below = _below(pieces, at)
        block = tree.blocks[piece.position]
        if is_link(block):
            below = _in_own_article(piece, below, pieces, tree)
            is_entry = tree.headed(block) in entries
            if tree.holder(block) not in own:
                below = _until_story(below, pieces, tree, own) or below
            is_card = not is_entry and _is_card(piece, below, pieces, tree, own)
            if tree.holder(block) not in own:
                below = [number for number in below if not _is_of_story(pieces[number], tree, own)]
        else:
            below = [number for number in below if not _is_of_story(pieces[number], tree, own)]
            is_card = is_link_list_label(piece.text) or is_boilerplate(piece.text, in_story=True)
        if is_card:
            for number in (at, *below):
                marked[number] = pieces[number]._replace(kind="boilerplate")
    return marked


def mark_other_stories(
    pieces: Sequence[LocatedPiece], tree: PageTree, title: str | None
) -> list[LocatedPiece]:
    """Return the story with lists of stories and other stories after it marked as boilerplate.

    What follows a label ("Most read") or another headline outside of the story's elements is
    a list or an appeal; an `<article>` with a headline of its own is another one.

    Args:
        pieces: the story.
        tree: the page.
        title: of the story.
    """
    own = _story_holders(pieces, tree)
    names = {tree.elements[holder].signature for holder in own}
    last = max((at for at, piece in enumerate(pieces) if _is_in(piece, tree, names)), default=-1)
    end = find_story_end(pieces, tree)
    last_end = find_story_end(pieces, tree, _LEAST_ELEMENT_SHARE)
    homes = {tree.holder(tree.blocks[at]) for at in find_main_positions(pieces, tree)}
    # What is without a name and directly in an element of the story is a section of it.
    sections = {
        at
        for at, element in enumerate(tree.elements)
        if element.parent in homes and element.tag in ("section", "div") and not element.is_named
    }
    label = next(
        (
            at
            for at, piece in enumerate(pieces)
            if (at > last and is_link_list_label(piece.text))
            or _is_other_headline(piece, tree, title, end)
            or (at > last and _is_heading_after(piece, tree, end, sections))
            or _is_heading_after(piece, tree, last_end, homes)
        ),
        len(pieces),
    )
    others = _other_articles(tree, title)
    items = find_linked_items(tree)
    lists = _labelled_lists(pieces, tree) - _around_most(pieces, tree)
    told_before = {
        _signature(piece, tree)
        for piece in pieces[:label]
        if piece.kind in BODY_KINDS and is_prose(piece.text)
    }

    def is_other(at: int, piece: LocatedPiece) -> bool:
        if at >= label and piece.kind in (*BODY_KINDS, "heading", "title"):
            return _signature(piece, tree) not in told_before
        if piece.kind not in (*BODY_KINDS, "heading"):
            return False
        if at > last and _is_line_after(piece, tree, end, own):
            return True
        if _is_blurb(piece, tree, items, own):
            return True
        return _outermost_article(piece, tree) in others or _is_inside(piece, tree, lists)

    return [
        piece._replace(kind="boilerplate") if is_other(at, piece) else piece
        for at, piece in enumerate(pieces)
    ]


def _is_other_headline(piece: LocatedPiece, tree: PageTree, title: str | None, end: int) -> bool:
    """Return whether it is a headline or a heading of the site after the story's elements."""
    if piece.position is None or piece.position <= end:
        return False
    level = tree.heading_level(tree.blocks[piece.position])
    if level == 1:
        return compact(piece.text) != compact(title or "")
    return level > 0 and is_boilerplate(piece.text, in_story=True)


def _is_heading_after(piece: LocatedPiece, tree: PageTree, end: int, homes: set[int]) -> bool:
    """Return whether it is a heading after the story's elements, and in none of them."""
    if piece.position is None or piece.position <= end:
        return False
    block = tree.blocks[piece.position]
    return tree.heading_level(block) > 0 and homes.isdisjoint(tree.ancestors(block.element))


def _is_line_after(piece: LocatedPiece, tree: PageTree, end: int, own: set[int]) -> bool:
    """Return whether it is no sentence, after the story's elements and in none of them."""
    if piece.position is None or piece.position <= end or is_prose(piece.text):
        return False
    around = tree.ancestors(tree.blocks[piece.position].element)
    return own.isdisjoint(around)


def _is_blurb(piece: LocatedPiece, tree: PageTree, items: set[int], own: set[int]) -> bool:
    """Return whether it is in an item with the headline of another story, outside of this one."""
    if piece.position is None or not items:
        return False
    block = tree.blocks[piece.position]
    return item_of(block, tree) in items and own.isdisjoint(tree.ancestors(block.element))


def _is_in(piece: LocatedPiece, tree: PageTree, names: set[int]) -> bool:
    if piece.position is None:
        return True
    return tree.elements[tree.holder(tree.blocks[piece.position])].signature in names


def _other_articles(tree: PageTree, title: str | None) -> set[int]:
    """Return the outermost `<article>` elements with headlines but the one of this story."""
    headlines = [
        (tree.outermost_article(block.element), compact(block.text) == compact(title or ""))
        for block in tree.blocks
        if tree.heading_level(block) == 1
    ]
    home = next((article for article, is_own in headlines if article and is_own), None)
    if home is None:
        return set()
    return {article for article, _ in headlines if article} - {home}


def _labelled_lists(pieces: Sequence[LocatedPiece], tree: PageTree) -> set[int]:
    """Return the elements after the story's beginning that a label heads ("You may also like").

    Each of what such an element holds is in an element of its own, as the stories of a list are.
    """
    told = [
        piece.position
        for piece in pieces
        if piece.position is not None and piece.kind in BODY_KINDS
    ]
    first = min(told, default=len(tree.blocks))
    direct = {tree.holder(tree.blocks[position]) for position in told}
    seen: set[int] = set()
    found: set[int] = set()
    for position, block in enumerate(tree.blocks):
        around = list(tree.ancestors(block.element))
        if position > first and is_link_list_label(block.text):
            held = tree.elements[tree.holder(block)].parent
            frame = held if tree.holder(block) == block.element else tree.holder(block)
            if frame not in seen and frame not in direct:
                found.add(frame)
        seen.update(around)
    return found


def _around_most(pieces: Sequence[LocatedPiece], tree: PageTree) -> set[int]:
    """Return what is around the element with most of the story, if it has several paragraphs."""
    holders = Counter(
        tree.holder(tree.blocks[position]) for position in find_main_positions(pieces, tree)
    )
    return {
        at
        for holder, count in holders.most_common(1)
        if count >= _FEWEST_PARAGRAPHS
        for at in tree.ancestors(holder)
    }


def _is_inside(piece: LocatedPiece, tree: PageTree, elements: set[int]) -> bool:
    if piece.position is None or not elements:
        return False
    around = tree.ancestors(tree.blocks[piece.position].element)
    return not elements.isdisjoint(around)


def _signature(piece: LocatedPiece, tree: PageTree) -> int | None:
    """Return the signature of the element that holds it, None where that is not known."""
    if piece.position is None:
        return None
    return tree.elements[tree.holder(tree.blocks[piece.position])].signature


def _outermost_article(piece: LocatedPiece, tree: PageTree) -> int:
    if piece.position is None:
        return 0
    return tree.outermost_article(tree.blocks[piece.position].element)


def _is_of_story(piece: LocatedPiece, tree: PageTree, own: set[int]) -> bool:
    """Return whether it is in an element with other paragraphs of the story, and no link."""
    if piece.position is None:
        return True
    block = tree.blocks[piece.position]
    return tree.holder(block) in own and not is_link(block)


def _mark_link(piece: LocatedPiece, tree: PageTree, own: set[int], between: range) -> LocatedPiece:
    if piece.position is None or piece.kind not in BODY_KINDS:
        return piece
    block = tree.blocks[piece.position]
    if piece.kind == "row":
        # A table of the story may have links; a cell above it that is one is of the menu.
        is_menu = piece.position < between.start and is_link(block)
        return piece._replace(kind="boilerplate") if is_menu else piece
    if tree.site and tree.site.is_own_address(piece.text):
        return piece._replace(kind="boilerplate")
    if piece.position < between.start and explains_link(block, tree, own):
        return piece._replace(kind="boilerplate")
    # A sentence that is a link is the story's only beside others of the story.
    names_places = piece.position in between and tree.tag(block) == "p" and is_list_of_names(block)
    if (
        piece.position in between
        and leads_to_source(block, tree)
        and _is_named_as(own, block, tree)
    ):
        return piece
    may_be_own = ends_sentence(piece.text) or is_address(piece.text) or names_places
    if is_link(block) and not (may_be_own and tree.holder(block) in own):
        return piece._replace(kind="boilerplate")
    return piece


def _is_named_as(own: set[int], block: PageBlock, tree: PageTree) -> bool:
    """Return whether it, or its list, is in an element with the names of one of the story's."""
    holder = tree.holder(block)
    held = tree.elements[holder].parent if tree.tag(block) == "li" else holder
    name = tree.elements[held].signature
    return any(tree.elements[at].signature == name for at in own)


def _until_story(
    below: Sequence[int], pieces: Sequence[LocatedPiece], tree: PageTree, own: set[int]
) -> list[int]:
    """Return those of the paragraphs below a heading that are above the next one of the story."""
    return list(takewhile(lambda at: not _is_of_story(pieces[at], tree, own), below))


def _below(pieces: Sequence[LocatedPiece], at: int) -> list[int]:
    """Return the paragraphs between a heading and the next one."""
    below = []
    for number in range(at + 1, len(pieces)):
        if pieces[number].kind in ("heading", "title"):
            break
        below.append(number)
    return below


def _in_own_article(
    heading: LocatedPiece, below: Sequence[int], pieces: Sequence[LocatedPiece], tree: PageTree
) -> list[int]:
    """Return what is below a heading without what is after the `<article>` that it is in."""
    article = tree.article_of(tree.blocks[heading.position or 0].element)
    inside = [
        at
        for at in below
        if (position := pieces[at].position) is None
        or article in tree.ancestors(tree.blocks[position].element)
    ]
    return inside if article else list(below)


def _is_card(
    heading: LocatedPiece,
    below: Sequence[int],
    pieces: Sequence[LocatedPiece],
    tree: PageTree,
    own: set[int],
) -> bool:
    """Return whether there is nothing but one short blurb below a heading that is a link."""
    prose = [pieces[at] for at in below if is_prose(pieces[at].text)]
    if len(prose) > 1 or any(len(piece.text) > _LONGEST_BLURB for piece in prose):
        return False
    holder = tree.holder(tree.blocks[heading.position or 0])
    return not prose or holder not in own or len(below) == 1


def _of_shared_names(holders: set[int], tree: PageTree) -> set[int]:
    """Return those of some elements that have the names of another one of them."""
    counts = Counter(tree.elements[holder].signature for holder in holders)
    return {holder for holder in holders if counts[tree.elements[holder].signature] > 1}


def _story_holders(pieces: Sequence[LocatedPiece], tree: PageTree) -> set[int]:
    """Return the elements that hold several paragraphs, and those named as most of the story."""
    holders: dict[int, int] = {}
    for piece in pieces:
        if piece.position is not None and piece.kind in BODY_KINDS and is_prose(piece.text):
            holder = tree.holder(tree.blocks[piece.position])
            holders[holder] = holders.get(holder, 0) + 1
    main = {tree.holder(tree.blocks[at]) for at in find_main_positions(pieces, tree)}
    return main | {holder for holder, count in holders.items() if count > 1}
