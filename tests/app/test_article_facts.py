"""What is known about an article, as `i` shows it."""

from __future__ import annotations

from reader.app.dialogs.article_facts import article_facts
from reader.errors import ReaderError


def test_a_name_in_the_dateline_that_is_no_known_agency_is_said(make_article) -> None:
    article = make_article("TARVO (Quillwire) — Four bridges were closed on Sunday.")
    assert "Quillwire, named in the dateline" in article_facts(article, []).plain


def test_an_article_without_any_agency_says_so(make_article) -> None:
    lines = article_facts(make_article("Four bridges were closed."), []).plain.splitlines()
    assert "Agency      not said in the text" in lines


def test_messages_are_not_said_to_be_of_unopened_articles(make_article) -> None:
    notice = ReaderError("kept.dossier: 2 notes; they are used while it is open")
    shown = article_facts(make_article("Four bridges were closed."), [notice]).plain
    assert shown.endswith(f"\nMessages when opening\n{notice.message}\n")
