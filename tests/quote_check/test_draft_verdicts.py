"""The verdict that follows from the findings on a quotation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.quote_check.draft_verdicts import Finding, Verdict, weigh_findings
from reader.quote_versions.check_reasons import CheckReason, ReasonCode


def finding(verdict: Verdict, *, look: bool) -> Finding:
    return Finding(verdict, CheckReason(ReasonCode.CHANGED, look, verdict.value))


def test_without_a_finding_a_quotation_is_exact() -> None:
    assert weigh_findings([]) == (Verdict.EXACT, ())


def test_another_speaker_weighs_more_than_a_cut_and_less_than_a_change() -> None:
    cut, other, changed = (
        finding(verdict, look=True)
        for verdict in (Verdict.CUT, Verdict.OTHER_SPEAKER, Verdict.CHANGED)
    )
    assert weigh_findings([other, cut])[0] is Verdict.OTHER_SPEAKER
    assert weigh_findings([other, changed, cut])[0] is Verdict.CHANGED


FINDINGS = st.lists(
    st.builds(finding, st.sampled_from(list(Verdict)), look=st.booleans()), max_size=6
)


@given(FINDINGS)
def test_reasons_for_a_look_come_first_and_none_is_lost(findings: list[Finding]) -> None:
    verdict, reasons = weigh_findings(findings)
    assert set(reasons) == {finding.reason for finding in findings}
    looks = [reason.needs_review for reason in reasons]
    assert looks == sorted(looks, reverse=True)
    assert verdict in [finding.verdict for finding in findings] or not findings
