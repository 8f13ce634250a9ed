"""A kit of hostile inputs, made from code into a folder; nothing of it is stored.

Each `Case` is a name for the command line with what may come of it. `build(folder)` makes
them all; the large ones (megabytes each) only where they are asked for.
"""

# The tables of cases read better in long lines.
# ruff: noqa: E501

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import random
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024

STORY = (
    "Talks on the harbour bridge end without a result",
    "By Jane Doe",
    "GENEVA, April 24 (Reuters) - The talks on the harbour bridge ended on Monday without a "
    "result, said the minister of transport, Jonas Kalnins.",
    "“We will come back next week and finish this,” Kalnins told reporters at the airport.",
    "The bridge costs 84 million euros, a third more than the council had planned in 2016.",
    "Nobody at the airport had expected him to speak so soon after the meeting.",
)
HERE = "{here}"
AROUND = (
    "Outlet {here}",
    "Talks {here} on the harbour bridge end without a result",
    "By Jane {here} Doe",
    "GENEVA {here} (Reuters) - The talks on the harbour bridge ended on Monday {here} without a "
    "result, said the minister of transport, Jonas {here} Kalnins.",
    "“We will come back {here} next week and finish this,” Kalnins {here} told reporters.",
    "{here}",
    "Reporting by Jane {here} Doe; Editing by John {here} Roe",
)

OPENS = "opens"
REFUSED = "refused"
EITHER = "either"


