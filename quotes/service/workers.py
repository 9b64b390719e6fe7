"""Extraction in processes of its own: batches of articles go out, their quotes come back in the same order.

Each process is a new interpreter (`spawn`, the same on every system) with an extractor of its own, at the other end of
one pipe. A pipe each, and no queue that all would share: so it is always known which process has which articles, and
one that dies takes nothing with it but the article that killed it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from logging.handlers import QueueHandler
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from quotes.errors import InputError, ModelError
from quotes.service.extracting import QuoteExtractor, Result, extract_each, origin_of
from quotes.types import Article

log = logging.getLogger(__name__)

T = TypeVar("T")

GIVEN_AHEAD = 2
"""Batches a process has at once: the one it works on, and the next, so that it never waits for this side to write."""
WINDOW = 8
"""Batches held in memory for each process at most, from being read to being written."""
END_SECONDS = 5.0

Results = list[Result]
Tasks = SimpleQueue[Sequence[Article] | None]


@dataclass(slots=True, eq=False)
class _Task:
    """A batch on its way."""

    articles: Sequence[Article]
    results: Results | None = None
    parts: list[_Task] | None = None
    """An article each, once the whole has cost a process its life."""

    def finished(self) -> Results | None:
        """Return the results, one an article; None until there are all."""
        if self.parts is None:
            return self.results
        results: Results = []
        for part in self.parts:
            if part.results is None:
                return None
            results += part.results
        return results


@dataclass(slots=True, eq=False)
class _Worker:
    """A process as this side sees it."""

    process: SpawnProcess
    connection: Connection
    given: deque[_Task] = field(default_factory=deque)
    """What it has not answered yet, in the order given."""
    ready: bool = False
    """Whether its extractor is loaded."""

    def give(self, task: _Task) -> None:
        """Send a batch; that a process has died is found out when its answer is awaited."""
        self.given.append(task)
        try:
            self.connection.send(task.articles)
        except OSError:
            log.debug("a process takes no more articles", exc_info=True)


class _Workers:
    """The processes, started when there is work for them, and what they are to do."""

    def __init__(self, extractor: Callable[[], QuoteExtractor], processes: int) -> None:
        self._extractor = extractor
        self._processes = processes
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()

    @property
    def full(self) -> bool:
        """Whether some batch has found no process yet."""
        return bool(self._waiting)

    def take(self, task: _Task) -> None:
        """Put a batch in line, and hand it out if a process has room for it."""
        self._waiting.append(task)
        self._hand_out()

    def collect(self, timeout: float | None = None) -> None:
        """Wait for an answer, so many seconds at most, and take all that have come.

        Raises what made the extractor of a process fail as a whole: a model that is missing or does not fit.
        """
        ends = {worker.connection: worker for worker in self._workers}
        for end in wait(list(ends), timeout):
            assert isinstance(end, Connection)
            worker = ends[end]
            try:
                answer = end.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(answer, Exception):
                raise answer
            if isinstance(answer, logging.LogRecord):
                logging.getLogger(answer.name).handle(answer)
            elif answer is None:
                worker.ready = True
            else:
                worker.given.popleft().results = answer
        self._hand_out()

    def close(self) -> None:
        """End all processes, whatever they are at: they keep nothing that would be lost."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(END_SECONDS)
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = min(self._workers, key=lambda each: len(each.given), default=None)
            if (worker is None or worker.given) and len(self._workers) < self._processes:
                worker = self._start()
            if worker is None or len(worker.given) >= GIVEN_AHEAD:
                return
            worker.give(self._waiting.popleft())

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        level = logging.getLogger().getEffectiveLevel()
        process = context.Process(target=work, args=(theirs, self._extractor, level), name="extractor", daemon=True)
        with _interrupts_kept():
            process.start()
        theirs.close()  # the process alone holds it: when that ends, however it ends, this side is told
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _bury(self, worker: _Worker) -> None:
        """Take a dead process's work back. What it was at is tried again, an article at a time; the rest as it was."""
        worker.connection.close()
        worker.process.join()
        end = _how_it_ended(worker.process.exitcode)
        worker.process.close()
        self._workers.remove(worker)
        again = list(worker.given)
        if not worker.ready:
            self._processes -= 1  # one more is too many for this machine: the others go on
            if not self._workers:
                raise ModelError(
                    f"a process that extracts quotes {end} while it loaded the model: is there memory enough? "
                    "--processes 1 needs the least"
                )
            log.warning("a process that extracts quotes %s while it loaded the model: going on with fewer", end)
        elif again:
            broken = again.pop(0)
            if len(broken.articles) == 1:
                broken.results = [InputError(origin_of(broken.articles[0]), f"extraction failed (its process {end})")]
            else:
                broken.parts = [_Task([article]) for article in broken.articles]
                again = broken.parts + again
        self._waiting.extendleft(reversed(again))


def extract_in_processes(
    batches: Iterable[tuple[T, Sequence[Article]]], extractor: Callable[[], QuoteExtractor], processes: int
) -> Generator[tuple[T, Results], None, None]:
    """Do what `extract_batches` does, in so many processes at most, started as there is work for them.

    At most WINDOW × `processes` batches are held at once, from being read to being done with.
    """
    workers = _Workers(extractor, processes)
    window: deque[tuple[T, _Task]] = deque()

    def done() -> Iterator[tuple[T, Results]]:
        while window and (results := window[0][1].finished()) is not None:
            yield window.popleft()[0], results

    try:
        for tag, articles in batches:
            task = _Task(articles, None if articles else [])
            window.append((tag, task))
            if articles:
                workers.take(task)
            workers.collect(timeout=0)
            yield from done()
            while workers.full or len(window) >= WINDOW * processes:
                workers.collect()
                yield from done()
        while window:
            workers.collect()
            yield from done()
    finally:
        workers.close()


def work(connection: Connection, make: Callable[[], QuoteExtractor], log_level: int) -> None:
    """Answer batches of articles until the other side hangs up: what a process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the other side, which ends this one
    # One process is one core: the libraries for arrays would start a thread for each.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    logging.getLogger().setLevel(log_level)
    logging.getLogger().addHandler(_LogSender(connection))
    tasks: Tasks = SimpleQueue()
    # Batches are taken off the pipe at any time, so that the other side never waits to get rid of one.
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    try:
        extractor = make()
        connection.send(None)
        for articles in iter(tasks.get, None):
            connection.send(list(extract_each(extractor, articles)))
    except (BrokenPipeError, ConnectionResetError):
        return  # nobody is left to answer
    except Exception as error:
        error.add_note(f"In a process that extracts:\n{traceback.format_exc()}")
        connection.send(error)


def _receive(connection: Connection, tasks: Tasks) -> None:
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        tasks.put(None)


class _LogSender(QueueHandler):
    """Sends what is logged to the other side, which knows where it goes."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(SimpleQueue())
        self._connection = connection

    def enqueue(self, record: logging.LogRecord) -> None:
        """Send a record, its message and traceback made text."""
        self._connection.send(record)


@contextmanager
def _interrupts_kept() -> Iterator[None]:
    """Keep Ctrl-C waiting while a process starts.

    The process inherits that, and so cannot be interrupted (and print a traceback) before it knows to leave it to us.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # comes with the first process, and would let signals in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return f"was ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"was ended by signal {-code}"
    return f"ended with code {code}"
