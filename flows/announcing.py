"""What automations are told of: events of Prefect's that rules of one's own can wait for.

`claim.extracted` after a run that found something, `prediction.due` for each prediction that fell due today, and
`verdict.recorded` for each verdict. Verdicts come in at the desk and by the command, which know nothing of Prefect; how
far the chain has been told is a variable of the server's. A run that dies between telling and noting tells again.
"""

from typing import Any

from prefect.events import emit_event
from prefect.variables import Variable

from flows.report import Report
from flows.sweep import Row
from warehouse import Warehouse

TOLD = 100
"""Events of one kind that one run tells automations at most."""
VARIABLE = "foresaid_verdicts_told"
"""Place in the chain of verdicts up to which it has been told."""


def extracted(run: str, report: Report) -> None:
    """Tell what a run of an extraction found, if anything."""
    if report.assertions:
        payload = {"articles": report.extracted, "assertions": report.assertions}
        emit_event("claim.extracted", resource={"prefect.resource.id": f"foresaid.{run}"}, payload=payload)


def due(rows: tuple[Row, ...]) -> None:
    """Tell which predictions fell due."""
    for row in rows[:TOLD]:
        about = {"prefect.resource.id": f"foresaid.prediction.{row['claim_id']}", "foresaid.headline": row["headline"]}
        emit_event("prediction.due", resource=about)


async def verdicts(warehouse: Warehouse, length: int) -> int:
    """Tell the verdicts since the last time, and note how far it came; how many. `length` is that of the chain.

    At the first time there is nothing to tell. A chain that is shorter than it was has been restored: it is told from
    its end on.
    """
    told = await Variable.aget(VARIABLE)
    position = min(int(str(told)), length) if told is not None else length
    rows = warehouse.verdicts_after(position, TOLD).dicts()
    for row in rows:
        _tell(row)
    await Variable.aset(VARIABLE, str(rows[-1]["position"] if rows else position), overwrite=True)
    return len(rows)


def _tell(row: dict[str, Any]) -> None:
    emit_event(
        "verdict.recorded",
        resource={
            "prefect.resource.id": f"foresaid.prediction.{row['claim_id']}",
            "foresaid.headline": str(row["headline"]),
            "foresaid.outcome": row["outcome"],
        },
        payload={"verdict_id": row["verdict_id"], "reviewer": row["reviewer"]},
    )
