"""Reads the files of words of this stage: an entry a line, `#` before what is said about them."""

from pathlib import Path

from include.errors import ConfigurationError

DICTIONARY = Path(__file__).with_name("dictionary.txt")
STOP_WORDS = Path(__file__).with_name("stop_words.txt")


def entries(file: Path) -> list[str]:
    """The entries of a file, without comments; ConfigurationError names a line that stands twice."""
    try:
        rows = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigurationError(f"{file}: {error.strerror}") from error
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        entry = row.strip()
        if entry and not entry.startswith("#"):
            if entry in seen:
                raise ConfigurationError(f"{file}:{number}: {entry} already stands on line {seen[entry]}")
            seen[entry] = number
    return list(seen)
