"""Speakers as a draft gives them: of another gender, party or place, or called by an office."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quote

WORDS = "We will sell the old ferry in spring"


def _needs_review(speaker: str, source: str) -> bool:
    return check_quote(WORDS, source, speaker).needs_review


@pytest.mark.parametrize("speaker", ["Mrs. Quill", "Ms. Quill", "Anna Quill"])
def test_a_woman_is_not_the_man_of_that_surname(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Quill said. Later Mr. Quill left."
    assert _needs_review(speaker, source)


@pytest.mark.parametrize("speaker", ["Mr. Quill", "Robert Quill", "Quill"])
def test_a_man_may_be_the_man_of_that_surname(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Quill said. Later Mr. Quill left."
    assert not _needs_review(speaker, source)


@pytest.mark.parametrize(
    "speaker",
    ["Ada Quill, D-Tenn.", "Ada Quill (R-Ohio)", "Ada Quill, the mayor of Bergen"],
)
def test_another_party_or_place_needs_a_look(speaker: str) -> None:
    source = (
        f"A talk\n“{WORDS},” Ada Quill, R-Tenn., said. Quill, the mayor of Hamar, came late. "
        "Mayor Quill left soon."
    )
    assert _needs_review(speaker, source)


@pytest.mark.parametrize(
    "speaker",
    ["Ada Quill, R-Tenn.", "Ada Quill (R-TN)", "Ada Quill, the mayor of Hamar", "Mayor Quill"],
)
def test_the_same_party_or_place_does_not(speaker: str) -> None:
    source = (
        f"A talk\n“{WORDS},” Ada Quill, R-Tenn., said. Quill, the mayor of Hamar, came late. "
        "Mayor Quill left soon."
    )
    assert not _needs_review(speaker, source)


def test_a_name_before_a_quotation_mark_is_read() -> None:
    source = (
        f"A talk\n“{WORDS},” Quill said. A spokesman for the guild, Bo Dunn, said Quill was “late”."
    )
    assert check_quote(WORDS, source, "the party chairman").needs_review


def test_an_office_that_begins_with_a_name_is_that_of_its_holder() -> None:
    source = f"A talk\n“{WORDS},” Hamar press secretary Ada Quill said."
    assert not _needs_review("the Hamar press secretary", source)
    assert _needs_review("the Bergen harbour master", source)


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("former Rep. Ada Quill", "Rep. Ada Quill, D-Calif., said"),
        ("Ada Quill, R-Calif.", "Rep. Ada Quill, California Democrat, said"),
        ("Ada Quill (R-Ohio)", "Democratic Rep. Ada Quill said"),
        ("Ada Quill, D-Mich.", "Ada Quill, R. Mich., said"),
        ("Mrs. Quill", "Rick Quill said"),
        ("Ms. Quill", "an Ada Quill opponent said"),
    ],
)
def test_a_speaker_that_the_source_calls_otherwise_needs_a_look(speaker: str, told: str) -> None:
    assert _needs_review(speaker, f"A talk\n“{WORDS},” {told}.")


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("Ada Quill, a spokesperson for the mill", "Ada Quill, a spokesperson for the mill, said"),
        ("Ada Quill, the king’s doctor", "Ada Quill, the king’s doctor, said"),
        ("Rep. Ada Quill, a Democrat", "Rep. Ada Quill, California Democrat, said"),
        ("Ada Quill, D-Calif.", "Democratic Rep. Ada Quill said"),
        ("Ida Vance", "said Mill Owners of Riga spokeswoman Ida Vance"),
        ("Ada Quill", "IG Ada Quill said"),
    ],
)
def test_a_speaker_that_the_source_describes_so_needs_none(speaker: str, told: str) -> None:
    assert not _needs_review(speaker, f"A talk\n“{WORDS},” {told}.")


def test_an_unnamed_source_of_a_body_is_not_its_spokeswoman() -> None:
    source = f"A talk\n“{WORDS},” one campaign source said. Campaign spokeswoman Ada Quill left."
    assert _needs_review("spokeswoman Ada Quill", source)


@pytest.mark.parametrize("speaker", ["Judge Ada Quill", "Ada Quill, D-Ohio"])
def test_another_source_knows_the_office_and_the_party(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Ada Quill said."
    other = "A vote\nSen. Ada Quill, R-Ohio, came to the harbour."
    assert not check_quote(WORDS, source, speaker).needs_review
    assert check_quote(WORDS, [source, other], speaker).needs_review


def test_the_source_counts_that_names_the_speaker() -> None:
    bare = f"The council\nThe harbour board met. “{WORDS},” read a post."
    named = f"The vote\nMayor Ada Quill came. “{WORDS},” Mayor Quill said in a post."
    assert not check_quote(WORDS, [named, bare], "The mayor").needs_review
    assert not check_quote(
        WORDS, [bare.replace("“", "").replace("”", ""), named], "The mayor"
    ).needs_review


def test_a_lawyer_is_not_the_spokesman_of_an_office() -> None:
    source = (
        f"A talk\n“{WORDS},” a Justice Department spokesman told us. Ida Vance, a lawyer for the "
        "crew, left."
    )
    assert _needs_review("Ida Vance", source)


def test_a_surname_that_is_a_word_is_a_persons() -> None:
    source = f"A talk\nAmbassador Samantha Power came. “{WORDS},” Power said."
    assert _needs_review("A spokeswoman for Power", source)


def test_a_state_before_a_title_is_no_given_name() -> None:
    source = f"A talk\nVirginia Sen. Mark Quill came. “{WORDS},” Quill said."
    assert not _needs_review("Mark Quill", source)
    assert not _needs_review("Mr. Quill", source)


def test_a_description_that_one_source_contradicts_needs_a_look() -> None:
    source = f"A talk\n“{WORDS},” Sen. Ada Quill wrote."
    other = f"A vote\n“{WORDS},” said party leader Ada Quill."
    assert check_quote(WORDS, [source, other], "former Sen. Ada Quill").needs_review


BARE = f"A talk\n“{WORDS},” Quill said."


@pytest.mark.parametrize(
    "other",
    ["", "Later Mr. Ottar Quill left.", "Robert Quill left.", "Quill lost his hat."],
)
def test_a_title_that_no_source_shows_to_fit_needs_a_look(other: str) -> None:
    sources = [BARE, other] if other else [BARE]
    check = check_quote(WORDS, sources, "Mrs. Quill")
    assert check.needs_review
    assert check.verdict.value == "other speaker"
    assert any("Quill is Mrs. Quill" in reason.text for reason in check.reasons)


@pytest.mark.parametrize(
    "other", ["Later Mrs. Ida Quill left.", "Anna Quill left.", "Quill lost her hat."]
)
def test_a_title_that_another_source_shows_to_fit_is_that_of_the_speaker(other: str) -> None:
    assert not check_quote(WORDS, [BARE, other], "Mrs. Quill").needs_review


def test_an_office_needs_a_source_that_gives_it_to_the_name() -> None:
    source = f"A talk\n“{WORDS},” Quill tweeted."
    check = check_quote(WORDS, source, "The president")
    (reason,) = [one for one in check.reasons if one.needs_review]
    assert reason.text == "the source does not say that Quill is the president"
    assert not check_quote(WORDS, f"{source} President Quill left.", "The president").needs_review


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("Norwick Mill spokesman Bo Dunn", "Harbour Board spokesman Bo Dunn said"),
        ("Bo Dunn, a spokesman for the Norwick Mill", "Harbour Board spokesman Bo Dunn said"),
        ("Secretary of State Ada Quill", "Defense Secretary Ada Quill said"),
        ("Norwick Union Executive Director Ada Quill", "FERRA Executive Director Ada Quill said"),
        (
            "Ada Quill, director of the Mill Project",
            "Ada Quill, director of the Ferry Project, said",
        ),
        ("Ada Quill of The Norwick Times", "Ada Quill of Mirador said"),
    ],
)
def test_a_title_of_another_body_before_or_behind_a_name_needs_a_look(
    speaker: str, told: str
) -> None:
    check = check_quote(WORDS, f"A talk\n“{WORDS},” {told}.", speaker)
    assert check.verdict.value == "other speaker"
    assert check.speaker is not None
    assert check.speaker.name == speaker
    assert any(reason.text.startswith("described otherwise") for reason in check.reasons)


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("Harbour Board spokesman Bo Dunn", "Harbour Board spokesman Bo Dunn said"),
        ("spokesman Bo Dunn", "Harbour Board spokesman Bo Dunn said"),
        ("Palace press secretary Ada Quill", "Palace press secretary Ada Quill said"),
        (
            "Norland’s U.N. Ambassador Ada Vance Quill",
            "Norland’s U.N. Ambassador Ada Vance Quill said",
        ),
        ("Sens. Ada Quill and Bo Dunn", "Sens. Ada Quill and Bo Dunn said"),
        ("Vance’ attorney, Ada Quill", "said Vance’ attorney, Ada Quill"),
        ("House Minority Whip Ada Quill", "House Minority Whip Ada Quill said"),
        ("the secretary of Defense, Ada Quill", "the secretary of Defense, Ada Quill, said"),
    ],
)
def test_the_words_of_the_source_beside_a_name_need_none(speaker: str, told: str) -> None:
    assert not _needs_review(speaker, f"A talk\n“{WORDS},” {told}.")


@pytest.mark.parametrize("speaker", ["Ned Quill Jr.", "Ned Quill, Sr.", "Ned Quill III"])
def test_a_suffix_that_no_source_has_is_another_persons(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Ned Quill said."
    assert _needs_review(speaker, source)
    assert not _needs_review(speaker, f"{source}\n{speaker} left.")


@pytest.mark.parametrize(
    ("given", "printed", "is_other"),
    [
        ("D-Calif.", "D-Conn.", True),
        ("D-New York", "D-New Jersey", True),
        ("D-N.Y.", "D-New York", False),
        ("D-CA", "D-Calif.", False),
        ("D-Conn.", "a Democrat of Connecticut", False),
    ],
)
def test_the_state_of_a_party_is_compared_by_its_whole_name(
    given: str, printed: str, is_other: bool
) -> None:
    source = f"A talk\n“{WORDS},” Ada Quill, {printed}, said."
    assert _needs_review(f"Ada Quill, {given}", source) is is_other


def test_the_very_words_of_a_source_are_not_contradicted_by_others_of_it() -> None:
    source = (
        f"A talk\n“{WORDS},” HBO Director Ada Quill said. The harbour office director, "
        "Ada Quill, left."
    )
    other = "A vote\nMill Minister Ada Quill, a senator, came. Senator Ada Quill left."
    assert not _needs_review("HBO Director Ada Quill", source)
    told = f"A talk\n“{WORDS},” Army General Ada Quill said."
    assert not check_quote(WORDS, [told, other], "Army General Ada Quill").needs_review


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("House Speaker Ada Quill", "House Democratic leader Ada Quill said"),
        ("Governor Ada Quill", "Palace spokeswoman Ada Quill said"),
        ("Harbour Secretary Ada Quill", "Bo Dunn, a mill worker, and diplomat Ada Quill said"),
    ],
)
def test_a_title_that_no_source_gives_to_who_has_another_needs_a_look(
    speaker: str, told: str
) -> None:
    assert _needs_review(speaker, f"A talk\n“{WORDS},” {told}.")


def test_a_title_of_who_has_none_in_the_sources_needs_none() -> None:
    source = f"A talk\n“{WORDS},” Ada Quill said."
    assert not _needs_review("Governor Ada Quill", source)
    other = "A vote\nGov. Quill, a former diplomat, left."
    assert not check_quote(
        WORDS, [source.replace("Ada", "diplomat Ada"), other], "Governor Ada Quill"
    ).needs_review
