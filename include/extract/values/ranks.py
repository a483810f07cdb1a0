"""Ranks: 第3位, 倒数第一, 首位, 前三名."""

import re
from collections.abc import Iterator

from include.extract.values.figures import Quantity
from include.extract.values.numbers import ARABIC, CHINESE, MASK, is_chinese, parse_arabic, parse_chinese

_NUMBER = rf"(?:{MASK}|{ARABIC}|{CHINESE})"
_PLACED = re.compile(
    r"(?:居|列|排|位|名|跃|升|登|(?<![推促改先跟])进|处|占|获|夺|全[国省市区县州]|自治区|同类|增[速幅]|总量)[^,;。!?:、\d]{0,8}$"
)
_RANK = re.compile(
    rf"(?P<last>倒数)?第[ ]?(?P<place>{_NUMBER})(?:[ ]?(?P<noun>名|位(?!数)|档次|档))?"
    rf"|(?P<first>首位|榜首|末位)(?![度产淘])|(?P<side>[前后])(?P<top>\d{{1,3}}|[一二三四五六七八九十]{{1,2}})(?:名|位)"
)
_GOES_ON = re.compile(r"[一-鿿%\d]")  # 第一产业, 第2次 are ordinals; 第一的成绩, 第一和 go on as a rank may
_CONNECTS = re.compile(r"[的和与及且并以]|实现|成功|创")
_PUT_FIRST = re.compile(r"(?:[放摆]在|置于|作为|列为|当作|视为)[^,;。]{0,4}$|是$")  # 放在首位 is no rank
_CHAINED = re.compile(r"[、,和][^,;。!?:\d]{2,14}")  # 营商环境第2、数字经济第5
_SERIES = r"[、和与及至-]?(?:第?[一二三四五\d][、和与及]?){0,3}"
_SHARES_NOUN = re.compile(rf"{_SERIES}(?:产业|产|季度|批|期|轮|次|届|阶段|梯队|方阵)")


def ranks(text: str) -> Iterator[Quantity]:
    """The ranks of a folded text; a bare 第一 only where the words before speak of a place, from below negative."""
    last_end = -1
    for match in _RANK.finditer(text):
        bare = match["noun"] is None and match["side"] is None
        chained = last_end >= 0 and _CHAINED.fullmatch(text, last_end, match.start()) is not None
        if bare and not _stands_for_a_place(text, match, chained=chained):
            continue
        if match.group() in ("首位", "第一位") and _PUT_FIRST.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        last_end = match.end()
        word = match["place"] or match["top"]
        number = _value(word) if word else 1.0
        masked = word is not None and re.fullmatch(MASK, word) is not None
        if number is None and not masked:
            continue
        if number is not None and (match["last"] or match["first"] == "末位" or match["side"] == "后"):
            number = -number
        bound = {"前": "at_most", "后": "at_least"}.get(match["side"] or "")
        unit = "档" if match["noun"] in ("档", "档次") else "位"
        yield Quantity(match.start(), match.end(), number, unit, "rank", "rank", masked=masked, bound=bound)


def _stands_for_a_place(text: str, match: re.Match[str], *, chained: bool) -> bool:
    """Whether an ordinal without 位 or 名 is a rank: it goes on from one, or what stands before speaks of a place."""
    if not chained and not _PLACED.search(text[max(0, match.start() - 14) : match.start()]):
        return False
    if match["first"]:
        return True
    if _SHARES_NOUN.match(text, match.end()):
        return False
    return not _GOES_ON.match(text, match.end()) or _CONNECTS.match(text, match.end()) is not None


def _value(word: str) -> float | None:
    if re.fullmatch(MASK, word):
        return None
    return parse_chinese(word) if is_chinese(word) else parse_arabic(word)