@dataclass(frozen=True)
class Case:
    """One hostile input.

    Args:
        group: what it is about.
        argument: what is given on the command line.
        outcome: OPENS, REFUSED (in one line that names the input) or EITHER.
        shows: words that must reach the reader where it opens, brackets and all.
        reason: words that the refusal must hold.
        large: whether it is made of megabytes.
        options: what stands before it.
    """

    group: str
    argument: str
    outcome: str = OPENS
    shows: tuple[str, ...] = ()
    reason: str = ""
    large: bool = False
    options: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The case on the command line, to be followed by `--` and other articles."""
        return [*self.options, self.argument]

    @property
    def name(self) -> str:
        return os.fsencode(os.path.basename(self.argument) or self.argument).decode(
            "utf-8", "backslashreplace"
        )


class Kit:
    """Makes cases in a folder.

    Args:
        folder: an empty folder.
        large: whether the large cases are wanted too.
    """

    def __init__(self, folder: Path, *, large: bool = False) -> None:
        self.folder = folder
        self.cases: list[Case] = []
        self._large = large
        self._group = ""

    def build(self) -> list[Case]:
        for group, fill in GROUPS.items():
            self._group = group
            (self.folder / group).mkdir()
            fill(self)
        return self.cases

    def add(
        self,
        name: str,
        data: str | bytes | Callable[[], str | bytes],
        outcome: str = OPENS,
        *,
        shows: tuple[str, ...] = (),
        reason: str = "",
        large: bool = False,
    ) -> None:
        """A file of this group."""
        if large and not self._large:
            return
        if callable(data):
            data = data()
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.name(path, outcome, shows=shows, reason=reason, large=large)

    def name(
        self,
        argument: str | Path,
        outcome: str = OPENS,
        *,
        shows: tuple[str, ...] = (),
        reason: str = "",
        large: bool = False,
        options: tuple[str, ...] = (),
    ) -> None:
        """Something that is there already, or is not."""
        self.cases.append(Case(self._group, str(argument), outcome, shows, reason, large, options))

    def path(self, name: str) -> Path:
        return self.folder / self._group / name


def build(folder: Path, *, large: bool = False) -> list[Case]:
    """Make the kit in an empty folder."""
    return Kit(folder, large=large).build()


def story(*more: str) -> str:
    """A harmless article with these paragraphs after its own."""
    return "\n\n".join([*STORY, *more]) + "\n"


def around(here: str) -> str:
    """An article with something in every place where a field is read from."""
    return "\n\n".join(paragraph.replace(HERE, here) for paragraph in AROUND) + "\n"


# Characters that steer a terminal, hide or turn text round

CONTROLS = {
    "osc-title": "\x1b]0;PAWNED\x07",
    "osc-title-st": "\x1b]2;PAWNED\x1b\\",
    "osc-link": "\x1b]8;;http://evil.example/\x1b\\here\x1b]8;;\x1b\\",
    "osc-clipboard": "\x1b]52;c;UEFXTkVE\x07",
    "osc-clipboard-ask": "\x1b]52;c;?\x07",
    "osc-notify": "\x1b]9;PAWNED\x07\x1b]777;notify;PAWNED;x\x07\x1b]99;;PAWNED\x1b\\",
    "osc-file": "\x1b]1337;File=inline=1:UEFXTkVE\x07",
    "osc-colours": "\x1b]4;1;rgb:00/00/00\x07\x1b]10;#000000\x07\x1b]11;#000000\x07\x1b]104\x07",
    "osc-folder": "\x1b]7;file://evil/\x07\x1b]133;A\x07\x1b]633;E;rm\x07",
    "osc-open": "\x1b]0;never ended",
    "csi-colours": "\x1b[31mred\x1b[0m\x1b[38;2;1;2;3m\x1b[8mhidden\x1b[28m",
    "csi-questions": "\x1b[6n\x1b[c\x1b[>c\x1b[=c\x1b[?6n\x1b[5n\x1b[14t\x1b[18t\x1b[21t\x1b[>q",
    "csi-screens": "\x1b[?1049l\x1b[?1049h\x1b[2J\x1b[3J\x1b[H\x1b[!p\x1b[?25l\x1b[20t\x1b[r",
    "csi-modes": "\x1b[?1003h\x1b[?2004h\x1b[>4;2m\x1b[4h\x1b[12l\x1b[?7l\x1b[?5h\x1b[2i\x1b[4i",
    "csi-repeat": "\x1b[99999999b\x1b[99999999;99999999H\x1b[999999999999999999999m\x1b[1$x",
    "csi-open": "\x1b[",
    "dcs": "\x1bP+q544e\x1b\\\x1bP$qm\x1b\\\x1bP1000p",
    "dcs-sixel": "\x1bPq#0;2;0;0;0#0~~@@vv@@~~$\x1b\\",
    "dcs-macro": "\x1bP1;0;0!zPAWNED\x1b\\\x1b[1*z",
    "apc": "\x1b_Gf=100,a=T;UEFXTkVE\x1b\\",
    "pm-sos": "\x1b^PAWNED\x1b\\\x1bXPAWNED\x1b\\",
    "escapes": "\x1bc\x1b7\x1b8\x1b#8\x1b=\x1b>\x1bD\x1bE\x1bM\x1bN\x1bO\x1bZ\x1bn\x1bo",
    "charsets": "\x1b(0lqk\x1b)0\x1b%@\x1b%G\x0e\x0f",
    "tmux": "\x1bPtmux;\x1b\x1b]52;c;UEFXTkVE\x07\x1b\\\x1bkPAWNED\x1b\\",
    "c1": "\x9b31m\x9d0;PAWNED\x9c\x90q\x9c\x9fGx\x9c\x9eP\x9c\x98S\x9c\x84\x85\x8d\x8e\x8f\x9a",
    "c1-all": "".join(map(chr, range(0x80, 0xA0))),
    "c0-all": "".join(map(chr, [*range(1, 9), *range(0xB, 0x20)])),
    "bell-enquiry": "\x07\x07\x05\x06\x15\x04",
    "shifts": "\x0e\x0f\x11\x13\x14\x16\x17\x18\x1a",
    "backspaces": "rm\x08\x08\x08\x7f\x7fsafe\rover",
    "vertical": "a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg\x1dh\x1ei\x1fj",
    "escape-line-end": "\x1b\n\x1b\r\n[31m\x1b\t]0;\x1b",
    "escape-hidden": "\x1b\u200b[31m\u00ad\x1b\u2060]0;x\x07",
    "bidi-overrides": "\u202egnitirw\u202c \u202drtl\u202c \u202aembedded\u202b\u202c",
    "bidi-isolates": "\u2066isolated\u2067\u2068unclosed\u2069\u2069\u2069",
    "bidi-marks": "\u200e\u200f\u061c\u206a\u206b\u206c\u206d\u206e\u206f",
    "bidi-deep": "\u202e\u2066" * 200 + "deep",
    "zero-width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034fh\u180ei",
    "zero-width-flood": "\u200b\u200c\u200d\u2060\ufeff\u00ad" * 2000 + "hidden",
    "joiner-flood": "\u0639" + "\u200d" * 5000 + "\u0639 👩" + "\u200d" * 5000 + "👩",
    "combining-flood": "Z" + "\u0351\u036b\u0343\u036a\u0302" * 2000 + "algo",
    "combining-alone": "\u0301" * 3000,
    "combining-many": ("e" + "\u0301\u0489\u20dd" * 30) * 300,
    "combining-joined": ("a\u0301\u200d\u0301\u200d" * 40 + "x") * 40,
    "enclosing": "a\u20dd\u20de\u20df\u20e0\u20e2\u20e3\u20e4" * 100,
    "tags": "\U000e0001" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all") + "\U000e007f",
    "variation-selectors": "a" + "".join(map(chr, range(0xFE00, 0xFE10))) * 20,
    "variation-supplement": "a" + "".join(map(chr, range(0xE0100, 0xE01F0))),
    "fillers": "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800\u180b\u180c\u180d\u180f",
    "noncharacters": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff",
    "specials": "\ufff0\ufff8\ufff9anno\ufffatated\ufffb\ufffc\ufffd",
    "invisible-maths": "\u2061\u2062\u2063\u2064\u2065",
    "private-use": "\ue000\uf8ff\U000f0000\U0010fffd",
    "spaces": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000",
    "unassigned": "\u0378\u2fe0\U000107ff\U0001ffee\U00030000\U000bffff",
    "emoji-chain": "👩\u200d👩\u200d👧\u200d👦" * 200 + "🏳\ufe0f\u200d🌈" + "🇩" * 501,
    "wide-letters": "．［／］／＊＂｛｝本" * 300,
    "letters-alike": "ｒｅａdеr раураl \u1d00\u1d05\u1d0d\u026a\u0274",
    "tabs": "a\t\t\tb\t" * 100,
    "right-to-left": "שלום עולם العربية ١٢٣ فارسی\u200cها",
    "tall": "ཧཱུྃ꧅𒐫﷽⸻ௌ" * 60,
}  # fmt: skip
MUST_SHOW = {
    "osc-title": ("␛]0;PAWNED␇",),
    "osc-clipboard": ("␛]52;c;UEFXTkVE␇",),
    "csi-colours": ("␛[31mred␛[0m",),
    "backspaces": ("rm␈␈␈␡␡safe",),
    "bell-enquiry": ("␇␇␅␆␕␄",),
    "right-to-left": ("שלום", "العربية", "فارسی"),
    "private-use": ("\ue000",),
}


def _controls(kit: Kit) -> None:
    for name, planted in CONTROLS.items():
        kit.add(f"{name}.txt", around(planted), shows=MUST_SHOW.get(name, ()))
    kit.add("everything.txt", around("".join(CONTROLS.values())))
    kit.add("everything.md", around("".join(CONTROLS.values())))
    kit.add("only-controls.txt", "\x1b\x07\x08" * 500, shows=("␛␇␈",))
    kit.add("only-invisible.txt", "\u200b\u2060\ufeff" * 500, REFUSED, reason="no text")
    kit.add("nul-late.txt", story("x" * 9000, "They said a\x00b again."), shows=("a␀b",))


# What Textual, rich and templates take for instructions

MARKUP = {
    "closing": "[/] [/b] [/red] [/link] [[/]] \\[/] [//]",
    "words": "[sic] [Reuters] [...] [1] [a] [ ] [] [[sic]] [sic",
    "click": "[@click=app.quit]x[/] [@click=app.bell()]x[/] [@click=screen.dismiss]x[/@click]",
    "styles": "[bold red on blue]x[/] [blink]x[/blink] [#ff0000]x[/] [$primary]x[/] [on $error]",
    "links": "[link=http://evil.example]x[/link] [link='javascript:alert(1)']x[/]",
    "emoji": ":smile: :warning: :skull: :pile_of_poo-text: :flag_for_de: ::",
    "variables": "$primary $t ${HOME} $(id) `id` {0} {name} {} %s %n %(x)s {{7*7}} <%= 7 %> #{7}",
    "nested": "[b][i][u]" * 300 + "x" + "[/u][/i][/b]" * 100,
    "unbalanced": "[" * 3000 + "]" * 10,
    "backslashes": "\\" * 2000 + "[b]x[/b]" + "\\[" * 500,
    "quoted": '["a\'b] [\'] ["] [a="b] [a=\'b\'] [style="x\ny"]',
    "html": "<script>alert(1)</script> <b>x</b> <a href=javascript:1>x</a> &lt; &#27;[31m &#x9b;",
    "markdown": "# a\n* b\n1. c\n> d\n| e | f |\n---\n![x](file:///etc/passwd) [x](javascript:1)",
    "csv": '=HYPERLINK("http://evil.example") @SUM(1) +1 -1',
}
MARKUP_SHOWS = {
    "closing": ("[/] [/b] [/red]", "\\[/]"),
    "words": ("[sic] [Reuters] [...] [1]", "[[sic]]"),
    "click": ("[@click=app.quit]x[/]",),
    "styles": ("[bold red on blue]x[/]", "[$primary]x[/]"),
    "links": ("[link=http://evil.example]x[/link]",),
    "emoji": (":smile: :warning:",),
    "variables": ("$primary $t ${HOME} $(id) `id` {0}",),
}


def _markup(kit: Kit) -> None:
    for name, planted in MARKUP.items():
        kit.add(f"{name}.txt", around(planted), shows=MARKUP_SHOWS.get(name, ()))
    kit.add("everything.txt", around(" ".join(MARKUP.values())))
    kit.add("everything.md", around(" ".join(MARKUP.values())))


# How text is written down

POLISH = "Zażółć gęślą jaźń, powiedział minister. Rząd nie zgodził się na to w środę.\n\n" * 6
RUSSIAN = "Переговоры в столице закончились без результата, сказал министр в среду.\n\n" * 6
JAPANESE = "首都での協議は月曜日に結論が出ないまま終わったと大臣が語った。\n\n" * 6
CHINESE = "部长星期一说，首都的会谈没有结果就结束了。他们下星期还会回来。\n\n" * 6
KOREAN = "장관은 월요일 수도에서 열린 회담이 성과 없이 끝났다고 말했다.\n\n" * 6


def _encodings(kit: Kit) -> None:
    text = around("é “x” — ś")
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        mark = {
            "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
            "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
        }[codec]  # fmt: skip
        kit.add(f"{codec}-mark.txt", mark + text.encode(codec), shows=("harbour bridge",))
        kit.add(f"{codec}.txt", text.encode(codec), EITHER)
    escapes = around("".join(CONTROLS.values())).encode("utf-16-le", "surrogatepass")
    kit.add("utf-16-escapes.txt", codecs.BOM_UTF16_LE + escapes)
    kit.add("utf-16-odd.txt", codecs.BOM_UTF16_LE + text.encode("utf-16-le") + b"\x41")
    kit.add("utf-16-halves.txt", codecs.BOM_UTF16_LE + b"\x00\xd8" * 500 + b"a\x00", EITHER)
    kit.add("utf-16-mark-only.txt", codecs.BOM_UTF16_LE, REFUSED, reason="no text")
    kit.add("utf-8-mark-only.txt", codecs.BOM_UTF8, REFUSED, reason="no text")
    kit.add("utf-8-marks.txt", codecs.BOM_UTF8 * 50 + text.encode(), shows=("harbour bridge",))
    kit.add("utf-8-in-utf-16-mark.txt", codecs.BOM_UTF16_BE + text.encode(), EITHER)
    kit.add("utf-32-too-high.txt", codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 400, EITHER)
    kit.add("utf-7.txt", "+ABs-[31m +AD4-script+AD4- " * 40, shows=("+ABs-[31m",))
    kit.add("surrogates.txt", around("\ud83d \udc00 \ud800\udbff"))
    kit.add("cesu-8.txt", around("\ud83d\ude00"))
    kit.add("overlong.txt", around("@").encode().replace(b"@", b"\xc0\x9b[31m\xe0\x80\x9b\xc0\x80"))
    kit.add("too-high.txt", around("@").encode().replace(b"@", b"\xf4\x90\x80\x80\xf8\x88\x80\x80"))
    kit.add("cut-off.txt", around("é").encode() + b"\xe2\x80")
    kit.add("few-wrong.txt", (around("é") * 40).encode() + b"\xff\xfe\x9b31m\x1b[31m")
    kit.add("c1-bytes.txt", story("x").encode("latin-1", "replace") + b"\x9b31m\x9d0;P\x9c" * 40)
    kit.add("mixed.txt", RUSSIAN.encode("cp1251") + RUSSIAN.encode() + RUSSIAN.encode("koi8_r"))
    for name, words, codec in (
        ("cp1250", POLISH, "cp1250"), ("cp1251", RUSSIAN, "cp1251"), ("koi8-r", RUSSIAN, "koi8_r"),
        ("shift-jis", JAPANESE, "cp932"), ("euc-jp", JAPANESE, "euc_jp"),
        ("iso-2022-jp", JAPANESE, "iso2022_jp"), ("gb18030", CHINESE, "gb18030"),
        ("big5", CHINESE.replace("会谈", "會談"), "big5"), ("euc-kr", KOREAN, "euc_kr"),
    ):  # fmt: skip
        kit.add(f"{name}.txt", words.encode(codec, "replace"), EITHER)
    kit.add("ebcdic.txt", story().encode("cp500", "replace"), EITHER)
    kit.add("iso-2022-escapes.txt", b"\x1b$B" * 3000 + b"\x1b[31m\x1b(J", EITHER)
    kit.add("hz.txt", b"~{" * 4000 + b"\x1b]0;x\x07", EITHER)
    kit.add("every-byte.txt", bytes(range(1, 256)) * 100, EITHER)
    kit.add("high-bytes.txt", bytes(range(0x80, 0x100)) * 200, EITHER)
    for name, end in (
        ("crlf", "\r\n"), ("cr", "\r"), ("nel", "\x85"), ("ls", "\u2028"), ("ps", "\u2029"),
        ("vt", "\x0b"), ("ff", "\x0c"), ("fs", "\x1c"), ("lfcr", "\n\r"),
    ):  # fmt: skip
        kit.add(f"ends-{name}.txt", story().replace("\n", end), shows=("84 million euros",))
    kit.add("ends-mixed.txt", story().replace("\n\n", "\r\n\n\r\x85\u2028"))


# Files that are no text


def _binaries(kit: Kit) -> None:
    noise = random.Random(5).randbytes
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    tar = noise(100) + b"\0" * 157 + b"ustar\x0000" + b"\0" * 600
    magics = {
        "a.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(900),
        "spaced.pdf": b"\n\n%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + noise(900),
        "a.zip": archive.getvalue(), "a.docx": archive.getvalue(), "a.epub": archive.getvalue(),
        "a.png": b"\x89PNG\r\n\x1a\n" + noise(900), "a.jpg": b"\xff\xd8\xff\xe0" + noise(900),
        "a.gif": b"GIF89a" + noise(900), "a.webp": b"RIFF\x00\x01\x00\x00WEBPVP8 " + noise(900),
        "a.elf": b"\x7fELF\x02\x01\x01" + bytes(900), "a.exe": b"MZ\x90\x00\x03" + noise(900),
        "a.gz": gzip.compress(story().encode()), "a.bz2": b"BZh91AY&SY" + noise(900),
        "a.xz": b"\xfd7zXZ\x00" + noise(900), "a.zst": b"\x28\xb5\x2f\xfd" + noise(900),
        "a.7z": b"7z\xbc\xaf\x27\x1c" + noise(900), "a.tar": tar,
        "a.mp3": b"ID3\x04\x00\x00" + noise(900), "raw.mp3": b"\xff\xfb\x90\x64" + noise(3000),
        "a.ogg": b"OggS\x00" + noise(900), "a.mp4": b"\x00\x00\x00\x18ftypmp42" + noise(900),
        "a.wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + noise(900), "a.wasm": b"\0asm\x01\0\0\0",
        "a.class": b"\xca\xfe\xba\xbe" + noise(900), "a.pyc": b"\xa7\r\r\n" + noise(900),
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(900), "a.rtf": b"{\\rtf1\\ansi x}",
        "a.ttf": b"\x00\x01\x00\x00\x00\x0f" + noise(900), "noise.txt": noise(20_000),
        "noise-without-nul.txt": noise(40_000).replace(b"\x00", b"\x01"), "nul.txt": b"\0" * 4096,
        "nul-in-text.txt": story().encode().replace(b"April", b"Ap\0ril"),
    }  # fmt: skip
    for name, data in magics.items():
        # Noise without a zero may be text in an encoding unknown to us.
        kit.add(name, data, EITHER if name.startswith("noise-without") else REFUSED)
        if not name.endswith(".txt"):
            kit.add(f"{name}.txt", data, REFUSED)
    database = kit.path("a.sqlite")
    with sqlite3.connect(database) as connection:
        connection.execute("create table notes (text)")
    connection.close()
    kit.name(database, REFUSED)
    kit.add("empty.txt", b"", REFUSED, reason="empty")
    kit.add("blank.txt", b" \n\t\r\n" * 100, REFUSED, reason="no text")
    kit.add("sparse.txt", b"", REFUSED)
    os.truncate(kit.path("sparse.txt"), 40 * 1024 * MB)
    kit.add("sparse-nul.txt", b"", REFUSED)
    os.truncate(kit.path("sparse-nul.txt"), 20 * MB)


# What is no file, and what it is called

DEVICES = (
    "/dev/zero", "/dev/null", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty",
    "/dev/ptmx", "/proc/self/mem", "/proc/self/maps/x", "/proc/kmsg", "/proc/self/fd", "/dev/fd/77",
    "/proc/self/environ", "/sys/kernel/notes", "/proc/self/pagemap",
)  # fmt: skip


def _specials(kit: Kit) -> None:
    for device in DEVICES:
        # A file of /proc may be readable text; what matters is that it ends.
        kit.name(device, EITHER if device.startswith(("/proc", "/sys")) else REFUSED)
    fifo = kit.path("fifo.txt")
    os.mkfifo(fifo)
    kit.name(fifo, REFUSED, reason="pipe")
    listening = socket.socket(socket.AF_UNIX)
    try:
        # A socket's path may be short only.
        before = os.getcwd()
        os.chdir(kit.path(""))
        listening.bind("socket.txt")
        os.chdir(before)
        kit.name(kit.path("socket.txt"), REFUSED)
    finally:
        listening.close()
    kit.path("dangling.txt").symlink_to("nowhere")
    kit.name(kit.path("dangling.txt"), REFUSED)
    kit.path("self.txt").symlink_to("self.txt")
    kit.name(kit.path("self.txt"), REFUSED)
    kit.path("circle-a.txt").symlink_to("circle-b.txt")
    kit.path("circle-b.txt").symlink_to("circle-a.txt")
    kit.name(kit.path("circle-a.txt"), REFUSED)
    kit.path("to-device.txt").symlink_to("/dev/zero")
    kit.name(kit.path("to-device.txt"), REFUSED)
    kit.path("locked.txt").write_text(story())
    kit.path("locked.txt").chmod(0)
    kit.name(kit.path("locked.txt"), EITHER if os.geteuid() == 0 else REFUSED)
    for folder in ("empty-folder", "folder/inside", "folder/.hidden"):
        kit.path(folder).mkdir(parents=True)
    kit.name(kit.path("empty-folder"), REFUSED)
    kit.path("folder/again").symlink_to("..")
    kit.path("folder/inside/up").symlink_to("../..")
    kit.path("folder/out.txt").symlink_to("/etc/passwd")
    kit.path("folder/a.txt").write_text(story())
    kit.path("folder/fifo.txt").symlink_to(fifo)
    os.mkfifo(kit.path("folder/pipe.txt"))
    kit.name(kit.path("folder"))
    kit.name(kit.path("missing.txt"), REFUSED, reason="no such file")
    kit.name("", REFUSED, reason="empty name")
    kit.name(kit.path("x" * 5000 + ".txt"), REFUSED)
    kit.name("\x1b]0;PAWNED\x07[/].txt", REFUSED)
    kit.name("*.nothing", REFUSED)
    kit.name("~nobody-here/x.txt", REFUSED)
    kit.name("file:///etc/passwd", REFUSED)


NAMES = (
    "line\nend.txt", "escape\x1b]0;PAWNED\x07.txt", "csi\x1b[31m[red].txt", "[b]markup[sic].txt",
    "-dash.txt", "--plain.txt", "\u202egnp.txt", "zero\u200bwidth.txt", "quote'\"`$(id);.txt",
    " space .txt", "\x01\x7f.txt", "é" * 125 + ".txt", "x" * 251 + ".txt", "...txt", "*.txt",
    "?.txt", "{a,b}.txt", "%s%n.txt", "tab\there.txt", "back\\slash.txt", "c1\x9b31m.txt", ".txt",
    "\udcff\udc9b31m.txt", "\udce2\udc80.txt", "[a-z].txt", "a.txt\r", "﷽﷽﷽.txt", "https:.txt",
)  # fmt: skip


def _names(kit: Kit) -> None:
    for number, name in enumerate(NAMES):
        path = os.fsencode(kit.path("")) + b"/" + os.fsencode(name)
        with suppress(OSError), open(path, "wb") as file:
            file.write(story(f"Story {number}.").encode())
            kit.name(os.fsdecode(path))
    folder = kit.path("folder \x1b[31m[sic]\nx")
    folder.mkdir()
    (folder / "a\x1b[0m.txt").write_text(story())
    kit.name(folder)


# Text that is long, deep or repeated; what a bad pattern never ends on

TRAPS = {
    "quotes-open": "“" * 20_000,
    "quotes-straight": '"' * 20_000,
    "quotes-pairs": "“a” " * 8_000,
    "quotes-nested": "“‘" * 500 + "x" + "’”" * 500,
    "quotes-mixed": "“”„‟«»‹›‘’‚‛\"'`´「」『』〝〞＂" * 600,
    "quotes-unbalanced": "“He said he said he said " * 2000,
    "quotes-said": '"Yes," ' + "said " * 9000,
    "quotes-long": "“" + "word " * 20_000 + "”",
    "quotes-cues": "said told added noted claimed " * 4000,
    "quotes-apostrophes": "rock 'n' roll ’90s o’clock " * 3000,
    "quotes-ellipses": "“… [ . . . ] … ” " * 3000,
    "brackets": "([{<" * 5000 + ">}])" * 5000,
    "capitals": "Mr. " * 10_000,
    "names": "Jonas Kalnins, minister of transport of the ministry of " * 1500,
    "initials": "U.S. J. F. K. " * 5000,
    "full-stops": "." * 50_000,
    "sentence-ends": "?!…。" * 10_000,
    "dashes": "- – — ― " * 8000,
    "slashes": "/" * 50_000,
    "digits": "1" * 50_000,
    "figures": "1,234,567.89 million " * 3000,
    "figures-commas": "1,1,1,1,1,1," * 5000,
    "dates": "April 24, 2024 Wednesday 10:00 GMT " * 1500,
    "dates-cut": "April April 24, 24, 2024 2024 at at " * 1500,
    "addresses": "http://a.b/" + "a/" * 20_000,
    "addresses-many": "www.x.y a@b.c " * 4000,
    "datelines": "GENEVA (GENEVA (GENEVA, " * 3000,
    "dateline-open": "GENEVA, " * 5000 + "(Reuters",
    "byline": "By " + "Jane Doe and " * 5000,
    "byline-by": "By by By " * 6000,
    "credits": "Reporting by Jane Doe; " * 3000,
    "hyphens": "a-" * 30_000,
    "underscores": "_" * 50_000,
    "apostrophes": "'" * 50_000,
    "spaces-in-line": "a" + " " * 100_000 + "b",
    "no-break-spaces": "a" + "\u00a0" * 50_000 + "b",
    "word": "w" * 1_000_000,
    "word-accents": "é" * 300_000,
    "word-wide": "本" * 300_000,
    "word-emoji": "👩\u200d👩\u200d👧" * 20_000,
    "word-arabic": "ع" * 200_000,
    "word-hyphens": "anti-" * 60_000,
    "letters-alone": "a b c d " * 20_000,
    "one-word": "the " * 50_000,
    "no-words": "😀 " * 20_000,
    "hindi": "क्षत्रिय" * 5000,
    "thai": "การประชุมที่" * 8000,
    "zalgo-words": ("w" + "\u0300" * 5) * 10_000,
}


def _traps(kit: Kit) -> None:
    for name, planted in TRAPS.items():
        kit.add(f"{name}.txt", story(planted), shows=("84 million euros",))
    kit.add("traps-alone.txt", "\n\n".join(planted[:3000] for planted in TRAPS.values()))
    kit.add("same-paragraph.txt", (STORY[3] + "\n\n") * 2000)
    kit.add("same-line.txt", (STORY[3] + " ") * 500)
    kit.add("short-lines.txt", "\n\n".join(f"{number}" for number in range(5000)))
    kit.add("indented.txt", "\n".join(" " * (number % 500) + "x" for number in range(5000)))
    kit.add("titles.txt", "\n\n".join("Title Of A Story" for _ in range(3000)))
    kit.add("captions.txt", "\n\n".join("Photo: Jane Doe/Getty Images" for _ in range(3000)))


def _scale(kit: Kit) -> None:
    numbered = (
        "Paragraph {} tells that the talks on bridge {} ended on day {} without a result.\n\n"
    )
    kit.add("paragraphs-200k.txt", lambda: "".join(
        numbered.format(n, n % 97, n % 31) for n in range(200_000)), large=True)  # fmt: skip
    kit.add("lines-2m.txt", lambda: "x\n" * 2_000_000, large=True)
    kit.add("line-20mb.txt", lambda: (" ".join(STORY[2:]) + " ") * (20 * MB // 450), large=True)
    kit.add("word-20mb.txt", lambda: "w" * (20 * MB), large=True)
    kit.add("word-wide-20mb.txt", lambda: "本" * (20 * MB // 3), large=True)
    kit.add("spaces-10m.txt", lambda: story("a" + " " * 10_000_000 + "b"), large=True)
    kit.add("newlines-10m.txt", lambda: story("a" + "\n" * 10_000_000 + "b"), large=True)
    kit.add("tabs-10m.txt", lambda: story("a" + "\t" * 10_000_000 + "b"), large=True)
    kit.add("escapes-20mb.txt", lambda: story("\x1b[31m" * (4 * MB)), large=True)
    kit.add("marks-20mb.txt", lambda: story("e" + "\u0301" * (10 * MB)), large=True)
    kit.add("joiners-20mb.txt", lambda: story("e" + "\u200d" * (6 * MB)), large=True)
    kit.add("quotes-10mb.txt", lambda: story("“" * (3 * MB)), large=True)
    kit.add("quote-marks-10mb.txt", lambda: story('"a" ' * (2 * MB)), large=True)
    kit.add("one-cue-10mb.txt", lambda: story('"Yes," said he. ' * (MB // 2)), large=True)
    kit.add("names-10mb.txt", lambda: story("Jonas Kalnins of Geneva, " * (MB // 4)), large=True)
    kit.add("marked-20mb.md", lambda: story("*a* [b](c) `d` " * MB), large=True)
    kit.add("too-large.txt", lambda: b"a b " * (9 * MB), REFUSED, reason="MB", large=True)
    kit.add("wrong-20mb.txt", lambda: b"\xff\xfe\xfa\x41" * (5 * MB), EITHER, large=True)
    kit.add("japanese-20mb.txt", lambda: JAPANESE.encode("cp932") * 45_000, EITHER, large=True)
    kit.add("right-to-left-10mb.txt", lambda: story("العربية " * (MB // 2)), large=True)


def _markdown(kit: Kit) -> None:
    bombs = {
        "quotes": "> " * 2000 + "x",
        "quotes-lines": "\n".join(">" * n + " x" for n in range(1, 300)),
        "lists": "\n".join(" " * 2 * n + "- x" for n in range(800)),
        "lists-one-line": "- " * 5000 + "x",
        "numbers": "\n".join(f"{n}. x" for n in range(3000)),
        "emphasis": "*a **a " * 5000,
        "emphasis-run": "*" * 30_000 + "a" + "*" * 30_000,
        "underscores": "_a" * 15_000,
        "links-open": "[" * 20_000 + "a",
        "links-nested": "[a](" * 5000 + ")" * 5000,
        "links-images": "![a](b)[c](javascript:alert(1))<http://\x1b[31m>" * 1000,
        "link-text": "[\x1b]0;PAWNED\x07 here](http://evil.example \"\x1b[31m\")",
        "references": "".join(f"[a{n}]: <b>\n" for n in range(3000)) + "[a1]" * 3000,
        "reference-open": "[a]: " * 5000,
        "code": "`" * 20_001 + "a" + "`" * 20_000,
        "code-runs": "".join("`" * n + "a" for n in range(300)),
        "fences": "```\n" * 5001 + "\x1b[31m",
        "entities": "&#27;[31m &#x1b;]0;PAWNED&#7; &#x202e; &#0; &#xd800; &#155;31m &Tab; " * 200,
        "entities-cut": "&" * 20_000 + "&#" * 10_000,
        "html": "<div>" * 3000 + "<script>alert(1)</script><!-- x",
        "html-open": "<a " * 10_000,
        "html-comments": "<!--" * 8000,
        "autolinks": "<http://" + "a" * 10_000 + " " + "<a@b.c>" * 1000,
        "table": "| a " * 500 + "|\n" + "| - " * 500 + "|\n" + ("| b " * 500 + "|\n") * 20,
        "table-wide": "|" * 20_000 + "\n" + "|-" * 10_000,
        "headings": "#" * 5000 + " a\n\n" + "# a\n" * 2000,
        "underlined": "a\n=\n" * 3000,
        "backslashes": "\\" * 40_000,
        "breaks": "a  \n" * 10_000,
        "tabs": "\t" * 5000 + "a\n" + ">\t" * 2000,
        "front-matter": "---\n" + "a: [" * 3000 + "\n---\n",
    }  # fmt: skip
    for name, bomb in bombs.items():
        kit.add(f"{name}.md", story(bomb), shows=("84 million euros",))
    kit.add("quotes-1mb.md", lambda: story("> " * (MB // 2)), large=True)
    kit.add("links-1mb.md", lambda: story("[" * MB), large=True)
    kit.add("emphasis-1mb.md", lambda: story("*a _b " * (MB // 6)), large=True)


# What is parsed before it is text: pages, mail, stored articles, feeds, sidecars, lists

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


def page(here: str) -> str:
    """A page with something in its title, byline and text."""
    return PAGE.replace(HERE, here)


def _pages(kit: Kit) -> None:
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
        kit.add(f"{name}.html", text, OPENS if opens else EITHER)
    kit.add("utf-16.html", codecs.BOM_UTF16_LE + page("é").encode("utf-16-le"))
    kit.add("page.txt", page(ENTITIES))
    kit.add("text.html", around("\x1b[31m"), EITHER)
    kit.add("pdf.html", b"%PDF-1.7\n" + bytes(range(256)) * 4, REFUSED)
    kit.add("gzip.html", gzip.compress(page("x").encode()), REFUSED)
    kit.add("huge.html", lambda: page("<p>Some words here." * (MB // 2)), EITHER, large=True)
    kit.add("slow.html", lambda: page("<p>Some words here." * 20_000), EITHER, large=True)
    kit.add("deep.html", lambda: page("<div>" * MB), EITHER, large=True)
    kit.add("wide.html", lambda: page("<p>x" * (2 * MB)), EITHER, large=True)


def _mail(kit: Kit) -> None:
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
        "plain": plain + story(), "controls": plain + around("".join(CONTROLS.values())),
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
        kit.add(f"{name}.eml", text, OPENS if name in {"plain", "controls", "subject"} else EITHER)
        kit.add(f"{name}.mhtml", text, EITHER)


def _stored(kit: Kit) -> None:
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
        kit.add(f"{name}.json", text, OPENS if name in {"good", "escapes"} else EITHER)
        kit.add(f"{name}.jsonl", text, EITHER)


def _sidecars(kit: Kit) -> None:
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
        kit.name(folder)
    for name, target in (("device", "/dev/zero"), ("circle", "reader.toml")):
        folder = kit.path(name)
        folder.mkdir()
        (folder / "a.txt").write_text(story(), encoding="utf-8")
        (folder / "reader.toml").symlink_to(target)
        kit.name(folder)
    folder = kit.path("pipe")
    folder.mkdir()
    (folder / "a.txt").write_text(story(), encoding="utf-8")
    os.mkfifo(folder / "reader.toml")
    kit.name(folder)


def _feeds(kit: Kit) -> None:
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
        kit.add(f"{name}.xml", text, EITHER)
        kit.name(kit.path(f"{name}.xml"), EITHER, options=("--feed",))


def _lists(kit: Kit) -> None:
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
        kit.name(path, EITHER, options=("--from",))
    for path in ("/dev/zero", "/dev/full", "", kit.path("missing.lst"), kit.folder):
        kit.name(path, EITHER, options=("--from",))


GROUPS: dict[str, Callable[[Kit], None]] = {
    "controls": _controls,
    "markup": _markup,
    "encodings": _encodings,
    "binaries": _binaries,
    "specials": _specials,
    "names": _names,
    "traps": _traps,
    "markdown": _markdown,
    "pages": _pages,
    "mail": _mail,
    "stored": _stored,
    "sidecars": _sidecars,
    "feeds": _feeds,
    "lists": _lists,
    "scale": _scale,
}
