"""Describes one version of a quote and how it differs from the base, in words and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.ladder.ladder_layout import count_words
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import Rung
from reader.app.themes.signs import Signs, printed_score
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Part
from reader.quote_versions import Version, VersionForm
from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import Cue

if TYPE_CHECKING:
    from reader.quote_versions.lost_meaning import LostMeaning

_LOST_CELLS = 14
"""Cells of the words that a version lost, in the head of its rung."""
_CERTAIN = 0.995
"""A certainty from this value on would be printed as 1.00, so it is left out."""


def describe_differences(state: LadderState, rung: Rung, signs: Signs) -> list[Part]:
    """Return how a rung differs from the base, in words, the most serious difference first."""
    base = state.base_rung
    if rung.number == base.number:
        return _describe_base(state, signs)
    version = rung.version
    facts: list[Part] = []
    if version.same_speaker is False and version.speaker and base.version.speaker:
        other = base.version.speaker.display_name
        facts.append(
            (f"{signs.warning} speaker: {version.speaker.display_name}, there {other}", "warning")
        )
    facts += [(f"{signs.warning} {_describe_lost(one)}", "warning") for one in rung.lost]
    facts += _describe_words(rung, base, signs)
    if version.speaker is None:
        facts.append(("speaker not known here", ""))
    elif version.speaker.resolution == CORRECTED_BY_USER:
        facts.append((f"said by {version.speaker.name}: {CORRECTED_BY_USER}", "key"))
    elif not version.speaker.is_stated:
        facts.append(_inferred_speaker(version.speaker.display_name))
    return facts + _describe_reporting(version, base.version)


def count_changes(rung: Rung, signs: Signs) -> list[Part]:
    """Return the signs of changes to the base's words, each with its number of words."""
    version = rung.version
    if rung.is_indirect or not version.edits:
        return []
    is_whole = version.form is VersionForm.DIRECT
    start, end = version.trimmed_counts if is_whole else (0, 0)
    changes = (
        (signs.cut, version.count_cuts(signed=False), "warning"),
        (signs.ellipsis, version.count_cuts(signed=True) + version.dropped_between_count, "key"),
        (signs.trimmed_start, start, "key"),
        (signs.trimmed_end, end, "key"),
        (signs.other_words, version.changed_count, "warning"),
        (signs.more_words, version.inserted_count, "key"),
    )
    lost: list[Part] = [
        (f"{signs.warning}{'+' if one.is_added else ''}{_shorten(one.words)} ", "warning")
        for one in rung.lost
    ]
    return lost + [(f"{sign}{count} ", style) for sign, count, style in changes if count]


def _describe_lost(lost: LostMeaning) -> str:
    """Describe a lost or added word: `a negation is left out: “not”`."""
    noun = {"negation": "a negation", "condition": "a condition", "number": "a number"}
    what = "is added" if lost.is_added else "is left out"
    if lost.code.value == "number":
        what = "is another or left out"
    return f"{noun[lost.code.value]} {what}: “{lost.words}”"


def _shorten(words: str) -> str:
    """Return words that fit into the head of a rung."""
    return words if len(words) <= _LOST_CELLS else f"{words[: _LOST_CELLS - 1].rstrip()}…"


def describe_form(rung: Rung, *, is_short: bool) -> list[Part]:
    """Return the form of a rung, its length, and its certainty where that is not full."""
    version = rung.version
    words = len(version.words)
    is_one_word = version.form is VersionForm.PARTIAL and words == 1
    parts: list[Part] = [(f"{'one word' if is_one_word else version.form.value} ", "")]
    if not rung.is_indirect and words > 1:
        parts.append((f"{words} words ", "muted"))
    if version.certainty < _CERTAIN:
        certainty = printed_score(version.certainty)
        parts.append((f"({certainty}) " if is_short else f"certainty {certainty} ", "muted"))
    return parts


def describe_attribution(rung: Rung, base: Rung, signs: Signs) -> list[Part]:
    """Return the speaker if not the base's, then cue, addressee and setting, as printed."""
    version = rung.version
    parts = _doubtful_speaker(rung, base, signs)
    if version.cue:
        parts.append((version.cue.text, "strong" if version.same_stance is False else ""))
    if version.addressee:
        parts.append((f" {version.addressee.text}" if parts else version.addressee.text, ""))
    if version.setting:
        dot = f" {signs.dot} " if parts else ""
        parts.append((f"{dot}{version.setting.text}", "muted"))
    return parts


