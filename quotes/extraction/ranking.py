"""A linear model over named features: transparent, small, and the same on every machine."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources


class LinearModel:
    """Weights by feature name; a feature that was never seen in training weighs nothing."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def score(self, features: Iterable[str]) -> float:
        """Return the sum of the weights of the features."""
        get = self.weights.get
        return sum(get(feature, 0.0) for feature in features)


@cache
def load_models() -> dict[str, LinearModel]:
    """Return the trained models by name, from data/weights.json."""
    raw = json.loads(resources.files("quotes.extraction").joinpath("data", "weights.json").read_text(encoding="utf-8"))
    return {name: LinearModel(weights) for name, weights in raw["models"].items()}


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the probabilities of a log-linear model; an empty list for no scores."""
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def sigmoid(score: float) -> float:
    """Return the probability of a logistic model."""
    if score >= 0:
        return 1.0 / (1.0 + math.exp(-score))
    raised = math.exp(score)
    return raised / (1.0 + raised)


def bucket(number: int) -> str:
    """Return a coarse name of a count or distance, finer near zero."""
    if number < 0:
        return "-"
    if number <= 3:
        return str(number)
    if number <= 5:
        return "4"
    if number <= 9:
        return "6"
    if number <= 19:
        return "10"
    return "20"
