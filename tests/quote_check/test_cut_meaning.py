"""Whether words that are left out govern those that are quoted."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes
from reader.quote_check.cut_meaning import QuotedPart, judge_cut, judge_short_cut
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words


def judge(marked: str, lead: str = "") -> set[ReasonCode]:
    """Judge what is cut from a text of which `[[…]]` is quoted."""
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
    quoted = [at for at, word in enumerate(printed.words) if start <= word.start < end]
    first, last = quoted[0], quoted[-1] + 1
    quoted = QuotedPart(slice(first, last), lead)
    cuts = [judge_cut(printed, slice(0, first), quoted=quoted)] if first else []
    if last < len(printed.words):
        cuts.append(judge_cut(printed, slice(last, len(printed.words)), quoted=quoted))
    return {reason.code for cut in cuts for reason in cut}


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("I would never say [[the pilots were drunk]].", ReasonCode.NEGATION),
        ("Nobody believes [[the pilots were drunk]].", ReasonCode.NEGATION),
        ("It is false to claim that [[the pilots were drunk]].", ReasonCode.DOUBT),
        ("I doubt that [[the pilots were drunk]].", ReasonCode.DOUBT),
        ("Perhaps [[the pilots were drunk]].", ReasonCode.MODALITY),
        ("They might [[sink the ferry]].", ReasonCode.MODALITY),
        ("If the fog comes in, [[the ferry stops]].", ReasonCode.CONDITION),
        ("If it blows, and if it rains, [[the ferry stops]].", ReasonCode.CONDITION),
        ("[[The ferry sails]] unless the fog comes in.", ReasonCode.CONDITION),
        ("[[We will sail]] when the fog lifts.", ReasonCode.CONDITION),
        ("When the fog lifts, [[we will sail]].", ReasonCode.CONDITION),
        ("The owners say [[the ferry is safe]].", ReasonCode.ATTRIBUTION),
        ("[[The ferry is safe]], as my rival likes to say.", ReasonCode.ATTRIBUTION),
        ("[[The ferry is safe]]. That is what the owners say.", ReasonCode.ATTRIBUTION),
        ("They all say this. [[The ferry is safe]].", ReasonCode.ATTRIBUTION),
        ("[[The ferry is safe]], but only in summer.", ReasonCode.QUALIFICATION),
        ("[[All of them swam]] except the cook.", ReasonCode.QUALIFICATION),
        ("[[We did not sail]] because of the fog.", ReasonCode.QUALIFICATION),
        ("Only [[the first boat was full]].", ReasonCode.QUALIFICATION),
        ("Nobody but [[the cook had the key]].", ReasonCode.NEGATION),
        ("All but [[the last boat came back]].", ReasonCode.NEGATION),
        ("We knew that hardly anyone but [[the cook had the key]].", ReasonCode.NEGATION),
        ("Let us say [[the cook had the key]].", ReasonCode.CONDITION),
        ("[[The ferry came]], and it was not.", ReasonCode.NEGATION),
        ("[[The ferry came]]. It is not true.", ReasonCode.NEGATION),
        ("[[The ferry came]]. Not at all.", ReasonCode.NEGATION),
        ("Is it true that [[the ferry came]]?", ReasonCode.QUESTION),
        ("Will you go? [[Of course]].", ReasonCode.QUESTION),
        ("Imagine this. [[The ferry sinks]].", ReasonCode.CONDITION),
    ],
)
def test_a_cut_that_changes_the_rest_is_missed(marked: str, code: ReasonCode) -> None:
    assert code in judge(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[[We lost the ferry]]. We need a new one.",
        "I don't know the pilots. [[The ferry was sound]].",
        "But it [[was never sound, and the crew knew]].",
        "Last spring [[the ferry was sold]].",
        "[[The ferry was sold]] in the spring.",
        "[[The ferry was sold]], and the crew went with it.",
        "The crew never came back, but [[the ferry was sold]].",
        "I can tell you that [[the ferry was sold]].",
        "We know that [[the ferry was sold]].",
        "As I said, [[the ferry was sold]].",
        "We will not sell the ferry, and the crew [[is staying]].",
        "It was cold; [[the ferry was late]].",
    ],
)
def test_a_cut_that_leaves_the_rest_as_it_is_is_harmless(marked: str) -> None:
    assert judge(marked) == set()


def test_what_the_reporter_says_again_before_the_quotation_is_not_missed() -> None:
    assert judge("We will [[mend the ferry]].") == {ReasonCode.MODALITY}
    assert judge("We will [[mend the ferry]].", lead="Quill said they would ") == set()
    assert judge("They will not [[be bullied]].", lead="Quill said they will not ") == set()
    assert judge("They will not [[be bullied]].", lead="Quill said they will ") != set()
    assert judge("I doubt [[it sank]].", lead="Joan Felt said: ") == {ReasonCode.DOUBT}


def test_of_a_quoted_word_only_the_negation_before_it_is_missed() -> None:
    text = "If it rains, it is not safe here, I think."
    printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
    keys = [word.key for word in printed.words]
    safe, rains = keys.index("safe"), keys.index("rains")
    assert [cut.code for cut in judge_short_cut(printed, slice(0, safe))] == [ReasonCode.NEGATION]
    after = slice(safe - 1, len(keys))
    assert [cut.code for cut in judge_short_cut(printed, after)] == [ReasonCode.NEGATION]
    assert judge_short_cut(printed, slice(0, rains)) == []


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("In the worst case, [[the ferry sinks]].", ReasonCode.QUALIFICATION),
        ("With any luck, [[the ferry sails]].", ReasonCode.QUALIFICATION),
        ("Most of [[the boats were sold]].", ReasonCode.QUALIFICATION),
        ("[[The ferry sails]], with two exceptions.", ReasonCode.QUALIFICATION),
        ("[[The ferry sails]], should the crew agree.", ReasonCode.CONDITION),
        ("Should the crew agree, [[the ferry sails]].", ReasonCode.CONDITION),
        ("[[The ferry is ours]] when the bank has paid.", ReasonCode.CONDITION),
        ("I was afraid that [[the ferry was lost]].", ReasonCode.DOUBT),
        ("[[The ferry sank]], and I take that back.", ReasonCode.DOUBT),
    ],
)
def test_a_phrase_may_limit_as_a_clause_does(marked: str, code: ReasonCode) -> None:
    assert code in judge(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Yesterday morning, [[the ferry was sold]].",
        "Throughout my years in office, [[the ferry was sold]].",
        "In the spring, [[the ferry was sold]].",
        "It is a shame that [[the ferry was sold]].",
        "Good morning and welcome, [[the ferry was sold]].",
    ],
)
def test_a_time_that_is_past_or_a_greeting_limits_nothing(marked: str) -> None:
    assert judge(marked) == set()


@pytest.mark.parametrize(
    "marked",
    [
        "[[The ferry was sold]], and we have not seen it again.",
        "[[The ferry was sold]] and I think the crew went with it.",
        "[[We never sold the ferry]] and we never sold the quay.",
    ],
)
def test_another_claim_after_and_has_its_own_doubts(marked: str) -> None:
    assert judge(marked) == set()


@pytest.mark.parametrize(
    "marked",
    [
        "[[We saved all the boats]] belonging to the club.",
        "[[We met the captains]] who had lied.",
        "[[Fares fell by a tenth]], before tax.",
        "Most [[captains were sober]].",
        "The owner was sure that [[the ferry was sound]].",
        "[[The ferry was sold]]. I don't believe a word of it.",
        "[[We will sail]] the moment the fog lifts.",
    ],
)
def test_what_restricts_or_takes_back_is_missed(marked: str) -> None:
    assert judge(marked) != set()


@pytest.mark.parametrize(
    "marked",
    [
        "[[We will mend every boat]] for which there is timber.",
        "[[I did it for the prize]] that the guild promised.",
        "[[I would give my boat]] to see the island again.",
        "The last thing [[I want is a war with the guild]].",
        "My uncle was sure that [[sailors brought the fever]].",
        "[[The ferry was sold]] in three of the ports.",
        "At night, [[the pier is safe]].",
        "[[The ferry is ours]], and they say so.",
        "[[The ferry is ours]], and I mean only the hull.",
        "[[The pier is safe]], my foot.",
        "[[We pay all the debts]] in 2090.",
        "[[The pier is safe]], so to say.",
        "[[The pier is safe]] in dry years.",
        "[[The pier is safe]] so that we can sleep.",
        "[[The pier is safe]], and I was joking.",
        "[[The pier is safe]], and nobody believes it.",
        "[[The pier is safe]] and pigs have wings.",
        "[[The pier is safe]], right?",
        "Little did we know that [[the pier was safe]].",
        "Who am I to say that [[the pier was safe]].",
        "Under Ottar, [[the guild was rich]].",
        "[[The pier is safe]] in winter.",
        "On Sundays [[the pier is shut to cars]].",
        "There was a time when [[the guild was honest]].",
        "Officially, [[the ferry was sound]].",
        "You know, Ada may be right: that [[there were holes in the hull]].",
    ],
)
def test_what_is_not_known_to_be_harmless_is_missed(marked: str) -> None:
    assert judge(marked) != set()


@pytest.mark.parametrize(
    "marked",
    [
        "Throughout my years at sea, [[I was never ill]].",
        "At night, [[the pier was shut]].",
        "On Sunday [[the pier is shut to cars]].",
        "Ten years ago, [[the ferry was sold]].",
        "In Lisk, [[the ferry was late]].",
        "Well, you know, [[the ferry was late]].",
        "[[The ferry was sold]], and I buy no boat if it leaks.",
        "As sailors, we want to join the guild in pointing out that [[the ferry was late]].",
        "[[The ferry was sold]] in 1998.",
        "In 1998 [[the ferry was sold]].",
        "Two years later [[the ferry was sold]].",
        "For thirty years [[we have sold bread in the port]].",
        "What I want to say is that [[the ferry was late]].",
        "The, [[the ferry was late]].",
        "Mr. Speaker, [[the ferry was late]].",
        "Mr President, [[the ferry was late]].",
        "Sadly, [[the ferry was late]].",
        "The truth is [[the ferry was late]].",
        "Let me say this: [[the ferry was late]].",
        "[[The ferry was sold]], my friends.",
        "[[The ferry was sold]], which was a pity.",
        "[[The ferry was sold]], as I told the crew.",
        "[[The ferry was sold]] in the year my son was born.",
        "[[The ferry was sold]]; the crew were paid.",
        "[[We paid the crew]], and we have not provided a boat.",
    ],
)
def test_what_leads_up_to_a_claim_or_adds_another_is_harmless(marked: str) -> None:
    assert judge(marked) == set()


def test_of_a_sentence_with_dots_only_a_parenthesis_is_harmless() -> None:
    for text, code in (
        ("The crew, all of them from Lisk, sang for an hour", False),
        ("The pier is, when it is dry, safe for cars", True),
        ("The crew did all that they could to stop the guild from burning it", True),
    ):
        printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
        ends = ("safe", "burning", "sang")
        end = next(at for at, word in enumerate(printed.words) if word.key in ends)
        start = 3 if "pier" in text else 2
        assert bool(judge_cut(printed, slice(start, end))) is code


def test_a_quotation_that_goes_on_in_a_sentence_of_the_draft_needs_no_subject() -> None:
    marked = "There was a time when [[sailors run the town and its banks]]."
    assert judge(marked, lead="Quill said that ") != set()
    marked = "We will mend the ferry, [[the quay and the two cranes]]."
    assert judge(marked, lead="Quill spoke of ") == set()
    assert judge("The hold was [[empty when I opened it]].", lead="Quill called it ") == set()
    assert judge("The hold was [[empty when I opened it]].", lead="Quill said: ") != set()


@pytest.mark.parametrize(
    "marked",
    [
        "[[The ferry is safe]], so they tell us.",
        "[[The ferry is safe]], we were promised.",
        "[[The ferry is safe]], and I'm the king of the sea.",
        "[[The ferry is safe]] when it is kept at anchor.",
        "Prove to me that [[the ferry is safe]].",
        "Tell me [[the ferry is safe]].",
        "The report found that [[the ferry is safe]].",
        "I need you to say that [[the ferry is safe]].",
        "Some say [[the ferry is safe]].",
        "On a good day, [[the ferry is safe]].",
        "One day, [[the ferry is safe]].",
        "In a perfect world, [[the captains swim first]].",
        "Yeah, right, [[the ferry is safe]].",
        "For one night [[we were safe there]].",
        "[[I asked them]] in a dream.",
        "[[I ask you to sail]] in this fog.",
    ],
)
def test_what_may_bear_on_the_rest_is_missed(marked: str) -> None:
    assert judge(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "There is no doubt that [[the ferry is safe]].",
        "My message is simple: [[the ferry is safe]].",
        "The good news is that [[the ferry is safe]].",
        "Yes, [[the ferry is safe]].",
        "On a bright morning in June, [[we signed the letter]].",
        "I'll tell you this: [[the ferry is safe]].",
        "[[The ferry is safe]], period.",
        "[[The ferry is safe]] — we checked it twice.",
        "[[We told the owners]] in a letter last May.",
        "[[I say this to you]] here in Pell tonight.",
        "It was [[a cruel joke]] of the owners.",
    ],
)
def test_what_stresses_or_sets_the_saying_is_harmless(marked: str) -> None:
    assert judge(marked, "It was" if "joke" in marked else "") == set()


def test_what_the_draft_says_behind_the_quotation_is_not_missed() -> None:
    source = "“We were treated like cattle on that ferry,” said Ned Parr."
    draft = "Ned Parr said that they were “treated like cattle” on the {}."
    (same,) = check_quotes(draft.format("ferry"), [source])
    (other,) = check_quotes(draft.format("train"), [source])
    assert (same.needs_review, other.needs_review) == (False, True)


@pytest.mark.parametrize(
    "marked",
    [
        "When I was drunk, [[the ferry was gone]].",
        "When we came home, [[the ferry was gone]].",
        "[[The ferry was gone]] when the crew was drunk.",
        "[[I believed him]] at the time.",
        "After years of neglect by the board, [[the ferry was sold]].",
        "[[The ferry was sold]], because the board was bribed.",
    ],
)
def test_a_time_or_a_reason_that_claims_something_is_missed(marked: str) -> None:
    assert judge(marked) == {ReasonCode.QUALIFICATION}


@pytest.mark.parametrize(
    "marked",
    [
        "That is really [[a victory for the rule of law]].",
        "Such a threat disrupts [[the will of the majority]].",
        "We call on the board to respect [[the lawful rights of workers]].",
    ],
)
def test_nouns_that_prepositions_join_claim_nothing(marked: str) -> None:
    assert judge(marked) == set()


@pytest.mark.parametrize(
    "marked",
    [
        "I heard [[the police for the town knock]].",
        "He will not harm [[the will of the majority]].",
        "It looks as if [[this works for all of us]].",
    ],
)
def test_nouns_with_room_for_a_verb_may_claim_something(marked: str) -> None:
    assert judge(marked) != set()


def test_hearsay_is_no_result() -> None:
    assert judge("[[They sold the land to a director]], so I hear. the town has faith in it.")
