"""The environment in which the local Airflow runs: ports, folders, secrets. Everything listens on 127.0.0.1."""

import json
import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from include.settings import ROOT, TIMEZONE, home, whole_number

HOST = "127.0.0.1"
USER = "admin"
PORTS = range(1, 65_534)  # the sample site takes three in a row
SAMPLE_SITES = ("portal", "wenku", "fanwen")  # in the order of their ports
SAMPLE_DAYS = ("2024-03-01", "2024-03-30")
BACKFILLED_DAYS = ("2024-03-01", "2024-03-03")


@dataclass(frozen=True)
class Local:
    """Where the local installation lives; ports come from `JIANGHUA_PORT` and `JIANGHUA_SAMPLE_PORT`."""

    port: int
    sample_port: int
    data: Path

    @property
    def url(self) -> str:
        """The address of Airflow's UI and API."""
        return f"http://{HOST}:{self.port}"

    @property
    def airflow_home(self) -> Path:
        """Airflow's own folder."""
        return self.data / "airflow"

    @property
    def logs(self) -> Path:
        """What the services print."""
        return self.data / "logs"

    @property
    def services_file(self) -> Path:
        """Which processes were started."""
        return self.data / "services.json"

    @property
    def settings_file(self) -> Path:
        """With which settings."""
        return self.data / "settings.json"


def local() -> Local:
    """The installation that the environment describes."""
    return Local(
        port=whole_number("JIANGHUA_PORT", 8080, PORTS),
        sample_port=whole_number("JIANGHUA_SAMPLE_PORT", 8701, PORTS),
        data=home(),
    )


def keys(place: Local) -> dict[str, str]:
    """The password and the keys of this installation, made once and readable by its owner only."""
    file = place.airflow_home / "keys.json"
    if not file.exists():
        place.airflow_home.mkdir(parents=True, exist_ok=True)
        made = {
            "password": secrets.token_urlsafe(12),
            "fernet": Fernet.generate_key().decode(),
            "api": secrets.token_urlsafe(48),
            "jwt": secrets.token_urlsafe(64),
        }
        # complete or not there at all: a half-written file would break every later start
        unfinished = file.with_suffix(".part")
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(made))
        unfinished.replace(file)
    found: dict[str, str] = json.loads(file.read_text())
    return found


def environment(place: Local) -> dict[str, str]:
    """The environment of every service."""
    secret = keys(place)
    passwords = place.airflow_home / "passwords.json"
    passwords.touch(mode=0o600)
    passwords.write_text(json.dumps({USER: secret["password"]}))
    return {
        **os.environ,
        **_airflow_settings(place, secret, passwords),
        **project_settings(place),
        "PYTHONPATH": str(ROOT),
        **_direct(),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
    }


def _direct() -> dict[str, str]:
    """No proxy stands between the services: `no_proxy` names this machine, beside what it named before."""
    given = os.environ.get("NO_PROXY") or os.environ.get("no_proxy") or ""
    value = ",".join([*(part for part in given.split(",") if part), HOST, "localhost"])
    return {"NO_PROXY": value, "no_proxy": value}


def project_settings(place: Local) -> dict[str, str]:
    """The settings of the project in this installation, with the sample site switched on."""
    ports = {f"JIANGHUA_SAMPLE_{name.upper()}_PORT": str(place.sample_port + n) for n, name in enumerate(SAMPLE_SITES)}
    return {
        **ports,
        "JIANGHUA_SAMPLE_SITE": "true",
        "JIANGHUA_RETRY_SECONDS": os.environ.get("JIANGHUA_RETRY_SECONDS") or "5",  # somebody is waiting
        "JIANGHUA_HOME": str(place.data),
    }


def _airflow_settings(place: Local, secret: dict[str, str], passwords: Path) -> dict[str, str]:
    values = {
        "CORE__DAGS_FOLDER": ROOT / "dags",
        "CORE__PLUGINS_FOLDER": ROOT / "plugins",
        "CORE__LOAD_EXAMPLES": False,
        "CORE__EXECUTOR": "LocalExecutor",
        "CORE__PARALLELISM": 8,
        "CORE__DAGS_ARE_PAUSED_AT_CREATION": False,
        "CORE__DEFAULT_TIMEZONE": TIMEZONE,
        "CORE__FERNET_KEY": secret["fernet"],
        "CORE__EXECUTION_API_SERVER_URL": f"{place.url}/execution/",
        "CORE__SIMPLE_AUTH_MANAGER_USERS": f"{USER}:admin",
        "CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": passwords,
        "DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{place.airflow_home / 'airflow.db'}",
        "API__HOST": HOST,
        "API__PORT": place.port,
        "API__BASE_URL": place.url,
        "API__WORKERS": 1,
        "API__SECRET_KEY": secret["api"],
        "API_AUTH__JWT_SECRET": secret["jwt"],
        "DAG_PROCESSOR__PARSING_PROCESSES": 1,
        "DAG_PROCESSOR__REFRESH_INTERVAL": 10,
        "SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": 0.5,
        "SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": 60,
        "WORKERS__EXECUTION_API_RETRIES": 10,
        "LOGGING__BASE_LOG_FOLDER": place.airflow_home / "logs",
        "LOGGING__LOGGING_LEVEL": "INFO",
    }
    settings = {f"AIRFLOW__{name}": str(value) for name, value in values.items()}
    return {"AIRFLOW_HOME": str(place.airflow_home), **settings}
