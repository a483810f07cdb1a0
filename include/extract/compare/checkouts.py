"""A checkout of this project, run as its own code: rules are code and data both, so nothing of it is imported here."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from include import settings
from include.errors import ConfigurationError

FILES_AT_ONCE = 5_000  # texts in one command line, which may hold 2 MB


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder that holds the project, and what the summary calls it."""

    folder: Path
    label: str


def of_folder(folder: Path) -> Checkout:
    """A checkout as it lies; ConfigurationError for a folder without the project."""
    if not (folder / "include" / "__main__.py").is_file():
        raise ConfigurationError(f"{folder} is no checkout of this project: it has no include/__main__.py")
    return Checkout(folder.resolve(), str(folder))


def of_revision(name: str, into: Path) -> Checkout:
    """The project at a git revision, laid out in the folder `into`; ConfigurationError where it has none."""
    unknown = f"{name} is no folder, no .jsonl file and no git revision"
    revision = _git(unknown, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    archive = _git(f"{name} holds no include/", "archive", "--format=zip", revision, "include")
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(into)
    return Checkout(of_folder(into).folder, f"{name} ({revision[:8]})")


def read_files(checkout: Checkout, files: Iterable[Path]) -> Generator[dict[str, Any]]:
    """What the checkout reads in some texts, in their order; ConfigurationError where it fails."""
    left = iter(files)
    while some := [str(file.absolute()) for file in islice(left, FILES_AT_ONCE)]:
        with _running(checkout, some) as run:
            yield from _rows(run)


def read_speeches(checkout: Checkout, speeches: Path) -> Generator[dict[str, Any]]:
    """What the checkout reads in a file of speeches (JSON lines), in its order; ConfigurationError where it fails.

    A revision that does not know `--speeches` yet gets the texts alone, as files, without what is known of them.
    """
    with _running(checkout, ["--help"]) as run:
        usage = run.output.read()
        run.finish()
    if b"--speeches" not in usage:
        yield from _read_as_files(checkout, speeches)
        return
    with _running(checkout, ["--speeches", str(speeches)]) as run:
        yield from _rows(run)


def _read_as_files(checkout: Checkout, speeches: Path) -> Iterator[dict[str, Any]]:
    with speeches.open(encoding="utf-8") as lines:
        while some := [json.loads(line) for line in islice(lines, FILES_AT_ONCE)]:
            with TemporaryDirectory(prefix="jianghua-compare-") as folder:
                files = [Path(folder) / f"{number}.txt" for number in range(len(some))]
                for file, speech in zip(files, some, strict=True):
                    file.write_bytes(speech["text"].encode("utf-8", "replace"))
                for row in read_files(checkout, files):
                    yield {**row, "doc": some[int(Path(row["doc"]).stem)]["doc"]}


@dataclass
class _Run:
    """A command of a checkout that is under way."""

    label: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    errors: IO[bytes]

    def finish(self) -> None:
        """Wait for its end; ConfigurationError with the last line of its complaint, where it failed."""
        if self.process.wait():
            self.errors.seek(0)
            said = self.errors.read().decode(errors="replace").strip().splitlines()
            raise ConfigurationError(f"{self.label} fails: {said[-1] if said else f'exit {self.process.returncode}'}")


@contextmanager
def _running(checkout: Checkout, arguments: Sequence[str]) -> Iterator[_Run]:
    """`extract` of a checkout with some arguments; it is ended with the context."""
    ours = {"PYTHONIOENCODING": "utf-8", "JIANGHUA_HOME": str(settings.home())}
    with (
        TemporaryFile() as errors,
        subprocess.Popen(  # noqa: S603 - a checkout that the user named
            [sys.executable, "-m", "include", "extract", *arguments],
            cwd=checkout.folder,
            env={**os.environ, **ours, "PYTHONPATH": str(checkout.folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        ) as process,
    ):
        assert process.stdout is not None  # it is piped
        try:
            yield _Run(checkout.label, process, process.stdout, errors)
        finally:
            process.kill()


def _rows(run: _Run) -> Iterator[dict[str, Any]]:
    for line in run.output:
        yield observation(line, run.label)
    run.finish()


def observation(line: str | bytes, whose: str) -> dict[str, Any]:
    """A line that `extract` printed; ConfigurationError for anything else."""
    try:
        row: dict[str, Any] = json.loads(line)
        _ = row["doc"] + "", row["start"] + 0, row["end"] + 0
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(f"{whose} holds what is no observation: {line[:80]!r}") from error
    return row


def _git(otherwise: str, *arguments: str) -> bytes:
    """What git says of the project's own repository; ConfigurationError says `otherwise` where it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the user's own, no shell
            ["git", "-C", str(settings.ROOT), *arguments],  # noqa: S607
            check=False,
            capture_output=True,
        )
    except FileNotFoundError as error:
        raise ConfigurationError("git is not installed: name folders instead of revisions") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise ConfigurationError(f"{otherwise}{f' ({said[-1]})' if said else ''}")
    return done.stdout
