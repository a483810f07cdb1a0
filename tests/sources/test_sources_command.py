import json

import pytest

from include.errors import TransientError
from include.fetch.answer import Answer
from include.fetch.fetcher import Fetcher
from include.sample_site.server import running
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
    counts = {"entries": 1, "links": 1, "undated": 0, "untitled": 0}
    assert rows[2] == {"kind": "listing", **counts, "skipped": {}, "goes_on": {"/jh/": False}}
    assert rows[3]["outcome"] == "fetched"
    assert SENTENCE in rows[4]["begins"]
    assert not (file.parent / "home").exists()


def shown(capsys, kind):
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [row for row in rows if row["kind"] == kind]


def test_what_is_skipped_is_counted_and_links_are_canonical(web, file, capsys):
    web["/jh/"] = f"""{LISTING.replace("/jh/11.html", "11.html?utm_source=x#top")}
        <ul><li><a href="http://other.example/12.html">在别处的讲话</a><b>2024-03-04</b></li></ul>
        <a href="?page=2">2</a>"""
    assert main([str(file)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert json.loads(out[1])["url"] == "http://www.town.example/jh/11.html"
    listing = json.loads(out[2])
    assert (listing["entries"], listing["skipped"], listing["goes_on"]) == (2, {"offsite": 1}, {"/jh/": True})


def test_a_json_listing_is_shown(web, file, capsys):
    web["/api?page=1"] = json.dumps({"rows": [{"t": "在会上的讲话", "u": "/jh/11.html", "d": "2024-03-05"}]})
    fields = "json_fields: {items: rows, title: t, url: u, date: d}\n"
    text = YAML.replace("numbered_listing", "json_listing").replace("/jh/", '"/api?page=1"') + fields
    file.write_text(text, encoding="utf-8")
    assert main([str(file)]) == 0
    assert shown(capsys, "listing")[0]["goes_on"] == {"/api?page=1": True}


def test_of_an_index_of_sitemaps_the_newest_part_is_shown(web, file, capsys):
    host = "http://www.town.example"
    web["/sitemap.xml"] = f"""<sitemapindex><sitemap><loc>{host}/a.xml</loc><lastmod>2023-01-01</lastmod></sitemap>
        <sitemap><loc>{host}/b.xml</loc><lastmod>2024-03-05</lastmod></sitemap></sitemapindex>"""
    web["/b.xml"] = f"<urlset><url><loc>{host}/</loc></url><url><loc>{host}/jh/11.html</loc></url></urlset>"
    file.write_text(YAML.replace("numbered_listing", "sitemap").replace("/jh/", "/sitemap.xml"), encoding="utf-8")
    assert main([str(file)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    listing = next(row for row in rows if row["kind"] == "listing")
    assert (listing["links"], listing["untitled"], listing["undated"]) == (2, 2, 2)
    assert rows[-1]["url"] == f"{host}/jh/11.html"  # the home page stands first, but is no document
    assert rows[-1]["title"] == "在全县工作会议上的讲话"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        pytest.param("<html>请登录</html>", "/api is no JSON", id="no JSON"),
        pytest.param('{"code": 500}', "/api: nothing stands at rows", id="D10 redesign"),
    ],
)
def test_d11_a_json_listing_that_is_not_as_described_is_named(web, file, capsys, body, complaint):
    web["/api"] = body
    fields = "json_fields: {items: rows, title: t, url: u}\n"
    file.write_text(YAML.replace("numbered_listing", "json_listing").replace("/jh/", "/api") + fields, encoding="utf-8")
    assert main([str(file)]) == 2
    assert complaint in capsys.readouterr().err


def test_robots_and_the_delay_in_force_are_shown(file, capsys):
    """Against the sample site, whose robots.txt has rules."""
    with running() as sites:
        url = sites["portal"]
        text = YAML.replace("http://www.town.example", url).replace("/jh/", "/jianghua/index.html")
        text += f"delay_seconds: 0\nallow_hosts: ['{url.removeprefix('http://')}']\n"
        file.write_text(text.replace("numbered_listing", "next_link"), encoding="utf-8")
        assert main([str(file)]) == 0
    (host,) = shown(capsys, "host")
    assert host == {
        "kind": "host", "host": url.removeprefix("http://"), "robots": "rules", "delay_seconds": 0, "notes": []
    }  # fmt: skip


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
