import pytest

from include.clean.speeches.numerals import number_of
from include.clean.speeches.years import ContentYear, content_year_of, stated_year_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年是党的二十大召开之年，任务很重。", 2022),
        ("今年，是“十四五”规划的开局之年。", 2021),
        ("今年是“十三五”收官之年，也是决胜之年。", 2020),
        ("今年是新中国成立70周年。", 2019),
        ("今年（2016年），我们要抓三件事。", 2016),
        ("这次会议的任务是部署2018年全区重点工作。", 2018),
        ("2017年工作开局良好。做好2018年各项工作，意义重大。2018年的预期目标是增长8%。", 2018),
        ("2015年是难得的机遇年，也是攻坚克难的一年。", 2015),
        ("去年收入5亿元，增长8%；前年4亿元；2003年3亿元。", 2006),
        ("我代表政府向大会报告工作，请予审议。一、2011年工作回顾", 2012),
        ("要应对国际金融危机，保增长、保民生、保稳定，落实家电下乡。", 2009),
        ("我们要抓好农业生产。", None),
        ("2015年是极不平凡的一年，我们取得了显著成绩。", None),
        ("到2035年基本实现现代化。", None),
    ],
)
def test_the_year_the_content_speaks_of(text, year):
    found = content_year_of(text)
    assert found.year == year
    assert (found.evidence is None) == (year is None)
    assert found.evidence is None or found.evidence in text


def test_the_titles_year_is_only_confirmed():
    text = "要落实“六稳”“六保”，统筹推进疫情防控和经济社会发展。"
    assert content_year_of(text, stated=2021).year == 2021
    assert content_year_of(text).year is None
    assert content_year_of("我们要抓好农业生产。", stated=2021).year is None


def test_a_report_may_look_back_on_the_year_before():
    text = "保增长、保民生、保稳定，家电下乡，成效明显。"
    assert content_year_of(text, stated=2010).year is None
    assert content_year_of(text, stated=2023).year == 2009


GOOD = "我们要抓好农业生产，增加农民收入。"
OLD = "要应对当前金融危机，保增长、保民生、保稳定，落实家电下乡政策。"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("去年，是“十三五”收官之年。", 2021, id="said of last year"),
        pytest.param("过去的一年，党的二十大胜利召开。", 2023, id="said of the past year"),
        pytest.param("明年是“十四五”开局之年。", 2020, id="said of next year"),
        pytest.param("2025年是“十二五”规划的开局之年。2025年的预期目标是15%。", 2011, id="a replaced figure"),
        pytest.param("2025年是“十二五”收官之年，2026年是“十三五”开局之年。", None, id="two replaced figures"),
        pytest.param("2018年是脱贫攻坚决胜之年。", 2018, id="an event that is said of several years"),
        pytest.param(
            "2020年是极不平凡的一年，是收官之年。2020年是攻坚之年。2021年是奋进之年。", 2021, id="a year that is over"
        ),
        pytest.param("今天，我们隆重集会，庆祝中国共产党成立95周年。", 2016, id="celebrated today"),
        pytest.param("同志们欢聚在这里，纪念红军长征胜利80周年。", 2016, id="commemorated here"),
        pytest.param("今天是五四运动100周年的日子。", 2019, id="today is the day"),
        pytest.param("今天我们学习在庆祝改革开放40周年大会上的重要讲话。", None, id="a celebration that is studied"),
        pytest.param("今天，我们庆祝自治县成立60周年。", None, id="an anniversary of nobody knows what"),
        pytest.param("上半年开局良好，截至2020年6月底，收入增长1%。", 2020, id="a state within the year"),
        pytest.param("截至2020年12月底，全县通车里程达到300公里。", None, id="a state at the end of a year"),
        pytest.param(
            "会议的任务是总结2023年经济工作，部署2024年经济工作。", 2024, id="work of a field that is planned"
        ),
        pytest.param("做好2022年冬奥会筹备工作，是大事。", None, id="work towards a year"),
        pytest.param("做好2020年以来的收尾工作。", None, id="work since a year"),
        pytest.param(
            "2015年是“十二五”收官之年，我们圆满完成任务。2016年是“十三五”开局之年。", 2016, id="a year that is done"
        ),
        pytest.param("刚刚过去的2018年，是全面贯彻新部署的开局之年。", 2019, id="a past year that was a first one"),
        pytest.param("一九九八年是实施“九五”计划的重要一年。", 1998, id="numerals of the last century"),
        pytest.param("前年是新中国成立70周年，去年是“十三五”收官之年。", 2021, id="two years agree"),
        pytest.param(
            "今年以来，去年召开的党的十九大精神深入人心。去年党的十九大胜利召开。", 2018, id="the nearer word"
        ),
        pytest.param("20XX年是“十四五”规划的开局之年，我们要起好步。", 2021, id="a masked year, told by its plan"),
        pytest.param("20XX年，是“十三五”收官之年，我们取得了显著成绩。", None, id="a masked year, looked back on"),
        pytest.param("20XX年，我们要抓好三件事。", None, id="a masked year"),
        pytest.param("今年（二〇〇九年），我们要抓三件事。", 2009, id="numerals"),
        pytest.param("要做好２０２１年全市重点工作。", 2021, id="full-width figures"),
        pytest.param("要安排好07年的各项工作任务。", 2007, id="two digits"),
        pytest.param("用10年时间完成重点工作任务。", None, id="ten years are no year"),
        pytest.param("刚刚过去的2020年，我们抗击疫情。", 2021, id="the year just past"),
        pytest.param("去年（2020年），我们增长了5%。", 2021, id="last year in brackets"),
        pytest.param("今年是“十四五”开局之年。今年是党的二十大召开之年。", None, id="two anchors that clash"),
        pytest.param(
            "今年是“十四五”开局之年。今年是建党100周年。今年要迎接党的二十大召开。", 2021, id="the anchors' majority"
        ),
        pytest.param(
            "贯彻党的十九届五中全会精神，开展党史学习教育，落实“六稳”“六保”任务。", 2021, id="a plenum and campaigns"
        ),
        pytest.param("贯彻党的十九届五中全会精神。", None, id="one plenum alone"),
        pytest.param(
            "回顾抗击非典、汶川地震、应对国际金融危机的历程，巩固新冠肺炎疫情防控成果。", None, id="a look back"
        ),
        pytest.param("在会议上的讲话（2020年2月3日）李四 同志们，会议很重要。", 2020, id="a title that runs on"),
        pytest.param("2021年上半年，全市增长8%，比2020年快。", 2021, id="the first half of the latest year"),
        pytest.param("2020年上半年，全市增长8%。2021年要更快。", None, id="the first half of an earlier year"),
        pytest.param("一、2020年工作总结。二、2021年工作打算。", 2021, id="plans"),
        pytest.param("今年是党的十一届三中全会召开三十周年。", 2008, id="an anniversary in words"),
        pytest.param("贯彻党的十九大精神和党的二十大精神。", None, id="two long eras that touch"),
        pytest.param("第3届大会在2008年召开，当年产值5亿元。", None, id="a year in passing"),
    ],
)
def test_years_told_in_other_ways(text, year):
    found = content_year_of(text)
    assert found.year == year
    assert found.evidence is None or found.evidence in text


