from pathlib import Path

import pytest

from schemas import load_settings
from schemas.errors import SettingsError


def test_every_setting_has_a_default() -> None:
    assert load_settings({}).warehouse == "warehouse/foresaid.duckdb"


def test_variables_are_read_as_what_they_are() -> None:
    settings = load_settings(
        {
            "FORESAID_LOCK_TIMEOUT": "5",
            "FORESAID_ALLOW_PRIVATE_ADDRESSES": "true",
            "FORESAID_PUBLISHED_COPY": "/data/copy.duckdb",
        }
    )
    assert settings.lock_timeout == 5.0
    assert settings.allow_private_addresses is True
    assert settings.published_copy == Path("/data/copy.duckdb")


def test_other_variables_are_none_of_its_business() -> None:
    assert load_settings({"WAREHOUSE": "x", "FORESAID_UNKNOWN": "y"}) == load_settings({})


def test_every_variable_that_cannot_be_used_is_named() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings({"FORESAID_LOCK_TIMEOUT": "soon", "FORESAID_EXTRACTOR": "oracle"})
    assert "FORESAID_LOCK_TIMEOUT" in str(refused.value)
    assert "FORESAID_EXTRACTOR" in str(refused.value)
