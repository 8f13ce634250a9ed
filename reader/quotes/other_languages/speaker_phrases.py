"""The words that name a speaker: a name, a role, or a role with a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.other_languages.speech_tokens import SpeechToken
from reader.quotes.other_languages.speech_words import SpeechWords

_MOST_ROLE_WORDS = 7


class SpeakerPhrase(NamedTuple):
    """A noun phrase at `tokens[first:after]`; the speaker is `tokens[begin:after]`."""

    first: int
    begin: int
    """Where the name begins, or without a name the role without its article."""
    after: int
    has_name: bool
    is_pronoun: bool = False


def read_speaker_phrase(
    tokens: Sequence[SpeechToken], first: int, words: SpeechWords
) -> SpeakerPhrase | None:
    """Read the noun phrase that begins at a token; None where none does.

    A role that a name follows after a comma (“the minister, Anna Berg”) gives the name.
    """
    phrase = _read_phrase(tokens, first, words)
    if phrase is None or phrase.has_name or phrase.is_pronoun:
        return phrase
    if phrase.after < len(tokens) and tokens[phrase.after].gap.strip() == ",":
        apposition = _read_phrase(tokens, phrase.after, words)
        if apposition is not None and _is_bare_name(apposition):
            return apposition
    return phrase


def _is_bare_name(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is nothing but a name of two words and more."""
    return phrase.has_name and phrase.begin == phrase.first < phrase.after - 1


def _read_phrase(
    tokens: Sequence[SpeechToken], first: int, words: SpeechWords
) -> SpeakerPhrase | None:
    begin = first
    while begin < len(tokens) and tokens[begin].lower in words.words("articles"):
        if begin > first and tokens[begin].gap.strip():
            return None
        begin += 1
    if begin >= len(tokens) or (begin > first and tokens[begin].gap.strip()):
        return None
    if tokens[begin].lower in words.words("pronouns") and begin == first:
        return SpeakerPhrase(first, begin, begin + 1, False, is_pronoun=True)
    after = _find_end(tokens, begin, words)
    if after == begin:
        return None
    if words.language == "de":
        name = _find_german_name(tokens, begin, after, words, has_article=begin > first)
    else:
        name = _find_name(tokens, begin, after, words)
    if name is None:
        # A lone word without article or capital is an adverb or a verb that no list has.
        is_noun = begin > first or after - begin > 1 or tokens[begin].is_capital
        return SpeakerPhrase(first, begin, after, False) if is_noun else None
    return SpeakerPhrase(first, name, after, True)


def _find_end(tokens: Sequence[SpeechToken], begin: int, words: SpeechWords) -> int:
    """Return the token after the noun phrase."""
    position = begin
    while position < len(tokens) and position - begin < _MOST_ROLE_WORDS:
        token = tokens[position]
        if position > begin and not _is_joined(tokens, position, words):
            break
        if token.is_capital and (position > begin or token.lower not in words.words("ends")):
            position += 1
            continue
        following = _skip_joining(tokens, position, words) if position > begin else position
        if following > position:
            position = following
            continue
        if _is_no_noun(token, words) or (position > begin and tokens[position - 1].is_capital):
            break
        position += 1
    position = min(position, len(tokens))
    stop = words.words("links") | words.words("particles") | words.words("articles")
    while position > begin and tokens[position - 1].lower in stop:
        position -= 1
    return position


def _skip_joining(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> int:
    """Return the position after "of the city" in a role, or "van der Berg" in a name.

    The same position where neither begins there.
    """
    links, particles = words.words("links"), words.words("particles")
    joining = links | particles | words.words("articles")
    if tokens[position].lower not in links | particles:
        return position
    following = position + 1
    while following < len(tokens) and following < position + 3:
        if tokens[following].gap.strip():
            return position
        if tokens[following].lower not in joining:
            break
        following += 1
    if following >= len(tokens) or tokens[following].lower in joining:
        return position
    is_role = tokens[position].lower in links and not _is_no_noun(tokens[following], words)
    return following + 1 if is_role or tokens[following].is_capital else position


def _is_joined(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> bool:
    """Whether nothing but a space, a hyphen or the point of a title parts a token from the last."""
    gap = tokens[position].gap
    if gap.strip(" -") == "":
        return True
    before = tokens[position - 1]
    is_title = before.text in words.words("titles") or len(before.text) == 1
    return gap.strip() == "." and is_title


def _is_no_noun(token: SpeechToken, words: SpeechWords) -> bool:
    if token.lower in words.verbs or token.lower in words.words("ends"):
        return True
    if token.lower in words.words("auxiliaries") | words.words("skipped"):
        return True
    is_number = token.text[0].isdigit() and not token.text[-1].isalpha()
    return token.lower in words.words("pronouns") or is_number


def _find_name(
    tokens: Sequence[SpeechToken], begin: int, after: int, words: SpeechWords
) -> int | None:
    """Return where the name at the end of a phrase begins: its last run of capitalised words."""
    particles, links = words.words("particles"), words.words("links")
    name = after
    while name > begin:
        token = tokens[name - 1]
        is_particle = token.lower in particles and name - 2 >= begin
        joins_names = is_particle and name < after and _leads_to_capital(tokens, begin, name - 1)
        if not token.is_capital and not joins_names:
            break
        name -= 1
    while name < after and (
        not tokens[name].is_capital or tokens[name].text in words.words("titles")
    ):
        name += 1
    if name == after:
        return None
    before = name - 1
    while before > begin and tokens[before].lower in words.words("articles") - links:
        before -= 1
    if name > begin and tokens[before].lower in links:
        # The word after "of" belongs to the role: "the minister of Finance Anna Berg".
        has_more = after - name > 2 and tokens[name + 1].is_capital
        return name + 1 if has_more else None
    return name


def _leads_to_capital(tokens: Sequence[SpeechToken], begin: int, position: int) -> bool:
    """Whether a capitalised word that no role is named by stands before a particle."""
    before = position - 1
    while before > begin and not tokens[before].is_capital and len(tokens[before].text) <= 3:
        before -= 1
    return before >= begin and tokens[before].is_capital


def _find_german_name(
    tokens: Sequence[SpeechToken], begin: int, after: int, words: SpeechWords, *, has_article: bool
) -> int | None:
    """Return where a name begins among German nouns, which all have capitals."""
    links, particles = words.words("links"), words.words("particles")
    name = begin
    for position in range(begin, after):
        if tokens[position].lower in links:
            name = position + 2
        elif not tokens[position].is_capital and tokens[position].lower not in particles:
            name = position + 1
    follows_link = name > begin and name - 2 >= begin and tokens[name - 2].lower in links
    capitals = [n for n in range(name, after) if tokens[n].is_capital]
    if not capitals:
        return None
    if follows_link:
        return name if len(capitals) > 1 else None
    while len(capitals) > 1 and _is_german_title(tokens[capitals[0]].text, words):
        has_article = False
        capitals.pop(0)
    if has_article:
        return capitals[1] if len(capitals) > 2 else None if len(capitals) == 1 else capitals[0]
    is_role = len(capitals) == 1 and _is_german_title(tokens[capitals[0]].text, words)
    return None if is_role else capitals[0]


def _is_german_title(word: str, words: SpeechWords) -> bool:
    """Whether a word is a title, or ends in one: Bundesinnenminister."""
    titles = words.words("titles")
    return word in titles or any(word.endswith(title.lower()) for title in titles if len(title) > 4)
