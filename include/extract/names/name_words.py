"""The name in the words before a value: what is left without predicate, goal, periods, places and verbs."""

import re

from include.extract.names.places import FOREMOST, closing_place, leading_place
from include.extract.names.predicates import without_predicate
from include.extract.names.stripping import behind_period, strip_end, strip_start
from include.extract.rules.cues import CUES, alternatives

MAX_NAME = 40
SHORT_HEAD = 4  # characters before a verb that belong to its name (城镇新增就业); longer ones are another clause
GENERIC = frozenset(CUES["generic_names"])
_CLOSED = re.compile(r"^.*(?:持平|不变|相当|零增长)[、和](?=..)")
_ADDED = r"加上(?!级)(?=...)|加(?=上级|下级|补助|债务)"
_PROMISE = r"确保|力争|争取(?!到)|努力实现|(?:目标|任务)(?:分别)?[是为:]"
_GOAL = re.compile(rf"^.*(?:{_PROMISE}|其中|{_ADDED})[:,]?(?=..)")
_ORDERS = r"提出|确定|下达|签订|签署|实施|承担|规定|批准|为主|为重点|为主体"
_RELATIVE = re.compile(rf"^.*(?:{_ORDERS})的(?=..)|^用于.*的(?=..)")
_WHOLE = re.compile(r"^[^占动于对在比]{0,12}全[国市省县州区](?:共|累计|总计)(?=..)")
_GOAL_NOUN = re.compile(r"(?:的?(?:预期|计划|年度|全年)?(?:增长)?目标(?:任务|值|数)?|预期增长|预期)$")
_JOINING = re.compile(rf"{alternatives('joining_verbs')}(?![率量额度])")
_OBJECT = re.compile(rf"{alternatives('object_verbs')}(?:了|到)?")
_OBJECTS = re.compile(rf"(?:{alternatives('object_verbs')}|了|到|、|和)*")
_NO_OBJECT = r"[率额量数区]|标准(?!化|厂)|总|进度|面积|强度|[一-鿿]{1,3}率$"  # 发放标准, 建成投产率
_BUILT = r"建设(?!改造|用地|规模|资金|投资|银行|项目|工程|工期|成本|标准|任务|单位|内容|兵团|性|期)"  # 建设寄宿制学校
_OPENING = re.compile(rf"(?:{alternatives('opening_verbs')}|{_BUILT})(?:了|到)?(?!{_NO_OBJECT})(?=..)")
_KEPT = re.compile(alternatives("kept_verbs"))
_HEADLESS = re.compile(rf"{alternatives('not_objects')}|和|及|与|、|等")
_BARE = re.compile(r"项目|工程|企业|活动|任务|人员|对象|基地|中心|产品|平台|机构|设施")  # 实施帮扶项目
_SHARE = re.compile(r"占(?:比|地|用|[^,;]{2,24}(?:比重|比例|份额))")
_METRIC = re.compile(rf"{alternatives('metric_ends')}$")
_STATEMENT = re.compile(r"进入|达到|加快|推进|提高|改善|提升|基本(?=普及|完成|建成|消除|实现|形成)|取得|成为|得到|建立")
_FOREMOST_REST = re.compile(  # behind 前五位, a figure of its own
    r"的?(?:县市区|市州|县区|县|市|州|区|地区)(?:分别)?(?:是|有|为)(?=[^,;]{2})"
)
_PULLS = re.compile(r"(?:拉动|带动)[^,;。]{2,12}增长$")


_THINGS = r"(?:项目|企业|公司|工程|单位|机构|平台|基地|园区)$"
_EXAMPLES = re.compile(rf"^[^,;]*、[^,;、]*?等(?=[一-鿿]{{2,6}}{_THINGS})|^(?=[^,;、]*、)[^,;]{{18,}}等(?={_THINGS})")
_NOTE = re.compile(r"[ ]?\[\d{1,2}\]")  # of a footnote: 地区生产总值[2]


