"""Discover and fetch for one source of a run, with what they find recorded as it happens."""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from airflow.sdk.exceptions import AirflowRescheduleException

from include.database import reading
from include.discover.listing import Terms
from include.discover.listing import discover as walk
from include.errors import DeclinedError, InterruptedRunError, JianghuaError, TransientError
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.links import fetch_links
from include.load.known import known_bodies
from include.runtime.ledger import Ledger
from include.runtime.runs import looks_since, run_id_of
from include.runtime.state import State
from include.runtime.warehouse import warehouse
from include.sources.registry import get_source

log = logging.getLogger(__name__)

COME_BACK = timedelta(seconds=10)  # to a host that another run holds
SLICE_SECONDS = 300  # a task gives its slot back after this long, and goes on where it was


def discover(context: Any, plan: dict[str, str]) -> int:  # noqa: ANN401 - Airflow's context
    """Walk the listings of one source where no walk has covered the window; gives how many links the run takes.

    A site that declines (robots.txt, a challenge page) or is parked is left alone: recorded, and no failure.
    """
    run_id, name = _begin(context, plan)
    source, state = get_source(name), State.open()
    first, last = date.fromisoformat(plan["first"]), date.fromisoformat(plan["last"])
    terms = Terms(looks_since(context), relist=bool(context["params"].get("relist")), slice_seconds=SLICE_SECONDS)
    try:
        with _rescheduled(), Fetcher(source, state, owner=f"{run_id}:{name}") as fetcher:
            discovery = walk(
                source, first, last, fetcher, Ledger(state.engine), terms=terms, known=_has_ended(state, name)
            )
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
    links = state.links(run_id, name)
    with reading(warehouse()) as connection:
        known = known_bodies(connection, [link.page_id for link in links])
    with _rescheduled():
        fetched = fetch_links(
            get_source(name),
            links,
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


def _has_ended(state: State, source: str) -> Callable[[Collection[str]], Container[str]]:
    """Which undated links need not be taken: one is taken until it has come to an end, by landing or for good."""

    def has_ended(page_ids: Collection[str]) -> Container[str]:
        with reading(warehouse()) as connection:
            return known_bodies(connection, page_ids).keys() | state.ended(source)

    return has_ended


def _begin(context: Any, plan: dict[str, str]) -> tuple[str, str]:  # noqa: ANN401
    context["source"] = plan["source"]  # names the task instance in the UI
    return run_id_of(context), plan["source"]


@contextmanager
def _rescheduled() -> Iterator[None]:
    """A host that is busy or parked frees the slot and uses no try."""
    try:
        yield
    except InterruptedRunError as error:
        pause = max(COME_BACK, timedelta(seconds=error.after))
        raise AirflowRescheduleException(datetime.now(UTC) + pause) from None
