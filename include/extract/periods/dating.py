"""Dating: the period of each figure, carried from clause to sentence, paragraph, heading, section and title."""

import re
from dataclasses import dataclass, field

from include.extract.context.clauses import Context
from include.extract.context.origins import is_origin
from include.extract.context.scopes import Scope
from include.extract.periods.choosing import (
    heading_period,
    is_past,
    is_review,
    listed_periods,
    named_amount,
    origin_period,
    period_in_sentence,
    runs_over_span,
)
from include.extract.periods.mentions import MOST, Mention, is_point, is_relative, is_weak, mentions, names_year, spoken
from include.extract.periods.titles import TitlePeriod, title_period

_MOVED = re.compile(r"(?:但|并|且)?(?:同比|环比)?(?:[比较](?!计划|预算|目标)|增长|下降|提高|回落|上升)")
OPENING = 10  # characters from its start within which a period opens a sentence


def _last_list(found: list[Mention], folded: str) -> list[Mention]:
    """The last periods that stand as a list, with nothing but 、 or 和 between them."""
    last = found[-1:]
    for mention in reversed(found[:-1]):
        if folded[mention.end : last[0].start] not in ("、", "和", "与", "及"):
            break
        last.insert(0, mention)
    return last


def _ahead(context: Context, found: list[Mention], status: str) -> str | None:
    """The time that a goal is set for when the sentence names it only behind the figure (…,力争到2010年…)."""
    at = context.quantity.end
    later = [m for m in found if m.start >= at and m.words.startswith("到") and not m.base]
    return spoken(later[0].words) if later and status == "target" else None


@dataclass(slots=True)
class Dating:
    """The periods of one text; `paragraph` and `section` are what was last said there, `weak` a bare 全年."""

    text: str
    folded: str
    paragraph: str | None = None
    section: str | None = None
    before: str | None = None  # of the section before
    weak: str | None = None
    lead: str | None = None  # of a line that ends in a colon: it holds for the paragraph under it
    title: TitlePeriod = field(init=False)

    def __post_init__(self) -> None:
        self.title = title_period(self.text, self.folded)

    def enter(self, *, new_paragraph: bool, new_section: bool) -> None:
        """Forget what a new paragraph or a new top heading ends."""
        if new_paragraph:
            self.paragraph, self.lead, self.weak = self.lead, None, None
        if new_section:
            self.before, self.section = self.section or self.before, None

    def said(self, scope: Scope) -> list[Mention]:
        """The period words of a sentence."""
        return mentions(self.text, self.folded, scope.start, scope.end)

    def remember(self, found: list[Mention], scope: Scope) -> None:
        """Keep what a sentence says for the ones behind it."""
        own = [m for m in found if not m.base and not m.source and not is_weak(spoken(m.words))]
        if own and self.folded[scope.start : scope.end].rstrip().endswith(":"):
            self.lead = spoken(own[-1].words)
        for mention in found:
            if mention.base or mention.source or mention.nested or not mention.opens:
                continue
            late = mention.start - scope.start > OPENING and self.folded[mention.start - 1] != ":"
            if late and not names_year(mention.words):
                continue  # 一季度 in mid-sentence holds for its own clause
            words = spoken(mention.words)
            if is_weak(words):
                self.weak = words
                continue
            self.paragraph = words
            if self.section is None or not (is_point(words) or (is_relative(words) and self.section[:4].isdecimal())):
                self.section = words

    def periods(
        self, contexts: list[Context], found: list[Mention], scope: Scope, statuses: list[str]
    ) -> list[str | None]:
        """The periods of a sentence's figures in order; 分别 spreads a list of periods over them."""
        periods: list[str | None] = []
        spread: list[str] = []
        last = scope.start
        for i, (context, status) in enumerate(zip(contexts, statuses, strict=True)):
            if not context.chained:
                spread = self._spread(contexts[i : i + MOST], found)
            if spread:
                periods.append(spread.pop(0))
            elif context.chained and periods:
                periods.append(periods[-1])
            else:
                same = periods[-1] if i and self._restates(context, contexts[i - 1], found) else None
                said = same or self._said(context, found, last) or _ahead(context, found, status)
                periods.append(said or self._carried(scope, status))
            last = context.quantity.start
        return periods

    def _restates(self, context: Context, last: Context, found: list[Mention]) -> bool:
        """Whether a clause only says how the figure before it moved, and so holds for the same period."""
        at = context.quantity.start
        clause = at - len(context.clause_before)
        if clause - last.quantity.end > 1 or not _MOVED.match(context.clause_before):
            return False
        if any(clause <= m.start < at and not m.base for m in found):
            return False
        if runs_over_span(last):
            return False
        return not any(named_amount(found, self.folded, figure) for figure in (last, context))

    def _said(self, context: Context, found: list[Mention], last_figure: int) -> str | None:
        """What the sentence itself says of a figure."""
        at = context.quantity.start
        clause = at - len(context.clause_before)
        if amount := named_amount(found, self.folded, context):
            return amount
        own = any(m.source and last_figure <= m.start and clause <= m.start < at for m in found)
        if not own and is_origin(context) and (origin := origin_period(found, at)):
            return origin
        reach = [m for m in found if m.end <= at and not (m.nested and ")" in self.folded[m.end : at])]
        return period_in_sentence(reach, clause, last_figure=last_figure, over_span=runs_over_span(context))

    def _spread(self, contexts: list[Context], found: list[Mention]) -> list[str]:
        count = 1
        while count < len(contexts) and contexts[count].chained:
            count += 1
        at = contexts[0].quantity.start
        start = at - len(contexts[0].clause_before)
        before = [m for m in found if m.end <= at and not m.base]
        own = [spoken(m.words) for m in before if start <= m.start]
        if not own and count > 1:  # 2018年、2019年,全市分别…
            own = [spoken(m.words) for m in _last_list(before, self.folded)]
        listed = own if len(own) != 1 else listed_periods(own[0])
        return listed if count > 1 and len(listed) == count and "分别" in contexts[0].before else []

    def _carried(self, scope: Scope, status: str) -> str | None:
        """What paragraph, nearest heading, section or title gives; a goal takes no review's year and nothing past."""
        goal = status == "target"
        if self.paragraph and not (goal and is_past(self.paragraph)):
            return self.paragraph
        if status == "actual" and scope.status == "target" and self.section:
            return self.section
        for start, end in scope.headings:
            if period := heading_period(self.text, self.folded, start, end, status):
                if is_relative(period) and self.section and self.section[:4].isdecimal():
                    return self.section
                return None if goal and is_review(self.folded[start:end]) else period
        if self.section and not (goal and is_past(self.section)):
            return self.section
        return self.title.of(status) or self.weak or (None if goal else self.before)
