"""docker-compose.yaml as docker-compose itself reads it; no engine runs here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SECRETS = (
    "POSTGRES_PASSWORD", "REDIS_PASSWORD", "AIRFLOW_FERNET_KEY", "AIRFLOW_API_SECRET", "AIRFLOW_JWT_SECRET",
    "AIRFLOW_ADMIN_PASSWORD",
)  # fmt: skip
AIRFLOW_SERVICES = {"migrate", "api-server", "scheduler", "dag-processor", "triggerer", "worker"}


def compose(*arguments, **environment):
    found = shutil.which("docker-compose", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    command = [found, "--file", ROOT / "docker-compose.yaml", "--env-file", os.devnull, *arguments]
    clean = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment}
    return subprocess.run(command, env=clean, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def services():
    done = compose("config", **{name: f"secret-{name.lower()}" for name in SECRETS})
    assert done.stdout, done.stderr
    return yaml.safe_load(done.stdout)["services"]


def test_every_airflow_service_is_there(services):
    assert set(services) == AIRFLOW_SERVICES | {"postgres", "redis"}


@pytest.mark.parametrize("missing", SECRETS)
def test_it_refuses_to_start_without_a_secret(missing):
    done = compose("config", "--quiet", **{name: "x" for name in SECRETS if name != missing})
    assert f"required variable {missing} is missing" in done.stderr


def test_only_the_ui_is_published_and_only_locally(services):
    published = {name: service["ports"] for name, service in services.items() if service.get("ports")}
    assert [(p["host_ip"], p["target"]) for p in published.pop("api-server")] == [("127.0.0.1", 8080)]
    assert published == {}


def test_airflow_runs_without_privileges(services):
    for name in AIRFLOW_SERVICES:
        service = services[name]
        assert service["user"].split(":")[0] != "0"
        assert service["cap_drop"] == ["ALL"]
        assert service["read_only"] is True
        assert "no-new-privileges:true" in service["security_opt"]


def test_tasks_start_after_the_api_server_is_healthy(services):
    for name in ("scheduler", "worker", "triggerer", "dag-processor"):
        assert services[name]["depends_on"]["api-server"]["condition"] == "service_healthy"


def test_all_services_share_warehouse_state_and_executor(services):
    for setting in ("JIANGHUA_WAREHOUSE", "JIANGHUA_STATE", "AIRFLOW__CORE__EXECUTOR", "AIRFLOW__API_AUTH__JWT_SECRET"):
        assert len({services[name]["environment"][setting] for name in AIRFLOW_SERVICES}) == 1
