"""Nobody sees a page without Airflow's leave, and no text of a page becomes markup."""

import pytest
from airflow.api_fastapi.app import create_auth_manager
from airflow.api_fastapi.auth.managers.simple.user import SimpleAuthManagerUser
from airflow.models.dag import DagModel
from airflow.models.revoked_token import RevokedToken
from bs4 import BeautifulSoup
from fastapi.routing import APIRoute
from pages.small_warehouse import HOSTILE, LATER, RUN

from include.pages.access import may_read
from include.pages.app import app

PATHS = [route.path for route in app.routes]


@pytest.fixture
def auth_manager(monkeypatch):
    """Airflow's own auth manager, without the two questions that it asks of Airflow's database."""
    monkeypatch.setattr(DagModel, "get_team_name", lambda dag_id: None)
    monkeypatch.setattr(RevokedToken, "is_revoked", lambda jti: False)
    return create_auth_manager()


def test_the_application_has_these_routes_and_no_other():
    assert all(isinstance(route, APIRoute) for route in app.routes)
    assert sorted(PATHS) == ["/", "/observations", "/run"]
    assert {method for route in app.routes for method in route.methods} == {"GET"}


@pytest.mark.parametrize("path", PATHS)
def test_every_route_is_closed_to_nobody(anonymous, landed, path):
    answer = anonymous.get(path, params={"run": RUN})
    assert answer.status_code == 401
    assert "x.cn" not in answer.text
    assert may_read in [dependency.call for dependency in _route(path).dependant.dependencies]


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_without_a_session_is_led_to_the_login_and_back(anonymous, landed, auth_manager, path):
    answer = anonymous.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 307
    assert "/auth/login" in answer.headers["location"]
    assert "x.cn" not in answer.text


@pytest.mark.parametrize(
    "credentials",
    [
        pytest.param(lambda token: {"headers": {"Authorization": f"Bearer {token}"}}, id="token"),
        pytest.param(lambda token: {"headers": {"Cookie": f"_token={token}"}}, id="session of the UI"),
    ],
)
def test_a_viewer_of_the_dag_may_read(anonymous, landed, auth_manager, credentials):
    token = auth_manager.generate_jwt(SimpleAuthManagerUser(username="v", role="viewer"))
    assert anonymous.get("/", **credentials(token)).status_code == 200


def test_a_user_whom_airflow_refuses_sees_nothing(anonymous, landed, auth_manager):
    token = auth_manager.generate_jwt(SimpleAuthManagerUser(username="nobody", role=None))
    answer = anonymous.get("/", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 403
    assert "x.cn" not in answer.text


def test_the_dag_that_is_asked_for_is_the_ingestion(anonymous, landed, auth_manager, monkeypatch):
    asked = []

    def refuse(self, *, method, user, access_entity=None, details=None):
        asked.append((method, details.id))
        return False

    monkeypatch.setattr(type(auth_manager), "is_authorized_dag", refuse)
    token = auth_manager.generate_jwt(SimpleAuthManagerUser(username="v", role="viewer"))
    assert anonymous.get("/observations", headers={"Authorization": f"Bearer {token}"}).status_code == 403
    assert asked == [("GET", "ingest_speeches")]


def test_a_forged_token_is_refused(anonymous, landed, auth_manager):
    assert anonymous.get("/", headers={"Authorization": "Bearer a.b.c"}).status_code == 403


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        pytest.param("/", {}, id="index"),
        pytest.param("/run", {"run": RUN}, id="run"),
        pytest.param("/run", {"run": LATER}, id="failed check"),
        pytest.param("/run", {"run": HOSTILE}, id="unknown run"),
        pytest.param("/observations", {}, id="observations"),
        pytest.param("/observations", {"indicator": HOSTILE, "region": f'"{HOSTILE}'}, id="filter"),
        pytest.param("/observations", {"page": HOSTILE}, id="wrong parameter"),
    ],
)
def test_markup_in_a_page_is_shown_as_text(client, landed, path, parameters):
    answer = client.get(path, params=parameters)
    page = BeautifulSoup(answer.text, "lxml")
    assert len(page("script")) == len(page("style")) == 1
    assert "alert" not in page.script.text
    assert not page(["img", "i", "b", "iframe", "object", "link", "base"])
    assert not [tag for tag in page(True) for name in tag.attrs if name.startswith("on") or name in ("src", "style")]


def test_hostile_title_quote_and_address_are_all_there_to_read(client, landed):
    answer = client.get("/observations?indicator=出口")
    (row,) = BeautifulSoup(answer.text, "lxml").select("table.evidence > tbody > tr")
    assert row.th.text == f"出口_100%{HOSTILE}"
    assert row.mark.text == "<b>7亿元"
    assert row.select_one(".sentence").text == f"{HOSTILE}外贸出口达到<b>7亿元{HOSTILE}。"
    assert f"题{HOSTILE}" in row.text
    assert "http://x.cn/3?a=<b>" in row.text


def test_every_answer_forbids_scripts_and_other_hosts(client, anonymous, landed):
    answers = [client.get("/"), client.get("/nowhere"), client.get("/run"), client.get("/observations?page=0")]
    for answer in answers:
        policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy.keys() == {"default-src", "style-src", "script-src", "form-action", "frame-ancestors", "base-uri"}
        assert not {"*", "'unsafe-inline'", "'unsafe-eval'", "https:"} & set(" ".join(policy.values()).split())
        assert answer.headers["x-content-type-options"] == "nosniff"


def _route(path):
    return next(route for route in app.routes if route.path == path)
