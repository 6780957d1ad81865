"""Suites of single expressions with the days that they denote: `python -m benchmarks.timex --cases DIR`.

DIR holds the specifications of Microsoft Recognizers-Text (`*Parser.json`, MIT) or the corpus of Duckling
(`*.jsonl`, BSD). An expression is right if both ends are the suite's. Suites differ from this project's contract in
ways that can be named (a fortnight from now is a day there and a week here); a difference that is exactly one of
`CONVENTIONS` counts as understood and is reported under its name. Everything else is a miss, and is listed.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.dates import Context, explain, resolve
from schemas import Interval, Tense

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONTH_FIRST = Context(day_first=False)
"""Both suites write 12/1 as Americans do."""
RECOGNIZERS = ("DateParser", "DatePeriodParser", "HolidayParser", "DurationParser")


@dataclass(frozen=True, slots=True)
class Case:
    """An expression, the day and side from which it is seen, and what it denotes: days, or a length."""

    text: str
    reference: date
    tense: Tense
    start: date | None
    end: date | None
    length: str | None = None


def run(folder: Path, *, brief: bool) -> None:
    """Print how many cases of each suite in a folder are right, and each that is not."""
    suites = [(path, list(_recognizers(path))) for path in sorted(folder.glob("*.json")) if path.stem in RECOGNIZERS]
    suites += [(path, list(_duckling(path))) for path in sorted(folder.glob("*.jsonl"))]
    if not suites:
        raise SystemExit(f"No suite was found in {folder}: it has neither Recognizers' *Parser.json nor a .jsonl file.")
    total: Counter[str] = Counter()
    for path, cases in suites:
        counts: Counter[str] = Counter()
        for case in cases:
            verdict = judge(case)
            counts[verdict] += 1
            if not brief and verdict == "wrong":
                print(path.stem, _told(case), sep="\t")
        total += counts
        _summary(path.stem, counts)
    _summary("all", total)


def _summary(name: str, counts: Counter[str]) -> None:
    number = sum(counts.values())
    print(f"{name}: {number - counts['wrong']}/{number} = {1 - counts['wrong'] / number:.3f} understood,"
          f" {counts['right']} to the day; {dict(counts.most_common())}")  # fmt: skip


def judge(case: Case) -> str:
    """`right`, the name of the convention in which the suite differs, or `wrong`."""
    if case.length is not None:
        found = explain(case.text, case.reference, case.tense)
        return "right" if found.timex_value in (case.length, _plain(case.length)) else "wrong"
    got = resolve(case.text, case.reference, case.tense, MONTH_FIRST)
    if (got.start, got.end) == (case.start, case.end):
        return "right"
    return next((name for name, holds in CONVENTIONS.items() if holds(case, got)), "wrong")


def _plain(length: str) -> str:
    return length.replace("PT24H", "P1D")


def _told(case: Case) -> str:
    if case.length is not None:
        return f"{case.text!r} wanted {case.length} got {explain(case.text, case.reference, case.tense).timex_value}"
    got = resolve(case.text, case.reference, case.tense, MONTH_FIRST)
    return f"{case.text!r} seen on {case.reference} {case.tense}: wanted {case.start} … {case.end} got {got.start} … {got.end}"


# --- in what the suites differ from the contract --------------------------------------------------------------------


def _whole_unit(case: Case, got: Interval) -> bool:
    """Three weeks ago: a day there, the calendar unit in which it falls here."""
    words = case.text.split()
    counted = any(word.startswith(("week", "month", "year", "quarter", "fortnight")) or word == "one" for word in words)
    single = case.start is not None and case.start == case.end
    return bool(counted and single and got.start and got.end and case.start and got.start <= case.start <= got.end)


def _end_excluded(case: Case, got: Interval) -> bool:
    """From 2 to 22 October: the last day is left out there and belongs to it here."""
    return got.start == case.start and got.end is not None and case.end is not None and got.end - case.end == DAY


def _today_excluded(case: Case, got: Interval) -> bool:
    """The next three days begin tomorrow there and today here; the last three end yesterday there."""
    if not (case.start and case.end and got.start and got.end):
        return False
    return (case.start - got.start, case.end - got.end) in (
        (DAY, DAY),
        (DAY, timedelta()),
        (-DAY, -DAY),
        (timedelta(), -DAY),
    )


def _open_now(case: Case, got: Interval) -> bool:
    """Until and since: the side of the day of speaking is open in one and closed in the other."""
    now = case.reference
    same_start = got.start == case.start or {got.start, case.start} == {None, now}
    same_end = got.end == case.end or {got.end, case.end} == {None, now}
    return same_start and same_end


CONVENTIONS: dict[str, Callable[[Case, Interval], bool]] = {
    "whole unit": _whole_unit,
    "end excluded": _end_excluded,
    "today excluded": _today_excluded,
    "open side": _open_now,
}


# --- the suites -----------------------------------------------------------------------------------------------------


def _recognizers(path: Path) -> Iterator[Case]:
    for spec in json.loads(path.read_text(encoding="utf-8-sig")):
        moment = spec.get("Context", {}).get("ReferenceDateTime")
        for result in spec["Results"]:
            yield from _sides(result, _day(moment) if moment else date(2016, 11, 7))


def _sides(result: dict[str, Any], reference: date) -> Iterator[Case]:
    value, text = result["Value"], result["Text"]
    if result["Type"] == "duration":
        yield Case(text, reference, Tense.PAST, None, None, length=value["Timex"])
        return
    for tense, key in ((Tense.PAST, "PastResolution"), (Tense.FUTURE, "FutureResolution")):
        sides = value.get(key) or {}
        if not sides or "0001-01-01" in sides.values():
            continue
        if "date" in sides:
            day = _day(sides["date"])
            yield Case(text, reference, tense, day, day)
        else:
            yield Case(text, reference, tense, _start(sides.get("startDate")), _before(sides.get("endDate")))


def _duckling(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        spec = json.loads(line)
        if spec["grain"] in ("second", "minute", "hour") or spec["start"].startswith("-"):
            continue
        reference, start = _day(spec["reference"]), _day(spec["start"])
        if spec["kind"] == "value":
            yield Case(spec["text"], reference, Tense.FUTURE, start, _unit_end(start, spec["grain"]))
        elif spec["kind"] == "interval":
            yield Case(spec["text"], reference, Tense.FUTURE, start, _day(spec["end"]) - DAY)
        elif spec["kind"] == "open_after":
            yield Case(spec["text"], reference, Tense.FUTURE, start, None)
        else:
            yield Case(spec["text"], reference, Tense.FUTURE, None, start)


def _unit_end(start: date, grain: str) -> date:
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return start + (WEEK if grain == "week" else DAY) - DAY
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - DAY


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment[:10]).date()


def _start(value: str | None) -> date | None:
    return _day(value) if value else None


def _before(value: str | None) -> date | None:
    return _day(value) - DAY if value else None
