"""The three pages as a user gets them, and what they answer when there is nothing to show."""

import pytest
from bs4 import BeautifulSoup
from pages.small_warehouse import EMPTY, GRAIN, HOSTILE, LATER, RUN, TRADE
from sqlalchemy import text

from include.load import tables

ROUTES = ("/", "/run", "/observations")


def rows(answer, heading):
    """The cells of the table below a heading, row by row."""
    assert answer.status_code == 200, answer.text
    title = BeautifulSoup(answer.text, "lxml").find(lambda tag: tag.name in ("h1", "h2") and heading in tag.text)
    return [[c.get_text(" ", strip=True) for c in row.find_all(["th", "td"])] for row in title.find_next("tbody")("tr")]


def words(answer):
    return " ".join(BeautifulSoup(answer.text, "lxml").get_text(" ").split())


def test_index_gives_each_run_with_its_balance_newest_first(client, landed):
    found = rows(client.get("/"), "Latest runs")
    assert [row[0].split(" ")[0] for row in found] == ["2024-03-05", "2024-03-01"]
    # listed, six outcomes | accepted, quarantined, held | unaccounted | new, seen again, rejected
    assert found[0][1:] == ["1", "1", "0", "0", "0", "0", "0", "0", "0", "1", "0", "0", "0", "1"]
    assert found[1][1:] == ["4", "4", "0", "0", "0", "0", "0", "3", "1", "0", "0", "3", "0", "0"]


def test_index_counts_the_rows_of_every_table(client, landed):
    counts = {row[0]: row[1] for row in rows(client.get("/"), "Tables")}
    assert counts.keys() == {table.name for table in (*tables.CONTENT_TABLES, *tables.RUN_TABLES)}
    assert (counts["observation"], counts["page"], counts["quarantine"]) == ("3", "3", "1")


def test_index_gives_each_source_as_it_was_found_last_the_worst_first(client, landed):
    answer = client.get("/")
    village, portal = rows(answer, "Sources")
    assert village[0].startswith("village")
    assert village[1:4] == ["red 异常", "2024-03-06 12:00", "http_503 http://x.cn/ answers 503"]
    assert village[5].startswith("2024-03-06 12:00")
    assert "did not land" in village[5]
    assert portal[1:3] == ["declined 被拒", "2024-03-05 12:00"]
    assert HOSTILE in portal[3]
    assert portal[4:] == ["—", "2024-03-05 12:00"]
    table = BeautifulSoup(answer.text, "lxml").find(id="sources").find_next("table")
    assert [tag["class"] for tag in table.select("td > span")] == [["alarming"], ["notable"]]
    assert [link["href"] for link in table.select("a")] == [f"run?run={LATER}"]


def test_a_run_leads_to_the_sources(client, landed):
    answer = client.get("/run", params={"run": LATER})
    assert BeautifulSoup(answer.text, "lxml").select_one('a[href="./#sources"]')
    assert [row[1].split(" since ")[0] for row in rows(answer, "Links by source")] == [
        "declined 被拒 challenge",
        "quiet 无新 no_new_entry",
    ]
    assert f"portal: /jianghua/ answers with {HOSTILE}" in words(answer)


def test_index_lists_what_is_in_quarantine_and_no_longer_what_left_it(client, landed):
    (entry,) = rows(client.get("/"), "Quarantine")
    assert entry[:3] == ["portal", "clean", "no_speech"]
    assert HOSTILE in entry[3]
    assert EMPTY["url"] in entry[3]
    with landed.begin() as connection:
        connection.execute(tables.quarantine.update().values(closed_load=text("first_load")))
    assert "No page is in quarantine" in words(client.get("/"))


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param({"run": RUN}, id="one id"),
        pytest.param(dict(zip(("dag_id", "run_id"), RUN.split("/"), strict=True)), id="as the tab of a run asks"),
    ],
)
def test_run_gives_the_account_by_source(client, landed, parameters):
    answer = client.get("/run", params=parameters)
    portal, village = rows(answer, "Links by source")
    assert portal == ["portal", "fresh 正常 since 2024-03-02 12:00", "4", "4", *"00000", "3", "1", "0", "0"]
    assert village == ["village", "quiet 无新 no_new_entry since 2024-03-02 12:00", *"00000000000"]
    (refused,) = rows(answer, "did not land")
    assert refused[:2] == ["portal", "quarantined"]
    assert "no_speech" in refused[2]
    assert "3 read = 3 new + 0 seen again + 0 rejected" in words(answer)


def test_run_names_the_checks_that_failed(client, landed):
    (check,) = rows(client.get("/run", params={"run": LATER}), "Checks")
    assert check == ["portal", "words_are_known", "2", "9", HOSTILE]


