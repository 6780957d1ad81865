"""Sample material, written for this project: a running story with its outcome, a lexicon, a list of feeds.

Paths only; reading is the business of those who use them.
"""

from pathlib import Path

_ROOM = Path(__file__).parent

ARTICLES = _ROOM / "articles"
"""A folder of articles about public events, in the formats that are read (README.md says what each one shows)."""

LEXICON = _ROOM / "lexicon.csv"
"""What words of probability stand for, on several scales: `scale,word,low,mid,high,source`, figures from 0 to 1."""

TOPICS = _ROOM / "topics.csv"
"""Topics to begin with and the phrases by which they are recognised: `topic,phrase`."""

FEEDS = _ROOM / "feeds.csv"
"""Public feeds to begin with: `name,url,kind,publisher,language,every_minutes,topic`."""
