"""Word documents and OpenDocument texts, whole ones made here from their XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article, ParagraphKind
from reader.errors import SourceError
from reader.sources.formats.documents import read_document
from reader.sources.opening import open_articles
from reader.text.cleaning import Clean

LEDE = (
    "SKERRY HARBOUR (Coast Wire) - The council of Skerry voted on Tuesday to halve the ferry "
    "timetable from June, after a debate that lasted for nine hours."
)
QUOTE = "“We had no choice,” the mayor, Ines Orrell, told reporters at the pier on the same day."
LAST = "The company runs two ships and employs 84 people on the island, most of them in summer."

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
OPEN = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("draw", "drawing"), ("meta", "meta"),
    )
)  # fmt: skip
OPEN_TYPE = "application/vnd.oasis.opendocument.text"


def pack(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a Word document; a run that is no element is text."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(
        run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>'
        for run in runs
    )
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inner}</w:p>"


def word_document(
    *blocks: str, namespace: str = WORD, part: str = "word/document.xml", **others: str
) -> bytes:
    """A document; `others` are parts by the stem of their names."""
    folder = part.rpartition("/")[0]
    wrapped = {
        f"{folder}/{stem}.xml": f'<w:{stem} xmlns:w="{namespace}">{content}</w:{stem}>'
        for stem, content in others.items()
        if stem != "core"
    }
    if "core" in others:
        wrapped["docProps/core.xml"] = (
            '<cp xmlns:dc="d" xmlns:dcterms="t">' + others["core"] + "</cp>"
        )
    body = f'<w:document xmlns:w="{namespace}"><w:body>{"".join(blocks)}</w:body></w:document>'
    return pack({"[Content_Types].xml": TYPES.format(part=part), part: body, **wrapped})


def open_document(text: str, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )
    return pack(
        {
            "mimetype": OPEN_TYPE,
            "content.xml": content,
            "meta.xml": f'<o {OPEN} xmlns:dc="d"><office:meta>{meta}</office:meta></o>',
            "META-INF/manifest.xml": f"<m>{manifest}</m>",
        }
    )


def read(data: bytes) -> Article:
    return read_document(data, source=Clean("a.docx"), name=Clean("a"))


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert caught.value.message.startswith("a.docx: ")
    assert "\n" not in caught.value.message
    return caught.value.message.removeprefix("a.docx: ")


def texts(article: Article, *kinds: ParagraphKind) -> list[str]:
    return [p.text for p in article.paragraphs if not kinds or p.kind in kinds]


STYLES = (
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Haus"><w:name w:val="House"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
    '<w:style w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
)


@pytest.mark.parametrize(
    ("namespace", "part"),
    [(WORD, "word/document.xml"), (STRICT_WORD, "word/document2.xml")],
)
def test_styles_of_any_language_show_title_headings_and_captions(namespace: str, part: str) -> None:
    article = read(
        word_document(
            paragraph("Council halves the timetable", style="Titel"),
            paragraph("By Mara Lindqvist"),
            paragraph(LEDE),
            paragraph("What the mayor said", style="Haus"),
            paragraph(QUOTE, style="a"),
            paragraph("The pier at dusk", style="Beschriftung"),
            paragraph(LAST),
            namespace=namespace,
            part=part,
            styles=STYLES,
        )
    )
    assert article.title == "Council halves the timetable"
    assert article.byline == "Mara Lindqvist"
    assert texts(article, ParagraphKind.HEADING) == ["What the mayor said"]
    assert texts(article, ParagraphKind.BODY) == [LEDE, QUOTE, LAST]


@pytest.mark.parametrize(
    ("subtitle", "standfirst"),
    [
        ("Nobody knows who pulled the rope.", "Nobody knows who pulled the rope."),
        ("Who pulled the rope", "Who pulled the rope"),
        ("By Nora Teal", None),
    ],
)
def test_the_subtitle_of_a_document_is_its_standfirst(
    subtitle: str, standfirst: str | None
) -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="S"><w:name w:val="Subtitle"/></w:style>'
    )
    document = word_document(
        paragraph("Bell rings twice in Sarn", style="T"),
        paragraph(subtitle, style="S"),
        paragraph("The bell of Sarn Chapel rang twice on Monday night, the verger said."),
        paragraph("The parish will count its ladders on Friday, he went on."),
        styles=styles,
    )
    article = read(document)
    assert article.standfirst == standfirst
    assert article.byline == (None if standfirst else "Nora Teal")


def test_a_document_without_styles_is_read_as_a_plain_text() -> None:
    lines = ["Council halves the timetable", "By Mara Lindqvist", "4 March 2026", LEDE, QUOTE, LAST]
    article = read(word_document(*map(paragraph, lines)))
    assert article.title == "Council halves the timetable"
    assert article.published == "4 March 2026"
    assert texts(article, ParagraphKind.BODY) == [LEDE, QUOTE, LAST]


def test_what_was_deleted_hidden_or_noted_beside_the_text_is_left_out() -> None:
    article = read(
        word_document(
            paragraph(LEDE),
            paragraph(
                "The harbour <![CDATA[]]>master said ",
                "<w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del>",
                "<w:ins><w:r><w:t>yesterday </w:t></w:r></w:ins>",
                "<w:moveFrom><w:r><w:t>MOVED</w:t></w:r></w:moveFrom>",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r>",
                "<w:r><w:instrText>HYPERLINK http://e.invalid/</w:instrText></w:r>",
                "<w:hyperlink><w:r><w:t>that</w:t></w:r></w:hyperlink>",
                "<w:r><w:tab/></w:r>",
                "<w:sdt><w:sdtPr><w:t>LABEL</w:t></w:sdtPr><w:sdtContent><w:r><w:t>two</w:t></w:r>"
                "</w:sdtContent></w:sdt>",
                " ships leave.",
            ),
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
            + paragraph("ROW")
            + "</w:tc></w:tr></w:tbl>",
            paragraph(LAST),
        )
    )
    assert texts(article) == [LEDE, "The harbour master said yesterday that two ships leave.", LAST]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    begin, end = LEDE[:60], LEDE[60:]
    article = read(
        word_document(
            paragraph(begin, properties="<w:rPr><w:del/></w:rPr>"), paragraph(end), paragraph(LAST)
        )
    )
    assert texts(article) == [LEDE, LAST]


def test_notes_follow_the_text_in_the_order_of_their_marks_each_once() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    article = read(
        word_document(
            paragraph(LEDE[:40], mark("footnote", 2), mark("endnote", 1), LEDE[40:]),
            paragraph(LAST, mark("footnote", 2)),
            footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            '<w:footnote w:id="2">' + paragraph("Minutes of the council.", mark("footnote", 2))
            + "</w:footnote>",
            endnotes='<w:endnote w:id="1">' + paragraph("As of May.") + "</w:endnote>",
        )
    )  # fmt: skip
    assert texts(article) == [LEDE, LAST, "[1] Minutes of the council.", "[2] As of May."]


def test_tables_are_rows_and_columns_of_a_layout_are_paragraphs() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    article = read(
        word_document(
            paragraph(LEDE),
            "<w:tbl>"
            + row(paragraph("Year"), paragraph("Crossings"))
            + row(paragraph("2025"), paragraph("4,380"))
            + "</w:tbl><w:tbl>"
            + row(paragraph(QUOTE) + paragraph(LAST), paragraph("The pier was empty at noon."))
            + "</w:tbl>",
        )
    )
    rows = ["Year | Crossings", "2025 | 4,380"]
    assert texts(article) == [LEDE, *rows, QUOTE, LAST, "The pier was empty at noon."]


def test_the_text_of_a_box_is_read_once_below_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Sixty jobs are at risk on the island.')}</w:txbxContent>"
    choice = f"<Choice>{box}</Choice><Fallback>{box}</Fallback>"
    article = read(
        word_document(
            paragraph(LEDE, f"<w:r><AlternateContent>{choice}</AlternateContent></w:r>"),
            paragraph(LAST),
        )
    )
    assert texts(article) == [LEDE, "Sixty jobs are at risk on the island.", LAST]


CORE = (
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    "<dcterms:created>2026-03-04T09:30:00Z</dcterms:created>"
)


def test_properties_of_the_file_serve_where_the_text_states_nothing_and_say_so() -> None:
    core = CORE.format(title="Harbour plan", author="Mara Lindqvist")
    article = read(word_document(paragraph(LEDE), paragraph(LAST), core=core))
    stated = (article.title, article.byline, article.published)
    assert stated == ("Harbour plan", "Mara Lindqvist", "2026-03-04 09:30 UTC")
    note = "from the properties of the file, not from its text: title, author, date"
    assert article.notes == (note,)


@pytest.mark.parametrize("author", ["python-docx", "Microsoft Office User", "admin"])
def test_an_account_is_no_author_and_the_date_beside_it_is_a_templates(author: str) -> None:
    core = CORE.format(title="", author=author)
    article = read(word_document(paragraph(QUOTE), paragraph(LAST), core=core))
    assert (article.byline, article.published, article.notes) == (None, None, ())


def test_what_the_text_states_takes_precedence_over_the_properties() -> None:
    core = CORE.format(title="untitled 3", author="Somebody Else")
    lines = ["Council halves the timetable", "By Mara Lindqvist", "5 March 2026", LEDE, QUOTE, LAST]
    article = read(word_document(*map(paragraph, lines), core=core))
    stated = (article.title, article.byline, article.published, article.notes)
    assert stated == ("Council halves the timetable", "Mara Lindqvist", "5 March 2026", ())


OPEN_STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Heading_20_2"/>'
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
)


def test_an_open_document_is_read_without_deletions_comments_and_hidden_text() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Minutes of the council.</text:p></text:note-body></text:note>"
    )
    article = read(
        open_document(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>DELETED</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            '<text:p text:style-name="P1">Council halves the timetable</text:p>'
            f"<text:p>{LEDE[:40]}{note}{LEDE[40:]}</text:p>"
            '<text:p text:style-name="P2">What the mayor said</text:p>'
            '<text:section><text:p><text:span>“We had no choice,” the mayor,<text:s text:c="9"/>'
            "</text:span>Ines Orrell, told<text:line-break/>reporters at the pier on the same day."
            "<office:annotation><text:p>COMMENT</text:p></office:annotation>"
            '<text:span text:style-name="T1">HIDDEN</text:span></text:p></text:section>'
            "<table:table><table:table-row><table:table-cell><text:p>2025</text:p>"
            "</table:table-cell><table:table-cell><text:p>4,380</text:p></table:table-cell>"
            "</table:table-row></table:table>"
            f"<text:list><text:list-item><text:p>{LAST}</text:p></text:list-item></text:list>",
            OPEN_STYLES,
            "<dc:title>Plan</dc:title><meta:initial-creator>Mara Lindqvist</meta:initial-creator>",
        )
    )
    assert article.title == "Council halves the timetable"
    assert texts(article, ParagraphKind.HEADING) == ["What the mayor said"]
    rows = ["2025 | 4,380", LAST, "[1] Minutes of the council."]
    assert texts(article, ParagraphKind.BODY) == [LEDE, QUOTE, *rows]


def test_a_document_is_known_by_its_content_in_a_file_and_on_the_standard_input(
    tmp_path: Path,
) -> None:
    data = word_document(paragraph(LEDE), paragraph(LAST))
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(data)
    (tmp_path / "c.odt").write_bytes(
        open_document(f"<text:p>{LEDE}</text:p><text:p>{LAST}</text:p>")
    )
    opened = open_articles([str(tmp_path), "-"], standard_input=lambda: data)
    assert [article.name for article in opened] == ["a", "b", "c", "standard input"]
    assert [texts(article) for article in opened] == [[LEDE, LAST]] * 4


BOMB = (
    "<!DOCTYPE d [<!ENTITY a 'xxxxxxxxxxxxxxxx'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 16}'>"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
FILE = "<!DOCTYPE d [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"
TYPE_PART = {"[Content_Types].xml": TYPES.format(part="word/document.xml")}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pack({"mimetype": "application/epub+zip"}), "an e-book (EPUB); save the chapter"),
        (pack({"a.txt": LEDE}), "a ZIP archive; unpack it and open the files in it"),
        (pack({"a.zip": pack({"word/document.xml": "<d/>"})}, 0), "a ZIP archive; unpack it"),
        (pack({"mimetype": f"{OPEN_TYPE[:-4]}spreadsheet"}), "an office document without running"),
        (pack({"Index/Document.iwa": "x"}), "a document of Pages, Numbers or Keynote; open it"),
        (b"PK\x03\x04 and no more", "the document is damaged; open it in an office program"),
        (word_document(paragraph(LEDE))[:-30], "the document is damaged"),
        (pack(TYPE_PART | {"word/document.xml": "<a><b>"}), "the document is damaged"),
        (word_document(), "the document holds no text, only pictures or nothing"),
        (open_document("", manifest="<encryption-data/>"), "it is protected by a password"),
    ],
    # An archive has the time at which it was made, so that it names no test.
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_document_of_text_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    assert refusal(data).startswith(reason)


@pytest.mark.parametrize("declaration", [BOMB, FILE], ids=["bomb", "file"])
def test_a_document_that_declares_entities_is_refused(declaration: str) -> None:
    words = paragraph(LEDE, "&i;").replace("<w:p>", f'<w:p xmlns:w="{WORD}">')
    document = f'{declaration}<d xmlns:w="{WORD}"><body>{words}</body></d>'
    assert refusal(pack(TYPE_PART | {"word/document.xml": document})).startswith("the document is")


def test_a_part_that_unpacks_to_more_than_its_limit_is_refused() -> None:
    document = b"<d><body>" + b" " * (33 * 1024 * 1024) + b"</body></d>"
    data = pack(TYPE_PART | {"word/document.xml": document})
    assert len(data) < 100_000
    assert refusal(data) == "it unpacks to more than 32 MB; split the document"


def test_a_document_nested_beyond_reason_is_refused() -> None:
    depth = 5000
    document = "<d><body>" + "<x>" * depth + "</x>" * depth + "</body></d>"
    assert refusal(pack(TYPE_PART | {"word/document.xml": document})).startswith("the document is")


def test_control_characters_of_a_document_are_replaced() -> None:
    article = read(
        word_document(paragraph(LEDE), paragraph("The \u202epier\u202e is shut, he said."))
    )
    assert article.paragraphs[1].text == "The \ufffdpier\ufffd is shut, he said."
    assert "2 hidden characters replaced" in article.notes


@given(st.lists(st.text("abc é本“”.,", min_size=1), min_size=1, max_size=6))
def test_no_word_of_a_paragraph_is_lost(lines: list[str]) -> None:
    blocks = [
        paragraph(*(f"<w:r><w:t>{part}</w:t></w:r>" for part in line.partition(" "))).replace(
            "<w:t>", '<w:t xml:space="preserve">'
        )
        for line in lines
    ]
    expected = [words for line in lines if (words := " ".join(line.split()))]
    article = read(word_document(paragraph(LEDE), *blocks))
    assert texts(article) == [LEDE, *expected]
