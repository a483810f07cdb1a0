"""The files of a new source: its YAML, its test, and the bodies that the test reads."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from string import Template
from urllib.parse import SplitResult, urlsplit

from include.errors import ConfigurationError
from include.sources.scaffold_seen import DECODED_BY_US, Seen, SeenPage, origin

TEMPLATES = Path(__file__).parent / "templates"
WIDTH = 120  # columns; a Chinese character takes two
PIECE = 50  # characters of a text that is too long for a line
EDGE = 24  # characters of the speech's beginning and end that the test holds
EXTENSIONS = {"json_listing": "json", "sitemap": "xml", "feed": "xml"}
PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z][\u3400-\u9fff\w（）()·-]*")


def refuse_existing(folder: Path, name: str, others: list[Path]) -> None:
    """ConfigurationError where a file of the new source, or a source of its name, is there already."""
    named = [place / f"{name}{ending}" for place in (folder, *others) for ending in (".yaml", ".yml")]
    for file in (*named, folder / "tests" / f"test_{name}.py", folder / "tests" / name):
        if file.exists():
            raise ConfigurationError(f"{file} is there already; nothing was written")


def write_files(seen: Seen, folder: Path, name: str, contact: str, *, allow: tuple[str, ...], day: date) -> list[Path]:
    """Write the source `name` into `folder`; gives the files. ConfigurationError where one cannot be written."""
    listing = f"listing.{EXTENSIONS.get(seen.detected.platform, 'html')}"
    saved = folder / "tests" / name
    files: dict[Path, bytes] = {
        folder / f"{name}.yaml": _yaml(seen, name, contact, allow, day).encode("utf-8"),
        folder / "tests" / f"test_{name}.py": _test(seen, name, listing).encode("utf-8"),
        saved / listing: seen.body,
        **({saved / "page.html": seen.page.body} if seen.page else {}),
    }
    for file, content in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as opened:
                opened.write(content)
        except OSError as error:
            raise ConfigurationError(f"{file} cannot be written: {error.strerror}") from error
    return list(files)


def _yaml(seen: Seen, name: str, contact: str, allow: tuple[str, ...], day: date) -> str:
    parts = urlsplit(seen.section_url)
    days = [entry.listed_on for entry in seen.listing.entries if entry.listed_on]
    return _filled(
        "source.yaml",
        day=day.isoformat(),
        listing_url=seen.section_url,
        name=name,
        title=_scalar(seen.site_title),
        base_url=_scalar(origin(seen.section_url)),
        platform=seen.detected.platform,
        section=json.dumps(_section(parts), ensure_ascii=False),
        official=str(str(parts.hostname).endswith(".gov.cn")).lower(),
        first_date=min(days, default=day).replace(month=1, day=1).isoformat(),
        minimum_entries=max(1, len(seen.listing.entries) // 2),
        contact=_scalar(contact),
        more=_more(seen, allow),
    )


def _more(seen: Seen, allow: tuple[str, ...]) -> str:
    """The fields that only some sites need."""
    lines = []
    if seen.charset not in DECODED_BY_US:
        lines.append(f"encoding: {seen.charset}")
    if hosts := sorted({*allow, *seen.hosts}):
        lines.append(f"allow_hosts: {json.dumps(hosts)}  # further hosts that its links may lead to")
    if paths := seen.detected.json:
        lines.append("json_fields:")
        fields = {
            "items": paths.items,
            "title": paths.title,
            "url": paths.url,
            "date": paths.date,
            "pages": paths.pages,
        }
        lines += [f"  {field}: {_scalar(path)}" for field, path in fields.items() if path]
    return "".join(f"{line}\n" for line in lines)


def _test(seen: Seen, name: str, listing_file: str) -> str:
    first = seen.listing.entries[0]
    constants = {"LISTING_URL": seen.listing_url, "NEXT_URL": seen.listing.next_url, "FIRST_TITLE": first.title}
    if seen.page:
        text = seen.page.cleaned.text
        constants |= {"PAGE_URL": seen.page.url, "TITLE": seen.page.cleaned.title}
        constants |= {"BEGINS": text[:EDGE], "ENDS": text[-EDGE:]}
    written = _filled(
        "test_source.py",
        name=name,
        constants="\n".join(_constant(key, value) for key, value in constants.items()),
        listing_file=listing_file,
        entries=len(seen.listing.entries),
        first_day=_day(first.listed_on),
    )
    written += _page_test(seen.page) if seen.page else ""
    unused = {"from datetime import date\n": "date(", "from include.clean.page import clean_page\n": "clean_page("}
    for line, used in unused.items():
        written = written if used in written else written.replace(line, "")
    return written


def _page_test(page: SeenPage) -> str:
    return _filled(
        "test_page.py",
        listed_on=repr(page.listed_on.isoformat()).replace("'", '"') if page.listed_on else "None",
        published_on=json.dumps(page.cleaned.published_on) if page.cleaned.published_on else "None",
        speeches=len(page.cleaned.speeches),
    )


def _filled(template: str, **values: object) -> str:
    text = Template((TEMPLATES / f"{template}.template").read_text("utf-8")).substitute(values)
    return text.rstrip("\n") + "\n"


def _section(parts: SplitResult) -> str:
    """The address of a listing below its site; a path that would read as a host stays a whole address."""
    path = parts.path or "/"
    whole = parts.geturl() if path.startswith("//") else path + (f"?{parts.query}" if parts.query else "")
    return whole.partition("#")[0]


def _scalar(text: str) -> str:
    """A text as YAML: bare where that is safe, else in double quotes (JSON is YAML)."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _day(day: date | None) -> str:
    return f"date({day.year}, {day.month}, {day.day})" if day else "None"


def _constant(name: str, text: str | None) -> str:
    """An assignment as ruff formats it: on one line, in brackets on the next, or in pieces."""
    if text is None or _width(f"{name} = {_literal(text)}") <= WIDTH:
        return f"{name} = {_literal(text) if text is not None else None}"
    pieces = [text] if _width(f"    {_literal(text)}") <= WIDTH else _pieces(text)
    return f"{name} = (\n" + "".join(f"    {_literal(piece)}\n" for piece in pieces) + ")"


def _pieces(text: str) -> list[str]:
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def _literal(text: str) -> str:
    """A text as Python has it, in the quotes that need the fewer escapes."""
    double = json.dumps(text, ensure_ascii=False)
    if text.count('"') <= text.count("'"):
        return double
    inside = double[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inside}'"


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
