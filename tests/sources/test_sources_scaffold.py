import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from include.errors import DeclinedError, PermanentError
from include.fetch.answer import Answer
from include.fetch.fetcher import Fetcher
from include.sources.registry import read_source
from include.sources.scaffold import main
from include.sources.scaffold_files import _section

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://www.town.example"
SENTENCE = "今年以来，全县地区生产总值完成一百八十六亿元，同比增长百分之五点九，民生实事全部完成。"
PAGE = f"""<html><head><title>在全县工作会议上的讲话_某县人民政府</title></head><body><h1>在全县工作会议上的讲话</h1>
<p>发布时间：2024-03-05</p><div><p>同志们：</p><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p></div></body></html>"""
ROWS = """<ul><li><a href="/jh/11.html">在全县工作会议上的讲话</a><b>2024-03-05</b></li>
<li><a href="/jh/10.html">在座谈会上的发言</a><b>2023-11-04</b></li></ul>"""
LISTING = (
    f"<html><head><title>领导讲话_某县人民政府</title></head><body>{ROWS}<a href='?cursor=7'>下一页</a></body></html>"
)
LONG = "x" * 130


@pytest.fixture
def web(monkeypatch):
    """Answers in place of the network, by path; an error is raised."""
    answers = {"/jh/": LISTING, "/jh/11.html": PAGE, "/jh/10.html": PAGE}

    def page(self, url):
        answer = answers.get(url.removeprefix(HOST), PermanentError(f"{url} answers 404", reason="http_404"))
        if isinstance(answer, Exception):
            raise answer
        return Answer(url, 200, {}, answer if isinstance(answer, bytes) else answer.encode())

    monkeypatch.setattr(Fetcher, "page", page)
    return answers


@pytest.fixture
def make(tmp_path, monkeypatch):
    monkeypatch.delenv("JIANGHUA_CONTACT", raising=False)

    def run(*argv, name="town", url=f"{HOST}/jh/"):
        more = ["--url", url, "--contact", "team@example.org"] if url else []
        return main([name, "--folder", str(tmp_path / "sources"), *more, *argv])

    run.folder = tmp_path / "sources"
    return run


def run_generated(folder, name="town"):
    """The generated test's functions, run here: a pytest of their own would take seconds."""
    spec = importlib.util.spec_from_file_location(f"generated_{name}", folder / "tests" / f"test_{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tests = [value for key, value in vars(module).items() if key.startswith("test_")]
    for test in tests:
        test()
    return len(tests)


def ruff(*argv):
    command = [sys.executable, "-m", "ruff", *argv]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_without_a_url_the_form_is_shown_and_its_test_passes_at_once(make, capsys):
    assert make(url=None) == 0
    told = capsys.readouterr().out
    assert "bundled sample site" in told
    assert "check-source" in told
    assert read_source(make.folder / "town.yaml").platform == "numbered_listing"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(make.folder)]
    quick = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=quick)
    assert "2 passed" in done.stdout, done.stdout


def test_a_site_becomes_a_source_with_a_test(make, web):
    assert make() == 0
    source = read_source(make.folder / "town.yaml")
    assert (source.name, source.title, source.base_url) == ("town", "某县人民政府", f"{HOST}/")
    assert (source.platform, source.sections, source.official) == ("next_link", ("/jh/",), False)
    assert (source.first_date.isoformat(), source.minimum_entries) == ("2023-01-01", 1)
    assert (source.contact, source.encoding, source.allow_hosts) == ("team@example.org", None, ())
    assert (make.folder / "tests" / "town" / "listing.html").read_bytes() == LISTING.encode()
    assert (make.folder / "tests" / "town" / "page.html").read_bytes() == PAGE.encode()
    assert run_generated(make.folder) == 2


def test_a_path_that_would_read_as_a_host_stays_a_whole_address():
    assert _section(urlsplit("http://town.example//list/?a=1#top")) == "http://town.example//list/?a=1"
    assert _section(urlsplit("http://town.example/list/?a=1#top")) == "/list/?a=1"


def test_a_json_listing_brings_its_paths(make, web):
    items = [{"title": "在会上的<em>讲话</em>", "href": "/jh/11.html", "pubDate": 1709568000000}]
    web["/api?channel=7&page=1"] = json.dumps({"data": {"rows": items, "totalPages": 3}}, ensure_ascii=False)
    assert make(url=f"{HOST}/api?channel=7&page=1") == 0
    source = read_source(make.folder / "town.yaml")
    assert source.sections == ("/api?channel=7&page=1",)
    assert source.json_fields.model_dump() == {
        "items": "data.rows", "title": "title", "url": "href", "date": "pubDate", "pages": "data.totalPages"
    }  # fmt: skip
    assert (make.folder / "tests" / "town" / "listing.json").exists()
    assert run_generated(make.folder) == 2


