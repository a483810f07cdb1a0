"""The data dictionary, from the comments of the tables themselves."""

from collections.abc import Iterator

from sqlalchemy import Table

from include.load.tables import CONTENT_TABLES, RUN_TABLES

HEAD = """# The warehouse's tables

Made by `python -m include warehouse describe`; do not edit by hand. Offsets count Unicode characters and are half open.
Every time stamp is UTC; every date is a day in Asia/Shanghai.
"""


def describe() -> str:
    """All tables as Markdown: content tables, then run tables."""
    parts = [HEAD]
    for title, tables in (("Content: each thing once", CONTENT_TABLES), ("Runs: rows with every run", RUN_TABLES)):
        parts.append(f"## {title}\n")
        parts += ["\n".join(_table(table)) for table in tables]
    return "\n".join(parts)


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.comment}.\n"
    yield "| column | type | what it holds |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        key = " (key)" if column.primary_key else ""
        leads = "".join(f" → `{key.target_fullname}`" for key in sorted(column.foreign_keys, key=str))
        empty = "" if not column.nullable else ", may be empty"
        yield f"| `{column.name}`{key} | {str(column.type).lower()}{empty} | {column.comment}{leads} |"
    yield ""
