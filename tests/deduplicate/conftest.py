"""Speeches made up from a seed: every one says other things, and says them at the length of a real one."""

import random
from collections.abc import Callable

import pytest

VOCABULARY = """
    加快 落实 总结 提升 解决 调查 改善 培育 对接 梳理 巩固 协调 督促 完善 引导 发动 组织 检查 评估 推广
    灌溉 融资 人才 道路 粮食 环境 校舍 就业 品牌 审批 安全 物流 社保 医疗 养老 旅游 园区 港口 茶叶 果树
    设施 渠道 队伍 养护 储备 整治 改造 服务 建设 流程 隐患 网络 机制 责任 作风 纪律 方案 台账 清单 试点
    干部 群众 企业 农户 社区 乡镇 部门 专家 学校 银行 商会 媒体 青年 妇女 老人 工匠 牧民 渔民 股东 教师
    春季 秋收 汛期 年底 当前 长远 上下 内外 城乡 山区 平原 沿海 边境 村庄 街道 车间 田间 课堂 码头 工地
    主动 深入 严格 持续 全面 认真 积极 稳步 扎实 从容 及时 灵活 公开 节约 创新 耐心 率先 逐级 依法 大胆
"""
WORDS = VOCABULARY.split()


def _sentence(chance: random.Random) -> str:
    clauses = ("".join(chance.choices(WORDS, k=chance.randint(3, 6))) for _ in range(3))
    return ",".join(clauses) + "。"


@pytest.fixture
def speech() -> Callable[..., str]:
    """A speech by its seed: paragraphs of made-up sentences, with `figures` of them stating amounts."""

    def make(seed: int, sentences: int = 30, figures: int = 0, factor: float = 1.0) -> str:
        chance = random.Random(seed)
        lines = ["同志们:"]
        for number in range(sentences):
            line = _sentence(chance)
            if number < figures:
                amount = round(chance.uniform(10, 900) * factor, 1)
                line += f"{''.join(chance.choices(WORDS, k=4))}完成投资{amount}亿元。"
            lines.append(line)
        return "\n".join(lines)

    return make
