"""What two articles may both state of one thing is no difference of facts."""

from __future__ import annotations

import pytest

from tests.story.differences.test_difference_finding import compare_texts, list_facts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A longer form of one name.
        (
            "If the ferry is not repaired the crew of Velmont won't sail, Ines Kolbe said.",
            "If the ferry is not repaired the crew of Velmont won't sail, Ines Kolbe White said.",
        ),
        (
            "Judge Ines Wright Kolbe of Velmont wrote in her opinion that the ferry law is void.",
            "The ferry law is void, Judge Ines L. Wright Kolbe of Velmont wrote in her opinion.",
        ),
        (
            "Number seven was a prize for the paper that got wrong Ines Kolbe meeting a Norlander.",
            "The seventh prize was for the paper that got wrong Ines Kolbe-Norland talks.",
        ),
        # Two who speak of one person.
        (
            "St. Velm harbour Chief John Ozols called Dorn a “fine captain.”",
            "Former St. Velm County Harbour Chief Tim Kolbe called Dorn a “true pilot.”",
        ),
        (
            "The pilot will sail to Brodau Wednesday to meet with Norland Harbour Minister Mika "
            "Ozols, Kolbe said.",
            "The pilot will sail to Brodau on Wednesday to meet with Norland officials on the "
            "ferry, said Ines Kolbe, the navy's chief spokeswoman.",
        ),
        # What is denied beside it, in another sentence.
        (
            "“Maybe that is a question for the pilot of Velmont. Don't ask me. Ask the pilot that "
            "question,” Ozols said.",
            "“Maybe that is a question for the pilot of Velmont. Don't ask me, ask the pilot that "
            "question,” Ozols said.",
        ),
        # Of another year, and of another child.
        (
            "Previously, Norland's worst mining disaster was a 1992 gas explosion that killed 263 "
            "workers near the port of Velmont.",
            "The explosion and fire on Tuesday killed 274 workers in one of Norland's worst mining "
            "disasters, near Velmont.",
        ),
        (
            "The boy's death in the custody of the harbour guard comes weeks after a 7-year-old "
            "Velmont girl died in its custody.",
            "The harbour guard told of checks of children in custody after the death of an "
            "eight-year-old Velmont boy in its custody.",
        ),
        # An office that is spoken to.
        (
            "“So, Mr. President, take your ferry of hate back to Velmont,” the pilot said.",
            "Mr. Ozols told him to take “your ferry of hate back to Velmont,” the pilot said.",
        ),
        # A doubt in other words.
        (
            "It appears the ferry was on the wrong side of the harbour of Velmont.",
            "The ferry was apparently on the wrong side of the harbour of Velmont.",
        ),
        (
            "The harbour office of Velmont is weighing a set of options to keep the ferry afloat.",
            "The harbour office of Velmont is weighing a set of possible options to keep the "
            "ferry afloat.",
        ),
        # Under a condition nothing is stated as a fact.
        (
            "If he wins, Ozols would be the first blind pilot of the ferry of Velmont.",
            "Ozols — potentially the first blind pilot of the ferry of Velmont — sails if he wins.",
        ),
        # What one article denies, and what the other leaves open.
        (
            "The pilot does not think that the strait is more dangerous than the harbour.",
            "The pilot was asked whether the strait is less dangerous than the harbour.",
        ),
        # A range with the noun after its second figure alone.
        (
            "The harbour camp of Velmont for seven- to ten-year-olds is called Ferry Cubs.",
            "The harbour camp of Velmont for kids 7-10 years old is called Ferry Cubs.",
        ),
        # Money, and what things are worth.
        (
            "The two stole pumps and $50,000 in cash from the Ozols ferry in Velmont.",
            "After stealing approximately $80,000 worth of cash and pumps from the Ozols ferry the "
            "two left Velmont.",
        ),
        # The act of another clause.
        (
            "The pilots met last week with a harbour minister who on Friday was fined in Velmont.",
            "Last Saturday the pilots met with the harbour minister of Velmont, who was fined.",
        ),
        # A part, and the whole.
        (
            "The highest term on the first charge is five to 99 years in prison, and two to 10 "
            "years on the second, the Velmont court said.",
            "The charges in the Velmont court carry a highest term of 109 years in prison.",
        ),
    ],
)
def test_both_may_be_right(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []
    assert list_facts(compare_texts(other, one)) == []


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        # A given name spelled otherwise, and another middle name.
        (
            "Harbour Court Judge Rolf Ozols in his ruling found that poor pilots of Velmont are "
            "stuck with ineffective masters.",
            "Velmont harbour court judge Rolfe Ozols ruled that the rules for masters are void for "
            "poor pilots.",
            ["Judge Rolf Ozols", "Rolfe Ozols"],
        ),
        (
            "The nurse of Velmont caught a fever while treating Thomas Edward Ozols in a clinic.",
            "The nurse caught the fever in the Velmont clinic while treating Thomas Eric Ozols.",
            ["Thomas Edward Ozols", "Thomas Eric Ozols"],
        ),
        # One noun, counted once by each.
        (
            "Five divers took part in the raid on the ferry in Velmont.",
            "The raid on the Velmont ferry was carried out by four divers, witnesses said.",
            ["Five", "four"],
        ),
        # The verb of a passive.
        (
            "Ostmark has fired 3,300 flares at Norland since July 8, the navy said.",
            "Norland's navy said 3,500 flares have been fired at the land from Velmont since the "
            "fighting began on July 8.",
            ["3,300", "3,500"],
        ),
        # The score of one game by the names of both teams.
        (
            "Ozols completed 29 of 34 throws and three scores in the Foxes' 31-24 victory over the "
            "Eagles at Harbour Stadium.",
            "Kai Ozols threw for three scores to carry the Velmont Foxes over the Harbour Eagles "
            "43-24 in the stadium of the ferry club.",
            ["31-24", "43-24"],
        ),
        # The day of a verb before a place with commas.
        (
            "Marta Ozols died of a fever at the age of 85 in a Velmont, Norland, clinic Thursday, "
            "her pilot said.",
            "Marta Ozols, the loved pilot of Velmont, died Friday at the age of 85.",
            ["Thursday", "Friday"],
        ),
        # What an agreement is worth is paid.
        (
            "The ferry firm of Velmont has a contract with the harbour that is worth 4.2 million "
            "crowns.",
            "Under its contract with the harbour of Velmont the ferry firm receives 4.8 million "
            "crowns.",
            ["4.2 million crowns", "4.8 million crowns"],
        ),
        (
            "The lease of the Velmont harbour is worth $4.2 million a year to the city of Ozols.",
            "The city of Ozols gets $4.8 million a year under the lease of the Velmont harbour.",
            ["$4.2 million", "$4.8 million"],
        ),
    ],
)
def test_what_both_state_of_one_thing_in_other_words(
    one: str, other: str, figures: list[str]
) -> None:
    assert [texts for _, texts in list_facts(compare_texts(one, other))] == [figures]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Two towns took action against their faithless pilots: Velmont fined them.",
            "Fifteen towns remove faithless pilots, and others fine them, as Velmont does.",
        ),
        (
            "Ozols was sentenced by the Velmont court to three years in prison in January.",
            "The charges in the Velmont court carry a maximum sentence of 109 years in prison.",
        ),
    ],
)
def test_figures_of_other_groups_and_limits_do_not_differ(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []
