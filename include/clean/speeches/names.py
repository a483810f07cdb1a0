"""What a Chinese personal name looks like, whole or masked, and an office."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("names.yaml")
HAN = "\u3400-\u9fff"
MASK = "[×✕╳XxＸ*＊○〇□]{2,4}|某某某?"
ROLE = (
    "(?:书记|[市县区镇乡旗盟州省]长|主席|主任(?:委员)?|[局部厅司处科所站队会社台校院行]长|秘书长|检察长|理事长|董事长"
    "|总经理|总裁|政委|司令员?|参谋长|常委|组长|指挥长|总指挥|党组成员|调研员|巡视员|专员|行政长官)"
)
OFFICE = rf"[{HAN}、，（）()×XxＸ＊*·\s]{{0,36}}{ROLE}"
_NO_LAST = frozenset("的了和等会议市县区镇乡局委办部厅省州村长上中下在是")
_NO_SECOND = frozenset("的了和在是于市县区镇乡委、")


class _Names(NamedTuple):
    han: re.Pattern[str]
    masked: re.Pattern[str]
    others: tuple[str, ...]


@lru_cache(maxsize=1)
def _names() -> _Names:
    table = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    single, compound = "".join(table["single"].split()), "|".join(table["compound"])
    return _Names(
        re.compile(
            rf"(?:{compound})[{HAN}]{{1,2}}|[{single}][{HAN}]{{1,2}}|[{HAN}]{{2,6}}(?:[·•・][{HAN}]{{2,8}}){{1,2}}"
        ),
        re.compile(rf"{MASK}|[{single}](?:某{{1,2}}|[×XxＸ*＊○〇□]{{1,2}})"),
        tuple(table["not_names"].split()),
    )


def name_of(words: str) -> str | None:
    """The name that some words are, without spaces inside; None for other words. Masked names stay masked."""
    bare = "".join(words.split()).removesuffix("同志")
    names = _names()
    if names.masked.fullmatch(bare):
        return bare
    if not names.han.fullmatch(bare) or bare.startswith(names.others):
        return None
    is_word = bare[-1] in _NO_LAST or bare[1] in _NO_SECOND or re.fullmatch(ROLE, bare[1:])  # 张书记
    return None if is_word else bare
