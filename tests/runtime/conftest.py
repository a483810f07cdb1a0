import pytest
from runtime.town import Town

from include.load.migrate import migrate
from include.runtime import warehouse as warehouse_module
from include.runtime.state import State


@pytest.fixture
def place(home, monkeypatch):
    """A data folder with a migrated warehouse, as every task of one installation sees it."""
    for name in ("JIANGHUA_STATE", "JIANGHUA_SOURCES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", f"sqlite:///{home / 'warehouse.db'}")
    warehouse_module.warehouse.cache_clear()
    migrate(warehouse_module.warehouse())
    yield home
    warehouse_module.warehouse().dispose()
    warehouse_module.warehouse.cache_clear()


@pytest.fixture
def state(place):
    state = State.open()
    yield state
    state.close()


@pytest.fixture
def town(place, monkeypatch):
    """A site with three days of pages, described in a folder of sources of its own."""
    town = Town()
    town.publish([1, 2, 3])
    folder = place / "sources"
    folder.mkdir()
    town.describe(folder)
    monkeypatch.setenv("JIANGHUA_SOURCES", str(folder))
    yield town
    town.close()
