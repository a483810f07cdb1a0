"""The settings that a running installation was started with, so that later commands mean the same one."""

import json
import os
from pathlib import Path

from include.errors import ConfigurationError

REMEMBERED = (
    "JIANGHUA_PORT",
    "JIANGHUA_SAMPLE_PORT",
    "JIANGHUA_SOURCES",
    "JIANGHUA_WAREHOUSE",
    "JIANGHUA_STATE",
    "JIANGHUA_RETRY_SECONDS",
)


def remember(file: Path) -> None:
    """Write down the settings of this start."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)  # a warehouse's URL may hold its password
    file.write_text(json.dumps({name: os.environ.get(name) or "" for name in REMEMBERED}), encoding="utf-8")


def recall(file: Path) -> None:
    """Put the settings of the last start into the environment.

    ConfigurationError where the environment names others: the services that run would not follow them.
    """
    if not file.exists():
        return
    for name, value in json.loads(file.read_text(encoding="utf-8")).items():
        given = os.environ.get(name)
        if given and given != value:
            started = f"with {name}={value}" if value else f"without {name}"
            raise ConfigurationError(f"Airflow was started {started}, not {given}; `make stop`, then `make run`")
        if value:
            os.environ[name] = value
