"""The texts that are compared, laid out as a file of speeches (JSON lines): named texts, or those of the warehouse."""

import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Row, Select, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from include.command import complain, read_text
from include.database import open_engine, reading
from include.errors import ConfigurationError
from include.extract.facts import SpeechFacts
from include.load import tables
from include.load.merge import chunks

_SPEECH, _PAGE = tables.speech.c, tables.page.c


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, one after the other, and beside those of a warehouse its observations; `key` names what a text is.

    Named texts also lie in `files`: a checkout reads them there as its own `extract` does.
    """

    speeches: Path
    observations: Path
    key: str = "doc"
    files: tuple[Path, ...] = ()
    unreadable: int = 0

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        """Each text's name and the text; None where only its name is known."""
        for row in _read(self.speeches):
            yield row["doc"], row.get("text")

    def docs(self) -> Iterator[str]:
        """The names of the texts."""
        return (doc for doc, _ in self)

    def stored(self) -> Generator[dict[str, Any]]:
        """What the warehouse holds of them, in their order."""
        return _read(self.observations)


def named_texts(files: Sequence[Path], folder: Path) -> Texts:
    """Texts that lie in files; those that cannot be read are named on standard error and counted."""
    names, readable = [file.name for file in files], []
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ConfigurationError(f"two texts are called {twice[0]}: their observations cannot be told apart")
    texts = Texts(folder / "speeches.jsonl", folder / "observations.jsonl")
    with _writing(texts.speeches) as lines:
        for file in files:
            try:
                _write(lines, {"doc": file.name, "text": read_text(file)})
            except (OSError, UnicodeDecodeError) as error:
                complain(file, error)
            else:
                readable.append(file)
    return replace(texts, files=tuple(readable), unreadable=len(files) - len(readable))


def bare_names(docs: Iterable[str], folder: Path) -> Texts:
    """Texts of which only the names are known: those of observations that were printed earlier."""
    texts = Texts(folder / "speeches.jsonl", folder / "observations.jsonl")
    with _writing(texts.speeches) as lines:
        for doc in docs:
            _write(lines, {"doc": doc})
    return texts


def stored_texts(url: str, folder: Path) -> Texts:
    """The current speeches of a warehouse, with what is known of them, and their current observations.

    It is only read. ConfigurationError where there is none.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file():
        raise ConfigurationError(f"there is no warehouse at {parsed.database}")
    texts = Texts(folder / "speeches.jsonl", folder / "observations.jsonl", key="speech_id")
    engine = open_engine(url, read_only=True)
    try:
        with reading(engine) as connection, _writing(texts.speeches) as speeches, _writing(texts.observations) as said:
            current = select(_SPEECH.speech_id).where(_SPEECH.closed_load.is_(None)).order_by(_SPEECH.speech_id)
            for chunk in chunks(connection.execute(current).scalars().all()):
                _write(speeches, *map(_plain, connection.execute(_with_facts(chunk))))
                _write(said, *map(_plain, connection.execute(_observations(chunk))))
    except SQLAlchemyError as error:
        raise ConfigurationError(f"the warehouse cannot be read: {str(error).splitlines()[0]}") from error
    finally:
        engine.dispose()
    return texts


def _with_facts(speech_ids: Sequence[str]) -> Select[Any]:
    names = [field.name for field in fields(SpeechFacts)]
    known = [_SPEECH[name] if name in _SPEECH else _PAGE[name] for name in names]
    query = select(_SPEECH.speech_id.label("doc"), _SPEECH.text, *known).join_from(tables.speech, tables.page)
    return query.where(_SPEECH.speech_id.in_(speech_ids)).order_by(_SPEECH.speech_id)


def _observations(speech_ids: Sequence[str]) -> Select[Any]:
    said = tables.observation.c
    query = select(said.speech_id.label("doc"), tables.observation)
    return query.where(said.speech_id.in_(speech_ids), said.closed_load.is_(None)).order_by(said.speech_id, said.start)


def _plain(row: Row[Any]) -> dict[str, Any]:
    return dict(row._mapping)


def _writing(file: Path) -> TextIO:
    return file.open("w", encoding="utf-8")


def _write(lines: TextIO, *rows: dict[str, Any]) -> None:
    lines.writelines(json.dumps(row, default=str) + "\n" for row in rows)  # str: a date as ISO has it


def _read(file: Path) -> Generator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
