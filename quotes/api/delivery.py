"""Headers of every answer: what may be cached, who may frame it, who may read it from another origin."""

from __future__ import annotations

import hashlib

from flask import Flask, Response, request

READ_ORIGINS = ("/api/", "/oembed")
"""Paths whose answers a script of any origin may read. There are no cookies and no credentials to protect."""

PAGE_POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; "
    "frame-src 'self'; img-src 'self'"
)
"""Content Security Policy of pages: nothing from elsewhere, no inline script or style, no framing."""

API_POLICY = "default-src 'none'; frame-ancestors 'none'"


def register(app: Flask, cache_seconds: int) -> None:
    """Give every answer of `app` its headers; a successful read may be cached for `cache_seconds` seconds."""

    @app.after_request
    def finish(response: Response) -> Response:
        _secure(response)
        _share(response)
        return _cache(response, cache_seconds)


def _secure(response: Response) -> None:
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    if "Content-Security-Policy" not in headers:
        headers["Content-Security-Policy"] = PAGE_POLICY if response.mimetype == "text/html" else API_POLICY
    if "frame-ancestors *" not in headers["Content-Security-Policy"]:
        headers["X-Frame-Options"] = "DENY"
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")


def _share(response: Response) -> None:
    if not request.path.startswith(READ_ORIGINS) and request.endpoint != "web.embed":
        return
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = "*"
    # Without this a script sees neither the next page's link nor what to send with If-None-Match.
    headers["Access-Control-Expose-Headers"] = "Link, ETag, Retry-After"
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        headers["Access-Control-Allow-Headers"] = "If-None-Match, Accept, Content-Type"
        headers["Access-Control-Max-Age"] = "86400"


def _cache(response: Response, cache_seconds: int) -> Response:
    if response.direct_passthrough:  # a static file: Flask has given it its own validators
        return response
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        response.headers.setdefault("Cache-Control", "no-store")
        return response
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = f"public, max-age={cache_seconds}"
    if "no-store" in response.headers["Cache-Control"]:
        return response
    # The media type is part of it: two representations of one address never share a strong validator.
    digest = hashlib.sha256(f"{response.content_type}\n".encode() + response.get_data())
    digest.update(response.headers.get("Link", "").encode())
    response.set_etag(digest.hexdigest()[:32])
    response.make_conditional(request)
    return response
