"""Guesses where the fields of a JSON listing stand, by the names of the keys and by what their values look like."""

import re
from collections.abc import Iterator
from typing import Any

from include.errors import BrokenSourceError
from include.platforms.base import JsonPaths
from include.platforms.dates import day_of
from include.platforms.plain import plain

CHINESE = re.compile("[\u3400-\u9fff]")
ADDRESS = re.compile(r"(?:https?:/)?\.{0,2}/[^\s<>]+|[\w./-]+\.s?html?", re.IGNORECASE)
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|ico)(?:$|\?)", re.IGNORECASE)
LENGTH_OF_TITLE = range(4, 121)  # characters
PAGES = frozenset({"pages", "totalpages", "totalpage", "pagetotal"})
# What a key's name adds to the share of its values that fit
NAMES = {
    "title": {"title": 2.0, "headline": 1.0, "subject": 1.0, "name": 0.2, "sub": -0.5, "short": -0.5, "site": -2.0},
    "url": {"url": 1.0, "link": 0.8, "href": 0.8, "img": -3.0, "pic": -3.0, "thumb": -3.0, "file": -1.0},
    "date": {"pub": 1.0, "release": 1.0, "date": 0.6, "time": 0.5, "upd": -0.8, "modif": -0.8, "expire": -2.0},
}
ENOUGH = 0.5  # of the items have a value that fits


def guess_paths(data: Any, url: str) -> JsonPaths:  # noqa: ANN401 - any JSON
    """The paths of the longest list of objects in `data` that have titles and addresses.

    BrokenSourceError where there is none: it names the keys that were seen.
    """
    lists = sorted(_lists(data, ()), key=lambda found: len(found[1]), reverse=True)
    for path, items in lists:
        fields = [_flat(item) for item in items if isinstance(item, dict)]
        title, address = _best(fields, "title"), _best(fields, "url")
        if title and address:
            return JsonPaths(".".join(path) or "$", title, address, _best(fields, "date"), _pages(data, ()))
    keys = ", ".join(sorted(_flat(lists[0][1][0]))[:20]) if lists else "no list of objects"
    raise BrokenSourceError(f"{url}: no list whose items have a title and an address; the longest has: {keys}")


def _lists(data: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:  # noqa: ANN401
    """Every list of objects, with its path."""
    if len(path) > 8:
        return
    if isinstance(data, list):
        if data and isinstance(data[0], dict):
            yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _lists(value, (*path, str(key)))


def _flat(item: dict[str, Any], path: str = "", depth: int = 3) -> dict[str, Any]:
    """The texts and numbers of an object by their dotted path."""
    found: dict[str, Any] = {}
    for key, value in item.items():
        if isinstance(value, dict) and depth > 1:
            found |= _flat(value, f"{path}{key}.", depth - 1)
        elif isinstance(value, str | int | float):
            found[f"{path}{key}"] = value
    return found


def _best(fields: list[dict[str, Any]], kind: str) -> str | None:
    """The path whose name and values are most like a title, an address or a date."""
    scores: dict[str, float] = {}
    for path in dict.fromkeys(path for item in fields for path in item):
        share = sum(FITS[kind](item.get(path)) for item in fields) / len(fields)
        if share >= ENOUGH:
            name = path.rpartition(".")[2].lower()
            scores[path] = share + sum(weight for word, weight in NAMES[kind].items() if word in name)
    best = max(scores, key=lambda path: scores[path], default=None)
    return best if best and scores[best] > 0 else None


def _is_title(value: Any) -> bool:  # noqa: ANN401 - any JSON
    text = plain(value) if isinstance(value, str) else ""
    return len(text) in LENGTH_OF_TITLE and bool(CHINESE.search(text)) and not day_of(text)


def _is_address(value: Any) -> bool:  # noqa: ANN401 - any JSON
    return isinstance(value, str) and bool(ADDRESS.fullmatch(value.strip())) and not PICTURE.search(value)


def _is_day(value: Any) -> bool:  # noqa: ANN401 - any JSON
    return day_of(value) is not None


FITS = {"title": _is_title, "url": _is_address, "date": _is_day}


def _pages(data: Any, path: tuple[str, ...]) -> str | None:  # noqa: ANN401 - any JSON
    """Where the number of pages stands, if a key says so plainly."""
    if not isinstance(data, dict) or len(path) > 3:
        return None
    for key, value in data.items():
        if str(key).lower().replace("_", "") in PAGES and isinstance(value, int) and value > 0:
            return ".".join((*path, str(key)))
    return next(filter(None, (_pages(value, (*path, str(key))) for key, value in data.items())), None)
