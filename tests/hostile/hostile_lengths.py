"""Text that is long, deep or repeated: what a bad pattern takes for ever on."""

from __future__ import annotations

from hostile_characters import JAPANESE
from hostile_kit import EITHER, MB, REFUSED, STORY, Kit, story

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


def add_traps(kit: Kit) -> None:
    for name, planted in TRAPS.items():
        kit.add_file(f"{name}.txt", story(planted), shows=("84 million euros",))
    kit.add_file("traps-alone.txt", "\n\n".join(planted[:3000] for planted in TRAPS.values()))
    kit.add_file("same-paragraph.txt", (STORY[3] + "\n\n") * 2000)
    kit.add_file("same-line.txt", (STORY[3] + " ") * 500)
    kit.add_file("short-lines.txt", "\n\n".join(f"{number}" for number in range(5000)))
    kit.add_file("indented.txt", "\n".join(" " * (number % 500) + "x" for number in range(5000)))
    kit.add_file("titles.txt", "\n\n".join("Title Of A Story" for _ in range(3000)))
    kit.add_file("captions.txt", "\n\n".join("Photo: Jane Doe/Getty Images" for _ in range(3000)))


def add_scale(kit: Kit) -> None:
    numbered = (
        "Paragraph {} tells that the talks on bridge {} ended on day {} without a result.\n\n"
    )
    kit.add_file("paragraphs-200k.txt", lambda: "".join(
        numbered.format(n, n % 97, n % 31) for n in range(200_000)), large=True)  # fmt: skip
    kit.add_file("lines-2m.txt", lambda: "x\n" * 2_000_000, large=True)
    kit.add_file(
        "line-20mb.txt", lambda: (" ".join(STORY[2:]) + " ") * (20 * MB // 450), large=True
    )
    kit.add_file("word-20mb.txt", lambda: "w" * (20 * MB), large=True)
    kit.add_file("word-wide-20mb.txt", lambda: "本" * (20 * MB // 3), large=True)
    kit.add_file("spaces-10m.txt", lambda: story("a" + " " * 10_000_000 + "b"), large=True)
    kit.add_file("newlines-10m.txt", lambda: story("a" + "\n" * 10_000_000 + "b"), large=True)
    kit.add_file("tabs-10m.txt", lambda: story("a" + "\t" * 10_000_000 + "b"), large=True)
    kit.add_file("escapes-20mb.txt", lambda: story("\x1b[31m" * (4 * MB)), large=True)
    kit.add_file("marks-20mb.txt", lambda: story("e" + "\u0301" * (10 * MB)), large=True)
    kit.add_file("joiners-20mb.txt", lambda: story("e" + "\u200d" * (6 * MB)), large=True)
    kit.add_file("quotes-10mb.txt", lambda: story("“" * (3 * MB)), large=True)
    kit.add_file("quote-marks-10mb.txt", lambda: story('"a" ' * (2 * MB)), large=True)
    kit.add_file("one-cue-10mb.txt", lambda: story('"Yes," said he. ' * (MB // 2)), large=True)
    kit.add_file(
        "names-10mb.txt", lambda: story("Jonas Kalnins of Geneva, " * (MB // 4)), large=True
    )
    kit.add_file("marked-20mb.md", lambda: story("*a* [b](c) `d` " * MB), large=True)
    kit.add_file("too-large.txt", lambda: b"a b " * (9 * MB), REFUSED, reason="MB", large=True)
    kit.add_file("wrong-20mb.txt", lambda: b"\xff\xfe\xfa\x41" * (5 * MB), EITHER, large=True)
    kit.add_file("japanese-20mb.txt", lambda: JAPANESE.encode("cp932") * 45_000, EITHER, large=True)
    kit.add_file("right-to-left-10mb.txt", lambda: story("العربية " * (MB // 2)), large=True)


def add_markdown(kit: Kit) -> None:
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
        kit.add_file(f"{name}.md", story(bomb), shows=("84 million euros",))
    kit.add_file("quotes-1mb.md", lambda: story("> " * (MB // 2)), large=True)
    kit.add_file("links-1mb.md", lambda: story("[" * MB), large=True)
    kit.add_file("emphasis-1mb.md", lambda: story("*a _b " * (MB // 6)), large=True)
