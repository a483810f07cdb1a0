"""Words without what stands around a name: verbs and bounds behind it; periods, places and connectives before it."""

import re

from include.extract.names.places import SUPERLATIVE, leading_place
from include.extract.periods.patterns import MAY_NAME_PERIOD, PERIOD
from include.extract.rules.cues import CUES, alternatives

LONGEST_PERIOD = 14  # characters from the end in which a period is looked for
LONGEST_TRAIL = 12  # characters from the end in which a number of years is looked for
_TRAILING = frozenset(CUES["trailing"])
_LONGEST_TRAILING = max(map(len, _TRAILING))
_TRAILING_KEPT = tuple(CUES["trailing_kept"])
_MARK = r"[-—·,;:。、\s“”\"'》)\]*#★●■◆]|[①-⑳]|\(?\d{1,2}[、.)](?!\d)|[A-Z][、.](?=[一-鿿])"
_YEARS_END = re.compile(r"(?<=[^前])[一二三四五六七八九十两]{1,2}年$")  # 合格率三年累计提高
_PARTS = r"(?:区市县|县市区|区县|县区)(?=(?!级)[一-鿿]{2})"  # behind their count (6个区县工业增长)
_YEARS = r"[一二三四五六七八九十两]{1,2}年(?=累计|共|$)"
_RECKONED = r"按[^,;、]{2,10}?(?:折算|换算|计算)的?"  # 按户籍人口计算的人均生产总值, 按平均汇率折算
_BLANK = r"[Xx×*]{2,4}(?=完成|实现|累计)"  # a place left blank
_LEADING = re.compile(rf"{_RECKONED}|{_BLANK}|{alternatives('leading')}|{_MARK}|{_YEARS}|{_PARTS}")
_LEADING_KEPT = re.compile(rf"{alternatives('leading_kept')}|对[^,;]{{2,12}}贡献率")
_PERIOD_IN_NAME = re.compile(
    r"(?<=[收入支出金额])年初预算|上年(?:结转|结余|末?滚存)|学前[一二三]年|(?:牧业)?年度(?:牲畜|考核)"
)
_INSIDE_WORDS = ("末", "底")  # a period by itself at the end of a date, part of a word (基础, 底部) elsewhere


def _ends_with_period(words: str) -> int | None:
    """Where a period begins that ends the words (增加到2016年)."""
    last = words[-LONGEST_PERIOD:]
    if not MAY_NAME_PERIOD.search(last):
        return None
    for match in PERIOD.finditer(last):
        if match.end() == len(last) and match.group() not in _INSIDE_WORDS:
            return len(words) - len(last) + match.start()
    return None


def _trail(words: str) -> int:
    """The length of the longest verb, adverb or bound that some words end with; 0 for none."""
    for length in range(min(_LONGEST_TRAILING, len(words)), 0, -1):
        if words[-length:] in _TRAILING:
            return length
    return 0


def strip_end(words: str) -> str:
    """Without the verbs, adverbs and bounds that stand between a name and its value."""
    previous = None
    while words != previous:
        previous = words
        words = words.rstrip(" ,、:“\"'-—…《(·第〞")
        if (dated := _ends_with_period(words)) is not None:
            words = words[:dated]
        if years := _YEARS_END.search(words, max(2, len(words) - LONGEST_TRAIL)):
            words = words[: years.start()]
        trail = _trail(words)
        if trail and not words.endswith(_TRAILING_KEPT):
            words = words[:-trail]
    return words


def strip_start(words: str) -> str:
    """Without the periods, places, connectives and adverbs that lead in a name."""
    previous = None
    while words != previous:
        previous = words
        if (period := PERIOD.match(words)) and not _PERIOD_IN_NAME.match(words):
            words = words[period.end() :]
        superlative = SUPERLATIVE.match(words)
        if superlative and leading_place(words[superlative.end() :]):
            words = words[superlative.end() :]
        if place := leading_place(words):
            words = words[len(place) :]
        lead = _LEADING.match(words)
        if lead and not _LEADING_KEPT.match(words):
            words = words[lead.end() :]
    return words


def behind_period(words: str) -> str:
    """What follows the last period in the words, when enough is left."""
    if not MAY_NAME_PERIOD.search(words):
        return words
    last = None
    for match in PERIOD.finditer(words):
        if match.group() in _INSIDE_WORDS or _PERIOD_IN_NAME.match(words, max(match.start() - 1, 0)):
            continue
        if _PERIOD_IN_NAME.match(words, match.start()):
            continue
        if len(words) - match.end() >= 2:
            last = match
    return words[last.end() :] if last else words
