"""The base of all records: frozen, closed, and strict about what it is given."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """An immutable value. Refuses unknown fields, so that a misspelt one is an error and not a loss."""

    # Built on first use: a command that needs three records does not pay for thirty.
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
