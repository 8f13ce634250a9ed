import pytest

from reader.sources.formats.content_types import ContentKind, detect_content_kind

PAGE = b"<!DOCTYPE html><html><head><title>x</title></head><body><p>Words.</p></body></html>"
MAIL = (
    b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nWords"
)


@pytest.mark.parametrize(
    ("data", "suffix", "content_type", "kind"),
    [
        (b"Just words.\n", ".txt", None, ContentKind.TEXT),
        (b"Just words.\n", ".html", None, ContentKind.TEXT),
        (b"Just words.\n", "", "text/html; charset=utf-8", ContentKind.TEXT),
        (b"3 < 4 and 5 > 4\n", ".htm", None, ContentKind.TEXT),
        (PAGE, ".html", None, ContentKind.HTML),
        (PAGE, ".txt", None, ContentKind.HTML),
        (PAGE, ".md", None, ContentKind.HTML),
        (b"\xef\xbb\xbf  <!-- saved -->\n" + PAGE, ".txt", None, ContentKind.HTML),
        (PAGE.decode().encode("utf-16"), "", None, ContentKind.HTML),
        (b"<p>One.</p><p>Two.</p>", ".txt", None, ContentKind.HTML),
        (b"<p>One:</p><blockquote>Two.</blockquote>", "", None, ContentKind.HTML),
        (b"<p>One.", ".html", None, ContentKind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', ".xhtml", None, ContentKind.HTML),
        (b"# Title\n\nWords.", ".MD", None, ContentKind.MARKDOWN),
        (b"# Title\n\nWords.", "", "text/markdown", ContentKind.MARKDOWN),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', ".xml", None, ContentKind.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", ".html", "text/html", ContentKind.FEED),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', ".json", None, ContentKind.FEED),
        (b'{"articles": []}', ".json", None, ContentKind.JSON),
        (b'{"articles": []}', "", "application/json", ContentKind.JSON),
        (b"{In brackets} the words go on.", ".txt", None, ContentKind.TEXT),
        (MAIL, ".eml", None, ContentKind.MESSAGE),
        (MAIL, ".txt", None, ContentKind.MESSAGE),
        (MAIL, ".mhtml", None, ContentKind.MESSAGE),
        (b"Subject: the ferry\n\nWords.", ".eml", None, ContentKind.MESSAGE),
        (b"Title: the ferry\nDate: today\n\nWords.", ".txt", None, ContentKind.TEXT),
        (b"", ".html", None, ContentKind.TEXT),
        (b"<!-- never closed", ".html", None, ContentKind.TEXT),
    ],
)
def test_the_content_decides_and_else_the_name(data, suffix, content_type, kind):
    assert detect_content_kind(data, suffix=suffix, content_type=content_type) is kind
