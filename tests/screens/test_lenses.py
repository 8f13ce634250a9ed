"""The lenses of the reading screen, chosen by the key after `v`."""

from __future__ import annotations

import pytest

from reader.linking import Place
from tests.screens.rest import rest

ENGAGEMENT = Place(3, 11)
"""¶12 of the fourth article: “I think it’s important to underscore the value …”."""

GUTTER = 7
"""Cells before the text where five articles have places."""


def underlined_words(pane) -> str:
    segments = (segment for y in range(pane.size.height) for segment in pane.render_line(y))
    return " ".join(segment.text for segment in segments if segment.style.underline)


async def test_v_q_marks_quotes_and_v_a_takes_the_marks_away(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("v")
        assert "q quotations" in reader.text()[-1]
        await reader.press("q")
        await rest(reader.pilot)
        assert "lens: quotations" in reader.text()[0]
        pane = reader.screen.shown_panes[3]
        reader.screen.state.go_to(ENGAGEMENT)
        reader.screen.refresh_view()
        await reader.pilot.pause()
        marked = reader.screen.state.lens.in_article(3).marks[11]
        text = pane.view.article.paragraphs[11].text
        assert [text[mark.start : mark.end][:7] for mark in marked] == ["I think"]
        assert marked[0].style == "direct"
        assert "I think" in underlined_words(pane)
        await reader.press("v", "a")
        assert "lens" not in reader.text()[0]
        assert "I think" not in underlined_words(pane)


async def test_after_v_only_keys_that_type_nothing_are_commands(open_reader):
    async with open_reader((120, 40)) as reader:
        number = reader.number
        await reader.press("v", "j")
        assert reader.number == number
        await reader.press("v", "down")
        assert reader.number == number + 1
        await reader.press("v", "escape")
        assert reader.app.is_running
        await reader.press("q")
        assert not reader.app.is_running


async def look(reader, key: str) -> None:
    await reader.press("v", key)
    await rest(reader.pilot)


async def test_a_lens_names_the_keys_that_lead_to_what_it_marks(open_reader):
    async with open_reader((120, 40)) as reader:
        await look(reader, "o")
        assert "only here; } { walk them" in reader.text()[-1]
        await look(reader, "w")
        assert "; ] [ walk them" in reader.text()[-1]
        await look(reader, "q")
        assert "; ] [ } { walk them" in reader.text()[-1]


async def test_v_o_walks_what_only_this_article_has_and_dims_the_rest(open_reader):
    async with open_reader((120, 40)) as reader:
        await reader.press("1", "g")
        await look(reader, "o")
        state = reader.screen.state
        found = state.lens.in_article(0)
        assert found.own
        assert "lens: only here" in reader.text()[0]
        assert f"{len(found.own)} of 15 ¶ only here" in reader.text()[1]
        await reader.press("}")
        assert state.place.paragraph == min(found.own - {0})
        await reader.press("g", "]")
        assert state.place.paragraph in found.shared
        painted = [
            segment.style.dim
            for pane in reader.screen.shown_panes.values()
            for y in range(pane.size.height)
            for segment in pane.render_line(y)
        ]
        assert True in painted


async def test_only_here_follows_the_threshold(open_reader):
    async with open_reader((120, 40)) as reader:
        await look(reader, "o")
        before = reader.screen.state.lens.findings
        await reader.press("(", "(", "(")
        await rest(reader.pilot)
        assert reader.screen.state.lens.findings != before


async def test_in_the_lens_of_copy_brackets_choose_longer_and_shorter_runs(open_reader):
    async with open_reader((120, 40)) as reader:
        await look(reader, "w")
        floor = reader.screen.state.visible_links.floor
        assert "5 articles, 4 origins" in reader.text()[0]
        assert any("shared copy: words of the row" in line for line in reader.text())
        await reader.press(")")
        await rest(reader.pilot)
        assert "lens: shared copy ≥ 12 words" in reader.text()[0]
        assert reader.screen.state.visible_links.floor == floor
        await reader.press("(", "(")
        await rest(reader.pilot)
        await reader.press("(")
        assert "the shortest there are" in reader.text()[-1]
        await reader.press("v", "a", "(")
        assert reader.screen.state.visible_links.floor < floor


async def test_brackets_walk_shared_copy_and_own_words(open_reader):
    async with open_reader((120, 40)) as reader:
        await look(reader, "w")
        await reader.press("3", "g", "]")
        state = reader.screen.state
        found = state.lens.in_article(2)
        assert state.place.paragraph in found.shared
        await reader.press("}")
        assert state.place.paragraph in found.own
        await reader.press("G", "}")
        assert "No paragraph without shared copy further on in this article" in reader.text()[-1]


async def test_a_lens_changes_no_word(open_reader):
    def words(pane) -> list[str]:
        return [
            "".join(segment.text for segment in pane.render_line(y))[GUTTER:-1]
            for y in range(pane.size.height)
        ]

    async with open_reader((120, 40)) as reader:
        panes = list(reader.screen.shown_panes.values())
        await reader.press("w", "w")
        plain = [words(pane) for pane in panes]
        for key in "oqnsu":
            await look(reader, key)
            assert [words(pane) for pane in panes] == plain


@pytest.mark.parametrize(("size", "names"), [((80, 24), "u own words"), ((200, 50), "words only")])
async def test_the_question_for_a_lens_names_all_of_them(open_reader, size, names):
    async with open_reader(size) as reader:
        await reader.press("v")
        assert names in reader.text()[-1]
        assert "…" not in reader.text()[-1]


async def test_the_end_of_what_is_marked_names_how_much_other_articles_have(open_reader):
    async with open_reader((120, 40)) as reader:
        await look(reader, "o")
        findings = reader.screen.state.lens.findings
        focus = reader.screen.state.layout.focus
        own = len(findings[focus].own) if focus in findings else 0
        others = [
            f"{len(found.own)} in [{article + 1}]"
            for article, found in sorted(findings.items())
            if article != focus and found.own
        ]
        assert others
        await reader.press(*["right_curly_bracket"] * (own + 1))
        message = "No paragraph only here further on in this article"
        assert f"{message}; elsewhere {', '.join(others)}: l h." in "\n".join(reader.text())


async def test_the_lens_of_copy_opens_the_drawer_and_closes_it_again(open_reader):
    async with open_reader((120, 40)) as reader:
        await reader.press("w", "w")
        await rest(reader.pilot)
        assert not any(" why " in line for line in reader.text()[1:-1])
        await reader.press("v", "w")
        await rest(reader.pilot)
        assert any("shared copy: words of the row" in line for line in reader.text())
        await reader.press("v", "a")
        await rest(reader.pilot)
        assert not any("shared copy" in line or " why " in line for line in reader.text()[1:-1])
