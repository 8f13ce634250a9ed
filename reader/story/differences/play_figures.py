"""The figures of games: scores, and what a player did how often or how far.

A report of a game states many of them, each of another player, team or stretch of the game. Two
are of one thing where they are of one play: the same player did the same, in no stretch that only
one of them names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.values import NumberValue
from reader.text.values.counted_nouns import singular
from reader.text.word_lists import WordLists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story.differences.measured_values import MeasuredValue
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import ValueSpan

_LEAST_NEAR = 3
"""So many words of weight must be near two figures of one play."""
_TEAMS = 2
_STRETCH_BEFORE, _STRETCH_AFTER = 4, 10
"""Words before and after a figure in which its stretch is named."""
_RECORDS = frozenset({"high", "highs", "best", "low", "lows"})
"""After a stretch they tell that a figure is a record: "a career-high 329 yards"."""
_LEFT = frozenset({"left", "remaining", "remained", "into"})
_TALLIES = WordLists(__file__, "tallies")


def is_tally(value: ValueSpan) -> bool:
    """Return whether a figure is a score, or counts what is counted in a game."""
    if not isinstance(value, NumberValue):
        return False
    counted = singular(value.unit or value.counted)
    return value.form == "score" or counted in _TALLIES.words["counted"]


def many_groups() -> frozenset[str]:
    """Return the nouns, in the singular, of which one story counts many groups."""
    return _TALLIES.words["many groups"]


def is_game_clock(sentence: TextSentence, at: int) -> bool:
    """Return whether a time is that on the clock of a game: "with 7:42 left", "4:48 to play"."""
    following = sentence.words[at + 1 : at + 3]
    return bool(following) and (
        following[0] in _LEFT or following in (("to", "go"), ("to", "play"))
    )


def are_one_play(
    pair: tuple[MeasuredValue, MeasuredValue],
    passages: tuple[Sequence[MeasuredValue], Sequence[MeasuredValue]],
    *,
    is_sure: bool,
) -> bool:
    """Return whether two figures of games are of one play, or the score of one result.

    Args:
        pair: a figure of each of two passages, of one kind.
        passages: all figures of the two passages.
        is_sure: whether the passages surely tell one moment.
    """
    one, other = pair
    if is_sure and one.thing == "score" and _are_one_result(pair, passages):
        return True
    if not one.event & other.event or len(one.near & other.near) < _LEAST_NEAR:
        return False
    if any(tells_stretch(each.sentence, each.at) for each in pair):
        return False
    players = [_find_player(each.sentence, each.at) for each in pair]
    if one.thing == "score":
        return bool(one.names & other.names) and all(
            _count(one.thing, figures) == 1 for figures in passages
        )
    return (
        bool(players[0])
        and players[0] == players[1]
        and all(_count(one.thing, figures, players[0]) == 1 for figures in passages)
    )


def _are_one_result(
    pair: tuple[MeasuredValue, MeasuredValue],
    passages: tuple[Sequence[MeasuredValue], Sequence[MeasuredValue]],
) -> bool:
    """Return whether the only scores of two passages stand by the names of the same two teams."""
    one, other = pair
    if any(tells_stretch(each.sentence, each.at) for each in pair):
        return False
    teams = one.near & other.near & one.names & other.names
    return len(teams) >= _TEAMS and all(_count("score", figures) == 1 for figures in passages)


def _count(thing: str, figures: Sequence[MeasuredValue], player: str = "") -> int:
    """Return how many figures are of one kind, and of one player if one is given."""
    return sum(
        each.thing == thing and (not player or _find_player(each.sentence, each.at) == player)
        for each in figures
    )


def tells_stretch(sentence: TextSentence, at: int) -> bool:
    """Return whether words beside a figure say in which part of the game or season it was."""
    first, last = max(0, at - _STRETCH_BEFORE), at + _STRETCH_AFTER
    words = [*sentence.words[first:last], ""]
    return any(
        singular(word) in _TALLIES.words["stretches"] and following not in _RECORDS
        for word, following in pairwise(words)
    )


def _find_player(sentence: TextSentence, at: int) -> str:
    """Return the key of the last word of the name before a token, "" where there is none."""
    for position in range(at - 1, -1, -1):
        token = sentence.tokens[position]
        if token.value is None and not token.is_common and sentence.text[token.start].isupper():
            return token.key
    return ""
