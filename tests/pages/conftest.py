"""An empty warehouse, a filled one, and the clients that ask for pages."""

import shutil

import pytest
from fastapi.testclient import TestClient
from pages.small_warehouse import land

from include.database import open_engine
from include.load.migrate import migrate
from include.pages.access import may_read
from include.pages.app import app


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The two warehouses, made once: tests work on copies."""
    folder = tmp_path_factory.mktemp("warehouses")
    for name in ("empty", "landed"):
        engine = open_engine(f"sqlite:///{folder / name}.db")
        migrate(engine)
        if name == "landed":
            land(engine)
        engine.dispose()  # folds the write-ahead log into the file
    return folder


@pytest.fixture
def warehouse(files, tmp_path, monkeypatch):
    """Lays a copy of one of them where the pages find it; gives its engine."""

    def lay(name):
        shutil.copy(files / f"{name}.db", tmp_path / "warehouse.db")
        url = f"sqlite:///{tmp_path / 'warehouse.db'}"
        monkeypatch.setenv("JIANGHUA_WAREHOUSE", url)
        return open_engine(url)

    return lay


@pytest.fixture
def empty(warehouse):
    """The warehouse before any run."""
    return warehouse("empty")


@pytest.fixture
def landed(warehouse):
    """The warehouse after two runs."""
    return warehouse("landed")


@pytest.fixture
def client():
    """A user who may read; errors of ours become answers, as they do in the api-server."""
    app.dependency_overrides[may_read] = lambda: None
    yield TestClient(app, raise_server_exceptions=False)
    app.dependency_overrides.clear()


@pytest.fixture
def anonymous():
    """Nobody: no cookie, no token."""
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)
