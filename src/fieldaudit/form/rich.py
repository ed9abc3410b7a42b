"""Labels with Markdown and the few HTML tags that ODK allows, as runs of one look each.

Knows text alone: a link is an address to show, and nobody here opens it. Everything that is not
understood stays as it was written; nothing of it ever becomes a tag.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import groupby
from operator import attrgetter

_SPECIAL = re.compile(r"[\\*_#<&\[\r]|^\s*-\s", re.MULTILINE)
_TOKEN = re.compile(
    r"(?P<escaped>\\[\\*_#\[\]()<>&-])"
    r"|(?P<link>\[(?P<words>[^\[\]\n]{1,500})\]\((?P<address>[^()\s]{1,2000})\))"
    r"|(?P<mark>\*\*|__|\*|_)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{0,9})(?P<rest>\s[^<>]{0,300})?/?>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z]{1,10});)"
)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BULLET = re.compile(r"(\s*)[-*]\s+(.*)")
_COLOUR = re.compile(r"color\s*[:=]\s*[\"']?(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|[A-Za-z]{3,20})\b")
_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BOLD, _ITALIC = ("b", "strong", "**", "__"), ("i", "em", "*", "_")
_COLOURED, _BREAKS = ("span", "font"), ("br", "p", "div")
_KNOWN = frozenset((*_BOLD, *_ITALIC, *_COLOURED, *_BREAKS))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    """The text, line breaks included."""

    bold: bool = False
    """Whether it is bold."""

    italic: bool = False
    """Whether it is slanted."""

    colour: str = ""
    """`#rgb`, `#rrggbb` or a colour's name; empty for the usual one."""

    link: str = ""
    """Address that it names; empty for none."""

    heading: int = 0
    """Level of the heading that it stands in, from 1; 0 for none."""


def runs(label: str) -> tuple[Run, ...]:
    """Return a label as runs, neighbours of one look joined."""
    label = _CONTROL.sub("", label)
    if not _SPECIAL.search(label):
        return (Run(label),) if label else ()
    found: list[Run] = []
    for number, line in enumerate(label.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            found.append(Run("\n"))
        found += _line(line)
    return tuple(_joined(found))


def plain(label: str) -> str:
    """Return a label as bare text, for paper and terminals."""
    return "".join(run.text for run in runs(label)).strip()


def to_html(label: str) -> str:
    """Return a label as HTML of a small safe subset: b, i, span with a colour, a, h1-h6, br."""
    parts: list[str] = []
    for heading, same in groupby(runs(label), key=attrgetter("heading")):
        text = "".join(map(_html, same))
        if parts and text.startswith("<br/>"):
            # A heading ends its line by itself.
            text = text.removeprefix("<br/>")
        parts.append(f"<h{heading}>{text}</h{heading}>" if heading else text)
    return "".join(parts)


def _line(line: str) -> Iterator[Run]:
    heading, bullet = _HEADING.fullmatch(line), _BULLET.fullmatch(line)
    if heading:
        for run in _inline(heading[2]):
            yield replace(run, heading=len(heading[1]))
    elif bullet:
        yield Run(f"{bullet[1]}• ")
        yield from _inline(bullet[2])
    else:
        yield from _inline(line)


@dataclass(slots=True, eq=False)
class _Piece:
    """A token: text of its own, or a mark or tag that opens or closes a look."""

    text: str
    opens: str = ""
    closes: str = ""
    style: str = ""
    link: str = ""
    matched: bool = True


def _inline(line: str) -> Iterator[Run]:
    """Yield the runs of one line."""
    pieces = list(_pieces(line))
    _match(pieces)
    look: list[_Piece] = []
    for piece in pieces:
        if not piece.matched or not (piece.opens or piece.closes):
            yield _run(piece, look)
        elif piece.opens:
            look.append(piece)
        else:
            place = max(n for n, other in enumerate(look) if other.opens == piece.closes)
            del look[place]


def _run(piece: _Piece, look: list[_Piece]) -> Run:
    names = [other.opens for other in look]
    return Run(
        piece.text,
        bold=any(name in _BOLD for name in names),
        italic=any(name in _ITALIC for name in names),
        colour=next((other.style for other in reversed(look) if other.style), ""),
        link=piece.link,
    )


def _pieces(line: str) -> Iterator[_Piece]:
    end = 0
    for match in _TOKEN.finditer(line):
        if match.start() > end:
            yield _Piece(line[end : match.start()])
        end = match.end()
        yield _piece(line, match)
    if end < len(line):
        yield _Piece(line[end:])


def _piece(line: str, match: re.Match[str]) -> _Piece:
    if match["escaped"]:
        return _Piece(match[0][1:])
    if match["link"]:
        address = match["address"] if _ADDRESS.match(match["address"]) else ""
        return _Piece(match["words"] if address else match[0], link=address)
    if match["entity"]:
        return _Piece(unescape(match[0]))
    return _mark(line, match) if match["mark"] else _tag(match)


def _mark(line: str, match: re.Match[str]) -> _Piece:
    """Read stars or underscores: what may open has text behind it, what may close before it."""
    mark = match[0]
    before, after = line[: match.start()][-1:], line[match.end() :][:1]
    inside = "_" in mark and before.isalnum() and after.isalnum()
    piece = _Piece(mark, matched=False)
    if after.strip() and not inside and not ("_" in mark and before.isalnum()):
        piece.opens = mark
    if before.strip() and not inside and not ("_" in mark and after.isalnum()):
        piece.closes = mark
    return piece


def _tag(match: re.Match[str]) -> _Piece:
    name, rest = match["name"].lower(), match["rest"] or ""
    if name not in _KNOWN:
        return _Piece(match[0])
    if name in _BREAKS:
        return _Piece("" if name != "br" and not match[0].startswith("</") else "\n")
    if match[0].startswith("</"):
        return _Piece(match[0], closes=name, matched=False)
    colour = _COLOUR.search(rest)
    return _Piece(match[0], opens=name, style=colour[1] if colour else "", matched=False)


def _match(pieces: list[_Piece]) -> None:
    """Find the partner of each mark and tag; what has none stays text."""
    waiting: list[_Piece] = []
    for piece in pieces:
        if piece.matched:
            continue
        partner = next((o for o in reversed(waiting) if piece.closes == o.opens), None)
        if piece.closes and partner is not None:
            del waiting[waiting.index(partner) :]
            partner.matched = piece.matched = True
            partner.closes = piece.opens = ""
        elif piece.opens and len(waiting) < _DEEPEST:
            piece.closes = ""
            waiting.append(piece)


def _joined(found: list[Run]) -> Iterator[Run]:
    """Join neighbours of one look, and drop empty ones."""
    last: Run | None = None
    for run in found:
        if not run.text:
            continue
        if last is not None and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _html(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br/>")
    if run.link:
        text = f'<a href="{escape(run.link)}">{text}</a>'
    if run.colour:
        text = f'<span style="color:{run.colour}">{text}</span>'
    for wanted, tag in ((run.italic, "i"), (run.bold, "b")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return text
