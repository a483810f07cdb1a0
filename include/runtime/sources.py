"""Discover and fetch for one source of a run, with what they find recorded as it happens."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from airflow.sdk.exceptions import AirflowRescheduleException

from include.database import reading
from include.discover.listing import discover as walk
from include.errors import DeclinedError, InterruptedRunError, JianghuaError, TransientError
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.links import fetch_links
from include.load.known import known_bodies
from include.runtime.runs import run_id_of
from include.runtime.state import State
from include.runtime.warehouse import warehouse
from include.sources.registry import get_source

log = logging.getLogger(__name__)

COME_BACK = timedelta(seconds=10)  # to a host that another run holds
SLICE_SECONDS = 300  # a task gives its slot back after this long, and goes on where it was


def discover(context: Any, plan: dict[str, str]) -> int:  # noqa: ANN401 - Airflow's context
    """Walk the listings of one source; gives how many links the run takes.

    A site that declines (robots.txt, a challenge page) or is parked is left alone: recorded, and no failure.
    """
    run_id, name = _begin(context, plan)
    source, state = get_source(name), State.open()
    with reading(warehouse()) as connection:
        # an undated link is taken until it has come to an end, by landing or for good
        known = known_bodies(connection).keys() | state.ended(name)
    first, last = date.fromisoformat(plan["first"]), date.fromisoformat(plan["last"])
    try:
        with _rescheduled(), Fetcher(source, state, owner=f"{run_id}:{name}") as fetcher:
            discovery = walk(source, first, last, fetcher.page, known=known)
    except JianghuaError as error:
        state.save_source_failure(run_id, name, error)
        if isinstance(error, DeclinedError):
            log.warning("%s", error)
            return 0
        raise
    state.save_discovery(run_id, name, discovery)
    return len(discovery.links)


def fetch(context: Any, plan: dict[str, str]) -> dict[str, int]:  # noqa: ANN401
    """Fetch the links of one source; gives them by outcome. TransientError when some are worth another try."""
    run_id, name = _begin(context, plan)
    state = State.open()
    with reading(warehouse()) as connection:
        known = known_bodies(connection)
    with _rescheduled():
        fetched = fetch_links(
            get_source(name),
            state.links(run_id, name),
            run_id=run_id,
            attempt=context["ti"].try_number,
            state=state,
            store=BodyStore(),
            known=known,
            slice_seconds=SLICE_SECONDS,
        )
    if again := Counter(one.reason for one in fetched if one.transient):
        reasons = ", ".join(f"{reason} {count}" for reason, count in again.items())
        raise TransientError(f"{name}: {again.total()} of {len(fetched)} links are worth another try ({reasons})")
    return dict(Counter(one.outcome for one in fetched))


def _begin(context: Any, plan: dict[str, str]) -> tuple[str, str]:  # noqa: ANN401
    context["source"] = plan["source"]  # names the task instance in the UI
    return run_id_of(context), plan["source"]


@contextmanager
def _rescheduled() -> Iterator[None]:
    """A host that is busy or parked frees the slot and uses no try."""
    try:
        yield
    except InterruptedRunError:
        raise AirflowRescheduleException(datetime.now(UTC) + COME_BACK) from None
