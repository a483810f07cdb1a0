import json

import pytest

from include.discover.command import main
from include.errors import TransientError
from include.fetch.answer import Answer
from include.fetch.fetcher import Fetcher

YAML = """\
name: town
title: 某县人民政府
base_url: http://www.town.example
platform: numbered_listing
sections: [/jh/]
first_date: 2022-01-01
minimum_entries: 1
contact: team@example.org
"""
LISTING = """<ul><li><a href="/11.html">在会议上的讲话</a>2024-03-05</li>
<li><a href="/12.html">另一讲话</a>2024-03-01</li></ul>"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    (tmp_path / "town.yaml").write_text(YAML, encoding="utf-8")
    monkeypatch.setenv("JIANGHUA_SOURCES", str(tmp_path))
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path / "home"))
    return tmp_path


def test_prints_the_links_of_the_window_and_stores_nothing(monkeypatch, capsys, folder):
    monkeypatch.setattr(Fetcher, "get", lambda self, url, headers: Answer(url, 200, {}, LISTING.encode()))
    assert main(["town", "--from", "2024-03-04", "--to", "2024-03-06"]) == 0
    captured = capsys.readouterr()
    assert [json.loads(line)["title"] for line in captured.out.splitlines()] == ["在会议上的讲话"]
    assert captured.err == "1 links of 2 entries on 1 listing pages; skipped: 1 outside_window\n"
    assert not (folder / "home").exists()


def test_a_source_that_is_down_is_named(monkeypatch, capsys):
    def down(self, url, headers):
        raise TransientError("no connection to www.town.example:80", reason="connect")

    monkeypatch.setattr(Fetcher, "get", down)
    assert main(["town", "--from", "2024-03-04", "--to", "2024-03-06"]) == 2
    assert capsys.readouterr().err == "town: no connection to www.town.example:80\n"


def test_an_unknown_source_is_named(capsys):
    assert main(["city", "--from", "2024-03-04", "--to", "2024-03-06"]) == 2
    assert "no source 'city'" in capsys.readouterr().err
