"""Finds and reads the source files; every error names the file, the line, the field and the reason."""

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from include import settings
from include.errors import ConfigurationError
from include.sources.schema import Source

VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}")


def load_sources(folders: Iterable[Path] | None = None, *, with_disabled: bool = False) -> dict[str, Source]:
    """Every enabled source of the folders (settings.source_folders() by default), by name, in the names' order.

    ConfigurationError for a folder or a file that cannot be used, and for two files of one name.
    """
    found: dict[str, tuple[Path, Source]] = {}
    for file in _files(settings.source_folders() if folders is None else folders):
        source = read_source(file)
        if source.name in found:
            raise ConfigurationError(f"source {source.name!r} stands in two files: {found[source.name][0]} and {file}")
        found[source.name] = file, source
    sources = {name: source for name, (_, source) in sorted(found.items())}
    return {name: source for name, source in sources.items() if source.enabled or with_disabled}


def get_source(name: str, folders: Iterable[Path] | None = None) -> Source:
    """The source of that name, enabled or not; ConfigurationError where there is none."""
    sources = load_sources(folders, with_disabled=True)
    if name not in sources:
        raise ConfigurationError(f"no source {name!r}; there are {', '.join(sources) or 'none'}")
    return sources[name]


def select_sources(wanted: list[str] | None) -> list[str]:
    """The names of the enabled sources, all of them or those that the run's parameters name."""
    enabled = sorted(load_sources())
    unknown = sorted(set(wanted or []) - set(enabled))
    if unknown:
        raise ConfigurationError(f"no enabled source is named {', '.join(unknown)}; there are: {', '.join(enabled)}")
    if not enabled:
        raise ConfigurationError("no source is enabled; add one to a folder named in JIANGHUA_SOURCES")
    return sorted(set(wanted)) if wanted else enabled


def read_source(file: Path) -> Source:
    """One source file; ConfigurationError naming the file, the line, the field and the reason."""
    try:
        text = file.read_text(encoding="utf-8")
        data, lines = _parse(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ConfigurationError(f"{file}{line}: no YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{file}: no YAML: {error}") from error
    try:
        return Source.model_validate(_substituted(data, file, lines))
    except ValidationError as error:
        raise ConfigurationError("; ".join(_complaint(file, lines, problem) for problem in error.errors())) from error


def _files(folders: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise ConfigurationError(f"no folder of sources: {folder}")
        files += sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
    return files


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """By libyaml where PyYAML has it: every task reads all sources.

    Leaves dates as they are written: the schema reads them, and its complaint names the field.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and the kind are PyYAML's
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _parse(text: str) -> tuple[Any, dict[str, int]]:
    """The data of a YAML text, and the line on which each top-level key stands (from 1)."""
    loader = _Loader(text)
    node = loader.get_single_node()
    lines: dict[str, int] = {}
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else []:
        if key.value in lines:
            raise yaml.MarkedYAMLError(problem=f"{key.value} stands there twice", problem_mark=key.start_mark)
        lines[key.value] = key.start_mark.line + 1
    return loader.construct_document(node) if node is not None else None, lines


def _substituted(data: object, file: Path, lines: dict[str, int]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ConfigurationError(f"{file}: must be a mapping of fields")
    filled = {}
    for key, value in data.items():
        try:
            filled[str(key)] = _fill(value)
        except KeyError as error:
            place = f"{file}:{lines.get(str(key), 1)}: {key}"
            raise ConfigurationError(f"{place}: the environment has no variable {error.args[0]}") from error
    return filled


def _fill(value: object) -> object:
    """Replace ${NAME} and ${NAME:-default} in every string; KeyError for a name without value and default."""
    if isinstance(value, str):
        return VARIABLE.sub(_variable, value)
    if isinstance(value, list):
        return [_fill(item) for item in value]
    if isinstance(value, dict):
        return {key: _fill(item) for key, item in value.items()}
    return value


def _variable(match: re.Match[str]) -> str:
    name, default = match.groups()
    if not (os.environ.get(name) or default is not None):
        raise KeyError(name)
    return os.environ.get(name) or default or ""


def _complaint(file: Path, lines: dict[str, int], problem: ErrorDetails) -> str:
    field = ".".join(str(part) for part in problem["loc"])
    line = f":{lines[str(problem['loc'][0])]}" if problem["loc"] and str(problem["loc"][0]) in lines else ""
    reason = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "extra_forbidden":
        reason = _unknown(problem["loc"])
    return f"{file}{line}: {field}: {reason}"


def _unknown(place: tuple[str | int, ...]) -> str:
    """What to say of a field that does not exist: the nearest that does, else all that do."""
    known = list(_fields_at(Source, place[:-1]))
    wrong = str(place[-1]).lower()
    near = difflib.get_close_matches(wrong, known, n=1, cutoff=0.7) or [
        name for name in known if name.startswith(wrong)
    ]
    return f"no such field; do you mean {near[0]}?" if near else f"no such field; there are {', '.join(known)}"


def _fields_at(model: type[BaseModel], place: tuple[str | int, ...]) -> Iterable[str]:
    """The fields of the model that stands at a place of a source; none where no model stands there."""
    for step in place:
        field = model.model_fields.get(str(step))
        kinds = [field.annotation, *get_args(field.annotation)] if field else []
        nested = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if not nested:
            return ()
        model = nested[0]
    return model.model_fields