def test_of_an_index_of_sitemaps_the_newest_is_saved(make, web):
    web["/sitemap.xml"] = f"""<sitemapindex><sitemap><loc>{HOST}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
        <sitemap><loc>{HOST}/new.xml</loc><lastmod>2024-03-05</lastmod></sitemap></sitemapindex>"""
    web["/new.xml"] = f"<urlset><url><loc>{HOST}/</loc></url><url><loc>{HOST}/jh/11.html</loc></url></urlset>"
    assert make(url=f"{HOST}/sitemap.xml") == 0
    assert read_source(make.folder / "town.yaml").sections == ("/sitemap.xml",)
    assert (make.folder / "tests" / "town" / "listing.xml").read_bytes() == web["/new.xml"].encode()
    assert run_generated(make.folder) == 2


def test_pages_on_another_host_of_the_site_are_allowed(make, web):
    web["/jh/"] = LISTING.replace("/jh/11", "http://zwgk.town.example/jh/11").replace(
        "/jh/10", "http://other.example/10"
    )
    web["http://zwgk.town.example/jh/11.html"] = PAGE
    assert make() == 0
    assert read_source(make.folder / "town.yaml").allow_hosts == ("zwgk.town.example:80",)


def test_another_charset_is_declared_only_where_the_bytes_leave_it_open(make, web):
    web["/jh/"] = LISTING.replace("<head>", '<head><meta charset="big5">').replace("讲", "講").replace("县", "縣")
    web["/jh/"] = web["/jh/"].replace("话", "話").replace("领导", "領導").replace("会", "會").replace("谈", "談")
    web["/jh/"] = web["/jh/"].replace("议", "議").replace("发", "發").replace("页", "頁").encode("big5")
    assert make() == 0
    assert read_source(make.folder / "town.yaml").encoding == "big5"
    assert run_generated(make.folder) == 2


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("讲话" * 20, id="short"),
        pytest.param("讲话" * 29, id="as long as a line"),
        pytest.param("讲话" * 80, id="longer than a line"),
        pytest.param('他说“好”，又说"好"', id="quotes"),
        pytest.param('It\'s "both" 讲话', id="both quotes"),
        pytest.param("讲\\话\u3000{x} ${y}", id="signs"),
    ],
)
def test_what_is_written_is_clean_whatever_the_titles_are(make, web, title):
    web["/jh/"] = LISTING.replace("在全县工作会议上的讲话", title).replace("/jh/11.html", f"/jh/{LONG}11.html")
    web[f"/jh/{LONG}11.html"] = PAGE
    assert make() == 0
    assert run_generated(make.folder) == 2
    checks = ruff("check", "--no-cache", "--config", "pyproject.toml", str(make.folder))
    assert checks.returncode == 0, checks.stdout
    form = ruff("format", "--no-cache", "--diff", "--config", "pyproject.toml", str(make.folder))
    assert form.returncode == 0, form.stdout


def test_a_listing_whose_pages_cannot_be_cleaned_is_written_all_the_same(make, web, capsys):
    web["/jh/11.html"] = web["/jh/10.html"] = "<html><body>空</body></html>"
    assert make() == 0
    assert "no page could be cleaned" in capsys.readouterr().out
    assert not (make.folder / "tests" / "town" / "page.html").exists()
    assert run_generated(make.folder) == 1
    assert ruff("check", "--no-cache", "--config", "pyproject.toml", str(make.folder)).returncode == 0


@pytest.mark.parametrize(
    ("argv", "complaint"),
    [
        pytest.param({"name": "Town"}, "a source's name has a–z", id="capital"),
        pytest.param({"name": "../town"}, "a source's name has a–z", id="H4 path"),
        pytest.param({"name": ""}, "a source's name has a–z", id="no name"),
        pytest.param({"name": "portal"}, r"portal.yaml is there already; nothing was written", id="a bundled source"),
        pytest.param({"url": "ftp://town.example/"}, "no web address", id="scheme"),
        pytest.param({"url": f"{HOST}/nothing"}, "answers 404", id="not there"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_written(make, web, capsys, argv, complaint):
    assert make(**argv) == 2
    assert complaint in capsys.readouterr().err
    assert not make.folder.exists()


def test_a_contact_is_needed_to_go_to_a_site(make, web, capsys, tmp_path):
    assert main(["town", "--folder", str(make.folder), "--url", f"{HOST}/jh/"]) == 2
    assert "no contact" in capsys.readouterr().err
    assert make("--contact", "nobody") == 2
    assert "contact: must be an e-mail address or a URL" in capsys.readouterr().err


def test_a_site_that_declines_is_left_alone(make, web, capsys):
    web["/jh/"] = DeclinedError("robots.txt of www.town.example:80 disallows it", reason="robots")
    assert make() == 2
    assert "robots.txt of www.town.example:80 disallows" in capsys.readouterr().err


@pytest.mark.parametrize("there", ["town.yaml", "town.yml", "tests/test_town.py", "tests/town/page.html"])
def test_nothing_is_ever_overwritten(make, web, capsys, there):
    file = make.folder / there
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    assert make() == 2
    assert "is there already; nothing was written" in capsys.readouterr().err
    assert [path.read_text() for path in make.folder.rglob("*") if path.is_file()] == ["mine"]
