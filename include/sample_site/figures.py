"""The mark-up of figures in the prose: `[[name=expression#places unit|indicator|period|flags]]` becomes a Figure.

expression  a draw `120~260`, a range `5:6`, or arithmetic from left to right over earlier names: `gdp*share/100`
places      decimals shown; later arithmetic uses the number as shown, so that sums in a text add up
unit        as shown: 亿元, 万人次, %, 个百分点, 位 …
period      as the text gives it; `-` for none
flags       share, rank, index, yoy, mom, ytd, plan, other (changes), down, target, estimate, least, most, about,
            aside (a quantity that is no indicator), @region
"""

import random
import re
from decimal import ROUND_HALF_UP, Decimal

from include.errors import ConfigurationError
from include.sample_site.speech import Figure, Paragraph, Piece

SLOT = re.compile(r"\[\[([^\[\]]+)\]\]")
SPEC = re.compile(r"(?:(?P<name>[a-z][a-z0-9]*)=)?(?P<expression>[^#=]+)#(?P<places>\d)(?P<unit>\S+)")
OPERATORS = "+-*/"
PART = re.compile(r"[-+*/]|[a-z][a-z0-9]*|\d+(?:\.\d+)?")
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
BASES = {"个百分点": "百分点", "个基点": "基点", "名": "人"}
COMPARISONS = {"yoy", "mom", "ytd", "plan", "other"}
MEASURES = {"share", "rank", "index"}
STATUSES = {"target", "estimate"}
BOUNDS = {"least": "at_least", "most": "at_most", "about": "about"}

Scope = dict[str, Decimal]


def parse_paragraph(line: str, scope: Scope, rng: random.Random) -> Paragraph:
    """A line of marked-up prose as pieces; `scope` gains the names that the line defines.

    Raises ConfigurationError for a slot that cannot be read.
    """
    pieces: list[Piece] = []
    position = 0
    for slot in SLOT.finditer(line):
        pieces += [line[position : slot.start()], parse_slot(slot[1], scope, rng)]
        position = slot.end()
    return tuple(piece for piece in (*pieces, line[position:]) if piece)


def parse_slot(slot: str, scope: Scope, rng: random.Random) -> Figure:
    """One slot as a Figure."""
    fields = slot.split("|")
    spec = SPEC.fullmatch(fields[0])
    if spec is None or len(fields) not in (3, 4):
        raise ConfigurationError(f"sample site: cannot read the figure [[{slot}]]")
    low, high = (rounded(number, int(spec["places"])) for number in evaluate(spec["expression"], scope, rng))
    if spec["name"]:
        scope[spec["name"]] = low
    flags = fields[3].split() if len(fields) == 4 else []
    return figure(low, high, spec["unit"], fields[1], None if fields[2] == "-" else fields[2], flags)


def figure(low: Decimal, high: Decimal, unit: str, indicator: str, period: str | None, flags: list[str]) -> Figure:
    """The Figure that shows `low` (or `low`—`high`) in `unit`, scaled and signed for the truth."""
    scale, base = base_unit(unit)
    sign = -1 if "down" in flags else 1
    comparison = next((flag for flag in flags if flag in COMPARISONS), None)
    measure = "change" if comparison else next((flag for flag in flags if flag in MEASURES), "level")
    bound = "range" if low != high else next((BOUNDS[flag] for flag in flags if flag in BOUNDS), "exact")
    return Figure(
        shown=show(low, high, unit, measure),
        indicator=indicator,
        value=float(sign * low * scale),
        value_high=float(high * scale) if low != high else None,
        unit=base,
        measure=measure,
        compared_to=comparison,
        status=next((flag for flag in flags if flag in STATUSES), "actual"),
        bound=bound,
        period=period,
        region=next((flag[1:] for flag in flags if flag.startswith("@")), None),
        core="aside" not in flags,
    )


def show(low: Decimal, high: Decimal, unit: str, measure: str) -> str:
    """A number as it stands in the text."""
    number = f"{low}—{high}" if low != high else str(low)
    if unit == "%" and low != high:
        number = f"{low}%—{high}"
    return f"第{number}{unit}" if measure == "rank" else f"{number}{unit}"


def base_unit(unit: str) -> tuple[int, str]:
    """How many base units one shown unit is, and the base unit: 亿元 is 10^8 元."""
    if unit in BASES:
        return 1, BASES[unit]
    for prefix, scale in SCALES.items():
        if unit.startswith(prefix) and len(unit) > len(prefix):
            return scale, unit[len(prefix) :]
    return 1, unit


def evaluate(expression: str, scope: Scope, rng: random.Random) -> tuple[Decimal, Decimal]:
    """The value of an expression as (low, high); they are equal except for a range."""
    if "~" in expression:
        low, high = map(float, expression.split("~"))
        drawn = Decimal(repr(rng.uniform(low, high)))
        return drawn, drawn
    if ":" in expression:
        low_end, high_end = expression.split(":")
        return Decimal(low_end), Decimal(high_end)
    value = calculate(expression, scope)
    return value, value


def calculate(expression: str, scope: Scope) -> Decimal:
    """Arithmetic from left to right, without precedence. Raises ConfigurationError for an unknown name."""
    result, operator = Decimal(0), "+"
    for part in PART.findall(expression):
        if part in OPERATORS:
            operator = part
            continue
        if part[0].isalpha() and part not in scope:
            raise ConfigurationError(f"sample site: {part!r} in {expression!r} is not defined before it")
        number = scope[part] if part[0].isalpha() else Decimal(part)
        result = apply(operator, result, number)
    return result


def apply(operator: str, left: Decimal, right: Decimal) -> Decimal:
    """One step of arithmetic."""
    if operator == "*":
        return left * right
    if operator == "/":
        return left / right
    return left - right if operator == "-" else left + right


def rounded(number: Decimal, places: int) -> Decimal:
    """A number with exactly `places` decimals, halves away from zero."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
