"""From bytes to text, exactly.

The text is the file's characters as they stand: line endings are kept as they are, nothing is normalised. A byte-order
mark says how to decode and is not part of the text (Python's `utf-8-sig` gives the same offsets). The encoding is the
declared one, else UTF-8, else what charset-normalizer finds. Refuses what is not text.
"""

import codecs

from schemas.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = [chr(code) for code in range(1, 32) if chr(code) not in "\t\n\r\f\v"]
_MAX_CONTROLS = 0.001  # a stray one happens to good files; a program or picture has one in ten


def decode(data: bytes, address: str, declared: str | None = None) -> str:
    """The text of `data`. Raises `ReadError`: `empty`, `not_text`, or `encoding` when none fits."""
    text = _decoded(data, address, declared)
    if not text.strip():
        raise ReadError(address, "empty", f"{address} holds no text; there is nothing to read.")
    if not is_text(text):
        raise not_text(address)
    return text


def is_text(text: str) -> bool:
    """Whether these characters are for reading: no null character, hardly any other control character."""
    return "\0" not in text and sum(map(text.count, _CONTROLS)) <= _MAX_CONTROLS * len(text)


def not_text(address: str) -> ReadError:
    """The refusal of bytes that are no text in any form that is read."""
    return ReadError(
        address,
        "not_text",
        f"{address} is not text, HTML, PDF, JSON, mail, a feed or a WARC archive; convert it to one of these first.",
    )


def _decoded(data: bytes, address: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, address)
    if b"\0" in data:  # UTF-16 without a mark would pass as UTF-8
        return _detected(data, address)
    for encoding in filter(None, (_known(declared), "utf-8")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _damaged_utf8(data) or _detected(data, address)


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding. Who declares Latin-1 or ASCII means Windows' set, as browsers know."""
    try:
        name = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _strictly(data: bytes, encoding: str, address: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError(
            address, "encoding", f"{address} begins as {encoding} but is not; save it as UTF-8 and try again."
        ) from None


def _damaged_utf8(data: bytes) -> str | None:
    """The text if it is UTF-8 with a few bad bytes: more letters beyond ASCII decode than fail to."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond = sum(character > "\x7f" for character in text) - lost
    return text if beyond > lost else None


def _detected(data: bytes, address: str) -> str:
    import charset_normalizer  # 50 ms that most files do not need

    matches = charset_normalizer.from_bytes(data)
    best = matches.best()
    if best is None:
        raise not_text(address)
    # Pages of Windows' Western and Central European sets differ in few letters, and this is a reader of English.
    encodings = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    if best.encoding.startswith("cp125") and "cp1252" in encodings:
        return data.decode("cp1252", "replace")
    return _strictly(data, best.encoding, address)
