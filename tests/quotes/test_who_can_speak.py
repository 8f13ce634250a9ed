"""What is beside a quotation and can't have said it. All sentences are made up."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


def read_last_speaker(text: str) -> str | None:
    """Return the name of the last quote's speaker."""
    quotes = find_quotes(text)
    assert quotes
    return quotes[-1].speaker.name if quotes[-1].speaker else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Senator Ola Prenn, R-Ohio, wanted “a list of all ships”.", None),
        ("As Sen. Ola Prenn, R-Ohio, put it, “the sea is nobody's house.”", "Ola Prenn"),
        (
            "While Sen. Ola Prenn (D-Maine), in an interview, called the plan “a gift to nobody”.",
            "Ola Prenn",
        ),
        ("The board, led by Ola Prenn, D-Maine, requested “every single page”.", "The board"),
    ],
)
def test_a_party_and_a_state_are_no_name(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 percent said “the town is going the wrong way.”",
        "The 30% said “the town is going the wrong way.”",
        "The 30 described it as “a bad day for the town.”",
    ],
)
def test_a_number_says_nothing(text: str) -> None:
    assert read_last_speaker(text) is None


def test_a_tax_rate_yields_to_who_says_it() -> None:
    text = "The 12% tax announced by Ola Prenn is a “bad plan”, Trade Minister Mirl Tarn said."
    assert read_last_speaker(text) == "Mirl Tarn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Even Trask admitted “the figures are wrong and late.”", "Trask"),
        ("Trask has left twice since losing power and so professes to “know the way”.", "Trask"),
        ("After signing the deal the firm hailed “a new dawn for steel.”", "the firm"),
        ("But sister Ola Prenn takes up the tale: “We saw the roof go.”", "Ola Prenn"),
        ("Ola Prenn raises the alarm: “Nobody came when we called.”", "Ola Prenn"),
        ("Ola Prenn, R-Ohio, sent a clear message to us: “You have lost the sea.”", "Ola Prenn"),
        (
            "The Ashford Register on July 20, 2006, described him as “a man of war”.",
            "Ashford Register",
        ),
        ("On Velmar, Mr. Trask said he was “deeply sad about it all”.", "Trask"),
        ("Tarn said the firms had sent a bad message to “all who vote here for us.”", "Tarn"),
    ],
)
def test_only_the_words_of_a_name_belong_to_the_speaker(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("Trask was asked, “Did you read the plan before the vote?”", None, "Trask"),
        ("Trask was warned that the wall was “about to fall into the sea.”", None, "Trask"),
        ("Trask was told by Prenn: “You have to leave at once.”", "Prenn", None),
        ("The plan was called “a gift to nobody” in the town.", None, None),
        ("Trask was reported as saying, “The wall will hold us all.”", "Trask", None),
    ],
)
def test_the_subject_of_a_passive_is_spoken_to(
    text: str, speaker: str | None, addressee: str | None
) -> None:
    quote = find_quotes(text)[-1]
    assert (quote.speaker.name if quote.speaker else None) == speaker
    assert (quote.addressee.text if quote.addressee else None) == addressee


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mood was grim: “It is too high for all of us.”", None),
        ("The cost of the sale does not surprise lawyer Ola Prenn: “They had to.”", "Ola Prenn"),
        ("From Ola Prenn, of the harbour union:\n“We will fight this to the end.”", "Ola Prenn"),
        ("From the Sea Party's Mirl Tarn:\n“It is a good day for us all.”", "Mirl Tarn"),
        ("From Monday, the pier will be shut: “It is over for us all.”", None),
        ("From Ashford to the sea, people cheered: “It is over for us all.”", "people"),
        ("The firm was blunt: “We will not sell it to them.”", "The firm"),
        ("The talks ended early, with Trask reportedly yelling: “That is no deal.”", "Trask"),
    ],
)
def test_what_stands_before_a_colon_must_be_able_to_speak(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


def test_a_quoted_word_is_no_speech_of_whom_it_describes() -> None:
    assert read_last_speaker("In the poll, “loyal to us all” describes Prenn better.") is None


def test_whoever_replies_is_not_who_asked() -> None:
    quotes = find_quotes("Trask asked, “Will you resign?” Prenn replied, “Not before noon.”")
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == ["Trask", "Prenn"]


def test_the_next_paragraph_attributes_no_whole_sentence() -> None:
    text = (
        "“It belongs to us,” Trask said. “It is our life.\n“It is all we have.”\nPrenn disagreed."
    )
    names = [quote.speaker.name if quote.speaker else None for quote in find_quotes(text)]
    assert names == ["Trask"] * 3


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_dash_and_a_name_sign_the_words_above_them(gap: str) -> None:
    text = f"“The sea is not for sale at any price.”{gap}- Ola Prenn."
    assert read_last_speaker(text) == "Ola Prenn"


@pytest.mark.parametrize(
    "text",
    [
        "“We saw them,” the guard said.\n“This is wrong!” tweeted @velmarwatch.",
        "@velmarwatch wrote: “Nobody cares about the sea.”",
    ],
)
def test_a_handle_is_a_name(text: str) -> None:
    assert read_last_speaker(text) == "@velmarwatch"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We keep the pier,” President and CEO Ola Prenn said.", "Ola Prenn"),
        ("“Nobody asked us,” said former director of public works Mirl Tarn.", "Mirl Tarn"),
        ("Minister of Roads Velm Tarn told us: “The cars will stay here.”", "Velm Tarn"),
    ],
)
def test_an_office_is_no_part_of_the_name(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Despite Trask saying no, the town slept. “We will go,” Trask said.", "Trask"),
        ("Ada Trask came at noon. “We have not read it,” Ada said.", "Ada Trask"),
        ("Plus Trask has a plan. “We will go,” Trask said.", "Trask"),
        (
            "Indicting Peter Trask, City Shows Its Hand\nHe left. “We will go,” Mr. Trask said.",
            "Peter Trask",
        ),
        (
            "Town Asks Leaders to Defend Peter Trask\nHe left. “We will go,” Trask said.",
            "Peter Trask",
        ),
        ("Ola Prenn said Tuesday Trask's comments were “wholly out of place.”", "Ola Prenn"),
        ("Following a vote on Monday Trask said “the wall may not hold”.", "Trask"),
    ],
)
def test_words_before_a_name_are_no_given_names(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ASHFORD — Mayor Ola Prenn (R) signed a paper and called it “a gift to us”.", "Ola Prenn"),
        ("Posting on her page on Friday, Ola Prenn, who left town, wrote: “We go.”", "Ola Prenn"),
        ("Trask goes on tour, accuses Prenn of being ‘asleep at sea’", "Trask"),
        (
            "“The bills were paid twice,” the Harbour Master's Office said.",
            "the Harbour Master's Office",
        ),
        ("The list that held an article giving six reasons why he is “the only choice”.", None),
    ],
)
def test_a_verb_a_place_or_a_participle_is_no_speaker(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr Trask came late. Prenn quoted him as saying “the wall will hold us.”", "Trask"),
        ("Ms Trask came late. Mrs Prenn quoted her as saying “the wall will hold us.”", "Trask"),
        ("The fire was labelled “odd from the start” by Ola Prenn, a fire chief.", "Ola Prenn"),
        ("The plan has been called “a gift to nobody” by critics.", "critics"),
        ("Trask is the man described in the court paper as “a friend of the sea”.", None),
    ],
)
def test_who_is_quoted_by_another_spoke(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“We will not sell the sea, Ola Prenn told reporters on Monday. The town was quiet.",
        "“We will not sell the sea, Ola Prenn said on Monday.",
        "“We will not sell the sea. It is ours,” said Ola Prenn.",
    ],
)
def test_words_after_a_forgotten_mark_are_not_swallowed(text: str) -> None:
    quote = find_quotes(text)[-1]
    assert "Prenn" not in text[quote.start : quote.end]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ola Prenn"


