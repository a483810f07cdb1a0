"""State of sources, pages that are gone, what else a fetch found

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DETAIL = "Redirect chain, request and response headers"
MORE_DETAIL = f"{DETAIL}, exceptions made for the source"
# Only columns that may be empty are added: SQLite and PostgreSQL both do that in place, without copying the table.
ADDED = (
    (
        "page",
        "gone_since",
        sa.DateTime(timezone=True),
        "Since when it answers 404, 410 or with a soft 404; empty while it is there",
    ),
    ("load", "canonicaliser_version", sa.Integer(), "Version of the rules that make page ids; empty: 1"),
    ("fetch", "wire_bytes", sa.BigInteger(), "Bytes of the body as they came, content encodings not undone"),
    ("fetch", "media_type_found", sa.Text(), "What the bytes are, where they are no page: application/pdf, …"),
    ("fetch", "robots", sa.String(length=80), "What the host's robots.txt came to: rules, allowed or unreachable"),
)


def upgrade() -> None:
    """Apply."""
    for table, name, kind, comment in ADDED:
        op.add_column(table, sa.Column(name, kind, comment=comment))
    _describe_detail(MORE_DETAIL)
    op.create_index(op.f("ix_fetch_page_id"), "fetch", ["page_id"])
    op.create_table(
        "source_state",
        sa.Column("run_id", sa.String(length=300), nullable=False, comment="The run; it need not have landed"),
        sa.Column("source", sa.String(length=80), nullable=False, comment="The source"),
        sa.Column("state", sa.String(length=80), nullable=False, comment="fresh, quiet, red, declined or parked"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False, comment="When that state began"),
        sa.Column(
            "reason",
            sa.String(length=80),
            comment="Why, in a word: broken_source, http_403, robots, lost_links, held, …",
        ),
        sa.Column("message", sa.Text(), comment="Why, in words"),
        sa.Column(
            "asked_at",
            sa.DateTime(timezone=True),
            comment="When this run last asked the site, or tried to; empty: it asked nothing",
        ),
        sa.Column("newest_listed", sa.Date(), comment="The newest listed date known then, Asia/Shanghai"),
        sa.Column("entries", sa.Integer(), nullable=False, comment="Entries on the listing pages read"),
        sa.Column("links", sa.Integer(), nullable=False, comment="Links that the run took from them"),
        sa.Column("listing_pages", sa.Integer(), nullable=False, comment="Listing pages read"),
        sa.Column("skipped", sa.JSON(), nullable=False, comment="Entries that gave no link, {reason: count}"),
        sa.Column("stopped", sa.JSON(), nullable=False, comment="Why the walk ended, {section: reason}"),
        sa.ForeignKeyConstraint(["source"], ["source.source"], name=op.f("fk_source_state_source_source")),
        sa.PrimaryKeyConstraint("run_id", "source", name=op.f("pk_source_state")),
        comment="How a source was at the end of a run (来源状态)",
    )
    op.create_index(op.f("ix_source_state_source_asked_at"), "source_state", ["source", "asked_at"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("source_state")
    op.drop_index(op.f("ix_fetch_page_id"), "fetch")
    _describe_detail(DETAIL)
    for table, name, _kind, _comment in ADDED:
        op.drop_column(table, name)


def _describe_detail(comment: str) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column("fetch", "detail", comment=comment, existing_type=sa.JSON(), existing_nullable=False)