@pytest.mark.parametrize(
    ("text", "stated", "dated", "year"),
    [
        pytest.param(f"{GOOD}要做好2023年全市重点工作。{OLD}", 2023, "", 2009, id="the figures were replaced"),
        pytest.param(f"{GOOD}{OLD}", 2023, "（2023年3月5日）", 2009, id="the date line too"),
        pytest.param("今年是“十二五”规划开局之年。要做好2023年重点工作。", 2023, "", 2011, id="events before figures"),
        pytest.param(GOOD, 2023, "（2021年3月5日）", 2021, id="a date line"),
        pytest.param(
            f"{GOOD}要做好2023年全市重点工作。要落实家电下乡。", 2023, "", 2023, id="one old word is not enough"
        ),
        pytest.param("要做好2009年重点工作，发展新质生产力，贯彻八项规定。", None, "", None, id="words too new"),
        pytest.param("2021年，全市增长5%。2021年，全区增长6%。到2025年翻一番。", 2021, "", 2021, id="said twice"),
        pytest.param("2021年，全市增长5%。2022年，全区增长6%。", 2021, "", None, id="a later one is named"),
    ],
)
def test_what_is_believed_where_the_title_claims_a_year(text, stated, dated, year):
    assert content_year_of(text, stated, dated).year == year


@pytest.mark.parametrize(
    ("title", "stated", "conflict"),
    [
        ("在2023年会议上的讲话", 2023, True),
        ("在2021年度总结表彰会上的讲话", 2021, False),
        ("在2022年会议上的讲话", 2022, False),
    ],
)
def test_a_conflict_of_years_is_told(title, stated, conflict):
    assert stated_year_of(title) == stated
    assert ContentYear(2022, "今年").contradicts(stated, title) is conflict


def test_a_report_on_the_year_before_is_no_conflict():
    assert ContentYear(2019, "截至2019年6月").contradicts(2018, "关于2018年财政决算的报告") is False
    assert ContentYear(2019, "截至2019年6月").contradicts(2018, "在2018年防汛会上的讲话") is True


def test_years_in_titles():
    assert stated_year_of("在2021全市会议上的讲话") == 2021
    assert stated_year_of("在表彰2000人大会上的讲话") is None
    assert stated_year_of("二〇二一年政府工作报告") == 2021
    assert stated_year_of("一九九八年政府工作报告") == 1998
    assert stated_year_of("2020年总结暨2021年工作会上的讲话") == 2021
    assert stated_year_of("在全区会议上的讲话") is None


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("贰", 2),
        ("拾叁", 13),
        ("③", 3),
        ("㈡", 2),
        ("Ⅳ", 4),
        ("１２", 12),
        ("17", 17),
        ("二〇〇八", 2008),
        ("第", None),
        ("", None),
    ],
)
def test_numerals(numeral, number):
    assert number_of(numeral) == number


@pytest.mark.parametrize(
    "unit", ["今年", "20", "年", "2021年", "“", "十五", "去年；前年；", "党的", "的", "2021年是", "今天庆", "这里"]
)
def test_d17_repetition_costs_linear_time(unit):
    content_year_of(unit * (100_000 // len(unit)), 2021, "2021年")
