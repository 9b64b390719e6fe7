"""Errors as problem documents (RFC 9457), and as pages for people.

Machines ask below `/api/`, at `/healthz` and at `/oembed`; everywhere else a person reads the answer.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import quote as percent_encode

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestedRangeNotSatisfiable
from werkzeug.wrappers import Response as BaseResponse

from quotes.errors import InvalidQuery, NotFound, StoreError

MEDIA_TYPE = "application/problem+json"

_MACHINE_PATHS = ("/api/", "/healthz", "/oembed")

_ADVICE = {
    404: "Nothing is at this address. Quotes move when their article is corrected: search for the words.",
    405: "This address can only be read: use GET.",
    413: "The request has a body that is larger than anything this service takes: it only answers questions.",
    500: "Something went wrong in the service, and it was written to its log. Trying again may help.",
    503: "The database cannot be used at the moment. Trying again in a while may help.",
}


class Problem(Exception):
    """A request that cannot be answered, with what is wrong with it.

    `status` is the HTTP status, `detail` says what is wrong, for people; `members` are extension members of the
    problem document (names of letters and underscores).
    """

    def __init__(self, status: int, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.members = members


class BadParameters(Problem):
    """One or more parameters of the query are unknown or cannot be read."""

    def __init__(self, reasons: dict[str, str]) -> None:
        """`reasons`: name of the parameter ▶ what is wrong with it, a phrase for people."""
        detail = "; ".join(f"{name}: {reason}" for name, reason in reasons.items())
        listed = [{"name": name, "reason": reason} for name, reason in reasons.items()]
        super().__init__(400, detail, invalid_params=listed)
        self.reasons = reasons

    @classmethod
    def of(cls, error: InvalidQuery) -> BadParameters:
        """Return the error that names the parameter instead of the field of the query: `words` is asked as `q`."""
        return cls({"q" if error.field == "words" else error.field: error.reason})


def wants_problem() -> bool:
    """Whether the request was made by a program, which gets a problem document instead of a page."""
    return request.path.startswith(_MACHINE_PATHS)


def problem_response(status: int, detail: str, **members: Any) -> Response:
    """Return a problem document. `type` is `about:blank`: the status says what kind of problem it is."""
    document = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": _instance(),
        **members,
    }
    return Response(json.dumps(document, ensure_ascii=False) + "\n", status=status, content_type=MEDIA_TYPE)


def register(app: Flask) -> None:
    """Answer every failure of `app` in the form that its reader understands; unexpected ones are logged by Flask."""
    app.register_error_handler(Problem, _on_problem)
    app.register_error_handler(HTTPException, _on_http)
    app.register_error_handler(InvalidQuery, _on_invalid)
    app.register_error_handler(NotFound, _on_not_found)
    app.register_error_handler(StoreError, _on_store)


def _instance() -> str:
    """Return the address that was asked for as a URI reference: percent-encoded, without scheme and host."""
    asked = percent_encode(request.path)
    query = percent_encode(request.query_string, safe="%=&+-._~:/?@!$'()*,;")
    return f"{asked}?{query}" if query else asked


def _answer(status: int, detail: str, **members: Any) -> Response:
    if wants_problem():
        return problem_response(status, detail, **members)
    page = render_template("error.html", status=status, title=HTTPStatus(status).phrase, detail=detail)
    return Response(page, status=status, content_type="text/html; charset=utf-8")


def _on_problem(problem: Problem) -> Response:
    return _answer(problem.status, problem.detail, **problem.members)


def _on_invalid(error: InvalidQuery) -> Response:
    problem = BadParameters.of(error)
    return _answer(problem.status, problem.detail, **problem.members)


def _on_http(error: HTTPException) -> BaseResponse:
    if error.response is not None or error.code is None or error.code < 400:  # a redirect is no failure
        return error.get_response(request.environ)
    answer = _answer(error.code, _ADVICE.get(error.code) or error.description or error.name)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, RequestedRangeNotSatisfiable) and error.length is not None:
        answer.headers["Content-Range"] = f"{error.units} */{error.length}"
    return answer


def _on_not_found(error: NotFound) -> Response:
    return _answer(404, str(error) or _ADVICE[404])


def _on_store(error: StoreError) -> Response:
    # The message may name the database's file: that is for the log, not for the public.
    current_app.logger.error("%s %s: %s", request.method, request.path, error, exc_info=error)
    answer = _answer(503, _ADVICE[503])
    answer.headers["Retry-After"] = "30"
    return answer
