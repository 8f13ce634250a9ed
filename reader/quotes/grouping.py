"""Which quotes are parts of one utterance, and which attribution is theirs."""

from __future__ import annotations

from reader.quotes.attribution import Attribution
from reader.quotes.quote import QuoteKind
from reader.quotes.quote_context import Occurrence
from reader.quotes.quote_kinds import stands_apart
from reader.quotes.sentence_bounds import sentence_end

_GAP = 1_000


def utterance_groups(
    text: str, places: list[Occurrence]
) -> list[tuple[list[int], Attribution | None]]:
    """The quotes that make one utterance each, with the attribution found beside one of them."""
    groups: list[tuple[list[int], Attribution | None]] = []
    for index, place in enumerate(places):
        own = _own(text, place)
        if own is None and (earlier := _resumed(text, places, groups, place)):
            earlier.append(index)
            continue
        if groups:
            members, attribution = groups[-1]
            last = places[members[-1]]
            bond = _bond(text, last, place, attribution, own)
            if (
                bond == ""
                and own is not None
                and 0.5 <= own.confidence <= 0.7
                and own is place.after
            ):
                bond = _bond(text, last, place, attribution, None)
            apart = _of_its_own(place, own, attribution) and _unclosed_tail(places, members)
            if bond == "same" and apart:
                groups[-1] = (members[: len(members) - len(apart)], attribution)
                groups.append(([*apart, index], own))
                continue
            if bond == "same" or (bond == "open" and (own is None or attribution is None)):
                members.append(index)
                groups[-1] = (members, attribution or own)
                if place.kind is not QuoteKind.DIRECT:
                    places[index] = place._replace(kind=QuoteKind.DIRECT)
                continue
            if bond == "list" and attribution is not None:
                if place.kind is QuoteKind.PARTIAL:
                    places[index] = place._replace(kind=last.kind)
                groups.append(([index], attribution))
                continue
            if bond == "open" and own is not None and attribution is not None:
                tail = _unclosed_tail(places, members)
                if tail:
                    groups[-1] = (members[: len(members) - len(tail)], attribution)
                    groups.append(([*tail, index], own))
                    continue
        groups.append(([index], own))
    _pass_back(text, places, groups)
    return groups


def _own(text: str, place: Occurrence) -> Attribution | None:
    """The attribution in a quote's own sentence that is its own."""
    before, after = place.before, place.after
    if place.kind is not QuoteKind.DIRECT:
        sure = before is not None and (before.confidence >= 0.7 or after is None)
        return before if sure else after or before
    follows = after is not None and stands_apart(text, place.marked)
    if before is not None and before.close and _introduces(text, place, before):
        ends_in_comma = text[place.marked.end - 1] == "," and before.confidence < 0.95
        later = follows and after is not None and after.close and after.cue is not None
        if not (later and (before.cue is None or ends_in_comma or len(place.spans) > 1)):
            return before
    return after if follows else before or after


def _introduces(text: str, place: Occurrence, before: Attribution) -> bool:
    """Whether nothing, a comma or a colon stands between a verb and the quote."""
    lead = text[place.spans[-1][0] : place.spans[-1][1]].rstrip(" \u00a0")
    if lead.endswith((",", ":")):
        return True
    return before.cue is not None and not text[before.cue.end : place.marked.opened].strip()


