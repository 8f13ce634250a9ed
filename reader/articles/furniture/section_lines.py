"""What stands between the paragraphs of a story: headings, and lines of the site."""

from __future__ import annotations

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.page_footer import is_row
from reader.articles.furniture.roles import Layout, Role
from reader.articles.metadata.bylines import are_writers, find_byline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.post_times import is_post_time

_LONGEST_HEADING = 100
_LONGEST_HEADING_WORDS = 14
_LONGEST_POSTER = 60
_MOST_IN_GROUP = 2
_MOST_QUESTION_WORDS = 10
_BULLETS = ("•", "-", "–", "*", "·", "◦", "‣", "▪", "●")
_FEWEST_CAPITAL_WORDS = 5
_FEWEST_LINK_WORDS = 3
_LONG_LINE_WORDS = 7
_FEWEST_LINK_STEMS = 4
_HEADING_REACH = 3
_OPENING = '“"«„'
_CLOSING = '”"»“'
_STEM = 5


def mark_middle(layout: Layout) -> None:
    """Name the lines without a sentence between paragraphs of the story."""
    _mark_posters(layout)
    _mark_between(layout)
    lines = [
        position
        for position in range(layout.start, layout.end)
        if layout.roles[position] is Role.BODY
        and not layout.prose[position]
        and (not prose.ends_sentence(layout.texts[position]) or layout.texts[position][-1] == ":")
    ]
    for position in layout.marked:
        if layout.start <= position < layout.end and layout.roles[position] is Role.BODY:
            layout.roles[position] = Role.HEADING
    if len(lines) * 5 > (layout.end - layout.start) * 2 and len(lines) > 3:
        return
    listed = mark_link_lists(layout, set(lines))
    for group in _neighbours([position for position in lines if position not in listed]):
        _mark_group(layout, group)
    questions = [
        position
        for position in range(layout.start + 1, layout.end - 1)
        if _is_question_heading(layout, position)
    ]
    # One question alone may be the writer's own.
    if len(questions) > 1 or Role.HEADING in layout.roles:
        for position in questions:
            layout.roles[position] = Role.HEADING
    for position in questions:
        if _is_quoted_heading(layout, position):
            layout.roles[position] = Role.HEADING


def _mark_posters(layout: Layout) -> None:
    """Times and names above the posts of a live page."""
    for position in range(layout.start + 1, layout.end):
        text = layout.texts[position]
        if not layout.is_free(position) or len(text) > _LONGEST_POSTER:
            continue
        if is_post_time(text):
            layout.roles[position] = Role.DATE
        elif text.lower() in layout.writers or _names_poster(text):
            layout.roles[position] = Role.CHROME


def _names_poster(text: str) -> bool:
    """`From Nina Cho`, `By Nina Cho, in Geneva`."""
    first, _, rest = text.partition(" ")
    if first.lower().rstrip(":") not in ("from", "by", "by:", "posted"):
        return False
    return (first == "From" and are_writers(rest)) or (first != "From" and bool(find_byline(text)))


def _mark_between(layout: Layout) -> None:
    """Lines without a sentence between two lines of the site, or beside one and to its reader."""
    for position in range(layout.start + 1, layout.end):
        if not layout.is_free(position):
            continue
        text = layout.texts[position]
        before, after = layout.is_chrome(position - 1), layout.is_chrome(position + 1)
        if prose.ends_sentence(text) or _is_post(layout, position):
            continue
        if (before and after) or ((before or after) and _addresses(text)):
            layout.roles[position] = Role.CHROME


def _addresses(text: str) -> bool:
    """Does it speak to the reader, and is it no quotation?"""
    return text[0] not in _OPENING + "‘'" and boilerplate.addresses_reader(text)


def _is_post(layout: Layout, position: int) -> bool:
    """Does it stand between the time of a post and its words or its writer?"""
    above = layout.texts[position - 1]
    return is_post_time(above) or bool(find_date(above))


def mark_link_lists(layout: Layout, lines: set[int]) -> set[int]:
    """Fold the lines that follow a label like `Related stories`; give their positions."""
    listed: set[int] = set()
    in_list = False
    for position in range(layout.start, layout.end):
        text = layout.texts[position]
        if layout.roles[position] is Role.CHROME:
            starts = boilerplate.is_link_list_label(text)
            in_list = starts or (in_list and not boilerplate.is_list_end(text))
        elif position not in lines:
            in_list = in_list and layout.roles[position] is not Role.BODY
        elif in_list:
            listed.add(position)
            layout.roles[position] = Role.CHROME
    return listed


