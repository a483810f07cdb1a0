"""Numbered headings of a compilation (第一篇：…, …篇2, 范文三, （一）…的讲话), and titles of speeches."""

import re
from typing import NamedTuple

from include.clean.speeches.numerals import NUMERAL, number_of
from include.clean.text.lines import plain

LONGEST_TITLE, LONGEST_HEADING = 60, 90
SHORTEST_TITLE = 6
SPEECH = (
    "(?:讲话|发言|致辞|致词|演讲|主持词|[开闭]幕[词辞]|贺[词信]|祝[词辞]|报告|汇报|表态|开场白|总结)"
    "(?:稿|词|材料|提纲|摘要|范文|要点){0,2}"
)
SENTENCE_MARK = re.compile("[。；！？!?;]")
_NO = f"(?P<no>{NUMERAL})"
_ORNAMENT = "\\s★☆■□●◆◇▲△▼▶►▌◎※•·#*=~～_—–-"
_OPEN = rf"^[{_ORNAMENT}]{{0,6}}[【\[（(《<〈「『]?\s?"
_CLOSE = r"[】\])）》>〉」』]?\s?[:：、.．—–\s-]{0,3}"
_CAPTION = "(?P<caption>.{0,60})$"
# What else stands behind a number: 篇1：春耕, 篇1（800字）, 篇1★
_REST = rf"(?:[:：].{{0,40}}|\s?[（(【\[].{{1,14}}[】\])）]|[{_ORNAMENT}]{{1,6}})?$"
_AROUND = " \t\u3000★☆■□●◆◇=~～_-—–:："
_SAMPLE = (
    "(?:范文|例文|范例|样文|样本|模板|示例|版本|讲话稿?|发言稿?|演讲稿|致辞稿?|主持词|[Pp][Aa][Rr][Tt]|[Nn][Oo][.．]?"
    rf"|(?:交流|讲话|发言|汇报|典型)材料|[文例](?=\s?{NUMERAL}[】\])）]?\s?[:：]?$))"
)
# Headings that nothing else looks like: they may be mixed on one page, and one of them, a 2, is enough.
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OPEN}第\s?{_NO}\s?[篇则](?!章|文章|大文章){_CLOSE}{_CAPTION}",
        rf"{_OPEN}篇\s?{_NO}{_CLOSE}{_CAPTION}",
        rf"^(?P<caption>.{{2,60}}?)\s?[【\[（(]?(?:之|第)?篇\s?{_NO}[】\])）]?{_REST}",
        rf"^(?P<caption>.{{2,60}}?)\s?[【\[（(]?第\s?{_NO}\s?篇[】\])）]?{_REST}",
        rf"{_OPEN}{_SAMPLE}\s?(?:之|第)?[（(]?{_NO}(?=[】\])）》>:：、.．\s]|$){_CLOSE}{_CAPTION}",
    )
)
# Headings that a speech may have too: what they say must be the title of a speech.
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<caption>.{{2,50}}{SPEECH})\s?[（(【\[]?\s?之?{_NO}\s?[】\])）]?[:：]?$",
        rf"{_OPEN}[（(【\[]?{_NO}[)）】\]、.．:：\s]\s?(?P<caption>.{{2,60}})$",
        r"^(?P<no>[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ❶-❿])[、.．:：\s]?(?P<caption>.{2,60})$",
    )
)
_COUNTED, _WORD = re.compile("[篇则]"), re.compile("讲话|发言|致[辞词]|演讲|主持词")  # quick looks before the forms
_LAST_NUMBER = re.compile(rf"{NUMERAL}[】\])）]?$")
_TITLE = re.compile(
    rf"(?:(?:^(?:在|关于|——|—|--).{{2,50}}|会议?上的?|大会|开幕式|仪式|座谈).{{0,12}}{SPEECH}"
    r"|(?:政府|委员会|法院|检察院|常委会)工作报告)(?:[（(【].{1,14}[)）】])?$"
)
_OF_AN_OCCASION = re.compile(
    r"(?:会|会议|大会|仪式|典礼|论坛|活动|[班上时])上?的?[^，。、]{0,8}(?:讲话|发言|致辞|致词|演讲|主持词)"
    r"(?:稿|词|材料|提纲|摘要|要点|范文)?(?:[（(【].{1,14}[)）】])?$"
)
_IN_A_MEETING = re.compile(r"^(?:[—–-]{1,3}\s?)?[^，。；、]{0,20}在[^，。；]{2,50}[上时]的?")
NUMBERED = re.compile(
    r"^[（(]?(?:第|附件|专栏|案例)?[一二三四五六七八九十\d①-⑳]{1,3}[章节条部分、.．)）:：]|^[①-⑳]|^附件"
)
_ANY_SPEECH = re.compile("(?:讲话|发言|演讲|致辞|致词)稿?(?:范文|材料|提纲)?$|(?:主持|[开闭]幕|贺|祝)[词辞]$")
TASK = re.compile(
    "^(?:加强|改进|提高|办好|开好|主持好|深入|认真|学习|贯彻|落实|传达|领会|全面|坚决|切实|抓好|做好|听取|关于(?:深入|认真)?学习)|[，。；]"
)


class Heading(NamedTuple):
    """A numbered heading: its number, what it says beside it, and whether it can only be a compilation's."""

    no: int
    caption: str
    strong: bool


def headings_of(line: str, title: str = "") -> list[tuple[int, Heading]]:
    """How a line may be read as a heading, each reading with the number of its form.

    Strong forms share the number 0, for they may be mixed; `title` with a number behind it is the last form.
    """
    if len(line) > LONGEST_HEADING:
        return []
    strong = _STRONG if _COUNTED.search(line) else _STRONG[-1:]
    if match := next((match for form in strong if (match := form.match(line))), None):
        return [(0, _heading(match, strong=True))]
    found: list[tuple[int, Heading]] = []
    if _WORD.search(line):
        matches = ((number, form.match(line)) for number, form in enumerate(_WEAK, start=1))
        found = [
            (number, _heading(match, strong=False))
            for number, match in matches
            if match and names_speech(match["caption"].strip(_AROUND))
        ]
    if title and _LAST_NUMBER.search(line) and (number := _behind(title, line)):
        found.append((len(_WEAK) + 1, Heading(number, title, False)))
    return found


def is_title(line: str) -> bool:
    """Whether a line reads like the title of a speech: 在…会议上的讲话."""
    return len(line) <= LONGEST_TITLE and not SENTENCE_MARK.search(line) and bool(_TITLE.search(line))


def is_title_of_occasion(line: str) -> bool:
    """Whether a line can only be the title of a speech, as no section of one reads like it."""
    return is_title(line) and bool(_IN_A_MEETING.match(line) and _OF_AN_OCCASION.search(line))


def names_speech(caption: str) -> bool:
    """Whether a heading's words name a speech, not what is to be done (学习贯彻…重要讲话)."""
    if SENTENCE_MARK.search(caption) or TASK.search(caption):
        return False
    return bool(_OF_AN_OCCASION.search(caption) or _ANY_SPEECH.search(caption))


def _behind(title: str, line: str) -> int | None:
    """The number that stands behind the page's title in a line that is nothing else."""
    words = plain(line)
    number = words.removeprefix(plain(title))
    is_number = len(title) >= SHORTEST_TITLE and len(number) < len(words) and re.fullmatch(NUMERAL, number)
    return number_of(number) if is_number else None


def _heading(match: re.Match[str], strong: bool) -> Heading:
    return Heading(number_of(match["no"]) or 0, match["caption"].strip(_AROUND), strong)
