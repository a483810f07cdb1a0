"""The environment of the local services: 127.0.0.1 everywhere, secrets for their owner only, settings passed on."""

import json
import os
import stat
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from include.errors import ConfigurationError
from include.local import config
from include.local.memory import remember
from include.settings import ROOT


def mode(file):
    return stat.S_IMODE(file.stat().st_mode)


def test_the_installation_is_what_the_environment_says(home, monkeypatch):
    monkeypatch.setenv("JIANGHUA_PORT", "9001")
    monkeypatch.setenv("JIANGHUA_SAMPLE_PORT", "9101")
    place = config.local()
    assert (place.port, place.sample_port, place.data) == (9001, 9101, home)
    assert place.url == "http://127.0.0.1:9001"
    assert all(path.is_relative_to(home) for path in (place.airflow_home, place.logs, place.services_file))


@pytest.mark.parametrize("value", [None, ""])
def test_ports_have_defaults(home, monkeypatch, value):
    for name in ("JIANGHUA_PORT", "JIANGHUA_SAMPLE_PORT"):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert (config.local().port, config.local().sample_port) == (8080, 8701)


@pytest.mark.parametrize("name", ["JIANGHUA_PORT", "JIANGHUA_SAMPLE_PORT"])
def test_a_port_that_is_none_is_named(home, monkeypatch, name):
    monkeypatch.setenv(name, "http")
    with pytest.raises(ConfigurationError, match=name):
        config.local()


def test_keys_are_made_once_and_for_their_owner_only(local_place):
    made = config.keys(local_place)
    assert config.keys(local_place) == made
    assert len({*made.values()}) == len(made) == 4
    assert all(len(secret) >= 16 for secret in made.values())
    (file,) = local_place.airflow_home.iterdir()
    assert mode(file) == 0o600


def test_keys_of_two_installations_differ(local_place, tmp_path):
    other = config.Local(local_place.port, local_place.sample_port, tmp_path / "other")
    assert set(config.keys(local_place).values()).isdisjoint(config.keys(other).values())


def test_airflow_gets_the_password_in_a_file_of_its_owner(local_place):
    found = config.environment(local_place)
    name = found["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"]
    file = local_place.airflow_home / "passwords.json"
    assert name == str(file)
    assert mode(file) == 0o600
    assert json.loads(file.read_text()) == {config.USER: config.keys(local_place)["password"]}


def test_secrets_are_written_in_no_file_that_others_can_read(local_place):
    config.environment(local_place)
    secrets = config.keys(local_place).values()
    for file in local_place.data.rglob("*"):
        if file.is_file() and any(secret in file.read_text() for secret in secrets):
            assert mode(file) == 0o600, file


def test_everything_listens_on_and_talks_to_127_0_0_1(local_place):
    found = config.environment(local_place)
    assert found["AIRFLOW__API__HOST"] == "127.0.0.1"
    addresses = [value for name, value in found.items() if name.startswith("AIRFLOW__") and value.startswith("http")]
    assert {urlsplit(address).hostname for address in addresses} == {"127.0.0.1"}
    assert {urlsplit(address).port for address in addresses} == {local_place.port}
    assert found["AIRFLOW__API__PORT"] == str(local_place.port)
    assert not any("0.0.0.0" in value.replace("127.0.0.1", "") for name, value in found.items() if "AIRFLOW" in name)


def test_everything_airflow_writes_lies_in_the_data_folder(local_place):
    found = config.environment(local_place)
    written = [found["AIRFLOW_HOME"], found["AIRFLOW__LOGGING__BASE_LOG_FOLDER"], found["JIANGHUA_HOME"]]
    written.append(found["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"].removeprefix("sqlite:///"))
    assert all(path.startswith(str(local_place.data)) for path in written)
    assert found["AIRFLOW__CORE__DAGS_FOLDER"] == str(ROOT / "dags")


@pytest.mark.parametrize(
    ("name", "value"),
    [("JIANGHUA_WAREHOUSE", "postgresql://db/w"), ("JIANGHUA_SOURCES", "/a:/b"), ("JIANGHUA_NIGHTLY_HOUR", "4")],
)
def test_settings_of_the_project_are_passed_on(local_place, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert config.environment(local_place)[name] == value


def test_the_sample_site_is_on_at_the_ports_of_this_installation(local_place):
    found = config.environment(local_place)
    first = local_place.sample_port
    ports = [found[f"JIANGHUA_SAMPLE_{name}_PORT"] for name in ("PORTAL", "WENKU", "FANWEN")]
    assert found["JIANGHUA_SAMPLE_SITE"] == "true"
    assert ports == [str(first), str(first + 1), str(first + 2)]


def test_our_python_comes_first(local_place, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin")
    assert config.environment(local_place)["PATH"].split(os.pathsep) == [str(Path(sys.executable).parent), "/usr/bin"]


def test_an_airflow_of_somebody_else_is_not_touched(local_place, monkeypatch):
    monkeypatch.setenv("AIRFLOW_HOME", "/home/elsewhere/airflow")
    monkeypatch.setenv("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "postgresql://theirs")
    found = config.environment(local_place)
    assert found["AIRFLOW_HOME"] == str(local_place.airflow_home)
    assert "theirs" not in found["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]


@pytest.mark.parametrize("given", [None, "intranet.example"])
def test_no_proxy_stands_between_the_services(local_place, monkeypatch, given):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    if given:
        monkeypatch.setenv("NO_PROXY", given)
    direct = config.environment(local_place).get("NO_PROXY", "").split(",")
    assert "127.0.0.1" in direct
    assert given is None or given in direct


def test_remembered_settings_are_for_their_owner_only(local_place, monkeypatch):
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", "postgresql://u:secret@db/w")
    remember(local_place.settings_file)
    assert mode(local_place.settings_file) == 0o600
