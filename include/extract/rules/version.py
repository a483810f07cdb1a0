"""The version of the rules: a hash of the rule files and a constant that changes with the code of the rules."""

import hashlib

from include.extract.rules.rule_data import content_of

CODE_VERSION = "1"  # raise it when code changes what is read from a text
RULE_FILES = ("cues.yaml", "indicators.csv", "units.yaml")


def rules_version() -> str:
    """`<code version>-<12 hexadecimal digits>`, the same on every machine for the same rules."""
    joined = hashlib.sha256()
    for name in RULE_FILES:
        joined.update(name.encode() + b"\0" + content_of(name) + b"\0")
    return f"{CODE_VERSION}-{joined.hexdigest()[:12]}"


RULES_VERSION = rules_version()
