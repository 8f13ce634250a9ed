"""Choosing an article by the keys pressed next: its number or letter, or all its digits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.app.next_key import NextKeyChoice
from reader.app.themes.signs import MARKED_ARTICLES, article_mark

Choices = dict[str, Callable[[], object]]


def ask_for_article(
    next_key: NextKeyChoice,
    count: int,
    choose: Callable[[int], object],
    refuse: Callable[[str], object],
) -> None:
    """Ask for an article by its number or letter.

    Where there are more articles than numbers and letters, digits go on to be taken until no
    further one can follow, or Enter.

    Args:
        next_key: takes the keys.
        count: how many articles there are.
        choose: called with the position of the article from 0.
        refuse: called with a character that names none.
    """
    choices: Choices = {
        article_mark(article): partial(choose, article)
        for article in range(min(count, MARKED_ARTICLES))
    }
    if count > MARKED_ARTICLES:
        choices |= _digit_choices(next_key, 0, count, choose, refuse)
    next_key.ask(choices, refuse)


def _digit_choices(
    next_key: NextKeyChoice,
    begun: int,
    count: int,
    choose: Callable[[int], object],
    refuse: Callable[[str], object],
) -> Choices:
    """Return what each digit does behind the number typed so far."""

    def take(number: int) -> None:
        if number * 10 > count:
            choose(number - 1)
            return
        further = _digit_choices(next_key, number, count, choose, refuse)
        next_key.ask({**further, "enter": partial(choose, number - 1)}, refuse)

    numbers = (begun * 10 + digit for digit in range(10))
    return {str(number % 10): partial(take, number) for number in numbers if 0 < number <= count}
