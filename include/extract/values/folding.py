"""Folding: full-width forms to plain ones, a character for a character, so that offsets stay the text's own."""

import re
import unicodedata

_WIDE = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFF01, 0xFF5F), 0x3000, 0xA0, 0x2007)}
_WIDE |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}  # radicals of PDF copies
_WIDE |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFE50, 0xFE6C)}
_DASHES = dict.fromkeys(map(ord, "–—―−─－"), "-")  # one dash, whatever the typist chose
_LIKE = {
    ord("∶"): ":",
    ord("︰"): ":",
    ord("〔"): "(",
    ord("〕"): ")",
    ord("〇"): "零",
    ord("○"): "零",
    ord("﹪"): "%",
    ord("٪"): "%",
}
_LIKE |= (
    dict.fromkeys(map(ord, "✕╳✖☓✗"), "×") | dict.fromkeys(map(ord, "ΧХⅩ"), "X") | dict.fromkeys(map(ord, "хχⅹ"), "x")
)
TABLE = {code: form for code, form in (_WIDE | _DASHES | _LIKE).items() if form != chr(code) and len(form) == 1}
# a text has thousands of these and few of the others; replacing one by one takes a fifth of the time of a table
_COMMON = {mark: TABLE[ord(mark)] for mark in "，；：（）？！—〔〕　"}
_RARE = re.compile(f"[{re.escape(''.join(chr(code) for code in TABLE if chr(code) not in _COMMON))}]")


def fold(text: str) -> str:
    """The text with full-width letters, digits and punctuation as ASCII; as long as the text itself.

    Circled numbers (①) are left: they number points and are no figures.
    """
    for mark, form in _COMMON.items():
        text = text.replace(mark, form)
    return text.translate(TABLE) if _RARE.search(text) else text