@pytest.mark.parametrize(
    "text",
    [
        "Two in three called it “a gift to nobody”.",
        "One in 10 said “it is all over now”.",
        "Nearly half said “it is all over now”.",
        "Weeks before the vote, asked if the plan was “a gift to nobody”, he left.",
    ],
)
def test_a_share_and_a_time_say_nothing(text: str) -> None:
    assert read_last_speaker(text) is None


def test_whoever_asked_is_not_she_who_replies() -> None:
    quote = find_quotes("“Did you sign?” the judge asked. “No, I did not,” she replied.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "she"
    assert quote.speaker.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” Dorve said. “We stay!\n“We row!\nTrask said nothing.", "Dorve"),
        ("“Will it hold us all?”\nTrask asked.", "Trask"),
        ("The man accused of attacking Prenn shouted “go home for good”.", "The man"),
        ("Minister for Trade and Roads John Prenn said: “We are done.”", "John Prenn"),
        ("President of the Sea Union Anna Prenn said: “We are done here.”", "Anna Prenn"),
        ("The president of the Sea Union said: “We are done here.”", "The president"),
    ],
)
def test_an_object_or_the_next_paragraph_is_no_speaker(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A place behind the town of a firm says nothing.
        (
            "The letter on her knee, from Dr. Orla Venn, a surgeon of the Brook Group in Tarn, "
            "New York, said the mayor is well and listed “a stone lung,” among others.",
            "The letter",
        ),
        # Whoever has a text sent does not state what its author does.
        (
            "Mayor Bo Ray’s office released a letter from her doctor declaring she is in "
            "“excellent shape and fit to climb.”",
            "her doctor",
        ),
        # What somebody starts is no speech.
        ("Ann Lee fell ill. She was seen in May and started “frost therapy” at once.", None),
        # Several cannot own what is one man’s.
        (
            "Valley senators pressed Tam Orr to apologize for his claim that the mill is a "
            "“mill of nobody’s choosing”.",
            None,
        ),
    ],
)
def test_who_is_only_near_the_verb_does_not_speak(text: str, speaker: str | None) -> None:
    quote = find_quotes(text)[0]
    assert (quote.speaker.name if quote.speaker else None) == speaker