def _mark_group(layout: Layout, group: list[int]) -> None:
    """Name a run of neighbouring lines that are no sentences."""
    if _is_list_of_story(layout, group):
        return
    before_links = len(group) > 1 and layout.is_chrome(group[-1] + 1)
    if before_links or len(group) > _MOST_IN_GROUP:
        if _are_links(layout, group, 1 if before_links else _FEWEST_LINK_WORDS):
            for position in group:
                layout.roles[position] = Role.CHROME
        return
    for position in group:
        text = layout.texts[position]
        if not _can_be_heading(text) or not layout.start < position < layout.end - 1:
            continue
        is_link = _is_link(layout, position) or (
            len(group) > 1 and _is_longest(layout, position, group)
        )
        heads = not is_link and _opens_paragraphs(layout, group[-1])
        layout.roles[position] = Role.HEADING if heads else Role.CHROME


def _is_list_of_story(layout: Layout, group: list[int]) -> bool:
    """Is it announced by a colon, or made of rows or list items?"""
    above = layout.texts[group[0] - 1] if group[0] > layout.start else ""
    first, last = layout.texts[group[0]], layout.texts[group[-1]]
    below = layout.texts[group[-1] + 1] if group[-1] + 1 < layout.end else ""
    return (
        above.endswith(":")
        or (last.endswith(":") and below.startswith(_BULLETS))
        or any(is_row(layout.texts[position]) for position in group)
        or (first.startswith(_BULLETS) and not _is_between_dashes(first))
    )


def _are_links(layout: Layout, group: list[int], fewest_words: int) -> bool:
    """Are they the headlines of other stories, on a page that has more of its own?"""
    return layout.start > 0 and all(
        _can_be_heading(layout.texts[position])
        and ": " not in layout.texts[position]
        and prose.word_count(layout.texts[position]) >= fewest_words
        for position in group
    )


def _is_longest(layout: Layout, position: int, group: list[int]) -> bool:
    """Of two lines a long one is a caption or a link."""
    return prose.word_count(layout.texts[position]) >= _LONG_LINE_WORDS and all(
        len(layout.texts[position]) >= len(layout.texts[other]) for other in group
    )


def _opens_paragraphs(layout: Layout, position: int) -> bool:
    """Does a paragraph of the story follow, with no more than a line or two of the site between?"""
    passed = 0
    for at in range(position + 1, layout.end):
        if layout.roles[at] is Role.BODY:
            return layout.prose[at] or prose.ends_sentence(layout.texts[at]) or not passed
        passed += layout.roles[at] is Role.CHROME
        if passed > _MOST_IN_GROUP:
            return False
    return False


def _is_link(layout: Layout, position: int) -> bool:
    """Is it a headline that shares no word with what follows it?"""
    text = layout.texts[position]
    fewest = _FEWEST_CAPITAL_WORDS if text.isupper() else _LONG_LINE_WORDS
    if len(text.split()) < fewest or position in layout.marked or _is_post(layout, position):
        return False
    own = _stems(text)
    if len(own) < _FEWEST_LINK_STEMS:
        return False
    following = " ".join(
        words[:600] for words in layout.texts[position + 1 : position + 1 + _HEADING_REACH]
    )
    return own.isdisjoint(_stems(following))


def _stems(text: str) -> set[str]:
    words = (word.strip(".,:;!?'\"“”‘’()").lower() for word in text.split())
    return {word[:_STEM] for word in words if len(word) > 3}


def _is_question_heading(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    if not text.strip("’'").endswith("?") or len(text) > _LONGEST_HEADING:
        return False
    bare = text.strip("‘’'")
    return (
        not any(mark in text for mark in '"“„«')
        and bare.split(None, 1)[0].lower() in boilerplate.BOILERPLATE.words["question words"]
        and prose.word_count(text) <= _MOST_QUESTION_WORDS
        and text.count(".") == 0
        and layout.roles[position] is Role.BODY
        and len(layout.texts[position + 1]) > len(text)
    )


def _is_quoted_heading(layout: Layout, position: int) -> bool:
    """`‘What is this for?’`, from a quotation in the paragraph that follows."""
    text = layout.texts[position]
    return (
        text[0] in "‘'"
        and text[-1] in "’'"
        and _is_question_heading(layout, position)
        and text.strip("‘’'?!").lower() in layout.texts[position + 1].lower()
    )


def _can_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and prose.word_count(text) <= _LONGEST_HEADING_WORDS
        and (_is_between_dashes(text) or not text.startswith((*_BULLETS, "(", "[")))
        and not text[0].islower()
        and not text.endswith((",", ":"))
        and not prose.is_cut_off(text)
        and not (text[0] in _OPENING and not any(mark in text[1:] for mark in _CLOSING))
    )


def _is_between_dashes(text: str) -> bool:
    """`- Fewer fish, longer nights -`, as some agencies set their headings."""
    return len(text) > 4 and text.startswith(("- ", "– ")) and text.endswith((" -", " –"))


def _neighbours(positions: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for position in positions:
        if groups and groups[-1][-1] == position - 1:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups
