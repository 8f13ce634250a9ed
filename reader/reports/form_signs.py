"""One letter and a few words for every form in which an article reports a moment."""

from __future__ import annotations

from reader.story import MomentForm

FORM_SIGNS = {
    MomentForm.QUOTED: "Q",
    MomentForm.PARTLY_QUOTED: "q",
    MomentForm.INDIRECT: "p",
    MomentForm.REPORTED: "r",
    MomentForm.PLANNED: "a",
    MomentForm.MENTIONED: "m",
}
FORM_WORDS = {
    MomentForm.QUOTED: "quoted",
    MomentForm.PARTLY_QUOTED: "quoted in part",
    MomentForm.INDIRECT: "indirect speech",
    MomentForm.REPORTED: "reported",
    MomentForm.PLANNED: "planned",
    MomentForm.MENTIONED: "mentioned",
}
