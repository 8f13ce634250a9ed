from __future__ import annotations

from rich.style import Style

from reader.app.reading.lenses import LENSES, LensSource, mark_copy, mark_quotes, mark_values
from reader.app.themes.styles import PaneStyles, Styles
from reader.quote_versions import ArticleQuotes
from reader.quotes import find_quotes


def test_every_lens_has_a_key_of_its_own():
    keys = [lens.key for lens in LENSES]
    assert len(keys) == len(set(keys))
    assert LENSES[0].find_marks is None


def test_quotes_are_marked_in_their_paragraphs_by_kind(make_article):
    article = make_article(
        "The talks ended.",
        "“We will not sign this treaty today or tomorrow,” Mr. Holm said on Monday.",
        "He called the offer “far from enough” for his country.",
    )
    marks = mark_quotes(find_quotes(article))
    words = {
        paragraph: [
            (article.paragraphs[paragraph].text[mark.start : mark.end], mark.style)
            for mark in found
        ]
        for paragraph, found in marks.items()
    }
    assert words[1] == [("We will not sign this treaty today or tomorrow,", "direct")]
    assert [text for text, _ in words[2]] == ["far from enough"]
    assert words[2][0][1] != "direct"
    assert 0 not in words


def test_every_quote_of_an_article_is_marked(make_article):
    article = make_article("“One of us must go,” she said.", "“Two,” he said. “Three of us.”")
    quotes = find_quotes(article)
    assert sum(map(len, mark_quotes(quotes).values())) == len(quotes)


def test_every_kind_of_quote_has_a_style_and_they_differ_without_colour():
    styles = PaneStyles.of(Styles(lambda name: Style(color="red")), Style(), Style())
    marks = {(s.underline, s.italic) for s in map(styles.lens, ("direct", "partial", "set-off"))}
    assert len(marks) == 3


def test_shared_copy_is_marked_in_both_articles_and_not_in_a_third(make_article):
    line = "The barge ran aground below the lock on Friday night and blocked the canal for hours."
    more = (
        " Two tugs pulled it free before the first ships arrived from the harbour in the morning."
    )
    articles = (
        make_article("Beets waited on the quay.", line + more),
        make_article(line, "Nobody was hurt."),
        make_article(f"Witnesses saw it. {line}{more}"),
        make_article("Shipping on the river came to a halt, an official told reporters."),
    )
    source = LensSource(articles, ArticleQuotes(articles))
    marks = [mark_copy(source, position) for position in range(4)]
    texts = [
        [
            articles[position].paragraphs[paragraph].text[mark.start : mark.end]
            for paragraph, found in marks[position].items()
            for mark in found
        ]
        for position in range(4)
    ]
    whole = (line + more).rstrip(".")
    assert texts == [[whole], [line.rstrip(".")], [whole], []]


def test_numbers_and_dates_are_marked_as_printed(make_article):
    article = make_article("The harbour was shut.", "Some 1,250 people left by 10 May at 7:30 p.m.")
    marks = mark_values(article)
    text = article.paragraphs[1].text
    assert [text[mark.start : mark.end] for mark in marks[1]] == [
        "Some 1,250",
        "10 May",
        "7:30 p.m.",
    ]
    assert list(marks) == [1]


def test_every_lens_marks_words_inside_their_paragraphs(make_article):
    copy = "A barge ran aground below the lock and blocked the canal until tugs pulled it free."
    articles = (
        make_article("“We will not sign 12 treaties today,” Mr. Holm said on Monday, 3 May.", copy),
        make_article("Mr. Holm won’t sign the treaty, he said.", copy),
    )
    source = LensSource(articles, ArticleQuotes(articles))
    marked = {
        lens.key: [
            article.paragraphs[paragraph].text[mark.start : mark.end]
            for position, article in enumerate(articles)
            for paragraph, marks in lens.find_marks(source, position).items()
            for mark in marks
        ]
        for lens in LENSES
        if lens.find_marks
    }
    assert all(marked.values())
    assert "treaties" in marked["s"]
    assert "today" in marked["u"]
    assert not set(marked["s"]) & set(marked["u"])
