"""
### Reading this Dag

Every night it takes the day's new pages of every source, cleans them, reads the indicators out of the speeches and
lands everything in the warehouse. Left to right: **ingest_source** (one box a site: *discover* its listing, *fetch* the
pages) → **collect** → **process_batch** (*clean* → *segment* → *extract*) → **check** → **load** → **deduplicate** →
**report**. Open the log of *report* for the run's account, site by site.

### When it is red

*report* is the task that turns a run red, and its log says why in lines that begin with `PROBLEM`:

* **source … is broken** — its listing shows fewer entries than its YAML promises: the site was rebuilt, or is down.
  Look at the site, mend `include/sources/<name>.yaml`, clear the run. The other sites have landed.
* **task … failed** — open that task's log. A site that was unreachable is tried four times; clear the task when it is
  back: what was fetched is kept, only the rest is fetched again.
* **check … holds source …** — rows of that site contradict themselves; none of its rows landed. The ids are named.
* **not accounted for** — a page was lost between two stages. This is a fault of ours: please report it with the log.

A page that was declined (403, robots.txt), is gone (404) or went to quarantine does not make a run red.

### Running it by hand

*Trigger* with **From** and **To** ingests a range of dates in one run. *Trigger → Backfill* makes one run a day.
Listings that were walked before are not walked again; **List again** does so, for a site that publishes later than
three days after, or that was mended.
"""

from typing import Any

from airflow.sdk import CronPartitionTimetable, Param, dag

from include.settings import TIMEZONE
from include.tasks import (
    DEFAULT_ARGS,
    check,
    collect,
    deduplicate,
    ingest_source,
    load,
    plan_run,
    process_batch,
    report,
)

DATE: dict[str, Any] = {"type": ["null", "string"], "format": "date"}


@dag(
    dag_display_name="Ingest speeches 讲话入库",
    doc_md=__doc__,
    # Ticks at local midnight so that a run's key is the day before; the run itself then waits for its hour.
    schedule=CronPartitionTimetable("0 0 * * *", timezone=TIMEZONE, run_offset=-1, key_format="%Y-%m-%d"),
    catchup=False,
    max_active_runs=3,
    default_args=DEFAULT_ARGS,
    tags=["jianghua", "ingestion", "讲话"],
    params={
        "from_date": Param(None, title="From 起", description="First listed date, local; empty: the run's day", **DATE),
        "to_date": Param(None, title="To 止", description="Last listed date, local; empty: the same day", **DATE),
        "sources": Param(
            None,
            type=["null", "array"],
            items={"type": "string"},
            title="Sources 来源",
            description="Names of sources, one a line; empty: all that are enabled",
        ),
        "relist": Param(
            False,
            type="boolean",
            title="List again 重新列出",
            description="Walk the listings from their first pages, even where earlier runs have covered the dates",
        ),
    },
)
def ingest_speeches() -> None:
    """The flow of one run."""
    plans = plan_run()
    fetched = ingest_source.expand(plan=plans)
    batches = collect(plans)
    fetched >> batches
    checked = check(process_batch.expand(batch=batches))
    landed = load(plans, checked)
    linked = deduplicate(landed)
    [checked, linked] >> report(plans)


ingest_speeches()
