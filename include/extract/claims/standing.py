"""Standing: what the text before a sentence says of status — its headings, its paragraph, an opened list of goals."""

import re
from dataclasses import dataclass

from include.extract.claims.status import Above, estimated_parts, status_of
from include.extract.claims.turns import (
    opens_estimates,
    opens_goals,
    opens_plans,
    states_facts,
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

    def enter(self, scope: Scope) -> None:
        """Forget what a new paragraph or section ends."""
        if self.section != scope.section:
            self.section, self.results, self.plans = scope.section, False, False
            self.listed = self.listed and not scope.resets
        if self.paragraph != scope.paragraph:
            self.listed = self.listed and _ITEM.match(self.folded, scope.start) is not None
            self.paragraph, self.goals, self.estimates, self.urged = scope.paragraph, False, False, False

    def read(self, contexts: list[Context], scope: Scope) -> list[str]:
        """The statuses of a sentence's figures in order; to be called for every sentence, with figures or without."""
        words = self.folded[scope.start : scope.end]
        self._hear(words, scope)
        statuses: list[str] = []
        if contexts:
            above = Above(self._status(scope), self._year(scope), self.now, self.goals, self.estimates)
            parts = estimated_parts(words)
            statuses = [status_of(context, parts, above) for context in contexts]
        self._keep(words, scope)
        return statuses

    def _hear(self, words: str, scope: Scope) -> None:
        """Take in what a sentence says of its own figures, too."""
        self.estimates = self.estimates or opens_estimates(words)
        if (scope.status == "target" or self.plans) and (told := tells_results(words)) is not None:
            self.results, self.plans = told, self.plans and not told
        self.urged = self.urged and not states_facts(words)

    def _keep(self, words: str, scope: Scope) -> None:
        """Keep what a sentence says for those behind it."""
        self.goals = self.goals or opens_goals(words)
        self.listed = self.listed or (self.goals and words.rstrip().endswith(":"))
        if scope.status is None:
            self.plans = self.plans or opens_plans(words)
            self.urged = self.urged or urges(words)

    def _status(self, scope: Scope) -> str | None:
        """What stands above a sentence says of its figures."""
        if self.listed:
            return "target"
        if scope.status == "target" and self.results:
            return "actual"
        return scope.status or ("target" if self.plans or self.urged else None)

    def _year(self, scope: Scope) -> int | None:
        """The year that the nearest heading naming one names."""
        for start, end in scope.headings:
            if match := _YEAR.search(self.folded, start, end):
                return int(match.group(1))
        return None
