from __future__ import annotations

from rich.style import Style

from reader.app.reading.copy_drawer import CopyShares, copy_lines, cut_copy_lines
from reader.app.reading.lenses import (
    LENSES,
    LensSource,
    show_copy,
    show_only_here,
    show_quotes,
    show_values,
)
from reader.app.themes.paragraph_style import LensSign
from reader.app.themes.signs import UNICODE
from reader.app.themes.styles import PaneStyles, Styles
from reader.quote_versions import ArticleQuotes
from reader.quotes import find_quotes


def source_of(*articles):
    return LensSource(articles, ArticleQuotes(articles))


def test_every_lens_has_a_key_of_its_own():
    keys = [lens.key for lens in LENSES]
    assert len(keys) == len(set(keys))
    assert LENSES[0].find is None


def test_quotes_are_marked_in_their_paragraphs_by_kind(make_article):
    article = make_article(
        "The talks ended.",
        "“We will not sign this treaty today or tomorrow,” Mr. Holm said on Monday.",
        "He called the offer “far from enough” for his country.",
    )
    marks = show_quotes(source_of(article), 0).marks
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
    marks = show_quotes(source_of(article), 0).marks
    assert sum(map(len, marks.values())) == len(find_quotes(article))


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
    marks = [show_copy(source, position).marks for position in range(4)]
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
    marks = show_values(source_of(article), 0).marks
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
    source = LensSource(articles, ArticleQuotes(articles), lambda place: place.paragraph == 0)
    marked = {
        lens.key: [
            article.paragraphs[paragraph].text[mark.start : mark.end]
            for position, article in enumerate(articles)
            for paragraph, marks in lens.find(source, position).marks.items()
            for mark in marks
        ]
        for lens in LENSES
        if lens.find
    }
    assert all(marked.values())
    assert "treaties" in marked["s"]
    assert "today" in marked["u"]
    assert not set(marked["s"]) & set(marked["u"])


def test_only_here_marks_its_paragraphs_and_dims_the_rest(make_article):
    article = make_article("The barge ran aground.", "Nobody was hurt.", "Beets waited.")
    source = LensSource((article,), ArticleQuotes((article,)), lambda place: place.paragraph == 1)
    found = show_only_here(source, 0)
    assert (found.own, found.shared, found.dimmed) == ({1}, {0, 2}, {0, 2})
    assert [(mark.start, mark.end) for mark in found.marks[1]] == [(0, len("Nobody was hurt."))]
    assert found.signs == {1: LensSign.ONLY_HERE}
    assert found.summary == "1 of 3 ¶ only here"


def test_figures_that_others_have_are_told_from_those_only_here(make_article):
    articles = (
        make_article("Some 1,250 people left by 10 May.", "It cost $4 million, 12 of them said."),
        make_article("More than 1,250 left on 10 May 2031.", "Nobody else spoke of 4 ships."),
    )
    found = show_values(source_of(*articles), 0)
    words = [
        (articles[0].paragraphs[paragraph].text[mark.start : mark.end], mark.style)
        for paragraph, marks in found.marks.items()
        for mark in marks
    ]
    assert words == [
        ("Some 1,250", "value"),
        ("10 May", "value"),
        ("$4 million", "own-value"),
        ("12", "own-value"),
    ]
    assert (found.shared, found.own) == ({0}, {1})


def test_quotations_that_others_carry_are_told_from_those_only_here(make_article):
    said = "“We will not sign this treaty today or tomorrow,” Mr. Holm said on Monday."
    more = "“The ferry must never sail again before it was repaired,” said Ms. Vance."
    source = source_of(make_article(said, more), make_article(said, "Nobody else spoke."))
    found = show_quotes(source, 0)
    assert (found.shared, found.own) == ({0}, {1})
    assert found.summary == "2 quoted, 1 only here"


def test_longer_runs_only_leave_shorter_ones_out(make_article):
    line = "The barge ran aground below the lock on Friday night and blocked the canal for hours."
    articles = (make_article(line), make_article(line))
    shown = [
        show_copy(LensSource(articles, ArticleQuotes(articles), None, words), 0).marks
        for words in (8, 12, 64)
    ]
    assert [bool(marks) for marks in shown] == [True, True, False]


def test_origins_do_not_depend_on_the_length_of_the_runs_shown(make_article):
    line = "The barge ran aground below the lock on Friday night and blocked the canal for hours."
    articles = (make_article(line), make_article(line), make_article("Beets waited on the quay."))
    shares = [
        CopyShares.of(LensSource(articles, ArticleQuotes(articles), None, words))
        for words in (8, 12, 64)
    ]
    assert [len(each.copies) for each in shares] == [1, 1, 0]
    assert [[origin.articles for origin in each.origins] for each in shares] == [[(0, 1), (2,)]] * 3
    drawn = ["".join(text for text, _ in each) for each in copy_lines(shares[2], 80, UNICODE)]
    assert drawn[1:] == [" 3 articles, 2 origins", " No two articles share 64 words in a row."]


def test_what_the_drawer_of_shared_copy_has_no_room_for_is_counted() -> None:
    lines = [((str(number), ""),) for number in range(9)]
    assert cut_copy_lines(lines, 9, is_whole=False) == lines
    assert cut_copy_lines(lines, 4, is_whole=False)[3:] == [
        ((" 6 more lines: w shows more", "key"),)
    ]
    whole = cut_copy_lines(lines, 8, is_whole=True)
    assert whole[7:] == [((" 2 more lines: reader copy lists all", "key"),)]
