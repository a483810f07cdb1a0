"""The normal form in which texts are compared: Chinese characters only, simplified, without numerals and masks."""

import re
from functools import lru_cache

# Numerals and 某 are what copyists blank out or change; they are compared as facts, not as text.
_DROPPED = "一二三四五六七八九十百千万亿两零〇某"
_KEPT = re.compile(f"(?![{_DROPPED}])[\u3400-\u4dbf\u4e00-\u9fff]")
_NOT_WORD = re.compile(r"[\W_]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))


@lru_cache(maxsize=1)
def _simplified() -> dict[int, int]:
    """Code point → code point for every traditional character and full-width sign.

    OpenCC converts phrases and may change a text's length; by single characters offsets stay the text's own.
    """
    from opencc import OpenCC

    characters = [chr(code) for code in _HAN]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    table = {ord(old): ord(new) for old, new in pairs if old != new and len(new) == 1}
    return table | _FULL_WIDTH


def plain(text: str) -> str:
    """The text with simplified characters and half-width signs; as long as before, so offsets hold."""
    return text.translate(_simplified())


def han(plain_text: str) -> str:
    """The Chinese characters of a `plain` text that are neither numerals nor masks."""
    return "".join(_KEPT.findall(plain_text))


def offsets(plain_text: str) -> list[int]:
    """Where in the text each character of its `han` form stands."""
    return [match.start() for match in _KEPT.finditer(plain_text)]


def words(plain_text: str) -> str:
    """Letters and digits only: equal for texts that differ in nothing but layout and punctuation."""
    return _NOT_WORD.sub("", plain_text)
