"""A whole run without Airflow: the tasks' functions in the order of the Dag, with what XCom makes of their results."""

import json

from runtime.fake_airflow import context
from sqlalchemy import select

from include.load import tables
from include.runtime import landing, runs, sources, stages
from include.runtime.warehouse import warehouse

# which run or which request brought a row, not what it says
OF_THE_RUN = {
    "first_load",
    "closed_load",
    "last_seen",
    "gone_since",
    "fetched_at",
    "opened_at",
    "refused_at",
    "first_seen",
}


class Run:
    """One run: `go()` takes it through its stages, or through those up to a named one."""

    def __init__(self, run_id, params, try_number=1, states=None):
        self.params, self.made = params, {}
        self.context = context(run_id, try_number=try_number, states=states)

    STAGES = (
        "plan", "discover", "fetch", "collect", "clean", "segment", "extract", "check", "load", "deduplicate", "report",
    )  # fmt: skip

    def go(self, upto="report"):
        for name in self.STAGES[: self.STAGES.index(upto) + 1]:
            made = getattr(self, name)()
            self.made[name] = json.loads(json.dumps(made))  # as XCom hands it on
        return self

    def plan(self):
        return runs.plan(self.context, self.params)

    def discover(self):
        return [sources.discover(dict(self.context), plan) for plan in self.made["plan"]]

    def fetch(self):
        return [sources.fetch(dict(self.context), plan) for plan in self.made["plan"]]

    def collect(self):
        return stages.collect(self.context)

    def clean(self):
        return [stages.clean(self.context, batch) for batch in self.made["collect"]]

    def segment(self):
        return [stages.segment(self.context, batch) for batch in self.made["clean"]]

    def extract(self):
        return [stages.extract(self.context, batch) for batch in self.made["segment"]]

    def check(self):
        return stages.check(self.context, self.made["extract"])

    def load(self):
        return landing.load(self.context, self.made["plan"], self.made["check"])

    def deduplicate(self):
        return landing.deduplicate()

    def report(self):
        return landing.report(self.context, self.made["plan"])


def content():
    """What the warehouse says, table by table, without what names the run or the moment."""
    found = {}
    with warehouse().connect() as connection:
        for table in tables.CONTENT_TABLES:
            kept = [column for column in table.columns if column.name not in OF_THE_RUN]
            current = [table.c.closed_load.is_(None).label("is_current")] if "closed_load" in table.c else []
            found[table.name] = sorted(map(repr, connection.execute(select(*kept, *current))))
    return found


def rows_of(table, *columns):
    """All rows of a table, or some columns of them, in order."""
    with warehouse().connect() as connection:
        return sorted(map(tuple, connection.execute(select(*(columns or [table])))), key=repr)
