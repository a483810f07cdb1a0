"""Names that a figure has, in whole or in part, from the figures before it: rules of `naming.RULES`."""

import re

from include.extract.names.clause import CONTRIBUTION, MOVEMENT_END, PULL, RATE_UNITS, SHARE, Clause, base_of, thing_of
from include.extract.names.counted import COUNTERS, MASS, VERB, counted_noun, result_behind
from include.extract.names.name_words import GENERIC, is_metric, own_name
from include.extract.names.statements import stated_subject
from include.extract.rules.cues import alternatives

LONGEST_ITEM = 20  # characters of an item that stands for itself in a list
LONGEST_THING = 12  # characters of what a measure is put behind
_PEOPLE = ("人", "户", "人次", "户次", "名")
_PART_OF = re.compile(rf"(?:负向)?(?:拉动|带动|贡献)|{SHARE.pattern}|{CONTRIBUTION.pattern}")
_PART = re.compile(r"(?:其中)?(?:总量|总额|数量)?(?:仅|约|已)?占(?!比|[^,;]*(?:比重|比例|份额))[^,;的]{1,20}$")
_NEW = ("新增", "净增", "新建", "新认定")
_MEASURE_OF_PART = re.compile(rf"{alternatives('generic_names')}{SHARE.pattern}")  # 12个项目,完成投资占…的比重
_YEAR_PLAN = re.compile(r"(?<=..)年初预算(?:合计|总额|数)?$")
_AMOUNT_MOVED = re.compile(r"(?<=..)(?:年增量|净增量)$")
_ADDED = re.compile(r"(?:新增|净增)")
_SUM = re.compile(r"(?:累计|总数)[^,;。]{0,4}$")
_GAIN = re.compile(r"(?:增收|减收|增支|减支)[^,;。]{0,2}$")
_ITEM_TAIL = re.compile(rf"[一-鿿A-Z](?:总|完成)?({alternatives('item_tails')})$")
_SECTOR = re.compile(r"(?:产业|行业|工业|企业|经济|业|类|公司|市场|区)$")
_STAGE = re.compile(rf"(?:已|{alternatives('result_verbs')})+")
_STAGE_BEFORE = re.compile(rf"^(?:{alternatives('result_verbs')}|新建|改建|扩建|、|和)+(?=..)")
_SHORT = re.compile(r"\D{2,14}")  # a clause that may hold nothing but a name
_TOPIC = re.compile(r"从([^,;:。]{2,30}?)(?:增长|完成|运行|发展)?(?:情况|方面|指标)?来?看[,:]")
_PAUSE = re.compile(r"[,;:。!?]")


def chained(clause: Clause) -> str | None:
    """18.2%、6.4%: the second figure of a list has the name of the first."""
    return clause.carried if clause.context.chained and not clause.own else None


def share_of(clause: Clause) -> str | None:
    """占全县工业总产值66%: a part of what stands there, and of what was named before."""
    if clause.context.quantity.unit != "%" or not _PART.match(clause.context.before.strip()):
        return None
    return clause.subject or clause.carried


def same_again(clause: Clause) -> str | None:
    """修建公路90公里,其中今年修建40公里: a verb alone counts what was counted before, in the same unit."""
    same = clause.context.quantity.unit == clause.unit and clause.kind != "percent"
    return clause.subject or clause.carried if same and VERB.fullmatch(clause.own) else None


def stage(clause: Clause) -> str | None:
    """实施项目86个,开工62个: a count with nothing but a stage counts what was named before."""
    if clause.kind not in COUNTERS or not clause.subject:
        return None
    if len(noun := counted_noun(clause.context.after)) > 1:  # 竣工18个项目: what is counted stands behind
        return clause.own.removeprefix("已") + noun if _STAGE.fullmatch(clause.own) else None
    if clause.context.quantity.unit in _PEOPLE and not _ADDED.fullmatch(clause.own):
        return None
    reached = clause.own if _STAGE.fullmatch(clause.own) else None if clause.own else result_behind(clause.context)
    thing = _STAGE_BEFORE.sub("", clause.subject)
    return reached + thing if reached and not thing.startswith(reached) else None


