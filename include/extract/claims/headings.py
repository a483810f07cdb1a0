"""What a heading says of the figures under it: results (回顾) or goals (安排), and how surely."""

import re
from collections.abc import Iterable

from include.extract.rules.cues import alternatives

_GOALS = re.compile(alternatives("target_headings"))
_RESULTS = re.compile(alternatives("actual_headings"))
_GOAL_HINT = re.compile(alternatives("target_hints"))
_RESULT_HINT = re.compile(alternatives("actual_hints"))
_BOTH = re.compile(r"(?:情况|回顾|总结|成就|成绩|工作)[^,;。]{0,6}(?:和|及|与|暨|、)")  # 执行情况和预算草案
_WORK_OF = re.compile(r"(?:\d{4}年|今年|下半年|明年)[^,;。]{0,10}(?:工作|任务|举措|实事)$")
_NAMES_GOALS = re.compile(r"(?<!完成)(?:工作|预期|发展|主要|奋斗|总体|具体|增长)(?:目标|指标)(?:任务)?[:。]?\s*$")
_PLAN_TITLE = re.compile(
    r"将[^,;。]{0,4}(?:办|实施|建设|新建)|工作要点|实施方案|行动计划|工作方案|目标任务分解|(?:年|季度)[^,;。]{0,12}(?:工作安排|目标任务)"
)
_REPORT_TITLE = re.compile(r"总结|公报|述职|回顾|成效|简报|快报|(?:运行|进展|完成|发展|执行)情况")
_TITLE_AHEAD = re.compile(r"安排|计划|打算|要点|部署|思路|任务|意见|方案")
TITLE_LINES = 4
TITLE_REACH = 400  # characters


def plain_status(words: str) -> str | None:
    """What a heading says wherever it stands: actual, target, or None when it names both or neither."""
    results, goals = _RESULTS.search(words), _GOALS.search(words)
    if results and goals and _BOTH.search(words):
        return None
    if results:
        return "actual"
    return "target" if goals else None


def hinted_status(words: str) -> str | None:
    """What a heading says when none above it says more."""
    results, goals = _RESULT_HINT.search(words), _GOAL_HINT.search(words)
    if bool(results) == bool(goals) or _GOALS.search(words):
        return None
    return "actual" if results else "target"


def heading_status(nearest_first: Iterable[str]) -> str | None:
    """What the headings above a sentence say; a plain word anywhere above goes before a hint nearer by."""
    hint = None
    for words in nearest_first:
        if answer := plain_status(words):
            return answer
        hint = hint or hinted_status(words)
    return hint


def following_status(words: str, before: str | None) -> str | None:
    """What a top heading that says nothing by itself takes from the one `before` it.

    Behind a part of goals the rest is goals (五、加强自身建设); the work of a year behind a review is work to be done.
    """
    if answer := plain_status(words) or hinted_status(words):
        return answer
    if before == "target" or (before == "actual" and names_work(words)):
        return "target"
    return None


def names_work(words: str) -> bool:
    """Whether a heading names the work of a year and no more: of two, the first looks back (一、2011年的工作)."""
    return _WORK_OF.search(words) is not None


def names_goals(words: str) -> bool:
    """Whether a heading names goals and no more: (二)工作目标, 一、主要预期目标."""
    return _NAMES_GOALS.search(words) is not None


def _title_lines(folded: str) -> list[str]:
    lines = folded[:TITLE_REACH].splitlines()[:TITLE_LINES]
    return [line for line in lines if "。" not in line and ";" not in line]


def title_status(folded: str) -> str | None:
    """What a text's title says where no heading does: target for a plan (…年工作要点, …将办好的实事)."""
    plans = any(_PLAN_TITLE.search(line) and not _RESULTS.search(line) for line in _title_lines(folded))
    return "target" if plans else None


def title_reports(folded: str) -> bool:
    """Whether a text's title names a report of what was, and no plan beside it (…年工作总结, …统计公报)."""
    return any(_REPORT_TITLE.search(line) and not _TITLE_AHEAD.search(line) for line in _title_lines(folded))
