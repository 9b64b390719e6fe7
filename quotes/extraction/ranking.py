"""A linear model over named features: transparent, small, and the same on every machine."""

from __future__ import annotations

import hashlib
import json
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import repeat
from typing import Any


class LinearModel:
    """Weights by feature name; a feature that was never seen in training weighs nothing."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def score(self, features: Iterable[str]) -> float:
        """Return the sum of the weights of the features."""
        return sum(map(self.weights.get, features, repeat(0.0)))


_NEVER_CERTAIN = 0.995


class Calibration:
    """Turns a model's raw confidence into the share of such attributions that are right, by steps seen in training."""

    def __init__(self, steps: Sequence[Sequence[float]] = ((0.0, 0.0), (1.0, 1.0))) -> None:
        self.raw = [step[0] for step in steps]
        self.right = [step[1] for step in steps]

    def __call__(self, raw: float) -> float:
        """Return the calibrated confidence, between the steps in a straight line; nothing is ever certain."""
        return min(_NEVER_CERTAIN, self._between_steps(raw))

    def _between_steps(self, raw: float) -> float:
        at = bisect_left(self.raw, raw)
        if at == 0:
            return self.right[0] * raw / self.raw[0] if self.raw[0] else self.right[0]
        if at == len(self.raw):
            return self.right[-1]
        low, high = self.raw[at - 1], self.raw[at]
        return self.right[at - 1] + (self.right[at] - self.right[at - 1]) * (raw - low) / (high - low)


@cache
def load_models() -> dict[str, LinearModel]:
    """Return the trained models by name, from data/weights.json."""
    return {name: LinearModel(weights) for name, weights in _weights()["models"].items()}


@cache
def load_calibration() -> Calibration:
    """Return the calibration that was found with the models."""
    return Calibration(_weights()["calibration"])


def weights_digest() -> str:
    """Return eight hexadecimal digits that differ for other weights: they are learned anew with nearly every change."""
    return hashlib.sha256(_weights_file()).hexdigest()[:8]


@cache
def _weights() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_weights_file())
    return read


def _weights_file() -> bytes:
    return resources.files("quotes.extraction").joinpath("data", "weights.json").read_bytes()


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


_BUCKETS = ("0", "1", "2", "3", *("4",) * 2, *("6",) * 4, *("10",) * 10)


def bucket(number: int) -> str:
    """Return a coarse name of a count or distance, finer near zero."""
    if number < 0:
        return "-"
    return _BUCKETS[number] if number < len(_BUCKETS) else "20"
