"""The words of a name: a clause before a value without its predicate, verbs, periods and comparisons."""

import re

from include.extract.names.regions import leading_region
from include.extract.periods.mentions import PERIOD
from include.extract.rules.cues import CUES, alternatives

MAX_NAME = 40
_MOVES = r"(?:增|减|提|降|升|回|高|低|上|下|多|少|扩|收|缩|快|慢|净|纯|持平|翻|好|落|涨|跌|放|加|前|大|小|超|还)"
# where the predicate of the clause begins: a comparison, a share of something, a place in a ranking
_PREDICATE = re.compile(
    r"同比|环比(?!指数)"
    rf"|(?<![之占对同环])[比较](?![重例率值如拼])(?=[^,;。]{{1,18}}{_MOVES})"
    r"|分别[比较]"
    r"|[比较](?=(?:\d{4}年|去年|上年|前年|年初|上月|同期)[^,;。]{0,6}$)"
    r"|占(?!比|地|用)(?=[^,;。]{1,24}的(?:比重|比例|份额)?[^,;。]{0,4}$)"
    r"|(?:仅|已)?(?:完成|为|达到?|实现|超|是|相当于)(?=[^,;。]{0,14}(?:计划|任务|目标|预算|总量|总数|任务数)(?:数|总数|量)?的?$)"
    r"|(?:为|是|相当于)(?=[^,;。]{1,14}的$)"
    r"|(?:高于|低于|超出|高出|快于|慢于|落后于|领先于?|超过(?=[我全上中]))"
)
_FROM = re.compile(r"[由从](?=(?:\d|去年|上年|前年|年初|[“\"]?[一二三四五六七八九十]+五)[^,;。]{0,12}$)")
_PLACING = re.compile(
    r"(?:始终以|始终|稳|继续|仍|再次|连续|均|综合|总)?(?:保持)?(?:居|排(?!放|水|污|查)|位居|位列|位于|名列|列(?!入)|跃居|处于|处在|进入|跻身|在(?=[^,;。]{1,12}(?:中|里)$|(?:全[国省市区县州]|同类|周边)[^,;。]{0,8}$)|获得?|荣获|评为)"
)
_TRAILING = re.compile(rf"{alternatives('trailing')}$")
_LEADING = re.compile(rf"{alternatives('leading')}|[-—·,;:。、\s“”\"'》)]")
_LEADING_KEPT = re.compile(alternatives("leading_kept"))
_TRAILING_KEPT = tuple(CUES["trailing_kept"])
_PROMISE = re.compile(r"^.*(?:确保|力争|争取(?!到)|努力实现|目标[是为:]|其中)[:,]?(?=.{2})")
_RELATIVE = re.compile(r"^.*(?:提出|确定|下达|签订|签署|实施|承担|规定|批准|为主|为重点|为主体)的(?=.{2})")
_JOINING = re.compile(alternatives("joining_verbs"))
_OBJECT = re.compile(rf"(?:{alternatives('object_verbs')})(?:了|到)?")
_KEPT = re.compile(alternatives("kept_verbs"))
_HEADLESS = re.compile(alternatives("not_objects"))
GENERIC = frozenset(CUES["generic_names"])


def _ends_with_period(words: str) -> int | None:
    """Where a period begins that ends the words (增加到2016年)."""
    last = words[-14:]
    for match in PERIOD.finditer(last):
        if match.end() == len(last) and match.group() not in ("末", "底"):
            return len(words) - len(last) + match.start()
    return None


def strip_end(words: str) -> str:
    """Without the verbs, adverbs and bounds that stand between a name and its value."""
    previous = None
    while words != previous:
        previous = words
        words = words.rstrip(" ,、:“\"'-—…《(·")
        if dated := _ends_with_period(words):
            words = words[:dated]
        match = _TRAILING.search(words)
        if match and not words.endswith(_TRAILING_KEPT):
            words = words[: match.start()]
    return words


def strip_start(words: str) -> str:
    """Without the periods, places, connectives and adverbs that lead in a name."""
    previous = None
    while words != previous:
        previous = words
        if period := PERIOD.match(words):
            words = words[period.end() :]
        if place := leading_region(words):
            words = words[len(place) :]
        lead = _LEADING.match(words)
        if lead and not _LEADING_KEPT.match(words):
            words = words[lead.end() :]
    return words


def _behind_period(words: str) -> str:
    """What follows the last period in the words, when enough is left."""
    last = None
    for match in PERIOD.finditer(words):
        if len(words) - match.end() >= 2:
            last = match
    return words[last.end() :] if last else words


def _behind_verb(words: str) -> str:
    """What follows the last verb whose object is the name; a verb that belongs to the name stays."""
    for match in reversed(list(_KEPT.finditer(words))):
        if len(words) - match.end() >= 2:
            return words[match.start() :]
    best = words
    for match in _OBJECT.finditer(words):
        rest = words[match.end() :]
        long_enough = len(rest) >= (2 if match.start() == 0 else 4)
        if long_enough and not _HEADLESS.match(rest) and rest not in GENERIC:
            best = rest
    return best


def _joined(words: str) -> str:
    """Subject and object around 实现, 完成, 预计 as one name (水利建设完成投资 → 水利建设投资)."""
    parts = [part for part in _JOINING.split(words) if part]
    if len(parts) < 2:
        return parts[0] if parts else ""
    if parts[-1] in GENERIC or len(parts[0]) <= 8:
        return "".join(parts)
    return parts[-1]


def own_name(before: str, *, ranked: bool = False) -> str:
    """The name in the words before a value (`ranked`: the value is a place); empty when they hold none."""
    predicate = _PREDICATE.search(before)
    words = before[: predicate.start()] if predicate else before
    if source := _FROM.search(words):
        words = words[: source.start()]
    if ranked and (placing := _PLACING.search(words)):
        words = words[: placing.start()]
    if ranked and words.endswith(("中", "里")):
        words = ""  # 在各县中: among whom, not of what
    words = strip_end(words)
    words = _RELATIVE.sub("", _PROMISE.sub("", words))
    words = strip_start(_behind_period(words))
    words = strip_end(_joined(words))
    return strip_start(_behind_verb(words))[-MAX_NAME:]
