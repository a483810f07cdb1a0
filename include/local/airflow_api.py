"""A small client of Airflow's REST API: just what the local commands ask of it."""

from datetime import datetime
from typing import Any

import requests

from include.errors import JianghuaError
from include.local.config import USER, Local, keys

DAG = "ingest_speeches"
TIMEOUT = 30  # seconds
PAGE = 100  # the API's own limit


class Airflow:
    """The local Airflow, logged in."""

    def __init__(self, place: Local) -> None:
        self._url = place.url
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy has no business with 127.0.0.1
        self._login = {"username": USER, "password": keys(place)["password"]}

    def answers(self) -> bool:
        """Whether the api-server is up."""
        try:
            return self._session.get(f"{self._url}/api/v2/monitor/health", timeout=TIMEOUT).ok
        except requests.ConnectionError:
            return False

    def healthy(self) -> bool:
        """Whether every component is healthy and the Dag is there."""
        health = self._call("GET", "/monitor/health")
        parts = [health.get(name) or {} for name in ("metadatabase", "scheduler", "triggerer", "dag_processor")]
        if any(part.get("status") != "healthy" for part in parts):
            return False
        if errors := self._call("GET", "/importErrors")["import_errors"]:
            raise JianghuaError(f"a Dag cannot be imported: {errors[0]['filename']}\n{errors[0]['stack_trace']}")
        return any(dag["dag_id"] == DAG for dag in self._call("GET", "/dags")["dags"])

    def trigger(self, conf: dict[str, Any]) -> str:
        """Start a manual run; gives its id."""
        run: dict[str, Any] = self._call("POST", f"/dags/{DAG}/dagRuns", {"logical_date": None, "conf": conf})
        return str(run["dag_run_id"])

    def run(self, run_id: str) -> dict[str, Any]:
        """One run."""
        return self._call("GET", f"/dags/{DAG}/dagRuns/{run_id}")

    def tasks(self, run_id: str) -> list[dict[str, Any]]:
        """Its task instances."""
        return self._all(f"/dags/{DAG}/dagRuns/{run_id}/taskInstances", "task_instances")

    def summary(self, run_id: str) -> dict[str, Any] | None:
        """What `report` says of the run; None where it did not get that far."""
        path = f"/dags/{DAG}/dagRuns/{run_id}/taskInstances/report/xcomEntries/summary"
        answer = self._request("GET", path)
        return answer.json()["value"] if answer.ok else None

    def days_to_backfill(self, first: str, last: str, reprocess: str) -> int:
        """How many runs such a backfill would make."""
        return int(self._call("POST", "/backfills/dry_run", _backfill(first, last, reprocess))["total_entries"])

    def create_backfill(self, first: str, last: str, reprocess: str) -> dict[str, Any]:
        """Start a backfill, a run a day."""
        return self._call("POST", "/backfills", _backfill(first, last, reprocess))

    def backfill_runs(self, backfill: dict[str, Any]) -> list[dict[str, Any]]:
        """The runs of a backfill: the API does not name a run's backfill, but one Dag has one backfill at a time."""
        runs = self._all(f"/dags/{DAG}/dagRuns", "dag_runs", {"run_type": "backfill"})
        created = datetime.fromisoformat(backfill["created_at"])
        return [run for run in runs if run["queued_at"] and datetime.fromisoformat(run["queued_at"]) >= created]

    def _all(self, path: str, key: str, query: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        while True:
            page = self._call("GET", path, query={**(query or {}), "limit": PAGE, "offset": len(rows)})
            rows += page[key]
            if not page[key] or len(rows) >= page["total_entries"]:
                return rows

    def _call(
        self, method: str, path: str, body: dict[str, Any] | None = None, query: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        answer = self._request(method, path, body, query)
        if not answer.ok:
            reason = "conflict" if answer.status_code == requests.codes.conflict else "refused"
            message = f"Airflow refused {method} {path}: {answer.status_code} {answer.text[:500]}"
            raise JianghuaError(message, reason=reason)
        found: dict[str, Any] = answer.json()
        return found

    def _request(
        self, method: str, path: str, body: dict[str, Any] | None = None, query: dict[str, Any] | None = None
    ) -> requests.Response:
        if "Authorization" not in self._session.headers:
            token = self._session.post(f"{self._url}/auth/token", json=self._login, timeout=TIMEOUT)
            token.raise_for_status()
            self._session.headers["Authorization"] = f"Bearer {token.json()['access_token']}"
        return self._session.request(method, f"{self._url}/api/v2{path}", json=body, params=query, timeout=TIMEOUT)


def _backfill(first: str, last: str, reprocess: str) -> dict[str, Any]:
    return {
        "dag_id": DAG,
        "from_date": f"{first}T00:00:00",
        "to_date": f"{last}T23:59:59",
        "reprocess_behavior": reprocess,
        "max_active_runs": 2,
        "run_backwards": False,
    }
