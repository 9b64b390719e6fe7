"""The WHERE of a search: constant conditions with the values that are bound to their names."""

from __future__ import annotations

from collections.abc import Sequence

Value = str | int | float | None


class Conditions:
    """Conditions that must all hold."""

    def __init__(self, **values: Value) -> None:
        """Begin without conditions; `values` are bound whatever is asked."""
        self.values: dict[str, Value] = dict(values)
        self._clauses: list[str] = []

    def add(self, clause: str, **values: Value) -> None:
        """Add a condition, constant text; its `:names` are bound to `values`."""
        self._clauses.append(f"({clause})")
        self.bind(**values)

    def bind(self, **values: Value) -> None:
        """Bind values to names. Raises ValueError if a name is bound already: it would change another condition."""
        taken = self.values.keys() & values.keys()
        if taken:
            raise ValueError(f"bound twice: {', '.join(sorted(taken))}")
        self.values.update(values)

    def __bool__(self) -> bool:
        """Tell whether there is any condition."""
        return bool(self._clauses)

    def statement(self, select: str, *rest: str) -> str:
        """Return `select`, the conditions if there are any, and the rest: all constant text."""
        where = ["WHERE", " AND ".join(self._clauses)] if self._clauses else []
        return " ".join([select, *where, *rest])


def bind_list(name: str, values: Sequence[Value]) -> tuple[str, dict[str, Value]]:
    """Return `(:name0, :name1 …)` for an IN, and what is bound to it; for lists as long as a page, not longer."""
    bound = {f"{name}{index}": value for index, value in enumerate(values)}
    return "(" + ", ".join(f":{key}" for key in bound) + ")", bound
