from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from reader.articles.article import ParagraphKind
from reader.errors import SourceError
from reader.sources.formats.mail import read_message
from reader.text.cleaning import Clean, clean

LINES = (
    "The ferry company will cut a third of its crossings from June, it said on Monday.",
    "Islanders said that they had not been asked before the plan was made known to the press.",
    "“We were never asked,” the mayor of Ærø wrote in a letter to the ministry in the capital.",
)
PAGE = "<html><body><h1>Cuts</h1>" + "".join(f"<p>{line}</p>" for line in LINES)


def read(data: bytes):
    return read_message(data, source=Clean("a.eml"), name=Clean("a"))


def outcome(data: bytes) -> str:
    """The words that are shown, or the refusal."""
    try:
        return " ".join(p.text for p in read(data).paragraphs)
    except SourceError as problem:
        return problem.message


def body(article):
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Cöurier <news@courier.example>"
    message["Subject"] = "Ferry crossings cut"
    message["Date"] = "Wed, 24 Apr 2024 19:25:00 +0200"
    return message


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_of_a_mail_is_the_article(encoding):
    message = mail()
    message.set_content("See the page.")
    message.add_alternative(PAGE, subtype="html", cte=encoding)
    article = read(message.as_bytes())
    assert body(article) == list(LINES)
    assert article.title == "Ferry crossings cut"
    assert article.outlet == "The Cöurier"
    assert article.published == "2024-04-24 19:25 +02:00"


def test_a_mail_without_a_page_is_its_text():
    message = mail()
    message.set_content("\n\n".join(LINES))
    assert body(read(message.as_bytes())) == list(LINES)


def test_the_charset_of_the_part_is_used():
    message = mail()
    message.set_content("\n\n".join(LINES).replace("“", '"').replace("”", '"'), charset="latin-1")
    assert "mayor of Ærø" in " ".join(body(read(message.as_bytes())))


def test_attachments_are_not_read():
    message = mail()
    message.set_content("\n\n".join(LINES))
    message.add_attachment(
        b"<p>Attached words. " * 500, maintype="text", subtype="html", filename="a.html"
    )
    assert body(read(message.as_bytes())) == list(LINES)


def saved_page(*parts: tuple[str, str]) -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://courier.example/ferry"
    message["Subject"] = "Cuts - The Courier"
    message["Date"] = "Thu, 1 Jan 2026 00:00:00 -0000"
    for location, content in parts:
        part = MIMEText(content, "html", "utf-8")
        part["Content-Location"] = location
        message.attach(part)
    return message.as_bytes()


def test_the_article_of_a_saved_page_is_the_part_with_most_words():
    frame = "<html><body><script>" + "var advertisement;" * 2000 + "</script><p>Buy now</p>"
    article = read(saved_page(("cid:frame", frame), ("https://courier.example/ferry", PAGE)))
    assert body(article) == list(LINES)


def test_the_day_a_page_was_saved_is_not_its_date():
    assert read(saved_page(("https://courier.example/ferry", PAGE))).published is None


def test_headers_are_clean_after_they_are_decoded():
    message = (
        mail().as_bytes().replace(b"Ferry crossings cut", b"=?utf-8?q?Ferry=1B]0;x=07=E2=80=AE?=")
    )
    title = read(message + b"\r\nWords of the mail are here.").title
    assert title == clean(title)
    assert "\x1b" not in title


@pytest.mark.slow
@pytest.mark.parametrize("depth", [50, 2000])
def test_deeply_nested_parts_are_bounded(depth):
    head = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    data = "MIME-Version: 1.0\r\n" + head + "Content-Type: text/plain\r\n\r\n" + LINES[0]
    assert LINES[0] in outcome(data.encode()) or "could not be read" in outcome(data.encode())


def test_the_number_of_parts_is_bounded():
    message = MIMEMultipart()
    message["From"] = "a@b.example"
    for _ in range(3000):
        message.attach(MIMEText("few words", "plain"))
    assert read(message.as_bytes()).paragraphs


def test_a_message_without_text_is_refused_by_name():
    message = MIMEMultipart()
    message["From"] = "a@b.example"
    part = MIMEBase("image", "png")
    part.set_payload("AAAA")
    message.attach(part)
    with pytest.raises(SourceError, match=r"^a\.eml: the message holds no text"):
        read(message.as_bytes())


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: text/html; charset=no-such\r\nMIME-Version: 1.0\r\n\r\n" + PAGE.encode(),
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!! not base64 !!!",
        b'Content-Type: multipart/mixed; boundary="never"\r\n\r\n' + LINES[0].encode(),
        b"Subject: =?utf-8?b?broken\r\nDate: nonsense\r\n\r\n" + LINES[0].encode(),
        b"From: \xff\xfe\r\n\r\n" + LINES[0].encode(),
    ],
)
def test_a_broken_message_is_shown_or_refused(data):
    assert outcome(data).startswith(("a.eml: ", "Cuts", "The ferry", "!!!"))


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Ada Brook <ada.brook@mail.example>", None),
        ("Isle Courier <daily@islecourier.example>", "Isle Courier"),
        ("newsletter@mail.example", None),
    ],
)
def test_a_sender_is_the_outlet_only_where_the_domain_says_so(sender, outlet):
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = "Ferry crossings cut"
    message.set_content("\n\n".join(LINES))
    assert read(message.as_bytes()).outlet == outlet
