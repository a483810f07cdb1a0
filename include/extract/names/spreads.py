"""Lists of names over lists of figures: under 分别, without it, and a list that goes on with the one before."""

import re

from include.extract.context.clauses import Context
from include.extract.names.name_words import is_metric, own_name
from include.extract.rules.cues import alternatives

_SPREAD = re.compile(r"(?:同比|环比|预计|预期|将|年均|(?:[两三四五]年)?平均|均)*(?:分别|依次)")
_LINKS = ("$", "和|以及", "和|与|以及", "和|及|以及", "和|与|及|以及")  # 与, 及 stand inside names as well
_SEPARATORS = tuple(re.compile(f"、|{links}") for links in _LINKS)
_SHARE = r"(?:占|相当于)[^、,]{2,16}的?(?:比重|比例)"
_TAIL = re.compile(rf"(?:{_SHARE}|{alternatives('shared_tails')}|[一-鿿]{{2}}率|类价格|价格)$")
_FIGURE = re.compile(r"\d|[Xx×*]{1,5}[.%\dXx×*万亿个元]")
_HEAD = re.compile(alternatives("parallel_heads"))
_SAID_OF_ALL = re.compile(r"[A-Z一-鿿]{1,6}[.、]?[两二三四五六七八九十](?:市|县|区|州|省|地|镇|乡)(?=[一-鿿]{2})")
_ORDINALS = ("第一产业", "第二产业", "第三产业")
_PAIRS = {
    "城乡": ("城镇", "农村"),
    "一三产业": ("一产", "三产"),
    "一二产业": ("一产", "二产"),
    "二三产业": ("二产", "三产"),
}
_SPELT_OUT = {"城": "城镇", "乡": "农村"}


def run_length(following: list[Context]) -> int:
    """How many figures hang together from the first of `following` on."""
    count = 1
    while count < len(following) and following[count].chained:
        count += 1
    return count


def opens_list(context: Context) -> bool:
    """Whether 分别 stands in the clause with no name before it: the list goes on with the one before."""
    return _SPREAD.search(context.before) is not None and not _joint(context)


def _completed(parts: list[str]) -> list[str]:
    """The parts of a joint name, each with the tail that the last one brings (小麦、玉米产量)."""
    last = parts[-1]
    tail = _TAIL.search(last, 1)
    head = _HEAD.match(last)
    names: list[str] = []
    all_complete = all(map(is_metric, parts))
    for part in parts[:-1]:
        shared = _HEAD.search(part)
        if head and shared and shared.end() == len(part) and len(last) > head.end():
            names.append(_SPELT_OUT.get(part, part) + last[head.end() :])
        elif tail and not all_complete and not part.endswith(tail.group()):
            names.append(part + tail.group().removeprefix("类" if part.endswith("类") else ""))
        else:
            names.append(part)
    if head and head.group() in _SPELT_OUT:
        last = _SPELT_OUT[head.group()] + last[head.end() :]
    return [*names, last]


def split_name(joint: str, count: int) -> list[str]:
    """A joint name as `count` names: at its separators, or by a known pair; [] where the numbers do not agree."""
    for separators in _SEPARATORS:
        parts = [part for part in separators.split(joint) if part]
        if len(parts) == count > 1:
            return _completed(parts)
    if count == 3 and "三次产业" in joint:
        return [joint.replace("三次产业", ordinal, 1) for ordinal in _ORDINALS]
    for pair, heads in _PAIRS.items():
        if pair in joint and count == 2:
            return [joint.replace(pair, head, 1) for head in heads]
    return []


def _joint(context: Context) -> str:
    """The joint name before 分别 in its clause; empty when it holds none."""
    words = _SPREAD.split(context.before)[0]
    words = context.before.replace("分别", "") if re.search(r"分别(?:拉动|带动)", context.before) else words
    if said_of_all := _SAID_OF_ALL.search(words):
        words = words[said_of_all.end() :]
    return own_name(words, ranked=context.quantity.kind == "rank")


def _joint_before(context: Context) -> str:
    """The name of the clause just before that of 分别, when that holds no figure (…实现正增长,分别增长…)."""
    clauses = re.split(r"[,;:。!?]", context.sentence_before)
    return own_name(clauses[-2]) if len(clauses) > 1 and not _FIGURE.search(clauses[-2]) else ""


def spread_names(context: Context, count: int, earlier: list[str], spread: int) -> list[str]:
    """The names of a run of `count` figures; [] when the run has one name.

    `earlier` are the names of the paragraph so far, `spread` the number that the last run was spread over.
    """
    if count < 2 or context.quantity.kind in ("ratio", "index"):
        return []
    said = _SPREAD.search(context.before) is not None
    joint = _joint(context) if said else own_name(context.before)
    before = _joint_before(context) if said and not joint else ""
    if names := split_name(joint or before, count):
        return names
    if said and (joint if _SAID_OF_ALL.search(context.before) else is_metric(before)):
        return [joint or before] * count
    if not joint and len(earlier) >= count and (said or spread == count):
        return earlier[-count:]
    return []
