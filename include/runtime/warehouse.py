"""The warehouse as a run sees it: by setting, by Airflow connection, else the embedded default."""

from functools import cache

from airflow.sdk import Connection
from airflow.sdk.exceptions import AirflowNotFoundException
from sqlalchemy import Engine

from include.database import open_engine
from include.settings import default_warehouse_url, warehouse_url

CONNECTION_ID = "warehouse"


def resolve_url() -> str:
    """`JIANGHUA_WAREHOUSE`, else the Airflow connection `warehouse`, else the SQLite file in the data folder."""
    if url := warehouse_url():
        return url
    try:
        return str(Connection.get(CONNECTION_ID).get_uri())
    except AirflowNotFoundException:
        return default_warehouse_url()


@cache
def warehouse() -> Engine:
    """The engine of this process."""
    return open_engine(resolve_url())
