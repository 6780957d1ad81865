"""What foresaid says: its records, closed vocabularies, ids, errors and settings. Imports nothing of the project."""

from schemas.articles import Article, Failure, Region, Sentence, SourceVisit
from schemas.assertions import AnyAssertion, Assertion, Claim, Dropped, Extraction, Prediction
from schemas.dates import NO_DATE, Interval
from schemas.remarks import Criterion, Feedback, Slip
from schemas.settings import Settings, load_settings
from schemas.topics import TopicPhrase
from schemas.verdicts import Decision, Evidence, Verdict
from schemas.vocabulary import (
    Basis,
    Dimension,
    DropReason,
    DueReason,
    FailureStage,
    FeedbackReason,
    Granularity,
    Kind,
    Likelihood,
    Outcome,
    PublishedBasis,
    RegionKind,
    Stance,
    State,
    Tense,
)

__all__ = [
    "NO_DATE",
    "AnyAssertion",
    "Article",
    "Assertion",
    "Basis",
    "Claim",
    "Criterion",
    "Decision",
    "Dimension",
    "DropReason",
    "Dropped",
    "DueReason",
    "Evidence",
    "Extraction",
    "Failure",
    "FailureStage",
    "Feedback",
    "FeedbackReason",
    "Granularity",
    "Interval",
    "Kind",
    "Likelihood",
    "Outcome",
    "Prediction",
    "PublishedBasis",
    "Region",
    "RegionKind",
    "Sentence",
    "Settings",
    "Slip",
    "SourceVisit",
    "Stance",
    "State",
    "Tense",
    "TopicPhrase",
    "Verdict",
    "load_settings",
]
