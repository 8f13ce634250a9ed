"""The linker's core on small stories of all kinds, written for these tests."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StoppedError
from reader.linking.feature_names import DESCRIPTIONS, FEATURES, SCORE_PARTS
from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR
from reader.linking.phase_progress import PhaseProgress
from reader.linking.score_model import load_weights
from reader.linking.sentence_linking import link_sentences, score_sentences

Documents = Sequence[Sequence[str]]

STORIES: dict[str, tuple[list[str], list[str]]] = {
    "de": (
        [
            "Bei einem Brand in einer Lagerhalle in Kassel sind drei Menschen verletzt worden.",
            "Die Polizei schätzt den Schaden auf zwei Millionen Euro.",
            "Anwohner wurden aufgefordert, Fenster und Türen geschlossen zu halten.",
        ],
        [
            "Anwohner sollten die Fenster geschlossen halten, teilte die Stadt mit.",
            "Drei Verletzte forderte ein Feuer in einer Kasseler Lagerhalle, ein Brand im Norden.",
            "Der Schaden liegt laut Polizei bei rund zwei Millionen Euro.",
        ],
    ),
    "fr": (
        [
            "Le maire de Lyon a annoncé la fermeture du pont pour six mois.",
            "Les travaux coûteront douze millions d'euros.",
            "Les commerçants du quartier craignent une chute de leurs ventes.",
        ],
        [
            "Inquiets, des commerçants redoutent la chute des ventes.",
            "Le pont de Lyon sera fermé six mois, a annoncé la mairie.",
            "Le coût des travaux est estimé à douze millions d’euros.",
        ],
    ),
    "es": (
        [
            "El terremoto de magnitud 6,1 sacudió la costa de Oaxaca el martes.",
            "Las escuelas permanecerán cerradas hasta el viernes.",
            "Dos hospitales fueron evacuados por daños en sus muros.",
        ],
        [
            "Fueron evacuados dos hospitales con muros dañados.",
            "Un sismo de magnitud 6,1 sacude Oaxaca.",
            "No habrá clases: las escuelas cerrarán hasta el viernes.",
        ],
    ),
    "ru": (
        [
            "Поезд сошёл с рельсов под Казанью, пострадали пять пассажиров.",
            "Движение по линии восстановят к вечеру среды.",
            "Следователи проверяют состояние путей.",
        ],
        [
            "Состояние путей проверит следователь.",
            "Пятеро пассажиров поезда пострадали: под Казанью вагоны сошли с рельсов.",
            "К вечеру среды движение на линии будет восстановлено.",
        ],
    ),
    "ar": (
        [
            "أعلنت وزارة الصحة وفاة أربعة أشخاص في حريق مستشفى البصرة.",
            "فتحت الشرطة تحقيقا في أسباب الحريق.",
            "نقل المرضى إلى مستشفيات قريبة في بغداد.",
        ],
        [
            "المرضى نقلوا إلى بغداد ومستشفيات أخرى قريبة.",
            "توفي أربعة أشخاص بعد حريق في مستشفى البصرة، بحسب وزارة الصحة.",
            "الشرطة تبدأ التحقيق في أسباب ما حدث.",
        ],
    ),
    "zh": (
        [
            "上海地铁二号线周一早晨发生故障，数千名乘客滞留。",
            "运营公司就延误向乘客道歉。",
            "专家组将检查信号系统的安全。",
        ],
        [
            "信号系统将由专家组检查。",
            "周一早上，上海地铁二号线故障，大批乘客滞留车站。",
            "地铁运营公司已经道歉。",
        ],
    ),
    "ja": (
        [
            "東京都内の工場で火災が発生し、二人が病院に運ばれた。",
            "警察は出火の原因を調べている。",
            "近くの小学校は授業を中止した。",
        ],
        [
            "小学校では授業が中止になった。",
            "東京の工場火災で、二人が病院に搬送された。",
            "出火原因について警察が調査中だ。",
        ],
    ),
}
RIGHT = {0: 1, 1: 2, 2: 0}


def dense(documents: Documents, languages: Sequence[str | None] | None = None) -> dict:
    scored = score_sentences(documents, languages=languages)
    columns = (scored.article_a, scored.sentence_a, scored.article_b, scored.sentence_b)
    places = zip(*(column.tolist() for column in columns), strict=True)
    return dict(zip(places, scored.score.tolist(), strict=True))


@pytest.mark.parametrize("guessed", [True, False])
@pytest.mark.parametrize("language", sorted(STORIES))
def test_the_right_sentence_comes_first_in_every_language(language: str, guessed: bool) -> None:
    story = STORIES[language]
    scores = dense(story, [language, language] if guessed else None)
    best = {i: max(range(3), key=lambda other: scores.get((0, i, 1, other), -1.0)) for i in RIGHT}
    assert best == RIGHT


def test_the_order_of_the_documents_does_not_change_the_scores() -> None:
    documents = [*STORIES["de"], ["Drei Verletzte in Kassel.", "Der Brand ist gelöscht."]]
    straight = dense(documents)
    order = [2, 0, 1]
    turned = dense([documents[number] for number in order])
    expected = {}
    for (a, i, b, j), score in straight.items():
        one, other = sorted([(order.index(a), i), (order.index(b), j)])
        expected[(*one, *other)] = score
    assert turned == expected


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [[]],
        [[""], [""]],
        [["One sentence alone."]],
        [["One."], []],
        [["¡!", "…"], ["—"]],
        [["a"], ["a"]],
    ],
)
def test_there_may_be_nothing_to_link(documents: Documents) -> None:
    assert [link for link in link_sentences(documents) if not 0.0 <= link[-1] <= 1.0] == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet="abAB12 ’.é中ا\n", max_size=30), max_size=5),
        max_size=4,
    )
)
def test_any_text_gives_each_pair_once_in_order_with_a_score(documents: list[list[str]]) -> None:
    links = list(link_sentences(documents))
    places = [link[:4] for link in links]
    assert [(a, b, i, j) for a, i, b, j in places] == sorted(
        {(a, b, i, j) for a, i, b, j in places}
    )
    for a, i, b, j, score in links:
        assert a < b
        assert documents[a][i]
        assert documents[b][j]
        assert 0.0 <= score <= 1.0


def test_thousands_of_equal_sentences_stay_compact() -> None:
    sentence = "The ferry Aurora ran aground near Bergen on Sunday."
    links = list(link_sentences([[sentence] * 3000, [sentence] * 2000]))
    assert {(i, j) for _, i, _, j, _ in links} == {(i, min(i, 1999)) for i in range(3000)}


def test_a_near_copy_links_sentence_by_sentence() -> None:
    story = [
        "The ferry Aurora ran aground near Bergen on Sunday with 230 people aboard.",
        "All passengers were taken off by lifeboats within three hours.",
        "The captain told investigators that the radar had failed.",
        "Norway's accident board expects a first report in March.",
    ]
    copy = [text.replace("Sunday", "Sunday night").replace("told", "has told") for text in story]
    scores = dense([story, copy])
    for i in range(4):
        assert max(range(4), key=lambda j: scores.get((0, i, 1, j), 0.0)) == i
        assert scores[0, i, 1, i] >= SAME_FLOOR


@pytest.mark.parametrize("others", [0, 1])
def test_near_copies_of_three_sentences_are_the_same(others: int) -> None:
    story = [
        "The bridge over the Tamar closed on Monday after a crack was found in a girder.",
        "Drivers face a detour of 40 kilometres until repairs are finished in June.",
        "The county will pay nine million pounds for the work, Edith Moran said.",
    ]
    copy = [
        "The bridge over the Tamar was closed on Monday after a crack was found in a girder.",
        "Drivers face a detour of 40 kilometres until the repairs are finished in June.",
        "The county will pay nine million pounds for the work, said Edith Moran.",
    ]
    unlike = ["The cathedral of Lund closes for two years while its roof is renewed."]
    scores = dense([story, copy, *[unlike] * others])
    for i in range(3):
        assert scores[0, i, 1, i] >= SAME_FLOOR
    assert sum(score >= SAME_FLOOR for score in scores.values()) == 3


def test_copied_sentences_deep_in_a_long_feature_are_the_same() -> None:
    plain = [
        "river",
        "valley",
        "mill",
        "orchard",
        "bell",
        "harvest",
        "letter",
        "winter",
        "kitchen",
        "lantern",
    ]
    one, two = (
        [
            f"In chapter {n} the {plain[(n * step) % 10]} and the {plain[(n + step) % 10]} return."
            for n in range(40)
        ]
        for step in (3, 7)
    )
    quote = "We never sold a single acre to the quarry, said Marta Ilves, who is 91 years old."
    one[31] = quote
    two[9] = quote.replace("said Marta Ilves", "Marta Ilves said")
    scores = dense([one, two])
    assert scores[0, 31, 1, 9] >= SAME_FLOOR
    assert scores[0, 31, 1, 9] == max(s for (_, i, _, _), s in scores.items() if i == 31)


def test_words_of_one_synonym_group_link_sentences_without_a_common_word() -> None:
    documents = [
        ["A quake shook Kalmar harbour.", "Choirs rehearse tonight."],
        [
            "That temblor frightened sailors.",
            "Bakers dislike rye.",
            "That quake frightened sailors.",
        ],
    ]
    scores = dense(documents)
    assert scores[0, 0, 1, 0] > scores.get((0, 0, 1, 1), 0.0)
    assert scores[0, 0, 1, 0] > scores.get((0, 1, 1, 0), 0.0)
    assert scores[0, 0, 1, 2] > scores[0, 0, 1, 0]


def test_an_article_on_another_event_gets_no_same_links() -> None:
    fire = [
        [
            "A fire destroyed the Halden paper mill on Tuesday, and two workers died.",
            "The mill employs 400 people in Halden.",
            "Police said a welding torch caused the blaze.",
        ],
        [
            "Two workers were killed on Tuesday when fire destroyed the paper mill in Halden.",
            "A welding torch caused the fire, police said.",
            "About 400 people work at the mill.",
        ],
    ]
    other = [
        "A fire damaged the Lisbon opera house on Friday, and one firefighter was hurt.",
        "Police said the cause was not known.",
        "The opera house was to reopen in May.",
    ]
    scores = dense([*fire, other])
    assert scores[0, 0, 1, 0] >= SAME_FLOOR
    strongest = max((s for (_, _, b, _), s in scores.items() if b == 2), default=0.0)
    assert strongest < SAME_FLOOR


def test_an_article_on_another_event_changes_no_scores_of_the_others() -> None:
    one = [
        "The mayor of Zelba, Ann Selby, opened the restored lighthouse bridge on Monday.",
        "Engineers had mended 41 granite railings of the bridge in the winter.",
        "Fishermen from Ostrava complained that the pier stays closed.",
    ]
    two = [
        "Fishermen complained because the pier of Ostrava stays closed until May.",
        "Ann Selby, mayor of Zelba, reopened the lighthouse bridge after its repair.",
        "In the winter 41 railings of granite were mended by engineers.",
    ]
    strange = [
        "Shares of the brewer Kolmak fell after its profit warning, engineers and banks sold.",
        "The board of Kolmak meets in the winter.",
        "Analysts had expected a profit of 41 million crowns.",
    ]
    alone = {pair[:4]: pair[4] for pair in link_sentences([one, two])}
    beside = {pair[:4]: pair[4] for pair in link_sentences([one, two, strange]) if pair[2] < 2}
    assert alone.keys() == beside.keys()
    assert max(alone.values()) > SAME_FLOOR
    for pair, score in alone.items():
        assert beside[pair] == pytest.approx(score, abs=0.01)


def test_headlines_of_parallel_events_are_not_the_same() -> None:
    headlines = [
        ["Ferry fire kills 20 in northern Zelba"],
        ["Ferry fire kills 40 in northern Ostrava"],
        ["Ferry fire in northern Zelba kills 20 passengers"],
    ]
    scores = dense(headlines)
    assert scores[0, 0, 1, 0] < PROBABLY_FLOOR
    assert scores[0, 0, 2, 0] > scores[0, 0, 1, 0]


def test_rows_of_a_table_link_by_their_names_and_figures() -> None:
    teams = ["Aarhus", "Brugge", "Celje", "Dundee", "Elche", "Fredrikstad", "Gent", "Hibernian"]
    one = [f"{team} played 12, won {n}, drew 3, points {3 * n + 3}" for n, team in enumerate(teams)]
    two = [f"{team}: {3 * n + 3} points after 12 games" for n, team in enumerate(teams)]
    random.Random(1).shuffle(two)
    scores = dense([one, two])
    best = [
        two[max(range(len(two)), key=lambda j: scores.get((0, i, 1, j), 0.0))]
        for i in range(len(teams))
    ]
    assert [line.partition(":")[0] for line in best] == teams


def test_a_live_blog_links_to_the_report_whatever_its_order() -> None:
    blog = [
        "18:40 Vote closed.",
        "18:52 Speaker Ana Ruiz announces the result: 201 in favour, 148 against.",
        "19:05 Outside, protesters light flares.",
        "19:20 Opposition leader Holt says he will appeal to the constitutional court.",
    ]
    report = [
        "Opposition leader Holt said he would take the law to the constitutional court.",
        "Protesters lit flares outside parliament.",
        "The law passed by 201 votes to 148, speaker Ana Ruiz announced.",
    ]
    scores = dense([blog, report])
    for i, j in ((1, 2), (2, 1), (3, 0)):
        assert max(range(3), key=lambda other: scores.get((0, i, 1, other), 0.0)) == j


def test_twenty_articles_link_every_pair_of_leads() -> None:
    leads = [
        f"Storm Ilka hit the island of {name} on Monday and cut power to 40,000 homes."
        for name in ("Fyn",) * 20
    ]
    documents = [[lead, f"Reporter {n} was on a beach."] for n, lead in enumerate(leads)]
    scores = dense(documents)
    between_leads = [scores[a, 0, b, 0] for a in range(20) for b in range(a + 1, 20)]
    assert min(between_leads) >= SAME_FLOOR


def test_a_quote_links_sentences_that_share_little_else() -> None:
    documents = [
        [
            "The bridge at Ventspils will stay closed, the mayor told the council on Monday.",
            "“Nobody in this town will have to wait for a ferry when winter comes,” "
            "Mayor Ana Ruiz said.",
            "Repairs cost four million euros.",
        ],
        [
            "Engineers found cracks in two piers.",
            "Traders, who complain of lost custom, heard from Ruiz that they would not “have to "
            "wait for a ferry”.",
            "The council votes next week.",
        ],
    ]
    scores = dense(documents)
    assert scores[0, 1, 1, 1] >= SAME_FLOOR
    assert scores[0, 1, 1, 1] == max(scores.values())


def test_the_language_is_guessed_where_it_is_not_given() -> None:
    story = STORIES["fr"]
    given_ = score_sentences(story, languages=["fr", "fr"])
    guessed = score_sentences(story)
    np.testing.assert_array_equal(given_.score, guessed.score)


def test_progress_grows_and_cancelled_work_stops() -> None:
    shares: list[float] = []
    documents = [[*document, "“Ja“, sagt er."] for document in STORIES["de"]]
    progress = PhaseProgress(lambda share, _: shares.append(share))
    score_sentences(documents, progress=progress)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] <= shares[-1] <= 1.0
    with pytest.raises(StoppedError):
        score_sentences(documents, progress=PhaseProgress(is_cancelled=lambda: True))


def test_parts_explain_the_score() -> None:
    scored = score_sentences(STORIES["de"])
    weights = load_weights()
    raw = scored.parts.sum(axis=1) + weights.offset
    expected = 1 / (1 + np.exp(-(weights.slope * raw + weights.shift)))
    np.testing.assert_allclose(scored.score, expected, rtol=1e-4)
    tied = [SCORE_PARTS.index(name) for name in SCORE_PARTS if name not in ("lead", "uniqueness")]
    assert (scored.parts[:, tied] >= 0).all()
    assert scored.parts.shape == (len(scored), len(SCORE_PARTS))
    assert set(DESCRIPTIONS) == set(SCORE_PARTS)
    assert set(FEATURES) == set(weights.weights)
    assert all(weight >= 0 for weight in weights.weights.values())
