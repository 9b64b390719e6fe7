"""Run one system over a file of texts and say what it took: what `benchmarks.extraction` starts, once a system.

    python contender.py {quotes,spacy,textacy} TEXTS.jsonl REPORT.json MODEL [PREDICTIONS.jsonl]

A process of its own for each system, for its peak memory is its own and textacy lives in an environment of its own.
So nothing but the standard library is imported here before the system is known.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Predictions = list[dict[str, Any]]
"""Of one text: `start`, `end` (characters), `text`, `speaker`, `role`, `organization`."""
System = Callable[[Iterable[str]], Iterator[Predictions]]

BATCH_SIZES = (16, 64, 256)
"""What `nlp.pipe` is tried with; the whole run uses the fastest."""
TRIAL_CHARACTERS = 60_000


def make_quotes(model: str) -> System:
    """Return this program's extractor."""
    extractor = importlib.import_module("quotes.extraction.pipeline").Extractor(model)

    def run(texts: Iterable[str]) -> Iterator[Predictions]:
        for quotes in extractor.extract_many(texts):
            yield [
                {
                    "start": quote.start,
                    "end": quote.end,
                    "text": quote.text,
                    "speaker": quote.speaker.name if quote.speaker else None,
                    "role": quote.affiliation.role,
                    "organization": quote.affiliation.organization,
                }
                for quote in quotes
            ]

    return run


def make_spacy(model: str, batch_size: int) -> System:
    """Return spaCy's full pipeline, which says nothing of quotes: what merely reading costs."""
    nlp = importlib.import_module("spacy").load(model)

    def run(texts: Iterable[str]) -> Iterator[Predictions]:
        for _ in nlp.pipe(texts, batch_size=batch_size):
            yield []

    return run


def make_textacy(model: str, batch_size: int) -> System:
    """Return textacy's `direct_quotations` on spaCy's full pipeline, a paragraph at a time.

    A paragraph at a time, because one missing mark makes it give a whole document up, and so that it is at its best.
    """
    nlp = importlib.import_module("spacy").load(model)
    direct_quotations = importlib.import_module("textacy.extract.triples").direct_quotations

    def paragraphs(texts: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        for number, text in enumerate(texts):
            start = 0
            for line in text.split("\n"):
                if line.strip():
                    yield line, (number, start)
                start += len(line) + 1

    def run(texts: Iterable[str]) -> Iterator[Predictions]:
        known = list(texts)
        found: list[Predictions] = [[] for _ in known]
        for doc, (number, start) in nlp.pipe(paragraphs(known), as_tuples=True, batch_size=batch_size):
            try:
                triples = list(direct_quotations(doc))
            except ValueError:  # an odd number of marks: it says so, and gives the paragraph up
                continue
            for triple in triples:
                content = triple.content
                begin = start + content.start_char
                speaker = " ".join(token.text for token in triple.speaker)
                found[number].append(
                    {"start": begin, "end": begin + len(content.text), "text": content.text, "speaker": speaker}
                )
        yield from found

    return run


def fastest_batch_size(make: Callable[[int], System], texts: list[str]) -> int:
    """Return which of BATCH_SIZES takes the least processor time on the first TRIAL_CHARACTERS of the texts."""
    trial: list[str] = []
    for text in texts:
        if trial and sum(map(len, trial)) > TRIAL_CHARACTERS:
            break
        trial.append(text)
    taken = {}
    for size in BATCH_SIZES:
        system = make(size)
        list(system(trial[:1]))
        before = time.process_time()
        list(system(trial))
        taken[size] = time.process_time() - before
    return min(taken, key=lambda size: taken[size])


def main() -> None:
    """Run, and write the report: `cpu` and `wall` (seconds), `peak` (bytes), `batch_size`, `quotes`."""
    name, source, report, model, *predictions = sys.argv[1:]
    with Path(source).open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    texts = [document["text"] for document in documents]
    batch_size: int | None = None
    if name == "quotes":
        system = make_quotes(model)
    else:
        make = make_spacy if name == "spacy" else make_textacy
        batch_size = fastest_batch_size(lambda size: make(model, size), texts)
        system = make(model, batch_size)
    list(system(texts[:1]))  # the first text of a process pays for tables that are read once
    wall, cpu = time.perf_counter(), time.process_time()
    found = list(system(texts))
    taken = {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "batch_size": batch_size,
        "quotes": sum(map(len, found)),
    }
    Path(report).write_text(json.dumps(taken), encoding="utf-8")
    if predictions:
        with Path(predictions[0]).open("w", encoding="utf-8") as out:
            for document, quotes in zip(documents, found, strict=True):
                out.write(json.dumps({"id": document["id"], "quotes": quotes}) + "\n")


if __name__ == "__main__":
    main()