def generic(clause: Clause) -> str | None:
    """实现产值3亿元: a name that says little belongs to what was named before in the sentence."""
    if clause.own not in GENERIC or not clause.subject or "其中" in clause.context.before:
        return None
    thing = thing_of(clause.subject)
    if clause.own in clause.subject and thing == clause.subject:
        return clause.own
    return thing[-LONGEST_THING:] + clause.own


def part(clause: Clause) -> str | None:
    """拉动经济增长0.8个百分点; 占财政收入的比重: what pulls, or is a part, was named before."""
    if clause.subject and _MEASURE_OF_PART.match(clause.own):
        return thing_of(clause.subject) + clause.own
    if not clause.subject or not _PART_OF.match(clause.own):
        return None
    whole = base_of(clause.subject)
    return (whole if SHARE.match(clause.own) else whole.removesuffix("增加值")) + clause.own


def shared_tail(clause: Clause) -> str | None:
    """小麦产量3万吨,玉米2万吨: an item without a measure has that of the item before it, in the same unit."""
    own, unit = clause.own, clause.context.quantity.unit
    tail = _ITEM_TAIL.search(clause.subject or "")
    if tail is None or not 2 <= len(own) <= LONGEST_ITEM or is_metric(own) or clause.has_no_name:
        return None
    same = unit == clause.unit if clause.kind in MASS else unit == "%" and _SECTOR.search(own) is not None
    return own + tail[1] if same else None


def movement(clause: Clause) -> str | None:
    """增幅比上年提高2个百分点: a movement of what was named before."""
    last = clause.subject or clause.carried
    if not clause.own or not last:
        return None
    return last if last.endswith(clause.own) else MOVEMENT_END.sub("", last) + clause.own


def stated(clause: Clause) -> str | None:
    """渔业用水量低速增长,完成29万立方米: what the clause just before tells the course of."""
    moved = clause.has_no_name and clause.context.quantity.unit in RATE_UNITS  # 增速达14.2%
    if clause.own and not moved and not VERB.fullmatch(clause.own) and clause.own not in _NEW:
        return None
    if clause.context.before not in (clause.context.clause_before, clause.context.clause_before.lstrip()):
        return None
    return stated_subject(clause.context.sentence_before, last=clause.subject is not None)


def short_clause(clause: Clause) -> str | None:
    """再看GDP,全市增长…: the clause just before, when it is short and holds no figure."""
    clauses = _PAUSE.split(clause.context.sentence_before)
    if clause.own or clause.subject or len(clauses) < 2 or not _SHORT.fullmatch(clauses[-2]):
        return None
    name = own_name(clauses[-2])
    return name if is_metric(name) or not re.search(r"\d", clause.context.sentence_before) else None


def topic(clause: Clause) -> str | None:
    """从出口增长情况看,今年增长9%: the topic that a sentence opens with."""
    opening = _TOPIC.match(clause.context.sentence_before.lstrip()) if not clause.own and not clause.subject else None
    name = own_name(opening[1]) if opening else ""
    return name if is_metric(name) else None


def gain(clause: Clause) -> str | None:
    """4个乡镇实现回升,合计增收3千万元: what no measure was named of is given that of the verb."""
    verb = _GAIN.search(clause.context.before)
    if clause.own or not clause.subject or verb is None or is_metric(clause.subject):
        return None
    return base_of(clause.subject).removesuffix(verb.group()[:2]) + verb.group()[:2]


def carried(clause: Clause) -> str | None:
    """增长8%: the name carries on; a sum is of all, not of what was added, an amount never one of a rate."""
    if clause.own or not clause.carried:
        return clause.own or None
    if _SUM.search(clause.context.before):
        return re.sub(rf"^{_ADDED.pattern}(?=..)", "", clause.carried)
    name = PULL.sub("", _YEAR_PLAN.sub("", _AMOUNT_MOVED.sub("", clause.carried)))
    return MOVEMENT_END.sub("", name) if clause.kind in MASS else name
