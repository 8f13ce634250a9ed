"""PDF documents, whole ones written here."""

from __future__ import annotations

import importlib.util

import pytest

from reader.articles.article import Article, ParagraphKind
from reader.errors import SourceError
from reader.sources.formats import pdf_documents
from reader.sources.formats.pdf_documents import read_pdf
from reader.text.cleaning import Clean

needs_library = pytest.mark.skipif(
    importlib.util.find_spec("pypdf") is None, reason="the extra pdf is not installed"
)

TITLE = ("Council halves the ferry timetable and", "angers most of the isles")
LINES = (
    "The council of Skerry voted late on Tuesday to halve the",
    "timetable of its ferries from the first of June, after a",
    "debate that lasted for more than nine hours and in which",
    "the mayor was asked to resign at least four times. The har-",
    "bour master, who had warned of the decision in a letter to",
    "the ministry in May, left before the vote and did not say",
    "whether she would stay at the harbour.",
)
STORY = " ".join(LINES).replace("har- bour", "harbour")


def pdf(*pages: tuple[str, ...], properties: str = "") -> bytes:
    """A document with a line of text for each string."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 "
               "/BaseFont /Helvetica >>", f"<< {properties} >>"]  # fmt: skip
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 10 Tf 50 750 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            f">> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size "
    end += f"{len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode("latin-1")


def read(data: bytes) -> Article:
    return read_pdf(data, source=Clean("a.pdf"), name=Clean("a"))


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert caught.value.message.startswith("a.pdf: ")
    assert "\n" not in caught.value.message
    return caught.value.message.removeprefix("a.pdf: ")


def body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


@needs_library
def test_lines_words_and_sentences_are_whole_again_across_pages() -> None:
    first = ("Skerry Herald, 4 March", *TITLE, *LINES[:3], "Page 1")
    second = ("Skerry Herald, 4 March", *LINES[3:], "Page 2")
    assert body(read(pdf(first, second))) == [STORY]


@needs_library
def test_the_title_of_the_file_counts_where_the_page_has_it_and_its_date_does_not() -> None:
    title = " ".join(TITLE)
    properties = f"/Title ({title}) /Author (Mara Lindqvist) /CreationDate (D:20260304120000Z)"
    article = read(pdf((*TITLE, *LINES), properties=properties))
    assert (article.title, article.byline, article.published) == (title, "Mara Lindqvist", None)
    note = "from the properties of the file, not from its text: author"
    assert article.notes == (note,)
    other = read(pdf((*TITLE, *LINES), properties="/Title (Microsoft Word - x.doc)"))
    assert other.title != "Microsoft Word - x.doc"


@needs_library
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nand no more", "the PDF document is damaged; print it to a new PDF"),
        (pdf(LINES)[:-200], "the PDF document is damaged"),
        (pdf(()), "the PDF document holds no text, only pictures; have its text recognised"),
        (pdf(*[("x",)] * 501), "the PDF document has more than 500 pages; save the part"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    assert refusal(data).startswith(reason)


@needs_library
def test_a_circle_of_pages_ends() -> None:
    data = pdf(LINES).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    assert refusal(data)


def test_without_the_extra_a_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_documents, "find_spec", lambda _: None)
    monkeypatch.setattr(pdf_documents, "extra_command", lambda extra: f"install {extra}")
    assert refusal(pdf(LINES)) == (
        "a PDF document; install what reads it (install pdf), "
        "or save its text as a .txt file and open that"
    )
