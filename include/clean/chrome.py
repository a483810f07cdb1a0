"""Which lines of a text are the site's or the uploader's, not the speaker's."""

import re
import unicodedata
from collections.abc import Sequence

from include.clean.cues import line_cues
from include.clean.lines import SALUTATION, undoubled

LONGEST_CUE = 300  # characters: a longer line is text, whatever words are in it
LONGEST_FRAGMENT = 8  # characters of a keyword fragment
FEWEST_FRAGMENTS = 3
LONGEST_CREDIT = 80  # characters
TAIL_LINES = 12  # credits and boxes stand in the last lines
_SENTENCE_END = re.compile("[。！？；!?;：:…][”’」』）)]?$")
_INNER_MARK = re.compile("[，。；！？,;]")
_SENTENCE_MARK = re.compile("[，。；！？、：,;:!?…《》（）()]")


def kinds_of(lines: Sequence[str], title: str | None = None) -> list[str | None]:
    """For each line the kind of chrome it is, None for the text itself. `title` is the page's, where known."""
    kinds: list[str | None] = [_by_cue(line, "anywhere") for line in lines]
    body = [index for index, line in enumerate(lines) if kinds[index] is None and _is_paragraph(line)]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    _mark_place(lines, kinds, range(first), "head")
    _mark_notices(lines, kinds)
    _mark_place(lines, kinds, range(max(last + 1, len(lines) - TAIL_LINES), len(lines)), "tail")
    _mark_tail_end(lines, kinds, first)
    _mark_doubled(lines, kinds, title)
    _mark_fragments(lines, kinds, first, title)
    return kinds


def plain(text: str | None) -> str:
    """Letters and digits only, in one width and case: for comparing titles."""
    wide = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(char for char in wide if char.isalnum())


def _by_cue(line: str, place: str) -> str | None:
    if len(line) > LONGEST_CUE:
        return None
    return next((kind for kind, cue in line_cues(place) if cue.search(line)), None)


def _is_paragraph(line: str) -> bool:
    """A line that can only be text: a salutation, or a sentence of some length."""
    return bool(SALUTATION.match(line)) or (
        len(line) >= 30
        and bool(_INNER_MARK.search(line))
        and _by_cue(line, "head") is None
        and _by_cue(line, "after_notice") is None
    )


def _mark_place(lines: Sequence[str], kinds: list[str | None], where: range, place: str) -> None:
    for index in where:
        if kinds[index] is None:
            kinds[index] = _by_cue(lines[index], place)


def _mark_notices(lines: Sequence[str], kinds: list[str | None]) -> None:
    """The points of a notice, one a line, behind its first line."""
    for index, line in enumerate(lines[1:], start=1):
        if kinds[index] is None and kinds[index - 1] == "notice":
            kinds[index] = _by_cue(line, "after_notice")


def _mark_tail_end(lines: Sequence[str], kinds: list[str | None], first: int) -> None:
    """Credits at the very end may follow each other upwards, past the last paragraph's own look."""
    for index in range(len(lines) - 1, first, -1):
        if kinds[index] is None:
            kind = _by_cue(lines[index], "tail") if len(lines[index]) <= LONGEST_CREDIT else None
            if kind not in ("editor_line", "source"):  # the other cues may be words of a last sentence
                return
            kinds[index] = kind


def _mark_doubled(lines: Sequence[str], kinds: list[str | None], title: str | None) -> None:
    """Titles with every piece doubled, and the page's title said again right after itself."""
    seen = False
    for index, line in enumerate(lines):
        if kinds[index] is not None:
            continue
        if (once := undoubled(line)) and not _INNER_MARK.search(once):
            kinds[index] = "duplicate_title"
        elif title and plain(line) == plain(title):
            following = next((kinds[i] is None and plain(lines[i]) for i in range(index + 1, len(lines))), None)
            if seen and following != plain(title):
                return
            if following == plain(title):
                kinds[index] = "duplicate_title"
            seen = True
        elif _is_paragraph(line):
            return


def _mark_fragments(lines: Sequence[str], kinds: list[str | None], first: int, title: str | None) -> None:
    """Keywords of the title, one a line, before the text begins: 2023 / 市政府 / 发展 / 会上 / 讲话."""
    head = [i for i in range(first) if kinds[i] is None]
    known = plain(title) or max((plain(lines[i]) for i in head), key=len, default="")
    runs: list[list[int]] = [[]]
    for index in head:
        if len(lines[index]) <= LONGEST_FRAGMENT and not _SENTENCE_MARK.search(lines[index]):
            runs[-1].append(index)
        else:
            runs.append([])
    for run in runs:
        hits = sum(plain(lines[i]) in known or plain(lines[i]).isdigit() for i in run)
        if len(run) >= FEWEST_FRAGMENTS and 2 * hits >= len(run):
            for index in run:
                kinds[index] = "keywords"