def draw_retained_bar(rung: Rung, cells: int, signs: Signs) -> Part:
    """Return a bar of `cells` cells that shows how much of the base is left inside the marks."""
    retained = 0.0 if rung.is_indirect else rung.version.retained
    full = round(retained * cells)
    if 0 < retained < 1:
        full = min(cells - 1, max(1, full))
    return (signs.full * full + signs.empty * (cells - full), hue_name(rung.article))


def _describe_base(state: LadderState, signs: Signs) -> list[Part]:
    if state.base:
        return [("the base you chose; B compares with the fullest again", "")]
    facts: list[Part]
    if len(state.rungs) == 1:
        facts = [(f"{signs.only_here} in this article only", "")]
    else:
        facts = [("fullest here; the others are compared with it", "")]
    speaker = state.base_rung.version.speaker
    if speaker and speaker.resolution == CORRECTED_BY_USER:
        facts.append((f"said by {speaker.name}: {CORRECTED_BY_USER}", "key"))
    elif speaker and not speaker.is_stated:
        facts.append(_inferred_speaker(speaker.display_name))
    return facts


def _describe_words(rung: Rung, base: Rung, signs: Signs) -> list[Part]:
    """Describe the changes to the words of the base."""
    version = rung.version
    if rung.is_indirect:
        certainty = printed_score(version.certainty)
        return [(f"in the reporter’s words, tied by words both have; certainty {certainty}", "")]
    is_fragment = version.form is VersionForm.PARTIAL
    start, end = (0, 0) if is_fragment else version.trimmed_counts
    fragment = f"a fragment: {len(version.words)} of {len(base.version.words)} words"
    changes = (
        (version.count_cuts(signed=False), signs.cut, "cut inside, no ellipsis", "warning"),
        (version.count_cuts(signed=True), "", "left out at an ellipsis or a bracket", ""),
        (version.dropped_between_count, "", "left out between two pairs of marks", ""),
        (start, signs.trimmed_start, "trimmed at the start", "key"),
        (end, signs.trimmed_end, "trimmed at the end", "key"),
        (version.changed_count, signs.other_words, "other than there", "warning"),
        (version.inserted_count, signs.more_words, "more than there", "key"),
    )
    facts: list[Part] = [
        (f"{sign} {count_words(count)} {change}".lstrip(), style)
        for count, sign, change, style in changes
        if count
    ]
    if is_fragment:
        after_dropped = sum(bool(count) for count, *_ in changes[:3])
        facts.insert(after_dropped, (fragment, ""))
    if any(edit.is_other_form for edit in version.edits):
        facts.append(("= a number written differently", ""))
    return facts or [("= word for word the same", "")]


def _describe_reporting(version: Version, base: Version) -> list[Part]:
    """Return the cue and the setting, where they differ from those of the base."""
    facts: list[Part] = []
    if version.cue and base.cue and not version.same_cue:
        has_same_stance = bool(version.same_stance)
        cue = _printed_cue(version.cue, with_stance=not has_same_stance)
        other = _printed_cue(base.cue, with_stance=not has_same_stance)
        facts.append((f"{cue}, there {other}", ""))
    if version.same_setting is False and version.setting and base.setting:
        facts.append((f"“{version.setting.text}”, there “{base.setting.text}”", ""))
    return facts


def _doubtful_speaker(rung: Rung, base: Rung, signs: Signs) -> list[Part]:
    """Return the speaker where it differs from the base's, or is only inferred."""
    speaker = rung.version.speaker
    if speaker is None:
        return []
    if rung.version.same_speaker is False and rung.number != base.number:
        return [(f"{signs.warning} {speaker.display_name} ", "warning")]
    return [(f"? {speaker.display_name} ", "muted")] if not speaker.is_stated else []


def _inferred_speaker(name: str) -> Part:
    return (f"? {name}: not said beside the quote", "")


def _printed_cue(cue: Cue, *, with_stance: bool) -> str:
    return f"“{cue.text}”" + (f" ({cue.stance.value})" if with_stance else "")
