"""Quotes of whole articles: kind, utterance, speaker, cue, setting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.quotes import Quote, QuoteKind, SpeakerKind, Stance, find_quotes, group_utterances


def only(text: str) -> Quote:
    (quote,) = find_quotes(text)
    return quote


def summary(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            text[quote.start : quote.end],
            quote.kind.value,
            quote.speaker.name if quote.speaker else None,
            quote.cue.text if quote.cue else None,
        )
        for quote in find_quotes(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“It is over,” John Smith said.", "John Smith", "said"),
        ("“It is over,” said John Smith, a teacher.", "John Smith", "said"),
        ("“It is over,” said attorney Kassie Siegel of the Center.", "Kassie Siegel", "said"),
        ("“It is over,” Oregon State Police Lt. Hastings said.", "Hastings", "said"),
        (
            "“It is over,” Gérard Bénézat, the store's insurer, told France Info.",
            "Gérard Bénézat",
            "told",
        ),
        ("“It is over,” his sister, Mary Jones, told the Herald.", "Mary Jones", "told"),
        (
            "“It is over,” White House press secretary Jen Psaki told reporters.",
            "Jen Psaki",
            "told",
        ),
        ("“It is over,” the Lakers' Kobe Bryant said.", "Kobe Bryant", "said"),
        ("“It is over,” Mrs May, speaking in Paris, said.", "May", "said"),
        (
            "“It is over,” the governor was quoted as saying.",
            "the governor",
            "was quoted as saying",
        ),
        ("“It is over,” state TV quoted the governor as saying.", "the governor", "saying"),
        ("“It is over,” according to Ann Lee.", "Ann Lee", "according to"),
        ("“It is over,” police said on Monday.", "police", "said"),
        ("“It is over,” said one of the residents.", "one", "said"),
        ("“It is over!” she exclaimed.", "she", "exclaimed"),
        ("“Who is it?” asked the officer.", "the officer", "asked"),
        ("John Smith said, “It is over.”", "John Smith", "said"),
        ("John Smith: “It is over.”", "John Smith", None),
        (
            "Speaking in Paris, Prime Minister Theresa May said: “It is over.”",
            "Theresa May",
            "said",
        ),
        ("Reid Cherlin, a spokesman for the team, said, “It is over.”", "Reid Cherlin", "said"),
        ("The spokesman, Ali Akbari, said: “It is over.”", "Ali Akbari", "said"),
        ("According to John Smith, “it is over.”", "John Smith", "According to"),
        (
            "Lamas' son, actor Lorenzo Lamas, tweeted Thursday: “It is over.”",
            "Lorenzo Lamas",
            "tweeted",
        ),
        ("State TV quoted Gov. Ali Reza as saying, “It is over.”", "Ali Reza", "saying"),
        ("Ann Lee said she heard someone yell, “It is over!”", "someone", "yell"),
        ("A sign outside read “Closed until further notice.”", "A sign", "read"),
        ("Said Smith: “It is over.”", "Smith", "Said"),
        (
            "It was, in the words of one analyst, “a perfect storm.”",
            "one analyst",
            "in the words of",
        ),
        (
            "State-run China Daily said in an editorial that it was “a huge question.”",
            "China Daily",
            "said",
        ),
        ("«C'est fini», a déclaré Emmanuel Macron.", "Emmanuel Macron", "déclaré"),
        ("„Es ist vorbei“, sagte Angela Merkel in Berlin.", "Angela Merkel", "sagte"),
    ],
)
def test_speaker_and_cue_are_read_from_the_sentence(
    text: str, speaker: str, cue: str | None
) -> None:
    quote = only(text)
    assert quote.speaker is not None
    assert quote.speaker.name == speaker
    assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.mention
    assert (quote.cue.text if quote.cue else None) == cue
    if quote.cue:
        assert text[quote.cue.start : quote.cue.end] == quote.cue.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is over,” he said.", QuoteKind.DIRECT),
        ("He said it was “over for all of them” now.", QuoteKind.PARTIAL),
        ("He said that “it is over for all of us.”", QuoteKind.PARTIAL),
        ("The so-called “smart” meters failed.", QuoteKind.SCARE),
        ("Crews used a “surround and drown” strategy.", QuoteKind.SCARE),
        ("The song “Let It Be” was played.", QuoteKind.TITLE),
        ("Fans of “The Hobbit: The Desolation of Smaug” came.", QuoteKind.TITLE),
        ("Adam “Pacman” Jones was hurt.", QuoteKind.TITLE),
        ("Banners read: “Down with the government of murderers”.", QuoteKind.DIRECT),
        ("“The vote was rigged”, he claimed.", QuoteKind.DIRECT),
    ],
)
def test_the_kind_shows_whether_it_is_speech(text: str, kind: QuoteKind) -> None:
    assert only(text).kind is kind


def test_words_set_off_have_no_speaker() -> None:
    for text in ("The so-called “smart” meters failed.", "The film “Jaws” was shown, he said."):
        assert only(text).speaker is None


def test_a_quote_split_by_its_attribution_is_one_utterance() -> None:
    text = "“We will go,” Ann Lee said, “and we will win. Trust me.”"
    (utterance,) = group_utterances(find_quotes(text))
    assert [text[part.start : part.end] for part in utterance.parts] == [
        "We will go,",
        "and we will win. Trust me.",
    ]
    assert {part.speaker for part in utterance.parts} == {utterance.first.speaker}


def test_a_quote_goes_on_after_the_attribution_and_in_the_next_paragraph() -> None:
    text = "“We will go,” Ann Lee said. “We will win.”\n“Trust me.”"
    (utterance,) = group_utterances(find_quotes(text))
    assert len(utterance.parts) == 3


def test_a_new_verb_begins_a_new_utterance() -> None:
    text = "Chen said it helped the “stable development of ties”, adding: “We choose it.”"
    first, second = find_quotes(text)
    assert first.utterance != second.utterance
    assert second.cue is not None
    assert second.cue.text == "adding"
    assert second.speaker is not None
    assert second.speaker.name == "Chen"


def test_a_quote_over_paragraphs_takes_the_attribution_at_its_end() -> None:
    text = "“I started here.\n“To be a member is special,” added Trevor Immelman."
    assert [(speaker, cue) for _, _, speaker, cue in summary(text)] == [
        ("Trevor Immelman", "added"),
        ("Trevor Immelman", "added"),
    ]


def test_a_missing_closing_mark_does_not_swallow_the_attribution() -> None:
    text = '"Some users suffered problems with their services, Osama noted.\nNothing else.'
    assert summary(text) == [
        ("Some users suffered problems with their services,", "direct", "Osama", "noted")
    ]


def test_surnames_and_pronouns_are_resolved_to_the_fullest_name() -> None:
    text = (
        "Mayor John Smith met Mary Jones on Monday.\n“It went well,” Smith said.\n"
        "Mary Jones left early. “I had to go,” she said."
    )
    first, second = find_quotes(text)
    assert first.speaker is not None
    assert second.speaker is not None
    assert (first.speaker.name, first.speaker.mention) == ("John Smith", "Smith")
    assert (second.speaker.name, second.speaker.mention) == ("Mary Jones", "she")
    assert second.speaker.confidence < first.speaker.confidence


def test_a_family_name_that_comes_first_is_resolved_too() -> None:
    text = "Chen Jining, the party secretary, smiled. “We choose cooperation,” Chen said."
    speaker = only(text).speaker
    assert speaker is not None
    assert speaker.name == "Chen Jining"


def test_a_role_is_resolved_where_the_article_gives_the_name_beside_it() -> None:
    text = (
        "District Attorney Steve Cooley spoke on Monday.\n"
        "“He was shot,” the District Attorney said."
    )
    speaker = only(text).speaker
    assert speaker is not None
    assert speaker.name == "Steve Cooley"


def test_the_sentence_before_is_read_where_the_quote_has_no_attribution() -> None:
    text = "Mayor John Smith defended the plan. “It was the right thing to do.”"
    quote = only(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "John Smith"
    assert quote.speaker.confidence < 0.8
    assert quote.cue is not None
    assert quote.cue.text == "defended"


def test_the_attribution_at_the_end_of_several_paragraphs_is_that_of_all_of_them() -> None:
    text = (
        "“The facade has changed,” said a Western diplomat, who asked not to be named.\n"
        "“Power rests with the president.\n"
        "“He controls the media,” the diplomat added."
    )
    cues = [quote.cue.text if quote.cue else None for quote in find_quotes(text)]
    assert cues == ["said", "added", "added"]


def test_a_short_sentence_that_is_not_closed_begins_an_utterance() -> None:
    text = "“It's tough.\nYou do not want it to end like that,” Garrard said."
    found = find_quotes(text)
    assert [quote.kind for quote in found] == [QuoteKind.DIRECT] * 2
    assert all(quote.speaker and quote.speaker.name == "Garrard" for quote in found)


def test_a_quote_without_attribution_has_no_speaker() -> None:
    assert only("“This must never happen again.”").speaker is None


@pytest.mark.parametrize(
    ("verb", "lemma", "stance"),
    [
        ("said", "say", Stance.NEUTRAL),
        ("told reporters", "tell", Stance.NEUTRAL),
        ("insisted", "insist", Stance.ASSERTING),
        ("emphasized", "emphasize", Stance.ASSERTING),
        ("claimed", "claim", Stance.DOUBTING),
        ("admitted", "admit", Stance.CONCEDING),
        ("warned", "warn", Stance.WARNING),
        ("replied", "reply", Stance.REPLYING),
        ("cried out", "cry out", Stance.FEELING),
    ],
)
def test_the_verb_has_a_lemma_and_a_stance(verb: str, lemma: str, stance: Stance) -> None:
    cue = only(f"“It is over,” John Smith {verb}.").cue
    assert cue is not None
    assert (cue.lemma, cue.stance) == (lemma, stance)


def test_addressee_and_setting_are_read_where_stated() -> None:
    text = "“It is real,” Blinken told Chen Jining, the party chief, as they started their meeting."
    quote = only(text)
    assert quote.addressee is not None
    assert quote.setting is not None
    assert quote.addressee.text == "Chen Jining"
    assert quote.setting.text == "as they started their meeting"
    assert text[quote.setting.start : quote.setting.end] == quote.setting.text


def test_the_speaker_of_a_nested_quote_is_its_own() -> None:
    text = "“They were yelling, ‘There are three people down!’” Andy Ryan said."
    outer, inner = find_quotes(text)
    assert outer.speaker is not None
    assert inner.speaker is not None
    assert outer.speaker.name == "Andy Ryan"
    assert inner.speaker.name == "they" or inner.speaker.name == "They"


def test_kinds_of_speakers_are_distinguished() -> None:
    kinds = {
        "Mr. Brown": SpeakerKind.PERSON,
        "China Daily": SpeakerKind.ORGANISATION,
        "a senior official": SpeakerKind.ROLE,
        "Xerlo": SpeakerKind.UNKNOWN,
    }
    for name, kind in kinds.items():
        speaker = only(f"“It is over,” {name} said.").speaker
        assert speaker is not None
        assert speaker.kind is kind


def test_a_fragment_has_the_attribution_of_the_whole_sentence() -> None:
    text = "The law was “arbitrary and capricious” and “must be struck down,” John Smith said."
    assert [speaker for _, _, speaker, _ in summary(text)] == ["John Smith", "John Smith"]


def test_a_sentence_that_introduces_the_next_quote_is_not_taken_for_the_last_one() -> None:
    text = "“We are fine.” A statement from Waitrose said: “The store is closed for now.”"
    first, second = find_quotes(text)
    assert first.cue is None
    assert second.cue is not None


ARTICLE = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "'",
            "’",
            " said",
            " he",
            "John Smith",
            " told",
            ", ",
            ". ",
            "\n",
            "yes",
            "It",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300)
@given(ARTICLE)
def test_all_spans_give_back_their_text_and_utterances_count_up(text: str) -> None:
    quotes = find_quotes(text)
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    seen = -1
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.utterance <= seen + 1
        seen = max(seen, quote.utterance)
        for part in (quote.cue, quote.addressee, quote.setting):
            assert part is None or text[part.start : part.end] == part.text
        if quote.speaker:
            speaker = quote.speaker
            assert text[speaker.start : speaker.end] == speaker.mention
            assert 0 < speaker.confidence <= 1


def test_a_repeated_attribution_is_read_each_time() -> None:
    text = "“a” said he, " * 4000
    assert len(find_quotes(text)) == 4000
