"""A drawing as SVG: one element to put into a page or a file.

Colours stand in attributes, not in style, so that a page under a strict content policy shows them. A style sheet may
give others by class: every mark has its `ink-…`, what is drawn by its stroke is `is-stroked`, and what has paper inside
is `is-hollow`. Text is escaped; characters that XML forbids are left out.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from review.plots.drawing import COLOURS, RING, Bar, Dot, Drawing, Ink, Line, Mark, Words

FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"
DASHES = "4 3"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def svg(drawing: Drawing) -> str:
    """The drawing as an `<svg>` element that names and describes itself."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f"{drawing.width:g} {drawing.height:g}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{drawing.width:g}"'
        f' height="{drawing.height:g}" role="img" font-family="{FONT}">'
    )
    yield f"<title>{_text(drawing.title)}</title>"
    yield f"<desc>{_text(drawing.description)}</desc>"
    yield from map(element, drawing.marks)
    yield "</svg>"


def element(mark: Mark) -> str:
    """A mark as an element."""
    match mark:
        case Line():
            return _line(mark)
        case Dot():
            return _dot(mark)
        case Bar():
            return _bar(mark)
        case Words():
            return _words(mark)


def _line(mark: Line) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark.points)
    dashes = f' stroke-dasharray="{DASHES}"' if mark.is_dashed else ""
    return f'<polyline points="{points}" fill="none" {_stroke(mark.ink, mark.width, "is-stroked")}{dashes}/>'


def _dot(mark: Dot) -> str:
    return f'<circle cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:g}" {_surface(mark)}/>'


def _bar(mark: Bar) -> str:
    place = f'x="{mark.x:.1f}" y="{mark.y:.1f}" width="{mark.width:.1f}" height="{mark.height:.1f}"'
    return f"<rect {place} {_surface(mark)}/>"


def _words(mark: Words) -> str:
    weight = ' font-weight="600"' if mark.is_bold else ""
    return (
        f'<text x="{mark.x:.1f}" y="{mark.y:.1f}" font-size="{mark.size:g}" text-anchor="{mark.anchor.value}"{weight}'
        f' class="ink-{mark.ink.value}" fill="{COLOURS[mark.ink]}">{_text(mark.text)}</text>'
    )


def _surface(mark: Dot | Bar) -> str:
    if mark.is_hollow:
        return f'fill="{COLOURS[Ink.PAPER]}" {_stroke(mark.ink, RING, "is-stroked is-hollow")}'
    return f'class="ink-{mark.ink.value}" fill="{COLOURS[mark.ink]}"'


def _stroke(ink: Ink, width: float, kinds: str) -> str:
    return f'class="ink-{ink.value} {kinds}" stroke="{COLOURS[ink]}" stroke-width="{width:g}"'


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
