"""A whole run over real pages from a server that means harm; both lie outside the project. Slow: `make e2e`.

They are looked for in the folder `JIANGHUA_SITE`, else in `shared/site` beside the checkout; where there are none,
the test skips and says so.
"""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("JIANGHUA_SITE") or ROOT.parent / "shared" / "site")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SITE / "serve.py").is_file(), reason=f"no site in {SITE}; name the folder of its serve.py in JIANGHUA_SITE"
    ),
]
MOST_MEGABYTES = 500
# How each trap of the server must end: outcome, reason, and what becomes of the page if it was fetched
TRAPS = {
    "loop": ("failed", "redirect_loop", None),
    "ssrf": ("failed", "blocked_address", None),
    "bomb": ("failed", "too_large", None),
    "endless": ("failed", "too_large", None),
    "slow": ("failed", "too_slow", None),
    "junk": ("fetched", None, "quarantined"),
    "mojibake": ("fetched", None, "accepted"),  # a wrong header, and text all the same
    "empty": ("failed", "empty", None),
    "gone": ("failed", "soft_404", None),
}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def served(request):
    """The server with the faults of the test's parameter; gives its port."""
    port = free_port()
    command = [sys.executable, SITE / "serve.py", "--port", str(port), "--faults", request.param]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        server.stdout.readline()  # it says when it is ready
        yield port
        server.terminate()


@pytest.fixture
def worker(served, tmp_path):
    """What a whole run over the server comes to, in a process of its own."""
    pages = json.loads((SITE / "site.json").read_text(encoding="utf-8"))
    sections = sorted({page["path"].split("/")[1] for page in pages})
    description = {
        "name": "hostile",
        "title": "hostile",
        "base_url": f"http://127.0.0.1:{served}/",
        "platform": "numbered_listing",
        "sections": [f"/{section}/" for section in sections],
        "first_date": "2000-01-01",
        "minimum_entries": len(pages),
        "delay_seconds": 0,
        "contact": "team@example.org",
        "allow_hosts": [f"127.0.0.1:{served}"],
    }
    (tmp_path / "hostile.yaml").write_text(json.dumps(description), encoding="utf-8")  # JSON is YAML
    environment = {
        **os.environ,
        "JIANGHUA_HOME": str(tmp_path / "home"),
        "JIANGHUA_SOURCES": str(tmp_path),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
    }
    for name in ("JIANGHUA_WAREHOUSE", "JIANGHUA_STATE"):
        environment.pop(name, None)
    (tmp_path / "home").mkdir()
    command = [sys.executable, ROOT / "tests" / "quality" / "hostile_run.py", "2000-01-01", time.strftime("%Y-%m-%d")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout.splitlines()[-1])
    print(done.stderr[-2000:], {name: made[name] for name in ("seconds", "megabytes", "connected", "outcomes")})
    return made, [page["path"] for page in pages]


def ended(made, wanted):
    """Outcome, reason and disposition of the links whose path is wanted, by path."""
    paths = {urlsplit(url).path: tuple(row[:3]) for url, row in made["outcomes"].items()}
    return {path: row for path, row in paths.items() if wanted(path)}


@pytest.mark.parametrize("served", ["hostile"], indirect=True)
def test_what_is_real_lands_and_every_trap_ends_in_its_own_outcome(worker):
    made, pages = worker
    assert ended(made, lambda path: path in pages) == dict.fromkeys(pages, ("fetched", None, "accepted"))
    traps = ended(made, lambda path: path not in pages)
    assert {path.split("/")[1] for path in traps} == set(TRAPS)
    assert {path: TRAPS[path.split("/")[1]] for path in traps} == traps
    assert made["connected"] == ["127.0.0.1"]
    assert made["megabytes"] < MOST_MEGABYTES
    assert made["report"]["problems"] == []
    assert made["report"]["total"]["unaccounted"] == 0


@pytest.mark.parametrize("served", ["flaky"], indirect=True)
def test_a_server_that_fails_now_and_then_costs_nothing(worker):
    made, pages = worker
    assert ended(made, lambda path: True) == dict.fromkeys(pages, ("fetched", None, "accepted"))
    assert made["report"]["problems"] == []
