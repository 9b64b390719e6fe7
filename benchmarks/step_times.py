"""Where the extractor's processor time goes, by step: a sampling profiler of the benchmark's own.

A timer of processor time interrupts the run every millisecond; the time since the last interruption goes to the step
whose module is innermost on the stack. Nothing is wrapped or counted, so the run is as fast as without it, and time
inside spaCy's compiled code is charged to the step that called it. Steps are named by module: a module that is not in
STEPS (the word lists, say) counts for whoever called it.
"""

from __future__ import annotations

import signal
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType

STEPS = {
    "marks": "marks",
    "narration": "narration",
    "scene": "narration",
    "names": "names",
    "sources": "reading the parse",
    "source_roles": "reading the parse",
    "attribution": "attribution",
    "speech": "speech or not",
    "signatures": "attribution",
    "mark_uses": "speech or not",
    "coreference": "coreference",
    "tracks": "coreference",
    "pronouns": "coreference",
    "nominals": "coreference",
    "nominal_references": "coreference",
    "history": "coreference",
    "entity_facts": "coreference",
    "affiliation": "affiliation",
    "beside_names": "affiliation",
    "statements": "affiliation",
    "topics": "topics",
    "addressee": "addressee",
    "ranking": "ranking",
    "decision": "decision",
    "pipeline": "batching",
}
"""Module of quotes/extraction ▶ step."""
TOKENS, PARSE, OTHER = "spaCy's tokeniser", "spaCy's model", "other"
INTERVAL = 0.001


def step_of(frame: FrameType | None) -> str:
    """Return the step that a stack is in, by its innermost module."""
    in_spacy = in_tokeniser = False
    while frame is not None:
        code = frame.f_code
        path = Path(code.co_filename)
        if path.parent.name == "extraction" and path.stem in STEPS:
            if in_tokeniser:
                return TOKENS
            return PARSE if in_spacy else STEPS[path.stem]
        if "spacy" in path.parts or "thinc" in path.parts:
            in_spacy = True
            in_tokeniser = in_tokeniser or code.co_name == "make_doc"
        frame = frame.f_back
    return OTHER


def time_steps(work: Callable[[], object], step_of: Callable[[FrameType | None], str] = step_of) -> dict[str, float]:
    """Run `work` and return the seconds of processor time that each step took, largest first.

    `step_of` names the step that a stack is in, given its innermost frame. Only in the main thread, where signals
    arrive. The sum is the whole of the run.
    """
    spent: defaultdict[str, float] = defaultdict(float)
    last = time.process_time()

    def sample(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        spent[step_of(frame)] += now - last
        # what the sampling itself took is nobody's
        last = time.process_time()

    before = signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return dict(sorted(spent.items(), key=lambda item: -item[1]))
