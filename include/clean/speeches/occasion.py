"""The occasion of a speech: the meeting or ceremony that its title, its own lines or its first sentences name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from include.clean.speeches.headings import SPEECH
from include.clean.text.lines import SALUTATION

READ = 400  # characters in which a speech says what has been called
_MEETING = (
    "(?:会议|大会|全会|(?![员协商社机学工体都合金事在])[\u3400-\u9fff]会|仪式|典礼|论坛|培训班|学习班|研讨班|开班式)"
)
_HELD = (
    re.compile(rf"在(?P<name>[^，。；：]{{2,60}}?)(?:上|时|期间)的?[^，。；上]{{0,8}}?{SPEECH}"),
    re.compile(rf"在(?P<name>[^，。；：]{{2,60}}{_MEETING})的?[^，。；上]{{0,4}}?{SPEECH}"),
)
_NAMED = re.compile(rf"^(?:[12]\d{{3}}年度?)?(?P<name>[^，。；：在]{{4,50}}{_MEETING})上?的?[^，。；]{{0,6}}?{SPEECH}")
_HELD_NOW = r"(?:隆重|胜利|顺利|圆满|成功|正式|在[^，。]{1,20}?)?(?:召开|举行|举办|开幕|闭幕)"
_CONVENED = re.compile(rf"^(?:[^，。：:]{{0,12}}[：:]\s?)?(?P<name>[^，。；：:在]{{4,50}}{_MEETING}){_HELD_NOW}$")
_REPORTED_HELD = re.compile(rf"(?:^|[，,\s])(?P<name>[^，。；：:在\s]{{4,50}}{_MEETING}){_HELD_NOW}[。，,]")
_ABOVE = re.compile("在(?P<name>[^，。；：]{4,60}?)上[）)]?$")
_CALLED = rf"(?:召开|举行|举办|召集)[了的]?(?:这样)?(?:一[次个场])?(?P<name>[^，。；！？\n]{{1,50}}?{_MEETING})"
_END = "(?=[，,。；;！!]|的?(?:主要)?(?:任务|目的|主题))"
_OPENED = (
    re.compile(rf"(?:今天|今日|这里|现在|我们)[，,]?[^。；！？\n]{{0,24}}?{_CALLED}{_END}"),
    re.compile(rf"(?:召开|举行|举办|召集)(?:这次|此次|本次)(?P<name>[^，。；！？\n]{{1,50}}?{_MEETING}){_END}"),
    re.compile(
        rf"(?:这次|此次|本次|今天的?|今天这次)(?P<name>[^，。；！？\n是]{{3,40}}?{_MEETING})[，,]?(?:是|主要|的主要)"
    ),
)
_REPORTED = re.compile(_CALLED + _END)  # in a report: a speech may name the meetings before it first
_VAGUE = re.compile(
    "^(?:这[次个]|此次|本次|全体|重要|有关|专题|一[次个]|[^，。]{1,3}的)?(?:会议?|大会|全会|活动|仪式)$|^(?:召开|举行)|讲话|发言"
)


class Occasion(NamedTuple):
    """A meeting as it stands, and where it was read; both None where nothing names one."""

    name: str | None
    place: str | None


def occasion_of(title: str, above: Sequence[str], speech: str) -> Occasion:
    """The occasion from the title, the lines above the speech, or its first sentences."""
    for form in (*_HELD, _NAMED, _CONVENED):
        if name := _name(form.search(title)):
            return Occasion(name, "title")
    for line in above:
        if name := _name(next((match for form in (*_HELD, _ABOVE) if (match := form.search(line))), None)):
            return Occasion(name, "own_line")
    start = speech[:READ]
    is_addressed = any(SALUTATION.match(line) for line in start.split("\n"))
    for form in _OPENED if is_addressed else (*_OPENED, _REPORTED, _REPORTED_HELD):
        if name := _name(form.search(start)):
            return Occasion(name, "text")
    return Occasion(None, None)


def _name(match: re.Match[str] | None) -> str | None:
    name = match["name"].strip() if match else ""
    return name if name and not _VAGUE.match(name) else None
