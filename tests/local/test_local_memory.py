import os

import pytest

from include.errors import ConfigurationError
from include.local.memory import REMEMBERED, recall, remember


@pytest.fixture
def environment(monkeypatch):
    for name in REMEMBERED:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_later_command_means_the_installation_that_runs(tmp_path, environment):
    environment.setenv("JIANGHUA_PORT", "9090")
    environment.setenv("JIANGHUA_SOURCES", "/srv/sources")
    remember(tmp_path / "settings.json")
    environment.delenv("JIANGHUA_PORT")
    environment.delenv("JIANGHUA_SOURCES")
    recall(tmp_path / "settings.json")

    assert (os.environ["JIANGHUA_PORT"], os.environ["JIANGHUA_SOURCES"]) == ("9090", "/srv/sources")
    assert "JIANGHUA_STATE" not in os.environ


@pytest.mark.parametrize(
    ("started", "message"), [("/old", "with JIANGHUA_SOURCES=/old"), ("", "without JIANGHUA_SOURCES")]
)
def test_settings_that_the_services_do_not_follow_are_refused(tmp_path, environment, started, message):
    environment.setenv("JIANGHUA_SOURCES", started)
    remember(tmp_path / "settings.json")
    environment.setenv("JIANGHUA_SOURCES", "/new")
    with pytest.raises(ConfigurationError, match=message):
        recall(tmp_path / "settings.json")


def test_nothing_to_recall_is_no_fault(tmp_path, environment):
    recall(tmp_path / "settings.json")
