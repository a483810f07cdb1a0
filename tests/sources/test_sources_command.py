import json

import pytest

from include.errors import TransientError
from include.fetch.answer import Answer
from include.fetch.fetcher import Fetcher
from include.sources.command import main

SENTENCE = "今年以来，全县地区生产总值完成一百八十六亿元，同比增长百分之五点九，民生实事全部完成。"
LISTING = "<ul><li><a href='/jh/11.html'>在全县工作会议上的讲话</a><span>2024-03-05</span></li></ul>"
PAGE = f"""<html><head><title>在全县工作会议上的讲话</title></head><body><h1>在全县工作会议上的讲话</h1>
<div id="zoom"><p>同志们：</p><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p></div></body></html>"""
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


@pytest.fixture
def web(monkeypatch):
    """Answers in place of the network, by path."""
    answers = {"/jh/": LISTING, "/jh/11.html": PAGE}

    def get(self, url, headers=None, trace=None):
        path = url.removeprefix("http://www.town.example")
        if path not in answers:
            raise TransientError(f"no connection to {url}", reason="connect")
        return Answer(url, 200, {}, answers[path].encode())

    monkeypatch.setattr(Fetcher, "get", get)
    return answers


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path / "home"))
    file = tmp_path / "town.yaml"
    file.write_text(YAML, encoding="utf-8")
    return file


def test_shows_the_links_and_one_cleaned_page_and_stores_nothing(web, file, capsys):
    assert main([str(file)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in rows] == ["source", "link", "listing", "fetched", "page"]
    assert rows[1]["url"] == "http://www.town.example/jh/11.html"
    assert rows[2] == {"kind": "listing", "entries": 1, "links": 1, "undated": 0, "skipped": {}}
    assert rows[3]["outcome"] == "fetched"
    assert SENTENCE in rows[4]["begins"]
    assert not (file.parent / "home").exists()


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        pytest.param("/jh/", "no connection to http://www.town.example/jh/", id="listing down"),
        pytest.param("/jh/11.html", "none of its first 5 pages can be had", id="page down"),
    ],
)
def test_what_cannot_be_had_is_named(web, file, capsys, path, complaint):
    del web[path]
    assert main([str(file)]) == 2
    assert complaint in capsys.readouterr().err


def test_a_listing_without_links_is_named(web, file, capsys):
    web["/jh/"] = "<html><body></body></html>"
    assert main([str(file)]) == 2
    assert "lists 0 entries, at least 1" in capsys.readouterr().err


def test_a_file_that_is_wrong_is_named(file, capsys):
    file.write_text(YAML + "colour: red\n", encoding="utf-8")
    assert main([str(file)]) == 2
    assert "town.yaml:9: colour: " in capsys.readouterr().err
