"""`python -m include extract --compare OLD NEW [TEXT.txt…]`: what a change of the rules would change."""

import re
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from include.command import UNREADABLE, complain, print_row
from include.errors import ConfigurationError, JianghuaError
from include.extract.compare.checkouts import Checkout
from include.extract.compare.differences import Difference, Row, compare
from include.extract.compare.sides import InOrder, Printed, Side, readings, side_of
from include.extract.compare.tally import Tally
from include.extract.compare.texts import Texts, bare_names, named_texts, stored_texts
from include.settings import default_warehouse_url, warehouse_url

LONGEST_SENTENCE = 80  # characters of a sentence that is shown
_PAUSE = re.compile("[。；！？\n]")


def main(old: str, new: str, files: Sequence[Path], url: str | None, *, exit_code: bool = False) -> int:
    """Print a JSON line for each difference, and a summary on standard error.

    0, or with `exit_code` 1 where there are differences; 2 where a side or a text could not be used.
    """
    with TemporaryDirectory(prefix="jianghua-compare-") as name:
        folder = Path(name)
        try:
            sides = side_of(old, folder / "old"), side_of(new, folder / "new")
            texts = _texts(sides, files, url, folder)
            tally = _compare(sides, (old, new), texts)
        except JianghuaError as error:
            complain("extract --compare", error)
            return UNREADABLE
    print(tally.as_text(_label(old, sides[0]), _label(new, sides[1])), file=sys.stderr)
    return UNREADABLE if texts.unreadable else int(exit_code and bool(tally.changes))


def _texts(sides: tuple[Side, Side], files: Sequence[Path], url: str | None, folder: Path) -> Texts:
    old, new = sides
    if files:
        if old is None or new is None:
            raise ConfigurationError("what is stored is compared over the texts of the warehouse: name no others")
        return named_texts(files, folder)
    if isinstance(old, Printed) and isinstance(new, Printed):
        return bare_names(dict.fromkeys([*old.at, *new.at]), folder)
    return stored_texts(url or warehouse_url() or default_warehouse_url(), folder)


def _compare(sides: tuple[Side, Side], names: tuple[str, str], texts: Texts) -> Tally:
    """Go through the texts side by side; what differs is printed as it is found."""
    tally = Tally()
    with closing(readings(sides[0], texts)) as old_rows, closing(readings(sides[1], texts)) as new_rows:
        before, after = InOrder(names[0], old_rows), InOrder(names[1], new_rows)
        for doc, text in texts:
            old, new = before.of(doc), after.of(doc)
            comparison = compare(old, new)
            tally.add(comparison, old, new)
            for difference in comparison.differences:
                print_row({texts.key: doc, **_shown(difference, text)})
        before.finish()
        after.finish()
    return tally


def _shown(difference: Difference, text: str | None) -> dict[str, Any]:
    row = difference.row
    span = {name: row.get(name) for name in ("start", "end", "quote")}
    sentence = sentence_of(text, row) if text is not None else None
    return {"change": difference.change, **span, "sentence": sentence, "fields": difference.fields}


def sentence_of(text: str, row: Row) -> str:
    """The sentence of an observation, shortened around it to about `LONGEST_SENTENCE` characters."""
    start, end = row["start"], row["end"]
    first, last = row.get("sentence_start"), row.get("sentence_end")
    if first is None or last is None:
        first = max((pause.end() for pause in _PAUSE.finditer(text, 0, start)), default=0)
        last = pause.end() if (pause := _PAUSE.search(text, end)) else len(text)
    around = max(0, LONGEST_SENTENCE - (end - start)) // 2
    left, right = max(first, start - around), min(last, end + around)
    shown = " ".join(text[left:right].split())
    return f"{'…' if left > first else ''}{shown}{'…' if right < last else ''}"


def _label(name: str, side: Side) -> str:
    return side.label if isinstance(side, Checkout) else name
