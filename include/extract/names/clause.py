"""What the rules of a name see, and what a name is about without its measure."""

import re
from dataclasses import dataclass

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

RATE_UNITS = ("%", "百分点", "‰")
MOVEMENT = re.compile(rf"{alternatives('derived_names')}+")
MOVEMENT_END = re.compile(r"(?:增速|增幅|降幅|涨幅|(?<!自然)增长率|占比|现价总量)$")
RATE_END = re.compile(r"(?:增速|增幅|降幅|涨幅|(?<!自然)增长率|现价总量)$")
SHARE = re.compile(r"(?:所)?占.{2,24}?的?(?:比重|比例|份额)$")
CONTRIBUTION = re.compile(r"对.{2,12}的?贡献率$")
PULL = re.compile(r"(?<=..)(?:负向)?(?:拉动|带动)[^,;。]{2,14}增长$")
_GENERIC_END = re.compile(rf"(?:种植|播种|收获|销售)?{alternatives('generic_names')}$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure with its surroundings, the name in front of it, and the names before it.

    `own` is empty where the clause has none; `subject` is the last name of this sentence, `carried` of the paragraph.
    """

    context: Context
    own: str
    subject: str | None
    carried: str | None
    unit: str | None  # of the last amount or count of this sentence

    @property
    def kind(self) -> str:
        """The class of the figure's unit, as `Quantity` has it."""
        return self.context.quantity.kind

    @property
    def has_no_name(self) -> bool:
        """Whether the words in front name nothing, or a movement only (增幅)."""
        return not self.own or MOVEMENT.fullmatch(self.own) is not None


def base_of(name: str) -> str:
    """A name without what a share or a movement adds: 消费对经济增长的贡献率 → 消费, 财政收入占比 → 财政收入."""
    for pattern in (MOVEMENT_END, SHARE, CONTRIBUTION, PULL):
        name = pattern.sub("", name) or name
    return name


def thing_of(name: str) -> str:
    """What a name measures something of: 粮食产量 → 粮食."""
    name = base_of(name)
    return _GENERIC_END.sub("", name) or name
