"""The warehouse that the pages open is the tasks' own, and cannot be written from there."""

import pytest
from sqlalchemy.exc import OperationalError

from include.load import tables
from include.pages.store import NoWarehouseError, reading


def test_nothing_can_be_written(landed):
    with reading() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(tables.run.delete())


def test_a_writer_does_not_keep_a_reader_waiting(landed):
    with landed.begin() as writer, reading() as connection:
        writer.execute(tables.link.delete())
        assert connection.execute(tables.run.select()).all()


def test_the_embedded_default_is_found_when_nothing_names_another(home, monkeypatch):
    monkeypatch.delenv("JIANGHUA_WAREHOUSE", raising=False)
    monkeypatch.delenv("AIRFLOW_CONN_WAREHOUSE", raising=False)
    with pytest.raises(NoWarehouseError, match="no warehouse file"), reading():
        pass
    (home / "warehouse.db").touch()
    with pytest.raises(NoWarehouseError, match="no tables"), reading():
        pass
