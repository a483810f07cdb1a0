import pytest

SENTENCE = "今年上半年，全镇实现农业总产值{}亿元，同比增长{}%，完成了年初定下的任务。"


def sentences(count: int) -> list[str]:
    """Different sentences, so that nothing reads like something said twice."""
    return [SENTENCE.format(number + 3, number / 10) for number in range(count)]


@pytest.fixture
def paragraphs() -> list[str]:
    """Ten paragraphs of a speech."""
    return ["".join(sentences(20)[2 * n : 2 * n + 2]) for n in range(10)]