def _bond(
    text: str,
    last: Occurrence,
    place: Occurrence,
    attribution: Attribution | None,
    own: Attribution | None,
) -> str:
    """How a quote hangs on the one before.

    "same": parts of one utterance; "open": the mark of the one before was missing;
    "list": fragments side by side; "": not at all.
    """
    if last.kind is not QuoteKind.DIRECT and last.marked.closed:
        return ""
    if place.marked.resumed:
        return "same"
    gap = text[last.marked.after : place.marked.opened]
    if _lists(gap, last, place):
        return "list"
    runs_out = last.marked.after >= last.line_end - 1 and own is None and len(gap) < _GAP
    if not last.marked.closed and (not gap.strip() or runs_out):
        near = place.marked.paragraph - last.marked.paragraph <= 4
        return "open" if near and place.kind is not QuoteKind.TITLE else ""
    if place.kind is QuoteKind.TITLE:
        return ""
    same_line = place.line_start == last.line_start
    both = last.kind is QuoteKind.DIRECT and place.kind is QuoteKind.DIRECT
    if both and attribution is None and own is place.after and same_line and not gap.strip():
        return "same"
    if own is None and not gap.strip():
        return "same" if place.kind is QuoteKind.DIRECT and (attribution or same_line) else ""
    if attribution is None or last.after is None or last.after.cue is None or not last.after.close:
        return ""
    end = sentence_end(text, last.marked.after, min(len(text), last.marked.after + 400))
    if own is not None and own is not place.before:
        return ""
    if place.marked.opened <= end:
        split = text[place.spans[-1][0] : place.marked.opened].rstrip()
        if split.endswith((",", "—", "–", "-", ":", ".")) and not _new_cue(place, last):
            return "same"
        return ""
    if (
        own is None
        and place.kind is QuoteKind.DIRECT
        and not text[end : place.marked.opened].strip(" \u00a0\n")
    ):
        return "same"
    return ""


def _lists(gap: str, last: Occurrence, place: Occurrence) -> bool:
    """Whether two quotes are joined as parts of a list ("read: “Out” and “Down with it”")."""
    if place.kind not in (QuoteKind.PARTIAL, last.kind) or not last.marked.closed:
        return False
    return gap.strip(" ,;") in ("and", "or", "but also") or gap.strip() in (",", ";")


def _new_cue(place: Occurrence, last: Occurrence) -> bool:
    """Whether the words between bring a verb of their own for what follows ("adding:")."""
    before = place.before
    if before is None or before.cue is None or last.after is None or last.after.cue is None:
        return False
    return before.cue.start != last.after.cue.start


def _resumed(
    text: str,
    places: list[Occurrence],
    groups: list[tuple[list[int], Attribution | None]],
    place: Occurrence,
) -> list[int] | None:
    """The utterance that goes on after words set off in its attribution (", or “take,” …")."""
    if place.kind is not QuoteKind.DIRECT or not groups:
        return None
    skipped = 0
    for members, attribution in reversed(groups[-4:]):
        last = places[members[-1]]
        if last.line_start != place.line_start:
            return None
        if last.kind in (QuoteKind.SCARE, QuoteKind.TITLE, QuoteKind.PARTIAL):
            skipped += 1
            continue
        same = skipped and _bond(text, last, place, attribution, None) == "same"
        return members if same else None
    return None


def _of_its_own(
    place: Occurrence, own: Attribution | None, attribution: Attribution | None
) -> bool:
    """Whether the end of a quotation over several paragraphs brings an attribution for it."""
    after = place.after
    if not place.marked.resumed or attribution is None or own is None or own is not after:
        return False
    return own.close and own.cue is not None and own is not attribution


def _unclosed_tail(places: list[Occurrence], members: list[int]) -> list[int]:
    """The members at the end that no closing mark and no attribution part from what follows."""
    tail: list[int] = []
    for index in reversed(members[1:]):
        place = places[index]
        if place.marked.closed or place.after is not None:
            break
        tail.insert(0, index)
    return tail


def _pass_back(
    text: str, places: list[Occurrence], groups: list[tuple[list[int], Attribution | None]]
) -> None:
    """Give a fragment the attribution after the next one ("“a” and “b,” he said")."""
    for number in range(len(groups) - 2, -1, -1):
        members, attribution = groups[number]
        following, later = groups[number + 1]
        index, place = members[-1], places[members[-1]]
        next_place = places[following[0]]
        if attribution is not None or later is None or later is not next_place.after:
            continue
        if place.kind not in (QuoteKind.PARTIAL, QuoteKind.SCARE) or len(place.spans) > 1:
            continue
        several = " " in text[place.marked.start : place.marked.end]
        if several and len(next_place.spans) > 1 and next_place.sentence == place.sentence:
            places[index] = place._replace(kind=QuoteKind.PARTIAL)
            groups[number] = (members, later)
