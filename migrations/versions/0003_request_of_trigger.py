"""A follow-up request knows the trigger that it belongs to.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("followup_requests", sa.Column("trigger_id", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_followup_requests_trigger_id"), "followup_requests", ["trigger_id"])
    op.create_foreign_key(
        op.f("fk_followup_requests_trigger_id"), "followup_requests", "triggers", ["trigger_id"], ["id"],
        ondelete="SET NULL",
    )  # fmt: skip


def downgrade() -> None:
    op.drop_column("followup_requests", "trigger_id")
