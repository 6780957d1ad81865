"""Markdown: the stored text is what the page shows, each word once and in its order, without the markup.

A link is its words, emphasis is gone, paragraphs are set apart by a blank line; so a quote reads as the page does, and
offsets hold in the stored text (the file's own lines would break quotes with link targets). What is no prose is kept
and marked: headings as titles, tables and code as markup, paragraphs that are all links as navigation.
Front matter, or the lines of labels that crawlers put on top, gives the imprint; the first heading is the title.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from flows.readers.decoding import decode
from flows.readers.documents import Document, Draft, Imprint
from flows.readers.header import front_matter, imprint_of_labels, labelled_lines, read_front_matter
from flows.readers.text import imprint_of_body
from flows.regions import apart
from schemas import Region, RegionKind

_LINKED_SHARE = 0.75
"""Share of a paragraph's letters that are link text, from which on it is a list of links."""
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_BREAKS = ("softbreak", "hardbreak")
_LABEL_BLOCK = re.compile(r"^[A-Z][\w .()/-]{1,30}: .{1,200}(?:\n[A-Z][\w .()/-]{1,30}: .{1,200})+$", re.MULTILINE)


def read(document: Document) -> Iterator[Draft]:
    """The one draft in a Markdown file. Raises `ReadError`."""
    source = decode(document.data, document.address, document.charset)
    header = front_matter(source)
    blocks = list(_blocks(_tree(source[header.end() :] if header else source)))
    text, shown = _laid_out(blocks)
    stated = read_front_matter(header, text) if header else Imprint()
    labels = list(labelled_lines(text))
    labelled = imprint_of_labels(labels, text)
    yield Draft(
        address=document.address,
        text=text,
        imprint=stated.or_else(labelled).or_else(_heading(blocks)).or_else(imprint_of_body(text)),
        regions=tuple(apart([*shown, *_label_blocks(text, [label.region for label in labels])])),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph as it is shown, how it is set apart from the one before, and why it is not read, if it is not."""

    text: str
    kind: RegionKind | None = None
    before: str = "\n\n"


def _tree(source: str) -> Any:
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(_parser().parse(source))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # What crawlers indent is hardly ever code.
    return MarkdownIt("commonmark").enable("table").disable("code")


def _blocks(node: Any) -> Iterator[_Block]:
    if node.type == "heading":
        yield _Block(_shown(node.children[0]), RegionKind.TITLE)
    elif node.type == "paragraph":
        yield from _lines(node.children[0])
    elif node.type == "tr":
        yield _Block(f"| {' | '.join(_shown(cell.children[0]) for cell in node.children)} |", before="\n")
    elif node.type == "fence":
        yield _Block(node.content.strip("\n"), RegionKind.QUOTED_MARKUP)
    elif node.type == "html_block":
        yield _Block(html.unescape(_TAG.sub("", node.content)))
    elif node.type == "list_item":
        inside = [block for child in node.children for block in _blocks(child)]
        yield from (_item(block, node) if number == 0 else block for number, block in enumerate(inside))
    else:
        yield from (block for child in node.children for block in _blocks(child))


def _item(block: _Block, item: Any) -> _Block:
    marker = f"{item.info}{item.markup if item.info else '-'} "
    return replace(block, text=marker + block.text, before="\n")


def _lines(inline: Any) -> Iterator[_Block]:
    """The lines of a paragraph, each of which may be a list of links."""
    line: list[Any] = []
    before = "\n\n"
    for node in inline.children:
        if node.type in _BREAKS and _shown(node) == "\n":
            yield _line(line, before)
            line, before = [], "\n"
        else:
            line.append(node)
    yield _line(line, before)


def _line(nodes: list[Any], before: str) -> _Block:
    text = "".join(map(_spaced, nodes))
    linked = sum(_letters(_shown(node)) for node in nodes if node.type == "link")
    is_list_of_links = linked > 0 and linked >= _LINKED_SHARE * _letters(text)
    return _Block(text, RegionKind.NAVIGATION if is_list_of_links else None, before)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _shown(node: Any) -> str:
    """The words of inline markup as a page shows them."""
    if node.type == "html_inline":
        return ""
    if node.type in _BREAKS:
        return "\n" if node.type == "hardbreak" or _begins_line(node) else " "
    if node.type == "image" or not node.children:
        return str(node.content)
    return "".join(map(_spaced, node.children))


def _spaced(node: Any) -> str:
    """The words, with the space between two links that crawlers lose."""
    return (" " if _is_link(node) and _is_link(node.previous_sibling) else "") + _shown(node)


def _begins_line(line_break: Any) -> bool:
    """Whether what follows a source line's break is a line of its own: a row, a bold label, a link after a link."""
    after = line_break.next_sibling
    while after is not None and after.type == "text" and not after.content:
        after = after.next_sibling
    if after is None or after.type == "text":
        return after is not None and after.content.startswith("|")
    return _is_label(after) or (after.type == "link" and _is_link(line_break.previous_sibling))


def _is_label(node: Any) -> bool:
    return node.type == "strong" and ":" in _shown(node)[-1:] + str(getattr(node.next_sibling, "content", ""))[:1]


def _is_link(node: Any) -> bool:
    return node is not None and node.type == "link"


def _laid_out(blocks: list[_Block]) -> tuple[str, list[Region]]:
    """The text that the blocks make, and the regions that their kinds make in it."""
    parts: list[str] = []
    regions: list[Region] = []
    length = 0
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        part = (block.before if parts else "") + text
        parts.append(part)
        length += len(part)
        if block.kind:
            regions.append(Region(char_start=length - len(text), char_end=length, kind=block.kind))
    return "".join(parts), regions


def _heading(blocks: list[_Block]) -> Imprint:
    return Imprint(title=next((block.text.strip() for block in blocks if block.kind is RegionKind.TITLE), None))


def _label_blocks(text: str, labels: list[Region]) -> Iterator[Region]:
    """The blocks of label lines that state something of the imprint, as a whole."""
    for block in _LABEL_BLOCK.finditer(text):
        if any(block.start() <= label.char_start < block.end() for label in labels):
            yield Region(char_start=block.start(), char_end=block.end(), kind=RegionKind.BYLINE)
    yield from labels
