"""The subject of a clause that tells how a thing went and holds no figure: 渔业用水量低速增长, 出口降幅持续收窄."""

import re

from include.extract.names.clause import MOVEMENT
from include.extract.names.name_words import is_metric, own_name
from include.extract.names.places import FOREMOST

LONGEST = 30  # characters of such a clause
LONGEST_JOINT = 120  # characters of one whose subject is a list of names
FIGURE = re.compile(r"(?<![A-Za-z.\d])\d|[Xx×*]{1,5}[.%\dXx×*万亿个元]")
_PAUSE = re.compile(r"[,;:。!?]")
_MOVED = r"收窄|扩大|较|加快|回落|放缓|明显|平稳|强劲|稳|居|趋|回升|提高|持续|不断|提升|逐|由"
_REACHED = r"增长|转正|翻番|突破|新高|提升|改善|回升|目标|跨越|平衡"
_OVERALL = r"(?:总体|整体|均|都|继续|仍|依然|始终|同比|持续|首次)*"
_KEEPS = r"保持|呈|延续|维持|趋于|趋稳|企稳|稳中[有向趋求提]|再创|创[下历新造]|由[负正升降增减]转|好于|优于"
_PASSES = (
    r"(?:首次|一举|历史性地?|相继|先后|成功|均|双双)*(?:突破|迈[上入过]|跨[上入越过]|站上|跃上)"
    r"[^,;。]{0,8}?(?:[万亿]元|大关|台阶|关口)"
)
_MANNER = (
    r"大幅|快速|稳步|平稳|较快|低速|高速|小幅|持续|不断|进一步|温和|略有|稳定|加速|明显|显著|继续|逐步|逐年|恢复性"
    r"|总体|整体|蓬勃|加快"
)
_MOVES = r"增长|提高|上升|回升|下降|增加|减少|上涨|回落"
_THRIVES = r"改善|向好|好转|凸显|显现|活跃|繁荣|壮大|发展|加快|增强|见效|完善|优化"
_ANNOUNCED = re.compile(  # 各县(市、区)财政收入完成情况如下:
    r"各(?:[县市区州乡镇旗盟]|街道|地区|[(（][^()（）]{1,8}[)）]){1,6}的?([^,，;；:：。、]{2,30})[:：]$"
)
_TABLE = re.compile(r"(?:完成|增长|主要)*[“\"]?(?:情况|数据|排名|排行榜?|成绩单|一览|分别|如下|为|是)+[”\"]?$")
_STATE = re.compile(
    "|".join((
        rf"{_OVERALL}(?:{_KEEPS})",
        _PASSES,
        rf"{_OVERALL}实现(?=[^,;。]{{0,8}}(?:{_REACHED}))",
        rf"(?:增速|增幅|降幅|涨幅|增势)(?=[^,;。]{{0,6}}(?:{_MOVED}))",
        rf"(?:{_MANNER})*(?:{_THRIVES})(?:明显|显著|迅速|较快)?$",
        rf"(?:{_MOVES})(?:较[快大多]|明显|显著|迅速|平稳|放缓|加快|势头[^,;。]{{0,6}})$",
        rf"(?:{_MANNER})+(?:{_MOVES}|提升|恢复|收窄|扩大|下滑|增多)$",
    ))
)  # fmt: skip


def without_statement(words: str) -> str:
    """The words of a clause up to where they tell how a thing went; all of them where they tell no such thing."""
    went = _STATE.search(words) if len(words) <= LONGEST_JOINT else None
    return words[: went.start()] if went else words


def stated_subject(before: str, *, last: bool) -> str | None:
    """The subject of the clause just before that of a figure; `before` is the folded sentence up to the figure.

    With `last`, where the sentence has named something before, only an indicator or what opens an item behind ;.
    """
    clauses = _PAUSE.split(before[-4 * LONGEST :])
    if len(clauses) < 2 or not 2 < len(clauses[-2]) <= LONGEST or FIGURE.search(clauses[-2]):
        return None
    went = _STATE.search(clauses[-2]) or FOREMOST.search(clauses[-2])
    name = own_name(clauses[-2][: went.start()]) if went else ""
    if not name or MOVEMENT.fullmatch(name) or (last and not is_metric(name) and not _opens_item(before, clauses)):
        return None
    return name


def _opens_item(before: str, clauses: list[str]) -> bool:
    """Whether the clause before the last stands right behind a ;."""
    start = len(before) - len(clauses[-1]) - 1 - len(clauses[-2])
    return start > 0 and before[start - 1] == ";"


def announced(words: str) -> str | None:
    """The name that a sentence without a figure announces for a list of places behind it: 各县(市、区)财政收入情况:."""
    listed = _ANNOUNCED.search(words.rstrip()[-2 * LONGEST :])
    name = own_name(_TABLE.sub("", listed[1])) if listed else ""
    return name or None
