"""What is parsed before it is text: pages, mail, stored articles, sidecars, feeds, lists."""

# The tables of cases read better in long lines.
# ruff: noqa: E501

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import zipfile

from hostile_characters import CONTROLS, MARKUP
from hostile_files import DEVICES
from hostile_kit import EITHER, MB, OPENS, PLACE, REFUSED, STORY, Kit, story, story_with

PAGE = (
    "<html><head><title>Talks {here} end</title></head><body><article><h1>Talks {here} end</h1>"
    "<p>By Jane {here} Doe</p><p>"
    + "</p><p>".join(STORY[2:])
    + "</p><p>{here}</p></article></body></html>"
)
ENTITIES = (
    "&#27;[31m &#x1b;]0;PAWNED&#7; &#x9b;31m &#155;31m &#x202e;x &#8238; &#0; &#xd800; &#x110000; "
    "&#xfffe; &zwj;&zwnj;&lrm;&rlm; &ZeroWidthSpace;&shy; &#xe0041; &#99999999999999999999; &#x1b"
)


PDF = (
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    "/Resources << /Font << /F 5 0 R >> >> >>\nendobj\n"
    "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    "4 0 obj\n<< /Length 200 >>\nstream\nBT /F 9 Tf 50 700 Td (Talks on the bridge end) Tj "
    "0 -14 Td (The talks on the harbour bridge ended on Monday without a result.) Tj ET\nendstream\n"
    "endobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
)


def page(here: str) -> str:
    """A page with something in its title, byline and text."""
    return PAGE.replace(PLACE, here)


