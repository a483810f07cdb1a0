"""The peers that the benchmarks compare with, in an environment of their own."""

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / ".venv"


def peer_python() -> Path:
    """The peers' interpreter; their environment is made when it is not there or its requirements changed."""
    needed, stamp = HERE / "requirements.txt", PEERS / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != needed.read_text():
        print("making an environment for the peers …", file=sys.stderr)
        venv.create(PEERS, with_pip=True, clear=True, upgrade_deps=True)  # pip 23 fails on lxml[html-clean]
        pip = [PEERS / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", needed], check=True)
        stamp.write_text(needed.read_text())
    return PEERS / "bin" / "python"
