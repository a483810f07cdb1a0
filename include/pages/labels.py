"""The words of the pages: each column's English head with the Chinese term."""

OUTCOMES = {
    "fetched": "抓取",
    "unchanged": "未变",
    "skipped": "跳过",
    "declined": "被拒",
    "parked": "暂缓",
    "failed": "失败",
}
DISPOSITIONS = {"accepted": "入库", "quarantined": "隔离", "held": "暂扣"}
OBSERVATIONS = {"new": "新增", "seen_again": "已有", "rejected": "剔除"}
STATES = {"fresh": "正常", "quiet": "无新", "red": "异常", "declined": "被拒", "parked": "暂缓"}
RUN_TYPES = {"scheduled": "定时", "manual": "手动", "backfill": "回填"}

# A figure above zero that a person should look at: mildly, or because the run is red for it
NOTABLE = {"declined", "parked", "failed", "quarantined", "rejected"}
ALARMING = {"held", "unaccounted"}
STATE_CLASSES = {"fresh": "well", "quiet": "notable", "red": "alarming", "declined": "notable", "parked": "notable"}

_MEASURES = {"level": "水平", "change": "变动", "share": "占比", "rank": "位次", "index": "指数"}
_COMPARISONS = {"yoy": "同比", "mom": "环比", "ytd": "比年初", "plan": "比计划", "other": "比其他"}
_STATUSES = {"actual": "实际", "target": "目标", "estimate": "预计"}
_SPEECH_FLAGS = {"year_conflict": "年份不符", "masked": "有隐去", "truncated": "被截断"}
_PAGE_FLAGS = {"date_conflict": "日期不符", "incomplete": "不完整", "unreadable_characters": "有乱码"}
_DOUBTS = {
    "unit_unusual": "单位异常",
    "out_of_range": "超出范围",
    "growth_out_of_range": "增幅异常",
    "share_out_of_bounds": "占比异常",
    "does_not_add_up": "对不上账",
    "contradicts": "前后矛盾",
    "duplicate": "重复",
    "year_contradicts": "年份矛盾",
}
_ROLES = {"continuation": "续页", "attachment": "附件"}
TERMS = _MEASURES | _COMPARISONS | _STATUSES | _SPEECH_FLAGS | _PAGE_FLAGS | _DOUBTS | _ROLES


def term(code: str) -> str:
    """The code as the warehouse has it, with its Chinese term where there is one."""
    return f"{code} {TERMS[code]}" if code in TERMS else code
