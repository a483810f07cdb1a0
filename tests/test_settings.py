"""Settings: read from the environment when asked for, never when imported."""

import os
from pathlib import Path

import pytest

from include import settings
from include.errors import ConfigurationError


def test_the_data_folder_is_beside_the_code_unless_it_is_set(monkeypatch, tmp_path):
    monkeypatch.delenv("JIANGHUA_HOME")
    assert settings.home() == settings.ROOT / "data"
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    assert settings.home() == tmp_path


def test_a_relative_data_folder_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIANGHUA_HOME", "here")
    assert settings.home() == tmp_path / "here"


@pytest.mark.parametrize("name", ["raw_folder", "staging_folder", "jieba_cache_folder"])
def test_everything_of_ours_lies_in_the_data_folder(home, name):
    assert getattr(settings, name)().is_relative_to(home)


def test_databases_lie_in_the_data_folder_unless_they_are_set(home, monkeypatch):
    for name in ("JIANGHUA_WAREHOUSE", "JIANGHUA_STATE"):
        monkeypatch.delenv(name, raising=False)
    assert settings.warehouse_url() is None
    assert settings.default_warehouse_url() == f"sqlite:///{home / 'warehouse.db'}"
    assert settings.state_url() == f"sqlite:///{home / 'state.db'}"
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", "postgresql://db/w")
    monkeypatch.setenv("JIANGHUA_STATE", "postgresql://db/s")
    assert (settings.warehouse_url(), settings.state_url()) == ("postgresql://db/w", "postgresql://db/s")


@pytest.mark.parametrize("further", [[], ["/a"], ["/a", "/b"]])
def test_further_folders_of_sources_are_a_path_list(monkeypatch, further):
    monkeypatch.setenv("JIANGHUA_SOURCES", os.pathsep.join(["", *further]))
    assert settings.source_folders() == [settings.ROOT / "include" / "sources", *map(Path, further)]


def test_the_nightly_hour_is_two_unless_it_is_set(monkeypatch):
    monkeypatch.delenv("JIANGHUA_NIGHTLY_HOUR", raising=False)
    assert settings.nightly_hour() == 2
    monkeypatch.setenv("JIANGHUA_NIGHTLY_HOUR", "23")
    assert settings.nightly_hour() == 23


@pytest.mark.parametrize("hour", ["24", "-1", "two", "2:30"])
def test_a_nightly_hour_that_is_none_is_named(monkeypatch, hour):
    monkeypatch.setenv("JIANGHUA_NIGHTLY_HOUR", hour)
    with pytest.raises(ConfigurationError, match="JIANGHUA_NIGHTLY_HOUR"):
        settings.nightly_hour()
