"""What OLD and NEW may be, and the observations of each, text by text in the order of the texts."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from include.errors import ConfigurationError
from include.extract.compare.checkouts import Checkout, observation, of_folder, of_revision, read_files, read_speeches
from include.extract.compare.texts import Texts

STORED = "stored"
PRINTED = ".jsonl"


@dataclass(frozen=True, slots=True)
class Printed:
    """A file of observations, and where in it (bytes) the lines of each text begin."""

    file: Path
    at: dict[str, list[int]]

    def rows(self, docs: Iterable[str]) -> Generator[dict[str, Any]]:
        """The observations of some texts, in their order, and then those of all others."""
        asked = list(docs)
        with self.file.open("rb") as lines:
            for doc in (*asked, *sorted(self.at.keys() - set(asked))):
                for place in self.at.get(doc, ()):
                    lines.seek(place)
                    yield observation(lines.readline(), str(self.file))


Side = Checkout | Printed | None  # None: what is stored


def side_of(name: str, into: Path) -> Side:
    """What a side is: `stored`, a file (.jsonl), a folder, else a git revision, which is laid out in `into`.

    ConfigurationError where it is none of these.
    """
    if name == STORED:
        return None
    if name.endswith(PRINTED):
        return read_printed(Path(name))
    return of_folder(Path(name)) if Path(name).is_dir() else of_revision(name, into)


def read_printed(file: Path) -> Printed:
    """A file that `extract` printed; ConfigurationError where it cannot be read or holds anything else."""
    at: dict[str, list[int]] = {}
    try:
        with file.open("rb") as lines:
            place = 0
            for line in lines:
                at.setdefault(observation(line, str(file))["doc"], []).append(place)
                place += len(line)
    except OSError as error:
        raise ConfigurationError(f"{file}: {error.strerror}") from error
    return Printed(file, at)


def readings(side: Side, texts: Texts) -> Generator[dict[str, Any]]:
    """The observations of a side in the order of the texts."""
    if isinstance(side, Checkout):
        return read_files(side, texts.files) if texts.files else read_speeches(side, texts.speeches)
    if isinstance(side, Printed):
        return side.rows(texts.docs())
    return texts.stored()


class InOrder:
    """Takes observations that stand in the order of the texts text by text."""

    def __init__(self, label: str, rows: Iterator[dict[str, Any]]) -> None:
        self.label = label
        self._rows = rows
        self._next: dict[str, Any] | None = None

    def of(self, doc: str) -> list[dict[str, Any]]:
        """The observations of the next text."""
        found: list[dict[str, Any]] = []
        while (row := self._peek()) is not None and row["doc"] == doc:
            found.append(row)
            self._next = None
        return found

    def finish(self) -> None:
        """ConfigurationError where observations are left over: of texts that are not compared."""
        if (row := self._peek()) is not None:
            raise ConfigurationError(f"{self.label} holds observations of {row['doc']}, which is none of the texts")

    def _peek(self) -> dict[str, Any] | None:
        if self._next is None:
            self._next = next(self._rows, None)
        return self._next
