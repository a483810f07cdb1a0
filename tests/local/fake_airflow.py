"""An Airflow that plays back what a test wrote down: runs in their successive states, tasks, summaries."""

from include.errors import JianghuaError

SUMMARY = {
    "sources": {}, "observations": {"staged": 0, "new": 0, "seen_again": 0, "rejected": 0}, "problems": [], "notes": [],
    "total": dict.fromkeys(
        ("listed", "fetched", "unchanged", "skipped", "declined", "parked", "failed", "accepted", "quarantined", "held",
         "unaccounted"), 0,
    ),
}  # fmt: skip


def run(run_id="manual__1", state="success", key=None):
    return {"dag_run_id": run_id, "state": state, "partition_key": key, "queued_at": "2024-03-05T00:00:01Z"}


class FakeAirflow:
    """`states` are a manual run's, one a look; `backfills` are lists of runs, one a look; `conflicts` come first."""

    def __init__(self, states=(), tasks=(), backfills=(), days=0, conflicts=0, refusal=None, summary=SUMMARY):
        self.states, self.looks, self.backfills = list(states), list(tasks), list(backfills)
        self.days, self.conflicts, self.refusal, self.kept = days, conflicts, refusal, summary
        self.asked = []

    def trigger(self, conf):
        self.asked.append(("trigger", conf))
        return "manual__1"

    def run(self, run_id):
        return run(run_id, self.states.pop(0) if len(self.states) > 1 else self.states[0])

    def tasks(self, run_id):
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

    def summary(self, run_id):
        return self.kept

    def days_to_backfill(self, first, last, reprocess):
        self.asked.append(("dry run", first, last, reprocess))
        return self.days

    def create_backfill(self, first, last, reprocess):
        self.asked.append(("backfill", first, last, reprocess))
        if self.refusal:
            raise JianghuaError("no", reason=self.refusal)
        if self.conflicts:
            self.conflicts -= 1
            raise JianghuaError("there is one already", reason="conflict")
        return {"id": 1, "created_at": "2024-03-05T00:00:00Z"}

    def backfill_runs(self, backfill):
        return self.backfills.pop(0) if len(self.backfills) > 1 else self.backfills[0]
