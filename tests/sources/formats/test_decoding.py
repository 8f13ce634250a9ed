"""Which encoding a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.formats.decoding import decode
from reader.sources.formats.file_signatures import find_unreadable_kind

ENGLISH = "The talks – “difficult”, officials said – went on in Besançon. " * 3
SAMPLES = {
    ("cp1252", "windows-1252"): [
        ENGLISH,
        "Der Minister sprach über die Lage in Köln und über die Brücken. „Wir müssen reden.“",
        "Le président a déclaré que la situation était préoccupante, après l’échec des débats.",
        "The cafés of the city are closed and that was the end of it.",
    ],
    ("cp1250", "windows-1250"): [
        "Prezydent powiedział, że rozmowy w Łodzi były trudne, ale potrzebne. " * 3,
        "Prezident řekl, že příští týden přijede do Brna a že se těší na žáky. " * 3,
    ],
    ("cp1251", "windows-1251"): ["Президент заявил в среду, что переговоры были трудными. " * 3],
    ("koi8_r", "koi8-r"): ["Президент заявил в среду, что переговоры были трудными. " * 3],
    ("cp1253", "windows-1253"): ["Ο πρόεδρος δήλωσε ότι οι συνομιλίες ήταν δύσκολες. " * 3],
    ("cp1254", "windows-1254"): ["Bu görüşmelerin çok zor ama açık olduğu söylendi. " * 3],
    ("cp1256", "windows-1256"): ["قال الرئيس إن المحادثات في شنغهاي كانت صعبة لكنها مفيدة. " * 3],
    ("cp932", "shift_jis"): ["大統領は水曜日、会談は難しかったが有益だったと述べた。" * 4],
    ("euc_jp", "euc_jp"): ["大統領は水曜日、会談は難しかったが有益だったと述べた。" * 4],
    ("iso2022_jp", "iso2022_jp"): ["大統領は水曜日、会談は難しかったが有益だったと述べた。" * 4],
    ("gb18030", "gb18030"): ["国务卿周三表示，会谈虽然困难，但对双方都有益。" * 4],
    ("big5", "big5"): ["國務卿週三表示，會談雖然困難，但對雙方都有益。" * 4],
    ("euc_kr", "euc_kr"): ["국무장관은 회담이 어려웠지만 유익했다고 말했다. " * 4],
}


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [(codec, name, text) for (codec, name), texts in SAMPLES.items() for text in texts],
)
def test_an_old_encoding_is_guessed_with_a_note(codec: str, name: str, text: str) -> None:
    assert decode(text.encode(codec)) == (text, name, f"read as {name} (a guess)")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    data = ("\ufeff" + ENGLISH).encode(codec)
    assert decode(data) == (ENGLISH, codec, f"read as {codec}")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, "Мэр ушёл в отставку, сказал секретарь в понедельник."])
def test_utf16_without_its_mark_is_known_by_its_zero_bytes(codec: str, text: str) -> None:
    data = text.encode(codec)
    assert decode(data) == (text, codec, f"read as {codec} (a guess)")
    assert find_unreadable_kind(data) is None


def test_a_few_zero_bytes_make_a_text_no_binary_data() -> None:
    data = f"{ENGLISH}\0 {ENGLISH * 5}".encode()
    assert find_unreadable_kind(data) is None
    assert decode(data).encoding == "utf-8"
    unreadable = find_unreadable_kind(b"\0\1\2\0 talks " * 50)
    assert unreadable is not None
    assert unreadable.name == "binary data"


def test_utf8_with_and_without_its_mark_needs_no_note() -> None:
    assert decode(ENGLISH.encode()) == (ENGLISH, "utf-8", None)
    assert decode(ENGLISH.encode("utf-8-sig")) == (ENGLISH, "utf-8", None)


def test_a_few_wrong_bytes_in_utf8_are_replaced_and_counted() -> None:
    data = (ENGLISH * 30).encode() + b"\xff\xc3 end"
    decoded = decode(data)
    assert decoded.text.endswith("\ufffd\ufffd end")
    assert decoded.encoding == "utf-8"
    assert decoded.note == "2 bytes are not UTF-8 and were replaced"


def test_one_accent_of_an_old_encoding_is_not_taken_for_damaged_utf8() -> None:
    text = "The talks went on for days and it was not clear who had won. " * 40 + "café"
    assert decode(text.encode("cp1252")).text == text


def test_utf7_is_never_read() -> None:
    assert decode(b"+ADw-script+AD4-").text == "+ADw-script+AD4-"


@given(st.binary(max_size=400))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding
    assert isinstance(decoded.text, str)