def test_a_link_without_an_attempt_is_unaccounted_and_named(client, landed):
    with landed.begin() as connection:
        connection.execute(tables.fetch.delete().where(tables.fetch.c.page_id == TRADE["page_id"]))
    answer = client.get("/run", params={"run": RUN})
    assert "no row accounts for: 1" in words(answer)
    assert ["portal", "unaccounted"] in [row[:2] for row in rows(answer, "did not land")]


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("ingest_speeches/manual__never", id="unknown"),
        pytest.param("../../../../etc/passwd", id="path traversal"),
        pytest.param("' OR 1=1 --", id="quote"),
        pytest.param("%", id="wildcard"),
        pytest.param("", id="none"),
    ],
)
def test_a_run_that_is_not_there_is_a_404(client, landed, run):
    answer = client.get("/run", params={"run": run})
    assert answer.status_code == 404
    assert "The warehouse has no run" in words(answer)
    assert "root:" not in answer.text


def test_a_path_that_climbs_is_a_404(client, landed):
    assert client.get("/%2e%2e/%2e%2e/etc/passwd").status_code == 404
    assert client.get("/style.css").status_code == 404


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        pytest.param("/observations", {"page": "0"}, id="page 0"),
        pytest.param("/observations", {"page": "9" * 30}, id="huge page"),
        pytest.param("/observations", {"indicator": "\x00"}, id="NUL"),
        pytest.param("/run", {"run": "x" * 301}, id="long id"),
    ],
)
def test_parameters_of_a_wrong_kind_are_refused_in_words(client, landed, path, parameters):
    answer = client.get(path, params=parameters)
    assert answer.status_code == 422
    assert "Not possible" in words(answer)


def test_observations_show_the_sentence_with_the_quote_marked(client, landed):
    answer = client.get("/observations", params={"indicator": "粮食"})
    (row,) = BeautifulSoup(answer.text, "lxml").select("table.evidence > tbody > tr")
    assert row.select_one(".sentence").text == "今年形势很好。全县粮食产量12吨，增长喜人。"
    assert row.mark.text == "12吨"
    seen = row.get_text(" ", strip=True)
    for part in ("粮食产量", "东山镇", "1 吨", "在大会上的讲话", "2024-03-01", GRAIN["url"], RUN):
        assert part in seen
    assert f"东山县 县长 张三{HOSTILE} · 全县农业工作会议" in seen
    assert "date_conflict 日期不符" in seen
    assert "今年 2024-01-01 2024-12-31" in seen
    assert "grain_output" in seen
    assert "990101" in seen
    assert f"out_of_range 超出范围: less than usual {HOSTILE}" in seen
    assert "continuation 续页 http://x.cn/1_2" in seen
    assert f"bytes {'a' * 12} ·" in seen


def test_only_what_is_doubtful_can_be_asked_for(client, landed):
    answer = client.get("/observations", params={"doubtful": "1"})
    page = BeautifulSoup(answer.text, "lxml")
    assert len(page.select("table.evidence > tbody > tr")) == 1
    assert page.select_one("input[name=doubtful]").has_attr("checked")


def test_an_address_is_text_and_every_link_stays_here(client, landed):
    for path in ("/", f"/run?run={RUN.replace('+', '%2B')}", "/observations"):
        links = [a["href"] for a in BeautifulSoup(client.get(path).text, "lxml").select("a")]
        assert all(link.startswith(("./", "run?run=ingest_speeches", "observations")) for link in links), links


@pytest.mark.parametrize("path", [pytest.param(path, id=path) for path in ROUTES])
def test_before_the_first_run_there_is_a_friendly_word(client, home, path):
    answer = client.get(path, params={"run": RUN})
    assert answer.status_code == 404
    assert "The warehouse appears with the first run" in words(answer)
    assert not list(home.iterdir()), "looking must not make an empty warehouse"


def test_a_database_without_tables_is_no_error(client, tmp_path, monkeypatch):
    (tmp_path / "empty.db").touch()
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", f"sqlite:///{tmp_path / 'empty.db'}")
    assert "The warehouse appears with the first run" in words(client.get("/"))


def test_a_warehouse_without_runs_says_so(client, empty):
    assert "No run has landed yet" in words(client.get("/"))
    assert "None." in words(client.get("/observations"))


def test_a_table_of_another_version_is_told_without_details(client, landed):
    with landed.begin() as connection:
        connection.execute(text("ALTER TABLE run RENAME COLUMN window_first TO window_start"))
    answer = client.get("/")
    assert answer.status_code == 503
    assert "The warehouse cannot be read" in words(answer)
    assert "window_first" not in answer.text
