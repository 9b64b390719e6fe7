from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.invented import fill
from tests.web.serving import Site, serve


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The service over a database of invented articles."""
    with serve(fill(tmp_path_factory.mktemp("site"))) as running:
        yield running
