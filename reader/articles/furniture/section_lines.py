"""Lines between the paragraphs of a story: headings, and lines of the site."""

from __future__ import annotations

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.line_text import LIST_MARKS
from reader.articles.furniture.page_footer import is_table_row
from reader.articles.furniture.page_layout import PageLayout
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.site_appeals import addresses_reader
from reader.articles.metadata.bylines import are_writers, find_byline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.post_times import is_post_time
from reader.text.quote_signs import QUOTE_SIGNS, UNMISTAKABLE_SIGNS
from reader.text.word_lists import WordLists

_HEADING_WORDS = WordLists(__file__, "headings")

# Characters.
_LONGEST_HEADING = 100
_LONGEST_POSTER = 60
_MOST_HEADING_WORDS = 14
_MOST_QUESTION_WORDS = 10
# Neighbouring lines that may be headings; more are a list.
_MOST_NEIGHBOURING_HEADINGS = 2
# A story with more lines without a sentence than this, and more than two in five paragraphs,
# has such lines for its own form: a list, a poem, a table.
_MOST_LINES = 3
_FEWEST_LINK_WORDS = 3
_LONG_LINE_WORDS = 7
_FEWEST_CAPITAL_WORDS = 5
_FEWEST_LINK_STEMS = 4
# Paragraphs below a heading that should share a word with it; characters of each.
_HEADING_REACH = 3
_HEADING_SAMPLE = 600


def mark_section_lines(layout: PageLayout) -> None:
    """Assign a role to the lines without a sentence between paragraphs of the story."""
    _mark_post_lines(layout)
    _mark_between_boilerplate(layout)
    lines = _find_lines(layout)
    _mark_given_headings(layout)
    story_length = layout.story_end - layout.story_start
    if len(lines) > _MOST_LINES and 5 * len(lines) > 2 * story_length:
        return
    listed = mark_link_lists(layout, set(lines))
    for group in _group_neighbours([position for position in lines if position not in listed]):
        _mark_group(layout, group)
    _mark_questions(layout)


def _find_lines(layout: PageLayout) -> list[int]:
    """Return the positions of the lines without a sentence, or with one that ends in a colon."""
    return [
        position
        for position in range(layout.story_start, layout.story_end)
        if layout.roles[position] is PageRole.BODY
        and not layout.is_prose[position]
        and (not prose.ends_sentence(layout.texts[position]) or layout.texts[position][-1] == ":")
    ]


def _mark_given_headings(layout: PageLayout) -> None:
    for position in layout.given_roles:
        is_inside = layout.story_start <= position < layout.story_end
        if is_inside and layout.roles[position] is PageRole.BODY:
            layout.roles[position] = PageRole.HEADING


def mark_link_lists(layout: PageLayout, lines: set[int]) -> set[int]:
    """Fold the lines that follow a label like `Related stories`, and return their positions.

    Args:
        layout: the page.
        lines: positions of lines without a sentence.
    """
    listed: set[int] = set()
    in_list = False
    for position in range(layout.story_start, layout.story_end):
        text = layout.texts[position]
        if layout.roles[position] is PageRole.BOILERPLATE:
            begins = boilerplate.is_link_list_label(text)
            in_list = begins or (in_list and not boilerplate.is_link_list_end(text))
        elif position not in lines:
            in_list = in_list and layout.roles[position] is not PageRole.BODY
        elif in_list:
            listed.add(position)
            layout.roles[position] = PageRole.BOILERPLATE
    return listed


def _mark_post_lines(layout: PageLayout) -> None:
    """Mark the times and names above the posts of a live page."""
    for position in range(layout.story_start + 1, layout.story_end):
        text = layout.texts[position]
        if not layout.is_undecided(position) or len(text) > _LONGEST_POSTER:
            continue
        if is_post_time(text):
            layout.roles[position] = PageRole.DATE
        elif text.lower() in layout.writers or _names_poster(text):
            layout.roles[position] = PageRole.BOILERPLATE


def _names_poster(text: str) -> bool:
    """Return whether it reads `From Nina Cho` or `By Nina Cho, in Geneva`."""
    first, _, rest = text.partition(" ")
    if first.lower().rstrip(":") not in ("from", "by", "by:", "posted"):
        return False
    return (first == "From" and are_writers(rest)) or (first != "From" and bool(find_byline(text)))


def _mark_between_boilerplate(layout: PageLayout) -> None:
    """Mark lines without a sentence between two lines of the site, or beside one.

    Beside a single one they must address the reader.
    """
    for position in range(layout.story_start + 1, layout.story_end):
        if not layout.is_undecided(position):
            continue
        text = layout.texts[position]
        before, after = layout.is_boilerplate(position - 1), layout.is_boilerplate(position + 1)
        if prose.ends_sentence(text) or _is_below_post_time(layout, position):
            continue
        if (before and after) or ((before or after) and _addresses_reader_unquoted(text)):
            layout.roles[position] = PageRole.BOILERPLATE


def _addresses_reader_unquoted(text: str) -> bool:
    return text[0] not in QUOTE_SIGNS and addresses_reader(text)


def _is_below_post_time(layout: PageLayout, position: int) -> bool:
    above = layout.texts[position - 1]
    return is_post_time(above) or bool(find_date(above))


