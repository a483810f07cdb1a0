"""分别: a list of names spread over a list of figures, in order."""

import re

from include.extract.context.clauses import Context
from include.extract.names.name_words import own_name
from include.extract.rules.cues import alternatives

_SPREAD = re.compile(r"分别")
_SEPARATORS = re.compile(r"、|和|与|以及|及")
_TAIL = re.compile(rf"{alternatives('shared_tails')}$")
_PAIRS = {
    "城乡": ("城镇", "农村"),
    "一三产业": ("一产", "三产"),
    "一二产业": ("一产", "二产"),
    "二三产业": ("二产", "三产"),
}


def _count(following: list[Context]) -> int:
    """How many figures hang together from the first of `following` on."""
    count = 1
    while count < len(following) and following[count].chained:
        count += 1
    return count


def _split(joint: str, count: int) -> list[str]:
    """A joint name as `count` names: at its separators, or by a known pair; [] where the numbers do not agree."""
    for pair, heads in _PAIRS.items():
        if pair in joint and count == 2:
            return [joint.replace(pair, head, 1) for head in heads]
    parts = [part for part in _SEPARATORS.split(joint) if part]
    if len(parts) != count:
        return []
    tail = _TAIL.search(parts[-1], 1)
    if tail is None:
        return parts
    return [part if _TAIL.search(part) else part + tail.group() for part in parts]


def spread_names(context: Context, following: list[Context], earlier: list[str]) -> list[str]:
    """The names of a run of figures under 分别; [] when the run has one name or none of this applies."""
    count = _count(following)
    if not _SPREAD.search(context.before) or count < 2:
        return []
    joint = own_name(_SPREAD.split(context.before)[0])
    if joint and (names := _split(joint, count)):
        return names
    if not joint and len(earlier) >= count:
        return earlier[-count:]
    return []
