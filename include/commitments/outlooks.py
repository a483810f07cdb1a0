"""What the place of a sentence says: under a review or a plan, in a passage of orders, in a list of promises."""

from collections.abc import Iterator
from typing import NamedTuple

from include.commitments.clauses import Clause, body_start
from include.commitments.directions import Direction, directions, labelled_back, title
from include.commitments.labels import Charges, names_task
from include.commitments.leads import Lead, find_lead
from include.commitments.passages import Passage, opens_item, passages
from include.commitments.patterns import leans
from include.records import Segment

MOST_REPORTED = -2  # a passage under a plan that tells of so much more than it orders reports after all


class Outlook(NamedTuple):
    """What stands around a sentence that bears on whether it commits."""

    ordered: bool = False  # the passage orders: a verb without a subject is an order
    reports: bool = False  # the passage tells of what was done more often than it orders
    urged: bool = False  # under a heading that orders (要抓好…), or below a sentence that announced what is to be done
    planned: bool = False  # the heading, the title or a label lies ahead
    lead: Lead | None = None  # the sentence opens an item of the list that this one announced
    announces: bool = False  # it only announces a list
    heads: bool = False  # it opens an item that further sentences fill
    charges: Charges = Charges()

    @property
    def charged(self) -> bool:
        """Whether labels say who answers for the task, or until when."""
        return bool(self.charges.bodies or self.charges.deadline)


def outlooks(text: str, plain: str, parts: list[Segment]) -> Iterator[tuple[Segment, Outlook]]:
    """The sentences of the text that neither a heading nor a label sets in the past, each with its outlook.

    In text order. `plain` is the text without the titles of documents; `parts` are its segments.
    """
    reader = _Reader(text, plain, parts)
    for passage in passages(text, parts):
        yield from reader.read(passage)


class _Reader:
    """Keeps, from passage to passage, the lead of the list under way and the headings whose list was announced."""

    def __init__(self, text: str, plain: str, parts: list[Segment]) -> None:
        self._text, self._plain, self._parts = text, plain, parts
        self._headings = directions(text, parts)
        self._title, self._titled = title(text, parts)
        self._announced: set[int | None] = set()
        self._lead: Lead | None = None
        self._former: Lead | None = None  # of the passage before

    def read(self, passage: Passage) -> Iterator[tuple[Segment, Outlook]]:
        sentences, labels = passage
        self._former, self._lead = self._lead, self._lead if opens_item(self._text, sentences[0]) else None
        leaning = leans(self._plain, sentences[0].start, sentences[-1].end)
        back = False
        for sentence, after in zip(sentences, [*sentences[1:], None], strict=True):
            labels_task = _labels_task(self._text, sentence)
            back = not labels_task and (back or labelled_back(self._text, sentence.start, sentence.end))
            if back or self._direction(sentence) == "back":
                continue
            outlook = self._outlook(sentence, leaning, labels_task)
            item = opens_item(self._text, sentence)
            heads = item and after is not None and not opens_item(self._text, after)
            if sentence.start >= self._title.end:
                lead = self._lead if item else None
                yield sentence, outlook._replace(lead=lead, heads=heads, charges=labels)
            self._lead = self._new_lead(sentence, outlook) or self._lead

    def _outlook(self, sentence: Segment, leaning: int, labels_task: bool) -> Outlook:
        direction = self._direction(sentence)
        below = direction is None and not self._announced.isdisjoint(_chain(self._parts, sentence.parent))
        outlook = Outlook(
            ordered=leaning > 0,
            reports=leaning < 0,
            urged=(direction == "orders" or below) and leaning >= 0,
            planned=(direction == "ahead" and leaning > MOST_REPORTED) or labels_task,
        )
        announces = self._text[sentence.end - 1] in "：:" and self._new_lead(sentence, outlook) is not None
        if announces:
            self._announced.add(sentence.parent)
        return outlook._replace(announces=announces)

    def _new_lead(self, sentence: Segment, outlook: Outlook) -> Lead | None:
        ahead = outlook.planned or outlook.urged or outlook.ordered
        return find_lead(self._plain, sentence, ahead, self._lead or self._former)

    def _direction(self, sentence: Segment) -> Direction | None:
        return (self._headings[sentence.parent] if sentence.parent is not None else None) or self._titled


def _labels_task(text: str, sentence: Segment) -> bool:
    return names_task(text, body_start(text, Clause(sentence.start, sentence.end, "")), sentence.end)


def _chain(parts: list[Segment], heading: int | None) -> Iterator[int | None]:
    """The places of a heading and of those above it; None for the top of the text."""
    while heading is not None:
        yield heading
        heading = parts[heading].parent
    yield None
