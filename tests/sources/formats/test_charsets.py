import pytest

from reader.sources.formats.charsets import find_codec, find_declared_codec
from reader.sources.formats.pages import decode_page


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf-8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        (' "windows-1251" ', "cp1251"),
        ("utf-7", None),
        ("rot13", None),
        ("base64", None),
        ("no-such", None),
        ("\x00", None),
        ("x" * 10_000, None),
        (None, None),
    ],
)
def test_an_encoding_is_found_by_the_labels_that_pages_use(label, codec):
    assert find_codec(label) == codec


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="windows-1251">',
        b"<META CHARSET=windows-1251 >",
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_page_may_declare_its_encoding_in_several_ways(head):
    assert find_declared_codec(head) == "cp1251"


def test_the_declared_encoding_is_used():
    page = '<meta charset="windows-1251"><p>Паром не пришёл.'.encode("cp1251")
    assert "Паром не пришёл." in decode_page(page).text


def test_the_header_takes_precedence_over_the_page():
    page = '<meta charset="utf-8"><p>Паром не пришёл.'.encode("cp1251")
    assert "Паром" in decode_page(page, "windows-1251").text


def test_a_byte_order_mark_takes_precedence_over_both():
    page = '<meta charset="windows-1251"><p>Паром'.encode("utf-8-sig")
    assert "Паром" in decode_page(page, "koi8-r").text


def test_a_page_in_utf_8_that_declares_another_encoding_is_read_as_utf_8():
    page = '<meta charset="iso-8859-1"><p>Fähre – später'.encode()
    assert "Fähre – später" in decode_page(page).text


def test_a_declared_encoding_that_does_not_fit_is_ignored():
    page = '<meta charset="utf-8"><p>' + "Die Fähre fährt später über die Förde. " * 20
    assert "Fähre" in decode_page(page.encode("cp1252")).text


def test_a_declaration_of_utf_7_is_ignored():
    page = b'<meta charset="utf-7"><p>+ADw-script+AD4-'
    assert "<script>" not in decode_page(page, "utf-7").text
