"""Stories that a page has in the state of its scripts only."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.page_extraction import parse_page
from reader.sources.formats.page_scripts import find_script_story, find_script_texts
from reader.sources.formats.pages import read_page

TITLE = "Beekeeper finds his hives on another roof"
LINES = [
    "A beekeeper in Aldermoor climbed to his roof on Sunday and saw that all nine hives had gone.",
    "They stood in a row on the roof of the chapel, forty metres away, with the lids shut.",
    "“The bees knew the way at once,” said Tomas Verrin, who has kept them for thirty years.",
    "The sexton said that he had heard steps in the night and had taken them for rain.",
    "Nobody has come forward, and the honey of this year will be shared with the choir.",
]
OTHER = [
    "The swimming bath at Aldermoor will be closed until the tiles have been laid anew.",
    "The council had ordered them in blue, and was sent eleven thousand that are brown.",
    "Swimmers are asked to use the lake, where the water is nine degrees and rising.",
] * 3


def read(body: str, script: str) -> Article:
    name = clean_line("hives.html")
    page = (
        f"<html lang='en'><head><title>{TITLE} | Aldermoor Post</title></head>"
        f"<body>{body}{script}</body></html>"
    )
    return read_page(page.encode(), source=name, name=name)


def body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


def spans(line: str) -> list[dict[str, str]]:
    first, _, rest = line.partition(" ")
    return [{"text": f"{first} "}, {"text": rest[:20], "mark": "strong"}, {"text": rest[20:]}]


def state(content: object) -> dict[str, object]:
    return {
        "props": {
            "menu": [{"label": "Home page of the Post", "href": "/"}],
            "article": {"headline": TITLE, "content": content},
            "more": [{"headline": "Bath closed", "content": [{"text": line} for line in OTHER]}],
        }
    }


def data_script(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


def assigned_script(value: object) -> str:
    return f"<script>window.__STATE__ = {json.dumps(value)};window.go();</script>"


def stream_scripts(text: str) -> str:
    length = f"{len(text.encode()):x}"
    rows = f'0:["$","div"]\n:HL["a.css"]\n4:T{length},{text}5:{{"a":1}}\n'
    half = len(rows) // 2
    calls = (json.dumps([1, part]).replace("<", "\\u003c") for part in (rows[:half], rows[half:]))
    return "".join(f"<script>self.__next_f.push({call})</script>" for call in calls)


MARKED_UP = "".join(f"<p>{line}</p>" for line in LINES)


@pytest.mark.parametrize(
    "script",
    [
        data_script(state([{"type": "p", "text": line} for line in LINES])),
        data_script(state([{"type": "p", "children": spans(line)} for line in LINES])),
        data_script(state(MARKED_UP)),
        data_script(state("\n\n".join(LINES))),
        assigned_script(state(LINES)),
        stream_scripts(MARKED_UP),
    ],
    ids=["objects", "spans", "markup", "text", "assigned", "stream"],
)
@pytest.mark.parametrize("shown", [0, 2])
def test_a_story_in_the_state_of_a_script_is_read_and_noted(script, shown):
    lead = "".join(f"<p>{line}</p>" for line in LINES[:shown])
    article = read(f"<main><h1>{TITLE}</h1>{lead}<button>Open</button></main>", script)
    assert body(article) == LINES
    assert any("data of the page" in note for note in article.notes)


def test_another_story_in_the_scripts_is_not_that_of_the_page():
    shown = "".join(f"<p>{line}</p>" for line in LINES[:3])
    script = data_script({"more": [{"text": line} for line in OTHER]})
    article = read(f"<main><article><h1>{TITLE}</h1>{shown}</article></main>", script)
    assert body(article) == LINES[:3]
    assert article.notes == ()


@pytest.mark.parametrize(
    "script",
    [
        "<script>self.__next_f.push([1,'4:Tffffff,<p>x'])</script>",
        f"<script>{'[' * 5000}</script>",
        f"<script>{json.dumps({'a': [1, None, {'b': 'x y'}]})}</script>",
        f"<script>var x = {{'a': {'b' * 200}}}</script>",
    ],
)
def test_scripts_without_a_story_are_no_fault(script):
    root = parse_page(f"<html><body>{script}</body></html>".encode())
    assert root is not None
    assert find_script_story(find_script_texts(root), [TITLE]) == []


@pytest.mark.parametrize(
    "menu",
    ["7" * 5000, "[" * 3000 + "]" * 3000],
    ids=["a number of 5,000 digits", "3,000 levels"],
)
def test_a_story_is_found_beside_a_value_that_is_too_large(menu):
    content = state([{"text": line} for line in LINES])
    text = json.dumps({"first": "MENU", **content}).replace('"MENU"', menu)
    article = read("<div id='root'></div>", f"<script type='application/json'>{text}</script>")
    assert body(article)[-len(LINES) :] == LINES
