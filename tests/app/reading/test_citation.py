from __future__ import annotations

from reader.app.reading.citation import citation, quote_citation


def test_a_citation_gives_words_outlet_title_date_paragraph_and_source(make_article):
    article = make_article(
        "First.", "The “[sic]” words.", name="a", outlet="Le Monde", agency="AFP",
        title="The talks", published="May 4"
    )  # fmt: skip
    assert citation(article, 1) == (
        "The “[sic]” words.\n— Le Monde · AFP, “The talks”, May 4, ¶2 (a.txt)"
    )


def test_what_is_not_known_is_left_out(make_article):
    assert citation(make_article("Words.", name="notes"), 0) == "Words.\n— notes, ¶1 (notes.txt)"


def test_a_citation_of_a_quote_says_who_said_it_and_what_differs(make_article):
    article = make_article("“Yes,” she said.", name="a", outlet="AP", title="Talks")
    assert quote_citation(
        article, "Yes,", "¶1", speaker="Anna Berg", cue="said", differs=("2 words trimmed",)
    ) == ("“Yes,”\n— Anna Berg (“said”), AP, “Talks”, ¶1 (a.txt)\n  2 words trimmed")
