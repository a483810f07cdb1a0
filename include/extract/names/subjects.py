"""What each figure of a sentence is about: its name and its place, with what runs on from sentence to sentence."""

from dataclasses import dataclass, field

from include.extract.context.clauses import Context
from include.extract.names.counted import COUNTERS, MASS
from include.extract.names.naming import CARRYING, named
from include.extract.names.regions import Home, region_of, spread_regions
from include.extract.names.spreads import opens_list, run_length, spread_names
from include.extract.names.statements import announced

LONGEST_ITEM = 120  # characters of an item behind ; in a list of places
LONGEST_LIST = 12  # figures that one 分别 is taken to spread over


@dataclass(slots=True)
class Subjects:
    """The names and places of one text; all but `home` is what was said last."""

    home: Home
    name: str | None = None  # of the paragraph
    announced: str | None = None  # for the lines of a list, until one has a name of its own
    subject: str | None = None  # of the sentence
    names: list[str] = field(default_factory=list)  # of the paragraph, in order
    unit: str | None = None  # of the last amount or count of the sentence
    region: str | None = None  # of the last figure of the paragraph
    carried_region: str | None = None  # of the sentence before, for all of a sentence that goes on with it
    depth: int = 0  # of parentheses at the last figure
    spread: int = 0  # how many names the last list of figures was spread over
    places: list[str] = field(default_factory=list)  # of the last list of figures that was spread over places

    def enter(self, *, new_paragraph: bool) -> None:
        """Forget what a new sentence, and a new paragraph, ends."""
        self.subject = self.unit = self.carried_region = None
        self.spread, self.depth, self.places = 0, 0, []
        if new_paragraph:
            self.names, self.name, self.region = [], self.announced, None

    def announce(self, words: str) -> None:
        """Take from a sentence without a figure, as it stands, the name of the list that it opens."""
        self.announced = announced(words)
        self.name = self.announced or self.name

    def read(self, contexts: list[Context]) -> list[tuple[str | None, str | None]]:
        """The name and the place of each figure of a sentence, in order."""
        found: list[tuple[str | None, str | None]] = []
        names: list[str] = []
        places: list[str] = []
        for i, context in enumerate(contexts):
            if not context.chained:
                names, places = self._spread(contexts[i : i + LONGEST_LIST])
            name, carries = (names.pop(0), False) if names else self._named(context)
            region = places.pop(0) if places else self._region(context, carries=carries)
            self._remember(name, region, context)
            found.append((name, region))
        return found

    def _spread(self, following: list[Context]) -> tuple[list[str], list[str]]:
        """The names, or the places, that the run of figures from the first of `following` on has one each of."""
        context, count = following[0], run_length(following)
        places = spread_regions(context, count, self.home)
        if not places and count == len(self.places) and opens_list(context):
            places = list(self.places)
        if places:
            self.places, self.spread = list(places), 0
            return [], places
        names = spread_names(context, count, self.names, self.spread)
        self.spread = len(names) or (self.spread if count == 1 else 0)
        return names, []

    def _named(self, context: Context) -> tuple[str | None, bool]:
        """The name of one figure, and whether it was carried on from another."""
        name, rule = named(context, self.name, self.subject, self.unit)
        return name, rule in CARRYING

    def _region(self, context: Context, *, carries: bool) -> str | None:
        """The place of one figure; one whose name goes on from the sentence before is about the same place."""
        region = region_of(context, self.home, carries=carries)
        depth, self.depth = self.depth, context.sentence_before.count("(") - context.sentence_before.count(")")
        same_item = carries or ";" not in context.sentence_before[-LONGEST_ITEM:]
        if region is None and self.subject is not None and same_item and self.depth >= depth:
            return self.region  # over the clauses of a sentence, until the next place or the end of its parenthesis
        if self.subject is None and (carries or context.sentence_before.lstrip().startswith("其中")):
            self.carried_region = self.region
        return (region or None) if region is not None else self.carried_region

    def _remember(self, name: str | None, region: str | None, context: Context) -> None:
        if name and name != self.name:
            self.names.append(name)
        self.announced = self.announced if name == self.announced else None
        self.name = name or self.name
        self.subject = name or self.subject
        self.region = region
        if context.quantity.kind in (*MASS, *COUNTERS):
            self.unit = context.quantity.unit