def add_pages(kit: Kit) -> None:
    meta = "<script type='application/ld+json'>{}</script>"
    ld = json.dumps({"@type": "NewsArticle", "headline": "\x1b]0;PAWNED\x07 \u202e",
                     "author": [{"name": "\x9b31m"}], "datePublished": "\x1b[31m"})  # fmt: skip
    long_table = "<table>" + "<tr><td>x</td></tr>" * 2000
    attributes = "<p " + " ".join(f"a{n}='x'" for n in range(3000)) + ">x</p>"
    base = (
        "<base href='http://evil.example/'><meta http-equiv=refresh content='0;http://e.invalid/'>"
    )
    frames = "<iframe src='http://evil.example/'></iframe><img src='file:///etc/passwd'>"
    style = (
        "<style>p:after{content:'\\1b'}</style><link rel=stylesheet href='http://e.invalid/a.css'>"
    )
    entity = '<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    external = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    pages = {
        "entities": page(ENTITIES), "controls": page("".join(CONTROLS.values())),
        "markup": page(" ".join(MARKUP.values()).replace("<", "&lt;")),
        "nested": page("<div>" * 50_000 + "x"), "nested-closed": page("<b>" * 3000 + "</b>" * 3000),
        "nested-lists": page("<ul><li>" * 10_000), "nested-tables": page("<table><tr><td>" * 3000),
        "unclosed": "<html><body><p>" + "<p>".join(STORY) + "<p <a <b <", "open-tag": page("<a " * 20_000),
        "open-comment": page("<!-- " * 10_000), "open-script": page("<script>" + "x" * 100_000),
        "open-title": "<title>" + "x " * 50_000, "less-than": "<html><body>" + "<" * 100_000,
        "quotes-in-tags": page("<a title='\"" * 10_000), "many-paragraphs": page("<p>Some words here." * 2000),
        "many-links": page("<a href='javascript:alert(1)'>x</a> " * 1000), "long-table": page(long_table),
        "attributes": page(attributes), "long-attribute": page(f"<p title='{'x' * 500_000}'>x</p>"),
        "data": page(f"<img src='data:image/png;base64,{'A' * 500_000}'>"),
        "script": page("<script>document.write('\x1b[31m')</script><noscript>x</noscript>"),
        "fetches": page(base + frames + style), "ld-json": page(meta.replace("{}", ld)),
        "ld-json-deep": page(meta.replace("{}", "[" * 50_000)),
        "ld-json-numbers": page(meta.replace("{}", '{"headline": 1' + "0" * 100_000 + "}")),
        "meta": page("<meta property='og:title' content='&#27;]0;PAWNED&#7;'>" * 3000),
        "charset-utf-7": "<meta charset=utf-7>" + page("+ABs-[31m"), "charset-none": "<meta charset='\x1b[31m'>" + page("x"),
        "charset-utf-16": "<meta charset=utf-16>" + page("é"), "xml": "<?xml version='1.0' encoding='nonsense'?>" + page("x"),
        "entity-bomb": entity + page("&b;" * 5000), "entity-file": external + page("&x;"),
        "cdata": page("<![CDATA[ \x1b[31m <script> ]]>"), "nul": page("a\0b"), "svg": page("<svg>" * 5000 + "<math>" * 5000),
        "template": page("<template><p>x</template><plaintext>" + "x " * 100), "frameset": "<frameset><frame src=http://e.invalid/>",
        "empty": "<html></html>", "only-script": "<html><script>x</script></html>", "select": page("<select><option>" * 5000),
        "hidden": page("<p style='display:none'>\u202ehidden</p><p hidden>x</p>"), "head-only": "<html><head>" + "<meta>" * 20_000,
    }  # fmt: skip
    for name, text in pages.items():
        opens = name not in {"open-title", "less-than", "frameset", "empty", "only-script", "head-only",
                             "nul", "charset-utf-16"}  # fmt: skip
        kit.add_file(f"{name}.html", text, OPENS if opens else EITHER)
    kit.add_file("utf-16.html", codecs.BOM_UTF16_LE + page("é").encode("utf-16-le"))
    kit.add_file("page.txt", page(ENTITIES))
    kit.add_file("text.html", story_with("\x1b[31m"), EITHER)
    kit.add_file("pdf.html", b"%PDF-1.7\n" + bytes(range(256)) * 4, REFUSED)
    kit.add_file("gzip.html", gzip.compress(page("x").encode()), REFUSED)
    kit.add_file("huge.html", lambda: page("<p>Some words here." * (MB // 2)), EITHER, large=True)
    kit.add_file("slow.html", lambda: page("<p>Some words here." * 20_000), EITHER, large=True)
    kit.add_file("deep.html", lambda: page("<div>" * MB), EITHER, large=True)
    kit.add_file("wide.html", lambda: page("<p>x" * (2 * MB)), EITHER, large=True)


def add_mail(kit: Kit) -> None:
    head = "From: Jane <j@e.x>\nSubject: {}\nDate: Mon, 24 Apr 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
    plain = head.replace("{}", "Talks end") + "Content-Type: text/plain; charset=utf-8\n\n"
    encoded = (
        "=?utf-8?B?G10wO1BBV05FRAc=?= =?utf-8?Q?=1B[31m=E2=80=AE?= =?utf-7?Q?+ABs-?= =?x?y?z?="
    )
    parts = 'Content-Type: multipart/mixed; boundary="b"\n\n'
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(2000)
    )
    base64_page = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    mails = {
        "plain": plain + story(), "controls": plain + story_with("".join(CONTROLS.values())),
        "subject": head.replace("{}", encoded) + "Content-Type: text/plain\n\n" + story(),
        "headers": plain.replace("MIME", "X-A: b\n" * 20_000 + "MIME") + story(),
        "long-header": plain.replace("MIME", "X-A: " + "b" * 500_000 + "\nMIME") + story(),
        "many-parts": plain.split("Content")[0] + parts + ("--b\n\nx\n" * 20_000),
        "nested": plain.split("Content")[0] + nested + "\nx",
        "messages": "Content-Type: message/rfc822\n\n" * 3000 + story(),
        "same-boundary": plain.split("Content")[0] + parts + ("--b\n" + parts) * 2000,
        "no-boundary": plain.split("Content")[0] + "Content-Type: multipart/mixed\n\nx",
        "base64": plain.split("Content")[0] + base64_page + "!!!" * 10_000,
        "quoted": plain.replace("utf-8\n\n", "utf-8\nContent-Transfer-Encoding: quoted-printable\n\n")
        + story("=1B[31m =9B31m =E2=80=AE =" + "=" * 5000 + "=ZZ"),
        "charset": plain.replace("utf-8", "\"\x1b[31m\"") + story(), "utf-7": plain.replace("utf-8", "utf-7") + "+ABs-[31m",
        "attachment": plain.split("Content")[0] + "Content-Type: application/pdf\n\n%PDF-1.7",
        "empty": plain,
    }  # fmt: skip
    for name, text in mails.items():
        kit.add_file(
            f"{name}.eml", text, OPENS if name in {"plain", "controls", "subject"} else EITHER
        )
        kit.add_file(f"{name}.mhtml", text, EITHER)


def add_documents(kit: Kit) -> None:
    def pack(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return packed.getvalue()

    def word(body: str, before: str = "", /, **parts: str | bytes) -> bytes:
        return pack({
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{before}<d xmlns:w='w'><w:body>{body}</w:body></d>", **parts,
        })  # fmt: skip

    def text(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    good = "".join(map(text, STORY))
    entities = "<!DOCTYPE d [<!ENTITY a 'xxxxxxxxxxxxxxxx'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 16}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "]>"  # fmt: skip
    attribute = good + "<w:p w:a='&i;'/>"
    file = "<!DOCTYPE d [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"
    remote = "<!DOCTYPE d SYSTEM 'http://e.invalid/a.dtd'>"
    references = "".join(
        f"<w:p><w:r><w:footnoteReference w:id='{n}'/></w:r></w:p>" for n in range(2000)
    )
    notes = "<n xmlns:w='w'>" + "".join(
        f"<w:footnote w:id='{n}'>" + text("x").replace("<w:t>", f"<w:footnoteReference w:id='{n + 1}'/><w:t>")
        + "</w:footnote>" for n in range(2000)
    ) + "</n>"  # fmt: skip
    core = "<c xmlns:dc='d' xmlns:t='t'><dc:title>\u202e[/]</dc:title><dc:creator>A &#x9b;31m B</dc:creator><t:created>[x]</t:created></c>"
    open_text = "<o:d xmlns:o='o' xmlns:t='t'><o:body><o:text>{}</o:text></o:body></o:d>"
    kind = "application/vnd.oasis.opendocument.text"
    inner = word(good)
    documents: dict[str, tuple[str | bytes, str]] = {
        "good.docx": (word(good), OPENS),
        "controls.docx": (word(good + text("\u202e&#x9b;31m&#x85;[/] [sic]"), **{"docProps/core.xml": core}), OPENS),
        "entities.docx": (word(good + text("&i;"), entities), REFUSED),
        "attribute.docx": (word(attribute, entities), REFUSED), "file.docx": (word(good + text("&i;"), file), REFUSED),
        "remote.docx": (word(good, remote), EITHER), "nested.docx": (word("<w:tbl>" * 5000 + "</w:tbl>" * 5000), REFUSED),
        "tables.docx": (word(good + "<w:tbl><w:tr><w:tc>" * 60 + good + "</w:tc></w:tr></w:tbl>" * 60), OPENS),
        "notes.docx": (word(good + references, **{"word/footnotes.xml": notes}), OPENS),
        "macro.docx": (word(good, **{"word/vbaProject.bin": bytes(range(256))}), OPENS),
        "paths.docx": (word(good, **{"../../../tmp/evil": "x", "/etc/evil": "x"}), OPENS),
        "inner.docx": (pack({"word/inner.docx": inner}, zipfile.ZIP_STORED), REFUSED),
        "prefix.docx": (b"PK\x03\x04" + b"x" * 500 + inner, EITHER), "cut.docx": (inner[:-40], REFUSED),
        "damaged.docx": (inner[:60] + bytes(60) + inner[120:], REFUSED),
        "bomb.docx": (word(good + " " * (40 * MB)), REFUSED),
        "bomb.odt": (pack({"mimetype": kind, "content.xml": b" " * (40 * MB)}), REFUSED),
        "method.docx": (inner.replace(b"\x08\x00", b"\x63\x00"), REFUSED),
        "encrypted.docx": (inner.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"), REFUSED),
        "many.docx": (word(good, **{f"word/media/{n}.png": b"" for n in range(25_000)}), REFUSED),
        "utf-16.docx": (pack({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<?xml version='1.0' encoding='utf-16'?>{entities}<d/>".encode("utf-16")}), REFUSED),
        "good.odt": (pack({"mimetype": kind, "content.xml": open_text.format("".join(f"<t:p>{line}</t:p>" for line in STORY))}), OPENS),
        "spaces.odt": (pack({"mimetype": kind, "content.xml": open_text.format(f"<t:p>{STORY[2]}<t:s t:c='999999999'/>x</t:p>")}), OPENS),
        "deep.odt": (pack({"mimetype": kind, "content.xml": open_text.format("<t:p><t:span>" * 5000)}), REFUSED),
        "a.epub": (pack({"mimetype": "application/epub+zip", "a.html": page("x")}), REFUSED),
        "a.csv": ("name,year,text\n" + "\x1b[31m,2024,[/]\n" * 50, REFUSED),
        "a.fodt": ("<?xml version='1.0'?>" + entities + "<o:d xmlns:o='o'>&i;</o:d>", REFUSED),
        "a.svg": ("<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", REFUSED),
        "a.warc": ("WARC/1.1\r\nWARC-Type: response\r\n\r\n" + page("x"), REFUSED),
    }  # fmt: skip
    documents |= {
        "header.pdf": ("%PDF-1.7\n", REFUSED), "loop.pdf": (PDF.replace("[3 0 R]", "[2 0 R]"), EITHER),
        "count.pdf": (PDF.replace("/Count 1", "/Count 999999999"), EITHER), "good.pdf": (PDF, EITHER),
        "length.pdf": (PDF.replace("/Length ", "/Length 999999999"), EITHER), "deep.pdf": ("%PDF-1.7\n1 0 obj\n" + "[" * 50_000, REFUSED),
        "prev.pdf": (PDF.replace("trailer\n<<", "trailer\n<< /Prev 9"), EITHER),
        "script.pdf": (PDF.replace("/Pages 2 0 R", "/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), EITHER),
        "controls.pdf": (PDF.replace("(Talks", "(\\033]0;PAWNED\\007 \\233 Talks"), EITHER),
    }  # fmt: skip
    for name, (data, outcome) in documents.items():
        kit.add_file(name, data, outcome)
        # The content tells what it is, whatever its name.
        kit.add_file(f"{name}.txt" if not name.endswith(".csv") else f"{name}.csv", data, outcome)


def add_stored(kit: Kit) -> None:
    good = {
        "format": "reader-article/1", "source": "a.txt", "name": "a", "title": "Talks end",
        "agency": None, "byline": None, "dateline": None, "published": None, "credits": [],
        "language": "en", "encoding": "utf-8", "notes": [], "outlet": "Reuters",
        "paragraphs": [{"number": n, "kind": "body", "text": words} for n, words in enumerate(STORY, 1)],
    }  # fmt: skip
    escapes = json.dumps(good).replace(
        "Talks", "\\u001b]0;PAWNED\\u0007 \\u202e \\ud800 \\u009b31m [/] "
    )
    changed = {
        "numbers": [{"number": 10**400, "kind": "body", "text": "x"}], "kinds": [{"kind": "\x1b", "text": "x"}],
        "texts": [{"number": 1, "kind": "body", "text": {"a": []}}], "strings": ["x"] * 5000, "none": None,
        "many": [{"number": 1, "kind": "body", "text": "x"}] * 20_000, "nested": [[[[[]]]]],
        "negative": [{"number": -1, "kind": "body", "text": "x"}, {"number": -1, "kind": "body", "text": "y"}],
    }  # fmt: skip
    jsons = {
        "good": json.dumps(good), "escapes": escapes, "deep": "[" * 200_000, "deep-objects": '{"a":' * 100_000,
        "deep-closed": "[" * 5000 + "]" * 5000, "number": "1" * 200_000, "float": "1e999999", "nan": "NaN",
        "huge-number": json.dumps(good)[:-1] + ', "n": 1' + "0" * 100_000 + "}", "null": "null", "string": '"x"',
        "duplicates": "{" + '"title": "x", ' * 20_000 + '"title": "y"}', "cut": json.dumps(good)[:-9], "empty": "{}",
        "lines": "\n".join(json.dumps(good) for _ in range(20)), "list": json.dumps([good, good, 1, None, [good]]),
        "mixed-lines": json.dumps(good) + "\n[[[\n" + json.dumps(good), "many-keys": json.dumps({f"k{n}": n for n in range(50_000)}),
        "title-list": json.dumps(good | {"title": ["\x1b"], "outlet": {}, "published": 5, "credits": "x", "language": [1]}),
        "feed": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "file:///etc/passwd"}]}),
        **{f"paragraphs-{name}": json.dumps(good | {"paragraphs": value}) for name, value in changed.items()},
    }  # fmt: skip
    for name, text in jsons.items():
        kit.add_file(f"{name}.json", text, OPENS if name in {"good", "escapes"} else EITHER)
        kit.add_file(f"{name}.jsonl", text, EITHER)


def add_sidecars(kit: Kit) -> None:
    tables = {
        "escapes": '[articles."a.txt"]\ntitle = "\\u001b]0;PAWNED\\u0007 \\u202e [/]"\noutlet = "\\u009b31m"\n',
        "deep": "a = " + "[" * 20_000, "deep-tables": "[" + ".".join("a" * 20_000) + "]\n", "binary": "\0\1\2",
        "numbers": "order = 1" + "0" * 10_000 + "\n", "many": "".join(f"[articles.'{n}.txt']\n" for n in range(5000)),
        "long": "a = '" + "x" * 2_000_000 + "'\n", "wrong": "=====\n", "types": "articles = 5\norder = 'x'\n",
        "paths": '[articles."../../../etc/passwd"]\ntitle = "x"\n[articles."/dev/zero"]\ntitle = "y"\n',
        "dates": '[articles."a.txt"]\npublished = 2024-04-24T99:99:99Z\n', "lists": '[articles]\n"a.txt" = ["\\u001b"]\n',
        "order": 'order = ["\\u001b.txt", "/dev/zero", "../x", 5, {}]\n', "not-utf-8": "title = '\udcff'\n",
    }  # fmt: skip
    for name, text in tables.items():
        folder = kit.path(name)
        folder.mkdir()
        (folder / "a.txt").write_text(story(), encoding="utf-8")
        (folder / "reader.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
        kit.add_argument(folder)
    for name, target in (("device", "/dev/zero"), ("circle", "reader.toml")):
        folder = kit.path(name)
        folder.mkdir()
        (folder / "a.txt").write_text(story(), encoding="utf-8")
        (folder / "reader.toml").symlink_to(target)
        kit.add_argument(folder)
    folder = kit.path("pipe")
    folder.mkdir()
    (folder / "a.txt").write_text(story(), encoding="utf-8")
    os.mkfifo(folder / "reader.toml")
    kit.add_argument(folder)


def add_feeds(kit: Kit) -> None:
    item = "<item><title>{}</title><link>{}</link><pubDate>{}</pubDate><description>{}</description></item>"
    rss = "<?xml version='1.0'?>{}<rss version='2.0'><channel><title>F {}</title>{}</channel></rss>"
    evil = item.format(
        ENTITIES, "javascript:alert(1)", "&#x1b;[31m", "<![CDATA[\x1b[31m<script>]]>"
    )
    bomb = "<!DOCTYPE r [<!ENTITY a 'xxxxxxxxxxxxxxxx'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 16}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "]>"  # fmt: skip
    file = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    feeds = {
        "escapes": rss.format("", ENTITIES, evil), "bomb": rss.format(bomb, "&i;", item.format("&i;", "&i;", "", "")),
        "file": rss.format(file, "&x;", item.format("&x;", "&x;", "", "&x;")), "deep": rss.format("", "x", "<a>" * 20_000),
        "many": rss.format("", "x", item.format("t", "http://e.invalid/", "x", "y") * 20_000), "cut": rss.format("", "x", evil)[:-40],
        "links": rss.format("", "x", "".join(item.format("t", link, "", "") for link in (
            "file:///etc/passwd", "http://127.0.0.1/", "//x", "http://a\nb/", "ftp://x/", "data:text/html,x", "/dev/zero"))),
        "long": rss.format("", "x" * 500_000, item.format("t" * 500_000, "http://e.invalid/" + "a" * 100_000, "", "")),
        "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>&#27;x</title>" + "<entry><title>&#x9b;</title></entry>" * 500,
    }  # fmt: skip
    for name, text in feeds.items():
        kit.add_file(f"{name}.xml", text, EITHER)
        kit.add_argument(kit.path(f"{name}.xml"), EITHER, options=("--feed",))


def add_lists(kit: Kit) -> None:
    story_path = kit.path("a.txt")
    story_path.write_text(story(), encoding="utf-8")
    lists = {
        "devices": "\n".join(DEVICES), "itself": "itself.lst", "many": "missing.txt\n" * 500,
        "escapes": "\x1b]0;PAWNED\x07.txt\n\u202e.txt\n[/].txt\n-x\n--plain\n" + str(story_path),
        "long": "x" * 500_000, "binary": "\0\1\2\n", "empty": "\n#\n", "addresses": "file:///etc/passwd\nhttp:///\nhttp://\x1b/",
    }  # fmt: skip
    for name, text in lists.items():
        path = kit.path(f"{name}.lst")
        path.write_bytes(text.encode())
        kit.add_argument(path, EITHER, options=("--from",))
    for source in ("/dev/zero", "/dev/full", "", kit.path("missing.lst"), kit.folder):
        kit.add_argument(source, EITHER, options=("--from",))
