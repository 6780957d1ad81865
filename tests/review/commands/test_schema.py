import json

import jsonschema
import pytest

from review.commands.schema import RECORDS
from tests import story
from tests.review.conftest import Run


@pytest.mark.parametrize("record", RECORDS)
def test_each_record_has_a_valid_schema(run: Run, record: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", record).stdout))


def test_a_prediction_fits_its_schema_and_a_misspelt_one_does_not(run: Run) -> None:
    shape = json.loads(run("schema").stdout)["Prediction"]
    given = story.OPENS.model_dump(mode="json")
    jsonschema.validate(given, shape)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(given | {"resolv_by": "2017-02-28"}, shape)
