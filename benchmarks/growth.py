"""How the time of extraction grows with a text's length and with the quotes in it, and a picture of it.

The texts are made here: a new speaker every few paragraphs, pronouns, roles, headings, a name that many share, so that
every step has as much to do at the end as at the beginning.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_GIVEN = ("Petra", "Amos", "Ines", "Bruno", "Greta", "Tomas", "Vera", "Felix", "Nadia", "Oscar")
_FIRST = ("Ol", "Quil", "Bran", "Mar", "Tor", "Hal", "Wen", "Kes", "Dun", "Sal")
_LAST = ("and", "mere", "wick", "ford", "by", "stone", "croft", "ley", "gate", "ham")
_ROLES = ("harbour master", "chief engineer", "deputy mayor", "spokeswoman for the Tern Trust", "professor of geology")
_PLACES = ("quay", "lock", "bridge", "reservoir", "station", "market", "tunnel", "lighthouse")


@dataclass(frozen=True, slots=True)
class Point:
    """One measured text."""

    size: int
    """Characters or quotes, as the series says."""
    seconds: float
    """Processor time."""


def article(paragraphs: int, fillers: int) -> str:
    """Return a text of so many quoting paragraphs (two quotes each), each followed by `fillers` sentences without."""
    parts = []
    for k in range(paragraphs):
        person = k // 4
        surname = _FIRST[person % 10] + _LAST[person // 10 % 10] + _LAST[person // 100 % 10]
        name, role = f"{_GIVEN[person % 10]} {surname}", _ROLES[person % 5]
        place = _PLACES[k % 8]
        if k % 4 == 0:
            line = f"“The {place} is closed until spring,” said {name}, the {role}. “We will mend it in year {k}.”"
        elif k % 4 == 1:
            line = f"{surname} said the {place} was “a burden on number {k}” and called the delay “an outrage”."
        elif k % 4 == 2:
            line = f"“Nobody asked the {place} keepers,” she said. “They learned it from note {k}.”"
        else:
            line = f"The {role} told reporters that the {place} “would stay” and that it “must pay for pier {k}”."
        if k % 10 == 0:
            parts.append(f"“Closed until spring {k}”")
        rest = " ".join(
            f"The {_PLACES[(k + n) % 8]} has stood empty since the flood of {1900 + n}." for n in range(fillers)
        )
        parts.append(f"{line} {rest}".strip())
    return "\n\n".join(parts)


def by_length(longest: int, points: int = 5) -> list[str]:
    """Return texts of growing length, to about `longest` characters, with quotes as thick as in news."""
    unit = len(article(40, 9)) / 40
    return [article(max(1, round(longest / unit * share)), 9) for share in _shares(points)]


def by_quotes(most: int, points: int = 5) -> list[str]:
    """Return texts of growing numbers of quotes, to `most`, with hardly anything between them."""
    return [article(max(1, round(most / 2 * share)), 0) for share in _shares(points)]


def _shares(points: int) -> list[float]:
    return [2.0 ** (k - points + 1) for k in range(points)]


def measure(texts: Sequence[str], size_of: Callable[[str], int], extract: Callable[[str], object]) -> list[Point]:
    """Extract each text once and return its size and time."""
    found = []
    for text in texts:
        before = time.process_time()
        extract(text)
        found.append(Point(size_of(text), time.process_time() - before))
    return found


def exponent(points: Sequence[Point]) -> float:
    """Return the power of the size that time grows with, from the third largest text to the largest: 1 is linear."""
    first, last = points[max(0, len(points) - 3)], points[-1]
    return math.log(last.seconds / first.seconds) / math.log(last.size / first.size)


WIDTH, HEIGHT, MARGIN = 360, 260, 52


def plot(series: Sequence[tuple[str, str, Sequence[Point]]]) -> str:
    """Return an SVG picture of several series (title, unit of size, points) side by side.

    Seconds are shown against the seconds of the largest text, for they are another machine's anywhere else; the thin
    line is what linear growth would be.
    """
    total = len(series) * WIDTH
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {HEIGHT}" width="{total}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12" role="img" aria-label="time of extraction against size of the text">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, (title, unit, points) in enumerate(series):
        parts.extend(_panel(number * WIDTH, title, unit, points))
    parts.append("</svg>\n")
    return "\n".join(parts)


def _panel(left: int, title: str, unit: str, points: Sequence[Point]) -> list[str]:
    largest, slowest = points[-1].size, max(point.seconds for point in points)
    low, high = HEIGHT - MARGIN, MARGIN
    wide = WIDTH - 2 * MARGIN

    def place(size: float, seconds: float) -> tuple[float, float]:
        return left + MARGIN + wide * size / largest, low - (low - high) * seconds / slowest

    corner, top = place(0, 0), place(largest, points[-1].seconds)
    line = " ".join("{:.1f},{:.1f}".format(*place(point.size, point.seconds)) for point in points)
    parts = [
        f'<text x="{left + WIDTH / 2}" y="24" text-anchor="middle" font-size="14">{title}</text>',
        f'<path d="M{corner[0]} {high}V{low}H{left + WIDTH - MARGIN}" fill="none" stroke="#444"/>',
        f'<path d="M{corner[0]} {corner[1]}L{top[0]:.1f} {top[1]:.1f}" stroke="#bbb" stroke-dasharray="4 4"/>',
        f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="2"/>',
    ]
    for point in points:
        x, y = place(point.size, point.seconds)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#06c"/>')
    parts += [
        f'<text x="{left + MARGIN}" y="{low + 18}">0</text>',
        f'<text x="{left + WIDTH - MARGIN}" y="{low + 18}" text-anchor="middle">{largest:,}</text>',
        f'<text x="{left + WIDTH / 2}" y="{low + 36}" text-anchor="middle">{unit}</text>',
        f'<text x="{left + MARGIN - 6}" y="{high + 4}" text-anchor="end">100 %</text>',
        f'<text x="{left + MARGIN - 6}" y="{low}" text-anchor="end">time</text>',
    ]
    return parts


def write_plot(path: Path, series: Sequence[tuple[str, str, Sequence[Point]]]) -> None:
    """Write the picture."""
    path.write_text(plot(series), encoding="utf-8")
