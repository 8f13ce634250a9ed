"""Quotes in other languages than English: made-up sentences, and what holds of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.quote_versions import shared_quotes
from reader.quotes import QuoteKind, Strength, find_quotes
from reader.quotes.other_languages.foreign_quotes import find_foreign_quotes
from reader.quotes.other_languages.indirect_sentences import read_foreign_sentence
from reader.quotes.other_languages.speech_words import (
    KNOWN_SECTIONS,
    LANGUAGES_WITH_SPEAKERS,
    SPACED_LANGUAGES,
    load_speech_words,
)
from reader.quotes.other_languages.text_language import UNDETERMINED, find_speech_language
from tests.quotes.labelled_sentences import (
    LANGUAGES,
    find_faults,
    read_report,
    read_sentences,
)

SPOKEN = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
LEAST_SHARE = 0.9
"""Of the sentences of a language that are read right."""

WITHOUT_SPEAKERS = {
    "pt": "Paulo Gil afirmou que sim.\n“Não temos dinheiro para as obras da ponte”, afirmou.",
    "nl": "Het werk duurt nog drie weken.\n"
    "‘Dat is een slechte dag voor de haven’, aldus Petra Vos.",
    "ru": "Карл Новиков заявил: «Нас никто об этом не спрашивал».",
    "ar": "قالت رئيسة البلدية آنا: «لقد أغلقنا الجسر أمس بعد الظهر».",
    "ko": "안나 시장은 “우리는 어제 다리를 폐쇄했다”고 말했다.",
    "pl": "„Zamknęliśmy most wczoraj i nie jest to dobry dzień”, powiedziała burmistrz Anna Biała.",
    "sv": "Karl Nord sade att det är så: ”Ingen har frågat oss om det.”",
    "tr": "Kemal Kaya, “Kimse bize bunu sormadı.” diye konuştu.",
    "el": "«Κλείσαμε τη γέφυρα χθες», είπε η δήμαρχος Άννα.",
    "uk": "«Ми закрили міст учора», — сказала мер Анна Біла.",
    "hi": "मेयर ने कहा, “हमने कल पुल बंद कर दिया है।”",
    "th": "นายกเทศมนตรีกล่าวว่า “เราปิดสะพานเมื่อวานนี้แล้ว”",
}
"""Texts of one whole sentence in quotation marks."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_of_a_language_are_read(language):
    sentences = read_sentences(language) + read_sentences(f"{language}-later")
    wrong = [(sentence.text, fault) for sentence in sentences if (fault := find_faults(sentence))]
    assert len(sentences) >= 40
    assert len(wrong) <= (1 - LEAST_SHARE) * len(sentences), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_speakers_of_a_report_are_read(language):
    text, speakers = read_report(language)
    spoken = [quote for quote in find_quotes(text) if quote.kind in SPOKEN]
    assert find_speech_language(text) == language
    assert [quote.speaker.name if quote.speaker else "?" for quote in spoken] == speakers


def test_a_verb_that_no_list_has_is_read_before_a_name():
    (quote,) = find_quotes("« Nous restons ici ce soir », a bafouillé la maire Anne Lefort.")
    assert quote.speaker.name == "Anne Lefort"
    assert quote.speaker.strength is Strength.LOOSE
    (work,) = find_quotes("« Le Grand Hiver », film du réalisateur Marc Vidal, sort lundi.")
    assert work.speaker is None


def test_two_words_before_a_comma_and_a_clause_are_a_sentence_and_no_title():
    (quote,) = find_quotes("„Nie damy”, rzekła w nocy pani burmistrz miasta.")
    (title,) = find_quotes("„Wielka Noc”, poemat o zimie, jest w sklepie.")
    assert (quote.kind, title.kind) == (QuoteKind.DIRECT, QuoteKind.SCARE)


@pytest.mark.parametrize(("language", "text"), WITHOUT_SPEAKERS.items())
def test_a_whole_sentence_of_another_language_is_direct_without_speaker(language, text):
    (quote,) = find_quotes(text)
    assert find_speech_language(text) not in LANGUAGES_WITH_SPEAKERS
    assert quote.kind is QuoteKind.DIRECT
    assert quote.speaker is None
    assert quote.cue is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("„{}“, hat Otto Brandt am Abend gesagt.", ["Otto Brandt"]),
        ("« {} », a déclaré hier Anne Lefort.", ["Anne Lefort"]),
        ("«{}», ha dicho Ana Robles esta mañana.", ["Ana Robles"]),
        ("«{}», ha detto ieri Anna Roberti.", ["Anna Roberti"]),
    ],
)
def test_auxiliaries_and_adverbs_are_no_part_of_a_name(text, names):
    (quote,) = find_quotes(text.format("Abcde fghij klmno pqrst"))
    assert [quote.speaker.name] == names


def test_an_attribution_inside_french_marks_splits_the_quotation():
    text = "« Nous allons, a dit Luc de Brissac, recommencer à l’automne. »"
    first, second = find_quotes(text)
    assert (first.text, second.text) == ("Nous allons", "recommencer à l’automne.")
    assert first.utterance == second.utterance
    assert first.speaker == second.speaker
    assert first.speaker.name == "Luc de Brissac"


def test_a_dash_speaks_only_where_the_line_says_who():
    spoken = "—No voy a ir —dijo Juana Perea—. El mar está muy alto hoy."
    first, second = find_quotes(spoken)
    assert (first.text, second.text) == ("No voy a ir", "El mar está muy alto hoy.")
    assert first.utterance == second.utterance
    assert not find_quotes("La lista de la compra:\n— pan para los niños\n— leche para la casa")


