"""Settings: every value that an operator may choose, its default and the reason for it.

Each is read from the environment as FORESAID_<NAME>; nothing else is consulted.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError

from schemas.errors import SettingsError
from schemas.record import Record

PREFIX = "FORESAID_"


class Settings(Record):
    """The choices of one installation."""

    warehouse: str = "warehouse/foresaid.duckdb"
    """The DuckDB file, or `ducklake:postgres:…` for a lake that several machines share."""
    lake_data: str | None = None
    """Folder or bucket in which a new lake keeps its Parquet files; an existing lake knows."""
    published_copy: Path = Path("warehouse/analyst.duckdb")
    """The read-only copy that analysts open."""
    lock_timeout: float = Field(default=60.0, gt=0)
    """Seconds to wait for the warehouse; one batch holds it well under a second."""

    extractor: Literal["minilm", "wordlist", "pytorch", "checkpoint", "causal", "endpoint"] = "minilm"
    """The trained model, the baseline it is compared with, the model on a GPU, or another model (docs/model.md)."""
    model_folder: Path | None = None
    """A folder with another checkpoint; null = the model that ships."""
    threads: int = Field(default=0, ge=0)
    """Threads of the model; 0 = as many as there are processors."""
    model_name: str = ""
    """`checkpoint` and `causal`: a folder, or a name on the hub; `endpoint`: the model that it is to run."""
    model_labels: str = ""
    """What the labels of a checkpoint mean, as `CLM=claim,FUT=prediction`; those named like their role need no word."""
    endpoint: str = "http://127.0.0.1:8000/v1"
    """Base address of an OpenAI-compatible server."""
    endpoint_key: SecretStr | None = None
    """The key that it asks for."""
    answer_timeout: float = Field(default=120.0, gt=0)
    """Seconds for one answer of a generative model."""
    answer_retries: int = Field(default=4, ge=0)
    """How often an endpoint that is busy or down is asked again, after ever longer pauses."""
    answer_tokens: int = Field(default=3000, gt=0)
    """Longest answer; a passage whose answer would be longer is read in halves."""
    passage_characters: int = Field(default=4000, ge=100)
    """A generative model reads an article in passages of about so many characters."""
    token_budget: int | None = Field(default=None, gt=0)
    """Tokens, read and written, that a generative model may use in one run; null = no limit."""
    min_score: float | None = Field(default=None, ge=0, le=1)
    """Assertions the model scores below are dropped; null = the threshold that the model's card states."""

    review_after_days: int = Field(default=180, gt=0)
    """A prediction that the text does not date comes up for review after so many days."""
    batch_size: int = Field(default=200, gt=0)
    """Articles a task: orchestration then costs under 3 % of the work."""
    max_bytes: int = Field(default=20_000_000, gt=0)
    """Largest document that is read."""
    fetch_timeout: float = Field(default=20.0, gt=0)
    """Seconds for a whole fetch."""
    host_pause: float = Field(default=1.0, ge=0)
    """Seconds between two requests to one host."""
    allow_private_addresses: bool = False
    """Whether URLs may point into private networks and at this machine."""
    lexicon: str = "survey"
    """Which scale turns words of probability into numbers."""
    reviews_by: str | None = None
    """The organisation that exported reviews name as their author; null names none."""
    reviews_url: str | None = Field(default=None, pattern="^https?://")
    """What the addresses of published reviews begin with; the claim's id follows. Null gives them none."""
    due_folder: Path = Path("warehouse/due")
    """Where the morning's sheet and calendar of what falls due are written."""
    backups: Path = Path("warehouse/backups")
    """Where backups are made; better on another disk than the warehouse."""
    keep_daily: int = Field(default=7, ge=1)
    """The newest backup of so many days is kept; a fault is often found a week later."""
    keep_weekly: int = Field(default=8, ge=0)
    """Beside them the newest backup of so many weeks is kept."""
    accounts: Path = Path("warehouse/accounts.sqlite")
    """Who may use the web desk; apart from the warehouse, so that no account is ever published."""


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment. Raises `SettingsError` naming each variable that cannot be used."""
    variables = {name: f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    given = {name: environment[variable] for name, variable in variables.items() if variable in environment}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        problems = "; ".join(f"{variables[str(problem['loc'][0])]}: {problem['msg']}" for problem in error.errors())
        raise SettingsError(f"These settings cannot be used: {problems}.") from None
