"""D1, D2: what a worker needs in memory when it meets bombs and endless bodies, with the limits it works with."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import brotli
import pytest
from peak_memory import STATUS

ROOT = Path(__file__).resolve().parents[2]
MOST = 200  # megabytes, of which the imports take a third
WORKER = """
import json, sys
from include.errors import JianghuaError
from include.fetch.wire import Wire
from tests.peak_memory import peak_megabytes

ended = {}
with Wire("Jianghua/0.1 (+a@b.org)", frozenset({sys.argv[1]})) as wire:
    for path in sys.argv[2:]:
        try:
            ended[path] = len(wire.request(f"http://{sys.argv[1]}{path}").body)
        except JianghuaError as error:
            ended[path] = error.reason
print(json.dumps({"ended": ended, "megabytes": peak_megabytes()}))
"""


def gzip_bomb(gigabytes):
    """So many zeros in gzip, a thousandth of that in bytes: one block again and again, and no trailer."""
    stream = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = stream.compress(bytes(1 << 24)) + stream.flush(zlib.Z_FULL_FLUSH)
    return bytes.fromhex("1f8b08000000000000ff") + block * (gigabytes << 6)


def endless(handler, hit):
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(16_384):  # a gigabyte
            handler.wfile.write(b"x" * 65536)
    except OSError:
        return


def worker(site, *paths):
    command = [sys.executable, "-c", WORKER, site.host, *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    print(done.stdout)
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="the system does not say how much memory a process has held")
def test_d1_d2_bombs_and_endless_bodies_need_little_memory(site):
    once = gzip_bomb(10)
    site.answers.update(
        {
            "/gzip": (200, {"Content-Encoding": "gzip"}, once),
            "/twice": (200, {"Content-Encoding": "gzip, gzip"}, zlib.compress(once, wbits=16 + zlib.MAX_WBITS)),
            "/deflate": (200, {"Content-Encoding": "deflate"}, zlib.compress(bytes(1 << 29))),
            "/br": (200, {"Content-Encoding": "br"}, brotli.compress(bytes(1 << 29), quality=1)),
            "/redirect": (302, {"Content-Encoding": "gzip", "Location": "/"}, once),
            "/endless": endless,
        }
    )
    made = worker(site, *(path for path in site.answers if path != "/robots.txt"))
    expected = dict.fromkeys(("/gzip", "/twice", "/deflate", "/br", "/endless"), "too_large")
    assert made["ended"] == {**expected, "/redirect": 0}
    assert made["megabytes"] < MOST
