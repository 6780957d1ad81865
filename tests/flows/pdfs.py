"""A PDF of given lines, small enough to be read in a hex dump."""

from collections.abc import Sequence

Placed = tuple[int, int, int, str]
"""Left, bottom, letter size, text."""


def pdf(pages: Sequence[Sequence[Placed]], info: bytes = b"") -> bytes:
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    tree = 2 + 2 * len(pages)
    kids = []
    for lines in pages:
        drawn = b"".join(map(_drawn, lines))
        content = add(b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn))
        resources = b"<< /Font << /F1 %d 0 R >> >>" % font
        page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources %s >>"
        kids.append(add(page % (tree, content, resources)))
    add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)))
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    record = add(b"<< %s >>" % info)
    return _file(objects, root, record)


def columns(left: Sequence[str], right: Sequence[str], top: int = 660) -> list[Placed]:
    """Two columns of lines at the same heights."""
    rows = [(60, line) for line in left], [(320, line) for line in right]
    return [(x, top - 12 * number, 10, line) for side in rows for number, (x, line) in enumerate(side)]


def _drawn(line: Placed) -> bytes:
    left, bottom, size, text = line
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, left, bottom, escaped)


def _file(objects: Sequence[bytes], root: int, record: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return bytes(out + trailer % (len(objects) + 1, root, record, out.rindex(b"xref\n0")))
