"""One reader over a list of speeches: `read.py NAME TEXTS.json` prints what it took and how much it read, as JSON.

Start-up is not measured: imports, dictionaries, and one text that is not among those measured.
"""

import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Reader = Callable[[str], int]  # a text → how many things were found in it


def ours(*, cutter: str | None) -> Reader:
    """Segments and observations; with the name of a cutter, the word counts as well."""
    sys.path.insert(0, str(ROOT))
    from include.extract.observations import extract
    from include.segment import cutters, words
    from include.segment.segments import segment

    os.environ["JIANGHUA_CUTTER"] = cutter or "jieba"
    cutters.REMEMBERED = 0  # the texts are read several times: nothing may be known from the time before

    def read(text: str) -> int:
        found = len(extract(text, segment(text)))
        return found + (len(words.term_counts(text)) if cutter else 0)

    return read


def posseg() -> Reader:
    """Words with their tags: what a reader of rules over tags would have to begin with."""
    import jieba.posseg

    return lambda text: len(jieba.posseg.lcut(text))


def jieba_words() -> Reader:
    import jieba

    return lambda text: len(jieba.lcut(text))


def recognizers() -> Reader:
    """Amounts of money, dimensions, percentages: the kinds of a figure with a unit that it knows in Chinese."""
    warnings.simplefilter("ignore")
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    units = NumberWithUnitRecognizer(Culture.Chinese)
    percent = NumberRecognizer(Culture.Chinese).get_percentage_model()
    models = [units.get_currency_model(), units.get_dimension_model(), percent]
    return lambda text: sum(len(model.parse(text)) for model in models)


READERS: dict[str, Callable[[], Reader]] = {
    "ours, with words by rjieba": lambda: ours(cutter="rjieba"),
    "ours, with words by jieba": lambda: ours(cutter="jieba"),
    "ours, without words": lambda: ours(cutter=None),
    "jieba, words": jieba_words,
    "jieba.posseg": posseg,
    "recognizers-text": recognizers,
}


def main(name: str, listing: str, passes: int, most: int, packages: str) -> None:
    """Read the texts `passes` times, `most` characters of them at most; print seconds, CPU seconds and characters."""
    sys.path.append(packages)  # rjieba is installed with the peers; what ours has itself comes first
    warm_up, *texts = json.loads(Path(listing).read_text(encoding="utf-8"))
    read = READERS[name]()
    read(warm_up)
    chosen, characters = [], 0
    for text in texts:
        if characters < most:
            chosen.append(text)
            characters += len(text)
    start, cpu = time.perf_counter(), time.process_time()
    found = sum(read(text) for _ in range(passes) for text in chosen)
    took = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}
    print(json.dumps({**took, "characters": passes * characters, "found": found // passes}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
