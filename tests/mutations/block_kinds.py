"""Kinds whose draft sets quotations as blocks or elements, or is the whole article."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from random import Random

from mutation_kit import Change, Effect, Kind, Source, interleave
from mutation_planting import plant
from mutation_story import Story
from mutation_words import (
    HEDGES_DROPPED,
    NEGATIONS_DROPPED,
    NEUTRAL_SENTENCES,
    WORDS_EXCHANGED,
    WORDS_MOVED,
)

_ALTERED = (*NEGATIONS_DROPPED, *WORDS_EXCHANGED, *HEDGES_DROPPED, *WORDS_MOVED)
_SAME = tuple((sentence, sentence) for sentence in NEUTRAL_SENTENCES)

Layout = Callable[[str, str], tuple[str, str]]
"""Makes the text of a draft of a quotation and a speaker, and the suffix of its file."""


def _markdown(words: str, speaker: str) -> tuple[str, str]:
    return (
        f"# Evening summary\n\nThe matter came up again on Tuesday.\n\n"
        f"{speaker} told the hearing:\n\n> {words}.\n\nThe hearing goes on.\n"
    ), ".md"


def _page(body: str) -> tuple[str, str]:
    prose = (
        "<p>The hearing in the old customs house went on until the evening, in front of a full "
        "room, and nobody left before the end of it.</p>"
    )
    after = (
        "<p>The judge will visit the harbour on Thursday and will then say when the hearing goes "
        "on, and who will be called to it.</p>"
    )
    return (
        "<!doctype html><html lang='en'><head><title>Evening summary</title></head><body>"
        f"<article><h1>Evening summary</h1>{prose}{body}{after}</article></body></html>"
    ), ".html"


def _blockquote(words: str, speaker: str) -> tuple[str, str]:
    return _page(
        f"<p>{html.escape(speaker)} told the hearing what had happened on that day:</p>"
        f"<blockquote><p>{html.escape(words, quote=False)}.</p></blockquote>"
    )


def _quote_element(words: str, speaker: str) -> tuple[str, str]:
    return _page(
        f"<p><q>{html.escape(words, quote=False)}</q>, {html.escape(speaker)} said at the end of "
        "the hearing, and left the room.</p>"
    )


def _set(story: Story, rng: Random, layout: Layout, *, altered: bool) -> Iterator[Change]:
    for change in plant(story, rng, _ALTERED if altered else _SAME, complete=not altered):
        body, suffix = layout(change.quotation, change.speaker)
        yield Change(change.quotation, change.speaker, change.origin, change.note,
                     change.sources, body, suffix)  # fmt: skip


def _kind(name: str, effect: Effect, description: str, *layouts: Layout) -> Kind:
    altered = effect is Effect.HARMFUL

    def make(story: Story, rng: Random) -> Iterator[Change]:
        return interleave(*(_set(story, rng, layout, altered=altered) for layout in layouts))

    return Kind(name, effect, description, make)


def _altered_in_place(story: Story, rng: Random) -> Iterator[Change]:
    """The article itself as the draft, with one of its quotations altered."""
    for change in plant(story, rng, _ALTERED):
        source = change.sources[0].text
        draft = source.replace(change.origin, _altered_sentence(change), 1)
        yield Change(change.quotation, change.speaker, change.origin, change.note,
                     change.sources, draft)  # fmt: skip


def _altered_in_second_paragraph(story: Story, rng: Random) -> Iterator[Change]:
    """A quotation over two paragraphs of the draft, the second one altered."""
    for number, (source, draft) in enumerate(rng.sample(_ALTERED, 20)):
        host = (hosts := story.hosts(rng))[number % len(hosts)]
        first = rng.choice([line for line in NEUTRAL_SENTENCES if line not in host.core])
        body = f"Evening summary\n{host.speaker} said: “{first}.\n“{draft}.”"
        yield Change(
            f"{first}. {draft}",
            host.speaker,
            f"{first}. {source}",
            f"{source!r} is {draft!r}",
            (Source(host.with_words(f"{first}. {source}")),),
            body,
        )


def _altered_sentence(change: Change) -> str:
    return dict(_ALTERED)[change.origin]


BLOCK_KINDS = (
    _kind("altered in a Markdown block", Effect.HARMFUL, "`> …` with a word altered", _markdown),
    _kind("altered in a page's element", Effect.HARMFUL,
          "`<blockquote>` or `<q>` with a word altered", _blockquote, _quote_element),
    Kind("altered in the article itself", Effect.HARMFUL,
         "the whole article as the draft, one sentence altered", _altered_in_place),
    Kind("altered in the second paragraph", Effect.HARMFUL,
         "a quotation over two paragraphs with a word of the second one altered",
         _altered_in_second_paragraph),
    _kind("Markdown block", Effect.HARMLESS, "`> …` as the source has it", _markdown),
    _kind("page's element", Effect.HARMLESS, "`<blockquote>` or `<q>` as the source has it",
          _blockquote, _quote_element),
)  # fmt: skip
