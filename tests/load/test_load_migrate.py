"""One definition, one history: what the migrations make is what the tables say."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from load.staged_runs import staged_run, version
from sqlalchemy import func, inspect, select

from include.database import open_engine
from include.load import tables
from include.load.load import load_run
from include.load.migrate import alembic_config, migrate
from include.load.tables import CONTENT_TABLES, RUN_TABLES, metadata

PAGE = version("http://x.cn/1", "全县粮食产量12吨。", ("12吨",))
CHANGED = version("http://x.cn/1", "全县粮食产量13吨。", ("13吨",), hour=2)
# A warehouse as the first release left it: a page that landed, and the run, fetch and load that brought it
FIRST_RELEASE = """
INSERT INTO source VALUES ('portal', '门户', 'http://x.cn', 'p', true);
INSERT INTO run VALUES ('d/0', 'manual', NULL, '2024-03-01', '2024-03-02', '2024-03-01 00:00:00');
INSERT INTO load VALUES ('load0', 'd/0', '2024-03-01 00:00:00', 0, '1');
INSERT INTO body VALUES ('sha0', 3, 'text/html');
INSERT INTO listing VALUES ('d/0', 'portal', '{page_id}', '{url}', '题', '2024-03-01', 'http://x.cn/');
INSERT INTO "fetch" VALUES ('d/0', 'portal', '{page_id}', 1, 'fetched', 'accepted', NULL, NULL, 200, NULL, 'sha0',
                          NULL, 'utf-8', '2024-02-29 00:00:00', 5, '{{}}');
INSERT INTO page VALUES ('{page_id}', '{url}', 'sha0', '题', NULL, NULL, NULL, 'utf-8', '旧文', '[]',
                         '2024-02-29 00:00:00', 'load0', '2024-02-29 00:00:00');
"""


@pytest.fixture
def first_release(database_url):
    """A warehouse of revision 0001 with rows in it."""
    engine = open_engine(database_url)
    command.upgrade(alembic_config(engine), "0001")
    with engine.begin() as connection:
        for statement in FIRST_RELEASE.format(**PAGE).split(";\n")[:-1]:
            connection.exec_driver_sql(statement)
    yield engine
    engine.dispose()


def test_a_warehouse_of_the_first_release_keeps_its_rows_and_takes_new_ones(first_release):
    migrate(first_release)
    with first_release.begin() as connection:
        row = connection.execute(select(tables.page)).mappings().one()
        assert (row["text"], row["gone_since"]) == ("旧文", None)
        load_run(connection, staged_run("d/1", [CHANGED]))
        assert connection.scalar(select(tables.page.c.text)) == CHANGED["text"]
        assert connection.scalar(select(func.count()).select_from(tables.fetch)) == 2
    with first_release.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_way_back_is_there_too(first_release):
    migrate(first_release)
    command.downgrade(alembic_config(first_release), "0001")
    with first_release.connect() as connection:
        names = set(inspect(connection).get_table_names())
        assert "source_state" not in names
        assert "gone_since" not in {column["name"] for column in inspect(connection).get_columns("page")}
        assert connection.exec_driver_sql("SELECT text FROM page").scalar() == "旧文"
    migrate(first_release)


def test_there_is_exactly_one_head():
    assert len(ScriptDirectory.from_config(alembic_config()).get_heads()) == 1


def test_migrations_make_the_tables_as_defined(database_url):
    engine = open_engine(database_url)
    migrate(engine)
    migrate(engine)  # a second time changes nothing
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_every_table_and_column_is_described_and_of_one_kind():
    assert {*CONTENT_TABLES, *RUN_TABLES} == set(metadata.tables.values())
    undescribed = [str(c) for t in metadata.tables.values() for c in t.columns if not c.comment]
    assert undescribed == []
    assert all(table.comment for table in metadata.tables.values())
