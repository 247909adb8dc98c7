"""What is stated of an obj beyond its position is held like every other note.

Revision ID: 0004
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
NUMBERS = (
    "ra_dis", "dec_dis", "ra_err", "dec_err", "offset", "t0", "redshift", "redshift_error", "dist_nearest_source",
    "mag_nearest_source", "e_mag_nearest_source", "score",
)  # fmt: skip
TEXTS = ("redshift_origin", "summary", "mpc_name", "tns_name", "origin")
FLAGS = ("transient", "varstar", "is_roid")


def _moved() -> list[sa.Column[Any]]:
    return [
        *(sa.Column(name, sa.Double(), nullable=True) for name in NUMBERS),
        *(sa.Column(name, sa.Text(), nullable=True) for name in TEXTS),
        *(sa.Column(name, sa.Boolean(), nullable=True) for name in FLAGS),
        sa.Column("altdata", postgresql.JSONB(), nullable=True),
        sa.Column("alias", postgresql.ARRAY(sa.Text()), nullable=True),
    ]


def upgrade() -> None:
    now = sa.text("now()")
    op.create_table(
        "obj_details",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("stated", postgresql.JSONB(), nullable=False),
        *_moved(),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_obj_details_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_obj_details_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_obj_details_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_obj_details_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obj_details")),
        sa.UniqueConstraint(
            "obj_id", "holder_id", "audience_id", "owner_id",
            name=op.f("uq_obj_details_obj_id_holder_id_audience_id_owner_id"),
        ),
    )  # fmt: skip
    for name in ("audience_id", "holder_id", "owner_id"):
        op.create_index(op.f(f"ix_obj_details_{name}"), "obj_details", [name])
    sql = (SQL / "0004_obj_details.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    for column in _moved():
        op.drop_column("objs", column.name)


def downgrade() -> None:
    raise RuntimeError("Private details are not made everybody's again: restore the backup made before this migration.")