def test_a_surname_is_completed_by_the_name_of_another_quote():
    text = (
        "„Wir haben die Brücke gesperrt“, sagte Anna Weber.\n"
        "„Die Arbeiten dauern noch drei Wochen“, erklärte Weber."
    )
    assert [quote.speaker.name for quote in find_quotes(text)] == ["Anna Weber", "Anna Weber"]


def test_a_pronoun_is_nobody():
    (quote,) = find_quotes("„Ich gehe heute nicht nach Hause“, sagte sie am Abend.")
    assert quote.speaker is None
    assert quote.cue.text == "sagte"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("市长李明说：“我们昨天封闭了大桥。”", "“我们昨天封闭了大桥，”李明说。"),
        ("山田氏は「昨日、橋を閉鎖した」と述べた。", "「昨日、橋を閉鎖した」と山田氏は語った。"),
    ],
)
def test_versions_in_unspaced_script_are_one_shared_quote(make_article, text, other):
    (shared,) = shared_quotes([make_article("a", text), make_article("b", other)])
    assert shared.articles == (0, 1)
    assert shared.versions[1].same_speaker


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“No,” Oscar de la Torre said.", "en"),
        ("“Go home,” Anna van den Berg told the crowd.", "en"),
        ("“¡No!”, exclamó Tomás.", "es"),
        ("« Je reste », a-t-elle ajouté.", "fr"),
        ("Kalle Niemi sanoi eilen illalla: ”Kukaan ei kysynyt meiltä.”", UNDETERMINED),
        ("", "en"),
    ],
)
def test_the_language_of_short_texts(text, language):
    assert find_speech_language(text) == language


WORDS = st.sampled_from(
    ["„", "“", "«", "»", "‹", "「", "」", "—", "—dijo", "sagte", "hat", "Anna", "Weber", "von",
     "der", ",", ".", ":", "?", "\n", " ", "l’", "a-t-elle", "说", "李明", "は", "さん", "述べた",
     "selon", "a"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([*sorted(LANGUAGES_WITH_SPEAKERS), "pl"]))
def test_no_text_fails_and_every_span_is_in_it(words, language):
    text = " ".join(words)
    if language == "en":
        language = UNDETERMINED
    quotes = find_foreign_quotes(text, language)
    spans = sorted((quote.start, quote.end) for quote in quotes if quote.depth == 0)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    speakers = [quote.speaker for quote in quotes if quote.speaker]
    assert [text[one.start : one.end] for one in speakers] == [one.mention for one in speakers]


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(SPACED_LANGUAGES))
def test_no_verb_is_inside_a_name(data, language):
    speech = load_speech_words(language)
    verbs = sorted(verb for verb in speech.verbs if verb.isalpha())
    auxiliaries = sorted(speech.words("auxiliaries"))
    one, two = data.draw(st.sampled_from(verbs)), data.draw(st.sampled_from(verbs))
    auxiliary = data.draw(st.sampled_from(auxiliaries))
    order = data.draw(st.permutations([one, auxiliary, two, "Anna Weber"]))
    quotes = find_foreign_quotes(f"„Abc def ghi jkl“, {' '.join(order)}.", language)
    assert len(quotes) == 1
    words = quotes[0].speaker.name.split() if quotes[0].speaker else []
    assert not {one, two, auxiliary} & set(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_a_file_is_one_that_is_read(language):
    speech = load_speech_words(language)
    assert speech.verbs
    assert speech.sections <= KNOWN_SECTIONS


def test_a_language_without_a_file_has_no_words():
    with pytest.raises(KeyError):
        load_speech_words("pl")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Bürgermeisterin Anna Weber sagte, die Brücke bleibe noch lange zu.", "de", "Anna Weber"),
        ("Laut Anna Weber bleibt die Brücke noch lange zu.", "de", "Anna Weber"),
        ("La maire Anne Lefort a expliqué que le pont resterait fermé.", "fr", "Anne Lefort"),
        ("La alcaldesa Ana Robles dijo ayer que el puente seguirá cerrado.", "es", "Ana Robles"),
        ("La sindaca Anna Roberti ha detto che il ponte resterà chiuso.", "it", "Anna Roberti"),
    ],
)
def test_the_speaker_of_indirect_speech_is_read(text, language, name):
    speaker, cue = read_foreign_sentence(text, 0, len(text), language)
    assert speaker.name == name
    assert cue.text in text


def test_indirect_speech_has_no_speaker_where_speakers_are_not_read():
    text = "Burmistrz Anna Biała powiedziała, że most jest zamknięty."
    assert read_foreign_sentence(text, 0, len(text), "pl") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("«Sí», dijo el presidente de Gobierno de Galdonia, Pedro Lópar.", ["Pedro Lópar"]),
        ("部门发言人毛林8日在会上表示，“我们对此表示关切”。", ["毛林"]),
        ("毛林说：“我们对此表示关切。”“我们将继续关注。”", ["毛林", "毛林"]),
        (
            "岸本氏は会見で、「状況を注視する」と述べた上で、「必要な対応を取る」と強調した。",
            ["岸本", "岸本"],
        ),
        ("«No sabemos nada», dijo ante la prensa la capitana Odilia Carsten.", ["Odilia Carsten"]),
    ],
)
def test_offices_dates_and_listeners_are_no_part_of_a_name(text, names):
    assert [quote.speaker.name for quote in find_quotes(text)] == names


def test_the_name_of_a_ship_is_nobodys_words():
    text = "Le port est fermé après l’accident du ferry « Étoile de mer », a annoncé la ville."
    assert [quote.kind for quote in find_quotes(text)] == [QuoteKind.SCARE]
