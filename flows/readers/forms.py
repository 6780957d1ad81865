"""Which form bytes have: by what the server says, by the ending of the name, else by how they begin."""

import json as json_parser
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from flows.readers import html, json, mail, markdown, pdf, text
from flows.readers.documents import Document, Reader
from flows.readers.streams import Stream

_BY_ENDING: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
    ".json": json.read,
    ".eml": mail.read,
}
_BY_MEDIA_TYPE: dict[str, Reader] = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "text/markdown": markdown.read,
    "application/pdf": pdf.read,
    "application/json": json.read,
    "message/rfc822": mail.read,
}
_LISTS = (".jsonl", ".ndjson", ".mbox", ".warc", ".xml", ".rss", ".atom")
ENDINGS = (*_BY_ENDING, *_LISTS)
"""The endings of the files that are read in a folder; each may be followed by `.gz`."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)
_HEADERS = re.compile(rb"(?:(?:from|to|subject|date|received|return-path|message-id|mime-version): .*\r?\n){2}", re.I)
_FEED = re.compile(rb"\s*(?:<\?xml.{0,300}?\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
                   rb"<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex)\b", re.I | re.DOTALL)  # fmt: skip
_JSON_FEED = re.compile(rb"\s*\{[^{]*?\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org", re.DOTALL)


def ending(address: str) -> str:
    """The ending of a file's name or of a URL's path, in lower case."""
    path = urlsplit(address).path if "://" in address else address
    return PurePosixPath(path).suffix.lower()


def reader_of(document: Document) -> Reader:
    """The reader of the document's form; plain text where nothing speaks for another one."""
    head = document.data[:4096].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"%PDF-"):
        return pdf.read
    named = _BY_MEDIA_TYPE.get(document.media_type) or _BY_ENDING.get(ending(document.address))
    return named or _by_beginning(head)


def _by_beginning(head: bytes) -> Reader:
    if _PAGE.match(head):
        return html.read
    if _HEADERS.match(head):
        return mail.read
    if head.lstrip()[:1] in (b"{", b"["):
        return json.read
    return text.read


def is_feed(head: bytes) -> bool:
    """Whether these first bytes begin a feed (RSS, Atom, JSON Feed) or a sitemap."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_FEED.match(head) or _JSON_FEED.match(head))


def is_json_lines(stream: Stream) -> bool:
    """Whether each line is an object of its own: so named, or the first one is and another follows."""
    if ending(stream.address) in (".jsonl", ".ndjson") or "ndjson" in stream.media_type or "jsonl" in stream.media_type:
        return True
    first, line_break, rest = stream.peek().lstrip().partition(b"\n")
    if not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return bool(line_break) and isinstance(json_parser.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_mbox(stream: Stream) -> bool:
    """Whether this is a mailbox: messages that each begin with a line `From …`."""
    return bool(re.match(rb"From \S+.*\d{4}\s*\r?\n", stream.peek()))


def is_warc(stream: Stream) -> bool:
    """Whether this is a web archive."""
    return stream.peek().startswith(b"WARC/")
