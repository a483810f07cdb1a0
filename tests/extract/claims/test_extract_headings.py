"""What headings say of the figures under them."""

import pytest

from include.extract.claims.headings import following_status, heading_status, names_goals, title_reports, title_status


@pytest.mark.parametrize(
    ("nearest_first", "status"),
    [
        pytest.param(["一、2016年工作回顾"], "actual", id="review"),
        pytest.param(["二、2017年工作安排"], "target", id="plan"),
        pytest.param(["二、2019年预算草案"], "target", id="draft budget"),
        pytest.param(["一、目标任务完成情况"], "actual", id="goals that were met"),
        pytest.param(["(四)重点工作扎实推进", "一、2016年工作回顾"], "actual", id="a hint under a review"),
        pytest.param(["(五)着力解决突出问题", "二、2017年工作安排"], "target", id="a hint under a plan"),
        pytest.param(["(五)存在问题"], "actual", id="problems"),
        pytest.param(["2018年预算执行情况和2019年预算草案"], None, id="both"),
        pytest.param(["(三)工业经济"], None, id="neither"),
    ],
)
def test_headings(nearest_first, status):
    assert heading_status(nearest_first) == status


@pytest.mark.parametrize(
    ("words", "before", "status"),
    [
        pytest.param("三、2026年主要工作", "actual", "target", id="a year's work behind a review"),
        pytest.param("三、2026年主要工作", None, None, id="a year's work alone"),
        pytest.param("五、加强政府自身建设", "target", "target", id="behind goals"),
        pytest.param("二、工业", "actual", None, id="behind results"),
        pytest.param("二、存在的问题", "target", "actual", id="says so itself"),
    ],
)
def test_a_top_heading_follows_the_one_before_it(words, before, status):
    assert following_status(words, before) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("青溪县2020年将为民办好十件实事\n新建学校3所。", "target", id="what will be done"),
        pytest.param("临河市2018年工作要点\n一、工业", "target", id="work plan"),
        pytest.param("临河市2018年统计公报\n一、综合", None, id="communiqué"),
        pytest.param("会议研究了工作方案。\n新建学校3所。", None, id="a sentence is no title"),
    ],
)
def test_titles(text, status):
    assert title_status(text) == status


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        pytest.param("临河市2018年工作总结\n新建学校3所。", True, id="summary"),
        pytest.param("临河市2018年工作总结和2019年工作计划\n新建学校3所。", False, id="summary and plan"),
        pytest.param("我们总结了经验。\n新建学校3所。", False, id="a sentence is no title"),
    ],
)
def test_titles_of_reports(text, reports):
    assert title_reports(text) is reports


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("(二)工作目标", True, id="of work"),
        pytest.param("一、主要预期目标", True, id="expected"),
        pytest.param("(一)主要目标完成情况", False, id="how they were met"),
        pytest.param("一、工作目标及措施", False, id="and measures"),
    ],
)
def test_a_heading_that_names_goals_and_no_more(words, names):
    assert names_goals(words) is names
