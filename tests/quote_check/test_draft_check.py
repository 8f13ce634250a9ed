"""A draft's quotations against its sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quote_check import QuoteCheck, Verdict, check_quote, check_quotes
from reader.text.words import split_words

SOURCES = [
    "“I think it’s important to underscore the value – in fact, the necessity – of direct "
    "engagement, of sustained engagement, of speaking to each other,” Antony Blinken said. "
    "“We have an obligation for our people.”\n"
    "Chen Jining said: “Whether we choose cooperation or confrontation affects the well-being "
    "of both peoples.”",
    "John Smith said the plan was a complete disaster for the town.",
]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ('"We have an obligation for our people," Blinken said.', Verdict.EXACT),
        ("«Whether we choose co-operation or confrontation»", Verdict.TRIMMED),
        (
            "“Whether we choose cooperation or confrontation affects the well being of both "
            "peoples,” Chen said.",
            Verdict.EXACT,
        ),
        (
            "“Whether we choose cooperation or confrontation affects the well-being,” Chen said.",
            Verdict.TRIMMED,
        ),
        (
            "“I think it's important to underscore the value … of direct engagement, of "
            "sustained engagement, of speaking to each other,” Blinken said.",
            Verdict.TRIMMED,
        ),
        (
            "“I think it's important to underscore the value - in fact, the necessity - of direct "
            "engagement, of speaking to each other,” Blinken said.",
            Verdict.CUT,
        ),
        ("“We have a duty to our people,” Blinken said.", Verdict.CHANGED),
        ("“We [the US] have an obligation for our people,” Blinken said.", Verdict.TRIMMED),
        (
            "Antony Blinken said: “Whether we choose cooperation or confrontation affects the "
            "well-being of both peoples.”",
            Verdict.OTHER_SPEAKER,
        ),
        ("“The moon is made of green cheese,” Blinken said.", Verdict.NOT_FOUND),
        ("Smith said the plan was “a complete disaster” for all.", Verdict.NOT_QUOTED),
    ],
)
def test_every_quotation_has_its_verdict(draft: str, verdict: Verdict) -> None:
    (check,) = check_quotes(draft, SOURCES)
    assert check.verdict is verdict
    if check.source is not None and check.source_span is not None:
        start, end = check.source_span
        assert SOURCES[check.source][start:end] == check.source_text


def test_titles_are_not_checked() -> None:
    assert check_quotes("Last week the film “Gone With the Wind” ran.", SOURCES) == ()


def test_without_sources_nothing_is_found() -> None:
    (check,) = check_quotes("“We have an obligation,” Blinken said.", [])
    assert check.verdict is Verdict.NOT_FOUND


HEARING = """Hearing in Leith
"We will not sell the ferry, and the crew is staying," said Ada Quill, the mayor.
The owners had known for years that the hull was rotten.
Quill told the council that the money was spent on paint.
"We re-signed the lease in 1.5 hours and paid $30 for it," said Ned Parr, a spokesman for the Quay
Trust. Mr Olsen said: "It was polish, not paint, that they put on us. Twelve years it lay there."
"My rival claims the ferry is safe," Quill said. "He has never been on it."
Dorn Pell, the investment bank, said "we paid up on 3 May".
"""
"""A source that is read with the quotations below."""
COMPACT = HEARING.replace("Quay\nTrust", "Quay Trust")


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ("“The owners had known for years that the hull was rotten,” said Quill.", "not_quoted"),
        ("“The money was spent on paint,” said Quill.", "indirect_made_direct"),
        ("“We will sell the ferry, and the crew is staying,” said Quill.", "negation"),
        ("“We will … sell the ferry, and the crew is staying,” said Quill.", "negation"),
        ("“We will [now] sell the ferry, and the crew is staying,” said Quill.", "negation"),
        ("“We will not [yet] sell the ferry, and the crew is staying,” said Quill.", "inserted"),
        ("“The ferry is safe,” Quill said.", "attribution"),
        ("“We resigned the lease in 1.5 hours and paid $30 for it,” said Parr.", "changed"),
        ("“We re-signed the lease in 15 hours and paid $30 for it,” said Parr.", "number"),
        ("“We re-signed the lease in 1.5 hours and paid £30 for it,” said Parr.", "number"),
        ("“We re-signed the lease in 1.5 hours and paid $[300] for it,” said Parr.", "number"),
        (
            "“It was Polish, not paint, that they put on us,” Olsen said.",
            "changed",
        ),
        ("“It was polish, not paint, that they put on U.S.,” he said.", "changed"),
        ("“It was polish, not paint, that they put on us,” said Mrs Olsen.", "other_speaker"),
        ("“We will not sell the ferry, and the crew is staying,” said Parr.", "other_speaker"),
        ("“We will not sell the ferry. He has never been on it,” Quill said.", "joined"),
        ("“We paid up on 3 May. My rival claims the ferry is safe,” she said.", "crosses_speakers"),
        ("“The crew is staying, and we will not sell the ferry,” Quill said.", "moved"),
        ("Quill spoke of a “scandal”.", "single_word"),
        ("“Nobody has ever rowed across that bay,” Quill said.", "not_found"),
    ],
)
def test_what_needs_a_look_has_its_code(draft: str, code: str) -> None:
    (check,) = check_quotes(draft, [COMPACT])
    looks = [reason for reason in check.reasons if reason.needs_review]
    assert check.needs_review
    assert code in [reason.code.value for reason in looks]


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        ("“We will not sell the ferry,” Quill said.", {"left_out"}),
        ("“We’ll not sell the ferry, and the crew is staying,” Quill said.", {"contraction"}),
        ("“[They] will not sell the ferry, and the crew is staying,” Quill said.", {"bracketed"}),
        ("“The crew is staying,” the mayor said.", {"left_out", "speaker_spelling"}),
        (
            "“We re-signed the lease in 1.5 hours,” the Quay Trust said.",
            {"left_out", "spokesperson"},
        ),
        ("“12 years it lay there,” Mr Olsen said.", {"numeral"}),
        ("“We paid up on May 3,” the investment bank said.", {"numeral", "speaker_spelling"}),
        ("Quill said the crew was “staying”.", {"left_out"}),
    ],
)
def test_what_is_harmless_is_named(draft: str, codes: set[str]) -> None:
    (check,) = check_quotes(draft, [COMPACT])
    assert not check.needs_review
    assert {reason.code.value for reason in check.reasons} == codes


def test_parts_in_marks_of_their_own_may_be_from_several_quotations() -> None:
    source = "“We paid for it,” said Ada Quill.\nShe left.\n“And we are proud,” she said."
    apart = check_quotes("“We paid for it,” Quill said. “And we are proud.”", [source])
    (joined,) = check_quotes("“We paid for it. And we are proud,” Quill said.", [source])
    assert [check.verdict for check in apart] == [Verdict.EXACT, Verdict.EXACT]
    assert joined.needs_review


def test_a_body_that_says_i_is_the_speaker_that_the_draft_gives() -> None:
    source = "“I was told that they argued,” said Emil Vasko, a baker."
    (check,) = check_quotes("“I was told that they argued,” said the Harbour Board.", [source])
    assert check.verdict is Verdict.OTHER_SPEAKER


def test_a_quotation_is_verified_beside_one_that_nobody_said() -> None:
    source = "“We paid for it,” said Ada Quill."
    draft = "“We paid for it,” Quill said.\n“Turnips rule the orchard at noon.”"
    real, invented = check_quotes(draft, [source])
    assert real.verdict is Verdict.EXACT
    assert invented.verdict is Verdict.NOT_FOUND


def test_an_ellipsis_makes_no_new_sentence_of_two() -> None:
    source = "“I love the town. I hate the board,” said Ada Quill."
    (check,) = check_quotes("“I love … the board,” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons] == ["joined"]


def test_the_fullest_source_is_named() -> None:
    cut = "Quill said: “The ferry is safe.”"
    full = "A talk\nQuill said: “The ferry is safe as long as nobody rocks it in a gale.”"
    (check,) = check_quotes("“The ferry is safe,” Quill said.", [cut, full])
    (reason,) = check.reasons
    assert (reason.code.value, reason.needs_review) == ("fuller_source", True)
    limit = "“as long as nobody rocks it in a gale”"
    assert reason.text == f"fuller in source 2, line 2: 9 words more, with {limit}"


def test_a_condition_that_a_fuller_source_has_is_named() -> None:
    cut = "Quill said: “I want to know why the ferry sank.”"
    full = "A talk\nQuill said: “If the hull was mended, I want to know why the ferry sank.”"
    (check,) = check_quotes("“I want to know why the ferry sank,” Quill said.", [cut, full])
    (reason,) = check.reasons
    assert reason.text.endswith("words more, with the condition “If the hull was mended”")


def test_an_article_against_itself_has_no_difference() -> None:
    checks = check_quotes(COMPACT, [COMPACT])
    assert len(checks) >= 5
    assert [check for check in checks if check.reasons] == []


WORDS = (
    '[W]e We [not] … ... not 1.5 15 $5 5% 3-4 1/2 [5] don’t do , . ? ! — “ ” " said Ada Quill ‘ ’ '
    "the harbour If unless [ ] (sic) (laughs) U.S. us re-signed resigned"
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=40).map(" ".join)


@given(PIECES, PIECES)
def test_any_text_can_be_checked_against_any_other(draft: str, source: str) -> None:
    checks = list(check_quotes(draft, [source, draft]))
    if split_words(draft):
        checks.append(check_quote(draft, [source], "Ada Quill"))
    assert [check for check in checks if not is_consistent(check)] == []


def is_consistent(check: QuoteCheck) -> bool:
    """Whether the reasons say what the check says, and the edits have every word once."""
    covered = [i for e in check.edits for i in range(e.version.start, e.version.stop)]
    has_all_words = check.source is None or covered == list(range(len(check.words)))
    return has_all_words and check.needs_review == any(r.needs_review for r in check.reasons)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("No, mercy is all we want.", "No mercy is all we want."),
        ("The cook, said the guests, was asleep.", "The cook said the guests was asleep."),
        ("We sold the old-rope nets.", "We sold the old rope-nets."),
        ("I trust this man, Ada.", "I trust this man Ada."),
        ("The guests were fed at noon.", "The [Swiss] guests were fed at noon."),
        ("The shops are shut all week.", "The shops [in Lisk] are shut all week."),
        ("Their ‘success’ cost lives.", "Their success cost lives."),
        ("Their success cost lives.", "Their 'success' cost lives."),
        ("Let us eat, my boy.", "Let us eat my boy."),
        ("The men, who lied, left.", "The men who lied left."),
        ("The cook, without her pan, is lost.", "The cook: without her, pan is lost."),
        (
            "The men slept in the mill for 3-4 weeks before they went to sea again.",
            "The men slept in the mill for 3, 4 weeks before they went to sea again.",
        ),
        (
            "The men slept in the mill for twenty five days before they went to sea again.",
            "The men slept in the mill for twenty, five days before they went to sea again.",
        ),
    ],
)
def test_marks_and_brackets_that_change_the_sense_need_a_look(source: str, draft: str) -> None:
    (check,) = check_quotes(f"“{draft}” said Ada Quill.", [f"“{source}” said Ada Quill."])
    assert check.needs_review


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("This is it: we won the cup at last.", "This is it: We won the cup at last."),
        ("It may be okay for sailors to swim.", "It may be OK for sailors to swim."),
        ("Emil showed us the way to the mill.", "Emil [Vasko] showed us the way to the mill."),
        ("We met the cook in the mill.", "We met the cook [Emil Vasko] in the mill."),
        ("Yes, and the cook, too, was fed.", "Yes, and the cook too was fed."),
        ("He called it ‘a gift’ and left.", "He called it 'a gift' and left."),
        ("I told the ‘Herald’ in May.", "I told the Herald in May."),
        (
            "The boys’ hall and the girls’ school burned.",
            "The boys' hall and the girls' school burned.",
        ),
        ("If it rains we stay.", "If it rains, we stay."),
        ("We need milk, bread, and eggs.", "We need milk, bread and eggs."),
        ("It began in the 1990s.", "It began in the 1990's."),
        ("It's not what we, uh, asked for.", "It isn't what we asked for."),
        ("We rowed to the, um, the mill.", "We rowed to the mill."),
        ("My aunt sold eels under this arch for forty years.", "for forty years"),
    ],
)
def test_marks_and_brackets_that_leave_the_sense_are_harmless(source: str, draft: str) -> None:
    (check,) = check_quotes(f"“{draft}” said Ada Quill.", [f"“{source}” said Ada Quill."])
    assert not check.needs_review


def test_what_a_poster_says_is_not_said_by_the_person_beside_it() -> None:
    source = "A banner has the words “We sold the mill to a stranger”. Ada Quill wants it gone."
    (check,) = check_quotes("“We sold the mill to a stranger,” said Ada Quill.", [source])
    assert "attribution" in {reason.code.value for reason in check.reasons if reason.needs_review}
    draft = "“We sold the mill to a stranger” is on a banner that annoys Ada Quill."
    assert not any(check.needs_review for check in check_quotes(draft, [source]))


@pytest.mark.parametrize(
    ("words", "needs_review"),
    [
        ("[Emil Vasko] sold the mill in June", False),
        ("[He] sold the mill in June", False),
        ("[The cook] sold the mill in June", False),
        ("[Tamerlane] sold the mill in June", True),
        ("[The Vikings] sold the mill in June", True),
        ("[Ada Quill] sold the mill in June", True),
        ("[Emil Vasko has] sold the mill in June", True),
    ],
)
def test_brackets_name_nobody_whom_the_source_does_not_name(words: str, needs_review: bool) -> None:
    source = "Emil Vasko came late. “He sold the mill in June,” said Ada Quill."
    (check,) = check_quotes(f"“{words},” said Ada Quill.", [source])
    assert check.needs_review is needs_review


def test_brackets_for_i_name_the_speaker() -> None:
    source = "Emil Vasko came late. “I sold the mill in June,” said Ada Quill."
    (own,) = check_quotes("“[Quill] sold the mill in June,” said Ada Quill.", [source])
    (other,) = check_quotes("“[Vasko] sold the mill in June,” said Ada Quill.", [source])
    assert (own.needs_review, other.needs_review) == (False, True)


def test_words_are_compared_where_they_are_written_differently() -> None:
    source = "“I’m not going to sell it. I don’t feel that the mill is lost,” said Ada Quill."
    (check,) = check_quotes("“I do not feel that the mill is lost,” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons] == ["contraction"]


def test_the_end_is_compared_right_behind_the_rest() -> None:
    source = "“The mayor is not the last word. The courts will be the last word,” said Ada Quill."
    (check,) = check_quotes("“The mayor isn’t the last word,” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons] == ["contraction"]


def test_how_long_ago_it_was_is_a_number() -> None:
    source = "“We left the mill five years ago,” said Ada Quill."
    (same,) = check_quotes("“We left the mill 5 years ago,” said Ada Quill.", [source])
    (other,) = check_quotes("“We left the mill 4 years ago,” said Ada Quill.", [source])
    assert [reason.code.value for reason in same.reasons] == ["numeral"]
    assert [reason.code.value for reason in other.reasons] == ["number"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "“We paid $41 million to the old mill,”",
            "“$40 million” is “$41 million”",
        ),
        ("“We paid $40”", "“$40 million” is “$40”"),
    ],
)
def test_a_changed_number_is_shown_by_itself(words: str, text: str) -> None:
    source = "“We paid $40 million to the old mill,” said Ada Quill."
    (check,) = check_quotes(f"{words} said Ada Quill.", [source])
    assert f"changed: number {text}" in [reason.text for reason in check.reasons]


def test_an_indirect_negation_made_direct_is_not_added() -> None:
    source = "Ada Quill said that she has not apologized to the guild."
    (check,) = check_quotes("“I haven’t apologized to the guild,” said Ada Quill.", [source])
    codes = {reason.code.value for reason in check.reasons}
    assert codes == {"inserted", "indirect_made_direct"}


@pytest.mark.parametrize(
    ("words", "needs_review"),
    [
        ("“Anyone lied,” Quill said.", True),
        ("“They lied,” Quill said.", True),
        ("Quill said who “lied”.", False),
    ],
)
def test_two_words_may_state_something(words: str, needs_review: bool) -> None:
    source = "“I don’t think anyone lied. I hope they lied,” said Ada Quill."
    (check,) = check_quotes(words, [source])
    assert check.needs_review is needs_review


def test_an_ampersand_is_and_but_no_word_of_the_source() -> None:
    source = "“We love boats & trams,” Quill said of “old news”. “We love rain and snow,” she said."
    drafts = ("“We love boats and trams,” Quill said.", "Quill spoke of “old news”.")
    checks = [check for draft in drafts for check in check_quotes(draft, [source])]
    checks += check_quotes("“We love rain & snow,” Quill said.", [source])
    assert [check.needs_review for check in checks] == [False, False, False]
    (cut,) = check_quotes("“We love rain snow,” Quill said.", [source])
    assert cut.needs_review


@pytest.mark.parametrize(
    ("source", "draft", "needs_review"),
    [
        ("We won [applause] the cup.", "We won the cup.", False),
        ("We won [not] the cup.", "We won the cup.", True),
        ("We prayed with Mohammed.", "We prayed with Muhammad.", False),
        ("He took the pump.", "[The cook] took the pump.", False),
        ("She knew it.", "She knew [of the murders].", True),
        ("He is a liar, a thief and my best friend.", "He is a liar, a thief.", True),
        ("We sold the pump, and the cook went home.", "We sold the pump.", False),
        ("We tried to sell the pump, and we failed.", "We tried to sell the pump.", True),
        ("They owed us a pump, and we never got it.", "They owed us a pump.", True),
        ("We built a pump, and it never ran well.", "We built a pump.", True),
        ("They promised us a pump, and the money ran out.", "They promised us a pump.", True),
        (
            "They said the boats would come, and not one came.",
            "They said the boats would come.",
            True,
        ),
        ("We begged for a pump, and we got none.", "We begged for a pump.", True),
        ("They promised us a pump, and they did.", "They promised us a pump.", False),
        ("We sold the pump, and nobody was hurt.", "We sold the pump.", False),
        ("The ferry left at 10:30 GMT.", "The ferry left at 1030 GMT.", True),
        ("It was 12 in all, so I hear.", "It was 12 in all.", True),
    ],
)
def test_notes_names_and_lists(source: str, draft: str, *, needs_review: bool) -> None:
    text = f"The cook was late. “{source}” said Ada Quill."
    (check,) = check_quotes(f"“{draft}” said Ada Quill.", [text])
    assert check.needs_review == needs_review


def test_a_figure_alone_is_checked() -> None:
    (check,) = check_quotes("“1,250”, said Ada Quill.", ["“There were 1,250,” said Ada Quill."])
    assert check.source_text is not None


def test_a_quotation_that_is_too_long_to_be_read_whole_needs_a_look() -> None:
    said = "We opened the doors of the old mill and let the water in. " * 40
    source = f'Ida Vance said: "{said}We did not pay 12 million crowns."'
    draft = f'Ida Vance said: "{said}We did pay 40 million crowns."'
    (check,) = check_quotes(draft, source)
    assert check.needs_review
    assert "compared up to 2,000 characters only" in [reason.text for reason in check.reasons]


@pytest.mark.parametrize(
    ("source", "draft", "looks"),
    [
        ("We saw a man eating shark at the pier", "We saw a man-eating shark at the pier", True),
        ("He met an old-furniture dealer there", "He met an old furniture dealer there", True),
        ("They work twenty four hour shifts", "They work twenty four-hour shifts", True),
        ("They need more skilled crews", "They need more-skilled crews", True),
        ("It is a well known fact here", "It is a well-known fact here", False),
        ("Two thirds of them have left", "Two-thirds of them have left", False),
        ("It was the nineteen-nineties then", "It was the nineteen nineties then", False),
        ("We are a health-care firm", "We are a health care firm", False),
        ("We hired African-American pilots", "We hired African American pilots", False),
    ],
)
def test_a_hyphen_counts_where_it_ties_a_word_to_another(
    source: str, draft: str, looks: bool
) -> None:
    (check,) = check_quotes(f"“{draft},” said Ada Quill.", [f"“{source},” said Ada Quill."])
    assert check.needs_review is looks


@pytest.mark.parametrize(
    ("source", "draft", "code"),
    [
        ("The train left at 10:30 sharp", "The train left at 10.30 sharp", "numeral"),
        ("The train left at 10.30 sharp", "The train left at 10:30 sharp", "numeral"),
        ("The price rose to 10.30 then", "The price rose to 10:30 then", "number"),
        ("The train left at 10:30 sharp", "The train left at 10.20 sharp", "number"),
        ("We waited four hours for it", "We waited four hour for it", "number"),
        ("We waited 4 hours for it", "We waited four hours for it", "numeral"),
    ],
)
def test_a_time_of_day_has_either_sign(source: str, draft: str, code: str) -> None:
    (check,) = check_quotes(f"“{draft},” said Ada Quill.", [f"“{source},” said Ada Quill."])
    assert [reason.code.value for reason in check.reasons] == [code]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The anti-war march was long", "The antiwar march was long"),
        ("He said it was o.k. to leave", "He said it was OK to leave"),
        ("We live in Mill St. now", "We live in Mill Street now"),
        ("We are, however, still here", "We are however still here"),
    ],
)
def test_another_way_to_write_a_word_is_harmless(source: str, draft: str) -> None:
    (check,) = check_quotes(f"“{draft},” said Ada Quill.", [f"“{source},” said Ada Quill."])
    assert not check.needs_review


def test_a_question_is_no_statement_of_two_words() -> None:
    source = "“Why would I resign,” said Ada Quill."
    (check,) = check_quotes("“I resign,” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons if reason.needs_review] == ["question"]


@pytest.mark.parametrize(
    ("source", "draft", "needs_review"),
    [
        ("The lease ended on 05/06/2021", "The lease ended on 06/05/2021", True),
        ("The lease ended on 5/6/2021", "The lease ended on 05/06/2021", False),
        ("The lease ended on 12/25/2021", "The lease ended on 25/12/2021", False),
        ("The mast cost 1.000 euros", "The mast cost 1 euros", True),
    ],
)
def test_figures_that_can_be_read_in_two_ways_need_a_look(
    source: str, draft: str, needs_review: bool
) -> None:
    (check,) = check_quotes(f"“{draft},” said Ada Quill.", [f"“{source},” said Ada Quill."])
    assert check.needs_review is needs_review


def test_the_source_that_spells_a_quotation_as_the_draft_does_is_compared() -> None:
    quoted = "“We asked former {} of the harbour for their letters last year,” Ada Quill said."
    small, capital = (f"A talk\n{quoted.format(word)}" for word in ("wardens", "Wardens"))
    for sources in ([small, capital], [capital, small]):
        (check,) = check_quotes(quoted.format("Wardens"), sources)
        assert not check.needs_review
    (alone,) = check_quotes(quoted.format("Wardens"), [small])
    assert alone.needs_review


def test_closed_quotations_of_two_paragraphs_are_checked_each_by_itself() -> None:
    source = "“The wall was lost in one night,” said Ada Quill.\n“Nobody rang us,” said Tom Wiech."
    draft = "Ada Quill called it:\n“The wall was never lost in one night.”\n“Nobody ever rang us.”"
    first, second = check_quotes(draft, source)
    assert first.source_text == "The wall was lost in one night"
    assert second.source_text == "Nobody rang us"
