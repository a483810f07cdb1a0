"""What every table of the warehouse shares: the metadata, column types and column makers."""

from typing import Any

from sqlalchemy import Column, DateTime, ForeignKey, MetaData, String
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Id = String(20)  # include/ids.py
Sha256 = String(64)
RunId = String(300)
Name = String(80)
Timestamp = DateTime(timezone=True)  # UTC


ColumnType = TypeEngine[Any] | type[TypeEngine[Any]]


def required(name: str, kind: ColumnType, comment: str, *constraints: SchemaItem) -> Column[Any]:
    """A column that every row fills."""
    return Column(name, kind, *constraints, nullable=False, comment=comment)


def optional(name: str, kind: ColumnType, comment: str, *constraints: SchemaItem) -> Column[Any]:
    """A column that may stay empty."""
    return Column(name, kind, *constraints, nullable=True, comment=comment)


def first_load() -> Column[Any]:
    """The load a row came with."""
    return required("first_load", Id, "The load that brought this row", ForeignKey("load.load_id"))


def closed_load() -> Column[Any]:
    """The load that ended a row; empty while it is current."""
    return optional("closed_load", Id, "The load from which on it is no longer current", ForeignKey("load.load_id"))
