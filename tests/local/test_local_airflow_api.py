"""The client of Airflow's API, against an API in the test: login, pages, refusals."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from include.errors import JianghuaError
from include.local.airflow_api import DAG, PAGE, Airflow
from include.local.config import USER, Local, keys

HEALTHY = {name: {"status": "healthy"} for name in ("metadatabase", "scheduler", "triggerer", "dag_processor")}
WINDOW = ("2024-03-01", "2024-03-03", "failed")


class Api:
    """Answers by method and path with (status, data) or a function of the query; keeps what was asked."""

    def __init__(self):
        self.answers = {("POST", "/auth/token"): (201, {"access_token": "secret"})}
        self.asked = []
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an ACK

            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                parts = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                api.asked.append((self.command, parts.path, query, body, self.headers.get("Authorization")))
                status, data = 404, {"detail": "not found"}
                if found := api.answers.get((self.command, parts.path)):
                    status, data = found(query) if callable(found) else found
                content = json.dumps(data).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def do_GET(self):
                self.answer()

            def do_POST(self):
                self.answer()

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def get(self, path, *answer):
        self.answers["GET", f"/api/v2{path}"] = answer if len(answer) == 2 else answer[0]

    def post(self, path, *answer):
        self.answers["POST", f"/api/v2{path}"] = answer

    def paths(self):
        return [path for _, path, *_ in self.asked]


@pytest.fixture
def api():
    api = Api()
    yield api
    api.server.shutdown()
    api.server.server_close()


@pytest.fixture
def place(api, home):
    return Local(port=api.server.server_port, sample_port=1, data=home)


@pytest.fixture
def airflow(place):
    return Airflow(place)


def test_it_logs_in_once_with_the_password_of_the_installation(api, airflow, place):
    api.get(f"/dags/{DAG}/dagRuns/r1", 200, {"state": "success"})
    for _ in range(2):
        assert airflow.run("r1") == {"state": "success"}
    assert api.paths().count("/auth/token") == 1
    assert api.asked[0][3] == {"username": USER, "password": keys(place)["password"]}
    assert {asked[4] for asked in api.asked[1:]} == {"Bearer secret"}


def test_it_goes_round_a_proxy(api, airflow, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    api.get("/monitor/health", 200, HEALTHY)
    assert airflow.answers()


def test_an_api_server_that_is_not_up_does_not_answer(place, api):
    api.server.shutdown()
    api.server.server_close()
    assert Airflow(place).answers() is False


def test_an_api_server_that_is_not_ready_does_not_answer(api, airflow):
    api.get("/monitor/health", 503, {})
    assert airflow.answers() is False


def healthy(api, **changes):
    api.get("/monitor/health", 200, {**HEALTHY, **changes})
    api.get("/importErrors", 200, {"import_errors": []})
    api.get("/dags", 200, {"dags": [{"dag_id": DAG}]})


def test_healthy_is_every_part_and_the_dag(api, airflow):
    healthy(api)
    assert airflow.healthy()


@pytest.mark.parametrize("part", HEALTHY)
@pytest.mark.parametrize("state", [None, {"status": None}, {"status": "unhealthy"}], ids=["none", "unknown", "ill"])
def test_one_ill_part_is_not_healthy(api, airflow, part, state):
    healthy(api, **{part: state})
    assert not airflow.healthy()


def test_it_waits_for_the_dag(api, airflow):
    healthy(api)
    api.get("/dags", 200, {"dags": [{"dag_id": "another"}]})
    assert not airflow.healthy()


def test_a_dag_that_cannot_be_imported_is_named(api, airflow):
    healthy(api)
    api.get("/importErrors", 200, {"import_errors": [{"filename": "dags/x.py", "stack_trace": "SyntaxError: 1"}]})
    with pytest.raises(JianghuaError, match=r"dags/x.py\nSyntaxError"):
        airflow.healthy()


def test_a_run_is_triggered_with_its_parameters(api, airflow):
    api.post(f"/dags/{DAG}/dagRuns", 200, {"dag_run_id": "manual__1"})
    assert airflow.trigger({"from_date": "2024-03-01"}) == "manual__1"
    assert api.asked[-1][3] == {"logical_date": None, "conf": {"from_date": "2024-03-01"}}


@pytest.mark.parametrize("total", [0, 1, PAGE, PAGE + 1, 2 * PAGE + 5])
def test_all_pages_are_read(api, airflow, total):
    rows = [{"task_id": str(number)} for number in range(total)]

    def page(query):
        start, limit = int(query["offset"]), int(query["limit"])
        return 200, {"task_instances": rows[start : start + limit], "total_entries": total}

    api.get(f"/dags/{DAG}/dagRuns/r1/taskInstances", page)
    assert airflow.tasks("r1") == rows


def test_rows_that_went_away_meanwhile_end_the_paging(api, airflow):
    api.get(f"/dags/{DAG}/dagRuns/r1/taskInstances", 200, {"task_instances": [], "total_entries": 7})
    assert airflow.tasks("r1") == []


def test_the_summary_is_what_report_pushed(api, airflow):
    path = f"/dags/{DAG}/dagRuns/r1/taskInstances/report/xcomEntries/summary"
    api.get(path, 200, {"value": {"problems": []}})
    assert airflow.summary("r1") == {"problems": []}


def test_a_run_that_did_not_get_to_report_has_no_summary(airflow):
    assert airflow.summary("r1") is None


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        pytest.param(409, "conflict", id="conflict"),
        pytest.param(404, "refused", id="not-found"),
        pytest.param(422, "refused", id="invalid"),
        pytest.param(500, "refused", id="fault-of-the-server"),
    ],
)
def test_a_refusal_says_what_was_asked_and_why(api, airflow, status, reason):
    api.post("/backfills", status, {"detail": "There is already a running backfill"})
    with pytest.raises(JianghuaError, match=rf"refused POST /backfills: {status} .*already a running") as caught:
        airflow.create_backfill(*WINDOW)
    assert caught.value.reason == reason


def test_a_backfill_is_a_run_a_local_day(api, airflow):
    api.post("/backfills/dry_run", 200, {"total_entries": 3})
    api.post("/backfills", 200, {"id": 1, "created_at": "2024-03-05T00:00:00Z"})
    assert airflow.days_to_backfill(*WINDOW) == 3
    airflow.create_backfill(*WINDOW)
    asked = [body for method, path, _, body, _ in api.asked if path.startswith("/api/v2/backfills")]
    assert asked[0] == asked[1]
    assert asked[0] | {"dag_id": DAG, "from_date": "2024-03-01T00:00:00", "to_date": "2024-03-03T23:59:59"} == asked[0]
    assert asked[0]["reprocess_behavior"] == "failed"


def test_the_runs_of_a_backfill_are_those_queued_since(api, airflow):
    moments = [None, "2024-03-04T23:59:59Z", "2024-03-05T00:00:00Z", "2024-03-05T00:00:01.5Z"]
    rows = [{"dag_run_id": str(number), "queued_at": moment} for number, moment in enumerate(moments)]
    api.get(f"/dags/{DAG}/dagRuns", 200, {"dag_runs": rows, "total_entries": len(rows)})
    runs = airflow.backfill_runs({"created_at": "2024-03-05T00:00:00Z"})
    assert [run["dag_run_id"] for run in runs] == ["2", "3"]
    assert api.asked[-1][2]["run_type"] == "backfill"


def test_times_are_compared_as_times(api, airflow):
    rows = [{"dag_run_id": "later", "queued_at": "2024-03-05T00:00:00.500000Z"}]
    api.get(f"/dags/{DAG}/dagRuns", 200, {"dag_runs": rows, "total_entries": 1})
    assert len(airflow.backfill_runs({"created_at": "2024-03-05T00:00:00Z"})) == 1
