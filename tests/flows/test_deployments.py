"""The schedules that are shipped. Importing Prefect takes seconds, so these are slow."""

from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

ROOT = Path(__file__).parents[2]


def shipped() -> list[dict[str, Any]]:
    return list(yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"])


def test_one_machine_and_several_run_the_same_at_the_same_times() -> None:
    from flows.deployments import deployments

    served = {
        (made.flow_name, made.name, made.schedules[0].schedule.cron, made.schedules[0].schedule.timezone)
        for made in deployments(["seeds/feeds.csv"])
    }
    pooled = {
        (
            made["entrypoint"].partition(":")[2],
            made["name"],
            made["schedules"][0]["cron"],
            made["schedules"][0]["timezone"],
        )
        for made in shipped()
    }
    assert served == pooled


def test_no_deployment_overlaps_with_itself() -> None:
    from flows.deployments import deployments

    for made in deployments([]):
        assert made.concurrency_limit == 1
        assert made.concurrency_options is not None
        assert made.concurrency_options.collision_strategy == "CANCEL_NEW"
    assert all(made["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"} for made in shipped())


def test_both_give_the_same_parameters() -> None:
    from flows.deployments import deployments

    served = {made.full_name: made.parameters for made in deployments(["seeds/feeds.csv"])}
    pooled = {
        f"{made['entrypoint'].partition(':')[2]}/{made['name']}": made.get("parameters", {}) for made in shipped()
    }
    assert served == pooled


def test_workers_give_the_sign_that_is_waited_for() -> None:
    from flows import mourning

    for made in shipped():
        environment = made["work_pool"]["job_variables"]["env"]
        assert environment == {"PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(mourning.HEARTBEAT_SECONDS)}


def test_schedules_of_the_file_are_asleep_and_have_names() -> None:
    schedules = [schedule for made in shipped() for schedule in made["schedules"]]
    assert all(schedule["active"] is False and schedule["slug"] for schedule in schedules)


def test_entrypoints_are_flows() -> None:
    from prefect import Flow

    from flows import runs

    for made in shipped():
        module, _, name = made["entrypoint"].partition(":")
        assert module == "flows/runs.py"
        assert isinstance(getattr(runs, name), Flow)


def test_flow_is_mourned_after_three_heartbeats() -> None:
    from flows import mourning

    automation = mourning.mourning()
    assert automation.trigger.within.total_seconds() == 3 * mourning.HEARTBEAT_SECONDS  # type: ignore[union-attr]
    assert "prefect.flow-run.heartbeat" in automation.trigger.expect  # type: ignore[union-attr]
