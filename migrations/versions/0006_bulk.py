"""Photometry in bulk, and what its speed needs: references kept by whole statements, indexes that earn their keep.

Revision ID: 0006
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

REFERENCES = Path(__file__).parents[1] / "sql" / "0006_references.sql"
FOREIGN_KEYS = (
    ("audience_id", "audiences", ""),
    ("holder_id", "groups", "ON DELETE RESTRICT"),
    ("owner_id", "users", "ON DELETE RESTRICT"),
    ("obj_id", "objs", "ON DELETE CASCADE"),
    ("instrument_id", "instruments", "ON DELETE RESTRICT"),
    ("followup_request_id", "followup_requests", "ON DELETE SET NULL"),
    ("policy_version_id", "policy_versions", ""),
)
OLD_INDEXES = ("obj_id_mjd", "audience_id", "holder_id", "owner_id", "followup_request_id", "upload_id")
OLD_KEY = "holder_id, obj_id, instrument_id, mjd, filter, origin, fluxerr, flux"
FEW = "n_distinct_per_range = 256"
NEW_KEY = "obj_id, mjd, holder_id, instrument_id, filter, origin, fluxerr, flux"


def upgrade() -> None:
    op.execute(REFERENCES.read_text(encoding="utf-8"))
    for column, _, _ in FOREIGN_KEYS:
        op.execute(f"ALTER TABLE photometry DROP CONSTRAINT fk_photometry_{column}")
    _key(NEW_KEY)
    for index in OLD_INDEXES:
        op.execute(f"DROP INDEX ix_photometry_{index}")
    op.execute(
        "CREATE INDEX ix_photometry_whose ON photometry USING brin "
        f"(audience_id int8_bloom_ops({FEW}), holder_id int4_bloom_ops({FEW}), owner_id int4_bloom_ops({FEW}), "
        f"instrument_id int4_bloom_ops({FEW})) WITH (autosummarize = on)"
    )
    op.execute(
        "CREATE INDEX ix_photometry_upload_id ON photometry USING brin (upload_id text_bloom_ops) "
        "WITH (autosummarize = on)"
    )
    op.execute(
        "CREATE INDEX ix_photometry_followup_request_id ON photometry (followup_request_id) "
        "WHERE followup_request_id IS NOT NULL"
    )


def downgrade() -> None:
    for index in ("whose", "followup_request_id", "upload_id"):
        op.execute(f"DROP INDEX ix_photometry_{index}")
    _key(OLD_KEY)
    for column, parent, action in FOREIGN_KEYS:
        op.execute(
            f"ALTER TABLE photometry ADD CONSTRAINT fk_photometry_{column} "
            f"FOREIGN KEY ({column}) REFERENCES {parent} (id) {action}"
        )
        op.execute(f"DROP TRIGGER photometry_left ON {parent}")
        op.execute(f"DROP TRIGGER photometry_renamed ON {parent}")
        op.execute(f"DROP TRIGGER photometry_emptied ON {parent}")
    op.execute("CREATE INDEX ix_photometry_obj_id_mjd ON photometry (obj_id, mjd)")
    for column in OLD_INDEXES[1:]:
        op.execute(f"CREATE INDEX ix_photometry_{column} ON photometry ({column})")
    for name in ("inserted", "updated"):
        op.execute(f"DROP TRIGGER photometry_refers_{name} ON photometry")
    op.execute("DROP FUNCTION access.photometry_refers, access.photometry_left, access.photometry_renamed")
    op.execute("DROP FUNCTION access.photometry_emptied, access.store_unless_known")
    op.execute(
        "REVOKE USAGE ON SEQUENCE photometry_id_seq "
        "FROM skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_admin"
    )


def _key(columns: str) -> None:
    op.execute("ALTER TABLE photometry DROP CONSTRAINT uq_photometry_measurement")
    op.execute(f"ALTER TABLE photometry ADD CONSTRAINT uq_photometry_measurement UNIQUE NULLS NOT DISTINCT ({columns})")
