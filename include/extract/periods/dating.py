"""Dating: the period of each figure, carried from clause to sentence, paragraph, heading and section."""

from dataclasses import dataclass

from include.extract.context.clauses import Context
from include.extract.context.scopes import Scope
from include.extract.periods.mentions import (
    MOST,
    Mention,
    heading_period,
    is_weak,
    mentions,
    names_year,
    period_in_sentence,
    spoken,
)

OPENING = 10  # characters from its start within which a period opens a sentence


@dataclass(slots=True)
class Dating:
    """The periods of one text; `paragraph` and `section` are what was last said there, `weak` a bare 全年."""

    text: str
    folded: str
    paragraph: str | None = None
    section: str | None = None
    before: str | None = None  # of the section before
    weak: str | None = None

    def enter(self, *, new_paragraph: bool, new_section: bool) -> None:
        """Forget what a new paragraph or a new top heading ends."""
        if new_paragraph:
            self.paragraph = self.weak = None
        if new_section:
            self.before, self.section = self.section or self.before, None

    def said(self, scope: Scope) -> list[Mention]:
        """The period words of a sentence."""
        return mentions(self.text, self.folded, scope.start, scope.end)

    def remember(self, found: list[Mention], scope: Scope) -> None:
        """Keep what a sentence says for the ones behind it."""
        for mention in found:
            if mention.base or mention.source or mention.nested or not mention.opens:
                continue
            if mention.start - scope.start > OPENING and not names_year(mention.words):
                continue  # 一季度 in mid-sentence holds for its own clause
            words = spoken(mention.words)
            if is_weak(words):
                self.weak = words
            else:
                self.paragraph = self.section = words

    def periods(
        self, contexts: list[Context], found: list[Mention], scope: Scope, statuses: list[str]
    ) -> list[str | None]:
        """The periods of a sentence's figures in order; 分别 spreads a list of periods over them."""
        periods: list[str | None] = []
        spread: list[str] = []
        for i, (context, status) in enumerate(zip(contexts, statuses, strict=True)):
            start = context.quantity.start - len(context.clause_before)
            if not context.chained:
                spread = self._spread(contexts[i : i + MOST], found, start)
            if spread:
                periods.append(spread.pop(0))
            elif context.chained and periods:
                periods.append(periods[-1])
            else:
                nested = context.sentence_before.count("(") > context.sentence_before.count(")")
                said = period_in_sentence(found, start, context.quantity.start, nested=nested)
                periods.append(said or self._carried(scope, status))
        return periods

    def _spread(self, contexts: list[Context], found: list[Mention], start: int) -> list[str]:
        count = 1
        while count < len(contexts) and contexts[count].chained:
            count += 1
        own = [m for m in found if start <= m.start and m.end <= contexts[0].quantity.start and not m.base]
        spread = count > 1 and len(own) == count and "分别" in contexts[0].before
        return [spoken(mention.words) for mention in own] if spread else []

    def _carried(self, scope: Scope, status: str) -> str | None:
        """What paragraph, nearest heading, section or the section before gives; a goal takes no review's year."""
        if self.paragraph:
            return self.paragraph
        if status == "actual" and scope.status == "target" and self.section:
            return self.section
        for heading in scope.headings:
            if period := heading_period(self.text, self.folded, *heading):
                reviews = "回顾" in self.folded[heading[0] : heading[1]]
                return None if status == "target" and reviews else period
        if status == "target":
            return self.section or self.weak
        return self.section or self.weak or self.before
