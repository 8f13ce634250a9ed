"""The lenses of the reading screen, chosen by the key after `v`."""

from __future__ import annotations

from reader.linking import Place

ENGAGEMENT = Place(3, 11)
"""¶12 of the fourth article: “I think it’s important to underscore the value …”."""


def underlined_words(pane) -> str:
    segments = (segment for y in range(pane.size.height) for segment in pane.render_line(y))
    return " ".join(segment.text for segment in segments if segment.style.underline)


async def test_v_q_marks_quotes_and_v_a_takes_the_marks_away(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("v")
        assert "q quotations" in reader.text()[-1]
        await reader.press("q")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert "lens: quotations" in reader.text()[0]
        pane = reader.screen.shown_panes[3]
        reader.screen.state.go_to(ENGAGEMENT)
        reader.screen.refresh_view()
        await reader.pilot.pause()
        marked = reader.screen.state.lens.marks[3][11]
        text = pane.view.article.paragraphs[11].text
        assert [text[mark.start : mark.end][:7] for mark in marked] == ["I think"]
        assert marked[0].style == "direct"
        assert "I think" in underlined_words(pane)
        await reader.press("v", "a")
        assert "lens" not in reader.text()[0]
        assert "I think" not in underlined_words(pane)


async def test_after_v_any_other_key_does_what_it_always_does(open_reader):
    async with open_reader((120, 40)) as reader:
        number = reader.number
        await reader.press("v", "j")
        assert reader.number == number + 1
        await reader.press("v", "escape")
        assert reader.app.is_running
        await reader.press("q")
        assert not reader.app.is_running
