import pytest

from include.segment.unmarked import breaks_region, unmarked_level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        pytest.param("2015年工作回顾", 1, id="year-review"),
        pytest.param("20XX年主要任务", 1, id="masked-year"),
        pytest.param("今后五年的奋斗目标和主要任务", 1, id="coming-years"),
        pytest.param("下半年工作安排：", 1, id="half-year-with-colon"),
        pytest.param("三种作风：", 2, id="counted"),
        pytest.param("2015年，我们回顾", None, id="sentence"),
        pytest.param("2015年全市工作会议上的讲话", None, id="title"),
        pytest.param("温馨提示：", None, id="notice"),
        pytest.param("2015年" + "十分重要的" * 10 + "工作", None, id="too-long"),
    ],
)
def test_unmarked_level(line, level):
    assert unmarked_level(line) == level


@pytest.mark.parametrize(
    ("line", "breaks"),
    [
        ("各位代表：", True),
        ("同志们：", True),
        ("谢谢大家！", True),
        ("第三篇：在经济工作会议上的发言", True),
        ("经济工作会议发言稿篇2", True),
        ("同志们辛苦了。大家都看到了成绩。", False),
        ("加快建设步伐", False),
    ],
)
def test_breaks_region(line, breaks):
    assert breaks_region(line) is breaks
