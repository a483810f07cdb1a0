"""`python -m include.local run | stop | status | ingest | backfill`, as the Makefile calls it."""

import argparse
import os
import signal
import sys
from datetime import date

from include.errors import JianghuaError
from include.local import commands, services
from include.local.config import local, project_settings
from include.local.memory import recall

INTERRUPTED = 130  # the exit status of a command that Ctrl-C ended


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m include.local", description=__doc__)
    actions = top.add_subparsers(dest="action", required=True)
    run = actions.add_parser("run", help=commands.run.__doc__)
    run.add_argument("--detach", action="store_true", help="leave it running and return")
    actions.add_parser("stop", help=commands.stop.__doc__)
    actions.add_parser("status", help=commands.status.__doc__)
    for name in ("ingest", "backfill"):
        action = actions.add_parser(name, help=getattr(commands, name).__doc__)
        action.add_argument("--from", dest="first", type=_day, required=True, metavar="YYYY-MM-DD")
        action.add_argument("--to", dest="last", type=_day, required=True, metavar="YYYY-MM-DD")
        if name == "ingest":
            action.add_argument("--source", nargs="*", help="names of sources; default: all that are enabled")
            action.add_argument("--relist", action="store_true", help="walk listings that were walked before, too")
        else:
            action.add_argument("--reprocess", choices=["none", "failed", "completed"], default="failed")
    return top


def main(argv: list[str]) -> int:
    """Run one action; 2 for what a person must mend first."""
    options = parser().parse_args(argv)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        place = local()
        if services.alive(place):
            recall(place.settings_file)
            place = local()
        os.environ.update(project_settings(place))
        return int(getattr(commands, options.action)(place, options))
    except JianghuaError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date YYYY-MM-DD") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
