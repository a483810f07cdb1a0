"""C8: several runs at one host, each with its own connection to the state, as processes have."""

import threading
import time
from itertools import pairwise

from include.fetch.bodies import BodyStore
from include.fetch.links import fetch_links
from include.runtime.state import State

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"
DELAY = 0.05


def test_runs_at_one_host_never_overlap_and_keep_the_gap(site, tiny, tmp_path):
    spans = []

    def page(handler, hit):
        started = time.time()
        time.sleep(0.02)
        spans.append((started, time.time()))
        return 200, {}, BODY.encode()

    paths = [f"/{number}" for number in range(12)]
    site.answers.update(dict.fromkeys(paths, page))
    source = site.source(delay_seconds=DELAY)

    def run(number):
        state = State.open(f"sqlite:///{tmp_path / 'state.db'}")
        links = [site.link(path) for path in paths[number * 4 : number * 4 + 4]]
        store = BodyStore(tmp_path / "raw")
        fetch_links(source, links, run_id=f"run {number}", attempt=1, state=state, store=store, known={}, limits=tiny)
        state.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spans.sort()
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    assert len(spans) == 12
    assert min(gaps) >= DELAY
