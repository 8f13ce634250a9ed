"""Captions and picture credits."""

from __future__ import annotations

import pytest

from reader.articles.furniture.captions import find_picture_credit, is_caption


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The boat. Photograph: Ana Lindqvist/Alamy", "Photograph: Ana Lindqvist/Alamy"),
        ("A boat in Brest. PASCAL GUYOT / AFP", "PASCAL GUYOT / AFP"),
        ("A boat off Peru. REUTERS/D. Salas/File Photo Acquire Licensing Rights",
         "REUTERS/D. Salas/File Photo"),
        ("A boat in Queens. Credit...Jeenah Park for The City Record",
         "Jeenah Park for The City Record"),
        ("Getty Images The boat was built in 1906", "Getty Images"),
        ("A boat. Photo Le Messager/Guy BERTHIER", "Photo Le Messager/Guy BERTHIER"),
        ("The winner (PA)", "PA"),
        ("The boat at dawn. | Ana Lund/Getty Images Boats The boat sails",
         "Ana Lund/Getty Images"),
        ("“It sank,” he said. | Ana Lund/AP Photo Boats The boat sank", "Ana Lund/AP Photo"),
        ("The boat. | Ana Lund/AFP/Getty Images", "Ana Lund/AFP/Getty Images"),
        ("Image caption, The boat at dawn", None),
    ],
)  # fmt: skip
def test_a_caption_is_recognised_by_its_credit(caption: str, credit: str | None) -> None:
    assert is_caption(caption)
    assert find_picture_credit(caption) == credit


@pytest.mark.parametrize(
    "text",
    [
        "The picture was taken by AFP in 2012.",
        "He gave the credit to his mother, who had held the boat.",
        "It rained. (AFP)",
        "The photo shows a boat with no name on it, police said.",
    ],
)
def test_a_sentence_on_pictures_or_a_sign_off_is_no_caption(text: str) -> None:
    assert not is_caption(text)
