"""Origins: the figure that a movement starts from (由5亿元增加到8亿元), which holds for another time than its end."""

import re

from include.extract.context.clauses import Context

_FROM = re.compile(r"[由从自](?!于|此|而)[^,;。]{0,30}$")
_MOVES = re.compile(
    r"[^,;。]{0,28}?(?:提高|增加|上升|提升|下降|减少|降低|扩大|调整|发展|增长|缩小|压缩|缩短|回落|优化|拓展|扩展|跃升|攀升|演进|转变"
    r"|上调|下调|改善|延长|扩充|壮大|增至|降至|升至|减至|[升降增减变调])[^,;。\d]{0,3}?(?:到|至|为|成)"
)


def is_origin(context: Context) -> bool:
    """Whether the value is where a movement starts; the figures of a list (由10:50:40调整为) start it together."""
    part = re.split(r"到|至|为", context.clause_before)[-1]
    return _FROM.search(part) is not None and _MOVES.match(context.sentence_after) is not None
