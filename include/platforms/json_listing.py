"""Listings as JSON, as search interfaces and pages drawn by scripts ask for them; the source says where things stand.

The next page is the section's own address with its page number, or its offset, counted up.
"""

import json
import re
from typing import Any

from include.errors import BrokenSourceError
from include.platforms.base import Entry, JsonPaths, ListingPage, ListingRules
from include.platforms.dates import day_of, newest_first
from include.platforms.plain import NO_ADDRESS, plain
from include.platforms.query import next_in_query

# callback({…}), /**/callback([…]); and var data = {…};
WRAPPER = re.compile(r"\s*(?:/\*.{0,200}?\*/)?\s*(?:(?:var|let|const|window\.)\s*)?[\w.$]{1,100}\s*[(=]\s*", re.DOTALL)
WRAPPED_END = re.compile(r"[\s);]*")
FIELD = re.compile(r"\{([^{}]+)\}")  # in an address that is put together: /art/{id}.html
SHOWN = 60  # characters of a body that is something else
TOP = "$"


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read one page of a JSON listing by the paths of `rules.json`.

    An item without an address keeps its place with an address that is none. BrokenSourceError names the address and
    the path where the body is no JSON, a path leads nowhere, or no item at all has what a path should lead to.
    """
    if rules.json is None:
        raise BrokenSourceError(f"{url}: the source does not say where the items of its JSON stand (json_fields)")
    paths, data = rules.json, read_json(text, url)
    items = _items(data, paths.items, url)
    _check(items, paths, url)
    entries = tuple(_entry(item, paths) for item in items)
    pages = _pages(data, paths.pages, url) if paths.pages and items else None
    return ListingPage(
        entries,
        next_in_query(url, shown=len(items), pages=pages) if items else None,
        newest_first=newest_first([entry.listed_on for entry in entries]),
    )


def value_at(data: Any, path: str) -> Any:  # noqa: ANN401 - any JSON
    """What stands at a dotted path (`data.list.0`; `$` is the top); None behind a null.

    KeyError with the step that leads nowhere.
    """
    for step in path.removeprefix(TOP).strip(".").split("."):
        if data is None or not step:
            return data
        if isinstance(data, list) and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        elif isinstance(data, dict) and step in data:
            data = data[step]
        else:
            raise KeyError(step)
    return data


def read_json(text: str, url: str) -> Any:  # noqa: ANN401 - any JSON
    """The data of a JSON text, bare or wrapped for a script; BrokenSourceError where it is none."""
    stripped = text.lstrip("\ufeff").strip()
    wrapper = WRAPPER.match(stripped) if stripped[:1] not in ("{", "[") else None
    try:
        data, end = json.JSONDecoder(strict=False).raw_decode(stripped, wrapper.end() if wrapper else 0)
    except (ValueError, RecursionError) as error:
        start = " ".join(stripped[:SHOWN].split())
        raise BrokenSourceError(f"{url} is no JSON ({error}): it begins {start!r}") from error
    if not (WRAPPED_END if wrapper else re.compile(r"\s*")).fullmatch(stripped, end):
        raise BrokenSourceError(f"{url} is no JSON: after it stands {stripped[end : end + SHOWN]!r}")
    return data


def _items(data: Any, path: str, url: str) -> list[Any]:  # noqa: ANN401 - any JSON
    try:
        items = value_at(data, path)
    except KeyError as error:
        raise BrokenSourceError(f"{url}: nothing stands at {path} (json_fields.items): no {error.args[0]!r}") from error
    if items is not None and not isinstance(items, list):
        raise BrokenSourceError(f"{url}: {path} (json_fields.items) is no list but {_kind(items)}")
    return items or []


def _pages(data: Any, path: str, url: str) -> int:  # noqa: ANN401 - any JSON
    try:
        return int(value_at(data, path))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BrokenSourceError(f"{url}: no number of pages stands at {path} (json_fields.pages)") from error


def _check(items: list[Any], paths: JsonPaths, url: str) -> None:
    """BrokenSourceError where no item has what a path should lead to: the site has changed, or the path is wrong."""
    for name in ("title", "url"):
        path = getattr(paths, name)
        if items and all(_found(item, path) is None for item in items):
            raise BrokenSourceError(f"{url}: none of {len(items)} items has a {name} at {path} (json_fields.{name})")
    if items and paths.date and not any(_has(item, paths.date) for item in items):
        raise BrokenSourceError(f"{url}: none of {len(items)} items has a date at {paths.date} (json_fields.date)")
    filled = [found for item in items if paths.date and (found := _found(item, paths.date))]
    if filled and not any(map(day_of, filled)):
        raise BrokenSourceError(f"{url}: {paths.date} (json_fields.date) is no date: {str(filled[0])[:SHOWN]!r}")


def _entry(item: Any, paths: JsonPaths) -> Entry:  # noqa: ANN401 - any JSON
    address = str(_found(item, paths.url) or "").strip()
    day = day_of(_found(item, paths.date)) if paths.date else None
    return Entry(address or NO_ADDRESS, plain(str(_found(item, paths.title) or "")), day)


def _found(item: Any, path: str) -> str | int | float | None:  # noqa: ANN401 - any JSON
    """The text or number at a path of an item, or a text with `{path}`s filled in; None where there is none."""
    if FIELD.search(path):
        parts = {match[1]: _found(item, match[1]) for match in FIELD.finditer(path)}
        return None if None in parts.values() else FIELD.sub(lambda match: str(parts[match[1]]), path)
    try:
        value = value_at(item, path)
    except KeyError:
        return None
    if isinstance(value, str):  # half a surrogate pair is no text: no database takes it
        return value.encode("utf-8", "replace").decode("utf-8") or None
    return value if isinstance(value, int | float) else None


def _has(item: Any, path: str) -> bool:  # noqa: ANN401 - any JSON
    try:
        value_at(item, path)
    except KeyError:
        return False
    return True


def _kind(value: object) -> str:
    return "an object" if isinstance(value, dict) else f"{str(value)[:SHOWN]!r}"