def test_a_name_that_is_only_printed_with_another_is_not_meant_by_surname() -> None:
    text = (
        "Hillary Venn Publishes Her Accounts\nHillary and Bill Venn earned much.\nThe mayor "
        "published it all.\nLast year the sums were larger.\n“We owe it to this town,” Venn said."
    )
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.display_name == "Hillary Venn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Members of the town group rang on Sunday, when Harbour Chief Mirl Tarn, R-Ohio, "
            "suggested “a deal of sorts”.",
            "Mirl Tarn",
        ),
        (
            "Harbour Rising, a small committee that has vowed to show “every last film,” left.",
            "Harbour Rising",
        ),
        (
            "Mr. Prenn came to the show, and the host, Mirl Tarn, asked him whether it was "
            "“a mistake at all”.",
            "Mirl Tarn",
        ),
        (
            "Nothing was worse “than a closed quay,” Senator Ola Prenn, Republican of Arizona, who "
            "had suggested a deal, said.",
            "Ola Prenn",
        ),
        ("“The new law harms nobody,” Long said. The senator Ola Long left.", "Ola Long"),
        ("The reporter Ola Prenn writes of Tarn today, “his boat has sunk at last.”", "Ola Prenn"),
        (
            "“We got wiped out in the west,” aides said Mr. Prenn told his board behind closed "
            "doors before the vote.",
            "Prenn",
        ),
        (
            "Ola Prenn spoke. If you are rich, she said, sailors believe “you should not be "
            "punished for it.”",
            "Ola Prenn",
        ),
        (
            "Members rang for others to “stand strong” on Sunday night, when Harbour Chief Mirl "
            "Tarn, R-Ohio, suggested a deal.",
            None,
        ),
        ("He took repeated steps that let him sail, as “the list of the port” has it.", None),
    ],
)
def test_an_apposition_is_no_speaker_and_its_name_is(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


def test_a_quotation_goes_on_after_a_sentence_that_ends_in_a_title() -> None:
    quotes = find_quotes(
        "“It is late in the day,” said Ola Prenn on “Boats and Friends.” “We sat like ducks.”"
    )
    speaker = quotes[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.is_stated) == ("Ola Prenn", True)


def test_a_form_on_ing_after_a_genitive_is_a_noun() -> None:
    text = "Owen Brandt said Tuesday’s ruling that the quay must close “hurts us all.”"
    assert read_last_speaker(text) == "Owen Brandt"


def test_a_relative_has_no_short_form_of_another_name() -> None:
    text = (
        "Former President George W. Vance met his father, former President George Vance, at home."
        "\n\n“I feel fine,” George Vance said."
    )
    assert read_last_speaker(text) == "George Vance"
