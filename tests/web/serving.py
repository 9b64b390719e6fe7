"""The real application on a real port."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from quotes.api import create_app
from quotes.settings import Settings


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Leave requests out of the tests' output; errors are still written."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body, as UTF-8."""
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        """The body, as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Site:
    """A running service; `path`s begin with a slash."""

    app: Flask
    port: int
    host: str = field(default="127.0.0.1")

    @property
    def base(self) -> str:
        """Its address, without a trailing slash."""
        return f"http://{self.host}:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Ask for a path; an underscore in the name of a header stands for a hyphen."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=20)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def id_of(self, words: str) -> str:
        """Return the id of the first quote that a search for `words` finds."""
        found = self.ask(f"/api/v1/quotes?{urlencode({'q': words})}").json["items"]
        assert found, f"no quote has the words {words}"
        return str(found[0]["id"])


@contextmanager
def serve(settings: Settings) -> Iterator[Site]:
    """Run the service on a free port of this machine, in a thread."""
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(app, server.server_port)
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
        app.extensions["quotes.lookup"].close()
