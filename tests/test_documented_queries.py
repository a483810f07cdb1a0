"""Every query that the docs show runs against the tables as they are."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from include.database import open_engine
from include.load.migrate import migrate

PAGE = Path(__file__).parents[1] / "docs" / "warehouse.md"
QUERIES = re.findall(r"```sql\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('docs') / 'warehouse.db'}")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("query", [pytest.param(query, id=query.split(" FROM ")[0][:40]) for query in QUERIES])
def test_it_runs(engine, query):
    with engine.connect() as connection:
        connection.execute(text(query.replace(":", r"\:"))).all()
