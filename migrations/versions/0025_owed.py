"""Obligations follow from images, classifications, annotations, comments and follow-up requests, too.

Revision ID: 0025
"""

from __future__ import annotations

from migrations.owed import AT_0018, AT_0025, count_products

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    count_products(AT_0025)


def downgrade() -> None:
    count_products(AT_0018)
