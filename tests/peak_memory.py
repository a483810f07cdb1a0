"""The most memory that a process has held. Not `ru_maxrss`: that begins with what the parent held at the fork."""

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_megabytes():
    """Of this process, by the kernel; None where the system has no such file."""
    if not STATUS.exists():
        return None
    (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
