"""Lists of names over lists of figures: under 分别, without it, and a list that goes on with the one before."""

import re

from include.extract.context.clauses import Context
from include.extract.names.clause import MOVEMENT, SHARE, base_of, thing_of
from include.extract.names.name_words import GENERIC, is_metric, own_name
from include.extract.names.statements import FIGURE, without_statement
from include.extract.rules.cues import alternatives

_SPREAD = re.compile(r"(?:同比|环比|预计|预期|将|年均|(?:[两三四五]年)?平均|均)*(?:分别|依次)")
_LINKS = ("$", "和|以及", "和|与|以及", "和|及|以及", "和|与|及|以及")  # 与, 及 stand inside names as well
_SEPARATORS = tuple(re.compile(f"、|{links}") for links in _LINKS)
_SHARE = r"(?:占|相当于)[^、,]{2,16}的?(?:比重|比例)"
_TAIL = re.compile(rf"(?:{_SHARE}|{alternatives('shared_tails')}|[一-鿿]{{2}}率|类价格|价格)$")
_WHOLE_MEASURES = ("产量", "电量", "运量", "总量", "额", "率", "指数")  # names of a list that want no tail
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
        elif len(part) == 1 and last[1:2] == "等":  # 中、高等职业教育
            names.append(part + last[1:])
        elif tail and not all_complete and not part.endswith((tail.group(), *_WHOLE_MEASURES)):
            names.append(part + tail.group().removeprefix(part[-2:]).removeprefix("类" if part.endswith("类") else ""))
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
    return own_name(without_statement(clauses[-2])) if len(clauses) > 1 and not FIGURE.search(clauses[-2]) else ""


def _measured_again(joint: str, earlier: list[str]) -> list[str]:
    """The names of a list that a second measure is told of: …种植面积分别为…,总产分别为…; 占…比重分别为…."""
    if SHARE.match(joint):
        return [base_of(name) + joint for name in earlier]
    return [thing_of(name) + joint for name in earlier] if joint in GENERIC else []


def spread_names(context: Context, count: int, earlier: list[str], spread: int) -> list[str]:
    """The names of a run of `count` figures; [] when the run has one name.

    `earlier` are the names of the paragraph so far, `spread` the number that the last run was spread over.
    """
    if count < 2 or context.quantity.kind in ("ratio", "index"):
        return []
    said = _SPREAD.search(context.before) is not None
    joint = _joint(context) if said else own_name(context.before)
    moved = said and MOVEMENT.fullmatch(joint) is not None  # 增幅分别为: whose, the clause before tells
    before = _joint_before(context) if said and (moved or not joint) else ""
    joint = "" if moved and before else joint
    if names := split_name(joint or before, count):
        measure = own_name(_SPREAD.split(context.before)[-1]) if said else ""
        return [name + measure for name in names] if measure in GENERIC else names
    listed = said and len(earlier) >= count and (spread == count or SHARE.match(joint) is not None)
    if listed and (names := _measured_again(joint, earlier[-count:])):
        return names
    if said and (joint if _SAID_OF_ALL.search(context.before) else is_metric(before)):
        return [joint or before] * count
    if not joint and len(earlier) >= count and (said or spread == count):
        return earlier[-count:]
    return []
