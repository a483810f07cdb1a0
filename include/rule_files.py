"""Reads the files of words that rules are made of (YAML); a mistake is refused with the file and the line."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from re import escape
from typing import Any, TypeVar

import yaml

from include.errors import ConfigurationError

WordLists = dict[str, tuple[str, ...]]
Shape = Callable[[Path, str, yaml.Node], Any]  # what a node must look like: file, key, node → its value
Lists = TypeVar("Lists")
# every worker reads these files: libyaml, where PyYAML was built with it, takes a tenth of the time
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def fail(path: Path, line: int, reason: str) -> ConfigurationError:
    """The error for one place of a rule file; `line` counts from 1."""
    return ConfigurationError(f"{path.name}:{line}: {reason}", reason="rule_file")


def read_rules(path: Path, shape: Shape) -> Any:  # noqa: ANN401 - what the shape makes of it
    """The content of a rule file; ConfigurationError names file and line of what has not the shape."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise fail(path, line, f"not valid YAML: {error.problem}") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise fail(path, 1, f"cannot be read: {error}") from error
    return shape(path, "", yaml.MappingNode("", []) if node is None else node)


def read_word_lists(path: Path, expected: Collection[str]) -> WordLists:
    """The word lists of a rule file that maps exactly the expected keys to lists of words."""
    found: WordLists = read_rules(path, mapping(dict.fromkeys(expected, words)))
    return found


def read_lists(kind: type[Lists], path: Path) -> Lists:
    """A rule file of word lists as a dataclass: its fields name the lists, each a tuple of words."""
    return kind(**read_word_lists(path, [field.name for field in fields(kind)]))  # type: ignore[arg-type]


def word(path: Path, key: str, node: yaml.Node) -> str:
    """A shape: one word, or one pattern."""
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise fail(path, _line(node), f"{key} holds something that is no word")
    return str(node.value)


def words(path: Path, key: str, node: yaml.Node) -> tuple[str, ...]:
    """A shape: a list of at least one word, none twice."""
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise fail(path, _line(node), f"{key} must be a list of at least one word")
    found: dict[str, None] = {}
    for item in node.value:
        entry = word(path, key, item)
        if entry in found:
            raise fail(path, _line(item), f"{key} names {entry} twice")
        found[entry] = None
    return tuple(found)


def mapping(shapes: Mapping[str, Shape], *, all_needed: bool = True) -> Shape:
    """A shape: these keys and no others, each once; every one of them, unless some may be left out."""

    def read(path: Path, key: str, node: yaml.Node) -> dict[str, Any]:
        found = {name: shapes[name](path, name, value) for name, value in _pairs(path, key, node, shapes)}
        if all_needed and (missing := sorted(set(shapes) - set(found))):
            raise fail(path, _line(node), f"missing key {', '.join(missing)}")
        return found

    return read


def each(shape: Shape) -> Shape:
    """A shape: any keys, each once, all of one shape."""

    def read(path: Path, key: str, node: yaml.Node) -> dict[str, Any]:
        return {name: shape(path, name, value) for name, value in _pairs(path, key, node, None)}

    return read


def any_of(entries: Iterable[str]) -> str:
    """A regular expression for any of the words as they stand, the longest first."""
    return "|".join(map(escape, sorted(entries, key=lambda entry: (-len(entry), entry))))


def _pairs(path: Path, key: str, node: yaml.Node, known: Collection[str] | None) -> Iterable[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise fail(path, _line(node), f"{key or 'the file'} must map keys to lists of words")
    seen: set[str] = set()
    for key_node, value in node.value:
        name = word(path, key or "the file", key_node)
        if known is not None and name not in known:
            raise fail(path, _line(key_node), f"unknown key {name}")
        if name in seen:
            raise fail(path, _line(key_node), f"key {name} stands twice")
        seen.add(name)
        yield name, value


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1
