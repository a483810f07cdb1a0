"""`python -m include warehouse migrate | counts | describe`: the warehouse without Airflow."""

import argparse

from include.command import print_row
from include.database import open_engine
from include.load.balance import row_counts
from include.load.describe import describe
from include.load.migrate import migrate
from include.settings import default_warehouse_url, warehouse_url


def main(argv: list[str]) -> int:
    """Migrate the warehouse, print how many rows each table holds, or print the data dictionary."""
    parser = argparse.ArgumentParser(prog="python -m include warehouse", description=__doc__)
    parser.add_argument("action", choices=["migrate", "counts", "describe"])
    parser.add_argument("--url", help="SQLAlchemy URL; default: JIANGHUA_WAREHOUSE, else data/warehouse.db")
    options = parser.parse_args(argv)
    if options.action == "describe":
        print(describe(), end="")
        return 0
    url = options.url or warehouse_url() or default_warehouse_url()
    engine = open_engine(url, read_only=options.action == "counts")
    if options.action == "migrate":
        migrate(engine)
    else:
        with engine.connect() as connection:
            print_row(row_counts(connection))
    return 0
