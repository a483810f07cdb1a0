"""Careful mending of what the conversion of a document into text broke; each repair is reported."""

import re

from include.clean.lines import undoubled
from include.records import Stripped

_BROKEN_NUMBER = re.compile(
    r"(?<=\d)[ \t]*\n[ \t]*(?=(?:[.．]\d|[%％‰]|(?:亿|万)?(?:元|吨|亩|人|户)))|(?<=\d[.．])\n(?=\d)"
)
_SPACED_YEAR = re.compile(r"(?<!\d)([12]) ([09]) (\d) (\d) ?(?=年)")
_CONTEXT = 12  # characters to either side in the report


def repair(text: str) -> tuple[str, list[Stripped]]:
    """Join a number with what a line break cut off it, close up `2 0 2 1 年`, say once what a PDF's conversion
    says twice piece by piece (今今天天). Nothing else is touched."""
    repairs: list[Stripped] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if once := undoubled(line):
            repairs.append(Stripped("repair", line))
            lines[index] = once
    text = "\n".join(lines)
    for pattern, replacement in ((_BROKEN_NUMBER, ""), (_SPACED_YEAR, r"\1\2\3\4")):
        repairs += [
            Stripped("repair", text[max(0, m.start() - _CONTEXT) : m.end() + _CONTEXT]) for m in pattern.finditer(text)
        ]
        text = pattern.sub(replacement, text)
    return text, repairs