def is_metric(words: str) -> bool:
    """Whether some words end like an indicator (存款余额, 参合率) and so are complete without a tail."""
    return _METRIC.search(words) is not None


def _of_foremost(words: str) -> str:
    """增速最快的是临河市: what it is foremost in, or the thing itself where that is no place."""
    foremost = FOREMOST.search(words) or _FOREMOST_REST.match(words)
    if foremost is None:
        return words
    return words[: foremost.start()] if leading_place(words[foremost.end() :]) else words[foremost.end() :]


def _behind_goal(words: str) -> str:
    """What a promise or 其中 leads in, without 用于…的 before it and the noun of the goal (预期目标) behind it."""
    words = _RELATIVE.sub("", _GOAL.sub("", _WHOLE.sub("", words)))
    return _GOAL_NOUN.sub("", words) or words


def _joined(words: str) -> str:
    """Subject and object around 实现, 完成, 预计 as one name (水利建设完成投资 → 水利建设投资)."""
    parts = [part for part in _JOINING.split(words) if part]
    if len(parts) < 2:
        return parts[0] if parts else ""
    if parts[-1] in GENERIC or len(parts[0]) <= 8:
        return "".join(parts)
    return parts[-1]


def _is_list(head: str) -> bool:
    """Whether what stands before a verb is the beginning of a list of names, the verb a part of its last one."""
    if head.endswith(("和", "及", "与")):
        return True
    return "、" in head and not _OBJECT.match(head) and (not head.endswith("、") or is_metric(head[:-1]))


def _is_object(head: str, rest: str) -> bool:
    """Whether `rest` is the object of the verb between it and `head`, rather than one noun with it (培训基地)."""
    shortest = 2 if _OBJECTS.fullmatch(head) else 4
    if len(rest) < shortest or _is_list(head) or rest in GENERIC:
        return False
    return not _HEADLESS.match(rest) and not _BARE.fullmatch(rest) and not rest.endswith("率")


def _behind_verb(words: str) -> str:
    """What follows the last verb whose object is the name; a verb that belongs to the name stays."""
    while opening := _OPENING.match(words):
        words = words[opening.end() :]
    for match in reversed(list(_KEPT.finditer(words))):
        if len(words) - match.end() >= 2:
            belongs = match.start() <= SHORT_HEAD or _is_list(words[: match.start()])
            return words if belongs else words[match.start() :]
    best = words
    for match in _OBJECT.finditer(words):
        if _is_object(words[: match.start()], words[match.end() :]):
            best = words[match.end() :]
    return best


def _last_statement(words: str) -> str:
    """The last of several statements in one clause (达到省定标准、升学率); a list of names stays whole."""
    head, _, last = words.rpartition("、")
    return last if is_metric(last) and _STATEMENT.search(head) else words


def without_closing_place(words: str) -> str:
    """规模以上工业增加值昆明 (增长7%): the name in front of a place that stands right before the value."""
    place = closing_place(words) if len(words) > SHORT_HEAD else None
    head = words[: -len(place)] if place else ""
    return head if is_metric(head) else words


def _as_pulled(words: str, before: str) -> str:
    """拉动GDP增长 keeps its 增长, a share of a plan loses its 占."""
    if words.startswith("占") and not _SHARE.match(words):
        return words[1:]
    return words + "增长" if words and _PULLS.search(before) and words.endswith(before[-4:-2]) else words


def own_name(before: str, *, ranked: bool = False) -> str:
    """The name in the words before a value (`ranked`: the value is a place); empty when they hold none."""
    words = without_predicate(_of_foremost(_CLOSED.sub("", _NOTE.sub("", before))), ranked=ranked)
    words = _behind_goal(strip_end(words))
    words = strip_start(behind_period(_EXAMPLES.sub("", words)))
    words = strip_end(_joined(words))
    words = without_closing_place(_last_statement(strip_start(_behind_verb(words))))
    return _as_pulled(words[-MAX_NAME:], before)
