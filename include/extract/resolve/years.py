"""The year that a text speaks of at a place: named in its sentence, paragraph, heading or section."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from include.extract.periods.mentions import mentions
from include.extract.resolve.season import season_of
from include.extract.resolve.words import read
from include.records import Observation, Segment

ONLY = "the only year named before it"
SHOWN = 20  # characters of a heading that a reason quotes


class Named(NamedTuple):
    """A year that the text names, None where it is masked, and where it stands."""

    year: int | None
    where: str


class _Mention(NamedTuple):
    start: int
    year: int | None  # None: masked
    opens: bool  # holds for the sentences behind it too


@dataclass(slots=True)
class Timeline:
    """The years of one speech. `year` is the one it was given in (clean's content year), None where not known.

    What it needs of the text is read once, when the first period without a year asks for it.
    """

    text: str
    folded: str
    segments: list[Segment]
    year: int | None
    _season: str | None = None
    _mentions: list[_Mention] | None = None
    _starts: list[int] = field(default_factory=list)
    _places: dict[int, tuple[int, int | None]] = field(default_factory=dict)  # sentence: its paragraph, its heading

    def season(self) -> str:
        """When in its year the speech was given, see `season.season_of`."""
        if self._season is None:
            self._season = season_of(self.folded, self.year)
        return self._season

    def year_near(self, observation: Observation) -> Named | None:
        """The year last named before a figure in its sentence, its paragraph or a heading; else the only one before it.

        None where nothing names one, or the section, and the text, several.
        """
        sentence = observation.sentence_start if observation.sentence_start is not None else observation.start
        paragraph, heading = self._place(sentence)
        if own := self._between(sentence, observation.start):
            return Named(own[-1].year, "named in the same sentence")
        if above := [mention for mention in self._between(paragraph, sentence) if mention.opens]:
            return Named(above[-1].year, "named in the same paragraph")
        section = 0
        while heading is not None:
            title = self.segments[heading]
            if named := self._between(title.start, title.end):
                words = self.text[title.start : min(title.end, title.start + SHOWN)]
                return Named(named[0].year, f"the year of the heading “{words}”")
            section, heading = title.start, title.parent
        return self._only(section, paragraph, "in its section") or self._only(0, sentence, "in the text")

    def _only(self, start: int, end: int, where: str) -> Named | None:
        """The year that sentences between two offsets open with, where it is one alone."""
        years = {mention.year for mention in self._between(start, end) if mention.opens}
        return Named(years.pop(), f"{ONLY} {where}") if len(years) == 1 else None

    def _place(self, sentence: int) -> tuple[int, int | None]:
        self._read()
        return self._places.get(sentence, (sentence, None))

    def _between(self, start: int, end: int) -> list[_Mention]:
        self._read()
        assert self._mentions is not None
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _read(self) -> None:
        """Find the sentences' places and the years they name, once."""
        if self._mentions is not None:
            return
        paragraphs = [part.start for part in self.segments if part.kind == "paragraph"]
        found: dict[int, _Mention] = {}
        for part in self.segments:
            if part.kind == "paragraph":
                continue
            at = bisect_right(paragraphs, part.start) - 1
            in_paragraph = at >= 0 and part.kind == "sentence"
            self._places.setdefault(part.start, (paragraphs[at] if in_paragraph else part.start, part.parent))
            if "年" in self.text[part.start : part.end]:
                found |= {mention.start: mention for mention in self._named(part.start, part.end)}
        self._mentions = sorted(found.values())
        self._starts = [mention.start for mention in self._mentions]

    def _named(self, start: int, end: int) -> Iterator[_Mention]:
        for mention in mentions(self.text, self.folded, start, end):
            said = None if mention.base else read(self.folded[mention.start : mention.end])
            if said is None or said.near is not None or not (said.is_masked or said.points):
                continue
            year = said.year if said.offset is None else self.year and self.year + said.offset
            if said.is_masked or year is not None:
                yield _Mention(mention.start, year, mention.opens and not mention.nested)
