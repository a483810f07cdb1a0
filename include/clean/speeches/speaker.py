"""Who speaks: name and office, from the lines above a speech, its title, or a report about it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from include.clean.speeches.headings import SPEECH, is_title
from include.clean.speeches.names import HAN, MASK, OFFICE, ROLE, name_of
from include.clean.text.lines import SALUTATION

LONGEST_LINE = 50  # characters of a line that names a speaker
READ = 300  # characters of a report in which it says who spoke
_NAME = (
    rf"(?:{MASK}|[{HAN}]某{{1,2}}|[{HAN}][×XxＸ*＊]{{1,2}}|[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{2,8}}){{1,2}}"
    rf"|[{HAN}]{{2,4}}?)"
)
_YEAR = "(?:[12]\\d{3}|20[xX×＊*]{2}|[一二][九〇○零０O][〇○零０O一二三四五六七八九]{2})"
_DATE = re.compile(
    rf"[（(]?{_YEAR}(?:\s?年[^（()）]{{0,12}}?(?:[日号]|月(?![^（()）]{{0,4}}[日号]))|(?:[./．-]\d{{1,2}}){{1,2}})[）)]?"
)
_LABEL = re.compile("^(?:主讲人?|讲话人|发言人|报告人|演讲[人者]|致辞人?|讲话领导|作者|姓名)\\s?[:：]")
_SPACED_OUT = re.compile(r"\S(?:\s{1,8}\S){3,11}")  # 市 长 张 三
_SPACED_NAME = re.compile(rf"[{HAN}](?:\s{{1,4}}[{HAN}]){{1,2}}")
_AROUND = " \t\u3000（）()【】[]—–-:："
_OFFICE_NAME = re.compile(rf"(?P<office>{OFFICE})[\s:：]*(?P<name>\S[\S\s]{{0,10}})")
_NAME_OFFICE = re.compile(rf"(?P<name>\S{{2,4}}?)\s{{0,4}}[（(\s]\s{{0,4}}(?P<office>{OFFICE})")
_LEAD = re.compile(r"^(?:[【\[（(《][^】\])）》]{0,12}[】\])）》]|[—–-]{1,3}|\s|(?:[12]\d{3}|20[xX×]{2})年度?)+")
_IN_TITLE = (
    re.compile(rf"(?P<office>{OFFICE})?(?P<name>{_NAME})(?:同志)?(?=[在于就]|[:：])"),
    re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?P<office>(?:副|代|常务副)?{ROLE})(?=[在于就]|[:：])"),
)
_OFFICE_IN_TITLE = re.compile(rf"(?P<office>[{HAN}、×XxＸ]{{0,16}}{ROLE})(?=在)")
_BEHIND_TITLE = re.compile(rf"{SPEECH}\s?[（(—-]{{1,2}}\s?([^（()）—]{{4,40}}?)[）)]?$")
_BEFORE_OFFICE = re.compile("^.*(?:关于|印发|转发|学习|贯彻|传达|落实)(?:好)?")
_TOLD = re.compile(
    rf"(?:^|[，。；、\n ])(?P<office>[{HAN}、]{{0,24}}{ROLE})(?P<name>[{HAN}]{{2,4}}?)(?:同志)?"
    r"(?:出席|参加|主持|到会|作|在会上|强调|指出)[^。\n]{0,30}?(?:讲话|致辞|部署|报告|强调|指出)"
)


class Speaker(NamedTuple):
    """A name and an office as they stand, either of them None, and where they were read."""

    name: str | None
    office: str | None
    place: str | None


NOBODY = Speaker(None, None, None)


def speaker_of(title: str, above: Sequence[str], speech: str) -> Speaker:
    """The speaker of a speech from its own lines, its title, or the first sentences of a report about it."""
    lines = [line for line in above if not is_title(line)]
    for number, line in enumerate(lines):
        if found := speaker_of_line(line, bare=line != above[0] or _is_apart(above)):
            return found if found.office or not number else found._replace(office=_office_alone(lines[number - 1]))
    return _titled(title) or _told(speech)


def speaker_of_line(line: str, *, bare: bool = False) -> Speaker | None:
    """The speaker that a line above a speech names: 市长 张三; with `bare` also one without an office."""
    if len(line) > LONGEST_LINE:
        return None
    words = _LABEL.sub("", _DATE.sub("", line).strip(_AROUND)).strip(_AROUND)
    if _SPACED_OUT.fullmatch(words):
        words = "".join(words.split())
    for form in (_OFFICE_NAME, _NAME_OFFICE):
        if (match := form.fullmatch(words)) and (name := name_of(match["name"])):
            return Speaker(name, match["office"].strip(_AROUND), "own_line")
    is_alone = bare and not re.search("[:：]", line)
    name = name_of(words) if is_alone or _LABEL.match(line.strip(_AROUND)) else None
    return Speaker(name, None, "own_line") if name else None


def _office_alone(line: str) -> str | None:
    """The office that stands alone on the line above a name."""
    words = line.strip(_AROUND)
    return words if re.fullmatch(OFFICE, words) else None


def _is_apart(above: Sequence[str]) -> bool:
    """Whether a first line is no title: it is spaced as names are (张 三), or the date stands right below it."""
    return bool(_SPACED_NAME.fullmatch(above[0]) or _DATE.fullmatch("".join(above[1:2])))


def _titled(title: str) -> Speaker | None:
    """市长张三在…, 张三在…上的讲话, 县长在…; a name alone counts only where a speech is named."""
    for part in re.split("(?=——)", title):
        words = _LEAD.sub("", part)
        for match in filter(None, (form.match(words) for form in _IN_TITLE)):
            name = name_of(match["name"])
            if name and (match["office"] or re.search(SPEECH, words)):
                return Speaker(name, _office(match["office"]), "title")
        if office := _OFFICE_IN_TITLE.match(words):
            return Speaker(None, _office(office["office"]), "title")
    behind = _BEHIND_TITLE.search(title)
    found = speaker_of_line(behind[1]) if behind else None
    return found._replace(place="title") if found else None


def _office(words: str | None) -> str | None:
    """An office without what stands before it: 关于印发县长, 李书记."""
    office = _BEFORE_OFFICE.sub("", words or "")
    return office[1:] if re.fullmatch(ROLE, office[1:]) and name_of(office[0] + "某") else office or None


def _told(speech: str) -> Speaker:
    """A report names the speaker; within a speech others are named."""
    start = speech[:READ]
    match = None if any(SALUTATION.match(line) for line in start.split("\n")) else _TOLD.search(start)
    name = name_of(match["name"]) if match else None
    return Speaker(name, match["office"], "text") if match and name else NOBODY
