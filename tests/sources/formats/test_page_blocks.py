from reader.sources.formats.page_blocks import PageBlock, mark_furniture

STORY = [
    ("title", "Ferry company cuts crossings"),
    ("body", "The ferry company will cut a third of its crossings from June, it said on Monday."),
    ("body", "Islanders said that they had not been asked before the plan was made known."),
    ("body", "The ministry said that it would look into the matter and answer within a month."),
    ("body", "Read our newsletter"),
]
LEFT_OUT = "The mayor of the island wrote in a letter to the ministry that nobody had been asked."


def blocks(*more: tuple[int, PageBlock], regions: tuple[int, ...] = ()) -> list[PageBlock]:
    found = [PageBlock(text, False, ()) for _, text in STORY[:-1]]
    found.append(PageBlock(STORY[-1][1], False, regions))
    for position, block in sorted(more, reverse=True, key=lambda entry: entry[0]):
        found.insert(position, block)
    return found


def test_no_paragraph_of_a_story_is_removed_or_changed():
    assert mark_furniture(STORY, blocks()) == STORY
    assert mark_furniture(STORY, []) == STORY
    assert mark_furniture([], blocks()) == []


def test_a_paragraph_in_a_region_of_furniture_is_boilerplate():
    assert mark_furniture(STORY, blocks(regions=(7,))) == [
        *STORY[:-1],
        ("boilerplate", STORY[-1][1]),
    ]


def test_a_region_with_most_of_the_story_is_no_furniture():
    whole = [PageBlock(text, False, (7,)) for _, text in STORY]
    assert mark_furniture(STORY, whole) == STORY


def test_a_paragraph_that_is_also_outside_of_the_region_stays():
    twice = blocks((1, PageBlock(STORY[-1][1], False, ())), regions=(7,))
    assert mark_furniture(STORY, twice) == STORY


def test_a_caption_comes_after_the_paragraph_that_it_follows():
    caption = PageBlock("A boat leaves.", True, ())
    marked = mark_furniture(STORY, blocks((2, caption)))
    assert marked == [*STORY[:2], ("caption", "A boat leaves."), *STORY[2:]]


def test_a_left_out_sentence_is_boilerplate_in_its_place():
    marked = mark_furniture(STORY, blocks((3, PageBlock(LEFT_OUT, False, ()))))
    assert marked == [*STORY[:3], ("boilerplate", LEFT_OUT), *STORY[3:]]


def test_paragraphs_before_and_after_the_story_are_not_added():
    other = PageBlock(LEFT_OUT, False, ())
    assert mark_furniture(STORY, [other, *blocks(), other]) == STORY


def test_the_same_words_are_added_once():
    other = PageBlock(LEFT_OUT, False, ())
    marked = mark_furniture(STORY, blocks((2, other), (3, other)))
    assert [text for _, text in marked].count(LEFT_OUT) == 1


def test_a_paragraph_cut_at_its_code_is_joined():
    whole = "The harbour master enters tide(harbour) and reads the height of the water from it."
    pieces = [
        ("body", "The harbour master enters"),
        ("body", "tide(harbour)"),
        ("body", "and reads the height of the water from it."),
    ]
    marked = mark_furniture(
        [*STORY[:2], *pieces, *STORY[2:]], blocks((2, PageBlock(whole, False, ())))
    )
    assert marked == [*STORY[:2], ("body", whole), *STORY[2:]]


def test_paragraphs_that_end_their_sentences_are_not_joined():
    whole = PageBlock(f"{STORY[1][1]} {STORY[2][1]}", False, ())
    assert mark_furniture(STORY, blocks((1, whole))) == STORY


def test_a_heading_is_never_joined_to_the_paragraph_below_it():
    whole = f"Slower boats {LEFT_OUT}"
    story = [*STORY[:2], ("heading", "Slower boats"), ("body", LEFT_OUT), *STORY[2:]]
    assert mark_furniture(story, blocks((2, PageBlock(whole, False, ())))) == story


def test_a_paragraph_joined_to_its_heading_is_not_added_again():
    story = [*STORY[:2], ("body", f"Not asked {LEFT_OUT}"), *STORY[2:]]
    assert mark_furniture(story, blocks((2, PageBlock(LEFT_OUT, False, ())))) == story


def test_a_sentence_left_out_above_the_first_paragraph_is_body():
    marked = mark_furniture(STORY, blocks((1, PageBlock(LEFT_OUT, False, ()))))
    assert marked == [STORY[0], ("body", LEFT_OUT), *STORY[1:]]


def test_a_region_of_furniture_above_the_first_paragraph_is_not_added():
    assert mark_furniture(STORY, blocks((1, PageBlock(LEFT_OUT, False, (7,))))) == STORY
