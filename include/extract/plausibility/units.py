"""What a unit measures, and how many of another unit it holds."""

_SCALES: dict[str, dict[str | None, float]] = {
    "money": {"元": 1, "人民币": 1},
    "foreign money": {"美元": 1},
    "mass": {"吨": 1, "公斤": 1e-3, "千克": 1e-3, "斤": 5e-4, "担": 0.05, "克": 1e-6},
    "coal": {"吨标准煤": 1, "吨标煤": 1, "吨标准煤/万元": 1, "吨标煤/万元": 1},
    "area": {"亩": 1, "公顷": 15, "平方公里": 1500, "平方千米": 1500, "平方米": 1 / 666.67, "平米": 1 / 666.67},
    "length": {"公里": 1, "千米": 1, "米": 1e-3},
    "energy": {"千瓦时": 1, "度": 1, "度电": 1},
    "power": {"千瓦": 1, "瓦": 1e-3, "兆瓦": 1e3},
    "share": {"%": 1, "‰": 0.1, "百分点": 1, "个百分点": 1, None: 1},
    "density": {"微克/立方米": 1, "毫克/立方米": 1e3, "微克": 1, "μg/m3": 1},
    "time": {"年": 1, "天": 1, "日": 1, "个月": 1, "小时": 1, "岁": 1},
    "ratio": {"倍": 1},
}
_DIMENSION = {unit: name for name, units in _SCALES.items() for unit in units}


def dimension(unit: str | None) -> str:
    """What a unit measures: money, mass, area, …; `count` for every counting word (个, 家, 户, 人次)."""
    return _DIMENSION.get(unit, "rate" if "/" in (unit or "") else "count")


def factor(unit: str | None, other: str | None) -> float | None:
    """How many of `other` one `unit` is; None where that is not fixed (a 户 holds no fixed number of 人)."""
    if unit == other:
        return 1.0
    held = _SCALES.get(dimension(unit), {})
    return held[unit] / held[other] if unit in held and other in held and unit is not None else None
