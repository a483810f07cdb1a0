"""Where things lie and who we are: every setting of the project, read from the environment when asked for."""

import os
from pathlib import Path

from include.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
TIMEZONE = "Asia/Shanghai"
BATCH_PAGES = 200  # pages in one mapped batch of clean, segment and extract
LOOKBACK_DAYS = 3  # a nightly run looks back this far: sites publish late


def home() -> Path:
    """The data folder: `JIANGHUA_HOME`, else `data/` beside the code (git-ignored)."""
    return Path(os.environ.get("JIANGHUA_HOME") or ROOT / "data").absolute()


def warehouse_url() -> str | None:
    """The warehouse as `JIANGHUA_WAREHOUSE` names it, as an SQLAlchemy URL; None where it names none."""
    return os.environ.get("JIANGHUA_WAREHOUSE") or None


def default_warehouse_url() -> str:
    """The embedded default, an SQLite file in the data folder."""
    return f"sqlite:///{home() / 'warehouse.db'}"


def state_url() -> str:
    """The operational state (attempts, validators, robots, host leases): `JIANGHUA_STATE`, else SQLite."""
    return os.environ.get("JIANGHUA_STATE") or f"sqlite:///{home() / 'state.db'}"


def source_folders() -> list[Path]:
    """Where source descriptions lie: the built-in ones, then the path list `JIANGHUA_SOURCES`."""
    further = os.environ.get("JIANGHUA_SOURCES", "")
    return [ROOT / "include" / "sources", *(Path(part) for part in further.split(os.pathsep) if part)]


def raw_folder() -> Path:
    """Where bodies are stored under their SHA-256."""
    return home() / "raw"


def staging_folder() -> Path:
    """Where staged files lie for 30 days."""
    return home() / "staging"


def jieba_cache_folder() -> Path:
    """A cache folder of our own, so that two users of one machine never share jieba's."""
    return home() / "cache" / "jieba"


def word_cutter() -> str:
    """What cuts words: `JIANGHUA_CUTTER`, `jieba` (default) or `rjieba`, which cuts alike and has to be installed."""
    return os.environ.get("JIANGHUA_CUTTER") or "jieba"


def nightly_hour() -> int:
    """The local hour at which a scheduled run starts to work, 0–23: `JIANGHUA_NIGHTLY_HOUR`, default 2."""
    return whole_number("JIANGHUA_NIGHTLY_HOUR", 2, range(24))


def retry_seconds() -> int:
    """Before the first retry of a failed task; each further one waits twice as long: `JIANGHUA_RETRY_SECONDS`."""
    return whole_number("JIANGHUA_RETRY_SECONDS", 60, range(1, 86_401))


def contact() -> str | None:
    """Whom site owners write to when a command fetches without a source: `JIANGHUA_CONTACT`, an e-mail or a URL."""
    return os.environ.get("JIANGHUA_CONTACT") or None


def whole_number(name: str, default: int, allowed: range) -> int:
    """The setting `name`; ConfigurationError where it is no number of the allowed range."""
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or int(value) not in allowed:
        raise ConfigurationError(f"{name} is {value!r}; it must be a whole number, {allowed[0]}–{allowed[-1]}")
    return int(value)
