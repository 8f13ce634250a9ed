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


ARTICLES: list[tuple[str, list[str]]] = [
    (
        "Thousands marched on Sunday. “We want our jobs back,” one of the organisers, "
        "Petra Lang, told the crowd. Lang, 34, lost hers in March. “I have two kids,” she "
        "said.",
        ["Lang", "Lang"],
    ),
    (
        "Police said the driver fled. “He just took off,” Sgt. Dan Moss said. A second "
        "officer, Kim Roe, gave chase. “I lost him at the bridge,” she said.",
        ["Moss", "Roe"],
    ),
    (
        "The Fed chair was cautious. “Inflation remains elevated,” Jane Kerr told "
        "lawmakers. Asked about cuts, Kerr demurred: “Not yet.”",
        ["Kerr", "Kerr"],
    ),
    (
        "“I’m over the moon,” Davies, who turns 30 on Friday, told BBC Sport. “It hasn’t "
        "sunk in.” His coach, Rob Hale, said: “He earned it.”",
        ["Davies", "Davies", "Hale"],
    ),
    (
        "A neighbour, who did not want to be identified, said: “They kept to themselves.”",
        ["neighbour"],
    ),
    (
        "“Absolutely not,” was the reply from Downing Street.",
        ["Street"],
    ),
    (
        "“It was like a war zone,” said Ahmed Nasser, a 25-year-old shopkeeper whose "
        "windows were blown out, adding: “Glass was everywhere.”",
        ["Nasser", "Nasser"],
    ),
    (
        "Company spokesperson Li Na declined to give figures. “We are reviewing all "
        "options,” Li said in an email to Reuters.",
        ["Na|Li"],
    ),
    (
        "“I have no words,” his mother, Angela Price, said through tears.",
        ["Price"],
    ),
    (
        "Britain’s Andy Marsh, the champion, lost in straight sets. “Credit to him,” he "
        "said of his opponent. “He played great.”",
        ["Marsh", "Marsh"],
    ),
    (
        "“The government must act now,” said Greenpeace campaigner Eva Stoll. Environment "
        "minister Karl Bode rejected the criticism. “We have acted,” he said.",
        ["Stoll", "Bode"],
    ),
    (
        "In a tweet, Trump wrote: “So sad to see this.”",
        ["Trump"],
    ),
    (
        "“So sad,” Trump tweeted. White House press secretary Ann Lowe later clarified "
        "that the president “was expressing concern.”",
        ["Trump", "Lowe"],
    ),
    (
        "Dr Amrit Shah, who led the trial, said the results were “very encouraging”. He "
        "added: “But we need more data.”",
        ["Shah", "Shah"],
    ),
    (
        "“You have been convicted on overwhelming evidence,” the judge told him.",
        ["judge"],
    ),
    (
        "Sentencing him, Mr Justice Hall said: “This was a wicked act.”",
        ["Hall"],
    ),
    (
        "“Our hearts are broken,” said a statement issued by the family.",
        ["family"],
    ),
    (
        "Through his lawyer, Cohen said: “I will fight this.”",
        ["Cohen"],
    ),
    (
        "“It’s not over,” said Jones. “Not by a long way,” added Smith.",
        ["Jones", "Smith"],
    ),
    (
        "Jones: “It’s over.”\nSmith: “It’s not.”",
        ["Jones", "Smith"],
    ),
    (
        "“It’s over,” Jones told Smith. “It’s not,” he replied.",
        ["Jones", "Smith"],
    ),
    (
        "The 19-year-old, from Leeds, wrote on Facebook: “Can’t wait for tonight.”",
        ["19-year-old|Leeds"],
    ),
    (
        "US President Joe Biden and his French counterpart, Emmanuel Macron, met in Rome. "
        "“We talked and talked,” Biden told reporters.",
        ["Biden"],
    ),
    (
        "Ministers from both countries signed the pact. “This opens a new chapter,” "
        "Italy’s Paola Conti said.",
        ["Conti"],
    ),
    (
        "“I asked for help,” she said. “Nobody came.”",
        ["she", "she"],
    ),
    (
        "North Korea’s official KCNA news agency said: “The test was a complete success.”",
        ["agency|KCNA"],
    ),
    (
        "“They shot him in cold blood,” wept Fatima Zahra, his sister.",
        ["Zahra"],
    ),
    (
        "Its author, the historian Mark Venn, concedes as much. “The sources are thin,” he says.",
        ["Venn"],
    ),
    (
        "Some in the party are uneasy. “It looks desperate,” one senior Tory said.",
        ["Tory"],
    ),
    (
        "“It’s a disgrace” is how local businessman Ron Kerr describes the delay.",
        ["Kerr"],
    ),
    (
        "“Get out!” the driver screamed as smoke filled the bus.",
        ["driver"],
    ),
    (
        "Officials blamed the weather. “Visibility was near zero,” airport director Hamid "
        "Karimi said by phone from Tabriz.",
        ["Karimi"],
    ),
    (
        "“When will you marry?” Oprah asked. “Soon,” said Clooney, grinning.",
        ["Oprah", "Clooney"],
    ),
    (
        "“We’re not robots,” Unite general secretary Sharon Webb told the conference in Brighton.",
        ["Webb"],
    ),
    (
        "Greta Holm, 17, said adults had failed. “You all come to us young people for "
        "hope,” she told the UN. “How dare you!”",
        ["Holm", "Holm"],
    ),
    (
        "Speaking after the verdict, Detective Chief Inspector Paul Reed said: “Justice "
        "has been done.”",
        ["Reed"],
    ),
    (
        "Ofcom said: “We are assessing the complaints.”",
        ["Ofcom"],
    ),
    (
        "The BBC has apologised. “We fell short,” it said.",
        ["BBC"],
    ),
    (
        "A spokesman for the airline said: “Safety is our priority.”",
        ["spokesman"],
    ),
    (
        "“Safety is our priority,” a spokesman for Ryanair told the Guardian on Friday.",
        ["spokesman"],
    ),
    (
        "Mr Khan’s solicitor, Imran Ali, said his client was “extremely distressed”.",
        ["Ali"],
    ),
    (
        "“Nonsense,” snapped the minister when asked about the leak.",
        ["minister"],
    ),
    (
        "“I don’t recall,” Sessions told Sen. Al Franken.",
        ["Sessions"],
    ),
    (
        "“We are witnessing a collapse,” warns biologist Dave Goulson of the University of Sussex.",
        ["Goulson"],
    ),
    (
        "One of the survivors, who gave his name as Mohammed, said: “We waited for hours.”",
        ["One"],
    ),
    (
        "“It can’t be ruled out,” Kremlin spokesman Dmitry Peskov told a conference call "
        "with reporters.",
        ["Peskov"],
    ),
    (
        "Spokesman Dmitry Peskov told reporters the Kremlin “had not seen the document”.",
        ["Peskov"],
    ),
    (
        "“The referee was a joke,” raged Mourinho.",
        ["Mourinho"],
    ),
    (
        "Rooney’s agent, Paul Stretford, told ITV: “Wayne is staying.”",
        ["Stretford"],
    ),
    (
        "“Mr. Roe lied,” Ms. Castro told jurors. Mr. Roe’s lawyer objected. “Sustained,” "
        "the judge said.",
        ["Castro", "judge"],
    ),
    (
        "It was, said one MP, “the worst speech I have heard in 20 years.”",
        ["MP"],
    ),
    (
        "The plan is “dead in the water,” a person familiar with the talks said.",
        ["person"],
    ),
    (
        "“The dog ate it,” the boy, 9, said.",
        ["boy"],
    ),
    (
        "Resident Maria Lopez was asleep when it hit. “The whole house shook,” Lopez "
        "said. Her husband, Jorge, ran outside. “I saw flames,” he said.",
        ["Lopez", "Jorge|Lopez"],
    ),
    (
        "“Let’s be clear,” Chancellor Rita Wolf told parliament, “there will be no tax rises.”",
        ["Wolf", "Wolf"],
    ),
    (
        "“Let’s be clear: there will be no tax rises,” the chancellor said. Wolf was "
        "speaking in Bonn.",
        ["chancellor|Wolf"],
    ),
    (
        "As Smith put it: “You can’t have both.”",
        ["Smith"],
    ),
    (
        "“This is not who we are,” tweeted Canadian Prime Minister Leo Tremblay.",
        ["Tremblay"],
    ),
    (
        "Defence secretary Ben Cole told Sky News that Britain would “stand shoulder to "
        "shoulder” with allies.",
        ["Cole"],
    ),
    (
        "“Iran will respond,” General Hossein Salami, commander of the Guards, was quoted "
        "by state TV as saying.",
        ["Salami"],
    ),
    (
        "Reached by phone, Ortega said only: “No comment.”",
        ["Ortega"],
    ),
    (
        "The victim’s aunt, Rosa Diaz, told Univision: “He was a good boy.” She said he "
        "dreamed of becoming a doctor. “He loved to help people,” Diaz said.",
        ["Diaz", "Diaz"],
    ),
    (
        "“I’d be lying if I said I wasn’t nervous,” Coach Dawn Hill said with a laugh.",
        ["Hill"],
    ),
    (
        "A visibly shaken Brown told reporters: “I’ve never seen that much water.”",
        ["Brown"],
    ),
    (
        "“We don’t negotiate with terrorists,” a defiant Prime Minister Raj Patel said in "
        "a televised address late on Tuesday.",
        ["Patel"],
    ),
    (
        "The New York Times reported that he told aides: “I can’t do this.”",
        ["he"],
    ),
    (
        "Lawyers for Epstein argued that the search was unlawful. “The warrant was "
        "defective,” they wrote in a filing.",
        ["Lawyers|they"],
    ),
    (
        "Amazon disputed the finding. “The study is flawed,” a company spokeswoman, Kelly "
        "Nan, said.",
        ["Nan"],
    ),
    (
        "“What happened next,” Evans wrote in her diary, “I shall never forget.”",
        ["Evans", "Evans"],
    ),
    (
        "Hours later the ministry corrected itself: “The figure was 12, not 21.”",
        ["ministry"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), ARTICLES)
def test_speakers_are_distinguished_over_several_sentences(text: str, speakers: list[str]) -> None:
    found = [quote for quote in find_quotes(text) if quote.depth == 0]
    spoken = [q for q in found if q.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)]
    assert len(spoken) >= len(speakers)
    for quote, wanted in zip(spoken[-len(speakers) :], speakers, strict=True):
        assert quote.speaker is not None
        name = quote.speaker.name
        assert any(name == one or name.split()[-1] == one for one in wanted.split("|"))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Ada Orlen was unsure. “Well, which is it?” Mr. Veld responded that “there is this "
            "broad discretion.”",
            ["Ada Orlen", "Veld"],
        ),
        ("“Is it over at last?” asked Ada Orlen that day.", ["Ada Orlen"]),
        ("“It was never over!” Mr. Veld said.", ["Veld"]),
    ],
)
def test_a_verb_with_a_clause_of_its_own_reports_no_sentence_before(text, speakers):
    names = [quote.speaker.name for quote in find_quotes(text) if quote.speaker]
    assert names == speakers
