"""What an observation resolves to: the dictionary's name, days, region code, doubts; the region code of a speech

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NAME = sa.String(length=80)
# Columns that may be empty, added in place: what was read before this version says nothing about them.
ADDED = (
    ("speech", "region_code", NAME, "Its code in GB/T 2260 (行政区划代码), where one division alone fits"),
    ("observation", "indicator_alias", sa.Text(), "The name in the dictionary that matched"),
    ("observation", "period_first", sa.Date(), "First day of the period, where it can be known"),
    ("observation", "period_last", sa.Date(), "Its last day, included"),
    ("observation", "period_reason", sa.Text(), "What the days follow from, or why there are none"),
    ("observation", "region_code", NAME, "The region's code in GB/T 2260 (行政区划代码)"),
    ("observation", "region_reason", sa.Text(), "What the code follows from, or why there is none"),
    ("observation", "flags", sa.JSON(), "What makes the figure doubtful: out_of_range, does_not_add_up, …"),
    ("observation", "flag_reasons", sa.JSON(), "A sentence for each flag, in the same order"),
)


def upgrade() -> None:
    """Apply."""
    for table, name, kind, comment in ADDED:
        op.add_column(table, sa.Column(name, kind, comment=comment))


def downgrade() -> None:
    """Undo."""
    for table, name, _kind, _comment in ADDED:
        op.drop_column(table, name)
