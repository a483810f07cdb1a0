import pytest

SENTENCE = "今年上半年，全镇实现农业总产值{}亿元，同比增长{}%，完成了年初定下的任务。"


def sentences(count: int) -> list[str]:
    """Different sentences, so that nothing reads like something said twice."""
    return [SENTENCE.format(number + 3, number / 10) for number in range(count)]


@pytest.fixture
def paragraphs() -> list[str]:
    """Ten paragraphs of a speech."""
    return ["".join(sentences(20)[2 * n : 2 * n + 2]) for n in range(10)]


@pytest.fixture
def readers_here(monkeypatch):
    """Documents are read in this process: the child has tests of its own, and costs a quarter of a second each."""
    import json

    from include.clean.documents.__main__ import _read

    def run(given, answer, complaint, budget):
        answer.write(json.dumps(_read(given.read())).encode())
        return 0

    monkeypatch.setattr("include.clean.documents.sandbox._run", run)
