import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.formats.tag_stripping import strip_tags


def test_blocks_and_double_breaks_end_paragraphs_and_single_breaks_do_not():
    page = "<div>One<br>still one<br><br>two</div><p>three <b>bo</b>ld</p>four"
    assert [text for _, text in strip_tags(page)] == ["One still one", "two", "three bold", "four"]


def test_headings_captions_and_navigation_have_their_kinds():
    page = (
        "<nav><a>Home</a></nav><h1>Title</h1><h2>Heading</h2><p>A story of some length.</p>"
        "<figcaption>A boat</figcaption><footer>Imprint</footer>"
    )
    assert strip_tags(page) == [
        ("boilerplate", "Home"),
        ("title", "Title"),
        ("heading", "Heading"),
        ("body", "A story of some length."),
        ("caption", "A boat"),
        ("boilerplate", "Imprint"),
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>She said <q> no</q>.</p>", "She said “no”."),
        ("<p>She said “<q>no</q>”.</p>", "She said “no”."),
        ("<p><q>&ldquo;no&rdquo;</q></p>", "“no”"),
        ("<p><q>he said <q>no</q></q> again</p>", "“he said no” again"),
        ("<p><q>no</p>", "“no”"),
        ("<p></q>no<q></q></p>", "no"),
    ],
)
def test_quoted_words_get_marks(page: str, words: str) -> None:
    assert strip_tags(page) == [("body", words)]


def test_scripts_styles_and_comments_are_left_out():
    page = "<script>var a = '<p>no</p>';</script><style>p{}</style><!-- <p>no --><p>yes</p>"
    assert strip_tags(page) == [("body", "yes")]


def test_a_page_that_is_all_navigation_is_shown():
    assert strip_tags("<nav><p>The words that there are.</p></nav>") == [
        ("body", "The words that there are.")
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>one<!-- never closed <p>two", "one never closed two"),
        ("<p>one<script>two", "one two"),
        ('<p>one<a href="never closed>two</a> three', "onetwo three"),
        ("<p>one < two", "one < two"),
        ("<p>one <", "one <"),
        ("<p>one <b", "one <b"),
        ("</", "</"),
        ("&lt;p&gt; &amp;#27;", "<p> &#27;"),
    ],
)
def test_an_element_that_is_never_closed_hides_nothing(page, words):
    assert " ".join(text for _, text in strip_tags(page)) == words


PARTS = (
    "<p>", "</p>", "<b>", "<", ">", '"', "='", "word ", "<!--", "-->", "<br>", "<script>",
    "</script>", "&amp;", "<h2", " a=", "<li>", "<?", "]]>", "\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS)))
def test_any_text_can_be_stripped(parts):
    stripped = list(strip_tags("<p>The ferry stayed.</p>" + "".join(parts)))
    assert "The ferry stayed." in stripped[0][1]
    for kind, text in stripped:
        assert kind
        assert text == " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    ["<", "<a", "<a ", "<p>", "<a b=\"", "<a b='", '<a b="><a" ', "<!--", "<!", "<script>",
     "<script", "</", "&", "<br>", "='\"", "<a b=\">", "<nav>", "<?x "],
)  # fmt: skip
def test_words_after_a_flood_of_marks_are_extracted(part):
    flood = part * (400_000 // len(part))
    words = " ".join(text for _, text in strip_tags(flood + " \"'> --></script></nav><p>the end"))
    assert words.endswith("the end")


def test_paragraphs_beyond_the_limit_are_one():
    pieces = strip_tags("<li>x" * 150_000 + "<p>the end")
    assert len(pieces) == 100_001
    assert pieces[-1][1].endswith("x the end")
