"""Before anything imports Airflow or jieba: folders of our own, no examples, the project's Dags and plugins."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")  # a file system in memory, where Linux has one
ROOMY = 4 << 30  # bytes: the suite makes some 150 databases of 7 MB


def _in_memory():
    """Whether temporary files may lie in memory: on a disk, the suite waits for them a third of its time."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return False
    return shutil.disk_usage(MEMORY).free > ROOMY and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC


if _in_memory():
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
if sys.dont_write_bytecode:  # as in many containers: to compile 2,000 modules anew takes half a minute a run
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(ROOT / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
gc.disable()  # until all is imported
_HOME = tempfile.TemporaryDirectory(prefix="jianghua-tests-")

os.environ.update(
    AIRFLOW_HOME=_HOME.name,
    AIRFLOW__CORE__DAGS_FOLDER=str(ROOT / "dags"),
    AIRFLOW__CORE__PLUGINS_FOLDER=str(ROOT / "plugins"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="True",
    JIANGHUA_HOME=_HOME.name,
)
for name in ("JIANGHUA_WAREHOUSE", "JIANGHUA_STATE", "JIANGHUA_SOURCES"):
    os.environ.pop(name, None)


def pytest_collection_finish():
    """What has been imported stays: the garbage collector need not walk through a million objects of Airflow again."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A data folder of the test's own."""
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def cache_home():
    """The data folder of the session: tests that cut words use its cache, so that jieba's words are built once."""
    return Path(_HOME.name)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    """A PostgreSQL of the test session's own, on a Unix socket; skips where none is installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [Path(shutil.which("initdb") or "missing").parent]
    if not (programs[-1] / "initdb").exists():
        pytest.skip("PostgreSQL is not installed: its half of this test is not run")
    folder = Path(tempfile.mkdtemp(prefix="jianghua-pg-"))  # a Unix socket's path must be short
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, **as_user)
    data, log = folder / "data", folder / "log"
    try:
        _quietly([programs[-1] / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8"], as_user)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _quietly([programs[-1] / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"], as_user)
        yield f"postgresql+psycopg2://postgres@/{{database}}?host={folder}"
    finally:
        subprocess.run(
            [programs[-1] / "pg_ctl", "-D", data, "-m", "immediate", "stop"],
            check=False,
            capture_output=True,
            **as_user,
        )
        shutil.rmtree(folder)


def _quietly(command, as_user):
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", **as_user)
    assert done.returncode == 0, done.stderr


def _create_database(server, name, template="template1"):
    admin = create_engine(server.format(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    return server.format(database=name)


@pytest.fixture
def postgres(postgres_server, request):
    """The URL of an empty database."""
    return _create_database(postgres_server, f"test_{abs(hash(request.node.nodeid))}")


def _migrate(url):
    from include.database import open_engine
    from include.load.migrate import migrate

    engine = open_engine(url)
    migrate(engine)
    engine.dispose()  # folds the write-ahead log into the file


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """The file of an empty warehouse, migrated once: to copy it is quicker than to migrate another."""
    file = tmp_path_factory.mktemp("migrated") / "warehouse.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def migrated_template(postgres_server):
    """The same on PostgreSQL, as the name of a database to copy."""
    _migrate(_create_database(postgres_server, "migrated"))
    return "migrated"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """An empty database of either kind."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else f"sqlite:///{tmp_path / 'w.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def warehouse_url(request, tmp_path):
    """An empty warehouse of either kind, migrated."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated"), tmp_path / "w.db")
        return f"sqlite:///{tmp_path / 'w.db'}"
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("migrated_template")
    return _create_database(server, f"test_{abs(hash(request.node.nodeid))}", template)
