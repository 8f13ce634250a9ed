"""Articles whose paragraphs are lost: printed as one line, or with a line for each sentence."""

from __future__ import annotations

from reader.quotes import Quote, QuoteKind, find_quotes

_STORY = (
    "The harbour of Lodd was closed on Monday after a storm that nobody had foreseen. "
    "All ferries stayed where they were for the rest of the week without a single passenger. "
    "Engineers looked at the northern wall in the morning and at the southern one at noon. "
    "Nothing that they found there was new, and most of it was written in a report of last year. "
    "The council of the town met in the evening and left the hall after less than an hour. "
)
_SENTENCES = (
    "The harbour of Lodd was closed on Monday.\n"
    "All ferries stayed where they were.\n"
    "“It was late,” Ada Brandt said.\n"
    "“We had seen the wall move.\n"
    "Nobody had asked the ferries' crews.\n"
    "It was the worst night in years.\n"
)


def find_speech(text: str) -> list[Quote]:
    return [quote for quote in find_quotes(text) if quote.kind is QuoteKind.DIRECT]


def name_speaker(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def test_the_sentence_after_the_second_part_of_an_utterance_is_that_of_another() -> None:
    text = (
        f"{_STORY}“It is too late for that,” Ada Brandt said. “What are we going to do now?” "
        "President Bo Rask signed the order for all ferries on Tuesday and went back north."
        " The ferries wait."
    )
    assert [name_speaker(quote) for quote in find_speech(text)] == ["Ada Brandt", "Ada Brandt"]


def test_a_question_as_second_part_keeps_its_own_short_attribution() -> None:
    text = (
        f"{_STORY}“It is too late,” Ada Brandt said. “What are we to do?” Bo Rask asked. {_STORY}"
    )
    assert [name_speaker(quote) for quote in find_speech(text)] == ["Ada Brandt", "Bo Rask"]


def test_what_is_left_open_in_one_line_ends_before_the_reporters_sentence() -> None:
    text = (
        f"{_STORY}“It was late,” Ada Brandt said. “We had seen the wall move. It will fall. "
        "Bo Rask said on Tuesday that the wall was safe. The ferries wait. "
        "“We wait,” he said as the council of the town left the hall."
    )
    assert [quote.text for quote in find_speech(text)] == [
        "It was late,",
        "We had seen the wall move. It will fall.",
        "We wait,",
    ]


def test_a_paragraph_keeps_the_report_inside_an_open_quotation() -> None:
    text = (
        "Ada Brandt was angry.\n“We had seen the wall move. Bo Rask said that it was safe.\n"
        "“It was not,” she said."
    )
    assert find_speech(text)[0].text.endswith("it was safe.")


def test_the_offsets_of_one_line_are_those_of_the_text() -> None:
    text = f"{_STORY}“It was late,” Ada Brandt said. {_STORY}“The wall will fall,” she said."
    quotes = find_speech(text)
    assert [text[each.start : each.end] for each in quotes] == [
        "It was late,",
        "The wall will fall,",
    ]
    assert [name_speaker(each) for each in quotes] == ["Ada Brandt"] * 2


def test_in_lines_of_one_sentence_a_quotation_goes_on_to_its_repeated_mark() -> None:
    text = f"{_SENTENCES}“Now we wait.\nThe wall will fall. ”\nThe council left the hall."
    quotes = find_speech(text)
    assert [quote.text for quote in quotes] == [
        "It was late,",
        "We had seen the wall move.",
        "Nobody had asked the ferries' crews.",
        "It was the worst night in years.",
        "Now we wait.",
        "The wall will fall.",
    ]
    assert {name_speaker(quote) for quote in quotes} == {"Ada Brandt"}


def test_a_quotation_goes_on_over_a_line_with_an_apostrophe() -> None:
    text = f"{_SENTENCES}The wall will fall. ”\nThe council left the hall."
    assert "Nobody had asked the ferries' crews." in [quote.text for quote in find_speech(text)]


def test_paragraphs_after_a_missing_closing_mark_are_not_quoted() -> None:
    text = (
        f"“It was late,” Ada Brandt said. “We had seen the wall move.\n{_STORY}\n{_STORY}\n"
        f"{_STORY}\n“Now we wait,” she said. {_STORY}"
    )
    assert [quote.text for quote in find_speech(text)] == [
        "It was late,",
        "We had seen the wall move.",
        "Now we wait,",
    ]


def test_what_the_speaker_will_say_is_no_attribution() -> None:
    text = "Ada Brandt nodded.\n“The wall fell, I will say that.\n“Now we wait,” she said."
    assert find_speech(text)[0].text.endswith("I will say that.")


def test_a_name_with_the_form_of_a_verb_is_the_subject() -> None:
    text = "Jo Felt left.\n“I am the one who saw the wall move,” Felt told Brandt for the book."
    quote = find_speech(text)[0]
    assert (name_speaker(quote), quote.cue and quote.cue.text) == ("Jo Felt", "told")


def test_speech_in_single_marks_goes_on_over_lines_of_one_sentence() -> None:
    lines = _SENTENCES.replace("“", "'").replace("”", "'")
    quotes = find_speech(f"{lines}The wall will fall,' Ada Brandt added.\nThe council left.")
    assert [quote.text for quote in quotes][1:] == [
        "We had seen the wall move.",
        "Nobody had asked the ferries' crews.",
        "It was the worst night in years.",
        "The wall will fall,",
    ]
    assert {name_speaker(quote) for quote in quotes} == {"Ada Brandt"}


def test_single_marks_of_terms_hold_no_sentences() -> None:
    text = (
        "The harbour's `Old Wall, ' fell on Monday. “It was late,” Ada Brandt said. The crews' "
        "ferries had left before it was dark."
    )
    assert [(quote.text, quote.depth) for quote in find_speech(text)] == [("It was late,", 0)]


def test_a_clause_in_single_marks_may_go_on_over_a_sentence_end() -> None:
    text = (
        "Ada Brandt was angry.\nShe called for 'a long look' at the wall that she said was "
        "'against all reason. A wall of sand. A wall of salt.'\nThe council left the hall."
    )
    assert "against all reason. A wall of sand. A wall of salt." in [
        quote.text for quote in find_quotes(text)
    ]
