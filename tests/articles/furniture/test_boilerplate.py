"""Boilerplate of sites, and sentences of stories like it."""

from __future__ import annotations

import pytest

from reader.articles.furniture import boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Share on X (opens in new window)",
        "Copy link to this article",
        "Lire la suite",
        "Artikel drucken und teilen",
        "READ MORE: Bin strike off after late deal",
        "Read also | Will it rain on Friday?",
        "AP AUDIO: Two boats and one harbour",
        "Lesen Sie auch: Warum Fähren pfeifen",
        "Lee también: El puerto que no duerme",
        "Sign up for our newsletter",
        "Subscribe now and get unlimited access to all of our stories for $1 a week.",
        "We are a nonprofit newsroom. Sign up to receive our biggest stories by email.",
        "This article has been amended to correct the name of the boat.",
        "An earlier version of this story misstated the number of boats.",
        "A version of this article appears in print on Oct. 22.",
        "This interview has been edited and condensed.",
        "Dieser Artikel erschien zuerst im Harburger Anzeiger.",
        "Associated Press journalist Ty Novak in Des Moines contributed.",
        "© 2024 The Harbour Post",
        "1,204 votes so far",
        "Story Continued Below",
        "Slideshow (12 Images)",
        "[pullquote]",
        '[embedboat id="466676"]',
        "( Also on HARBOUR: Ten years of the ferry)",
        "(PHOTOS: Ten unforgettable ferries)",
        "Luis Bell contributed.",
        "Send letters to letters@harbour.example.",
        "Image copyright Harbour Post Image caption The ferry in 2016",
        "The opinions expressed by columnists are their own.",
        "Media playback is unsupported on your device Media caption The ferry sinks",
        "JUST WATCHED Ferry sinks Replay More Videos ... MUST WATCH Ferry sinks 02:26",
        "A revised version of this post is available here.",
        "Related Coverage Captain did not know the harbour",
    ],
)
def test_boilerplate_is_recognised_by_its_words(line: str) -> None:
    assert boilerplate.is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money",
        "The search",
        "The story so far surprised nobody.",
        "Share prices fell",
        "The report published on Monday says that the harbour is full.",
        "You download an app, you sign in, and then you cannot remember why.",
        "“Subscribe to our newsletter,” she said, “and get our latest stories free, every day.”",
        "Readers sent the newspaper some 4,000 letters about the ferry and its newsletter.",
        "He said he had never clicked on the article, nor read the comments below it.",
        "We subscribe to the view that a harbour is for ships.",
        "What it means: the port stays shut.",
        "Join or die, the poster said.",
        "(The ferry is owned by the town.)",
        "(It sank.)",
        "(SOUND OF A HORN)",
        "(at least, so she said)",
        "All of the boats’ owners contributed.",
        "[He laughs.]",
        "“[the] boats”",
    ],
)
def test_a_story_about_articles_readers_and_newsletters_is_no_boilerplate(line: str) -> None:
    assert not boilerplate.is_boilerplate(line)


@pytest.mark.parametrize("line", ["Comments", "2 Comments", "Comments (14)", "Leave a reply"])
def test_the_label_of_comments_may_have_a_number(line: str) -> None:
    assert boilerplate.is_comments_label(line)
