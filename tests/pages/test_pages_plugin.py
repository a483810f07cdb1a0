"""The plugin as Airflow loads it: in every process, so it must be light; the application comes with a request."""

import builtins
import runpy

from airflow import plugins_manager
from fastapi import FastAPI
from fastapi.testclient import TestClient

from include.settings import ROOT


def plugin():
    plugins, _ = plugins_manager._get_plugins()
    return next(plugin for plugin in plugins if plugin.name == "jianghua")


def test_airflow_loads_it_without_errors():
    assert plugins_manager.get_import_errors() == {}
    assert {view["url_route"] for view in plugin().external_views} == {"jianghua", "jianghua-run"}


def test_loading_it_imports_nothing_of_the_project(monkeypatch):
    asked, real = [], builtins.__import__

    def recording(name, *arguments, **keywords):
        asked.append(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", recording)
    runpy.run_path(str(ROOT / "plugins" / "jianghua.py"))
    assert "airflow.plugins_manager" in asked
    assert not [name for name in asked if name.split(".")[0] in ("include", "fastapi", "sqlalchemy")]


def test_the_views_lead_to_pages_that_are_there(client, landed):
    (mounted,) = plugin().fastapi_apps
    root = FastAPI()
    root.mount(mounted["url_prefix"], mounted["app"])
    browser = TestClient(root)
    for view in plugin().external_views:
        asked = view["href"].replace("{DAG_ID}", "ingest_speeches").replace("{RUN_ID}", "backfill__2024-03-05")
        assert browser.get(asked).status_code == 200


def test_the_mounted_application_is_closed_to_nobody(landed):
    (mounted,) = plugin().fastapi_apps
    root = FastAPI()
    root.mount(mounted["url_prefix"], mounted["app"])
    assert TestClient(root).get("/jianghua/").status_code == 401
