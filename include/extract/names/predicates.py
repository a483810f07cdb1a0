"""Where the name of a clause ends and its predicate begins: a comparison, a share, a place in a ranking."""

import re

_MOVES = r"(?:增|减|提|降|升|回|高|低|上|下|多|少|扩|收|缩|快|慢|净|纯|持平|翻|好|落|涨|跌|放|加|前|大|小|超|还)"
_GOAL = r"(?:计划|任务|目标|预算|预期|概算)"
_APPROVED = r"后?经[^,;。]{2,16}?(?:批准|审议通过|同意)后?"
_IN_COURSE = r"在?(?:预算)?执行中|年度?中"
_RESET = (  # 执行中调整为, 后经人大批准调整为, 由…变动为
    rf"(?:{_IN_COURSE}|{_APPROVED})?(?:预算)?(?:调整|变动|变更|追加|调增|调减|核定|修订)(?:预算)?数?[为到至成]$"
    rf"|{_APPROVED}$|在?(?:预算)?执行中$"
)
_PREDICATE = re.compile(
    "|".join((
        r"(?<!年)同比|环比(?!指数)|相比(?!之下)|超(?:过|额)?(?:时序|序时|时间)进度",
        rf"(?<![之占对同环别])[比较](?![重例率值如拼])(?=[^,;。]{{1,18}}{_MOVES})",
        r"分别[比较]",
        _RESET,
        r"[比较](?=(?:\d{4}年|去年|上年|前年|年初|上月|同期)[^,;。]{0,6}$)",
        rf"[比较](?=[^,;。]{{0,12}}{_GOAL}(?:目标|数|总数|量)?$)",
        r"(?:还|尚)?[差欠](?=(?:年度|全年|预期|时序)*(?:目标|计划|进度)(?:任务)?$)",
        r"(?:剔除|扣除)[^,;。]{2,24}?(?:因素|影响)+后?(?=(?:同比|实际|可比|仍)*(?:增长|下降|上涨)?$)",
        r"与(?=[^,;。]{1,14}(?:相比|持平))",
        rf"(?:仅|已)?(?:完成|为|达到?|实现|超|是|相当于|控制在)(?=[^,;。]{{0,14}}(?:{_GOAL}(?:数|总数|量|目标)?的?|总[量数]的)$)",
        r"(?:还|尚|仅)?(?:为|是|相当于|不到|不足|只有|仅有)(?=[^,;。]{1,14}的$)",
        r"(?:高于|低于|超出|高出|快于|慢于|落后于|滞后于?|领先于?|超过(?=[我全上中]))",
    ))
)  # fmt: skip
_SHARE = re.compile(r"占(?!比|地|用)(?=(?P<whole>[^,;。]{1,24}?)的(?P<noun>比重|比例|份额)?(?P<rest>[^,;。]{0,4})$)")
_OF_PLAN = rf"(?<!公共){_GOAL}(?!收入|支出)"
_PLAIN_WHOLE = re.compile(rf"全[国省市州盟县区旗]|{_OF_PLAN}|总[数量]|同期|全部|整个|其|我[市县省区]|一半")
_FROM = re.compile(r"[由从](?=(?:\d|人均|去年|上年|前年|年初|[“\"]?[一二三四五六七八九十]+五)[^,;。]{0,12}$)")
_PLACING = re.compile(
    r"(?:始终以|始终|一直|稳|继续|仍|再次|连续|均|综合|总)?(?:保持)?(?:居(?!民|住|家)|排(?!放|水|污|查)|位居|位列|位于|名列|列(?!入|车)|跃居|处于|处在"
    r"|进入|跻身|在(?=[^,;。]{1,12}(?:中|里)$|(?:全[国省市区县州]|同类|周边)[^,;。]{0,8}$)|获得?|荣获|评为|(?:下滑|上升)?为(?=全))"
)
_RANKED_NAME = re.compile(  # 位居全省各县区营商环境指数第3: what is ranked stands behind among whom
    r"(?:在)?(?:全[国省市州盟县区旗]|世界)(?:[^,;。]{0,6}?(?:百强[县市区]|同类城市|各[县市区]+))?的?([^,;。]{3,16}(?<![国省市县区州地列名强]))$"
)
_SOME = r"(?<!第)[一二三四五六七八九十两\d]{1,2}个?(?:县市区|区市县|县市|县区|市县|区县|市州|县|市|区|州)中?"
_AMONG_ALL = re.compile(
    rf"(?:连续[一二三四五六七八九十两\d]{{1,2}}[年月季])?(?:均|稳|位)*(?:全[国省市州盟县区旗]|世界|{_SOME})$"
)


def _share_start(words: str) -> int | None:
    """Where 占 begins a predicate: a share of a plan, of the whole country; 占…的比重 is part of a name."""
    share = _SHARE.search(words)
    if share is None or share["noun"]:
        return None
    return share.start() if not share.start() or _PLAIN_WHOLE.search(share["whole"]) else None


def without_predicate(words: str, *, ranked: bool = False) -> str:
    """The folded words of a clause up to its predicate (`ranked`: the value behind them is a place)."""
    ends = [match.start() for match in (_PREDICATE.search(words), _FROM.search(words)) if match]
    if (share := _share_start(words)) is not None:
        ends.append(share)
    words = words[: min(ends)] if ends else words
    if not ranked:
        return words
    placing = _PLACING.search(words)
    if placing and not placing.start() and (ranked_name := _RANKED_NAME.match(words, placing.end())):
        return ranked_name[1]
    words = words[: placing.start()] if placing else words
    words = words[: among.start()] if (among := _AMONG_ALL.search(words)) else words
    return "" if words.endswith(("中", "里")) else words  # 在各县中: among whom, not of what
