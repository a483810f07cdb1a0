import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from include.sample_site.command import main
from include.settings import ROOT


def test_write_puts_pages_listings_and_truth(site, tmp_path):
    assert main(["--write", str(tmp_path)]) == 0
    for page in site.all_pages():
        assert (tmp_path / page.site / page.path.lstrip("/")).read_bytes() == page.body
    assert (tmp_path / "wenku" / "jianghua" / "index_1.html").exists()
    rows = [json.loads(line) for line in (tmp_path / "truth.jsonl").read_text("utf-8").splitlines()]
    assert {row["kind"] for row in rows} == {"page", "speech", "observation"}


def test_an_unknown_site_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--down", "nosuch"])
    assert "nosuch" in capsys.readouterr().err


def test_a_taken_port_is_named(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["--port", str(taken.getsockname()[1])]) == 2
    assert "in use" in capsys.readouterr().err


def test_it_serves_until_it_is_told_to_stop():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "include", "sample-site", "--port", str(port), "--down", "wenku"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ})
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line == f"portal http://127.0.0.1:{port}/ fanwen http://127.0.0.1:{port + 2}/\n"
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
