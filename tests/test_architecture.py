"""Imports point one way: schemas <- models, warehouse <- flows <- review; seeds hold data for all."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "schemas": set(),
    "seeds": set(),
    "models": {"schemas"},
    "warehouse": {"schemas", "seeds"},
    "flows": {"schemas", "models", "warehouse", "seeds"},
    "review": {"schemas", "models", "warehouse", "flows", "seeds"},
}
HEAVY = {"torch", "transformers", "prefect", "onnxruntime", "trafilatura", "matplotlib", "fastapi"}
LIGHT = ["schemas", "models", "models.dates", "warehouse", "review.cli"]


def imported(path: Path) -> set[str]:
    """First parts of all modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    for path in sorted((ROOT / room).rglob("*.py")):
        wrong = imported(path) & (MAY_IMPORT.keys() | {"tests", "benchmarks"}) - MAY_IMPORT[room] - {room}
        assert not wrong, f"{path.relative_to(ROOT)} imports {', '.join(sorted(wrong))}"


def test_only_the_warehouse_opens_duckdb() -> None:
    for room in MAY_IMPORT.keys() - {"warehouse"}:
        for path in sorted((ROOT / room).rglob("*.py")):
            assert "duckdb" not in imported(path), f"{path.relative_to(ROOT)} opens DuckDB by itself"


@pytest.mark.parametrize("module", LIGHT)
def test_starting_up_costs_nothing_heavy(module: str) -> None:
    import subprocess
    import sys

    code = f"import sys, {module}; print(*(sys.modules.keys() & {HEAVY!r}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert loaded.stdout.split() == []
