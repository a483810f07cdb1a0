"""What stands around a figure."""

from include.extract.context.clauses import NEIGHBOURS, REACH, contexts
from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


def around(text):
    folded = fold(text)
    return contexts(folded, 0, len(folded), read_quantities(folded))


def test_a_clause_ends_at_pauses_and_at_the_next_figure():
    first, second = around("财政收入（含基金）12亿元，比上年增长8%左右。")
    assert (first.before, first.after) == ("财政收入", "")
    assert (second.before, second.clause_before, second.after) == ("比上年增长", "比上年增长", "")
    assert second.sentence_before.startswith("财政收入(含基金)12亿元")


def test_figures_of_a_list_are_chained():
    assert [context.chained for context in around("分别增长3%、5%和8%，下降2%。")] == [False, True, True, False]


def test_the_noun_of_a_count_is_no_part_of_the_next():
    first, second = around("新建3所学校、5家医院。")
    assert (first.before, first.after, second.before) == ("新建", "学校", "")


def test_two_counts_of_one_noun_share_it():
    first, _ = around("新增90户170人贫困人口。")
    assert first.after == "贫困人口"


def test_the_look_around_is_bounded_in_characters_and_in_figures():
    far = around("甲" * 2 * REACH + "5亿元" + "乙" * 2 * REACH)[0]
    assert (len(far.sentence_before), len(far.sentence_after)) == (REACH, REACH)
    dense = around("1%" * 4 * NEIGHBOURS)[2 * NEIGHBOURS]
    assert len(dense.sentence_before) == 2 * NEIGHBOURS
