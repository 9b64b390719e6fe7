"""Plain-text tables for a terminal: columns as wide as they need, long texts wrapped, hostile signs made harmless."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and how many characters it has at least and at most."""

    heading: str
    least: int
    most: int
    right: bool = False


def render_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of a table no wider than `width` characters (or the sum of what the columns need at least).

    Cells wrap at spaces; a row of several lines is followed by an empty one if any row is.
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = _widths(columns, cells, width)
    yield _line([column.heading for column in columns], widths, columns)
    yield _line(["─" * size for size in widths], widths, columns)
    wrapped = [[_wrap(cell, size) for cell, size in zip(row, widths, strict=True)] for row in cells]
    airy = any(len(lines) > 1 for row in wrapped for lines in row)
    for number, row in enumerate(wrapped):
        if airy and number:
            yield ""
        for index in range(max(len(lines) for lines in row)):
            yield _line([lines[index] if index < len(lines) else "" for lines in row], widths, columns)


def printable(text: str) -> str:
    """Return `text` on one line without signs that steer a terminal: escapes, control codes, turns of direction."""
    return " ".join("".join(" " if unicodedata.category(char) in _STEERING else char for char in text).split())


_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def display_width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: two for a wide sign (習), none for a combining mark."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    widths = [len(column.heading) for column in columns]
    for row in cells:
        widths = [max(size, display_width(cell)) for size, cell in zip(widths, row, strict=True)]
    widths = [min(size, column.most) for size, column in zip(widths, columns, strict=True)]
    spare = width - len(GAP) * (len(columns) - 1)
    while sum(widths) > spare:
        # The widest column that can still give way gives way.
        index = max(range(len(columns)), key=lambda i: widths[i] - columns[i].least)
        if widths[index] <= columns[index].least:
            break
        widths[index] -= 1
    return widths


def _wrap(cell: str, width: int) -> list[str]:
    if display_width(cell) <= width:
        return [cell]
    if display_width(cell) == len(cell):
        return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
    lines = [""]
    for word in cell.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if display_width(lines[-1] + char) > width:
                lines.append("")
            lines[-1] += char
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    padded = []
    for cell, size, column in zip(cells, widths, columns, strict=True):
        space = " " * (size - display_width(cell))
        padded.append(space + cell if column.right else cell + space)
    return GAP.join(padded).rstrip()
