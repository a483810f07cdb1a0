"""Which warehouse a run writes: by setting, by Airflow connection, else the embedded default."""

import pytest
from airflow.sdk.exceptions import AirflowNotFoundException

from include.runtime import warehouse as module


class Connections:
    """Airflow's connections, faked: the tests have no api-server to ask."""

    def __init__(self, found):
        self.found, self.asked = found, []

    def get(self, name):
        self.asked.append(name)
        if name not in self.found:
            raise AirflowNotFoundException(name)
        return self

    def get_uri(self):
        return self.found[self.asked[-1]]


@pytest.fixture
def connections(monkeypatch):
    def use(**found):
        connections = Connections(found)
        monkeypatch.setattr(module, "Connection", connections)
        return connections

    return use


def test_the_setting_comes_first_and_asks_airflow_nothing(monkeypatch, connections):
    found = connections(warehouse="postgres://u:p@db/w")
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", "sqlite:////somewhere/w.db")
    assert module.resolve_url() == "sqlite:////somewhere/w.db"
    assert found.asked == []


def test_then_the_connection(monkeypatch, connections):
    monkeypatch.delenv("JIANGHUA_WAREHOUSE", raising=False)
    connections(warehouse="postgres://u:p@db/w")
    assert module.resolve_url() == "postgres://u:p@db/w"


def test_else_a_file_in_the_data_folder(home, monkeypatch, connections):
    monkeypatch.delenv("JIANGHUA_WAREHOUSE", raising=False)
    connections()
    assert module.resolve_url() == f"sqlite:///{home / 'warehouse.db'}"


def test_one_engine_a_process(place):
    assert module.warehouse() is module.warehouse()
