"""One definition, one history: what the migrations make is what the tables say."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from include.database import open_engine
from include.load.migrate import alembic_config, migrate
from include.load.tables import CONTENT_TABLES, RUN_TABLES, metadata


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
