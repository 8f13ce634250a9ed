"""What documents call sides of a difference."""

from __future__ import annotations

from reader import article_from_text, compare
from reader.reports.documents.wording import name_sides

FIRE = "Fire in Velmont\n\nA fire in the mill of Velmont hurt {} workers on Monday night.\n"


def test_a_statement_is_in_the_words_of_each_article() -> None:
    texts = {"herald": "12", "star": "a dozen", "mail": "Fifteen", "courier": "fifteen"}
    articles = [article_from_text(FIRE.format(number), name=name) for name, number in texts.items()]
    (difference,) = compare(articles).differences
    sides = difference.sides
    stated = {side.passage.text: side for side in sides}
    assert list(stated) == ["12", "a dozen", "Fifteen", "fifteen"]
    assert name_sides([stated["12"], stated["a dozen"]]) == "“12” [1] ¶2, “a dozen” [2] ¶2"
    assert name_sides([stated["Fifteen"], stated["fifteen"]]) == "“Fifteen” [3] ¶2, [4] ¶2"
