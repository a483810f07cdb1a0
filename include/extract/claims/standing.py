"""Standing: what the text before a sentence says of status — its headings, its paragraph, an opened list of goals."""

import re
from dataclasses import dataclass, field

from include.extract.claims.goals import runs_on
from include.extract.claims.headings import names_goals, title_reports
from include.extract.claims.passages import Reading, may_order, orders, read_passage, states_result
from include.extract.claims.status import Above, estimated_parts, status_of
from include.extract.claims.turns import (
    opens_estimates,
    opens_goals,
    opens_plans,
    states_facts,
    tells_past,
    tells_results,
    urges,
)
from include.extract.context.clauses import Context
from include.extract.context.scopes import Scope

_ITEM = re.compile(
    r"\s{0,20}(?:[(\[]?[一二三四五六七八九十\d]{1,3}[)\]、.．:]|[①-⑳]|-{1,2}|[一二三四五六七八九十]{1,2}是|[●■◆·•▲★])"
)
_YEAR = re.compile(r"(\d{4})年")


@dataclass(slots=True)
class Standing:
    """The status that carries from sentence to sentence of one text."""

    folded: str
    now: int | None = None  # the year that the text speaks of
    paragraph: int | None = None
    section: int | None = None
    goals: bool = False  # the paragraph opened a list of goals
    listed: bool = False  # a line ending in a colon did: it holds for the numbered lines under it
    estimates: bool = False
    urged: bool = False  # the paragraph has begun to say what must be done
    results: bool = False  # under a heading of goals, the text is telling results
    plans: bool = False  # no heading says so, but the text has turned to what is to be done
    root: tuple[int, int] | None = None  # the heading under which it did: it holds for those below
    told: bool = False  # the paragraph has stated facts, whatever the plans announced above it
    reports: bool = field(init=False)  # the title names a report
    readings: dict[tuple[int, int], Reading] = field(default_factory=dict)  # of passages, by their spans

    def __post_init__(self) -> None:
        self.reports = title_reports(self.folded)

    def enter(self, scope: Scope) -> None:
        """Forget what a new paragraph or section ends."""
        if self.section != scope.section:
            self.section, self.results = scope.section, False
            self.plans = self.plans and self._below(scope)
            self.listed = self.listed and not scope.resets
        if self.paragraph != scope.paragraph:
            self.listed = self.listed and _ITEM.match(self.folded, scope.start) is not None
            self.paragraph, self.told = scope.paragraph, False
            self.goals = self.estimates = self.urged = False

    def read(self, contexts: list[Context], scope: Scope) -> list[str]:
        """The statuses of a sentence's figures in order; to be called for every sentence, with figures or without."""
        words = self.folded[scope.start : scope.end]
        self._hear(words, scope)
        statuses: list[str] = []
        if contexts:
            goals = self.goals or (self._lists_goals(scope) and not tells_past(words))
            above = Above(self._status(scope), self._year(scope), self.now, goals, self.estimates)
            parts = estimated_parts(words)
            for context in contexts:
                said = status_of(context, parts, above)
                goes_on = above.status is None and statuses[-1:] == ["target"] and runs_on(context)
                statuses.append("target" if said == "actual" and goes_on else said)
        self._keep(words, scope)
        return statuses

    def _hear(self, words: str, scope: Scope) -> None:
        """Take in what a sentence says of its own figures, too."""
        self.estimates = self.estimates or opens_estimates(words)
        if (scope.status == "target" or self.plans) and (told := self._told(words, scope)) is not None:
            self.results, self.plans = told, self.plans and not told
        if (self.urged or self.plans) and states_facts(words) and not opens_plans(words):
            self.urged, self.told = False, True

    def _keep(self, words: str, scope: Scope) -> None:
        """Keep what a sentence says for those behind it."""
        self.goals = self.goals or opens_goals(words)
        self.listed = self.listed or (self.goals and words.rstrip().endswith(":"))
        if scope.status is None:
            if not self.plans and (opens_plans(words) or (self.goals and words.rstrip().endswith(":"))):
                self.plans, self.root = True, scope.headings[0] if scope.headings else None
            self.urged = self.urged or urges(words)

    def _lists_goals(self, scope: Scope) -> bool:
        """Whether the nearest heading names goals and no more (（二）工作目标), in a part of plans."""
        above = [self.folded[start:end] for start, end in scope.headings if end <= scope.start]
        return scope.status == "target" and any(names_goals(words) for words in above[:1])

    def _told(self, words: str, scope: Scope) -> bool | None:
        """Whether a sentence among plans tells results; under a heading of goals 同比 alone does not."""
        if self._lists_goals(scope) and not tells_past(words):
            return None
        return tells_results(words)

    def _status(self, scope: Scope) -> str | None:
        """What stands above a sentence says of its figures."""
        if self.listed:
            return "target"
        if scope.status == "target" and self.results:
            return "actual"
        if scope.status is None and ((self.plans and not self.told) or self.urged or self._ordered(scope)):
            return "target"
        return scope.status

    def _ordered(self, scope: Scope) -> bool:
        """Whether the paragraph orders what is to be done; its part is read only where it may."""
        paragraph = self._reading(scope.passage)
        if not may_order(paragraph) or any(states_result(self.folded[a:b]) for a, b in scope.headings[:2]):
            return False
        return (paragraph.ahead > 0 or not self.reports) and orders(paragraph, self._reading(scope.part))

    def _below(self, scope: Scope) -> bool:
        """Whether a stretch stands below what turned to plans: its heading, or points in brackets under no heading."""
        if self.root is not None:
            return self.root in scope.headings
        return self.folded.startswith("(", scope.headings[-1][0] if scope.headings else scope.start)

    def _reading(self, span: tuple[int, int]) -> Reading:
        if span not in self.readings:
            self.readings[span] = read_passage(self.folded, *span)
        return self.readings[span]

    def _year(self, scope: Scope) -> int | None:
        """The year that the nearest heading naming one names."""
        for start, end in scope.headings:
            if match := _YEAR.search(self.folded, start, end):
                return int(match.group(1))
        return None
