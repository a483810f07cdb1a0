"""Starting, finding and stopping the local services."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import psutil

from include.errors import ConfigurationError, JianghuaError
from include.local.config import HOST, SAMPLE_SITES, Local, environment
from include.settings import ROOT

START_SECONDS = 180  # a busy machine needs a minute for Airflow's first start
STOP_SECONDS = 20
CLOCK_SECONDS = 2  # a birth is reckoned from the boot time, which moves a little with the clock


@dataclass(frozen=True)
class Service:
    """A process that was started: its pid alone may be another program's by now, so its birth is kept, too."""

    name: str
    pid: int
    born: float

    def process(self) -> psutil.Process | None:
        """The live process, or None."""
        try:
            process = psutil.Process(self.pid)
            alive = abs(process.create_time() - self.born) < CLOCK_SECONDS and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return None
        return process if alive else None


def commands(place: Local) -> dict[str, list[str]]:
    """The command of each service, in the order in which they start."""
    airflow = [sys.executable, "-m", "airflow"]
    return {
        "sample-site": [sys.executable, "-m", "include", "sample-site", "--port", str(place.sample_port)],
        "api-server": [*airflow, "api-server"],
        "dag-processor": [*airflow, "dag-processor"],
        "triggerer": [*airflow, "triggerer", "--skip-serve-logs"],
        # last: it starts due tasks at once, and a task that finds no api-server loses its try
        "scheduler": [*airflow, "scheduler", "--skip-serve-logs"],
    }


def recorded(place: Local) -> list[Service]:
    """The services of the last start, alive or not."""
    if not place.services_file.exists():
        return []
    return [Service(**row) for row in json.loads(place.services_file.read_text())]


def alive(place: Local) -> list[Service]:
    """Those of them that still run."""
    return [service for service in recorded(place) if service.process()]


def start(place: Local, wait_for_api: Callable[[], None]) -> None:
    """Start every service; `wait_for_api` returns once the api-server answers."""
    _require_free_ports(place)
    started: list[Service] = []
    try:
        for name, command in commands(place).items():
            if name == "scheduler":
                wait_for_api()
            started.append(_spawn(place, name, command))
            place.services_file.write_text(json.dumps([asdict(service) for service in started]))
    except BaseException:
        stop(place)
        raise


def stop(place: Local) -> list[str]:
    """Stop whatever of the last start still runs, with its children; gives the names."""
    running = alive(place)
    tree = []
    for service in running:
        process = service.process()
        if process:
            tree += [process, *process.children(recursive=True)]
            process.terminate()
    _, left = psutil.wait_procs(tree, timeout=STOP_SECONDS)
    for process in left:
        process.kill()
    place.services_file.unlink(missing_ok=True)
    return [service.name for service in running]


def dead(place: Local) -> list[str]:
    """Services that were started and are gone."""
    return [service.name for service in recorded(place) if not service.process()]


def last_words(place: Local, name: str, lines: int = 15) -> str:
    """The end of a service's log."""
    log = place.logs / f"{name}.log"
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else ""


def wait(ready: Callable[[], bool], what: str, place: Local, seconds: float = START_SECONDS) -> None:
    """Wait until `ready()`; gives up, with the log of the service that died, when one died or time is up."""
    deadline = time.monotonic() + seconds
    while not ready():
        if gone := dead(place):
            raise JianghuaError(f"{gone[0]} stopped while starting:\n{last_words(place, gone[0])}")
        if time.monotonic() > deadline:
            raise JianghuaError(f"{what} after {seconds:.0f} seconds; the logs are in {place.logs}")
        time.sleep(0.5)


def _spawn(place: Local, name: str, command: list[str]) -> Service:
    place.logs.mkdir(parents=True, exist_ok=True)
    with (place.logs / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command,
            env=environment(place),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us, and we stop them in order
            cwd=ROOT,  # relative paths in settings mean what they mean to `make`
        )
    return Service(name, process.pid, psutil.Process(process.pid).create_time())


def _require_free_ports(place: Local) -> None:
    wanted = {place.port: "PORT"} | {place.sample_port + n: "SAMPLE_PORT" for n in range(len(SAMPLE_SITES))}
    for port, setting in wanted.items():
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                raise ConfigurationError(
                    f"port {port} is taken on this machine; name another, e.g. make run {setting}={port + 10}"
                ) from None
