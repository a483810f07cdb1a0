"""The forms of a division's name, and the names that can be told in running text.

`spoken.txt` holds these, one a line: the short names of provinces, prefectures and counties, today's and former ones.
Of the names of two characters it has only those of prefectures and those that jieba's dictionary holds as places;
names that are also words, directions or parts of a town (朝阳, 合作, 公安, 江南, 新建, 中山) were taken out by hand."""

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from include.divisions.table import Division, divisions

_SPOKEN = Path(__file__).parent / "spoken.txt"
_KIND = re.compile(r"(?:特别行政区|行政区|自治[区州县旗]|联合旗|地区|工[农矿]区|[林矿特新]区|[省市县区盟旗])$")
_SIDED = re.compile(r"[左右前后中]$")  # 乌拉特前旗: nobody says 乌拉特前
_PEOPLE = re.compile(
    r"(?:[各壮回满藏苗彝侗瑶白傣佤畲黎水羌怒京]族|(?:布依|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯"
    r"|阿昌|普米|保安|德昂|裕固|独龙|门巴|珞巴|基诺|达斡尔|鄂温克|鄂伦春|哈萨克|高山|土)族|(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔)族?)$"
)
SHORTEST = 2  # characters: 通县 has no shorter form


def short_name(name: str) -> str | None:
    """A division's name without its kind and its peoples (北川羌族自治县: 北川); None where nothing is left to say."""
    kind = _KIND.search(name)
    bare = name[: kind.start()] if kind else name
    if bare.endswith("族") or (kind and kind.group().startswith("自治")):
        while (people := _PEOPLE.search(bare)) and people.start() >= SHORTEST:
            bare = bare[: people.start()]
        bare = bare.removesuffix("族")
    return bare if len(bare) >= SHORTEST and not (name.endswith("旗") and _SIDED.search(bare)) else None


def forms(name: str) -> tuple[str, ...]:
    """The forms in which a division's name is said, the full one first: 阿坝藏族羌族自治州, 阿坝, 阿坝州."""
    short = short_name(name)
    if short is None or short == name:
        return (name,)
    kind = name[-1]
    return tuple(dict.fromkeys((name, short, short + kind if "自治" in name and kind in "州县旗" else short)))


@lru_cache(maxsize=1)
def by_form() -> dict[str, tuple[Division, ...]]:
    """The divisions of each form of a name, in the order of their codes."""
    found: defaultdict[str, list[Division]] = defaultdict(list)
    for division in divisions():
        for form in forms(division.name):
            found[form].append(division)
    return {form: tuple(of_form) for form, of_form in found.items()}


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Short names of divisions (德阳, 内蒙古) that are places wherever they stand as words of their own.

    They are to be matched on words or at the edge of a clause, not on characters: 创新乡村 holds 新乡.
    """
    return frozenset(_SPOKEN.read_text(encoding="utf-8").split())
