"""One whole run in a process of its own, for its memory: `python hostile_run.py FROM TO`; prints what came of it.

The sources, the data folder and the warehouse are named by the environment, as for any worker.
"""

import json
import sys
import time
from datetime import UTC, datetime

CONNECTED = set()
TRIES = 5
OUTCOME = ("page_id", "outcome", "reason", "disposition", "attempt", "wire_bytes")


def note(event, arguments):
    if event == "socket.connect":
        CONNECTED.add(arguments[1][0] if isinstance(arguments[1], tuple) else str(arguments[1]))


def fetch_all(days):
    """Discover and fetch as Airflow would: again at once after a failure, later where a task asks to come back."""
    from airflow.sdk.exceptions import AirflowRescheduleException
    from runtime.whole_run import Run

    from include.errors import TransientError

    attempt = 1
    while attempt <= TRIES:
        run = Run("hostile", days, try_number=attempt)
        try:
            return run.go(upto="fetch")
        except TransientError as error:
            print(f"attempt {attempt}: {error}", file=sys.stderr)
            attempt += 1
        except AirflowRescheduleException as error:
            time.sleep(max(0.0, (error.reschedule_date - datetime.now(UTC)).total_seconds()))
    raise SystemExit(f"links were still worth another try after {TRIES} of them")


def main(first, last):
    from peak_memory import peak_megabytes
    from runtime.whole_run import rows_of

    from include.load import tables
    from include.load.migrate import migrate
    from include.runtime.warehouse import warehouse

    migrate(warehouse())
    started = time.monotonic()
    made = fetch_all({"from_date": first, "to_date": last}).go().made
    urls = dict(rows_of(tables.listing, tables.listing.c.page_id, tables.listing.c.url))
    fetches = rows_of(tables.fetch, *(tables.fetch.c[name] for name in OUTCOME))
    last_of = {row[0]: row for row in sorted(fetches, key=lambda row: row[4])}
    print(
        json.dumps(
            {
                "report": made["report"],
                "outcomes": {urls[page]: row[1:] for page, row in last_of.items()},
                "quarantined": rows_of(tables.quarantine, tables.quarantine.c.url, tables.quarantine.c.reason),
                "seconds": round(time.monotonic() - started, 1),
                "megabytes": peak_megabytes(),
                "connected": sorted(CONNECTED),
            },
            default=str,
        )
    )


if __name__ == "__main__":
    sys.addaudithook(note)
    main(*sys.argv[1:])
