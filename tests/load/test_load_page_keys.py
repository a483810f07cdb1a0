"""A warehouse of other page ids takes no rows, and says what to do."""

import pytest
from load.staged_runs import quarantined, staged_run, version
from sqlalchemy import func, select, update

from include.database import open_engine
from include.errors import ConfigurationError
from include.load import load as loading
from include.load import page_keys, tables
from include.load.load import load_run

FIRST = version("http://x.cn/1?p=1", "全县粮食产量12吨。", ("12吨",))
SECOND = version("http://x.cn/2", "全县粮食产量13吨。", ("13吨",))
REFUSED = staged_run("d/1", [FIRST], pages=[], statements={}, quarantined=[quarantined(FIRST)])


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'w.db'}")
    tables.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def next_version(monkeypatch):
    """Rules that drop the parameter p, as the version after the present one."""

    def change(rule=lambda url: url.partition("?")[0]):
        monkeypatch.setattr(page_keys, "canonical_url", rule)
        for module in (page_keys, loading):
            monkeypatch.setattr(module, "CANONICALISER_VERSION", loading.CANONICALISER_VERSION + 1)

    return change


def land(engine, run):
    with engine.begin() as connection:
        load_run(connection, run)


def versions(engine):
    with engine.connect() as connection:
        load = tables.load.c
        return list(connection.scalars(select(load.canonicaliser_version).order_by(load.committed_at)))


def test_a_load_says_which_rules_made_its_page_ids(engine):
    land(engine, staged_run("d/1", [FIRST]))
    assert versions(engine) == [loading.CANONICALISER_VERSION]


@pytest.mark.parametrize(
    "run", [pytest.param(staged_run("d/1", [FIRST]), id="page"), pytest.param(REFUSED, id="quarantined")]
)
def test_rules_that_give_other_ids_refuse_the_load_and_say_what_to_do(engine, next_version, run):
    land(engine, run)
    next_version()
    with pytest.raises(
        ConfigurationError, match=r"pages of it would get other ids, e\.g\. http.*\?p=1 → http://x\.cn/1\."
    ):
        land(engine, staged_run("d/2", [SECOND]))
    assert len(versions(engine)) == 1
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.listing)) == 1


def test_an_address_that_the_new_rules_refuse_is_another_too(engine, next_version):
    def refuse(url):
        raise ConfigurationError("no web address")

    land(engine, staged_run("d/1", [FIRST]))
    next_version(refuse)
    with pytest.raises(ConfigurationError, match="would get other ids"):
        land(engine, staged_run("d/2", [SECOND]))


def test_rules_under_which_every_address_stays_go_on(engine, next_version):
    land(engine, staged_run("d/1", [SECOND]))
    next_version()
    land(engine, staged_run("d/2", [SECOND]))
    assert versions(engine) == [loading.CANONICALISER_VERSION - 1, loading.CANONICALISER_VERSION]


def test_loads_from_before_are_of_the_first_version(engine, monkeypatch):
    land(engine, staged_run("d/1", [FIRST]))
    with engine.begin() as connection:
        connection.execute(update(tables.load).values(canonicaliser_version=None))
        monkeypatch.setattr(page_keys, "CANONICALISER_VERSION", page_keys.FIRST_VERSION)
        monkeypatch.setattr(page_keys, "canonical_url", None)  # nothing needs to be looked through
        page_keys.check_page_keys(connection)
        monkeypatch.setattr(page_keys, "canonical_url", lambda url: f"{url}/")
        monkeypatch.setattr(page_keys, "CANONICALISER_VERSION", page_keys.FIRST_VERSION + 1)
        with pytest.raises(ConfigurationError, match="written with version 1 of the rules"):
            page_keys.check_page_keys(connection)
