"""Reading rule files: YAML files that map a key to a list of words, refused with file and line when wrong."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

import yaml

from include.errors import ConfigurationError

FOLDER = Path(__file__).resolve().parent
WordLists = dict[str, tuple[str, ...]]


def fail(path: Path, line: int, reason: str) -> ConfigurationError:
    """The error for one place of a rule file; `line` counts from 1."""
    return ConfigurationError(f"{path.name}:{line}: {reason}", reason="rule_file")


def _root(path: Path) -> yaml.MappingNode:
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise fail(path, line, f"not valid YAML: {error.problem}") from error
    if not isinstance(node, yaml.MappingNode):
        raise fail(path, 1, "must map keys to lists of words")
    return node


def _words(path: Path, key: str, node: yaml.Node) -> tuple[str, ...]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise fail(path, line, f"{key} must be a list of at least one word")
    words: dict[str, None] = {}
    for item in node.value:
        at = item.start_mark.line + 1
        if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
            raise fail(path, at, f"{key} holds something that is no word")
        if item.value in words:
            raise fail(path, at, f"{key} names {item.value} twice")
        words[item.value] = None
    return tuple(words)


def read_word_lists(path: Path, expected: Collection[str]) -> WordLists:
    """The word lists of a rule file; ConfigurationError for a missing, unknown or double key or word."""
    root = _root(path)
    lists: WordLists = {}
    for key_node, value_node in root.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key not in expected:
            raise fail(path, line, f"unknown key {key}")
        if key in lists:
            raise fail(path, line, f"key {key} stands twice")
        lists[key] = _words(path, key, value_node)
    missing = sorted(set(expected) - set(lists))
    if missing:
        raise fail(path, root.end_mark.line + 1, f"missing key {', '.join(missing)}")
    return lists


@cache
def content_of(name: str) -> bytes:
    """The bytes of a packaged rule file, with LF line ends so that every checkout gives the same."""
    return (FOLDER / name).read_bytes().replace(b"\r\n", b"\n")
