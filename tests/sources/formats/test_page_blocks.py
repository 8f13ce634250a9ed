from reader.sources.formats.page_blocks import Block, told_apart

STORY = [
    ("title", "Ferry company cuts crossings"),
    ("body", "The ferry company will cut a third of its crossings from June, it said on Monday."),
    ("body", "Islanders said that they had not been asked before the plan was made known."),
    ("body", "The ministry said that it would look into the matter and answer within a month."),
    ("body", "Read our newsletter"),
]
LEFT_OUT = "The mayor of the island wrote in a letter to the ministry that nobody had been asked."


def blocks(*more: tuple[int, Block], regions: tuple[int, ...] = ()) -> list[Block]:
    found = [Block(text, False, ()) for _, text in STORY[:-1]]
    found.append(Block(STORY[-1][1], False, regions))
    for position, block in sorted(more, reverse=True, key=lambda entry: entry[0]):
        found.insert(position, block)
    return found


def test_nothing_of_a_story_is_taken_away_nor_changed():
    assert told_apart(STORY, blocks()) == STORY
    assert told_apart(STORY, []) == STORY
    assert told_apart([], blocks()) == []


def test_what_stands_in_a_box_of_furniture_is_furniture():
    assert told_apart(STORY, blocks(regions=(7,))) == [*STORY[:-1], ("chrome", STORY[-1][1])]


def test_a_box_that_holds_most_of_the_story_is_none():
    whole = [Block(text, False, (7,)) for _, text in STORY]
    assert told_apart(STORY, whole) == STORY


def test_what_stands_outside_of_the_box_too_stays():
    twice = blocks((1, Block(STORY[-1][1], False, ())), regions=(7,))
    assert told_apart(STORY, twice) == STORY


def test_a_caption_comes_after_the_paragraph_that_it_follows():
    caption = Block("A boat leaves.", True, ())
    told = told_apart(STORY, blocks((2, caption)))
    assert told == [*STORY[:2], ("caption", "A boat leaves."), *STORY[2:]]


def test_a_sentence_that_was_left_out_is_folded_in_its_place():
    told = told_apart(STORY, blocks((3, Block(LEFT_OUT, False, ()))))
    assert told == [*STORY[:3], ("chrome", LEFT_OUT), *STORY[3:]]


def test_what_stands_before_and_after_the_story_is_left_out():
    other = Block(LEFT_OUT, False, ())
    assert told_apart(STORY, [other, *blocks(), other]) == STORY


def test_the_same_words_are_added_once():
    other = Block(LEFT_OUT, False, ())
    told = told_apart(STORY, blocks((2, other), (3, other)))
    assert [text for _, text in told].count(LEFT_OUT) == 1


def test_a_paragraph_cut_at_its_code_is_whole_again():
    whole = "The harbour master enters tide(harbour) and reads the height of the water from it."
    pieces = [
        ("body", "The harbour master enters"),
        ("body", "tide(harbour)"),
        ("body", "and reads the height of the water from it."),
    ]
    told = told_apart([*STORY[:2], *pieces, *STORY[2:]], blocks((2, Block(whole, False, ()))))
    assert told == [*STORY[:2], ("body", whole), *STORY[2:]]


def test_paragraphs_that_end_their_sentences_are_not_joined():
    whole = Block(f"{STORY[1][1]} {STORY[2][1]}", False, ())
    assert told_apart(STORY, blocks((1, whole))) == STORY


def test_a_heading_is_never_joined_to_the_paragraph_below_it():
    whole = f"Slower boats {LEFT_OUT}"
    story = [*STORY[:2], ("heading", "Slower boats"), ("body", LEFT_OUT), *STORY[2:]]
    assert told_apart(story, blocks((2, Block(whole, False, ())))) == story


def test_what_the_library_joined_to_its_heading_is_not_told_twice():
    story = [*STORY[:2], ("body", f"Not asked {LEFT_OUT}"), *STORY[2:]]
    assert told_apart(story, blocks((2, Block(LEFT_OUT, False, ())))) == story


def test_what_was_left_out_above_the_first_paragraph_opens_the_story():
    told = told_apart(STORY, blocks((1, Block(LEFT_OUT, False, ()))))
    assert told == [STORY[0], ("body", LEFT_OUT), *STORY[1:]]


def test_what_stands_in_a_box_above_the_first_paragraph_is_left_out():
    assert told_apart(STORY, blocks((1, Block(LEFT_OUT, False, (7,))))) == STORY
