"""The version of the rules that read figures and commitments: a hash of the rule files and a number for the code."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

CODE_VERSION = "2"  # raise it when the code of these stages changes what is read from a text
FOLDERS = ("commitments", "divisions", "extract", "segment")
SUFFIXES = frozenset({".csv", ".txt", ".yaml"})
_INCLUDE = Path(__file__).resolve().parents[2]


def rule_files() -> Iterator[Path]:
    """Every rule file that decides what is read, in an order that is the same on every machine."""
    for folder in FOLDERS:
        found = (path for path in (_INCLUDE / folder).rglob("*") if path.suffix in SUFFIXES)
        yield from sorted(found, key=lambda path: path.relative_to(_INCLUDE).as_posix())


def rules_version() -> str:
    """`<code version>-<12 hexadecimal digits>`, the same on every machine for the same rules.

    It covers the rule files of extract, of commitments and of segment (an outline decides periods and status) and the
    table of places. Code is covered as far as `CODE_VERSION` was raised. Not covered: what clean makes of a page, which
    is the text, its year and its region; nor the libraries. Equal versions are no proof of equal readings:
    `extract --compare` is.
    """
    joined = hashlib.sha256()
    for path in rule_files():
        content = path.read_bytes().replace(b"\r\n", b"\n")  # every checkout gives the same
        joined.update(path.relative_to(_INCLUDE).as_posix().encode() + b"\0" + content + b"\0")
    return f"{CODE_VERSION}-{joined.hexdigest()[:12]}"


RULES_VERSION = rules_version()
