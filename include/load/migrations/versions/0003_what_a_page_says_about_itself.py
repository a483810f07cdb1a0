"""Where things were read on a page, what was mended, what belongs to it; speaker, occasion and region of a speech

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

DETAIL = "Redirect chain, request and response headers, exceptions made for the source"
MORE_DETAIL = f"{DETAIL}, further bodies of the page"
NAME = sa.String(length=80)
# Columns that may be empty, added in place: what was read before this version says nothing about them.
ADDED = (
    ("page", "title_from", NAME, "Where the title was read: heading, meta:…, page_title, selector, document"),
    ("page", "source_from", NAME, "Where 来源 was read: visible, meta:…"),
    ("page", "flags", sa.JSON(), "date_conflict, incomplete, …"),
    ("page", "repairs", sa.JSON(), "What was mended in the text, [{rule, start, end, before}]"),
    ("page", "attachments", sa.JSON(), "Documents it links to, [{url, name, kind}]"),
    ("page", "parts", sa.JSON(), "What came from further bodies, [{role, url, body_sha256, start, end}]"),
    ("speech", "title_from", NAME, "Where the title was read: heading, own_line, page_title"),
    ("speech", "speaker", sa.Text(), "Who speaks (讲话人), the name as it stands"),
    ("speech", "office", sa.Text(), "The speaker's office (职务)"),
    ("speech", "speaker_from", NAME, "Where the speaker was read: own_line, title, text, …"),
    ("speech", "occasion", sa.Text(), "The meeting (场合)"),
    ("speech", "occasion_from", NAME, "Where it was read"),
    ("speech", "region", sa.Text(), "Whose government speaks (地区), as it stands"),
    ("speech", "region_from", NAME, "Where it was read"),
)


def upgrade() -> None:
    """Apply."""
    for table, name, kind, comment in ADDED:
        op.add_column(table, sa.Column(name, kind, comment=comment))
    _describe_detail(MORE_DETAIL)


def downgrade() -> None:
    """Undo."""
    _describe_detail(DETAIL)
    for table, name, _kind, _comment in ADDED:
        op.drop_column(table, name)


def _describe_detail(comment: str) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column("fetch", "detail", comment=comment, existing_type=sa.JSON(), existing_nullable=False)
