"""What a publication owes is counted over every table whose rows are under a policy: the statements, made of one list.

A migration that gives more tables a ``policy_version_id`` calls :func:`count_products` with the longer list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alembic import op

from migrations.security import WEB, callable_by


@dataclass(frozen=True)
class Counted:
    """A table (or select) of held rows ``t`` with ``obj_id`` and ``policy_version_id``; the rest is SQL over ``t``."""

    table: str
    product: str
    level: str = "'reduced'"
    instrument: str = "NULL::int"


AT_0018 = (
    Counted("photometry", "photometry", instrument="t.instrument_id"),
    Counted("photometric_series", "photometry", instrument="t.instrument_id"),
    Counted("spectra", "spectrum", instrument="t.instrument_id"),
    Counted("followup_requests", "followup_request"),
)
AT_0025 = (
    *AT_0018,
    Counted("thumbnails", "image"),
    Counted("returned_frames", "image", level="t.level", instrument="t.instrument_id"),
    Counted("classifications", "classification", level="'derived'"),
    Counted("annotations", "annotation", level="'derived'"),
    Counted("resource_annotations", "annotation", level="'derived'"),
    Counted("comments", "comment", level="'derived'"),
    Counted("resource_comments", "comment", level="'derived'"),
    Counted(
        "(SELECT d.*, r.obj_id FROM public.followup_details d"
        " JOIN public.followup_requests r ON r.id = d.followup_request_id)",
        "followup_details",
    ),
)
"""As app.policies.governed_rows lists them. What is derived is not counted again: it is made from what is."""

_COUNT = """
    SELECT '{product}'::text AS product, ({level})::text AS level, t.holder_id, t.policy_version_id,
      {instrument} AS instrument_id, {obj} AS obj_id, count(*) AS n
    FROM {table} t
    WHERE t.obj_id = ANY (p.obj_ids) AND {which}
      AND (t.owner_id = p.owner_id OR t.audience_id = ANY (heard))
    GROUP BY {keys}"""
_PLAIN = {"which": "(t.policy_version_id = ANY (asking)) IS NOT TRUE", "obj": "NULL::text"}
_BY_OBJ = {"which": "cardinality(asking) > 0 AND t.policy_version_id = ANY (asking)", "obj": "t.obj_id"}

_OWED = """
-- What a publication's opener can read in its scope: whose it is, under which version, and all that may make its terms
-- special. Arrays, and a plan that knows them, let it be counted in parallel; a second pass tells objs apart, where a
-- version asks for their class. What is one's own, or under no policy, owes nothing and counts for the shares.
CREATE FUNCTION access.owed(pub int) RETURNS TABLE (
  creditor_id int, policy_version_id int, product text, level text, instrument_id int, classes text[], n_rows bigint,
  owes bool)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  was text := current_setting('skyrelay.user_id', true);
  p public.publications; own int[]; heard bigint[]; asking int[];
BEGIN
  SELECT * INTO p FROM public.publications WHERE id = pub;
  IF NOT FOUND THEN RETURN; END IF;
  own := p.holder_id || ARRAY(SELECT g.id FROM public.groups g JOIN public.group_users gu ON gu.group_id = g.id
                              WHERE g.single_user_group AND gu.user_id = p.owner_id);
  asking := ARRAY(SELECT v.id FROM public.policy_versions v
                  WHERE jsonb_path_exists(v.document, '$.**.classes[*]'));
  PERFORM set_config('skyrelay.user_id', p.owner_id::text, true);
  heard := ARRAY(SELECT a FROM access.my_audiences() AS a);
  PERFORM set_config('skyrelay.user_id', coalesce(was, ''), true);
  RETURN QUERY
  WITH counted AS ({counts})
  SELECT c.holder_id, c.policy_version_id, c.product, c.level, c.instrument_id, k.classes, sum(c.n)::bigint,
    c.policy_version_id IS NOT NULL AND c.holder_id <> ALL (own)
  FROM counted c LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT cl.classification ORDER BY cl.classification) AS classes
    FROM public.classifications cl WHERE cl.obj_id = c.obj_id AND cl.holder_id = c.holder_id AND NOT cl.ml) k
    ON c.obj_id IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5, 6;
END $$;
"""

_READ = """
    SELECT '{product}'::text WHERE EXISTS (
      SELECT FROM {table} t WHERE t.obj_id = ANY (objs) AND t.holder_id = creditor
        AND t.policy_version_id = version)"""

_PRODUCTS_READ = """
-- Of which kinds of product whoever asks reads a row of this holder under this version: in their own name.
CREATE FUNCTION access.products_read(objs text[], creditor int, version int) RETURNS SETOF text
LANGUAGE sql STABLE AS $$ {reads} $$;
"""


def count_products(tables: Sequence[Counted], anew: bool = True) -> None:
    """Define what counts as used by a publication; ``anew`` where it was defined before."""
    counts = "\n    UNION ALL".join(_count(one) for one in tables)
    reads = "\n    UNION ALL".join(_READ.format(**_words(one)) for one in tables)
    op.execute("DROP FUNCTION access.owed(int)")
    op.get_bind().exec_driver_sql(_OWED.replace("{counts}", counts).replace("%", "%%"))
    made = _PRODUCTS_READ.format(reads=reads)
    op.get_bind().exec_driver_sql(made.replace("CREATE", "CREATE OR REPLACE") if anew else made)
    callable_by("owed(int)", (WEB, "skyrelay_release", "skyrelay_admin"))
    callable_by("products_read(text[], int, int)", (WEB, "skyrelay_admin"))


def _count(one: Counted) -> str:
    # Constants are no keys: hashing them for each row would take as long as reading it.
    keys = ["t.holder_id", "t.policy_version_id", *(c for c in (one.level, one.instrument) if "t." in c)]
    plain = _COUNT.format(**_words(one), **_PLAIN, keys=", ".join(keys))
    return plain + "\n    UNION ALL" + _COUNT.format(**_words(one), **_BY_OBJ, keys=", ".join([*keys, "t.obj_id"]))


def _words(one: Counted) -> dict[str, str]:
    return vars(one) | {"table": one.table if " " in one.table else f"public.{one.table}"}
