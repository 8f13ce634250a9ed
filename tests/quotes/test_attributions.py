"""Who said it and with which verb, in the styles of many newsrooms. All sentences are made up."""

from __future__ import annotations

import pytest

from reader.quotes import QuoteKind, find_quotes

CASES: dict[str, list[tuple[str, list[tuple[str | None, str | None]]]]] = {
    "agency": [
        (
            "“We expect the talks to resume within days,” Foreign Minister Tomasz Wilk told "
            "reporters in Geneva on Monday.",
            [("Tomasz Wilk", "told")],
        ),
        (
            "“There was no warning,” said Ilse Brandt, a spokeswoman for the regional water board.",
            [("Ilse Brandt", "said")],
        ),
        (
            "The ministry’s spokesman, Karim Haddad, said: “The border will stay closed.”",
            [("Karim Haddad", "said")],
        ),
        (
            "“The figures are encouraging,” the central bank said in a statement on Thursday.",
            [("bank", "said")],
        ),
        (
            "“Oil could fall further,” said Marta Ruiz, chief economist at Banco Sur in Madrid.",
            [("Marta Ruiz", "said")],
        ),
        (
            "“He was taken into custody at dawn,” a police source told the agency on condition of "
            "anonymity.",
            [("source", "told")],
        ),
        (
            "Speaking in Nairobi, UN envoy Pieter de Vries said, “Aid must get through.”",
            [("Pieter de Vries", "said")],
        ),
        (
            "“We reject these claims,” read a statement from the company.",
            [("company", "read")],
        ),
        (
            "“The launch was nominal,” state news agency Yonhap quoted the minister as saying.",
            [("minister", "saying")],
        ),
        (
            "“The army has taken the town,” the rebels’ military spokesman, Col. Yusuf Adan, said "
            "by telephone.",
            [("Yusuf Adan", "said")],
        ),
        (
            "Prime Minister Anna Lund, who took office in May, said on Tuesday she would resign. "
            "“I have lost the confidence of my party,” she said.",
            [("Anna Lund", "said")],
        ),
        (
            "“It is a matter for the courts,” European Commission spokesperson Lena Kurz told a "
            "daily briefing.",
            [("Lena Kurz", "told")],
        ),
    ],
    "american": [
        (
            "“I've never seen anything like it,” said Wanda Ortiz, 43, who lives across the "
            "street.",
            [("Wanda Ortiz", "said")],
        ),
        (
            "“This isn't about politics,” Sen. Dale Hopper, R-Idaho, said on the Senate floor.",
            [("Dale Hopper", "said")],
        ),
        (
            "“We're going to fix it,” said Rep. Mia Chandler (D-Ohio).",
            [("Mia Chandler", "said")],
        ),
        (
            "“He came out of nowhere,” witness Terrell Banks recalled.",
            [("Terrell Banks", "recalled")],
        ),
        (
            "“You don't forget a sound like that,” said Banks, adding that he called 911 at once.",
            [("Banks", "said")],
        ),
        (
            "Asked whether he would run again, Governor Pat Quill said: “Ask me in a year.”",
            [("Pat Quill", "said")],
        ),
        (
            "“The dam held,” Lt. Gov. Rosa Méndez said in an interview with CBS.",
            [("Rosa Méndez", "said")],
        ),
        (
            "“It's a sad day for this town,” Police Chief Bob Tran said at a news conference.",
            [("Bob Tran", "said")],
        ),
        (
            "“We take these matters seriously,” according to a statement released by the "
            "university.",
            [("university", "according")],
        ),
        (
            "Per the sheriff's office, “no shots were fired.”",
            [("office", "Per")],
        ),
        (
            "“We lost everything,” Hank Dupree, a retired welder, told the newspaper. “But we're "
            "alive.”",
            [("Hank Dupree", "told"), ("Hank Dupree", "told")],
        ),
        (
            "“I mean, what do you do?” asked his wife, Delia. “You start over.”",
            [("Delia", "asked"), ("Delia", "asked")],
        ),
        (
            "The suspect's attorney, Greg Pohl, declined to comment. “We'll do our talking in "
            "court,” he said.",
            [("Greg Pohl", "said")],
        ),
        (
            "“Nobody told us,” Councilwoman Tanya Bright said of the closure.",
            [("Tanya Bright", "said")],
        ),
    ],
    "british": [
        (
            "‘We are deeply sorry for what happened,’ a Network Rail spokesman said.",
            [("spokesman", "said")],
        ),
        (
            "Mr Ellis, 52, of Hove, said: ‘It came right through the ceiling.’",
            [("Ellis", "said")],
        ),
        (
            "Det Insp Moira Kean, of Lothian Police, said: “We are appealing for witnesses.”",
            [("Moira Kean", "said")],
        ),
        (
            "“It was absolute bedlam,” said mother-of-two Kelly Marsh.",
            [("Kelly Marsh", "said")],
        ),
        (
            "Labour's Owen Pryce said the plan was a mess. “It will cost jobs,” he added.",
            [("Owen Pryce", "added")],
        ),
        (
            "Lord Fenwick, the former attorney general, told the BBC: “The law is clear.”",
            [("Fenwick", "told")],
        ),
        (
            "A Home Office spokeswoman said: “We do not comment on individual cases.”",
            [("spokeswoman", "said")],
        ),
        (
            "“She was the life and soul of the party,” the family said in a tribute.",
            [("family", "said")],
        ),
        (
            "Passing sentence, Judge Harriet Cole told Barnes: “You showed no mercy.”",
            [("Harriet Cole", "told")],
        ),
        (
            "Cllr Dev Patel (Lab, Woodside) said: “Residents were never asked.”",
            [("Dev Patel", "said")],
        ),
        (
            "Ms Okafor said that she had “no regrets whatsoever” about the move.",
            [],
        ),
        (
            "Paying tribute, headteacher Joan Firth said: “Sam was a joy to teach.”",
            [("Joan Firth", "said")],
        ),
    ],
    "broadcast": [
        (
            "“What you are seeing is history,” CNN's Maria Volkov reported from Kyiv.",
            [("Maria Volkov", "reported")],
        ),
        (
            "“I was scared, to be honest,” he told ABC’s “Good Morning Show.” Pilot Ray Simms "
            "landed the plane on a highway.",
            [("he", "told")],
        ),
        (
            "“It's time to go,” Pilot Ray Simms tells NPR.",
            [("Ray Simms", "tells")],
        ),
        (
            "In an interview with Sky News, actor Joel Harte revealed: “I almost quit.”",
            [("Joel Harte", "revealed")],
        ),
        (
            "“People are sleeping in their cars,” says Nadia Sabry, who runs the shelter.",
            [("Nadia Sabry", "says")],
        ),
        (
            "“You can't eat promises,” as one farmer put it.",
            [("farmer", "put")],
        ),
        (
            "Here is what Mayor Gus Lindqvist had to say: “The bridge stays.”",
            [("Gus Lindqvist", "say")],
        ),
        (
            "“I got no sleep at all,” Tina Wolfe tweeted.",
            [("Tina Wolfe", "tweeted")],
        ),
        (
            "“Grateful for every one of you,” the singer wrote on Instagram.",
            [("singer", "wrote")],
        ),
        (
            "Writing on X, minister Paul Dray posted: “Enough is enough.”",
            [("Paul Dray", "posted")],
        ),
    ],
    "sport": [
        (
            "“We didn't deserve to win,” admitted coach Luca Ferri.",
            [("Luca Ferri", "admitted")],
        ),
        (
            "“I felt my hamstring go in the second set,” the 24-year-old Serb said.",
            [("Serb", "said")],
        ),
        (
            "“It's the best feeling in the world,” beamed striker Jonas Ek after his hat-trick.",
            [("Jonas Ek", "beamed")],
        ),
        (
            "Defender Marcus Obi agreed. “We switched off for ten minutes,” he said.",
            [("Marcus Obi", "said")],
        ),
        (
            "“He's a great player and he'll be back,” Rangers manager Ally Moir said of the "
            "captain.",
            [("Ally Moir", "said")],
        ),
        (
            "“No excuses,” Murray, the third seed, said. “I was second best.”",
            [("Murray", "said"), ("Murray", "said")],
        ),
        (
            "“We have to look in the mirror,” quarterback Deshawn Price said after the Bears "
            "lost 31-3.",
            [("Deshawn Price", "said")],
        ),
        (
            "Head coach Bill Rourke was blunt: “That was embarrassing.”",
            [("Bill Rourke", None)],
        ),
        (
            "“The pitch was fine,” insisted the Spaniard.",
            [("Spaniard", "insisted")],
        ),
        (
            "“My knee is good,” Woods said. “It gets sore, but it's good.”",
            [("Woods", "said"), ("Woods", "said")],
        ),
    ],
    "court": [
        (
            "“My client is innocent,” defence counsel Ruth Amos QC told the jury.",
            [("Ruth Amos", "told")],
        ),
        (
            "In her ruling, Judge Elena Castro wrote that the evidence was thin. “The state has "
            "not met its burden,” she wrote.",
            [("Elena Castro", "wrote")],
        ),
        (
            "“Did you fire the gun?” prosecutor Sam Keene asked.\n“No, sir,” Dobbs replied.",
            [("Sam Keene", "asked"), ("Dobbs", "replied")],
        ),
        (
            "“He told me he'd done something bad,” Ms. Traynor testified.",
            [("Traynor", "testified")],
        ),
        (
            "The indictment alleges that Roe “knowingly and wilfully” misled investors.",
            [],
        ),
        (
            "“I am not guilty,” Roe said in a clear voice as his parents looked on.",
            [("Roe", "said")],
        ),
        (
            "“It was a cold-blooded execution,” District Attorney Carl Boone argued in his "
            "closing statement.",
            [("Carl Boone", "argued")],
        ),
        (
            "According to the complaint, the officer shouted “Get down on the ground now!”",
            [("officer", "shouted")],
        ),
        (
            "“We are disappointed,” Pohl's lawyer, Anne Reyes, said outside the courthouse.",
            [("Anne Reyes", "said")],
        ),
        (
            "“The sentence fits the crime,” said Judge Cole, sentencing Barnes to life.",
            [("Cole", "said")],
        ),
    ],
    "science": [
        (
            "“It's a beautiful result,” says Priya Raman, an astrophysicist at Leiden who was not "
            "involved in the study.",
            [("Priya Raman", "says")],
        ),
        (
            "“We were surprised by the signal,” said lead author Dr. Hugo Stern of the Institute "
            "for Polar Research.",
            [("Hugo Stern", "said")],
        ),
        (
            "“The ice is thinner than we thought,” the authors write in Nature.",
            [("authors", "write")],
        ),
        (
            "“More work is needed,” cautions co-author Wei Zhang.",
            [("Wei Zhang", "cautions")],
        ),
        (
            "Seismologist Carla Nunez explained that the fault was shallow. “That is why it was "
            "felt so widely,” she said.",
            [("Carla Nunez", "said")],
        ),
        (
            "“There may be thousands more,” the US Geological Survey said on its website.",
            [("Survey", "said")],
        ),
        (
            "“This changes the textbooks,” notes Stern, whose team spent nine years on the ice.",
            [("Stern", "notes")],
        ),
        (
            "The study concluded: “Coffee drinkers lived no longer.”",
            [("study", "concluded")],
        ),
    ],
    "politics and business": [
        (
            "“We will meet our targets,” chief executive Nora Falk said on a call with analysts.",
            [("Nora Falk", "said")],
        ),
        (
            "China Daily said in an editorial: “The West should look in the mirror.”",
            [("Daily", "said")],
        ),
        (
            "“We welcome the decision,” said Amnesty International.",
            [("International", "said")],
        ),
        (
            "President Emil Brandt's chief of staff, Ola Vik, called the report “a pack of lies "
            "from start to finish.”",
            [("Ola Vik", "called")],
        ),
        (
            "“I will not be silenced,” vowed opposition leader Amina Diallo.",
            [("Amina Diallo", "vowed")],
        ),
        (
            "“This deal is dead,” House Speaker Kurt Mayhew declared Friday.",
            [("Kurt Mayhew", "declared")],
        ),
        (
            "“Our thoughts are with the families,” Tesla said.",
            [("Tesla", "said")],
        ),
        (
            "“It is what it is,” shrugged Deputy Finance Minister Ivo Petrov.",
            [("Ivo Petrov", "shrugged")],
        ),
        (
            "“I am leaving,” Brandt announced in a televised address, “and I am not coming back.”",
            [("Brandt", "announced"), ("Brandt", "announced")],
        ),
        (
            "A senior White House official, speaking on background, said: “Nothing is off the "
            "table.”",
            [("official", "said")],
        ),
        (
            "Chinese foreign ministry spokesman Lin Bao told a regular briefing that “both sides "
            "should meet each other halfway”.",
            [("Lin Bao", "told")],
        ),
        (
            "“China opposes this,” Foreign Ministry spokeswoman Mao Ling said on Thursday.",
            [("Mao Ling", "said")],
        ),
        (
            "“Rates will rise,” ECB President Sofie Laurent said in Frankfurt, echoing remarks "
            "by Bundesbank chief Dieter Holm.",
            [("Sofie Laurent", "said")],
        ),
        (
            "“Prices are falling,” Holm, Laurent's predecessor, was quoted as saying by Bild.",
            [("Holm", "quoted as saying")],
        ),
    ],
    "people": [
        (
            "Her brother, Tim, said she had called that night. “She sounded happy,” he said.",
            [("Tim", "said")],
        ),
        (
            "Nina Petrova lives alone. Her neighbour Jack Dow brings her soup. “He is an angel,” "
            "Petrova says.",
            [("Nina Petrova", "says")],
        ),
        (
            "Jack Dow and Nina Petrova married in June. “It rained all day,” she laughs.",
            [("Nina Petrova", "laughs")],
        ),
        (
            "“We heard a bang,” said one resident, who asked not to be named.",
            [("resident", "said")],
        ),
        (
            "“It smelled of gas,” a neighbour who gave her name only as Bea told the paper.",
            [("neighbour", "told")],
        ),
        (
            "“I thought: this is it,” Dow, a 61-year-old carpenter from Leeds, recalls.",
            [("Dow", "recalls")],
        ),
        (
            "Dow smiled. “I'd do it all again.”",
            [("Dow", None)],
        ),
        (
            "“They are heroes, all of them,” Dow’s daughter said.",
            [("daughter", "said")],
        ),
        (
            "To quote Dow: “You can't fix stupid.”",
            [("Dow", "quote")],
        ),
        (
            "In the words of campaigner Greta Holm, “the house is on fire.”",
            [("Greta Holm", "words of")],
        ),
        (
            "“Everything burned,” said Father Luis Ortega, parish priest of San Telmo.",
            [("Luis Ortega", "said")],
        ),
        (
            "“I can't breathe in here!” someone shouted.",
            [("someone", "shouted")],
        ),
    ],
    "layout": [
        (
            "Mayor John Abel opened the hall on Friday.\n"
            "“This is for the children,” Abel said. “It is theirs.”\n"
            "“And it will stay theirs.”",
            [("John Abel", "said"), ("John Abel", "said"), ("John Abel", None)],
        ),
        (
            "“First we walk,\n“then we run,” Abel said.",
            [("Abel", "said"), ("Abel", "said")],
        ),
        (
            "The letter was signed by Anna Beck and Carl Dunn. “It must never happen again,” it "
            "said.",
            [("letter", "said")],
        ),
        (
            "The firm would not discuss the case. “It is with our lawyers,” it said in an email.",
            [("firm", "said")],
        ),
        (
            "Beck was clear about the reason: “Money.” Dunn disagreed. “It was pride,” he said.",
            [("Carl Dunn|Dunn", "said")],
        ),
        (
            "“Yes,” said Beck.\n“No,” said Dunn.\n“Then we wait,” said Beck.",
            [("Beck", "said"), ("Dunn", "said"), ("Beck", "said")],
        ),
        (
            "Said Beck: “We never stood a chance.”",
            [("Beck", "Said")],
        ),
        (
            "“We never stood a chance”, Beck said.",
            [("Beck", "said")],
        ),
        (
            "“We never stood a chance” – Anna Beck, goalkeeper",
            [("Anna Beck", None)],
        ),
        (
            "“We never,” Beck said, pausing, “stood a chance.”",
            [("Beck", "said"), ("Beck", "said")],
        ),
        (
            "A sign on the door read “Closed until further notice”.",
            [("sign", "read")],
        ),
        (
            "“This must never happen again.”",
            [(None, None)],
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for cases in CASES.values() for case in cases],
)
def test_speaker_and_verb_are_read_from_the_words_around(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = [quote for quote in find_quotes(text) if quote.depth == 0]
    spoken = [q for q in found if q.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)]
    if not expected:
        assert not any(quote.kind is QuoteKind.DIRECT for quote in found)
        return
    assert len(spoken) >= len(expected)
    direct = [quote for quote in spoken if quote.kind is QuoteKind.DIRECT] or spoken
    for quote, (name, verb) in zip(direct[-len(expected) :], expected, strict=True):
        given = quote.speaker.name if quote.speaker else None
        if name is None:
            assert given is None
        else:
            assert given is not None
            assert any(given == wanted or given.split()[-1] == wanted for wanted in name.split("|"))
        if verb is None:
            continue
        assert quote.cue is not None
        assert quote.cue.text in (verb, f"was {verb}") or verb in quote.cue.text
