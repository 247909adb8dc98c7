"""Lists, tags, labels and catalogues of sources; the brightest and the last detection for each audience.

Revision ID: 0007
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations import security

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
HELD = ("obj_tags", "source_labels", "source_interests", "super_objs", "scan_reports")
_ME = "(SELECT access.me())"


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=null)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def _document(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, postgresql.JSONB(), nullable=null)


def _number(table: str, *, big: bool = True) -> list[Any]:
    kind = sa.BigInteger() if big else sa.Integer()
    return [
        sa.Column("id", kind, sa.Identity(always=False), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _refers(table: str, column: str, target: str, kind: Any, *, ondelete: str | None) -> list[Any]:
    return [
        sa.Column(column, kind, nullable=False),
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete),
    ]


def _obj(table: str) -> list[Any]:
    return _refers(table, "obj_id", "objs", sa.Text(), ondelete="CASCADE")


def _user(table: str, column: str, ondelete: str) -> list[Any]:
    return _refers(table, column, "users", sa.Integer(), ondelete=ondelete)


def _make(table: str, *parts: Any, held: bool = False, stamped: bool = True) -> None:
    columns = [*parts]
    if held:
        columns += _refers(table, "audience_id", "audiences", sa.BigInteger(), ondelete=None)
        columns += _refers(table, "holder_id", "groups", sa.Integer(), ondelete="RESTRICT")
        columns += _user(table, "owner_id", "RESTRICT")
    if stamped:
        now = sa.text("now()")
        columns += [
            sa.Column(name, sa.DateTime(timezone=True), server_default=now, nullable=False)
            for name in ("created_at", "modified")
        ]
    op.create_table(table, *columns)
    if held:
        _index(table, "audience_id", "holder_id", "owner_id")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def upgrade() -> None:
    for name in ("peak", "latest"):
        op.add_column("obj_audience", sa.Column(name, sa.ARRAY(sa.Double()), nullable=True))
    # Row security asks for owner and audience: with them in the index, a page and a count need no more than it.
    op.create_index(
        "ix_sources_saved_at", "sources", ["holder_id", "saved_at", "obj_id"],
        postgresql_include=["owner_id", "audience_id"], postgresql_where=sa.text("active"),
    )  # fmt: skip
    _make_marks()
    _make_catalogues()
    _make_reports()
    _secure()
    op.get_bind().exec_driver_sql((SQL / "0007_marks.sql").read_text(encoding="utf-8").replace("%", "%%"))


def _make_marks() -> None:
    table = "listings"
    _make(table, *_number(table), *_user(table, "user_id", "CASCADE"), *_obj(table), _text("list_name"),
          _document("params", null=True), _unique(table, "user_id", "list_name", "obj_id"))  # fmt: skip
    _index(table, "obj_id")
    table = "obj_tag_options"
    _make(table, *_number(table, big=False), _text("name"), _text("color", null=True),
          *_user(table, "created_by_id", "RESTRICT"))  # fmt: skip
    op.create_index("uq_obj_tag_options_name", table, [sa.text("lower(name)")], unique=True)
    table = "obj_tags"
    option = _refers(table, "objtagoption_id", "obj_tag_options", sa.Integer(), ondelete="RESTRICT")
    _make(table, *_number(table), *_obj(table), *option,
          _unique(table, "obj_id", "objtagoption_id", "holder_id"), held=True)  # fmt: skip
    _index(table, "objtagoption_id")
    table = "source_labels"
    _make(table, *_number(table), *_obj(table), _unique(table, "obj_id", "holder_id", "owner_id"), held=True)
    table = "source_interests"
    _make(table, *_number(table), *_obj(table), _text("title"), _text("description", null=True),
          _text("link", null=True), held=True)  # fmt: skip
    _index(table, "obj_id")


def _make_catalogues() -> None:
    table = "super_objs"
    _make(table, *_number(table, big=False), _text("name", null=True), _flag("is_roid"), held=True)
    table = "super_obj_members"
    whole = _refers(table, "super_obj_id", "super_objs", sa.Integer(), ondelete="CASCADE")
    _make(table, *whole, *_obj(table), sa.PrimaryKeyConstraint("super_obj_id", "obj_id", name=op.f(f"pk_{table}")),
          stamped=False)  # fmt: skip
    _index(table, "obj_id")
    table = "spatial_catalogs"
    _make(table, *_number(table, big=False), _text("catalog_name"), *_user(table, "owner_id", "RESTRICT"))
    op.create_index("uq_spatial_catalogs_name", table, [sa.text("lower(catalog_name)")], unique=True)
    table = "spatial_catalog_entries"
    catalog = _refers(table, "catalog_id", "spatial_catalogs", sa.Integer(), ondelete="CASCADE")
    _make(table, *_number(table), *catalog, _text("entry_name"), _document("data"))
    name = [sa.text("catalog_id"), sa.text("lower(entry_name)")]
    op.create_index("uq_spatial_catalog_entries_name", table, name, unique=True)


def _make_reports() -> None:
    table = "scan_reports"
    _make(table, *_number(table, big=False), _document("options"), held=True)
    table = "scan_report_items"
    report = _refers(table, "scan_report_id", "scan_reports", sa.Integer(), ondelete="CASCADE")
    _make(table, *_number(table), *report, *_obj(table), _text("comment", null=True))
    _index(table, "scan_report_id", "obj_id")
    table = "kept_queries"
    _make(table, *_user(table, "user_id", "CASCADE"), _text("id"),
          sa.Column("found", postgresql.ARRAY(sa.Text()), nullable=False),
          sa.PrimaryKeyConstraint("user_id", "id", name=op.f(f"pk_{table}")))  # fmt: skip
    table = "phot_stat_marks"
    _make(table, *_obj(table), _flag("set_aside"), sa.PrimaryKeyConstraint("obj_id", name=op.f(f"pk_{table}")))


def _secure() -> None:
    security.hold(*HELD)
    security.count_for_objs("obj_tags", "source_labels", "source_interests")
    security.close("listings", "obj_tag_options", "super_obj_members", "spatial_catalogs", "spatial_catalog_entries",
                   "scan_report_items", "kept_queries", "phot_stat_marks")  # fmt: skip
    for table in ("listings", "kept_queries"):
        security.allow(table, "mine", "ALL", using=f"user_id = {_ME}", check=f"user_id = {_ME}")
    security.allow("obj_tag_options", "readable", "SELECT", using=f"{_ME} IS NOT NULL")
    security.allow("obj_tag_options", "made", "INSERT", check=f"created_by_id = {_ME}")
    security.allow("obj_tag_options", "changed", "UPDATE", using=f"created_by_id = {_ME}", check="true")
    security.allow("obj_tag_options", "gone", "DELETE", using=f"created_by_id = {_ME}")
    security.allow("spatial_catalogs", "readable", "SELECT", using=f"{_ME} IS NOT NULL")
    security.allow("spatial_catalogs", "mine", "ALL", using=f"owner_id = {_ME}", check=f"owner_id = {_ME}")
    mine = f"catalog_id IN (SELECT id FROM public.spatial_catalogs WHERE owner_id = {_ME})"
    security.allow("spatial_catalog_entries", "readable", "SELECT", using=f"{_ME} IS NOT NULL")
    security.allow("spatial_catalog_entries", "mine", "ALL", using=mine, check=mine)
    known = "EXISTS (SELECT FROM public.objs o WHERE o.id = obj_id)"
    security.allow("phot_stat_marks", "readable", "SELECT", using=known)
    _secure_parts()


def _secure_parts() -> None:
    """Open the rows of a whole to who reads the whole, and to change to who may change it."""
    seen = (
        "EXISTS (SELECT FROM public.{0} w WHERE w.id = {1}) AND EXISTS (SELECT FROM public.objs o WHERE o.id = obj_id)"
    )
    ours = f"(w.owner_id = {_ME} OR w.holder_id IN (SELECT access.my_admin_groups()))"
    changeable = f"EXISTS (SELECT FROM public.super_objs w WHERE w.id = super_obj_id AND {ours})"
    security.allow("super_obj_members", "readable", "SELECT", using=seen.format("super_objs", "super_obj_id"))
    security.allow("super_obj_members", "made", "INSERT", check=changeable)
    security.allow("super_obj_members", "gone", "DELETE", using=changeable)
    report = seen.format("scan_reports", "scan_report_id")
    security.allow("scan_report_items", "readable", "SELECT", using=report)
    made = f"EXISTS (SELECT FROM public.scan_reports w WHERE w.id = scan_report_id AND w.owner_id = {_ME})"
    security.allow("scan_report_items", "made", "INSERT", check=made)
    security.allow("scan_report_items", "changed", "UPDATE", using=report, check=report)


def downgrade() -> None:
    raise RuntimeError("Lists, tags and labels are not thrown away: restore the backup made before this migration.")
