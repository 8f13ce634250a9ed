"""The names of an article: fullest forms, persons, pronouns, holders of roles."""

from __future__ import annotations

import pytest

from reader.quotes import SpeakerKind
from reader.quotes.article_names import ArticleNames

TEXT = (
    "Mayor John Smith met Mary Jones of the Acme Corporation on Monday. District Attorney Steve "
    "Cooley came later. Smith left before Jones did. Xerlo stayed."
)


@pytest.fixture
def names() -> ArticleNames:
    return ArticleNames(TEXT, [])


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Smith", "John Smith"),
        ("J. Smith", "J. Smith"),
        ("Jones", "Mary Jones"),
        ("Xerlo", "Xerlo"),
        ("", ""),
    ],
)
def test_a_surname_has_its_fullest_form(names: ArticleNames, name: str, full: str) -> None:
    assert names.find_fullest_form(name, len(TEXT)) == full


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("John Smith", SpeakerKind.PERSON),
        ("Acme Corporation", SpeakerKind.ORGANISATION),
        ("NATO", SpeakerKind.ORGANISATION),
        ("Ohio Republican", SpeakerKind.ROLE),
        ("Ohio Republicans", SpeakerKind.GROUP),
        ("Xerlo", SpeakerKind.UNKNOWN),
    ],
)
def test_kinds_of_names(names: ArticleNames, name: str, kind: SpeakerKind) -> None:
    assert names.classify_name(name) is kind


def test_pronouns_refer_to_a_person_of_their_gender(names: ArticleNames) -> None:
    position = TEXT.index("Xerlo")
    he, she = (names.find_antecedent(pronoun, position) for pronoun in ("he", "she"))
    assert he is not None
    assert she is not None
    assert (he.mention.surname, she.mention.surname) == ("Smith", "Jones")
    assert names.find_antecedent("they", position) is None


def test_names_inside_quotes_are_no_antecedents() -> None:
    text = "Mary Jones came. “Ann Lee left. She"
    quoted = [(text.index("Ann"), text.index(" She"))]
    found = ArticleNames(text, quoted).find_antecedent("she", len(text) - 3)
    assert found is not None
    assert found.mention.surname == "Jones"


def test_a_role_has_the_holder_named_beside_it(names: ArticleNames) -> None:
    assert names.find_role_holder("the District Attorney", len(TEXT)) == "Steve Cooley"
    assert names.find_role_holder("the governor", len(TEXT)) is None


def test_who_holds_a_role_of_two_words_holds_not_the_first_alone() -> None:
    text = "“We won,” Head Coach Ada Quill said. “I know,” said the head of the school."
    names = ArticleNames(text, ())
    assert names.find_role_holder("the head", len(text)) is None
    assert names.find_role_holder("the head coach", len(text)) == "Ada Quill"


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Lorne",
        "By Ada Lorne and Ole Finn",
        "Written by Ada Lorne",
        "(Reporting by Ada Lorne; Editing by Ole Finn)",
    ],
)
def test_nobody_in_a_byline_or_a_credit_is_whom_a_pronoun_means(line):
    text = f"A warden resigns\n{line}\nThe warden resigned on Monday. “It was time,” she said."
    names = ArticleNames(text, [(text.index("“"), text.index("”"))])
    assert names.find_antecedent("she", len(text) - 6) is None
    story = text.replace("The warden", "Ada Lorne, the warden,")
    names = ArticleNames(story, [(story.index("“"), story.index("”"))])
    found = names.find_antecedent("she", len(story) - 6)
    assert found is not None
    assert story[found.mention.start : found.mention.end].startswith("Ada Lorne")


@pytest.mark.parametrize(
    ("said", "full"),
    [("Little Ann Smith", "Ann Smith"), ("Ann Little Smith", "Ann Little Smith")],
)
def test_what_somebody_calls_a_person_is_no_given_name(said: str, full: str) -> None:
    text = f"He called “{said}” a liar. Smith replied."
    quoted = [(text.index("“"), text.index("”") + 1)]
    assert ArticleNames(text, quoted).find_fullest_form("Smith", len(text)) == full
