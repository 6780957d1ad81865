"""What labels of another checkpoint mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.backends.roles import Role, Run, parse, roles_of, runs
from schemas.errors import ModelError

B, I, O = Role("claim", True), Role("claim", False), None  # noqa: E741 - as the scheme calls them
P = Role("prediction", False)


def test_labels_named_like_a_role_have_it() -> None:
    labels = ["O", "B-CLAIM", "I-Claim", "prediction", "B-TIME", "S-Source", "MISC"]
    assert roles_of(labels, {}) == [
        None,
        Role("claim", True),
        Role("claim", False),
        Role("prediction", False),
        Role("time", True),
        Role("source", True),
        None,
    ]


def test_a_mapping_says_what_the_others_are() -> None:
    labels = ["O", "B-CLM", "I-CLM", "LABEL_3"]
    mapping = parse(" CLM = claim , LABEL_3=prediction,")
    assert [role.name if role else None for role in roles_of(labels, mapping)] == [None, "claim", "claim", "prediction"]


@pytest.mark.parametrize("mapping", ["CLM", "CLM=", "=claim", "CLM=opinion"])
def test_a_mapping_to_no_role_is_refused(mapping: str) -> None:
    with pytest.raises(ModelError, match="is not LABEL=ROLE with one of the roles claim, condition, cue, prediction"):
        parse(mapping)


def test_a_mapping_of_labels_that_are_not_there_is_refused() -> None:
    with pytest.raises(ModelError, match="names CLM; the checkpoint has O, PER"):
        roles_of(["O", "B-PER", "I-PER"], {"CLM": "claim"})


def test_a_checkpoint_without_claims_or_predictions_is_refused() -> None:
    with pytest.raises(ModelError, match="No label of the checkpoint is a claim or a prediction; it has O, PER, TIME"):
        roles_of(["O", "B-PER", "I-PER", "B-TIME"], {})


@pytest.mark.parametrize(
    ("roles", "wanted"),
    [
        ([O, B, I, O], [Run("claim", 1, 2)]),
        ([B, B, I], [Run("claim", 0, 0), Run("claim", 1, 2)]),
        ([I, I, O, I], [Run("claim", 0, 1), Run("claim", 3, 3)]),
        ([B, I, P, P], [Run("claim", 0, 1), Run("prediction", 2, 3)]),
        ([], []),
    ],
)
def test_neighbours_of_one_role_are_a_run(roles: list[Role | None], wanted: list[Run]) -> None:
    assert runs(roles) == wanted


@given(st.lists(st.sampled_from([B, I, O, P]), max_size=20))
def test_every_word_with_a_role_is_in_one_run(roles: list[Role | None]) -> None:
    found = runs(roles)
    inside = [at for run in found for at in range(run.first, run.last + 1)]
    assert inside == [at for at, role in enumerate(roles) if role]
