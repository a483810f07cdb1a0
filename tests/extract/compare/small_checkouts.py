"""Checkouts of a few lines: folders with an `include` that prints what it is told to, as `extract` does."""

import json
from pathlib import Path

_MAIN = """
import json, sys
from pathlib import Path

READINGS, SPEECHES = json.loads({readings!r}), {speeches!r}
arguments = sys.argv[2:]
if arguments == ["--help"]:
    print("usage: extract", "--speeches FILE" if SPEECHES else "TEXT…")
elif {fails!r}:
    print("a line before", file=sys.stderr)
    sys.exit({fails!r})
elif {says!r}:
    print({says!r})
else:
    texts = []
    if arguments[0] == "--speeches":
        texts = [json.loads(line) for line in Path(arguments[1]).read_text("utf-8").splitlines()]
    else:
        texts = [{{"doc": Path(file).name, "text": Path(file).read_bytes().decode()}} for file in arguments]
    for text in texts:
        for word, fields in READINGS.items():
            if (start := text["text"].find(word)) >= 0:
                span = {{"doc": text["doc"], "start": start, "end": start + len(word), "quote": word}}
                known = {{"region": text.get("region")}}
                print(json.dumps({{**span, **known, **fields}}))
"""


def checkout(folder: Path, readings: dict, *, speeches: bool = True, fails: str = "", says: str = "") -> str:
    """A checkout that finds the words of `readings`, with the fields that they name; its path."""
    (folder / "include").mkdir(parents=True)
    main = _MAIN.format(readings=json.dumps(readings), speeches=speeches, fails=fails, says=says)
    (folder / "include" / "__main__.py").write_text(main, encoding="utf-8")
    return str(folder)
