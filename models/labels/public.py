"""Labels of public articles, kept stand-off: address, content hash and offsets, without a word of the articles.

`public.jsonl` holds a line per labelled excerpt. Joining needs the articles themselves: a JSONL file (also .gz) with
`id`, `url`, `text`, `title`, `publisher`, `published` a line. An article whose text is not the one that was labelled
is refused, never guessed at.

    python -m models.labels.public check ARTICLES FILE.labels…   every slip in files of hand-written labels
    python -m models.labels.public add ARTICLES FILE.labels…     checks them and appends them to public.jsonl
    python -m models.labels.public show ARTICLES ID FROM TO      sentences FROM to TO of an article, numbered
    python -m models.labels.public join ARTICLES OUT             writes the labelled documents with their text
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from models.labels.documents import Label, LabelledDocument, Span
from models.labels.sheets import SheetError, read_labels, write
from models.sentences import split
from schemas.errors import ForesaidError

STAND_OFF = Path(__file__).with_name("public.jsonl")
SECOND = Path(__file__).with_name("second.jsonl")
"""Second readings of some excerpts by other people, kept to measure how far two agree."""


class JoinError(ForesaidError):
    """The articles given are not those that were labelled."""


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSONL file, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def _by_id(path: Path) -> dict[str, dict[str, Any]]:
    return {article["id"]: article for article in read_articles(path)}


def find_article(path: Path, identifier: str) -> dict[str, Any]:
    """The article with this id. Raises `JoinError` where the file lacks it."""
    try:
        return _by_id(path)[identifier]
    except KeyError:
        raise JoinError(f"{path} has no article with the id {identifier}.") from None


def digest(text: str) -> str:
    """Content hash by which a labelled text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def join(articles: Path, stand_off: Path = STAND_OFF) -> Iterator[LabelledDocument]:
    """The labelled documents with their text. Raises `JoinError` at the first that is missing or has changed."""
    for line in stand_off.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        article = find_article(articles, entry["id"])
        text = article["text"]
        if digest(text) != entry["sha256"]:
            raise JoinError(f"The text of article {entry['id']} is not the one that was labelled.")
        yield LabelledDocument(
            doc=entry["id"],
            text=text,
            published=article["published"],
            publisher=article.get("publisher") or "",
            title=article.get("title") or "",
            genre=article.get("genre") or "",
            url=article.get("url") or "",
            sentences=tuple(_span(pair) for pair in entry["sentences"]),
            labels=tuple(_label(fields) for fields in entry["labels"]),
        )


def stand_off_line(document: LabelledDocument) -> str:
    """The document as a line of `public.jsonl`: everything but the text and what the article says of itself."""
    return json.dumps(
        {
            "id": document.doc,
            "url": document.url,
            "sha256": digest(document.text),
            "sentences": [[s.start, s.end] for s in document.sentences],
            "labels": [_fields(label) for label in document.labels],
        },
        ensure_ascii=False,
    )


def _span(pair: list[int]) -> Span:
    return Span(start=pair[0], end=pair[1])


def _label(fields: dict[str, Any]) -> Label:
    spans = {k: _span(v) for k, v in fields.items() if k in {"span", "source_span", "time", "cue", "condition"}}
    return Label.model_validate({**fields, **spans})


def _fields(label: Label) -> dict[str, Any]:
    """The label's fields that differ from their defaults, spans as pairs."""
    given = label.model_dump(mode="json", exclude_defaults=True)
    return {
        k: [v["start"], v["end"]] if isinstance(v, dict) and "start" in v and k != "interval" else v
        for k, v in given.items()
    }


def read_label_file(articles: Path, path: Path) -> LabelledDocument:
    """A file of hand-written labels: a first line `# ID FROM TO`, then lines as `sheets.read_labels` takes them."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    _, identifier, begin, end = first.split()
    article = find_article(articles, identifier)
    everything = [Span(start=s.char_start, end=s.char_end) for s in split(article["text"])]
    chosen = slice(int(begin), int(end) + 1)
    if any(not int(begin) <= int(line.split()[0]) <= int(end) for line in lines if line.strip() and line[0].isdigit()):
        raise SheetError(f"labels outside the sentences {begin} to {end}")
    return LabelledDocument(
        doc=identifier,
        text=article["text"],
        published=article["published"],
        publisher=article["publisher"],
        title=article.get("title") or "",
        genre=article.get("genre") or "",
        url=article.get("url") or "",
        sentences=tuple(everything[chosen]),
        labels=tuple(read_labels(lines, article["text"], everything)),
    )


def _checked(articles: Path, paths: list[Path]) -> tuple[list[LabelledDocument], list[str]]:
    documents, slips = [], []
    for path in paths:
        try:
            documents.append(read_label_file(articles, path))
        except (SheetError, ValueError) as error:
            slips.append(f"{path.name}: {error}")
    return documents, slips


def _show(articles: Path, identifier: str, chosen: range) -> None:
    article = find_article(articles, identifier)
    print(f"{article['title']} · {article['publisher']} · {article['published']}\n{article.get('url')}")
    for number, sentence in enumerate(split(article["text"])):
        if number in chosen:
            print(f"[{number}] {article['text'][sentence.char_start : sentence.char_end]}")


def main(arguments: list[str]) -> int:
    """The command line; returns the exit code."""
    match arguments:
        case ["check", articles, *files] if files:
            documents, slips = _checked(Path(articles), [Path(f) for f in files])
            labels = sum(len(d.labels) for d in documents)
            sentences = sum(len(d.sentences) for d in documents)
            print(
                "\n".join(
                    [
                        *slips,
                        f"{len(documents)} files right, {sentences} sentences, {labels} labels; {len(slips)} wrong",
                    ]
                )
            )
            return int(bool(slips))
        case ["add", articles, *files] if files:
            documents, slips = _checked(Path(articles), [Path(f) for f in files])
            known = set(STAND_OFF.read_text().splitlines()) if STAND_OFF.exists() else set()
            new = [line for line in map(stand_off_line, documents) if line not in known]
            with STAND_OFF.open("a", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in new)
            print("\n".join([*slips, f"{len(new)} added"]))
            return int(bool(slips))
        case ["show", articles, identifier, first, last]:
            _show(Path(articles), identifier, range(int(first), int(last) + 1))
            return 0
        case ["join", articles, out]:
            Path(out).mkdir(parents=True, exist_ok=True)
            for document in join(Path(articles)):
                Path(out, f"{document.doc}.sheet").write_text(write(document), encoding="utf-8")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
