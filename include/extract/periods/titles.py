"""The period in a text's title: of a communiqué for everything, of a report on plan and budget by what is told."""

import re
from dataclasses import dataclass

from include.extract.periods.patterns import PERIOD

LINES = 6  # a title stands in the first lines
LONGEST = 80
_BULLETIN = re.compile(
    r"公报|运行(?:情况|分析|简况|态势)|经济(?:形势|运行)|(?:情况|形势)分析|完成情况|统计分析|快报|简报|情况通报"
)
_BUDGET = re.compile(r"执行情况[^。]{0,12}(?:和|与|及|暨|、)[^。]{0,40}(?:草案|安排|计划|预算)")
_REPORT = re.compile(r"政府工作报告|工作要点|实事|工作安排|目标任务|责任书|实施方案|行动计划|工作方案")
_SENTENCE_END = re.compile(r"[。;!?]$")


@dataclass(frozen=True, slots=True)
class TitlePeriod:
    """The words of a title's period for results and for goals; None where the title gives none."""

    actual: str | None = None
    target: str | None = None

    def of(self, status: str) -> str | None:
        """The period for a figure of a status."""
        return self.target if status == "target" else self.actual


def title_period(text: str, folded: str) -> TitlePeriod:
    """What the first lines of a text give: a title is a short line without a full stop."""
    start = 0
    for line in folded[: LINES * LONGEST * 2].splitlines(keepends=True)[:LINES]:
        words = line.strip()
        if words and len(words) <= LONGEST and not _SENTENCE_END.search(words):
            found = [text[m.start() + start : m.end() + start].strip() for m in PERIOD.finditer(line)]
            years = [said for said in found if re.search(r"年|季度|月", said)]
            if years and _BUDGET.search(words):
                return TitlePeriod(years[0], years[-1] if len(years) > 1 else None)
            if years and _BULLETIN.search(words):
                return TitlePeriod(years[0], None)
            if years and _REPORT.search(words):
                return TitlePeriod(None, years[0])
        start += len(line)
    return TitlePeriod()
