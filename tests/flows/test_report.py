from hypothesis import given
from hypothesis import strategies as st

from flows.report import SHOWN, Report, of_failures
from schemas import Failure, FailureStage

COUNTS = st.integers(0, 1000)
REPORTS = st.builds(
    Report,
    articles=COUNTS,
    appearances=COUNTS,
    known=COUNTS,
    extracted=COUNTS,
    assertions=COUNTS,
    tokens=COUNTS,
    failed=COUNTS,
    reasons=st.dictionaries(st.sampled_from(["empty", "gone"]), st.integers(1, 9)),
)


def failure(reason: str) -> Failure:
    return Failure(address="a", stage=FailureStage.READ, reason=reason, message="a is empty; leave it out.")


@given(REPORTS, REPORTS, REPORTS)
def test_reports_add_up_in_any_grouping(one: Report, two: Report, three: Report) -> None:
    assert (one + two) + three == one + (two + three)
    assert one + Report() == one
    assert (one + two).read == one.read + two.read


def test_failures_are_counted_and_the_first_are_shown() -> None:
    report = of_failures([failure("empty")] * SHOWN) + of_failures([failure("gone")] * 3)
    assert (report.failed, report.reasons, len(report.failures)) == (SHOWN + 3, {"empty": SHOWN, "gone": 3}, SHOWN)
