"""Counts of a comparison over many texts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from include.extract.compare.differences import BOOKKEEPING, Comparison, Row

CHANGES = ("new", "gone", "changed")


@dataclass
class Reading:
    """What was seen of one side: observations, the versions of its rules, the fields it states."""

    observations: int = 0
    versions: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)

    def add(self, rows: Iterable[Row]) -> None:
        """Count the observations of one text."""
        for row in rows:
            self.observations += 1
            self.fields.update(row)
            if row.get("rules_version"):
                self.versions.add(str(row["rules_version"]))

    def rules(self) -> str:
        """The versions in words; revisions from before versions were printed state none."""
        return f"rules {', '.join(sorted(self.versions))}" if self.versions else "no rules version stated"


@dataclass
class Tally:
    """What two readings of all texts have in common and what not."""

    old: Reading = field(default_factory=Reading)
    new: Reading = field(default_factory=Reading)
    texts: int = 0
    same: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)  # of what is changed, by field

    def add(self, comparison: Comparison, old: Iterable[Row], new: Iterable[Row]) -> None:
        """Count one text."""
        self.texts += 1
        self.same += comparison.same
        self.old.add(old)
        self.new.add(new)
        for difference in comparison.differences:
            self.changes[difference.change] += 1
            if difference.change == "changed":
                self.fields.update(difference.fields.keys())

    def as_text(self, old: str, new: str) -> str:
        """The summary, some lines; `old` and `new` say what was compared."""
        counts = ", ".join(f"{self.changes[change]:,} {change}" for change in CHANGES)
        lines = [
            f"old  {old}: {self.old.observations:,} observations, {self.old.rules()}",
            f"new  {new}: {self.new.observations:,} observations, {self.new.rules()}",
            f"{self.texts:,} {'text' if self.texts == 1 else 'texts'}: {self.same:,} same, {counts}",
            *(f"  {count:>7,}  {name}" for name, count in self.fields.most_common()),
        ]
        for name, here, there in (("old", self.old, self.new), ("new", self.new, self.old)):
            alone = sorted(here.fields - there.fields - BOOKKEEPING)
            if alone and there.observations:
                lines.append(f"not compared, only {name} states them: {', '.join(alone)}")
        return "\n".join(lines)
