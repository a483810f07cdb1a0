"""The loop of a fetch task: each link once a try, every attempt recorded as it happens."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from include.discover.canonical import host_port
from include.errors import InterruptedRunError
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.guard import Resolver, system_resolver
from include.fetch.limits import DEFAULT, Limits
from include.fetch.parts import INTERRUPTED, InterruptedArticleError, fetch_article
from include.records import Fetched, Link
from include.runtime.state import State
from include.sources.schema import Source

HOST_DOWN = "host_down"
DOWN_AFTER = 3  # silences in a row after which a host counts as down
SILENT = frozenset({"connect", "dns", "timeout", "too_slow"})
MOST_TRIES = {"too_slow": 2}  # in one run; a page that drips costs every try its full time


def fetch_links(
    source: Source,
    links: Sequence[Link],
    *,
    run_id: str,
    attempt: int,
    state: State,
    store: BodyStore,
    known: Mapping[str, str],
    slice_seconds: float | None = None,
    limits: Limits = DEFAULT,
    resolve: Resolver = system_resolver,
) -> list[Fetched]:
    """One outcome for every link, in their order: the newest of this run.

    A link that ended in this run, or was tried in this `attempt`, is not tried again. `known` maps page ids to the
    body that the warehouse holds. After three silences in a row a host is down: its other links fail as `host_down`,
    and the next attempt begins with those. InterruptedRunError where another run holds a host, or `slice_seconds` are
    over: what was done is recorded, a begun article too; call again with the same attempt.
    """
    attempts = state.attempts(run_id, source.name)
    tries = Counter((fetched.page_id, fetched.reason) for fetched in attempts)
    before = {fetched.page_id: fetched for fetched in attempts}
    done, todo = _left_to_do(links, before, attempt)
    started, silences = time.monotonic(), Counter[str]()
    owner = f"{run_id}:{source.name}"
    with Fetcher(source, state, owner=owner, limits=limits, resolve=resolve, resumes=True) as fetcher:
        for link in todo:
            _check_slice(started, slice_seconds, f"{source.name}: {len(done)} of {len(links)} links done")
            host = host_port(link.url)
            if silences[host] < DOWN_AFTER:
                last, body = before.get(link.page_id), known.get(link.page_id)
                with _begun_recorded(state, run_id):
                    fetched = _fetch(link, fetcher, attempt, state, store, body, last)
                fetched = _worth_another_try(fetched, tries[link.page_id, fetched.reason] + 1)
                silences[host] = silences[host] + 1 if fetched.reason in SILENT else 0
            else:
                fetched = _host_down(link, host, attempt)
            state.record(run_id, fetched)
            done[link.page_id] = fetched
    return [done[link.page_id] for link in links]


def _check_slice(started: float, slice_seconds: float | None, progress: str) -> None:
    if slice_seconds is not None and time.monotonic() - started > slice_seconds:
        raise InterruptedRunError(f"{progress}, going on later")


def _left_to_do(
    links: Sequence[Link], before: Mapping[str, Fetched], attempt: int
) -> tuple[dict[str, Fetched], list[Link]]:
    """What needs no other try, by page id, and the other links: those that were begun first, then those that no request
    was made for."""
    last_reason = {page: last.reason for page, last in before.items()}
    done = {
        page: last
        for page, last in before.items()
        if last.reason != INTERRUPTED and (not last.transient or last.attempt == attempt)
    }
    rank = {INTERRUPTED: 0, HOST_DOWN: 1, None: 1}
    todo = [link for link in links if link.page_id not in done]
    return done, sorted(todo, key=lambda link: rank.get(last_reason.get(link.page_id), 2))


def _fetch(
    link: Link,
    fetcher: Fetcher,
    attempt: int,
    state: State,
    store: BodyStore,
    known_sha256: str | None,
    last: Fetched | None,
) -> Fetched:
    return fetch_article(
        link,
        fetcher,
        store,
        attempt=attempt,
        known_sha256=known_sha256,
        validator=state.validator(link.page_id) if known_sha256 else None,
        begun=last if last is not None and last.reason == INTERRUPTED else None,
    )


@contextmanager
def _begun_recorded(state: State, run_id: str) -> Iterator[None]:
    """What an interrupted article has so far is recorded: the next call goes on with it."""
    try:
        yield
    except InterruptedArticleError as error:
        state.record(run_id, error.begun)
        raise


def _worth_another_try(fetched: Fetched, tries: int) -> Fetched:
    """The outcome, final where its reason came so often in this run that another try would only cost time.

    Where it is a part that failed, `fetch_article` knows when to go on without it.
    """
    most = None if fetched.parts else MOST_TRIES.get(fetched.reason or "")
    return replace(fetched, transient=False) if most is not None and tries >= most else fetched


def _host_down(link: Link, host: str, attempt: int) -> Fetched:
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    message = f"{host} gave no answer {DOWN_AFTER} times in a row"
    return Fetched(
        link.source, link.page_id, link.url, attempt, "failed", HOST_DOWN, message, True, requested_at=moment
    )
