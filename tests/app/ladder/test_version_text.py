"""Versions as running text."""

from __future__ import annotations

from reader.app.ladder.printed_version import PrintedVersion
from reader.app.ladder.version_text import (
    NO_BRACKETS,
    EditBrackets,
    write_edits,
    write_paraphrase,
    write_plain,
)
from reader.linking import Place
from reader.quote_versions import VersionForm

BRACKETS = EditBrackets(("[-", "-]"), ("{+", "+}"))
FULL = "We must meet again before the winter, in the old capital, and settle the border for good"
CUT = FULL.replace("before the winter, ", "")
CHANGED = FULL.replace("meet", "gather")
SIGNED = FULL.replace("before the winter,", "…")


def write(make_ladders, print_version, words, *, brackets=BRACKETS):
    ladders = make_ladders(FULL, words)
    base, other = print_version(ladders, 0), print_version(ladders, 1)
    return write_edits(other, base, brackets=brackets)


def test_dropped_words_are_written_where_they_were(make_ladders, print_version):
    assert write(make_ladders, print_version, CUT).text == (
        "“We must meet again [-before the winter,-] in the old capital, and settle the border for "
        "good,”"
    )


def test_changed_words_follow_those_they_replace(make_ladders, print_version):
    text = write(make_ladders, print_version, CHANGED).text
    assert "“We must [-meet-] {+gather+} again before" in text


def test_an_ellipsis_is_written_and_signs_the_cut(make_ladders, print_version):
    ladders = make_ladders(FULL, SIGNED)
    text = write(make_ladders, print_version, SIGNED).text
    assert "again … [-before the winter,-] in the old" in text
    assert print_version(ladders, 1).version.count_cuts(signed=False) == 0


def test_without_brackets_a_style_marks_the_words(make_ladders, print_version):
    written = write(make_ladders, print_version, CUT, brackets=NO_BRACKETS)
    dropped = [written.text[a:b] for a, b, style in written.styles if style == "dropped"]
    assert dropped == ["before the winter,"]
    assert "[-" not in written.text


def test_a_long_trim_shows_its_first_and_last_words(seeds, print_version):
    quote, _ = seeds.find(Place(0, 7))
    base = seeds.rungs(quote, None)[0]
    printed_base = PrintedVersion(base.version, seeds.text(base.article))
    written = write_edits(print_version(seeds, 0, quote), printed_base, brackets=BRACKETS)
    assert written.text == (
        "“Face-to-face diplomacy matters, [-It is important for avoiding miscommunications-] "
        "… 7 words … [-of the American people.-]”"
    )


def test_a_split_quote_has_both_parts_in_their_marks(seeds, print_version):
    quote = next(n for n, shared in enumerate(seeds.shared) if "fentanyl" in shared.base.text)
    written = write_plain(print_version(seeds, 0, quote))
    assert "ages of 18 and 49,” … “President Biden" in written.text


def test_words_of_a_paraphrase_that_the_base_has_are_emphasized(seeds):
    base = seeds.rungs(0, None)[0].version
    rung = next(r for r in seeds.rungs(0, None) if r.version.form is VersionForm.INDIRECT)
    written = write_paraphrase(PrintedVersion(rung.version, seeds.text(rung.article)), base)
    shared = {written.text[start:end] for start, end, _ in written.styles}
    assert {"engaging", "directly", "differences"} <= shared
    assert "acknowledging" not in shared


def test_a_fragment_has_the_reporters_words_around_it(seeds):
    fragment = next(
        rung
        for number in range(len(seeds.shared))
        for rung in seeds.rungs(number, None)
        if rung.version.form is VersionForm.PARTIAL
    )
    printed = PrintedVersion(fragment.version, seeds.text(fragment.article))
    written = write_plain(printed, context=20)
    before, after = printed.context(20)
    assert before or after
    assert written.text.startswith(before)
    assert written.text.endswith(after)
    assert max(len(before), len(after)) <= 22
