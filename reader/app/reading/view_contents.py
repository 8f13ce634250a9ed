"""Builds the plain values that the parts of the reading screen show, from a `ReadingState`."""

from __future__ import annotations

from collections.abc import Callable

from reader.app.notes.entry_lines import describe_placed
from reader.app.reading.link_map import MapColumn
from reader.app.reading.link_parts import LinkedParagraph
from reader.app.reading.reading_state import ReadingState
from reader.app.themes.paragraph_style import Highlight, HighlightRole, OtherArticle
from reader.app.themes.signs import Signs
from reader.app.widgets.bars import PaneHeader, Progress, TitleBar
from reader.articles import Place, clean_line
from reader.linking.links import RELATED_FLOOR, LinkCounts
from reader.notebook.entry_kinds import EntryKind

_SEARCH_CELLS = 24
"""Characters of the words searched that the title bar shows."""


def describe_title(state: ReadingState, progress: Progress | None) -> TitleBar:
    """Return the content of the title bar."""
    search, hits = state.search, ""
    if search.words:
        words = clean_line(search.words, _SEARCH_CELLS)
        hits = f"“{words}” {search.current + 1}/{len(search.hits)}"
    return TitleBar(
        subject=next((article.title for article in state.articles if article.title), ""),
        articles=len(state.articles),
        links=state.visible_links.totals() if state.visible_links else LinkCounts(),
        is_following=state.is_following,
        floor=_floor(state),
        hits=hits,
        lens=state.lens.label,
        origins=len(state.lens.copy.origins) if state.lens.copy else state.joint_origin_count,
        progress=progress,
    )


def describe_header(state: ReadingState, article: int) -> PaneHeader:
    """Return the content of the header above an article."""
    focus, links, view = state.layout.focus, state.visible_links, state.views[article]
    is_reading = article == focus
    hits = ""
    if state.search.words:
        count = state.search.count_in(article)
        hits = f"{count} hit{'s' if count != 1 else ''}"
    return PaneHeader(
        article=state.articles[article],
        position=article,
        is_reading=is_reading,
        links=links.counts(article, focus) if links and not is_reading else LinkCounts(),
        is_pinned=article in state.pinned,
        hits=hits,
        news=state.news.get(state.articles[article].source, ""),
        lens=state.lens.in_article(article).summary,
        story=view.paragraphs_of_story,
        folded=view.paragraphs_folded,
    )


def describe_links(state: ReadingState, no_links_reason: str, signs: Signs) -> LinkedParagraph:
    """Return the content of the drawer.

    Args:
        state: the state.
        no_links_reason: the message while no links are known.
        signs: the signs of this terminal.
    """
    return LinkedParagraph(
        place=state.place,
        articles=state.articles,
        links=state.links,
        nearest=state.nearest,
        differences=state.differences_here,
        notes=find_notes_here(state, signs),
        visible=state.visible,
        floor=_floor(state),
        no_links_reason="" if state.visible_links else no_links_reason,
    )


def describe_map(state: ReadingState, articles: int, signs: Signs) -> list[MapColumn]:
    """Return the columns of the map, in the order of the articles, as in the gutter.

    Where not all fit, those on the screen come before the others.
    """
    visible = state.visible
    preferred = sorted(state.layout.order, key=lambda article: article not in visible)
    return [_map_column(state, article, signs) for article in sorted(preferred[:articles])]


def find_highlights(state: ReadingState, article: int) -> dict[int, Highlight]:
    """Return the highlighted paragraphs of an article on the screen, by position."""
    place, links = state.place, state.visible_links
    if links is None:
        alone = Highlight(HighlightRole.READING, place.article)
        return {place.paragraph: alone} if article == place.article else {}
    if article != place.article:
        shown = links.links_to(place, article)
        nearest = state.nearest
        if nearest is not None and nearest.there.article_position == article:
            shown = (*shown, nearest)
        return links.highlights(shown)
    on_screen = [link for link in state.links if link.there.article_position in state.visible]
    return {place.paragraph: links.reading_highlight(place, on_screen or state.links[:1])}


def other_articles(state: ReadingState, article: int) -> Callable[[int], tuple[OtherArticle, ...]]:
    """Return a function that gives, for a paragraph's position, the other articles that have it."""
    links = state.visible_links
    if links is None:
        return lambda _paragraph: ()
    return lambda paragraph: links.others(Place(article, paragraph))


def find_gutter_signs(state: ReadingState, article: int, signs: Signs) -> dict[int, str]:
    """Return the signs of each paragraph with a note, a rejection or a differing fact.

    The sign of a note replaces that of a rejection; the sign of a difference follows either.
    """
    found: dict[int, str] = {}
    for placed in state.notes.entries:
        for place in placed.places:
            if place is None or place.article != article:
                continue
            if placed.entry.kind is EntryKind.NOTE:
                found[place.paragraph] = signs.note
            elif placed.entry.kind is EntryKind.REJECTED:
                found.setdefault(place.paragraph, signs.rejected)
    for paragraph in state.differing_paragraphs(article):
        found[paragraph] = found.get(paragraph, "") + signs.differs
    return found


def find_notes_here(state: ReadingState, signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the user's entries about the paragraph being read: each a sign and a line of words."""
    return tuple(
        (
            signs.note if placed.entry.kind is EntryKind.NOTE else signs.rejected,
            describe_placed(placed, state.place),
        )
        for placed in state.notes.at(state.place)
        if placed.entry.kind in (EntryKind.NOTE, EntryKind.REJECTED)
    )


def _map_column(state: ReadingState, article: int, signs: Signs) -> MapColumn:
    view = state.views[article]
    noted = find_gutter_signs(state, article, signs).items()
    marks = {view.index_of(at): found[0] for at, found in noted if view.is_shown(at)}
    for link in state.links or ((state.nearest,) if state.nearest else ()):
        if link.there.article_position == article and view.is_shown(link.there.place.paragraph):
            index = view.index_of(link.there.place.paragraph)
            marks[index] = signs.level(link.level)
    if article == state.layout.focus:
        marks[view.index_of(view.reading)] = signs.here
    is_on_screen = article in state.visible
    begin, end = view.share_read(state.height) if is_on_screen else (-1.0, -1.0)
    return MapColumn(article, len(view.shown), begin, end, marks)


def _floor(state: ReadingState) -> float:
    return state.visible_links.floor if state.visible_links else RELATED_FLOOR
