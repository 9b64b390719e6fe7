"""The application on a production server: gunicorn, set up here rather than in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from quotes.settings import Settings

if TYPE_CHECKING:
    from flask import Flask


class QuotesServer(BaseApplication):  # type: ignore[misc]
    """gunicorn around the application; each process makes its own, so that none shares a database connection."""

    def __init__(self, settings: Settings, options: dict[str, Any]) -> None:
        self.settings = settings
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Set gunicorn's settings; its command line and environment are not read."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application of one worker process."""
        from quotes.api import create_app

        return create_app(self.settings)


def serve_forever(settings: Settings, *, host: str, port: int, workers: int, threads: int) -> None:
    """Serve until a signal ends it. Raises SystemExit if the address cannot be had."""
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    QuotesServer(
        settings,
        {
            "bind": address,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "accesslog": None,
            "proc_name": "quotes",
        },
    ).run()
