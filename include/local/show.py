"""What the warehouse holds, for the terminal."""

from sqlalchemy import select

from include.database import open_engine
from include.load import tables
from include.load.balance import row_counts
from include.settings import default_warehouse_url, warehouse_url

SHOWN = 6  # observations


def show_row_counts() -> None:
    """How many rows each table holds."""
    with open_engine(warehouse_url() or default_warehouse_url(), read_only=True).connect() as connection:
        counts = row_counts(connection)
    print("\nrows in the warehouse")
    for name, count in counts.items():
        print(f"  {name:<13}{count:>8}")


def show_observations() -> None:
    """A few observations with their sentences, from as many speeches."""
    observation, speech, cluster = tables.observation.c, tables.speech.c, tables.cluster.c
    query = (
        select(tables.observation, speech.text, speech.title)
        .join(tables.speech, speech.speech_id == observation.speech_id)
        .join(tables.cluster, cluster.speech_id == speech.speech_id)
        .where(cluster.canonical, observation.closed_load.is_(None), observation.measure == "level")
        .where(observation.indicator_code.is_not(None), observation.value.is_not(None))
        .order_by(observation.observation_id)
    )
    print("\na few observations")
    seen: set[str] = set()
    with open_engine(warehouse_url() or default_warehouse_url(), read_only=True).connect() as connection:
        for row in connection.execute(query).mappings():
            if row["speech_id"] in seen or len(seen) == SHOWN:
                continue
            seen.add(row["speech_id"])
            sentence = row["text"][row["sentence_start"] or row["start"] : row["sentence_end"] or row["end"]].strip()
            period = f", {row['period']}" if row["period"] else ""
            print(f"  {row['indicator']} = {row['value']:,.10g} {row['unit'] or ''} ({row['status']}{period})")
            print(f"    {sentence}")
            print(f"    — {row['title'] or 'untitled'}")
