"""The application factory."""

from __future__ import annotations

from flask import Flask, abort, request

from quotes.api import delivery, problems, v1
from quotes.service.lookup import Lookup
from quotes.settings import Settings
from quotes.web import oembed, pages

MAX_BODY_BYTES = 65_536
"""Nothing is sent to the service but questions."""


def assemble(settings: Settings) -> Flask:
    """Return the application (see `quotes.api.create_app`)."""
    app = Flask("quotes.web", template_folder="templates", static_folder="static", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = settings.cache_seconds
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions["quotes.settings"] = settings
    app.extensions["quotes.lookup"] = Lookup(settings)

    @app.before_request
    def refuse_what_cannot_be_answered() -> None:
        # Bodies are never read, so that Flask itself would not notice.
        if (request.content_length or 0) > MAX_BODY_BYTES:
            abort(413)
        # Werkzeug takes a host with forbidden signs in it for none at all; every address we gave would be broken.
        if not settings.base_url and not request.host:
            abort(400, "The Host header names no host.")

    problems.register(app)
    delivery.register(app, settings.cache_seconds)
    app.register_blueprint(v1.blueprint)
    app.register_blueprint(oembed.blueprint)
    app.register_blueprint(pages.blueprint)
    return app