def _mark_group(layout: PageLayout, group: list[int]) -> None:
    """Mark a run of neighbouring lines that are no sentences as headings or boilerplate."""
    if _is_list_of_story(layout, group):
        return
    is_before_links = len(group) > 1 and layout.is_boilerplate(group[-1] + 1)
    if is_before_links or len(group) > _MOST_NEIGHBOURING_HEADINGS:
        if _are_links(layout, group, 1 if is_before_links else _FEWEST_LINK_WORDS):
            for position in group:
                layout.roles[position] = PageRole.BOILERPLATE
        return
    for position in group:
        is_inside = layout.story_start < position < layout.story_end - 1
        if is_inside and _can_be_heading(layout.texts[position]):
            is_heading = not _is_link(layout, position, group) and _is_above_story(
                layout, group[-1]
            )
            layout.roles[position] = PageRole.HEADING if is_heading else PageRole.BOILERPLATE


def _is_list_of_story(layout: PageLayout, group: list[int]) -> bool:
    """Return whether a colon announces the lines, or they are rows or list items."""
    above = layout.texts[group[0] - 1] if group[0] > layout.story_start else ""
    first, last = layout.texts[group[0]], layout.texts[group[-1]]
    below = layout.texts[group[-1] + 1] if group[-1] + 1 < layout.story_end else ""
    return (
        above.endswith(":")
        or (last.endswith(":") and below.startswith(LIST_MARKS))
        or any(is_table_row(layout.texts[position]) for position in group)
        or (first.startswith(LIST_MARKS) and not _is_between_dashes(first))
    )


def _are_links(layout: PageLayout, group: list[int], fewest_words: int) -> bool:
    """Return whether they are headlines of other stories, on a page with lines of its own."""
    return layout.story_start > 0 and all(
        _can_be_heading(layout.texts[position])
        and ": " not in layout.texts[position]
        and prose.count_words(layout.texts[position]) >= fewest_words
        for position in group
    )


def _is_link(layout: PageLayout, position: int, group: list[int]) -> bool:
    """Return whether the line is a caption, or the headline of another story."""
    return _shares_no_word_below(layout, position) or (
        len(group) > 1 and _is_longest_and_long(layout, position, group)
    )


def _is_longest_and_long(layout: PageLayout, position: int, group: list[int]) -> bool:
    text = layout.texts[position]
    return prose.count_words(text) >= _LONG_LINE_WORDS and all(
        len(text) >= len(layout.texts[other]) for other in group
    )


def _is_above_story(layout: PageLayout, position: int) -> bool:
    """Return whether a paragraph of the story follows after at most two lines of the site."""
    passed = 0
    for at in range(position + 1, layout.story_end):
        if layout.roles[at] is PageRole.BODY:
            return layout.is_prose[at] or prose.ends_sentence(layout.texts[at]) or not passed
        passed += layout.roles[at] is PageRole.BOILERPLATE
        if passed > _MOST_NEIGHBOURING_HEADINGS:
            return False
    return False


def _shares_no_word_below(layout: PageLayout, position: int) -> bool:
    """Return whether it is a headline that shares no word with the paragraphs below it."""
    text = layout.texts[position]
    fewest = _FEWEST_CAPITAL_WORDS if text.isupper() else _LONG_LINE_WORDS
    if (
        len(text.split()) < fewest
        or position in layout.given_roles
        or _is_below_post_time(layout, position)
    ):
        return False
    stems = prose.content_stems(text)
    if len(stems) < _FEWEST_LINK_STEMS:
        return False
    below = layout.texts[position + 1 : position + 1 + _HEADING_REACH]
    return stems.isdisjoint(prose.content_stems(" ".join(text[:_HEADING_SAMPLE] for text in below)))


def _mark_questions(layout: PageLayout) -> None:
    """Mark questions as headings where there are several, or other headings, or it is quoted."""
    questions = [
        position
        for position in range(layout.story_start + 1, layout.story_end - 1)
        if _is_question_heading(layout, position)
    ]
    # One question alone may be the writer's own.
    if len(questions) > 1 or PageRole.HEADING in layout.roles:
        for position in questions:
            layout.roles[position] = PageRole.HEADING
    for position in questions:
        if _is_quoted_heading(layout, position):
            layout.roles[position] = PageRole.HEADING


def _is_question_heading(layout: PageLayout, position: int) -> bool:
    text = layout.texts[position]
    if not text.strip("’'").endswith("?") or len(text) > _LONGEST_HEADING:
        return False
    first_word = text.strip("‘’'").split(None, 1)[0].lower()
    return (
        not any(mark in text for mark in UNMISTAKABLE_SIGNS)
        and first_word in _HEADING_WORDS.words["question words"]
        and prose.count_words(text) <= _MOST_QUESTION_WORDS
        and text.count(".") == 0
        and layout.roles[position] is PageRole.BODY
        and len(layout.texts[position + 1]) > len(text)
    )


def _is_quoted_heading(layout: PageLayout, position: int) -> bool:
    """Return whether it reads `‘What is this for?’`, quoted from the paragraph that follows."""
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
        and prose.count_words(text) <= _MOST_HEADING_WORDS
        and (_is_between_dashes(text) or not text.startswith((*LIST_MARKS, "(", "[")))
        and not text[0].islower()
        and not text.endswith((",", ":"))
        and not prose.is_cut_off(text)
        and not _is_unclosed(text)
    )


def _is_unclosed(text: str) -> bool:
    """Whether a quotation begins the line and does not end in it."""
    signs = UNMISTAKABLE_SIGNS
    return text[0] in signs and not any(sign in text[1:] for sign in signs)


def _is_between_dashes(text: str) -> bool:
    """Return whether it reads `- Fewer fish, longer nights -`, as some agencies set headings."""
    return len(text) > 4 and text.startswith(("- ", "– ")) and text.endswith((" -", " –"))


def _group_neighbours(positions: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for position in positions:
        if groups and groups[-1][-1] == position - 1:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups
