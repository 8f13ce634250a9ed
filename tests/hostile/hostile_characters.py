"""Characters, markup and encodings that steer a terminal, hide, or are taken for instructions."""

from __future__ import annotations

import codecs

from hostile_kit import EITHER, REFUSED, Kit, story, story_with

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
CONTROLS_SHOWN = {
    "osc-title": ("␛]0;PAWNED␇",),
    "osc-clipboard": ("␛]52;c;UEFXTkVE␇",),
    "csi-colours": ("␛[31mred␛[0m",),
    "backspaces": ("rm␈␈␈␡␡safe",),
    "bell-enquiry": ("␇␇␅␆␕␄",),
    "right-to-left": ("שלום", "العربية", "فارسی"),
    "private-use": ("\ue000",),
}


def add_controls(kit: Kit) -> None:
    for name, planted in CONTROLS.items():
        kit.add_file(f"{name}.txt", story_with(planted), shows=CONTROLS_SHOWN.get(name, ()))
    kit.add_file("everything.txt", story_with("".join(CONTROLS.values())))
    kit.add_file("everything.md", story_with("".join(CONTROLS.values())))
    kit.add_file("only-controls.txt", "\x1b\x07\x08" * 500, shows=("␛␇␈",))
    kit.add_file("only-invisible.txt", "\u200b\u2060\ufeff" * 500, REFUSED, reason="no text")
    kit.add_file("nul-late.txt", story("x" * 9000, "They said a\x00b again."), shows=("a␀b",))


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
MARKUP_SHOWN = {
    "closing": ("[/] [/b] [/red]", "\\[/]"),
    "words": ("[sic] [Reuters] [...] [1]", "[[sic]]"),
    "click": ("[@click=app.quit]x[/]",),
    "styles": ("[bold red on blue]x[/]", "[$primary]x[/]"),
    "links": ("[link=http://evil.example]x[/link]",),
    "emoji": (":smile: :warning:",),
    "variables": ("$primary $t ${HOME} $(id) `id` {0}",),
}


def add_markup(kit: Kit) -> None:
    for name, planted in MARKUP.items():
        kit.add_file(f"{name}.txt", story_with(planted), shows=MARKUP_SHOWN.get(name, ()))
    kit.add_file("everything.txt", story_with(" ".join(MARKUP.values())))
    kit.add_file("everything.md", story_with(" ".join(MARKUP.values())))


# How text is written down

POLISH = "Zażółć gęślą jaźń, powiedział minister. Rząd nie zgodził się na to w środę.\n\n" * 6
RUSSIAN = "Переговоры в столице закончились без результата, сказал министр в среду.\n\n" * 6
JAPANESE = "首都での協議は月曜日に結論が出ないまま終わったと大臣が語った。\n\n" * 6
CHINESE = "部长星期一说，首都的会谈没有结果就结束了。他们下星期还会回来。\n\n" * 6
KOREAN = "장관은 월요일 수도에서 열린 회담이 성과 없이 끝났다고 말했다.\n\n" * 6


def add_encodings(kit: Kit) -> None:
    text = story_with("é “x” — ś")
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        mark = {
            "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
            "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
        }[codec]  # fmt: skip
        kit.add_file(f"{codec}-mark.txt", mark + text.encode(codec), shows=("harbour bridge",))
        kit.add_file(f"{codec}.txt", text.encode(codec), EITHER)
    escapes = story_with("".join(CONTROLS.values())).encode("utf-16-le", "surrogatepass")
    kit.add_file("utf-16-escapes.txt", codecs.BOM_UTF16_LE + escapes)
    kit.add_file("utf-16-odd.txt", codecs.BOM_UTF16_LE + text.encode("utf-16-le") + b"\x41")
    kit.add_file("utf-16-halves.txt", codecs.BOM_UTF16_LE + b"\x00\xd8" * 500 + b"a\x00", EITHER)
    kit.add_file("utf-16-mark-only.txt", codecs.BOM_UTF16_LE, REFUSED, reason="no text")
    kit.add_file("utf-8-mark-only.txt", codecs.BOM_UTF8, REFUSED, reason="no text")
    kit.add_file("utf-8-marks.txt", codecs.BOM_UTF8 * 50 + text.encode(), shows=("harbour bridge",))
    kit.add_file("utf-8-in-utf-16-mark.txt", codecs.BOM_UTF16_BE + text.encode(), EITHER)
    kit.add_file("utf-32-too-high.txt", codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 400, EITHER)
    kit.add_file("utf-7.txt", "+ABs-[31m +AD4-script+AD4- " * 40, shows=("+ABs-[31m",))
    kit.add_file("surrogates.txt", story_with("\ud83d \udc00 \ud800\udbff"))
    kit.add_file("cesu-8.txt", story_with("\ud83d\ude00"))
    kit.add_file(
        "overlong.txt", story_with("@").encode().replace(b"@", b"\xc0\x9b[31m\xe0\x80\x9b\xc0\x80")
    )
    kit.add_file(
        "too-high.txt", story_with("@").encode().replace(b"@", b"\xf4\x90\x80\x80\xf8\x88\x80\x80")
    )
    kit.add_file("cut-off.txt", story_with("é").encode() + b"\xe2\x80")
    kit.add_file("few-wrong.txt", (story_with("é") * 40).encode() + b"\xff\xfe\x9b31m\x1b[31m")
    kit.add_file(
        "c1-bytes.txt", story("x").encode("latin-1", "replace") + b"\x9b31m\x9d0;P\x9c" * 40
    )
    kit.add_file(
        "mixed.txt", RUSSIAN.encode("cp1251") + RUSSIAN.encode() + RUSSIAN.encode("koi8_r")
    )
    for name, words, codec in (
        ("cp1250", POLISH, "cp1250"), ("cp1251", RUSSIAN, "cp1251"), ("koi8-r", RUSSIAN, "koi8_r"),
        ("shift-jis", JAPANESE, "cp932"), ("euc-jp", JAPANESE, "euc_jp"),
        ("iso-2022-jp", JAPANESE, "iso2022_jp"), ("gb18030", CHINESE, "gb18030"),
        ("big5", CHINESE.replace("会谈", "會談"), "big5"), ("euc-kr", KOREAN, "euc_kr"),
    ):  # fmt: skip
        kit.add_file(f"{name}.txt", words.encode(codec, "replace"), EITHER)
    kit.add_file("ebcdic.txt", story().encode("cp500", "replace"), EITHER)
    kit.add_file("iso-2022-escapes.txt", b"\x1b$B" * 3000 + b"\x1b[31m\x1b(J", EITHER)
    kit.add_file("hz.txt", b"~{" * 4000 + b"\x1b]0;x\x07", EITHER)
    kit.add_file("every-byte.txt", bytes(range(1, 256)) * 100, EITHER)
    kit.add_file("high-bytes.txt", bytes(range(0x80, 0x100)) * 200, EITHER)
    for name, end in (
        ("crlf", "\r\n"), ("cr", "\r"), ("nel", "\x85"), ("ls", "\u2028"), ("ps", "\u2029"),
        ("vt", "\x0b"), ("ff", "\x0c"), ("fs", "\x1c"), ("lfcr", "\n\r"),
    ):  # fmt: skip
        kit.add_file(f"ends-{name}.txt", story().replace("\n", end), shows=("84 million euros",))
    kit.add_file("ends-mixed.txt", story().replace("\n\n", "\r\n\n\r\x85\u2028"))
