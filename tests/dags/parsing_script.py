"""Run in a process of its own: imports a Dag file behind airflow.sdk and says what that brought and touched.

Prints JSON: `imported`, the top-level packages that came with the Dag file; `touched`, what it opened beside code.
"""

import importlib.util
import json
import sys

from airflow.sdk import Asset, CronPartitionTimetable, ExceptionRetryPolicy, Param, dag, task, task_group  # noqa: F401

CODE = (".py", ".pyc", ".so", ".pth", ".dist-info", "METADATA", "entry_points.txt")
WATCHED = {"socket.connect", "socket.getaddrinfo", "sqlite3.connect", "subprocess.Popen", "os.system", "os.mkdir"}
touched = []


def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].endswith(CODE):
        touched.append(f"open {arguments[0]}")
    elif event in WATCHED:
        touched.append(f"{event} {arguments[:2]!r}")


@dag(schedule=CronPartitionTimetable("0 0 * * *", timezone="Asia/Shanghai"))
def any_dag():
    """What Airflow imports and asks for any Dag is not the Dag file's doing."""

    @task
    def any_task():
        pass

    any_task()


any_dag()
before = set(sys.modules)
spec = importlib.util.spec_from_file_location("dag_file", sys.argv[1])
module = importlib.util.module_from_spec(spec)
sys.addaudithook(watch)
spec.loader.exec_module(module)
found = list(touched)
print(json.dumps({"imported": sorted({name.split(".")[0] for name in set(sys.modules) - before}), "touched": found}))
