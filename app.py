"""The door: `python app.py …` is the command line, and `app:app` is the application for a WSGI server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.cli import main

if TYPE_CHECKING:
    from flask import Flask

    app: Flask


def __getattr__(name: str) -> Any:
    # Made when a server asks for it, so that the command line starts without Flask.
    if name == "app":
        from quotes.api import create_app
        from quotes.settings import Settings

        globals()["app"] = create_app(Settings.from_environment())
        return globals()["app"]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if __name__ == "__main__":
    main()
