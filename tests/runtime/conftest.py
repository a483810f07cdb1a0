import shutil

import pytest
from runtime.town import Town

from include import settings
from include.runtime import warehouse as warehouse_module
from include.runtime.state import State


@pytest.fixture
def place(home, monkeypatch, migrated):
    """A data folder with a migrated warehouse, as every task of one installation sees it."""
    for name in ("JIANGHUA_STATE", "JIANGHUA_SOURCES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", f"sqlite:///{home / 'warehouse.db'}")
    shutil.copy(migrated, home / "warehouse.db")
    warehouse_module.warehouse.cache_clear()
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


@pytest.fixture(autouse=True)
def one_jieba_cache(cache_home, monkeypatch):
    """Every test has a data folder of its own; jieba need not build its cache in each of them."""
    monkeypatch.setattr(settings, "jieba_cache_folder", lambda: cache_home / "cache" / "jieba")
