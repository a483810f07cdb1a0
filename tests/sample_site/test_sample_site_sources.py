from urllib.parse import urlsplit

import pytest

from include.sample_site.site import NAMES, SECTION
from include.settings import ROOT
from include.sources.registry import read_source


def source(name):
    return read_source(ROOT / "include" / "sources" / f"{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_the_description_fits_the_site(site, name, monkeypatch):
    monkeypatch.delenv("JIANGHUA_SAMPLE_SITE", raising=False)
    described = source(name)
    assert described.name == name
    assert not described.enabled
    assert described.minimum_entries <= len(site.pages[name])
    assert all(section.startswith(SECTION) for section in described.sections)
    assert described.official == (name == "portal")


def test_the_environment_sets_ports_and_switches_on(monkeypatch):
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "true")
    monkeypatch.setenv("JIANGHUA_SAMPLE_WENKU_PORT", "9002")
    described = source("wenku")
    assert described.enabled
    assert urlsplit(described.base_url).port == 9002
    assert described.allow_hosts == ("127.0.0.1:9002",)


def test_ports_follow_each_other():
    ports = [urlsplit(source(name).base_url).port for name in NAMES]
    assert ports == [8701, 8702, 8703]
