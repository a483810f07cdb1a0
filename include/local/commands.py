"""What `make run`, `stop`, `status`, `ingest` and `backfill` do."""

import time
from argparse import Namespace
from typing import Any

from include.errors import ConfigurationError, JianghuaError
from include.local import services, watch
from include.local.airflow_api import Airflow
from include.local.config import BACKFILLED_DAYS, SAMPLE_DAYS, SAMPLE_SITES, USER, Local, keys
from include.local.memory import remember
from include.local.show import show_observations, show_row_counts
from include.sources.registry import select_sources


def run(place: Local, options: Namespace) -> int:
    """Start everything, ingest the sample site, show what landed, and stay up until Ctrl-C."""
    begun = time.monotonic()
    if services.alive(place):
        print(f"Airflow runs already at {place.url}")
    else:
        _start(place)
        print(f"Airflow is healthy after {time.monotonic() - begun:.0f} s")
    try:
        status = _first_ingestion(place)
        show_row_counts()
        show_observations()
        _say_where(place)
        if not options.detach:
            return _stay(place)
    except KeyboardInterrupt:
        print("\nstopping …", flush=True)
        services.stop(place)
        return 0
    print("It keeps running; stop it with `make stop`.")
    return status


def stop(place: Local, _options: Namespace) -> int:
    """Stop what `run` started."""
    stopped = services.stop(place)
    print(f"stopped {', '.join(stopped)}" if stopped else "nothing was running")
    return 0


def status(place: Local, _options: Namespace) -> int:
    """Say which services run; 0 only when all do."""
    found = services.recorded(place)
    for service in found:
        print(f"{service.name:<15} {'running' if service.process() else 'DEAD':<8} pid {service.pid}")
    if not found:
        print("nothing is running; start it with `make run`")
        return 1
    show_row_counts()
    _say_where(place)
    return int(bool(services.dead(place)))


def ingest(place: Local, options: Namespace) -> int:
    """One manual run over a window; 0 only when it succeeded."""
    airflow = _running(place)
    conf: dict[str, Any] = {"from_date": options.first, "to_date": options.last}
    conf |= {"sources": select_sources(options.source), "relist": options.relist}
    return int(not watch.manual_run(airflow, conf))


def backfill(place: Local, options: Namespace) -> int:
    """Airflow's backfill, a run a day; 0 only when every run succeeded."""
    return int(not watch.backfill(_running(place), options.first, options.last, options.reprocess))


def _start(place: Local) -> None:
    from include.database import open_engine
    from include.load.migrate import migrate
    from include.local.database import migrate_airflow
    from include.settings import default_warehouse_url, warehouse_url

    print("preparing the databases …", flush=True)
    migrate_airflow(place)
    migrate(open_engine(warehouse_url() or default_warehouse_url()))
    print("starting Airflow and the sample site …", flush=True)
    airflow = Airflow(place)
    remember(place.settings_file)
    services.start(place, lambda: services.wait(airflow.answers, "the api-server does not answer", place))
    try:
        services.wait(airflow.healthy, "Airflow is not healthy", place)
    except BaseException:
        services.stop(place)
        raise


def _first_ingestion(place: Local) -> int:
    airflow = _running(place)
    first, last = SAMPLE_DAYS
    print(f"\ningesting the sample site, {first} … {last}, as one run")
    succeeded = watch.manual_run(airflow, {"from_date": first, "to_date": last, "sources": list(SAMPLE_SITES)})
    first, last = BACKFILLED_DAYS
    print(f"\nbackfilling {first} … {last}, a run a day")
    return int(not (watch.backfill(airflow, first, last, "failed") and succeeded))


def _running(place: Local) -> Airflow:
    if not services.alive(place):
        raise ConfigurationError("Airflow is not running; start it with `make run DETACH=1`")
    if gone := services.dead(place):
        raise JianghuaError(f"{', '.join(gone)} died; `make stop`, then `make run`. The logs are in {place.logs}")
    return Airflow(place)


def _say_where(place: Local) -> None:
    print(f"\nAirflow   {place.url}   login {USER} / {keys(place)['password']}")
    print(f"data      {place.data}")


def _stay(place: Local) -> int:
    print("Press Ctrl-C to stop.", flush=True)
    while not (gone := services.dead(place)):
        time.sleep(2)
    print(f"{', '.join(gone)} died:\n{services.last_words(place, gone[0])}")
    services.stop(place)
    return 1
